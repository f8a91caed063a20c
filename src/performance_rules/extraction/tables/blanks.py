"""Two parts that are all there is of a line, one of them left blank.

A blank alone leaves a sum open.  Beside a vehicle total and the other part of it, it does not:
either the blank is nothing, and the total is what was printed of it, or the blank is a slip itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from performance_rules.extraction.drafts.draftlines import DraftLine
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.tables.binding import Binder, Identity

_PAIR: Final = {"purchase": "running", "running": "purchase"}
_ITEM: Final = "three_public"


def say_blank_pairs(binder: Binder) -> None:
    """Say the total of a pair as the sum of the part that is printed, where they are not the same.

    Args:
        binder: the table, with all of its cells said.
    """
    for cell, identity, _ in binder.blanks:
        whole, other = _whole(identity, binder), _other(identity, binder)
        if whole is None or other is None:
            continue
        total = binder.said.get((id(whole), identity.column))
        part = binder.said.get((id(other), identity.column))
        if total is None or part is None or abs(total.n - part.n) <= total.half + part.half:
            continue
        name = f"{whole.name or '公务用车费用'}（{identity.place.steps[-1].name}空白）"
        line = Place(matter=name, apart=cell.start + 1).line(binder.draft)
        member = Step("members", other.name).of(line)
        for one, of in ((line, whole), (member, other)):
            stated = of.figures[identity.column].statements[-1]
            one.say(identity.column, stated.value, stated.source or binder.source(cell, None))


def _whole(identity: Identity, binder: Binder) -> DraftLine | None:
    place = identity.place
    paired = place.item == _ITEM and place.last is not None and place.last.key in _PAIR
    parent = place.parent if paired and not identity.why else None
    return parent.find(binder.draft) if parent is not None else None


def _other(identity: Identity, binder: Binder) -> DraftLine | None:
    """Return the other part of the pair."""
    last, whole = identity.place.last, _whole(identity, binder)
    if whole is None or last is None:
        return None
    parts: Iterable[DraftLine] = whole.parts.get(last.dimension, ())
    return next((part for part in parts if part.key == _PAIR.get(last.key or "")), None)
