"""Tables as they are found in a document: with caption, unit, notes and continuations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from performance_rules.extraction.normal import halved, plain_word
from performance_rules.extraction.tables.grid import Row, ordinal, titles
from performance_rules.extraction.tables.joining import AGAIN, CONTINUED, Found, goes_on, join
from performance_rules.extraction.tables.words import CAPTION, HEADER, Meaning, TableWords

if TYPE_CHECKING:
    from performance_rules.readers.document import Document, Paragraph, Table

_NEAR: Final = 6
"""How many paragraphs above a table may be its caption, its unit, its makers."""

_LONGEST: Final = 60
_SENTENCE: Final = ("。", ";", ":")
_MADE_BY: Final = re.compile(
    r"(?:编制|填报|公开)?(?:部门|单位)(?:名称)?(?:\(.*?\))?\s*:|(?:金额)?单位\s*:"
)
_FORM: Final = re.compile(r"\(?(?:公开|财决|预算公开)?\d{1,2}(?:-\d{1,2})?表\)?$")
_SHEET: Final = re.compile(r"^[A-Za-z]*[\d.\-_]*")


@frozen
class Caption:
    """A text that was recognised as the caption of a table."""

    text: str
    meaning: Meaning
    id: str = ""
    unknown: bool = False


def found_tables(document: Document, words: TableWords, year: int | None) -> list[Found]:
    """Return the tables of a document in order, continuations joined to what they continue."""
    found: list[Found] = []
    heading = ""
    paragraphs, at = document.paragraphs, 0
    for table in document.tables:
        above = []
        while at < len(paragraphs) and paragraphs[at].start < table.start:
            above.append(paragraphs[at])
            at += 1
        if found:
            found[-1].notes += notes_in([p.text for p in above], words, year)
        heading = next((p.text for p in reversed(above) if _is_heading(p.text)), heading)
        one = _found(table, above, words, year)
        one.heading = heading
        between = [p.text for p in above]
        if found and goes_on(found[-1], one, between, words):
            join(found[-1], one, words)
        else:
            found.append(one)
    if found:
        found[-1].notes += notes_in([p.text for p in paragraphs[at:]], words, year)
    return found


def _is_heading(text: str) -> bool:
    """Whether a paragraph is a numbered heading and not a numbered sentence."""
    plain = plain_word(text)
    sentence = plain.endswith(_SENTENCE) or "，" in plain or "," in plain
    return len(plain) <= _LONGEST and not sentence and ordinal(plain)[0] > 0


def notes_in(texts: Sequence[str], words: TableWords, year: int | None) -> list[str]:
    """Return the notes among the texts right below a table."""
    notes = []
    for text in texts[:_NEAR]:
        plain = plain_word(text)
        if caption_of(text, words, year) is not None:
            break
        if plain.startswith(words.notes) or any(word in plain for word in words.empty):
            notes.append(text)
    return notes


def caption_of(text: str, words: TableWords, year: int | None) -> Caption | None:
    """Return the caption that a text is, or None."""
    made_by = _MADE_BY.search(halved(text))
    text = (text[: made_by.start()] if made_by else text).strip()
    plain = CONTINUED.sub("", plain_word(text))
    form = _FORM.search(plain)
    plain = plain[: form.start()] if form and form.start() else plain
    if not plain.endswith("表") or len(plain) > _LONGEST or AGAIN.fullmatch(plain):
        return None
    ending = words.ending(plain, year=year)
    if words.numbering.fullmatch(plain):
        return None  # 公开01表
    if ending is None or not ending[0].table:
        return Caption(text, Meaning(), unknown=True)
    meaning, before, understood = ending
    known = not before or words.numbering.fullmatch(before) or before.endswith(words.bodies)
    about = meaning.place != Meaning().place or meaning.both
    named = _id_of(understood, words)
    if not known or not about or meaning.dimension == "unknown":
        return Caption(text, Meaning(), unknown=True)
    return Caption(text, meaning, named)


def _id_of(caption: str, words: TableWords) -> str:
    """Return which published table a caption names; words that mean something make it another."""
    for name, id_ in words.tables:
        if caption.endswith(name):
            rest = words.read(caption[: -len(name)], CAPTION)
            if rest == Meaning():
                return id_
    return ""


def unit_in(text: str, words: TableWords) -> str:
    """Return the unit of amounts that a text states, empty if it states none."""
    found = words.unit.search(halved(text))
    return found[1] if found else ""


def _found(table: Table, above: Sequence[Paragraph], words: TableWords, year: int | None) -> Found:
    rows = [Row(table.number, cells) for cells in table.rows]
    top = titles(rows)
    inside = [next(text for text in row.texts() if text) for row in rows[:top] if any(row.texts())]
    found = Found(
        rows[top:],
        number=table.number,
        page=table.pages[0] if table.pages else None,
        start=table.start,
        end=table.end,
    )
    for text in reversed(inside):
        _told(found, text, words, year)
        read = words.read(text, HEADER, year=year) or words.read(text, CAPTION, year=year)
        if read is not None:
            found.meaning = found.meaning.then(read)
    for paragraph in reversed(above[-_NEAR:]):
        _told(found, paragraph.text, words, year)
        if found.caption or len(paragraph.text) > _LONGEST or paragraph.text.endswith("。"):
            break
    if not found.caption and table.sheet:
        _told(found, _SHEET.sub("", table.sheet), words, year)
    return found


def _told(found: Found, text: str, words: TableWords, year: int | None) -> None:
    """Take unit and caption from a text above the figures, if it has them."""
    found.unit = found.unit or unit_in(text, words)
    caption = None if found.caption else caption_of(text, words, year)
    if caption is not None:
        found.caption, found.id, found.unknown = caption.text, caption.id, caption.unknown
        found.meaning = caption.meaning.then(found.meaning)
