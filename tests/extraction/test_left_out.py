"""What is no part of a whole, and lists that do not hold all of it."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import read, unbound

LEFT_OUT = {
    "不含": "航道养护支出144.00万元（不含上级代建的船闸大修639.00万元）。",
    "不包括": "航道养护支出144.00万元（不包括上级代建的船闸大修639.00万元）。",
    "with words before it": "航道养护支出144.00万元（统计数据不包含船闸大修项目款639.00万元）。",
    "of all expenditure": "本年支出合计144.00万元（未含下属站所支出639.00万元）。",
}


@pytest.mark.parametrize("text", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_a_bracket_leaves_out_is_no_part(text: str) -> None:
    """A N（不包含B M）: M is neither a part of A nor another figure of it."""
    assert errors(text) == []
    assert unbound(read(text)) == ["639.00万元"]


WHOLE = {
    "a list that breaks off": (
        "项目支出286.00万元。\n项目支出包括航标经费36.00万元，灯塔经费1.00万元，趸船养护"
    ),
    "items that look at the whole in turn": (
        "本年事业收入134.00万元。其中：\n（一）引航收入28.00万元；拖轮收入21.00万元；"
        "港务收入132.00万元。\n（二）外港收入42.00万元；内港收入92.00万元。"
    ),
    "more than a closed set, which makes the whole": (
        "公务用车购置及运行维护费111.00万元（其中，公务用车购置费2.00万元，"
        "公务用车运行维护费79.00万元，其他交通工具购置1.00万元，其他交通费用29.00万元）。"
    ),
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_list_that_is_not_whole_is_not_added_up(text: str) -> None:
    """Where a list ends before its end, or divides its whole twice, its sum says nothing."""
    assert errors(text) == []


def test_a_closed_set_in_a_longer_list_still_has_to_make_the_whole() -> None:
    """Where not even all that is listed makes it, the figures of the set contradict it."""
    text = (
        "公务用车购置及运行维护费111.00万元（其中，公务用车购置费2.00万元，"
        "公务用车运行维护费79.00万元）。"
    )
    assert len(errors(text)) == 1
