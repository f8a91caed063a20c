"""Small documents for the tests of tables, and what was read of them in one line per figure."""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.extraction.draft import Draft, DraftLine
from performance_rules.extraction.tables import extract_tables
from performance_rules.readers.assemble import assemble
from performance_rules.readers.document import Document
from performance_rules.readers.raw import RawBlock, RawParagraph, RawTable, Reading

MERGED = "^"
"""How a test writes the rest of a merged cell."""


def document(*blocks: str) -> Document:
    """Return a document: a text with bars is a table, any other text is a paragraph.

    ``^`` is the rest of a merged cell; nothing between two bars is an empty cell.
    """
    return assemble(Reading(tuple(map(_block, blocks))), "表.docx", "docx", "")


def _block(text: str) -> RawBlock:
    if "|" not in text:
        return RawParagraph(text)
    rows = []
    for line in text.strip().split("\n"):
        cells = [cell.strip() for cell in line.split("|")]
        rows.append([None if cell == MERGED else cell for cell in cells])
    width = max(map(len, rows))
    return RawTable(tuple((*row, *[""] * (width - len(row))) for row in rows))


def read(*blocks: str, kind: str = "final_accounts", year: int = 2023) -> Draft:
    """Return what is read of a document."""
    draft = Draft()
    extract_tables(document(*blocks), kind=kind, year=year, draft=draft)
    return draft


def said(draft: Draft) -> dict[str, str]:
    """Return every figure that a draft holds: its path and what was printed, joined by ``;``."""
    found: dict[str, str] = {}
    for (account, side), line in draft.accounts.items():
        found |= _said(line, f"{account}.{side}")
    for name, line in draft.items.items():
        found |= _said(line, name)
    return found


def _said(line: DraftLine, path: str) -> dict[str, str]:
    return dict(_figures(line, path))


def _figures(line: DraftLine, path: str) -> Iterator[tuple[str, str]]:
    for column, figure in line.figures.items():
        values = [str(statement.value) for statement in figure.statements]
        yield f"{path}.{column}", ";".join(values)
    for key, figure in line.counts.items():
        yield f"{path}#{key}", ";".join(str(s.value) for s in figure.statements)
    for dimension, parts in line.parts.items():
        for part in parts:
            name = part.key or part.code or part.implied or part.name
            yield from _figures(part, f"{path}/{dimension.removeprefix('by_')}:{name}")
