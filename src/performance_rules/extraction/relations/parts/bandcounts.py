"""How many things lie in each band of scores or rates, where the bands leave no gap.

自评27个，90分以上14个，80至90分12个，80分以下1个: whatever is scored lies in one of the bands, and
in no other.  They are all there are where each ends at what the next begins with, the highest is
open above or ends at a hundred, and the lowest is open below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.parts.wholes import Whole

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_CLOSED: Final = r"(?:\(不?含(?:\d{1,3}分?)?\))?"
_OF: Final = "(?:分|%)"
_COUNTED: Final = "(?:个|项|家)"
_BAND: Final = re.compile(
    rf"(?:(?:高于|超过|大于)?(?P<top>{_N}){_CLOSED}{_OF}{_CLOSED}(?:[及含或]?以上{_CLOSED}(?:[,、]?(?:不足|低于|未满)?(?P<cap>{_N}){_OF}{_CLOSED}(?:以下)?)?)"
    rf"|(?P<low>{_N}){_OF}?{_CLOSED}{_OF}?[-—–~至到]+(?P<high>{_N}){_CLOSED}{_OF}{_CLOSED}"
    rf"|(?:不足|低于|未达到?|不到|小于)(?P<below>{_N}){_OF}"
    rf"|(?P<under>{_N}){_OF}{_CLOSED}以下{_CLOSED}"
    rf"|(?:达到?|为|均为)?(?P<full>100){_OF})"
    rf"(?:之间)?的?(?:项目|指标|任务|单位)?(?:共有|有|为|共|是)?(?:(?P<count>\d[\d,]{{0,6}}){_COUNTED}|(?P<none>无|没有|为零))"
)
_RATED: Final = "%"
_UP_TO: Final = re.compile("执行率|得分率|支付率|支出率|到位率")
"""Rates that a hundred is the most of."""
_LED: Final = re.compile(
    r"(?:其中|从|按照?|就|分|自评|评价|绩效|各|全部|项目|指标|综合|平均|总|得分|分数|评分|成绩|情况|结果|预算|资金|执行率|得分率|支付率|支出率|到位率|区间"
    r"|分布|分段|划分|统计|档次|等次|来?看|上|中|里|为|是|在|的|达|:|[,，](?=\Z))*+"
)
"""What may stand before a band that makes it one of nothing narrower."""
_NAMED: Final = re.compile("自评|评价|考评|考核|参评|项目|指标|任务|评分")
_NARROWER: Final = re.compile("其中|未|不|另|重点|抽|部分|除|以上|以下|优|良|中央|上级|年初|目标值")
_APART: Final = re.compile(
    "其余|另有|另外|此外|未(?:参加|参与|参评|开展|纳入|评|自评|打分|实施)|不参与|不计|暂不|暂未|调[入出减增]|追加|新增|增加|终止|撤销|取消|合并|免评|剔除|除外"
)
"""What says that some were not scored, or in another way."""
_JOINED: Final = re.compile(r"(?:\([^()]{0,80}\))?[,，、;](?P<lead>[^\d,，。;、()]{0,10})")
_STOPS: Final = "。;!?"
_CLAUSE: Final = ",，、。;!?)("
_FEWEST: Final = 2
_ALL: Final = Decimal(100)
_TWICE: Final = 2


@fixed(eq=False)
class _Band:
    """A band with how many things lie in it; no figure where there are none."""

    name: str
    low: Decimal
    high: Decimal | None
    at: Mention | None
    rated: bool
    begin: int
    end: int


def band_counts(text: str, found: Sequence[Mention]) -> Iterator[Whole]:
    """Yield the wholes of a paragraph that the things in each band make up.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if "以下" not in text and "不足" not in text and "低于" not in text:
        return
    runs = [run for run in _runs(text, found) if _fills(text, run)]
    listed = {id(one.at) for run in runs for one in run if one.at is not None}
    for run in runs:
        parts = [(one.name, one.at) for one in run if one.at is not None]
        whole = _whole(text, [m for m in found if id(m) not in listed], run)
        if whole is not None and len(parts) >= _FEWEST:
            yield Whole(tuple(parts), whole, True)


def _runs(text: str, found: Sequence[Mention]) -> Iterator[list[_Band]]:
    """Yield the bands that stand one right behind the other."""
    at = {m.start: m for m in found if m.kind == "count" and m.depth == 0}
    run: list[_Band] = []
    for match in _BAND.finditer(text):
        one = _band(match, at)
        joined = _JOINED.match(text, run[-1].end, match.start()) if run else None
        beside = joined is not None and joined.end() == match.start()
        if run and not (one and beside and joined and _LED.fullmatch(joined["lead"])):
            yield run
            run = []
        run += [one] if one is not None else []
    yield run


def _band(match: re.Match[str], at: dict[int, Mention]) -> _Band | None:
    """Return a band, or None if how many lie in it is no figure of the text."""
    one = at.get(match.start("count")) if match["count"] else None
    if one is None and not match["none"]:
        return None
    low, high = Decimal(0), None
    if match["top"]:
        low, high = Decimal(match["top"]), Decimal(match["cap"]) if match["cap"] else None
    elif match["low"]:
        low, high = Decimal(match["low"]), Decimal(match["high"])
    elif match["full"]:
        low = high = _ALL
    else:
        high = Decimal(match["below"] or match["under"])
    end = match.start("count") if match["count"] else match.start("none")
    name = _text_of(match, end)
    return _Band(name, low, high, one, _RATED in name, match.start(), match.end())


def _text_of(match: re.Match[str], end: int) -> str:
    """Return the words of a band before the number of things in it."""
    return match.string[match.start() : end]


def _fills(text: str, run: Sequence[_Band]) -> bool:
    """Whether bands leave no gap, from the highest there is down to nothing, or the other way."""
    if len(run) < _FEWEST or len({one.rated for one in run}) > 1:
        return False
    down = run if run[-1].low == 0 else [*reversed(run)]
    top = down[0]
    begin = max(text.rfind(mark, 0, run[0].begin) for mark in _CLAUSE) + 1
    lead = text[begin : run[0].begin]
    if _LED.fullmatch(lead) is None or (top.high not in (None, _ALL)) or down[-1].low != 0:
        return False
    if top.high is not None and top.rated and _UP_TO.search(lead) is None:
        return False  # 完成率100%的7个: others may have done more
    return all(lower.high == upper.low for upper, lower in pairwise(down))


def _whole(text: str, found: Sequence[Mention], run: Sequence[_Band]) -> Mention | None:
    """Return how many things there are, where that is said right before the bands."""
    values = [one.at for one in run if one.at is not None]
    if not values:
        return None
    n, first = sum(m.value.n for m in values), values[0]
    same = [m for m in found if m.kind == "count" and m.unit == first.unit and not m.depth]
    near = [m for m in same if 0 <= first.sentence - m.sentence <= 1 and m.start < run[0].begin]
    if not near:
        return None
    last = near[-1]
    if any(m.value.n == n for m in same):
        return last if last.value.n == n else None
    stop = next((at for at in range(run[-1].end, len(text)) if text[at] in _STOPS), len(text))
    if _APART.search(text) or "等" in text[run[-1].end : stop]:
        return None
    beside = [m for m in near if m.sentence == last.sentence]
    if any(m.value.n != last.value.n for m in beside) or _NARROWER.search(last.left):
        return None
    named = _NAMED.search(last.left) or _NAMED.match(last.right)
    sane = n < _TWICE * last.value.n < _TWICE * _TWICE * n
    return last if named and sane else None
