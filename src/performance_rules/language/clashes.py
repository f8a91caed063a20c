"""Clashes: the comparisons that keep a condition from holding, with their arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import floor
from typing import Final

from attrs import frozen

from performance_rules.language.explain import (
    LEFT_OUT,
    TIMES,
    common_unit,
    show_number,
    show_rate,
    spoken,
)
from performance_rules.language.ground import (
    Condition,
    Every,
    Fixed,
    Holding,
    Linear,
    LinearCondition,
    Opposite,
    PrintedCondition,
    Rate,
    RateCondition,
    Some,
    forms_of,
    judge,
    scale,
    value_of,
)
from performance_rules.language.scope import Scope
from performance_rules.values.precision import FITTING, best, worst
from performance_rules.values.quantity import SCALE, Count, format_scaled


@frozen
class Side:
    """One side of a comparison as text, with the printed number that it is, if it is one.

    Attributes:
        fixed: whether it rests on no number of the report.
    """

    text: str
    leaf: int | None = None
    fixed: bool = False


@frozen
class Clash:
    """One comparison that does not hold.

    Attributes:
        arithmetic: the sum or quotient written out.
        difference: how far the two sides lie apart, as text; None for a wording or none at all.
        leaves: the printed numbers that take part, left side first.
        equality: whether the two sides ought to be equal.
        condition: what was compared, where two numbers were.
        telling: whether the difference says anything: not of dates, of an increase and a decrease,
            or of two numbers so far apart that one of them is in another unit.
    """

    arithmetic: str
    difference: str | None
    leaves: tuple[int, ...]
    equality: bool = False
    condition: LinearCondition | RateCondition | None = None
    telling: bool = True


def clashes(scope: Scope, condition: Condition, wanted: bool = True) -> Iterator[Clash]:
    """Yield the comparisons that keep a condition from holding (or from failing)."""
    truth = judge(condition, scope.values)
    if (worst(truth) >= FITTING) if wanted else (best(truth) < FITTING):
        return
    match condition:
        case Every(items):
            # What was said of a and b need not be said of b and a.
            said: dict[tuple[frozenset[int], str | None], Clash] = {}
            for clash in (c for item in items for c in clashes(scope, item, wanted)):
                said.setdefault((frozenset(clash.leaves), clash.difference), clash)
            yield from said.values()
        case Some(items):
            # Of alternatives that all fail the first speaks for the rest.
            yield from next((c for i in items if (c := list(clashes(scope, i, wanted)))), [])
        case Opposite(item):
            yield from clashes(scope, item, not wanted)
        case Holding(item):
            yield from clashes(scope, item, wanted)
        case LinearCondition():
            yield _linear_clash(scope, condition, wanted)
        case RateCondition():
            yield _rate_clash(scope, condition, wanted)
        case PrintedCondition():
            yield Clash("", None, _leaves(forms_of(condition)))
        case Fixed():
            return


_SIGNS: Final = {
    ("==", True): "≠",
    ("==", False): "＝",
    ("<=", True): "＞",
    ("<=", False): "≤",
}
"""How a comparison turned out that was wanted, or that was wanted not to hold."""


def _linear_clash(scope: Scope, condition: LinearCondition, wanted: bool) -> Clash:
    left, right = condition.left, condition.right
    gap = abs(value_of(left, scope.values) - value_of(right, scope.values))
    kind = left.kind if left.kind != "pure" else right.kind
    sign = _SIGNS[condition.op, wanted]
    text = f"{written(scope, left)} {sign} {written(scope, right)}"
    unit = common_unit(scope, left, right) if kind == "amount" else ""
    difference = show_number(scope, Linear((), gap, kind), unit) if gap else None
    equality = condition.op == "==" and wanted
    leaves = _leaves((left, right))
    sides = value_of(left, scope.values), value_of(right, scope.values)
    telling = _is_telling(*sides) and not any(_is_date(scope, leaf) for leaf in leaves)
    return Clash(text, difference, leaves, equality, condition, telling)


_FAR: Final = 100
"""Of two numbers that many times apart one is in another unit."""


def _is_telling(left: int, right: int) -> bool:
    """Whether it says anything how far two numbers lie apart."""
    small, large = sorted((abs(left), abs(right)))
    return not small or ((left < 0) == (right < 0) and large < _FAR * small)


def _is_date(scope: Scope, leaf: int) -> bool:
    """Whether a figure is a date or a year."""
    quantity = scope.tree.leaves[leaf].quantity
    return isinstance(quantity, Count) and "年" in (
        quantity.printed if quantity.unit == "日" else quantity.unit
    )


def _rate_clash(scope: Scope, condition: RateCondition, wanted: bool) -> Clash:
    rate, claim, sign = condition.rate, condition.claim, _SIGNS[condition.op, wanted]
    if condition.turned:
        rate, claim = Rate(scale(rate.numerator, -1), rate.denominator), scale(claim, -1)
        sign = "＜" if wanted else "≥"
    said = written(scope, claim)
    if condition.weight is not None and (
        condition.weight.terms or condition.weight.kind == "percent"
    ):
        other = Rate(claim, condition.weight)
        moved = len(claim.terms) > 1 or not condition.weight.terms
        said = show_rate(other, scope.values) if moved else _written_rate(scope, other)
    made = _made(scope, condition) if wanted else None
    if made is not None:
        return _product_clash(scope, condition, made)
    text = f"{_written_rate(scope, rate, claim)} {sign} {said}"
    leaves = _leaves(forms_of(condition))
    price = rate.kind == "amount"
    if condition.op != "==" or (condition.weight is not None and not price) or not claim.terms:
        return Clash(text, None, leaves)
    side = value_of(rate.numerator, scope.values) * (value_of(rate.denominator, scope.values) or 1)
    said_n = value_of(claim, scope.values)
    telling = not side or not said_n or (side < 0) == (said_n < 0)
    gap = _rate_gap(scope, rate, claim)
    return Clash(text, gap, leaves, wanted, condition, telling)


_MEAN: Final = "均"
"""In the words of a price: it was worked out from the amount, and not the amount from it."""

_SET: Final = ("按照", "标准", "定额")
"""In the words of a mean: it was set before anything was paid."""


@frozen
class _Made:
    """An amount that a price and a number make, and the figures of all three."""

    n: int
    price: int
    number: int
    amount: int


def _made(scope: Scope, condition: RateCondition) -> _Made | None:
    """Return what a price makes of a number of things, where that has to be an amount."""
    rate, claim = condition.rate, condition.claim
    forms = (rate.numerator, rate.denominator, claim)
    alone = all(len(one.terms) == 1 and one.terms[0][1] == 1 and not one.constant for one in forms)
    weighed = condition.weight is not None and bool(condition.weight.terms)
    if condition.op != "==" or rate.kind != "amount" or weighed or not alone:
        return None
    amount, number, price = (one.terms[0][0] for one in forms)
    said = scope.tree.leaves[price].source
    quote = (said.quote or "") if said is not None else ""
    if _MEAN in quote and not any(word in quote for word in _SET):
        return None
    n, rest = divmod(scope.values[price] * scope.values[number], SCALE)
    return None if rest else _Made(n, price, number, amount)


def _product_clash(scope: Scope, condition: RateCondition, made: _Made) -> Clash:
    """Return a clash of an amount with what makes it, as people reckon it: 16人×12月 × 1,800元."""
    number, price, amount = (
        spoken(scope.tree.leaves[one].quantity) for one in (made.number, made.price, made.amount)
    )
    unit = scope.tree.leaves[made.amount].quantity.unit
    text = f"{number} {TIMES} {price} = {format_scaled(made.n, 'amount', unit)} ≠ {amount}"
    gap, said = abs(made.n - scope.values[made.amount]), scope.values[made.amount]
    leaves = (made.amount, made.number, made.price)
    difference = format_scaled(gap, "amount", unit)
    return Clash(text, difference, leaves, True, condition, _is_telling(made.n, said))


def sides_of(scope: Scope, clash: Clash) -> tuple[Side | None, Side | None]:
    """Return what is set against each other; None for what is no number of the report."""
    match clash.condition:
        case LinearCondition() as condition:
            return _side(scope, condition.left), _side(scope, condition.right)
        case RateCondition() as condition:
            if (made := _made(scope, condition)) is not None:
                amount = scope.tree.leaves[made.amount].quantity
                said = format_scaled(made.n, "amount", amount.unit)
                return Side(said), Side(spoken(amount), made.amount)
            shown_rate = _show_beside(scope, condition.rate, condition.claim)
            return Side(shown_rate), _side(scope, condition.claim)
    return None, None


def _side(scope: Scope, number: Linear) -> Side | None:
    """Return one side of a comparison; None where it is no number of the report, or a mixture."""
    leaves = [scope.tree.leaves[leaf] for leaf, _ in number.terms]
    if any(leaf.kind != number.kind for leaf in leaves) or number.kind == "pure":
        return None
    if not leaves:
        return Side(show_number(scope, number), fixed=True)
    alone = len(leaves) == 1 and number.terms[0][1] == 1 and not number.constant
    return Side(show_number(scope, number), number.terms[0][0] if alone else None)


def _rate_gap(scope: Scope, rate: Rate, claim: Linear) -> str | None:
    """Return how far a quotient is from what is said of it, to the last digit that is said."""
    whole = value_of(rate.denominator, scope.values)
    if not whole:
        return None
    exact = Fraction(rate.whole * value_of(rate.numerator, scope.values), whole)
    said, step = value_of(claim, scope.values), SCALE // 100  # as far as rates are shown
    shown_one = step * floor(exact / step + Fraction(1, 2))  # as it is shown: a half goes up
    gap = abs(shown_one - said) or abs(exact - said)
    if rate.kind == "amount":
        return format_scaled(round(gap), "amount", common_unit(scope, claim), decimals=2)
    return format_scaled(round(gap), "percent", decimals=2 if gap >= step else 4)


def _show_beside(scope: Scope, rate: Rate, claim: Linear) -> str:
    """Return a rate as it is read beside what is said of it: a price in the unit of that one."""
    if rate.kind == "percent" or not claim.terms:
        return show_rate(rate, scope.values)
    decimals = max(scope.tree.leaves[leaf].quantity.decimals for leaf, _ in claim.terms)
    return show_rate(rate, scope.values, max(2, decimals), unit=common_unit(scope, claim))


def _written_rate(scope: Scope, rate: Rate, claim: Linear | None = None) -> str:
    """Return a quotient written out with its value; over 100 % it is a percentage already."""
    top, bottom = written(scope, rate.numerator), written(scope, rate.denominator)
    if rate.denominator.kind == "percent" and not rate.denominator.terms:
        return top
    if len(rate.numerator.terms) > 1:
        top = f"({top})"
    if len(rate.denominator.terms) > 1:
        bottom = f"({bottom})"
    shown_rate = (
        show_rate(rate, scope.values) if claim is None else _show_beside(scope, rate, claim)
    )
    return f"{top} ÷ {bottom} = {shown_rate}"


def written(scope: Scope, number: Linear) -> str:
    """Return a linear form written out; a long sum shows its ends and its value."""
    pieces: list[str] = []
    terms = number.terms
    if terms and terms[0][1] < 0:  # 98 − 46, and not −46 + 98
        terms = tuple(sorted(terms, key=lambda term: term[1] < 0))
    for leaf, k in terms:
        printed = spoken(scope.tree.leaves[leaf].quantity)
        factor = "" if abs(k) == 1 else f"{abs(k)}×"
        sign = " − " if k < 0 else " + "
        if not pieces:
            sign = "−" if k < 0 else ""
        if printed.startswith("-") and (pieces or k < 0):
            printed = f"({printed})"
        pieces.append(f"{sign}{factor}{printed}")
    if number.constant or not pieces:
        unit = common_unit(scope, number) if number.kind == "amount" and pieces else ""
        shown_constant = show_number(scope, Linear((), abs(number.constant), number.kind), unit)
        sign = (" − " if number.constant < 0 else " + ") if pieces else ""
        pieces.append(f"{sign}{shown_constant}")
    if len(pieces) > 12:
        pieces = [*pieces[:8], " + " + LEFT_OUT.zh.format(count=len(number.terms)), pieces[-1]]
    text = "".join(pieces)
    if len(number.terms) > 1:
        text += f" = {show_number(scope, number)}"
    return text


def _leaves(forms: Sequence[Linear]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(leaf for form in forms for leaf, _ in form.terms))
