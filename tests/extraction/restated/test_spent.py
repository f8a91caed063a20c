"""What was spent on a project by the list of all that was spent, and by itself."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

LIST = (
    "本年支出326.40万元，其中人员经费251.85万元，日常公用经费16.25万元，灯塔修缮专项58.30万元。\n"
)
WRONG = {
    "the budget, and less that was used": "灯塔修缮专项年初预算58.30万元，全年实际使用51.75万元。",
    "under the name itself": "灯塔修缮专项实际支出63.90万元，合格率100%。",
    "the project's": "灯塔修缮专项项目支出47.10万元。",
}
RIGHT = {
    "as the list says": "灯塔修缮专项年初预算60.00万元，全年实际使用58.30万元。",
    "the budget alone": "灯塔修缮专项年初预算60.00万元。",
    "another project": "灯塔照明专项年初预算58.30万元，全年实际使用51.75万元。",
    "of one source": "灯塔修缮专项中央资金实际支出51.75万元。",
    "of half a year": "截至6月底，灯塔修缮专项实际支出31.75万元。",
    "of another year": "2021年灯塔修缮专项实际支出31.75万元。",
    "a part of it": "灯塔修缮专项涂装支出21.75万元。",
    "in two pieces": "灯塔修缮专项支出30.00万元。\n灯塔修缮专项支出28.30万元。",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_project_spends_what_the_list_says(name: str) -> None:
    """A list that adds up says what was spent on each project."""
    assert errors(LIST + WRONG[name])


@pytest.mark.parametrize("name", RIGHT)
def test_other_money_and_other_times_are_let_be(name: str) -> None:
    """A budget, a source, a part of the year and a part of the project are something else."""
    assert errors(LIST + RIGHT[name]) == []


def test_a_list_that_leaves_something_out_attests_nothing() -> None:
    """What was spent is known of a list only where it makes up the whole."""
    text = LIST.replace("251.85", "231.85")
    assert [one for one in errors(text + WRONG["under the name itself"]) if "63.90" in one] == []
