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
