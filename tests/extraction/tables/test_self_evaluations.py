"""The tables of self-evaluation reports, most of them without a caption of their own."""

from __future__ import annotations

from tests.extraction.said import compared, figure, read, said, unbound

KIND = "self_evaluation"


def test_functions_with_budget_and_outturn_are_expenditure_of_all_funds() -> None:
    """A table without a caption is about all funds; each column states its own unit."""
    paper = read(
        "(1) 预算安排与执行均为一般公共预算。",
        """
        2023 年度部门支出分类 | |
        项目（按功能分类） | 年初预算数（元） | 决算数（万元）
        教育支出 | 0.00 | 3.20
        卫生健康支出 | 41,015.16 | 3.76
        总计（元） | 41015.16 | 69600.00
        """,
        kind=KIND,
        year=2023,
    )
    expected = {
        "all_funds.expenditure/function:205.initial_budget": "0.00元",
        "all_funds.expenditure/function:205.final": "3.20万元",
        "all_funds.expenditure/function:210.initial_budget": "41,015.16元",
        "all_funds.expenditure/function:210.final": "3.76万元",
        "all_funds.expenditure.initial_budget": "41,015.16元",
        "all_funds.expenditure.final": "69,600.00元",
    }
    assert expected == said(paper)


def test_a_group_and_its_items_stand_side_by_side() -> None:
    """小计 is the item's, 合计 the group's; a name may be cut, the header may come again."""
    paper = read(
        """
        基本支出 | 分类 | 小计（元） | 合计（元）
        工资福利支出 | 基本工资 | 810.31 | 887.95
         | 奖金 | 77.64 |
        基本支出 | 分类 | 小计（元） | 合计（元）
        对个人和 | 退休费 | 150.81 | 159.47
        家庭的补助 | 生活补助 | 8.66 |
        合计（元） | | 1,047.42 | 1,047.42
        """,
        kind=KIND,
    )
    basic = "all_funds.expenditure/nature:basic"
    expected = {
        f"{basic}/economic:301.final": "887.95元",
        f"{basic}/economic:301/economic:30101.final": "810.31元",
        f"{basic}/economic:301/economic:30103.final": "77.64元",
        f"{basic}/economic:303.final": "159.47元",
        f"{basic}/economic:303/economic:30302.final": "150.81元",
        f"{basic}/economic:303/economic:30305.final": "8.66元",
        f"{basic}.final": "1,047.42元;1,047.42元",
    }
    assert expected == said(paper)


def test_merged_groups_read_the_same_as_cut_ones() -> None:
    """The name of a group may be one cell over the rows of its items."""
    paper = read(
        """
        项目支出 | 分类 | 小计（元） | 合计（元）
        商品和服务支出 | 印刷费 | 14.50 | 20.00
        ^ | 劳务费 | 5.50 | ^
        合计（元） | ^ | 20.00 | 20.00
        """,
        kind=KIND,
    )
    project = "all_funds.expenditure/nature:project"
    expected = {
        f"{project}/economic:302.final": "20.00元",
        f"{project}/economic:302/economic:30202.final": "14.50元",
        f"{project}/economic:302/economic:30226.final": "5.50元",
        f"{project}.final": "20.00元;20.00元",
    }
    assert expected == said(paper)


def test_shares_and_completion_rates_hang_on_the_figure_of_their_row() -> None:
    """占比 is a share, 完成率 compares with the only budget of the row."""
    paper = read(
        """
        项目（按功能分类） | 年初预算数（元） | 决算数（元） | 完成率 | 占比
        教育支出 | 200.00 | 150.00 | 75.00% | 60.00%
        住房保障支出 | 100.00 | 100.00 | 100% | 40.00%
        合计 | 300.00 | 250.00 | 83.33% | 100%
        """,
        kind=KIND,
    )
    share = figure(paper, "all_funds.expenditure/教育支出").share
    assert share is not None
    assert str(share.value) == "60.00%"
    completion = compared(paper, "all_funds.expenditure/教育支出")
    assert (completion.against, str(completion.completed)) == ("initial_budget", "75.00%")


def test_a_header_names_the_whole_of_a_share() -> None:
    """占总支出比重 is a share of what the header says, not of what the row stands under."""
    paper = read(
        "表1 支出情况表",
        """
        单位：万元 | |
        科目 | 决算数 | 占总支出比重
        农林水支出 | 81.30 | 84.79%
        住房保障支出 | 14.58 | 15.21%
        合计 | 95.88 | 100.00%
        """,
        kind=KIND,
    )
    names = ("农林水支出", "住房保障支出")
    shares = [figure(paper, f"all_funds.expenditure/{name}").share for name in names]
    assert ["84.79%", "15.21%"] == [share.value.printed for share in shares if share]
    assert ["总支出", "总支出"] == [share.of for share in shares if share]
    assert [] == unbound(paper)
