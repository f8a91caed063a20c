"""Several prices with one sum, and prices that the name of a thing joins to its number and amount.

184户、每户2.2万元，96户、每户1万元，共计500.8万元 is a sum of two products.  Where a standard, a
number and an amount stand in sentences of their own, the same name before all three joins them:
公厕每座8万元；公厕18座；公厕奖补144万元.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention, several
from performance_rules.extraction.figures.roles import agrees as adds_up
from performance_rules.extraction.figures.roles import without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.prices.prices import Price, is_price, price_of
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
    is_counted,
)
from performance_rules.extraction.relations.totals import Total
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Amount, Count

_FEWEST: Final = 2
_LEAST: Final = 2
_ENOUGH: Final = 3
_YEARLY: Final = ("", "年", "年度")
_MONTHS: Final = 12
_ALL_YEAR: Final = "全年"
_NAME: Final = 8
_PLANS: Final = ("预算", "预算数", "计划", "概算")
_IN_TURN: Final = "分别"


def bundles(text: str, found: Sequence[Mention], words: RelationWords) -> list[Total]:
    """Return the sums of several products that the sentences of a text state."""
    if len(found) <= 2 * _FEWEST or sum(is_price(one, words) for one in found) < _FEWEST:
        return []  # each has a number, and all of them one amount
    made = (
        _bundle(text, list(beside), words)
        for _, beside in groupby(found, key=lambda one: one.sentence)
    )
    return [one for one in made if one is not None]


def _bundle(text: str, found: Sequence[Mention], words: RelationWords) -> Total | None:
    prices = {id(m): price for m in found if (price := price_of(m, words)) is not None}
    amounts = [m for m in found if m.kind == "amount" and id(m) not in prices]
    if len(prices) < _FEWEST or len(amounts) != 1 or len(found) != 2 * len(prices) + 1:
        return None
    total = amounts[0]
    parts = [m for m in found if m is not total]
    first = found[0] is total
    if not first and found[-1] is not total:
        return None
    said = has_any(total.left, words.totals)
    told = parts[0].opener == ":" if first else said
    if not told or not words.priced.make(total.left) or total.depth != parts[0].depth:
        return None
    if has_any(text[found[0].start : found[-1].end], words.partial):
        return None
    made: list[tuple[str, Mention]] = []
    for one, other in zip(parts[::2], parts[1::2], strict=True):
        price = prices.get(id(one)) or prices.get(id(other))
        count = other if id(one) in prices else one
        value = _product(price, count, words) if price is not None else None
        if value is None or price is None:
            return None
        name = without_tail(one.left.partition("每")[0], words) or f"第{len(made) + 1}项"
        made.append((name, evolve(price.at, value=value)))
    if len({name for name, _ in made}) < len(made):
        return None
    values = [m.value for _, m in made]
    if adds_up(total.value, sum(v.n for v in values), sum(v.half for v in values)):
        return Total(tuple(made), total)
    if any(adds_up(total.value, v.n, v.half) for v in values):
        return None
    return Total(tuple(made), total)


def _product(price: Price, count: Mention, words: RelationWords) -> Amount | None:
    """Return what a price and its number make, with the rest that both leave open."""
    each, number = price.at.value, count.value
    if price.mean or price.period not in _YEARLY or not is_counted(count, price, words):
        return None
    if not isinstance(each, Amount) or not isinstance(number, Count):
        return None
    printed = f"{number.printed}×{each.printed}"
    made = Amount(Decimal(each.value) * Decimal(number.value), each.unit, printed=printed)
    return evolve(made, step=0 if price.fixed else int(each.step * number.value))


def standards(found: Sequence[Mention], words: RelationWords) -> list[Product]:
    """Return the products whose price, number and amount the name of a thing joins."""
    prices = {id(m): price for m in found if (price := price_of(m, words)) is not None}
    if not prices:
        return []
    made = (
        *_by_thing(found, prices, words),
        *_means(found, prices, words),
        *_twice(found, prices, words),
    )
    return [
        one
        for one in made
        if agrees(one)
        or not (_is_planned(one, prices) or _is_of_several(one, prices, found, words))
    ]


def _is_planned(one: Product, prices: Mapping[int, Price]) -> bool:
    """Whether an amount was planned, and its price is a mean: 维护费预算A，支出B，平均每辆C."""
    price = prices.get(id(one.price))
    return price is not None and price.mean and one.amount.left.endswith(_PLANS)


def _is_of_several(
    one: Product, prices: Mapping[int, Price], found: Sequence[Mention], words: RelationWords
) -> bool:
    """Whether an amount is what several prices make together: 甲每件A，乙每件B，共N."""
    if _IN_TURN in one.amount.left:
        return True  # 人员经费与公用经费分别为A和B。人均公用经费C
    total = any(word in one.amount.left for word in (*words.totals, "计"))
    before = [m for m in found if m.part == one.amount.part and m.home == one.amount.home]
    before = [m for m in before if id(m) in prices and m.start < one.amount.start]
    return total and len(before) > 1


def _twice(
    found: Sequence[Mention], prices: Mapping[int, Price], words: RelationWords
) -> Iterator[Product]:
    """支出A。接待50批次、400人次，批均B，人均C: two averages of one amount, one of which agrees."""
    means = [price for price in prices.values() if price.mean and not price.period]
    for one, other in pairwise(means):
        sentence = one.at.sentence
        if other.at.sentence != sentence or one.at.home != other.at.home or one.per == other.per:
            continue
        here = [m for m in found if m.sentence == sentence and m.home == one.at.home]
        sums = [m for m in found if m.kind == "amount" and id(m) not in prices]
        sums = [m for m in sums if 0 <= sentence - m.sentence <= 1]
        ours = [[m for m in here if is_counted(m, price, words)] for price in (one, other)]
        if any(len(counts) != 1 for counts in ours):
            continue
        (first,), (second,) = ours
        pairs = [(_standard(one, first, m), _standard(other, second, m)) for m in sums]
        both = [(a, b) for a, b in pairs if a is not None and b is not None]
        fits = [(agrees(a), agrees(b)) for a, b in both]
        if any(all(pair) for pair in fits) or first is second:
            continue
        told = [(a, b, fit) for (a, b), fit in zip(both, fits, strict=True) if any(fit)]
        if len(told) == 1:
            a, b, (agreed, _) = told[0]
            yield b if agreed else a


def _means(
    found: Sequence[Mention], prices: Mapping[int, Price], words: RelationWords
) -> Iterator[Product]:
    """工资福利支出A，人均工资福利支出B（20人）: an average of what is called the same."""
    for price in prices.values():
        at = price.at
        name = without_tail(at.left.rpartition("均")[2].rpartition("每")[2], words)
        name = name.removeprefix(price.per)
        if not price.mean or len(name) < _ENOUGH:
            continue
        amounts = [m for m in found if m.kind == "amount" and id(m) not in prices]
        sums = [m for m in amounts if _is_called(m, name, words)]
        beside = [m for m in amounts if m.sentence == at.sentence]
        numbers = [m for m in found if is_counted(m, price, words)]
        numbers = [m for m in numbers if 0 <= at.sentence - m.sentence <= 1]
        whole = [m for m in numbers if m.sentence == at.sentence]
        if not whole and len(numbers) > 1 and not numbers[1].left.startswith(words.parts):
            continue  # which of several is the whole, no word says
        others = [_standard(price, m, n) for m in numbers for n in (*sums, *beside)]
        if any(one is not None and agrees(one) for one in others):
            continue
        whole = whole or numbers[:1]
        if len({m.value.n for m in sums}) == 1 and len(whole) == 1:
            made = _standard(price, whole[0], sums[0])
            if made is not None:
                yield made


def _is_called(one: Mention, name: str, words: RelationWords) -> bool:
    """Whether an amount is of what an average is called after: 会议费支出 of 人均会议费."""
    _, found, rest = one.left.rpartition(name)
    return bool(found) and words.priced.make(rest)


def _by_thing(
    found: Sequence[Mention], prices: Mapping[int, Price], words: RelationWords
) -> list[Product]:
    """公厕每座8万元；公厕18座；公厕奖补144万元: what is called the same belongs together."""
    named = [(_label(p.at), p) for p in prices.values() if not p.mean]
    named = [(name, price) for name, price in named if len(name) >= _LEAST]
    if not named or len(found) < _ENOUGH:
        return []
    numbers: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in found:
        name = without_tail(one.left, words)
        if one.kind == "count" and _LEAST <= len(name) <= _NAME:
            numbers[name].append(one)
    made = []
    for label, price in named:
        names = [name for name in numbers if label.endswith(name) or name == label]
        if len(names) != 1 or len(numbers[names[0]]) != 1:
            continue
        name, count = names[0], numbers[names[0]][0]
        mine = [m for m in found if id(m) not in prices and _is_of(m, name, words)]
        mine = mine or _right_behind(found, price, prices, words)
        same = [other for other, _ in named if other.endswith(name)]
        if len(mine) != 1 or len(same) != 1 or not is_counted(count, price, words):
            continue
        if price.at.part == count.part == mine[0].part:
            continue  # what one part of a sentence says together is read there
        joined = _standard(price, count, mine[0])
        made += [joined] if joined is not None else []
    return made


def _right_behind(
    found: Sequence[Mention], price: Price, prices: Mapping[int, Price], words: RelationWords
) -> list[Mention]:
    """Return the amount that nothing but 共 parts from its price: 渔村每个20万元，共80万元."""
    at = next(i for i, m in enumerate(found) if m is price.at)
    one = found[at + 1] if at + 1 < len(found) else None
    if one is None or one.kind != "amount" or id(one) in prices or one.part != price.at.part:
        return []
    if _IN_TURN in one.left:
        return []  # 甲每个A、乙每个B，分别为C、D: of the first one
    return [one] if one.opener in ",，" and words.fillers.make(one.left) and one.left else []


def _label(one: Mention) -> str:
    """Return what a price is of: 公厕 of 公厕每座补助."""
    name, _, _ = one.left.partition("每")
    return name


def _is_of(one: Mention, name: str, words: RelationWords) -> bool:
    """Whether an amount is what was paid for a thing: 公厕奖补, 公厕共支出."""
    rest = one.left.removeprefix(name)
    return one.kind == "amount" and rest != one.left and words.priced.make(rest)


def _standard(price: Price, count: Mention, amount: Mention) -> Product | None:
    times = 1 if price.period in _YEARLY else _MONTHS
    if times > 1 and (price.period not in ("月", "个月") or _ALL_YEAR not in amount.left):
        return None
    if not isinstance(count.value, Count) or not isinstance(amount.value, Amount):
        return None
    number = count.value if times == 1 else several(count.value, times, price.period)
    return Product(price.at, price.per, count, number, amount)
