"""The people in office are divided by their posts, and nobody else is among them."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

POSTS = "其中行政编制{}人、参公管理18人、事业编制46人、机关工勤4人"
WHO = {
    "and the retired besides": "年末在职人员{whole}人，" + POSTS + "；另有退休人员31人。",
    "and the retired behind": "年末在编在岗人员{whole}人，" + POSTS + "；离休人员2人。",
    "of the whole system": (
        "局机关设三个股，下设船检所。全系统实有在职人员{whole}人，" + POSTS + "；另有退休人员31人。"
    ),
    "places, and who is there": "核定编制{whole}人，" + POSTS + "；年末实有70人。",
}


@pytest.mark.parametrize("text", WHO.values(), ids=WHO)
def test_posts_make_up_all_in_office(text: str) -> None:
    """What stands behind the list, or besides it, leaves the list whole."""
    assert errors(text.format("12", whole=80)) == []
    (told,) = errors(text.format("12", whole=90))
    assert "相差 10人" in told


@pytest.mark.parametrize(
    "text",
    [
        "全局有人员92人，其中行政编制12人、参公管理18人、事业编制46人，离退休16人。",
        "年末在职人员92人，其中行政编制12人、参公管理18人、事业编制46人、聘用人员16人；另有退休9人。",
        "年末在职人员92人，主要是行政编制12人、事业编制46人；另有退休9人。",
    ],
)
def test_a_list_that_may_leave_some_out_is_not_whole(text: str) -> None:
    """Where it is not of those in office, or names others too, the rest may be anybody."""
    assert errors(text) == []
