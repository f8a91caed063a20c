"""What changed against a budget, where another budget was said right before."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors


@pytest.mark.parametrize(
    "text",
    [
        "发放总额1,318,400元。年初预算120万元，追加15万元，调整预算135万元，较年初预算超支118,400元。",
        "清淤支出93.5万元，年初预算100万元，调整预算95万元，较年初预算节约6.5万元。",
        "实际支出86.4万元。年初预算80万元，全年预算88万元，比年初预算增加6.4万元。",
        "年初预算80万元，调整预算88万元，调整预算比年初预算增加8万元。",
    ],
)
def test_what_was_spent_is_above_a_budget_and_no_budget_is(text: str) -> None:
    """超支 and 节约 are of what was spent; 增加 is, where it is just what that makes."""
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "清淤支出86.4万元，年初预算80万元，较年初预算超支4.4万元。",
        "年初预算80万元，调整预算88万元，调整预算比年初预算增加9.5万元。",
    ],
)
def test_a_wrong_change_is_found(text: str) -> None:
    """Of what was spent, and of a budget as it became."""
    assert errors(text)
