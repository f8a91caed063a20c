"""What a budget calls a total counts what was carried over, and a department's is of all money."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import read, values

QUIET = [
    "本年支出1,250.00万元，结转下年50.00万元，支出总预算1,300.00万元。",
    "本年收入1,200.00万元，上年结转100.00万元，收入总预算1,300.00万元。",
    "一般公共预算收入总预算800.00万元，部门收入总预算1,000.00万元。",
    "一般公共预算支出800.00万元，部门支出总预算1,000.00万元。",
]


@pytest.mark.parametrize("text", QUIET)
def test_a_total_budget_is_not_what_came_in_or_was_spent(text: str) -> None:
    """收入总预算 and 支出总预算 beside what the year brings in and costs are other lines."""
    assert errors(text, kind="budget") == []


def test_a_total_budget_is_told_once() -> None:
    """Two totals of one side that differ contradict each other."""
    said = "支出总预算1,300.00万元。2022年部门支出总预算1,330.00万元。"
    assert errors(said, kind="budget")


@pytest.mark.parametrize(
    "said", ["整体绩效自评得95分", "部门整体支出绩效自评得分95分", "整体支出绩效得95分"]
)
def test_what_a_body_gave_itself_is_its_score(said: str) -> None:
    """得N分 behind what was evaluated as a whole is the score of it."""
    paper = read(f"按百分制，本单位{said}，等次为“优”。", kind="self_evaluation")
    assert values(paper, "evaluation", "score") == ["95"]


SIDES = (
    "（一）收入总计{income}万元。包括：\n一般公共预算财政拨款收入1,200.00万元；\n上年结转100.00万元。\n"
    "（二）支出总计{spent}万元。包括：\n基本支出800.00万元；\n项目支出{projects}万元{rest}"
)


@pytest.mark.parametrize(
    ("income", "spent", "projects", "rest", "wrong"),
    [
        ("1,300.00", "1,300.00", "500.00", "。年末无结转。", False),
        ("1,300.00", "1,300.00", "450.00", "；\n结转下年50.00万元。", False),
        ("1,300.00", "1,330.00", "530.00", "。年末无结转。", True),
        ("1,300.00", "1,250.00", "450.00", "。年末无结转。", True),
    ],
)
def test_both_totals_of_a_budget_are_equal(
    income: str, spent: str, projects: str, rest: str, *, wrong: bool
) -> None:
    """The total of expenditure, told in an item of its own, is that of income."""
    text = SIDES.format(income=income, spent=spent, projects=projects, rest=rest)
    assert bool(errors(text, kind="budget")) is wrong
