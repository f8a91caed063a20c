"""A report in the making: what prose and tables say, gathered by identity, then frozen.

Every statement is kept with its place.  Two statements of one identity are not a choice: both stay
statements of the one figure, and the rules speak of them.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from attrs import define, field, frozen

from performance_rules.extraction.drafts.draftlines import UNIT, DraftLine, Unbound, nest
from performance_rules.extraction.passages import Passage
from performance_rules.report.evaluation import Evaluation
from performance_rules.report.model import (
    ACCOUNTS,
    SIDES,
    Account,
    Breakdown,
    Line,
    Report,
    Source,
)


@frozen
class Oddity:
    """Something printed that cannot be what was meant: a year of five digits, a half-edited word.

    Attributes:
        kind: ``year``, ``direction``, ``unit``, ``percent`` or ``code``.
        quote: what is printed.
        source: where.
    """

    kind: str
    quote: str
    source: Source


@frozen
class TableSeen:
    """A table that the document holds, whether or not its figures could be read.

    Attributes:
        id: which of the tables that must be published it is; empty for any other.
        caption: its caption as printed; empty where none was recognised.
        page: the page on which it begins, where there are pages.
        empty: whether none of its figures differs from zero.
        note: the notes printed below it, such as that it is left empty, one on each line.
        number: its number among the tables; None where the text was flattened into one line.
        start: where it begins in the document's text.
        end: one past where it ends.
        unread: why its figures were not read; empty if they were, or if it has none.
    """

    id: str
    caption: str
    page: int | None = None
    empty: bool = False
    note: str = ""
    number: int | None = None
    start: int = 0
    end: int = 0
    unread: str = ""


@define(eq=False)
class Draft:
    """A report in the making.

    Attributes:
        remarks: what forms say in rows of one cell, such as 90分以上为优.
        told: what the cells of forms tell in sentences, each as the passages of a paragraph.
        bound_at: where the numbers that were bound stand in the document's text.
        codes_at: where numbers stand that were read as codes.
    """

    accounts: dict[tuple[str, str], DraftLine] = field(factory=dict)
    items: dict[str, DraftLine] = field(factory=dict)
    matters: dict[tuple[str, str, int], DraftLine] = field(factory=dict)
    unbound: list[Unbound] = field(factory=list)
    oddities: list[Oddity] = field(factory=list)
    tables: list[TableSeen] = field(factory=list)
    evaluations: list[Evaluation] = field(factory=list)
    remarks: list[str] = field(factory=list)
    told: list[tuple[Passage, ...]] = field(factory=list)
    grade: str | None = None
    bound_at: list[tuple[int, int]] = field(factory=list)
    codes_at: list[tuple[int, int]] = field(factory=list)

    @property
    def bound(self) -> int:
        """How many printed numbers were bound."""
        return len(self.bound_at)

    def line(self, account: str, side: str) -> DraftLine:
        """Return the line of an account's side."""
        line = self.accounts.get((account, side))
        if line is None:
            if account not in ACCOUNTS or side not in SIDES:
                raise KeyError((account, side))
            line = self.accounts[account, side] = DraftLine()
        return line

    def item(self, name: str) -> DraftLine:
        """Return ``three_public``, ``evaluation`` or ``disclosures`` as a line."""
        line = self.items.get(name)
        if line is None:
            line = self.items[name] = DraftLine(key=name)
        return line

    def matter(self, name: str, body: str, apart: int) -> DraftLine:
        """Return the line of a thing that is named and not in the fixed tree."""
        line = self.matters.get((name, body, apart))
        if line is None:
            line = self.matters[name, body, apart] = DraftLine(name.partition(UNIT)[0])
        return line

    def _matters(self) -> tuple[Line, ...]:
        """Return the matters; those of one name that is no proper one are numbered as they come."""
        seen: Counter[tuple[str, str]] = Counter()
        found = []
        for (_, body, apart), line in self.matters.items():
            seen[line.name, body] += bool(apart)
            section = f"第{seen[line.name, body]}处" if apart else None
            found.append(line.frozen(body=body or None, section=section))
        return tuple(found)

    def report(self, **head: object) -> Report:
        """Return the report; ``head`` gives entity, year, kind and text."""
        values: dict[str, Any] = {"grade": self.grade, **head}
        for line in (*self.accounts.values(), *self.items.values(), *self.matters.values()):
            nest(line)
            for each in line.walk():
                # No whole are the disclosures: a list of them proves none.
                if each.parts and each is not self.items.get("disclosures"):
                    self.unbound += each.without_strangers()
        sides: dict[str, dict[str, Line]] = {}
        for (account, side), line in self.accounts.items():
            sides.setdefault(account, {})[side] = line.frozen()
        values |= {account: Account(**sides[account]) for account in ACCOUNTS if account in sides}
        for name in ("three_public", "evaluation"):
            if name in self.items:
                values[name] = self.items[name].frozen()
        if "disclosures" in self.items:
            parts = self.items["disclosures"].parts.get("members", [])
            values["disclosures"] = Breakdown("members", tuple(p.frozen() for p in parts))
        values["matters"] = self._matters()
        values["evaluations"] = tuple(self.evaluations)
        return Report(**values)
