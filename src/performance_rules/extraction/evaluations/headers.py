"""Second rows of headers: what goes on with the row above, and what only numbers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.evaluations.shapes import Block, Column
from performance_rules.extraction.evaluations.words import NOTE, YEAR, Heading, bracketed
from performance_rules.extraction.tables.grid import Row, is_number
from performance_rules.extraction.tokens.normal import plain_word

MONEY: Final = ("budget", "initial_budget", "adjusted_budget", "final", "to_date", "forecast")
"""The roles of columns of money that may be taken apart."""
_PART: Final = "其中"
APART: Final = ("reason", "other")
"""The roles of columns whose parts need no meaning of their own."""


def heads_on(
    block: Block, said: Sequence[tuple[int, str]], heads: Mapping[int, Heading | None]
) -> bool:
    """Whether a row goes on with the header: A | B | 10 | C/B may number it, points among it.

    Whatever kinds of reasons there are, 经费保障 or 其他原因, their columns hold no figures; and of
    the years of 分年度指标值 none is the form's.

    Args:
        block: the block whose header the row before was.
        said: the columns of the row that say something, and what they say.
        heads: what each of them means.
    """
    causes = [c for c in block.columns if c.role in APART]
    told = sum(h is not None and h.role != NOTE for h in heads.values()) > 1
    if len(said) > 1 and all(h is not None and h.role == YEAR for h in heads.values()):
        return all(any(c.first <= at <= c.last for c in causes) for at, _ in said)
    rest = [
        (at, text)
        for at, text in said
        if heads[at] is None and not (told and any(c.first <= at <= c.last for c in causes))
    ]
    noted = any(h is not None and h.role == NOTE for h in heads.values())
    points = [c for c in block.columns if c.role in ("weight", "score")]
    return len(rest) < len(said) and all(
        noted and is_number(text) and any(c.first <= at <= c.last for c in points)
        for at, text in rest
    )


def of_year(heading: Heading, above: Heading) -> Heading:
    """Return what a header means below another, one of the two naming a year alone.

    Args:
        heading: what it means.
        above: what the one above it means.
    """
    if heading.role == YEAR:
        return evolve(above, year=heading.year)
    return heading if above.role else evolve(heading, year=heading.year or above.year)


def kinds_beside(block: Block, row: Row) -> list[Column]:
    """Return the columns of a block of money, kinds of it behind the whole among them.

    预算数 | 其中：财政拨款 | 其他资金 | 支出数: what is not understood from 其中 on is a kind of
    the budget, as far as the next header that is.

    Args:
        block: the block.
        row: its header.
    """
    columns: list[Column] = []
    whole: Column | None = None
    for column in block.columns:
        text = plain_word(row.text(column.first))
        if column.role in MONEY:
            whole = column
        elif column.role or whole is None or not (whole.part or text.startswith(_PART)):
            whole = None
        else:
            name = bracketed(text.removeprefix(_PART).lstrip(":"))[0]
            whole = Column(whole.heading, column.first, column.last, name)
            column = whole
        columns.append(column)
    return columns


def stands_below(block: Block, row: Row) -> bool:
    """Whether a row stands beside headers of the row above that go down past it.

    However much it says, 一级指标 | 指标性质 | 指标值, it goes on with that header then.

    Args:
        block: the block whose header the row before was.
        row: the row.
    """
    own = {column.first for column in block.columns}
    heads = [at for at in own if block.header[-1].text(at) and at < len(row.cells)]
    return any(row.cells[at].text is None for at in heads)


def behind_names(heads: Mapping[int, Heading | None]) -> bool:
    """Whether what is not understood in a header stands before all that is.

    Args:
        heads: what each of its columns means.
    """
    first = min(at for at, heading in heads.items() if heading is not None)
    return all(at < first for at, heading in heads.items() if heading is None)
