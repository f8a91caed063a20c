"""Parts of a year that make all of it: 上半年支出A，下半年支出B，全年支出C.

The parts must follow one another from January to December and be of what the year's figure is of.
So must those of what is told as reached by then: 一季度A、二季度B、三季度C，前三季度累计支出D.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.relations.totals import Total

_PART: Final = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度"
    r"|(?:截至|截止|至|到)(?:(?:19|20)\d\d年)?(?P<until>\d{1,2})月(?:份|底|末)"
    r"|(?P<first>\d{1,2})月?[-—~至](?P<last>\d{1,2})月份?)(?:累计)?"
)
_YEAR: Final = re.compile(r"(?:(?:19|20)\d\d年)?(?:全年|全年度)(?:累计|合计|共计|共|总)*")
_UNTIL: Final = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:上半年|前(?P<quarters>[两二三])个?季度|[1一][-—~至](?P<month>\d{1,2})月份?)"
    r"(?:累计|合计|共计|共|总)+"
)
"""What is the sum of the first parts of a year, told behind them."""
_TOLD: Final = re.compile(r"全年|上半年|前[两二三]个?季度|[-—~至]\d{1,2}月")
"""Without which no figure is told of all of a year, or of the first part of it."""
_TAIL: Final = re.compile(r"(?:为|是|共|达|累计|实际|完成|分别)+")
_DENIED: Final = re.compile("预计|计划|拟|约|目标|同比")
_MONTHS: Final = 12
_QUARTERS: Final = "一二三四"
_FEWEST: Final = 2
_MOST: Final = 24


def year_parts(text: str, found: Sequence[Mention]) -> Iterator[Total]:
    """Yield the parts of a year that the sentences of a paragraph list, with those of all of it.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if len(found) <= _FEWEST or _TOLD.search(text) is None:
        return
    for _, group in groupby(found, key=lambda one: one.sentence):
        said = [one for one in group if one.kind in ("amount", "count") and not one.depth]
        for at, one in enumerate(said):
            whole = _YEAR.match(one.name)
            if whole is None or at < _FEWEST:
                continue
            parts = _parts(said[max(0, at - _MONTHS) : at], one)
            own = _TAIL.sub("", one.name[whole.end() :])
            first = parts[0][0] if parts else ""
            # 上半年三公经费支出A，下半年支出B，全年C: what is left out is that of the first
            if own in ("", first) and all(first.endswith(name) for name, _ in parts[1:]) and parts:
                yield Total(tuple((m.name, m) for _, m in parts), one, complete=True)
    yield from _sums_until(found)


def _sums_until(found: Sequence[Mention]) -> Iterator[Total]:
    """Yield what a paragraph tells as reached in a year so far, with the parts that it is of.

    Where a part is told twice, of two things, it does not say of which the sum is.
    """
    reached = [(m, told) for m in found if (told := _UNTIL.match(m.name)) is not None]
    for whole, told in reached:
        own = _TAIL.sub("", whole.name[told.end() :])
        said = [m for m in found if alike(m.value, whole.value) and m.start < whole.start]
        parts = [(m, part) for m in said[-_MOST:] if (part := _PART.match(m.name)) is not None]
        parts = [(m, part) for m, part in parts if _UNTIL.match(m.name) is None]
        spans = {_months(part): m for m, part in parts}
        if len(spans) < len(parts) or any(_DENIED.search(m.name) for m in said[-_MOST:]):
            continue
        begin, made = 1, list[Mention]()
        end = _end(told)
        while begin <= end:
            one = next(((span, m) for span, m in spans.items() if span[0] == begin), None)
            if one is None or one[0][1] > end:
                break
            begin = one[0][1] + 1
            made.append(one[1])
        names = {_TAIL.sub("", m.name[part.end() :]) for m, part in parts if m in made}
        of = names == {own} or (names == {""} and parts[0][0].label.endswith(own))
        of = of or (names == {"", own} and _TAIL.sub("", made[0].name).endswith(own))
        if begin == end + 1 and len(made) >= _FEWEST and of:
            yield Total(tuple((m.name, m) for m in made), whole, complete=True)


def _end(told: re.Match[str]) -> int:
    """Return the last month of the first part of a year."""
    if told["quarters"]:
        return 9 if told["quarters"] == "三" else 6
    return int(told["month"]) if told["month"] else 6


def _parts(before: Sequence[Mention], whole: Mention) -> list[tuple[str, Mention]]:
    """Return the figures right before one that cover the months of a year, with their names."""
    out: list[tuple[str, Mention]] = []
    spans: list[tuple[int, int]] = []
    for one in before:
        if _UNTIL.match(one.name) is not None:
            continue
        told = _PART.match(one.name)
        if told is None or not alike(one.value, whole.value) or _DENIED.search(one.name):
            out, spans = [], []
            continue
        out.append((_TAIL.sub("", one.name[told.end() :]), one))
        spans.append(_months(told))
    begun = bool(spans) and spans[0][0] == 1 and spans[-1][1] == _MONTHS
    joined = all(a[1] + 1 == b[0] for a, b in pairwise(spans))
    return out if begun and joined and len(out) >= _FEWEST else []


def _months(told: re.Match[str]) -> tuple[int, int]:
    if told["half"]:
        return (1, 6) if told["half"] == "上" else (7, 12)
    if told["quarter"]:
        at = told["quarter"]
        number = _QUARTERS.index(at) if at in _QUARTERS else int(at) - 1
        return 3 * number + 1, 3 * number + 3
    if told["until"]:
        return 1, int(told["until"])
    return int(told["first"]), int(told["last"])
