"""Agreeing: with which of the figures that do not go together a third place of the report agrees.

A change that is the difference of two figures clears both, and leaves the rate; a share that only
the sum of the parts gives speaks against the total.  Where the third places speak for different
figures, or for none, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from performance_rules.checking.candidates import Candidates
from performance_rules.checking.claims import (
    bases_of,
    called,
    claims_of,
    is_quotient,
    printed_as,
)
from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.language.ground import Linear, value_of
from performance_rules.report.model import COLUMNS
from performance_rules.report.nodes import ComparisonNode, FigureNode, Leaf
from performance_rules.report.printed import called as name_of
from performance_rules.report.tree import Tree
from performance_rules.values.precision import HUNDRED

# ── a figure, what it is compared with, and what is said of both ──

_NAMES: Final = {
    "change": Message("增减额", "change"),
    "rate": Message("增减率", "rate of change"),
    "completed": Message("完成率", "rate of completion"),
}

_SAME_YEAR: Final = Message(
    "写的是与 {year} 年比，{year} 年就是报告年度：比的多半是 {before} 年，请改年份",
    "it is compared with {year}, the year of the report; most likely {before} is meant",
)
_TURNED: Final = Message(
    "{said} 正好是这两个数之差，只是方向写反了",
    "{said} is just the difference of the two, the other way round",
)
_RIGHTLY: Final = Message("{told}，应为{way}", "{told}; it went {way}")
_CLEARED: Final = Message(
    "报告所写的{right}与这两个数相符，{wrong}疑有误",
    "{right}, as printed, fits both; {wrong} may be wrong",
)
_FIGURE: Final = Message(
    "报告所写的{names}与 {kept} 相符，{wrong} 疑应为 {right}",
    "{names}, as printed, fit {kept}; {wrong} may stand for {right}",
)
_UP: Final = Message("增加", "up")
_DOWN: Final = Message("减少", "down")


def of_comparison(tree: Tree, node: ComparisonNode) -> Message | None:
    """Return which of a figure, its base, change and rates the others leave to be wrong."""
    if node.figure.column == node.comparison.against:
        year = tree.report.year
        return None if year is None else _SAME_YEAR.filled(year=str(year), before=str(year - 1))
    figure, base = _alone(tree, node.figure.leaves), _base(tree, node)
    if figure is None or base is None or figure.kind != base.kind:
        return None
    said = {name: tree.leaves[n] for name in _NAMES if (n := node.numbers.get(name)) is not None}
    change = said.get("change")
    if (turned := turned_of(tree, node)) is not None:
        return turned
    fits = {name: _fits(name, figure, base, leaf) for name, leaf in said.items()}
    wrong = [name for name, fit in fits.items() if not fit]
    right = [name for name, fit in fits.items() if fit]
    if len(wrong) == 1 and right:
        return _CLEARED.filled(
            right=_claim(right[0], said[right[0]]), wrong=_claim(wrong[0], said[wrong[0]])
        )
    if change is None or right or len(wrong) < 2:
        return None
    return _one_wrong(figure, base, said, change)


def turned_of(tree: Tree, node: ComparisonNode) -> Message | None:
    """Return that a change is the one of a figure and its base the other way round."""
    figure, base = _alone(tree, node.figure.leaves), _base(tree, node)
    if figure is None or base is None or figure.kind != base.kind or "change" not in node.numbers:
        return None
    change, gap = tree.leaves[node.numbers["change"]], figure.n - base.n
    if not gap or abs(gap + change.n) > figure.half + base.half + change.half:
        return None
    told = _TURNED.filled(said=spoken(change.quantity).removeprefix("-"))
    of_time = node.comparison.against in COLUMNS and node.comparison.against != "target"
    return _RIGHTLY.filled(told=told, way=_UP if gap > 0 else _DOWN) if of_time else told


def _one_wrong(figure: Leaf, base: Leaf, said: dict[str, Leaf], change: Leaf) -> Message | None:
    """Return which of a figure and its base is wrong, where change and rates agree on the other."""
    others = {name: leaf for name, leaf in said.items() if name != "change"}
    meant = evolve(figure, n=base.n + change.n), evolve(base, n=figure.n - change.n)
    ways = ((meant[0], base, figure, base), (figure, meant[1], base, figure))
    found = [
        _FIGURE.filled(
            names=_listed(said),
            kept=spoken(kept.quantity),
            wrong=spoken(wrong.quantity),
            right=printed_as(meant[at].n, wrong),
        )
        for at, (top, bottom, wrong, kept) in enumerate(ways)
        if all(_fits(name, top, bottom, leaf) for name, leaf in others.items())
    ]
    return found[0] if len(found) == 1 else None


def _listed(said: dict[str, Leaf]) -> Message:
    told = [_claim(name, leaf) for name, leaf in said.items()]
    return Message("、".join(one.zh for one in told), ", ".join(one.en for one in told))


def _claim(name: str, said: Leaf) -> Message:
    """Return what is said of a figure as people say it: 减少 2.10万元, 增长 3.5%, 完成率 98%."""
    number, words = spoken(said.quantity), _WAYS.get(name)
    if words is None:
        return Message(f"{_NAMES[name].zh} {number}", f"the {_NAMES[name].en} {number}")
    word = words[number.startswith("-")]
    return Message(f"{word}{number.removeprefix('-')}", f"the {_NAMES[name].en} {number}")


_WAYS: Final = {"change": ("增加 ", "减少 "), "rate": ("增长 ", "下降 ")}
"""How people say a change and its rate, above and below zero."""


def _fits(name: str, figure: Leaf, base: Leaf, said: Leaf) -> bool:
    """Whether what is said of a figure and its base is so, to the digits that are printed."""
    slack = figure.half + base.half
    if name == "change":
        return abs(figure.n - base.n - said.n) <= slack + said.half
    if base.n <= 0:
        return False
    part = figure.n - base.n if name == "rate" else figure.n
    return abs(HUNDRED * part - said.n * base.n) <= said.half * base.n + HUNDRED * slack


def _alone(tree: Tree, numbers: Sequence[int]) -> Leaf | None:
    """Return the one number that a figure has; None if it is printed with several, or none."""
    found = {tree.leaves[n].n: tree.leaves[n] for n in numbers}
    return next(iter(found.values())) if len(found) == 1 else None


def _base(tree: Tree, node: ComparisonNode) -> Leaf | None:
    """Return the one number that a figure is compared with, as it is printed."""
    line = node.figure.line.figures.get(node.comparison.against)
    numbers = [*(line.leaves if line is not None else ()), *_said_base(node)]
    return _alone(tree, numbers) if len(bases_of(tree, node)) == 1 else None


def _said_base(node: ComparisonNode) -> Iterator[int]:
    if "base" in node.numbers:
        yield node.numbers["base"]


# ── several numbers of one figure ──

_BY_SUM: Final = Message(
    "{how} {sum}，只与 {right} 相符，{wrong}疑有误",
    "{how} {sum}, which fits {right} alone; {wrong} may be wrong",
)
_IT_IS: Final = Message("{how} {sum}，{wrong}疑有误", "{how} {sum}; {wrong} may be wrong")
_PARTS: Final = Message("其下各项相加为", "its parts add up to")
_REST: Final = Message("合计减去其他各项为", "the total less the other parts is")
_MOVED: Final = Message("所比的数加上增减额为", "its base with the change is")


def of_statements(tree: Tree, figures: Sequence[FigureNode]) -> Message | None:
    """Return which of several numbers of one figure what stands around it adds up to."""
    numbers = {tree.leaves[n].n: tree.leaves[n] for one in figures for n in one.leaves}
    found: dict[int, tuple[Message, str]] = {}
    for how, total, slack in (sum_ for one in figures for sum_ in _sums(tree, one)):
        fits = [n for n, leaf in numbers.items() if abs(n - total) <= slack + leaf.half]
        if len(fits) == 1:
            found.setdefault(fits[0], (how, printed_as(total, numbers[fits[0]])))
    if len(found) != 1:
        return None
    ((value, (how, total_said)),) = found.items()
    wrong = [spoken(leaf.quantity) for n, leaf in numbers.items() if n != value]
    short = [n for n in numbers if n < value and n in set(_listed_below(tree, figures))]
    if len(numbers) == _TWO and short:
        return _ONE_LESS.filled(
            how=how,
            sum=total_said,
            short=spoken(numbers[short[0]].quantity),
            gap=printed_as(value - short[0], numbers[value]),
        )
    right = spoken(numbers[value].quantity)
    told = _IT_IS if total_said == right else _BY_SUM
    return told.filled(
        how=how,
        sum=total_said,
        right=right,
        wrong=Message("、".join(wrong), ", ".join(wrong)),
    )


_TWO: Final = 2

_ONE_LESS: Final = Message(
    "{how} {sum}；{short} 是所列各项之和，疑漏列了一项 {gap}",
    "{how} {sum}; {short} is what the parts add up to, one of {gap} may be left out",
)
_BALANCED: Final = Message("按年初、年末结转和本年收支倒算为", "by what was carried it is")


def _listed_below(tree: Tree, figures: Sequence[FigureNode]) -> Iterator[int]:
    """Yield what the parts of some figures add up to, whether all of them are listed or not."""
    for figure in figures:
        for breakdown in figure.line.breakdowns:
            parts = [part.figures.get(figure.column) for part in breakdown.lines]
            if (added := _added(tree, [part for part in parts if part is not None])) is not None:
                yield added[0]


def _balance(tree: Tree, figure: FigureNode) -> tuple[int, int] | None:
    """Return what a side of an account has to be by the others: carried in + income − spent."""
    account, side = figure.line.account, figure.line.side
    if account is None or side not in _FLOWS:
        return None
    others: list[tuple[int, Leaf]] = []
    for name, way in _FLOWS.items():
        line = account.lines.get(name)
        said = line.figures.get(figure.column) if line is not None else None
        numbers = said.leaves if said is not None else ()
        if name == side or (not numbers and name in _OFTEN_NONE):
            continue
        leaf = _alone(tree, numbers)
        if leaf is None:
            return None
        others.append((way, leaf))
    total = -sum(way * leaf.n for way, leaf in others) * _FLOWS[side]
    return total, sum(leaf.half for _, leaf in others)


_FLOWS: Final = {
    "opening": 1,
    "income": 1,
    "reserves_used": 1,
    "expenditure": -1,
    "distributed": -1,
    "closing": -1,
}
"""Which way each side of an account goes: what is carried in and comes, what goes and is left."""

_OFTEN_NONE: Final = ("reserves_used", "distributed")
"""What is not told where there is none."""


def _sums(tree: Tree, figure: FigureNode) -> Iterator[tuple[Message, int, int]]:
    """Yield what a figure should be by others: how that is told, the number, how exact it is."""
    line, column = figure.line, figure.column
    for breakdown in line.breakdowns:
        parts = [part.figures.get(column) for part in breakdown.lines]
        if breakdown.complete and (added := _added(tree, parts)) is not None:
            yield _PARTS, *added
    place = line.breakdown
    if place is not None and place.complete and place.whole is not None:
        others = [part.figures.get(column) for part in place.lines if part is not line]
        added, whole = _added(tree, others), _added(tree, [place.whole.figures.get(column)])
        if added is not None and whole is not None:
            yield _REST, whole[0] - added[0], whole[1] + added[1]
    if (balance := _balance(tree, figure)) is not None and balance[0] > 0:
        yield _BALANCED, *balance
    for one in figure.comparisons:
        base, change = _base(tree, one), one.numbers.get("change")
        if base is not None and change is not None:
            moved = tree.leaves[change]
            yield _MOVED, base.n + moved.n, base.half + moved.half


def _added(tree: Tree, figures: Sequence[FigureNode | None]) -> tuple[int, int] | None:
    """Return the sum of figures that are each printed with one number, and how exact it is."""
    leaves = [_alone(tree, one.leaves) if one is not None else None for one in figures]
    known = [leaf for leaf in leaves if leaf is not None]
    if not known or len(known) < len(leaves):
        return None
    return sum(leaf.n for leaf in known), sum(leaf.half for leaf in known)


# ── a total and its parts ──

_TOTAL: Final = Message(
    "报告所写的{name} {said} 按各项之和 {sum} 才算得出，疑合计 {total} 有误",
    "the {said} that is printed fits the sum of the parts, {sum}; the total, {total}, may be wrong",
)
_PART: Final = Message(
    "把{name} {wrong} 改为 {right}，合计和报告所写的{claim} {said} 就都对得上",
    "with {name} {right} in place of {wrong} the total holds, and so does the {said} printed of it",
)


def of_parts(figures: Candidates, parts: Linear, total: Linear) -> Message | None:
    """Return which part a percentage printed of it speaks against, or that one does the total."""
    tree = figures.tree
    ((whole, _),) = total.terms
    gap = value_of(total, tree.values) - value_of(parts, tree.values)
    meant = [
        _PART.filled(
            name=name_of(leaf),
            wrong=spoken(leaf.quantity),
            right=printed_as(leaf.n + gap, leaf),
            claim=called(said),
            said=spoken(said.quantity),
        )
        for n, k in parts.terms
        if k == 1 and (said := _speaking(figures, n, gap)) is not None
        for leaf in (tree.leaves[n],)
    ]
    if meant:
        return meant[0] if len(meant) == 1 else None
    leaf = tree.leaves[whole]
    added = evolve(leaf, n=leaf.n - gap)
    against = list(_against(figures, [n for n, _ in parts.terms], whole, added))
    if not against:
        return None
    return _TOTAL.filled(
        name=called(against[0]),
        said=spoken(against[0].quantity),
        sum=printed_as(added.n, leaf),
        total=spoken(leaf.quantity),
    )


def _speaking(figures: Candidates, number: int, gap: int) -> Leaf | None:
    """Return a percentage of a part that the part does not give, and would with a gap more."""
    node = figures.nodes.get(number)
    if node is None or len(node.leaves) != 1:
        return None
    leaf = figures.tree.leaves[number]
    other = evolve(leaf, n=leaf.n + gap)
    said = list(claims_of(figures, node))
    if any(
        is_quotient(leaf, bottom, one, grown) for one, bottoms, grown in said for bottom in bottoms
    ):
        return None
    speaking = [
        one
        for one, bottoms, grown in said
        if any(is_quotient(other, bottom, one, grown) for bottom in bottoms)
    ]
    return speaking[0] if speaking and other.n > 0 else None


def _against(figures: Candidates, parts: Sequence[int], whole: int, added: Leaf) -> Iterator[Leaf]:
    """Yield the percentages that the sum of the parts gives; none where the total gives any."""
    tree = figures.tree
    total, found = tree.leaves[whole], []
    node = figures.nodes.get(whole)
    for said, bottoms, grown in claims_of(figures, node) if node is not None else ():
        if any(is_quotient(total, bottom, said, grown) for bottom in bottoms):
            return
        if any(is_quotient(added, bottom, said, grown) for bottom in bottoms):
            found.append(said)
    for number in parts:
        one = figures.nodes.get(number)
        if one is None or one.share is None or one.share.share.of or added.n <= 0:
            continue
        said, leaf = tree.leaves[one.share.value], tree.leaves[number]
        if total.n > 0 and is_quotient(leaf, total, said, grown=False):
            return
        if is_quotient(leaf, added, said, grown=False):
            found.append(said)
    yield from found
