"""Grounded meaning: what an expression becomes once it stands on the figures of one report.

A number becomes a linear form over leaves, a quotient a rate, a missing figure stays missing with
its reason, and a comparison becomes a condition over leaves.  A condition can be judged again for
other printed values of the same report shape without walking any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal

from attrs import define, field, frozen

from performance_rules.errors import Message
from performance_rules.precision import (
    FALSE,
    FITTING,
    HUNDRED,
    SETTLED,
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
    thresholds,
)
from performance_rules.report.tree import Leaf

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
    """A quotient of two linear forms, meant in percent."""

    numerator: Linear
    denominator: Linear


@frozen
class Extreme:
    """The smallest or largest of several numbers."""

    which: Literal["min", "max"]
    items: tuple[Linear | Rate | Extreme, ...]


Number = Linear | Rate | Extreme
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
    """``numerator / denominator == rate`` or ``<=``, within printed precision."""

    op: Literal["==", "<="]
    rate: Rate
    claim: Linear
    half: int
    step: int
    spread: tuple[tuple[int, int, int], ...]
    slack: int


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
    Fixed
    | LinearCondition
    | RateCondition
    | PrintedCondition
    | Every
    | Some
    | Opposite
    | Holding
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
            n = HUNDRED * value_of(condition.rate.numerator, values)
            q = value_of(condition.rate.denominator, values)
            c = value_of(condition.claim, values)
            rate_form = rate_equal if condition.op == "==" else rate_at_most
            return rate_form(
                n, q, c, condition.half, condition.step, condition.spread, condition.slack
            )
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


def _judge_printed(condition: PrintedCondition, values: Values) -> Truth:
    right = value_of(condition.right, values)
    if isinstance(condition.left, Rate):
        whole = value_of(condition.left.denominator, values)
        if whole <= 0:
            return UNKNOWN
        left = HUNDRED * value_of(condition.left.numerator, values)
        right *= whole
    else:
        left = value_of(condition.left, values)
    return TRUE if _COMPARE[condition.op](left, right) else FALSE


_COMPARE: Final[Mapping[str, Callable[[int, int], bool]]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


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


# ── comparisons ──


@define
class Compare:
    """Builds conditions over the leaves of one report."""

    leaves: Sequence[Leaf]
    printed: bool = field(default=False)

    def __call__(self, op: str, left: Maybe, right: Maybe) -> Condition:
        """Return the condition ``left op right``; with a missing side it is unknown."""
        for side in (left, right):
            if isinstance(side, Missing):
                return unknown(side.why)
        if isinstance(left, Missing) or isinstance(right, Missing):  # for the type checker
            return FAILS
        if isinstance(left, Extreme) or isinstance(right, Extreme):
            return self.extreme(op, left, right)
        if isinstance(right, Rate):
            if isinstance(left, Rate):
                return unknown(Message("两个比率不能直接比较", "two rates do not compare"))
            left, right, op = right, left, _FLIPPED[op]
        if not isinstance(left, Rate) and _clash(left, right):
            return unknown(Message("两数的计量单位不同", "the two numbers are of different kinds"))
        if self.printed:
            return self.printed_condition(op, left, right)
        if op in ("!=", "<", ">"):
            return opposite(self(_OPPOSITE[op], left, right))
        if isinstance(left, Rate):
            return self.rate(op, left, right)
        if op == ">=":
            return self.linear("<=", right, left)
        return self.linear("<=" if op == "<=" else "==", left, right)

    def extreme(self, op: str, left: Number, right: Number) -> Condition:
        """Return a comparison with a minimum or maximum as comparisons of its items."""
        if isinstance(right, Extreme):
            left, right, op = right, left, _FLIPPED[op]
        if not isinstance(left, Extreme):
            raise TypeError(left)
        if op in ("==", "!="):
            both = every((self("<=", left, right), self(">=", left, right)))
            return both if op == "==" else opposite(both)
        all_items = (left.which == "max") == (op in ("<", "<="))
        return (every if all_items else some)(self(op, item, right) for item in left.items)

    def printed_condition(self, op: str, left: Linear | Rate, right: Linear) -> Condition:
        """Return a comparison of printed values."""
        condition = PrintedCondition(op, left, right)
        if not right.terms and isinstance(left, Linear) and not left.terms:
            return Fixed(judge(condition, ()))
        return condition

    def linear(self, op: Literal["==", "<="], left: Linear, right: Linear) -> Condition:
        """Return a comparison of linear forms within printed precision."""
        shared = {leaf for leaf, _ in left.terms} & {leaf for leaf, _ in right.terms}
        if shared:
            both = combine(left, right, -1)
            left = Linear(both.terms, left.constant, left.kind)
            right = Linear((), right.constant, right.kind)
        difference = combine(left, right, -1)
        fitting, strained, slack = thresholds(self.steps(left), self.steps(right))
        if op == "<=" and not (len(left.terms) <= 1 and len(right.terms) <= 1):
            strained = max(strained, slack)
        condition = LinearCondition(
            op, left, right, difference.terms, difference.constant, fitting, strained, slack
        )
        return condition if difference.terms else Fixed(judge(condition, ()))

    def rate(self, op: str, rate: Rate, claim: Linear) -> Condition:
        """Return a comparison of a quotient with a printed or given rate."""
        if len(claim.terms) > 1 or any(abs(k) != 1 for _, k in claim.terms):
            return unknown(Message("比率只能与一个数比较", "a rate compares with one number only"))
        if op == ">=":
            op, rate, claim = "<=", Rate(scale(rate.numerator, -1), rate.denominator), scale(
                claim, -1
            )
        half = sum(self.leaves[leaf].half for leaf, _ in claim.terms)
        step = sum(self.leaves[leaf].step for leaf, _ in claim.terms)
        top, bottom = dict(rate.numerator.terms), dict(rate.denominator.terms)
        spread = tuple(
            (HUNDRED * top.get(leaf, 0), bottom.get(leaf, 0), self.leaves[leaf].half)
            for leaf in dict.fromkeys((*top, *bottom))
            if self.leaves[leaf].half
        )
        slack = sum(abs(b) * h for _, b, h in spread)
        return RateCondition(
            "<=" if op == "<=" else "==", rate, claim, half, step, spread, slack
        )

    def steps(self, number: Linear) -> list[tuple[int, int, int]]:
        """Return the terms of a linear form with the precision of their leaves."""
        return [(k, self.leaves[leaf].half, self.leaves[leaf].step) for leaf, k in number.terms]


_OPPOSITE: Final = {"!=": "==", "<": ">=", ">": "<="}
_FLIPPED: Final = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _clash(left: Linear, right: Linear) -> bool:
    kinds = {left.kind, right.kind} - {"any"}
    if "pure" in kinds:
        pure = left if left.kind == "pure" else right
        kinds.discard("pure")
        return bool(pure.constant) and not kinds <= {"count"}
    return len(kinds) > 1


def leaves_of(condition: Condition) -> set[int]:
    """Return the leaves a condition depends on."""
    match condition:
        case Fixed():
            return set()
        case LinearCondition():
            return {leaf for leaf, _ in condition.terms}
        case RateCondition():
            forms: tuple[Linear, ...] = (
                condition.rate.numerator,
                condition.rate.denominator,
                condition.claim,
            )
        case PrintedCondition(_, left, right):
            forms = (
                (left.numerator, left.denominator, right)
                if isinstance(left, Rate)
                else (left, right)
            )
        case Opposite() | Holding():
            return leaves_of(condition.item)
        case Every() | Some():
            return set().union(*(leaves_of(item) for item in condition.items))
    return {leaf for form in forms for leaf, _ in form.terms}
