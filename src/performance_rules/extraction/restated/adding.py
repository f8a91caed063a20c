"""Figures that are stated twice, as matters of their own; what a line says already is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import UNIT, DraftFigure, DraftLine
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.restated.columns import RowRate
from performance_rules.extraction.restated.pairs import Pair, pairs
from performance_rules.extraction.restated.partscores import set_apart_scores
from performance_rules.extraction.restated.rows import Restated
from performance_rules.extraction.restated.scored import of_scores, scored_twice
from performance_rules.extraction.statements.events import told_twice
from performance_rules.extraction.statements.said import Statements
from performance_rules.report.model import Comparison, Source
from performance_rules.values.quantity import Amount, Count, Percent, Quantity

Cells = Callable[[Statements], Iterable[Restated | RowRate]]


def add_restated(
    statements: Statements,
    cells: Cells,
    draft: Draft,
    related: Sequence[Related] = (),
    year: int | None = None,
) -> None:
    """Put figures that are stated twice, and not the same, into a draft.

    Args:
        statements: the figures of prose.
        cells: gives the cells of tables that prose restates.
        draft: the report, settled but for them.
        related: what sentences say of their own figures; two figures of one relation are not said
            to clash a second time.
        year: the year that the document is about, if it is known.
    """
    set_apart_scores(draft, statements.said)
    found = [_stated(pair) for pair in pairs(statements, year)]
    relations: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for i, one in enumerate(related):
        for span in one.spans:
            relations[span].add(i)
    found = [
        one for one in found if not set.intersection(*(relations[span] for _, _, span in one[1]))
    ]
    told = {id(one.said): one for one in cells(statements)} if statements.said else {}
    found += [_of_cell(one) for one in told.values() if isinstance(one, Restated)]
    for rated in told.values():
        if isinstance(rated, RowRate) and not _is_claimed(rated, draft):
            _add_rate(rated, draft)
    for event, other in told_twice(statements.events):
        line = draft.matter(f"{event.title}{UNIT}{event.start}", "", 0)
        for value, source, _ in (event.stated(), other.stated()):
            line.say("actual", value, source)
    scores = [of_scores(pair) for pair in scored_twice(statements.said, draft.evaluations)]
    if not found and not scores:
        return
    known = [{value.n for value, _ in figure.said()} for figure in _figures(draft)]
    bound, refused = set(draft.bound_at), {one.span for one in draft.unbound}
    for i, (title, said) in enumerate([*found, *scores]):
        if any({value.n for value, _, _ in said} <= values for values in known):
            continue
        line = draft.matter(f"{title}{UNIT}{said[0][2][0]}", "", 0)
        for value, source, span in said:
            plain = "final" if isinstance(value, Amount) else "actual"
            line.say("score" if i >= len(found) else plain, value, source)
            if span not in bound:
                draft.bound_at.append(span)
                bound.add(span)
    spans = {span for _, said in (*found, *scores) for _, _, span in said} & refused
    draft.unbound[:] = [one for one in draft.unbound if one.span not in spans]


_Statement = tuple[Quantity, Source, tuple[int, int]]


def _stated(pair: Pair) -> tuple[str, list[_Statement]]:
    both = (pair.first, pair.second)
    return pair.title, [(one.at.value, one.source(), one.span()) for one in both]


def _of_cell(one: Restated) -> tuple[str, list[_Statement]]:
    cell, said = one.cell, one.said
    span = cell.source.start or 0, cell.source.end or 0
    value = cell.value
    if isinstance(value, Count) and isinstance(said.at.value, Count):
        value = evolve(value, unit=said.at.value.unit)
    both = [(value, cell.source, span), (said.at.value, said.source(), said.span())]
    return one.title, both


def _add_rate(one: RowRate, draft: Draft) -> None:
    """Put a rate of two cells that prose gives for a row into a draft."""
    source, rate = one.said.source(), one.said.at.value
    line = draft.matter(f"{one.title}{UNIT}{one.said.span()[0]}", "", 0)
    line.say("final", one.done.value, one.done.source)
    base = one.planned.value
    if one.growth is not None and isinstance(base, Amount):
        grown = Comparison("prior", base=base, rate=one.growth, source=source)
        line.figure("final").comparisons += (grown,)
    elif isinstance(rate, Percent) and isinstance(base, Amount):
        claim = Comparison("target", base=base, completed=rate, source=source)
        line.figure("final").comparisons += (claim,)


def _is_claimed(one: RowRate, draft: Draft) -> bool:
    """Whether a line that has the figure of the year before claims a rate of growth itself."""
    if one.growth is None:
        return False
    start, end = one.said.span()
    return any(
        claim.rate is not None
        and abs(claim.rate.n) == abs(one.growth.n)
        and (claim.base is not None or claim.against in line.figures)
        and claim.source is not None
        and (claim.source.start or 0) <= start < end <= (claim.source.end or 0)
        for line in _lines(draft)
        for figure in line.figures.values()
        for claim in figure.comparisons
    )


def _lines(draft: Draft) -> Iterator[DraftLine]:
    """Yield every line of a draft."""
    for top in (*draft.accounts.values(), *draft.items.values(), *draft.matters.values()):
        yield from top.walk()


def _figures(draft: Draft) -> Iterator[DraftFigure]:
    """Yield the figures whose statements are compared: those of a name that is of one thing."""
    matters = (line for (_, _, apart), line in draft.matters.items() if not apart)
    for top in (*draft.accounts.values(), *draft.items.values(), *matters):
        for line in top.walk():
            yield from line.figures.values()
