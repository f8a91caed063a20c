"""Lists of which each part has an amount and a number: the amounts attest that none is missing."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

TOTAL_LAST = (
    "东港换灯{a}盏、资金124.80万元；西港换灯15盏、资金135.20万元；南湾换灯11盏、资金114.40万元。"
    "合计换灯{n}盏，资金374.40万元。"
)
TOTAL_FIRST = (
    "全区整治航道{n}公里，资金201.15万元（东港{a}公里/52.56万元，西港58公里/48.05万元，"
    "南湾44公里/100.54万元）。"
)


@pytest.mark.parametrize(
    ("text", "a", "n", "wrong"),
    [
        (TOTAL_LAST, "12", "38", False),
        (TOTAL_LAST, "12", "48", True),
        (TOTAL_LAST, "12", "41", True),  # the amounts say that there is no fourth
        (TOTAL_LAST, "19", "38", False),  # some may stand in two places
        (TOTAL_FIRST, "64", "166", False),
        (TOTAL_FIRST, "64", "196", True),
    ],
)
def test_what_is_counted_beside_amounts_that_come_out(
    text: str, a: str, n: str, *, wrong: bool
) -> None:
    """Where they make their total, the numbers make theirs."""
    assert bool(errors(text.format(a=a, n=n))) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("年末执法用艇3艘、测量用艇2艘、应急用艇5艘，共计船艇11艘。", True),
        ("年末执法用艇3艘、测量用艇2艘、应急用艇5艘，共计船艇10艘。", False),
        ("年末执法用艇3艘、测量仪器2套，共计人员11人。", False),
        ("维修资金626730.00元系分次拨付，1月拨付357800.00元；2月拨付332800.00元。", True),
        ("维修资金690600.00元系分次拨付，1月拨付357800.00元；2月拨付332800.00元。", False),
        ("在职人员34人，较上年末净增2人。按身份分：公务员13人、事业人员18人、工勤人员4人。", True),
        ("在职人员35人，较上年末净增2人。按身份分：公务员13人、事业人员18人、工勤人员4人。", False),
        ("灯塔修缮8.6/10分，浮标更换12/10分。", True),
        ("灯塔修缮8.6/10分，浮标更换10/10分。", False),
    ],
)
def test_sums_by_what_their_parts_are_called(text: str, *, wrong: bool) -> None:
    """用艇 are 船艇, what was paid in turns is all of it, and 12 of 10 points nobody gets."""
    assert bool(errors(text)) is wrong
