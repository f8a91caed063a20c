"""The explanation: grounded values as people read them, with every operand and its source.

A second walk, done only for what is shown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import Final

from attrs import frozen

from performance_rules.errors import Lang, Message
from performance_rules.language.derived import COLUMN_NAMES, TERM_NAMES
from performance_rules.language.ground import (
    Condition,
    Due,
    Every,
    Extreme,
    Fixed,
    Gap,
    Holding,
    Linear,
    LinearCondition,
    Missing,
    Opposite,
    PrintedCondition,
    Rate,
    RateCondition,
    Some,
    Values,
    forms_of,
    judge,
    scale,
    value_of,
)
from performance_rules.language.scales import Deduction
from performance_rules.language.scope import Scope, Value
from performance_rules.report.model import Reason
from performance_rules.report.nodes import FigureNode
from performance_rules.report.phrases import column_said
from performance_rules.values.precision import FITTING, HUNDRED, best, worst
from performance_rules.values.quantity import SCALE, Count, Quantity, format_scaled

MISSING: Final = Message("？", "?")
LEFT_OUT: Final = Message("…（共 {count} 项）", "… ({count} in all)")
BLANK: Final = Message("空白", "blank")
NO_RATE: Final = Message("（分母为零）", "(nothing to divide by)")
BETWEEN: Final = Message("、", ", ")
"""What stands between the items of a list."""


class Told(str):
    """What is told already: it stands in a sentence as it is, and is no quotation."""

    __slots__ = ()


_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_TERMS: Final = {zh: name for name, zh in COLUMN_NAMES.items()}


def shown(scope: Scope, value: Value) -> str:
    """Return a grounded value as text: amounts with unit and separators, rates in percent.

    In English a Chinese name or text is a quotation.
    """
    if isinstance(value, Missing):
        return MISSING.text(scope.lang)
    if isinstance(value, FigureNode):
        value = scope.number(value)
        if isinstance(value, Missing):
            return BLANK.text(scope.lang)
    if isinstance(value, Linear):
        return show_number(scope, value)
    if isinstance(value, Rate):
        return show_rate(value, scope.values, lang=scope.lang)
    if isinstance(value, Gap):
        return show_gap(value, scope.values)
    if isinstance(value, Due):
        return show_due(value, scope.values)
    if isinstance(value, Deduction):
        return _quoted(scope, value.scale.text)
    if isinstance(value, Extreme):
        return shown(scope, _extreme_item(value, scope.values))
    if isinstance(value, list | tuple):
        return BETWEEN.text(scope.lang).join(shown(scope, item) for item in value)  # type: ignore[arg-type]
    if isinstance(value, str):
        return _quoted(scope, value)
    if isinstance(value, Reason):
        return _quoted(scope, value.text)
    if isinstance(value, int | dt.date):
        return str(value)
    name = getattr(value, "name", None) or getattr(value, "title", "")
    return _quoted(scope, str(name))


def _quoted(scope: Scope, text: str) -> str:
    """Return a name or a text of a report, or what a term of ours is called."""
    if isinstance(text, Told):
        return text
    if scope.lang == "zh":
        return str(TERM_NAMES.get(text, text))
    term = text if text in TERM_NAMES else _TERMS.get(text)
    if term is not None:
        return column_said(term)
    return f"'{text}'" if _HAN.search(text) and not text.startswith("'") else text


def _size(item: Linear | Rate | Gap | Due, values: Values) -> Fraction:
    """Return the size of a number on the printed values; rates are fractions."""
    if isinstance(item, Due):
        raise TypeError(item)  # the language has no extreme of points due
    if isinstance(item, Linear):
        return Fraction(value_of(item, values))
    if isinstance(item, Gap):
        other = _size(item.other, values)
        other = other / HUNDRED if isinstance(item.other, Linear) else other
        return item.sign * (_size(item.rate, values) - other)
    whole = value_of(item.denominator, values)
    return Fraction(value_of(item.numerator, values), whole) if whole else Fraction(0)


def _extreme_item(extreme: Extreme, values: Values) -> Linear | Rate | Gap | Due:
    """Return the item that is the smallest or largest on the printed values."""
    items = [_extreme_item(i, values) if isinstance(i, Extreme) else i for i in extreme.items]
    return (min if extreme.which == "min" else max)(items, key=lambda item: _size(item, values))


def common_unit(scope: Scope, *numbers: Linear) -> str:
    """Return the unit all amounts of some numbers are printed in, 元 where they differ."""
    units = {
        scope.tree.leaves[leaf].quantity.unit for number in numbers for leaf, _ in number.terms
    }
    return units.pop() if len(units) == 1 else "元"


def spoken(quantity: Quantity) -> str:
    """Return a printed quantity as it is read: points of percent with %, a date as printed."""
    if isinstance(quantity, Count) and quantity.unit == "点":
        return str(quantity).removesuffix("点") + "%"
    if isinstance(quantity, Count) and quantity.unit == "日" and "月" in quantity.printed:
        return quantity.printed
    return str(quantity)


def show_number(scope: Scope, number: Linear, unit: str = "") -> str:
    """Return a number: a printed one as printed, a computed one exactly, in its terms' unit."""
    if len(number.terms) == 1 and number.terms[0][1] == 1 and not number.constant:
        return spoken(scope.tree.leaves[number.terms[0][0]].quantity)
    n = value_of(number, scope.values)
    if number.kind == "percent":
        return format_scaled(n, "percent")
    if number.kind == "amount":
        return format_scaled(n, "amount", unit or common_unit(scope, number))
    units = {scope.tree.leaves[leaf].quantity.unit for leaf, _ in number.terms}
    return format_scaled(n, "count", units.pop() if len(units) == 1 else "")


