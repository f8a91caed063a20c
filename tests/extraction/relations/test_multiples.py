"""A multiple, a doubling or a ratio is that of the two figures that its sentence names."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "of another year": "全年打捞量5,400吨，是2021年1,800吨的3倍。",
    "of the year before": "本年安排航标经费360万元，为上年240万元的1.5倍。",
    "more than before": "演练180场，比上年的120场增加0.5倍。",
    "from one to the other": "渔获物加工额由2,000万元增加到5,000万元，增长1.5倍。",
    "to so many times it": "渔获物加工额由2,000万元增加到5,000万元，增长2.5倍。",
    "levered": "投入财政资金400万元，撬动社会投资2,600万元，放大6.5倍。",
    "levered, with what was put in": "投入财政资金400万元，撬动社会投资2,600万元，放大7.5倍。",
    "levered by two together": (
        "省级安排500万元、县级安排200万元，撬动社会投资3,500万元，放大5倍。"
    ),
    "of something in between": "全年支出300万元，其中培训支出是会议支出40万元的2倍。",
    "about": "全年打捞量5,400吨，是2021年1,750吨的约3倍。",
    "of a mean that is told elsewhere": "船员人均补贴1.2万元，相当于全省平均水平的1.5倍。",
    "doubled": "冷库库容实现翻番，由3,000吨增加到6,200吨。",
    "all but doubled": "冷库库容近翻番，由3,000吨增加到5,100吨。",
    "twice doubled": "冷库库容翻了两番，由1,500吨增加到6,000吨。",
    "a ratio": "财政资金500万元，社会资本1,200万元，财政资金与社会资本之比为1:2.4。",
    "a ratio of others": "教师60名，学生900名，临聘教师与编内教师之比为1:3。",
    "pupils to a teacher": "在校学生1,520名，专任教师95名，师生比为1:16。",
    "a time of day": "比赛13:30开始，参赛教师95名，学生1,520名。",
    "shared": "修船费80万元，由船东、镇财政按3:1比例分担，其中船东承担60万元。",
    "shared by levels": (
        "修船费实行省、县共担，按7:3比例分别承担，全年80万元，其中省级财政承担56万元。"
    ),
    "yield": "扶持资金560万元，渔企新增销售收入1.12亿元，投入产出比达到1:20。",
    "yield of more": "扶持资金560万元、贷款440万元，新增收入1.12亿元，投入产出比为1:11.2。",
    "the whole and a part": "学生1,520名，其中走读学生300名，教师95名，师生比1:16。",
}

WRONG = {
    "of another year": "全年打捞量5,400吨，是2021年1,800吨的4倍。",
    "of the year before": "本年安排航标经费360万元，为上年240万元的1.8倍。",
    "more than before": "演练180场，比上年的120场增加0.8倍。",
    "from one to the other": "渔获物加工额由2,000万元增加到5,000万元，增长1.2倍。",
    "levered": "投入财政资金400万元，撬动社会投资2,600万元，放大5.6倍。",
    "doubled": "冷库库容实现翻番，由3,000吨增加到4,800吨。",
    "a ratio": "财政资金500万元，社会资本1,200万元，财政资金与社会资本之比为1:3.4。",
    "pupils to a teacher": "在校学生1,520名，专任教师95名，师生比为1:19。",
    "shared": "修船费80万元，由船东、镇财政按3:1比例分担，其中船东承担50万元。",
    "shared by levels": (
        "修船费实行省、县共担，按7:3比例分别承担，全年80万元，其中省级财政承担46万元。"
    ),
    "yield": "扶持资金560万元，渔企新增销售收入1.12亿元，投入产出比达到1:28。",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_multiple_that_its_figures_make_or_that_is_of_others_is_silent(text: str) -> None:
    """A multiple or a ratio is right that its figures make in any sense the words may have."""
    assert [] == errors(text)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_multiple_that_its_two_figures_do_not_make_is_found(text: str) -> None:
    """A multiple or a ratio that the two figures of its sentence are not is found once."""
    assert ["BUD-001-PAIR"] == errors(text)
