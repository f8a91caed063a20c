"""Scores by a rate, what is taken off of all, and totals told apart from their parts."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    ("扣分最多的是东港，得分82.5分，其次是西港，得分85.6分。",),
    ("扣分共计8.6分，加分项得2分，最终得分93.4分。",),
    ("本次评价共扣7.7分，复核后追回1分，最终得分93.3分。",),
    ("产出类共扣3分，效益类共扣2分，项目总得分95分。",),
    (
        "数量指标（10分）：设标12座，全部完成，该项得10分。质量指标（10分）：合格率98%，该项得9.8分。",
    ),
    ("预算执行率（10分）：执行率88%，按评分标准每低5个百分点扣1分，该项得8分。",),
    ("预算执行率指标10分，执行率105%，按执行率计分，得10分。",),
    ("满意度10分，满意率88%，按比例计分，达到90%得满分，该项得9.8分。",),
    (
        "自评得分94.5分，财政复核得分92.5分。",
        "预算执行10分，得9.5分；履职产出50分，得45分；履职效益30分，得28分；满意度10分，得10分。",
    ),
)
WRONG = (
    ("预算执行率指标权重10分，执行率94.39%，按执行率计分得8.44分。",),
    (
        "预算执行率指标分值10分，执行率80%，得9.2分（按“执行率×分值”计算）；产出指标分值50分，得49分。",
    ),
    ("成本指标分值为8分，按完成比例计分，完成比例75%，计7分。",),
    ("本次评价共扣7.7分，其中：过程类扣2.2分，产出类扣3.5分，效益类扣2.0分，综合得分为93.3分。",),
    ("经评审，本项目扣分共计8.6分，最终评价得分93.2分。",),
    (
        "项目自评总分为89.3分。",
        "以上共扣7.7分，满分100分。",
    ),
    (
        "自评得分96.5分。",
        "预算执行10分，得9.5分；履职产出50分，得47分；履职效益30分，得28分；满意度10分，得10分。",
    ),
    ("满意度指标（10分）：船员满意度96.2%，渔民满意度94.8%，该项得10.5分。",),
    ("产出指标下设4个三级指标，总分40分，自评得41.6分；效益指标总分30分，自评得28分。",),
)


@pytest.mark.parametrize("paragraphs", RIGHT)
def test_what_agrees_or_is_of_something_else_is_quiet(paragraphs: tuple[str, ...]) -> None:
    """Where the figures agree, or words say that they are of something else, nothing is said."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG)
def test_what_cannot_be_is_found(paragraphs: tuple[str, ...]) -> None:
    """What a sentence says of its figures or dates is compared with them."""
    assert errors(*paragraphs)
