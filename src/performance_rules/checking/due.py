"""Due: the points that an indicator has to have by its target, and the total with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.report.nodes import EvaluationNode, Leaf, LineNode
from performance_rules.report.tree import Tree
from performance_rules.values.quantity import SCALE, format_scaled

_RISING: Final = ("at_least", "equal")
"""Which targets are met in part by what is below them."""

_CENT: Final = SCALE // 100
_NOTED: Final = re.compile("[^，。；;：]{0,12}按比例[^，。；;]{0,8}分[^，。；;]{0,6}")

_DUE: Final = Message(
    "{ground}应得 {weight}×{actual}÷{target} = {due} 分",
    "{ground}{weight}×{actual}÷{target} = {due} points are due",
)
_WITH: Final = Message(
    "{told}，总分相应由 {total} 分改为 {right} 分",
    "{told}, and the total goes from {total} to {right}",
)
_BY_RATIO: Final = Message("按完成值与目标值的比例，", "in proportion to the target ")
_BY_NOTE: Final = Message("按表上所注“{note}”，", 'as the form notes ("{note}") ')


def due_of(tree: Tree, nodes: Sequence[object]) -> Message | None:
    """Return the points due to an indicator that has full marks and did not reach its target."""
    line = next((node for node in nodes if isinstance(node, LineNode)), None)
    form = next((node for node in nodes if isinstance(node, EvaluationNode)), None)
    if line is None or form is None or line.line.sense not in _RISING:
        return None
    known = [_printed(tree, line, name) for name in ("weight", "score", "target", "actual")]
    if None in known:
        return None
    weight, score, target, actual = (leaf for leaf in known if leaf is not None)
    if not 0 < actual.n < target.n or score.n != weight.n:
        return None
    step = _CENT * target.n
    due = (2 * weight.n * actual.n + step) // (2 * step) * _CENT
    note = next((found[0] for p in tree.report.text if (found := _NOTED.search(p.text))), "")
    told = _DUE.filled(
        ground=_BY_NOTE.filled(note=note) if note else _BY_RATIO,
        weight=spoken(weight.quantity),
        actual=_bare(actual),
        target=_bare(target),
        due=_points(due),
    )
    total = _printed(tree, form.total, "score")
    if total is None or total.n <= score.n - due:
        return told
    right = _points(total.n - score.n + due, total.quantity.decimals)
    return _WITH.filled(told=told, total=spoken(total.quantity), right=right)


def _printed(tree: Tree, line: LineNode, column: str) -> Leaf | None:
    """Return the one number of a figure of a line."""
    figure = line.figures.get(column)
    numbers = {tree.leaves[n].n: tree.leaves[n] for n in figure.leaves} if figure else {}
    return next(iter(numbers.values())) if len(numbers) == 1 else None


def _points(n: int, decimals: int = 0) -> str:
    """Return points with no more decimals than they have, and no fewer than others beside them."""
    padded = format_scaled(n, "count", "", decimals=decimals)
    plain = format_scaled(n, "count", "")
    return max(plain, padded, key=len)


def _bare(leaf: Leaf) -> str:
    """Return a number without what is counted."""
    return re.sub(r"[^0-9.,%-]+$", "", spoken(leaf.quantity))
