"""Rows of tables whose code is another subject's: that much they say, whatever is read of them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from performance_rules.codebook import Codebook, miscoded
from performance_rules.extraction.drafts.draft import Draft
from performance_rules.readers.document import Document, Table

_CODE: Final = re.compile(r"\s*\d{3}(?:\d\d){0,2}\s*")
_OTHER: Final = re.compile(r"\s*(?!2\d\d(?:\d\d){0,2}\s*\Z)\d[\d,.]{0,20}\s*")
"""A number that is the code of no subject of expenditure."""


def _cells(row: Sequence[str | None], amounts: Set[int]) -> list[str]:
    """Return the texts of a row without amounts that look like codes: a row has its code first.

    Args:
        row: the row.
        amounts: the columns that hold other numbers as well.
    """
    texts = [text or "" for text in row]
    coded = [at for at, text in enumerate(texts) if _CODE.fullmatch(text)]
    named = [at for at, text in enumerate(texts) if text.strip() and at not in coded]
    if not coded or not named:
        return texts
    behind = coded[0] < named[0]
    return [
        text
        for at, text in enumerate(texts)
        if at not in coded or at < named[0] or not (behind or at in amounts)
    ]


def _amounts(rows: Sequence[Sequence[str | None]]) -> frozenset[int]:
    """Return the columns with a number that is no code: a column of codes has nothing else."""
    return frozenset(
        at for row in rows for at, text in enumerate(row) if text and _OTHER.fullmatch(text)
    )


def keep_miscoded(document: Document, draft: Draft, book: Codebook, year: int | None) -> None:
    """Make a matter of each code that stands beside the name of another subject.

    Args:
        document: what a reader made of a file.
        draft: the report in the making; a code that stands on one of its lines needs no other.
        book: the classifications.
        year: the fiscal year, where it is known.
    """
    tables = [block for block in document.blocks if isinstance(block, Table)]
    grids = [(rows, _amounts(rows)) for rows in (table.texts() for table in tables)]
    told = ("\t".join(_cells(row, amounts)) for rows, amounts in grids for row in rows)
    found = [one for row in told for one in miscoded(book, row, year)]
    if found:
        lines = [*draft.accounts.values(), *draft.matters.values()]
        coded = {line.code for top in lines for line in top.walk() if line.figures}
        for one in found:
            if one.code not in coded:
                draft.matter(f"{one.code} {one.name}", "", 0)
