"""Regions by name: what a user calls a region, and what is said where that is not enough."""

from __future__ import annotations

import pytest

from performance_rules.errors import RegionError
from performance_rules.judging.rulesets import code_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("岳阳", "430600"),
        ("岳阳市", "430600"),
        ("湖南", "430000"),
        ("曲江区", "440205"),
        ("440205", "440205"),
        ("9", "9"),
        ("", ""),
        (None, None),
    ],
)
def test_a_region_is_known_by_its_name(text: str | None, code: str | None) -> None:
    """With or without what it is (省, 市, 区); a code is left for the rules to judge."""
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "told"),
    [("火星", "没有登记名为“火星”的地区"), ("岳羊市", "岳阳市"), ("市", "可能是")],
)
def test_a_name_that_is_not_enough_is_told(text: str, told: str) -> None:
    """An unknown name has a cure, an ambiguous one the regions it may be."""
    with pytest.raises(RegionError) as wrong:
        code_of(text)
    assert told in "".join(problem.text("zh") for problem in wrong.value.problems)
