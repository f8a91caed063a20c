"""Scored: what the scores of a form have to be, by its own standards and by its total.

An indicator whose standard says what is lost for what is missed has one score that is due.  Where
all scores are more than the total by as much as one indicator has too many, that one is named:
whoever mends the total instead makes a new slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.explain import points_due, spoken
from performance_rules.language.ground import Due, Linear, Rate, constant
from performance_rules.language.scales import read_scale
from performance_rules.report.nodes import EvaluationNode, Leaf, LineNode
from performance_rules.report.tree import Tree
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import format_scaled

MEASURED: Final = ("at_least", "at_most", "equal")
"""Which targets say on which side of them something is missed."""

_BY_STANDARD: Final = Message(
    "{name}按表上的评分标准应得 {due} 分，不是 {said}",
    "by the standard of the form {name} earns {due}, and not {said}",
)
_TOTAL: Final = Message(
    "{told}，总分相应由 {total} 分改为 {right} 分",
    "{told}, and the total goes from {total} to {right}",
)
_LESS: Final = Message("{told}，总分随减 {less} 分", "{told}, and the total is {less} less")
_MORE: Final = Message("{told}，总分随加 {less} 分", "{told}, and the total is {less} more")
_MAKES: Final = Message(
    "{name}没有达到目标却得满分 {said} 分，如改为 {right} 分，各项相加即与总分 {total} 分相符："
    "请先定这一项的得分，再定总分",
    "{name} missed its target and has full marks, {said}; with {right} the scores make the total "
    "of {total}: settle that score first, then the total",
)
_MAKES_BY: Final = Message(
    "{name}按表上的评分标准应得 {right} 分，把 {said} 改为 {right} 分，各项相加即与总分 {total} "
    "分相符",
    "by the standard of the form {name} earns {right}; with it in place of {said} the scores make "
    "the total of {total}",
)


def due_by_standard(tree: Tree, line: LineNode) -> int | None:
    """Return the one score that is due by the standard of an indicator, or nothing."""
    known = {name: printed(tree, line, name) for name in ("weight", "actual", "target")}
    weight, actual, target = known["weight"], known["actual"], known["target"]
    scale = read_scale(line.line.criterion, line.name) if line.line.criterion else None
    if scale is None or scale.subject != "value" or scale.relative:
        return None
    if weight is None or actual is None or actual.kind != "percent":
        return None
    start = constant(scale.start, "percent") if scale.start is not None else _linear(line, target)
    if start is None:
        return None
    rate = Rate(_own(line, "actual", "percent"), constant(HUNDRED, "percent"))
    full = _own(line, "weight", "count")
    steps, part = (scale.step,), scale.part
    due = Due(full, rate, start, scale.side, steps, scale.points, part, scale.most)
    points = points_due(due, tree.values)
    return points[0] if len(points) == 1 else None


def _linear(line: LineNode, target: Leaf | None) -> Linear | None:
    known = target is not None and target.kind == "percent"
    return _own(line, "target", "percent") if known else None


def _own(line: LineNode, column: str, kind: str) -> Linear:
    return Linear(((line.figures[column].leaves[0], 1),), 0, kind)


def of_standard(tree: Tree, line: LineNode, form: EvaluationNode) -> Message | None:
    """Return which score an indicator has to have by its standard, and the total with it."""
    due, score = due_by_standard(tree, line), printed(tree, line, "score")
    if due is None or score is None or due == score.n:
        return None
    told = _BY_STANDARD.filled(name=line.name, due=points_text(due), said=spoken(score.quantity))
    return with_total(tree, form, told, due - score.n)


def with_total(tree: Tree, form: EvaluationNode, told: Message, more: int) -> Message:
    """Return what is told of a score with what becomes of the total.

    Of a form whose scores do not make its total nobody knows what the total will be.

    Args:
        tree: the report.
        form: the form.
        told: what is told of the score.
        more: by how much the score grows.
    """
    total, added = printed(tree, form.total, "score"), sum_of(tree, form)
    if total is None or total.n + more <= 0:
        return told
    if added is not None and added != total.n:
        return (_LESS if more < 0 else _MORE).filled(told=told, less=points_text(abs(more)))
    right = points_text(total.n + more, total.quantity.decimals)
    return _TOTAL.filled(told=told, total=_bare(total), right=right)


def of_total(tree: Tree, form: EvaluationNode) -> Message | None:
    """Return the one score that would make the total of a form, if it is one that has to change."""
    total, added = printed(tree, form.total, "score"), sum_of(tree, form)
    if total is None or added is None or added == total.n:
        return None
    gap, by_standard, missed = added - total.n, [], []
    for line, score in _scores(tree, form):
        due = due_by_standard(tree, line)
        if due == score.n - gap:
            by_standard.append((line, score))
        elif due is None and _is_missed(tree, line, score) and 0 <= score.n - gap < score.n:
            missed.append((line, score))
    found, how = (by_standard, _MAKES_BY) if by_standard else (missed, _MAKES)
    if len(found) != 1:
        return None
    ((line, score),) = found
    return how.filled(
        name=line.name,
        said=_bare(score),
        right=points_text(score.n - gap),
        total=_bare(total),
    )


def _is_missed(tree: Tree, line: LineNode, score: Leaf) -> bool:
    """Whether an indicator did not reach its target and has full marks."""
    known = [printed(tree, line, name) for name in ("weight", "target", "actual")]
    weight, target, actual = known
    if weight is None or target is None or actual is None or line.line.criterion:
        return False
    if target.kind != actual.kind or not 0 < weight.n <= score.n:
        return False
    low, high = actual.n < target.n, actual.n > target.n
    return {"at_least": low, "equal": low, "at_most": high}.get(line.line.sense or "", False)


def sum_of(tree: Tree, form: EvaluationNode) -> int | None:
    """Return what the scores of a form add up to; None where one is told twice, or none is."""
    found = [score.n for _, score in _scores(tree, form)]
    if form.funds is not None and (own := printed(tree, form.funds, "score")) is not None:
        found.append(own.n)
    return sum(found) if found else None


def _scores(tree: Tree, form: EvaluationNode) -> Iterator[tuple[LineNode, Leaf]]:
    """Yield the indicators of a form that have no others below them, each with its score."""
    for line in form.indicators():
        if line is form.sheet or any(True for _ in line.parts()):
            continue
        if (score := printed(tree, line, "score")) is not None:
            yield line, score


def printed(tree: Tree, line: LineNode, column: str) -> Leaf | None:
    """Return the one number of a figure of a line."""
    figure = line.figures.get(column)
    numbers = {tree.leaves[n].n: tree.leaves[n] for n in figure.leaves} if figure else {}
    return next(iter(numbers.values())) if len(numbers) == 1 else None


def points_text(n: int, decimals: int = 0) -> str:
    """Return points with no more decimals than they have, and no fewer than others beside them."""
    padded = format_scaled(n, "count", "", decimals=decimals)
    plain = format_scaled(n, "count", "")
    return max(plain, padded, key=len)


def _bare(leaf: Leaf) -> str:
    return spoken(leaf.quantity).removesuffix("分")
