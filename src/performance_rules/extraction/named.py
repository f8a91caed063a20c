"""Figures that have a name and stand alone: each is a line of its own.

    report, accounts = with_named(report, accounts, said)

What neither a known line nor a relation took has a name all the same: 次均费用402.74元, 办结率100%.
It is a matter under that name, at its place, and is compared with nothing.  What has no name stays
open, and so does a change, a share or a condition: it is said of something else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import evolve

from performance_rules.extraction.accounting import NOT_RECOGNISED, Accounts
from performance_rules.extraction.comparisons.rating import NO_PAIR
from performance_rules.extraction.drafts.draftlines import DraftLine
from performance_rules.extraction.figures.words import (
    RelationWords,
    any_of,
    relation_words,
)
from performance_rules.extraction.prose import UNKNOWN
from performance_rules.extraction.scope.reading import LOST, NO_NAME, NO_SUBJECT
from performance_rules.extraction.statements.said import Said
from performance_rules.report.model import Line, Report

NAMEABLE: Final = frozenset({NOT_RECOGNISED, UNKNOWN, LOST, NO_NAME, NO_SUBJECT, NO_PAIR})
"""Why a figure may be open that has a name of its own; for any other reason it stays so."""

_KEPT: Final = "kept"
"""The kind of a rate that is a name in itself: 控制率."""
_SHORTEST: Final = 2
_LONGEST: Final = 24
_BEHIND: Final = 12
_CHAIN: Final = 8
"""So many figures may share the name before the first of them: 3期、617人次."""
_HEAD: Final = re.compile(r"\A(?:其中|并|另外?|且|以?及|和|与|对|按照?|即|共|已|均|该|其|各|的)+")
_RATE: Final = re.compile(r"(?:率|度|比例|比重|占比|幅)\Z")
_MARKS: Final = re.compile(r"[^一-鿿a-zA-Z0-9]+")
_HAN: Final = re.compile("[一-鿿]")


def with_named(report: Report, accounts: Accounts, said: Sequence[Said]) -> tuple[Report, Accounts]:
    """Return a report with a matter for each open figure that has a name, and what is open then.

    Args:
        report: the report so far.
        accounts: what became of every number of its document.
        said: the figures of its prose, in order.
    """
    named: dict[tuple[int, int], tuple[str, Said]] = {}
    for one in accounts.open:
        if one.span is None or one.why not in NAMEABLE:
            continue
        at = bisect_right(said, one.span[0], key=_start) - 1
        if at >= 0 and one.span[1] <= said[at].span()[1]:
            name = _name(said, at)
            if name:
                named[one.span] = name, said[at]
    if not named:
        return report, accounts
    seen = Counter(line.name for line in report.matters)
    lines = []
    for name, figure in named.values():
        seen[name] += 1
        lines.append(_line(name, seen[name], figure, budget=report.kind == "budget"))
    left = tuple(one for one in accounts.open if one.span not in named)
    found = evolve(accounts, bound=accounts.bound + len(accounts.open) - len(left), open=left)
    return evolve(report, matters=(*report.matters, *lines)), found


def _start(one: Said) -> int:
    return one.span()[0]


def _line(name: str, number: int, said: Said, *, budget: bool) -> Line:
    """Return the line of one figure; those of one name are numbered as they come."""
    line = DraftLine(name)
    column = {"amount": "initial_budget" if budget else "final", "price": "price"}
    line.say(column.get(said.at.kind, "actual"), said.at.value, said.source())
    return line.frozen(section=f"第{number}处")


def _name(said: Sequence[Said], at: int) -> str:
    """Return what a figure is called, empty if it has no name of its own."""
    one, words = said[at].at, relation_words()
    if one.kind == "points" or _is_moved(one.left, words):
        return ""
    left = _trimmed(one.left, words)
    if one.kind == "percent":
        return left if _RATE.search(left) and words.rates.get(left, _KEPT) == _KEPT else ""
    if one.kind == "amount" and words.money.make(left):
        return ""  # 金额5.04万元: of what, is not said
    if left:
        return left
    if one.kind != "count" or one.opener == "(":
        return ""
    return _trimmed(one.right[:_BEHIND], words) or _shared(said, at)


def _shared(said: Sequence[Said], at: int) -> str:
    """Return the name of figures in a row, which stands before the first of them."""
    one = said[at]
    for back in range(1, _CHAIN):
        before = said[at - back] if at >= back else None
        if before is None or before.run is not one.run or before.at.part != one.at.part:
            return ""
        if said[at - back + 1].at.opener not in ("", "、") or before.at.right:
            return ""
        name = _trimmed(before.at.left, relation_words())
        if name:
            return f"{name}·{one.at.unit}" if before.at.kind == "count" else ""
    return ""


def _trimmed(text: str, words: RelationWords) -> str:
    """Return a name without the words around it that say nothing; empty if no more is left."""
    text = _HEAD.sub("", _MARKS.sub("", text))
    while size := words.fillers.ending(text):
        text = text[:-size]
    return text[-_LONGEST:] if len(_HAN.findall(text)) >= _SHORTEST else ""


def _is_moved(text: str, words: RelationWords) -> bool:
    """Whether words before a figure make it a change or a share: 较上年增加资金, 占固定资产."""
    changes = list(_changes().finditer(text))
    return bool(changes) and words.money.make(text[changes[-1].end() :].lstrip("了"))


@lru_cache(maxsize=1)
def _changes() -> re.Pattern[str]:
    """Return what finds a word for a change or a share."""
    words = relation_words()
    return any_of((*words.claims, *words.moved, *words.compared, *words.less, "占"))
