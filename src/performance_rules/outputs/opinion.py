"""An opinion: the letter that goes back to the sender with what is to be verified and explained.

One part for each report: whom it is for, the points by number (where, the words, what is wrong,
what it rests on, what to do), what was looked at, and lines to sign.  Whoever signs it decides;
its wording asks and accuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Final

from performance_rules.errors import Lang, Message
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.outputs.citing import name_text
from performance_rules.outputs.coverage import counts_text, labelled_notes
from performance_rules.outputs.points import Point, below_of, points_of, title_of, twins_of
from performance_rules.outputs.reviewitems import file_name, unverified_of
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import say

if TYPE_CHECKING:
    from docx.document import Document

_FONT: Final = "FangSong"
_HEADS: Final = "SimHei"
_ORDINALS: Final = "一二三四五六七八九十"


def make(batch: Batch, lang: Lang) -> bytes:
    """Return the opinion on the reports of a batch, as a Word file.

    Args:
        batch: the reports that were checked; those that could not be read are named at the end.
        lang: the language of the letter.

    Raises:
        ModuleNotFoundError: if python-docx is not installed.
    """
    import docx
    from docx.enum.text import WD_BREAK

    document = docx.Document()
    _set_up(document)
    parts = [part for one in batch.checked for part in one.parts]
    for number, part in enumerate(parts):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _letter(document, part, batch, lang)
    for lost in batch.unreadable:
        why = say(lang, "semicolon").join(problem.text(lang) for problem in lost.problems)
        name = file_name(lost.source, batch, lang)
        document.add_paragraph(clean(say(lang, "opinion.unreadable", file=name, why=why)))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Document) -> None:
    """Give the letter A4 paper and the fonts of Chinese official writing."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for name, font, size in (
        ("Normal", _FONT, 14),
        ("Title", _HEADS, 20),
        ("Heading 1", _HEADS, 15),
        ("Heading 2", _FONT, 14),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = "Times New Roman", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)


def _letter(document: Document, part: Checked, batch: Batch, lang: Lang) -> None:
    report = part.result.report
    kind = say(lang, f"kind.{report.kind}") if report.kind else say(lang, "opinion.report")
    year = say(lang, "opinion.year", year=report.year) if report.year is not None else ""
    named = {"year": year, "kind": kind, "file": file_name(part.source, batch, lang)}
    document.add_paragraph(say(lang, "opinion.title", **named).strip(), style="Title")
    document.add_paragraph(
        (name_text(report.entity or "", lang) or say(lang, "opinion.somebody"))
        + say(lang, "colon").rstrip()
    )
    points = points_of(part, lang)
    opening = "opinion.unchecked" if part.state == "unchecked" else "opinion.opening"
    document.add_paragraph(
        say(lang, opening if points or part.state == "unchecked" else "opinion.clean", **named)
    )
    for number, (severity, grave) in enumerate(groupby(points, lambda point: point.severity)):
        document.add_paragraph(_heading(number, f"opinion.{severity}", lang), style="Heading 1")
        for at, point in enumerate(grave, 1):
            document.add_paragraph(f"{at}. {title_of(point, lang)}", style="Heading 2")
            for line in _point(point, lang):
                document.add_paragraph(line)
    document.add_paragraph(
        say(lang, "opinion.looked", counts=counts_text(part, lang), rules=_rules(part))
    )
    for note in labelled_notes(part, lang):
        document.add_paragraph(note)
    if text := unverified_of((part,), lang):
        document.add_paragraph(text)
    for key in ("opinion.signed", "opinion.date"):
        document.add_paragraph(say(lang, key))


def _rules(part: Checked) -> str:
    """Return by which rules it was checked: their id and version."""
    ruleset = part.result.ruleset
    return f"{ruleset.id} {ruleset.version}"


def _heading(number: int, key: str, lang: Lang) -> str:
    return Message(f"{_ORDINALS[number]}、", "").text(lang) + say(lang, key)


def _point(point: Point, lang: Lang) -> Iterator[str]:
    """Yield the lines of one point: each of its findings, then what it rests on and what to do."""
    several = len(point.cases) > 1
    for number, case in enumerate(point.cases, 1):
        item = case.item
        mark = say(lang, "opinion.number", number=number) if several else ""
        quotes = [say(lang, "quoted", text=one.text) for one in item.quotes]
        places = [one.place for one in item.quotes if one.place]
        lines = (
            ("finding.place", tuple(dict.fromkeys(places or item.places))),
            ("finding.quotes", quotes),
            ("opinion.matter", (item.message,)),
            ("finding.sum", item.sums),
            ("finding.likely", tuple(filter(None, (item.likely,)))),
            ("finding.consequences", below_of(case, lang)),
            ("finding.twins", twins_of(case, lang)),
        )
        told = [_line(key, texts, lang) for key, texts in lines if texts]
        yield mark + told[0]
        yield from told[1:]
    for key, texts in (("finding.law", point.laws), ("opinion.advice", point.advice)):
        if texts:
            yield _line(key, texts, lang)


def _line(key: str, texts: Sequence[str], lang: Lang) -> str:
    joined = say(lang, "semicolon").join(texts)
    return say(lang, "colon").join((say(lang, key).strip(), joined))
