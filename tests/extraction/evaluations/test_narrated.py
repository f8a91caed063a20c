"""What other cells of a form tell of its indicators and its money."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^
    项目概况 | ^ | {about} | ^ | ^ | ^ | ^
    项目资金（万元） | ^ | 全年预算数 | 全年执行数 | 执行率 | ^ | ^
    年度资金总额 | ^ | 90.00 | 81.00 | 90.00% | ^ | ^
    其中：省级财政资金 | ^ | 54.00 | 48.60 | 90.00% | ^ | ^
    县级财政资金 | ^ | 36.00 | 32.40 | 90.00% | ^ | ^
    一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | 完成情况说明
    产出指标 | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 60 |
    ^ | 巡检灯塔 | ≥12座 | 14座 | 40 | 40 | {explained}
    总分 | ^ | ^ | ^ | 100 | 100 |
"""


def found(**change: str) -> dict[str, str]:
    """Return the rules that a form breaks, with how severe that is."""
    form = FORM.format(**{"about": "疏浚航道并巡检灯塔。", "explained": "", **change})
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    severe = ("error", "review")
    found = pr.check(report, RULES).findings
    return {one.rule: one.severity for one in found if one.severity in severe}


@pytest.mark.parametrize(
    ("change", "severity"),
    [
        ({"about": "全年疏浚航道里程345公里，巡检灯塔14座。"}, ""),
        ({"about": "计划疏浚航道里程320公里。"}, ""),
        ({"about": "全年疏浚航道里程354公里。"}, "error"),
        ({"about": "全年疏浚航道里程298公里，巡检灯塔14座。"}, "error"),
        ({"about": "全年疏浚航道里程298公里。"}, ""),
        ({"about": "辖区航道里程1,240公里，灯塔26座，巡检灯塔14座。"}, ""),
        ({"about": "上年疏浚航道里程298公里，巡检灯塔14座。"}, ""),
        ({"about": "疏浚航道里程298公里的北区与巡检灯塔14座的南区。"}, ""),
        ({"explained": "全年疏浚航道里程354公里"}, "error"),
    ],
)
def test_what_is_neither_target_nor_result_is_told_wrongly(
    change: dict[str, str], severity: str
) -> None:
    """A slip is told, and any number where the same text tells another row as it is."""
    assert found(**change) == ({"TXT-003": severity} if severity else {})


@pytest.mark.parametrize(("year", "rules"), [("2023", {"TXT-003": "error"}), ("2024", {})])
def test_a_row_of_another_year_tells_nothing_of_this_one(year: str, rules: dict[str, str]) -> None:
    """A plan of several years has a row for each: its goals are those of its year alone."""
    row = f"    {year} | ^ | 疏浚航道里程354公里，巡检灯塔12座。 | ^ | ^ | ^ | ^\n    项目概况"
    report = read(
        "某县航道局绩效自评表",
        FORM.format(about="疏浚航道。", explained="").replace("    项目概况", row, 1),
        kind="self_evaluation",
        year=2023,
    ).report
    found = [one for one in pr.check(report, RULES).findings if one.severity == "error"]

    assert {one.rule: one.severity for one in found} == rules


@pytest.mark.parametrize(
    ("about", "rules"),
    [
        ("省级财政资金54.00万元按因素法分配。", {}),
        ("省级财政资金48.60万元已支付。", {}),
        ("省级财政资金45.00万元按因素法分配。", {"TXT-003": "error"}),
        ("省级财政资金20.00万元按因素法分配。", {}),
        ("省级财政资金4,500元每处。", {}),
    ],
)
def test_a_kind_of_money_is_told_under_its_whole_name(about: str, rules: dict[str, str]) -> None:
    """Of one of the stages, or a slip of one; any other amount may be a part of it."""
    assert found(about=about) == rules
