"""Functions that go from one place of a report to another."""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.errors import Message
from performance_rules.language.derived import (
    COLUMN_NAMES,
    absent,
    base_of,
    line_at,
    share_whole,
)
from performance_rules.language.function import Function
from performance_rules.language.ground import Missing
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.signatures import (
    line_and_column,
    line_and_elsewhere,
    line_or_breakdown,
    takes,
)
from performance_rules.language.types import COMPARISON, FIGURE, LINE, list_of
from performance_rules.report.model import BASE_OF_PRIOR, WIDER
from performance_rules.report.nodes import (
    TERMS,
    AccountNode,
    BreakdownNode,
    ComparisonNode,
    FigureNode,
    LineNode,
)
from performance_rules.report.tree import Tree
from performance_rules.report.ways import around, part, steps_of, wider


@Function(
    "implied",
    "推得",
    "(项, 栏) → 数",
    line_and_column,
    Message("列出的数，没有则由本期减增减额推得", "the printed value, else figure − change"),
)
def implied(scope: Scope, line: Value, column: Value) -> Value:
    """Return the printed value of a column, else figure − change of a comparison against it."""
    line = of(LineNode, line)
    column = of(str, column)
    stated = line.figures.get(column)
    if stated is not None and stated.leaves:
        return scope.number(stated)
    for figure in line.figures.values():
        for comparison in figure.comparisons:
            if comparison.comparison.against == column:
                base = base_of(scope, comparison)
                if not isinstance(base, Missing):
                    return base
    if stated is not None:
        return scope.number(stated)
    return absent(f"{line.title}·{COLUMN_NAMES[column]}")


@Function(
    "like",
    "同口径",
    "(项, 比较) → 比较",
    takes(LINE, COMPARISON, gives=COMPARISON),
    Message(
        "另一项同栏、同对比数的比较", "the comparison of the same column and base in another line"
    ),
)
def like(scope: Scope, line: Value, model: Value) -> Value:
    """Return the comparison in a line that has the same column and base as another one."""
    line = of(LineNode, line)
    model = of(ComparisonNode, model)
    figure = line.figures.get(model.figure.column)
    for comparison in figure.comparisons if figure is not None else ():
        if comparison.comparison.against == model.comparison.against:
            return comparison
    base = COLUMN_NAMES[model.comparison.against]
    return absent(f"{line.title}与{base}的比较")


@Function(
    "counterpart",
    "对应",
    "(项或口径, 报告或口径) → 项或口径",
    line_and_elsewhere,
    Message("别处同一路径上的项或口径", "the line or account at the same path elsewhere"),
)
def counterpart(scope: Scope, line: Value, elsewhere: Value) -> Value:
    """Return the line at the same path in another report or account, or the same account."""
    if isinstance(line, AccountNode):
        name = line.name
        return of(Tree, elsewhere).accounts.get(name) or absent(f"{TERMS[name]}的对应口径")
    line = of(LineNode, line)
    steps = steps_of(line)
    if isinstance(elsewhere, Tree):
        if line.matter:
            found = elsewhere.matters.get(_outermost(line).line.identity)
        elif line.account and line.side and line.account.name in elsewhere.accounts:
            found = elsewhere.accounts[line.account.name].lines.get(line.side)
        else:
            found = line_at(elsewhere, line.path.split(".")[0])
    else:
        elsewhere = of(AccountNode, elsewhere)
        found = elsewhere.lines.get(line.side or "")
    for dimension, label in steps:
        found = part(found, dimension, label) if found is not None else None
    return found or absent(f"{line.title}的对应项")


def _outermost(line: LineNode) -> LineNode:
    """Return the line that a line is in the end a part of."""
    while line.breakdown is not None and line.breakdown.whole is not None:
        line = line.breakdown.whole
    return line


@Function(
    "wider",
    "上级口径",
    "(项) → 项",
    takes(LINE, gives=LINE),
    Message("上一级口径中的同一项", "the same line in the next wider account"),
)
def wider_line(scope: Scope, line: Value) -> Value:
    """Return the same line in the next wider account."""
    line = of(LineNode, line)
    return wider(line, scope.tree) or absent(f"{line.title}在上级口径中的同一项")


def _walk(lines: Iterator[LineNode]) -> Iterator[LineNode]:
    for line in lines:
        yield line
        yield from _walk(line.parts())


def _start(value: Value) -> Iterator[LineNode]:
    if isinstance(value, LineNode):
        return value.parts()
    if isinstance(value, BreakdownNode):
        return iter(value.lines)
    value = of(list, value)
    return (item for item in value if isinstance(item, LineNode))


@Function(
    "below",
    "以下",
    "(项、[项]或分解) → [项]",
    line_or_breakdown,
    Message("其下各级各项，不含自身", "all lines below, without itself"),
)
def below(scope: Scope, value: Value) -> Value:
    """Return all lines below a line or a breakdown."""
    return list(_walk(_start(value)))


@Function(
    "tree",
    "全树",
    "(项、[项]或分解) → [项]",
    line_or_breakdown,
    Message("自身及其下各级各项", "itself and all lines below"),
    strict=False,
)
def whole_tree(scope: Scope, value: Value) -> Value:
    """Return a line and all lines below it; an absent line has none."""
    if isinstance(value, Missing):
        return []
    found: list[object] = [value] if isinstance(value, LineNode) else []
    found += list(_walk(_start(value)))
    return found


