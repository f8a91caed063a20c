"""Misprints: whether figures that do not agree can be what somebody meant to agree.

Who writes a figure wrong exchanges or loses a digit, mistakes a unit, copies a sum that was right
before: it stays about as large as it should be, or its digits do.  Figures of a text that differ by
more, and of which no slip makes what they should be, were most likely said of different things and
taken for the same by the reader.  No paragraph says a figure twice but to repeat it: of two
sentences of one that seem to do so and differ by more than a slip, one speaks of something else,
unless both name an item of a classification.  Cells of a table are what their row and column say,
and a change may go either way: nothing of the kind is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from performance_rules.checking.miswritten import (
    MOVED,
    OF_DIGITS,
    SHORTEST,
    Slip,
    is_moved,
    is_signed,
    last_digit,
    slips_of,
)
from performance_rules.language.ground import (
    Condition,
    Every,
    Holding,
    LinearCondition,
    RateCondition,
    Some,
    Values,
    judge,
    leaves_of,
    value_of,
)
from performance_rules.report.nodes import CLASSIFICATIONS, Leaf
from performance_rules.report.tree import Tree
from performance_rules.values.precision import HUNDRED, STRAINED, worst

_NEAR: Final = Fraction(1, 2)
"""A figure that is off by no more of the larger value can have been kept from another version."""

_OF_PARTS: Final[tuple[Slip, ...]] = ("unit", "exchanged")
"""Slips looked for in the two sides of a share: of the others one in three fits by chance."""


def is_far(condition: Condition, tree: Tree) -> bool:
    """Whether what does not hold is no misprint: no figure is nearly right, and no slip mends it.

    Args:
        condition: what the figures should be to each other.
        tree: the report, of whose figures at least one fails it.
    """
    match condition:
        case Every():
            failing = [item for item in condition.items if not _holds(item, tree.values)]
            return bool(failing) and all(is_far(item, tree) for item in failing)
        case Some():
            return bool(condition.items) and all(is_far(item, tree) for item in condition.items)
        case Holding():
            return is_far(condition.item, tree)
        case LinearCondition() if condition.op == "<=":
            return _is_divided(condition, tree) and _is_beyond(condition, tree)
        case LinearCondition() | RateCondition() if _is_told(condition, tree):
            if isinstance(condition, LinearCondition) and _is_restated(condition, tree):
                return not _is_copied(condition, tree)
            near = any(abs(off) <= _NEAR * size for off, size in _offs(condition, tree.values))
            return not (near or _is_slip(condition, tree) or _is_rate_moved(condition, tree))
    return False


def _holds(condition: Condition, values: Values) -> bool:
    return worst(judge(condition, values)) >= STRAINED


def _is_told(condition: LinearCondition | RateCondition, tree: Tree) -> bool:
    """Whether a text says all figures of an equation, each of how much there is."""
    leaves = [tree.leaves[number] for number in leaves_of(condition)]
    return condition.op == "==" and all(_in_prose(one) and one.n for one in leaves)


_TWICE: Final = 2


def _is_restated(condition: LinearCondition, tree: Tree) -> bool:
    """Whether a paragraph says one figure twice."""
    leaves = [tree.leaves[number] for number, _ in condition.terms]
    if len(leaves) != _TWICE or len({one.path for one in leaves}) != 1:
        return False
    if any(f".{dimension}[" in leaves[0].path for dimension in CLASSIFICATIONS):
        return False  # an item of a classification is called by a name of its own
    places = {(one.source.paragraph, one.source.page) for one in leaves if one.source is not None}
    starts = {one.source.start for one in leaves if one.source is not None}
    return len(places) == 1 < len(starts) and places != {(None, None)}


def _is_copied(condition: LinearCondition, tree: Tree) -> bool:
    """Whether a slip makes one figure of the other; of few digits two have to be exchanged."""
    digits = [str(abs(tree.leaves[number].n)).strip("0") for number, _ in condition.terms]
    if all(len(one) < SHORTEST for one in digits):
        return digits[0] == digits[1][::-1]
    return _is_slip(condition, tree)


def _is_divided(condition: LinearCondition, tree: Tree) -> bool:
    """Whether a text says what is held to be parts of one figure of the same kind."""
    leaves = [tree.leaves[number] for number in leaves_of(condition)]
    columns = {leaf.path.rpartition(".")[2] for leaf in leaves}
    plain = all(k == 1 for form in (condition.left, condition.right) for _, k in form.terms)
    told = plain and len(columns) == len(condition.right.terms) == 1
    return told and all(_in_prose(one) and one.n for one in leaves)


def _is_beyond(condition: LinearCondition, tree: Tree) -> bool:
    """Whether parts exceed a whole by more than a misprint, even if its point or unit is wrong."""
    parts, values = value_of(condition.left, tree.values), tree.values
    ((number, _),) = condition.right.terms
    whole = values[number]
    if parts <= whole * _BEYOND or any(values[n] == whole for n, _ in condition.left.terms):
        return False  # a part that is told as all of it is one figure written twice
    leaf = tree.leaves[number]
    room = _ROOM if leaf.kind == "amount" else {}
    meant = ((n, slip) for slip in room for n, _ in slips_of(leaf, slip))
    if any(parts <= n <= parts * room[slip] for n, slip in meant):
        return False
    every = [(number, 0), *condition.left.terms]
    leaves = {m: tree.leaves[m] for m, _ in every}
    if all(abs(one.n) // last_digit(one) < _FEW for one in leaves.values()):
        return False  # of two digits any is soon made of any other
    found = ((n - values[m], k) for m, k in every for n, _ in slips_of(leaves[m], "exchanged"))
    return not any(parts + k * by <= whole + (1 - k) * by for by, k in found)


_FEW: Final = 10 ** (SHORTEST - 1)

_BEYOND: Final = Fraction(5, 4)
"""What is told to be parts of a smaller figure was told of another one from here on."""

_ROOM: Final[Mapping[Slip, int]] = {"point": 4, "unit": 200}
"""How many times as large as its parts a whole may be whose point or unit was wrong."""


def _in_prose(leaf: Leaf) -> bool:
    source = leaf.source
    in_text = source is not None and source.table is None and source.cell is None
    return in_text and not is_signed(leaf)


def _offs(
    condition: LinearCondition | RateCondition, values: Values
) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield by how much each figure is off if the others are right, and the larger of its values.

    Of an equation of products it is the first order of it, which is enough to tell near from far.
    """
    if isinstance(condition, LinearCondition):
        over = value_of(condition.left, values) - value_of(condition.right, values)
        slopes = dict(condition.terms)
    else:
        rate, claim = condition.rate, condition.claim
        top, whole = value_of(rate.numerator, values), value_of(rate.denominator, values)
        said = value_of(claim, values)
        times = rate.whole if condition.weight is None else value_of(condition.weight, values)
        over = times * top - said * whole
        slopes = {number: times * k for number, k in rate.numerator.terms}
        for form, factor in ((rate.denominator, said), (claim, whole)):
            for number, k in form.terms:
                slopes[number] = slopes.get(number, 0) - k * factor
        if rate.kind == "percent" and whole and 2 * said < HUNDRED < 2 * times * top // whole:
            left = HUNDRED - Fraction(times * top, whole)  # 结余率: of what is left
            yield left - said, max(Fraction(said), left)
    for number, slope in slopes.items():
        if slope:
            off = Fraction(-over, slope)
            yield off, max(Fraction(abs(values[number])), abs(values[number] + off))


