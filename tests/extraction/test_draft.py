"""The draft: whole lists, codes that nest, names that no list has."""

from __future__ import annotations

from performance_rules.extraction.draft import Draft, DraftLine
from performance_rules.report.model import Source
from performance_rules.values import Amount


def said(line: DraftLine, amount: str) -> None:
    """State an outturn."""
    line.say("final", Amount.parse(amount), Source())


def test_an_incomplete_breakdown_is_whole_when_one_list_has_all_its_parts() -> None:
    """What a list gave as the whole line proves the breakdown, until another part is spoken of."""
    line = DraftLine()
    parts = [line.part("by_function", name) for name in ("教育支出", "农林水支出")]
    for part in parts:
        said(part, "1.00元")
    line.incomplete.add("by_function")
    assert not line.complete("by_function")
    line.listed("by_function", parts)
    assert line.complete("by_function")
    said(line.part("by_function", "国防支出"), "1.00元")
    assert not line.complete("by_function")


def test_codes_nest_below_the_codes_they_extend() -> None:
    """A flat item and the nested one of a table become one figure with two statements."""
    draft = Draft()
    top = draft.line("general_budget", "expenditure")
    said(top.part("by_function", "小学教育", code="2050202"), "3.00元")
    nested = top.part("by_function", "教育支出", code="205")
    said(nested, "3.00元")
    said(nested.part("by_function", "小学教育", code="2050202"), "3.00元")
    report = draft.report()
    assert report.general_budget is not None
    assert report.general_budget.expenditure is not None
    (breakdown,) = report.general_budget.expenditure.breakdowns
    (only,) = breakdown.lines
    assert only.code == "205"
    (item,) = only.breakdowns[0].lines
    assert item.final is not None
    assert len(item.final.statements) == 2


def test_a_name_outside_a_whole_list_is_unbound() -> None:
    """A part without code that the whole list does not have is another name for one of its own."""
    draft = Draft()
    top = draft.line("fiscal", "expenditure")
    parts = [top.part("by_function", name) for name in ("教育支出", "农林水支出")]
    for part in parts:
        said(part, "1.00元")
    top.incomplete.add("by_function")
    top.listed("by_function", parts)
    said(top.part("by_function", "学堂支出"), "1.00元")
    report = draft.report()
    assert report.fiscal is not None
    assert report.fiscal.expenditure is not None
    (breakdown,) = report.fiscal.expenditure.breakdowns
    assert [line.name for line in breakdown.lines] == ["教育支出", "农林水支出"]
    assert breakdown.complete
    assert [u.printed for u in draft.unbound] == ["1.00元"]


def test_an_old_name_is_the_part_with_its_code() -> None:
    """What the codebook knows under one code is one part, whatever each place calls it."""
    line = DraftLine()
    table = line.part("by_function", "行政单位离退休", code="2080501")
    prose = line.part("by_function", "归口管理的行政单位离退休", implied="2080501")
    assert prose is table
    assert line.part("by_function", "归口管理的行政单位离退休") is not line.part(
        "by_function", "事业单位离退休", implied="2080502"
    )


def test_disclosures_are_no_whole() -> None:
    """A list of some disclosures does not make the others strangers: they have no total."""
    draft = Draft()
    top = draft.item("disclosures")
    top.listed("members", [top.part("members", "机关运行经费", key="org_running")])
    said(top.part("members", "大型设备"), "1.00元")
    report = draft.report()
    assert report.disclosures is not None
    assert [line.name for line in report.disclosures.lines] == ["机关运行经费", "大型设备"]
    assert draft.unbound == []
