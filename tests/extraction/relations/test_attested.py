"""Lists whose shares, or whose units, attest that they are all of a whole."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    ("浮标经费总额200.00万元。灯器80.00万元，占40%；锚链70.00万元，占35%；标体50.00万元，占25%。",),
    ("浮标经费由灯器（80.00万元，40%）、锚链（120.00万元，60%）构成，共计200.00万元。",),
    ("护标员40人中，中年居多，为22人，占55%；其余为青年10人、老年8人。",),
    ("浮标经费200.00万元。灯器80.00万元，占总支出的8%；锚链120.00万元，占总支出的12%。",),
    ("上年拨付150.00万元。本年灯器80.00万元，占40%；锚链120.00万元，占60%。",),
    ("一月拨付1.40万元，二月拨付2.60万元，每座800元，累计拨付4.00万元。",),
    (
        "浮标经费合计200.00万元，具体如下：",
        "1.灯器80.00万元，占40%。",
        "2.锚链120.00万元，占60%。",
    ),
    ("浮标经费200.00万元，比上年增加8%，其中灯器80.00万元，增长60%，锚链90.00万元，增长40%。",),
)

WRONG = (
    ("浮标经费总额200.00万元。灯器80.00万元，占40%；锚链90.00万元，占35%；标体50.00万元，占25%。",),
    ("浮标经费总额210.00万元。灯器80.00万元，占40%；锚链70.00万元，占35%；标体50.00万元，占25%。",),
    ("浮标经费总额200.00万元。灯器80.00万元，占40%；锚链70.00万元，占53%；标体50.00万元，占25%。",),
    (
        "浮标经费合计200.00万元。灯器、锚链、标体分别为80.00万元、90.00万元、50.00万元，分别占40%、35%、25%。",
    ),
    (
        "浮标经费由灯器（80.00万元，40%）、锚链（130.00万元，60%）、标体（0.00万元，0%）构成，共计200.00万元。",
    ),
    ("护标员40人中，中年居多，为22人，占45%；其余为青年10人、老年8人。",),
    ("护标员40人中，中年居多，为52人，占55%；其余为青年10人、老年8人。",),
    ("一月拨付1.40万元，二月拨付2.60元，三月拨付1.50万元，累计拨付5.50万元。",),
    ("一月拨付1.40万元，二月拨付2.60万元，三月拨付1.50万元，累计拨付5.50元。",),
    (
        "浮标经费合计200.00万元，具体如下：",
        "1.灯器80.00万元，占40%。",
        "2.锚链140.00万元，占35%。",
        "3.标体50.00万元，占25%。",
    ),
)


@pytest.mark.parametrize("paragraphs", RIGHT, ids="".join)
def test_parts_that_fit_and_shares_of_something_else_are_silent(
    paragraphs: tuple[str, ...],
) -> None:
    """What comes out is right; shares of another whole, and changes, attest nothing."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG, ids="".join)
def test_one_figure_that_its_share_or_unit_does_not_fit_is_found(
    paragraphs: tuple[str, ...],
) -> None:
    """A part, a share, a whole or a unit is wrong where all others bear each other out."""
    assert errors(*paragraphs)
