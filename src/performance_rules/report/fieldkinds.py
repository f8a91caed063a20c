"""What a field may hold: how it is read, of what parts it consists, what the schema says of it.

The other half of the table of fields: a row of the model (``fields``) says which of these it holds.
What is a single value is read here; what is a flat table by ``figures``; what is a line, or has
lines in it, by ``build``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from performance_rules.report.checks import YEARS
from performance_rules.report.model import (
    COLUMNS,
    DIMENSIONS,
    EVALUATION_KINDS,
    KINDS,
    SETTLED,
    STAGES,
    Account,
    Breakdown,
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
from performance_rules.report.problems import Problems
from performance_rules.report.regions import read_region
from performance_rules.report.scalars import (
    MONTHS,
    PIECES,
    read_date,
    read_flag,
    read_form,
    read_heading,
    read_kind,
    read_mark,
    read_month,
    read_number,
    read_pieces,
    read_sense,
    read_text,
    read_texts,
    read_words,
    read_year,
)

Schema = Mapping[str, object]
Read = Callable[[object, str, Problems], object]
"""Reads a single value from what stands there, its path, and the problems."""


@frozen
class FieldKind:
    """What a field holds.

    Attributes:
        schema: what the schema says of it.
        read: how it is read, if it is a single value.
        part: the class of it, or of each of its items, if it is none.
        many: whether it is a list of parts.
        bare: the field of a part that is given where a text stands instead of its table.
    """

    schema: Schema
    read: Read | None = None
    part: type | None = None
    many: bool = False
    bare: str = ""


def ref(name: str) -> dict[str, object]:
    """Return the schema that refers to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def list_of(part: type) -> dict[str, object]:
    """Return the schema of a list of parts of a class."""
    return {"type": ["array", "null"], "items": ref(part.__name__)}


def _one(part: type, bare: str = "") -> FieldKind:
    return FieldKind(ref(part.__name__), part=part, bare=bare)


def _many(part: type, bare: str = "", schema: Schema | None = None) -> FieldKind:
    return FieldKind(schema or list_of(part), part=part, many=True, bare=bare)


def _of(names: Mapping[str, str]) -> Schema:
    """Return the schema of what is one of a few, by key or by Chinese name."""
    return {"enum": [*names, *names.values(), None]}


def _whole(within: range | None = None) -> Schema:
    limits = {} if within is None else {"minimum": within[0], "maximum": within[-1]}
    return {"type": ["integer", "null"], **limits}


def _columns() -> list[str]:
    """Return the columns by English name, then by Chinese term."""
    terms = terms_of(Line)
    return [*COLUMNS, *(terms[column].metadata["zh"] for column in COLUMNS)]


FIELD_KINDS: Final[Mapping[str, FieldKind]] = {
    "text": FieldKind(ref("Text"), read_text),
    "words": FieldKind({"type": ["string", "null"]}, read_words),
    "texts": FieldKind(ref("Texts"), read_texts),
    "bool": FieldKind({"type": ["boolean", "null"]}, read_flag),
    "date": FieldKind({"type": ["string", "null"], "format": "date"}, read_date),
    "year": FieldKind(_whole(YEARS), read_year),
    "month": FieldKind(_whole(MONTHS), read_month),
    "pieces": FieldKind(_whole(PIECES), read_pieces),
    "heading": FieldKind(_whole(), read_heading),
    "number": FieldKind(_whole(), read_number),
    "mark": FieldKind(ref("Text"), read_mark),
    "region": FieldKind(ref("Text"), read_region),
    "document": FieldKind(_of(KINDS), read_kind),
    "form": FieldKind(_of(EVALUATION_KINDS), read_form),
    "sense": FieldKind(ref("Text"), read_sense),
    # What the rest of their table decides on as well.
    "settled": FieldKind(_of(SETTLED)),
    "dimension": FieldKind(_of(DIMENSIONS)),
    "column": FieldKind({"enum": _columns()}),
    "stage": FieldKind({"enum": [*STAGES, *STAGES.values()]}),
    "dated": FieldKind(_whole(), lambda value, *_: value),
    # Numbers: of a figure, and of what is claimed of it.
    **dict.fromkeys(("amount", "count", "any"), _one(Figure)),
    **dict.fromkeys(("quantity", "level", "rate"), FieldKind(ref("Quantity"))),
    # Parts.
    "source": _one(Source, "document"),
    "reason": _one(Reason, "text"),
    "share": _one(Share),
    "account": _one(Account),
    "line": _one(Line),
    "breakdown": _one(Breakdown),
    "report": _one(Report),
    "statements": _many(Statement),
    "comparisons": FieldKind({"type": "array", "items": ref("ListedComparison")}),
    "reasons": _many(
        Reason,
        "text",
        {"anyOf": [{"type": "array", "items": ref("Reason")}, ref("Reason")]},
    ),
    "paragraphs": _many(Paragraph, "text"),
    "tables": _many(SeenTable, "caption"),
    "schedules": _many(Schedule),
    "steps": _many(Step),
    "parts": _many(Line, schema={"type": "array", "items": ref("Line")}),
    "matters": _many(Line, schema={"anyOf": [list_of(Line), ref("Breakdown")]}),
    "breakdowns": _many(Breakdown),
    "evaluations": _many(Evaluation),
    "counts": FieldKind(ref("Counts")),
}
"""Every kind of field, by what a row of the model says that it holds."""
