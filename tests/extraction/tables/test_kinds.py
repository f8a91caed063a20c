"""Kinds of tables: what a table is follows from its caption, its rows and its columns together."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.extraction.said import document, matters, read, read_as, said, unbound

from performance_rules import RuleSet, check
from performance_rules.extraction.documents import Extraction, extract
from performance_rules.readers.raw import RawTable

RULES = RuleSet.for_region()
UNIT = "单位：万元"
THREE = """
        项目 | 决算数
        因公出国（境）费 | 1.00
        公务接待费 | 2.00
        公务用车购置及运行维护费 | 4.00
        合计 | 7.00
        """


def sums(paper: Extraction) -> list[str]:
    """Return the sums of a report that do not hold."""
    found = check(paper.report, RULES).findings
    return [finding.message for finding in found if finding.rule.startswith("TOT-001")]


def unread(paper: Extraction) -> list[str]:
    """Return why tables were not read."""
    return [piece.zh for piece in paper.looked.unread if "没有读" in piece.zh]


# ── columns ──


def test_a_column_headed_of_which_is_a_part_of_the_one_on_its_left() -> None:
    """项目支出 is one of the natures of the expenditure beside it, and there may be others."""
    paper = read(
        "支出决算表",
        UNIT,
        """
        科目名称 | 本年支出合计 | 其中：项目支出
        教育支出 | 6.00 | 2.00
        住房保障支出 | 4.00 | 1.00
        合计 | 12.00 | 3.00
        """,
    )
    spent = "all_funds.expenditure"
    figures = said(paper)
    assert figures[f"{spent}/function:205/nature:project.final"] == "2.00万元"
    assert figures[f"{spent}/nature:project.final"] == "3.00万元"
    assert ["总支出按功能分类"] == [message.partition("：")[0] for message in sums(paper)]


def test_where_the_money_of_an_item_comes_from_is_a_part_of_it() -> None:
    """其中：财政拨款 is no second statement of the same expense."""
    paper = read(
        "“三公”经费决算表",
        UNIT,
        """
        项目 | 决算数 | 其中：财政拨款
        因公出国（境）费 | 1.00 | 0.50
        公务接待费 | 2.00 | 2.00
        公务用车购置及运行维护费 | 4.00 | 4.00
        合计 | 7.00 | 6.50
        """,
    )
    figures = said(paper)
    assert figures["three_public.final"] == "7.00万元"
    assert figures["three_public/source:财政拨款.final"] == "6.50万元"
    assert figures["three_public/members:overseas/source:财政拨款.final"] == "0.50万元"
    assert sums(paper) == []


def test_a_heading_over_two_columns_is_not_lent_to_a_third() -> None:
    """Without merged cells an empty cell goes on with its left one if both have more below."""
    rows = (
        ("科目名称", "本年支出合计", "基本支出", "", "项目支出"),
        ("", "", "人员经费", "公用经费", ""),
        ("教育支出", "9.00", "4.00", "3.00", "2.00"),
    )
    paper = read("支出决算表", UNIT, RawTable(rows))
    school = "all_funds.expenditure/function:205"
    assert said(paper) == {
        f"{school}.final": "9.00万元",
        f"{school}/nature:basic/purpose:personnel.final": "4.00万元",
        f"{school}/nature:basic/purpose:public.final": "3.00万元",
        f"{school}/nature:project.final": "2.00万元",
    }


def test_a_change_is_that_against_the_year_its_header_names() -> None:
    """比上年增减额 beside a budget is no change against it, also where last year is blank."""
    paper = read(
        "“三公”经费决算对比表",
        UNIT,
        """
        项目 | 2021年决算数 | 2022年预算数 | 2022年决算数 | 完成预算（%） | 比上年增减额
        公务接待费 | | 5.00 | 4.00 | 80 | 4.00
        """,
    )
    reception = paper.report.three_public
    assert reception is not None
    (claimed,) = (part for b in reception.breakdowns for part in b.lines)
    assert claimed.final is not None
    assert [c.against for c in claimed.final.comparisons] == ["adjusted_budget", "prior"]


# ── captions and what stands in their place ──


@pytest.mark.parametrize(
    "above",
    [
        ("2022年“三公”经费支出情况", UNIT),
        ("近三年“三公”经费对比", UNIT),
        ("（三）“三公”经费决算", UNIT),
        (UNIT,),
        ("本局2022年“三公”经费共支出7.00万元，各项见下。",),
    ],
)
def test_what_a_caption_leaves_open_follows_from_the_rows(above: tuple[str, ...]) -> None:
    """A line without 表 is a caption if all of it is understood; the items name themselves."""
    paper = read(*above, THREE)
    assert said(paper)["three_public/members:reception.final"] == "2.00万元"
    assert said(paper)["three_public.final"].startswith("7.00万元")


def test_a_title_may_be_cut_over_two_rows_of_the_grid() -> None:
    """The second row alone would be a table of all fiscal appropriations."""
    paper = read(
        """
        某市档案馆2022年“三公”经费预算 | ^ | ^ | ^
        财政拨款情况表 | ^ | ^ | ^
        | | | 单位：万元
        合计 | 因公出国（境）费 | 公务用车费 | 公务接待费
        9.00 | 1.00 | 5.00 | 3.00
        """,
        kind="budget",
    )
    assert said(paper)["three_public/members:vehicle.initial_budget"] == "5.00万元"
    assert said(paper)["three_public.initial_budget"] == "9.00万元"


@pytest.mark.parametrize(
    ("above", "account"),
    [
        ((), "all_funds"),
        (("三、一般公共预算财政拨款支出决算情况",), "general_budget"),
        (("某局2022年度政府性基金预算财政拨款支出按功能分类列示如下：" * 3,), "government_fund"),
        (("财政拨款支出中，一般公共预算支出和政府性基金支出合在一起，" * 3,), ""),
    ],
)
def test_the_funds_of_a_table_without_caption_are_those_spoken_of(
    above: tuple[str, ...], account: str
) -> None:
    """The heading and the paragraph above say it; all funds where neither does."""
    paper = read(*above, UNIT, "支出功能科目 | 金额\n教育支出 | 2.00\n住房保障支出 | 1.00")
    expected = {f"{account}.expenditure/function:205.final"} if account else set()
    assert expected == {path for path in said(paper) if "205" in path}


@pytest.mark.parametrize(
    ("blocks", "value"),
    [
        (("支出决算表", "科目（万元） | 决算数\n教育支出 | 2.00"), "2.00万元"),
        (("支出决算表", "科目 | 决算数\n教育支出 | 2.00", "单位：万元。"), "2.00万元"),
        (
            ("教育支出2.00万元，见下表。", "支出决算表", "科目 | 决算数\n教育支出 | 2.00"),
            "2.00万元",
        ),
        (("教育支出3.00万元，见下表。", "支出决算表", "科目 | 决算数\n教育支出 | 2.00"), ""),
        (("1元、2.00万元。", "支出决算表", "科目 | 决算数\n教育支出 | 2.00"), ""),
    ],
)
def test_where_a_unit_may_stand(blocks: tuple[str, ...], value: str) -> None:
    """In the corner, below the table, or in the sentence above that states a figure of it."""
    found = said(read(*blocks)).get("all_funds.expenditure/function:205.final", "")
    assert value == found.partition(";")[0] if value else "2.00" not in found


def test_one_unit_holds_for_two_tables_that_are_numbered() -> None:
    """表1 states it, and nothing but the caption of 表2 stands between."""
    rows = "科目名称 | 金额\n教育支出 | 2.00"
    paper = read("表1 支出功能分类情况", UNIT, rows, "表2 一般公共预算支出功能分类情况", rows)
    assert said(paper)["general_budget.expenditure/function:205.final"] == "2.00万元"


# ── tables of somebody or something else ──

LIST = "科目名称 | 决算数\n教育支出 | 2.00\n合计 | 2.00"


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        (("全县财政拨款支出决算表", UNIT, LIST), "不是本单位全年的数"),
        (("2022年上半年支出情况表", UNIT, LIST), "不是本单位全年的数"),
        (("二、全区支出汇总情况", "支出表", UNIT, LIST), "不是本单位全年的数"),
        (("某县水库管理所支出决算表", UNIT, LIST), "另一单位"),
        (("支出决算表", UNIT, "名目 | 核定情况\n教育支出 | 2.00"), "认不出"),
        (
            ("支出表", UNIT, "单位名称 | 决算数\n某县第一小学 | 2.00\n某县第二小学 | 3.00"),
            "一行一个单位",
        ),
        (
            ("支出表", UNIT, "科目 | 合计 | 局机关 | 某县水管所\n教育支出 | 3.00 | 2.00 | 1.00"),
            "一列一个单位",
        ),
        (("支出表", UNIT, "项目 | 决算数\n修桥 | 2.00\n铺路 | 1.00\n合计 | 3.50"), "认不出"),
    ],
)
def test_what_is_not_the_body_s_own_is_not_read(blocks: tuple[str, ...], why: str) -> None:
    """The whole district, a part of the year, other bodies, totals of what is not known."""
    paper = read(*blocks, entity="某县档案馆")
    assert said(paper) == {}
    assert why in "".join(unread(paper)) + "".join(one.why for one in paper.unbound)


def test_points_in_the_names_of_a_table_without_figures_are_not_read() -> None:
    """产出（30分） above a header that nobody understands gives no weight."""
    paper = read(
        "绩效评分表",
        "指标 | 核定结果\n产出（30分） | 28\n效益（30分） | 27",
        kind="self_evaluation",
    )
    assert said(paper) == {}
    assert unread(paper) != []


def test_a_total_that_holds_more_is_not_the_item_s() -> None:
    """总计 below 会议费 and 培训费 is not the sum of the three."""
    paper = read(
        "“三公”经费、会议费和培训费预算表",
        UNIT,
        """
        项目 | 预算数
        一、“三公”经费合计 | 3.00
        （一）公务接待费 | 3.00
        二、会议费 | 2.00
        三、培训费 | 1.00
        总计 | 6.00
        """,
        kind="budget",
    )
    assert said(paper)["three_public.initial_budget"] == "3.00万元"
    assert unbound(paper) == ["6.00"]


def test_columns_beside_the_three_do_the_same() -> None:
    """合计 before 会议费 is not the three-public total; 小计 below their heading is."""
    paper = read(
        "“三公”经费及会议费支出决算表",
        UNIT,
        """
        合计 | “三公”经费 | ^ | ^ | 会议费
        ^ | 小计 | 公务接待费 | 因公出国（境）费 | ^
        6.00 | 4.00 | 3.00 | 1.00 | 2.00
        """,
    )
    assert said(paper)["three_public.final"] == "4.00万元"
    assert unbound(paper) == ["6.00"]


# ── rows ──


def test_rows_may_be_years() -> None:
    """This year and the one before have columns of the report; an earlier one has none."""
    paper = read(
        "历年“三公”经费支出情况表",
        UNIT,
        """
        年度 | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车购置及运行维护费
        2020年 | 8.00 | 1.00 | 3.00 | 4.00
        2021年 | 7.00 | 1.00 | 2.00 | 4.00
        2022年 | 6.00 | 1.00 | 1.00 | 5.00
        """,
    )
    assert said(paper)["three_public.prior"] == "7.00万元"
    assert said(paper)["three_public.final"] == "6.00万元"
    assert unbound(paper) == ["8.00", "1.00", "3.00", "4.00"]
    assert len(sums(paper)) == 1


def test_the_year_of_a_document_without_one_is_that_of_the_caption_or_the_latest() -> None:
    """2021年预算数 and 2022年预算数 are not one column."""
    rows = "项目 | 2021年预算数 | 2022年预算数\n公务接待费 | 2.00 | 1.00\n公务用车费 | 4.00 | 4.00"
    for caption in ("2022年“三公”经费预算表", "“三公”经费预算表"):
        figures = said(read(caption, UNIT, rows, year=None, kind="budget"))
        assert figures["three_public/members:reception.prior_budget"] == "2.00万元"
        assert figures["three_public/members:reception.initial_budget"] == "1.00万元"


def test_names_may_say_their_levels() -> None:
    """教育支出（类）普通教育（款）小学教育（项）拨款支出: each is below the one before."""
    paper = read(
        "一般公共预算财政拨款支出决算表",
        UNIT,
        """
        科目 | 决算数
        教育支出（类） | 9.00
        普通教育（款） | 9.00
        小学教育（项）拨款支出 | 5.00
        教育支出（类）普通教育（款）初中教育（项）支出 | 4.00
        """,
    )
    way = "general_budget.expenditure/function:205/function:普通教育"
    figures = said(paper)
    assert figures[f"{way}.final"] == "9.00万元"
    assert figures[f"{way}/function:小学教育.final"] == "5.00万元"
    assert figures[f"{way}/function:初中教育.final"] == "4.00万元"


@pytest.mark.parametrize(("last", "nested"), [("4.00", True), ("3.00", False)])
def test_subjects_without_levels_are_nested_where_the_numbers_attest_it(
    last: str, nested: bool
) -> None:
    """The classes make up the total, and some class its subjects; else nothing is known."""
    paper = read(
        "支出预算表",
        UNIT,
        f"""
        科目 | 预算数
        教育支出 | 9.00
        普通教育 | 6.00
        进修及培训 | 2.00
        住房保障支出 | {last}
        住房改革支出 | {last}
        总计 | 13.00
        """,
        kind="budget",
    )
    found = "all_funds.expenditure/function:205/function:普通教育.initial_budget" in said(paper)
    assert found == nested
    assert len(sums(paper)) == nested


def test_projects_are_parts_under_their_own_names() -> None:
    """The names of projects are no subjects, and their funds are not the body's."""
    paper = read(
        "项目支出预算表",
        UNIT,
        """
        项目名称 | 合计 | 一般公共预算 | 政府性基金
        修桥 | 5.00 | 3.00 | 2.00
        铺路 | 4.00 | 4.00 |
        合计 | 10.00 | 7.00 | 2.00
        """,
        kind="budget",
    )
    bridge = "expenditure/nature:project/members:修桥.initial_budget"
    assert said(paper)[f"all_funds.{bridge}"] == "5.00万元"
    assert said(paper)[f"general_budget.{bridge}"] == "3.00万元"
    assert len(sums(paper)) == 1


