"""A sentence that tells how much a row of a table grew, and tells it otherwise than its two years.

航标维护比上年增长9.15%，趸船大修下降18.42% beside 2021年 | 2022年: that the sentence compares these
two years is attested by another row whose growth it tells as they have it, or by the amount of
the row that its paragraph tells.  The years may stand downwards as well, and things across.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from performance_rules.extraction.figures.slips import size
from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.columns import RowRate, stated
from performance_rules.extraction.restated.grids import Grid, Stated
from performance_rules.extraction.restated.members import LED, rows_of
from performance_rules.extraction.statements.naming import core_of
from performance_rules.extraction.statements.said import Said, Statements, exact
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.extraction.tokens.quantities import signed
from performance_rules.text.words import without_brackets
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Amount, Percent

_LEAST: Final = 3
_SURE: Final = 4
_LONGEST: Final = 24
_TABLES: Final = 60
"""Of more tables no rate of growth is asked."""
_YEAR: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年?度?")
_PRIOR: Final = ("上年", "去年")
_THIS: Final = ("本年", "当年")
_AGAINST: Final = re.compile(
    r"(?:同比|[比较与](?:上年|去年|(?:19|20)\d\d年)度?(?:同期|决算数?|完成数?|实际)?(?:相比)?)\Z"
)
_COMPARED: Final = re.compile(r"\A[比较与和](?:上年|去年|(?:19|20)\d\d年)度?(?:同期|决算数?)?相比")
_NOUNS: Final = ("支出", "收入", "投入")
_ROLE: Final = re.compile("(?:实际|全年|本年)*(?:支出|收入|执行|完成|决算|资金|经费)?(?:数|额)?")
_APART: Final = re.compile(
    r"截[至止]|\d月|季度|半年|累计|历年|以来|年均|按|如果|若|计划|拟|预计|预算|扣除|剔除|不含|同口径|可比"
)
"""Where such words stand, other figures are compared than those of two years."""


@fixed(eq=False)
class _Thing:
    """What a table has of a thing in two years."""

    title: str
    prior: Stated
    this: Stated


@fixed(eq=False)
class _Grown:
    """A rate of growth, what it is of, and whether an amount beside it is that thing's."""

    said: Said
    rate: Percent
    thing: _Thing
    told: bool


def restated_growth(
    grids: Sequence[Grid], statements: Statements, document: str, year: int | None
) -> Iterator[RowRate]:
    """Yield the rates of growth of rows that are not those of their two years.

    Args:
        grids: the tables of a document.
        statements: the figures of prose.
        document: its name.
        year: the year that it is about, if it is known.
    """
    paragraphs: defaultdict[int, list[Said]] = defaultdict(list)
    amounts: defaultdict[int, set[int]] = defaultdict(set)
    for one in statements.said:
        if isinstance(one.at.value, Percent) and one.at.kind == "percent":
            paragraphs[one.at.home].append(one)
        elif isinstance(one.at.value, Amount) and size(one.at.value) >= _SURE:
            amounts[one.at.home].add(one.at.value.n)
    for grid in grids[:_TABLES] if paragraphs else ():
        things = _across(grid, year, document) or _downwards(grid, year, document)
        for home, paragraph in paragraphs.items() if things else ():
            told = [x for one in paragraph if (x := _grown(things, one, amounts[home])) is not None]
            wrong = [one for one in told if not _fits(one)]
            if len(wrong) == 1 and (wrong[0].told or len({one.thing.title for one in told}) > 1):
                odd, thing = wrong[0], wrong[0].thing
                yield RowRate(thing.this, thing.prior, odd.said, thing.title, odd.rate)


def _across(grid: Grid, year: int | None, document: str) -> Mapping[str, _Thing]:
    """Return the rows of a table with a column for the year before and one for the year."""
    years = _years([without_brackets(header) for header in grid.headers], year)
    if years is None:
        return {}
    found: dict[str, _Thing] = {}
    for name, row in rows_of(grid).items():
        prior, this = (stated(grid, row, column, document) for column in years)
        if len(name) >= _LEAST and prior is not None and this is not None:
            found[name] = _Thing(this.row, prior, this)
    return found


