"""Planned, done and their rate in three clauses in turn, and shares of a whole told elsewhere."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

AGREEING = (
    "航标更新目标900万元，实际追回648万元，完成目标的72%。",
    "航道疏浚预算60,000万元，决算完成38,400万元，为预算的64%。",
    "总投资3,000万元，截至评价日支付2,160万元，支付率72%。",
    "航道预算1080万元，补贴支出1036.80万元，执行率96%。",
    "全年受理1250件。当场办理1000件，占受理量的80%。",
)
WRONG = (
    "航道疏浚预算60,000万元，决算完成38,400万元，为预算的46%。",
    "总投资3,000万元，截至评价日支付2,160万元，支付率78%。",
    "航道预算1080万元，补贴支出1036.80万元，执行率98%。",
    "全年受理1250件。当场办理1000件，占受理量的85%。",
)
SILENT = (
    "年初预算100万元，支出120万元，完成调整预算的96%。",
    "年初预算100万元，追加25万元。预算100万元，支出120万元，完成96%。",
    "疏浚目标260公里，实际疏浚273公里，完成目标的100%。",
    "审批时限目标5天，实际4天，完成125%。",
    "预算100万元，人员支出50万元，其中工资40万元，执行率98%。",
    "年初预算60万元，决算57万元，完成全年预算的80%。",
)


@pytest.mark.parametrize("text", [*AGREEING, *SILENT])
def test_what_agrees_or_may_be_of_others_is_silent(text: str) -> None:
    """A plan that was changed, a rate cut off at 100% and a limit of time contradict nothing."""
    assert [] == errors(text)


@pytest.mark.parametrize("text", WRONG)
def test_a_rate_of_the_two_clauses_before_it_clashes(text: str) -> None:
    """Nothing stands between the three, so the rate is of the two."""
    assert errors(text)
