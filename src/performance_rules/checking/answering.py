"""Answering: what the figures of a report say themselves of a finding, where only one of them does.

A percentage that is one of another pair of figures of its line; of several numbers of one figure
the one that a percentage was made with; a figure that is as large as what is too much.  Nothing
is guessed: where two answers fit, none is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Final

from performance_rules.checking.agreeing import of_comparison, of_parts, of_statements, turned_of
from performance_rules.checking.beside import in_words, reasoned
from performance_rules.checking.candidates import Candidates
from performance_rules.checking.claims import (
    bases_of,
    called,
    claims_of,
    figures_of,
    is_quotient,
    values_of,
)
from performance_rules.checking.due import due_of
from performance_rules.checking.following import follows_of
from performance_rules.checking.graded import of_grade
from performance_rules.checking.scored import of_standard, of_total
from performance_rules.errors import Message
from performance_rules.language.clashes import Clash
from performance_rules.language.derived import COLUMN_NAMES
from performance_rules.language.explain import spoken
from performance_rules.language.ground import Linear, LinearCondition, Rate, RateCondition, value_of
from performance_rules.report.nodes import (
    ComparisonNode,
    EvaluationNode,
    FigureNode,
    Leaf,
    LineNode,
    TableNode,
)
from performance_rules.report.phrases import JOINT, phrase
from performance_rules.report.printed import called as name_of
from performance_rules.report.tree import Tree

_TELLING: Final = 5
"""Of fewer digits two figures are alike by chance."""

_FEW: Final = 3
"""So many digits a part of a sum has that is as large as what is too much."""


def answer_of(
    figures: Candidates, nodes: Sequence[object], clashes: Sequence[Clash], *, sure: bool
) -> Message | None:
    """Return what the figures of a report say of what does not hold; None where they do not.

    Args:
        figures: those of the report.
        nodes: what the rule was bound to.
        clashes: the comparisons that do not hold.
        sure: whether none of it rests on an inference; of what does no figure is called wrong.
    """
    compared = next((node for node in nodes if isinstance(node, ComparisonNode)), None)
    if sure and (scored := _scored(figures, nodes, clashes)) is not None:
        return scored
    if not sure:
        return turned_of(figures.tree, compared) if compared is not None and clashes else None
    if compared is not None and clashes:
        if (graded := of_grade(figures.tree, compared)) is not None:
            return graded
        other = _quotient(figures.tree, compared, clashes[0]) if len(clashes) == 1 else None
        return other or of_comparison(figures.tree, compared) or reasoned(figures.tree, compared)
    if len(clashes) > 1:
        return _whole(figures, [one.condition for one in clashes])
    if not clashes:
        return None
    (clash,) = clashes
    if (due := due_of(figures.tree, nodes)) is not None:
        return due
    stating = _stating(figures, clash)
    if stating and (answer := _stated(figures, stating)) is not None:
        return answer
    if isinstance(clash.condition, LinearCondition):
        return _gap(figures, clash, clash.condition)
    return None


def _scored(
    figures: Candidates, nodes: Sequence[object], clashes: Sequence[Clash]
) -> Message | None:
    """Return what a score of a form has to be, where scores are what does not go together."""
    form = next((node for node in nodes if isinstance(node, EvaluationNode)), None)
    line = next((node for node in nodes if isinstance(node, LineNode)), None)
    if form is None or not clashes:
        return None
    if line is not None:
        return of_standard(figures.tree, line, form) if line.line.criterion else None
    leaves = [figures.nodes[n] for clash in clashes for n in clash.leaves if n in figures.nodes]
    scores = bool(leaves) and all(one.column == "score" for one in leaves)
    return of_total(figures.tree, form) if scores else None


def in_table(nodes: Sequence[object], figures: Candidates) -> list[int]:
    """Return the first figures of a table that is said to be empty, none of them zero."""
    table = nodes[-1].table if nodes and isinstance(nodes[-1], TableNode) else None
    if table is None or table.empty or not table.note or table.source is None:
        return []
    own = table.source.table
    return figures.in_tables.get(own, [])[:_CELLS] if own is not None else []


_CELLS: Final = 3
"""Most figures of a table that are quoted."""


# ── percentages ──


def _quotient(tree: Tree, node: ComparisonNode, clash: Clash) -> Message | None:
    """Return of which two figures of its line a percentage is, if not of its own two."""
    rate = next((node.numbers[x] for x in ("completed", "rate") if x in node.numbers), None)
    if rate is None or not (rate in clash.leaves or _is_zero(clash)):
        return None
    said, grown = tree.leaves[rate], "completed" not in node.numbers
    found = {
        (a.n, b.n): (a, b)
        for a, b in permutations(figures_of(tree, node.figure.line), 2)
        if is_quotient(a, b, said, grown)
    }
    if len(found) != 1:
        return None
    ((top, bottom),) = found.values()
    if top.n in values_of(tree, node.figure) and bottom.n in bases_of(tree, node):
        return None  # it is right, and what does not hold is something else
    part, whole = _column(top), _column(bottom)
    written = COLUMN_NAMES.get(node.comparison.against, node.comparison.against)
    if grown:
        return Message(
            f"{spoken(said.quantity)} 是{part} {spoken(top.quantity)} 比{whole} "
            f"{spoken(bottom.quantity)} 的增减率，请核对写的是哪两个数",
            f"{spoken(said.quantity)} is the change from {spoken(bottom.quantity)} to "
            f"{spoken(top.quantity)}; see which two figures are meant",
        )
    return Message(
        f"{spoken(said.quantity)} 是{part} {spoken(top.quantity)} ÷ {whole} "
        f"{spoken(bottom.quantity)} 得来的，不是完成{written}的比率，请改写为完成{whole}的比率",
        f"{spoken(said.quantity)} is {spoken(top.quantity)} of {spoken(bottom.quantity)}; name the "
        "budget that it is of",
    )


def _is_zero(clash: Clash) -> bool:
    """Whether a comparison fails for a figure that is zero."""
    condition = clash.condition
    return isinstance(condition, LinearCondition) and not (
        condition.right.terms or condition.right.constant
    )


def _column(leaf: Leaf) -> str:
    """Return what a figure of a line is called without the line."""
    return _KNOWN.get(name := leaf.name.rpartition(JOINT)[2], name)


_KNOWN: Final = {"调整预算": "全年预算（调整预算）"}
"""What reports call a column, where our own word is less common."""


def _stating(figures: Candidates, clash: Clash) -> list[FigureNode]:
    """Return the figures of which two numbers are that ought to be one; none for anything else."""
    match clash.condition:
        case LinearCondition(
            op="==",
            left=Linear(terms=((_, 1),), constant=0),
            right=Linear(terms=((_, 1),), constant=0),
        ):
            found = [figures.nodes[n] for n in clash.leaves if n in figures.nodes]
            return list({node.index: node for node in found}.values())
    return []


def _stated(known: Candidates, figures: Sequence[FigureNode]) -> Message | None:
    """Return with which of several numbers of one figure its percentages were made."""
    if len({(one.column, one.line.name) for one in figures}) != 1:
        return None
    numbers = {known.tree.leaves[n].n: known.tree.leaves[n] for one in figures for n in one.leaves}
    fitting: dict[int, Leaf] = {}
    for said, bottoms, grown in (claim for one in figures for claim in claims_of(known, one)):
        fits = [
            leaf
            for leaf in numbers.values()
            if any(is_quotient(leaf, bottom, said, grown) for bottom in bottoms)
        ]
        if len(fits) == 1:
            fitting[fits[0].n] = said
    if len(fitting) != 1:
        return of_statements(known.tree, figures) or in_words(known.tree, figures)
    ((value, said),) = fitting.items()
    right = spoken(numbers[value].quantity)
    wrong = [spoken(leaf.quantity) for n, leaf in numbers.items() if n != value]
    return Message(
        f"报告所写的{called(said)} {spoken(said.quantity)} 只与 {right} 相符，"
        f"{'、'.join(wrong)}疑有误",
        f"the {spoken(said.quantity)} that is printed of it fits {right} alone; "
        f"{', '.join(wrong)} may be wrong",
    )


def _whole(figures: Candidates, conditions: Sequence[object]) -> Message | None:
    """Return of which one total several shares are that are not of the one they name."""
    shares = []
    for one in conditions:
        match one:
            case RateCondition(
                rate=Rate(
                    numerator=Linear(terms=((part, 1),)), denominator=Linear(terms=((whole, 1),))
                ),
                claim=Linear(terms=((said, 1),)),
            ) if figures.tree.leaves[whole].kind == figures.tree.leaves[part].kind == "amount":
                shares.append((figures.tree.leaves[part], figures.tree.leaves[said], whole))
            case _:
                return None
    if len({whole for _, _, whole in shares}) != 1:
        return None
    named = figures.tree.leaves[shares[0][2]]
    found = {
        w.n: w for w in figures.totals if all(_made(figures, p, w, said) for p, said, _ in shares)
    }
    fitting = list(found.values())
    if not 0 < len(fitting) <= _EITHER:
        return None
    right, *_ = fitting
    others = [one for p, said, _ in shares if (one := _made(figures, p, right, said)) is not p]
    zh = "、".join(f"{_last(one)} {spoken(one.quantity)}" for one in others if one)
    en = ", ".join(spoken(one.quantity) for one in others if one)
    wholes = [_FIGURE.filled(name=phrase(w.name), said=spoken(w.quantity)) for w in fitting]
    told = _SHARES.filled(
        count=len(shares),
        wholes=Message(" 或".join(w.zh for w in wholes), " or of ".join(w.en for w in wholes)),
        named=_FIGURE.filled(name=phrase(named.name), said=spoken(named.quantity)),
    )
    return _MADE.filled(told=told, others=Message(zh, en)) if others else told


_FIGURE: Final = Message("{name} {said}", "{name}, {said}")
_SHARES: Final = Message(
    "这 {count} 个占比都是除以{wholes} 得来的，不是除以所写的{named}",
    "all {count} shares are of {wholes}, not of {named}",
)
_MADE: Final = Message(
    "{told}；其中不按本处而按别处的数算的有：{others}",
    "{told}; made with numbers given elsewhere: {others}",
)


_EITHER: Final = 2
"""Most totals that are named where all shares are of any of them."""


def _made(figures: Candidates, part: Leaf, whole: Leaf, said: Leaf) -> Leaf | None:
    """Return the figure that makes a share: the one that it is of, or the same in that account."""
    if is_quotient(part, whole, said, grown=False):
        return part
    name = JOINT.join((whole.name.split(JOINT)[0], *part.name.split(JOINT)[1:]))
    others = figures.names.get(name, ())
    return next((leaf for leaf in others if is_quotient(leaf, whole, said, grown=False)), None)


# ── sums ──


def _gap(figures: Candidates, clash: Clash, condition: LinearCondition) -> Message | None:
    """Return which figure is as large as what two sides lie apart."""
    tree, left, right = figures.tree, condition.left, condition.right
    gap = value_of(left, tree.values) - value_of(right, tree.values)
    parts, total = (left, right) if len(left.terms) > 1 else (right, left)
    alone = len(total.terms) == 1 and not total.constant and not parts.constant
    if not gap or left.kind != "amount" or not alone or len(parts.terms) < 2:
        return None
    over = value_of(parts, tree.values) > value_of(total, tree.values)
    own = [tree.leaves[n] for n, k in parts.terms if k == 1 and tree.leaves[n].n == abs(gap)]
    if own and _digits(abs(gap)) >= _FEW:
        return _of_parts(own, over)
    if clash.equality and (other := of_parts(figures, parts, total)) is not None:
        return other
    if clash.equality:
        other = _elsewhere(figures, set(clash.leaves), abs(gap), parts, over=over)
        return other or follows_of(figures, parts, total)
    return None


def _digits(number: int) -> int:
    return len(str(number).strip("0"))


def _of_parts(own: Sequence[Leaf], over: bool) -> Message | None:
    """Return that what is too much or too little is one of the parts."""
    said = spoken(own[0].quantity)
    if len(own) > 1:
        if not over:
            return None
        names = "、".join(_last(leaf) for leaf in own)
        return Message(
            f"{names}都是 {said}，多出的恰好也是这个数：疑同一笔填了 {len(own)} 处，"
            "请核对后只留一处",
            f"{len(own)} parts are {said}, as is what is too much: one amount may have been given "
            "more than once",
        )
    return (_LEFT_OUT if over else _TWICE).filled(name=name_of(own[0]), said=said)


_LEFT_OUT: Final = Message(
    "相差的恰好是{name} {said}：合计没有加上这一项，或这一项列错了地方",
    "what is missing is just {name}, {said}: the total leaves it out, or it stands in the wrong "
    "place",
)
_TWICE: Final = Message(
    "相差的恰好是{name} {said}：疑合计把这一项加了两次",
    "what is too much is just {name}, {said}: the total may count it twice",
)


def _last(leaf: Leaf) -> str:
    """Return the line of a figure by its own name."""
    steps = leaf.name.split(JOINT)
    return steps[-2] if len(steps) > 1 else steps[0]


def _elsewhere(
    figures: Candidates, own: set[int], gap: int, parts: Linear, *, over: bool
) -> Message | None:
    """Return the only other figure of the report that is as large as a gap.

    Where it has few digits, it has to stand in the very words of one of those that are added up.
    """
    tree = figures.tree
    printed = {tree.leaves[n].n for n, _ in parts.terms}
    alike = [number for number in figures.sizes.get(gap, ()) if number not in own]
    if _digits(gap) < _TELLING:
        quotes = {_quoted(tree.leaves[n]) for n, _ in parts.terms} - {""}
        alike = [number for number in alike if _quoted(tree.leaves[number]) in quotes]
    found = {(leaf := tree.leaves[number]).name: leaf for number in alike}
    if len(found) != 1 or gap in printed:
        return None
    (leaf,) = found.values()
    return (_SHORT if over else _BEYOND).filled(name=name_of(leaf), said=spoken(leaf.quantity))


def _quoted(leaf: Leaf) -> str:
    """Return the sentence that a figure stands in; empty for a cell of a table."""
    source = leaf.source
    return source.quote or "" if source is not None and source.table is None else ""


_SHORT: Final = Message(
    "相差的恰好是{name} {said}：疑各项多列了这一笔，或合计少加了它",
    "the gap is just {name}, {said}: the parts may hold it and the total not",
)
_BEYOND: Final = Message(
    "相差的恰好是{name} {said}：疑各项漏加了这一笔，或合计多加了它",
    "the gap is just {name}, {said}: the parts may leave it out, or the total have it too much",
)
