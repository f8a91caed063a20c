"""Scores told behind their deduction, line by line."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

LINES = """{0}投入（20分）：预算编制完整，扣1.5分，得18.5分；
{0}产出（50分）：疏浚里程未达目标，扣4分，得46分；
{0}效益（30分）：通航时间缩短，扣2.5分，得27.5分。
综上，自评总得分{1}分。"""


@pytest.mark.parametrize("mark", ["——", "◆", ""])
@pytest.mark.parametrize(("total", "wrong"), [("92", False), ("96.5", True)])
def test_a_deduction_parts_no_score_from_its_full_marks(mark: str, total: str, wrong: bool) -> None:
    """（50分）：…，扣4分，得46分 is a part with its marks and its score, like one without 扣."""
    assert bool(errors(LINES.format(mark, total), "self_evaluation")) == wrong
