"""A budget that is changed in its year: what it was at first, and what it became.

年初预算A，年中追加B，调减C，调整后预算D.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.words import RelationWords

FIRST: Final = "first"
LAST: Final = "last"

_TAIL: Final = re.compile(
    r"(?:为|共|合计|总计|计|均|是|(?<!下)达|约|的|数|总额|总数|规模|资金|收入|支出)+\Z"
)
_BEGUN: Final = re.compile("(?:年初|期初)(?P<rest>.*)")
_GIVEN: Final = ("预算", "指标", "批复", "下达", "安排", "核定", "额度", "经费")
_WHOSE: Final = re.compile(
    r"(?:我|本)(?:单位|部门|中心|[局委办院校所站乡镇队馆街])|(?:省|市|县|区|州|旗|中央|本|镇|乡)?级?财政局?|"
    r"[省市县区州旗本]级|批复|下达|安排|核定|预算|指标|额度|经费|年度|部门|专户"
)
_TO_WHOM: Final = re.compile(r"(?:我|本)(?:单位|部门|中心|[局委办院校所站乡镇队馆街])\Z")
_BECOME: Final = re.compile(
    r"(?:(?:调整|追加|变更|调增|调减|调剂)(?:以|之)?后|全年|最终|年度)"
    r"(?:的|全年|年度|本年|部门|总|财政|可执行|可用|实际|预算|安排|最终|收入|支出)*(?:预算|指标)\Z|"
    r"(?<!年中)(?<!期间)(?<!执行中)(?<!中期)调整预算\Z|(?:调整|追加|调增|调减)后\Z"
)
_CHANGED: Final = re.compile(
    "(?P<cut>追减|调减|核减|压减|削减|扣减|净减|收回|调出|减少)|"
    "追加|调增|核增|净增|增补|增拨|下达|调入|增加"
)
_OF_OTHERS: Final = re.compile(
    r"截至|截止|上半年|季度|下属|所属|二级|(?<!财政)[站所局校院队馆](?:年[中内]|\d{1,2}月)\Z"
)
_SIDES: Final = ("收入", "支出")
_WHEN: Final = re.compile(
    r"(?:19|20)\d\d年度?|\d{1,2}月(?:份|底|\d{1,2}日)?|年[中内]|当年|全年|预算|执行中|执行过程中"
)


_WHY: Final = re.compile(
    r"(?:因|由于)[^,，。;]*(?=追加|调[增减]|追减|核[增减]|压减|收回|增[加补拨]|减少)"
)
"""Why a budget was changed, before the word for it: 因人员调入追加N."""


def planned(said: str, words: RelationWords) -> str:
    """Return whether words name a budget as it was ``first`` or at ``last``; empty for neither."""
    if not ("年初" in said or "期初" in said or "预算" in said or "指标" in said):
        return ""
    text = _TAIL.sub("", said)
    begun = _BEGUN.search(text)
    if begun is not None:
        given = _TO_WHOM.sub("", text).endswith(_GIVEN) and words.neutral.make(
            _WHOSE.sub("", begun["rest"])
        )
        return FIRST if given else ""
    return LAST if _BECOME.search(text) is not None else ""


def are_of_one_side(one: str, other: str) -> bool:
    """Whether budgets are both of what comes or of what goes: 年初预算收入 is no 调整后预算支出."""
    return not any(a in one and b in other for a, b in (_SIDES, _SIDES[::-1]))


def unnamed(said: str) -> str:
    """Return the words before the name of a budget as it became: what they narrow it to."""
    return _BECOME.sub("", _TAIL.sub("", said))


def changes_plainly(said: str, words: RelationWords) -> bool:
    """Whether words say that a budget was changed in its year: 7月追加演练经费, 县财政压减."""
    said = _WHY.sub("", said)
    verb = _CHANGED.search(said)
    before = _WHOSE.sub("", _WHEN.sub("", said[: verb.start()])) if verb is not None else ""
    return verb is not None and words.neutral.make(before)


def is_cut(said: str) -> bool | None:
    """Return whether words say that a budget was cut, or None where they say no change."""
    verb = _CHANGED.search(_WHY.sub("", said))
    return verb["cut"] is not None if verb is not None else None


def is_of_others(said: str) -> bool:
    """Whether what is added or cut is another body's, or of a part of the year: 截至6月追加."""
    verb = _CHANGED.search(said)
    told = said[: verb.start()] if verb is not None else said.partition("年初")[0]
    return _OF_OTHERS.search(told) is not None


def named_apart(first: str, changes: Sequence[str], words: RelationWords) -> bool:
    """Whether a change is called as another thing than the budget: 项目甲年初预算，项目乙追加."""
    own = first.partition("年初")[0].partition("期初")[0]
    if not own or words.neutral.make(_WHOSE.sub("", _WHEN.sub("", own))):
        return False
    for change in changes:
        said = _WHY.sub("", change)
        verb = _CHANGED.search(said)
        topic = _WHEN.sub("", said[: verb.start()]) if verb is not None else ""
        if topic and not words.neutral.make(_WHOSE.sub("", topic)) and topic not in own:
            return True
    return False
