"""Figures that are said to be higher than others."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors


@pytest.mark.parametrize("base", ["大于年初预算", "高于全年预算数", "超过上年决算数"])
def test_what_is_higher_is_no_less(base: str) -> None:
    """Neither a base nor a difference behind such words is more than the figure itself."""
    assert errors(f"灯塔养护支出298.40万元，{base}310.00万元。") == ["MAT-010"]
    assert errors(f"灯塔养护支出298.40万元，{base}280.00万元。") == []
    assert errors(f"灯塔养护支出298.40万元，{base}12.00万元。") == []


@pytest.mark.parametrize(
    "text",
    [
        "灯塔养护支出298.40万元，小于年初预算310.00万元。",
        "灯塔养护支出增加298.40万元，大于年初预算310.00万元。",
        "灯塔养护支出298.40万元，超过年初预算数310.00万元的90%。",
        "灯塔养护支出298.40万元；浮标大于年初预算310.00万元。",
    ],
)
def test_other_words_say_nothing(text: str) -> None:
    """What is less, what changed, and what stands in another clause is not judged."""
    assert errors(text) == []
