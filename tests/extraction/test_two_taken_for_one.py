"""Two figures whose names share a word, and which are of two things: neither restates the other."""

from __future__ import annotations

import pytest
from tests.extraction.said import has, read, values

import performance_rules as pr

RULES = pr.RuleSet.for_region()

QUIET = {
    "projects side by side, each with points of its own": (
        "self_evaluation",
        "四、重点项目绩效",
        "项目 | 预算数（万元） | 执行数（万元） | 得分\n航标更换 | 42.60 | 40.10 | 97\n"
        "浅滩测量 | 118.30 | 118.30 | 88",
    ),
    "what was budgeted and what was spent, in one table": (
        "self_evaluation",
        "六、“三公”经费预算执行",
        "项目 | 预算数（万元） | 支出数（万元）\n因公出国（境）费 | 0.00 | 0.00\n"
        "公务用车购置费 | 0.00 | 0.00\n公务用车运行维护费 | 9.40 | 8.70\n公务接待费 | 1.60 | 1.10\n"
        "合计 | 11.00 | 9.80",
    ),
    "a sentence that divides another whole than the table": (
        "budget",
        "支出类别 | 2021年（万元） | 2022年（万元） | 增减额（万元） | 增减率\n"
        "基本支出 | 420.00 | 460.00 | 40.00 | 9.52%\n项目支出 | 300.00 | 330.00 | 30.00 | 10.00%\n"
        "支出合计 | 720.00 | 790.00 | 70.00 | 9.72%",
        "如上表所列，一般公共预算支出合计580.00万元，其中基本支出460.00万元、项目支出120.00万元。",
    ),
    "a sum behind its items": (
        "self_evaluation",
        "政府采购货物预算24.00万元、实际22.50万元；政府采购服务预算31.00万元、实际30.20万元。"
        "合计预算55.00万元，合计实际52.70万元。",
    ),
    "what is left of one kind of spending, and of all": (
        "self_evaluation",
        "我局项目支出年末结转18.20万元，系预算260.00万元减去支出241.80万元后的余额；"
        "基本支出年末结余3.30万元。2022年末结转结余总额21.50万元。",
    ),
    "a project whose name begins with the word of a stage": (
        "self_evaluation",
        "基本支出预算610.00万元，实际支出604.00万元；项目支出预算190.00万元，实际支出181.00万元。"
        "分项目看，航标更换预算70.00万元，支出66.00万元；"
        "预算编审平台维护预算120.00万元，支出115.00万元。",
    ),
    "what a fund pays of a part": (
        "budget",
        "项目支出210.00万元，由一般公共预算安排160.00万元、政府性基金安排50.00万元。",
        "一般公共预算支出合计640.00万元，其中基本支出480.00万元、项目支出160.00万元。",
    ),
    "what the receptions that were counted cost": (
        "self_evaluation",
        "我局2022年“三公”经费支出7.90万元，上年8.60万元，减少0.70万元。"
        "公务接待12批次96人次，支出1.30万元；因公出国（境）支出0万元。",
    ),
    "what was taken off, in a bracket behind a part": (
        "self_evaluation",
        "全年预算数905.00万元，由以下各项构成：年初批复760.00万元、上年结转和结余85.00万元、"
        "年中追加90.00万元（另调减30.00万元，已扣除）。",
    ),
    "a budget without a mark as the heading of its own section": (
        "budget",
        "一般公共预算基本支出情况",
        "一般公共预算基本支出480.00万元，其中：人员经费410.00万元；公用经费70.00万元。",
        "收入预算安排",
        "部门收入760.00万元，由财政拨款690.00万元和其他收入70.00万元组成。",
    ),
    "a share that only a coarse figure fits": (
        "budget",
        "人员经费132.40万元和公用经费40.70万元组成基本支出173.10万元。"
        "公务用车购置及运行维护费是“三公”经费的主要部分，为38.90万元，占98.23%；"
        "公务接待费0.70万元，占1.77%。",
    ),
    "part of an account, told behind how much the account is": (
        "budget",
        "支出方面，项目支出260.00万元、基本支出350.00万元。",
        "本局500.00万元的一般公共预算支出中，项目支出150.00万元，已编制绩效目标。",
    ),
    "where the money comes from": (
        "budget",
        "2022年我局安排支出预算830.00万元。资金来源分列如下："
        "①一般公共预算当年拨款780.00万元；②上年结转资金50.00万元。",
        "一般公共预算财政拨款支出830.00万元。",
    ),
    "a name with what it holds in a bracket": (
        "self_evaluation",
        "全年支出604.00万元。",
        "公用经费（办公费12.00万元、差旅费9.00万元）全年支出21.00万元；人员经费支出340.00万元。",
    ),
    "last year's budget in a list of what this year has": (
        "budget",
        "2022年收入预算720.00万元。其中：一般公共预算拨款收入640.00万元，"
        "2021年预算数为690.00万元，今年减少50.00万元；其他收入80.00万元。",
    ),
    "a total of income whose list has what was carried in it": (
        "budget",
        "2022年收入预算690.00万元。",
        "1、一般公共预算拨款收入：610.00万元；2、其他收入：30.00万元；3、上年结转：50.00万元。"
        "收入合计：690.00万元。",
    ),
    "an amount that looks like a code": (
        "budget",
        "科目编码 | 科目名称 | 2022年预算数（元）\n2010607 | 信息化建设 | 8125283\n"
        "2010608 | 财政委托业务支出 | 2360443",
    ),
}


