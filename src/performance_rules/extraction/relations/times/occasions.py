"""Dates of events that cannot come in the order they are told, or not in the time they are told of.

Money is not passed on before it came: 6月12日下达资金，5月20日将该笔资金支付.  What is said to lie
within a time lies between its two dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering
from performance_rules.extraction.fixed import fixed
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Count

_DAY: Final = re.compile(
    r"(?<![\d.\-—~])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1?\d)月(?P<day>[123]?\d)日(?!\d)"
)
_CAME: Final = re.compile(
    r"(?<!分解)(?<!转)下达(?![^,，。;]{0,4}(?:预算|任务|计划|通知))|到账|到达|到位(?!率)|拨入|收到"
)
_PASSED: Final = re.compile(
    r"(?:该笔|首笔|上述|该项|该批|全部|全额|所下达)[^,，。;]{0,14}?(?:分解下达|转下达|支付|拨付|兑付|发放|下拨)"
    r"|(?:支付|拨付|兑付|发放)(?:了)?(?:该笔|首笔|上述|该项|全部|全额)"
)
_ARRIVES: Final = ("下达", "到账", "到达", "到位", "拨入", "收到")
_OTHERWISE: Final = re.compile(
    r"垫付|(?<!未)(?<!无)预拨|提前下达|第[二三四]批|追加|分批|清算|结算|剩余|尾款|调整|再次|补[发拨]|借[款支]|周转|预付|上年|结转|另"
)
_WITHIN: Final = re.compile(
    r"(?:均|都|全部)(?:发生)?(?:在|处于)[^\d,，。;]{0,8}(?:期间|时段|期限|范围|区间|期|年度)(?:之?内|以内)"
)
_PERIOD: Final = re.compile(
    r"(?P<a>(?:19|20)\d\d)年(?P<b>1?\d)月(?P<c>[123]?\d)日(?:起)?[至到\-—~]+(?:(?P<d>(?:19|20)\d\d)年)?(?P<e>1?\d)月(?P<f>[123]?\d)日"
)
_LATER: Final = re.compile("核查|检查|现场|评价组|自评|评审|开展|报告|调研|抽查工作")
_CLAUSE: Final = re.compile("[,，。;!?\n]")
_ENDS: Final = re.compile("[。!?\n]")
_ROOM: Final = 40
_Day = tuple[int, int, int]


@fixed(eq=False)
class _Event:
    """A day with the words of its clause.

    Attributes:
        start, end: where the day stands.
        when: the year, the month and the day.
        clause: the words before it and behind it up to the next mark.
        wording: the same with the day.
    """

    start: int
    end: int
    when: _Day
    clause: str
    wording: str


def occasions(text: str, home: int) -> Iterator[Ordering]:
    """Yield the days of a paragraph that cannot be.

    Args:
        text: the paragraph.
        home: its number.
    """
    if (
        has_any(text, _ARRIVES)
        and _PASSED.search(text) is not None
        and _OTHERWISE.search(text) is None
    ):
        yield from _passed(list(_events(text)), home)
    within = _WITHIN.search(text)
    period = _PERIOD.search(text) if within is not None else None
    if within is not None and period is not None and period.end() < within.start():
        yield from _inside(text, period, within, home)


def _passed(events: list[_Event], home: int) -> Iterator[Ordering]:
    """Yield what was passed on before it came."""
    came = [one for one in events if _CAME.search(one.clause) and not _PASSED.search(one.clause)]
    passed = [one for one in events if _PASSED.search(one.clause)]
    if len(came) != 1:
        return
    for one in passed:
        if one.start > came[0].end and one.when < came[0].when:
            yield Ordering(
                _mention(one.start, one.end, one.when, home),
                _mention(came[0].start, came[0].end, came[0].when, home),
                "at_least",
                one.wording,
                name="日期先后",
            )


def _inside(
    text: str, period: re.Match[str], within: re.Match[str], home: int
) -> Iterator[Ordering]:
    """Yield the day that does not lie in the time it is said to lie in."""
    first = int(period["a"]), int(period["b"]), int(period["c"])
    last = int(period["d"] or period["a"]), int(period["e"]), int(period["f"])
    stops = [m.end() for m in _ENDS.finditer(text, 0, within.start())]
    begin = max(period.end(), stops[-1] if stops else 0)
    for one in _events(text, begin, within.start(), last[0] if last[0] == first[0] else 0):
        if first <= one.when <= last or _LATER.search(one.clause) is not None:
            continue
        bound, order = (last, "at_most") if one.when > last else (first, "at_least")
        figure = _mention(one.start, one.end, one.when, home)
        base = _mention(period.start(), period.end(), bound, home)
        yield Ordering(
            figure, base, "at_most" if order == "at_most" else "at_least", within[0], name="期间"
        )


def _events(text: str, begin: int = 0, end: int | None = None, year: int = 0) -> Iterator[_Event]:
    """Yield the days of a text; one without a year takes that of the one before it."""
    for found in _DAY.finditer(text, begin, len(text) if end is None else end):
        year = int(found["year"] or year)
        stop = _CLAUSE.search(text, found.end())
        before = _CLAUSE.split(text[max(0, found.start() - _ROOM) : found.start()])[-1]
        behind = text[found.end() : stop.start() if stop else len(text)]
        when = year, int(found["month"]), int(found["day"])
        if year:
            yield _Event(*found.span(), when, before + behind, before + found[0] + behind)


def _mention(start: int, end: int, when: _Day, home: int) -> Mention:
    """Return a day as a figure that grows with time."""
    year, month, day = when
    value = Count((year * 100 + month) * 100 + day, "日", printed=f"{year}年{month}月{day}日")
    return Mention("count", value, "日", start, end, home=home)
