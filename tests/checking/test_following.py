"""Which percentages change with a total that becomes the sum of its parts."""

from __future__ import annotations

from typing import Any

import pytest

from performance_rules.checking.result import check
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet


def answer(final: str, rate: str) -> str:
    """Return what is answered to a total of 812.00 whose parts make 912.00; empty for nothing."""
    rows = [["灯器更换", "500.25元"], ["浮标维护", "411.75元"]]
    matter: dict[str, Any] = {
        "name": "航标养护",
        "adjusted_budget": "960.00元",
        "final": {
            "value": final,
            "comparisons": [{"against": "adjusted_budget", "completed": rate}],
        },
        "members": {"columns": ["项目", "决算"], "complete": True, "rows": rows},
    }
    report = build_report({"year": 2022, "kind": "项目支出绩效自评", "matters": [matter]})
    found = check(report, RuleSet.for_region(None, 2022)).findings
    return next((f.answer.zh for f in found if f.rule == "TOT-001" and f.answer is not None), "")


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        ("84.58%", "合计如改为 912.00元，完成率 84.58% 也要改为 95.00%"),
        ("95.00%", "按各项之和"),  # made with the sum: it is the total that is wrong
        ("70.00%", ""),  # made with neither
    ],
)
def test_a_rate_made_with_the_total_goes_with_it(rate: str, said: str) -> None:
    """A rate that fits the total as it is printed has to change where the total does."""
    found = answer("812.00元", rate)
    assert said in found
    assert bool(said) == bool(found)
