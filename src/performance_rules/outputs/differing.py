"""A difference of two results as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from performance_rules.errors import Lang
from performance_rules.outputs.difference import Difference, Seen
from performance_rules.outputs.terminal import Piece, Row, clean, hanging, row, rule
from performance_rules.outputs.words import say
from performance_rules.rules.model import SEVERITIES

_COUNTED = ("gone", "new", "changed", "same")


def difference_rows(found: Difference, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the lines of a difference: the counts, then what is new, changed and gone."""
    counts = dict(zip(_COUNTED, map(len, (found.gone, found.new, found.changed)), strict=False))
    counts["same"] = found.same
    told = (say(lang, f"diff.count.{name}", count=count) for name, count in counts.items())
    yield from hanging("", say(lang, "comma").join(told), columns, style="strong")
    for key, names in (("gone", found.reports_gone), ("new", found.reports_new)):
        for name in names:
            yield from hanging("", say(lang, f"diff.report.{key}", file=clean(name)), columns)
    changed = {id(one.new): one.old for one in found.changed}
    listed: tuple[tuple[str, Sequence[Seen]], ...] = (
        ("new", found.new),
        ("changed", [one.new for one in found.changed]),
        ("gone", found.gone),
    )
    for key, items in listed:
        if items:
            yield from (row(), rule(say(lang, f"diff.{key}"), columns))
        for item in sorted(items, key=lambda one: _gravity(one.severity)):
            yield row()
            yield from _item(item, changed.get(id(item)), lang, columns)


def _item(item: Seen, before: Seen | None, lang: Lang, columns: int) -> Iterator[Row]:
    label = say(lang, "label", name=say(lang, f"severity.{item.severity}"))
    waived = say(lang, "in_brackets", text=say(lang, "waived.one")) if item.waived else ""
    yield row(Piece(label, item.severity), f"{clean(item.title)}{waived}  {clean(item.rule)}")
    about = " · ".join(
        clean(one) for one in (item.report[0], item.report[1], item.report[-1]) if one
    )
    yield from hanging("", about, columns, indent=2) if about else ()
    if before is None:
        yield from hanging("", clean(item.message), columns, indent=2)
        return
    yield from hanging(say(lang, "diff.before"), clean(before.message), columns, indent=2)
    yield from hanging(say(lang, "diff.now"), clean(item.message), columns, indent=2)


def _gravity(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)
