"""Tables that a web page flattened into one line: captions, headers and figures without cells.

A row of a table with codes is ``code name n₁ n₂ …``.  Blank cells are gone, so unless a row has a
number for every column only the first one, the total, is known; the others are its parts, whichever
columns they stood in, and make it up.  Where two lanes were flattened a number belongs to the label
right before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import Factory, define, evolve, field

from performance_rules.extraction.drafts.draft import Draft, TableSeen
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.tables.binding import Binder, Identity
from performance_rules.extraction.tables.found import caption_of
from performance_rules.extraction.tables.grid import is_number
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.labels import FUNCTION, KINDS, MEMBERS, Label, LaneReader
from performance_rules.extraction.tables.words import HEADER, Meaning, TableWords
from performance_rules.extraction.tokens.normal import halved, plain_word

if TYPE_CHECKING:
    from performance_rules.readers.document import Document, Paragraph

_BEFORE: Final = 80
"""How far before the unit a caption may begin."""

_FEWEST: Final = 6
"""Numbers that make a line a table and not a heading with an example."""

_CAPTION: Final = re.compile(r"\S*表(?=\s)")
_CODE: Final = re.compile(r"\d{3}|\d{5}|\d{7}")
_IS_CODE: Final = Factory(lambda p: _CODE.fullmatch(p.text) is not None, takes_self=True)
_IS_NUMBER: Final = Factory(lambda p: is_number(p.text) and p.text != "无", takes_self=True)
_CLOSING: Final = ("年末", "年终")
_HELD: Final = ("基本支出结", "项目支出结")
_LOST: Final = "表格压成一行，空格不知在哪一列"


@fixed
class Piece:
    """A word or number of a flattened table, with the attributes of a cell.

    Attributes:
        is_code: whether it may be a classification code.
        is_number: whether it is a number.
    """

    text: str
    start: int
    end: int
    page: int | None = None
    row: int = 0
    column: int = 0
    is_code: bool = field(init=False, default=_IS_CODE)
    is_number: bool = field(init=False, default=_IS_NUMBER)


@define(eq=False)
class Line:
    """A row of a flattened table."""

    code: str = ""
    name: list[Piece] = field(factory=list)
    numbers: list[Piece] = field(factory=list)


def read_flattened(
    document: Document, draft: Draft, facts: Facts, words: TableWords
) -> Iterator[TableSeen]:
    """Read the flattened tables of a document into a draft; yield each that was seen."""
    for paragraph in document.paragraphs:
        if len(paragraph.text) > _BEFORE and words.unit.search(halved(paragraph.text)):
            for found, pieces in _tables(paragraph, document, words, facts):
                yield _read(found, pieces, Binder(draft, document.name, facts, words, found))


def _tables(
    paragraph: Paragraph, document: Document, words: TableWords, facts: Facts
) -> Iterator[tuple[Found, list[Piece]]]:
    """Yield the flattened tables of a paragraph: caption, unit, and the pieces after them."""
    text = paragraph.text
    heads: list[tuple[int, int, Found]] = []
    for unit in words.unit.finditer(halved(text)):
        begin = max(0, unit.start() - _BEFORE, heads[-1][1] if heads else 0)
        captions = [
            (found.start(), caption)
            for found in _CAPTION.finditer(text, begin, unit.start())
            if (caption := caption_of(found[0], words, facts)) is not None
        ]
        if captions:
            at, caption = captions[-1]
            found = Found(
                [],
                caption.text,
                caption.id,
                caption.meaning,
                caption.why,
                unit=unit[1],
                paragraph=paragraph.number,
                page=document.page_at(paragraph.start + at),
                start=paragraph.start + at,
            )
            heads.append((at, unit.end(), found))
    for i, (_, start, found) in enumerate(heads):
        end = heads[i + 1][0] if i + 1 < len(heads) else len(text)
        pieces = [
            Piece(m[0], paragraph.start + m.start(), paragraph.start + m.end(), found.page)
            for m in re.compile(r"\S+").finditer(text, start, end)
        ]
        enough = sum(piece.is_number for piece in pieces) >= _FEWEST
        if enough and any(True for _ in _figures(pieces)):
            found.end = paragraph.start + end
            yield found, pieces


def _read(found: Found, pieces: Sequence[Piece], binder: Binder) -> TableSeen:
    first = next(_figures(pieces))
    start = first - 1 if first else 0
    if start and pieces[start - 1].is_code:
        start -= 1
    header, names, why = _header(pieces[:start], binder)
    why = found.why or why
    place = found.meaning.place
    if not place.account and not place.item:
        place = evolve(place, account="all_funds")
    binder.context = evolve(found.meaning, place=place)
    if why:
        for piece in pieces[start:]:
            if piece.is_number:
                binder.unbound(piece.text, binder.source(piece, None), why)
    elif names > 1:
        _two_lanes(pieces[start:], header, binder)
    else:
        _coded(pieces[start:], header, binder)
    binder.close()
    codes = (piece for i, piece in enumerate(pieces) if _opens(pieces, i))
    binder.draft.codes_at += [(piece.start, piece.end) for piece in codes]
    empty = not any(piece.is_number and set(piece.text) - set("0.,") for piece in pieces[start:])
    return found.seen(empty=empty, unread=why)


def _figures(pieces: Sequence[Piece]) -> Iterator[int]:
    """Yield where numbers stand that are no code of a row."""
    return (i for i, piece in enumerate(pieces) if piece.is_number and not _opens(pieces, i))


def _opens(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a number is the code that opens a row: a name follows it."""
    return pieces[i].is_code and i + 1 < len(pieces) and not pieces[i + 1].is_number


