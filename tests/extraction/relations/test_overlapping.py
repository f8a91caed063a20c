"""Parts of which the text says that some are in more than one."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("（4座同时更换两类）", False),
        ("，4座两项都有", False),
        ("（4座既换灯器又换电池）", False),
        ("（4座兼有）", False),
        ("，其余4座未计", False),
        ("", True),
        ("，均已完工", True),
        ("，更换备件9件", True),
    ],
)
def test_parts_that_overlap(behind: str, found: bool) -> None:
    """By a word for it, or by the number of those that both are too many: they make no sum."""
    text = f"涉及灯塔18座，其中更换灯器10座、更换电池12座{behind}。"
    assert ("TOT-001-PARTS" in errors(text)) is found


def test_how_much_more_than_planned_is_no_part() -> None:
    """超计划N stands beside the parts of a whole and is none of them."""
    text = "安置船员236人，其中公益岗位120人，超计划20人，企业岗位116人。"
    assert errors(text) == []
    assert errors(text.replace("企业岗位116人", "企业岗位136人")) != []
