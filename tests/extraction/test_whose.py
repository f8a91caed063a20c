"""Bodies under a place are a part of it: 县直部门 beside 全县."""

from __future__ import annotations

import pytest
from tests.extraction.said import read, values

WHOLE = "2022年“三公”经费支出决算合计80.00万元。"


@pytest.mark.parametrize(
    "part",
    ["县直部门", "2022年县直机关", "县级单位", "白鹭县直属单位", "县属部门"],
)
def test_figures_of_bodies_under_a_place_are_not_those_of_the_place(part: str) -> None:
    """They are lines of those bodies, and never a second statement of the whole."""
    paper = read(WHOLE, f"{part}“三公”经费支出决算为52.00万元。", entity="白鹭县")
    assert values(paper, "three_public") == ["80.00万元"]


@pytest.mark.parametrize("own", ["县直机关工委", "本单位", "2022年", "我委"])
def test_a_body_whose_own_name_says_so_is_the_one_that_reports(own: str) -> None:
    """县直机关工委 in its own report is the body itself."""
    paper = read(f"{own}“三公”经费支出决算为52.00万元。", entity="白鹭县县直机关工委")
    assert values(paper, "three_public") == ["52.00万元"]
