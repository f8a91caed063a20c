"""Dates against each other: 2021年5月完工，2021年3月开工; 比约定的10月31日提前20天.

Only events of one work that a sentence tells once are compared, and none that was only planned.
Where each event names a work of its own (2021年9月教学楼建成，2022年3月启动操场工程), nothing is
compared; where only one does, the order is for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.times.deadlines import deadlines
from performance_rules.extraction.relations.times.occasions import occasions
from performance_rules.extraction.relations.times.spans import spans
from performance_rules.values.quantity import Count

_DATE: Final = (
    r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|[初中底末份]|[上中下]旬)?"
)
_EVENTS: Final = {
    **dict.fromkeys(("竣工验收", "完工验收", "交工验收", "通过验收", "验收合格", "验收"), 3),
    **dict.fromkeys(("完工", "竣工", "建成", "通车"), 2),
    **dict.fromkeys(("正式开工", "开工建设", "开工", "动工", "启动"), 1),
}
_EVENT: Final = "|".join(_EVENTS).replace(
    "启动", "启动(?![^\\d,，。;]{0,4}(?:验收|评|招标|采购|审))"
)
_TOLD: Final = re.compile(
    rf"{_DATE}(?:前后|前|左右)?(?:(?P<since>起(?:正式|全面|组织|开始|陆续)?(?:实施|建设|施工))"
    r"|(?P<done>(?:全部|全面|按期|如期)?完成)(?=[,，。;]|\Z)"
    rf"|[^\d,，。;、:()]{{0,4}}?(?:(?P<event>{_EVENT})|完成(?P<built>(?:主体|全部)?(?:工程)?(?:建设|施工))(?=[,，。;]|\Z)))"
    rf"|(?P<first>{_EVENT}|(?<![一-鿿])完成)(?:(?:时间|日期)(?:为|于|在|是|:)?|(?:为|于|在|是|:)+)(?P<y>(?:19|20)\d\d)年(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日)?"
)
_GOES_ON: Final = re.compile("(?:实施|建设|施工)?[,，并且至到已于在]{0,5}")
_PLANNED: Final = re.compile(
    "计划|预计|原定|拟|约定|合同|应|目标|要求|[一二三四]期|标段|分部|初步|首批|批次|阶段"
    "|(?:消防|人防|规划|环保|节能|防雷|专项|分户|单项)验收"
)
_SENTENCE: Final = re.compile("[^。!?;\n]+")
_AGAINST: Final = re.compile(
    rf"{_DATE}[^\d,，。;、:()]{{0,6}}[,，](?:比|较)[^\d,，。;]{{0,8}}?的?(?P<y>(?:19|20)\d\d)年(?P<m>\d{{1,2}})月"
    r"(?P<d>\d{1,2})日?(?P<word>提前|早|推迟|延迟|延期|延后|晚|滞后)(?:了)?(?P<many>\d{1,3})(?:个?天|日)"
)
_EARLY: Final = ("提前", "早")


_DAY_END: Final = re.compile(r"^(?:月|日|[初中底末份]|[上中下]旬|前后|左右|前)+")
_MARKS: Final = re.compile("[,，。;!?、:()\n]")
_FILLS: Final = re.compile(
    "^(?:该|本|此)|[于在至已由]|正式|全面|全部|陆续|组织|开始|如期|按期|顺利|通过|整体|建设|施工|实施|工作|正|才|就|即|又|再"
)
_ANY_WORK: Final = re.compile("项目|工程|主体|建筑|标的|任务")
_OTHER: Final = re.compile("另|其[他余它]|第[二三四]")
_GOES_BEHIND: Final = re.compile("[并且后，比较提共历用投交使的及和而]|均|都")


@fixed
class _Told:
    """An event with the span of its date, and the work that its own clause names."""

    rank: int
    start: int
    end: int
    when: tuple[int, int, int]
    work: str = ""


def dates(text: str, home: int) -> list[Ordering]:
    """Return what a paragraph says wrongly of the order of its dates and the time between them.

    Args:
        text: the paragraph.
        home: its number.
    """
    if "月" not in text:
        return []
    made = [*_in_order(text, home), *spans(text, home), *_against(text, home)]
    return made or [*deadlines(text, home), *occasions(text, home)]


def _in_order(text: str, home: int) -> Iterator[Ordering]:
    """开工 ≤ 完工 ≤ 验收, in one sentence that tells each of them once."""
    for sentence in _SENTENCE.finditer(text):
        found = [*_TOLD.finditer(text, *sentence.span())]
        told = [
            _told(text, m) for n, m in enumerate(found) if _is_whole(text, m, found[max(0, n - 1)])
        ]
        if len(told) < 2 or len({one.rank for one in told}) < len(told):
            continue
        if _PLANNED.search(text, sentence.start(), max(one.end for one in told)) is not None:
            continue
        for one, other in combinations(sorted(told, key=lambda t: t.rank), 2):
            of_one = _is_of_one(one, other)
            if of_one is not False and _is_after(one.when, other.when):
                unsure = "" if of_one else "one_work"
                figure, base = (_day(t, home) for t in (other, one))
                begin, end = min(one.start, other.start), max(one.end, other.end)
                yield Ordering(
                    figure, base, "at_least", text[begin:end], name="日期先后", inferred=unsure
                )


def _is_whole(text: str, found: re.Match[str], last: re.Match[str]) -> bool:
    """Whether an event is of the work: 完成 alone ends what right before it is told to begin."""
    if not found["done"]:
        return True
    between = text[last.end() : found.start()]
    return last is not found and _rank(last) == 1 and _GOES_ON.fullmatch(between) is not None


def _rank(found: re.Match[str]) -> int:
    """Return which event comes first: 1 the beginning, 2 the end, 3 its approval."""
    if found["since"]:
        return 1
    return _EVENTS.get(found["event"] or found["first"] or "", 2)


def _told(text: str, found: re.Match[str]) -> _Told:
    ahead = found["first"] is None
    names = ("year", "month", "day") if ahead else ("y", "m", "d")
    when = tuple(int(found[name] or 0) for name in names)
    begin = max((m.end() for m in _MARKS.finditer(text, 0, found.start())), default=0)
    work = text[begin : found.start()]
    if found["event"]:
        date = max(found.end(name) for name in names)
        stop = _MARKS.search(text, found.end())
        behind = text[found.end() : stop.start() if stop else len(text)]
        behind = "" if _GOES_BEHIND.match(behind) is not None else behind
        work += _DAY_END.sub("", text[date : found.start("event")]) + behind
    return _Told(
        _rank(found), found.start(), found.end(), (when[0], when[1], when[2]), _FILLS.sub("", work)
    )


def _is_of_one(low: _Told, high: _Told) -> bool | None:
    """Whether two events are of one work: the later told names none, or both name the same.

    Where only one of them names a work of its own, that is not sure: None.
    """
    later, first = (low, high) if low.start > high.start else (high, low)
    own, other = (_ANY_WORK.sub("", one.work) for one in (later, first))
    if not later.work or own == other:
        return True
    if not (own and other):
        return None
    return _OTHER.match(own) is None and (own in other or other in own)


def _is_after(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether a date is behind another, as far as both are told."""
    size = 3 if one[2] and other[2] else 2
    return one[:size] > other[:size]


