"""The command ``rules list``: a table of the rules of a region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from performance_rules.cli.usage import fiscal_year
from performance_rules.cli.words import message, say
from performance_rules.cli.writing import columns_of, show
from performance_rules.errors import Lang, Message
from performance_rules.outputs.layout import Piece, Row, hanging, pad, row, width
from performance_rules.outputs.words import say as say_out
from performance_rules.rules import Rule
from performance_rules.rulesets import InForce, RuleSet

GAP = "  "


def run(region: str | None, year: str | None, folders: Iterable[Path], lang: Lang) -> int:
    """Print the table.

    Raises:
        PerformanceRulesError: if the region, the year or a rule file is wrong.
    """
    ruleset = RuleSet.for_region(region, fiscal_year(year), folders)
    show(table(ruleset, lang, columns_of(None)))
    return 0


def table(ruleset: RuleSet, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield a line for each rule: id, severity, layer, title, and what it covers."""
    in_force = ruleset.in_force(None)
    rules = [in_force.rules.get(name, rule) for name, rule in sorted(ruleset.rules().items())]
    cells = [_cells(rule, ruleset, lang) for rule in rules]
    heads = tuple(say(lang, f"list.{name}") for name in ("id", "severity", "layer", "title"))
    widths = [max(width(line[i]) for line in (heads, *cells)) for i in range(4)]
    yield row(Piece(_line(heads, widths) + say(lang, "list.covers"), "heading"))
    for rule, line in zip(rules, cells, strict=True):
        start, covers = _line(line, widths), " ".join(rule.covers)
        room = columns - width(start)
        if room >= width(covers) or room >= 20:
            yield from hanging(start, covers, columns)
        else:  # no room for a column: what it covers stands below the title
            yield row(start)
            yield from hanging(" " * (widths[0] + len(GAP)), covers, columns, style="faint")
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


def _cells(rule: Rule, ruleset: RuleSet, lang: Lang) -> tuple[str, str, str, str]:
    why = state(rule, ruleset.in_force(None))
    title = rule.title if lang == "zh" else rule.title_en
    if why is not None:
        title += say_out(lang, "in_brackets", text=why.text(lang))
    layer = ruleset.rules()[rule.id].layer
    return rule.id, say_out(lang, f"severity.{rule.severity}"), layer, title


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "".join(pad(cell, room) + GAP for cell, room in zip(cells, widths, strict=True))
