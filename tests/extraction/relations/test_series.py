"""Levels of several years in a row, and the word for the way they went."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = (
    "近三年港口吞吐量分别为18.6万吨、20.2万吨、21.5万吨，呈逐年下降趋势。",
    "2020年支出320万元，2021年350万元，2022年380万元，逐年减少。",
    "2019年、2020年、2021年培训船员分别为312人、298人和287人，逐年增加。",
    "2020—2022年，航道养护投入依次为1260万元、1385万元、1472万元，逐年减少，管护较好。",
    "2021-2023年事故分别为8起、6起、3起，呈现逐年上升态势。",
    "近四年检验费分别为4.1万元、4.6万元、5.0万元、5.7万元，总体呈逐年降低趋势。",
    "2023年港区PM10年均浓度54微克/立方米，上年为58微克/立方米，浓度有所上升。",
    "2022年检验时长9.2天，上年8.1天，时长明显缩短。",
)

RIGHT = (
    "近三年港口吞吐量分别为18.6万吨、20.2万吨、21.5万吨，呈逐年上升趋势。",
    "2022年、2021年、2020年投诉分别为40件、61件、86件，逐年下降。",
    "三个港区投诉分别为86件、61件、40件，事故逐年上升。",
    "近三年投诉分别为86件、61件、40件，办结率逐年上升。",
    "近三年支出分别为86万元、61万元、90万元，有升有降。",
    "近三年支出分别为86万元、91万元、96万元，占比逐年下降。",
    "2021-2023年事故分别为8起、6起、3起，呈现逐年下降态势。",
    "2023年港区PM10年均浓度54微克/立方米，上年为58微克/立方米，浓度有所下降。",
    "2023年港区PM10年均浓度54微克/立方米，上年为58微克/立方米，优良率有所上升。",
)


@pytest.mark.parametrize("sentence", WRONG)
def test_levels_that_went_the_other_way_are_found(sentence: str) -> None:
    """Each year is on the side of the one before that the word says."""
    assert "YOY-002" in errors(sentence)


@pytest.mark.parametrize("sentence", RIGHT)
def test_levels_of_other_things_or_backwards_are_left_alone(sentence: str) -> None:
    """The word is of what stands right before it; years may be told from the last to the first."""
    assert errors(sentence) == []
