"""Due: the points that an indicator has to have by its target, and the total with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.checking.scored import MEASURED, points_text, printed, with_total
from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.report.nodes import EvaluationNode, Leaf, LineNode
from performance_rules.report.tree import Tree
from performance_rules.values.quantity import SCALE

_CENT: Final = SCALE // 100
_NOTED: Final = re.compile("[^，。；;：]{0,12}按比例[^，。；;]{0,8}分[^，。；;]{0,6}")

_DUE: Final = Message(
    "{ground}应得 {weight}×{actual}÷{target} = {due} 分",
    "{ground}{weight}×{actual}÷{target} = {due} points are due",
)
_OVER: Final = Message(
    "{ground}应得 {weight}×{target}÷{actual} = {due} 分",
    "{ground}{weight}×{target}÷{actual} = {due} points are due",
)
_BY_RATIO: Final = Message("按完成值与目标值的比例，", "in proportion to the target ")
_BY_INVERSE: Final = Message(
    "按目标值与完成值的比例（另有扣分办法的，从其规定），",
    "in proportion to the target, unless other points are set for it, ",
)
_BY_NOTE: Final = Message("按表上所注“{note}”，", 'as the form notes ("{note}") ')


def due_of(tree: Tree, nodes: Sequence[object]) -> Message | None:
    """Return the points due to an indicator that has full marks and did not reach its target."""
    line = next((node for node in nodes if isinstance(node, LineNode)), None)
    form = next((node for node in nodes if isinstance(node, EvaluationNode)), None)
    if line is None or form is None or line.line.sense not in MEASURED:
        return None
    known = [printed(tree, line, name) for name in ("weight", "score", "target", "actual")]
    if None in known:
        return None
    weight, score, target, actual = (leaf for leaf in known if leaf is not None)
    falling = line.line.sense == "at_most"
    small, large = (target, actual) if falling else (actual, target)
    if not 0 < small.n < large.n or score.n != weight.n:
        return None
    step = _CENT * large.n
    due = (2 * weight.n * small.n + step) // (2 * step) * _CENT
    note = next((found[0] for p in tree.report.text if (found := _NOTED.search(p.text))), "")
    told = (_OVER if falling else _DUE).filled(
        ground=_BY_NOTE.filled(note=note) if note else _BY_INVERSE if falling else _BY_RATIO,
        weight=spoken(weight.quantity),
        actual=_bare(actual),
        target=_bare(target),
        due=points_text(due),
    )
    return with_total(tree, form, told, due - score.n)


def _bare(leaf: Leaf) -> str:
    """Return a number without what is counted."""
    return re.sub(r"[^0-9.,%-]+$", "", spoken(leaf.quantity))
