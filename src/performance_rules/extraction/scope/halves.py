"""Two figures of a sentence that make up the total it began with: they are its parts."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.tokens.patterns import Found
from performance_rules.extraction.tokens.quantities import amount
from performance_rules.report.model import FLOWS
from performance_rules.values.quantity import Amount, Quantity

_NEXT: Final = re.compile(rb"[/,]w*[Tt][wS]*N")
"""Another name with its figure, right behind one."""


def is_half(
    reading: Reading, found: Found, place: Place, column: str, value: Quantity | None
) -> bool:
    """Whether a figure makes the total of its sentence with the one beside it.

    全年支出N，当年资金支出A、结转资金支出B: A is no second figure of all expenditure.

    Args:
        reading: the piece that is read.
        found: the figure with its name.
        place: the line that its name means.
        column: its column.
        value: what it is.
    """
    context = reading.context
    whole = context.stated.get(place)
    if place.steps or place.side not in FLOWS or not isinstance(value, Amount):
        return False
    if whole is None or whole.sentence != context.sentences or whole.column != column:
        return False
    beside = [one.value for one in context.stating[-1:] if one is not whole]
    behind = _NEXT.match(reading.letters, found.end)
    beside += [amount(reading.tokens[behind.end() - 1])] if behind is not None else []
    total = whole.value.n if whole.value is not None else 0
    return any(isinstance(one, Amount) and one.n > 0 and one.n + value.n == total for one in beside)
