"""Columns of a form that are the quarters of its year, or its halves.

    一季度 | 二季度 | 三季度 | 四季度 | 全年

What was spent or done in each is a part of the year's where the rows bear that out: where most of
those with all of them add up.  What is counted anew each quarter, or from January on, does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.values.quantity import Percent

_NAMES: Final = {2: ("上半年", "下半年"), 4: ("一季度", "二季度", "三季度", "四季度")}


def divide_funds(nodes: Sequence[Node], sheet: Sheet) -> None:
    """Hang what was spent in each quarter below what was spent in the year.

    Args:
        nodes: the lines of the money of a form.
        sheet: where its cells are noted.
    """
    for node in _attested(nodes, "final", sheet):
        parts = []
        for name, (value, cell, row) in zip(_NAMES[len(node.quarters)], node.quarters, strict=True):
            part = Node(name)
            part.say("final", value, sheet.place(cell, row))
            sheet.bind(cell)
            parts.append(part)
        node.others.append(("members", parts))


def divide_indicators(leaves: Sequence[Node], sheet: Sheet) -> None:
    """Say what was done in each quarter as parts of what was done in the year.

    Args:
        leaves: the indicators of a form.
        sheet: where its cells are noted.
    """
    for node in _attested(leaves, "actual", sheet):
        place = Place(matter=f"{node.name}·全年", apart=node.quarters[0][1].start + 1)
        year = node.said["actual"][0]
        if year.source is None:
            continue
        place.line(sheet.draft).say("actual", year.value, year.source)
        for name, (value, cell, row) in zip(_NAMES[len(node.quarters)], node.quarters, strict=True):
            part = place.down(Step("members", name)).line(sheet.draft)
            part.say("actual", value, sheet.place(cell, row))
            sheet.bind(cell)


def _attested(nodes: Sequence[Node], column: str, sheet: Sheet) -> Iterator[Node]:
    """Yield the lines with all parts of the year, where more of them add up than do not."""
    told = [
        node
        for node in nodes
        if len(node.quarters) in _NAMES
        and column in node.said
        and all(_alike(node, column, at) for at in range(len(node.quarters)))
    ]
    fits = [node for node in told if _adds_up(node, column)]
    attested = len(fits) * 2 >= len(told)
    for node in nodes:
        if attested and node in told:
            yield node
        else:
            for _, cell, _ in node.quarters:
                sheet.explain(cell)


def _alike(node: Node, column: str, at: int) -> bool:
    value, year = node.quarters[at][0], node.said[column][0].value
    same = type(value) is type(year) and value.unit == year.unit
    return same and not isinstance(value, Percent)


def _adds_up(node: Node, column: str) -> bool:
    return sum(value.n for value, _, _ in node.quarters) == node.said[column][0].value.n
