"""Where a finding stands: the words of its figures, or of what it is about where it has none.

And where a whole result stands: whether its rules are those of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from attrs import evolve

from performance_rules.checking.findings import Where
from performance_rules.language.explain import spoken
from performance_rules.report.model import Breakdown, Comparison, Share, Source, Step
from performance_rules.report.nodes import (
    BreakdownNode,
    ComparisonNode,
    EvaluationNode,
    Leaf,
    LineNode,
    ScheduleNode,
    SentenceNode,
    ShareNode,
    StepNode,
)

Claim: TypeAlias = Comparison | Share | Breakdown | Step


def claim_of(node: object) -> Claim | None:
    """Return what a node claims, if it is not a number that it stands for."""
    match node:
        case ComparisonNode():
            return node.comparison
        case ShareNode():
            return node.share
        case BreakdownNode():
            return node.breakdown
        case StepNode():
            return node.step
    return None


def place_of(leaf: Leaf) -> Where:
    """Return where a printed number stands, with the words it stands in."""
    quote = leaf.source.quote if leaf.source and leaf.source.quote else spoken(leaf.quantity)
    where = Where(leaf.path, leaf.name, quote)
    return _known(where.at(leaf.source, quote) if leaf.source else where, leaf)


def _known(where: Where, said: Leaf | Claim | None) -> Where:
    """Return a place with how what is said there became known."""
    if said is None or said.settled == "said":
        return where
    return evolve(where, settled=said.settled, inference=said.inference)


def standing(nodes: Sequence[object], path: str, title: str) -> tuple[Where, ...]:
    """Return where a place stands that has no number: its sentence, its table, its reason."""
    if nodes and isinstance(nodes[-1], ScheduleNode) and nodes[-1].pair:
        return tuple(w for s in nodes[-1].pair for w in standing([s], s.path, s.title))
    for node in reversed(nodes):
        said = getattr(node, "comparison", None) or getattr(node, "reason", None) or node
        source = getattr(said, "source", None)
        if isinstance(source, Source):
            quote = getattr(node, "text", "") or source.quote or ""
            return (_known(Where(path, title, "").at(source, quote), claim_of(node)),)
    printed = next((said for node in reversed(nodes) for said in _printed(node)), None)
    if printed is not None:
        return (Where(path, title, "").at(printed, printed.quote or ""),)
    last = nodes[-1] if nodes else None
    return (Where(path, title, last.text if isinstance(last, SentenceNode) else ""),)


def _printed(node: object) -> Iterator[Source]:
    """Yield where the figures of a line stand, or of the total of an evaluation."""
    line = node.total if isinstance(node, EvaluationNode) else node
    if isinstance(line, LineNode):
        said = (one for figure in line.figures.values() for one in figure.figure.statements)
        yield from (one.source for one in said if one.source is not None)
