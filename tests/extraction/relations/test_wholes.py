"""Wholes whose parts follow: what is said to be all of them, and what is only bounded."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import RULES, errors
from tests.extraction.said import read

import performance_rules as pr
from performance_rules.extraction.figures.mentions import mentions_of
from performance_rules.extraction.figures.roles import agrees
from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.relations.parts.wholes import wholes
from performance_rules.extraction.tokens.normal import halved
from performance_rules.extraction.tokens.scan import scan
from performance_rules.extraction.tokens.wording import shipped_wording

ALL = {
    "包括, a colon and semicolons": (
        "航标养护费{}，包括：材料费12.50万元；人工费30.20万元；机械费7.30万元。"
    ),
    "由…构成": "航标养护费{}由材料费12.50万元、人工费30.20万元和机械费7.30万元构成。",
    "分别用于": "航标养护费{}，分别用于材料12.50万元、人工30.20万元、机械7.30万元。",
    "按…划分": "全年养护航标{}。按海区划分：东区12座、西区30座、北区8座。",
    "分布为": "现有护标员{}，分布为东站12人、西站30人、北站8人。",
    "a colon behind the whole": "航标养护费{}：材料费12.50万元；人工费30.20万元；机械费7.30万元。",
    "brackets behind the whole": (
        "航标养护费{}（材料费12.50万元、人工费30.20万元、机械费7.30万元）。"
    ),
    "counted": "养护任务{}，任务分解到三个站：东站12座，西站30座，北站8座。",
    "the rest is the last part": "养护航标{}，其中灯浮标12座、灯桩30座、其他航标8座。",
    "posts": "护标员{}，其中管理岗位12人、专业技术岗位30人、工勤岗位8人。",
    "done in time, late, or not": "年度养护任务共{}，其中：按期完成12个、延期完成30个、未完成8个。",
    "what is carried on, of both kinds": (
        "截至年末，结转结余资金{}，其中：基本支出结转12.50万元，项目支出结转37.50万元。"
    ),
    "kinds of procurement": ("航标采购总额{}，其中：货物12.50万元、工程30.20万元、服务7.30万元。"),
    "grades, the whole a sentence before": (
        "对{}养护项目作了评价。评价等级为“优”的12个、“良”的30个、“中”的8个、“差”的0个。"
    ),
}

BOUNDED = {
    "money after 其中": "航标养护费{}，其中材料费12.50万元、人工费30.20万元、机械费7.30万元。",
    "states, one the absence of the others": ("{}浮标中，已检修12个、正在检修30个、未检修8个。"),
}

SILENT = {
    "the bounds of grades": (
        "按95分（含）以上为优、85至95分为良、60至85分为中的标准，优2个、良3个、中1个。"
    ),
    "其中 may leave something out": "航标养护费60.00万元，其中材料费12.50万元、人工费30.20万元。",
    "等": "航标养护费60.00万元，分别用于材料12.50万元、人工30.20万元等。",
    "主要": "航标养护费60.00万元，主要用于材料12.50万元、人工30.20万元、机械7.30万元。",
    "the first of a list": (
        "航标养护费60.00万元，列前两位的依次为材料费12.50万元、人工费30.20万元。"
    ),
    "more behind the list": ("养护航标60座，由灯浮标12座和灯桩30座组成，另代管渔标18座。"),
    "其他收入 is an item of the accounts": (
        "航标站收入60.00万元，其中拨款收入42.50万元、其他收入7.30万元。"
    ),
    "persons in several ways": "护标员60人，其中党员42人、复员军人35人。",
    "one thing twice, said so": (
        "护标员60人，按证书划分：驾驶证42人、电工证35人（部分人员重复统计）。"
    ),
    "cumulative states": "60个浮标中，已检修42个、已投放35个、未检修18个。",
    "two breakdowns one after the other": (
        "航标养护费50.00万元，其中东区20.00万元，西区30.00万元，材料费42.00万元，人工费8.00万元。"
    ),
    "what was spent is no part of what was planned": (
        "航标养护预算40.00万元，其中材料费支出12.50万元，人工费支出30.20万元。"
    ),
    "a remark in brackets": "材料费20.00万元（合同价32.00万元，余款12.00万元）。",
    "a part of a part": (
        "航标养护费50.00万元，其中：材料费42.00万元（含进口漆30.00万元）、人工费8.00万元。"
    ),
    "rounded": "航标养护费约50万元，由材料费12.50万元、人工费30.20万元和机械费7.51万元构成。",
    "digits cut off by a space": (
        "航标养护费1 042.70万元，由材料费1012.50万元和人工费30.20万元构成。"
    ),
}


def _number(name: str, n: int) -> str:
    text = {**ALL, **BOUNDED}[name]
    unit = next(
        unit for unit in ("万元", "座", "人", "个") if f"2{unit}" in text or f"0{unit}" in text
    )
    return f"{n}.00万元" if unit == "万元" else f"{n}{unit}"


@pytest.mark.parametrize("name", ALL)
def test_parts_that_are_all_add_up_to_the_whole(name: str) -> None:
    """Where the words say that a list is all of its whole, both must be equal."""
    assert [] == errors(ALL[name].format(_number(name, 50)))
    assert ["TOT-001"] == errors(ALL[name].format(_number(name, 55)))
    below = errors(ALL[name].format(_number(name, 46)))
    assert 1 == len(below)
    assert below[0].startswith("TOT-001")


@pytest.mark.parametrize("name", BOUNDED)
def test_parts_that_may_not_be_all_are_no_more_than_the_whole(name: str) -> None:
    """Where they do not, parts that have nothing in common may be less, never more."""
    assert [] == errors(BOUNDED[name].format(_number(name, 50)))
    assert [] == errors(BOUNDED[name].format(_number(name, 55)))
    assert ["TOT-001-PARTS"] == errors(BOUNDED[name].format(_number(name, 46)))


@pytest.mark.parametrize("name", SILENT)
def test_what_may_be_less_or_more_than_its_whole_is_silent(name: str) -> None:
    """Where a list may leave something out, hold something twice or be of another whole, nothing
    is related.
    """
    text = halved(SILENT[name])
    found = mentions_of(text, scan(text, 0, len(text), shipped_wording()))

    assert [] == [
        one
        for one in wholes(text, found, (), relation_words())
        if not agrees(
            one.total.value,
            sum(m.value.n for _, m in one.parts),
            sum(m.value.half for _, m in one.parts),
        )
    ]


FIVE = "其中：灯塔维修400万元，浮标更换350万元，码头加固300万元，航道测量150万元，"


@pytest.mark.parametrize(
    ("total", "last", "said"),
    [
        ("1260", "船员培训50万元", ["review"]),
        ("1269", "船员培训60万元", ["review"]),
        ("1620", "船员培训60万元", []),
        ("1260", "船员培训60万元", []),
        ("1260", "船员培训38万元", []),
        ("1260", "船员培训50万元等", []),
        ("1300", "船员培训60万元", []),
    ],
)
def test_a_long_list_that_is_a_slip_short_of_its_whole_is_to_be_looked_at(
    total: str, last: str, said: list[str]
) -> None:
    """其中 does not say that nothing is left out: the numbers do, and that is an inference."""
    report = read(f"到位航标养护资金{total}万元。{FIVE}{last}。", kind="self_evaluation").report
    found = [f.severity for f in pr.check(report, RULES).findings if f.rule == "TOT-001"]
    assert found == said
