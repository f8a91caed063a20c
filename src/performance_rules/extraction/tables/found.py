"""Tables as they are found in a document: with caption, unit, notes and continuations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.tables.grid import Row, Sheet, ordinal, titles
from performance_rules.extraction.tables.joining import AGAIN, CONTINUED, Found, goes_on, join
from performance_rules.extraction.tables.words import CAPTION, HEADER, SILENT, Meaning, TableWords
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.text.words import has_any

if TYPE_CHECKING:
    from performance_rules.readers.document import Document, Table
    from performance_rules.report.model import Paragraph

_NEAR: Final = 6
"""How many paragraphs above a table may be its caption, its unit, its makers."""

_LONGEST: Final = 60
_SENTENCE: Final = re.compile("[。；;：:，,！？]")
_MADE_BY: Final = re.compile(
    r"(?:编制|填报|公开)?(?:部门|单位)(?:名称)?(?:\(.*?\))?\s*:|(?:金额)?单位\s*:"
)
_FORM: Final = re.compile(r"\(?(?:公开|财决|预算公开)?\d{1,2}(?:-\d{1,2})?表\)?$")
_BRACKETS: Final = re.compile(r"\([^()]*\)?$")
_NUMBERED: Final = re.compile(r"表\d{1,2}")
_AMOUNT: Final = re.compile(r"([0-9][0-9,.]*)\s*(元|千元|万元|亿元)")
_BRACKETED: Final = re.compile(r"\((元|千元|万元|亿元)\)$")
_NOTED: Final = re.compile(
    r"(?:金额|计量)?单位(?:均)?(?:为|是|:)?(元|千元|万元|亿元)(?=[,，。;、)]|\Z)"
)
"""In a note below a table, the unit of its figures: 注：金额单位为万元。"""
_CLOSE: Final = 3
"""How many paragraphs above may share its unit."""

_BARE: Final = ("xls", "ods")
"""Formats whose readers do not tell how numbers are printed."""

_PREFIX: Final = re.compile(r"\s*(?:附表|附件|附|表)\s*[:：]\s*(?=\S)")
"""What stands before a caption and is no part of it: 附表：一般公共预算支出明细."""

_ANNOUNCED: Final = re.compile(r"如下:?\Z")
"""How a line ends that announces a table: 人员经费情况如下："""

_SHEET: Final = re.compile(r"^[A-Za-z]*[\d.\-_]*")
_OWN: Final = ("本", "我")


@fixed
class Caption:
    """A text that was recognised as the caption of a table.

    Attributes:
        text: as printed.
        meaning: what it says of every figure.
        id: which of the tables that must be published it is; empty for any other.
        why: what of it is not understood, so that the table is not read.
    """

    text: str
    meaning: Meaning = SILENT
    id: str = ""
    why: str = ""


def found_tables(
    document: Document, paragraphs: Sequence[Paragraph], words: TableWords, facts: Facts
) -> list[Found]:
    """Return the tables of a document in order, continuations joined to what they continue.

    Args:
        document: the document.
        paragraphs: its paragraphs, with the headings among them.
        words: the words of tables.
        facts: year and body of the document.
    """
    found: list[Found] = []
    headings: list[tuple[int, str]] = []
    at = 0
    for table in document.tables:
        above = []
        while at < len(paragraphs) and _start(paragraphs[at]) < table.start:
            one = paragraphs[at]
            if one.heading is not None and not one.contents:
                headings = [h for h in headings if h[0] < one.heading]
                headings.append((one.heading, one.text.strip()))
            above.append(one.text)
            at += 1
        if found:
            _below(found[-1], above, words, facts)
        new = _found(table, above, words, facts)
        new.bare = document.format in _BARE
        new.headings = tuple(text for _, text in headings)
        if found and goes_on(found[-1], new, above, words):
            join(found[-1], new, words)
            continue
        if found and not new.unit and _one_set(found[-1], new, above):
            new.unit = found[-1].unit
        found.append(new)
    if found:
        _below(found[-1], [p.text for p in paragraphs[at:]], words, facts)
    return found


def _below(found: Found, texts: Sequence[str], words: TableWords, facts: Facts) -> None:
    """Take notes, and a unit that no line above states, from the paragraphs below a table."""
    found.notes += notes_in(texts, found.meaning.place.account, words, facts)
    if texts and not found.unit:
        below = halved(texts[0]).strip(" ()")  # （单位：万元）
        stated = words.unit.match(below) or words.unit.match(below.removeprefix("金额"))
        found.unit = stated[1] if stated else ""
        noted = (text for text in texts[:_CLOSE] if plain_word(text).startswith(words.notes))
        said = [unit[1] for text in noted for unit in _NOTED.finditer(plain_word(text))]
        found.unit = found.unit or (said[0] if len(set(said)) == 1 else "")


def _start(paragraph: Paragraph) -> int:
    source = paragraph.source
    return (source.start or 0) if source is not None else 0


def _one_set(before: Found, new: Found, between: Sequence[str]) -> bool:
    """Whether two tables are numbered and nothing but captions stands between: one unit holds."""
    numbered = all(_NUMBERED.match(plain_word(table.caption)) for table in (before, new))
    return numbered and len(between) == 1


def notes_in(texts: Sequence[str], own: str, words: TableWords, facts: Facts) -> list[str]:
    """Return the notes among the texts right below a table.

    That funds are without figures is a note of their own table only.

    Args:
        texts: the paragraphs below it.
        own: the account of the table.
        words: the words of tables.
        facts: year and body of the document.
    """
    notes = []
    for text in texts[:_NEAR]:
        plain = plain_word(text)
        if caption_of(text, words, facts) is not None:
            break
        if plain.startswith(words.notes):
            notes.append(text)
        elif has_any(plain, words.empty):
            accounts, _ = words.mentioned(text)
            notes += [text] if own in accounts or not accounts else []
    return notes


def caption_of(text: str, words: TableWords, facts: Facts, *, near: bool = False) -> Caption | None:
    """Return the caption that a text is, or None.

    Args:
        text: as printed.
        words: the words of tables.
        facts: year and body of the document.
        near: whether it stands right above the table or inside it, so that it need not end in 表
            where every word of it is understood.
    """
    text = _PREFIX.sub("", text, count=1)
    made_by = _MADE_BY.search(halved(text))
    text = (text[: made_by.start()] if made_by else text).strip()
    plain = CONTINUED.sub("", plain_word(text))
    label = words.numbering.match(plain)
    if label is not None and label[0].endswith(":") and label.end() < len(plain):
        plain = plain[label.end() :]  # 附表：一般公共预算支出明细
    form = _FORM.search(plain)
    plain = plain[: form.start()] if form and form.start() else plain
    if "表" in plain and not plain.endswith("表"):
        plain = _BRACKETS.sub("", plain)
    is_table = plain.endswith("表")
    if len(plain) > _LONGEST or AGAIN.fullmatch(plain) or not (is_table or near):
        return None
    announced = not is_table and _ANNOUNCED.search(plain) is not None
    plain = ordinal(plain)[1] if is_table else ordinal(plain)[1].rstrip(":")
    ending = words.ending(plain, year=facts.year)
    if words.numbering.fullmatch(plain):
        return None  # 公开01表
    if not is_table and (ending is None or _SENTENCE.search(plain)):
        return None
    unknown = Caption(text, why=f"表名“{text}”认不出") if is_table or announced else None
    if ending is None or (is_table and not ending[0].table):
        return unknown if is_table else None
    meaning, before, understood = ending
    before = words.numbering.sub("", before, count=1)
    about = meaning.place != Meaning().place or meaning.both or bool(meaning.dimension)
    if has_any(plain, words.elsewhere):
        return Caption(text, why=f"表名“{text}”说的不是本单位全年的数")
    if (before and not before.endswith(words.bodies)) or meaning.dimension == "unknown":
        return unknown
    if not about and not is_table:
        return None
    if before and facts.entity.endswith(words.bodies) and _is_other(before, facts):
        return Caption(text, why=f"表名“{text}”说的是另一单位")
    return Caption(text, meaning, _id_of(understood, words))


def _is_other(name: str, facts: Facts) -> bool:
    return not name.startswith(_OWN) and facts.is_other(name)


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
    found = words.unit.search(halved(text)) or _BRACKETED.search(plain_word(text))
    return found[1] if found else ""


def _found(table: Table, above: Sequence[str], words: TableWords, facts: Facts) -> Found:
    sheet = Sheet(table.sheet, table.first_row, table.first_column) if table.sheet else None
    rows = [Row(table.number, cells, sheet) for cells in table.rows]
    top = titles(rows)
    inside = [row.first() for row in rows[:top] if row.first()]
    found = Found(
        rows[top:],
        number=table.number,
        page=table.pages[0] if table.pages else None,
        start=table.start,
        end=table.end,
        titles=tuple(rows[:top]),
    )
    near: list[str] = []
    for text in reversed(above[-_NEAR:]):
        if len(text) > _LONGEST or text.endswith("。"):
            break
        near.insert(0, text)
    sheet_name = [_SHEET.sub("", table.sheet)] if table.sheet else []
    found.near = (*sheet_name, *near)
    for lines in (inside, near, sheet_name):
        _told(found, lines, words, facts)
    titled = [text for text in near if not _is_silent(text, words)]
    for lines in (inside, titled[-1:], sheet_name):
        _told(found, lines, words, facts, near=True)
    for text in reversed(inside):
        read = words.read(text, HEADER, year=facts.year)
        read = read or words.read(text, CAPTION, year=facts.year)
        if read is not None:
            found.meaning = found.meaning.then(read)
    stated = (unit_in(text, words) for row in rows[:top] for text in row.texts() if text)
    found.unit = found.unit or next(filter(None, stated), "")
    found.unit = found.unit or _shared_unit(rows[top:], above[-_CLOSE:])
    found.above = next((text for text in reversed(above) if len(text) > _LONGEST), "")
    return found


def _shared_unit(rows: Sequence[Row], above: Sequence[str]) -> str:
    """Return the unit of the sentences right above a table, if they state a figure of it.

    Only one unit of theirs counts, and zero tells nothing.
    """
    said = [found for text in above for found in _AMOUNT.findall(halved(text))]
    units = {unit for _, unit in said}
    cells = {text.replace(",", "") for row in rows for text in row.texts()}
    numbers = {number.replace(",", "") for number, _ in said if set(number) & set("123456789")}
    return units.pop() if len(units) == 1 and cells & numbers else ""


def _is_silent(text: str, words: TableWords) -> bool:
    """Whether a line only says unit, maker or year of a table."""
    if _MADE_BY.search(halved(text)):
        return True
    read = words.read(text, CAPTION)
    return read is not None and evolve(read, distance=None, unit="") == SILENT


def _told(
    found: Found, texts: Sequence[str], words: TableWords, facts: Facts, *, near: bool = False
) -> None:
    """Take unit and caption from the lines above the figures, if they have them.

    A title may be cut over two lines: 某局“三公”经费预算, and below it 财政拨款情况表.
    """
    for at in range(len(texts) - 1, -1, -1):
        found.unit = found.unit or unit_in(texts[at], words)
        if found.caption:
            continue
        caption = _cut(texts, at, words, facts) or caption_of(texts[at], words, facts, near=near)
        if caption is not None:
            found.caption, found.id, found.why = caption.text, caption.id, caption.why
            found.meaning = caption.meaning.then(found.meaning)


def _cut(texts: Sequence[str], at: int, words: TableWords, facts: Facts) -> Caption | None:
    """Return the caption that a line makes with the one above it, where that one is no other."""
    above = texts[at - 1] if at else ""
    if not above or _SENTENCE.search(halved(above)) or ordinal(plain_word(above))[0]:
        return None
    if caption_of(above, words, facts) is not None:
        return None
    alone, both = (caption_of(text, words, facts) for text in (texts[at], above + texts[at]))
    if both is None or both.why or alone is None or both.meaning == alone.meaning:
        return None
    return both
