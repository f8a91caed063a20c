"""What a line above says: whose table follows, which list a dash opens, what a fund pays for."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import read, values

from performance_rules.readers.raw import RawTable

WHOLE = "本年支出合计900万元，其中基本支出300万元、项目支出600万元。"


def _table(*rows: tuple[str, str]) -> RawTable:
    return RawTable((("类别", "金额"), *rows))


@pytest.mark.parametrize(
    ("line", "rows", "place"),
    [
        (
            "人员经费情况如下：",
            (("工资福利支出", "180"), ("对个人和家庭的补助", "20"), ("合计", "200")),
            "all_funds.expenditure/basic/personnel",
        ),
        (
            "项目支出构成情况如下：",
            (("基础设施建设", "350"), ("大型修缮", "250"), ("合计", "600")),
            "all_funds.expenditure/project",
        ),
        (
            "一般公共预算财政拨款支出情况如下：",
            (("交通运输支出", "700"), ("住房保障支出", "100"), ("合计", "800")),
            "general_budget.expenditure",
        ),
    ],
)
def test_a_table_is_of_what_the_line_above_announces(
    line: str, rows: tuple[tuple[str, str], ...], place: str
) -> None:
    """X情况如下： above a table says what its total is of, and that it is of nothing wider."""
    paper = read(WHOLE, line, "单位：万元", _table(*rows))
    assert values(paper, place)[-1].removesuffix("万元") == rows[-1][1]
    assert values(paper, "all_funds.expenditure") == ["900万元"]


def test_the_kinds_of_an_item_may_stand_above_the_columns() -> None:
    """“三公” above the columns, one of them headed 其中：, make a table one of that item."""
    table = RawTable(
        (
            (
                "项目",
                "因公出国（境）费",
                "公务用车购置及运行维护费",
                "其中：公务用车购置费",
                "公务用车运行维护费",
                "公务接待费",
                "合计",
            ),
            ("预算数", "0", "6", "0", "6", "2", "8"),
            ("决算数", "0", "5", "0", "5", "1", "6"),
        )
    )
    paper = read(WHOLE, "五、“三公”经费支出表", "单位：万元", table)
    assert values(paper, "three_public") == ["6"]
    assert values(paper, "all_funds.expenditure") == ["900万元"]


PAID = {
    "in a list behind it": "项目支出构成为：一般公共预算安排450万元、其他资金安排150万元。",
    "in items of a sentence": (
        "项目支出600万元。一是一般公共预算安排450万元，占比75%；二是其他资金安排150万元，占比25%。"
    ),
    "in sentences of its own": (
        "项目支出为600万元。一般公共预算安排450万元，占全部的75%。其他资金安排150万元，占25%。"
    ),
    "in lines behind a dash": (
        "项目支出——600万元\n一般公共预算安排：450万元（占75%）\n其他资金安排：150万元（占25%）。"
    ),
}


@pytest.mark.parametrize("text", PAID.values(), ids=PAID)
def test_what_a_fund_pays_is_a_part_of_what_it_pays_for(text: str) -> None:
    """一般公共预算安排N behind 项目支出 is no more than its part of that, and no share of all."""
    own = "三、财政拨款\n一般公共预算财政拨款支出750万元。"
    text = f"一、支出\n{WHOLE}\n二、项目支出资金来源\n{text}\n{own}"
    assert errors(text) == []
    paper = read(*text.split("\n"))
    assert values(paper, "general_budget.expenditure") == ["750万元"]


def test_a_dash_before_a_figure_says_what_it_is() -> None:
    """基本支出——N heads the lines below it; a dash with nothing behind is a blank as before."""
    lines = "基本支出——300万元\n工资福利支出：210万元（占{}）\n商品和服务支出：90万元（占30%）。"
    text = f"一、支出\n{WHOLE}\n二、基本支出\n{lines}"
    assert errors(text.format("70%")) == []
    assert [one[:7] for one in errors(text.format("60%"))] == ["总支出中工资福"]
