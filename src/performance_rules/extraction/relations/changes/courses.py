"""How a figure went over time: 三年分别为1.1亿元、1.3亿元和1.2亿元，逐年增加; 累计进度48%、45%.

What a text says went up every year rises from each year to the next, and what is counted from the
beginning of a time does not fall.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from performance_rules.extraction.figures.listings import Listing
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering, clause_start
from performance_rules.extraction.fixed import fixed
from performance_rules.text.years import YEAR

_UP: Final = "增加|增长|上升|提高|提升|递增|攀升|扩大|增多|走高"
_DOWN: Final = "下降|减少|降低|递减|压减|缩短|缩小|走低|回落"
_EVERY: Final = re.compile(
    rf"(?:逐[年季月]|逐年度|连续[两二三四五]年|连年|年年|持续)(?:实现|保持|稳步|小幅|均|有所|呈)*(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    r"(?:了|的?(?:趋势|态势))?(?P<of>[一-鿿]{0,8}?)(?=[,，。;、):]|\Z)"
)
_SPAN: Final = re.compile(
    r"(?:19|20)\d\d年?度?[-—~至到、和及与](?:19|20)\d\d|[近三四五六两]年[来间]?|[四各]个?季度|一季度"
)
_OTHER: Final = re.compile("增幅|增速|幅度|占比|比重|速度|同比|除")
_AROUND: Final = re.compile(
    "^(?:均|也|且|并|但|总体|整体|呈现?|实现|保持|金额|规模|数|额)+"
    "|(?:均|也|呈现?|实现|保持|总体|整体|稳步)+$"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?!\d)")
_STOP: Final = re.compile("[。;!?]")
COURSES: Final = "逐连持累进率"
"""One of these stands in all words for a course, or for what is counted from a beginning."""
_TIMES: Final = re.compile(
    r"(?=[截到至\d第一二三四上年全])(?:截至|截止|到|至)?(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>\d{1,2})月(?:底|末|份|(?P<day>\d{1,2})日)?"
    r"|第?(?P<quarter>[一二三四1-4])季度(?:末|底)?|(?P<half>上半年)(?:末|底)?|(?P<end>年末|年底|全年))"
)
_TIME_WORD: Final = re.compile("月|季度|上半年|年末|年底|全年")
"""One of these stands in every time by which something is told."""
_SO_FAR: Final = re.compile("累计|累积")
_PACE: Final = re.compile("进度|执行率|支出率|支付率|完成率|开工率|拨付率")
_NET: Final = re.compile(
    "调整|追加|调减|收回|核减|增幅|增长|下降|减少|目标|应|计划|要求|序时|平均|上年|同期|占"
)
_TAIL: Final = re.compile(r"(?:累计|累积|已|共|为|是|达到|达|提升至|提高到|末|底|仅|,|，|的)+")
_UNTIL: Final = re.compile(r"\A(?:截|到|至)|[末底日]\Z|全年")
_MOST: Final = 12
_QUARTERS: Final = "一二三四"
_FAR: Final = 30
_CLAUSES: Final = 150
"""Two clauses are no longer, a time that the first of them cuts among them."""


@fixed(eq=False)
class _Told:
    """A figure with the time by which it was reached.

    Attributes:
        at: the figure.
        when: the year, or 0, the month and the day.
        subject: what it is of, as its clause says.
        so_far: whether it is said to be counted up to then.
        clause: the words before it.
    """

    at: Mention
    when: tuple[int, int, int]
    subject: str
    so_far: bool
    clause: str


def courses(text: str, found: Sequence[Mention], lists: Sequence[Listing]) -> Iterator[Ordering]:
    """Yield what breaks the course that a paragraph says its figures took.

    Args:
        text: the paragraph.
        found: its figures in their order.
        lists: its lists.
    """
    if 0 < len(lists) <= _MOST and ("逐" in text or "连" in text or "持续" in text):
        for listed in lists:
            yield from _steady(text, listed, lists)
    if _SO_FAR.search(text) is None and _PACE.search(text) is None:
        return
    times = [match.start() for match in _TIMES.finditer(text)]
    if len(times) > 1:
        for _, group in groupby(found, key=lambda one: one.kind):
            yield from _falling(text, [one for one in group if _is_timed(one, times)])


def _is_timed(one: Mention, times: Sequence[int]) -> bool:
    """Whether the last time that is told before a figure may stand in its clause."""
    at = bisect_left(times, one.start)
    return at > 0 and one.start - times[at - 1] <= _CLAUSES


def _steady(text: str, listed: Listing, lists: Sequence[Listing]) -> Iterator[Ordering]:
    """Yield the step of a list that goes the other way: 逐年增加."""
    first, last = listed.figures[0], listed.figures[-1]
    stops = [m.end() for m in _STOP.finditer(text, max(0, first.start - 2 * _FAR), first.start)]
    begin = stops[-1] if stops else max(0, first.start - 2 * _FAR)
    stop = _STOP.search(text, last.end)
    end = min(stop.start() if stop else len(text), last.end + _FAR)
    if any(one is not listed and begin <= one.figures[0].start < end for one in lists):
        return
    said = [m for m in _EVERY.finditer(text, begin, end) if not first.start < m.start() < last.end]
    timed = _SPAN.search(text, begin, first.start) or _is_of_years(listed)
    years = _YEAR.findall(text, begin, first.start)
    if years != sorted(years):  # told from the last year back to the first
        return
    said = [
        m
        for m in said
        if m["of"] in text[begin : first.start]
        and _AROUND.sub("", text[clause_start(text, m.start()) : m.start()])
        in text[begin : first.start]
    ]
    if len(said) != 1 or not timed or _OTHER.search(text, begin, end) is not None:
        return
    if said[0].start() < first.start and _STOP.search(text, said[0].end(), first.start):
        return
    order: Order = "at_least" if said[0]["up"] else "at_most"
    for one, other in pairwise(listed.figures):
        n, m = other.value.n, one.value.n
        if (n < m) if order == "at_least" else (n > m):
            yield Ordering(other, one, order, said[0][0], name="逐年变化")
            return


def _is_of_years(listed: Listing) -> bool:
    """Whether the items of a list are years that follow one another."""
    years = [m[0] if (m := YEAR.match(name)) else "" for name in listed.names]
    return bool(years) and all(years) and all(a < b for a, b in pairwise(years))


def _falling(text: str, found: Sequence[Mention]) -> Iterator[Ordering]:
    """Yield what was reached by one time and is less by a later one."""
    told = [one for m in found if (one := _told(text, m)) is not None]
    for one, other in pairwise(told):
        begun, year = one.when[0], other.when[0]
        if not begun <= (year or begun) or (begun == 0 < year):
            continue
        later = (year or begun, *other.when[1:]) > one.when
        same = one.subject.startswith(other.subject) and one.at.unit == other.at.unit
        near = other.at.sentence - one.at.sentence <= 1
        if one.at.kind == "percent":
            same = same and year in (0, begun)
        so_far = one.so_far or other.so_far or _PACE.search(one.subject) is not None
        as_is = _NET.search(text, one.at.end, other.at.start) is None
        if later and same and near and so_far and as_is and other.at.value.n < one.at.value.n:
            wording = f"{other.clause}{other.at.value.printed}"
            yield Ordering(other.at, one.at, "at_least", wording, name="累计数")


def _told(text: str, one: Mention) -> _Told | None:
    """Return a figure with the time by which its clause tells it."""
    if one.kind in ("price", "points"):
        return None
    begin = clause_start(text, one.start)
    if text[begin - 1 : begin] in (",", "，") and not (
        _TIME_WORD.search(text, begin, one.start) and _TIMES.search(text, begin, one.start)
    ):
        begin = clause_start(text, begin - 1)
    clause = text[begin : one.start]
    if _TIME_WORD.search(clause) is None:
        return None
    times = list(_TIMES.finditer(clause))
    if len(times) != 1 or _NET.search(clause) is not None:
        return None
    so_far = _SO_FAR.search(clause) is not None
    if not so_far and _UNTIL.search(times[0][0]) is None:
        return None
    subject = _TAIL.sub("", clause[: times[0].start()] + clause[times[0].end() :])
    return _Told(one, _when(times[0]), subject, so_far, clause)


def _when(said: re.Match[str]) -> tuple[int, int, int]:
    """Return the time by which something is told, with a year of 0 where that is not said."""
    year = int(said["year"] or 0)
    if said["month"]:
        return year, int(said["month"]), int(said["day"] or 31)
    if said["quarter"]:
        at = said["quarter"]
        number = _QUARTERS.index(at) + 1 if at in _QUARTERS else int(at)
        return year, 3 * number, 31
    return year, 6 if said["half"] else 12, 31