def show_rate(
    rate: Rate, values: Values, decimals: int = 2, lang: Lang = "zh", unit: str = "元"
) -> str:
    """Return a rate in percent, or a price in a unit, rounded half up for display."""
    whole = value_of(rate.denominator, values)
    if whole == 0:
        return NO_RATE.text(lang)
    n = rate.whole * value_of(rate.numerator, values)
    if whole < 0:
        n, whole = -n, -whole
    return format_scaled((2 * n + whole) // (2 * whole), rate.kind, unit, decimals=decimals)


def _show_beside(scope: Scope, rate: Rate, claim: Linear) -> str:
    """Return a rate as it is read beside what is said of it: a price in the unit of that one."""
    if rate.kind == "percent" or not claim.terms:
        return show_rate(rate, scope.values)
    decimals = max(scope.tree.leaves[leaf].quantity.decimals for leaf, _ in claim.terms)
    return show_rate(rate, scope.values, max(2, decimals), unit=common_unit(scope, claim))


def show_gap(gap: Gap, values: Values) -> str:
    """Return the difference of two rates in percent points, rounded for display."""
    return format_scaled(round(HUNDRED * _size(gap, values)), "percent", decimals=2)


def show_due(due: Due, values: Values) -> str:
    """Return the points that are due for a rate as printed; from least to most of all readings."""
    weight, start = value_of(due.weight, values), Fraction(value_of(due.start, values))
    off = start - HUNDRED * _size(due.rate, values)
    off = max(Fraction(0), off if due.side == "below" else -off)
    floor = max(0, weight - due.most) if due.most is not None else 0
    found = set()
    for step in due.steps:
        whole, over = Fraction(off // step), Fraction(ceil(off / step))
        counts = {"begun": [over], "completed": [whole], "share": [off / step]}
        for count in counts.get(due.part, [whole, over]):
            found.add(round(max(Fraction(floor), weight - due.points * count)))
    shown_points = [format_scaled(n, "count") for n in sorted(found)]
    ends = dict.fromkeys((shown_points[0], shown_points[-1]))
    return "–".join(ends)


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
    """

    arithmetic: str
    difference: str | None
    leaves: tuple[int, ...]
    equality: bool = False
    condition: LinearCondition | RateCondition | None = None


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
    return Clash(text, difference, _leaves((left, right)), equality, condition)


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
    text = f"{_written_rate(scope, rate, claim)} {sign} {said}"
    leaves = _leaves(forms_of(condition))
    price = rate.kind == "amount"
    if condition.op != "==" or (condition.weight is not None and not price) or not claim.terms:
        return Clash(text, None, leaves)
    return Clash(text, _rate_gap(scope, rate, claim), leaves, wanted, condition)


def sides_of(scope: Scope, clash: Clash) -> tuple[Side | None, Side | None]:
    """Return what is set against each other; None for what is no number of the report."""
    match clash.condition:
        case LinearCondition() as condition:
            return _side(scope, condition.left), _side(scope, condition.right)
        case RateCondition() as condition:
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
    gap = abs(step * round(exact / step) - said) or abs(exact - said)
    if rate.kind == "amount":
        return format_scaled(round(gap), "amount", common_unit(scope, claim), decimals=2)
    return format_scaled(round(gap), "percent", decimals=2 if gap >= step else 4)


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
