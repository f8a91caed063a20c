"""The table of fields: what a row of the model says is built, goes out, comes back, is told."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import attrs
import pytest
from jsonschema import Draft202012Validator
from tests.report.reading import built

from performance_rules.report import Report, report_schema
from performance_rules.report.fieldkinds import FIELD_KINDS
from performance_rules.report.grid import CLAIMS
from performance_rules.report.keys import COLUMN_NAMES, aliases, headings_of, names_of
from performance_rules.report.model import (
    COLUMNS,
    Account,
    Breakdown,
    Comparison,
    Evaluation,
    Figure,
    Line,
    Paragraph,
    Reason,
    Schedule,
    SeenTable,
    Share,
    Source,
    Statement,
    Step,
    terms_of,
)
from performance_rules.values.quantity import Amount, Count, Percent

SCHEMA: Final[dict[str, Any]] = report_schema()
VALIDATOR: Final = Draft202012Validator(SCHEMA)

MONEY: Final = Amount.parse("1.50万元")
FIGURE: Final = Figure((Statement(MONEY),))
MANY: Final = Figure((Statement(Count.parse("3")),))
LINE: Final = Line(name="甲", final=FIGURE)

HELD: Final[dict[str, Any]] = {
    "text": "文字",
    "words": "名称",
    "texts": ("一句",),
    "date": dt.date(2022, 8, 31),
    "year": 2021,
    "month": 6,
    "pieces": 3,
    "heading": 2,
    "number": 4,
    "mark": "表1",
    "region": "440205",
    "document": "budget",
    "form": "project",
    "sense": "at_most",
    "settled": "inherited",
    "dimension": "by_function",
    "column": "prior_budget",
    "stage": "contract",
    "dated": 7,
    "amount": FIGURE,
    "count": MANY,
    "any": FIGURE,
    "quantity": MONEY,
    "level": MONEY,
    "rate": Percent.parse("5.0%"),
    "source": Source(page=2),
    "reason": Reason("会议减少"),
    "share": Share(Percent.parse("5.0%")),
    "account": Account(income=LINE),
    "line": LINE,
    "breakdown": Breakdown("members", (LINE,)),
    "report": Report(year=2020),
    "statements": (Statement(MONEY), Statement(MONEY)),
    "comparisons": (Comparison("prior"), Comparison("prior")),
    "reasons": (Reason("会议减少"),),
    "paragraphs": (Paragraph("一段"),),
    "tables": (SeenTable("一表"),),
    "schedules": (Schedule("甲"),),
    "steps": (Step("start", 2022),),
    "parts": (LINE,),
    "matters": (LINE,),
    "breakdowns": (Breakdown("by_source"), Breakdown("members", complete=False)),
    "evaluations": (Evaluation(name="甲"),),
    "counts": (("groups", MANY),),
}
"""One value of every kind, unlike what a field says where nothing is given."""

FIELDS: Final = [
    (cls, name)
    for cls in (
        *(Report, Account, Line, Breakdown, Figure, Statement, Share, Comparison, Reason, Source),
        *(Paragraph, SeenTable, Schedule, Step, Evaluation),
    )
    for name in terms_of(cls)
]
"""Every field of the model."""


def value_of(cls: type, name: str) -> Any:
    """Return a value of a field that is unlike its default."""
    field = terms_of(cls)[name]
    holds = field.metadata["holds"]
    return not field.default if holds == "bool" else HELD[holds]


REQUIRED: Final[dict[type, dict[str, Any]]] = {
    Line: {"name": "甲"},
    Breakdown: {"dimension": "members"},
    Statement: {"value": MONEY},
    Share: {"value": HELD["rate"]},
    Comparison: {"against": "prior"},
    Reason: {"text": "会议减少"},
    Paragraph: {"text": "一段"},
    SeenTable: {"caption": "一表"},
    Step: {"stage": "start", "year": 2022, "month": 5},
}
"""What a part must say for any of its fields to make sense."""


def report_with(cls: type, part: Any) -> Report:
    """Return a report of a part of some class and what it must stand in."""
    line: dict[type, Any] = {
        Figure: lambda: Line(name="甲", final=part),
        Statement: lambda: Line(name="甲", final=Figure((part,))),
        Share: lambda: Line(name="甲", final=Figure((Statement(MONEY),), share=part)),
        Comparison: lambda: Line(name="甲", final=Figure((Statement(MONEY),), comparisons=(part,))),
        Breakdown: lambda: Line(name="甲", breakdowns=(part,)),
        Reason: lambda: Line(name="甲", breakdowns=(Breakdown("members", reasons=(part,)),)),
        Line: lambda: part,
    }
    if cls is Report:
        return part  # type: ignore[no-any-return]
    if cls in line:
        return Report(matters=(line[cls](),))
    places: dict[type, Any] = {
        Account: lambda: Report(fiscal=part),
        Source: lambda: Report(text=(Paragraph("一段", source=part),)),
        Paragraph: lambda: Report(text=(part,)),
        SeenTable: lambda: Report(tables=(part,)),
        Schedule: lambda: Report(schedules=(part,)),
        Step: lambda: Report(schedules=(Schedule("甲", (part,)),)),
        Evaluation: lambda: Report(evaluations=(part,)),
    }
    return places[cls]()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("cls", "name"), FIELDS, ids=[f"{cls.__name__}.{name}" for cls, name in FIELDS]
)
def test_a_field_is_built_goes_out_and_is_described(cls: type, name: str) -> None:
    """It survives the way to a dict and back, and the schema knows it."""
    required = REQUIRED.get(cls, {})
    report = report_with(cls, cls(**{**required, name: value_of(cls, name)}))
    data = report.to_dict()

    assert report == built(data)
    assert [] == [error.message for error in VALIDATOR.iter_errors(data)]
    assert name in required or data != report_with(cls, cls(**required)).to_dict()


@pytest.mark.parametrize(
    ("cls", "name"), FIELDS, ids=[f"{cls.__name__}.{name}" for cls, name in FIELDS]
)
def test_a_field_has_a_row(cls: type, name: str) -> None:
    """A Chinese term of its own, a meaning, a kind that is known; the schema says so by both."""
    row = terms_of(cls)[name].metadata
    known = names_of(cls)
    properties = SCHEMA["$defs"][schema_of(cls, name)]["properties"]

    assert row["doc"]
    assert row["holds"] in FIELD_KINDS
    assert known[row["zh"]] == known[name] == name
    assert {row["zh"], row["doc"]} <= {*map(str, properties[name].values())}
    assert row["zh"] in properties


def schema_of(cls: type, name: str) -> str:
    """Return the definition in which a field of a class is described."""
    return "ListedComparison" if (cls, name) == (Comparison, "against") else cls.__name__


def test_every_kind_is_held_by_some_field() -> None:
    """A kind that no row names would be read by nobody."""
    held = {terms_of(cls)[name].metadata["holds"] for cls, name in FIELDS}

    assert set(FIELD_KINDS) == held


def test_every_class_of_the_model_is_in_the_table() -> None:
    """Whatever a field consists of has rows of its own."""
    parts = {kind.part for kind in FIELD_KINDS.values() if kind.part is not None}

    assert parts <= {cls for cls, _ in FIELDS}


HEADED: Final = [
    (cls, heading, name)
    for cls in (Line, Figure, Share, Comparison)
    for heading, name in headings_of(cls).items()
    if cls is not Line or heading not in CLAIMS
]


@pytest.mark.parametrize(("cls", "heading", "name"), HEADED)
def test_a_heading_of_the_table_heads_a_column(cls: type, heading: str, name: str) -> None:
    """A grid with it fills the field of its row; a claim that of the figure before it."""
    before = [] if cls is Line else ["决算"]
    holds = terms_of(cls)[name].metadata["holds"]
    cell = {"rate": "5%", "share": "5%", "sense": "不低于"}.get(holds, "3")
    if name == "of":
        before.append("占比")
    grid = {
        "columns": ["科目", *before, heading],
        "rows": [["甲", *(("8" if b == "决算" else "5%") for b in before), cell]],
    }
    (line,) = built({"matters": grid}).matters
    part: Any = line
    if cls is not Line:
        figure = line.final
        assert figure is not None
        part = {Figure: figure, Share: figure.share, Comparison: (*figure.comparisons, None)[0]}[
            cls
        ]

    assert getattr(part, name) is not None


def test_the_columns_of_a_line_are_keys_by_every_name() -> None:
    """年初预算数 is a key as it is a heading."""
    assert set(COLUMN_NAMES.values()) == set(COLUMNS)
    assert COLUMN_NAMES.items() <= aliases(Line).items()


def test_what_a_field_says_is_said_once() -> None:
    """No class has two fields of one Chinese term."""
    for cls in {cls for cls, _ in FIELDS}:
        terms = [a.metadata["zh"] for a in attrs.fields(cls) if "zh" in a.metadata]
        assert len(terms) == len(set(terms)), cls