def test_an_item_may_follow_the_accounts_in_one_table() -> None:
    """Below “三公”经费合计 its items need no more words."""
    paper = read(
        "主要指标表",
        UNIT,
        """
        项目 | 决算数
        本年支出合计 | 9.00
        其中：基本支出 | 6.00
        项目支出 | 3.00
        “三公”经费合计 | 2.00
        公务接待费 | 2.00
        """,
    )
    figures = said(paper)
    assert figures["all_funds.expenditure.final"] == "9.00万元"
    assert figures["three_public/members:reception.final"] == "2.00万元"


def test_a_source_without_an_account_keeps_the_accounts_from_being_all() -> None:
    """非同级财政拨款收入 is income under its own name, and part of the total."""
    paper = read(
        "收入决算表",
        UNIT,
        """
        项目 | 决算数
        财政拨款收入 | 6.00
        非同级财政拨款收入 | 2.00
        其他收入 | 1.00
        合计 | 9.00
        """,
    )
    assert said(paper)["all_funds.income/source:非同级财政拨款收入.final"] == "2.00万元"
    assert sums(paper) == []


def test_a_code_that_is_another_subject_s_places_nothing() -> None:
    """Which of the two is misprinted cannot be told, so the sums around it are open."""
    paper = read(
        "一般公共预算财政拨款支出决算表",
        UNIT,
        """
        科目编码 | 科目名称 | 决算数
        208 | 社会保障和就业支出 | 5.00
        2080505 | 机关事业单位基本养老保险缴费支出 | 3.00
        2080506 | 初中教育 | 2.00
        """,
    )
    assert unbound(paper) == ["2.00"]
    assert sums(paper) == []