@pytest.mark.parametrize("about", QUIET)
def test_figures_of_two_things_do_not_contradict(about: str) -> None:
    """A word that two names share makes them one thing only if the whole of both is the same."""
    kind, *lines = QUIET[about]
    report = read(*lines, kind=kind, entity="临港县航道局", year=2022).report
    found = pr.check(report, RULES).findings
    assert [one.message for one in found if one.severity == "error"] == []


def test_a_code_with_its_level_behind_a_name_says_which_subject_it_is() -> None:
    """农林水支出（213类）水利（21303款）。行政运行（2130301项）N: the item, not the class."""
    paper = read(
        "一般公共预算支出520.00万元。",
        "（1）农林水支出（213类）水利（21303款）。行政运行（2130301项）2022年预算数310.00万元。"
        "防汛（2130314项）2022年预算数47.00万元。",
        kind="budget",
    )
    whole = "general_budget.expenditure/农林水支出/水利"
    assert values(paper, f"{whole}/行政运行", "initial_budget") == ["310.00万元"]
    assert values(paper, f"{whole}/防汛", "initial_budget") == ["47.00万元"]


def test_the_part_that_an_account_pays_is_a_part_of_what_it_is_paid_for() -> None:
    """项目支出N，由一般公共预算安排A: the account spends more than A."""
    paper = read("项目支出80.00万元，由一般公共预算安排60.00万元。", kind="budget")
    assert not has(paper, "general_budget.expenditure")
    assert values(paper, "all_funds.expenditure/project", "initial_budget") == ["80.00万元"]


@pytest.mark.parametrize("year", ["当年", "本年"])
def test_what_comes_in_beside_a_balance_is_no_balance(year: str) -> None:
    """财政拨款收入N，其中：上年结转A，当年国有资本经营预算B: B is income."""
    paper = read(
        f"财政拨款收入90.00万元，其中：上年结转30.00万元，{year}国有资本经营预算60.00万元。",
        kind="budget",
    )
    assert not has(paper, "state_capital.opening")
    assert values(paper, "state_capital.income", "initial_budget") == ["60.00万元"]


def test_the_year_before_behind_a_change_is_that_of_what_changed() -> None:
    """本年收入增加D（上年P）: P is no balance, though one ends the sentence before."""
    paper = read(
        "2022年度部门决算",
        "1.年初结转和结余9.00万元；2.本年收入170.00万元；3.年末结转和结余12.00万元。"
        "与上年比，本年收入增加10.00万元（上年160.00万元），增长6.25%。",
    )
    assert values(paper, "all_funds.closing", "prior") == []
    assert values(paper, "all_funds.closing") == ["12.00万元"]
