"""The layout of a form: what stands where, before it has names, months and rows.

A form has parts, one below the other.  A part is a few lines of cells, a table with a header, or
the row of the total.  Widths are counted in columns of the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias, get_args

from attrs import frozen

Holds: TypeAlias = Literal["level", "text", "value", "amount", "points", "rate", "score"]
"""What a column holds: names of indicators, prose, a target or result as it is to be printed, an
amount of money, points, the rate of two amounts, the points that were earned."""

HOLDS: Final[tuple[Holds, ...]] = get_args(Holds)

FILLS: Final[Mapping[str, str]] = {
    "year": "____",
    "entity": "",
    "project": "____",
    "months": "____",
}
"""What can be filled in when a form is made, with what stands in a title where it is not known."""

_FILL: Final = re.compile(r"\{(\w+)\}")


@frozen
class FormCell:
    """A cell: printed (a label), or for the officer, perhaps with a beginning."""

    text: str = ""
    label: bool = False
    across: int = 1
    down: int = 1


@frozen
class FormLine:
    """A row of cells; one that spans several rows is left out in the rows below."""

    cells: tuple[FormCell, ...]
    height: int = 0


@frozen
class FormColumn:
    """A column of a table.

    Attributes:
        head: its header.
        holds: what stands below.
        across: how many columns of the sheet it takes.
        of: the headers of the two amounts whose rate it holds.
        choices: the answers to choose from.
        joined: whether it is one cell beside all rows.
    """

    head: str
    holds: Holds
    across: int = 1
    of: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    joined: bool = False


@frozen
class FormGroup:
    """A first-level indicator with those of the second level."""

    name: str
    within: tuple[str, ...]


@frozen
class FormPart:
    """A part of a form.

    Attributes:
        block: the name on its left, beside all its rows.
        lines: rows of cells.
        columns: the columns of a table.
        labels: how many columns of the sheet the names of rows take.
        corner: the header above the names of rows.
        rows: the names of rows; the first is the sum of the others where there are amounts.
        groups: the indicators, for a table of indicators.
        points: the points of the first row.
        dash: what stands in the other rows where the first has its points.
        height: the height of a row.
        total: the name of the row of the total; such a part has nothing else.
    """

    block: str = ""
    lines: tuple[FormLine, ...] = ()
    columns: tuple[FormColumn, ...] = ()
    labels: int = 0
    corner: str = ""
    rows: tuple[str, ...] = ()
    groups: tuple[FormGroup, ...] = ()
    points: int = 0
    dash: str = "—"
    height: int = 0
    total: str = ""

    @property
    def name_width(self) -> int:
        """How many columns of the sheet its name takes."""
        return 1 if self.block else 0

    @property
    def cells(self) -> tuple[FormCell, ...]:
        """The cells of its lines."""
        return tuple(cell for line in self.lines for cell in line.cells)

    def places(self) -> Iterator[tuple[int, int, FormCell]]:
        """Yield its cells with their row and column, both counted from 0."""
        taken: set[tuple[int, int]] = set()
        for row, line in enumerate(self.lines):
            column = self.name_width
            for cell in line.cells:
                while (row, column) in taken:
                    column += 1
                yield row, column, cell
                downs = range(row, row + cell.down)
                taken |= {(y, column + x) for y in downs for x in range(cell.across)}


@frozen
class Layout:
    """A layout.

    Attributes:
        form: its key, which is the name of its file.
        name: how it is called in a list of layouts.
        sheet: the name of the sheet.
        title: what stands above the form.
        period: the line below the title.
        rows: how many empty rows each second-level indicator has by default.
        widths: the widths of the columns of the sheet, in characters.
        parts: the parts in order.
    """

    form: str
    name: str
    sheet: str
    title: str
    rows: int
    widths: tuple[int, ...]
    parts: tuple[FormPart, ...]
    period: str = ""

    def texts(self) -> Iterator[str]:
        """Yield every text in which something can be filled in."""
        yield from (self.title, self.period)
        for part in self.parts:
            yield from (cell.text for cell in part.cells)
            yield from (column.head for column in part.columns)

    @property
    def fills(self) -> frozenset[str]:
        """What can be filled in here; ``fills_in`` of all its texts."""
        return frozenset(name for text in self.texts() for name in fills_in(text))


def fills_in(text: str) -> list[str]:
    """Return what a text has places for: ``year`` in ``（{year}年度）``."""
    return _FILL.findall(text)


def filled_in(text: str, values: Mapping[str, str], *, blank: bool = False) -> str:
    """Return a text with its places filled in; what is put in is not looked at again.

    Args:
        text: the text.
        values: what is known.
        blank: whether nothing stands where nothing is known, not a line to write on.
    """
    return _FILL.sub(lambda at: values.get(at[1]) or ("" if blank else FILLS[at[1]]), text)
