"""What the cells of forms relate of their own figures, each for itself."""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.extraction.averages.reading import averages
from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.records import Ledger
from performance_rules.extraction.percentages.reading import explained
from performance_rules.extraction.relations.adding import checked_in
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.relations.relating import Relations
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.statements.said import Statements
from performance_rules.extraction.tokens.normal import run_of
from performance_rules.extraction.tokens.scan import scan
from performance_rules.extraction.tokens.wording import Wording


def related_in_cells(draft: Draft, facts: Facts, wording: Wording) -> Iterator[Related]:
    """Yield what the sentences of cells relate; none goes on with another.

    What a form has of such a sentence already, a rate of its money, is not said again.

    Args:
        draft: the report in the making, with the passages of each cell.
        facts: kind and year of the document.
        wording: the lexicon.
    """
    bound = set(draft.bound_at)
    for passages in draft.told:
        cells = {(p.source.start, p.source.end) for p in passages}
        run = run_of(passages)
        relations = Relations()
        context = Context(facts, Ledger(), wording.outline)
        figures = relations.read(run, scan(run.plain, 0, len(run.plain), wording), context)
        statements = Statements()
        statements.read(run, figures, "")
        found = relations.closed()
        checks = checked_in(context.ledger, Draft(), found)
        found += explained(statements.said, checks, budget=facts.is_budget)
        found += averages(statements.said, checks, budget=facts.is_budget)
        yield from (one for one in found if one.at in cells or one.at not in bound)
