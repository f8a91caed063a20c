"""Helpers: a small table in each of the ways in which a file may hold it, and what is found."""

from __future__ import annotations

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.readers import document_of

RULES = pr.RuleSet.for_region()
WAYS = ("html", "tabs", "bars", "blanks", "tags in a text")
_SIGNS = {"tabs": "\t", "bars": " | ", "blanks": "　"}


def paper(way: str, title: str, above: str, rows: str, below: str = "") -> bytes:
    """Return a file with a title, lines above and below, and a table of rows cut at bars."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows.strip().split("\n")]
    lines = [*above.split("\n")] if above else []
    if way in _SIGNS:
        table = "\n".join(_SIGNS[way].join(row) for row in cells)
        return "\n".join((title, *lines, table, below, "")).encode()
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    table = f"<table>{table}</table>"
    if way == "html":
        marked = "".join(f"<p>{line}</p>" for line in (title, *lines))
        return f"<html><body>{marked}{table}<p>{below}</p></body></html>".encode()
    return "\n".join((title, *lines, table, below)).encode()


def errors(data: bytes) -> list[str]:
    """Return the errors that are found in a file: the rule and what it says."""
    report = extract(document_of(data, "样本")).report
    found = pr.check(report, RULES).findings
    return [f"{one.rule} {one.message}" for one in found if one.severity == "error"]
