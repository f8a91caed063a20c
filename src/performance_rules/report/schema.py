"""The JSON Schema of the plain dict that :func:`build_report` reads, made from the model itself.

For editors and other systems.  It accepts whatever the reader accepts; the reader is stricter,
for it also reads the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.report.fieldkinds import FIELD_KINDS, ref
from performance_rules.report.figures import (
    ABOUT_FLAT,
    COMPARISON_KEYS,
    FIGURE_KEYS,
    FLAT_WORDS,
    LISTED_KEYS,
    SHARE_KEYS,
    STATEMENT_KEYS,
    VS,
)
from performance_rules.report.keys import aliases, names_of
from performance_rules.report.model import (
    DIMENSIONS,
    Account,
    Breakdown,
    Comparison,
    Evaluation,
    Figure,
    Line,
    Paragraph,
    Reason,
    Report,
    Schedule,
    SeenTable,
    Share,
    Source,
    Statement,
    Step,
    terms_of,
)
from performance_rules.report.quantities import APPROXIMATE, QUANTITY_KEYS
from performance_rules.report.scalars import UNITS

Schema = dict[str, object]

_NUMBER_NOTE: Final = (
    "数字：文字、整数或小数。金额可带单位（738,259.25元、73.83万元），不带则按 unit；百分数带 %；"
    "空白写空文字。Numbers keep their printed decimals: send text or, in a JSON or TOML file, a "
    "decimal literal. A binary float handed over by a program is refused by the reader."
)
_BARE: Final = ("string", "integer", "number", "null")


def report_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a typed report as dict, JSON or TOML."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:performance-rules:report:1",
        "title": "类型化报告 Typed report",
        "description": (Report.__doc__ or "").strip(),
        "type": "object",
        "$ref": "#/$defs/Report",
        "$defs": {**_values(), **_claims(), **_tree()},
    }


def _values() -> Schema:
    """Return the schemas of quantities and of small values."""
    return {
        "Text": {"type": ["string", "integer", "null"]},
        "Texts": {"type": ["array", "string", "null"], "items": {"type": "string"}},
        "Unit": {"enum": [*UNITS, None], "title": "单位", "description": "unit of plain amounts"},
        "Number": {"type": list(_BARE), "description": _NUMBER_NOTE},
        "Quantity": _table("Quantity", QUANTITY_KEYS, _QUANTITY, also=_BARE),
        "Statement": _table("Statement", STATEMENT_KEYS, _QUANTITY | _of(Statement), also=_BARE),
        "Source": _table("Source", names_of(Source), _of(Source), also=("string", "null")),
        "Paragraph": _table("Paragraph", names_of(Paragraph), _of(Paragraph), also=("string",)),
        "Schedule": _table("Schedule", names_of(Schedule), _of(Schedule), also=()),
        "Step": _table("Step", names_of(Step), _of(Step), also=()),
        "SeenTable": _table("SeenTable", names_of(SeenTable), _of(SeenTable), also=("string",)),
    }


def _claims() -> Schema:
    """Return the schemas of figures and of what is claimed of them."""
    comparison = _of(Comparison) | {
        "flat": {"type": "boolean", "title": "持平", "description": "said to be unchanged"},
    }
    figure: Schema = {
        **_QUANTITY,
        **_of(Figure),
        **{key: schema for key, schema in _of(Statement).items() if key != "value"},
        "of": {**ref("Text"), **_said(Share, "of")},
        **{
            key: {**ref("Comparison"), "description": f"compared with {column}"}
            for key, column in VS.items()
        },
    }
    return {
        "Figure": _table("Figure", FIGURE_KEYS, figure, also=_BARE),
        "Share": _table("Share", SHARE_KEYS, _QUANTITY | _of(Share), also=_BARE),
        "Reason": _table("Reason", names_of(Reason), _of(Reason), also=("string", "null")),
        "Comparison": {
            **_table("Comparison", COMPARISON_KEYS, comparison, also=("string", "null")),
            "examples": [*FLAT_WORDS, ABOUT_FLAT],
        },
        "ListedComparison": _table("ListedComparison", LISTED_KEYS, comparison, also=()),
    }


def _tree() -> Schema:
    """Return the schemas of lines, breakdowns, accounts and the report."""
    unit = {"unit": ref("Unit")}
    dimensions = {
        name: {**ref("Breakdown"), "title": zh, "description": "one breakdown of the line"}
        for name, zh in DIMENSIONS.items()
    }
    complete = {"complete": _of(Breakdown)["complete"]}
    line = unit | _of(Line) | dimensions | complete
    breakdown = unit | _of(Breakdown) | _GRID
    report = unit | _of(Report) | {"$schema": {"type": "string"}}
    parts = {name: ref("Line") for name in _part_names()}
    counts = {name: ref("Figure") for name in _item_names("counts")}
    return {
        "Counts": {"type": ["object", "null"], "properties": counts, **_CLOSED},
        "Line": _table("Line", aliases(Line), line, also=_BARE, more=parts),
        "Breakdown": {
            **_table("Breakdown", aliases(Breakdown), breakdown, also=("array", "null")),
            "items": ref("Line"),
            "additionalProperties": ref("Line"),
        },
        "Account": _table("Account", aliases(Account), unit | _of(Account), also=("null",)),
        "Evaluation": _table("Evaluation", aliases(Evaluation), unit | _of(Evaluation), also=()),
        "Report": _table("Report", aliases(Report), report, also=("null",)),
    }


# ── from the model ──


def _of(cls: type) -> Schema:
    """Return the schemas of a model class's fields: what each holds, is called and means."""
    return {
        name: {**FIELD_KINDS[field.metadata["holds"]].schema, **_said(cls, name)}
        for name, field in terms_of(cls).items()
    }


