"""The points that are due to an indicator that missed its target and has full marks."""

from __future__ import annotations

from typing import Any

import pytest

from performance_rules.checking.result import check
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet

COLUMNS = ["指标", "分值", "目标值", "目标方向", "完成值", "得分"]


def answer(row: list[str], *text: str, **form: Any) -> str:
    """Return what is answered to a form with one indicator; empty where nothing is."""
    sheet = {"members": {"columns": COLUMNS, "rows": [row]}}
    forms = [{"kind": "project", "sheet": sheet, **form}]
    report = build_report(
        {"year": 2022, "kind": "项目支出绩效自评", "evaluations": forms, "text": text}
    )
    found = check(report, RuleSet.for_region(None, 2022)).findings
    return next((f.answer.zh for f in found if f.rule == "PI-014" and f.answer is not None), "")


@pytest.mark.parametrize(
    ("target", "sense", "actual", "said"),
    [
        ("80座", "at_least", "60座", "按完成值与目标值的比例，应得 12×60÷80 = 9 分"),
        ("90座", "equal", "70座", "应得 12×70÷90 = 9.33 分"),
        (
            "60天",
            "at_most",
            "80天",
            "按目标值与完成值的比例（另有扣分办法的，从其规定），应得 12×60÷80 = 9 分",
        ),
        ("60天", "at_most", "50天", ""),  # it was reached
    ],
)
def test_points_are_due_in_proportion(target: str, sense: str, actual: str, said: str) -> None:
    """What is below a target that has to be reached, or above a limit, has its part of them."""
    found = answer(["浮标更换", "12", target, sense, actual, "12"])
    assert said in found
    assert bool(said) == bool(found)


def test_the_note_of_the_form_and_its_total_go_with_it() -> None:
    """What a form notes of its points is the ground, and its total follows from them."""
    row = ["浮标更换", "12", "80座", "at_least", "60座", "12"]
    found = answer(row, "注：未完成的按比例记分。", score="12.00", weight="12")
    assert (
        found
        == "按表上所注“未完成的按比例记分”，应得 12×60÷80 = 9 分，总分相应由 12.00 分改为 9.00 分"
    )


def test_of_a_form_whose_scores_make_no_total_only_the_change_is_told() -> None:
    """What the total will be depends on the other contradiction as well."""
    row = ["浮标更换", "12", "80座", "at_least", "60座", "12"]
    found = answer(row, score="97.50", weight="100")
    assert found.endswith("应得 12×60÷80 = 9 分，总分随减 3 分")
