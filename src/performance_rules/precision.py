"""What printed precision lets us say: truth levels and the two closed forms, linear and rate.

A printed number claims an interval, so a comparison of printed numbers is not simply true or
false.  Truth is a pair (worst, best) on the scale impossible < strained < fitting < certain;
``and``, ``or`` and ``not`` are minimum, maximum and mirror.  Both closed forms work on integers
only and decide by cross-multiplication; the definitions are those of ``docs/numbers.md``, after
the interval reading of printed values in XBRL Calculations 1.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from performance_rules.values import SCALE

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
        c: the rate in percent points, times SCALE.
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


Quotient = tuple[int, int, int, int]
"""A quotient of two printed numbers: both, and how far each may lie off."""


def quotients_equal(left: Quotient, right: Quotient, half: int, step: int) -> Truth:
    """Return how well ``a / b == s / w`` holds, where ``s`` was rounded when it was printed.

    Args:
        left: a, b and what their printed digits leave open.
        right: s, w and what theirs leave open, the rounding of s apart.
        half: half the printed step of s.
        step: the printed step of s.
    """
    (a, b, _, off_b), (s, w, _, off_w) = left, right
    if b - off_b <= 0 or w - off_w <= 0:
        return UNKNOWN
    gap = abs(a * w - s * b)
    if gap <= half * b:
        return SETTLED[FITTING if half or any((*left[2:], *right[2:])) else CERTAIN]
    if gap < step * b:
        return SETTLED[STRAINED]
    apart = _below(left, right, half) or _below(right, left, half, left_is_printed=True)
    return FALSE if apart else SETTLED[STRAINED]


def quotients_at_most(left: Quotient, right: Quotient, half: int, step: int) -> Truth:
    """Return how well ``a / b <= s / w`` holds; arguments as for :func:`quotients_equal`."""
    (a, b, _, off_b), (s, w, _, off_w) = left, right
    if b - off_b <= 0 or w - off_w <= 0:
        return UNKNOWN
    over = a * w - s * b
    if over <= half * b:
        return SETTLED[FITTING]
    if over < step * b or not _below(right, left, half, left_is_printed=True):
        return SETTLED[STRAINED]
    return FALSE


def _below(small: Quotient, large: Quotient, half: int, *, left_is_printed: bool = False) -> bool:
    """Whether a quotient lies below another whatever their printed digits stand for."""
    (a, b, off_a, off_b), (s, w, off_s, off_w) = small, large
    top = a + off_a + (half if left_is_printed else 0)
    bottom = s - off_s - (0 if left_is_printed else half)
    b = b - off_b if top >= 0 else b + off_b
    w = w + off_w if bottom >= 0 else w - off_w
    return top * w < bottom * b


HUNDRED: Final = 100 * SCALE
"""What N is multiplied by so that a rate in percent points compares with it."""
