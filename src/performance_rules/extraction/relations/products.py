"""A price of one, a number of things and an amount that one sentence states together.

安装电暖器1,250台，每台补贴360元，补贴资金45.00万元.  The price says what it is for one of, and the
number counts just that; the amount stands next to them and is called nothing narrower.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from performance_rules.extraction.relations.mentions import Mention, several
from performance_rules.extraction.relations.words import RelationWords
from performance_rules.numerals import whole_number
from performance_rules.precision import last_digit
from performance_rules.values import SCALE, Amount, Count

_FAR: Final = 200
_MEANS: Final = re.compile(r"(?:平均)?(?P<per>[^\d\W每]{1,3})(?<!平)均(?P<rest>\D{0,12})\Z")
_EACH: Final = "每"
_LONGEST_NOUN: Final = 4
_PERSON, _VISITS = "人", "人次"
_NEAR: Final = 40
"""So many figures to either side are looked at: the work stays linear."""
_OTHER_TIME: Final = re.compile(
    r"(?<!\d)[两二三四五六七八九十2-9]年|半年|季度|(?<!\d)\d{1,2}[-—~至到]\d{1,2}月|前\d{1,2}个?月|截至"
)
"""Times that are no year: what is paid in one of them is not the price of a year times a number."""
_MONTHS: Final = re.compile(r"(\d{1,2})个月")
_TIMES: Final = {
    "天": re.compile(r"(\d{1,3})天"),
    "日": re.compile(r"(\d{1,3})[天日]"),
    "学期": re.compile(r"([一二两三四\d])个?学期"),
    "周": re.compile(r"(\d{1,2})周"),
}


@frozen(eq=False)
class Price:
    """What one of something costs.

    Attributes:
        at: the figure.
        per: what it is for one of; empty where only 单价 is said.
        period: the time it is for; empty where none is said.
        mean: whether it is an average, worked out from the two others.
    """

    at: Mention
    per: str
    period: str = ""
    mean: bool = False


@frozen(eq=False)
class Product:
    """A price, a number and an amount that belong together."""

    price: Mention
    per: str
    count: Mention
    number: Count
    amount: Mention

    @property
    def listed(self) -> bool:
        """Whether a colon stands between the amount and what makes it."""
        return self.amount.start < self.price.start and ":" in (
            self.count.opener,
            self.price.opener,
        )


def products(text: str, found: Sequence[Mention], words: RelationWords) -> list[Product]:
    """Return the products that the sentences of a text state.

    Args:
        text: the text.
        found: its figures.
        words: the words of relations.
    """
    prices = [price for one in found if (price := _price(one, words)) is not None]
    taken = {id(price.at) for price in prices}
    where = {id(one): i for i, one in enumerate(found)}
    made: list[Product] = []
    unsure: set[tuple[int, int]] = set()
    for price in prices:
        i = where[id(price.at)]
        near = found[max(0, i - _NEAR) : i + _NEAR]
        one = _product(text, near, price, taken, words)
        made += [one] if one is not None else []
        if one is None:
            unsure.add((price.at.sentence, price.at.part))
    return [one for one in made if _agrees(one) or _alone(one, made, unsure, words)]


def _alone(
    one: Product,
    made: Sequence[Product],
    unsure: set[tuple[int, int]],
    words: RelationWords,
) -> bool:
    """Whether no other price can be meant by the amount of a product.

    甲12人、每人3,000元；乙5人、每人2,000元，共N: a sum may be of all prices of its sentence.
    """
    at = one.price
    total = one.listed or any(word in one.amount.left for word in words.totals)
    unknown = {s if total else p for s, p in unsure}
    others = [m for m in made if m is not one and m.price.sentence == at.sentence]
    if not total:
        others = [m for m in others if m.price.part == at.part]
    return (at.sentence if total else at.part) not in unknown and all(map(_agrees, others))


def _price(one: Mention, words: RelationWords) -> Price | None:
    """Return the price that a figure is, or None."""
    if one.kind == "price":
        return _of_unit(one, one.unit, words)
    if one.kind != "amount":
        return None
    left = one.left
    if _EACH in left:
        return _each(one, left.partition(_EACH)[2], words)
    mean = _MEANS.search(left)
    if mean is not None and words.priced.make(mean["rest"]):
        return Price(one, mean["per"], mean=True)
    for name in words.prices:
        head, found, rest = left.rpartition(name)
        if found and words.fillers.make(rest) and len(head) <= 6:
            per = one.right[1:] if one.right.startswith("/") else ""
            return Price(one, per, mean="均" in name)
    return None


def _of_unit(one: Mention, unit: str, words: RelationWords) -> Price | None:
    """2.2万元/户; 300元/人/月."""
    if unit in words.periods:
        return None
    period = one.right[1:] if one.right.startswith("/") else ""
    if period and period not in words.periods:
        return None
    return Price(one, unit, period)


def _each(one: Mention, left: str, words: RelationWords) -> Price | None:
    """每台补贴360元; 每人每月100元; 每名保安每月服务费3,400元."""
    first, _, second = left.partition(_EACH)
    period = next((period for period in words.periods if second.startswith(period)), "")
    if second and not period:
        return None
    rest = second[len(period) :]
    if not second:
        per = _counter(first, words)
        rest, first = first[len(per) :], per
        if rest.startswith("年") and words.priced.make(rest[1:]):
            rest = rest[1:]
    if first in words.periods:
        return None
    if not words.priced.make(rest):
        # 每村管护费: what is counted is a noun that the number says as well
        return Price(one, first + rest) if not second and len(first + rest) <= 12 else None
    return Price(one, first, period, mean="平均" in one.left)


def _counter(text: str, words: RelationWords) -> str:
    for size in range(min(_LONGEST_NOUN, len(text)), 0, -1):
        if text[:size] in words.units or text[:size] in words.periods:
            return text[:size]
    for size in range(1, min(_LONGEST_NOUN, len(text)) + 1):
        if words.priced.make(text[size:]):
            return text[:size]
    return ""


def _product(
    text: str,
    found: Sequence[Mention],
    price: Price,
    prices: set[int],
    words: RelationWords,
) -> Product | None:
    """Return the product of a price: in its part of the sentence, else with the part beside it."""
    part = price.at.part
    for parts in ((part,), (part - 1, part), (part, part + 1)):
        beside = [m for m in found if m.part in parts]
        counts = [i for i, m in enumerate(beside) if _counts(m, price, words)]
        if not counts or (len(parts) > 1 and len(counts) > 1):
            continue
        made = _among(text, found, beside, counts, price, prices, words)
        if made is not None:
            return made
    return None


def _among(
    text: str,
    found: Sequence[Mention],
    beside: Sequence[Mention],
    counts: Sequence[int],
    price: Price,
    prices: set[int],
    words: RelationWords,
) -> Product | None:
    at = beside.index(price.at)
    nearest = min(counts, key=lambda i: (abs(i - at), i > at))
    low, high = min(at, nearest), max(at, nearest)
    amount, times = _amount(beside, low, high, price, prices, words), _times(text, price)
    if amount is None or times is None:
        return None
    begin = min(m.start - len(m.left) for m in (beside[low], amount))
    end = max(beside[high].end, amount.end)
    if any(word in text[begin:end] for word in words.partial):
        return None
    inside = [m for m in beside if begin < m.start < end and m is not price.at and m is not amount]
    if any(m.kind != "count" for m in inside):
        return None
    count = beside[nearest]
    meant = any(word in count.left for word in words.intended)
    if meant and any(word in amount.left for word in words.paid):
        return None
    made = _fitting(price, [count], [amount], times)
    if made is not None:
        return made
    near = [m for m in found if m.part == amount.part or m.part == count.part]
    rest = [m for m in near if m.kind == "amount" and id(m) not in prices]
    others = [m for m in near if _counts(m, price, words)]
    if _fitting(price, others, rest, times) is not None:
        return None
    made = _made(price, count, amount, times)
    if made is None or _is_rest(made, [m for m in found if m.sentence == amount.sentence], prices):
        return None
    return made


def _is_rest(one: Product, beside: Sequence[Mention], prices: set[int]) -> bool:
    """Whether an amount is that of a price and of something else that stands beside it."""
    others = [
        m for m in beside if m.kind == "amount" and m is not one.amount and id(m) not in prices
    ]
    value = one.amount.value
    if not isinstance(value, Amount):
        return False
    sums = [m.value.n for m in others]
    return any(_agrees(one, value.n - more) for more in (*sums, sum(sums)) if 0 < more < value.n)


def _counts(one: Mention, price: Price, words: RelationWords) -> bool:
    """Whether a number counts what a price is for one of; 每座1人 is no number of people."""
    if one.kind != "count" or "每" in one.left or one.left.endswith(("均", "平均")):
        return False
    if not price.per:
        return True
    known = words.units.get(price.per)
    if known is not None and words.units.get(one.unit, one.unit) == known:
        return True
    if known is None and one.unit == price.per:
        return True
    if price.mean and known == _PERSON and one.unit == _VISITS:
        return True  # 出差432人次，人均600元
    # 12个村、每村12.5万元; 寄宿生420人、每生
    return one.unit != price.per and price.per in one.right[: len(price.per) + 2]


def _amount(
    beside: Sequence[Mention],
    low: int,
    high: int,
    price: Price,
    prices: set[int],
    words: RelationWords,
) -> Mention | None:
    """Return the amount that a price and a number make: right behind them, between, or before."""
    for one in beside[high + 1 :]:
        if one.kind == "count" and words.fillers.make(one.left) and one.opener == "、":
            continue
        planned = any(word in one.left for word in words.stages)
        if one.kind == "amount" and id(one) not in prices and words.priced.make(one.left):
            return None if planned else one
        break
    inner = [m for m in beside[low + 1 : high] if m.kind == "amount" and id(m) not in prices]
    before = inner[0] if inner else beside[low - 1] if low else None
    if before is None or before.kind != "amount" or id(before) in prices:
        return None
    first = beside[low] if not inner else beside[high]
    said = before.left + before.right + first.left
    planned = not price.mean and any(word in first.left for word in words.planned)
    stages = words.parts if planned else words.stages
    if before.depth > first.depth or any(word in said for word in stages):
        return None
    if first.part > before.part:
        return before if price.mean and _calls(before, price, words) else None
    return before if first.opener in (*",，(:", "") else None


def _calls(amount: Mention, price: Price, words: RelationWords) -> bool:
    """Whether an amount may be what an average is of: 车均运行费 is not that of receptions."""
    rest = price.at.left.rpartition("均")[2].rpartition("每")[2]
    return words.money.make(rest) or rest in amount.left or price.per + "均" not in price.at.left


def _times(text: str, price: Price) -> int | None:
    """Return how many periods the amount is for; None if that is not said."""
    near = _sentence(text, price.at)
    if _OTHER_TIME.search(near):
        return None
    if price.period in ("", "年", "年度"):
        return 1
    if price.period in ("月", "个月"):
        said = _MONTHS.search(near)
        if said is not None:
            return int(said[1])
        return 12 if "全年" in near else None
    pattern = _TIMES.get(price.period)
    said = pattern.search(near) if pattern is not None else None
    if said is None:
        return None
    return whole_number(said[1])


def _sentence(text: str, one: Mention) -> str:
    low, high = max(0, one.start - _FAR), min(len(text), one.end + _FAR)
    begin = max(low - 1, *(text.rfind(mark, low, one.start) for mark in "。;!?")) + 1
    ends = [at for mark in "。;!?" if (at := text.find(mark, one.end, high)) >= 0]
    return text[begin : min(ends, default=high)]


def _fitting(
    price: Price, counts: Sequence[Mention], amounts: Sequence[Mention], times: int
) -> Product | None:
    """Return a number and an amount that the price agrees with, or None."""
    for count in counts:
        for amount in amounts:
            for n in dict.fromkeys((times, 1, 12)):
                made = _made(price, count, amount, n)
                if made is not None and _agrees(made):
                    return made
    return None


def _agrees(one: Product, n: int | None = None) -> bool:
    """Whether the three figures can hold together, as they are printed.

    Args:
        one: the figures.
        n: another amount than the printed one.
    """
    price, amount = one.price.value, one.amount.value
    if not isinstance(price, Amount):
        return False
    half = price.half or last_digit(price) // 2  # an average was rounded, 36.89元 as well
    low = (price.n - half) * (one.number.n - one.number.half)
    high = (price.n + 2 * half) * (one.number.n + one.number.half)
    at = amount.n if n is None else n
    return low <= (at + amount.half) * SCALE and (at - amount.half) * SCALE <= high


def _made(price: Price, count: Mention, amount: Mention, times: int) -> Product | None:
    if not isinstance(count.value, Count) or not isinstance(amount.value, Amount):
        return None
    number = count.value if times == 1 else several(count.value, times, price.period or "期")
    return Product(price.at, price.per or count.unit, count, number, amount)
