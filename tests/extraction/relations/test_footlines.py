"""Numbered items with a name, a figure and a share each, and the sum above or below them."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors, matters

_A = "1.灯浮标换装，60.00万元，占总额的25%"
_B = "2.趸船坞修，96.00万元，占总额的40%"
_C = "3.测深仪购置，84.00万元，占总额的35%"
_B_ODD = "2.趸船坞修，96.00万元，占总额的46%"

RIGHT = {
    "the sum at the end": (f"航道养护支出：{_A}；{_B}；{_C}；合计240.00万元。",),
    "the sum in a line below": (f"{_A}；", f"{_B}；", f"{_C}。", "以上共计240.00万元。"),
    "the sum behind the last": (f"{_A}；", f"{_B}；", f"{_C}；合计240.00万元。"),
    "the sum numbered as well": (f"{_A}；", f"{_B}；", f"{_C}；", "4.合计240.00万元。"),
    "the whole above": ("航道养护支出240.00万元，包括：", f"{_A}；", f"{_B}；", f"{_C}。"),
    "the sum is of another figure of each": (
        "1.灯浮标换装，预算65.00万元，支出60.00万元；",
        "2.趸船坞修，预算99.00万元，支出96.00万元。",
        "合计156.00万元。",
    ),
    "only the last two": (
        "1.灯浮标换装，60.00万元；2.趸船坞修，96.00万元；3.测深仪购置，84.00万元；后两项合计180.00万元。",
    ),
    "so many as there are not": (
        "1.灯浮标换装，60.00万元；",
        "2.趸船坞修，96.00万元；",
        "3.测深仪购置，84.00万元。",
        "以上两项合计180.00万元。",
    ),
    "numbers that jump": (
        "1.灯浮标换装，60.00万元；",
        "3.趸船坞修，96.00万元。",
        "合计240.00万元。",
    ),
    "shares of what stands elsewhere": (
        "1.灯浮标换装，60.00万元，占全县投入的5%；",
        "2.趸船坞修，96.00万元，占全县投入的8%；",
        "3.测深仪购置，84.00万元，占全县投入的7%。",
        "合计240.00万元。",
    ),
    "shares of two wholes": (
        "1.灯浮标换装，60.00万元，占总额的25%；",
        "2.趸船坞修，96.00万元，占总额的40%；",
        "3.测深仪购置，84.00万元，占设备费的70%。",
        "合计240.00万元。",
    ),
    "some of the items": (
        "航道养护支出300.00万元，主要包括：",
        "1.灯浮标换装，60.00万元，占20%；",
        "2.趸船坞修，96.00万元，占32%；",
        "3.测深仪购置，84.00万元，占28%。",
    ),
}

WRONG = {
    "the sum at the end": (
        (f"航道养护支出：{_A}；{_B}；{_C}；合计260.00万元。",),
        "TOT-001",
    ),
    "people": (
        ("1.一号站，12人，占在岗人数的40%；2.二号站，18人，占在岗人数的60%；合计33人。",),
        "TOT-001",
    ),
    "the sum in a line below": (
        (f"{_A}；", f"{_B}；", f"{_C}。", "以上共计260.00万元。"),
        "TOT-001",
    ),
    "the sum behind the last": ((f"{_A}；", f"{_B}；", f"{_C}；合计260.00万元。"), "TOT-001"),
    "a share, the sum at the end": (
        (f"航道养护支出：{_A}；{_B_ODD}；{_C}；合计240.00万元。",),
        "SHR-001",
    ),
    "a share, the sum below": (
        (f"{_A}；", f"{_B_ODD}；", f"{_C}。", "共计240.00万元。"),
        "SHR-001",
    ),
    "a share, the whole above": (
        ("航道养护支出240.00万元，包括：", f"{_A}；", f"{_B_ODD}；", f"{_C}。"),
        "SHR-001",
    ),
    "a share of some of the items": (
        (
            "航道养护支出300.00万元，主要包括：",
            "1.灯浮标换装，60.00万元，占20%；",
            "2.趸船坞修，96.00万元，占42%；",
            "3.测深仪购置，84.00万元，占28%。",
        ),
        "SHR-001",
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_items_that_agree_with_their_sum_are_silent(name: str) -> None:
    """So are items of which it is not certain that the sum is theirs, or the share of it."""
    assert errors(*RIGHT[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_items_make_their_sum_and_have_their_share_of_it(name: str) -> None:
    """A comma may stand between the name of an item and its figure."""
    paragraphs, rule = WRONG[name]

    assert errors(*paragraphs) == [rule]


def test_an_item_is_called_by_what_stands_before_the_comma() -> None:
    """1.灯浮标换装，60.00万元: the figure has no other name."""
    found = matters(f"{_A}；{_B}；{_C}；合计240.00万元。")
    named = [[part.name for one in m.breakdowns for part in one.lines] for m in found]

    assert ["灯浮标换装", "趸船坞修", "测深仪购置"] in named
