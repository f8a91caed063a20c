"""The time between two dates: 自2022年3月1日至8月31日，共9个月; 批复后第9日公开; 90日内交货，逾期.

A time that was planned, or from which days are taken off, is not that between the dates of what
was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering
from performance_rules.extraction.fixed import fixed
from performance_rules.text.numerals import whole_number
from performance_rules.values.quantity import Count

_YEAR: Final = r"(?:19|20)\d\d"
_BEGIN: Final = rf"(?:(?P<y>{_YEAR})年)?(?<!\d)(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日)?"
_END: Final = (
    rf"(?:(?P<y2>{_YEAR})年|(?P<next>[次翌]年)|[当同本]年)?"
    r"(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日)?"
)
_STARTS: Final = r"(?:起|开始|(?:正式|项目)?(?P<began>开工|动工|启动|开工建设|进场施工)(?:建设)?)?"
_STOPS: Final = r"(?:底|末)?(?:止|结束|全面|全部|正式)*(?P<ended>完工|竣工|完成|通车|建成|投用)?"
_TO: Final = rf"(?:自|从|由|于|为|即)*{_BEGIN}{_STARTS}[,，]?(?:至|到|\-|—|~)+{_END}{_STOPS}"
_MANY: Final = r"(?P<many>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个月|年|天|日)"
_AFTER: Final = re.compile(
    rf"{_TO}[,，(]?(?:共计?|历时|总计|合计|为期|前后)+(?:约)?{_MANY}(?=[,，。;)的]|\Z)"
)
_BEFORE: Final = re.compile(
    rf"(?P<noun>[^\d,，。;:、()]{{0,6}}(?:期|工期|期限|周期))(?:为|共|是|:)*{_MANY}[(,，]{{0,2}}{_TO}"
)
_PLANNED: Final = re.compile(
    "计划|合同工|批复|约定|核定|要求|定额|预计|原|总日历|有效|净|质保|缺陷"
)
_TAKEN_OFF: Final = re.compile(
    "扣除|剔除|不含|除去|停工|中断|间断|工作日|顺延|暂停|分段|延长|缩短|展期|续签"
    "|提前(?!完成(?:年度|全年|当年))|提早|推迟|延期|延误|逾期|试运行"
)
_SENTENCE: Final = re.compile("[^。!?\n]+")
_DATE: Final = re.compile(
    rf"(?:(?P<y>{_YEAR})年|(?<!\d))(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})日(?P<what>[^\d,，。;()]{{0,30}})"
)
_NTH: Final = re.compile(
    r"(?P<event>[一-鿿]{2})(?:之?后的?|之?日?起的?)第(?P<many>\d{1,3})个?[日天](?:内|完成|予以|进行|实现|即|向社会)*(?P<done>[一-鿿]{2})"
)
_WITHIN: Final = re.compile(
    r"(?P<event>[一-鿿]{2})(?:之?后的?|之?日?起的?)(?P<many>\d{1,3})[日天](?:之?内)(?:向社会|完成|予以)*(?P<done>[一-鿿]{2})"
)
_LATE: Final = re.compile(
    r"(?P<not>未|没有|不存在|无|如|若|是否|防止)?[^\d,，。;未无如若]{0,2}"
    r"(?:逾期|超期|未按期|未按时|未如期)(?=[,，。;\d]|交|\Z)"
)
_KEPT: Final = re.compile("(?<!未)(?<!未能)(?:按期|按时|如期)|(?<!不)符合|满足")
_CHANGED: Final = re.compile(
    "延期|顺延|变更|补充协议|重新|工作日|展期|批准|同意|分批|首批|部分|扣除"
)
_MONTHS: Final = 12
_DAYS: Final = 30
_SLACK: Final = 6


@fixed
class _Dated:
    """A date, with the words of its clause before and behind it."""

    start: int
    end: int
    when: date
    before: str
    behind: str


def spans(text: str, home: int) -> Iterator[Ordering]:
    """Yield the times of a paragraph that are not those between the two dates beside them.

    Args:
        text: the paragraph, which has months.
        home: its number.
    """
    lasts = "个月" in text or "天" in text or "年" in text
    if lasts and text.count("月") > 1:  # two dates have two of them
        yield from _lasting(text, home)
    if ("后" in text or "日起" in text) and "日" in text:
        for sentence in _SENTENCE.finditer(text):
            if "后" in sentence[0] or "日起" in sentence[0]:
                yield from _since(text, *sentence.span(), home)


def _lasting(text: str, home: int) -> Iterator[Ordering]:
    """建设期2年（2020年3月至2023年12月）; 自3月1日至8月31日，共9个月."""
    for pattern in (_AFTER, _BEFORE):
        for found in pattern.finditer(text):
            sentence = _sentence(text, found.start(), found.end())
            if pattern is _BEFORE and (found["began"] or found["ended"]):
                planned = _PLANNED.search(found["noun"]) is not None
                if planned or _TAKEN_OFF.search(sentence) is not None:
                    continue
            elif _TAKEN_OFF.search(found[0]) is not None or _off(sentence):
                continue
            many, unit = whole_number(found["many"].replace("两", "二")), found["unit"]
            exact = unit == "年" and found["d"] and found["d2"]
            if exact and many is not None:
                many, unit = _MONTHS * many, "个月"
            low, high = _between(found, unit)
            if exact:
                low, high = low - 1, high + 1
            if many is None or high <= 0 or low <= many <= high:
                continue
            near, order = (high - bool(exact), "at_most") if many > high else (low, "at_least")
            near += bool(exact) and order == "at_least"
            start, end = found.span("many")[0], found.end("unit")
            said = _count(start, end, many, unit, home)
            base = _count(found.start("m"), found.end("m2") + 1, near, unit, home)
            yield Ordering(said, base, _order(order), found[0], name="期限")


def _off(sentence: str) -> bool:
    """Whether something is taken off a time that is told with its two dates."""
    return any(word in sentence for word in ("扣除", "剔除", "不含", "停工", "工作日", "除去"))


def _order(order: str) -> Order:
    return "at_most" if order == "at_most" else "at_least"


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a place, as far as it matters."""
    begin = max(text.rfind(mark, max(0, start - _DAYS), start) for mark in "。;\n")
    stop = _SENTENCE.match(text, end)
    return text[max(begin + 1, start - _DAYS) : stop.end() if stop else end]


