"""Rows of tables that were not read whose code is another subject's: that much they say."""

from __future__ import annotations

from collections.abc import Collection

from performance_rules.codebook import Codebook, miscoded
from performance_rules.extraction.draft import Draft
from performance_rules.readers.document import Document, Table


def keep_miscoded(document: Document, draft: Draft, book: Codebook, year: int | None) -> None:
    """Make a matter of each code that stands beside the name of another subject.

    Args:
        document: what a reader made of a file.
        draft: the report in the making, with the tables that were met; those that were read have
            their codes on their lines.
        book: the classifications.
        year: the fiscal year, where it is known.
    """
    unread: Collection[int | None] = {seen.number for seen in draft.tables if seen.unread}
    for table in document.blocks if unread else ():
        if not isinstance(table, Table) or table.number not in unread:
            continue
        for row in table.texts():
            for one in miscoded(book, "\t".join(text or "" for text in row), year):
                draft.matter(f"{one.code} {one.name}", "", 0)
