"""Tables: from the cells of a document to the figures of a report.

    extract_tables(document, kind="final_accounts", year=2024, draft=draft)

A table is read by words only: its caption gives the account, the words above a column give side,
nature and stage, the name or code of a row gives the line.  What is not understood is not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from performance_rules.extraction.drafts.draft import Draft, TableSeen
from performance_rules.extraction.evaluations import read_forms
from performance_rules.extraction.evaluations.basedata import compare_base
from performance_rules.extraction.evaluations.summaries import compare_lists
from performance_rules.extraction.outline.headings import paragraphs_of
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.tables.flattened import read_flattened
from performance_rules.extraction.tables.found import found_tables
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.pressed import read_pressed
from performance_rules.extraction.tables.reading import read_table
from performance_rules.extraction.tables.words import TableWords, shipped_words

if TYPE_CHECKING:
    from performance_rules.readers.document import Document
    from performance_rules.report.model import Paragraph


def extract_tables(
    document: Document,
    *,
    kind: str,
    year: int | None,
    draft: Draft,
    words: TableWords | None = None,
    entity: str = "",
    paragraphs: Sequence[Paragraph] | None = None,
) -> list[Found]:
    """Say everything that the tables of a document say in a draft; the tables are returned.

    Args:
        document: the document.
        kind: what it is, one of the kinds of a report.
        year: its fiscal year.
        draft: the report in the making.
        words: the words of tables; those that are shipped unless given.
        entity: the body whose document it is.
        paragraphs: its paragraphs, with the headings among them.
    """
    words = words or shipped_words()
    facts = Facts(kind, year, entity)
    printed = paragraphs_of(document) if paragraphs is None else paragraphs
    seen: list[TableSeen] = []
    named: set[tuple[str, int]] = set()
    tables = found_tables(document, printed, words, facts)
    for found in tables:
        form = read_forms(found, draft, document.name, facts, words)
        if form is not None:
            seen.append(form)
            continue
        name = (found.id, found.meaning.distance or 0)
        again = bool(found.id) and name in named
        seen.append(read_table(found, draft, document.name, facts, words, again=again))
        if not seen[-1].empty:
            named.add(name)
    compare_lists(draft, tables)
    compare_base(draft, tables, words, document.name)
    seen += read_flattened(document, draft, facts, words)
    read_pressed(document, draft)
    draft.tables += sorted(seen, key=lambda table: table.start)
    return tables
