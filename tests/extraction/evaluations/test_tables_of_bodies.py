"""Tables of a body and those below it within the grid of a form, one header under the other."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    单位名称 | 某县航道局 | ^ | ^ | ^ | ^
    年度支出情况（万元） | ^ | ^ | ^ | ^ | ^
    机构名称 | 支出合计 | 其中： | ^ | ^ | 当年结余
    ^ | ^ | 人员支出 | 公用支出 | 项目支出 | ^
    局机关及下属单位汇总 | 190.00 | 98.00 | 22.00 | 70.00 | 12.50
    1、局机关 | 105.00 | 50.00 | {office} | 43.00 | 7.50
    2、航标站 | 85.00 | 48.00 | 10.00 | 27.00 | 5.00
    机构名称 | 固定资产合计 | 其中： | ^ | ^ | 备注
    ^ | ^ | 在用 | 出租 | 待处置 | ^
    局机关及下属单位汇总 | {assets} | 390.00 | 45.00 | 4.00 | ^
    1、局机关 | 260.00 | 240.00 | 18.00 | 2.00 | ^
    2、航标站 | 179.00 | 150.00 | 27.00 | 2.00 | ^
    评价内容 | 指标类型 | 绩效目标 | ^ | 完成情况 | ^
    产出目标 | 数量指标 | ≥40座 | ^ | 42座 | ^
    效益目标 | 社会效益 | ≥98% | ^ | 99% | ^
"""


def errors(office: str, assets: str) -> list[str]:
    """Return the contradictions of a form."""
    form = FORM.format(office=office, assets=assets)
    title = "某县航道局部门整体支出绩效自评表"
    report = read(title, form, kind="self_evaluation", year=2023).report
    return [one.message for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("office", "assets", "told"),
    [
        ("12.00", "439.00", []),
        ("21.00", "439.00", ["公用支出"]),
        ("12.00", "493.00", ["固定资产合计"]),
    ],
)
def test_what_all_bodies_make_is_in_the_row_that_sums_them_up(
    office: str, assets: str, told: list[str]
) -> None:
    """The rows are numbered one by one, and a second header begins a table of its own."""
    found = errors(office, assets)
    assert all(name in "".join(found) for name in told)
    assert bool(found) == bool(told)
