"""All that was taken off of a hundred, where a text says that it is all."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = (
    "满分100分，自评95.2分。扣分共三处：预算执行率88%，扣1.2分；培训次数完成90%，扣1分；满意度未达标，扣0.6分。除此以外无其他扣分。",
    "项目自评得分94.5分，扣分共两项：宣传次数少2次，扣2分；资料归档迟延，扣1.5分。",
    "本项目自评96分。数量指标完成率92%，扣1.6分；时效指标延迟，扣1.4分；其他指标均未扣分。",
    "自评总分98.3分。预算执行率指标扣0.9分，满意度指标扣1.8分，其余各项指标均得满分。",
    "评价得分93分，满分100分。产出质量、时效和满意度三项分别扣2分、1.5分、2.5分，此外无扣分。",
    "综合得分97.9分。失分项共2处：系统故障次数超标，扣0.6分；群众满意度偏低，扣1.2分。",
)
RIGHT = (
    "满分100分，自评97.2分。扣分共三处：预算执行率88%，扣1.2分；培训次数完成90%，扣1分；满意度未达标，扣0.6分。除此以外无其他扣分。",
    "项目自评得分94.5分，扣分主要有两项：宣传次数少2次，扣2分；资料归档迟延，扣1.5分。",
    "项目自评得分94.5分，扣分共三项，主要是宣传次数少2次，扣2分；资料归档迟延，扣1.5分。",
    "本项目自评96分。产出指标中数量指标扣1分，质量指标扣1分，其他产出指标不扣分。",
    "自评总分98.3分。执行率扣分共两处：上半年扣0.3分，全年扣0.4分。",
    "自评得分95分。每迟报一次扣1分，共迟报5次，其他指标不扣分。",
    "自评得分95分，其中加分项2分。扣分共两处：甲项扣4分，乙项扣3分。除此以外无其他扣分。",
    "自评97分，财政复核95分。扣分共两处：甲项扣2分，乙项扣1分。",
    "满分100分，自评97分。扣分共3处，甲项扣1分，乙项和丙项各扣1分。",
    "综合得分98.2分。失分项共2处：系统故障次数超标，扣0.6分；群众满意度偏低，扣1.2分。",
)


@pytest.mark.parametrize("text", WRONG)
def test_deductions_that_are_all_leave_the_score(text: str) -> None:
    """What was got and all that was taken off make a hundred."""
    assert errors(*text.split("\n"))


@pytest.mark.parametrize("text", RIGHT)
def test_deductions_that_are_not_all_say_nothing_of_the_score(text: str) -> None:
    """Where deductions may be of a part, of a scale, or not all, the score may be another."""
    assert [] == errors(*text.split("\n"))
