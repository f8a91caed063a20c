"""Forms laid out otherwise: the execution in a row of its own, totals above, two times side by side."""
# ruff: noqa: E501 - forms are wide

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

OWN_ROW = """
    部门名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^ | ^ | ^
    年度预算申请（万元） | ^ | ^ | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | ^
    年度资金总额 | ^ | ^ | 90.00 | 80.00 | 72.00 | 10 | 90.00% | ^
    年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析
    ^ | 预算执行率（10分） | ^ | ^ | 100% | 90.00% | 10 | 9 | 按比例计分
    ^ | 产出指标（60分） | 数量指标 | 巡检灯塔 | ≥10座 | 12座 | 60 | 60 |
    ^ | 效益指标（30分） | 社会效益指标 | 航行安全感 | 提升 | 提升 | 30 | 30 |
    总分 | ^ | ^ | ^ | ^ | ^ | 100 | {} |
"""
ABOVE = """
    评价内容（一级） | 指标 | 得分 | 分值权重（%） | 预期值 | 完成值 | 差异原因
    总得分 | ^ | {} | 100 | | |
    产出 | 巡检灯塔 | 60 | 60 | ≥10座 | 12座 |
    效益 | 航行安全感 | 40 | 40 | 提升 | 提升 |
"""
NUMBERED = """
    指标类型 | 指标内容 | 标准分 | 年度指标值 | 全年实际值 | 扣分 | 得分 | 未达标原因
    产出 | 巡检灯塔 | 60 | ≥10座 | 12座 | 0 | 60 |
    效益 | 航行安全感 | 40 | 提升 | 提升 | 1 | 39 | 两起投诉
    三、自评总分 | ^ | 100 | ^ | ^ | ^ | {} |
"""
LAYOUTS = {"a row of its own": (OWN_ROW, 99), "above": (ABOVE, 100), "numbered": (NUMBERED, 99)}


def errors(*blocks: str) -> list[str]:
    """Return the rules that are broken in a form."""
    report = read("某县航道局绩效自评表", *blocks, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_form_is_read_however_it_is_laid_out(layout: str) -> None:
    """What adds up to the printed total is right; one point more is wrong."""
    form, score = LAYOUTS[layout]
    assert errors(form.format(score)) == []
    assert errors(form.format(score + (-1 if score == 100 else 1))) == ["PI-003-SUM"]


COUNTED = """
    一级指标 | 三级指标 | 目标值 | 实际值 | 分值 | 得分
    产出 | 巡检灯塔 | ≥10座 | 12座 | 60 | 60
    效益 | 航行安全感 | 提升 | 提升 | 28 | 28
    合计（含执行率得分） | ^ | ^ | ^ | 100 | 97.65
"""


def test_a_total_that_counts_what_was_not_read_is_not_made_by_the_rest() -> None:
    """合计（含执行率得分） holds points that stand in no row of the indicators."""
    assert errors(COUNTED) == []


TWO_TIMES = """
    项目名称 | ^ | 灯塔巡检 | ^ | 项目期 | 2023-2025年
    资金情况（万元） | ^ | 实施期资金总额 | 300.00 | 年度资金总额 | {}
    ^ | ^ | 财政拨款 | 260.00 | 财政拨款 | 90.00
    ^ | ^ | 其他资金 | 40.00 | 其他资金 | 10.00
    绩效指标 | 一级指标 | 三级指标 | 实施期指标值 | 年度指标值 | 权重
    ^ | 产出指标 | 巡检灯塔 | ≥30座 | ≥10座 | 60
    ^ | 效益指标 | 航行安全感 | 提升 | 提升 | 40
    ^ | 权重合计 | ^ | ^ | ^ | 100
"""


@pytest.mark.parametrize(("total", "rules"), [("100.00", []), ("110.00", ["TOT-001"])])
def test_money_of_the_year_is_told_beside_that_of_the_whole_time(
    total: str, rules: list[str]
) -> None:
    """Parts stand in the column of their total; those of another time are none of it."""
    assert errors(TWO_TIMES.format(total)) == rules


TASKS = """
    部门名称 | ^ | 某县航道局 | ^ | ^
    预算执行（万元） | 项目 | 年初预算数 | 全年预算数 | 全年执行数
    ^ | 年度资金总额 | 60.00 | 80.00 | 72.00
    ^ | 基本支出 | 40.00 | 50.00 | 47.00
    ^ | 项目支出 | 20.00 | 30.00 | 25.00
    年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | 执行金额（万元）
    ^ | 疏浚航道 | 疏浚两条航道 | {budget} | 15.00
    ^ | 更换灯器 | 更换四座灯塔的灯器 | 10.00 | {spent}
    ^ | {total} | ^ | {all} | 25.00
    绩效指标 | 一级指标 | 三级指标 | 年度指标值 | 实际完成值
    ^ | 产出指标 | 巡检灯塔 | ≥10座 | 12座
"""
RIGHT = {"budget": "20.00", "spent": "10.00", "total": "项目支出合计", "all": "30.00"}


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"total": "合计"}, []),
        ({"budget": "12.00", "all": "20.00"}, ["TOT-001"]),
        ({"budget": "10.00", "all": "20.00"}, []),  # the budget of the beginning of the year
        ({"spent": "12.00"}, ["TOT-001"]),
        ({"spent": "12.00", "total": "合计"}, ["TOT-001"]),
        ({"budget": "22.00", "all": "32.00"}, ["TXT-003"]),
    ],
)
def test_tasks_take_the_money_apart_that_their_total_names(
    said: dict[str, str], rules: list[str]
) -> None:
    """A further block of money has its own total; one called 项目支出合计 is that of the form."""
    assert errors(TASKS.format(**{**RIGHT, **said})) == rules


