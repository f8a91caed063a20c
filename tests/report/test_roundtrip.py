"""A report goes out as a plain dict and comes back as the same report."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from tests.report.reports import EXAMPLE, reports

from performance_rules.report import (
    Account,
    Breakdown,
    Comparison,
    Figure,
    Line,
    Reason,
    Report,
    Share,
    Source,
    Statement,
    load_report,
)
from performance_rules.values.quantity import Amount, Count, Percent


def figure(*texts: str) -> Figure:
    """Return a figure that says amounts."""
    return Figure(tuple(Statement(Amount.parse(text)) for text in texts))


def with_final(final: Figure) -> Report:
    """Return a report of a single figure."""
    return Report(all_funds=Account(income=Line(final=final)))


CASES = {
    "an empty report": Report(),
    "empty parts": Report(
        fiscal=Account(income=Line()), disclosures=Breakdown("members"), previous=Report()
    ),
    "dates": Report(approved=dt.date(2022, 8, 1), published=dt.date(2022, 8, 31)),
    "a blank": with_final(Figure()),
    "a blank with a share": with_final(Figure(share=Share(Percent.parse("3%"), of="总收入"))),
    "several statements": with_final(figure("12.50万元", "125,000.00元", "125000.00元")),
    "statements with sources": with_final(
        Figure(
            (
                Statement(Amount.parse("1.2万元"), Source(table=1, row=2, column=3)),
                Statement(Amount.parse("1.2万元"), Source()),
            )
        )
    ),
    "exact": with_final(Figure((Statement(Amount.of("1.2万元", exact=True)),))),
    "the step of a spreadsheet column": with_final(
        Figure((Statement(attrs.evolve(Amount.parse("12.5万元"), step=10**10)),))
    ),
    "rounded by a word": with_final(figure("约300万元", "近3,500元", "1,200余元", "350万元以上")),
    "rounded by a word whose text is lost": with_final(
        Figure((Statement(attrs.evolve(Amount.parse("350万元以上"), printed="")),))
    ),
    "a rounded count": Report(
        three_public=Line(counts=(("groups", Figure((Statement(Count.parse("300余个")),))),))
    ),
    "an exact share": with_final(
        attrs.evolve(figure("1元"), share=Share(Percent.of(100, exact=True), source=Source(page=2)))
    ),
    "a comparison with every field": with_final(
        attrs.evolve(
            figure("8元"),
            comparisons=(
                Comparison(
                    "prior",
                    base=Amount.parse("10元"),
                    change=Amount.parse("-2元"),
                    rate=Percent.parse("-20.00%"),
                    completed=Percent.of(80, exact=True),
                    direction="down",
                    reason=Reason("会议减少", ("会议费",), Source(section="三", quote="会议减少")),
                    wording="上年决算数",
                    source=Source(document="a.docx", paragraph=4, start=0, end=9),
                ),
            ),
        )
    ),
    "two comparisons with one base": with_final(
        Figure(comparisons=(Comparison("prior"), Comparison("prior", wording="持平")))
    ),
    "a comparison with an unusual column": with_final(
        Figure(comparisons=(Comparison("prior"), Comparison("target")))
    ),
    "a reason without text": with_final(
        Figure(comparisons=(Comparison("prior", reason=Reason("", about=("会议费",))),))
    ),
    "counts": Report(
        three_public=Line(
            counts=(
                ("groups", Figure((Statement(Count.parse("2个")),))),
                ("trips", Figure()),
            )
        )
    ),
    "a line without the key its name implies": Report(
        three_public=Line(
            name="三公经费",
            breakdowns=(Breakdown("members", (Line(name="公务接待费", final=figure("1元")),)),),
        )
    ),
    "a key without the name it implies": Report(
        three_public=Line(
            key="three_public", breakdowns=(Breakdown("members", (Line(key="reception"),)),)
        )
    ),
    "a listed line that is called a total": Report(
        fiscal=Account(income=Line(breakdowns=(Breakdown("by_function", (Line(name="合计"),)),)))
    ),
    "breakdowns in another order": Report(
        fiscal=Account(
            expenditure=Line(
                breakdowns=(
                    Breakdown("members", complete=False),
                    Breakdown("by_function", reasons=(Reason("调减"),), notes=("见表",)),
                    Breakdown("by_function"),
                )
            )
        )
    ),
    "quantities of three kinds in one column": Report(
        evaluation=Line(
            breakdowns=(
                Breakdown(
                    "members",
                    tuple(
                        Line(name=str(q), actual=Figure((Statement(q),)))
                        for q in (
                            Percent.parse("95.00%"),
                            Count.parse("18人"),
                            Amount.parse("5.0万元"),
                        )
                    ),
                ),
            )
        )
    ),
}


@pytest.mark.parametrize("report", CASES.values(), ids=CASES)
def test_what_went_out_comes_back(report: Report) -> None:
    """Every part of the model survives the way to a dict, to JSON and back."""
    data = report.to_dict()

    assert report == Report.from_dict(data)
    assert data == json.loads(json.dumps(data, ensure_ascii=False))


@given(reports())
def test_any_report_comes_back(report: Report) -> None:
    """``Report.from_dict(report.to_dict()) == report``, whatever was said in whatever precision."""
    assert report == Report.from_dict(report.to_dict())


def test_the_example_comes_back() -> None:
    """The example report survives, and its numbers go out as they were printed."""
    report = load_report(EXAMPLE)

    data = report.to_dict()

    assert report == Report.from_dict(data)
    assert "738,259.25" in json.dumps(data)


def test_numbers_go_out_as_printed() -> None:
    """A printed text is kept where it says all; where it does not, the full form replaces it."""
    bare = Amount(Decimal("12.50"), "万元", printed="12.50")
    said = with_final(Figure((Statement(Amount.parse("12.50 万元")), Statement(bare))))

    account = said.to_dict()["all_funds"]

    assert {"income": {"final": {"statements": ["12.50 万元", "12.50万元"]}}} == account


def test_an_empty_optional_text_is_none() -> None:
    """A blank text says nothing, so a report cannot hold one where None would do."""
    assert Report() == Report(entity="", grade="")
    assert Comparison("prior") == Comparison("prior", wording="")
