"""Places a report does not print but implies: the base of a comparison, the whole of a share."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.ground import Linear, Missing, combine
from performance_rules.language.scope import Scope
from performance_rules.report.model import COLUMNS, DIMENSIONS, Line, terms_of
from performance_rules.report.nodes import (
    BY_ACCOUNT,
    ComparisonNode,
    FigureNode,
    LineNode,
    ShareNode,
)
from performance_rules.report.tree import Tree
from performance_rules.report.ways import part

COLUMN_NAMES: Final = {c: terms_of(Line)[c].metadata["zh"] for c in COLUMNS}
"""Chinese terms of the columns."""

DIRECTION_NAMES: Final = {
    "up": "增加",
    "down": "减少",
    "flat": "持平",
    "about_flat": "基本持平",
    "above": "大于",
    "below": "小于",
    "equal": "等于",
    "at_least": "不小于",
    "at_most": "不大于",
}
"""How the directions of a comparison are worded."""

TERM_NAMES: Final = {**COLUMN_NAMES, **DIMENSIONS, BY_ACCOUNT: "口径", **DIRECTION_NAMES}
"""Chinese terms of the values that a report writes in English."""


@lru_cache(maxsize=4096)
def absent(what: str) -> Missing:
    """Return the value of a place that the report does not have."""
    return Missing(Message(f"报告没有“{what}”", f"the report has no '{what}'"))


def base_of(scope: Scope, node: ComparisonNode) -> Linear | Missing:
    """Return the level a figure is compared with: stated in its column, in the clause, or implied.

    The implied base is figure − change, so the change and the figure stay shared leaves.
    """
    column = node.comparison.against
    # A count of the line (批次, 人次) has no columns: the amount of last year is not its base.
    stated = node.figure.line.figures.get(column) if node.figure.column in COLUMNS else None
    if stated is not None and stated.leaves:
        return scope.number(stated)
    if "base" in node.numbers:
        return scope.leaf(node.numbers["base"])
    figure = scope.number(node.figure)
    if isinstance(figure, Missing):
        return figure
    if "change" in node.numbers:
        return combine(figure, scope.leaf(node.numbers["change"]), -1)
    return absent(f"{node.figure.line.title}·{COLUMN_NAMES[column]}")


def share_whole(scope: Scope, node: ShareNode) -> FigureNode | Missing:
    """Return the figure a share is a share of: as worded, or by its place in a breakdown."""
    figure = node.figure
    if node.share.of:
        path = scope.lexicon.whole(node.share.of)
        line = line_at(scope.tree, path) if path else None
        if line is None:
            breakdown = figure.line.breakdown
            if (
                breakdown
                and breakdown.whole
                and scope.read(breakdown.whole, "name") == node.share.of
            ):
                line = breakdown.whole
        if line is None:
            return absent(f"占比的分母“{node.share.of}”")
    elif figure.line.breakdown is not None and figure.line.breakdown.whole is not None:
        line = figure.line.breakdown.whole
    else:
        return absent(f"{figure.line.name}占比的分母")
    return line.figures.get(figure.column) or absent(
        f"{line.title}·{COLUMN_NAMES.get(figure.column, figure.column)}"
    )


def line_at(tree: Tree, path: str) -> LineNode | None:
    """Return the line at a path such as ``all_funds.expenditure.basic``, or None."""
    first, *rest = path.split(".")
    line: LineNode | None = tree.items.get(first)
    if first in tree.accounts and rest:
        line = tree.accounts[first].lines.get(rest.pop(0))
    if first == "disclosures" and tree.disclosures is not None and rest:
        key = rest.pop(0)
        line = next((found for found in tree.disclosures.lines if found.line.key == key), None)
    for step in rest:
        line = part(line, None, step) if line is not None else None
    return line
