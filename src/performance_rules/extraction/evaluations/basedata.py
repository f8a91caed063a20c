"""Rates of a form, and the table of the figures that they were worked out of.

    基础数据：年末结转结余 | 上年数 374.90 | 本年数 286.35      考核表：结转结余变动率 | -23.62%

A rate belongs to the row that has its name: how it changed between the two years, or how much of a
row with the word for a budget the row with the word for what was done makes.  That the table is
the base of this form its other rates attest: at least as many come out as do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import APART
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.grids import Grid, grids_in
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.words import TableWords
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.evaluation import Evaluation
from performance_rules.report.lines import Comparison, Line, Source, Statement
from performance_rules.values.quantity import Amount, Count, Percent

_CHANGE: Final = re.compile(r"(?P<of>[^\W\d]{3,20}?)(?:变动|增长|增减|变化|下降|降低)率")
_FALL: Final = re.compile("下降|降低")
_DONE: Final = re.compile(r"(?P<of>[^\W\d]{3,20}?)(?:实际)?(?:预算)?(?:完成|执行)率")
_SPENT: Final = re.compile(r"(?:实际)?(?:完成|支出|执行|决算)[数额]")
_PLANNED: Final = re.compile(r"(?:年初|调整|全年)?(?:预算|计划|目标)[数额]?")
_AROUND: Final = re.compile(r"(?:年末|期末|本期)?(?P<of>.{3,20}?)(?:资金|余额|总额|数额|数)?")
_PRIOR: Final = re.compile(r"上年(?:度)?(?:决算)?[数额]?")
_OWN: Final = re.compile(r"本年(?:度)?(?:决算)?[数额]?")
_HALF: Final = Decimal("0.5")
_Level = Amount | Count


@fixed(eq=False)
class _Rate:
    """A rate of a form with the two figures that it is of, the later or greater thing first."""

    name: str
    told: Statement
    figure: tuple[_Level, Source]
    base: tuple[_Level, Source]
    change: bool

    @property
    def fits(self) -> bool:
        """Whether it comes out, as far as it is printed."""
        value, base = self.told.value, self.base[0].n
        made = Decimal(self.figure[0].n - (base if self.change else 0)) / Decimal(base) * 100
        printed = Decimal(str(value.value)) * (-1 if self._falls else 1)
        return abs(made - printed) <= _HALF.scaleb(-value.decimals) * 2

    @property
    def _falls(self) -> bool:
        """Whether a fall is printed without its sign."""
        return self.change and bool(_FALL.search(self.name)) and self.told.value.n > 0

    def claim(self) -> Comparison:
        """Return what the form says of the first by the second."""
        rate = self.told.value
        if not isinstance(rate, Percent):
            raise TypeError(rate)
        if not self.change:
            return Comparison("target", completed=rate, source=self.told.source)
        rate = Percent.of(-rate.value) if self._falls else rate
        return Comparison("prior", base=self.base[0], rate=rate, source=self.told.source)


def compare_base(draft: Draft, tables: Sequence[Found], words: TableWords, document: str) -> None:
    """Say the rates of forms that are none of the figures they were worked out of.

    Args:
        draft: the report in the making.
        tables: the tables of the document.
        words: the words of tables.
        document: its name.
    """
    forms = [one for one in draft.evaluations if one.sheet is not None]
    if len(forms) != 1 or forms[0].source is None:
        return
    within = forms[0].source.table
    for grid in grids_in([found for found in tables if found.number != within], words):
        rates = list(_rates(forms[0], grid, document))
        wrong = [rate for rate in rates if not rate.fits]
        if 2 * len(wrong) > len(rates):
            continue
        for rate in wrong:
            source = rate.told.source or Source()
            line = Place(matter=rate.name, apart=APART + (source.start or 0)).line(draft)
            if not rate.change:
                line.say("target", *rate.base)
            column = "final" if isinstance(rate.figure[0], Amount) and rate.change else "actual"
            line.say(column, *rate.figure).comparisons += (rate.claim(),)


def _rates(form: Evaluation, grid: Grid, document: str) -> Iterator[_Rate]:
    """Yield the rates of a form whose two figures stand in a table."""
    own, prior = (_column(grid, header) for header in (_OWN, _PRIOR))
    if own is None or form.sheet is None:
        return
    names = [plain_word(name) for name, _, _ in grid.names]
    for leaf in _leaves(form.sheet):
        name = plain_word(leaf.name or "")
        told = leaf.actual.statements if leaf.actual is not None else ()
        if len(told) != 1 or not isinstance(told[0].value, Percent):
            continue
        cells: list[tuple[int, int]] = []
        change = _CHANGE.fullmatch(name)
        if change is not None and prior is not None:
            rows = [at for at, one in enumerate(names) if _is_of(one, change["of"])]
            cells = [(at, column) for at in rows for column in (own, prior)]
        elif done := _DONE.fullmatch(name):
            parts = [
                [at for at, one in enumerate(names) if _is_called(one, done["of"], ends)]
                for ends in (_SPENT, _PLANNED)
            ]
            cells = [(at, own) for rows in parts for at in rows if all(map(len, parts))]
        values = [(grid.value(*cell), grid.source(*cell, document)) for cell in cells]
        levels = [(v, s) for v, s in values if isinstance(v, Amount | Count)]
        if len(levels) == len(cells) == 2 and levels[1][0].n > 0:
            figure, base = levels
            yield _Rate(leaf.name or "", told[0], figure, base, change is not None)


def _is_of(row: str, of: str) -> bool:
    around = _AROUND.fullmatch(row)
    return around is not None and around["of"] == of


def _is_called(row: str, of: str, ends: re.Pattern[str]) -> bool:
    return row.startswith(of) and ends.fullmatch(row, len(of)) is not None


def _column(grid: Grid, header: re.Pattern[str]) -> int | None:
    found = [at for at, text in enumerate(grid.headers) if header.fullmatch(text)]
    return found[0] if len(found) == 1 else None


def _leaves(line: Line) -> Iterator[Line]:
    parts = [part for breakdown in line.breakdowns for part in breakdown.lines]
    if not parts:
        yield line
    for part in parts:
        yield from _leaves(part)
