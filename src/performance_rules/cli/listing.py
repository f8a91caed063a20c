"""The command ``rules list``: a table of the rules of a region."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from performance_rules.cli.usage import fiscal_year
from performance_rules.cli.words import message, say
from performance_rules.cli.writing import columns_of, show
from performance_rules.errors import Lang, Message
from performance_rules.judging.rulesets import code_of
from performance_rules.outputs.terminal import Piece, Row, hanging, pad, row, width
from performance_rules.outputs.words import say as say_out
from performance_rules.rules.model import Rule
from performance_rules.rules.ruleset import InForce, RuleSet

GAP: Final = "  "
HEADS: Final = ("id", "severity", "layer", "title", "covers")
ENDLESS: Final = 1 << 16
"""Columns where nobody looks on: a line for each rule, for grep and spreadsheets."""


def run(region: str | None, year: str | None, folders: Iterable[Path], lang: Lang) -> int:
    """Print the table.

    Raises:
        PerformanceRulesError: if the region, the year or a rule file is wrong.
    """
    ruleset = RuleSet.for_region(code_of(region), fiscal_year(year), folders)
    columns = columns_of(None) if sys.stdout.isatty() else ENDLESS
    show(table(ruleset, lang, columns))
    return 0


def table(ruleset: RuleSet, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield a line for each rule: id, severity, layer, title, and what it covers.

    Where that is too long for a line, what it covers stands below the title.
    """
    in_force = ruleset.in_force(None)
    rules = [in_force.rules.get(name, rule) for name, rule in sorted(ruleset.rules().items())]
    cells = [_cells(rule, ruleset, lang) for rule in rules]
    heads = tuple(say(lang, f"list.{name}") for name in HEADS)
    widths = [max(width(line[i]) for line in (heads, *cells)) for i in range(len(HEADS))]
    below = sum(widths) + len(GAP) * (len(HEADS) - 1) > columns
    yield row(Piece(_line(heads[:-1] if below else heads, widths), "heading"))
    for *line, covers in cells:
        if not below:
            yield row(_line((*line, covers), widths))
            continue
        start = _line(line[:-1], widths) + GAP
        yield from hanging(start, line[-1], columns)
        if covers != line[0]:
            label = " " * width(start) + f"{heads[-1]} "
            yield from hanging(label, covers, columns, style="faint")
    yield row()
    yield row(say(lang, "list.count", count=len(rules)))
    for note in ruleset.notes:
        yield from hanging("", note.text(lang), columns, style="faint")


def state(rule: Rule, in_force: InForce) -> Message | None:
    """Return why a rule is not simply in force, or None."""
    if rule.id in in_force.disabled:
        return message("state.disabled")
    if rule.id in in_force.undated:
        return message("state.undated")
    if rule.id in in_force.rules:
        return None
    if not rule.enabled:
        return message("state.off")
    return message("state.out_of_date", year=in_force.year)


def _cells(rule: Rule, ruleset: RuleSet, lang: Lang) -> tuple[str, ...]:
    why = state(rule, ruleset.in_force(None))
    title = rule.title.text(lang)
    if why is not None:
        title += say_out(lang, "in_brackets", text=why.text(lang))
    severity = say_out(lang, f"severity.{rule.severity}")
    layer = ruleset.rules()[rule.id].layer  # not that of an override
    return rule.id, severity, layer, title, " ".join(rule.covers)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(pad(cell, room) for cell, room in zip(cells, widths, strict=False))
