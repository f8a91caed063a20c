"""Parts of a change: 比上年减少N，其中A、B may list what was cut, or what is left.

Both are written without another word, and only the numbers tell them apart. Parts that make up the
whole are the whole's; otherwise parts none of which is more than the change are parts of it.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared, Ledger, Level, Listing
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.subjects import SIDE_NAMES
from performance_rules.values.quantity import Amount

_CHANGE: Final = "的增减"


def change_before(context: Context) -> Compared | None:
    """Return the claim of a change that was made last in a clause group, behind its last level."""
    claim = context.claims[-1] if context.claims else None
    if claim is None or not isinstance(claim.change, Amount) or not claim.change.n:
        return None
    said = context.now.levels[-1].source.start if context.now.levels else None
    # 比上年减少N，支出M，其中: of M
    return claim if said is None or said <= (claim.source.start or 0) else None


def settle_changes(ledger: Ledger) -> None:
    """Make what was listed of a change, and not of the figure that changed, parts of the change."""
    for listing in ledger.listings:
        claim, said = listing.change, listing.said
        change = claim.change if claim is not None else None
        if claim is None or not isinstance(change, Amount):
            continue
        if not _is_of_change(listing, change, ledger):
            continue
        whole = _changed(listing)
        for level in said:
            if level.value is not None:
                ledger.said.get((level.place, level.column), set()).discard(level.value.n)
            level.place = _moved(level.place, listing.whole, whole)
        listing.parts = {_moved(p, listing.whole, whole): i for p, i in listing.parts.items()}
        listing.whole = whole
        amount = evolve(change, value=abs(change.value))
        listing.level = Level(whole, said[0].column, amount, claim.source, whole.matter)
        ledger.add(listing.level)


def _is_of_change(listing: Listing, change: Amount, ledger: Ledger) -> bool:
    """Whether the parts of a list are those of a change and not those of what changed."""
    direct = [one for one in listing.said if one.place.parent == listing.whole]
    values = [one.value for one in direct if isinstance(one.value, Amount)]
    if not values or len(values) < len(direct):
        return False
    total, half = sum(v.n for v in values), sum(v.half for v in values)
    wholes = ledger.said.get((listing.whole, direct[0].column), ())
    if any(abs(total - n) <= half + change.half for n in wholes):
        return False
    told = [one.value for one in listing.said if isinstance(one.value, Amount)]
    return all(abs(v.n) <= abs(change.n) + v.half for v in told)


def _changed(listing: Listing) -> Place:
    """Return the line of a change: under the name of what changed, apart from all others."""
    last = listing.whole.last
    name = last.name if last is not None else SIDE_NAMES.get(listing.whole.side, "")
    return Place(matter=f"{listing.name or name}{_CHANGE}", apart=listing.entered)


def _moved(place: Place, old: Place, new: Place) -> Place:
    """Return a place below another whole."""
    return new.at(place.steps[len(old.steps) :]) if place.within(old) else place
