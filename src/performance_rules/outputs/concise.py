"""Concise: one line for each finding, for grep, editors and lists of many reports."""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.errors import Lang
from performance_rules.findings import Finding
from performance_rules.outputs.batch import Batch
from performance_rules.outputs.citing import position
from performance_rules.outputs.layout import Piece, Row, clean, row
from performance_rules.outputs.words import say


def render(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield ``file:place: severity rule message`` for each finding."""
    del columns  # a line stays a line
    for checked in batch.checked:
        for finding in checked.findings:
            severity = say(lang, f"severity.{finding.severity}")
            yield row(
                ":".join(filter(None, (clean(checked.source), _place(finding, lang)))) + ": ",
                Piece(severity, finding.severity),
                f" {finding.rule} {clean(finding.text(lang))}",
            )


def _place(finding: Finding, lang: Lang) -> str:
    """Return where it stands in the document or, where that is not known, in the typed report."""
    first = next((text for where in finding.where if (text := position(where, lang))), "")
    return clean(first or finding.place or next((where.path for where in finding.where), ""))
