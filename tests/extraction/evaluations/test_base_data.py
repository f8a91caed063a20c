"""Rates of a form, and a table of the figures that they were worked out of."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

BASE = """
    指标 | 上年数 | 本年数 | 备注
    航道支出年初预算数 | 900.00 | 950.00 |
    航道支出完成数 | 880.00 | 912.00 |
    年末结转结余资金 | 40.00 | 30.00 |
    年末应付账款（暂存款） | 50.00 | 45.00 |
    年末应收账款（暂付款） | 20.00 | 18.00 |
"""
FORM = """
    项目 | 考核内容 | 考核指标 | 年度工作目标 | 实际完成 | 权数 | 考评得分
    收支管理 | 预算执行 | 航道支出实际完成率 | 100% | {done} | 40 | 38.4
    ^ | 结转结余 | 结转结余变动率 | ≤-10% | {left} | 20 | 20
    ^ | 应付账款 | 应付账款变动率 | ≤-10% | {owed} | 20 | 20
    ^ | 应收账款 | 应收账款变动率 | ≤-10% | {due} | 20 | 20
    合计 | ^ | ^ | ^ | ^ | 100 | 98.4
"""


def errors(done: str, left: str, owed: str = "-10.00%", due: str = "-10.00%") -> list[str]:
    """Return the contradictions of a document with a table of base figures and a form."""
    title = "2023年度预算支出管理绩效考核评分表"
    form = FORM.format(done=done, left=left, owed=owed, due=due)
    blocks = ("2023年度预算支出管理基础数据", "单位：万元", BASE, title, form)
    report = read(*blocks, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return [one.message for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("done", "left", "told"),
    [
        ("96.00%", "-25.00%", []),
        ("96%", "-25%", []),
        ("69.00%", "-25.00%", ["航道支出实际完成率"]),
        ("96.00%", "-35.00%", ["结转结余变动率"]),
        ("69.00%", "-35.00%", ["航道支出实际完成率", "结转结余变动率"]),
    ],
)
def test_a_rate_is_that_of_the_rows_with_its_name(done: str, left: str, told: list[str]) -> None:
    """The other rates come out, so that the table is what the form was worked out of."""
    found = errors(done, left)
    assert len(found) == len(told)
    assert all(name in "".join(found) for name in told)


def test_a_table_that_bears_out_less_than_half_of_the_rates_is_no_base() -> None:
    """They may be those of another year, or of another body."""
    assert errors("69.00%", "-35.00%", "-3.00%") == []
