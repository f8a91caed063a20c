"""Whose a change is that names nothing: the figure before it, or the one that it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared, Level
from performance_rules.extraction.figures.fitting import fits as is_rate
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.grounds import OF_LINE
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.report.inferences import inferred
from performance_rules.report.model import Settled
from performance_rules.values.quantity import Amount, Count, Percent

WHOSE: Final = inferred("whose")
_JOINED: Final = re.compile(rb"[NQq][^,.;()]*/[^,.;()]*[NQq][wS]*,[wYaSE]*\Z")
_HEADED: Final = re.compile(rb";[^,.;()NQqP]*N,\Z")
"""A；B，占P: what a semicolon begins has a share of its own."""
_ALONE: Final = re.compile(rb"\.[^.;:()NQqPZ]*[NQq]w*;[wYaSECDP,]*\Z")
"""。A；比上年增加N: the sentence tells no other figure."""
_RECENT: Final = 12
_TWO: Final = 2
_ONE: Final = 10**8


@fixed
class Claimed:
    """What a claim says of a figure, as far as it says it.

    Attributes:
        column: the column of the figure.
        base: what it is compared with.
        change: by how much it differs.
        rate: by how much of the base.
        completed: how much of the base it is.
    """

    column: str
    base: Amount | Count | None = None
    change: Amount | Count | None = None
    rate: Percent | None = None
    completed: Percent | None = None

    @property
    def says_enough(self) -> bool:
        """Whether a figure can be told to fit it or not."""
        said = (self.base, self.change, self.rate, self.completed)
        return sum(one is not None for one in said) >= _TWO


def meant(
    reading: Reading, found: Found, places: Places, claimed: Claimed
) -> tuple[Places, Settled]:
    """Return what a claim without a subject of its own is about, and how that is known.

    It is the figure right before it. Behind a list, or in a sentence of its own, it may be the
    whole as well, or what the item is about: then it is the one that the numbers fit, and where
    they fit none, it is not certain, unless the list is all of its whole.
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
    whole, told = _told(context, places[0])
    in_list = len({level.place for level in told}) > 1
    # A N，其中B N，比上年增加D: of A, or of B.
    inline = strong is not None and strong.segment == context.segment
    ended = strong is not None and strong.ended
    listed = in_list and (ended or not _is_each_compared(context, told))
    doubtful = (inline or listed) and before.rstrip(b"w").endswith(b",")
    doubtful = doubtful or _JOINED.search(before) is not None  # A N、B N，比上年: of both, or of B
    if (near and not doubtful) or _is_only_one(context, places[0], before):
        return places, "said"
    wholes = [whole] if whole is not None else []
    if whole is not None and whole in context.stated and _is_of_sum(reading, found.start):
        return (whole,), "said"
    others = [(p,) for p in (*wholes, *context.before.own, *context.frames[-1].subjects)]
    known = context.stated.get(places[0])
    if known is None:
        return places, "inherited"
    for candidate in (places, *others):
        if _fits(context, candidate[0], claimed):
            level = context.stated[candidate[0]]
            return candidate, "inferred" if level.inference == OF_LINE else "said"
    if whole is not None and in_list and _is_wrong_anyhow(context, whole, told, claimed):
        return (whole,), "said"
    return places, "said" if context.now.own and not (in_list or doubtful) else "inferred"


def _is_only_one(context: Context, place: Place, before: bytes) -> bool:
    """Whether a change behind a semicolon follows the one figure that its sentence tells."""
    last = context.stating[-1:]
    return bool(last) and last[0].place == place and _ALONE.search(b"." + before) is not None


def said_of_last(reading: Reading, at: int) -> bool:
    """Whether a share behind a list can only be that of its last part: the others have theirs.

    A、B、C，占P may be of C, or of the three together.
    """
    context, strong = reading.context, reading.context.strong
    near = reading.letters[max(0, at - WINDOW) : at].rstrip(b"w")
    own = context.now.own
    if strong is None or not own or (strong.shared and strong.whole not in own):
        return True
    _, told = _told(context, own[0])
    if len({level.place for level in told}) < _TWO or not near.endswith(b","):
        return True
    return _HEADED.search(near) is not None


def _told(context: Context, last: Place) -> tuple[Place | None, list[Level]]:
    """Return a whole, and the figures told behind it in its list, or below it without one."""
    strong, stating = context.strong, context.stating
    if strong is None:
        above = [
            i for i, said in enumerate(stating) if last != said.place and last.within(said.place)
        ]
        return (stating[above[-1]].place, stating[above[-1] + 1 :]) if above else (None, [])
    begin = next((i + 1 for i, said in enumerate(stating) if said is strong.level), None)
    if begin is not None or strong.resumed:  # 。其中: the whole was told in the sentence before
        return strong.whole, stating[begin:]
    return strong.whole, [said for said in stating if said.place in strong.parts]


def _is_wrong_anyhow(
    context: Context, whole: Place, told: Sequence[Level], claimed: Claimed
) -> bool:
    """Whether a list makes up its whole, and a change is that of no figure told in it.

    Whether it is of the whole or of the last part, it does not come out.
    """
    level = context.stated.get(whole)
    if level is None or level.value is None or not claimed.says_enough:
        return False
    same = [one.value for one in told if one.column == level.column and one.value is not None]
    if sum(one.n for one in same) != level.value.n:
        return False
    return not any(_fits(context, one.place, claimed) for one in told)


def _is_each_compared(context: Context, told: Sequence[Level]) -> bool:
    """Whether parts of the list before the last one have changes of their own: A N，增长P，B M."""
    parts = {level.place for level in told}.difference(context.now.own)
    return any(claim.place in parts for claim in context.sentence)


def _is_of_sum(reading: Reading, at: int) -> bool:
    """Whether a comparison says by itself that it is of all that was listed: A、B，合计比上年."""
    token = reading.tokens[at - 1] if at else None
    if token is None or not reading.starts_clause(at - 1):
        return False
    return reading.named(token) in reading.wording.outline.wholes


def turn(context: Context, place: Place, claimed: Claimed) -> str | None:
    """Return which way a change went that was only called one; None where nothing says it.

    变动-9万元 says it by the sign, 变动9万元，变动率P by what the numbers fit. Where they fit
    neither way, they are wrong either way, and it is called a rise.

    Args:
        context: what was said before.
        place: the line that changed.
        claimed: what is told of the change.
    """
    base, change, rate = claimed.base, claimed.change, claimed.rate
    if any(one is not None and one.n < 0 for one in (change, rate)):
        return "down"
    if not claimed.says_enough or place not in context.stated:
        return None
    level = context.stated[place].value
    if base is not None and level is not None:
        return "down" if level.n < base.n else "up"
    return "down" if _ways(context, place, claimed) == [-1] else "up"


def _fits(context: Context, place: Place, claimed: Claimed) -> bool:
    """Whether a line's figure, a base, a change and a rate make an equation."""
    return bool(_ways(context, place, claimed))


def _ways(context: Context, place: Place, claimed: Claimed) -> list[int]:
    """Return the signs of the change with which they make one."""
    level = context.stated.get(place)
    base, change, rate = claimed.base, claimed.change, claimed.rate
    if level is None or level.value is None or level.column != claimed.column:
        return []
    if claimed.completed is not None:
        return [1] if base is not None and is_rate(level.value, base, claimed.completed) else []
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
