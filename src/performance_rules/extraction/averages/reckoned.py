"""An amount that a price and a number near it make, though not all of their words are known.

享受老人420人，每人每月60元，全年发放慰问津贴30.24万元: a price says what it is for one of, the
number counts that, and the amount is what was paid for them.  Where the three stand one behind
the other that is told by their order; where they stand apart the amount must be wrong by a digit
alone.  Nothing is said where any price and any number near the amount make it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import agrees as adds_up
from performance_rules.extraction.figures.roles import undivided
from performance_rules.extraction.figures.slips import is_miss, slip
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.prices.prices import Price, is_uneven, price_of
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
    is_counted,
    made_of,
)
from performance_rules.extraction.statements.said import Said
from performance_rules.values.precision import last_digit
from performance_rules.values.quantity import SCALE, Amount

_PAID: Final = re.compile(
    "发放|兑付|兑现|支付|拨付|支出|安排|投资|补助|补贴|奖补|奖励|资金|经费|费|需|共|计|款|金额|造价|成本|投入"
)
_NONE: Final = re.compile(
    r"其中|占|比|较|增|减|超|低于|高于|上年|去年|节约|节余|结余|剩余|缺口|尚|未|每|均|余款|尾款|预付|首付"
    r"|不超过|以内|上限|最高|最低|控制|另|其他|其余|配套|自筹|收入|产值|损失|贷款|单价"
)
_LIMIT: Final = re.compile(
    "不超过|不高于|控制在|不低于|以内|最高|最低|上限|原|比|较|低于|高于|上年|去年"
)
_UNDONE: Final = re.compile("计划|目标|拟|预计|应")
_MONTHS: Final = re.compile(r"(?<!\d)(1?\d)个月")
_DAYS: Final = re.compile(r"(?<!\d)(\d{1,3})[天日](?!前|内)")
_YEAR: Final = re.compile("全年|年度|当年|本年|(?:19|20)\\d\\d年")
_PART_YEAR: Final = re.compile(
    r"[1-9一二三四]季度|季度末|前[两二三\d]+个?[月季]|[上下]半年|(?<!\d)\d{1,2}(?:月)?[-—~至到]\d{1,2}月|截至(?!12月)"
)
_PERIODS: Final = ("月", "季", "学期", "周")
_SCHOOL: Final = "校"
_TERMS: Final = {2, 9, 10}
"""What pupils are given may be for so many terms or months."""
_PUPILS: Final = re.compile("学|校|生|师|幼")
_BACK: Final = 2
_DIGITS: Final = 3
_FAR: Final = 2
"""An amount is neither so many times what makes it nor so small a part of it."""


def reckoned(said: Said, near: Around) -> Product | None:
    """Return the product that an amount is, of a price and a number near it; None without such."""
    one = near.one
    if one.depth or not is_paid(one, near):
        return None
    here = [
        m
        for m in (*near.before, *near.behind)
        if m.home == one.home
        and 0 <= one.sentence - m.sentence <= _BACK
        and not (m.kind == "count" and m.right.startswith(_PERIODS))
    ]
    counts = [m for m in here if m.kind == "count"]
    if not counts:
        return None
    prices = [p for m in here if (p := price_of(m, near.words)) is not None]
    if not prices:
        return None
    told = periods_of(said)
    own = _row(one, here, prices, told, near)
    if own is None:
        own = _apart(one, here, prices, told, near)
    if own is None or agrees(own):
        return own
    if is_uneven(said.run.plain, min(own.price.begin, own.count.begin), one.end):
        return None
    others = [m for m in near.figures if m.kind == "amount" and agrees(evolve(own, amount=m))]
    if any(not slip(m.value.n, one.value.n) for m in others):
        return None  # 总投入A，新建B平方米，每平方米造价C，校舍支出D: C is of D
    return None if _is_made(one, here, prices, counts, told, near) else own


def is_paid(one: Mention, near: Around) -> bool:
    """Return whether a figure may be all that was paid for things, by its own words."""
    if one.kind != "amount" or one.value.approximate is not None or _NONE.search(one.left):
        return False
    return _PAID.search(one.left) is not None and price_of(one, near.words) is None


def periods_of(said: Said) -> dict[str, int | None]:
    """Return how many of each period an amount is for, by the words of its sentence."""
    words = said.lead + said.at.value.printed + said.rest
    months, days = _MONTHS.search(words), _DAYS.search(words)
    whole = _YEAR.search(words) is not None and _PART_YEAR.search(words) is None
    month = int(months[1]) if months is not None else 12 if whole else None
    year = 1 if _PART_YEAR.search(words) is None else None
    out: dict[str, int | None] = {"": 1, "年": year, "年度": year, "月": month, "个月": month}
    out[_SCHOOL] = 1 if _PUPILS.search(words) is not None else None
    out["天"] = out["日"] = int(days[1]) if days is not None else None
    return out


def _row(
    one: Mention,
    here: Sequence[Mention],
    prices: Sequence[Price],
    told: dict[str, int | None],
    near: Around,
) -> Product | None:
    """Return a product of three figures one behind the other: number, price, amount."""
    limits = [p.at for p in prices if _LIMIT.search(p.at.left)]
    line = [m for m in (*(m for m in here if m.sentence == one.sentence), one) if m not in limits]
    line = sorted((m for m in line if m.kind in ("amount", "count", "price")), key=_begin)
    at = line.index(one)
    for trio in (line[max(0, at - 2) : at + 1], line[at : at + 3]):
        price = next((p for p in prices if p.at in trio), None)
        if len(trio) < 3 or price is None or price.at in limits:
            continue
        behind = trio[0] is one
        if behind and not price.mean:
            continue
        count = next((m for m in trio if m.kind == "count"), None)
        if count is None or not is_counted(count, price, near.words):
            continue
        if len({m.part for m in trio}) > 1 or len({m.depth for m in trio}) > 1:
            continue
        if _UNDONE.search(count.left):
            continue
        if any(word in m.left for m in trio for word in (*near.words.partial, *near.words.parts)):
            continue
        times = told.get(price.period)
        made = made_of(price, count, one, times) if times is not None else None
        if made is not None and (agrees(made) or _is_sane(made)):
            return made
    return None


def _begin(one: Mention) -> int:
    return one.start


def _apart(
    one: Mention,
    here: Sequence[Mention],
    prices: Sequence[Price],
    told: dict[str, int | None],
    near: Around,
) -> Product | None:
    """Return a product of the only price and the only number near an amount, wrong by a digit."""
    open_ = [p for p in prices if not _LIMIT.search(p.at.left)]
    if len({(p.at.value.n, p.per) for p in open_}) != 1:
        return None
    price = open_[-1]
    counts = undivided(m for m in here if is_counted(m, price, near.words) and not m.depth)
    counts = [m for m in counts if not _UNDONE.search(m.left)]
    times = told.get(price.period)
    if len({m.value.n for m in counts}) != 1 or times is None:
        return None
    made = made_of(price, counts[-1], one, times)
    return made if made is not None and (agrees(made) or _is_meant(made)) else None


def _product(one: Product) -> int:
    return one.price.value.n * one.number.n // SCALE


def _is_sane(one: Product) -> bool:
    """Whether an amount is of the size of what makes it."""
    n = _product(one)
    return n < _FAR * one.amount.value.n and one.amount.value.n < _FAR * n


def _is_meant(one: Product) -> bool:
    """Whether an amount, or its price, is wrong by a digit alone."""
    amount, price = one.amount.value, one.price.value
    if not isinstance(amount, Amount) or not isinstance(price, Amount) or one.number.n <= 0:
        return False
    n = _product(one)
    if max(len(str(x).rstrip("0")) for x in (n, amount.n)) >= _DIGITS and is_miss(n, amount.n):
        return True
    last = last_digit(price) or 1
    each, rest = divmod(amount.n * SCALE, one.number.n)
    return not rest and not each % last and is_miss(each, price.n)


def _is_made(
    one: Mention,
    here: Sequence[Mention],
    prices: Sequence[Price],
    counts: Sequence[Mention],
    told: dict[str, int | None],
    near: Around,
) -> bool:
    """Whether any price and number near an amount make it, alone or with what stands before it."""
    more = {1, *(n for n in told.values() if n is not None)} | (_TERMS if told[_SCHOOL] else set())
    made = [made_of(p, c, one, n) for p in prices for c in counts for n in more]
    if any(m is not None and agrees(m) for m in made):
        return True
    amounts = [m for m in here if m.kind == "amount" and price_of(m, near.words) is None]
    fit = [(p, c) for p in prices for c in counts if is_counted(c, p, near.words)]
    found = [made_of(p, c, one, told.get(p.period) or 1) for p, c in fit]
    own = {_product(m) for m in found if m is not None}
    if any(abs(n - one.value.n - m.value.n) <= m.value.half for n in own for m in amounts):
        return True  # it is only one of the amounts that they make
    amounts = [m for m in amounts if m.start < one.start]
    n = slack = 0
    for m in reversed(amounts):
        n, slack = n + m.value.n, slack + m.value.half
        if m is not amounts[-1] and adds_up(one.value, n, slack):
            return True
    rests = {*own, *(m.value.n for m in amounts)}
    return any(adds_up(one.value, n + rest, 0) for n in own for rest in rests)
