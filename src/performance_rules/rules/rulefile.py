"""A rule file as it is read: one TOML file to a rule, parameter or override, checked on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, cast

from attrs import evolve

from performance_rules.errors import Message, Problem
from performance_rules.language.scope import Value
from performance_rules.language.types import Type
from performance_rules.lexicon.lexicon import Lexicon
from performance_rules.rules.clauses import Clauses
from performance_rules.rules.keys import (
    EXAMPLE_KEYS,
    OVERRIDE_KEYS,
    PARAMETER_KEYS,
    RULE_KEYS,
    RULE_KEYS_OF_REPLACE,
    SETTABLE,
    VERBS,
    equivalents,
    kinds_named,
    one_of,
    period,
    unknown_parts,
)
from performance_rules.rules.law import read_basis
from performance_rules.rules.mentions import declared, names_in
from performance_rules.rules.model import (
    LISTS,
    SEVERITIES,
    UNITS,
    VERDICTS,
    Basis,
    DatedValue,
    Example,
    LegalDocument,
    Override,
    Parameter,
    Rule,
    Severity,
)
from performance_rules.rules.parameters import added_to, parameter_value, printed_value
from performance_rules.rules.refusals import of_the_change
from performance_rules.rules.toml import Key, TomlFile, check_keys, good_keys
from performance_rules.values.quantity import QuantityError
from performance_rules.values.unchanging import unchanging


def _fault(text: Mapping[str, str]) -> Message:
    """Return what is wrong where a rule does not hold; without such words, what it asks for."""
    zh = text.get("fault") or f"不合“{text['title']}”的要求"
    return Message(zh, text.get("fault_en") or f'not met: "{text["title_en"]}"')


class RuleReader:
    """One file being read: its problems, and the words expressions may use."""

    def __init__(
        self,
        file: TomlFile,
        layer: str,
        lexicon: Lexicon,
        parameters: Mapping[str, tuple[str, Type]],
        documents: Mapping[str, LegalDocument],
        doubtful: Collection[str] = (),
    ) -> None:
        """Keep what the file is checked against.

        Args:
            file: the file.
            layer: the layer it stands in.
            lexicon: the well-known items.
            parameters: id and type of the parameters, by id and alias.
            documents: the laws, by id.
            doubtful: parameters that are there but could not be read.
        """
        self.file = file
        self.layer = layer
        self.lexicon = lexicon
        self.parameters = parameters
        self.documents = documents
        self.doubtful = doubtful
        self.problems: list[Problem] = []
        self.fitting: set[tuple[str, str]] = set()  # examples often share their scales

    def rule(
        self, data: Mapping[str, object] | None = None, own: Collection[str] | None = None
    ) -> Rule | None:
        """Return the rule of the file, or None with problems.

        Args:
            data: the keys, where they are not those of the file alone.
            own: the named expressions that the file itself gives, all by default.
        """
        given = self.file.data if data is None else data
        self.problems += check_keys(self.file, given, RULE_KEYS)
        raw = good_keys(given, RULE_KEYS)
        text = cast("Mapping[str, str]", raw)
        self.problems += period(self.file, (), raw)
        kinds = kinds_named(self.file, raw, (), self.problems)
        if "severity" in raw:
            self.one_of(("severity",), text["severity"], SEVERITIES)
        if "floor" in raw:
            self.one_of(("floor",), text["floor"], SEVERITIES)
        clauses = Clauses(self.file, self.lexicon, self.parameters, self.doubtful)
        checker = clauses.checker
        if any(key in given and key not in raw for key in ("each", "let")):
            clauses.lose(names_in(raw))
        clauses.lose(declared(given, RULE_KEYS))
        clauses.lets(cast("Mapping[str, object]", raw.get("let", {})), own)
        each = clauses.each(text.get("each", ""), names_in(raw))
        when = clauses.condition("when", text["when"]) if "when" in raw else None
        asserts = clauses.condition("assert", text["assert"]) if "assert" in raw else None
        message = clauses.template("message", text.get("message", ""))
        message_en = clauses.template("message_en", text.get("message_en", ""))
        clauses.finish()
        self.problems += clauses.problems
        basis = self.basis(raw.get("basis", ()), ("basis",))
        examples = self.examples(raw.get("example", ()))
        equivalent = equivalents(self.file, raw, self.problems)
        if self.problems or asserts is None:
            return None
        return Rule(
            id=text["id"],
            title=Message(text["title"], text["title_en"]),
            severity=cast("Severity", text["severity"]),
            why=text["why"],
            message=message,
            message_en=message_en,
            asserts=asserts,
            when=when,
            each=each,
            advice=Message(text["advice"], text["advice_en"]),
            fault=_fault(text),
            covers=tuple(cast("list[str]", raw.get("covers", []))),
            kinds=kinds,
            since=cast("int | None", raw.get("since")),
            until=cast("int | None", raw.get("until")),
            enabled=raw.get("enabled") is not False,
            floor=cast("Severity | None", raw.get("floor")),
            may_disable=raw.get("may_disable") is not False,
            basis=basis,
            examples=examples,
            always_judged=text.get("always_judged", ""),
            equivalent=equivalent,
            parameters=frozenset(checker.used),
            slots=checker.slots,
            lets={name: let.typed for name, let in checker.lets.items()},
            origin=self.file.name,
            layer=self.layer,
            text=given,
        )

    def one_of(self, path: tuple[str | int, ...], value: str, allowed: tuple[str, ...]) -> None:
        """Note a value that is not one of a closed list."""
        self.problems += one_of(self.file, path, value, allowed)

    def basis(self, data: object, path: tuple[str | int, ...]) -> tuple[Basis, ...]:
        """Return the legal bases; each must name a known document."""
        return read_basis(self.file, data, path, self.documents, self.problems)

    def examples(self, data: object) -> tuple[Example, ...]:
        """Return the examples; their reports are built when they are run."""
        out = []
        for i, item in enumerate(data if isinstance(data, tuple) else ()):
            at = ("example", i)
            wrong = check_keys(self.file, item, EXAMPLE_KEYS, at)
            self.problems += wrong
            good = cast("dict[str, Any]", good_keys(item, EXAMPLE_KEYS) if wrong else item)
            if "expect" in good:
                self.one_of((*at, "expect"), good["expect"], VERDICTS)
            self.problems += unknown_parts(self.file, good.get("given", {}), (*at, "given"))
            given = good.get("parameters", {})
            self.example_parameters(given, (*at, "parameters"))
            if not wrong:
                said = good["expect"], good["given"], tuple(good.get("says", ()))
                out.append(Example(good["name"], *said, given))
        return tuple(out)

    def example_parameters(self, given: Mapping[str, object], at: tuple[str | int, ...]) -> None:
        """Note parameter values of an example that no rule could use."""
        for name, value in given.items():
            if name not in self.doubtful:
                self.one_of(at, name, tuple(self.parameters))
            if name in self.parameters:
                kind = self.parameters[name][1]
                unit = next(unit for unit, known in UNITS.items() if known == kind)
                said = unit, repr(value)
                if said not in self.fitting and self.value(value, unit, at) is not None:
                    self.fitting.add(said)

    def parameter(self, above: Parameter | None) -> Parameter | None:
        """Return the parameter of the file; a layer below may give values only."""
        given = self.file.data
        self.problems += check_keys(self.file, given, PARAMETER_KEYS)
        raw = good_keys(given, PARAMETER_KEYS)
        unit = str(raw.get("unit", above.unit if above else ""))
        if "unit" in raw or "unit" not in given:
            self.one_of(("unit",), unit, tuple(UNITS))
        tighten = raw.get("tighten", above.tighten if above else None)
        if tighten is not None:
            self.one_of(("tighten",), str(tighten), ("up", "down"))
            if unit in ("scale", "sheet"):
                zh = f"{UNITS[unit].zh()}没有松紧可比，不能写 tighten"
                en = f"a {unit} is neither looser nor tighter than another, so it has no tighten"
                self.problems.append(self.file.problem(("tighten",), zh, en))
        self.same_as_above("unit", unit, above.unit if above else unit)
        self.same_as_above("tighten", tighten, above.tighten if above else tighten)
        for key in ("alias", "title"):
            if above and key in raw:
                self.same_as_above(key, raw[key], getattr(above, key))
        if not given.get("title") and "title" not in raw and above is None:
            self.problems.append(self.file.problem(("id",), "缺少“title”", "'title' is missing"))
        values = [
            v
            for i, item in enumerate(cast("list[dict[str, object]]", raw.get("values", [])))
            for v in self.dated(item, ("values", i), unit, above)
        ]
        starts = [v.since for v in values]
        for i, since in enumerate(starts):
            if since in starts[:i]:
                self.problems.append(
                    self.file.problem(
                        ("values", i),
                        f"有两个值都从 {since or '一开始'} 起",
                        f"two values start in {since or 'the beginning'}",
                    )
                )
        if self.problems:
            return None
        return Parameter(
            id=str(raw["id"]),
            unit=unit,
            title=str(raw.get("title", above.title if above else "")),
            alias=cast("str | None", raw.get("alias", above.alias if above else None)),
            tighten=cast("str | None", tighten),
            values=tuple(values),
            origin=self.file.name,
            layer=self.layer,
        )

    def same_as_above(self, key: str, given: object, above: object) -> None:
        """Note a key of a parameter that a layer below may not change."""
        if given != above:
            self.problems.append(
                self.file.problem(
                    (key,),
                    f"下级只能给值，不能把“{key}”从 {above} 改成 {given}",
                    f"a layer below gives values only, it cannot turn '{key}' from {above} "
                    f"into {given}",
                )
            )

    def dated(
        self,
        item: Mapping[str, object],
        at: tuple[str | int, ...],
        unit: str,
        above: Parameter | None,
    ) -> list[DatedValue]:
        """Return one dated value of a parameter; of a list added to, one for each value above."""
        keys = {
            "since": Key("integer"),
            "until": Key("integer"),
            "value": Key("value", not {"add", "remove"} & set(item)),
            "add": Key("value" if unit == "sheet" else "texts"),
            "remove": Key("texts"),
            "basis": Key("value") if isinstance(item.get("basis"), tuple) else Key("table"),
        }
        self.problems += check_keys(self.file, item, keys, at)
        item = good_keys(item, keys)
        since, until = cast("int | None", item.get("since")), cast("int | None", item.get("until"))
        self.problems += period(self.file, at, item)
        basis = self.basis(item.get("basis", ()), at)
        if {"add", "remove"} & set(item):
            if unit not in LISTS or not (above and above.values) or "value" in item:
                zh = "add、remove 只用于上级已有的列表"
                self.problems.append(
                    self.file.problem(at, zh, "add and remove are for a list given above")
                )
                return []
            more = self.value(item.get("add", ()), unit, (*at, "add"))
            if more is None:
                return []
            found, wrong = added_to(self.file, item, more, at, above)
            self.problems += wrong
            return [evolve(v, basis=basis, layer=self.layer, origin=self.file.name) for v in found]
        if "value" not in item or unit not in UNITS:
            return []
        value = self.value(item["value"], unit, (*at, "value"))
        if value is None:
            return []
        printed = printed_value(value if unit == "sheet" else item["value"])
        return [DatedValue(since, until, value, printed, basis, self.layer, self.file.name)]

    def value(self, given: object, unit: str, at: tuple[str | int, ...]) -> Value | None:
        """Return a parameter's value, or None with a problem."""
        try:
            return parameter_value(given, unit)
        except (QuantityError, KeyError, TypeError, ValueError) as refusal:
            zh, en = refusal.args if len(refusal.args) == 2 else (refusal, refusal)
            shown = f"“{given}”" if isinstance(given, str) else ""
            self.problems.append(
                self.file.wrong_value(
                    at,
                    f"{shown}不能作{UNITS[unit].zh()}：{zh}",
                    f"no {UNITS[unit].en()}: {en}",
                )
            )
            return None

    def override(self) -> Override | None:
        """Return the override of the file."""
        keys = OVERRIDE_KEYS | RULE_KEYS_OF_REPLACE
        given = {k: v for k, v in self.file.data.items() if k != "review_by"}
        review_by = self.file.data.get("review_by")
        self.problems += check_keys(self.file, given, keys)
        raw = good_keys(given, keys)
        self.problems += period(self.file, (), raw)
        verb = str(raw.get("verb", ""))
        if "verb" in raw:
            self.one_of(("verb",), verb, VERBS)
        basis = self.basis(raw.get("basis", ()), ("basis",))
        examples = self.examples(raw.get("example", ()))
        changes = cast("dict[str, object]", raw.get("set", {}))
        for key in changes:
            if key not in SETTABLE:
                self.problems.append(
                    self.file.problem(
                        ("set", key),
                        f"set 不能改“{key}”",
                        f"set cannot change '{key}'",
                        Message("用 replace 换整条规则", "use replace to exchange the rule"),
                    )
                )
        if self.problems:  # else its values are checked with the rule that they change
            self._check_values(changes)
        if verb == "replace":
            changes = {k: v for k, v in raw.items() if k in RULE_KEYS_OF_REPLACE}
        if not self.problems and (verb in ("set", "replace")) != bool(changes):
            self.problems.append(
                self.file.problem(
                    ("verb",),
                    f"verb = {verb} 与所给内容不符",
                    f"verb = {verb} does not go with what is given",
                    Message(
                        "set 要有 [set] 表，replace 要有新的 assert 等，disable/enable 都不要",
                        "set needs a [set] table, replace a new assert; disable and enable neither",
                    ),
                )
            )
        if self.problems:
            return None
        return Override(
            rule=str(raw["rule"]),
            verb=verb,
            reason=str(raw["reason"]),
            since=cast("int | None", raw.get("since")),
            until=cast("int | None", raw.get("until")),
            review_by=review_by if isinstance(review_by, dt.date) else None,
            basis=basis,
            examples=examples,
            changes=changes,
            origin=self.file.name,
            layer=self.layer,
            file=self.file,
        )

    def _check_values(self, changes: Mapping[str, object]) -> None:
        """Note the values of ``set`` that no rule could have."""
        known = {key: value for key, value in changes.items() if key in SETTABLE}
        self.problems += check_keys(self.file, known, RULE_KEYS_OF_REPLACE, ("set",))
        good = good_keys(known, RULE_KEYS_OF_REPLACE)
        kinds_named(self.file, good, ("set",), self.problems)
        self.basis(good.get("basis", ()), ("set", "basis"))
        if "severity" in good:
            self.one_of(("set", "severity"), str(good["severity"]), SEVERITIES)

    def changed(self, rule: Rule, override: Override) -> Rule | None:
        """Return a rule after ``set`` or ``replace``, checked anew."""
        raw = {**rule.text, **override.changes}
        own = cast("Mapping[str, object]", override.changes.get("let", {}))
        if "let" in rule.text:
            above = cast("Mapping[str, object]", rule.text["let"])
            raw["let"] = unchanging({**above, **own})
        if override.examples:
            raw["example"] = self.file.data["example"]
        before = len(self.problems)
        again = self.rule({k: v for k, v in raw.items() if k in RULE_KEYS}, own)
        for i in range(before, len(self.problems)):
            self.problems[i] = of_the_change(self.file, self.problems[i], override.changes)
        return evolve(again, layer=self.layer, origin=self.file.name) if again else None
