"""Where a finding stands: the words of its figures, or of what it is about where it has none.

And where a whole result stands: whether its rules are those of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import evolve

from performance_rules.checking.findings import Where, severity_of
from performance_rules.checking.misprints import is_far
from performance_rules.checking.plan import Place
from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.language.ground import Condition
from performance_rules.report.inferences import inferred
from performance_rules.report.model import Breakdown, Comparison, Report, Share, Source, Step
from performance_rules.report.nodes import (
    BreakdownNode,
    ComparisonNode,
    EvaluationNode,
    Leaf,
    LineNode,
    ReasonNode,
    ScheduleNode,
    SentenceNode,
    ShareNode,
    StepNode,
)
from performance_rules.report.tree import Tree
from performance_rules.rules.model import Basis, Severity
from performance_rules.rules.ruleset import RuleSet

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


def held(node: object) -> Sequence[object]:
    """Return the nodes that a finding about a node rests on: of a schedule two of its steps."""
    return node.pair or () if isinstance(node, ScheduleNode) else (node,)


UNNAMED: Final = inferred("meaning")
"""What was inferred where nobody said what."""

RELATED: Final = inferred("related")
"""What was inferred of figures that no misprint sets so far apart."""


def inferences(
    tree: Tree, numbers: Sequence[int], nodes: Sequence[object], failing: Condition | None = None
) -> list[str]:
    """Return what was inferred of the numbers and claims that a finding rests on.

    Args:
        tree: the report.
        numbers: the numbers of the finding.
        nodes: what it is about.
        failing: what does not hold, where that says that two statements contradict each other.
    """
    told = _inferred(tree, numbers, nodes) if tree.inferred else []
    return told or ([RELATED] if failing is not None and is_far(failing, tree) else [])


def said_of(place: Place, tree: Tree, basis: Callable[[Place], tuple[Basis, ...]]) -> Severity:
    """Return how grave what does not hold at a place is, where nothing else was inferred.

    Args:
        place: where a rule fails.
        tree: the report, which has words.
        basis: what binds the report there.
    """
    severity = place.rule.severity
    if severity == "warning":
        return severity_of(severity, basis(place), said=True)
    return "review" if severity == "error" and is_far(place.asserts, tree) else severity


def _inferred(tree: Tree, numbers: Sequence[int], nodes: Sequence[object]) -> list[str]:
    said: list[Leaf | Claim] = [tree.leaves[leaf] for leaf in dict.fromkeys(numbers)]
    said += [claim for node in nodes for one in held(node) if (claim := claim_of(one))]
    told = (one.inference or UNNAMED for one in said if one.settled == "inferred")
    return list(dict.fromkeys(told))


def place_of(leaf: Leaf) -> Where:
    """Return where a printed number stands, with the words it stands in."""
    printed = spoken(leaf.quantity)
    quote = leaf.source.quote if leaf.source and leaf.source.quote else printed
    where = Where(leaf.path, leaf.name, quote, printed=printed)
    return _known(where.at(leaf.source, quote) if leaf.source else where, leaf)


def places_of(tree: Tree, numbers: Sequence[int]) -> tuple[Where, ...]:
    """Return where some printed numbers stand, each once."""
    return tuple(place_of(tree.leaves[number]) for number in dict.fromkeys(numbers))


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
            where = Where(path, _coded(nodes, title), "")
            return (_known(where.at(source, quote), claim_of(node)),)
    printed = next((said for node in reversed(nodes) for said in _printed(node)), None)
    if printed is not None:
        return (Where(path, title, "").at(printed, printed.quote or ""),)
    reasons = [reason for node in nodes for reason in _reasons(node)]
    if reasons:
        return tuple(Where(path, title, reason) for reason in reasons[:_REASONS])
    last = nodes[-1] if nodes else None
    return (Where(path, title, last.text if isinstance(last, SentenceNode) else ""),)


def _coded(nodes: Sequence[object], title: str) -> str:
    """Return the title of a line that has a printed code with the code, which no figure shows."""
    lines = [node for node in nodes if isinstance(node, LineNode)]
    code = lines[-1].line.code if lines else None
    return f"{title}（{code}）" if code else title


def reasons_told(nodes: Sequence[object], told: str, where: Sequence[Where]) -> Iterator[Where]:
    """Yield where the reasons stand that a finding names, if what it quotes does not hold them.

    Args:
        nodes: what the finding is about.
        told: what it says.
        where: the places that it quotes.
    """
    for node in nodes:
        if not isinstance(node, ComparisonNode):
            continue
        reason = node.comparison.reason
        if reason is None or reason.source is None or reason.text not in told:
            continue
        if not any(reason.text in one.quote for one in where):
            quote = reason.source.quote or reason.text
            yield Where(node.path, node.title, "").at(reason.source, quote)


_REASONS: Final = 3
"""Most reasons that are quoted."""


def _reasons(node: object) -> Iterator[str]:
    """Yield the reasons that a place gives in words, where nobody knows where they stand."""
    match node:
        case ReasonNode():
            yield node.reason.text
        case BreakdownNode():
            yield from (reason.text for reason in node.breakdown.reasons)
        case ComparisonNode() if node.comparison.reason is not None:
            yield node.comparison.reason.text


def _printed(node: object) -> Iterator[Source]:
    """Yield where the figures of a line stand, or of the total of an evaluation."""
    line = node.total if isinstance(node, EvaluationNode) else node
    if isinstance(line, LineNode):
        said = (one for figure in line.figures.values() for one in figure.figure.statements)
        yield from (one.source for one in said if one.source is not None)


def mismatches(report: Report, ruleset: RuleSet) -> Iterator[Message]:
    """Yield where a rule set is of another year or another province than a report."""
    if report.year is not None and ruleset.year is not None and report.year != ruleset.year:
        yield Message(
            f"报告是 {report.year} 年度的，用的是 {ruleset.year} 年度的规则",
            f"the report is of {report.year}, the rules are those of {ruleset.year}",
        )
    if report.region and ruleset.region and report.region[:2] != ruleset.region[:2]:
        yield Message(
            f"报告的区划是 {report.region}，用的是 {ruleset.region} 的规则",
            f"the report is of region {report.region}, the rules are those of {ruleset.region}",
        )