def _said(cls: type, name: str) -> Schema:
    """Return the Chinese term of a field and what it means."""
    metadata = terms_of(cls)[name].metadata
    return {"title": metadata["zh"], "description": metadata["doc"]}


def _table(
    name: str,
    keys: Mapping[str, str],
    schemas: Mapping[str, object],
    *,
    also: tuple[str, ...],
    more: Mapping[str, object] | None = None,
) -> Schema:
    """Return the schema of a table; a further name of a key refers to the key's own schema.

    Args:
        name: the name of the definition.
        keys: every accepted key with the English one it means.
        schemas: the schema of each English key.
        also: what may stand instead of a table.
        more: further keys.
    """
    properties: Schema = {key: schemas[key] for key in schemas if keys.get(key) == key}
    for key, meant in keys.items():
        properties.setdefault(key, ref(f"{name}/properties/{meant}"))
    return {"type": ["object", *also], "properties": properties | dict(more or {}), **_CLOSED}


def _item_names(within: str) -> list[str]:
    items = [item for item in shipped_lexicon().items if item.within == within]
    return [name for item in items for name in (item.key, *item.names)]


def _part_names() -> list[str]:
    """Return the names of well-known parts of lines: those not of a breakdown's dimension."""
    elsewhere = ("", "counts", "disclosures", *DIMENSIONS)
    places = dict.fromkeys(item.within for item in shipped_lexicon().items)
    return [name for place in places if place not in elsewhere for name in _item_names(place)]


_CLOSED: Final[Schema] = {"additionalProperties": False}
_QUANTITY: Final[Schema] = {
    "value": ref("Number"),
    "unit": ref("Unit"),
    "exact": {"type": "boolean", "title": "精确", "description": "asserted to be the whole truth"},
    "approximate": {
        "enum": [*APPROXIMATE, None],
        "title": "约数",
        "description": "said to be rounded, and to which side the true number lies",
    },
    "step": {
        "$ref": "#/$defs/Number",
        "title": "步长",
        "description": "one unit of the last printed digit, in the unit of the value",
    },
}
_GRID: Final[Schema] = {
    "columns": {
        "type": "array",
        "items": {"type": "string"},
        "title": "表头",
        "description": "headings of the grid, with a unit if need be: 决算（万元）",
    },
    "rows": {
        "type": "array",
        "items": {"anyOf": [{"type": "array", "items": ref("Figure")}, {"type": "string"}]},
        "title": "行",
        "description": "the rows of the grid, a cell for each heading",
    },
}
