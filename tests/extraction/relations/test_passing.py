"""What passes is no more than what was done."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("更换灯器320盏。经验收，合格{}盏，合格率95.00%。", "304", "340"),
        ("在收回的60份问卷中，有效问卷{}份，有效率95.00%。", "57", "75"),
    ],
)
def test_what_passes_is_a_part(text: str, right: str, wrong: str) -> None:
    """No number of the same things before it is as large as what is said to be a part of one."""
    assert errors(text.format(right)) == []
    assert errors(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "本季抽检120批次，全年抽检360批次，合格342批次，合格率95.00%。",
        "更换灯器20盏。灯浮合格340座，合格率95.00%。",
        "更换灯器320盏，不合格340盏，合格率5.00%。",
    ],
)
def test_other_things_and_larger_numbers_are_silent(text: str) -> None:
    """One number that is large enough may be the whole."""
    assert not [one for one in errors(text) if one == "MAT-010"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "计划清淤5.00万亩，完成5.06万亩，超计划的600亩自筹。核查合格面积5.01万亩，合格率99.01%。",
            False,
        ),
        ("学习420人（补考8人）。测试合格425人，合格率99.30%。", False),
        ("送检360批次，加测20批次。合格372批次，合格率97.89%。", False),
        ("清淤2.10万亩，其中外海300亩。核查合格面积2.41万亩，合格率98%。", True),
    ],
)
def test_a_part_is_held_against_its_whole(text: str, found: bool) -> None:
    """Another part is none; what was added to the whole counts with it."""
    assert ("MAT-010" in errors(text)) is found
