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
from performance_rules.language.ground import Missing
from performance_rules.language.scope import Scope, Value, of
from performance_rules.report.model import BASE_OF_PRIOR, WIDER
from performance_rules.report.nodes import (
    AccountNode,
    BreakdownNode,
    ComparisonNode,
    FigureNode,
    LineNode,
)
from performance_rules.report.tree import Tree
from performance_rules.report.ways import part, steps_of, wider


def implied(scope: Scope, line: Value, column: Value) -> Value:
    """Return the printed value of a column, else figure − change of a comparison against it."""
    if isinstance(line, Missing):
        return line
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


def like(scope: Scope, line: Value, model: Value) -> Value:
    """Return the comparison in a line that has the same column and base as another one."""
    for value in (line, model):
        if isinstance(value, Missing):
            return value
    line = of(LineNode, line)
    model = of(ComparisonNode, model)
    figure = line.figures.get(model.figure.column)
    for comparison in figure.comparisons if figure is not None else ():
        if comparison.comparison.against == model.comparison.against:
            return comparison
    base = COLUMN_NAMES[model.comparison.against]
    return absent(f"{line.title}与{base}的比较")


def counterpart(scope: Scope, line: Value, elsewhere: Value) -> Value:
    """Return the line at the same path in another report or account."""
    for value in (line, elsewhere):
        if isinstance(value, Missing):
            return value
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


def wider_line(scope: Scope, line: Value) -> Value:
    """Return the same line in the next wider account."""
    if isinstance(line, Missing):
        return line
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


def below(scope: Scope, value: Value) -> Value:
    """Return all lines below a line or a breakdown."""
    return value if isinstance(value, Missing) else list(_walk(_start(value)))


def whole_tree(scope: Scope, value: Value) -> Value:
    """Return a line and all lines below it; an absent line has none."""
    if isinstance(value, Missing):
        return []
    found: list[object] = [value] if isinstance(value, LineNode) else []
    found += list(_walk(_start(value)))
    return found


def leaves(scope: Scope, value: Value) -> Value:
    """Return the lines below that are not broken down further.

    Of a breakdown they are those that its own dimension leads to: 类, 款 and 项, not the natures of
    an item.
    """
    if isinstance(value, Missing):
        return value
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


def wholes(scope: Scope, figure: Value) -> Value:
    """Return the figures a share may be a share of, without repeating one.

    A whole that is worded but not in the report stays a missing one: it could be the right one.
    So does the total of its own side: 占P of an income is of all income, not of the expenditure.
    """
    if isinstance(figure, Missing):
        return figure
    figure = of(FigureNode, figure)
    found: list[object] = []
    if figure.share is not None:
        worded = share_whole(scope, figure.share)
        if isinstance(worded, FigureNode) or figure.share.share.of:
            found.append(worded)
    lines: list[LineNode | None] = []
    place = figure.line.breakdown
    while place is not None and place.whole is not None:
        lines.append(place.whole)
        place = place.whole.breakdown
    accounts = scope.tree.accounts
    own = figure.line.account
    # What lies outside the accounts is no share of all income, unless it is said so.
    for name in dict.fromkeys([own.name, "fiscal", "all_funds"] if own is not None else []):
        if name in accounts:
            lines += [accounts[name].lines.get("income"), accounts[name].lines.get("expenditure")]
    for line in lines:
        whole = line.figures.get(figure.column) if line is not None else None
        if whole is not None and whole.leaves and whole is not figure and whole not in found:
            found.append(whole)
    side = figure.line.side
    if own is not None and not any(
        isinstance(w, FigureNode) and w.line.side == side for w in found
    ):
        found.append(absent(f"{figure.line.title}所属的合计"))
    return found


def restatements(scope: Scope, figure: Value) -> Value:
    """Return a figure and the same figure in wider accounts whose totals are equal."""
    if isinstance(figure, Missing):
        return figure
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


def economic(scope: Scope, item: Value, line: Value) -> Value:
    """Return the economic lines below a line that a three-public item is booked under."""
    for value in (item, line):
        if isinstance(value, Missing):
            return value
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
