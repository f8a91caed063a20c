"""What the words before a percentage say that it is: a share, a rate of a deed, a change."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import without_tail
from performance_rules.extraction.figures.words import RelationWords, any_of
from performance_rules.extraction.fixed import fixed
from performance_rules.text.words import has_any

Sort = Literal["share", "noted", "rate", "change", "cut", "counted"]

_SHARE: Final = re.compile(
    r"\A(?P<part>[^占]*?)(?:共|仅|只|约|合计|即)?占(?P<whole>[^占]*?)的?(?:比重|比例|份额|比)?(?:约|近)?(?:为|是|达到?)?\Z"
)
_OF: Final = re.compile(r"(?:为|是|完成|达到?|相当于|实现)(?P<whole>[^为是成达到实现]{2,16})的\Z")
"""为批复总投资的P: of what is called so."""
_RATE: Final = re.compile(
    r"(?P<stem>\w*)(?:率|进度|比例|比重|(?<=满意)度|(?<=知晓)度|(?<=认可)度)\Z"
)
_CUT: Final = re.compile(r"(?:[审核压缩]减|节约|节支|节省|核增|优惠|下浮)(?:率|比例|幅度)\Z")
_MOVED: Final = re.compile(
    r"(?:[增减降升涨跌]|增长|下降|减少|上升|提高|降低|压缩|缩短)(?:幅度?|率|比例)(?:为|达|约)?\Z"
)
_CONDITION: Final = re.compile(
    r"(?:低于|高于|超过|不少于|少于|大于|小于|不足|以上|≥|≤|>|<|目标值?|指标值|要求|控制在|标准|计划|拟|预计|提取|预留|首付款?"
    r"|质保金|上浮|贴息|利率|每|分别|依次|各|第[一二三四五六七八九十])"
)
_LATER: Final = re.compile(
    r"\A(?:以上|以下|以内|及以上|的|左右|后|返还|给予|标准|时|[~～至到—-]|个百分点)"
)
_COUNTED: Final = re.compile(r"\A(?:,|，)?(?:计|即|合|折合|共计|为)\Z")
_LISTED: Final = ("分别", "依次", "各")
_OF_SEVERAL: Final = ("合并", "加权", "合计", "两项", "两者")
"""How the name of a rate begins that is of several figures together: 合并满意度."""
_PART: Final = ("其中", "其中的")


@fixed
class Phrase:
    """What a percentage is, by its words.

    Attributes:
        sort: a share of a whole; noted in a bracket behind its figure; a rate of a deed; a change;
            a cut (审减率); or what the next figure is counted with (承担80%，计A).
        part: what it is a share of a whole for, empty for the figure before it.
        whole: what it is a share of; empty where the sentence does not say.
        deed: what a rate is named after.
    """

    sort: Sort
    part: str = ""
    whole: str = ""
    deed: str = ""


def phrase_of(one: Mention, following: Mention | None, words: RelationWords) -> Phrase | None:
    """Return what a percentage is; None for a condition, a goal, or what no word says.

    Args:
        one: the percentage.
        following: the figure behind it.
        words: the words of relations.
    """
    if _LATER.match(one.right) or has_any(one.left, _LISTED):
        return None
    if following is not None and _is_counted(one, following):
        return Phrase("counted", part=one.left)
    return _phrase(one.left, one.opener, words)


def _is_counted(one: Mention, following: Mention) -> bool:
    """Whether the figure behind is what a percentage of something comes to: 承担80%，计A."""
    behind = following.start - len(following.left)
    near = behind - one.end <= 1 and following.sentence == one.sentence
    return near and following.kind == "amount" and bool(_COUNTED.fullmatch(following.left))


@lru_cache(maxsize=1024)
def _phrase(left: str, opener: str, words: RelationWords) -> Phrase | None:
    said = _SHARE.match(left)
    if said is not None:
        part = said["part"]
        for word in _PART:
            part = part.removeprefix(word)
        named = without_tail(part, words)
        if part and not named:
            return None  # 三项合计占B的P: of their sum
        return Phrase("share", named, said["whole"])
    said = _OF.search(left)
    if said is not None:
        return Phrase("share", "", said["whole"])
    if not left:
        return Phrase("noted") if opener == "(" else None
    text = without_tail(left, words)
    if _CONDITION.search(text):
        return None
    if _CUT.search(text):
        return Phrase("cut", deed=_CUT.split(text)[0] or text)
    if _MOVED.search(left) or text.endswith((*words.directions, *words.turning)):
        return Phrase("change", part=_subject(text))
    rate = _RATE.match(text)
    if rate is not None and not text.startswith(_OF_SEVERAL):
        return Phrase("rate", deed=rate["stem"])
    return None


def _subject(text: str) -> str:
    """Return what changed: the words before those for a comparison."""
    return _compared().split(text, maxsplit=1)[0]


@lru_cache(maxsize=1)
def _compared() -> re.Pattern[str]:
    return any_of(("比", "较", "与", "同比", "相比", "增", "减", "下降", "上升", "提高", "降低"))