def test_a_note_on_other_funds_is_no_note_of_the_table() -> None:
    """That another table is empty says nothing of this one."""
    note = "本单位没有政府性基金收支，故相应的表为空表。"
    tables = read("支出决算表", UNIT, LIST, note).report.tables
    own = read("政府性基金预算财政拨款支出决算表", UNIT, LIST, note).report.tables
    assert [(table.note,) for table in (*tables, *own)] == [(None,), (note,)]


# ── matters ──


def test_a_table_of_matters_is_added_up_where_it_attests_that_it_can_be() -> None:
    """合计 is the sum of flat rows, as most of its columns show; a price is not added up."""
    paper = read(
        "设备采购清单",
        UNIT,
        """
        品目 | 数量 | 单价 | 金额 | 自筹
        水泵 | 3 | 2.00 | 6.00 | 1.00
        闸门 | 2 | 5.00 | 10.00 | 2.00
        合计 | 5 | 3.50 | 16.00 | 4.00
        """,
    )
    assert matters(paper) == ["5", "16.00", "4.00"]
    assert len(sums(paper)) == 1
    assert unbound(paper) == ["2.00", "5.00", "3.50"]


def test_of_rows_that_may_be_nested_nothing_is_added_up() -> None:
    """Ordinals of two depths, codes, or columns that mostly do not add up attest nothing."""
    rows = "品目 | 数量 | 台数\n一、水利 | 5 | 4\n1.水泵 | 3 | 3\n2.闸门 | 2 | 1\n合计 | 5 | 4"
    paper = read("设备清单", rows)
    assert matters(paper) == []


