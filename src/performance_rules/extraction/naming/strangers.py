"""Names that no lexicon knows, among kinds that else would be all there are.

基本支出A，成本性支出B，项目支出C: the two natures told are not all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Ledger, Level, Listing
from performance_rules.extraction.tokens.wording import ClosedSet

_ENDS: Final = {"income": "收入", "expenditure": "支出"}


def divides_otherwise(ledger: Ledger, listed: Sequence[Listing], closed: ClosedSet) -> bool:
    """Whether parts of a closed set stand in one list with others that are parts of its whole.

    人员支出, 对个人和家庭的补助 and 公用支出 divide it otherwise; so do 基本支出, 项目支出 and
    a name that no lexicon knows.

    Args:
        ledger: what was read.
        listed: its lists that have parts of the set.
        closed: the set.
    """
    if any(_mixes(listing, closed) for listing in listed):
        return True
    if closed.whole.steps or closed.whole.side not in _ENDS:
        return False
    levels = [one for one in ledger.records if isinstance(one, Level) and one.value is not None]
    kinds = [one for one in levels if _is_required(one.place, closed)]
    return any(
        _is_listed_with(level, one) for level in _named(levels, closed.whole.side) for one in kinds
    )


def has_required(listing: Listing, closed: ClosedSet) -> bool:
    """Whether a list has parts that a closed set cannot do without."""
    return any(_is_required(part, closed) for part in listing.parts)


def _mixes(listing: Listing, closed: ClosedSet) -> bool:
    """Whether a list with parts of a closed set has others of the same whole."""
    others = [part for part in listing.parts if part.dimension in ("by_economic", "by_function")]
    if closed.whole.steps:
        return bool(others)
    return any(len(part.steps) == 1 and _is_unknown(part) for part in others)


def _named(levels: list[Level], side: str) -> Iterator[Level]:
    """Yield what prose says of things that are named like a side of the accounts."""
    for level in levels:
        place = level.place
        alone = place.matter and not place.steps and not place.body and level.sentence
        if alone and place.matter.endswith(_ENDS[side]):
            yield level


def _is_required(place: Place, closed: ClosedSet) -> bool:
    last = place.last
    return place.dimension == closed.dimension and last is not None and last.key in closed.required


def _is_unknown(place: Place) -> bool:
    last = place.last
    return last is not None and not (last.code or last.key or last.implied)


def _is_listed_with(level: Level, other: Level) -> bool:
    """Whether two figures stand in one sentence, or in items of one list."""
    if level.column != other.column:
        return False
    if level.sentence == other.sentence:
        return True
    (above, _, own), (beside, _, its) = (
        (one.source.section or "").rpartition("/") for one in (level, other)
    )
    return bool(above) and above == beside and own != its
