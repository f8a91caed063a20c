"""A price of one, a number of things and an amount that one sentence states together.

安装电暖器1,250台，每台补贴360元，补贴资金45.00万元.  The price says what it is for one of, and the
number counts just that; the amount stands next to them and is called nothing narrower.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention, several
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.prices.costs import is_of_cost, without_noun
from performance_rules.extraction.relations.prices.prices import (
    Price,
    is_parted,
    is_uneven,
    prices_in,
    times_of,
)
from performance_rules.text.words import has_any
from performance_rules.values.precision import last_digit
from performance_rules.values.quantity import SCALE, Amount, Count

_OTHERS: Final = {"生": ("师", "职工", "编"), "师": ("生",)}
"""Persons that are none of those one is for: 教师90人 beside 生均."""
_PERSON, _VISITS, _TIMES, _SHARE, _MONTH = "人", "人次", "次", "占", "月"
_EACH: Final = "分别"
"""单价分别为A、B、C: which is whose, stands before them."""
_AT_END: Final = ("年末", "年底", "期末", "月末", "目前", "现有")
_ANOTHER: Final = re.compile(r"\A(?:另外|此外|另)")
"""At the head of what is bought as well: no part of another amount."""
_REDUCED: Final = re.compile("优惠|减免|让利|折扣|抵扣|扣除|扣减|退")
"""What need not be paid of what a price and a number make."""
_SCOPE: Final = re.compile("全[县市省区国州]")
_BEHIND: Final = re.compile(r"[^,，;:。、()]*")
_BARE: Final = re.compile(r"[^,，;:。()]{0,3}[,，;:。()]")
_PER: Final = re.compile("[每均]|[亩单]产")
_MEAN: Final = re.compile("每|平均|均\\Z")
_EQUAL: Final = ("持平", "相同", "一致", "相当")
_UNPAID: Final = re.compile("[结节]余|结转|剩余|余额|差额|缺口|负债|净资产|净增|净减")
_SIZE: Final = 2
_NEAR: Final = 40
"""So many figures to either side are looked at: the work stays linear."""


@fixed(eq=False)
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
    prices = [price for price in prices_in(text, found, words) if _EACH not in price.at.left]
    if not prices:
        return []
    taken = {id(price.at) for price in prices}
    where = {id(one): i for i, one in enumerate(found)}
    made: list[Product] = []
    unsure: list[Mention] = []
    for price in prices:
        i = where[id(price.at)]
        near = found[max(0, i - _NEAR) : i + _NEAR]
        one = _product(text, near, price, taken, words)
        made += [one] if one is not None else []
        if one is None and not _has_own(found, i, taken, words):
            unsure.append(price.at)
    kept = [one for one in made if agrees(one) or _alone(one, made, unsure, words)]
    kept = [one for one in kept if not is_parted(one.price, one.per, one.count, found, words)]
    theirs = {id(one.amount) for one in made if agrees(one)}
    return [one for one in kept if agrees(one) or not _is_rest(one, found, taken, theirs, words)]


def _has_own(found: Sequence[Mention], at: int, prices: set[int], words: RelationWords) -> bool:
    """Whether an amount right behind a price is its own: 310顶，每顶2,000元，支出62万元."""
    one = found[at + 1] if at + 1 < len(found) else None
    if one is None or id(one) in prices:
        return False  # 甲每件A，乙每件B
    same = one.kind == "amount" and one.part == found[at].part
    return same and words.priced.make(one.left) and not one.left.startswith(words.totals)


def _alone(
    one: Product,
    made: Sequence[Product],
    unsure: Sequence[Mention],
    words: RelationWords,
) -> bool:
    """Whether no other price can be meant by the amount of a product.

    甲12人、每人3,000元；乙5人、每人2,000元，共N: a sum may be of all prices of its sentence, though
    of none that follows it.
    """
    at = one.price
    total = one.listed or has_any(one.amount.left, words.totals)
    others = [m.price for m in made if m is not one and not agrees(m)]
    near = [m for m in (*others, *unsure) if m.sentence == at.sentence]
    if not total:
        near = [m for m in near if m.part == at.part]
    first = one.amount.start < at.start
    return not [m for m in near if first or m.start < one.amount.start]


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
        counts = [i for i, m in enumerate(beside) if is_counted(m, price, words)]
        if not counts or (len(parts) > 1 and len(counts) > 1):
            continue
        if parts[-1] > part and price.mean and _follows_amount(found, price.at, prices):
            continue  # 运行费A，车均B；上年保有N辆: B is of A, and N is not how many there are
        made = _among(text, found, beside, counts, price, prices, words)
        if made is not None:
            return made
    return None


def _follows_amount(found: Sequence[Mention], mean: Mention, prices: set[int]) -> bool:
    """Whether the figure right before an average, in its part, is the amount that it is of."""
    at = next(i for i, m in enumerate(found) if m is mean)
    before = found[at - 1] if at else None
    own = before is not None and before.part == mean.part and before.kind == "amount"
    return own and id(before) not in prices


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
    amount, times = _amount(beside, low, high, price, prices, words), times_of(text, price)
    if amount is None or times is None:
        return None
    begin = min(m.start - len(m.left) for m in (beside[low], amount))
    end = max(beside[high].end, amount.end)
    said = _ANOTHER.sub("", text[begin:end])
    if has_any(said, words.partial) or is_uneven(text, begin, end):
        return None
    inside = [m for m in beside if begin < m.start < end and m is not price.at and m is not amount]
    if any(m.kind != "count" and not _is_said_of(m, price, words) for m in inside):
        return None
    count = beside[nearest]
    if _are_in_two_brackets(text, beside[low], beside[high]):
        return None
    if _PER.search(count.left):
        return None  # 亩产1706公斤 is what one 亩 has, and no number of 公斤
    meant = has_any(count.left, words.intended)
    if meant and has_any(amount.left, words.paid):
        return None
    made = _fitting(price, [count], [amount], times)
    if made is not None:
        return made
    aside = price.mean and amount.sentence < price.at.sentence
    if aside and _BARE.match(text, count.end) is None:
        return None  # A类80万元。9个村都有收入，平均每村6.8万元: of what they earned
    if aside and count.sentence < price.at.sentence and not _heads(text, price.at):
        return None  # 维修12栋，480万元。本年新建宿舍楼，平均每栋1,200万元
    scope = _SCOPE.search(price.at.left)
    if price.mean and scope and scope[0] not in count.left + amount.left:
        return None  # 全区人均N, of more than were spoken of
    if times > 1 and has_any(count.left, _AT_END):
        return None  # 年末在岗328人: not as many in every month
    apart = amount.part != price.at.part  # then of any amount said before
    near = [m for m in found if apart or m.part == amount.part or m.part == count.part]
    rest = [m for m in near if m.kind == "amount" and id(m) not in prices]
    others = [m for m in found if is_counted(m, price, words) and m.sentence == count.sentence]
    others += [m for m in near if is_counted(m, price, words) and m.sentence != count.sentence]
    others += _together([m for m in others if m in near], count)
    made = made_of(price, count, amount, times)
    if count.sentence < price.at.sentence and made is not None and not _is_sane(made):
        return None  # 船员60人。渔民每人500元，发放41万元
    if _fitting(price, others, rest, times) is not None:
        return None
    return made


def _together(counts: Sequence[Mention], one: Mention) -> list[Mention]:
    """Return what the numbers of a part make together: 教师90人、船员60人，每人500元."""
    same, value = [m for m in counts if m.part == one.part and m.unit == one.unit], one.value
    if len(same) == 1 or not isinstance(value, Count):
        return []
    both = sum((m.value.value for m in same), start=type(value.value)(0))
    return [evolve(one, value=evolve(value, value=both))]


def _is_sane(one: Product) -> bool:
    """Whether an amount is of the size of what makes it."""
    n = one.price.value.n * one.number.n // SCALE
    return n < _SIZE * one.amount.value.n < _SIZE * _SIZE * n


def _heads(text: str, one: Mention) -> bool:
    """Whether nothing stands in a sentence before the words of a figure."""
    begin = one.start - len(one.left)
    return not begin or text[begin - 1] in "。;；!?"


def _is_rest(
    one: Product,
    found: Sequence[Mention],
    taken: set[int],
    theirs: set[int],
    words: RelationWords,
) -> bool:
    """Whether an amount is that of a price and of something else that stands beside it, or less it.

    What another price and its own number make is nothing else, but for a sum of what was said.
    """
    at = one.amount
    total = has_any(at.left, words.totals)
    beside = [m for m in found if m.sentence == at.sentence and m is not at]
    beside = [m for m in beside if m.kind == "amount" and id(m) not in taken]
    others = [m for m in beside if id(m) not in theirs or (total and m.start < at.start)]
    value = one.amount.value
    if not isinstance(value, Amount):
        return False
    sums = [m.value.n for m in others]
    if any(agrees(one, value.n - more) for more in (*sums, sum(sums)) if 0 < more < value.n):
        return True
    return any(agrees(one, value.n + m.value.n) for m in others if _REDUCED.search(m.left))


def is_counted(one: Mention, price: Price, words: RelationWords) -> bool:
    """Return whether a number counts what a price is for one of; 每座1人 is no number of people."""
    if one.kind != "count" or _MEAN.search(one.left) is not None:
        return False
    if not price.per:
        return True
    known, unit = words.units.get(price.per), one.unit
    if one.right and unit + one.right[0] in words.units:
        unit += one.right[0]  # 5200台次 are no 台
    if known is not None and words.units.get(unit, unit) == known:
        return not any(word in one.left for word in _OTHERS.get(price.per, ()))
    if known is None and unit == price.per:
        return True
    if price.noun and known is None and price.noun in one.left:
        return words.units.get(price.per[: -len(price.noun)]) == words.units.get(unit, unit)
    visits = known in (_PERSON, _TIMES) and one.unit == _VISITS
    if price.mean and (visits or (known == "批" and one.unit == "批次")):
        return True  # 出差432人次，人均600元
    if price.per == one.unit + price.per[len(one.unit) :] and one.left.endswith(price.per[1:]):
        return True  # 站点8个，每个站点1.5万元
    if known is None and unit == "个" and price.per in (one.left[-1:], one.left[-2:-1]):
        return True  # 岗位40个，每岗2万元
    # 12个村、每村12.5万元; 寄宿生420人、每生
    behind = _BEHIND.match(one.right[: len(price.per) + 2])
    return one.unit != price.per and behind is not None and price.per in behind[0]


def _are_in_two_brackets(text: str, one: Mention, other: Mention) -> bool:
    """Whether two figures stand in brackets of their own: 甲(享受N人)、乙(每人M元)."""
    return min(one.depth, other.depth) > 0 and ")" in text[one.end : other.start]


def _amount(
    beside: Sequence[Mention],
    low: int,
    high: int,
    price: Price,
    prices: set[int],
    words: RelationWords,
) -> Mention | None:
    """Return the amount that a price and a number make: right behind them, between, or before."""
    meant = any(word in m.left for m in beside[low : high + 1] for word in words.intended)
    for one in beside[high + 1 :]:
        besides = one.opener == "、" or one.right.startswith(_MONTH)
        if one.kind == "count" and words.fillers.make(one.left) and besides:
            continue
        planned = has_any(one.left, words.stages)
        if _EACH in one.left:
            return None  # 甲每公里A、乙每公里B，分别为C、D: of the first price
        said = without_noun(one.left.removeprefix(_MONTH), price.at)
        if one.kind == "amount" and id(one) not in prices and words.priced.make(said):
            return None if planned and not meant else one
        break
    inner = [m for m in beside[low + 1 : high] if m.kind == "amount" and id(m) not in prices]
    before = inner[0] if inner else _before(beside, low, price, words)
    if before is None or before.kind != "amount" or id(before) in prices:
        return None
    if _UNPAID.search(before.left):
        return None  # 收支结余A。门诊N人次，次均费用B
    first = beside[low] if not inner else beside[high]
    said = before.left + before.right + first.left
    for fund in words.funds:
        said = said.replace(fund, "")
    planned = not price.mean and has_any(first.left, words.planned)
    stages = words.parts if planned else words.stages
    if before.depth > first.depth or has_any(said, stages):
        return None
    if first.part > before.part:
        return before if price.mean and _calls(before, price, words) else None
    return before if first.opener in (*",，(:", "") else None


def _before(
    beside: Sequence[Mention], low: int, price: Price, words: RelationWords
) -> Mention | None:
    """Return the figure before a price and its number; what is said of an amount is none."""
    at = low - 1
    while at > 0 and _is_said_of(beside[at], price, words):
        at -= 1
    return beside[at] if at >= 0 else None


def _is_said_of(one: Mention, price: Price, words: RelationWords) -> bool:
    """Whether a percentage is said of an amount before it, of which an average follows."""
    said = (*words.directions, *words.rates, _SHARE)
    return price.mean and one.kind == "percent" and has_any(one.left, said)


def _calls(amount: Mention, price: Price, words: RelationWords) -> bool:
    """Whether an amount may be what an average is of: 车均运行费 is not that of receptions."""
    rest = price.at.left.rpartition("均")[2].rpartition("每")[2]
    return words.money.make(rest) or rest in amount.left or price.per + "均" not in price.at.left


def _fitting(
    price: Price, counts: Sequence[Mention], amounts: Sequence[Mention], times: int
) -> Product | None:
    """Return a number and an amount that the price agrees with, or None."""
    for count in counts:
        for amount in amounts:
            for n in dict.fromkeys((times, 1, 12)):
                made = made_of(price, count, amount, n)
                if made is not None and agrees(made):
                    return made
    return None


def agrees(one: Product, n: int | None = None) -> bool:
    """Return whether the three figures can hold together, as they are printed.

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


def made_of(price: Price, count: Mention, amount: Mention, times: int) -> Product | None:
    """Return a product of so many periods, or None if its figures are no number and amount."""
    if not isinstance(count.value, Count) or not isinstance(amount.value, Amount):
        return None
    if amount.right.startswith(_EQUAL) or not is_of_cost(amount, price.at):
        return None  # 车均A，与上年的A持平: the price again
    number = count.value if times == 1 else several(count.value, times, price.period or "期")
    at = price.at
    if price.fixed and isinstance(at.value, Amount) and at.value.approximate is None:
        at = evolve(at, value=evolve(at.value.to("元", 2), step=0, printed=at.value.printed))
    return Product(at, price.per or count.unit, count, number, amount)
