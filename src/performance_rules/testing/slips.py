"""Slips: strategies for a consistent report with one figure written wrongly, as people do it.

:func:`~performance_rules.testing.variants.corruptions` puts any other number in a figure's place;
a slip keeps what a hand keeps: two digits exchanged, one lost or doubled or mistaken, another
unit, the sign, a rate of another whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, get_args

from attrs import evolve, frozen
from hypothesis import assume
from hypothesis import strategies as st

from performance_rules.report.model import Report
from performance_rules.report.nodes import Leaf
from performance_rules.report.tree import Tree, tree_of
from performance_rules.rules.ruleset import shipped_codebook
from performance_rules.testing.bounds import bounds
from performance_rules.testing.rewriting import last_digit, mapped, with_digits
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Amount, Percent, Quantity

Kind = Literal["exchanged", "lost", "doubled", "digit", "unit", "sign", "denominator"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_FEWEST: Final = 3
"""A slip is made in a figure of some length."""


@frozen
class Slip:
    """What was written wrongly: where, how, and both numbers as printed."""

    path: str
    kind: Kind
    before: str
    after: str

    def __str__(self) -> str:
        """Return the slip as one line."""
        return f"{self.path}（{self.kind}）：{self.before} → {self.after}"


def slips(
    report: Report, *, kinds: tuple[Kind, ...] = KINDS
) -> st.SearchStrategy[tuple[Report, Slip]]:
    """Return a consistent report with one printed figure written wrongly, so that it shows.

    Args:
        report: a report from :func:`~performance_rules.testing.strategies.reports`.
        kinds: what may go wrong.

    Returns:
        Pairs of the spoiled report and what was changed.
    """

    @st.composite
    def slipped(draw: st.DrawFn) -> tuple[Report, Slip]:
        tree = tree_of(report, shipped_codebook())
        found = [
            (bound.leaf, kind, new)
            for bound in bounds(report)
            for kind in kinds
            for new in _wrong(tree, tree.leaves[bound.leaf], kind)
            if not bound.low <= new.n <= bound.high
        ]
        assume(found)
        kind = draw(st.sampled_from(sorted({kind for _, kind, _ in found})))
        number, _, new = draw(st.sampled_from([one for one in found if one[1] == kind]))
        leaf = tree.leaves[number]
        spoiled = mapped(report, lambda at, old: new if at == number else old)
        return spoiled, Slip(leaf.path, kind, str(leaf.quantity), str(new))

    return slipped()


def _wrong(tree: Tree, leaf: Leaf, kind: Kind) -> Iterator[Quantity]:
    """Yield what may be written in place of a figure."""
    said = leaf.quantity
    number = said.n // last_digit(said)
    digits = str(abs(number))
    if kind == "denominator":
        yield from _of_another_whole(tree, leaf)
    elif kind == "unit":
        if isinstance(said, Amount) and said.unit in ("元", "万元") and said.decimals <= 2:
            other = "元" if said.unit == "万元" else "万元"
            yield evolve(said, unit=other, printed="")
    elif kind == "sign":
        if number and leaf.path.rpartition(".")[2] in ("change", "rate"):
            yield with_digits(said, -number)
    elif len(digits) >= _FEWEST:
        for changed in dict.fromkeys(_edits(digits, kind)):
            if changed != digits:
                yield with_digits(said, (-1 if number < 0 else 1) * int(changed))


def _edits(digits: str, kind: Kind) -> Iterator[str]:
    places = range(len(digits))
    if kind == "exchanged":
        yield from (digits[:i] + digits[i : i + 2][::-1] + digits[i + 2 :] for i in places)
    elif kind == "lost":
        yield from (digits[:i] + digits[i + 1 :] for i in places)
    elif kind == "doubled":
        yield from (digits[: i + 1] + digits[i:] for i in places)
    elif kind == "digit":
        yield from (digits[:i] + str((int(digits[i]) + 3) % 10) + digits[i + 1 :] for i in places)


def _of_another_whole(tree: Tree, leaf: Leaf) -> Iterator[Quantity]:
    """Yield a rate of change taken of the new level instead of the old one."""
    claim, _, name = leaf.path.rpartition(".")
    said = leaf.quantity
    if name != "rate" or not isinstance(said, Percent):
        return
    values = {one.path: one.n for one in tree.leaves}
    level, change = values.get(claim.rpartition(".comparisons")[0]), values.get(f"{claim}.change")
    if level and change is not None and level > 0:
        yield with_digits(said, _rounded(change, level, last_digit(said)))


def _rounded(change: int, level: int, step: int) -> int:
    """Return a change in percent of a level, in units of the last digit, rounded half up."""
    return (2 * HUNDRED * change + level * step) // (2 * level * step)
