"""Documents that hold the accounts of one year and the budget of another."""

from __future__ import annotations

import pytest

from performance_rules.extraction.documents import Extraction, extract, extract_all
from performance_rules.readers import read_document

Part = tuple[str | None, int | None, str | None]

NOTICE = """青石市投资局2022年“三公”经费公开
一、2022年“三公”经费预算安排情况
2022年度“三公”经费预算总计22万元，其中：公务接待费12万元，公务用车运行维护费10万元。
二、2021年“三公”经费决算情况
2021年度“三公”经费合计支出20万元，其中：公务接待费12万元，公务用车运行维护费8万元。
三、名词解释
"""
IN_LINE = """青石县医院关于2021年度决算与2022年预算一并公开的说明
一、2021年度决算情况。支出决算9.00万元，其中基本支出6.00万元，项目支出3.00万元。
二、2022年预算安排。2022年支出预算8.00万元。
"""
TWO_TITLES = """青石县档案馆2021年度部门决算
本年支出合计9.00万元。
青石县档案馆2022年部门预算
支出预算8.00万元。
"""
MIXED = """青石县医院关于2021年度决算与2022年预算一并公开的说明
2021年度支出决算9.00万元，2022年支出预算8.00万元。
"""
ONE_TITLE = """青石县档案馆2021年度部门决算
一、2021年度决算情况
本年支出合计9.00万元。
二、2022年预算安排
支出预算8.00万元。
"""
LINK = """青石县档案馆2021年度部门决算
本年支出合计9.00万元。
青石县档案馆2022年部门预算
"""
EVALUATION = """青石县档案馆2021年度部门整体支出绩效自评报告
一、2021年度决算情况
本年支出合计9.00万元。
二、2022年预算安排
支出预算8.00万元。
"""
FINAL, BUDGET = "final_accounts", "budget"


def parts(text: str) -> tuple[Extraction, ...]:
    """Return what a document of this text becomes."""
    return extract_all(read_document(text.encode(), "公开.txt"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            NOTICE,
            [
                (BUDGET, 2022, "2022年“三公”经费预算安排情况"),
                (FINAL, 2021, "2021年“三公”经费决算情况"),
            ],
        ),
        (IN_LINE, [(FINAL, 2021, "2021年度决算情况"), (BUDGET, 2022, "2022年预算安排")]),
        (
            TWO_TITLES,
            [
                (FINAL, 2021, "青石县档案馆2021年度部门决算"),
                (BUDGET, 2022, "青石县档案馆2022年部门预算"),
            ],
        ),
        # 说不清哪里是哪一年的，不分；标题只说一年的、只有一个链接的、自评报告，都是一份
        (MIXED, [(None, 2021, None)]),
        (ONE_TITLE, [(FINAL, 2021, None)]),
        (LINK, [(FINAL, 2021, None)]),
        (EVALUATION, [("self_evaluation", 2021, None)]),
    ],
)
def test_each_part_has_its_own_kind_and_year(text: str, expected: list[Part]) -> None:
    """A document is divided at headings that name kind and year, and at nothing else."""
    found = [(one.report.kind, one.report.year, one.part) for one in parts(text)]
    assert expected == found


def test_parts_hold_the_figures_below_their_headings() -> None:
    """The budget is in one report, the accounts in the other; both know the body."""
    budget, final = (one.report for one in parts(NOTICE))
    assert budget.three_public is not None
    assert final.three_public is not None
    assert ["22万元"] == _said(budget.three_public.initial_budget)
    assert ["20万元"] == _said(final.three_public.final)
    assert budget.entity == final.entity == "青石市投资局"
    assert final.text[0].text == "二、2021年“三公”经费决算情况"


def test_what_cannot_be_divided_is_said() -> None:
    """Two years without a heading between them: a note, no kind, the year of the accounts."""
    (only,) = parts(MIXED)
    assert [
        "本文并列两个年度的决算和预算，分不出各在哪里，按 2021 年度决算读，另一年度的数没有查"
    ] == [note.zh for note in only.looked.unread]


def test_of_two_reports_the_first_is_the_report() -> None:
    """Who asks for one report of such a document gets the first."""
    document = read_document(NOTICE.encode(), "公开.txt")
    assert (BUDGET, 2022) == (extract(document).report.kind, extract(document).report.year)


def _said(figure: object) -> list[str]:
    return [statement.value.printed for statement in getattr(figure, "statements", ())]


def test_the_numbers_of_a_later_part_are_accounted_for() -> None:
    """Paragraphs keep their number in the whole file; what is open in a part has its place."""
    text = NOTICE.replace("三、名词解释", "灯塔甲9。\n三、名词解释")
    first, second = parts(text)
    assert (first.unbound, ["9"]) == ((), [one.printed for one in second.unbound])
