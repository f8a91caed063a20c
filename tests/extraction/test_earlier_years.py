"""A change against the year before, whose level stands in another section."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

TEXT = "一、项目背景\n{before}，居全县首位。\n二、主要绩效\n{now}，达到预期。"

WRONG = {
    "against a year": (
        "2021年受理碍航投诉418件",
        "2022年受理碍航投诉362件，比2021年下降23.40%",
    ),
    "against the last year, in a list": (
        "2021年受理来电1,960次，其中碍航、扬尘类投诉418件",
        "碍航、扬尘类投诉362件，较上年下降23.40%",
    ),
}
SILENT = {
    "right": ("2021年受理碍航投诉418件", "2022年受理碍航投诉362件，比2021年下降13.40%"),
    "of another year": ("2020年受理碍航投诉418件", "2022年受理碍航投诉362件，比2021年下降23.40%"),
    "of another thing": ("2021年受理扰航投诉418件", "2022年受理碍航投诉362件，比2021年下降23.40%"),
    "of a longer name": (
        "2021年受理港区、碍航类投诉418件",
        "2022年受理锚地、碍航类投诉362件，比2021年下降23.40%",
    ),
    "until a month": (
        "2021年1—9月受理碍航投诉418件",
        "2022年受理碍航投诉362件，比2021年下降23.40%",
    ),
    "of another place": (
        "2021年东港镇受理碍航投诉418件",
        "2022年西港镇受理碍航投诉362件，比2021年下降23.40%",
    ),
    "two levels": (
        "2021年受理碍航投诉418件，2021年末受理碍航投诉473件",
        "2022年受理碍航投诉362件，比2021年下降20.10%",
    ),
    "from another figure": (
        "2021年受理碍航投诉418件，核实473件",
        "2022年受理碍航投诉362件，比2021年下降23.47%",
    ),
}


def _text(before: str, now: str) -> str:
    return TEXT.format(before=before, now=now)


@pytest.mark.parametrize("said", WRONG.values(), ids=WRONG)
def test_a_change_is_from_the_level_of_the_year_before(said: tuple[str, str]) -> None:
    """It is the figure of that year that has the whole name of the one that changed."""
    assert len(errors(_text(*said), "project_evaluation")) == 1


@pytest.mark.parametrize("said", SILENT.values(), ids=SILENT)
def test_a_change_from_something_else_is_silent(said: tuple[str, str]) -> None:
    """Another year, name, place or part of a year is another level, and of two none is meant."""
    assert errors(_text(*said), "project_evaluation") == []
