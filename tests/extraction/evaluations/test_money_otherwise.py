"""Money of a form that is laid out otherwise: on its side, in lists of one cell each, with sources."""
# ruff: noqa: E501 - forms are wide

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

INDICATORS = """
    一级指标 | 二级指标 | 三级指标 | 目标值 | 实际值 | 分值 | 得分
    产出 | 数量 | 疏浚航道 | ≥30公里 | 32公里 | 50 | 50
    效益 | 社会效益 | 船舶滞留率 | ≤5% | 4% | 40 | 40
    合计（含执行率得分） | ^ | ^ | ^ | ^ | 100 | {score}
"""
TURNED = """
    预算资金（万元） | 类别 | 合计 | 财政拨款 | 上级补助 | 自筹资金 | 执行率得分（满分10分）
    ^ | 年初预算 | 60.00 | 30.00 | 20.00 | 10.00 | {points}
    ^ | 调整后预算 | {budget} | 40.00 | 30.00 | 10.00 | ^
    ^ | 实际支出 | 72.00 | 36.00 | 28.00 | 8.00 | ^
    ^ | 执行率 | {rate} | 90.00% | 93.33% | 80.00% | ^
"""
LISTED = """
    部门名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^ | ^
    年度预算申请（万元） | ^ | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    ^ | 年度资金总额 | 90.00 | 80.00 | 72.00 | 10 | 90.00% | 9
    ^ | 按收入性质分： | ^ | ^ | 按支出性质分： | ^ | ^ | ^
    ^ | 其中：一般公共预算拨款：{grant} | ^ | ^ | 其中：基本支出：{basic} | ^ | ^ | ^
    ^ | 其他资金：10.00 | ^ | ^ | 项目支出：50.00 | ^ | ^ | ^
"""
SOURCES = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^
    项目资金（万元） | ^ | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率
    ^ | 年度资金总额 | 60.00 | {total} | 72.00 | 10 | 90.00%
    ^ | 财政拨款 | 30.00 | 40.00 | 36.00 | — | —
    ^ | 上级资金 | 30.00 | 40.00 | 36.00 | — | —
"""
POINTED = """
    预算执行（万元） | 资金来源 | 合计 | 一般公共预算 | 政府性基金 | 单位资金
    ^ | 年初预算 | 60.00 | 30.00 | 20.00 | 10.00
    ^ | 全年预算 | 80.00 | 40.00 | 30.00 | 10.00
    ^ | 执行数 | {spent} | 36.00 | 28.00 | 8.00
    ^ | 执行率 | 90.00% | 90.00% | 93.33% | 80.00%
    ^ | 分值 | 10 | ^ | ^ | ^
    ^ | 得分 | {points} | ^ | ^ | ^
"""
DIVIDED = """
    部门名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^
    预算执行（万元） | 项目 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
    ^ | 年度资金总额 | 60.00 | 80.00 | 72.00 | 10 | 9
    ^ | {sources} | ^ | ^ | ^ | ^ | ^
    ^ | 1.财政性资金 | 50.00 | 70.00 | 64.00 | ^ | ^
    ^ | 2.其他资金 | 10.00 | 10.00 | 8.00 | ^ | ^
    ^ | {natures} | ^ | ^ | ^ | ^ | ^
    ^ | 1.基本支出 | 40.00 | {basic} | 50.00 | ^ | ^
    ^ | 2.项目支出 | 20.00 | 25.00 | 22.00 | ^ | ^
"""
MIXED = """
    部门名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^
    预算执行（万元） | 项目 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分
    ^ | 年度资金总额 | 60.00 | 80.00 | 72.00 | 10 | 9
    ^ | 财政拨款 | 50.00 | 70.00 | 64.00 | ^ | ^
    ^ | 其他资金 | 10.00 | 10.00 | 8.00 | ^ | ^
    ^ | 基本支出 | 40.00 | {basic} | 50.00 | ^ | ^
    ^ | 项目支出 | 20.00 | 25.00 | 22.00 | ^ | ^
