"""Concise: one line for each finding, for grep, editors and lists of many reports.

The gravest come first.  After the findings of a report a line for each piece that was not read
and for each note on its rules, and one with what came out and what became of every number.
"""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.checking.findings import Finding
from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.outputs.citing import position
from performance_rules.outputs.coverage import labelled_notes, overview_text
from performance_rules.outputs.decided import decision_text, lapsed_text
from performance_rules.outputs.terminal import Piece, Row, clean, row
from performance_rules.outputs.words import say
from performance_rules.rules.model import SEVERITIES


def rest(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield nothing: what there is to say of a batch is said of each report."""
    del batch, lang, columns
    yield from ()


def report(one: Checked, number: int, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the lines of one file."""
    del number, columns  # a line stays a line
    noted: set[str] = set()
    for checked in one.parts:
        for finding in sorted(checked.findings, key=_gravity):
            severity = say(lang, f"severity.{finding.severity}")
            yield row(
                ":".join(filter(None, (clean(checked.source), _place(finding, lang)))) + ": ",
                Piece(severity, finding.severity),
                f" {finding.rule} {clean(finding.text(lang))}",
            )
        for decided in checked.waived:
            told = decision_text(decided.decision, lang)
            place = ":".join(filter(None, (clean(checked.source), _place(decided.finding, lang))))
            yield row(f"{place}: {say(lang, 'waived.one')} {decided.finding.rule} {told}")
        for lapsed in checked.lapsed:
            yield row(f"{clean(checked.source)}: {lapsed_text(lapsed, lang)}")
        unread, result = say(lang, "head.unread"), say(lang, "head.result")
        part = say(lang, "in_brackets", text=clean(checked.part)) if checked.part else ""
        for piece in checked.looked.unread:
            yield row(f"{clean(checked.source)}: {unread} {clean(piece.text(lang))}")
        for note in labelled_notes(checked, lang):
            if note not in noted:
                yield row(f"{clean(checked.source)}: {note}")
            noted.add(note)
        yield row(f"{clean(checked.source)}: {result}{part} {overview_text(checked, lang)}")


def _gravity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _place(finding: Finding, lang: Lang) -> str:
    """Return where it stands in the document or, where that is not known, in the typed report."""
    first = next((text for where in finding.where if (text := position(where, lang))), "")
    return clean(first or finding.place or next((where.path for where in finding.where), ""))
