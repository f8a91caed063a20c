"""What is paid by the month: 8人，每人每月800元，发放12个月，共7.68万元.

So is what one thing costs by the month, and in all its months: 每月租金850元，全年1.02万元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention, several
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.prices.prices import is_uneven
from performance_rules.extraction.relations.prices.products import Product, agrees
from performance_rules.text.words import has_any
from performance_rules.values.quantity import SCALE, Count

_MONTHS: Final = re.compile(r"(?<![\d.])(?P<n>\d{1,2})个月")
_MONTHLY: Final = re.compile(r"每人每月|人均每月|每名每月|每月|月均|月补贴|月标准")
_PER_MONTH: Final = re.compile(r"/(?:[人名户][·.]?)?月")
_IN_ALL: Final = re.compile(r"(?:共计?|合计|总计)(?:发放|支付|支出|需|为|补贴|金额)*\Z")
_HEADS: Final = ("人", "名", "户")
_ONE_MONTH: Final = re.compile(r"每个?月(?:的|固定|应付|支付)?[^,，。;:\d每均]{0,8}\Z")
"""Before what is paid by the month for one thing, and not for each of several."""
_IN_YEAR: Final = re.compile(r"(?:全年|年度?|共计?|合计|总计)(?P<rest>[^,，。;:\d每均]{0,8})\Z")
_ALL_YEAR: Final = "全年"
_APART: Final = re.compile(
    r"\d{1,2}月|季度|半年|截[至止]|以[来后前]|平均|约(?!定)|[超不][过低高]|最[高低]|起"
)
"""Where such words stand it was not paid in every month, or not always as much."""
_TIMES: Final = 2
_MONTH: Final = "月"
_COUNTED: Final = "个月"
_YEAR: Final = Count(12, _COUNTED)


def monthly(text: str, own: Sequence[Mention]) -> Iterator[Product]:
    """Yield what a number of people is paid by the month for so many months.

    Args:
        text: the paragraph.
        own: its figures in their order.
    """
    if "个月" not in text:
        return
    told = [m for m in own if m.kind != "count" or m.unit in _HEADS]
    for count, price, amount in zip(told, told[1:], told[2:], strict=False):
        if count.kind != "count" or price.kind not in ("amount", "price"):
            continue
        if amount.kind != "amount" or _IN_ALL.search(amount.left) is None:
            continue
        if len({count.sentence, price.sentence, amount.sentence}) > 1:
            continue
        months = [*_MONTHS.finditer(text, count.close, amount.start)]
        by_month = _MONTHLY.search(price.left) or _PER_MONTH.search(
            text, price.start, min(len(text), price.close + 4)
        )
        if len(months) != 1 or by_month is None or not isinstance(count.value, Count):
            continue
        number = several(count.value, int(months[0]["n"]), "个月")
        made = Product(price, count.unit, count, number, amount)
        if not agrees(Product(price, count.unit, count, count.value, amount)):
            yield made


def by_month(text: str, own: Sequence[Mention], words: RelationWords) -> Iterator[Product]:
    """Yield what is paid by the month for one thing, and what that makes in all its months.

    An amount that is that of some of the months is no contradiction: it began in their course.

    Args:
        text: the paragraph.
        own: its figures in their order.
        words: the words of relations.
    """
    if _MONTH not in text:
        return
    for price in own:
        if price.kind != "amount" or _MONTH not in price.left:
            continue
        if _ONE_MONTH.search(price.left) is None or price.left.count("每") > 1:
            continue
        near = [m for m in own if m.sentence == price.sentence]
        behind = [m for m in near if m.start > price.start and m.kind == "amount"]
        if not behind or any(m.kind == "count" and not _is_of_months(m) for m in near):
            continue
        made = _in_year(text, price, near, behind[0], words)
        said = text[near[0].start - len(near[0].left) : behind[0].end]
        uneven = has_any(said, words.partial) or is_uneven(text, price.start, behind[0].end)
        if made is not None and not (uneven or _APART.search(_MONTHS.sub("", said))):
            yield made


def _in_year(
    text: str, price: Mention, near: Sequence[Mention], amount: Mention, words: RelationWords
) -> Product | None:
    """Return what a month costs with the number of months and the amount, if that can be theirs."""
    if not _is_of_year(amount.left, price.left, words) or amount.depth > price.depth:
        return None
    counts = [m for m in near if _is_of_months(m)]
    year = _ALL_YEAR in text[price.start - len(price.left) : amount.start]
    if len(counts) > 1 or not (counts or year):
        return None
    count = counts[0] if counts else evolve(price, kind="count", value=_YEAR, unit=_COUNTED)
    if not isinstance(count.value, Count) or count.start > amount.start:
        return None
    number = evolve(count.value, unit=_COUNTED)
    each, total = price.value.n, amount.value.n
    whole = each * number.n // SCALE
    if not each or (not total % each and total < whole):
        return None  # so many of its months
    made = Product(price, _MONTH, count, number, amount)
    return made if agrees(made) or whole < _TIMES * total < _TIMES * _TIMES * whole else None


def _is_of_year(left: str, price: str, words: RelationWords) -> bool:
    """Whether words call an amount that of the year, and what it is of nothing else: 全年租金."""
    found = _IN_YEAR.search(left)
    if found is None:
        return False
    rest = found["rest"]
    size = next((n for n in range(len(rest), 1, -1) if rest[-n:] in price), 0)
    rest = rest[: len(rest) - size]
    return not rest or words.priced.make(rest)


def _is_of_months(one: Mention) -> bool:
    """Whether a figure is a number of months: 12个月."""
    return one.kind == "count" and f"{one.unit}{one.right}".startswith(_COUNTED)
