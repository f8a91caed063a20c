"""Rows of tables whose code is another subject's: that much they say, whatever is read of them."""

from __future__ import annotations

from performance_rules.codebook import Codebook, miscoded
from performance_rules.extraction.draft import Draft
from performance_rules.readers.document import Document, Table


def keep_miscoded(document: Document, draft: Draft, book: Codebook, year: int | None) -> None:
    """Make a matter of each code that stands beside the name of another subject.

    Args:
        document: what a reader made of a file.
        draft: the report in the making; a code that stands on one of its lines needs no other.
        book: the classifications.
        year: the fiscal year, where it is known.
    """
    tables = [block for block in document.blocks if isinstance(block, Table)]
    rows = ("\t".join(text or "" for text in row) for table in tables for row in table.texts())
    found = [one for row in rows for one in miscoded(book, row, year)]
    if found:
        lines = [*draft.accounts.values(), *draft.matters.values()]
        coded = {line.code for top in lines for line in top.walk() if line.figures}
        for one in found:
            if one.code not in coded:
                draft.matter(f"{one.code} {one.name}", "", 0)
