"""Grounded meaning: what an expression becomes once it stands on the figures of one report.

A number becomes a linear form over leaves, a quotient a rate, a missing figure stays missing with
its reason, and a comparison becomes a condition over leaves.  A condition can be judged again for
other printed values of the same report shape without walking any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal

from attrs import define, frozen

from performance_rules.errors import Message
from performance_rules.values.precision import (
    FALSE,
    FITTING,
    HUNDRED,
    SETTLED,
    STRAINED,
    TRUE,
    UNKNOWN,
    Truth,
    at_most,
    conjunction,
    disjunction,
    equal,
    mirror,
    rate_at_most,
    rate_equal,
)
from performance_rules.values.quantity import SCALE

Values = Sequence[int]
"""The printed values of a report, one integer per leaf."""


@frozen
class Missing:
    """No value, and why; ``blank`` when the place is there but says nothing."""

    why: Message
    blank: bool = False


@frozen
class Linear:
    """A linear form: Σ coefficient · leaf + constant, in SCALE-ths of its kind's base unit."""

    terms: tuple[tuple[int, int], ...]
    constant: int
    kind: str


@frozen
class Rate:
    """A quotient of two linear forms, meant in percent, or as the amount that falls on one.

    Attributes:
        kind: what it compares with: ``percent``, or ``amount`` where an amount was divided among
            things that were counted.
        half: half the step to which the numerator was rounded, where that is a score.
        step: the step; 0 where it is no score.
    """

    numerator: Linear
    denominator: Linear
    half: int = 0
    step: int = 0
    kind: Literal["percent", "amount"] = "percent"

    @property
    def whole(self) -> int:
        """What the numerator is taken times, so that the quotient is in its unit."""
        return SCALE if self.kind == "amount" else HUNDRED


@frozen
class Extreme:
    """The smallest or largest of several numbers."""

    which: Literal["min", "max"]
    items: tuple[Number, ...]


@frozen
class Gap:
    """How far a rate lies above another one, in percent points.

    The other one is a printed percentage or the rate of a score: its whole is no rounded figure,
    so a comparison of the difference is one of the rate with the other one moved.

    Attributes:
        sign: −1 where it is the other one that lies above.
    """

    rate: Rate
    other: Rate | Linear
    sign: Literal[1, -1] = 1


@frozen
class Due:
    """The points that a scale of deduction leaves for a rate; see ``scales``.

    Attributes:
        weight: the points that could be reached.
        rate: what the scale is about.
        start: the percentage from which points are lost.
        side: on which side of it.
        steps: for how many percent points each time; several where the text can be read so.
        points: the points lost each time.
        part: whether a step counts when it is begun, when it is completed, pro rata, or unsaid.
        most: the points lost at most; None for all of them.
    """

    weight: Linear
    rate: Rate
    start: Linear
    side: Literal["below", "above"]
    steps: tuple[int, ...]
    points: int
    part: Literal["", "begun", "completed", "share"]
    most: int | None = None


Number = Linear | Rate | Extreme | Gap | Due
Maybe = Number | Missing


def constant(value: int, kind: str) -> Linear:
    """Return a number that no leaf takes part in."""
    return Linear((), value, kind)


def combine(left: Linear, right: Linear, factor: int = 1) -> Linear:
    """Return ``left + factor * right`` with equal leaves merged."""
    if not right.terms:
        kind = left.kind if left.terms or right.kind == "pure" else right.kind
        return Linear(left.terms, left.constant + factor * right.constant, kind)
    merged = dict(left.terms)
    for leaf, k in right.terms:
        merged[leaf] = merged.get(leaf, 0) + factor * k
    terms = tuple((leaf, k) for leaf, k in merged.items() if k)
    kind = left.kind if left.kind not in ("pure", "any") else right.kind
    return Linear(terms, left.constant + factor * right.constant, kind)


def scale(number: Linear, factor: int) -> Linear:
    """Return a linear form multiplied by an integer."""
    terms = tuple((leaf, k * factor) for leaf, k in number.terms) if factor else ()
    return Linear(terms, number.constant * factor, number.kind)


def value_of(number: Linear, values: Values) -> int:
    """Return the printed value of a linear form."""
    return number.constant + sum(k * values[leaf] for leaf, k in number.terms)


# ── conditions ──


@define(slots=True, eq=False)
class Fixed:
    """A condition that no printed value can change; an unknown one says why."""

    truth: Truth
    why: Message | None = None


@define(slots=True, eq=False)
class LinearCondition:
    """``left == right`` or ``left <= right`` on linear forms, within printed precision."""

    op: Literal["==", "<="]
    left: Linear
    right: Linear
    terms: tuple[tuple[int, int], ...]
    constant: int
    fitting: int
    strained: int
    slack: int


@define(slots=True, eq=False)
class RateCondition:
    """``numerator / denominator == rate`` or ``<=``, within printed precision.

    ``>=`` is ``<=`` of both sides times −1; ``turned`` then says so, for the explanation.  With
    an approximate number in it, ``loose``, whatever is possible fits.  Where the rate is compared
    with that of a score, the claim is the score and ``weight`` the points that could be reached:
    they, instead of 100 %, are what the numerator is taken times.  Where it is a price, the claim
    is the price of one, and ``weight`` is one.
    """

    op: Literal["==", "<="]
    rate: Rate
    claim: Linear
    half: int
    step: int
    spread: tuple[tuple[int, int, int], ...]
    slack: int
    turned: bool = False
    loose: bool = False
    weight: Linear | None = None


