"""A finding is worded as people say it: units, gaps, subjects."""

from __future__ import annotations

import pytest

from performance_rules.checking.phrasing import budgeted, in_large, worded


@pytest.mark.parametrize(
    ("difference", "measure", "said"),
    [
        ("2,700", "万人", "0.27"),
        ("120,000", "万亩", "12"),
        ("14", "人", "14"),
        ("2", " 分", "2"),
    ],
)
def test_a_gap_is_told_in_the_unit_of_its_numbers(difference: str, measure: str, said: str) -> None:
    """2.47万人 and 2.74万人 lie 0.27万人 apart."""
    assert in_large(difference, measure) == said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("各项相加为 47分 分，总分写 45 分", "各项相加为 47分，总分写 45 分"),
        ("中标价：控制价 62.80万元 减中标价 51.35万元", "控制价 62.80万元 减中标价 51.35万元"),
        ("控制价：数量 3，单价 2元", "控制价：数量 3，单价 2元"),
        ("②接待费写 7.20万元", "接待费写 7.20万元"),
        ("3.运维费 12次，单价 600元", "运维费 12次，单价 600元"),
        ("3.5 倍", "3.5 倍"),
        ("前后不一：分别写 3人、3人、8人，请核实", "前后不一：2 处写 3人、1 处写 8人，请核实"),
        ("前后不一：分别写 3人、8人，请核实", "前后不一：分别写 3人、8人，请核实"),
    ],
)
def test_nothing_is_said_twice(told: str, said: str) -> None:
    """A unit printed with its number, a subject that its clause names, the number of an item."""
    assert worded(told) == said


def test_a_line_called_by_its_column_has_it_once() -> None:
    """支出预算 has no 预算 of its own."""
    assert budgeted("支出预算的年初预算 9.10万元", "budget", "") == "支出预算 9.10万元"
    assert (
        budgeted("接待费的年初预算 9.10万元", "final_accounts", "") == "接待费的年初预算 9.10万元"
    )