# ── where a table stands ──


def test_a_table_stands_under_the_heading_above_it() -> None:
    """A numbered line of an enumeration is no heading."""
    made = document(
        "某局2022年度部门决算",
        "一、部门概况",
        "（1）指导全县档案工作，",
        "二、收支情况",
        "1. 支出情况",
        "支出决算表",
        UNIT,
        LIST,
    )
    spent = read_as(made).report.all_funds
    assert spent is not None
    assert spent.expenditure is not None
    assert spent.expenditure.final is not None
    (statement,) = spent.expenditure.final.statements
    assert statement.source is not None
    assert statement.source.section == "二、收支情况/1. 支出情况/支出决算表"


def test_the_cell_of_a_workbook_has_its_address() -> None:
    """Sheet, column and row as the workbook calls them."""
    rows = (("科目名称", "决算数"), ("教育支出", "2.00"))
    table = RawTable(rows, sheet="支出决算表", first_row=4, first_column=2)
    spent = extract(document("某局2022年度部门决算", UNIT, table)).report.all_funds
    assert spent is not None
    assert spent.expenditure is not None
    (school,) = spent.expenditure.breakdowns[0].lines
    assert school.final is not None
    (statement,) = school.final.statements
    assert statement.source is not None
    assert statement.source.cell == "支出决算表!C5"


