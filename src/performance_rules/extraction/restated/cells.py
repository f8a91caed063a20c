"""The cells of a document's tables that its prose restates otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from performance_rules.extraction.restated.columns import RowRate, restated_columns
from performance_rules.extraction.restated.goalrows import restated_goals
from performance_rules.extraction.restated.grids import grids_in, stated_in
from performance_rules.extraction.restated.linetold import restated_lines
from performance_rules.extraction.restated.members import restated_members
from performance_rules.extraction.restated.rowgrowth import restated_growth
from performance_rules.extraction.restated.rows import Restated, of_another_time, restated_rows
from performance_rules.extraction.restated.sheets import stated_in_forms
from performance_rules.extraction.restated.thingrows import restated_things
from performance_rules.extraction.statements.said import Statements
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.words import TableWords
from performance_rules.report.evaluation import Evaluation


def restated_cells(
    tables: Sequence[Found],
    words: TableWords,
    document: str,
    year: int | None,
    forms: Sequence[Evaluation],
    statements: Statements,
) -> Iterator[Restated | RowRate]:
    """Yield the cells of tables that prose states otherwise, and the rates that are not theirs.

    Args:
        tables: the tables of a document.
        words: the words of tables.
        document: its name.
        year: the year that it is about, if it is known.
        forms: the forms of evaluation among them.
        statements: the figures of prose.
    """
    grids = list(grids_in(tables, words))
    if grids:
        stated = (*stated_in(grids, document, statements), *stated_in_forms(forms))
        yield from restated_rows(statements.said, stated, year)
        told = (
            *restated_goals(grids, statements, document),
            *restated_lines(grids, statements, document),
        )
        yield from (one for one in told if not of_another_time(one.said, one.cell, year))
        yield from restated_members(grids, statements, document)
        yield from restated_columns(grids, statements, document, year)
        yield from restated_growth(grids, statements, document, year)
        yield from restated_things(grids, statements, document, year)
