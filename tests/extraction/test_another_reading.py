"""Where another reading of the figures comes right nothing is said; where none does, it is."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "one whole divided twice": ("建设航标600座，其中新建350座、改建250座，水中420座、岸上180座。"),
    "people by what they are": "年末在职职工126人，其中党员70人、女职工62人、少数民族职工18人。",
    "back to the first whole": (
        "航标经费18万元，其中：维护6万元，其中灯器4万元，巡检9万元，备品3万元。"
    ),
    "its own sentence says that it overlaps": (
        "帮扶渔民1,260人，其中低收入640人、病残310人、其他410人，对象有重复。"
    ),
    "its own sentence says that it falls short": (
        "航标总投资1500万元（中央资金900万元、省级资金300万元），不足部分由县级自筹解决。"
    ),
    "（含） is no list": "巡检得分按90分（含）以上为优、80至90分为良、60至80分为中的标准评定。",
    "until a day": "航标资金到位860万元。截至12月31日支出803.64万元，结余56.36万元。",
    "some of those counted, in a bracket": (
        "培训船员320人次（骨干船长80人次、轮机长40人次），满意率98%。"
    ),
}

WRONG = {
    "until a day": "航标资金到位860万元。截至12月31日支出803.64万元，结余65.36万元。",
    "parts above their whole": "航标经费18.0万元，其中：维护6.0万元，巡检9.0万元，备品5.0万元。",
    "things are one or the other": "改造桥梁46座，其中县道9座、乡道13座、村道29座。",
    "one part above its whole": "在职职工72人，其中党员84人、女职工12人、少数民族5人。",
    "a bracket that leaves nothing out": (
        "航标总投资1500万元（中央资金900万元、省级资金300万元、县级资金200万元）。"
    ),
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_another_reading_comes_right(text: str) -> None:
    """Where a list can be read so that it holds no more than its whole, nothing is said of it."""
    assert [] == errors(text)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_no_reading_comes_right(text: str) -> None:
    """A list that is wrong however it is read is wrong."""
    assert errors(text)


def test_what_was_carried_in_may_stand_in_a_bracket() -> None:
    """年末结转A（含年初结转B）: what came less what went is not all of A, so it is not judged.

    Nor is it where nothing is told of what was carried in; but less than that cannot be left.
    """
    said = "全年财政拨款收入31,470.6万元，支出29,855.2万元，年末结转"
    assert [] == errors(f"{said}2,018.1万元（含年初结转402.7万元）。")
    assert [] == errors(f"{said}2,018.1万元。")
    assert errors(f"{said}1,018.1万元。")


def test_a_month_of_another_count() -> None:
    """每人每月1,800元, 共120人月计21.60万元: a count beside it makes the product."""
    said = "聘用巡护员700名，每人每月补助1,800元，"
    assert [] == errors(f"{said}全年少发120人月，计21.60万元。")


def test_a_formula_and_its_result_are_two_figures() -> None:
    """3天×每天400元即1,200元 says one figure once: the second one is worked out."""
    assert [] == errors("人均培训费450元，低于测算数（3天×每天400元即1,200元）。")


def test_two_things_together_are_neither_of_them() -> None:
    """两项共支出N behind two items is the sum of both, not a second value of the last."""
    said = "公务接待费支出决算4.08万元，公务用车运行维护费支出决算14.00万元。"
    assert [] == errors(f"{said}两项共支出18.08万元。")


@pytest.mark.parametrize(
    "text",
    [
        "航标收入50.00万元，加上补助30.00万元，收入合计80.00万元。航标支出69.00万元，加上其他11.00万元，"
        "支出合计80.00万元。其他中，上缴7.00万元、还款3.00万元、结转下年1.00万元。",
        "船员目标值600人，实际588人，完成率98%。船员考核合格572人，合格率97.3%。",
        "共兑现753.75万元。其中甲类面积86.5万亩，兑现648.75万元；乙类面积42.0万亩，兑现105.00万元。"
        "惠及渔户1236户，户均约6098元。",
        "部门整体支出年初预算1380.6万元，年中调整增加205.4万元，调整后预算1586.0万元。"
        "全年实际支出1542.1万元，预算执行率97.23%。",
        "年末在职职工126人，其中党员70人、女职工62人。",
    ],
    ids=["carried within", "of what came", "of all before", "moved", "two kinds of people"],
)
def test_the_other_figures_come_right(text: str) -> None:
    """Where another figure that was said before makes a claim right, nothing is said of it."""
    assert [] == errors(text)


def test_what_is_left_with_its_own_parts_is_still_judged() -> None:
    """结余A（其中财政拨款B） divides what is left, and makes no wrong A right."""
    assert errors(
        "年初结余100.00万元，本年收入52.40万元，支出81.30万元，年末结余75.60万元（其中财政拨款20.00万元）。"
    )
