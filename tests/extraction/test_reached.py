"""Two levels of one line, of this year and the one before, told in one clause or one bracket."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import has, read, values

_PUBLIC = "2022年“三公”经费支出21.40万元。"

BOTH = (
    "“三公”经费由上年的24.60万元减少到21.40万元，下降13.01%。",
    "“三公”经费从2021年的24.60万元降到2022年的21.40万元，同比下降13.01%。",
    "“三公”经费自去年的24.60万元，下降至2022年的21.40万元，减少3.20万元。",
    "“三公”经费（2021年24.60万元，2022年21.40万元）减少3.20万元，下降13.01%。",
)


@pytest.mark.parametrize("text", BOTH)
def test_a_line_has_both_of_its_levels(text: str) -> None:
    """The year of the earlier one is told."""
    paper = read(text)

    assert values(paper, "three_public") == ["21.40万元"]
    assert values(paper, "three_public", "prior") == ["24.60万元"]
    assert errors(f"{_PUBLIC}\n{text}") == []


@pytest.mark.parametrize("text", BOTH)
def test_the_later_level_is_the_one_that_is_told_elsewhere(text: str) -> None:
    """A figure of a line may be told twice, and is the same both times."""
    assert errors(f"{_PUBLIC}\n{text}".replace("支出21.40", "支出24.10")) != []


def test_without_the_year_before_a_level_is_of_no_line() -> None:
    """由A减少到B may be of the budget, and 由2019年的A of any time."""
    for begin in ("由24.60万元", "由2019年的24.60万元", "由年初预算24.60万元"):
        paper = read(f"“三公”经费{begin}减少到21.40万元。")

        assert not has(paper, "three_public") or values(paper, "three_public") == []


def test_what_a_line_is_made_of_is_no_earlier_level() -> None:
    """由上年结转A、本年安排B构成: 由 says where the money is from."""
    assert errors("基本支出180.00万元，由2021年的20.00万元和160.00万元构成。") == []
