"""Levels of several years in a row with the word behind them: 近三年分别为A、B、C，逐年上升.

Where a word says that each year went the same way, each level is on that side of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering, comparable
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.text.years import YEAR

SERIES: Final = "逐连"
"""One of these stands in each of the words for a series."""
HAS_SERIES: Final = re.compile("逐年|连年|逐月|逐季")
_SERIES: Final = re.compile(
    r"\)?[,，](?:总体|整体|均|也|并|且)*(?:呈现?|保持)?(?:出|了)?(?:逐年|连年|逐月|逐季)(?:稳步|持续|明显|大幅|稳定)*"
    r"(?P<word>[^\d,，。;、()的]{2,3}?)(?:了|的?(?:趋势|态势))*(?=[,，。;]|\Z)"
)
_IN_TURN: Final = re.compile(
    r"近[两二三四五六]年|最近几年|(?:19|20)\d\d年?(?:[-—~至到](?:19|20)\d\d)年"
    r"|(?:19|20)\d\d年?[、,，](?:(?:19|20)\d\d年?[、,，和及])*(?:和|及)?(?:19|20)\d\d年"
)
_BEFORE: Final = 60
_FEWEST: Final = 3


def series(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield each level of several years with the one before it and the word for all of them.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    for said in _SERIES.finditer(text) if HAS_SERIES.search(text) is not None else ():
        order = words.directions.get(said["word"])
        run = _run(found, said.start(), words)
        if order is None or len(run) < _FEWEST or not _in_turn(text, run):
            continue
        way: Order = "up" if order == "up" else "down"
        for earlier, later in pairwise(run):
            yield Ordering(later, earlier, way, said[0].lstrip("),，"), "prior")


def _run(found: Sequence[Mention], at: int, words: RelationWords) -> list[Mention]:
    """Return the levels of one kind that end at a place, joined by nothing but marks or years."""
    run: list[Mention] = []
    for one in reversed(found):
        if one.close > at:
            continue
        if one.right.strip("和及与") or (not run and one.close != at):
            break
        if run and (one.kind != run[0].kind or not comparable(one, run[0], words)):
            break
        run.insert(0, one)
        if YEAR.sub("", one.left).strip("年度为和及与是") or one.opener not in (*"、，,", ""):
            break
    return run


def _in_turn(text: str, run: Sequence[Mention]) -> bool:
    """Whether levels are told from the first year to the last."""
    named = [YEAR.search(one.left) for one in run]
    years = [int(one[0]) for one in named if one is not None]
    if len(years) == len(run):
        return all(later == earlier + 1 for earlier, later in pairwise(years))
    first = run[0]
    begin = max(0, first.begin - _BEFORE)
    near = text[max(begin, text.rfind("。", begin, first.start) + 1) : first.start]
    led = _IN_TURN.search(near)
    if led is None or not near.endswith(
        ("分别为", "依次为", "分别是", "分别达", "分别达到", "分别完成", "为")
    ):
        return False
    told = [int(year) for year in YEAR.findall(led[0])]
    return told == sorted(told)