def _against(text: str, home: int) -> Iterator[Ordering]:
    """11月20日完工，比约定的10月31日提前20天."""
    for found in _AGAINST.finditer(text):
        if found["day"] is None:
            continue
        try:
            done = date(*(int(found[k]) for k in ("year", "month", "day")))
            due = date(*(int(found[k]) for k in ("y", "m", "d")))
        except ValueError:
            continue
        early = found["word"] in _EARLY
        many, apart = int(found["many"]), (due - done).days * (1 if early else -1)
        if abs(many - apart) <= 1:
            continue
        order: Order = "at_most" if many > apart else "at_least"
        end = found.end()
        said = _count(found.start("many"), end, many, "天", home)
        base = _count(found.start("year"), found.end("d"), apart, "天", home)
        yield Ordering(said, base, order, found[0], name="日期相差")


def _day(one: _Told, home: int) -> Mention:
    """Return a date as a figure that grows with time."""
    year, month, day = one.when
    printed = f"{year}年{month}月" + (f"{day}日" if day else "")
    value = Count((year * 100 + month) * 100 + day, "日", printed=printed)
    return Mention("count", value, "日", one.start, one.end, home=home)


def _count(start: int, end: int, n: int, unit: str, home: int) -> Mention:
    value = Count(n, unit, printed=f"{n}{unit}")
    return Mention("count", value, unit, start, end, home=home)
