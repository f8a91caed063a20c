"""Rates whose bracket names their two figures."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

KIND = "project_evaluation"
TOLD = "年初预算数640.00万元；全年预算数800.00万元；全年执行数600.00万元；"
THINGS = "计划疏浚120公里，实际开工150公里，完工90公里，"
WRONG = {
    "of the first budget instead": TOLD + "执行率（全年执行数/全年预算数）93.75%。",
    "of the later budget instead": TOLD + "执行率（全年执行数/年初预算数）75.00%。",
    "worked out, and called so": TOLD + "执行率（执行率=全年执行数÷年初预算数×100%）为75.00%。",
    "the bracket behind": TOLD + "执行率93.75%（全年执行数÷全年预算数×100%）。",
    "by the end of the names": THINGS + "完工率（完工/开工）75.00%。",
}
RIGHT = {
    "of the later budget": TOLD + "执行率（全年执行数/全年预算数）75.00%。",
    "of the first budget": TOLD + "执行率（全年执行数/年初预算数）93.75%。",
    "names that two figures have": TOLD + "执行率（执行数/预算数）93.75%。",
    "names that no figure has": THINGS + "合格率（合格段数/抽检段数）75.00%。",
    "of things": THINGS + "完工率（完工/计划）75.00%。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_rate_is_of_what_its_bracket_names(text: str) -> None:
    """Whichever other pair makes it: the bracket says which two are meant."""
    assert errors(text, KIND)


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_bracket_that_is_right_or_names_nothing_is_silent(text: str) -> None:
    """A name that two figures have, or none, says nothing of the rate."""
    assert errors(text, KIND) == []
