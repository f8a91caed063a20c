"""The JSON Schema of rule files, made from the keys the reader accepts; for editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from performance_rules.outputs.schema import DIALECT, Schema
from performance_rules.report.model import KINDS
from performance_rules.rules.keys import (
    EQUIVALENT_KEYS,
    EXAMPLE_KEYS,
    OVERRIDE_KEYS,
    PARAMETER_KEYS,
    RULE_KEYS,
    RULE_KEYS_OF_REPLACE,
    SETTABLE,
    VERBS,
)
from performance_rules.rules.law import BASIS_KEYS, DOCUMENT_KEYS
from performance_rules.rules.layers import HEAD_KEYS
from performance_rules.rules.model import ABOUT, SEVERITIES, UNITS, VERDICTS
from performance_rules.rules.toml import Key


def rule_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a TOML file in a folder of rules."""
    return {
        "$schema": DIALECT,
        "$id": "urn:performance-rules:rule:1",
        "title": "规则目录里的文件 A file in a folder of rules",
        "description": "规则有 assert，参数有 values，改动有 verb，依据目录有 document，"
        "其余是 ruleset.toml。What a file holds is told from its keys.",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in _FILES],
        "$defs": {
            **{name: _table(keys) for name, keys in _FILES.items()},
            **{name: _table(keys) for name, keys in _PARTS.items()},
        },
    }


_TYPES: Final[Mapping[str, Schema]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "bool": {"type": "boolean"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "tables": {"type": "array", "items": {"type": "object"}},
    "table": {"type": "object"},
    "value": {"type": ["string", "integer", "array"]},
}

_FILES: Final[Mapping[str, Mapping[str, Key]]] = {
    "Rule": RULE_KEYS,
    "Parameter": PARAMETER_KEYS,
    "Override": OVERRIDE_KEYS | RULE_KEYS_OF_REPLACE | {k: OVERRIDE_KEYS[k] for k in ("basis",)},
    "RuleSet": HEAD_KEYS,
    "Documents": {"document": Key("tables", True)},
}
_PARTS: Final[Mapping[str, Mapping[str, Key]]] = {
    "Basis": BASIS_KEYS,
    "Equivalent": EQUIVALENT_KEYS,
    "Example": EXAMPLE_KEYS,
    "Document": DOCUMENT_KEYS,
    "DatedValue": {
        "since": Key("integer"),
        "until": Key("integer"),
        "value": Key("value", True),
        "basis": Key("value"),
    },
    "Changes": {name: Key(RULE_KEYS[name].type) for name in SETTABLE},
}


def _table(keys: Mapping[str, Key]) -> Schema:
    """Return the schema of a table with these keys."""
    properties = {
        name: {**_SPECIAL.get(name, _TYPES[key.type]), **_told(name)} for name, key in keys.items()
    }
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name, key in keys.items() if key.required],
        "additionalProperties": False,
    }


def _told(name: str) -> Schema:
    """Return what a key means, for the editor to show."""
    zh, en = MEANINGS.get(name, (name, name))
    return {"title": zh, "description": en}


