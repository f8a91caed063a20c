"""The sender's own document back, with a comment at the very words that a finding rests on.

Nothing else in it is changed.  What a finding says stands in full at the first words it quotes, in
short at the others.  What is missing is told where it should stand, and what stands nowhere in one
comment at the beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.outputs.coverage import labelled_notes, outcome_text
from performance_rules.outputs.original import bytes_of
from performance_rules.outputs.points import Point, note_of, points_of, short_note_of
from performance_rules.outputs.quoting import Quote
from performance_rules.outputs.reviewitems import ReviewItem, unverified_of

if TYPE_CHECKING:
    from docx.document import Document

    from performance_rules.outputs.anchoring import Anchors, WordSpan

AUTHOR: Final = "performance-rules"
_INITIALS: Final = "核"
_WORDS: Final = re.compile("“([^”]{6,})”")


def make(batch: Batch, lang: Lang) -> bytes:
    """Return the document of a batch of one, with comments.

    Args:
        batch: the one report, read from a docx file.
        lang: the language of the comments.

    Raises:
        ModuleNotFoundError: if python-docx is not installed.
        PerformanceRulesError: if the file cannot be read again, or is another one by now.
    """
    import docx

    from performance_rules.outputs.anchoring import anchors_of

    (one,) = batch.checked
    document = docx.Document(BytesIO(bytes_of(one)))
    anchors = anchors_of(document)
    homeless: list[str] = []
    for part in one.parts:
        for point in points_of(part, lang):
            homeless += _place(document, anchors, part, point, lang)
    told = [outcome_text(part, lang) for part in one.parts]
    told += dict.fromkeys(note for part in one.parts for note in labelled_notes(part, lang))
    told += homeless
    told += filter(None, (unverified_of(one.parts, lang),))
    _comment(document, anchors.head(), "\n\n".join(told))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _place(
    document: Document, anchors: Anchors, part: Checked, point: Point, lang: Lang
) -> Iterator[str]:
    """Comment the words of a point; yield what stands nowhere.

    What it rests on and what to do is told once, in the first of its comments.
    """
    for number, case in enumerate(point.cases):
        item = case.item
        places = [place for quote in case.quotes if (place := _find(anchors, part, quote))]
        places = places or _named(anchors, item)
        places = places or _near(anchors, part, item)
        text = note_of(point, case, lang, first=not number)
        for at, place in enumerate(places):
            _comment(document, place, short_note_of(point, item, lang) if at else text)
        if not places:
            yield text


def _find(anchors: Anchors, part: Checked, quote: Quote) -> WordSpan | None:
    """Return where in the document a quotation stands; None where that is not certain."""
    where = quote.where
    if where.elsewhere:
        return None
    if where.table is not None:
        known = anchors.tables == part.looked.tables  # else tables were counted otherwise
        return anchors.in_table(where.table if known else None, where.quote)
    start = where.start
    passages = [one for one in part.text if start is not None and one.start <= start]
    if not passages:
        return anchors.only(where.quote)
    home = passages[-1]
    again = sum(one.text == home.text for one in passages)
    return anchors.in_passage(home.text, again, where.quote) or anchors.only(where.quote)


def _named(anchors: Anchors, item: ReviewItem) -> list[WordSpan]:
    """Return the words that a message gives in quotation marks, where they stand once."""
    words = (said[1] for said in _WORDS.finditer(item.message))
    return [place for said in words if (place := anchors.only(said))][:1]


def _near(anchors: Anchors, part: Checked, item: ReviewItem) -> list[WordSpan]:
    """Return where something missing should stand; what belongs at the head is told there."""
    found = (_find(anchors, part, quote) for quote in item.near)
    return [one for one in found if one is not None and one.words is not anchors.words[0]][:1]


def _comment(document: Document, span: WordSpan, text: str) -> None:
    first, last = span.runs()
    document.add_comment((first, last), text=text, author=AUTHOR, initials=_INITIALS)
