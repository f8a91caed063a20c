"""Words that say which way two levels lie apart, in days, minutes and whatever else is counted."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    "船舶等候时间由改造前的90分钟缩短至62分钟，缩短28分钟。",
    "进港手续平均办理时间由上年的6.1天缩短到5.2天。",
    "服务时间由每天8小时延长至10小时。",
    "事故由上年的14起下降到9起，下降35.7%。",
    "平均修复时间上年4.5小时，本年4.2小时，明显缩短。",
    "平均修复时间上年4.5小时，本年约4.5小时，有所缩短。",
    "待闸时间由40分钟变为36分钟，有所下降，过闸量由300艘变为360艘，有所增加。",
    "泊位利用率由上年的82%变为本年的80%，吞吐量增加。",
    "质保期由12个月延长到24个月。",
    "在港等候排名由上年的第8位提高到第5位。",
    "护航时间增加：2022年38天，2021年33天，主要是航次增多。",
    "2022年护航38天，2021年30天，航次减少。",
    "2023年航标费收入占本年收入的82.15%，2022年为85.40%，航标费占比下降3.25个百分点。",
    "2023年航标费收入占本年收入的82.15%，2022年为85.40%，船坞费占比上升3.25个百分点。",
    "2023年航标费占收入的82.15%，2022年为85.40%，航标费占支出比重上升3.25个百分点。",
)

WRONG = (
    "进港手续平均办理时间由上年的5.2天缩短到6.1天。",
    "船舶等候时间由改造前的90分钟延长至62分钟。",
    "事故由上年的14起上升到9起。",
    "平均修复时间上年4.5小时，本年5.2小时，明显缩短。",
    "报关时间由32小时变为36小时，有所下降。",
    "值守人员由上年的52人扩大到47人。",
    "质保期由24个月延长到12个月。",
    "空驶里程由上年的320公里压降至356公里。",
    "护航时间减少：2022年38天，2021年33天，主要是航次增多。",
    "补助支出比上年下降15.15%：2022年补助支出380万元，2021年补助支出330万元。",
    "2023年航标费收入占本年收入的82.15%，2022年为85.40%，航标费占比上升3.25个百分点。",
    "2024年浮标费占总费用的12.5%，2023年占10.3%，浮标费比重下降2.2个百分点。",
)


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_word_that_agrees_with_both_levels_is_silent(sentence: str) -> None:
    """A word of direction is right of levels that lie so, and says nothing of other things."""
    assert errors(sentence) == []


@pytest.mark.parametrize("sentence", WRONG)
def test_a_word_against_both_levels_is_found(sentence: str) -> None:
    """What is said to be shortened or extended and moved the other way is an error."""
    assert errors(sentence)
