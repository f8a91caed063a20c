"""What is a part of a set, against the set."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    ("部门总支出320万元，其中下属测量站支出210万元。",),
    ("本级支出120万元，其中下属测量站支出210万元。",),
    ("部门预算120万元，其中下属测量站支出210万元。",),
    ("全年纳入清淤航道18条，已完工16条。",),
    ("计划清淤航道18条，已完工21条。",),
    ("全年纳入清淤航道18条，连同上年结转已完工21条。",),
    ("排查隐患126处，整改隐患120处。",),
    ("接到举报42件，办结含上年结转45件。",),
    ("组织对24个项目开展自评（项目总数30个），全部完成。",),
    ("组织对24个项目开展自评（培训学员总数21个）。",),
    ("开展巡航18次，完成培训21次。",),
    (
        "疏浚项目支出420万元，基本支出210万元。疏浚项目支出主要包括：东港疏浚180万元、西港疏浚120万元、南港疏浚60万元等。",
    ),
    (
        "疏浚项目支出320万元，基本支出210万元。维修项目支出主要包括：东港疏浚180万元、西港疏浚120万元、南港疏浚60万元等。",
    ),
    (
        "会议费15.2万元，全年召开会议8次。",
        "培训费12.3万元，办班5期。",
        "上述两项均在公用经费27.8万元中列支。",
    ),
    (
        "会议费15.2万元，全年召开会议8次。",
        "上述两项均在公用经费10.8万元中列支。",
    ),
    ("受理渔业纠纷42件，调解45人次，办结42件。",),
)

WRONG = (
    ("部门总支出320万元，其中下属测量站支出410万元。",),
    ("全年收入320万元，其中局机关收入410万元。",),
    ("全年纳入清淤航道18条，已完工21条。",),
    ("排查隐患126处，整改隐患130处。",),
    ("接到举报42件，办结45件。",),
    ("组织对24个项目开展自评（项目总数21个），全部完成。",),
    (
        "疏浚项目支出320万元，基本支出210万元。疏浚项目支出主要包括：东港疏浚180万元、西港疏浚120万元、南港疏浚60万元等。",
    ),
    (
        "会议费15.2万元，全年召开会议8次。",
        "培训费62.3万元，办班5期。",
        "上述两项均在公用经费27.8万元中列支。",
    ),
    (
        "差旅费15.2万元，全年出差80人次。",
        "印刷费12.3万元，印制手册5,000册。",
        "以上两项支出均从公用经费24.5万元中开支。",
    ),
)


@pytest.mark.parametrize("paragraphs", RIGHT, ids="".join)
def test_what_agrees_and_what_is_of_something_else_is_silent(paragraphs: tuple[str, ...]) -> None:
    """Some of a set are no more than all; what was only planned or carried over is no set."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG, ids="".join)
def test_what_cannot_hold_is_found(paragraphs: tuple[str, ...]) -> None:
    """More of a set than all of it, or parts that are more than their whole, are an error."""
    assert errors(*paragraphs)