def _is_slip(condition: LinearCondition | RateCondition, tree: Tree) -> bool:
    """Whether one slip in one figure would make an equation hold, or a share that of the rest."""
    values = list(tree.values)
    for number in sorted(leaves_of(condition)):
        printed = values[number]
        for meant in _meant(condition, number, tree.leaves[number]):
            values[number] = meant
            if _holds(condition, values):
                return True
        values[number] = printed
    return False


def _meant(condition: LinearCondition | RateCondition, number: int, leaf: Leaf) -> Iterator[int]:
    """Yield what a figure of an equation may have been meant as."""
    if isinstance(condition, RateCondition) and condition.rate.kind == "percent":
        if number in {n for n, _ in condition.claim.terms}:
            yield HUNDRED - leaf.n  # the rate of the rest
            yield from (leaf.n * ten for ten in MOVED)
            yield from (leaf.n // ten for ten in MOVED if not leaf.n % ten)
        else:
            yield from (n for slip in _OF_PARTS for n, _ in slips_of(leaf, slip))
            return
    yield from (n for slip in OF_DIGITS for n, _ in slips_of(leaf, slip))


def _is_rate_moved(condition: LinearCondition | RateCondition, tree: Tree) -> bool:
    """Whether a share has the digits of what it should be: 3.17% for 31.68%, which is 31.7%."""
    if not isinstance(condition, RateCondition) or condition.rate.kind != "percent":
        return False
    whole = value_of(condition.rate.denominator, tree.values)
    claims = {n for n, _ in condition.claim.terms}
    if len(claims) != 1 or whole <= 0 or condition.weight is not None:
        return False
    top = value_of(condition.rate.numerator, tree.values) * condition.rate.whole
    return is_moved(tree.leaves[claims.pop()], Fraction(top, whole))
