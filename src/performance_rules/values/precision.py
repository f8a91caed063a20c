"""What printed precision lets us say: truth levels and the two closed forms, linear and rate.

A printed number claims an interval, so a comparison of printed numbers is not simply true or
false.  Truth is a pair (worst, best) on the scale impossible < strained < fitting < certain;
``and``, ``or`` and ``not`` are minimum, maximum and mirror.  Both closed forms work on integers
only and decide by cross-multiplication; the definitions are those of ``docs/numbers.md``, after
the interval reading of printed values in XBRL Calculations 1.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from performance_rules.values.quantity import SCALE, Amount

Level = int
IMPOSSIBLE: Final = 0
STRAINED: Final = 1
FITTING: Final = 2
CERTAIN: Final = 3

Truth = int
"""A pair of levels packed as ``worst * 4 + best``."""


def truth(worst: Level, best: Level) -> Truth:
    """Return the truth between two levels."""
    return worst * 4 + best


FALSE: Final = truth(IMPOSSIBLE, IMPOSSIBLE)
TRUE: Final = truth(CERTAIN, CERTAIN)
UNKNOWN: Final = truth(IMPOSSIBLE, CERTAIN)
SETTLED: Final = tuple(truth(level, level) for level in range(4))


def worst(t: Truth) -> Level:
    """Return the lower end of a truth."""
    return t >> 2


def best(t: Truth) -> Level:
    """Return the upper end of a truth."""
    return t & 3


def conjunction(truths: Iterable[Truth]) -> Truth:
    """Return Kleene's ``and``: the minimum of both ends."""
    low = high = CERTAIN
    for t in truths:
        low, high = min(low, t >> 2), min(high, t & 3)
    return low * 4 + high


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Return Kleene's ``or``: the maximum of both ends."""
    low = high = IMPOSSIBLE
    for t in truths:
        low, high = max(low, t >> 2), max(high, t & 3)
    return low * 4 + high


def mirror(t: Truth) -> Truth:
    """Return Kleene's ``not``: both ends mirrored on the scale."""
    return (CERTAIN - (t & 3)) * 4 + (CERTAIN - (t >> 2))


Term = tuple[int, int, int]
"""A leaf of a linear form as (coefficient, half step, step).

The step is 0 when it is exact, and so is the half; an approximate one has a half and no step.
"""


def thresholds(left: Sequence[Term], right: Sequence[Term]) -> tuple[int, int, int]:
    """Return how far two linear forms may lie apart: (fitting, strained, slack).

    ``|left - right|`` up to *fitting* passes, up to *strained* is a matter of rounding, beyond is
    a contradiction.  *slack* is the whole uncertainty H of the difference.  An approximate number
    may lie anywhere in its interval, so all of that passes.

    Args:
        left: the terms of one side; a constant is no term.
        right: the terms of the other side.
    """
    slack = sum(abs(k) * half for k, half, _ in (*left, *right))
    loose = sum(abs(k) * half for k, half, step in (*left, *right) if not step)
    if len(left) <= 1 and len(right) <= 1 and all(abs(k) == 1 for k, _, _ in (*left, *right)):
        steps = [step for _, _, step in (*left, *right)]
        if len(steps) == 2 and steps[0] == steps[1]:
            return loose, steps[0] + loose, slack
        widest = max(steps, default=0)
        return widest // 2 + loose, max(widest - 1, 0) + loose, slack
    for side in (left, right):
        if len(side) == 1 and abs(side[0][0]) == 1:
            _, half, step = side[0]
            return (half if step else 0) + loose, slack, slack
    return loose, slack, slack


def equal(difference: int, fitting: int, strained: int, slack: int) -> Level:
    """Return how well ``difference == 0`` holds, given the thresholds of its two sides."""
    gap = abs(difference)
    if gap <= fitting:
        return FITTING if slack else CERTAIN
    return STRAINED if gap <= strained else IMPOSSIBLE


def at_most(difference: int, fitting: int, strained: int, slack: int) -> Level:
    """Return how well ``difference <= 0`` holds; ``strained`` already counts the slack."""
    if difference <= -slack:
        return CERTAIN
    if difference <= fitting:
        return FITTING
    return STRAINED if difference <= strained else IMPOSSIBLE


def rate_equal(
    n: int, q: int, c: int, half: int, step: int, spread: Sequence[tuple[int, int, int]], slack: int
) -> Truth:
    """Return how well ``N / Q == c`` holds for a printed rate ``c``.

    Args:
        n: N in hundredths, times :data:`SCALE` twice (``100 * SCALE * N``).
        q: Q, times SCALE.
        c: the rate in percent points, times SCALE; or a score of w points, and ``n`` is then N
            times w, both times SCALE.
        half: half the printed step of ``c``.
        step: the printed step of ``c``; 0 when exact.
        spread: for each inexact leaf of N or Q its (coefficient in N * 100 * SCALE,
            coefficient in Q, half step).
        slack: the uncertainty H of Q.
    """
    if q - slack <= 0:
        return UNKNOWN
    gap = abs(n - c * q)
    if gap <= half * q:
        return SETTLED[CERTAIN if not spread and not half else FITTING]
    if gap < step * q:
        return SETTLED[STRAINED]
    low, high = c - half, c + half
    reach_low = n - low * q + sum(abs(a - low * b) * h for a, b, h in spread)
    reach_high = n - high * q - sum(abs(a - high * b) * h for a, b, h in spread)
    return SETTLED[STRAINED] if reach_low >= 0 >= reach_high else FALSE


def rate_at_most(
    n: int, q: int, c: int, half: int, step: int, spread: Sequence[tuple[int, int, int]], slack: int
) -> Truth:
    """Return how well ``N / Q <= c`` holds; arguments as for :func:`rate_equal`.

    It is certain where it holds for everything that the printed numbers may stand for.
    """
    if q - slack <= 0:
        return UNKNOWN
    over = n - c * q
    if over <= 0:
        low = c - half
        clear = n - low * q + sum(abs(a - low * b) * h for a, b, h in spread) <= 0
        return SETTLED[CERTAIN if clear else FITTING]
    if over <= half * q:
        return SETTLED[FITTING]
    if over < step * q:
        return SETTLED[STRAINED]
    high = c + half
    reach = n - high * q - sum(abs(a - high * b) * h for a, b, h in spread)
    return SETTLED[STRAINED] if reach <= 0 else FALSE


def last_digit(amount: Amount) -> int:
    """Return one unit of the last printed digit of an amount, of an exact one as well."""
    return Amount(Decimal(1).scaleb(-amount.decimals), amount.unit).n


HUNDRED: Final = 100 * SCALE
"""What N is multiplied by so that a rate in percent points compares with it."""
