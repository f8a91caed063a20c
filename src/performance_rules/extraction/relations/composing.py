"""From what something is said to be made of to the records of a matter of its own."""

from __future__ import annotations

from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import APART, Level, Listing, Record, Shared
from performance_rules.extraction.relations.rates.compositions import Composition
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.tokens.normal import Run
from performance_rules.values.quantity import Percent

_SHARES: Final = "final"
"""The column of shares of whatever is counted: they are added up as those of money are."""


def composed(one: Composition, run: Run, section: str) -> Related:
    """Return shares that are all there are of one thing.

    Args:
        one: the shares.
        run: the paragraph that they stand in.
        section: where that stands.
    """
    figures = [m for _, m in one.parts] + ([one.whole] if one.whole is not None else [])
    spans = tuple(run.span(m.start, m.end) for m in figures)
    last = one.parts[-1][1]
    at = run.span(last.start, last.end)
    place = Place(matter=one.what, apart=APART + at[0])
    column = "final" if one.whole is None or one.whole.kind == "amount" else "actual"
    records: list[Record] = []
    if one.whole is not None:
        whole = one.whole
        source = run.source(whole.begin, whole.end, section)
        records.append(Level(place, column, whole.value, source, one.what))
    listed: dict[Place, int] = {}
    for name, share in one.parts:
        part = place.down(Step("members", name))
        listed[part] = 0
        source = run.source(share.begin, share.end, section)
        if isinstance(share.value, Percent):
            records.append(Shared(part, _SHARES, share.value, None, source, name=name))
    listing = Listing(place, whole_said=True, parts=listed)
    return Related(tuple(records), spans, last.value, at, last.home, listing)
