"""One event that a document gives two days to: 十届二次会议 of 2022年3月9日, and of 2023年3月9日.

An event is one where its name is: a session by its number, the acceptance of a work by the name of
that.  Its two days are a slip where the year, the month or the day alone is another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.statements.words import restated_words
from performance_rules.extraction.tokens.normal import Run
from performance_rules.report.model import Source
from performance_rules.text.numerals import whole_number
from performance_rules.values.quantity import Count, Quantity

_DATE: Final = re.compile(
    r"(?<![\d.\-—~至到])(?P<year>(?:19|20)\d\d)年(?P<month>1?\d)月(?P<day>[123]?\d)日(?![\d\-—~至到起前])"
)
_CLAUSE: Final = re.compile(r"[,，。;；:：!?\n]")
_ROOM: Final = 48
_ORDINAL: Final = "[一二三四五六七八九十]{1,3}"
_SESSION: Final = re.compile(
    rf"第?(?P<term>{_ORDINAL})届(?P<body>[\u4e00-\u9fff]{{0,8}}?)第?(?P<turn>{_ORDINAL})次"
    r"(?P<noun>(?:全体|扩大|代表|会员|理事|常委|常务|委员){0,2}(?:会议|大会|全会|理事会|常委会))"
)
_BODY: Final = re.compile("[\u4e00-\u9fff]{0,12}\\Z")
_CALLED: Final = re.compile("^.*(?:召开|举行|组织|参加|了|的|在|于|经|由|由于)")
_DEED: Final = re.compile(
    "通过(?:竣工|完工|交工)?验收|(?:竣工|完工|交工)验收(?:合格)?\\Z|(?:正式)?(?:开工|动工)(?:建设)?\\Z"
    "|(?:全面|全部)?(?:完工|竣工|建成)\\Z|(?:正式)?(?:投入使用|投入运行|启用|投用|通车|开馆)\\Z"
    "|(?:签订|签署)了?(?:施工|采购|服务)?合同\\Z"
)
_FILLED: Final = re.compile("通过|正式|全面|全部|合格|建设|了")
_OTHERWISE: Final = re.compile(
    "原定|计划|拟|预计|将|应|约定|要求|推迟|延期|改期|通知|印发|筹备|布置|闭幕|报到|预备|初步|初验|预验|复验|复查|整改|抽|补充"
    "|第[一二三四五六七八九十]标段|[一二三四]期|[一二三四五六七八九]批|分别|陆续|部分|首[批个段]|申请|提出|提交|备案|公示"
)
_AT: Final = re.compile("(?:已|均|全部)*(?:于|在)?\\Z")
_NO_HAN: Final = re.compile("[^\u4e00-\u9fff]+")
_LED: Final = re.compile("^(?:其中|该|本|由|经|我[局县市区院校]|[省市县区]级)+")
_LEAST: Final = 4
_TWO: Final = 2


@fixed(eq=False)
class Told:
    """The day of an event as one place tells it.

    Attributes:
        title: the event.
        body: whose session it is; empty where that is not said.
        when: its year, month and day.
        run: the paragraph.
        section: the headings it stands under.
        start, end: where the day stands in the paragraph.
    """

    title: str
    body: str
    when: tuple[int, int, int]
    run: Run
    section: str
    start: int
    end: int

    def stated(self) -> tuple[Quantity, Source, tuple[int, int]]:
        """Return the day as a figure, with where it stands."""
        source = self.run.source(self.start, self.end, self.section)
        return self.value(), source, self.run.span(self.start, self.end)

    def value(self) -> Count:
        """Return the day as a figure."""
        year, month, day = self.when
        printed = f"{year}年{month}月{day}日"
        return Count((year * 100 + month) * 100 + day, "日", printed=printed)


def events_in(run: Run, section: str) -> Iterator[tuple[str, Told]]:
    """Yield the events of a paragraph that have a day, each with what makes it one.

    Args:
        run: the paragraph.
        section: the headings it stands under.
    """
    text = run.plain
    if "年" not in text or "日" not in text or _OTHERWISE.search(section.rpartition("/")[2]):
        return
    for found in _DATE.finditer(text):
        before = _CLAUSE.split(text[max(0, found.start() - _ROOM) : found.start()])[-1]
        behind = _CLAUSE.split(text[found.end() : found.end() + _ROOM], maxsplit=1)[0]
        if _OTHERWISE.search(before) or _OTHERWISE.search(behind) or _DATE.search(behind):
            continue
        when = int(found["year"]), int(found["month"]), int(found["day"])
        for key, title, body in _events(before, behind):
            yield key, Told(title, body, when, run, section, *found.span())


def _events(before: str, behind: str) -> Iterator[tuple[str, str, str]]:
    """Yield what makes an event one, what it is called, and whose it is."""
    text = f"{before}|{behind}"
    session = _SESSION.search(text)
    if session is not None:
        term, turn = whole_number(session["term"]), whole_number(session["turn"])
        ahead = _BODY.search(text[: session.start()])
        body = _CALLED.sub("", ahead[0]) if ahead is not None else ""
        yield f"{term}届{turn}次{session['noun'][-_TWO:]}", f"{session[0]}日期", body
        return
    deed = _DEED.search(behind)
    if deed is not None:
        name = _LED.sub("", _NO_HAN.sub("", _AT.sub("", before) or behind[: deed.start()]))
        if len(restated_words().sections.sub("", name)) >= _LEAST:
            said = _FILLED.sub("", deed[0])
            yield f"{said}|{name}", f"{name}{said}日期", ""


def told_twice(events: Sequence[tuple[str, Told]]) -> Iterator[tuple[Told, Told]]:
    """Yield the events with two days of which one is a slip of the other.

    Args:
        events: the events of a document, each with what makes it one.
    """
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for key, one in events:
        groups[key].append(one)
    for group in groups.values():
        days = {one.when for one in group}
        bodies = sorted({one.body for one in group}, key=len)
        if len(days) != _TWO or not all(bodies[-1].endswith(body) for body in bodies):
            continue
        first = group[0]
        second = next(one for one in group if one.when != first.when)
        if first.run is not second.run and _is_slip(first.when, second.when):
            yield first, second


def _is_slip(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether the year, the month or the day alone is another one.

    A day that is near the other may be that of a later sitting; one with a digit exchanged is not.
    """
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(apart) != 1:
        return False
    return one[2] == other[2] or slip(*apart[0]) == "exchanged" or abs(one[2] - other[2]) % 10 == 0
