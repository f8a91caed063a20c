"""What is said to be in time, or late, by its own two dates: 应于9月前完工，11月完工，按期完成.

A date is one that was due where the words of its clause oblige, one of what was done where a verb
follows that does not.  Where a time was put off, or only some of the things were late, nothing is
said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering
from performance_rules.extraction.fixed import fixed
from performance_rules.values.quantity import Count

DATE: Final = re.compile(
    r"(?<![\d.\-—~])(?:(?P<year>(?:19|20)\d\d)年|(?P<next>次年|翌年)|(?:当年|同年|本年))?"
    r"(?P<month>1?\d)月(?:(?P<day>[123]?\d)日|(?P<part>底|末|初|[上中下]旬))?(?!份?[-—~至到]\d{1,2}月|\d)"
)
_DUE: Final = re.compile(
    "(?<![供响适对反])应(?![商急用对])|须|需(?!求)|要求|约定|规定|计划|目标|合同|原定|预计|限[期时于]|拟|不得?迟于|不晚于|截止"
)
_EVENT: Final = (
    "完工|竣工|建成|通车|完成|交工|完毕|交付|交货|到货|供货|移交|安装|出圃|办结|发放|兑付|拨付|支付|到位"
    "|上线|投用|报送|提交|公开|验收|上报|入库|结束"
)
_EVENT_BEHIND: Final = re.compile(rf"前?(?P<before>[^,，。;:()]{{0,16}}?)(?P<event>{_EVENT})")
_EVENT_AHEAD: Final = re.compile(
    rf"(?P<event>{_EVENT})(?:的?时间|日期|期限|时限)?(?:为|是|:|于|在)?\Z"
)
_OTHER: Final = re.compile("开工|签订|下达|批复|招标|中标|启动|立项|成立|印发|开始")
_TERM: Final = re.compile("(?:合同|约定|计划|批复|规定)(?:工期|期限|交货期|服务期|时间|建设期)")
_RULED: Final = re.compile(
    r"(?:根据|按照?|依据|依照)[^\d,，。;:()]{0,16}?(?:合同|协议|方案|计划|要求|约定|文件)[^\d,，。;:()]{0,4}\Z"
)
_TO: Final = re.compile(r"[至到—-]\Z")
_VERDICT: Final = re.compile(
    r"(?P<late>(?<![未无有在现生])(?:逾期|超期|延期|滞后|推迟|延后|延迟|未能?(?:按期|按时|如期)))|(?P<timely>(?:不存在|未发生|未出现|没有|无|未)(?:逾期|超期|延期|延误)|按期|按时|如期|准时|提前|早于)"
)
_APART: Final = re.compile(r"[^\d,，。;]{0,4}(?P<many>\d{1,3})(?:个?日历)?[天日]")
_NOT: Final = re.compile(r"(?:未|无|没有|不|不存在|防止|避免|如|若|是否|按)[^\d,，。;]{0,2}\Z")
_RATE: Final = re.compile(r"[^\d,，。;]{0,6}率")
_PUT_OFF: Final = re.compile(
    "顺延|变更|补充协议|展期|批准|同意|调整|延长|分批|首批|[第][一二三]批|部分|其余|另|个别|除|扣除|停工|工作日|重新|疫情"
)
_ENDS: Final = re.compile("[。;!?\n]")
_CLAUSE: Final = re.compile("[,，。;:!?()、\n]")
_ROOM: Final = 40
_REACH: Final = 200
"""So many characters may stand between what was due and what was done."""
_LATEST: Final = {"初": 10, "上旬": 10, "中旬": 20}
_EARLIEST: Final = {"中旬": 11, "下旬": 21, "底": 20, "末": 20}
_TAKEN: Final = "验收"
_HALF: Final = 6


@fixed(eq=False)
class _Dated:
    """A date of a text.

    Attributes:
        start, end: where it stands.
        year: 0 where it is not known.
        month: its month.
        first, last: the days of that month it may be.
        exact: whether it names a day.
        due: whether something was due by then.
        event: what happened, or was due.
        by: whether it is told as a bound: 9月30日前.
    """

    start: int
    end: int
    year: int
    month: int
    first: int
    last: int
    exact: bool
    due: bool
    event: str
    by: bool


def deadlines(text: str, home: int) -> Iterator[Ordering]:
    """Yield what a paragraph says wrongly of what was done in time.

    Args:
        text: the paragraph.
        home: its number.
    """
    if _VERDICT.search(text) is None or _PUT_OFF.search(text) is not None:
        return
    due: _Dated | None = None
    dated = list(_dates(text))
    for i, one in enumerate(dated):
        if one.due:
            due = one
            continue
        if due is None or not one.event or one.start - due.end > _REACH:
            continue
        if len(_ENDS.findall(text, due.end, one.start)) > 1:
            continue
        if one.event == _TAKEN != due.event:
            continue
        follows = dated[i + 1].start if i + 1 < len(dated) else len(text)
        yield from _judged(text, due, one, follows, home)
        if one.event == due.event:
            due = None  # 9月前完工，主体8月完工，室外10月完工: the first answers it


def _dates(text: str) -> Iterator[_Dated]:
    """Yield the dates of a text; one without a year takes that of the one before it."""
    year = 0
    for found in DATE.finditer(text):
        year = int(found["year"] or (year + 1 if found["next"] and year else year))
        day, part = found["day"], found["part"] or ""
        first = int(day) if day else _EARLIEST.get(part, 1)
        last = int(day) if day else _LATEST.get(part, 31)
        start, end = found.span()
        begin = start - 1
        while begin >= 0 and start - begin < _ROOM and not _CLAUSE.match(text, begin):
            begin -= 1
        before = text[begin + 1 : start]
        behind = _EVENT_BEHIND.match(text, end)
        ahead = _EVENT_AHEAD.search(before)
        event = behind["event"] if behind is not None else ahead["event"] if ahead else ""
        close = _CLAUSE.search(text, end)
        if _OTHER.search(text, end, close.start() if close else len(text)) is not None:
            event = ""
        term = _TERM.search(before) is not None and _TO.search(before) is not None
        modal = behind is not None and re.match("前?(?:应|须|需)", behind["before"]) is not None
        due = term or modal or _DUE.search(before) is not None
        due = due or (bool(event) and _is_ruled(text, begin))
        if "实际" in before or (due and not (event or term)):
            due = False
        by = text.startswith("前", end)
        month = int(found["month"])
        yield _Dated(start, end + by, year, month, first, last, bool(day), due, event, by)


def _is_ruled(text: str, at: int) -> bool:
    """Whether the clause before a place is what rules the next: 按合同，竣工日期为11月20日."""
    begin = max(0, at - _ROOM)
    return text[at : at + 1] in (",", "，") and _RULED.search(text, begin, at) is not None


def _judged(text: str, due: _Dated, one: _Dated, follows: int, home: int) -> Iterator[Ordering]:
    """Yield what is wrong of the first verdict behind a date of something done."""
    stop = _ENDS.search(text, one.end)
    end = min(stop.start() if stop else len(text), follows)
    said = _VERDICT.search(text, one.end, end)
    if said is None or _RATE.match(text, said.end()) is not None:
        return
    if _NOT.search(text, max(0, said.start() - _HALF), said.start()) is not None:
        return
    if any(word in text[one.end : said.start()] for word in ("上年", "去年", "往年")):
        return
    begun = due.year or one.year
    done_year = one.year or begun
    if done_year == begun and abs(one.month - due.month) > _HALF:
        return
    latest = (begun, due.month, due.last)
    early = (done_year, one.month, one.last if one.by else one.first)
    late = said["late"] is not None
    wrong = early <= (begun, due.month, due.first) if late else early > latest and not one.by
    figure, base = _day(one, done_year, home), _day(due, begun, home)
    clause = _CLAUSE.search(text, said.end())
    wording = text[one.start : clause.start() if clause else len(text)]
    if wrong:
        yield Ordering(figure, base, "at_least" if late else "at_most", wording, name="期限")
        return
    many = _APART.match(text, said.end())
    if many is None or not (due.exact and one.exact and begun):
        return
    try:
        apart = abs((date(*early) - date(*latest)).days)
    except ValueError:
        return
    told = int(many["many"])
    if apart and abs(told - apart) > 1:
        order: Order = "at_most" if told > apart else "at_least"
        right = _count(due.start, due.end, apart, home)
        yield Ordering(
            _count(*many.span("many"), told, home), right, order, wording, name="日期相差"
        )


def _day(one: _Dated, year: int, home: int) -> Mention:
    """Return a date as a figure that grows with time."""
    printed = f"{year}年" if year else ""
    printed += f"{one.month}月" + (f"{one.last}日" if one.exact else "")
    number = (year * 100 + one.month) * 100 + (one.last if one.due else one.first)
    value = Count(number, "日", printed=printed)
    return Mention("count", value, "日", one.start, one.end, home=home)


def _count(start: int, end: int, n: int, home: int) -> Mention:
    return Mention("count", Count(n, "天", printed=f"{n}天"), "天", start, end, home=home)