@define(slots=True, eq=False)
class PrintedCondition:
    """A comparison of printed values, for guards: no charity about precision."""

    op: str
    left: Linear | Rate
    right: Linear


@define(slots=True, eq=False)
class Every:
    """All of several conditions."""

    items: tuple[Condition, ...]


@define(slots=True, eq=False)
class Some:
    """At least one of several conditions."""

    items: tuple[Condition, ...]


@define(slots=True, eq=False)
class Opposite:
    """The negation of a condition."""

    item: Condition


@define(slots=True, eq=False)
class Holding:
    """Whether a condition holds within printed precision: what is fitting counts as certain."""

    item: Condition


Condition = (
    Fixed | LinearCondition | RateCondition | PrintedCondition | Every | Some | Opposite | Holding
)

HOLDS: Final = Fixed(TRUE)
FAILS: Final = Fixed(FALSE)


def unknown(why: Message) -> Fixed:
    """Return the condition that cannot be judged, and why."""
    return Fixed(UNKNOWN, why)


def fixed(value: bool) -> Fixed:
    """Return the condition that is certain or impossible."""
    return HOLDS if value else FAILS


def judge(condition: Condition, values: Values) -> Truth:
    """Return the truth of a condition for printed values."""
    match condition:
        case Fixed():
            return condition.truth
        case LinearCondition():
            difference = condition.constant
            for leaf, k in condition.terms:
                difference += k * values[leaf]
            form = equal if condition.op == "==" else at_most
            level = form(difference, condition.fitting, condition.strained, condition.slack)
            return SETTLED[level]
        case RateCondition():
            return _judge_rate(condition, values)
        case PrintedCondition():
            return _judge_printed(condition, values)
        case Every():
            return conjunction(judge(item, values) for item in condition.items)
        case Some():
            return disjunction(judge(item, values) for item in condition.items)
        case Opposite():
            return mirror(judge(condition.item, values))
        case Holding():
            return _settled(judge(condition.item, values))


def _settled(t: Truth) -> Truth:
    if t >> 2 >= FITTING:
        return TRUE
    return FALSE if t & 3 < FITTING else UNKNOWN


def _judge_rate(condition: RateCondition, values: Values) -> Truth:
    n, q = value_of(condition.rate.numerator, values), value_of(condition.rate.denominator, values)
    c, spread, whole = value_of(condition.claim, values), condition.spread, HUNDRED
    if condition.weight is not None:
        whole = value_of(condition.weight, values)
        if whole <= 0:
            return UNKNOWN
        spread = tuple((whole * a, b, half) for a, b, half in spread)
    form = rate_equal if condition.op == "==" else rate_at_most
    found = form(whole * n, q, c, condition.half, condition.step, spread, condition.slack)
    return SETTLED[FITTING] if condition.loose and found == SETTLED[STRAINED] else found


def _judge_printed(condition: PrintedCondition, values: Values) -> Truth:
    right = value_of(condition.right, values)
    if isinstance(condition.left, Rate):
        whole = value_of(condition.left.denominator, values)
        if whole <= 0:
            return UNKNOWN
        left = condition.left.whole * value_of(condition.left.numerator, values)
        right *= whole
    else:
        left = value_of(condition.left, values)
    return TRUE if COMPARE[condition.op](left, right) else FALSE


COMPARE: Final[Mapping[str, Callable[[int, int], bool]]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
"""Comparisons of printed values by their sign."""


def every(items: Iterable[Condition]) -> Condition:
    """Return the conjunction, simplified where an item is already settled."""
    kept: list[Condition] = []
    for item in items:
        if isinstance(item, Fixed):
            if item.truth == FALSE:
                return item
            if item.truth == TRUE:
                continue
        kept.append(item)
    return HOLDS if not kept else kept[0] if len(kept) == 1 else Every(tuple(kept))


def some(items: Iterable[Condition]) -> Condition:
    """Return the disjunction, simplified where an item is already settled."""
    kept: list[Condition] = []
    for item in items:
        if isinstance(item, Fixed):
            if item.truth == TRUE:
                return item
            if item.truth == FALSE:
                continue
        kept.append(item)
    return FAILS if not kept else kept[0] if len(kept) == 1 else Some(tuple(kept))


def opposite(item: Condition) -> Condition:
    """Return the negation, simplified where it is already settled."""
    if isinstance(item, Fixed):
        return Fixed(mirror(item.truth), item.why)
    return Opposite(item)


def holding(item: Condition) -> Condition:
    """Return whether a condition holds within printed precision, as a certain yes or no."""
    return Fixed(_settled(item.truth), item.why) if isinstance(item, Fixed) else Holding(item)


def leaves_of(condition: Condition) -> set[int]:
    """Return the leaves a condition depends on."""
    match condition:
        case Every() | Some():
            return set().union(*(leaves_of(item) for item in condition.items))
        case Opposite() | Holding():
            return leaves_of(condition.item)
        case Fixed():
            return set()
        case LinearCondition():
            return {leaf for leaf, _ in condition.terms}
        case RateCondition() | PrintedCondition():
            return {leaf for form in forms_of(condition) for leaf, _ in form.terms}


def forms_of(condition: RateCondition | PrintedCondition) -> tuple[Linear, ...]:
    """Return the linear forms of a comparison: of a rate its two, then the other side."""
    if isinstance(condition, RateCondition):
        forms = (condition.rate.numerator, condition.rate.denominator, condition.claim)
        return forms if condition.weight is None else (*forms, condition.weight)
    if isinstance(condition.left, Rate):
        return condition.left.numerator, condition.left.denominator, condition.right
    return condition.left, condition.right
