"""A rate with the two figures that it is of, and whether they make it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.fixed import fixed
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Quantity


@fixed(eq=False)
class Rate:
    """A rate, the two figures that it is of, and the numbers that its working is written with."""

    figure: Mention
    base: Mention
    rate: Mention
    worked: tuple[Mention, ...] = ()


def fits(figure: Quantity, base: Quantity, rate: Quantity) -> bool:
    """Whether a rate can be that of two figures, as they are printed or cut off."""
    if not alike(figure, base) or base.n <= base.half:
        return False
    low, high = rate.n - rate.half, rate.n + max(rate.half, rate.step - 1)
    least, most = (figure.n - figure.half) * HUNDRED, (figure.n + figure.half) * HUNDRED
    return least <= high * (base.n + base.half) and most >= low * (base.n - base.half)


def fit_all(figures: Sequence[Quantity], base: Quantity, rate: Quantity) -> bool:
    """Whether the last of several figures together are so many percent of another: A、B，占M的P."""
    *rest, made = figures
    for one in reversed(rest):
        if not alike(one, made):
            return False
        made = evolve(made, value=made.value + one.value)
        if fits(made, base, rate):
            return True
    return False


def fits_two(figure: Quantity, figures: Sequence[Quantity], rate: Quantity) -> bool:
    """Whether a rate is that of a figure of two others together that stand beside each other."""
    return any(
        fits(figure, evolve(one, value=one.value + other.value), rate)
        for one, other in pairwise(figures)
        if alike(one, other) and one.unit == other.unit
    )