@Function(
    "leaves",
    "末级",
    "(项、[项]或分解) → [项]",
    line_or_breakdown,
    Message(
        "最末级各项；分解的，沿它自己的分类到最末级",
        "the lines not broken down further; of a breakdown, along its own dimension",
    ),
)
def leaves(scope: Scope, value: Value) -> Value:
    """Return the lines below that are not broken down further.

    Of a breakdown they are those that its own dimension leads to: 类, 款 and 项, not the natures of
    an item.
    """
    if isinstance(value, BreakdownNode):
        return list(_finest(value))
    return [line for line in _walk(_start(value)) if not any(True for _ in line.parts())]


def _finest(breakdown: BreakdownNode) -> Iterator[LineNode]:
    for line in breakdown.lines:
        inner = [b for b in line.breakdowns if b.dimension == breakdown.dimension and b.lines]
        for further in inner:
            yield from _finest(further)
        if not inner:
            yield line


@Function(
    "wholes",
    "可能分母",
    "(数) → [数]",
    takes(FIGURE, gives=list_of(FIGURE)),
    Message(
        "占比可能的分母：照措辞、按位置、总收入、总支出",
        "possible denominators: as worded, by place, total income, total expenditure",
    ),
)
def wholes(scope: Scope, figure: Value) -> Value:
    """Return the figures a share may be a share of, without repeating one.

    A whole that is worded but not in the report stays a missing one: it could be the right one.
    So does the line that it stands below, where that has no figure, and the total of its own
    side: 占P of an income is of all income, not of the expenditure.
    """
    figure = of(FigureNode, figure)
    found: list[object] = []
    if figure.share is not None:
        worded = share_whole(scope, figure.share)
        if isinstance(worded, FigureNode) or figure.share.share.of:
            found.append(worded)
    told = any(isinstance(whole, FigureNode) for whole in found)
    lines: list[LineNode | None] = []
    place = figure.line.breakdown
    while place is not None and place.whole is not None:
        lines.append(place.whole)
        place = place.whole.breakdown
    accounts = scope.tree.accounts
    own = figure.line.account
    # What lies outside the accounts is no share of all income, unless it is said so.
    for name in around(own.name) if own is not None else ():
        if name in accounts:
            lines += [accounts[name].lines.get("income"), accounts[name].lines.get("expenditure")]
    for line in lines:
        whole = line.figures.get(figure.column) if line is not None else None
        if whole is not None and whole.leaves and whole is not figure and whole not in found:
            found.append(whole)
    said = found[0] if found and figure.share is not None and figure.share.share.of else None
    known = [w for w in found if isinstance(w, FigureNode)]
    above = lines[0].figures.get(figure.column) if lines and lines[0] is not None else None
    untold = figure.line.breakdown is not None and (above is None or not above.leaves)
    if (untold and found and not told) or (
        own is not None and not any(_is_total(w, figure, worded=w is said) for w in known)
    ):
        found.append(absent(f"{figure.line.title}所属的合计"))
    return found


def _is_total(whole: FigureNode, figure: FigureNode, *, worded: bool) -> bool:
    """Whether a figure is a total of the side of the accounts that another one is on.

    The share of one source is of all of them, not of what another one brought.
    """
    account = whole.line.account
    if whole.line.side != figure.line.side:
        return False
    beside = figure.line.breakdown is None and not worded
    return not beside or (account is not None and account.name not in WIDER)


@Function(
    "restatements",
    "各处",
    "(数) → [数]",
    takes(FIGURE, gives=list_of(FIGURE)),
    Message(
        "这个数，以及合计相等的上级口径中的同一数",
        "the figure, and the same figure in wider accounts with equal totals",
    ),
)
def restatements(scope: Scope, figure: Value) -> Value:
    """Return a figure and the same figure in wider accounts whose totals are equal."""
    figure = of(FigureNode, figure)
    found: list[object] = [figure]
    line: LineNode | None = figure.line
    while line is not None and line.account is not None and line.account.name in WIDER:
        other = wider(line, scope.tree)
        if other is None or other.account is None or not _equal_totals(scope, line, other, figure):
            break
        again = other.figures.get(figure.column)
        if again is not None and again.leaves:
            found.append(again)
        line = other
    return found


def _equal_totals(scope: Scope, line: LineNode, other: LineNode, figure: FigureNode) -> bool:
    """Whether the account totals of two lines are printed equal in the figure's column."""
    totals = []
    for node in (line, other):
        total = node.account.lines.get(node.side or "") if node.account else None
        at = total.figures.get(figure.column) if total is not None else None
        number = scope.number(at) if at is not None else None
        if number is None or isinstance(number, Missing):
            return False
        totals.append(number)
    return scope.decide(scope.compare_printed("==", totals[0], totals[1])) is True


@Function(
    "economic",
    "对应科目",
    "(三公项, 支出项) → [项]",
    takes(LINE, LINE, gives=list_of(LINE)),
    Message(
        "三公项在支出经济分类中的科目", "the economic lines a three-public item is booked under"
    ),
)
def economic(scope: Scope, item: Value, line: Value) -> Value:
    """Return the economic lines below a line that a three-public item is booked under."""
    item = of(LineNode, item)
    line = of(LineNode, line)
    key = item.line.key or ""
    parent = item.breakdown.whole if item.breakdown else None
    if parent is not None and parent.line.key and parent.line.key != "three_public":
        key = f"{parent.line.key}.{key}"
    codes = scope.codebook.three_public(key)
    if not codes:
        return Missing(
            Message(f"“{item.name}”没有对应的经济科目", f"'{item.name}' maps to no economic code")
        )
    return [found for found in _walk(line.parts()) if found.code in codes]


__all__ = ["BASE_OF_PRIOR", "below", "counterpart", "economic", "implied", "leaves", "like"]
