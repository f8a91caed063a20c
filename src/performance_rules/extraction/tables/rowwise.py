"""What the columns of a table say of each other in every row: rates, differences, products, sums.

Which columns a rate is of, the table attests itself: in most of its rows the numbers come out.
Where they do in hardly any, the words above the columns have to name both; else nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import Final

from attrs import evolve

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.cells import MONEY_UNITS
from performance_rules.extraction.tables.columns import VALUE, Column
from performance_rules.extraction.tables.grid import Row
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.text.years import YEAR
from performance_rules.values.quantity import POWERS, is_blank

_MOST_COLUMNS: Final = 14
_MOST_ROWS: Final = 400
_NUMBER: Final = re.compile(
    r"(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)([^\d\s.,%元年月日号分()]{0,4})"
)
UNIT: Final = re.compile(r"\((?:单位:)?([^()]*)\)|[/／](万元|元|%)$")
COUNTED: Final = re.compile(r"[数量人户次辆台套个件项家所]$")
_LEVEL: Final = re.compile(r"(?:[本上去当][年期]|[预决]算|执行|支出|完成|计划|金额)数?$")
_RATE: Final = re.compile(r"率$|率\(|%|占比|比重|比例|幅度?$|增幅|降幅|完成度")
_CHANGED: Final = re.compile(r"增|减|降|变动|变化|同比|差异|涨|升")
_PART: Final = re.compile("占|比重|构成|结构")
_GAP: Final = re.compile(
    r"增减|增加[额数值量]?|减少[额数值量]?|增长[额数值量]|变动|变化|差[额异值]|结余|结转|余额|剩余|未[支执完拨到使]"
)
_OTHER: Final = re.compile(
    r"分值|得分|评分|权重|排名|名次|标准分|序号|编号|编码|代码|年限|日期|时间|电话"
)
_BASE: Final = re.compile(r"预算|计划|目标|任务|指标|下达|批复|应|安排|全年|合同|总")
_DONE: Final = re.compile(r"执行|支出|完成|使用|支付|拨付|实际|实现|实|到位|决算|已")
_THERE: Final = re.compile(r"到位|下达|预算|安排|收入|年初|计划|总额|可用|合同|应")
_SPENT: Final = re.compile(r"支出|支付|使用|拨付|执行|完成|决算|已|实")
_PRIOR: Final = re.compile(r"上年|去年|同期|原|期初|年初")
_PRICE: Final = re.compile(r"单价|标准|均|每")
_TOTAL: Final = re.compile(r"合计|小计|总计|总额|共计|总数")
_FULL: Final = Decimal(100)
_FEWEST: Final = 2
_FISCAL: Final = "fiscal"
_SOURCES: Final = frozenset(
    (_FISCAL, "superior", "institutional", "operating", "affiliated", "other")
)
"""The sources of income that are all there are, none of them part of another."""


@fixed
class Number:
    """A number of a cell: its value, one unit of its last digit, a sign % and its counter."""

    value: Decimal
    step: Decimal
    percent: bool
    unit: str = ""


@fixed
class Head:
    """A column of numbers.

    Attributes:
        index: which one it is.
        text: the words above it, plain.
        kind: ``money``, ``count`` or ``rate``.
        unit: of money its unit; empty otherwise.
        numbers: what each row says; None where it is no number.
    """

    index: int
    text: str
    kind: str
    unit: str
    numbers: tuple[Number | None, ...]


@fixed
class Relation:
    """A relation that a table attests: what kind it is, and the columns it holds between.

    Attributes:
        kind: ``rate``, ``change``, ``gap``, ``left``, ``product``, ``share`` or ``sum``.
        claim: the column that follows from the others.
        of: those others; of a rate and a change the figure and its base.
        rows: the rows it is said of.
        apart: those of a sum that do not come out.
    """

    kind: str
    claim: Head
    of: tuple[Head, ...]
    rows: tuple[int, ...]
    apart: tuple[int, ...] = ()


Test = Callable[[Number, Sequence[Number]], bool]


def heads_of(
    body: Sequence[Row], columns: Sequence[Column], paths: Sequence[Sequence[str]], unit: str
) -> list[Head]:
    """Return the columns of numbers of a table that is not too large."""
    if len(body) > _MOST_ROWS or len(columns) > _MOST_COLUMNS:
        return []
    heads = []
    for column in columns:
        text = plain_word("".join(paths[column.index]))
        if not text or column.role in ("code", "order") or _OTHER.search(text):
            continue
        printed = [row.text(column.index) for row in body]
        numbers = tuple(map(number_in, printed))
        if not any(numbers) or any(
            n is None and not is_blank(t) for n, t in zip(numbers, printed, strict=True)
        ):
            continue
        heads.append(_head(column, text, numbers, unit))
    return heads


def _head(column: Column, text: str, numbers: tuple[Number | None, ...], unit: str) -> Head:
    said = UNIT.search(text)
    own = (said[1] or said[2] or "") if said is not None else column.meaning.unit
    percent = any(n.percent for n in numbers if n is not None)
    if percent or own == "%" or (_RATE.search(text) and not own):
        return Head(column.index, text, "rate", "", numbers)
    bare = UNIT.sub("", text)
    own = own if own in MONEY_UNITS else "" if own else unit
    broken = any(n.step < 1 for n in numbers if n is not None)
    counted = COUNTED.search(bare) and not (broken or _LEVEL.search(bare))
    if own not in MONEY_UNITS or (counted and (said is None or said[1] not in MONEY_UNITS)):
        return Head(column.index, text, "count", "", numbers)
    return Head(column.index, text, "money", own, numbers)


def number_in(text: str) -> Number | None:
    """Return the number of a cell that holds nothing else than a sign or a counter behind it."""
    found = _NUMBER.fullmatch(halved(text).strip())
    if found is None:
        return None
    decimals = found[3] or ""
    value = Decimal(f"{found[1]}{found[2].replace(',', '')}.{decimals or 0}")
    return Number(value, Decimal(1).scaleb(-len(decimals)), bool(found[4]), found[5])


def relations(heads: Sequence[Head], total: int | None) -> Iterator[Relation]:
    """Yield what the columns of a table say of each other.

    Args:
        heads: its columns.
        total: the row that is the total of the others; None if there is none.
    """
    levels = [head for head in heads if head.kind != "rate"]
    for head in heads:
        others = [one for one in levels if one is not head]
        if head.kind == "rate" and _PART.search(head.text):
            yield from _shares(head, others, total)
        elif head.kind == "rate" and _CHANGED.search(head.text):
            yield from _pairs("change", head, others, _is_change, total)
        elif head.kind == "rate":
            yield from _pairs("rate", head, others, is_rate, total)
        elif _GAP.search(head.text):
            yield from _gap(head, others, total)
        elif head.kind == "money":
            yield from _products(head, others, total)


def _pairs(
    kind: str, claim: Head, others: Sequence[Head], test: Test, total: int | None
) -> Iterator[Relation]:
    """Yield the two columns that a rate or difference is of, if it is certain which ones."""
    found = []
    for a, b in permutations(others, 2):
        if a.kind != b.kind or a.unit != b.unit or (kind != "rate" and claim.text == b.text):
            continue
        made = _tried(kind, claim, (a, b), test, total)
        named = _named(kind, a.text, b.text)
        if made is not None and made[1] >= 1 + (not named):
            found.append((made[1] - made[2], named, made[0]))
        elif kind == "rate" and named and made is not None and made[2] <= 1:
            found.append((0, named, made[0]))
    best = max((one[:2] for one in found), default=None)
    fitting = [made for *rank, made in found if tuple(rank) == best]
    if len(fitting) == 1:
        yield fitting[0]


def _named(kind: str, figure: str, base: str) -> bool:
    """Whether the words above two columns say that they are a figure and its base.

    Of what is left the figure is what was there, and its base what was spent.
    """
    if kind == "left":
        return bool(_THERE.search(figure) and _SPENT.search(base))
    if kind == "rate":
        said = _DONE.search(figure) and _BASE.search(base)
        return bool(said) and not (_BASE.search(figure) and _DONE.search(base))
    years = [YEAR.findall(text) for text in (figure, base)]
    if all(years):
        return int(years[0][-1]) == int(years[1][-1]) + 1
    return bool(_PRIOR.search(base)) and not _PRIOR.search(figure)


def _tried(
    kind: str, claim: Head, of: tuple[Head, ...], test: Test, total: int | None
) -> tuple[Relation, int, int] | None:
    """Return a relation with how many rows attest it and how many deny it.

    None where those are too many.  A rate of 100 says little: it may have been capped.
    """
    hits = told = 0
    rows, misses = [], []
    for at, number in enumerate(claim.numbers):
        numbers = [one.numbers[at] for one in of]
        if number is None or any(one is None for one in numbers):
            continue
        known = [one for one in numbers if one is not None]
        if kind != "product" and len({one.unit for one in known}) > 1:
            continue  # 12公里, 11000米
        if kind in ("rate", "change") and not known[-1].value:
            continue
        if test(number, known):
            rows.append(at)
            hits += 1
            told += number.value not in (0, _FULL)
        elif not _is_apart(kind, claim.numbers, at, total):
            misses.append(at)
    if len(misses) * 2 > max(hits, 1) or (kind != "rate" and len(misses) > 1 and hits < 4):
        return None
    return Relation(kind, claim, of, tuple(sorted((*rows, *misses)))), told, len(misses)


def _is_apart(kind: str, numbers: Sequence[Number | None], at: int, total: int | None) -> bool:
    """Whether a number need not come out: a rate that is capped, or the mean of the others."""
    own = numbers[at]
    capped = kind == "rate" and own is not None and own.value == _FULL
    return capped or (at == total and _is_mean(numbers, at))


def _is_mean(numbers: Sequence[Number | None], total: int) -> bool:
    """Whether the rate of a total is the mean of the others."""
    rest = [one.value for at, one in enumerate(numbers) if one is not None and at != total]
    own = numbers[total]
    if own is None or not rest:
        return False
    return abs(sum(rest, Decimal(0)) / len(rest) - own.value) <= own.step


def is_rate(claim: Number, of: Sequence[Number]) -> bool:
    """Whether a number is so many percent as the first of two is of the second."""
    a, b = of
    value = a.value * _FULL / b.value
    return abs(value - claim.value) <= claim.step / 2 + _room(value, a, b)


def _is_change(claim: Number, of: Sequence[Number]) -> bool:
    a, b = of
    value = (a.value - b.value) * _FULL / abs(b.value)
    return abs(value - claim.value) <= claim.step / 2 + _room(value + _FULL, a, b)


def _room(value: Decimal, a: Number, b: Number) -> Decimal:
    """Return how far the rate of two rounded numbers may be off."""
    return (a.step * _FULL + abs(value) * b.step) / 2 / abs(b.value)


def _is_gap(claim: Number, of: Sequence[Number]) -> bool:
    a, b = of
    steps = claim.step, a.step, b.step
    loose = sum(steps, Decimal(0)) / 2 if len(set(steps)) > 1 else Decimal(0)
    return abs(a.value - b.value - claim.value) <= loose


def _gap(claim: Head, others: Sequence[Head], total: int | None) -> Iterator[Relation]:
    """Yield the columns that a column of differences, or of what is left, is of."""
    same = [one for one in others if one.kind == claim.kind and one.unit == claim.unit]
    left = re.search("结余|结转|余额|剩余|未", claim.text) is not None
    for found in _pairs("left" if left else "gap", claim, same, _is_gap, total):
        if not left or _SPENT.search(found.of[1].text):
            yield found


def _products(claim: Head, others: Sequence[Head], total: int | None) -> Iterator[Relation]:
    """Yield the price and the number whose product a column of amounts is."""
    for price in others:
        if price.kind != "money" or not _PRICE.search(price.text):
            continue
        factor = Decimal(10) ** (POWERS[price.unit] - POWERS[claim.unit])
        counts = [one for one in others if one.kind == "count"]
        for count in counts:
            made = _tried("product", claim, (count, price), _product_of(factor), total)
            if made is not None and made[1] >= _FEWEST:
                yield made[0]
                return


def _product_of(factor: Decimal) -> Test:
    """Return the test whether an amount is a number times a price of another unit."""

    def test(claim: Number, of: Sequence[Number]) -> bool:
        count, price = of
        value = count.value * price.value * factor
        room = abs(count.value) * price.step * factor / 2
        return abs(value - claim.value) <= claim.step / 2 + room

    return test


def _shares(claim: Head, others: Sequence[Head], total: int | None) -> Iterator[Relation]:
    """Yield the column whose total a column of shares is of."""
    if total is None:
        return
    found = []
    for one in others:
        whole = one.numbers[total]
        if whole is None or not whole.value:
            continue
        fixed = Head(one.index, one.text, one.kind, one.unit, (whole,) * len(one.numbers))
        made = _tried("share", claim, (one, fixed), is_rate, None)
        if made is not None and made[1] >= _FEWEST:
            found.append((made[1] - made[2], made[0]))
    best = max((rank for rank, _ in found), default=0)
    fitting = [made for rank, made in found if rank == best]
    if len(fitting) == 1:
        yield fitting[0]


def row_sums(heads: Sequence[Head]) -> Iterator[Relation]:
    """Yield the columns that are the sum of those on their right, as at least two rows attest."""
    levels = [head for head in heads if head.kind != "rate"]
    for at, claim in enumerate(levels):
        if not _TOTAL.search(claim.text):
            continue
        parts: list[Head] = []
        found = []
        for one in levels[at + 1 :]:
            if one.kind != claim.kind or one.unit != claim.unit or _TOTAL.search(one.text):
                break
            parts.append(one)
            made = _summed(claim, parts)
            if len(parts) > 1 and made is not None:
                found.append(made)
        best = max((rank for rank, _ in found), default=0)
        fitting = [made for rank, made in found if rank == best]
        if fitting:
            yield fitting[-1]


def income_sums(heads: Sequence[Head], columns: Sequence[Column]) -> Iterator[Relation]:
    """Yield the income of the year where it is not the sum of its sources, each a column."""
    by_index = {column.index: column.meaning.place for column in columns if column.role == VALUE}
    said = [(head, by_index[head.index]) for head in heads if head.index in by_index]
    if len(said) < len(heads) or any(place.side != "income" or place.steps for _, place in said):
        return
    totals = [head for head, place in said if place.account in ("", "all_funds")]
    parts = {place.account: head for head, place in said if place.account not in ("", "all_funds")}
    if len(totals) == 1 and len(parts) == len(said) - 1 and parts.keys() <= _SOURCES:
        made = _summed(totals[0], tuple(parts.values()), 0)
        if made is not None and _FISCAL in parts and len(parts) >= _FEWEST:
            yield evolve(made[1], rows=made[1].apart)


def _summed(
    claim: Head, parts: Sequence[Head], fewest: int = _FEWEST
) -> tuple[int, Relation] | None:
    """Return how many rows attest that a column is the sum of others, and the relation."""
    hits = 0
    rows, apart = [], []
    for at, number in enumerate(claim.numbers):
        known = [n for one in parts if (n := one.numbers[at]) is not None]
        if number is None or not known or not number.value:
            continue
        off = abs(sum(n.value for n in known) - number.value)
        several = sum(bool(n.value) for n in known) > 1
        if off <= number.step * Decimal("0.5") * (len(known) if several else 0):
            hits += several
        else:
            apart.append(at)
        rows.append(at)
    if hits < fewest or len(apart) * 3 > max(hits, 3):
        return None
    made = Relation("sum", claim, tuple(parts), tuple(rows), tuple(apart))
    return hits - len(apart), made
