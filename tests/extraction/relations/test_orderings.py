"""Which of two figures a sentence says is the higher one: what they bear out, and what not."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "from and to, of households": "巡检户次由上年的2,180户次增加到2,412户次。",
    "once and again": "走访渔民320户，次年回访310户；演练12场，次均参加85人。",
    "posts not exceeded": "核定编制30名，年末实有28人，编制使用未超编。",
    "within an adjusted design": "概算560万元，批复调整概算610万元，竣工决算598万元，未超概算。",
    "more than planned": "年初计划更换浮标14座，实际更换16座，较计划多2座。",
    "mean between the two": "得分最高97分，最低80分，平均88.6分。",
    "mean of other things": "培训4期，最多的一期120人，最少的一期60人，平均每县260人。",
    "the lowest called so": (
        "各站得分：东港91分、西港84分、南港88分。最高为东港91分，最低为西港84分。"
    ),
    "the lowest of some": "各站得分：东港91分、西港84分、南港79分。其中大港得分最低为西港84分。",
    "a part behind a semicolon": "实际受训940人，出勤率75%；其中女性620人。",
    "more than the task": "捕捞税任务4.20亿元，实际完成4.60亿元，超收0.40亿元。",
    "less than the task": "捕捞税任务4.60亿元，实际完成4.20亿元，短收0.40亿元。",
    "posts in two counters": "核定编制31名，在职人员29人，空编2人。",
    "of another budget": "年初预算50万元，调整预算62万元，实际支出58万元，比年初预算超支8万元。",
    "saved on something else": "会议费预算9.00万元，实际支出9.60万元，节约用电0.30万元。",
    "saved, and the rest taken back": (
        "航标维修预算31.2万元，支出27.9万元，节约1.4万元，上缴财政1.9万元。"
    ),
    "saved and carried over": "航标维修预算120万元，支出110万元，结转6万元，节约4万元。",
    "saved of the estimate": "航标维修概算280万元，预算260万元，支出241万元，节约39万元。",
    "saved by all": "每艘油费预算8.6万元，支出6.6万元，节约84万元。",
    "saved about so much": "航标维修预算8.65万元，支出6.90万元，节约约1.8万元。",
    "the less the better": "柴油消耗目标800吨，实际完成712吨，超额完成节能任务。",
    "how far apart, not of last year": "泊位费去年86.20万元，今年93.00万元，高于去年6.80万元。",
    "a rank": "通关时效由第8名上升至第5名，全省领先。",
    "like for like": "港口税2023年12.06亿元，2022年12.83亿元，扣除退税后，港口税同比增长6.0%。",
    "a limit kept": "年末债务余额51.6亿元，控制在限额52.1亿元以内。",
    "a limit for one": "培训费支出32万元，人均控制在400元以内。",
    "a part that is of another thing": "走访12个乡镇，其中涉及85个村。",
    "a part of a net change": "净增船员40人，其中远洋55人，近海减少15人。",
    "two questionnaires": "发放船员问卷100份，回收船员问卷96份，发放货主问卷80份，回收98份。",
    "carried over": "受理海事案件120件（含旧存30件），办结131件。",
    "highest and lowest": "各船平均分92.1分，最高98分，最低71分。",
    "average of a part": "航标站平均分93分，其中北站97分。",
    "visits": "培训船员420人、866人次。",
    "the highest by name": "东港96.2%，西港91.8%，南港88.5%，东港最高。",
}

WRONG = {
    "saved of a budget": "航标维修预算42.00万元，实际支出36.50万元，节约6.50万元。",
    "saved, the budget told behind": "航标维修决算15.20万元，预算18.50万元，节约2.30万元。",
    "saved twice": (
        "航标维修预算18万元，支出15.6万元，节约1.4万元；船坞维修预算4万元，支出3.1万元，节约0.9万元。"
    ),
    "posts exceeded": "核定编制30名，年末实有33人，编制使用未超编。",
    "beyond the design": "概算860万元，竣工决算905万元，未超概算。",
    "less than planned": "计划疏浚航道8.0公里，实际疏浚7.2公里，较计划多0.8公里。",
    "too little": "港口税年初预算6.20亿元，决算5.95亿元，超收0.25亿元。",
    "below the lowest": "各站得分最高97分，最低80分，平均78.6分。",
    "mean of each above the highest": (
        "涉及18个站，最高的东站96万元，最低的西站2万元，平均每个131万元。"
    ),
    "the highest called so": (
        "各站得分：东港91分、西港84分、南港88分。最高为南港88分，最低为西港84分。"
    ),
    "the lowest in brackets": (
        "一季度支出300万元，二季度支出420万元，三季度支出380万元。最低的季度为三季度（380万元）。"
    ),
    "a part behind a semicolon": "实际入托940人，入托率75%；其中3岁以下1,020人。",
    "more than the task": "捕捞税任务4.60亿元，实际完成4.20亿元，超收0.40亿元。",
    "less than the task": "捕捞税任务4.20亿元，实际完成4.60亿元，短收0.40亿元。",
    "posts in two counters": "核定编制31名，在职人员29人，超编2人。",
    "beyond the goal": "计划更换浮标36座，实际完成31座，超额完成年度任务。",
    "beyond the goal, by its rate": "更换浮标完成率86%，超额完成任务。",
    "points above the target": "航标正常率目标值99.5%，实际值98.0%，高于目标值1.5个百分点。",
    "last year and this year": "泊位费去年86.20万元，今年79.40万元，高于去年6.80万元。",
    "from and to": "航标正常率由98.6%提高到97.9%，巡检到位。",
    "of the year before": "船员评分88.6分，高于2021年的90.2分。",
    "from and to, of households": "巡检户次由上年的2,180户次减少到2,412户次。",
    "from and to, of ships": "出动船舶由上年的315艘次增加到288艘次。",
    "from and to, of patients": "送医由去年的1,060例次上升至980例次。",
    "within the budget": "油料费预算9.80万元，实际支出11.20万元，未突破年初预算。",
    "within a limit": "年末债务余额53.6亿元，控制在限额52.1亿元以内。",
    "more came back": "发放问卷260份，回收问卷268份，其中有效问卷251份。",
    "more came": "座谈会应参加代表85人，实际参加92人。",
    "lowest above the mean": "各船平均分92.4分，最高98分，最低93分。",
    "fewer visits": "培训船员420人、386人次。",
    "more closed": "受理海事案件120件，已办结131件。",
    "the highest by name": "东港96.2%，西港91.8%，南港88.5%，西港最高。",
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_agrees_and_what_is_of_something_else_is_silent(name: str) -> None:
    """A word for more or less that the two figures bear out is no contradiction.

    Nor is one that is of other figures than those beside it.
    """
    assert errors(RIGHT[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_word_against_its_two_figures_is_an_error(name: str) -> None:
    """Where the two figures that a word compares stand the other way round, one is wrong."""
    assert set(errors(WRONG[name])) & {"MAT-010", "YOY-002"}


def test_a_part_above_its_whole_is_said_once() -> None:
    """Where the whole and its part are lines, the rule for sums says it, and no second one."""
    assert errors("救助渔民412户，其中北岸438户，其余为南岸。") == ["TOT-001-PARTS"]
