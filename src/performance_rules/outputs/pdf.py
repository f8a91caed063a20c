"""The sender's own PDF back, with the words highlighted that a finding rests on, and a note there.

Nothing else in it is changed: what is added stands behind the bytes of the file.  What stands
nowhere on its pages is told in one note at the head of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from attrs import frozen

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.outputs.boxes import Box, Boxes
from performance_rules.outputs.coverage import labelled_notes, outcome_text
from performance_rules.outputs.original import bytes_of, refused
from performance_rules.outputs.points import Point, note_of, points_of, short_note_of
from performance_rules.outputs.reviewitems import unverified_of

if TYPE_CHECKING:
    from pypdf import PageObject

AUTHOR: Final = "performance-rules"
_COLOURS: Final = {"error": "ffb3ad", "warning": "ffe08a", "hint": "c5e8c8", "review": "bcd6f7"}
_ICON: Final = 20
"""Width and height of the sign that stands for a note."""


@frozen
class Note:
    """Words to be highlighted, and what is to be said of them."""

    page: int
    boxes: tuple[Box, ...]
    severity: str
    text: str


def make(batch: Batch, lang: Lang) -> bytes:
    """Return the document of a batch of one, with highlights.

    Args:
        batch: the one report, read from a PDF.
        lang: the language of the notes.

    Raises:
        ModuleNotFoundError: if pypdf is not installed.
        PerformanceRulesError: if the file cannot be read again, is another one by now, is
            protected, or is damaged.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import Highlight, Text
    from pypdf.errors import PyPdfError
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    (one,) = batch.checked
    data = bytes_of(one)
    told, notes = _notes(one, Boxes(data), lang)
    try:
        if PdfReader(BytesIO(data)).is_encrypted:
            raise refused(
                one,
                "文件有加密保护，加不了批注；请先另存为不加密的 PDF",
                "it is encrypted, so nothing can be added: save it without protection first",
            )
        writer = PdfWriter(BytesIO(data), incremental=True)
        for note in notes:
            page = writer.pages[note.page - 1]
            corners = [_on(page, box) for box in note.boxes]
            points = [x for at in corners for x in _quad(at)]
            highlight = Highlight(
                rect=(
                    min(at[0] for at in corners),
                    min(at[1] for at in corners),
                    max(at[2] for at in corners),
                    max(at[3] for at in corners),
                ),
                quad_points=ArrayObject(map(FloatObject, points)),
                highlight_color=_COLOURS[note.severity],
            )
            highlight[NameObject("/Contents")] = TextStringObject(note.text)
            highlight[NameObject("/T")] = TextStringObject(AUTHOR)
            writer.add_annotation(note.page - 1, highlight)
        box = writer.pages[0].mediabox
        left, top = float(box.left), float(box.top)
        head = Text(rect=(left, top - _ICON, left + _ICON, top), text=told)
        head[NameObject("/T")] = TextStringObject(AUTHOR)
        writer.add_annotation(0, head)
        out = BytesIO()
        writer.write(out)
    except PyPdfError as wrong:
        raise refused(
            one, f"结构有损，加不了批注：{wrong}", f"it is damaged, nothing can be added: {wrong}"
        ) from None
    return out.getvalue()


def _notes(one: Checked, boxes: Boxes, lang: Lang) -> tuple[str, list[Note]]:
    """Return what is told at the head, and the notes at the words."""
    homeless: list[str] = []
    notes: list[Note] = []
    for part in one.parts:
        for point in points_of(part, lang):
            for found in _of_point(point, boxes, lang):
                if isinstance(found, Note):
                    notes.append(found)
                else:
                    homeless.append(found)
    told = [outcome_text(part, lang) for part in one.parts]
    told += dict.fromkeys(note for part in one.parts for note in labelled_notes(part, lang))
    told += [*homeless, *filter(None, (unverified_of(one.parts, lang),))]
    return "\n\n".join(told), notes


def _of_point(point: Point, boxes: Boxes, lang: Lang) -> Iterator[Note | str]:
    """Yield the notes of a point, and what of it stands nowhere."""
    for number, case in enumerate(point.cases):
        text = note_of(point, case, lang, first=not number)
        quotes = (*case.quotes, *case.item.near)
        places = [(q.where.page, found) for q in quotes if (found := boxes.find(q.where))]
        for at, (page, found) in enumerate(places):
            said = short_note_of(point, case.item, lang) if at else text
            yield Note(page or 1, tuple(found), point.severity, said)
        if not places:
            yield text


def _on(page: PageObject, box: Box) -> tuple[float, float, float, float]:
    """Return a box of a page as it is shown in the coordinates of the page as it is stored."""
    own = page.mediabox
    x0, y0, x1, y1 = (float(edge) for edge in (own.left, own.bottom, own.right, own.top))
    ends = [
        {
            90: (x1 - y, x + y0),
            180: (x1 - x, y1 - y),
            270: (y + x0, y1 - x),
        }.get(page.rotation % 360, (x + x0, y + y0))
        for x, y in ((box.left, box.bottom), (box.right, box.top))
    ]
    xs, ys = zip(*ends, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _quad(at: Sequence[float]) -> tuple[float, ...]:
    left, bottom, right, top = at
    return (left, top, right, top, left, bottom, right, bottom)
