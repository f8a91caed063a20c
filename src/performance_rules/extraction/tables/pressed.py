"""Small tables of things that a page pressed into a line of prose.

情况如下：单位 编制数 甲所 5 乙所 7: no caption and no unit tells them, but the words do by their
number: a header of as many words as each row has words and numbers, and rows of one form behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.cells import MONEY_UNITS
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.model import Source
from performance_rules.values.quantity import Amount, Count

if TYPE_CHECKING:
    from performance_rules.readers.document import Document

_BELOW: Final = re.compile(r"(?:下表|如下)\s?[:：]\s*(?=\S)")
_PIECE: Final = re.compile(r"\S+")
_NUMBER: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_UNIT: Final = re.compile(r"\((元|千元|万元|亿元)\)")
_COUNTED: Final = ("数", "额", "量", "人", "元", "率")
"""What a name of a column of numbers ends with."""
_PLACES: Final = ("省", "市", "州", "盟", "县", "区", "旗", "乡", "镇")
_WIDEST: Final = 6
_MOST: Final = 400
_LONGEST: Final = 24


@fixed
class _Piece:
    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is a number and nothing else."""
        return _NUMBER.fullmatch(halved(self.text)) is not None


def read_pressed(document: Document, draft: Draft) -> None:
    """Say the numbers of small tables in running text as matters in a draft.

    Args:
        document: the document.
        draft: where they are said.
    """
    for paragraph in document.paragraphs:
        until = 0
        for found in _BELOW.finditer(paragraph.text):
            if found.end() < until:
                continue
            pieces: list[_Piece] = []
            for piece in _PIECE.finditer(paragraph.text, found.end()):
                if len(piece[0]) > _LONGEST or len(pieces) == _MOST:
                    break
                pieces.append(_Piece(piece[0], piece.start(), piece.end()))
            header, rows = _table(pieces)
            for row in rows:
                until = row[-1].end
                _say(header, row, paragraph.number, paragraph.start, document.name, draft)


def _table(pieces: Sequence[_Piece]) -> tuple[Sequence[_Piece], Sequence[Sequence[_Piece]]]:
    """Return the header and the rows that pieces begin with; no rows if they are no table.

    Words and numbers up to the end of the first row are the header and that row, so their number
    tells how many of them are words of each.
    """
    first = next((i for i, piece in enumerate(pieces) if piece.is_number), 0)
    behind = next((i for i, p in enumerate(pieces) if i > first and not p.is_number), len(pieces))
    numbers = behind - first
    words, odd = divmod(first - numbers, 2)
    width = words + numbers
    if odd:
        return _cut(pieces, first, numbers)
    if words < 1 or width > _WIDEST or not first:
        return (), ()
    rows = list(_rows(pieces[width:], words, width))
    return (pieces[:width], rows) if rows else ((), ())


def _cut(
    pieces: Sequence[_Piece], first: int, numbers: int
) -> tuple[Sequence[_Piece], Sequence[Sequence[_Piece]]]:
    """Return header and first row where a blank cuts its name behind a place: 甲县 人大常委会 5.

    The header ends with as many names of numbers as the row has numbers; what the row has too many
    words is the rest of its name.
    """
    heads = [i for i in range(first) if pieces[i].text.endswith(_COUNTED)]
    width = heads[-1] + 1 if heads else 0
    words = width - numbers
    if len(heads) != numbers or words < 1 or width > _WIDEST or first - width <= words:
        return (), ()
    name = pieces[width : first - words + 1]
    if not name[0].text.endswith(_PLACES):
        return (), ()
    whole = _Piece("".join(piece.text for piece in name), name[0].start, name[-1].end)
    return (pieces[:width], [[whole, *pieces[first - words + 1 : first + numbers]]])


def _rows(pieces: Sequence[_Piece], words: int, width: int) -> Iterator[Sequence[_Piece]]:
    for at in range(0, len(pieces) - width + 1, width):
        row = pieces[at : at + width]
        if any(piece.is_number != (i >= words) for i, piece in enumerate(row)):
            return
        yield row


def _say(
    header: Sequence[_Piece],
    row: Sequence[_Piece],
    paragraph: int,
    offset: int,
    document: str,
    draft: Draft,
) -> None:
    """Say the numbers of a row, each of the thing that the row names, by its header."""
    for head, piece in zip(header, row, strict=True):
        if not piece.is_number:
            continue
        name, unit = plain_word(head.text), _UNIT.search(plain_word(head.text))
        place = Place(matter=name, apart=offset + header[0].start + 1)
        whole = place.line(draft)
        whole.leave_open("members")
        start, end = offset + piece.start, offset + piece.end
        source = Source(document, paragraph=paragraph, start=start, end=end, quote=piece.text)
        part = Step("members", row[0].text).of(whole)
        if unit is not None and unit[1] in MONEY_UNITS:
            part.say("final", Amount.parse(halved(piece.text), unit[1]), source)
        else:
            part.say("actual", Count.parse(halved(piece.text)), source)
        draft.bound_at.append((start, end))
