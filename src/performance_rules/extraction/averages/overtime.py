"""The average of a year or a month, of what several of them come to.

三年累计941.4万元，年均313.8万元; 全年电费36万元，月均3万元.  How many there are is told by the
words of the sentence; where they tell of two times nothing is said.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.prices.prices import Price, is_price
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
    made_of,
)
from performance_rules.extraction.statements.said import Said
from performance_rules.text.numerals import whole_number
from performance_rules.values.quantity import Count

_MEAN: Final = re.compile(r"(?P<per>[年月])均|平均每(?P<each>年|个?月)|(?P<every>每年|每月)平均")
_NAMED: Final = re.compile(r"\A\w{0,6}\Z")
_SUM: Final = re.compile("累计|合计|总计|共计|一共|共|总")
_YEARS: Final = re.compile(
    r"(?<![\d第])(?P<n>[两二三四五六七八九十2-9])(?:个?年度?)(?=[来间内共累合总])"
    r"|(?:近|过去|前|后|这)(?P<last>[两二三四五六七八九十2-9])年"
)
_SPAN: Final = re.compile(r"(?P<first>(?:19|20)\d\d)年?度?[-—~–至到](?P<last>(?:19|20)\d\d)年")
_MONTHS: Final = re.compile(r"(?<!\d)(?P<first>1?\d)月?(?:份)?[-—~–至到](?P<last>1?\d)月")
_NUMBER: Final = re.compile(r"(?<![\d.])(?P<n>1?\d)个月")
_PARTS: Final = {"上半年": 6, "下半年": 6, "前三季度": 9, "全年": 12}
_OTHER: Final = re.compile("增长|增加|减少|下降|递增|比|较|超|节约|人均|户均|上年|去年|目标|不")


def over_time(said: Said, near: Around) -> Product | None:
    """Return the average of one time that a figure is, with the amount right before it."""
    one, lead = said.at, said.lead
    mean = _MEAN.search(one.left) if "均" in one.left else None
    if mean is None or one.kind != "amount" or _OTHER.search(one.left):
        return None
    if not _is_bare(one.left[: mean.start()]) or not _NAMED.match(one.left[mean.end() :]):
        return None
    monthly = "月" in mean[0]
    times = _months(lead) if monthly else _years(lead)
    amount = _amount(near, monthly=monthly)
    if amount is None or len(times) != 1:
        return None
    number = Count(times.pop(), "个月" if monthly else "年")
    price = Price(one, "月" if monthly else "年", mean=True)
    own = made_of(price, evolve(one, kind="count", value=number, unit=number.unit), amount, 1)
    if own is None or agrees(own):
        return own
    rest = [m for m in near.figures if m.kind == "amount" and m is not one]
    again = [made_of(price, own.count, m, 1) for m in rest]
    return None if any(m is not None and agrees(m) for m in again) else own


def _is_bare(text: str) -> bool:
    """Whether words before an average narrow nothing."""
    return text in ("", "即", "折合", "约合")


def _amount(near: Around, *, monthly: bool) -> Mention | None:
    """Return the amount right before an average in its sentence, a sum where it is of years."""
    one = near.one
    m = next((m for m in reversed(near.before) if m.depth <= one.depth), None)
    if m is None or (m.home, m.sentence) != (one.home, one.sentence) or m.kind != "amount":
        return None
    told = monthly or _SUM.search(m.left) is not None
    if not told or is_price(m, near.words) or "其中" in m.left or _OTHER.search(m.left):
        return None
    return m


def _years(lead: str) -> set[int]:
    """Return the numbers of years that the words of a sentence tell of."""
    times = {whole_number(m["n"] or m["last"]) for m in _YEARS.finditer(lead)}
    times |= {int(m["last"]) - int(m["first"]) + 1 for m in _SPAN.finditer(lead)}
    return {n for n in times if n is not None}


def _months(lead: str) -> set[int]:
    """Return the numbers of months that the words of a sentence tell of."""
    times = {n for word, n in _PARTS.items() if word in lead}
    times |= {int(m["last"]) - int(m["first"]) + 1 for m in _MONTHS.finditer(lead)}
    return times | {int(m["n"]) for m in _NUMBER.finditer(lead)}
