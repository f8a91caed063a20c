"""What is paid by the month: 8人，每人每月800元，发放12个月，共7.68万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention, several
from performance_rules.extraction.relations.prices.products import Product, agrees
from performance_rules.values.quantity import Count

_MONTHS: Final = re.compile(r"(?<![\d.])(?P<n>\d{1,2})个月")
_MONTHLY: Final = re.compile(r"每人每月|人均每月|每名每月|每月|月均|月补贴|月标准")
_PER_MONTH: Final = re.compile(r"/(?:[人名户][·.]?)?月")
_IN_ALL: Final = re.compile(r"(?:共计?|合计|总计)(?:发放|支付|支出|需|为|补贴|金额)*\Z")
_HEADS: Final = ("人", "名", "户")


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
