"""Helpers: read sentences into a draft, and ask the draft what they said."""

from __future__ import annotations

from performance_rules.extraction.draft import Draft, DraftFigure, DraftLine
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.prose import extract_prose
from performance_rules.report.model import Comparison, Source

YEAR = 2022


def read(*texts: str, kind: str = "final_accounts", year: int | None = YEAR) -> Draft:
    """Return the draft of paragraphs; each knows its number and where it starts."""
    passages = []
    start = 0
    for number, text in enumerate(texts, 1):
        passages.append(Passage(text, Source(document="样本.txt", paragraph=number, start=start)))
        start += len(text) + 1
    return extract_prose(passages, kind=kind, year=year, draft=Draft())


def line(draft: Draft, place: str) -> DraftLine:
    """Return the line at ``account.side/part`` or ``item/part``; parts by key, code or name."""
    top, *steps = place.split("/")
    account, _, side = top.partition(".")
    found = draft.accounts[account, side] if side else draft.items[top]
    for step in steps:
        parts = [p for ps in found.parts.values() for p in ps]
        found = next(p for p in parts if step in (p.key, p.code, p.name))
    return found


def figure(draft: Draft, place: str, column: str = "final") -> DraftFigure:
    """Return the figure of a column of a line."""
    return line(draft, place).figures[column]


def values(draft: Draft, place: str, column: str = "final") -> list[str]:
    """Return what a figure was said to be, as printed."""
    lines = line(draft, place).figures
    return [s.value.printed for s in lines[column].statements] if column in lines else []


def compared(draft: Draft, place: str, column: str = "final") -> Comparison:
    """Return the only comparison of a figure."""
    (only,) = figure(draft, place, column).comparisons
    return only


def counts(draft: Draft, place: str) -> dict[str, str]:
    """Return the counts of a line, each said once."""
    return {k: str(f.statements[0].value.value) for k, f in line(draft, place).counts.items()}


def unbound(draft: Draft) -> list[str]:
    """Return the figures that were not bound, as printed."""
    return [u.printed for u in draft.unbound]
