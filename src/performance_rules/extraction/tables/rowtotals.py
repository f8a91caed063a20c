"""Totals of things listed under their own names: what they add up is the rows, no more.

项目支出情况 with a row for each of six projects and 合计: whether there are other projects beside
them the table does not say, so that its total is that of the fixed line at most by inference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve, frozen

from performance_rules.extraction.drafts.draftlines import DraftFigure
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.tables.labels import MEMBERS
from performance_rules.report.inferences import inferred
from performance_rules.report.model import Statement

INFERRED: Final = inferred("listed")
_FEWEST: Final = 2


@frozen
class Told:
    """A figure that a row of a table said: of which line, in which column, and if as a total."""

    place: Place
    column: str
    figure: DraftFigure
    total: bool

    @property
    def last(self) -> Statement:
        """What it was said to be last."""
        return self.figure.statements[-1]


def infer_totals(told: Iterable[Told]) -> set[tuple[Place, str]]:
    """Mark the totals of things under their own names as inferred, and return what is not closed.

    Only where the rows add up to the total: one that they do not is at odds with the table itself.

    Args:
        told: the figures of a table.
    """
    rows: dict[tuple[Place, str], list[Told]] = {}
    totals: dict[tuple[Place, str], Told] = {}
    for one in told:
        whole = one.place.parent
        if one.total:
            totals[one.place, one.column] = one
        elif whole is not None and one.place.dimension == MEMBERS:
            rows.setdefault((whole, one.column), []).append(one)
    made = {key: _adds_up(total, rows.get(key, ())) for key, total in totals.items()}
    odd = {place for (place, _), adds in made.items() if not adds}
    for (place, _), total in totals.items():
        if place not in odd:
            said = evolve(total.last, settled="inferred", inference=INFERRED)
            total.figure.statements[-1] = said
    return {(place, MEMBERS) for place, _ in totals if place not in odd}


def _adds_up(total: Told, rows: Sequence[Told]) -> bool:
    """Whether a total is what two rows or more add up to."""
    parts = [one.last.value for one in rows]
    apart = abs(sum(one.n for one in parts) - total.last.value.n)
    slack = total.last.value.half + sum(one.half for one in parts)
    return len(parts) >= _FEWEST and apart <= slack
