"""Places that are there and say nothing that could be read, and the cell that does not."""

from __future__ import annotations

from performance_rules.errors import Message
from performance_rules.language.ground import Missing
from performance_rules.report.model import Source
from performance_rules.report.nodes import BreakdownNode, FigureNode


def blank(node: FigureNode) -> Missing:
    """Return the value of a figure that says nothing, and which cell does not, where one is."""
    said = node.figure.unread
    if said is None:
        return Missing(Message(f"“{node.title}”空白", f"'{node.path}' is blank"), blank=True)
    zh, en = _cell(said)
    why = Message(
        f"“{node.title}”空白（{zh}）" if not said.quote else f"“{node.title}”没有读出（{zh}）",
        f"'{node.path}' is blank ({en})" if not said.quote else f"'{node.path}' not read ({en})",
    )
    return Missing(why, blank=True)


def is_complete(node: BreakdownNode) -> bool | Missing:
    """Return whether a breakdown lists every part; unknown where part of the list was not read."""
    said = node.breakdown.unread
    if said is None:
        return node.complete
    zh, en = _cell(said)
    return Missing(
        Message(f"“{node.title}”的各项没有全读出（{zh}）", f"'{node.path}' was not all read ({en})")
    )


def _cell(source: Source) -> tuple[str, str]:
    """Return where a cell stands and what it says, in both languages."""
    zh = en = ""
    if source.cell:
        zh, en = source.cell, source.cell
    elif source.table and source.row:
        zh = f"表{source.table}第{source.row}行第{source.column}列"
        en = f"table {source.table}, row {source.row}, column {source.column}"
    quote = f"“{source.quote}”" if source.quote else ""
    return zh + quote, f"{en}{': ' if en and quote else ''}{quote}"
