"""Cells as they are printed: what can be read is read, what cannot is named where it matters."""

from __future__ import annotations

import pytest
from tests.extraction.said import document, read, said

from performance_rules import RuleSet, check
from performance_rules.extraction.documents import extract

RULES = RuleSet.for_region()
CAPTION = ("某县档案馆2023年度部门决算", "支出决算表", "单位：万元")


def table(cell: str) -> str:
    """Return a table of three subjects of which one says what a test wants."""
    return f"""
        科目名称 | 本年支出合计
        教育支出 | 12.00
        农林水支出 | {cell}
        住房保障支出 | 3.00
        合计 | 20.00
        """


def judged(*blocks: str) -> tuple[list[str], list[str]]:
    """Return the sums that do not hold, and why sums could not be judged."""
    result = check(extract(document(*blocks)).report, RULES)
    wrong = [f.message for f in result.findings if f.rule.startswith("TOT-001")]
    return wrong, [n.reason.zh for n in result.not_checked if n.rule == "TOT-001"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("５．００", "5.00万元"),
        ("￥5.00", "5.00万元"),
        ("'5.00", "5.00万元"),
        ("人民币5.00", "5.00万元"),
        ("(5.00)", "-5.00万元"),
        ("（5.00）", "-5.00万元"),
        ("负5.00", "-5.00万元"),
        ("50,000.00元", "50,000.00元"),
        ("无", "0万元"),
    ],
)
def test_a_number_is_read_however_it_is_dressed(cell: str, value: str) -> None:
    """Width, currency, brackets for less than nothing, and its own unit change no number."""
    figures = said(read(*CAPTION[1:], table(cell)))
    assert figures["all_funds.expenditure/function:213.final"] == value


@pytest.mark.parametrize(("cell", "wrong"), [("约5.0", False), ("约4.9", False), ("约4.5", True)])
def test_about_so_much_is_known_to_its_last_digit(cell: str, wrong: bool) -> None:
    """约 widens a number by one unit of its last digit that is not zero, to either side."""
    found, unjudged = judged(*CAPTION, table(cell))
    assert (bool(found), unjudged) == (wrong, [])


@pytest.mark.parametrize(
    "cell",
    [
        *("同上", "涉密", "见附注", "见附件2", "#REF!", "########", "***", "不公开"),
        *("⑤.⓪⓪", "⁵.⁰⁰", "5.00①", "5.00*", "5.0O", "5，00", "5·00", "5。00", "5 .0 0"),
        *("4.00-6.00", "5.00+0", "5又1/5", "5.00（含基金）", "5%", "5E+00", "△5.00", "٥٫٠٠"),
    ],
)
def test_a_sum_with_a_cell_that_cannot_be_read_is_undetermined(cell: str) -> None:
    """The reason names value, row and column; what is left is not summed as if it were all."""
    wrong, unjudged = judged(*CAPTION, table(cell))
    named = f"“总支出·农林水支出·决算”没有读出（表1第3行第2列“{cell}”）"
    assert (wrong, unjudged) == ([], [named])


@pytest.mark.parametrize("cell", ["", "\u200b", "\xa0"])
def test_so_is_one_with_a_blank_beside_a_name(cell: str) -> None:
    """A blank says nothing, neither zero nor that the row does not count."""
    wrong, unjudged = judged(*CAPTION, table(cell))
    assert wrong == []
    assert unjudged == ["“总支出·农林水支出·决算”空白（表1第3行第2列）"]


def test_a_blank_is_zero_in_a_table_that_shows_so() -> None:
    """Where what is printed of a list is all of its whole, a blank of the table is its zero."""
    rows = """
        科目名称 | 本年支出合计 | 基本支出 | 项目支出
        教育支出 | 12.00 | 12.00 |
        农林水支出 | 8.00 | 5.00 | 4.00
        合计 | 20.00 | 17.00 | 4.00
        """
    wrong, unjudged = judged(*CAPTION, rows)
    assert len(wrong) == 2
    assert unjudged == []


def test_the_parts_that_are_read_may_exceed_the_whole_all_the_same() -> None:
    """What was not read is not less than nothing."""
    wrong, _ = judged(*CAPTION, table("涉密").replace("3.00", "9.00"))
    assert len(wrong) == 1
    assert "超过合计" in wrong[0]


def test_a_row_that_is_not_understood_leaves_the_sum_open_and_is_named() -> None:
    """Whether the row is a part of the list cannot be told."""
    rows = """
        科目编码 | 科目名称 | 本年支出合计
        205 | 教育支出 | 12.00
        99 | 某某杂项 | 6.00
        221 | 住房保障支出 | 3.00
        ^ | 合计 | 20.00
        """
    wrong, unjudged = judged(*CAPTION, rows)
    assert wrong == []
    assert unjudged == ["“总支出·功能分类”的各项没有全读出（表1第3行第3列“某某杂项 6.00”）"]


def test_what_prose_says_of_an_unreadable_cell_counts() -> None:
    """A figure is read where it is said, once is enough."""
    wrong, unjudged = judged(*CAPTION, table("涉密"), "2023年度农林水支出6.00万元。")
    assert len(wrong) == 1
    assert unjudged == []
