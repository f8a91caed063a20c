"""What the cells of forms relate of their own figures, each for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from performance_rules.extraction.averages.reading import averages
from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.facts import Facts
from performance_rules.extraction.drafts.records import Ledger
from performance_rules.extraction.percentages.reading import explained
from performance_rules.extraction.relations.adding import checked_in
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.relations.relating import Relations
from performance_rules.extraction.restated.statements import Statements
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.tokens.normal import run_of
from performance_rules.extraction.tokens.passages import Passage
from performance_rules.extraction.tokens.scan import scan
from performance_rules.extraction.tokens.wording import Wording


def related_in_cells(
    told: Iterable[tuple[Passage, ...]], facts: Facts, wording: Wording
) -> Iterator[Related]:
    """Yield what the sentences of cells relate; none goes on with another.

    Args:
        told: the passages of each cell.
        facts: kind and year of the document.
        wording: the lexicon.
    """
    for passages in told:
        run = run_of(passages)
        relations = Relations()
        context = Context(facts, Ledger(), wording.outline)
        figures = relations.read(run, scan(run.plain, 0, len(run.plain), wording), context)
        statements = Statements()
        statements.read(run, figures, "")
        found = relations.closed()
        checks = checked_in(context.ledger, Draft(), found)
        yield from found
        yield from explained(statements.said, checks, budget=facts.is_budget)
        yield from averages(statements.said, checks, budget=facts.is_budget)
