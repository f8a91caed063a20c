"""Helpers: read a small document in memory, and ask the report it became what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from performance_rules.extraction.documents import Extraction, extract
from performance_rules.extraction.head import Head
from performance_rules.extraction.regional import Words, shipped
from performance_rules.readers.assemble import assemble
from performance_rules.readers.document import Document
from performance_rules.readers.raw import FileContent, RawBlock, RawParagraph, RawTable
from performance_rules.report.model import (
    ACCOUNTS,
    COLUMNS,
    SIDES,
    Breakdown,
    Comparison,
    Figure,
    Line,
    Report,
    Source,
)
from performance_rules.report.tree import tree_of
from performance_rules.report.ways import steps_of
from performance_rules.rules.ruleset import shipped_codebook

YEAR = 2022
MERGED = "^"
"""How a test writes the rest of a merged cell."""


def document(*blocks: str | RawBlock) -> Document:
    """Return a document: a text with bars is a table, any other text is a paragraph.

    ``^`` is the rest of a merged cell; nothing between two bars is an empty cell.
    """
    raw = tuple(_block(block) if isinstance(block, str) else block for block in blocks)
    return assemble(FileContent(raw), "样本.txt", "text", "")


def _block(text: str) -> RawBlock:
    if "|" not in text:
        return RawParagraph(text)
    rows = []
    for row in text.strip().split("\n"):
        cells = [cell.strip() for cell in row.split("|")]
        rows.append([None if cell == MERGED else cell for cell in cells])
    width = max(map(len, rows))
    return RawTable(tuple((*row, *[""] * (width - len(row))) for row in rows))


def read(
    *blocks: str | RawBlock,
    kind: str = "final_accounts",
    year: int | None = YEAR,
    entity: str | None = None,
    words: Words | None = None,
) -> Extraction:
    """Return what a document of this kind, year and body becomes, read with some words."""
    return read_as(document(*blocks), kind=kind, year=year, entity=entity, words=words)


def read_as(
    made: Document,
    *,
    kind: str = "final_accounts",
    year: int | None = YEAR,
    entity: str | None = None,
    words: Words | None = None,
) -> Extraction:
    """Return what a document becomes that is known to be of a kind, year and body."""
    head = Head(kind=kind, year=year, entity=entity)
    return extract(made, lambda _: words or shipped(), head=head)


# ── lines ──


def line(paper: Extraction, place: str) -> Line:
    """Return the line at ``account.side/part`` or ``item/part``; parts by key, code or name."""
    found = find(paper, place)
    assert found is not None, f"{place} was not read"
    return found


def find(paper: Extraction, place: str) -> Line | None:
    """Return the line at a place, None if the report has none."""
    top, *steps = place.split("/")
    account, _, side = top.partition(".")
    held = getattr(paper.report, account)
    if isinstance(held, Breakdown):
        return _down(held.lines, steps) if steps else None
    if side:
        held = getattr(held, side, None)
    if held is None or not steps:
        return held if isinstance(held, Line) else None
    return _down(_parts(held), steps)


def _down(lines: tuple[Line, ...], steps: list[str]) -> Line | None:
    step, *below = steps
    found = next((one for one in lines if step in (one.key, one.code, one.name)), None)
    return found if found is None or not below else _down(_parts(found), below)


def _parts(whole: Line) -> tuple[Line, ...]:
    return tuple(part for one in whole.breakdowns for part in one.lines)


def has(paper: Extraction, place: str) -> bool:
    """Whether the report has a line, or an item such as the disclosures, at a place."""
    if "." in place or "/" in place:
        return find(paper, place) is not None
    return getattr(paper.report, place) is not None


def accounts(paper: Extraction) -> list[str]:
    """Return the accounts that the report has."""
    return [name for name in ACCOUNTS if getattr(paper.report, name) is not None]


def breakdown(paper: Extraction, place: str, dimension: str) -> Breakdown:
    """Return the only breakdown of a line along a dimension."""
    (found,) = [one for one in line(paper, place).breakdowns if one.dimension == dimension]
    return found


def parts(paper: Extraction, place: str, dimension: str) -> tuple[Line, ...]:
    """Return the parts of a line along a dimension, in order."""
    return breakdown(paper, place, dimension).lines


def complete(paper: Extraction, place: str, dimension: str) -> bool:
    """Whether the parts along a dimension are all of the line."""
    return breakdown(paper, place, dimension).complete


# ── figures ──


def figure(paper: Extraction, place: str, column: str = "final") -> Figure:
    """Return the figure of a column of a line."""
    found = line(paper, place).figure(column)
    assert found is not None, f"{place} has no {column}"
    return found


def values(paper: Extraction, place: str, column: str = "final") -> list[str]:
    """Return what a figure was said to be, as printed."""
    return printed(line(paper, place).figure(column))


def printed(found: Figure | None) -> list[str]:
    """Return what a figure, if there is one, was said to be."""
    return [one.value.printed for one in found.statements] if found is not None else []


def compared(paper: Extraction, place: str, column: str = "final") -> Comparison:
    """Return the only comparison of a figure."""
    (only,) = figure(paper, place, column).comparisons
    return only


def counts(paper: Extraction, place: str) -> dict[str, str]:
    """Return the counts of a line, each said at least once, by what was said first."""
    return {key: str(one.statements[0].value.value) for key, one in line(paper, place).counts}


def counted(paper: Extraction, place: str) -> list[int]:
    """Return how often each count of a line was said."""
    return [len(one.statements) for _, one in line(paper, place).counts]


def unbound(paper: Extraction) -> list[str]:
    """Return the figures that were not bound, as printed."""
    return [one.printed for one in paper.unbound]


def oddities(paper: Extraction) -> list[str]:
    """Return the kinds of what is printed and cannot be meant."""
    return [one.kind for one in paper.oddities]


# ── everything ──


def lines(report: Report) -> Iterator[Line]:
    """Yield every line of a report, each before its parts."""
    held = [getattr(report, name) for name in ACCOUNTS]
    tops = [getattr(one, side) for one in held if one is not None for side in SIDES]
    tops += [report.three_public, report.evaluation]
    tops += report.disclosures.lines if report.disclosures is not None else ()
    tops += report.matters
    for top in tops:
        if top is not None:
            yield from _walk(top)


def _walk(top: Line) -> Iterator[Line]:
    yield top
    for part in _parts(top):
        yield from _walk(part)


def figures(report: Report) -> Iterator[Figure]:
    """Yield every figure of a report, counts too."""
    for one in lines(report):
        yield from (f for name in COLUMNS if (f := one.figure(name)) is not None)
        yield from (f for _, f in one.counts)


def sources(report: Report) -> list[Source]:
    """Return where every figure of a report was said."""
    said_at = [said.source for one in figures(report) for said in one.statements]
    assert None not in said_at
    return [source for source in said_at if source is not None]


def said(paper: Extraction) -> dict[str, str]:
    """Return every figure of a report: its path and what was printed, joined by ``;``.

    Parts stand in the path by key, else by the code that is printed or that the name stands for.
    The forms of evaluation are form1, form2 …, each with its funds and its sheet.
    """
    found: dict[str, str] = {}
    for node in tree_of(paper.report, shipped_codebook()).lines:
        form = re.match(r"evaluations\[(\d+)\](\.\w+)?", node.path)
        top = (
            f"{node.account.name}.{node.side}" if node.account else re.split(r"[.\[]", node.path)[0]
        )
        top = f"form{form[1]}{form[2] or ''}" if form else top
        path = "/".join([top, *(f"{d.removeprefix('by_')}:{step}" for d, step in steps_of(node))])
        for column in COLUMNS:
            if (held := node.line.figure(column)) is not None:
                found[f"{path}.{column}"] = _joined(held)
        for key, held in node.line.counts:
            found[f"{path}#{key}"] = _joined(held)
    return found


def _joined(held: Figure) -> str:
    return ";".join(str(one.value) for one in held.statements)


def matters(paper: Extraction) -> list[str]:
    """Return the figures of what the fixed tree does not have, as printed."""
    return [
        statement.value.printed
        for matter in paper.report.matters
        for column in COLUMNS
        for figure in [matter.figure(column)]
        if figure is not None
        for statement in figure.statements
    ]