@pytest.mark.parametrize(
    ("shares", "first"),
    [
        (("0.25", "0.75", "1.00"), "25%"),
        (("25", "75", "100"), None),
        (("25%", "75%", "100%"), "25%"),
    ],
)
def test_a_workbook_that_lost_the_signs_of_its_percentages(
    shares: tuple[str, str, str], first: str | None
) -> None:
    """Shares that make up 1 are parts of one; of others without a sign it cannot be told."""
    made = document(
        "支出决算表",
        UNIT,
        f"""
        科目名称 | 决算数 | 占比
        教育支出 | 1.00 | {shares[0]}
        住房保障支出 | 3.00 | {shares[1]}
        合计 | 4.00 | {shares[2]}
        """,
    )
    spent = read_as(evolve(made, format="xls")).report.all_funds
    assert spent is not None
    assert spent.expenditure is not None
    school, _ = spent.expenditure.breakdowns[0].lines
    assert school.final is not None
    share = school.final.share
    assert (None if share is None else str(share.value)) == first


def test_rows_far_below_a_table_are_not_lost() -> None:
    """Without a header nothing tells what they are; each of their figures is counted."""
    rows = RawTable((("教育支出", "9.00"),), sheet="支出表", first_row=20)
    paper = read("支出决算表", UNIT, LIST, "", rows)
    assert unbound(paper) == ["9.00"]
    assert unread(paper) != []


def test_a_column_of_means_is_not_added_up() -> None:
    """平均每个 is no sum; nor is a total that is less than one of its rows."""
    paper = read(
        """
        类型 | 项目数（个） | 补助资金（万元） | 平均每个（万元） | 最高（万元）
        灯塔 | 2 | 10.00 | 5.00 | 6.00
        航标 | 3 | 12.00 | 4.00 | 7.00
        合计 | 5 | 22.00 | 4.40 | 6.50
        """,
    )
    assert matters(paper) == ["5", "22.00"]


def test_a_total_beside_the_line_itself_is_another_total() -> None:
    """一般公共预算支出 and 上解支出 make 总计: that is not the general budget's expenditure."""
    paper = read(
        "一般公共预算支出预算表",
        "单位：万元",
        """
        项目 | 年初预算
        一般公共预算支出 | 90.00
        上解上级支出 | 8.00
        总计 | 98.00
        """,
        kind="budget",
    )
    assert said(paper) == {"general_budget.expenditure.initial_budget": "90.00万元"}


def test_letters_that_name_a_column_are_none_of_its_words() -> None:
    """全年预算数（A）, 执行率（B/A）: what a form calls its columns says nothing."""
    paper = read(
        "“三公”经费支出决算表",
        "单位：万元",
        """
        项目 | 年初预算数（A） | 决算数（B）
        公务接待费 | 3.00 | 2.00
        """,
    )
    expected = {
        "three_public/members:reception.initial_budget": "3.00万元",
        "three_public/members:reception.final": "2.00万元",
    }
    assert expected == said(paper)
