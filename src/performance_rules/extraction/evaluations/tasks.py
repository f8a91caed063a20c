"""Further blocks of money of a form: tasks or projects, with what was budgeted and spent for each.

    年度主要任务 | 任务名称 | 预算金额（万元） | 执行金额（万元）
    ^ | 航标维护 | 420.00 | 398.60
    ^ | 项目支出合计 | 980.00 | 910.60

The row of the total is a line of its own.  It is the money of the block above that is called so,
where one of its figures is the same; its rows then take that apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from performance_rules.extraction.evaluations.funds import SUMMED, read_funds
from performance_rules.extraction.evaluations.moneykinds import COLUMNS
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Block
from performance_rules.extraction.evaluations.words import EvaluationWords

_BUDGETS: Final = ("initial_budget", "adjusted_budget")


def hang_tasks(
    block: Block, funds: Node | None, unit: str, sheet: Sheet, words: EvaluationWords
) -> Node:
    """Read a further block of money, and hang it below that of a form; return the money.

    Args:
        block: the block.
        funds: the money of the form; None where it has none.
        unit: the unit of amounts that is stated above it.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    tasks = read_funds(block, unit, sheet, words)
    funds = funds if funds is not None else Node("资金")
    parts = [*tasks.parts, *(part for _, some in tasks.others for part in some)]
    called = _called(tasks.name)
    above = next((one for one in _below(funds) if one.name == called and called), None)
    if above is not None and _same(above, tasks):
        for column, said in tasks.said.items():
            if column in COLUMNS:
                above.said.setdefault(column, []).extend(said)
        above.others.append(("members", parts))
    elif all(_fits(tasks if tasks.said else part, funds) for part in (tasks, *parts)):
        funds.open += [tasks] if tasks.said else parts
    return funds


def _called(name: str) -> str:
    for word in SUMMED:
        name = name.removesuffix(word)
    return name


def _below(node: Node) -> Iterator[Node]:
    for _, some in ((node.dimension, node.parts), *node.others):
        for part in some:
            yield part
            yield from _below(part)


def _same(above: Node, tasks: Node) -> bool:
    """Whether one figure of two lines is the same; a budget of tasks may be either of the two."""
    for column in _BUDGETS:
        other = next(one for one in _BUDGETS if one != column)
        if _number(tasks, column) is None or _number(above, column) == _number(tasks, column):
            continue
        if other not in tasks.said and _number(above, other) == _number(tasks, column):
            for one in (tasks, *_below(tasks)):
                if column in one.said:
                    one.said[other] = one.said.pop(column)
            break
    return any(
        _number(above, column) == _number(tasks, column)
        for column in tasks.said
        if column in COLUMNS
    )


def _number(node: Node, column: str) -> int | None:
    return node.said[column][0].value.n if column in node.said else None


def _fits(part: Node, whole: Node) -> bool:
    """Whether a part is in no stage more than the whole."""
    for column in COLUMNS:
        some, all_ = _number(part, column), _number(whole, column)
        if some is not None and all_ is not None and some > all_:
            return False
    return True
