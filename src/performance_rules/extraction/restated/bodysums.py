"""A figure of all bodies together that is said to be as much as one of them has.

本部门（含所属单位）支出A, and 三家单位合计支出B：局机关A、甲所C、乙站D: the list makes B, so
that A is what the head office has alone, and what is said of all bodies is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.slips import size
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.making import Maker
from performance_rules.extraction.relations.parts.wholes import Whole
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.statements.said import Said, exact, kind
from performance_rules.text.years import NAMED_YEAR

_ALL: Final = re.compile(
    r"(?:\((?:含|包括|包含)[^()\d]{0,6}(?:所属|下属|直属)[^()\d]{0,10}\)|全(?:部门|系统)|机关(?:和|及|与)(?:所属|下属|直属)[^\d,，;:。()]{0,4}单位)"
    r"(?P<name>[^\d,，;:。()]{2,20})\Z"
)
"""How a clause is of all bodies, and what it tells of them."""
_HEAD: Final = re.compile("机关|本级|本部")
"""Names of the body that stands above the others."""
_BODIES: Final = re.compile(r"[两二三四五六七八九十\d]{1,3}(?:家|个)(?:预算)?单位")
_FILLED: Final = re.compile(
    "实有|现有|共有|共计|合计|总计|汇总|决算|[共为是数]|(?:年末|年底|全年|本年度?)(?=.)"
)
_EARLIER: Final = re.compile("上年|去年|年初|期初")
_FEWEST: Final = 2
_MOST: Final = 24
_TAIL: Final = 2


@fixed(eq=False)
class _Sum:
    """What bodies have together, and what each has."""

    total: Said
    parts: Sequence[Said]


def body_sums(said: Sequence[Said], *, budget: bool) -> list[Related]:
    """Return the figures of all bodies that are those of one, each with what the bodies have.

    Args:
        said: the figures of a document.
        budget: whether the document is a budget.
    """
    told = [(one, found["name"]) for one in said if (found := _ALL.search(one.lead[-60:]))]
    sums = [*_sums(said)] if told else []
    made: list[Related] = []
    for one, name in told:
        clashes = [s for s in sums if one.at.home != s.total.at.home and _is_part(one, name, s)]
        if len(clashes) == 1:
            parts = clashes[0].parts
            runs = {x.at.home: x.run for x in (one, *parts)}
            whole = Whole(tuple((x.at.left, x.at) for x in parts), one.at, complete=False)
            made.append(Maker(runs, one.section, budget).whole(whole))
    return made


def _sums(said: Sequence[Said]) -> Iterator[_Sum]:
    """Yield the figures of several bodies before a colon that those behind it make exactly."""
    for at, one in enumerate(said):
        if one.at.kind not in ("amount", "count") or not one.rest[one.at.over :].startswith(":"):
            continue
        if _BODIES.search(one.lead) is None and _ALL.search(one.lead[-60:]) is None:
            continue
        of = kind(one.at.value)
        behind = [x for x in said[at + 1 : at + _MOST] if x.at.home == one.at.home]
        behind = [x for x in behind if x.at.sentence == one.at.sentence and kind(x.at.value) == of]
        behind = [x for x in behind if x.at.depth == one.at.depth]
        firsts = [x for i, x in enumerate(behind) if not i or x.at.part != behind[i - 1].at.part]
        for parts in (firsts, behind):
            made = sum(x.at.value.n for x in parts)
            if made == one.at.value.n and sum(x.at.value.n > 0 for x in parts) >= _FEWEST:
                yield _Sum(one, parts)
                break


def _is_part(one: Said, name: str, told: _Sum) -> bool:
    """Whether a figure of all bodies is that of the head office in a sum of the same thing."""
    total = told.total
    if kind(one.at.value) != kind(total.at.value) or not (exact(one.at.value) and one.at.value.n):
        return False
    heads = [x for x in told.parts if _HEAD.search(x.at.left) is not None]
    if [x.at.value.n for x in heads] != [one.at.value.n] or one.at.value.n == total.at.value.n:
        return False
    if any(_EARLIER.search(x.lead[-30:]) for x in (one, total)):
        return False
    years = [set(NAMED_YEAR.findall(x.lead)) for x in (one, total)]
    if all(years) and years[0] != years[1]:
        return False
    own, other = _plain(name), _plain(total.at.left)
    if one.at.kind == "amount" and size(one.at.value) > _TAIL:
        return own[-_TAIL:] == other[-_TAIL:]
    return own == other


def _plain(name: str) -> str:
    """Return what a figure is of without the bodies, and without words that say nothing of it."""
    return _FILLED.sub("", _BODIES.sub("", name))
