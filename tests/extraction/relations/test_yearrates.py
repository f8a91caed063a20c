"""Points behind the rates of two years are those between them."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "the year of the first stands further up": (
        "2022年修船支出140.20万元，预算160.00万元，支出率87.63%；"
        "2021年支出率81.20%，本年比上年提高4.63个百分点。"
    ),
    "each with its year": "2022年出航率92.40%，2021年出航率88.10%，提高3.40个百分点。",
    "the earlier first": "2021年出航率为88.10%，2022年出航率为92.40%，上升3.40个百分点。",
}
SILENT = {
    "as it is": (
        "2022年修船支出140.20万元，预算160.00万元，支出率87.63%；"
        "2021年支出率81.20%，本年比上年提高6.43个百分点。"
    ),
    "of two things": "2022年出航率92.40%，2021年完好率88.10%，提高3.40个百分点。",
    "of years apart": "2022年出航率92.40%，2020年出航率88.10%，提高3.40个百分点。",
    "of a part": "2022年出航率92.40%；2021年其中小船出航率88.10%，提高3.40个百分点。",
    "of another pair": (
        "2022年出航率92.40%，2021年完好率91.50%，2021年出航率88.10%，提高3.40个百分点。"
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_points_that_are_not_between_two_years_are_found(name: str) -> None:
    """The rates have one name; the later one may have its year from the clauses above."""
    assert "YOY-010" in errors(WRONG[name])


@pytest.mark.parametrize("name", SILENT)
def test_points_of_other_rates_are_silent(name: str) -> None:
    """Rates of two things, of years apart, of a part, or of which others fit."""
    assert errors(SILENT[name]) == []
