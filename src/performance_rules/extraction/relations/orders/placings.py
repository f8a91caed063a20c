"""Places that a text gives figures: 得分96.8分，位列第一; 最多的是甲486万元，其次是乙392万元.

Who has the better place has the higher figure, unless all places of the text run the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering
from performance_rules.extraction.fixed import fixed
from performance_rules.text.numerals import whole_number

_NTH: Final = r"第?(?P<nth>[一二三四五六七八九十]{1,2}|\d{1,2})"
_BEHIND: Final = re.compile(
    rf"[,，、(]?(?:位列|位居|排名|排在|排列|排|列|居|名列|居于)(?P<among>[^\d,，。;()]{{0,6}}?){_NTH}(?:位|名)?(?=[,，。;)、]|\Z)"
)
_TOLD: Final = re.compile(
    r"[列居排][^\d,，。;()]{0,7}[一二三四五六七八九十\d]|最[大高多]|第[一二三四五六七八九十\d]"
)
"""Without which nothing is given a place."""
_AHEAD: Final = re.compile(
    r"\A第(?P<nth>[一二三四五六七八九十]{1,2}|\d{1,2})名[:\s]*[^\d,，。;、()]{2,16}\Z"
)
_WHO: Final = re.compile(
    r"\A(?:其中)?(?P<who>[^\W\d]{1,12}?(?:[省市县区乡镇村州旗局院校园所站馆办社组]|街道|中心|学校|公司))(?P<of>[^\W\d]{0,8}?)(?:为|是|达|达到)?\Z"
)
_BETTER: Final = re.compile(r"(?:得分|评分|分数|总分|成绩|率|度|比)?\Z")
_POINTS: Final = "分"
_ROOM: Final = 24
_FEWEST: Final = 3
_MOST: Final = 30

_TOP: Final = re.compile(
    r"(?:\A|[,，。;:])[^,，。;:最]{0,12}?(?P<measure>[^,，。;:最]{0,12})最(?P<most>[多高大])的?(?:一?[^\d,，。;:()]{0,4})?(?:为|是)"
)
_BEST: Final = re.compile("最[高快好优]")
"""Before a percentage or points, which are of what is measured."""
_NEXT: Final = re.compile(r"(?:其次|再次|次之|第二|第三)(?:的)?(?:为|是|,|，)?")
_LAST: Final = re.compile("最[少低小慢差]")
_OF_KIND: Final = {
    "amount": re.compile(r"(?:支出|金额|资金|投入|规模|额|额度|投资|收入|总量|体量|花费|规模)\Z"),
    "percent": re.compile(r"(?:率|比|比重|度|比例|占比)\Z"),
    "count": re.compile(r"(?:数|数量|量|人次|规模|得分|评分)\Z"),
}
_OF_CHANGE: Final = re.compile("增|降|幅|速|变化|同比|人均|户均|平均|单")
_FAR: Final = 48


@fixed(eq=False)
class _Placed:
    """A figure with the place it is given."""

    at: Mention
    nth: int
    of: str
    among: str
    wording: str


@define(eq=False)
class Placings:
    """The places of a section, whose lines may each tell one.

    Attributes:
        placed: what the lines right before have placed.
    """

    placed: list[_Placed] = field(factory=list)

    def read(self, text: str, found: Sequence[Mention]) -> list[Ordering]:
        """Read a line; return what is wrong of its places and those of the lines before.

        Args:
            text: the line.
            found: its figures in their order.
        """
        told = _TOLD.search(text) is not None
        mine = [one for m in found if (one := _placed(text, m)) is not None] if told else []
        if not mine:
            self.placed = []
            return []
        before = self.placed if len(mine) == 1 == len(found) else []
        self.placed = [*before, *mine][-_MOST:]
        wrong = [one for one in _judged(self.placed) if one.figure in found or one.base in found]
        if wrong:
            self.placed = []
        return wrong


_SPENT: Final = re.compile(
    r"\A[^\W\d]{2,14}?(?P<of>支出|经费|资金|投入|补助|收入|费)(?:为|是|达)?\Z"
)
_RATED: Final = re.compile(
    r"\A(?:其中)?[^\W\d]{2,12}?(?P<of>(?:得分|评分|分数)|(?:支出|支付|执行)进度"
    r"|(?:预算)?(?:执行|支出|支付|完成|拨付|到位|合格|满意|及时|达标|覆盖|办结)[率度])(?:为|是|达|达到)?\Z"
)
_TOPMOST: Final = re.compile(r"[,，(](?:占比|规模|金额|比重)?最[大高多](?=[,，。;)])")


def _placed(text: str, one: Mention) -> _Placed | None:
    """Return the place that the words beside a figure give it."""
    if one.kind not in ("amount", "count", "percent"):
        return None
    if text.startswith((",", "，", "、", "(", "位", "排", "列", "居", "名"), one.close):
        said = _BEHIND.match(text, one.close, one.close + _ROOM)
        top = _TOPMOST.match(text, one.close) if said is None else None
        who = _WHO.match(one.left) if said or top else None
        if said or top:
            who = (_SPENT if one.kind == "amount" else _RATED).match(one.left) or who
        nth = _number(said["nth"]) if said is not None else 1 if top is not None else None
        end = said or top
        if end is None or who is None or nth is None:
            return None
        among = said["among"] if said is not None else ""
        return _Placed(one, nth, who["of"], among, text[one.start : end.end()])
    if "名" in one.left:
        ahead = _AHEAD.match(one.left)
        nth = _number(ahead["nth"]) if ahead is not None else None
        return _Placed(one, nth, "", "", one.left + one.value.printed) if nth else None
    return None


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else whole_number(text)


def _judged(placed: Sequence[_Placed]) -> Iterator[Ordering]:
    """Yield the two neighbours in place whose figures are the other way round."""
    for _, group in groupby(placed, key=lambda p: (p.of[-3:], p.among, p.at.kind, p.at.unit)):
        ranked = sorted(group, key=lambda p: p.nth)
        if len({p.nth for p in ranked}) < len(ranked):
            continue
        steps = [(a, b) for a, b in pairwise(ranked) if a.at.value.n != b.at.value.n]
        rising = [(a, b) for a, b in steps if a.at.value.n < b.at.value.n]
        sure = ranked[0].at.unit == _POINTS or _BETTER.fullmatch(ranked[0].of[-2:]) is not None
        enough = len(ranked) >= _FEWEST or (sure and len(ranked) > 1)
        if len(rising) == 1 and enough and (len(steps) > 1 or sure):
            a, b = rising[0]
            yield Ordering(b.at, a.at, "at_most", f"{a.wording}、{b.wording}", name="名次")


CHAIN: Final = "次"
"""What the second of a chain is told by: 其次."""


def chains(text: str, found: Sequence[Mention]) -> Iterator[Ordering]:
    """Yield what breaks a chain: 支出最多的是甲486万元，其次是乙392万元，最少的是丙57万元.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if "其次" not in text and "次之" not in text:
        return
    last: Mention | None = None
    top: Mention | None = None
    end = 0
    for one in found:
        before = text[end if end > one.start - _FAR else one.start - _FAR : one.start]
        end = one.close
        said = _TOP.search(f",{before}")
        if said is None and (one.kind == "percent" or one.unit == _POINTS):
            best = _BEST.search(before) is not None and _LAST.search(before) is None
            if best and _OF_CHANGE.search(before) is None:
                top = last = one
                continue
        if said is not None:
            measure, fits = said["measure"], _OF_KIND.get(one.kind)
            good = fits is not None and (not measure or fits.search(measure) is not None)
            good = good and _OF_CHANGE.search(measure) is None
            top = last = one if good else None
            continue
        if top is None or last is None or one.sentence != top.sentence:
            top = None
            continue
        if one.kind != top.kind or one.unit != top.unit:
            continue
        lowest = _LAST.search(before) is not None
        if not lowest and _NEXT.search(before) is None:
            top = None
            continue
        order: Order = "at_most"
        if one.value.n > last.value.n:
            wording = text[last.start : one.end]
            yield Ordering(one, last, order, wording, name="排序")
            return
        last = one
