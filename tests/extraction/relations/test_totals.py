"""Sums that a sentence states of the figures beside each other: what adds up, and what may not."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors, matters

READ = {
    "one head throughout": (
        "航标维护支出12.50万元，趸船大修支出30.20万元，合计支出42.70万元。",
        (["航标维护", "趸船大修"], "42.70万元"),
    ),
    "several joined by 、": (
        "航标维护12.50万元、趸船大修30.20万元、海图测绘8.00万元，共计50.70万元。",
        (["航标维护", "趸船大修", "海图测绘"], "50.70万元"),
    ),
    "semicolons between": (
        "航标维护投入12.50万元；趸船大修投入30.20万元；合计投入42.70万元。",
        (["航标维护投入", "趸船大修投入"], "42.70万元"),
    ),
    "a rounded part": (
        "航标维护投入约12万元，趸船大修投入30.20万元，合计投入41.80万元。",
        (["航标维护投入", "趸船大修投入"], "41.80万元"),
    ),
    "a total above its parts may be of more": (
        "航标维护投入12.50万元，趸船大修投入30.20万元，合计投入60.00万元。",
        (["航标维护投入", "趸船大修投入"], "60.00万元"),
    ),
}

WRONG = {
    "a verb that governs all": "全年完成航道疏浚126米、航标维护64米，合计180米。",
    "one head throughout": "航标维护支出12.50万元，趸船大修支出30.20万元，合计支出40.70万元。",
    "总支出": "航标维护支出12.50万元，趸船大修支出30.20万元，总支出40.70万元。",
    "several joined by 、": (
        "航标维护12.50万元、趸船大修30.20万元、海图测绘8.00万元，共计45.70万元。"
    ),
    "semicolons between": "航标维护投入12.50万元；趸船大修投入30.20万元；合计投入40.70万元。",
    "a longer head than that of the sum": (
        "中央资金支出12.50万元，市级资金支出30.20万元，合计支出40.70万元。"
    ),
    "levels, the head left out": "中央资金支出12.50万元，省级30.20万元，总支出40.70万元。",
    "the verb before each": "支付疏浚款12.50万元，支付监理款30.20万元，合计支付40.70万元。",
    "beyond what a rounded part covers": (
        "航标维护投入约12万元，趸船大修投入30.20万元，合计投入40.80万元。"
    ),
}

COUNTED = {
    "two of them, said so": "航标维护投入12.50万元，趸船大修投入30.20万元，两项合计投入{}。",
    "numbered": "第一批下达12.50万元，第二批下达30.20万元，累计下达{}。",
    "in a sentence of its own": "航标维护12.50万元，趸船大修30.20万元。以上两项资金共计{}。",
    "one with a remark": (
        "航标维护12.50万元，比上年增加3.00万元；趸船大修30.20万元。全年两类工程累计支出{}。"
    ),
}

SILENT = {
    "a verb that governs all, and right": "完成航道疏浚126米、航标维护64米，合计190米。",
    "more that is counted in no figure": "完成航道疏浚126米、航标维护64米等，合计320米。",
    "a thing without a figure stands between": (
        "航标维护12.50万元，趸船大修30.20万元，其余为零星开支，合计40.70万元。"
    ),
    "加上 something that is not counted": (
        "航标维护12.50万元，趸船大修30.20万元，加上零星开支，合计40.70万元。"
    ),
    "a change between": (
        "航标维护12.50万元，比上年增加3.00万元，趸船大修30.20万元，合计40.70万元。"
    ),
    "a sum in the next sentence": "航标维护12.50万元。趸船大修30.20万元。合计40.70万元。",
    "a part of the part before": (
        "航标维护支出12.50万元，趸船大修支出30.20万元，其中人工费支出10.00万元，合计支出42.70万元。"
    ),
    "parts behind the whole": (
        "共支出50.70万元，其中航标维护支出12.50万元，趸船大修支出30.20万元。"
    ),
    "some of them make it": (
        "航标维护支出12.50万元，趸船大修支出30.20万元，海图测绘支出8.00万元，合计支出38.20万元。"
    ),
    "some of the levels make it": (
        "省级资金支出12.50万元，县级资金支出30.20万元，乡镇资金支出8.00万元，总支出42.70万元。"
    ),
    "something taken back among what was paid": (
        "支付疏浚款12.50万元，支付监理款30.20万元，扣回保证金2.00万元，合计支付40.70万元。"
    ),
    "planned and done are not added": (
        "航标维护预算12.50万元，趸船大修支出30.20万元，合计支出30.00万元。"
    ),
    "other things than the total counts": ("检验渔船120艘，培训船员80人，合计100艘。"),
    "several figures of each": (
        "航标维护安排12.50万元，支出11.00万元；趸船大修安排30.20万元，支出28.00万元。"
        "两项共支出39.10万元。"
    ),
    "levels that each came to": (
        "项目支出由18.90万元增至21.35万元；基本支出由33.16万元降至31.27万元。两项合计52.62万元。"
    ),
    "more of them than were told": "航标维护12.50万元，趸船大修30.20万元。三项合计60.00万元。",
    "another verb": "新设灯浮标13座、改造2座，共新设13座。",
    "one thing twice": "航标维护12.50万元，航标维护30.20万元，合计40.70万元。",
}


SHORT = {
    "a verb before all": "举办船员班4期、航标班3期、测绘班5期、机务班2期，共举办16期。",
    "one digit": "省级安排120万元，市级安排80万元，合计安排220万元。",
    "all of these": (
        "年初结转45.80万元，当年拨款1268.30万元，事业收入312.50万元，以上各项收入合计1662.60万元。"
    ),
    "three districts": (
        "计划改造灯桩1800座。完成情况：东港完成612座，西港完成745座，南湾完成443座，"
        "三个港区共完成1880座。"
    ),
    "two digits exchanged": "检修灯塔214座，检修灯桩388座，检修浮标46座，共检修684座。",
}


@pytest.mark.parametrize("text", SHORT.values(), ids=SHORT)
def test_a_slip_of_the_pen_is_no_part_that_was_left_out(text: str) -> None:
    """A total is above its parts by exactly a slip: nothing was left out of the list."""
    assert ["TOT-001"] == errors(text)


@pytest.mark.parametrize(
    "lines",
    [
        ("1.清淤工程支出120万元；", "2.护岸工程支出340万元；", "3.绿化工程支出56万元。"),
        ("（1）清淤工程120万元，较上年增加10万元。", "（2）护岸340万元。", "（3）绿化56万元。"),
    ],
)
def test_a_sum_may_stand_in_a_line_below_its_parts(lines: tuple[str, ...]) -> None:
    """三项合计 is of the three lines above it."""
    assert ["TOT-001"] == errors(*lines, "以上三项合计536万元。")
    assert [] == errors(*lines, "以上三项合计516万元。")
    assert [] == errors(*lines[1:], "以上三项合计536万元。")


@pytest.mark.parametrize(
    "text",
    [
        "第一期航标工46人，第二期航标工52人，第三期航标工57人，共培训{}人。",
        "航标班46人，趸船班52人，测绘班57人，三个班共培训{}人。",
    ],
)
def test_parts_that_are_all_make_a_sum_that_alone_has_a_verb(text: str) -> None:
    """第一期A，第二期B，共培训N: told in turn, or as many as the sum says, the parts are all."""
    assert [] == errors(text.format(155))
    assert ["TOT-001"] == errors(text.format(165))


def stated(text: str) -> list[tuple[list[str], str]]:
    """Return the sums of a text that are not said to be of all: names of the parts, and total."""
    return [
        ([part.name for part in parts.lines], matter.final.statements[0].value.printed)
        for matter in matters(text)
        for parts in matter.breakdowns
        if parts.dimension == "members" and not parts.complete and matter.final is not None
    ]


@pytest.mark.parametrize("name", READ)
def test_named_figures_and_their_sum_are_read(name: str) -> None:
    """Figures that are alike and each named, with a total right behind them that says that it is
    one, are the parts of a matter; a total above them may be of more and is not said to clash.
    """
    text, expected = READ[name]

    assert [expected] == stated(text)
    assert [] == errors(text)


@pytest.mark.parametrize("name", WRONG)
def test_parts_above_their_sum_are_found_once(name: str) -> None:
    """Parts that already make more than the total behind them break one rule."""
    assert ["TOT-001-PARTS"] == errors(WRONG[name])


@pytest.mark.parametrize("name", SILENT)
def test_what_may_not_be_a_sum_is_silent(name: str) -> None:
    """Where what stands before the total may be less, more or other than its parts, the two are
    not compared.
    """
    assert [] == errors(SILENT[name])


@pytest.mark.parametrize("name", COUNTED)
def test_parts_that_are_counted_are_all(name: str) -> None:
    """Where the words count or number the parts, a sum above them is as wrong as one below."""
    assert [] == errors(COUNTED[name].format("42.70万元"))
    assert ["TOT-001"] == errors(COUNTED[name].format("52.70万元"))
    assert ["TOT-001"] == errors(COUNTED[name].format("40.70万元"))


@pytest.mark.parametrize(("total", "found"), [("1150份", []), ("1510份", ["TOT-001"])])
def test_a_sum_is_of_what_it_names(total: str, found: list[str]) -> None:
    """两轮合计发放N adds what each round gave out, not what the last gave out and got back."""
    said = "春季发放500份，收回480份。秋季发放650份，收回590份。两轮合计发放{}，收回1070份。"
    assert found == errors(said.format(total))
