"""What a working that is written out comes to: a rate, a sum, a product or a mean.

Only numbers of one kind are added, divided into a rate or taken from one another; what a document
writes with other signs, or with words between the numbers, is no working of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.fitting import Rate
from performance_rules.extraction.figures.mentions import Kind, Mention
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.prices.products import Product
from performance_rules.extraction.relations.scores.scores import POINT, Sum, is_total
from performance_rules.extraction.relations.stocks.movements import Movement
from performance_rules.extraction.relations.written.terms import (
    Chain,
    Node,
    Term,
    Working,
    chains,
)
from performance_rules.extraction.tokens import quantities
from performance_rules.extraction.tokens.scan import Token
from performance_rules.values.quantity import Amount, Count, Percent

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MOST: Final = 3
"""So many numbers are multiplied at most; so many scores at least make a whole."""

Numbers = tuple[Mention, ...]


@fixed(eq=False)
class Worth:
    """What a side is worth, and the numbers it is made of."""

    value: Amount | Count
    numbers: Numbers


def rates(found: Sequence[Working], home: int) -> Iterator[tuple[Rate, str]]:
    """Yield the rates that are worked out of two figures, or sums of figures, with their names.

    Args:
        found: the workings of a paragraph.
        home: the number of the paragraph.
    """
    for one in found:
        made = one.made
        if one.value.unit != "%" or not isinstance(made, Chain) or made.signs != "÷":
            continue
        rate = _percent(one.value, home)
        of, by = (_worth(part, home) for part in made.parts)
        if rate is None or of is None or by is None or type(of.value) is not type(by.value):
            continue
        if of.value.n < 0 or by.value.n <= 0 or _are_years(made):
            continue
        figure = _joined(of, made.parts[0], home)
        base = _joined(by, made.parts[1], home)
        worked = [*of.numbers, *by.numbers]
        if made.whole is not None:
            worked.append(_mention(rate.value, made.whole, home))
        yield Rate(figure, base, rate, tuple(worked)), one.called


def sums(found: Sequence[Working], own: Sequence[Mention], home: int) -> Iterator[Movement]:
    """Yield the sums that are worked out, each figure with its name: 收入A-支出B=结余C.

    Args:
        found: the workings of a paragraph.
        own: its figures.
        home: its number.
    """
    known = {m.start: m for m in own}
    for one in found:
        made = one.made
        if not isinstance(made, Chain) or not set(made.signs) <= {"+", "-"}:
            continue
        parts = [_number(part, known, home) for part in made.parts]
        left = _number(one.value, known, home)
        told = [m for m in parts if m is not None]
        if left is None or len(told) < len(parts) or len({m.kind for m in (left, *told)}) > 1:
            continue
        if left.kind == "percent" or len({m.unit for m in (left, *told) if m.unit}) > 1:
            continue
        went = tuple(m for m, sign in zip(told[1:], made.signs, strict=True) if sign == "-")
        yield Movement(tuple(m for m in told if m not in went), went, left)


def products(found: Sequence[Working], home: int) -> Iterator[Product]:
    """Yield the products and means that are worked out: 3台×2.1万元=6.3万元, A元÷3台=B元.

    Args:
        found: the workings of a paragraph.
        home: the number of the paragraph.
    """
    known: dict[int, Mention] = {}
    for one in found:
        made, value = one.made, _number(one.value, known, home)
        if not isinstance(made, Chain) or value is None or value.kind != "amount":
            continue
        parts = [_number(part, known, home) for part in made.parts]
        told = [m for m in parts if m is not None]
        money = [m for m in told if m.kind == "amount"]
        many = [m for m in told if m.kind == "count"]
        if len(told) < len(parts) or len(money) != 1 or len(many) + 1 != len(told):
            continue
        if set(made.signs) == {"×"} and len(told) <= _MOST:
            price, amount = money[0], value
        elif made.signs == "÷" and told[0] is money[0]:
            price, amount = value, money[0]
        else:
            continue
        number = _times(many)
        if number is not None:
            yield Product(price, number.unit, many[0], number, amount)


def scores(text: str, points: Sequence[Mention], home: int) -> Iterator[Sum]:
    """Yield the sums of scores of which the total is told: 得91分，为18(甲)+23(乙)+50(丙).

    Args:
        text: the paragraph.
        points: its scores.
        home: its number.
    """
    totals = [m for m in points if is_total(m)]
    if len({m.value.n for m in totals}) != 1 or "+" not in text:
        return
    for chain in chains(text, 0, len(text)):
        terms = [one for one in chain.parts if isinstance(one, Term)]
        if len(terms) < len(chain.parts) or not all(one.name for one in terms):
            continue
        made = [(one.name, _number(one, {}, home)) for one in terms]
        told = [(name, m) for name, m in made if m is not None and m.unit in ("", POINT)]
        if _MOST <= len(told) == len(terms):
            yield Sum(tuple(told), totals[-1], "score")


def _times(many: Sequence[Mention]) -> Count | None:
    """Return one number for all that are multiplied: 28人×9个月."""
    numbers = [m.value for m in many if isinstance(m.value, Count)]
    if not numbers:
        return None
    value, printed = Decimal(1), "×".join(one.printed for one in numbers)
    for one in numbers:
        value *= one.value
    return Count(value, numbers[0].unit, printed=printed)


def _worth(node: Node, home: int) -> Worth | None:
    """Return what a number, or a sum of numbers of one kind, is worth; None for anything else."""
    if isinstance(node, Term):
        value = _value(node)
        if value is None or isinstance(value, Percent):
            return None
        return Worth(value, (_mention(value, node, home),))
    if not set(node.signs) <= {"+", "-"}:
        return None
    parts = [_worth(part, home) for part in node.parts]
    told = [one for one in parts if one is not None]
    if len(told) < len(parts) or len({type(one.value) for one in told}) > 1:
        return None
    total = told[0].value
    for one, sign in zip(told[1:], node.signs, strict=True):
        worth = total.value * _size(total) + (-1 if sign == "-" else 1) * (
            one.value.value * _size(one.value)
        )
        printed = f"{total.printed}{sign}{one.value.printed}"
        step = max(total.step, one.value.step)
        total = evolve(total, value=worth / _size(total), printed=printed)
        total = evolve(total, step=step, printed=printed)
    return Worth(total, tuple(m for one in told for m in one.numbers))


def _size(value: Amount | Count) -> Decimal:
    """Return what one unit of a value is worth."""
    return Decimal(value.n) / value.value if value.value else Decimal(1)


def _value(term: Term) -> Amount | Count | Percent | None:
    if term.unit == "%":
        return quantities.percent(Token("P", 0, 0, term.digits))
    if term.unit.endswith("元"):
        return quantities.amount(Token("N", 0, 0, term.digits, term.unit))
    if term.unit:
        value = quantities.count(Token("q", 0, 0, term.digits, term.unit))
    elif (bare := quantities.points(Token("M", 0, 0, term.digits))) is not None:
        value = quantities.within(bare, 1, measured=True)
    else:
        value = None
    return evolve(value, printed=term.digits + term.unit) if value is not None else None


def _percent(term: Term, home: int) -> Mention | None:
    value = quantities.percent(Token("P", 0, 0, term.digits))
    return _mention(value, term, home) if value is not None else None


def _joined(worth: Worth, node: Node, home: int) -> Mention:
    """Return a figure that stands where all of a side does."""
    start, end = worth.numbers[0].start, worth.numbers[-1].end
    kind: Kind = "amount" if isinstance(worth.value, Amount) else "count"
    unit = worth.value.unit if isinstance(node, Term) and kind == "count" else ""
    return Mention(kind, worth.value, unit, start, end, home=home)


def _number(node: Node, known: dict[int, Mention], home: int) -> Mention | None:
    """Return a number as the figure that the paragraph has there, or as one of its own."""
    if not isinstance(node, Term):
        return None
    value = _value(node)
    if value is None:
        return None
    made = known.get(node.start)
    fits = made is not None and made.value.n == value.n and made.kind in ("amount", "count")
    return made if made is not None and fits else _mention(value, node, home)


def _mention(value: Amount | Count | Percent, term: Term, home: int) -> Mention:
    kind: Kind = "amount" if isinstance(value, Amount) else "count"
    kind = "percent" if isinstance(value, Percent) else kind
    unit = value.unit if isinstance(value, Count) else ""
    return Mention(kind, value, unit, term.start, term.end, home=home)


def _are_years(made: Chain) -> bool:
    """Whether what looks like a quotient may be two years: 2021/2022."""
    return all(isinstance(one, Term) and _YEAR.fullmatch(one.digits) for one in made.parts)