def _header(pieces: Sequence[Piece], binder: Binder) -> tuple[list[Meaning], int, str]:
    """Return what the columns of figures mean, how many columns of names there are, or why not."""
    columns: list[Meaning] = []
    names = 0
    for piece in pieces:
        read = binder.words.read(piece.text, HEADER, year=binder.facts.year)
        if read is None:
            return [], 0, f"表头“{piece.text}”认不出"
        names += read.role == "name" and plain_word(piece.text).startswith("项目")
        if not read.role:
            columns.append(read)
    if names > 1:
        # The words above the lanes are no columns: 收入 支出 项目 决算数 项目 决算数.
        columns = [column for column in columns if column.stage]
        stages = {column.stage for column in columns}
        return columns[:1], names, "" if len(stages) == 1 else "一侧有几列数字"
    return columns, names, "" if columns else "没有读得懂的数字列"


def _coded(pieces: Sequence[Piece], header: Sequence[Meaning], binder: Binder) -> None:
    """Read rows of one lane: a code where there is one, a name, and numbers."""
    reader = LaneReader(binder.words, binder.context.place.item, FUNCTION, binder.facts.year)
    divided = _is_divided(header)
    for line in _lines(pieces):
        label = reader.read("".join(piece.text for piece in line.name), line.code)
        for at, piece in enumerate(line.numbers):
            if len(line.numbers) == len(header):
                identity = binder.identity(header[at], label)
            elif len(line.numbers) < len(header) and _is_total(header[0]) and (divided or not at):
                identity = binder.identity(header[0], label)
            else:
                identity = Identity(why=_LOST)
            if at and not identity.why and len(line.numbers) < len(header):
                part = Step(MEMBERS, f"本行第{at + 1}个数")
                identity = Identity(identity.place.down(part), identity.column, unit=identity.unit)
            binder.say(piece, identity, None)


def _is_total(column: Meaning) -> bool:
    return column.total == "sum" and not column.place.steps


def _is_divided(header: Sequence[Meaning]) -> bool:
    """Whether the columns behind the first one are its parts, and none is one of another."""
    return not any(column.total or column.part or column.role for column in header[1:])


def _lines(pieces: Sequence[Piece]) -> Iterator[Line]:
    line = Line()
    for i, piece in enumerate(pieces):
        number = piece.is_number and not _opens(pieces, i)
        if number:
            line.numbers.append(piece)
            continue
        if line.numbers:
            yield line
            line = Line()
        if piece.is_code and not line.name:
            line.code = piece.text
        else:
            line.name.append(piece)
    if line.numbers:
        yield line


def _two_lanes(pieces: Sequence[Piece], header: Sequence[Meaning], binder: Binder) -> None:
    """Read labels of two lanes: a number belongs to the label right before it."""
    reader = LaneReader(binder.words, binder.context.place.item, FUNCTION, binder.facts.year)
    reader.balances = "part" if _in_order(pieces) else ""
    label = Label(why="前面没有项目名称")
    for piece in pieces:
        if piece.is_number:
            binder.say(piece, _lane_identity(label, header[0], binder), None)
            label = Label(why="前面没有项目名称")
        else:
            label = reader.read(piece.text)


def _in_order(pieces: Sequence[Piece]) -> bool:
    """Whether the parts of what was carried in stand before what is carried on, and not among it.

    Each lane has them; where the rows were mixed they cannot be told apart.
    """
    names = [plain_word(piece.text) for piece in pieces if not piece.is_number]
    last = next((i for i, name in enumerate(names) if name.startswith(_CLOSING)), len(names))
    parts = [name for name in names if name.startswith(_HELD)]
    before = [name for name in names[:last] if name.startswith(_HELD)]
    return len(set(parts)) == len(before) == len(parts) - len(before)


def _lane_identity(label: Label, column: Meaning, binder: Binder) -> Identity:
    """Return the identity of a figure whose lane only its label tells."""
    place: Place = label.place
    if any(step.dimension in KINDS for step in place.steps):
        side = "expenditure"
    else:
        side = "income" if place.account and not place.side else ""
    return binder.identity(column, label, side=side)
