"""Indicators of the whole time of a project beside those of the year, and of a part of the year."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

BESIDE = """
    项目名称 | ^ | 灯塔开放 | ^ | ^ | ^ | ^ | ^
    总体目标 | 实施期目标（2022年—2024年） | ^ | ^ | ^ | 年度目标（2023年） | ^ | ^
    ^ | 三年开放灯塔12座。 | ^ | ^ | ^ | 开放灯塔{goal}座。 | ^ | ^
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
    ^ | 产出指标 | 数量指标 | 开放灯塔 | ≥12座 | 数量指标 | 开放灯塔 | ≥4座
    ^ | ^ | ^ | 接待参观 | ≥9,000人次 | ^ | 接待参观 | ≥{visits}人次
    ^ | ^ | 质量指标 | 设施完好率 | ≥90% | 质量指标 | 设施完好率 | ≥{rate}%
    ^ | 效益指标 | 成本指标 | 每座开放成本 | ≤8万元 | 成本指标 | 每座开放成本 | ≤{cost}万元
"""
ABOVE = """
    项目名称 | 灯塔开放 | ^ | ^
    项目绩效目标 | 长期目标 | ^ | 年度目标
    ^ | 开放灯塔12座 | ^ | 开放灯塔4座
    长期绩效指标 | 一级指标 | 指标内容 | 指标值
    ^ | 产出指标 | 开放灯塔 | 12座
    ^ | ^ | 接待参观 | 9000人次
    年度绩效指标 | 一级指标 | 指标内容 | 指标值
    ^ | 产出指标 | 开放灯塔 | 4座
    ^ | ^ | 接待参观 | {visits}人次
"""
HALVES = """
    一级指标 | 三级指标 | 年度指标值 | 上半年完成值 | 下半年完成值 | 全年完成值
    产出指标 | 开放灯塔 | 4座 | 2座 | 2座 | {year}座
    ^ | 接待参观 | 3000人次 | 1800人次 | 1300人次 | 3100人次
    效益指标 | 设施完好率 | 90% | 95% | 93% | 94%
"""
MONITOR = """
    项目名称 | ^ | 灯塔开放 | ^ | ^ | ^
    资金（万元） | 资金来源 | 全年预算数 | 1-7月执行数 | 1-7月执行率 | 全年预计执行数
    ^ | 年度资金总额 | 40.00 | 22.00 | 55.00% | {money}
    绩效指标 | 一级指标 | 三级指标 | 年度指标值 | 1-7月完成值 | 全年预计完成值
    ^ | 产出指标 | 接待参观 | ≥3000人次 | {now}人次 | 3200人次
    ^ | 效益指标 | 设施完好率 | ≥90% | 95% | 93%
"""


def broken(form: str, title: str = "项目支出绩效目标申报表") -> list[str]:
    """Return the rules that a form breaks, those that ask for a reason among them."""
    report = read(title, form, kind="self_evaluation", year=2023).report
    assert len(report.evaluations) == 1
    found = pr.check(report, RULES).findings
    return sorted(f.rule for f in found if f.severity in ("error", "warning"))


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"visits": "9,800"}, ["TOT-001-PARTS"]),
        ({"visits": "9,000"}, []),
        ({"rate": 95}, []),
        ({"cost": 9}, []),
    ],
)
def test_a_year_counts_no_more_than_the_whole_time(
    said: dict[str, object], rules: list[str]
) -> None:
    """Rates and costs do not add up in the course of years; what is counted does."""
    right = {"goal": 4, "visits": "3,000", "rate": 85, "cost": 8}
    assert broken(BESIDE.format(**{**right, **said})) == rules


def test_the_indicators_of_the_form_are_those_of_the_year() -> None:
    """Each stands once, below its own names; the whole time's are matters of their own."""
    form = BESIDE.format(goal=4, visits="3,000", rate=85, cost=8)
    report = read("项目支出绩效目标申报表", form, kind="self_evaluation", year=2023).report
    (one,) = report.evaluations
    assert one.sheet is not None
    (top,) = one.sheet.breakdowns
    (levels,) = top.lines[0].breakdowns
    assert [line.name for line in levels.lines] == ["数量指标", "质量指标"]
    assert [line.name for line in report.matters] == [
        "开放灯塔（实施期）",
        "接待参观（实施期）",
        "设施完好率（实施期）",
        "每座开放成本（实施期）",
    ]


@pytest.mark.parametrize(("visits", "rules"), [("3000", []), ("30000", ["TOT-001-PARTS"])])
def test_the_whole_time_may_stand_above(visits: str, rules: list[str]) -> None:
    """长期绩效指标 is a block of its own above 年度绩效指标."""
    assert broken(ABOVE.format(visits=visits)) == rules


@pytest.mark.parametrize(("year", "rules"), [(4, []), (5, ["TOT-001"])])
def test_halves_make_the_year(year: int, rules: list[str]) -> None:
    """上半年 beside 下半年 is the first half, not the time of monitoring."""
    assert broken(HALVES.format(year=year), "项目支出绩效自评表") == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"money": "20.00"}, ["PI-033"]),
        ({"now": 3700}, ["PI-033-COUNTS"]),
    ],
)
def test_the_year_is_not_less_than_what_is_done_by_now(
    said: dict[str, object], rules: list[str]
) -> None:
    """A rate may fall until the end of the year; money spent and things counted do not."""
    form = MONITOR.format(**{"money": "39.00", "now": 1700, **said})
    assert broken(form, "项目支出绩效运行监控表") == rules
