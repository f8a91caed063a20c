"""Points that a reason says were lost: 得分 3.5 of 5, 两处手续不全，扣1.5分.

A reason that says more points were lost than the row lost is wrong, where those of at least as many
other rows say just what their rows lost; less may be one loss of several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Block
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import Row
from performance_rules.extraction.tokens.normal import halved
from performance_rules.report.lines import Comparison
from performance_rules.values.quantity import Count

_LOST: Final = re.compile(r"扣(?:减|除|了)?(\d{1,2}(?:\.\d{1,2})?)分")
_RULE: Final = re.compile(
    "[每各][^，,。;；]{0,12}扣|应扣|扣完为止|最多|加回|加[0-9]|补回|退回|恢复|减半|[拟原]扣|初评"
)
"""How points are taken is no loss, and what was given back is none either."""


def say_lost(rows: Sequence[tuple[Node, Row]], block: Block, sheet: Sheet) -> None:
    """Say what reasons claim of the points that were lost, where they claim too many.

    Args:
        rows: the indicators, each with its row.
        block: the block that they stand in.
        sheet: where its cells are noted.
    """
    column = block.column("reason")
    fits, wrong = 0, []
    for node, row in rows if column is not None else ():
        cell = column.cell(row) if column is not None else None
        text = halved(cell.text or "") if cell is not None else ""
        said = _LOST.findall(text)
        if cell is None or len(said) != 1 or _RULE.search(text):
            continue
        value, _ = quantity_in(said[0], "score", "")
        told = [node.said[role][0].value for role in ("weight", "score") if role in node.said]
        if value is None or len(told) != len(("weight", "score")):
            continue
        lost = told[0].n - told[1].n
        fits += value.n == lost
        if 0 < lost < value.n:
            wrong.append((node, value, cell, row))
    for node, value, cell, row in wrong if fits >= len(wrong) else ():
        change = Count(-value.value, value.unit, printed=value.printed)
        claim = Comparison("weight", change=change, source=sheet.place(cell, row))
        node.claims.setdefault("score", []).append(claim)
