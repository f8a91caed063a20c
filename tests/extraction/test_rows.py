"""Prices and numbers told in turn make the one amount that follows them."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "prices in turn": "有渔村18个、社区5个，标准分别为每个8万元、12万元，全年应安排经费204万元。",
    "both in turn": (
        "甲、乙、丙港补助标准依次为每人每月800元、600元、400元，船员分别为45人、130人、210人，"
        "全年共发放补助资金237.6万元。"
    ),
    "numbers before": (
        "全镇有14个渔村、2个港区。",
        "按每渔村12万元、每港区15万元安排，共安排198万元。",
    ),
    "named by turns": (
        "船员1,200人、渔民2,600人，补助船员每人每年1,000元、渔民每人每年1,250元，年需资金445万元。"
    ),
    "with something besides": (
        "有渔村18个、社区5个，渔村、社区标准分别为每个8万元、12万元，连同奖励6万元共安排经费210万元。"
    ),
    "not all of them": (
        "有渔村18个、社区5个、港区3个，渔村、社区标准分别为每个8万元、12万元，共安排经费264万元。"
    ),
    "half a year": (
        "甲、乙港标准分别为每人每月800元、600元，船员分别为45人、130人，上半年共发放68.4万元。"
    ),
}

WRONG = {
    "prices in turn": "有渔村18个、社区5个，标准分别为每个8万元、12万元，全年应安排经费214万元。",
    "both in turn": (
        "甲、乙、丙港补助标准依次为每人每月800元、600元、400元，船员分别为45人、130人、210人，"
        "全年共发放补助资金247.6万元。"
    ),
    "numbers before": (
        "全镇有14个渔村、2个港区。",
        "按每渔村12万元、每港区15万元安排，共安排208万元。",
    ),
    "named by turns": (
        "船员1,200人、渔民2,600人，补助船员每人每年1,000元、渔民每人每年1,250元，年需资金454万元。"
    ),
}


APART = {
    "of a list": (
        "养护渔道126公里，其中甲港18公里、乙港43公里、丙港65公里。补助按甲港每公里1万元、乙港每公里0.5万元、"
        "丙港每公里0.3万元安排，分别为18万元、21.5万元、29.5万元。"
    ),
    "one behind the other": (
        "对老船工按每人每月50元、对特困船工按每人每月100元发放津贴。全年在册老船工4,200人，发放津贴225万元；"
        "特困船工610人，发放津贴73.2万元。"
    ),
}


@pytest.mark.parametrize("said", APART.values(), ids=APART)
def test_the_one_amount_of_a_row_that_does_not_come_out_is_found(said: str) -> None:
    """Where all other amounts of a row are their price and number, the one that is not is found."""
    assert ["MAT-001"] == errors(said)


def _texts(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else said


@pytest.mark.parametrize("said", RIGHT.values(), ids=RIGHT)
def test_prices_in_turn_that_make_the_amount_or_not_all_of_it_are_silent(
    said: str | tuple[str, ...],
) -> None:
    """Prices in turn make the amount, or it is of more or fewer than were told."""
    assert [] == errors(*_texts(said))


@pytest.mark.parametrize("said", WRONG.values(), ids=WRONG)
def test_prices_in_turn_that_do_not_make_the_amount_are_found(said: str | tuple[str, ...]) -> None:
    """An amount that is off by a digit from what prices and numbers in turn make is found once."""
    assert ["TOT-001"] == errors(*_texts(said))
