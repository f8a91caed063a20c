"""What came out of a report, in words: never without how much of it was looked at."""

from __future__ import annotations

from collections.abc import Iterable

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Checked
from performance_rules.outputs.causing import carried
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import say


def outcome_text(checked: Checked, lang: Lang) -> str:
    """Return what came out in one line; if little was looked at, that comes first."""
    result, looked = result_text(checked, lang), looked_text(checked, lang)
    if checked.partly and checked.state != "unchecked":
        return say(lang, "outcome.partly", looked=looked, result=result)
    return result + (say(lang, "in_brackets", text=looked) if looked else "")


def overview_text(checked: Checked, lang: Lang) -> str:
    """Return the same for a list of reports, with what became of every number."""
    result = result_text(checked, lang)
    if checked.partly and checked.state != "unchecked":
        result = say(lang, "outcome.partly_of_many", result=result)
    rest = _joined((counts_text(checked, lang), *_pieces(checked, lang)), lang)
    return say(lang, "semicolon").join((result, rest))


def result_text(checked: Checked, lang: Lang) -> str:
    """Return what came out, without how much was looked at."""
    counts = [
        _count(checked, severity, count, lang)
        for severity, count in checked.severities().items()
        if count
    ]
    if checked.hidden:
        counts.append(say(lang, "outcome.hidden", count=checked.hidden))
    found, waived = _joined(counts, lang), _waived(checked, lang)
    if checked.state == "unchecked":
        unchecked = say(lang, "outcome.unchecked", why=checked.why.text(lang))
        return say(lang, "semicolon").join(filter(None, (unchecked, found, waived)))
    return _joined((found or say(lang, "head.clean"), waived), lang)


def _count(checked: Checked, severity: str, count: int, lang: Lang) -> str:
    name, causes = say(lang, f"severity.{severity}"), len(checked.causes)
    if severity == "error" and causes < count:
        return say(lang, "head.grouped", name=name, count=count, causes=causes)
    if below := carried(checked, severity):
        return say(lang, "head.carried", name=name, count=count, below=below)
    return say(lang, "head.count", name=name, count=count)


def _waived(checked: Checked, lang: Lang) -> str:
    count = len(checked.waived)
    return say(lang, "outcome.waived", count=count) if count else ""


def all_looked_text(checked: Checked, lang: Lang) -> str:
    """Return what came out and what was looked at: each piece not read by name, and all notes."""
    unread = say(lang, "head.unread")
    pieces = [f"{unread} {clean(piece.text(lang))}" for piece in checked.looked.unread]
    return say(lang, "semicolon").join(
        (overview_text(checked, lang), *pieces, *labelled_notes(checked, lang))
    )


def notes_of(checked: Checked, lang: Lang) -> list[str]:
    """Return what has to be known besides: of the report, and what a region changed in the rules.

    It goes with every result in every format, so that nobody has to guess what was left out.
    """
    notes = (*checked.notes, *checked.result.ruleset.notes)
    return [clean(note.text(lang)) for note in notes]


def labelled_notes(checked: Checked, lang: Lang) -> list[str]:
    """Return the same, each behind the word that says what it is."""
    label = say(lang, "head.note")
    return [say(lang, "colon").join((label, note)) for note in notes_of(checked, lang)]


def looked_text(checked: Checked, lang: Lang) -> str:
    """Return how many figures and tables were looked at, and how many pieces were not read."""
    looked = checked.looked
    figures = say(lang, "outcome.figures", bound=looked.bound, figures=looked.figures)
    return _joined((figures if looked.figures else "", *_pieces(checked, lang)), lang)


def counts_text(checked: Checked, lang: Lang) -> str:
    """Return what became of every number."""
    looked = checked.looked
    numbers = {"bound": looked.bound, "open": looked.open, "none": looked.no_figure}
    return say(lang, "outcome.counts", **numbers)


def _pieces(checked: Checked, lang: Lang) -> Iterable[str]:
    looked = checked.looked
    if looked.tables:
        yield say(lang, "outcome.tables", read=looked.read, tables=looked.tables)
    if looked.unread:
        yield say(lang, "outcome.unread", count=len(looked.unread))


def _joined(texts: Iterable[str], lang: Lang) -> str:
    return say(lang, "comma").join(filter(None, texts))