def _list_of(part: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{part}"}}


_SPECIAL: Final[Mapping[str, Schema]] = {
    "severity": {"enum": list(SEVERITIES)},
    "kinds": {"type": "array", "items": {"enum": [*KINDS, *KINDS.values()]}},
    "expect": {"enum": list(VERDICTS)},
    "unit": {"enum": list(UNITS)},
    "tighten": {"enum": ["up", "down"]},
    "verb": {"enum": list(VERBS)},
    "region": {"type": "string", "pattern": "^[0-9]{6}$"},
    "basis": {"anyOf": [{"$ref": "#/$defs/Basis"}, _list_of("Basis")]},
    "about": {"enum": list(ABOUT)},
    "stands_for": _list_of("Basis"),
    "equivalent": _list_of("Equivalent"),
    "example": _list_of("Example"),
    "document": _list_of("Document"),
    "values": _list_of("DatedValue"),
    "set": {"$ref": "#/$defs/Changes"},
    "let": {"type": "object", "additionalProperties": {"type": "string"}},
    # A date of TOML; tools that turn TOML into JSON write it as text.
    "review_by": {"type": ["string", "object"]},
}

MEANINGS: Final[Mapping[str, tuple[str, str]]] = {
    "id": ("编号", "id; the file of a rule is named after it"),
    "title": ("名称", "what the rule asks for, or what the threshold is, in Chinese"),
    "title_en": ("英文名称", "the same in English"),
    "fault": ("毛病", "what is wrong where it does not hold, in a few words; the title by default"),
    "fault_en": ("英文毛病", "the same in English"),
    "severity": ("轻重", "error 矛盾, warning 须说明, hint 提示, review 人工复核"),
    "covers": ("涵盖", "ids of the rule catalogue that this rule checks"),
    "kinds": ("文种", "kinds of report it is for; all when left out"),
    "since": ("起始年度", "first fiscal year"),
    "until": ("截止年度", "last fiscal year"),
    "enabled": ("启用", "false: a layer below has to enable it"),
    "floor": ("级别的底线", "the lowest severity that a layer below may give it"),
    "may_disable": ("下级可否停用", "false: no layer below may switch it off"),
    "let": ("名称", "expressions by name, for the other expressions and the messages to use"),
    "each": ("范围", "variables and the lists they run over: f in figures"),
    "when": ("条件", "condition, on printed values, for the rule to apply"),
    "assert": ("断言", "the condition that must hold"),
    "message": ("说明", "what the finding says, with {expressions}, in Chinese"),
    "message_en": ("英文说明", "the same in English"),
    "advice": ("处理", "what to do, in Chinese"),
    "advice_en": ("英文处理", "the same in English"),
    "why": ("道理", "what is compared and what a lawful answer looks like"),
    "basis": ("依据", "the law behind it"),
    "always_judged": ("总能判断", "why it is never undetermined; else an example shows when it is"),
    "equivalent": ("等价变异", "mutants, as rules mutate tells them, that no report can show"),
    "mutant": ("变异", "the text of a mutant, as rules mutate prints it"),
    "example": ("示例", "miniature reports with the verdict they must get"),
    "doc": ("文件", "id of a document of documents.toml"),
    "article": ("条", "article of the document"),
    "status": ("状态", "to-verify: not yet compared with the original"),
    "note": ("备注", "note"),
    "name": ("名称", "name"),
    "expect": ("应得", "the verdict the example must get"),
    "given": ("报告", "a miniature report, see: performance-rules schema report"),
    "parameters": ("参数", "values of parameters, by id, that have none at this level"),
    "says": ("应含", "texts that the finding must contain"),
    "unit": ("单位", "what kind of value the parameter has"),
    "alias": ("中文名", "name in expressions: '参数.…'"),
    "tighten": ("只准收紧", "up: a layer below may only raise it; down: only lower it"),
    "values": ("取值", "values by fiscal year, each with its own basis"),
    "value": ("值", "a number with its unit, texts, patterns, bands, or a scale of deduction"),
    "rule": ("规则", "id of the rule that is changed"),
    "verb": ("改法", "replace, set, disable or enable"),
    "reason": ("理由", "why it is changed here"),
    "review_by": ("复审日期", "when the change has to be looked at again"),
    "set": ("改动", "the keys to change and their new values"),
    "region": ("区划", "region code, GB/T 2260"),
    "extends": ("上级", "id of the layer above"),
    "version": ("版本", "version of the rules"),
    "document": ("文件", "laws and policies that a basis may refer to"),
    "about": ("所涉数", "amount, count or percent: only where such figures are compared"),
    "href": ("网址", "where the text was read"),
    "read_on": ("阅读日期", "when the text was read"),
    "stands_for": ("代表", "the bases that this id is short for"),
    "number": ("文号", "number of the document"),
}
"""Every key of a rule file: its Chinese name and what it means."""
