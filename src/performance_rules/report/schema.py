"""The JSON Schema of the plain dict that :func:`build_report` reads, made from the model itself.

For editors and other systems.  It accepts whatever the reader accepts; the reader is stricter,
for it also reads the numbers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, get_args, get_type_hints

from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.report.checks import YEARS
from performance_rules.report.evaluation import EvaluationKind
from performance_rules.report.figures import (
    ABOUT_FLAT,
    COMPARISON_KEYS,
    FIGURE_KEYS,
    FLAT_WORDS,
    LISTED_KEYS,
    SHARE_KEYS,
    STATEMENT_KEYS,
    VS,
    names_of,
)
from performance_rules.report.keys import aliases
from performance_rules.report.lines import Dimension
from performance_rules.report.model import (
    COLUMNS,
    DIMENSIONS,
    EVALUATION_KINDS,
    KINDS,
    SETTLED,
    STAGES,
    Account,
    Breakdown,
    Comparison,
    Evaluation,
    Figure,
    Kind,
    Line,
    Paragraph,
    Reason,
    Report,
    Schedule,
    SeenTable,
    Settled,
    Share,
    Source,
    Statement,
    Step,
    terms_of,
)
from performance_rules.report.quantities import APPROXIMATE, QUANTITY_KEYS
from performance_rules.report.scalars import MONTHS, PIECES, UNITS
from performance_rules.values.quantity import Amount, Count, Percent

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
    stages = [*STAGES, *STAGES.values()]
    stage: Schema = {"stage": {"enum": stages, **_said(Step, "stage")}}
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
        "Step": _table("Step", names_of(Step), _of(Step) | stage, also=()),
        "SeenTable": _table("SeenTable", names_of(SeenTable), _of(SeenTable), also=("string",)),
    }


def _claims() -> Schema:
    """Return the schemas of figures and of what is claimed of them."""
    comparison = _of(Comparison) | {
        "against": {"enum": [n for n, key in names_of(Line).items() if key in COLUMNS]},
        "flat": {"type": "boolean", "title": "持平", "description": "said to be unchanged"},
    }
    figure: Schema = {
        **_QUANTITY,
        **_of(Figure),
        **{key: schema for key, schema in _of(Statement).items() if key != "value"},
        "of": {**_ref("Text"), **_said(Share, "of")},
        **{
            key: {**_ref("Comparison"), "description": f"compared with {column}"}
            for key, column in VS.items()
        },
        "comparisons": {
            "type": "array",
            "items": _ref("ListedComparison"),
            **_said(Figure, "comparisons"),
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
    unit = {"unit": _ref("Unit")}
    lines = {"type": "array", "items": _ref("Line"), **_said(Breakdown, "lines")}
    dimensions = {
        name: {**_ref("Breakdown"), "title": zh, "description": "one breakdown of the line"}
        for name, zh in DIMENSIONS.items()
    }
    complete = {"complete": _of(Breakdown)["complete"]}
    line = unit | _of(Line) | dimensions | complete
    breakdown = unit | _of(Breakdown) | _GRID | {"lines": lines, "reasons": _REASONS}
    report = (
        unit
        | _of(Report)
        | {
            "$schema": {"type": "string"},
            "matters": {
                "anyOf": [_list_of(Line), _ref("Breakdown")],
                **_said(Report, "matters"),
            },
            "evaluations": {**_list_of(Evaluation), **_said(Report, "evaluations")},
            "year": {
                "type": ["integer", "null"],
                "minimum": YEARS[0],
                "maximum": YEARS[-1],
                **_said(Report, "year"),
            },
            "pictures": {
                "type": ["integer", "null"],
                "minimum": PIECES[0],
                "maximum": PIECES[-1],
                **_said(Report, "pictures"),
            },
        }
    )
    form = (
        unit
        | _of(Evaluation)
        | {
            "year": report["year"],
            "month": {
                "type": ["integer", "null"],
                "minimum": MONTHS[0],
                "maximum": MONTHS[-1],
                **_said(Evaluation, "month"),
            },
        }
    )
    parts = {name: _ref("Line") for name in _part_names()}
    counts = {name: _ref("Figure") for name in _item_names("counts")}
    return {
        "Counts": {"type": ["object", "null"], "properties": counts, **_CLOSED},
        "Line": _table("Line", aliases(Line), line, also=_BARE, more=parts),
        "Breakdown": {
            **_table("Breakdown", aliases(Breakdown), breakdown, also=("array", "null")),
            "items": _ref("Line"),
            "additionalProperties": _ref("Line"),
        },
        "Account": _table("Account", aliases(Account), unit | _of(Account), also=("null",)),
        "Evaluation": _table("Evaluation", aliases(Evaluation), form, also=()),
        "Report": _table("Report", aliases(Report), report, also=("null",)),
    }


# ── from the model ──


def _of(cls: type) -> Schema:
    """Return the schemas of a model class's fields, from their types and their metadata."""
    hints = get_type_hints(cls)
    return {name: {**_of_type(hints[name]), **_said(cls, name)} for name in terms_of(cls)}


