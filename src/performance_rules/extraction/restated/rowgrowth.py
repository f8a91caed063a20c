"""A sentence that tells how much a row of a table grew, and tells it otherwise than its two years.

航标维护比上年增长9.15%，趸船大修下降18.42% beside 2021年 | 2022年: that the sentence compares these
two columns is attested by another row whose growth it tells as they have it, or by the amount of
the row that it tells beside.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.columns import RowRate, stated
from performance_rules.extraction.restated.grids import Grid
from performance_rules.extraction.restated.members import LED, rows_of, value_in
from performance_rules.extraction.statements.naming import core_of
from performance_rules.extraction.statements.said import Said, Statements, exact
from performance_rules.extraction.tokens.quantities import signed
from performance_rules.text.words import without_brackets
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Amount, Percent

_LEAST: Final = 3
_LONGEST: Final = 24
_TABLES: Final = 60
"""Of more tables no rate of growth is asked."""
_YEAR: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年?度?")
_PRIOR: Final = ("上年", "去年")
_THIS: Final = ("本年", "当年")
_AGAINST: Final = re.compile(
    r"(?:同比|[比较与](?:上年|去年|(?:19|20)\d\d年)度?(?:同期|决算数?|完成数?|实际)?(?:相比)?)\Z"
)
_ROLE: Final = re.compile("(?:实际|全年|本年)*(?:支出|收入|执行|完成|决算|资金|经费)?(?:数|额)?")
_APART: Final = re.compile(
    r"截[至止]|\d月|季度|半年|累计|历年|以来|年均|按|如果|若|计划|拟|预计|预算|扣除|剔除|不含|同口径|可比"
)
"""Where such words stand, other figures are compared than those of two years."""


@fixed(eq=False)
class _Grown:
    """A rate of growth, the row that it names, and whether the amount beside it is that row's."""

    said: Said
    rate: Percent
    row: int
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
    for one in statements.said:
        if isinstance(one.at.value, Percent) and one.at.kind == "percent":
            paragraphs[one.at.home].append(one)
    for grid in grids[:_TABLES] if paragraphs else ():
        years = _years(grid, year)
        rows = {name: row for name, row in rows_of(grid).items() if len(name) >= _LEAST}
        if years is None or not rows:
            continue
        for paragraph in paragraphs.values():
            told = [x for one in paragraph if (x := _grown(grid, rows, years, one)) is not None]
            wrong = [one for one in told if not _fits(grid, years, one)]
            if len(wrong) == 1 and (wrong[0].told or len({one.row for one in told}) > 1):
                yield from _found(grid, years, wrong[0], document)


def _years(grid: Grid, year: int | None) -> tuple[int, int] | None:
    """Return the columns of the year before and of the year, if a table has one of each."""
    prior: defaultdict[str, list[int]] = defaultdict(list)
    this: defaultdict[str, list[int]] = defaultdict(list)
    for column, header in enumerate(grid.headers):
        plain = without_brackets(header)
        named = _YEAR.search(plain)
        if named is not None and year is not None:
            kept = {year - 1: prior, year: this}.get(int(named["year"]))
            if kept is not None:
                kept[plain.replace(named[0], "")].append(column)
        elif plain.startswith(_PRIOR):
            prior[plain[len(_PRIOR[0]) :]].append(column)
        elif plain.startswith(_THIS):
            this[plain[len(_THIS[0]) :]].append(column)
    both = [(prior[of], this[of]) for of in prior.keys() & this.keys()]
    if len(both) != 1 or len(both[0][0]) != 1 or len(both[0][1]) != 1:
        return None
    return both[0][0][0], both[0][1][0]


def _grown(grid: Grid, rows: Mapping[str, int], years: tuple[int, int], one: Said) -> _Grown | None:
    """Return a rate of growth with the row that it is of; None where it is none of one row."""
    words, left, rate = relation_words(), one.at.left.rstrip("为达约了"), one.at.value
    found = [word for word in words.directions if left.endswith(word)]
    if not found or not isinstance(rate, Percent) or not exact(rate) or _APART.search(one.lead):
        return None
    word = max(found, key=len)
    name, amount = _AGAINST.sub("", left.removesuffix(word)), one.before
    beside = not name and amount is not None and amount.part == one.at.part
    if amount is not None and beside:
        name = amount.name
    label = LED.sub("", core_of(LED.sub("", name)))
    size = next((n for n in range(min(len(label), _LONGEST), 1, -1) if label[:n] in rows), 0)
    if not size or _ROLE.fullmatch(label[size:]) is None:
        return None
    row = rows[label[:size]]
    value = value_in(grid, row, years[1])
    if beside and (amount is None or value is None or amount.value.n != value.n):
        return None
    return _Grown(one, signed(rate, words.directions[word]), row, told=beside)


def _fits(grid: Grid, years: tuple[int, int], one: _Grown) -> bool:
    """Whether a rate is that of the two years of its row, or these tell none."""
    prior, this = (value_in(grid, one.row, column) for column in years)
    if not isinstance(prior, Amount) or not isinstance(this, Amount) or prior.n <= prior.half:
        return True
    low, high = one.rate.n - one.rate.step, one.rate.n + one.rate.step
    change, slack = this.n - prior.n, this.half + prior.half
    return (change - slack) * HUNDRED <= high * prior.n and (
        change + slack
    ) * HUNDRED >= low * prior.n


def _found(grid: Grid, years: tuple[int, int], one: _Grown, document: str) -> Iterator[RowRate]:
    prior, this = (stated(grid, one.row, column, document) for column in years)
    if prior is not None and this is not None:
        yield RowRate(this, prior, one.said, this.row, one.rate)
