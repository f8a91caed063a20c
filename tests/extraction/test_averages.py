"""An average is of the amount right before it and the number of what it is for one of."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "of guests, in the paragraph of what was spent": (
        "2022年公务接待费支出1.92万元，完成预算的96%。全年国内公务接待24批次，160人次，人均接待费用120元。"
    ),
    "behind a semicolon": "加固栈桥12.5公里，4个码头；决算1,050.0万元，每公里综合造价84.0万元。",
    "in a bracket": "船队接待费6.90万元（115批次，批均600元）。",
    "its own visits": "门诊4,800人次，门诊收入72万元，门诊次均费用150元。",
    "two amounts together": "省级补助2,800万元，面积1.4万亩；县级配套700万元，亩均总投入2,500元。",
    "of the whole county": "护航船员40人，支出80万元，全县人均支出1.6万元。",
    "a number with kinds in brackets": (
        "保有巡逻艇30艘（其中快艇8艘、拖轮22艘），全年运行维护费86.7万元，平均每艘2.89万元。"
    ),
    "called after its amount": (
        "会议费支出3.60万元，参会900人次；培训费支出13.80万元，较预算增加1.80万元，"
        "培训船员4期、460人次，人均培训费300元。"
    ),
    "called after its amount, of a part": (
        "会议费支出3.60万元，参会900人次；培训费支出13.80万元，较预算增加1.80万元，"
        "其中培训船员300人次，人均培训费310元。"
    ),
    "called after its amount, in half a year": (
        "会议费支出3.60万元，参会900人次；差旅费13.80万元，较预算增加1.80万元，"
        "下半年出差300人次，人均差旅费310元。"
    ),
    "called after its amount, up to a limit": (
        "会议费支出3.60万元，参会900人次；培训费支出13.80万元，较预算增加1.80万元，"
        "培训船员460人次，人均培训费控制标准为400元。"
    ),
    "with something else": (
        "差旅费13.80万元，较预算增加1.80万元，出差460人次，人均差旅费（含补助）360元。"
    ),
    "of one of several months": "补贴船员40人，支出48万元，人均补贴1,000元。",
}

WRONG = {
    "of guests, in the paragraph of what was spent": (
        "2022年公务接待费支出1.92万元，完成预算的96%。全年国内公务接待24批次，160人次，人均接待费用210元。"
    ),
    "behind a semicolon": "加固栈桥12.5公里，4个码头；决算1,050.0万元，每公里综合造价94.0万元。",
    "in a bracket": "船队接待费6.90万元（115批次，批均800元）。",
    "its own visits": (
        "门诊4,800人次，门诊收入72万元，门诊次均费用150元；"
        "住院240人次，住院收入60万元，住院次均费用2,800元。"
    ),
    "a number with kinds in brackets": (
        "保有巡逻艇30艘（其中快艇8艘、拖轮22艘），全年运行维护费86.7万元，平均每艘3.68万元。"
    ),
    "called after its amount": (
        "会议费支出3.60万元，参会900人次；培训费支出13.80万元，较预算增加1.80万元，"
        "培训船员4期、460人次，人均培训费390元。"
    ),
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_an_average_that_is_made_or_of_others_is_silent(text: str) -> None:
    """An average that an amount and a number near it make, or that is of others, is right."""
    assert [] == errors(text)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_an_average_that_its_amount_and_number_do_not_make_is_found(text: str) -> None:
    """An average that its own amount over its own number is not is found once."""
    assert ["MAT-001"] == errors(text)
