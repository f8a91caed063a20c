"""Where words stand in a Word document: the runs that hold them, cut so that they hold no more."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen
from docx.oxml.ns import qn
from docx.text.run import Run

if TYPE_CHECKING:
    from docx.document import Document

_P: Final = qn("w:p")
_T: Final = qn("w:t")
_R: Final = qn("w:r")
_TBL: Final = qn("w:tbl")
_PROPERTIES: Final = qn("w:rPr")
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@frozen(eq=False)
class ParagraphWords:
    """The words of a paragraph without blanks, and where each character stands.

    Attributes:
        text: the words.
        at: for each character the text element that holds it, and its number there.
        table: the outermost table that holds the paragraph, from 1; None outside.
    """

    text: str
    at: tuple[tuple[Any, int], ...]
    table: int | None


@frozen(eq=False)
class WordSpan:
    """Words of one paragraph, from one character to another."""

    words: ParagraphWords
    begin: int
    end: int

    def runs(self) -> tuple[Run, Run]:
        """Return the first and the last run of the words; runs that hold more are cut."""
        last, stop = self.words.at[self.end - 1]
        first, start = self.words.at[self.begin]
        _cut(last, stop + 1)
        right = _cut(first, start) if start else first
        if last is first:
            last = right
        return _run(right), _run(last)


@frozen(eq=False)
class Anchors:
    """The paragraphs of a document, those in tables too, in its order.

    Attributes:
        words: the paragraphs that have words.
        tables: how many tables stand in no other one.
    """

    words: tuple[ParagraphWords, ...]
    tables: int

    def in_passage(self, passage: str, again: int, quote: str) -> WordSpan | None:
        """Return a quotation in a paragraph; of paragraphs that say the same in the n-th one."""
        said, wanted = _plain(passage), _plain(quote)
        same = [one for one in self.words if one.text == said]
        if not wanted or len(same) < again:
            return None
        home = same[again - 1]
        begin = home.text.find(wanted)
        return WordSpan(home, begin, begin + len(wanted)) if begin >= 0 else None

    def in_table(self, table: int | None, quote: str) -> WordSpan | None:
        """Return the one cell that holds just a quotation: of a table, or of all of them."""
        wanted = _plain(quote)
        cells = [w for w in self.words if w.table and (table is None or w.table == table)]
        found = [w for w in cells if wanted and w.text == wanted]
        return WordSpan(found[0], 0, len(wanted)) if len(found) == 1 else None

    def only(self, quote: str) -> WordSpan | None:
        """Return a quotation that stands in one place of the document alone."""
        wanted = _plain(quote)
        found = [one for one in self.words if wanted and wanted in one.text]
        if len(found) != 1 or found[0].text.count(wanted) != 1:
            return None
        begin = found[0].text.find(wanted)
        return WordSpan(found[0], begin, begin + len(wanted))

    def head(self) -> WordSpan:
        """Return the first words of the document."""
        first = self.words[0]
        return WordSpan(first, 0, len(first.text))


def anchors_of(document: Document) -> Anchors:
    """Return the paragraphs of a document that have words; one with a blank if it has none."""
    every = list(_paragraphs(document))
    tables = len({one.table for one in every if one.table})
    found = [one for one in every if one.text]
    if not found:
        added = document.add_paragraph().add_run("\u3000")
        element = next(added.element.iter(_T))
        found = [ParagraphWords("\u3000", ((element, 0),), None)]
    return Anchors(tuple(found), tables)


def _paragraphs(document: Document) -> Iterator[ParagraphWords]:
    body = document.element.body
    tables: dict[Any, int] = {}
    for paragraph in body.iter(_P):
        above = list(paragraph.iterancestors())
        if any(one.tag == _FALLBACK for one in above):
            continue  # the same text box, for programs that cannot show it
        outer = [one for one in above if one.tag == _TBL]
        table = tables.setdefault(outer[-1], len(tables) + 1) if outer else None
        own = [t for t in paragraph.iter(_T) if next(t.iterancestors(_P)) is paragraph]
        at = [(t, i) for t in own for i, char in enumerate(t.text or "") if not char.isspace()]
        text = "".join((t.text or "")[i] for t, i in at)
        yield ParagraphWords(text, tuple(at), table)


def _plain(text: str) -> str:
    return "".join(text.split())


def _cut(element: Any, at: int) -> Any:
    """Cut the run of a text element before a character; return the element that begins there.

    A run that holds more than one text is left whole.
    """
    run, text = element.getparent(), element.text
    held = [child for child in run if child.tag != _PROPERTIES]
    if at >= len(text) or len(held) != 1 or run.tag != _R:
        return element
    other = deepcopy(run)
    element.text = text[:at]
    right = next(other.iter(_T))
    right.text = text[at:]
    for one in (element, right):
        one.set(_SPACE, "preserve")
    run.addnext(other)
    return right


def _run(element: Any) -> Run:
    return Run(element.getparent(), None)  # type: ignore[arg-type]
