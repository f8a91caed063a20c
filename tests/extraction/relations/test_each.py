"""So many things with so many of something each make the number of all of them."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "a counter that stands alone": "组建护标队12支，每支6人，共72人。",
    "a noun behind its counter": "走访16个渔村，每村发放问卷20份，共发放问卷320份。",
    "so many or more": "组建护标队12支，每支6人以上，共75人。",
    "some besides in a bracket": "走访16个渔村，每村设护标员2名，共设护标员40名（含机动8名）。",
    "of all there are": "新建灯桩8座，每座配护标员1名，全港共有护标员46名。",
    "courses": "举办船员培训班6期，每期培训80人，共计培训480人次。",
    "days of a course": "举办船员培训班6期，每期培训3天，共计培训520人次。",
    "a mean": "出海48次，平均每次12.3人，累计出海592人次。",
    "at least": "出海48次，每次不少于12人，累计出海626人次。",
    "households": "每户发放鱼苗60尾，共450户，发放鱼苗27,000尾。",
    "one of several": "甲港6期、乙港8期，每期培训80人，共计培训1,120人次。",
    "with others besides": "举办培训班6期，每期培训80人，另送教上船，全年培训船员730人次。",
    "a whole with its parts": "举办培训班8期，甲港3期、乙港5期，每期培训80人，共计培训640人次。",
    "a plan": "计划举办6期，每期80人，实际培训440人次。",
    "of a part": "有船员60名。每船配备救生员2名，共12船，共配备24名。",
}

WRONG = {
    "a counter that stands alone": "组建护标队12支，每支6人，共75人。",
    "a noun behind its counter": "走访16个渔村，每村发放问卷20份，共发放问卷340份。",
    "berths": "新建泊位6座，每座配系缆桩8个，合计系缆桩46个。",
    "courses": "举办船员培训班6期，每期培训80人，共计培训520人次。",
    "a mean": "出海48次，平均每次12人，累计出海676人次。",
    "households": "每户发放鱼苗60尾，涉及540户，发放鱼苗27,000尾。",
    "per line": "建成加工线5条，日处理能力合计90吨，平均每条日处理25吨。",
    "a whole with its parts": "举办培训班8期，甲港3期、乙港5期，每期培训80人，共计培训740人次。",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_numbers_of_each_that_make_all_or_are_of_others_are_silent(text: str) -> None:
    """What each has makes what all have, or words say that it is of some, or at least so much."""
    assert [] == errors(text)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_numbers_of_each_that_do_not_make_all_are_found(text: str) -> None:
    """What each has and does not make what all have is found once."""
    assert ["MAT-010"] == errors(text)