def _of_type(hint: object) -> Schema:
    """Return the schema of a field's type."""
    options: list[object] = [part for part in get_args(hint) if part is not type(None)] or [hint]
    for literal, named in _NAMED.items():
        if literal in (hint, options[0]):
            return {"enum": [*named, *named.values(), None]}
    if options[-1] is Ellipsis:  # tuple[part, ...]
        if options[0] is str:
            return _ref("Texts")
        pairs = not isinstance(options[0], type)  # tuple[tuple[str, Figure], ...]: a table
        return _ref("Counts") if pairs else _list_of(options[0])
    if any(option in (Amount, Percent, Count) for option in options):
        return _ref("Quantity")
    return dict(_PLAIN[options[0]]) if options[0] in _PLAIN else _ref(_name(options[0]))


def _list_of(part: object) -> Schema:
    return {"type": ["array", "null"], "items": _ref(_name(part))}


def _name(cls: object) -> str:
    return str(getattr(cls, "__name__", cls))


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
        properties.setdefault(key, _ref(f"{name}/properties/{meant}"))
    return {"type": ["object", *also], "properties": properties | dict(more or {}), **_CLOSED}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _item_names(within: str) -> list[str]:
    items = [item for item in shipped_lexicon().items if item.within == within]
    return [name for item in items for name in (item.key, *item.names)]


def _part_names() -> list[str]:
    """Return the names of well-known parts of lines: those not of a breakdown's dimension."""
    elsewhere = ("", "counts", "disclosures", *DIMENSIONS)
    places = dict.fromkeys(item.within for item in shipped_lexicon().items)
    return [name for place in places if place not in elsewhere for name in _item_names(place)]


_NAMED: Final[Mapping[object, Mapping[str, str]]] = {
    Settled: SETTLED,
    Kind: KINDS,
    EvaluationKind: EVALUATION_KINDS,
    Dimension: DIMENSIONS,
}
"""The Chinese names of the values that a field is one of."""

_CLOSED: Final[Schema] = {"additionalProperties": False}
_REASONS: Final[Schema] = {
    "anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Reason"}}, {"$ref": "#/$defs/Reason"}],
    **_said(Breakdown, "reasons"),
}
_PLAIN: Final[dict[object, Schema]] = {
    str: {"$ref": "#/$defs/Text"},
    int: {"type": ["integer", "null"]},
    bool: {"type": ["boolean", "null"]},
    dt.date: {"type": ["string", "null"], "format": "date"},
}
_QUANTITY: Final[Schema] = {
    "value": _ref("Number"),
    "unit": _ref("Unit"),
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
        "items": {"anyOf": [{"type": "array", "items": _ref("Figure")}, {"type": "string"}]},
        "title": "行",
        "description": "the rows of the grid, a cell for each heading",
    },
}
