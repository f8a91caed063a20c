"""Phases of a project in a form: parts of its whole time, and of its money."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | ^ | 渔港泵房 | ^ | ^
    资金总额及构成 | ^ | 总额{total}万元 一、财政拨款：{granted}万元 二、自有资金：20.00万元 | ^ | ^
    项目实施进度计划 | 项目实施内容 | 开始时间 | 完成时间 | 计划投资（万元）
    ^ | 1.新建泵房5座 | 2022年3月 | 2022年12月 | 60.00
    ^ | 2.新建泵房{second}座 | 2023年2月 | 2023年11月 | {money}
    长期绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
    ^ | 产出指标 | 数量指标 | 新建泵房 | 12座
    ^ | 产出指标 | 质量指标 | 验收合格率 | 100%
    年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
    ^ | 产出指标 | 数量指标 | 新建泵房 | 5座
    ^ | 产出指标 | 质量指标 | 验收合格率 | 100%
"""


def errors(second: str, money: str, total: str = "140.00", granted: str = "120.00") -> list[str]:
    """Return the contradictions of a form of goals."""
    form = FORM.format(second=second, money=money, total=total, granted=granted)
    report = read("项目绩效目标表", form, kind="project_evaluation", year=2022).report
    assert report.evaluations
    return [one.message for one in pr.check(report, RULES).findings if one.severity == "error"]


def test_what_a_phase_reaches_is_no_target_of_the_year() -> None:
    """Nor of the whole time: it is a part of that."""
    assert errors("7", "80.00") == []


@pytest.mark.parametrize(
    ("second", "money", "message"),
    [("8", "80.00", "12座"), ("6", "80.00", "12座"), ("7", "70.00", "140.00万元")],
)
def test_where_the_money_makes_the_whole_the_things_do_and_the_other_way_round(
    second: str, money: str, message: str
) -> None:
    """Each bears out for the other that the rows are all phases."""
    (found,) = errors(second, money)
    assert message in found


def test_fewer_phases_than_the_whole_say_nothing() -> None:
    """The form may list some of them: neither the things nor the money are all there are."""
    assert errors("4", "50.00") == []
