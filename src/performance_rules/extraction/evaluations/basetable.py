"""The table of base figures beside an evaluation: 部门整体支出绩效评价基础数据表.

    经费控制情况（万元） | 2022年决算数 | 2023年预算数 | 2023年决算数
    三公经费 | 9.00 | 10.00 | 8.20
    1、公务用车运行费 | 6.00 | 6.50 | 5.40
    2、公务接待费 | 3.00 | 3.50 | 2.80

It holds sections one below the other, each with a header of its own.  What is numbered from one on
makes the row above it, where it does in most columns; a rate of control is what is there by what
was approved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import APART
from performance_rules.extraction.evaluations.narratives import told_in_cells
from performance_rules.extraction.evaluations.nodes import Sheet
from performance_rules.extraction.evaluations.shapes import Form
from performance_rules.extraction.evaluations.words import EvaluationWords, bracketed
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.cells import fraction_in, percent_in, quantity_in
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.lines import Comparison
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Amount, Count, is_blank

_NUMBERED: Final = re.compile(r"(\d{1,2})[、.．](?!\d)")
_PART: Final = "其中"
_FEWEST: Final = 2
_FEWEST_HEADS: Final = 3
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")


@fixed(eq=False)
class _Section:
    """A header, and the rows of figures below it."""

    header: Row
    rows: list[Row]

    @property
    def unit(self) -> str:
        return bracketed(self.header.first())[1]


def read_base(found: Found, sheet: Sheet, words: EvaluationWords) -> bool:
    """Read a table of base figures, if it is one; return whether anything of it was understood.

    Args:
        found: the table.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    above = (found.caption, *found.near, *(row.first() for row in found.titles))
    if not any(has_any(text, words.bases) for text in above):
        return False
    before = len(sheet.draft.bound_at)
    for section in _sections(found.rows):
        for whole, parts in _lists(section.rows):
            _say_list(whole, parts, section, sheet)
        for row in section.rows:
            _say_rates(row, section, sheet, words)
    form = Form(rows=list(found.rows))
    sheet.draft.told += told_in_cells(form, sheet)
    return len(sheet.draft.bound_at) > before


def _sections(rows: Sequence[Row]) -> Iterator[_Section]:
    """Yield the headers with the rows of figures up to the next one."""
    section: _Section | None = None
    for row in rows:
        said = [text for text in row.texts() if text]
        if any(map(is_number, said)):
            if section is not None:
                section.rows.append(row)
            continue
        if section is not None and section.rows:
            yield section
        section = _Section(row, []) if len(said) >= _FEWEST_HEADS else None
    if section is not None and section.rows:
        yield section


def _lists(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield what is taken apart: by rows numbered from one on, or by those below 其中 in them."""
    for at, row in enumerate(rows):
        if at and _number(row) == 1:
            parts = [row]
            inner: list[Row] = []
            for other in rows[at + 1 :]:
                number = _number(other)
                if number and number != len(parts) + 1:
                    break
                if number:
                    if len(inner) >= _FEWEST:
                        yield parts[-1], inner
                    inner = []
                    parts.append(other)
                elif inner or plain_word(other.first()).startswith(_PART):
                    inner.append(other)
                else:
                    break
            if len(parts) >= _FEWEST:
                yield rows[at - 1], parts


def _number(row: Row) -> int:
    found = _NUMBERED.match(plain_word(row.first()))
    return int(found[1]) if found is not None else 0


def _say_list(whole: Row, parts: Sequence[Row], section: _Section, sheet: Sheet) -> None:
    """Say the columns in which a row is taken apart, where most of them come out."""
    columns = []
    for at in range(1, len(whole.cells)):
        cells = [row.cells[at] for row in (whole, *parts) if at < len(row.cells)]
        said = [_amount(cell, section.unit) for cell in cells]
        read = [value for value in said if value is not None]
        if len(read) == len(parts) + 1 and read[0].n:
            columns.append((at, read))
    fits = sum(read[0].n == sum(one.n for one in read[1:]) for _, read in columns)
    if fits * 2 <= len(columns):
        return
    for at, read in columns:
        name = f"{_called(whole)}（{section.header.merged(at)}）"
        place = Place(matter=name, apart=APART + whole.cells[at].start)
        for row, value in zip((whole, *parts), read, strict=True):
            to = place if row is whole else place.down(Step("members", _called(row)))
            to.line(sheet.draft).say("final", value, sheet.place(row.cells[at], row))
            sheet.bind(row.cells[at])


def _say_rates(row: Row, section: _Section, sheet: Sheet, words: EvaluationWords) -> None:
    """Say the rates of control of a row: what is there by what was approved, in their order."""
    told: list[tuple[str, Cell]] = []
    for at in range(len(row.cells)):
        head, cell = section.header.text(at), row.cells[at]
        if not head or not cell.text or is_blank(cell.text) or not is_number(cell.text):
            continue
        told.append((bracketed(head)[0], cell))
    for (planned, base), (reached, figure), (name, printed) in zip(
        told, told[1:], told[2:], strict=False
    ):
        kinds = (
            has_any(planned, words.approved) and not has_any(planned, words.present),
            has_any(reached, words.present),
            name.endswith(words.controlled),
        )
        text = halved(printed.text or "")
        rate = percent_in(text) if "%" in text else fraction_in(text) or percent_in(text)
        read = [quantity_in(one.text or "", "", "", counted=True)[0] for one in (base, figure)]
        levels = [one for one in read if isinstance(one, Count)]
        if not all(kinds) or rate is None or len(levels) < _FEWEST or not levels[0].n:
            continue
        source = sheet.place(printed, row)
        line = Place(matter=name, apart=APART + printed.start).line(sheet.draft)
        line.say("target", levels[0], sheet.place(base, row))
        claim = Comparison("target", completed=rate, source=source)
        line.say("actual", levels[1], sheet.place(figure, row)).comparisons += (claim,)
        for one in (base, figure, printed):
            sheet.bind(one)


def _amount(cell: Cell, unit: str) -> Amount | None:
    if not unit or not cell.text or is_blank(cell.text):
        return None
    value, _ = quantity_in(cell.text.strip(), "final", unit)
    return value if isinstance(value, Amount) else None


def _called(row: Row) -> str:
    plain = plain_word(row.first())
    return _NUMBERED.sub("", plain).removeprefix(_PART).strip(":：")
