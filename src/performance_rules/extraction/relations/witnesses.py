"""What the other figures near it tell of a claim that its own figures do not bear out.

A sum that a third figure makes up, a share that is printed beside as it should be, a list whose
share of its whole is told: then what was taken for a mistake was taken for the wrong thing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import Final

import attrs

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Ledger, Level, Listing, Shared
from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.figures.roles import agrees, alike
from performance_rules.extraction.figures.slips import size
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.statements.said import Said
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Percent, Quantity

_ENOUGH: Final = 3
"""A number of fewer digits is made by chance."""
_FEWEST: Final = 2
_ALL: Final = 100
_FEW: Final = 6
_TOGETHER: Final = re.compile("(?:合计|总计|共计?|[两二三四]者|[两二三四]项)占")
_NAMED: Final = re.compile(r"占(?!上年|去年|上期)[^,，。;；占\d]{4,24}\Z")
_MOST: Final = 60
_NEAR: Final = 40
"""So many figures before and behind a place are looked at."""
_Figured = defaultdict[Place, defaultdict[str, list[Level]]]
"""The levels of each line by their columns, in their order."""


@fixed(eq=False)
class Witnesses:
    """The figures of a document's prose in their order, each with its paragraph."""

    _starts: Sequence[int]
    _figures: Sequence[tuple[int, Quantity]]
    _long: Sequence[Quantity]

    @classmethod
    def of(cls, said: Sequence[Said]) -> Witnesses:
        """Return them, from the figures in their order."""
        figures = [(one.at.home, one.at.value) for one in said]
        long = {v.printed: v for _, v in figures if not isinstance(v, Percent)}
        ordered = sorted((v for v in long.values() if size(v) > _ENOUGH), key=attrgetter("n"))
        return cls([one.span()[0] for one in said], figures, ordered)

    def whole_of(self, part: Quantity, share: Quantity) -> bool:
        """Whether any figure of the document is the whole that a part has a share of."""
        if size(share) < _ENOUGH or share.n <= 0:
            return False
        about = part.n * HUNDRED // share.n
        low = bisect_left(self._long, about * 99 // 100, key=attrgetter("n"))
        high = bisect_left(self._long, about * 101 // 100 + 1, key=attrgetter("n"))
        return any(fits(part, v, share) for v in self._long[low:high][:_MOST])

    def near(self, start: int | None) -> list[Quantity]:
        """Return the figures beside the next one behind a place, of the same paragraph."""
        at = bisect_left(self._starts, start) if start is not None else len(self._starts)
        if at == len(self._starts):
            return []
        home = self._figures[at][0]
        near = self._figures[max(0, at - _NEAR) : at + _NEAR]
        return [value for its, value in near if its == home]

    def leave(self, one: Related) -> bool:
        """Whether what is left and what was spent make another figure than what is said to be."""
        cells = {r.column: r.value for r in one.records if isinstance(r, Level)}
        left, spent, came = (cells.get(column) for column in ("left", "final", "received"))
        if left is None or spent is None or came is None or size(left) <= _ENOUGH:
            return False
        made, slack = left.n + spent.n, left.half + spent.half
        if agrees(came, made, slack):
            return False
        near = (v for v in self.near(one.at[0]) if type(v) is type(left))
        return any(size(v) > _ENOUGH and v.n == made for v in near)

    def make_up(self, one: Related) -> bool:
        """Whether another figure is the sum of the parts of a whole, or what they differ by.

        Or the whole that of as many figures beside each other that are none of its parts.
        """
        parts = [r for r in one.records if isinstance(r, Level) and r.place.dimension == "members"]
        values = [r.value for r in parts if r.value is not None]
        whole = one.claim
        if len(values) < _FEWEST or isinstance(whole, Percent):
            return False
        made, slack = sum(v.n for v in values), sum(v.half for v in values)
        if agrees(whole, made, slack):
            return False
        known = {v.n for v in values} | {whole.n}
        like = [v for v in self.near(one.at[0]) if type(v) is type(whole)]
        if size(whole) > _ENOUGH and _has_run(like, len(values), whole, known):
            return True  # 分季下达A、B、C，实际列支D、E、F，上半年累计D＋E
        others = [v for v in like if v.n not in known]
        return any(
            size(v) >= _ENOUGH and (agrees(v, made, slack) or agrees(v, abs(made - whole.n), slack))
            for v in others
        )


def reconcile(ledger: Ledger, witnesses: Witnesses) -> None:
    """Put right what was read of lists and shares where other figures of the paragraph show it.

    Args:
        ledger: what the prose says; changed.
        witnesses: its figures.
    """
    figured: _Figured = defaultdict(lambda: defaultdict(list))
    for record in ledger.records:
        if isinstance(record, Level) and record.value is not None:
            figured[record.place][record.column].append(record)
    moved: dict[tuple[Place, str], str] = {}
    for listing in ledger.listings:
        _column_of(listing, figured, witnesses, moved)
    for record in ledger.records if moved else ():
        if isinstance(record, Level | Shared):
            record.column = moved.get((record.place, record.column), record.column)
    ledger.records[:] = [
        record
        for record in ledger.records
        if not (isinstance(record, Shared) and _is_of_another(record, figured, witnesses))
    ]


def _has_run(like: Sequence[Quantity], n: int, whole: Quantity, known: Collection[int]) -> bool:
    """Whether n figures beside each other, other than some that are known, make a whole."""
    runs = (like[i : i + n] for i in range(len(like) - n + 1))
    apart = (run for run in runs if not any(v.n in known for v in run))
    return any(sum(v.n for v in run) == whole.n for run in apart)


def _values(figured: _Figured, place: Place, column: str) -> list[Quantity]:
    """Return the first of the values that a line has in a column."""
    levels = figured[place][column][:_FEW] if place in figured else ()
    return [level.value for level in levels if level.value is not None]


def _is_of_another(share: Shared, figured: _Figured, witnesses: Witnesses) -> bool:
    """Whether the paragraph prints the share that a part has of its whole, and it is not this."""
    parts = _values(figured, share.place, share.column)
    above, wholes = share.place.parent, list[Quantity]()
    while above is not None:
        wholes += _values(figured, above, share.column)
        above = above.parent
    pairs = [(part, whole) for part in parts for whole in wholes[:_FEW]]
    if not pairs or any(fits(part, whole, share.value) for part, whole in pairs):
        return False
    if not any(alike(*pair) for pair in pairs):
        return True  # 提供档案N卷，其中查档M人次: no part of those
    near = witnesses.near(share.source.start)
    others = [v for v in near if isinstance(v, Percent) and size(v) >= _FEWEST]
    if any(fits(part, whole, v) for v in others for part, whole in pairs):
        return True
    if size(share.value) < _ENOUGH:
        return False
    unnamed = share.of is None and not _names_its_whole(share)
    if unnamed and any(witnesses.whole_of(part, share.value) for part in parts):
        return True  # 医疗收入中，耗材收入A，占P: of a whole that was not understood
    return _TOGETHER.search(share.source.quote or "") is not None and any(
        fits(both, whole, share.value) for part, whole in pairs for both in _joined(part, near)
    )


def _names_its_whole(share: Shared) -> bool:
    """Whether the clause of a share says what it is of, which was understood: 占采购支出总额的P."""
    behind = f"的{share.value.printed}"
    said = (share.source.quote or "").partition(behind)[0]
    return len(said) < len(share.source.quote or "") and _NAMED.search(said) is not None


def _joined(part: Quantity, near: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the sums of a part and the figures before it: 满意A、基本满意B，合计占P."""
    like = [v for v in near if alike(v, part)]
    at = next((i for i, v in enumerate(like) if v.n == part.n), 0)
    for begin in range(max(0, at - _FEW), at):
        for end in range(begin + _FEWEST, at + _FEWEST):
            both = like[begin:end]
            yield attrs.evolve(both[0], value=sum(v.value for v in both))


def _column_of(
    listing: Listing,
    figured: _Figured,
    witnesses: Witnesses,
    moved: dict[tuple[Place, str], str],
) -> None:
    """Give a list the column whose figure its parts make; one whose share is told is not whole.

    支出A，年初预算B，完成年初预算的P。其中:基本支出C、项目支出D: where C and D are A, of what was
    spent.
    """
    level = listing.level
    if level is None or level.value is None or len(listing.parts) < _FEWEST:
        return
    whole, column = level.value, level.column
    values = [v for place in listing.parts for v in _values(figured, place, column)]
    made, slack = sum(v.n for v in values), sum(v.half for v in values)
    if len(values) < len(listing.parts) or agrees(whole, made, slack):
        return
    near = witnesses.near(level.source.start)
    total = attrs.evolve(values[0], value=sum(v.value for v in values))
    rates = (v for v in near if isinstance(v, Percent) and v.value < _ALL)
    if any(size(v) >= _ENOUGH and fits(total, whole, v) for v in rates):
        listing.partial = True
        return
    others = figured[level.place].items() if level.place in figured else ()
    for own in (own for name, levels in others if name != column for own in levels[:_FEW]):
        if own.value is not None and own.value in near and agrees(own.value, made, slack):
            moved |= dict.fromkeys(((place, column) for place in listing.parts), own.column)
            listing.level = own
            return