DRAWN = """
    项目名称 | ^ | 灯塔巡检 | ^ | ^ | ^ | ^ | ^ | ^
    一级指标 | 二级指标 | 三级指标 | ^ | 年度指标值 | ^ | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 巡检灯塔 | ^ | ≥10座 | {}座 | ^ | 50 | 50
    效益指标 | 社会指标 | 航标正常率 | ≥90% | ^ | 93% | ^ | 50 | 50
    总分 | ^ | ^ | ^ | ^ | ^ | ^ | 100 | 100
"""
MERGED = """
    一级指标 | 三级指标 | 年度指标值 | ^ | 实际完成值 | 分值 | 得分
    产出指标 | 巡检灯塔 | ≥ | 10座 | {}座 | 50 | 50
    效益指标 | 航标正常率 | ≥ | 90% | 93% | 50 | ^
    总分 | ^ | ^ | ^ | ^ | 100 | 100
"""


@pytest.mark.parametrize(("done", "rules"), [(12, []), (8, ["PI-014"])])
def test_cells_drawn_beside_their_headers_are_theirs_in_order(done: int, rules: list[str]) -> None:
    """As many cells follow the names as headers do; a cell begins a little before its own."""
    report = read("绩效自评表", DRAWN.format(done), kind="self_evaluation", year=2023).report
    found = pr.check(report, RULES).findings
    assert [one.rule for one in found if one.severity == "error"] == rules


def test_points_that_are_merged_move_no_cell() -> None:
    """The last row has as many cells as headers, since its points are those of the row above."""
    report = read("绩效自评表", MERGED.format(12), kind="self_evaluation", year=2023).report
    (one,) = report.evaluations
    assert one.sheet is not None
    groups = [line for part in one.sheet.breakdowns for line in part.lines]
    leaves = [line for group in groups for part in group.breakdowns for line in part.lines]
    weights = [leaf.weight.statements[0].value.n for leaf in leaves if leaf.weight is not None]
    assert len(weights) == len(leaves)
    assert len(set(weights)) == 1
