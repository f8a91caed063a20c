"""Figures whose unit is wrong: all else agrees once 元, 万元 and 亿元 are exchanged.

人均1,800万元 of 21.60万元 and 120人 is one of 1,800元.  Only a relation that comes out to the last
printed digit shows it, and one that other figures beside it do not explain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention, several
from performance_rules.extraction.figures.roles import DONE, LEFT, OPENING, PLANNED, Cast
from performance_rules.extraction.figures.roles import agrees as adds_up
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.prices.prices import Price, is_price, price_of
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
    is_counted,
)
from performance_rules.text.years import WRITTEN_YEAR
from performance_rules.values.quantity import SCALE, Amount, Count, Quantity, size_in

_UNITS: Final = ("元", "万元", "亿元")
_FEWEST, _MOST, _BACK = 2, 8, 2
"""And so many sentences back a whole may stand."""
_NEAR: Final = 10
_FAR: Final = 24
_IS: Final = re.compile(r"(?:共计|合计|共|为|是|达到|达)+\Z")
_CLEAR: Final = 20
"""So many times what rounding leaves open a figure must be for its unit to be told."""
_POWERS: Final = (10, 100, 1000)
_MONTHLY: Final = re.compile(r"(?:每月|月均)\w{0,2}\Z")
_YEAR_OF_MONTHS: Final = Count(12, "个月")
_SAME: Final = re.compile(
    r"(?:即|也就是|亦即|相当于|换算(?:为|成|后为)?|折合|约合|折|合|以元为单位(?:为|是|即)?"
    r"|(?:对应|相应)?(?:决算|会计|财务)?(?:报表|账面|附表|表格|账)"
    r"(?:列示|反映|列报|登记|记载|填列|列)?数?为)"
)
"""Before an amount that says the one before it again."""
_SAID_AGAIN: Final = ("即", "折合", "约合", "也就是", "相当于", "换算为")
_AGAIN: Final = re.compile(rf"(?P<name>[^\d]{{3,}})(?:{'|'.join(_SAID_AGAIN)})\Z")
_REFERS: Final = re.compile(
    r"折合|折算|换算|(?:账|报表|台账|凭证)(?:上|中|面)?(?:列|登记|反映|记|填列)|上述|前述|全额|以元"
)
"""In the words before an amount that was said further up, in another unit."""
_ALL: Final = "全额"
_OF_PART: Final = re.compile("其中|[含占比较每均]|上年|去年")
_SURE: Final = 4
"""So many digits are no chance."""
_TIMES: Final = (*_POWERS, 10**4, 10**5, 10**8)


@fixed(eq=False)
class Slip:
    """An amount whose unit or point is wrong.

    Attributes:
        figure: the amount.
        right: what it should be, as other figures show.
        others: those figures.
    """

    figure: Mention
    right: Amount
    others: tuple[Mention, ...]


def slips(parts: Sequence[Cast], words: RelationWords) -> list[Slip]:
    """Return the amounts of a paragraph whose unit other figures show to be wrong.

    Args:
        parts: the last figures before the paragraph and its own, with their parts.
        words: the words of relations.
    """
    found = [one.at for one in parts]
    kinds = [one.kind for one in found]
    if kinds.count("amount") + kinds.count("price") < _FEWEST:
        return []
    units = {m.value.unit for m in found if m.kind == "amount"}
    made = [
        *_again(found, words),
        *(_further_up(found, words) if len(units) > 1 else ()),
        *_means(found, words),
        *(_sums(found, words) if len(units) > 1 else ()),
        *_left(parts),
    ]
    if not made:
        return []
    seen: dict[int, Slip] = {}
    for one in made:
        seen.setdefault(id(one.figure), one)
    return list(seen.values())


def _again(found: Sequence[Mention], words: RelationWords) -> Iterator[Slip]:
    """12,680万元（12.68亿元）; 9,800万元，即9.8亿元; 98.53万元（账面数为98530元）."""
    home = found[-1].home
    for i, (one, other) in enumerate(pairwise(found)):
        if one.home != home or one.right or other.start - len(other.left) != one.end + 1:
            continue
        a, b = one.value, other.value
        if not isinstance(a, Amount) or not isinstance(b, Amount) or other.opener not in "(，,":
            continue
        if other.kind != "amount" or one.kind != "amount":
            continue
        told = _SAME.fullmatch(other.left) is not None
        bare = other.opener == "(" and not other.left and not other.right and a.unit != b.unit
        told = told or (other.opener == "(" and _is_same_number(one, other, words))
        if not (told or bare) or other.right or adds_up(a, b.n, b.half):
            continue
        if _is_said(b, found[max(0, i - _MOST) : i + 2 + _MOST], other):
            continue  # A和B，折合C和D
        if told or any(_is_power(a, b, times) for times in _TIMES):
            yield Slip(other, a, (one,))
    for i, one in enumerate(found):
        if one.home != home or one.kind != "amount" or not one.left.endswith(_SAID_AGAIN):
            continue
        said = _AGAIN.match(one.left)
        named = [m for m in found[max(0, i - _FAR) : i] if said and _is_called(m, said["name"])]
        named = [m for m in named if m.home == one.home]
        if len({m.value.n for m in named}) != 1 or _is_said(one.value, found[:i], one):
            continue
        base = named[-1].value
        moved = isinstance(base, Amount) and any(_is_power(base, one.value, n) for n in _TIMES)
        if moved and isinstance(base, Amount):
            yield Slip(one, base, (named[-1],))


def _further_up(found: Sequence[Mention], words: RelationWords) -> Iterator[Slip]:
    """中标价386.5万元.  …财务账列该合同价386500.00元: the digits of one, and not its size."""
    home = found[-1].home
    for i, one in enumerate(found):
        if one.home != home or one.kind != "amount" or _REFERS.search(one.left) is None:
            continue
        if _is_price(one, words):
            continue
        near = [m for m in found[max(0, i - _FAR) : i] if m.kind == "amount"]
        near = [m for m in near if not _is_price(m, words)]
        if _is_said(one.value, near, one):
            continue
        fewest = _FEWEST if _ALL in one.left else _SURE
        same = [m for m in near if m.value.unit != one.value.unit]
        same = [m for m in same if _digits(m.value) == _digits(one.value)]
        year = WRITTEN_YEAR.search(one.left)  # 2021年…列示N is of that year
        same = [m for m in same if year is None or year[0] in m.left]
        values = {m.value.n for m in same}
        base = same[-1].value if len(values) == 1 else None
        if isinstance(base, Amount) and len(_digits(base)) >= fewest:
            yield Slip(one, base, (same[-1],))


def _is_same_number(one: Mention, other: Mention, words: RelationWords) -> bool:
    """Whether an amount in a bracket has the digits of the one before it, in another unit."""
    same = len(_digits(one.value)) >= _SURE and _digits(one.value) == _digits(other.value)
    same = same and one.value.unit != other.value.unit and not _is_price(other, words)
    return same and _OF_PART.search(other.left) is None


def _is_price(one: Mention, words: RelationWords) -> bool:
    return "每" in one.left or "均" in one.left or is_price(one, words)


def _digits(value: Quantity) -> str:
    """Return the digits of a number without the zeros around them."""
    return str(abs(value.n)).rstrip("0")


def _is_called(one: Mention, name: str) -> bool:
    """Whether an amount is called as words that say it again end: 总投资 of 项目总投资."""
    own = _IS.sub("", one.left)
    return one.kind == "amount" and len(own) > _FEWEST and name.endswith(own)


def _is_said(value: Quantity, near: Sequence[Mention], at: Mention) -> bool:
    """Whether another amount beside one is the same."""
    others = [m.value for m in near if m.kind == "amount" and m is not at]
    return any(adds_up(value, other.n, other.half) for other in others)


def _is_power(a: Quantity, b: Quantity, times: int) -> bool:
    """Whether one amount is so many times the other, as both are printed."""
    return any(
        x.n and abs(x.n - times * y.n) <= x.half + times * y.half < x.n // _CLEAR
        for x, y in ((a, b), (b, a))
    )


def _means(found: Sequence[Mention], words: RelationWords) -> Iterator[Slip]:
    """人均1,800万元 of 21.60万元 and 120人."""
    prices = {id(m): price for m in found if (price := price_of(m, words)) is not None}
    if not prices and not any("月" in m.left for m in found):
        return
    amounts = [m for m in found if m.kind == "amount" and id(m) not in prices]
    for i, one in enumerate(found):
        monthly = one.kind == "amount" and "月" in one.left
        monthly = monthly and _MONTHLY.search(one.left) is not None
        price = Price(one, "月", mean=True) if monthly else prices.get(id(one))
        if price is None or price.period or price.ceiling:
            continue
        near = {id(m) for m in found[max(0, i - _NEAR) : i + _NEAR]}
        numbers = [m for m in found if id(m) in near and is_counted(m, price, words)]
        if monthly:
            numbers = [evolve(one, kind="count", value=_YEAR_OF_MONTHS, unit="个月")]
        sums = [m for m in amounts if id(m) in near and m is not one]
        sums = [m for m in sums if abs(m.sentence - one.sentence) <= (0 if monthly else _BACK)]
        pairs = list(_products(price, numbers, sums))
        beside = [m for m in found if id(m) in near and m.kind == "count"] if monthly else []
        if any(map(_fits, (*pairs, *_products(price, beside, sums)))):
            continue
        shown = [slip for made in pairs if (slip := _moved(made, price)) is not None]
        if len({id(slip.figure) for slip in shown}) == 1:
            yield shown[0]


def _products(
    price: Price, counts: Sequence[Mention], amounts: Sequence[Mention]
) -> Iterator[Product]:
    """Yield what a price, numbers and amounts may make, in a year or in each of its months."""
    for count in counts if amounts else ():
        if isinstance(count.value, Count):
            numbers = (count.value, several(count.value, 12, "月"))
            for amount, number in product(amounts, numbers):
                yield Product(price.at, price.per, count, number, amount)


def _fits(one: Product) -> bool:
    """Whether a product agrees as it is printed, its price rounded and not cut off."""
    made, n = one.price.value.n * one.number.n // SCALE, one.amount.value.n
    slack = one.price.value.half * one.number.n // SCALE + one.amount.value.half
    return abs(made - n) <= slack or (agrees(one) and one.price.value.half == 0)


def _moved(one: Product, price: Price) -> Slip | None:
    """Return the figure of a product whose unit is wrong, or None."""
    each, amount = one.price.value, one.amount.value
    if not isinstance(each, Amount) or not isinstance(amount, Amount) or one.number.n <= 0:
        return None
    if "×" in one.number.printed or not (_is_telling(each) or _is_telling(amount)):
        return None
    made = each.n * one.number.n
    exact = price.mean and price.at.sentence == one.count.sentence and one.count.value.half == 0
    if exact and _is_telling(each) and _is_telling(amount) and _is_telling(one.number):
        for value, times in ((each.value / 10, 10 * SCALE), (each.value * 10, SCALE // 10)):
            if made == amount.n * times and one.count is not one.price:
                return Slip(one.price, Amount(value, each.unit), (one.amount, one.count))
    for unit in _UNITS:
        if unit == each.unit:
            continue
        moved = Amount(each.value, unit)
        if not agrees(evolve(one, price=evolve(one.price, value=moved))):
            continue
        if amount.unit == each.unit or (each.unit == "元" and amount.unit == "万元"):
            others = (one.amount,) if one.count is one.price or price.per == "月" else ()
            return Slip(one.price, moved, others or (one.amount, one.count))
        right = next((m for m in _in_units(amount) if m.n * moved.n == amount.n * each.n), None)
        return Slip(one.amount, right, (one.price, one.count)) if right is not None else None
    return None


def _is_telling(value: Quantity) -> bool:
    """Whether a figure has digits enough that they come out by no accident."""
    return len(str(value.value).replace(".", "").strip("0")) >= _FEWEST


def _sums(found: Sequence[Mention], words: RelationWords) -> Iterator[Slip]:
    """34.62亿元，其中A 21.90万元，B 12.72亿元."""
    plain = [m for m in found if m.kind == "amount" and not is_price(m, words)]
    if len({m.value.unit for m in plain if isinstance(m.value, Amount)}) < _FEWEST:
        return
    home = found[-1].home
    for i, one in enumerate(plain):
        if one.home != home or not _is_beside(plain, i):
            continue
        for unit, moved in _sizes(one.value):
            made = _as_whole(plain, i, moved) or _as_part(plain, i, moved)
            if made is not None:
                yield Slip(one, Amount(one.value.value, unit), made)


def _is_beside(plain: Sequence[Mention], i: int) -> bool:
    """Whether an amount may be a whole or a part: another one of its sentence is beside it."""
    near = plain[max(0, i - 1) : i + 2]
    return sum(one.sentence == plain[i].sentence for one in near) > 1


def _in_units(value: Quantity) -> Iterator[Amount]:
    """Yield an amount with other units."""
    if isinstance(value, Amount) and value.n > 0:
        yield from (Amount(value.value, unit) for unit in _UNITS if unit != value.unit)


_Size = tuple[int, int]
"""How much an amount is and half of its step, both scaled."""


def _sizes(value: Quantity) -> Iterator[tuple[str, _Size]]:
    """Yield the other units of an amount, with its size in each."""
    if isinstance(value, Amount) and value.n > 0:
        yield from ((unit, size_in(value, unit)) for unit in _UNITS if unit != value.unit)


def _as_whole(plain: Sequence[Mention], i: int, moved: _Size) -> tuple[Mention, ...] | None:
    """Return the parts behind a whole that add up to what it is in another unit."""
    n = slack = 0
    for size, one in enumerate(plain[i + 1 : i + 1 + _MOST], 1):
        if one.sentence != plain[i].sentence:
            break
        n, slack = n + one.value.n, slack + one.value.half
        if size >= _FEWEST and _is_sum(moved, (n, slack), moved, plain[i]):
            return tuple(plain[i + 1 : i + 1 + size])
    return None


def _as_part(plain: Sequence[Mention], i: int, moved: _Size) -> tuple[Mention, ...] | None:
    """Return a whole, with the other parts beside a figure, that it is a part of when moved."""
    at = plain[i]
    low, high = i, i + 1
    while low > max(0, i - _MOST + 1) and plain[low - 1].sentence == at.sentence:
        low -= 1
    while high < min(len(plain), i + _MOST) and plain[high].sentence == at.sentence:
        high += 1
    wholes = [m for m in plain[max(0, low - _MOST) : i] if at.sentence - m.sentence <= _BACK]
    if not wholes:
        return None
    begin = i - len(wholes)  # those in reach stand right before it
    for first in range(low, i + 1):
        n = moved[0] + sum(m.value.n for m in plain[first:i])
        slack = moved[1] + sum(m.value.half for m in plain[first:i])
        for last in range(i + 1, min(high, first + _MOST) + 1):
            if last > i + 1:
                n, slack = n + plain[last - 1].value.n, slack + plain[last - 1].value.half
            if last < first + _FEWEST:
                continue
            for whole in plain[max(begin, first - _MOST) : first]:
                if _is_sum((whole.value.n, whole.value.half), (n, slack), moved, at):
                    return (whole, *plain[first:i], *plain[i + 1 : last])
    return None


def _is_sum(whole: _Size, made: _Size, moved: _Size, one: Mention) -> bool:
    """Whether figures add up, and the one that was moved is needed for it, as the others are."""
    apart, slack = abs(whole[0] - made[0]), whole[1] + made[1]
    if apart > slack:
        return False
    needed = moved[0] > _CLEAR * slack and abs(whole[0] - moved[0]) > slack
    return needed or (not apart and _is_telling(one.value))


def _left(parts: Sequence[Cast]) -> Iterator[Slip]:
    """到位2,600万元，支出2.47亿元，结余130万元: one of what was done and what is left."""
    if not any(one.role == LEFT for one in parts):
        return
    own = [one for one in parts if one.at.kind == "amount"]
    done = [one for one in own if one.role in (DONE, LEFT)]
    for one, other in pairwise(done):
        if (
            other.at.home != parts[-1].at.home
            or {one.role, other.role} != {DONE, LEFT}
            or one.at.sentence != other.at.sentence
        ):
            continue
        before = [m for m in own if m.role in (PLANNED, OPENING) and m.order < one.order]
        for whole in reversed(before[-_FEWEST:]):
            if one.at.sentence - whole.at.sentence > _BACK:
                continue
            made = _rest(whole.at, one.at, other.at) or _rest(whole.at, other.at, one.at)
            if made is not None:
                yield made
                break


def _rest(whole: Mention, figure: Mention, beside: Mention) -> Slip | None:
    """Return a figure that is another power of ten of what a whole and the other one leave."""
    value, rest = figure.value, whole.value.n - beside.value.n
    slack = whole.value.half + beside.value.half
    if not isinstance(value, Amount) or value.n <= 0:
        return None
    clear = rest > _CLEAR * slack
    for moved in _in_units(value):
        if (moved.n == rest and _is_telling(moved)) or (clear and adds_up(moved, rest, slack)):
            return Slip(figure, moved, (whole, beside))
    if not clear:
        return None
    if not isinstance(beside.value, Amount) or not isinstance(whole.value, Amount):
        return None
    if value.unit == beside.value.unit or beside.value.unit != whole.value.unit:
        return None
    for times in _POWERS:
        for n, half in ((value.n * times, value.half * times), (value.n // times, value.half)):
            if abs(n - rest) <= slack + half and half * _CLEAR < rest:
                left = whole.value.value - beside.value.value
                return Slip(figure, Amount(left, whole.value.unit), (whole, beside))
    return None
