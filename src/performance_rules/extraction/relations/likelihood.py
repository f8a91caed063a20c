"""Whether what a relation says and what its figures make lie so far apart that it is misread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared, Level, Shared
from performance_rules.extraction.figures.distance import TIMES, far_apart
from performance_rules.extraction.figures.slips import mistyped
from performance_rules.extraction.relations.related import Related
from performance_rules.values.precision import HUNDRED, last_digit
from performance_rules.values.quantity import SCALE, Amount

_WORKED: Final = ("received", "price")
"""Columns of what came, and of what one costs: with others they make what is left, or the sum."""
_Pair = tuple[int, int]
_Said = Mapping[tuple[Place, str], int]
"""What was said, by the line and the column that it was said of."""


def is_unlikely(one: Related) -> bool:
    """Whether the figures of a relation cannot well be meant as it says."""
    free = (r.value for r in one.records if isinstance(r, Level) and r.column == "price")
    if any(price is not None and not price.n for price in free):
        return True  # 车均购置费0万元 makes no amount
    return any(far_apart(said, made) for said, made in _pairs(one))


def _pairs(one: Related) -> Iterator[_Pair]:
    """Yield each figure that is said with what the others make of it."""
    said: dict[tuple[Place, str], int] = {}
    parts: defaultdict[tuple[Place, str], list[int]] = defaultdict(list)
    for r in one.records:
        if isinstance(r, Level) and r.value is not None:
            said[r.place, r.column] = r.value.n
            if r.place.parent is not None:
                parts[r.place.parent, r.column].append(r.value.n)
    for r in one.records:
        figure = said.get((r.place, r.column)) if isinstance(r, Compared | Shared) else None
        if figure is not None and isinstance(r, Compared):
            yield from _compared(figure, r)
        elif figure is not None and isinstance(r, Shared) and r.place.parent is not None:
            whole = said.get((r.place.parent, r.column), 0)
            yield r.value.n * whole, figure * HUNDRED
    for cell, values in parts.items():
        if cell in said and len(values) > 1:
            yield from _added(said[cell], values)
    steps = {
        (r.place, r.column): last_digit(r.value)
        for r in one.records
        if isinstance(r, Level) and isinstance(r.value, Amount)
    }
    for place in {place for place, column in said if column in _WORKED}:
        yield from _worked(place, said, steps)


def _compared(figure: int, told: Compared) -> Iterator[_Pair]:
    base = told.base.n if told.base is not None else None
    if not base:
        return
    if told.completed is not None:
        made = told.completed.n * base
        if far_apart(made, (base - figure) * HUNDRED):  # 结余率 is of the rest
            yield made, figure * HUNDRED
    elif told.change is not None and abs(told.change.n) > TIMES * max(figure, base):
        yield told.change.n, figure - base


def _added(whole: int, parts: Sequence[int]) -> Iterator[_Pair]:
    """A sum with its parts, unless one of them alone is in the wrong unit."""
    made = sum(parts)
    rest = ((part, whole - made + part) for part in parts)
    if not any(abs(part) >= TIMES * abs(left) and not far_apart(part, left) for part, left in rest):
        yield whole, made


def _worked(place: Place, said: _Said, steps: _Said) -> Iterator[_Pair]:
    """What is left of what came, and what so many of a thing cost.

    A cost that lacks one of the digits of what it should be was typed badly, however small it is.
    """
    received, left = said.get((place, "received")), said.get((place, "left"))
    spent = said.get((place, "final"), 0)
    if received and left is not None and max(left, spent) > TIMES * received:
        yield left, received - spent
    price, number = said.get((place, "price")), said.get((place, "actual"))
    for column in ("final", "initial_budget"):
        amount = said.get((place, column))
        if price and number and amount is not None:
            made = price * number // SCALE
            step = steps.get((place, column), 1)
            lost = mistyped(amount, (made + step // 2) // step * step) == "lost"
            if made > amount and not lost:  # else a further factor is not told: so many days
                yield amount, made
