"""What is said of all bodies together, beside the list of what each of them has."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

MONEY = "两家单位培训费支出合计12.87万元：局机关8.62万元，其中差旅0.90万元；测报站4.25万元。"
STAFF = "三家单位编制合计80名，年末实有在职76人：局机关28人，测报站21人，船闸所27人。"
WRONG = {
    "money": f"全部门培训费支出8.62万元。\n{MONEY}",
    "staff": f"{STAFF}\n本部门（含所属单位）年末在职28人，人员稳定。",
}
RIGHT = {
    "as much as all have": f"全部门培训费支出12.87万元。\n{MONEY}",
    "said of the head office": f"局机关培训费支出8.62万元。\n{MONEY}",
    "another thing": f"{STAFF}\n本部门（含所属单位）更换浮标28座，外聘船员28人。",
    "without the others": f"{STAFF}\n本部门（不含所属单位）年末在职28人。",
    "of the year before": f"{STAFF}\n上年，本部门（含所属单位）年末在职28人。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_all_bodies_have_no_less_than_each_of_them(text: str) -> None:
    """The list makes its sum, so that what is said of all is what one of them has."""
    assert [one for one in errors(text, "self_evaluation") if "超过合计" in one]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_another_scope_thing_or_time_is_silent(text: str) -> None:
    """Only words that name all bodies, and the same thing, make it one figure."""
    assert errors(text, "self_evaluation") == []
