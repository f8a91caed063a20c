"""What else makes an amount beside one price and one number: a further factor, other prices.

每人800元，5人3天，共1.2万元: three factors.  手册8000册，每册2元；海报1600张，每张5元: two products
of one amount.  And an amount that its own sentence makes of a price is no other price's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.prices.prices import Price, is_price, price_of
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
    is_counted,
    made_of,
    products,
)
from performance_rules.values.quantity import SCALE, Count

_SPAN: Final = re.compile(r"[×*]?(?P<n>\d{1,3})(?P<unit>天|日|年|周|学期|季)")
"""A time right behind a number, which is no number of things: 3天."""
_MEAN: Final = re.compile(r"(?P<whose>[^每]*?)(?:年|月)?(?<!平)均")
_ONE: Final = re.compile("按|平均")
_MOST: Final = 8
"""So many figures of a sentence are tried."""


def stated(text: str, found: Sequence[Mention], words: RelationWords) -> list[Product]:
    """Return the products of a paragraph without those that figures beside them explain.

    Args:
        text: the normalised text of the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    made = products(text, found, words)
    return [_whole(one, found) for one in made if not is_made_otherwise(one, found, words)]


def is_made_otherwise(one: Product, found: Sequence[Mention], words: RelationWords) -> bool:
    """Return whether a product that does not hold is explained by figures beside its own.

    Args:
        one: a price, a number and an amount.
        found: the figures near them.
        words: the words of relations.
    """
    if agrees(one):
        return False
    if _is_narrower(one, words) or _is_of_next(one, found, words):
        return True
    at = one.price
    near = [m for m in found if m.home == at.home and m is not one.amount]
    if one.amount.sentence == at.sentence or not one.amount.left.startswith(words.totals):
        near = [m for m in near if m.sentence == at.sentence]
    near = near[-4 * _MOST :]  # a sum that ends a paragraph is of all its sentences
    return (
        _has_factor(one, [m for m in near if m.kind == "count"][:_MOST])
        or _has_others(one, near, words)
        or _is_anothers(one, found, words)
    )


def _is_narrower(one: Product, words: RelationWords) -> bool:
    """Whether an average is of fewer than were counted: 其中网课72万元；学员3,860人，面授人均A."""
    mean = _MEAN.match(one.price.left)
    whose = _ONE.sub("", mean["whose"]) if mean is not None else ""
    size = next(
        (n for n in range(len(one.per), 0, -1) if whose.endswith((one.per[-n:], one.per[:n]))), 0
    )
    whose = whose[: len(whose) - size].removesuffix("单")
    said = "".join((one.amount.left, one.amount.right, one.count.left, one.count.right))
    return bool(whose) and not words.fillers.make(whose) and whose not in said


def _is_of_next(one: Product, found: Sequence[Mention], words: RelationWords) -> bool:
    """Whether a number behind price and amount has a price of its own: 单价A、B，椅子N把、单价C."""
    if not one.price.start < one.amount.start < one.count.start:
        return False
    behind = [m for m in found if m.home == one.count.home and m.start > one.count.start]
    return bool(behind) and behind[0].part == one.count.part and is_price(behind[0], words)


def _has_factor(one: Product, counts: Sequence[Mention]) -> bool:
    """Whether two numbers of the sentence make the amount with the price: 5人、3天."""
    return any(agrees(evolve(one, number=number)) for number in _factors(counts))


def _factors(counts: Sequence[Mention]) -> Iterator[Count]:
    """Yield what each two numbers of some, and of the times right behind them, are together."""
    numbers = [m.value for m in counts if isinstance(m.value, Count)]
    spans = [span for m in counts if (span := _SPAN.match(m.right)) is not None]
    numbers += [Count(int(span["n"]), span["unit"], printed=span["n"]) for span in spans]
    for a, b in combinations(numbers, 2):
        printed = "×".join(f"{n.printed.removesuffix(n.unit)}{n.unit}" for n in (a, b))
        yield Count(a.value * b.value, a.unit, printed=printed)


def _whole(one: Product, found: Sequence[Mention]) -> Product:
    """Return a product with a further factor of its sentence, where without it it is far off."""
    at = one.price
    near = [m for m in found if m.home == at.home and m.sentence == at.sentence]
    counts = [m for m in near if m.kind == "count"][:_MOST]
    told = one.price.value.n * one.number.n // SCALE
    if agrees(one) or _is_near(told, one.amount.value.n):
        return one
    for number in _factors(counts):
        if _is_near(one.price.value.n * number.n // SCALE, one.amount.value.n):
            return evolve(one, number=number)
    return one


def _is_near(a: int, b: int) -> bool:
    """Whether neither of two amounts is twice the other one."""
    return a <= _TWICE * b and b <= _TWICE * a


_TWICE: Final = 2


def _has_others(one: Product, near: Sequence[Mention], words: RelationWords) -> bool:
    """Whether other prices of the sentence, with their numbers, make the rest of the amount."""
    rest, others = one.amount.value.n, 0
    for m in near:
        price = price_of(m, words) if m.kind in ("amount", "price") and m is not one.price else None
        count = _number_of(price, near, words) if price is not None else None
        if count is None or count is one.count:
            continue
        rest -= m.value.n * count.value.n // SCALE
        others += 1
    return others > 0 and rest > 0 and agrees(one, rest)


def _number_of(price: Price, near: Sequence[Mention], words: RelationWords) -> Mention | None:
    """Return the number that stands nearest before a price, else behind it."""
    at = price.at.start
    counts = [m for m in near if m.part == price.at.part and is_counted(m, price, words)]
    before = [m for m in counts if m.start < at]
    return before[-1] if before else next(iter(counts), None)


def _is_anothers(one: Product, found: Sequence[Mention], words: RelationWords) -> bool:
    """Whether the sentence of the amount, which is not the price's, has the price that makes it."""
    if one.amount.sentence == one.price.sentence:
        return False
    same = [m for m in found if m.home == one.amount.home and m.sentence == one.amount.sentence]
    prices = [m for m in same if m.kind in ("amount", "price") and is_price(m, words)]
    own = (price_of(m, words) for m in prices[:_MOST])
    made = (made_of(p, one.count, one.amount, 1) for p in own if p is not None)
    return any(m is not None and agrees(m) for m in made)
