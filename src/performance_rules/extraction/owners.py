"""Whose a change is that names nothing: the figure before it, or the one that it fits."""

from __future__ import annotations

from typing import Final

from performance_rules.extraction.clauses import Places
from performance_rules.extraction.context import Context
from performance_rules.extraction.grounds import OF_LINE
from performance_rules.extraction.patterns import WINDOW, Found
from performance_rules.extraction.places import Place
from performance_rules.extraction.reading import Reading
from performance_rules.extraction.records import Compared
from performance_rules.report.inferences import inferred
from performance_rules.report.model import Settled
from performance_rules.values.quantity import Amount, Count, Percent

WHOSE: Final = inferred("whose")
_RECENT: Final = 12
_PAIR: Final = 2
_ONE: Final = 10**8

Claimed = tuple[Amount | Count | None, Amount | Count | None, Percent | None]
"""The base, the change and the rate of a claim, as far as it says them."""


def meant(
    reading: Reading, found: Found, places: Places, column: str, claimed: Claimed
) -> tuple[Places, Settled]:
    """Return what a change without a subject of its own is about, and how that is known.

    It is the figure right before it. Behind a list, or in a sentence of its own, it may be the
    whole as well, or what the item is about: then it is the one that the numbers fit, and where
    they fit none, it is not certain.
    """
    context = reading.context
    level = context.now.levels[-1] if context.now.levels else None
    if level is not None and level.inference == OF_LINE and level.place == places[0]:
        return places, "inferred"
    before = reading.letters[max(0, found.start - WINDOW) : found.start]
    last = max(before.rfind(letter) for letter in (b"N", b"Q", b"q", b"P"))
    near = last >= 0 and context.now.own and not before[last + 1 :].strip(b",()wYaSE")
    at = context.now.at
    right_before = reading.letters[at : found.start].rstrip(b"w") == b"T"
    if context.now.own and right_before:
        return places, "said"  # 收、支总计比上年增加N: it says what it is about
    strong = context.strong
    beside = {level.place for level in context.stating} - set(places)
    in_list = strong is not None and len(strong.parts) > 1 and bool(beside)
    # A N，其中B N，比上年增加D: of A, or of B.
    inline = strong is not None and strong.segment == context.segment
    ended = strong is not None and in_list and strong.ended
    doubtful = (inline or ended) and before.rstrip(b"w").endswith(b",")
    if near and not doubtful:
        return places, "said"
    wholes = [strong.whole] if strong is not None else []
    others = [(p,) for p in (*wholes, *context.before.own, *context.frames[-1].subjects)]
    known = context.stated.get(places[0])
    if known is None:
        return places, "inherited"
    for candidate in (places, *others):
        if _fits(context, candidate[0], column, claimed):
            level = context.stated[candidate[0]]
            return candidate, "inferred" if level.inference == OF_LINE else "said"
    return places, "said" if context.now.own and not (in_list or doubtful) else "inferred"


def turn(context: Context, place: Place, column: str, claimed: Claimed) -> str | None:
    """Return which way a change went that was only called one; None where nothing says it.

    变动-9万元 says it by the sign, 变动9万元，变动率P by what the numbers fit. Where they fit
    neither way, they are wrong either way, and it is called a rise.

    Args:
        context: what was said before.
        place: the line that changed.
        column: its column.
        claimed: the level it is compared with, the change and the rate, as far as they are told.
    """
    base, change, rate = claimed
    if any(one is not None and one.n < 0 for one in (change, rate)):
        return "down"
    if len([one for one in claimed if one is not None]) < _PAIR or place not in context.stated:
        return None
    level = context.stated[place].value
    if base is not None and level is not None:
        return "down" if level.n < base.n else "up"
    return "down" if _ways(context, place, column, claimed) == [-1] else "up"


def _fits(context: Context, place: Place, column: str, claimed: Claimed) -> bool:
    """Whether a line's figure, a base, a change and a rate make an equation."""
    return bool(_ways(context, place, column, claimed))


def _ways(context: Context, place: Place, column: str, claimed: Claimed) -> list[int]:
    """Return the signs of the change with which they make one."""
    level = context.stated.get(place)
    base, change, rate = claimed
    if level is None or level.value is None or level.column != column:
        return []
    if base is not None and change is not None:
        off = abs(abs(level.value.n - base.n) - abs(change.n))
        return [1] if off <= max(base.step, change.step) else []
    if rate is None or (base is None and change is None):
        return []
    found = []
    up = -1 if rate.n < 0 else 1
    for sign in (up, -up):
        at = base.n if base is not None else level.value.n - sign * abs(change.n if change else 0)
        if at > 0:
            off = abs(level.value.n - at) * 100 * _ONE - abs(rate.n) * at
            if abs(off) <= max(rate.step, 1) * at:
                found.append(sign)
    return found


def is_another(reading: Reading, claim: Compared) -> bool:
    """Whether a sentence already said another change of the same figures: this is of another."""
    return any(
        (said.place, said.column, said.against) == (claim.place, claim.column, claim.against)
        and None not in (said.change, claim.change)
        and said.change != claim.change
        for said in reading.context.sentence[-_RECENT:]
    )