"""


def errors(form: str) -> list[str]:
    """Return the rules that are broken in a form."""
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("budget", "rate", "points", "score", "rules"),
    [
        ("80.00", "90.00%", "9", "99", []),
        ("80.00", "95.00%", "9", "99", ["BUD-001"]),
        ("81.00", "88.89%", "8.89", "98.89", ["TOT-001"]),
        ("80.00", "90.00%", "9", "98", ["PI-003-SUM"]),
    ],
)
def test_money_on_its_side_is_read_as_other_money(
    budget: str, rate: str, points: str, score: str, rules: list[str]
) -> None:
    """Stages may stand in the rows and kinds of money across; the whole earns the points once."""
    form = TURNED.format(budget=budget, rate=rate, points=points)
    assert errors(form + INDICATORS.format(score=score)) == rules


@pytest.mark.parametrize(
    ("grant", "basic", "rules"),
    [
        ("70.00", "30.00", []),  # both lists are of the budget of the whole year
        ("70.00", "22.00", []),  # one of the budget, one of what was spent
        ("70.00", "35.00", ["TOT-001"]),  # of nothing: it is of what the other one is of
        ("71.00", "35.00", []),  # neither says which stage is meant
        ("70.00", "", []),  # a list that was not filled in
    ],
)
def test_a_list_of_money_is_of_the_stage_that_it_adds_up_to(
    grant: str, basic: str, rules: list[str]
) -> None:
    """No stage stands above 基本支出：30.00 in a cell; what the lists add up to says it."""
    assert errors(LISTED.format(grant=grant, basic=basic)) == rules


@pytest.mark.parametrize(("total", "rules"), [("80.00", []), ("90.00", ["BUD-001", "TOT-001"])])
def test_money_from_above_stands_beside_or_within_as_the_sums_say(
    total: str, rules: list[str]
) -> None:
    """上级资金 behind 财政拨款 may be a part of that or another kind; the figures bear out one."""
    assert sorted(errors(SOURCES.format(total=total))) == rules


@pytest.mark.parametrize(
    ("spent", "points", "rules"),
    [("72.00", "9", []), ("74.00", "9", ["BUD-001", "TOT-001"]), ("72.00", "8", ["PI-003-SUM"])],
)
def test_points_stand_in_rows_below_money_on_its_side(
    spent: str, points: str, rules: list[str]
) -> None:
    """分值 and 得分 may be rows as the stages are; they are those of the whole, and no source."""
    form = POINTED.format(spent=spent, points=points) + INDICATORS.format(score="99")
    assert sorted(errors(form)) == rules


@pytest.mark.parametrize(("basic", "rules"), [("55.00", []), ("58.00", ["TOT-001"])])
@pytest.mark.parametrize(
    ("sources", "natures"),
    [
        ("按资金来源分：", "按支出性质分："),
        ("其中：按资金来源划分", "按支出结构划分"),
        ("（一）资金来源", "（二）支出结构"),
    ],
)
def test_a_row_of_its_own_opens_a_list(
    basic: str, rules: list[str], sources: str, natures: str
) -> None:
    """Each list makes the total by itself, though its rows are numbered anew."""
    assert errors(DIVIDED.format(basic=basic, sources=sources, natures=natures)) == rules


@pytest.mark.parametrize(("basic", "rules"), [("55.00", []), ("58.00", ["TOT-001"])])
def test_kinds_of_expenditure_are_no_sources(basic: str, rules: list[str]) -> None:
    """基本支出 and 项目支出 below the sources take the same total apart once more."""
    assert errors(MIXED.format(basic=basic)) == rules


BESIDE = """
    部门名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^ | ^
    年度预算申请（万元） | ^ | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    ^ | 年度资金总额 | 90.00 | 80.00 | 72.00 | 10 | 90.00% | 9
    ^ | 按收入性质分： | ^ | ^ | 按支出性质分： | ^ | ^ | ^
    ^ | 其中：一般公共预算拨款： | 70.00 | ^ | 其中：基本支出： | {basic} | ^ | ^
    ^ | 其他资金： | 10.00 | ^ | 项目支出： | 50.00 | ^ | ^
"""


@pytest.mark.parametrize(("basic", "rules"), [("30.00", []), ("35.00", ["TOT-001"])])
def test_lists_beside_each_other_have_cells_for_their_amounts(basic: str, rules: list[str]) -> None:
    """An amount is that of the name before it, and not of the stage or points above its column."""
    assert errors(BESIDE.format(basic=basic)) == rules
