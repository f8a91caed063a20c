"""Weights told in turn, as many as there are parts, with what they add up to."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = (
    "设置投入、过程、产出、效果四个一级指标，权重分别为20分、20分、35分、20分，满分100分。",
    "评价体系由四部分构成，分值依次为15分、25分、35分、30分，合计100分。",
    "三个维度的权重分别为30%、40%、35%，合计100%。",
    "评价指标分为决策、过程、产出、效益四个方面，满分分别为18分、22分、35分、20分，总分100分。",
    "五项内容权重分别为10分、20分、30分、25分、20分，共100分。",
    "设置四个一级指标，权重依次为20分、20分、30分、25分，总分为100分。",
)
RIGHT = (
    "设置投入、过程、产出、效果四个一级指标，权重分别为20分、20分、35分、25分，满分100分。",
    "设置四个一级指标，其中投入、过程、产出权重分别为20分、20分、35分，满分100分。",
    "效益指标下设三个二级指标，权重分别为10分、10分、10分，满分100分。",
    "四个县得分权重分别为95分、92分、90分，满分100分。",
    "三个维度的权重分别为30%、40%、30%，合计100%。",
    "四个一级指标得分分别为18分、19分、30分、24分，满分100分。",
    "四个项目抽查三个，分值分别为15分、25分、20分，满分100分。",
    "评价体系设置四个一级指标，产出、效益两个指标权重分别为40分、30分，满分100分。",
)


@pytest.mark.parametrize("text", WRONG)
def test_weights_told_in_turn_make_their_total(text: str) -> None:
    """As many weights as parts make a hundred."""
    assert errors(*text.split("\n"))


@pytest.mark.parametrize("text", RIGHT)
def test_other_weights_need_not_make_a_hundred(text: str) -> None:
    """Weights of some parts, of parts of a part, and scores need not make a hundred."""
    assert [] == errors(*text.split("\n"))
