"""The figures of a report as answers are looked for among them: by number, size, name and table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from performance_rules.report.nodes import PREVIOUS, FigureNode, Leaf
from performance_rules.report.tree import Tree

_TOTAL: Final = re.compile(r"[a-z_]+\.(income|expenditure|total)\.[a-z_]+")
"""The path of a figure of an account as a whole."""


class Candidates:
    """The figures of a report, by number, by size, by name and by table; each list is made once."""

    def __init__(self, tree: Tree) -> None:
        """Keep the report."""
        self.tree = tree

    def _own(self) -> Iterator[tuple[int, Leaf]]:
        """Yield the figures of this report, and not those of the one of the year before."""
        for number, leaf in enumerate(self.tree.leaves):
            if not leaf.path.startswith(PREVIOUS):
                yield number, leaf

    @cached_property
    def nodes(self) -> Mapping[int, FigureNode]:
        """The figure that each number is a statement of."""
        found = (node for node in self.tree.nodes if isinstance(node, FigureNode))
        return {number: node for node in found for number in node.leaves}

    @cached_property
    def sizes(self) -> Mapping[int, list[int]]:
        """The amounts of each size, whatever their sign."""
        out: dict[int, list[int]] = {}
        for number, leaf in self._own():
            if leaf.kind == "amount" and (leaf.step or not leaf.half):
                out.setdefault(abs(leaf.n), []).append(number)
        return out

    @cached_property
    def names(self) -> Mapping[str, list[Leaf]]:
        """The figures of each name."""
        out: dict[str, list[Leaf]] = {}
        for leaf in self.tree.leaves:
            out.setdefault(leaf.name, []).append(leaf)
        return out

    @cached_property
    def totals(self) -> list[Leaf]:
        """The figures of accounts as a whole, above zero."""
        return [leaf for leaf in self.tree.leaves if leaf.n > 0 and _TOTAL.fullmatch(leaf.path)]

    @cached_property
    def in_tables(self) -> Mapping[int, list[int]]:
        """The figures of each table, none of them zero."""
        out: dict[int, list[int]] = {}
        for number, leaf in self._own():
            if leaf.n and leaf.source is not None and leaf.source.table is not None:
                out.setdefault(leaf.source.table, []).append(number)
        return out