def _downwards(grid: Grid, year: int | None, document: str) -> Mapping[str, _Thing]:
    """Return the columns of a table with a row for the year before and one for the year."""
    years = _years([next(iter(row.texts()), "") for row in grid.body], year)
    if years is None:
        return {}
    found: dict[str, _Thing] = {}
    headers = [without_brackets(header) for header in grid.headers]
    for column in range(1, len(headers)):
        name = headers[column]
        prior, this = (stated(grid, row, column, document) for row in years)
        if prior is None or this is None or headers.count(name) > 1:
            continue
        if name in TOTALS:
            noun = _divided(grid, [header for header in headers if header not in TOTALS])
            title = f"{noun}合计"
            found |= {called: _Thing(title, prior, this) for called in _totals(noun)}
        elif len(name) >= _LEAST:
            found[name] = _Thing(name, prior, this)
    return found


def _divided(grid: Grid, headers: Sequence[str]) -> str:
    """Return what the columns of a table divide, by what they are called, or the line above."""
    above = grid.found.caption or "".join(grid.found.near[-1:])
    held = {noun for noun in _NOUNS if noun in above}
    ends = {noun for noun in _NOUNS if any(header.endswith(noun) for header in headers)}
    nouns = held or ends
    return nouns.pop() if len(nouns) == 1 else ""


def _totals(noun: str) -> Sequence[str]:
    """Return what all of a kind of money is called."""
    return (noun, f"总{noun}", f"{noun}合计", f"{noun}总额", f"{noun}总计") if noun else ()


def _years(names: Sequence[str], year: int | None) -> tuple[int, int] | None:
    """Return the places of the year before and of the year, if names have one of each."""
    prior: defaultdict[str, list[int]] = defaultdict(list)
    this: defaultdict[str, list[int]] = defaultdict(list)
    for at, plain in enumerate(names):
        named = _YEAR.search(plain)
        if named is not None and year is not None:
            kept = {year - 1: prior, year: this}.get(int(named["year"]))
            if kept is not None:
                kept[plain.replace(named[0], "")].append(at)
        elif plain.startswith(_PRIOR):
            prior[plain[len(_PRIOR[0]) :]].append(at)
        elif plain.startswith(_THIS):
            this[plain[len(_THIS[0]) :]].append(at)
    both = [(prior[of], this[of]) for of in prior.keys() & this.keys()]
    if len(both) != 1 or len(both[0][0]) != 1 or len(both[0][1]) != 1:
        return None
    return both[0][0][0], both[0][1][0]


def _grown(things: Mapping[str, _Thing], one: Said, amounts: Set[int]) -> _Grown | None:
    """Return a rate of growth with the thing that it is of; None where it is none of one thing."""
    words, left, rate = relation_words(), one.at.left.rstrip("为达约了"), one.at.value
    found = [word for word in words.directions if left.endswith(word)]
    if not found or not isinstance(rate, Percent) or not exact(rate) or _APART.search(one.lead):
        return None
    word = max(found, key=len)
    name, amount = _AGAINST.sub("", left.removesuffix(word)), one.before
    beside = not name and amount is not None and amount.part == one.at.part
    if amount is not None and beside:
        name = amount.name
    label = LED.sub("", core_of(LED.sub("", _COMPARED.sub("", name))))
    n = next((n for n in range(min(len(label), _LONGEST), 1, -1) if label[:n] in things), 0)
    if not n or _ROLE.fullmatch(label[n:]) is None:
        return None
    thing = things[label[:n]]
    if beside and (amount is None or amount.value.n != thing.this.value.n):
        return None
    told = beside or thing.this.value.n in amounts
    return _Grown(one, signed(rate, words.directions[word]), thing, told)


def _fits(one: _Grown) -> bool:
    """Whether a rate is that of the two years of its thing, or these tell none."""
    prior, this = one.thing.prior.value, one.thing.this.value
    if prior.n <= prior.half:
        return True
    low, high = one.rate.n - one.rate.step, one.rate.n + one.rate.step
    change, slack = this.n - prior.n, this.half + prior.half
    return (change - slack) * HUNDRED <= high * prior.n and (
        change + slack
    ) * HUNDRED >= low * prior.n
