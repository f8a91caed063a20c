"""Money of a fund within a narrower whole is no second figure of all of that fund."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

BEHIND = "一般公共预算财政拨款支出905.60万元，政府性基金预算财政拨款支出140.00万元。"
PARTS = "一般公共预算支出611.40万元，政府性基金支出140.00万元。"
WITHIN = {
    "listed under a subject": f"农林水支出751.40万元，其中：{PARTS}",
    "in a subject": f"农林水支出751.40万元中，{PARTS}",
    "in a subject with its code": f"213农林水支出751.40万元中，{PARTS}",
    "in the project expenditure": f"在项目支出751.40万元中，{PARTS}",
}


@pytest.mark.parametrize("name", WITHIN)
def test_a_fund_within_a_subject_is_a_part_of_that(name: str) -> None:
    """农林水支出N，其中一般公共预算支出M says nothing of all 一般公共预算支出."""
    assert errors(f"支出合计1,045.60万元。{WITHIN[name]}{BEHIND}") == []


@pytest.mark.parametrize("name", WITHIN)
def test_the_parts_still_make_their_whole(name: str) -> None:
    """Where the parts exceed the subject that they divide, that is found."""
    text = WITHIN[name].replace("611.40", "661.40")
    assert len(errors(f"支出合计1,045.60万元。{text}{BEHIND}")) == 1


SPENT = "支出总计1,020.50万元，其中基本支出420.30万元，项目支出600.20万元。"


@pytest.mark.parametrize("fund", ["一般公共预算拨款", "2023年一般公共预算财政拨款"])
def test_what_a_grant_is_spent_on_is_of_its_fund(fund: str) -> None:
    """拨款N，安排基本支出A、项目支出B: what the fund pays, not all of it."""
    text = f"{fund}820.50万元，安排基本支出420.30万元、项目支出400.20万元。{SPENT}"
    assert errors(text, "budget") == []
