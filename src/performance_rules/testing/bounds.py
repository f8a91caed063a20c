"""Bounds: which figures of a consistent report must agree with others, and how far they can.

They are worked out from the printed digits alone, with exact fractions and without the rules or
their closed forms, so that the rules can be tested against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product
from typing import Final

from attrs import frozen

from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.report.model import COLUMNS, Report
from performance_rules.report.nodes import ComparisonNode, FigureNode, LineNode, ShareNode
from performance_rules.report.tree import Tree, tree_of
from performance_rules.report.ways import wider
from performance_rules.rules.ruleset import shipped_codebook
from performance_rules.values.quantity import SCALE

KINDS: Final = ("sum", "share", "change", "rate", "completed")
"""What can bind a number: a sum, or a claim of that name."""


@frozen
class Bound:
    """A printed figure that has to agree with others, and how far it can.

    Attributes:
        leaf: the number of the figure, as the tree counts.
        path: where it stands.
        kind: one of :data:`KINDS`.
        low: beyond this value, in 1/``SCALE``, it agrees in no reading of the digits; so for high.
    """

    leaf: int
    path: str
    kind: str
    low: int
    high: int


def bounds(report: Report) -> tuple[Bound, ...]:
    """Return the figures of a consistent report that cannot be changed unnoticed."""
    tree = tree_of(report, shipped_codebook())
    found = [*_sums(tree), *_points(tree), *_shares(tree), *_comparisons(tree)]
    return tuple(sorted(found, key=lambda bound: (bound.leaf, bound.kind)))


def _sums(tree: Tree) -> Iterator[Bound]:
    """Yield parts and wholes: none can be off by more than all of them are uncertain, twice."""
    for breakdown in tree.breakdowns:
        if breakdown.whole is None or not breakdown.complete:
            continue
        for column in COLUMNS:
            figures = [line.figures.get(column) for line in (*breakdown.lines, breakdown.whole)]
            yield from _linear(tree, "sum", [_leaf(figure) for figure in figures])


def _points(tree: Tree) -> Iterator[Bound]:
    """Yield the points of forms: those of funds and groups of indicators make the total."""
    for form in tree.evaluations:
        if form.implicit or form.sheet is None:
            continue
        rated = form.funds is not None and "score" in form.funds.figures
        lines = [*form.sheet.parts(), *([form.funds] if form.funds is not None and rated else [])]
        scores = [line.figures.get("score") for line in (*lines, form.total)]
        yield from _linear(tree, "sum", [_leaf(figure) for figure in scores])
        weights = [_leaf(line.figures.get("weight")) for line in lines]
        if _leaf(form.total.figures.get("weight")) is not None:
            yield from _linear(tree, "sum", weights)


def _comparisons(tree: Tree) -> Iterator[Bound]:
    for comparison in tree.comparisons:
        figure = _leaf(comparison.figure)
        said = comparison.comparison
        if said.against == "initial_budget" and "adjusted_budget" in comparison.figure.line.figures:
            continue  # the budget that is meant may be either
        stated = _leaf(comparison.figure.line.figures.get(said.against))
        change = comparison.numbers.get("change")
        level = comparison.numbers.get("base") if stated is None else stated
        if change is not None and level is not None:
            found = _linear(tree, "change", [figure, level, change])
            # Where a word such as 持平 is what is said, the 0 only stands for the word.
            yield from (b for b in found if said.direction != "flat" or b.leaf != change)
        either = _leaf(comparison.figure.line.figures.get("initial_budget"))
        if said.against == "adjusted_budget" and either is not None and tree.leaves[either].n > 0:
            continue  # a rate of completion may be one of either budget
        for name in ("rate", "completed"):
            yield from _quotient(tree, comparison, name, figure, level, change)


def _linear(tree: Tree, kind: str, leaves: list[int | None]) -> Iterator[Bound]:
    known = [leaf for leaf in leaves if leaf is not None]
    if len(known) < len(leaves):
        return
    reach = 2 * sum(tree.leaves[leaf].half for leaf in known)
    for leaf in known:
        said = tree.leaves[leaf]
        yield Bound(leaf, said.path, kind, said.n - reach, said.n + reach)


def _quotient(
    tree: Tree,
    node: ComparisonNode,
    name: str,
    figure: int | None,
    level: int | None,
    change: int | None,
) -> Iterator[Bound]:
    """Yield the bound of a rate: where the base is implied, figure and change are its leaves."""
    claim = node.numbers.get(name)
    if claim is None or figure is None or (level is None and change is None):
        return
    found = []
    for now, other in product(_ends(tree, figure), _ends(tree, change if level is None else level)):
        base = now - other if level is None else other
        if base <= 0:
            return
        found.append(Fraction(now - base if name == "rate" else now, base))
    yield _claim(tree, claim, name, found)


def _shares(tree: Tree) -> Iterator[Bound]:
    """Yield shares: beyond every quotient with any whole that may be meant."""
    for share in tree.shares:
        named = shipped_lexicon().whole(share.share.of) if share.share.of else None
        if named is not None and named.split(".")[0] not in tree.accounts:
            continue  # it may be a share of what the report does not state
        parts, wholes = list(_restated(tree, share.figure)), list(_wholes(tree, share))
        ends = [(_ends(tree, part), _ends(tree, whole)) for part, whole in product(parts, wholes)]
        if ends and all(low > 0 for _, (low, _) in ends):
            found = [Fraction(n, q) for ns, qs in ends for n, q in product(ns, qs)]
            yield _claim(tree, share.value, "share", found)


def _restated(tree: Tree, figure: FigureNode) -> Iterator[int]:
    line: LineNode | None = figure.line
    while line is not None:
        yield from _statements(line.figures.get(figure.column))
        line = wider(line, tree)


def _wholes(tree: Tree, share: ShareNode) -> Iterator[int]:
    line = share.figure.line
    lines = [line.breakdown.whole] if line.breakdown else []
    for account in tree.accounts.values():
        lines += [account.lines.get("income"), account.lines.get("expenditure")]
    for whole in lines:
        if whole is not None:
            yield from _statements(whole.figures.get(share.figure.column))


def _claim(tree: Tree, leaf: int, kind: str, found: Iterable[Fraction]) -> Bound:
    said, points = tree.leaves[leaf], [100 * SCALE * rate for rate in found]
    low, high = min(points) - said.step, max(points) + said.step
    return Bound(leaf, said.path, kind, int(low) - 1, int(high) + 1)


def _statements(figure: FigureNode | None) -> tuple[int, ...]:
    return figure.leaves if figure is not None else ()


def _leaf(figure: FigureNode | None) -> int | None:
    """Return the number of a figure that is stated once."""
    return figure.leaves[0] if figure is not None and len(figure.leaves) == 1 else None


def _ends(tree: Tree, leaf: int | None) -> tuple[int, int]:
    """Return the ends of the interval that a printed number claims."""
    if leaf is None:
        return 0, 0
    said = tree.leaves[leaf]
    return said.n - said.half, said.n + said.half
