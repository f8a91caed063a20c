"""Variants: strategies for the same report with one number wrong, one left out, or other lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import evolve, frozen
from hypothesis import assume
from hypothesis import strategies as st

from performance_rules.codebook import Kind
from performance_rules.report.model import COLUMNS, Breakdown, Figure, Line, Report, Statement
from performance_rules.report.tree import tree_of
from performance_rules.rules.ruleset import shipped_codebook
from performance_rules.testing.bounds import KINDS, bounds
from performance_rules.testing.rewriting import last_digit, mapped, rearranged, with_digits
from performance_rules.values.quantity import Amount

SPARE_NAMES: Final[Mapping[str, tuple[Kind, str]]] = {
    "by_function": ("functional", "外交支出"),
    "by_economic": ("economic", "对社会保障基金补助"),
}
"""Subjects that no posting has, for lines of zeros."""


@frozen
class Change:
    """What was changed in a report: where, of what kind, and both numbers as printed."""

    path: str
    kind: str
    before: str
    after: str

    def __str__(self) -> str:
        """Return the change as one line."""
        return f"{self.path}（{self.kind}）：{self.before} → {self.after or '空白'}"


def corruptions(
    report: Report, *, kinds: tuple[str, ...] = KINDS
) -> st.SearchStrategy[tuple[Report, Change]]:
    """Return a consistent report with one printed figure changed beyond any reading of it.

    Args:
        report: a report from :func:`reports`.
        kinds: what may bind the figure: sum, share, change, rate, completed.

    Returns:
        Pairs of the spoiled report and what was changed; none where no figure is bound.
    """

    @st.composite
    def corrupted(draw: st.DrawFn) -> tuple[Report, Change]:
        found = [bound for bound in bounds(report) if bound.kind in kinds]
        assume(found)
        kind = draw(st.sampled_from(sorted({bound.kind for bound in found})))
        bound = draw(st.sampled_from([bound for bound in found if bound.kind == kind]))
        said = tree_of(report, shipped_codebook()).leaves[bound.leaf].quantity
        unit = last_digit(said)
        steps = draw(st.integers(1, 9) | st.integers(1, 10**6))
        up, down = bound.high // unit + steps, -(-bound.low // unit) - steps
        digits = draw(st.sampled_from([up, down])) if down >= 0 or said.n < 0 else up
        new = with_digits(said, digits)
        spoiled = mapped(report, lambda number, old: new if number == bound.leaf else old)
        return spoiled, Change(bound.path, bound.kind, str(said), str(new))

    return corrupted()


def blanked(report: Report) -> st.SearchStrategy[tuple[Report, Change]]:
    """Return a report with one figure or claim left out, wherever it is said, and which."""

    @st.composite
    def blank(draw: st.DrawFn) -> tuple[Report, Change]:
        leaves = tree_of(report, shipped_codebook()).leaves
        chosen = draw(st.integers(0, len(leaves) - 1).map(leaves.__getitem__))
        gone = {number for number, leaf in enumerate(leaves) if leaf.path == chosen.path}
        left = mapped(report, lambda number, said: None if number in gone else said)
        return left, Change(chosen.path, "blank", str(chosen.quantity), "")

    return blank()


def reordered(report: Report) -> st.SearchStrategy[Report]:
    """Return a report with the lines of its breakdowns in another order."""

    @st.composite
    def shuffled(draw: st.DrawFn) -> Report:
        def shuffle(part: Breakdown) -> Breakdown:
            order = draw(st.permutations(range(len(part.lines))))
            return evolve(part, lines=tuple(part.lines[i] for i in order))

        return rearranged(report, shuffle)

    return shuffled()


def with_zero_lines(report: Report) -> st.SearchStrategy[Report]:
    """Return a report with lines of zeros, for subjects that it does not have."""

    @st.composite
    def padded(draw: st.DrawFn) -> Report:
        def pad(part: Breakdown) -> Breakdown:
            spare = SPARE_NAMES.get(part.dimension)
            if spare is None or not draw(st.booleans()):
                return part
            kind, name = spare
            if not shipped_codebook().find(kind, part.lines[0].name, parent=""):
                return part  # a deeper level, where the subject has no place
            at = draw(st.integers(0, len(part.lines)))
            line = _zero_line(name, part.lines[0])
            return evolve(part, lines=(*part.lines[:at], line, *part.lines[at:]))

        return rearranged(report, pad)

    return padded()


def _zero_line(name: str, beside: Line) -> Line:
    """Return a line that says 0 wherever the line beside it says something."""
    zero = Figure((Statement(Amount.of(0, exact=True)),))
    columns = [column for column in COLUMNS if beside.figure(column) is not None]
    figures: dict[str, Any] = dict.fromkeys(columns, zero)
    return Line(name=name, **figures)
