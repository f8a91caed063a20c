"""What was spent and what was planned, and whose it is, where a sentence names only one of them."""

from __future__ import annotations

import pytest
from tests.extraction.said import find, matters, read, values

RUNNING = "three_public/vehicle/running"


@pytest.mark.parametrize(
    "said",
    [
        "“三公”经费支出9.00万元，年初预算为12.00万元。其中：公务接待费支出4.00万元，年初预算为5.00万元；"
        "公务用车运行维护费支出5.00万元，年初预算为7.00万元。",
        "“三公”经费支出决算9.00万元，年初预算12.00万元，其中：公务用车运行维护费支出5.00万元，"
        "年初预算7.00万元；公务接待费支出4.00万元。",
        "2022年“三公”经费决算数9.00万元，年初预算数12.00万元。其中公务用车运行维护费支出5.00万元，"
        "年初预算数7.00万元。",
    ],
)
def test_what_was_spent_on_a_part_is_no_budget(said: str) -> None:
    """The budget said last is that of the whole: 会议费支出N is what was spent, as of the whole."""
    paper = read(said)
    assert values(paper, RUNNING) == ["5.00万元"]
    assert values(paper, RUNNING, "initial_budget") == ["7.00万元"]


def test_a_part_of_what_was_only_planned_is_planned() -> None:
    """支出预算N，其中：公务接待费支出n is the budget, where nothing was said to be spent."""
    paper = read("“三公”经费支出年初预算为12.00万元，其中：公务用车运行维护费支出7.00万元。")
    assert values(paper, RUNNING, "initial_budget") == ["7.00万元"]


@pytest.mark.parametrize(
    ("title", "said", "figure"),
    [
        ("项目支出绩效自评表", "年度资金总额：年初预算80.00万元", "80.00万元"),
        ("项目支出绩效自评报告", "年初预算80.00万元，全年预算数85.00万元。", "80.00万元"),
        ("一、项目支出情况", "全年预算数85.00万元，全年执行数80.00万元。", "80.00万元"),
        ("项目支出绩效自评报告", "本项目共完成预算资金82.50万元。", "82.50万元"),
    ],
)
def test_figures_of_a_report_on_a_project_are_the_project_s(
    title: str, said: str, figure: str
) -> None:
    """项目支出 in its title or a heading is a word of the genre, and not all the body spent."""
    paper = read(title, said, kind="project_evaluation")
    assert find(paper, "all_funds.expenditure/project") is None
    assert figure in matters(paper)


@pytest.mark.parametrize("between", ["", "拨款", "经费", "资金", "财政拨款"])
def test_what_stands_between_a_path_and_its_side_is_no_name(between: str) -> None:
    """（项）拨款支出 is the item; a long code before the path is that of its last step."""
    paper = read(
        "五、一般公共预算财政拨款支出决算情况",
        "一般公共预算财政拨款支出20.00万元，具体情况如下：",
        f"1.2130104农林水支出（类）农业农村（款）事业运行（项）{between}支出9.00万元。",
        f"2.2130122农林水支出（类）农业农村（款）农业生产发展（项）{between}支出11.00万元。",
    )
    group = "general_budget.expenditure/农林水支出/农业农村"
    assert values(paper, f"{group}/事业运行") == ["9.00万元"]
    assert values(paper, f"{group}/农业生产发展") == ["11.00万元"]
