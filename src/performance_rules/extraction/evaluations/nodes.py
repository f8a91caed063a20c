"""A line of a form in the making, and the cells that its figures stand in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from attrs import define, evolve, field

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import Unbound
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.forms import numerals
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.report.lines import (
    Breakdown,
    Comparison,
    Dimension,
    Figure,
    Line,
    Source,
    Statement,
)
from performance_rules.values.quantity import Quantity

_POINTS: Final = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)分?[(（][^()（）]{1,40}[)）]")

_ZEROS: Final = re.compile(r"(\d{1,3}\.\d\d)0{1,6}")


@define(eq=False)
class Node:
    """A line in the making: name, figures by column, texts, and parts in one dimension."""

    name: str = ""
    key: str | None = None
    said: dict[str, list[Statement]] = field(factory=dict)
    claims: dict[str, list[Comparison]] = field(factory=dict)
    unread: dict[str, Source] = field(factory=dict)
    texts: dict[str, str] = field(factory=dict)
    dimension: Dimension = "members"
    parts: list[Node] = field(factory=list)
    others: list[tuple[Dimension, list[Node]]] = field(factory=list)
    depth: int = 0
    """How deep it stands, where one column names lines of all levels."""
    open: list[Node] = field(factory=list)
    """Parts that others stand beside, which the form does not tell."""
    quarters: list[tuple[Quantity, Cell, Row]] = field(factory=list)
    """What was spent or done in each quarter of the year."""
    partial: bool = False
    lost: Source | None = None

    def say(self, column: str, value: Quantity, source: Source) -> None:
        """Add a statement of a column."""
        self.said.setdefault(column, []).append(Statement(value, source))

    def part(self, name: str) -> Node:
        """Return the last part, if it is called so, else a new one."""
        if not self.parts or self.parts[-1].name != name:
            self.parts.append(Node(name))
        return self.parts[-1]

    def figure(self, column: str) -> Figure | None:
        """Return the figure of a column, or None."""
        said = tuple(self.said.get(column, ()))
        unread = self.unread.get(column) if not said else None
        if not said and unread is None:
            return None
        return Figure(said, comparisons=tuple(self.claims.get(column, ())), unread=unread)

    def frozen(self) -> Line:
        """Return the line; parts of one name are numbered."""
        columns = {*self.said, *self.unread}
        figures: dict[str, Any] = {column: self.figure(column) for column in columns}
        whole = not self.partial and self.lost is None
        breakdowns = [
            Breakdown(dimension, _lines(parts, dimension), complete=whole, unread=self.lost)
            for dimension, parts in ((self.dimension, self.parts), *self.others)
            if parts
        ]
        if self.open:
            breakdowns.append(Breakdown("members", _lines(self.open, "members"), complete=False))
        texts: dict[str, Any] = dict(self.texts)
        return Line(name=self.name, key=self.key, breakdowns=tuple(breakdowns), **figures, **texts)


def _lines(parts: Sequence[Node], dimension: str) -> tuple[Line, ...]:
    """Return parts as lines; a well-known one has its key, those of one name are numbered."""
    seen: Counter[str] = Counter()
    lines = []
    for part in parts:
        seen[part.name] += 1
        line, again = part.frozen(), seen[part.name]
        item = shipped_lexicon().item(dimension, part.name)
        line = evolve(line, key=item.key) if item is not None else line
        lines.append(evolve(line, name=f"{line.name}（{again}）") if again > 1 else line)
    return tuple(lines)


def points_in(text: str) -> str:
    """Return the number of points that a cell prints, without what explains it: 9.5（95%×10）.

    A column of a workbook shows as many digits as one of its cells needs: 97.3000 is 97.30.
    """
    plain = plain_word(text)
    found = _POINTS.fullmatch(plain)
    if longer := _ZEROS.fullmatch(plain):
        return longer[1]
    return found[1] if found is not None else text


@fixed(eq=False)
class Sheet:
    """Where the figures of a form are printed, and what became of their cells."""

    draft: Draft
    place: Callable[[Cell, Row], Source]

    def say_points(self, node: Node, column: str, number: str, cell: Cell, row: Row) -> None:
        """Say points that are only a part of what a cell prints: 产出指标（50分）, 自评得分97分."""
        value, _ = quantity_in(points_in(number), column, "")
        if value is not None:
            node.say(column, value, self.place(cell, row))
            at = cell.start + max((cell.text or "").rfind(number), 0)
            self.draft.bound_at.append((at, at + len(number)))

    def bind(self, cell: Cell) -> None:
        """Note that the numbers of a cell are in the report."""
        self.draft.bound_at.append((cell.start, cell.end))

    def explain(self, cell: Cell) -> None:
        """Note that the numbers of a cell belong to a standard or a note, and are no figures."""
        text = cell.text or ""
        found = ((cell.start + start, cell.start + end) for start, end in numerals(text))
        self.draft.codes_at.extend(found)

    def refuse(self, cell: Cell, row: Row, why: str) -> Source:
        """Keep a cell that holds a number nobody understood; return where it stands."""
        source = self.place(cell, row)
        text = cell.text or ""
        if any(char.isdigit() for char in text):
            self.draft.unbound.append(Unbound(text, source, why, (cell.start, cell.end)))
        return source


def leaves_of(node: Node) -> Iterator[Node]:
    """Yield the lines below one that have no parts of their own."""
    for part in node.parts:
        if part.parts:
            yield from leaves_of(part)
        else:
            yield part
