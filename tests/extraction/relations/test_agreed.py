"""By how much one figure is more than another, both called by name: 审定价与中标价相比核增N."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

LINES = (
    "招标控制价742.60万元，中标价698.35万元。",
    "施工单位报送结算731.28万元，市审计局审定681.90万元。",
)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("审定价与中标价相比核增16.45万元。", True),
        ("审定价与中标价相比核减16.45万元。", False),
        ("中标价与审定价相比核增16.45万元。", False),
        ("审定价与中标价相比核增19.20万元。", False),  # of something else: they do not differ by it
        ("审定价与合同价相比核增16.45万元。", False),  # nothing is called that
    ],
)
def test_the_direction_of_what_two_named_figures_differ_by(said: str, *, wrong: bool) -> None:
    """Where N is what two named figures differ by, only the direction can be wrong."""
    assert bool(errors(*LINES, said)) is wrong
