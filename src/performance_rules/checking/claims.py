"""Claims: the percentages that a report prints of a figure, and which two figures make each."""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.checking.candidates import Candidates
from performance_rules.report.nodes import ComparisonNode, FigureNode, Leaf, LineNode
from performance_rules.report.phrases import JOINT
from performance_rules.report.tree import Tree
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Kind, format_scaled


def figures_of(tree: Tree, line: LineNode) -> list[Leaf]:
    """Return the figures of a line, and the levels that they are compared with."""
    numbers = [n for figure in line.figures.values() for n in figure.leaves]
    compared = (c for figure in line.figures.values() for c in figure.comparisons)
    numbers += [c.numbers["base"] for c in compared if "base" in c.numbers]
    return [leaf for n in numbers if (leaf := tree.leaves[n]).kind == "amount" and leaf.n > 0]


def is_quotient(top: Leaf, bottom: Leaf, said: Leaf, grown: bool) -> bool:
    """Whether a percentage is one of two figures, or how much the first one is above the second."""
    part = top.n - bottom.n if grown else top.n
    return top.n != bottom.n and abs(HUNDRED * part - said.n * bottom.n) <= said.half * bottom.n


def values_of(tree: Tree, figure: FigureNode) -> set[int]:
    """Return the numbers that a figure is printed with."""
    return {tree.leaves[number].n for number in figure.leaves}


def bases_of(tree: Tree, node: ComparisonNode) -> set[int]:
    """Return the levels that a figure is compared with, as they are printed."""
    base = node.figure.line.figures.get(node.comparison.against)
    found = values_of(tree, base) if base is not None else set()
    return found | ({tree.leaves[node.numbers["base"]].n} if "base" in node.numbers else set())


def called(said: Leaf) -> str:
    """Return what a percentage is called without its line."""
    return said.name.rpartition(JOINT)[2]


def claims_of(known: Candidates, figure: FigureNode) -> Iterator[tuple[Leaf, list[Leaf], bool]]:
    """Yield the percentages of a figure, each with what it may be of, and whether it grew by it."""
    line, tree = figure.line, known.tree
    for one in figure.comparisons:
        levels = bases_of(tree, one)
        bottoms = [leaf for leaf in figures_of(tree, line) if leaf.n in levels]
        for name in ("rate", "completed"):
            if name in one.numbers:
                yield tree.leaves[one.numbers[name]], bottoms, name == "rate"
    if figure.share is not None:
        above = line.breakdown.whole if line.breakdown is not None else None
        whole = above.figures.get(figure.column) if above is not None else None
        wholes = [tree.leaves[n] for n in whole.leaves] if whole is not None else []
        wholes += known.totals
        yield tree.leaves[figure.share.value], [w for w in wholes if w.n > 0], False


def printed_as(n: int, like: Leaf) -> str:
    """Return a number as another one is printed: in its unit, with no fewer digits."""
    kinds: dict[str, Kind] = {"amount": "amount", "percent": "percent"}
    kind = kinds.get(like.kind, "count")
    unit = like.quantity.unit
    padded = format_scaled(n, kind, unit, decimals=like.quantity.decimals)
    return max(format_scaled(n, kind, unit), padded, key=len)