def _between(found: re.Match[str], unit: str) -> tuple[int, int]:
    """Return the least and the greatest time that lies between two dates, 0 for no such time."""
    year = int(found["y"] or found["y2"] or 2001)
    last = int(found["y2"] or year + bool(found["next"]))
    first, month = int(found["m"]), int(found["m2"])
    months = _MONTHS * (last - year) + month - first
    if found["d"] and found["d2"]:
        try:
            days = (date(last, month, int(found["d2"])) - date(year, first, int(found["d"]))).days
        except ValueError:
            return 0, 0
    else:
        days = 0
    if unit in ("天", "日"):
        return (days - 1, days + 1) if days else (0, 0)
    if months <= 0:
        return 0, 0
    low, high = months - (not days), months + 1
    if days:
        exact = _DAYS * months + int(found["d2"]) - int(found["d"]) + 1
        low, high = (exact - _SLACK) // _DAYS, -(-(exact + _SLACK) // _DAYS)
    if unit == "个月":
        return low, high
    return low // _MONTHS, max(-(-high // _MONTHS), last - year + 1)


def _since(text: str, begin: int, end: int, home: int) -> Iterator[Ordering]:
    """Judge 批复后第9日公开 and 签订后90日内交货…逾期 by the dates of both events."""
    dated = list(_dated(text, begin, end))
    if len(dated) != 2:
        return
    one, other = dated
    for found in _NTH.finditer(text, other.end, end):
        apart, many = (other.when - one.when).days, int(found["many"])
        if not _is_of(one, found["event"]) or found["done"] not in other.behind:
            continue
        if apart <= 0 or abs(apart - many) <= 1:
            continue
        said = _count(found.start("many"), found.end("many") + 1, many, "天", home)
        base = _count(one.start, other.end, apart, "天", home)
        order: Order = "at_most" if many > apart else "at_least"
        yield Ordering(said, base, order, found[0], name="日期相差")
    for found in _WITHIN.finditer(text, one.end, end):
        late = _LATE.search(text, other.end, min(end, other.end + _DAYS))
        told = late or _KEPT.search(text, other.end, end)
        if told is None or (late is not None and late["not"]):
            continue
        if not _is_of(one, found["event"]) or found["done"][0] not in other.behind:
            continue
        if _CHANGED.search(text, begin, end) is not None:
            continue
        due = one.when + timedelta(days=int(found["many"]))
        if (other.when > due) == (late is not None) or abs((other.when - due).days) <= 1:
            continue
        order = "at_least" if late is not None else "at_most"
        figure = _day(other.start, other.end, other.when, home)
        base = _day(found.start("many"), found.end("many") + 1, due, home)
        yield Ordering(figure, base, order, told[0], name="期限")


def _is_of(one: _Dated, event: str) -> bool:
    return one.before.count(event) + one.behind.count(event) == 1


def _dated(text: str, begin: int, end: int) -> Iterator[_Dated]:
    last, year = begin, ""
    for found in _DATE.finditer(text, begin, end):
        year = found["y"] or year
        if not year:
            return
        try:
            when = date(int(year), int(found["m"]), int(found["d"]))
        except ValueError:
            return
        before = re.split("[,，。;()]", text[last : found.start()])[-1]
        yield _Dated(found.start(), found.end("d") + 1, when, before, found["what"])
        last = found.end()


def _day(start: int, end: int, when: date, home: int) -> Mention:
    printed = f"{when.year}年{when.month}月{when.day}日"
    value = Count((when.year * 100 + when.month) * 100 + when.day, "日", printed=printed)
    return Mention("count", value, "日", start, end, home=home)


def _count(start: int, end: int, n: int, unit: str, home: int) -> Mention:
    return Mention("count", Count(n, unit, printed=f"{n}{unit}"), unit, start, end, home=home)
