"""Graded: which grade a score has to have by the bands that are printed, and whether it is right.

A score that is printed elsewhere as well, or that the scores of its sheet add up to, is right; it
is the grade then that has to be mended.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.checking.scored import sum_of
from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.report.nodes import ComparisonNode, EvaluationNode, Leaf
from performance_rules.report.tree import Tree

_GRADED: Final = re.compile("^评为“([^”]+)”.*按此应为“([^”]+)”$")
"""A grade that is given, and the one that the printed bands make of the score."""

_GIVEN: Final = re.compile("，评为(“[^”]+”)，")
"""The grade that a sentence of a finding names."""

_MENDED: Final = Message(
    "得分 {said} 与{where}的 {same} 相符，“{given}”应为“{right}”",
    "the score, {said}, is printed as {same} elsewhere; '{given}' should be '{right}'",
)
_EITHER: Final = Message(
    "得分没有写错的，“{given}”应为“{right}”",
    "if the score is right, '{given}' should be '{right}'",
)
_SHEET: Final = Message("评分表", "the sheet")
_ELSEWHERE: Final = Message("另一处所写", "another place")


def of_grade(tree: Tree, node: ComparisonNode) -> Message | None:
    """Return which grade is right, where what is compared is a score with the band of its grade."""
    found = _GRADED.match(node.comparison.wording or "")
    if found is None or len(node.figure.leaves) != 1:
        return None
    own = node.figure.leaves[0]
    score = tree.leaves[own]
    said = {"given": found[1], "right": found[2]}
    if any(isinstance(one, EvaluationNode) and sum_of(tree, one) == score.n for one in tree.nodes):
        same = spoken(score.quantity)
        return _MENDED.filled(said=same, same=same, where=_SHEET, **said)
    other = next((x for n, x in enumerate(tree.leaves) if n != own and _is_same(x, score)), None)
    if other is None:
        return _EITHER.filled(**said)
    in_table = other.source is not None and other.source.table is not None
    where = _SHEET if in_table else _ELSEWHERE
    return _MENDED.filled(
        said=spoken(score.quantity), same=spoken(other.quantity), where=where, **said
    )


def _is_same(one: Leaf, score: Leaf) -> bool:
    """Whether a figure is the same score at another place."""
    scored = one.path.endswith((".score", ".actual")) and one.kind == score.kind
    if not scored or one.n != score.n or one.source is None or score.source is None:
        return False
    return (one.source.table, one.source.start) != (score.source.table, score.source.start)


def grade_of(told: str) -> str:
    """Return the grade that a sentence speaks of; empty for any other sentence."""
    found = _GIVEN.search(told)
    return found[1].strip("“”") if found is not None else ""
