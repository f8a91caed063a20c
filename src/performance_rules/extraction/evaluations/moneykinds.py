"""What the parts of the money of a form are parts of: sources beside natures, lists within a row.

    年度资金总额 | 基本支出 | 项目支出 | 其他

基本支出 and 项目支出 take the whole apart, and so do its sources; each list is one of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.evaluations.nodes import Node
from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.fixed import fixed

COLUMNS: Final = (
    *("initial_budget", "adjusted_budget", "final", "received", "left", "to_date", "forecast"),
)
"""The columns of a line of money."""

_FEWEST: Final = 2
"""How many stages must add up for the rows below another to be all of it."""


@fixed
class Part:
    """A part of the funds with the name of its row and of its group.

    Attributes:
        node: the part.
        name: the name of its row.
        group: the name of its group.
        opens: whether 其中 opens a list with it.
        numbered: whether its row has a number.
    """

    node: Node
    name: str
    group: str
    opens: bool
    numbered: bool


def kinds_in(parts: Sequence[Part], words: EvaluationWords) -> list[list[Part]]:
    """Return the parts of a group as lists of one kind: 基本支出 and 项目支出 are no sources.

    What 其中 or its name puts below one of the two is a part of that, all of it where the other
    one follows or where two stages bear it out.  其他 right behind them is what is neither.

    Args:
        parts: the rows of the group.
        words: the words of forms.
    """
    natures = [part for part in parts if part.name in words.rows["natures"]]
    if len({part.name for part in natures}) < len(words.rows["natures"]):
        return [list(parts)]
    last = natures[-1].node
    rest: list[Part] = []
    above: Part | None = None
    for part in parts:
        if part in natures:
            above = part
        elif above is not None and (
            part.opens or above.node.parts or words.is_row("purposes", part.name)
        ):
            above.node.parts.append(part.node)
        elif above is not None and part is parts[-1] and part.name in words.rows["rest"]:
            natures.append(part)
        else:
            rest.append(part)
            above = None
    borne_out = [c for c in COLUMNS if c in last.said and _adds_up(last, last.parts, c)]
    last.partial = bool(last.parts) and len(borne_out) < _FEWEST
    return [rest, natures] if rest else [natures]


def hang_parts(whole: Node, parts: Sequence[Part], words: EvaluationWords) -> None:
    """Hang the parts of a group below the whole: levels of government below what they follow.

    Args:
        whole: the money of the form.
        parts: the rows of the group that are of one kind.
        words: the words of forms.
    """
    natures = {part.name for part in parts} <= {*words.rows["natures"], *words.rows["rest"]}
    if not any(part.opens for part in parts[1:]) and _stand_beside(whole, parts, words):
        whole.others.append(("by_source", [part.node for part in parts]))
        return
    hung: list[Node] = []
    outer: Node | None = None
    numbered, within = any(part.numbered for part in parts), False
    alike = all(part.opens for part in parts) and _fit(whole, parts)
    for part in parts:
        inner = part.name.startswith(words.rows["inner"]) or (
            part.opens and bool(hung) and not alike
        )
        if outer is not None and inner:
            outer.dimension = "by_source"
            outer.parts.append(part.node)
            continue
        opens = part.opens and not alike
        within = bool(hung) and (opens or (within and numbered and not part.numbered))
        if within:
            # How far the rows below go is told by the numbers of the others, or not at all.
            whole.partial, hung[-1].partial = whole.partial or not numbered, True
            hung[-1].dimension = "by_source"
            hung[-1].parts.append(part.node)
            continue
        outer = part.node if words.is_row("outer", part.name) else None
        hung.append(part.node)
    whole.others.append(("by_nature" if natures else "by_source", hung))


def _fit(whole: Node, parts: Sequence[Part]) -> bool:
    """Whether rows that all say 其中 are parts of one whole: 其中：中央资金, 其中：省级资金.

    其中：财政拨款, 其中：一般公共预算 are more than it, so that the second is of the first.
    """
    for column in COLUMNS:
        said = [part.node.said[column][0].value for part in parts if column in part.node.said]
        total = whole.said[column][0].value if column in whole.said else None
        if total is not None and sum(v.n - v.half for v in said) > total.n + total.half:
            return False
    return True


def _stand_beside(whole: Node, parts: Sequence[Part], words: EvaluationWords) -> bool:
    """Whether 上级资金 behind 财政拨款 is another kind of money, and no part of that.

    Nothing but the sums can tell where no 其中 stands: it is the one that more columns bear out.
    """
    beside = within = 0
    outer: Part | None = None
    inner: list[Node] = []
    for part in parts:
        if outer is not None and part.name.startswith(words.rows["inner"]):
            inner.append(part.node)
        elif words.is_row("outer", part.name):
            outer = outer or part
    if outer is None or not inner:
        return False
    for column in COLUMNS:
        beside += _adds_up(whole, [part.node for part in parts], column)
        above = [part.node for part in parts if part.node not in inner]
        within += _adds_up(outer.node, inner, column) and _adds_up(whole, above, column)
    return beside > within


def _adds_up(whole: Node, parts: Sequence[Node], column: str) -> bool:
    """Whether the figures of a column make that of the whole."""
    if column not in whole.said:
        return False
    return sum(p.said[column][0].value.n for p in parts if column in p.said) == (
        whole.said[column][0].value.n
    )
