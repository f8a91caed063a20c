"""Documents that hold two reports: the accounts of one year and the budget of another.

Such a notice is read as two documents, each with its own kind and year.  It is divided at headings
that name kind and year, and at nothing else; where it cannot be divided, that is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.errors import Message
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.head.reading import Head
from performance_rules.extraction.head.titles import Title, read_title, unnumbered
from performance_rules.extraction.head.words import HeadWords, shipped_heads
from performance_rules.extraction.head.years import title_years
from performance_rules.extraction.outline.contents import contents_of
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.readers.document import Block, Document, Paragraph, Table

MIXED: Final = Message(
    "本文并列两个年度的决算和预算，分不出各在哪里，按 {year} 年度决算读，另一年度的数没有查",
    "the document holds accounts and a budget of two years that cannot be told apart; it is read "
    "as accounts of {year}, and the figures of the other year have no place",
)

_LEVELS: Final = (
    re.compile(r"第[一二三四五六七八九十]+(?:部分|章)"),
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"\([一二三四五六七八九十]+\)"),
    re.compile(r"\d{1,2}[.、]"),
)
_ENDS: Final = re.compile(r"[。:：;；，,]")
_LONGEST: Final = 40
_FIGURE: Final = re.compile(r"\d(?:[\d,.]*\d)?\s*(?:亿|万|千)?元")
_SINGLE: Final = ("self_evaluation", "project_evaluation", "summary", "notice")
"""Kinds that speak of other years without being two reports."""


@fixed
class _Opening:
    """A heading that names kind and year.

    Attributes:
        at: the number of its block.
        level: how deep it is; 0 without a marker.
    """

    at: int
    level: int
    title: Title
    printed: str

    @property
    def about(self) -> tuple[str | None, int | None]:
        """The kind whose columns its figures are in, and the year."""
        return self.title.columns, self.title.year


def parts_of(
    document: Document, head: Head, words: HeadWords | None = None
) -> tuple[tuple[Document, Head], ...]:
    """Return the reports that a document holds, each with its head; one where it holds one.

    Args:
        document: the document.
        head: its head.
        words: the words of heads; the shipped ones by default.
    """
    words = words or shipped_heads()
    title = read_title(head.title or "", words)
    if head.kind in _SINGLE:
        return ((document, head),)
    cuts = _cuts(_openings(document, words), title)
    divided = _divided(document, cuts) if cuts else []
    if len(divided) > 1:
        return tuple((part, _head(head, cut)) for part, cut in divided)
    if not title.two_years:
        return ((document, head),)
    note = Message(MIXED.zh.format(year=head.year), MIXED.en.format(year=head.year))
    return ((evolve(document, notes=(*document.notes, note)), evolve(head, kind=None)),)


def _openings(document: Document, words: HeadWords) -> list[_Opening]:
    """Return the headings of a document that name one kind and one year."""
    texts = [p.text for p in document.paragraphs]
    entries = {id(document.paragraphs[i]) for i in contents_of(texts)}
    found = []
    for at, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or id(block) in entries:
            continue
        plain = plain_word(block.text)
        level = next((i for i, m in enumerate(_LEVELS, 1) if m.match(plain)), 0)
        line = unnumbered(plain)
        stop = _ENDS.search(line)
        line = line[: stop.start()] if stop and level else line
        if len(line) > _LONGEST or (stop and not level) or not title_years(line):
            continue
        title = read_title(line, words)
        if title.columns and not title.evaluation and len(set(title.years)) == 1:
            printed = block.text.strip()[: _LONGEST + 4]
            found.append(_Opening(at, level, title, _ENDS.split(printed)[0]))
    return found


def _cuts(openings: Sequence[_Opening], title: Title) -> list[_Opening]:
    """Return the headings to divide a document at: those of one level, of both kinds and years."""
    fixed = title.kind is not None and not title.two_years
    for level in range(1 if fixed else len(_LEVELS) + 1):
        here = [opening for opening in openings if opening.level == level]
        if level == 0:
            here = [opening for opening in here if opening.title.kind]
        columns = {opening.title.columns for opening in here}
        years = {opening.title.year for opening in here}
        pairs = {opening.about for opening in here}
        if len(columns) == len(years) == len(pairs) == 2:
            return [o for i, o in enumerate(here) if i == 0 or o.about != here[i - 1].about]
    return []


def _divided(document: Document, cuts: Sequence[_Opening]) -> list[tuple[Document, _Opening]]:
    """Return what stands from each heading to the next, of one kind together.

    A part without a single amount is none: a link to another year's page.
    """
    ends = [cut.at for cut in cuts[1:]] + [len(document.blocks)]
    blocks: dict[tuple[str | None, int | None], list[Block]] = {}
    first: dict[tuple[str | None, int | None], _Opening] = {}
    for i, (cut, end) in enumerate(zip(cuts, ends, strict=True)):
        own = document.blocks[cut.at if i else 0 : end]
        blocks.setdefault(cut.about, []).extend(own)
        first.setdefault(cut.about, cut)
    if not all(map(_has_figures, blocks.values())):
        return []
    return [
        (_part(document, some, document.notes if i == 0 else ()), first[about])
        for i, (about, some) in enumerate(blocks.items())
    ]


def _part(document: Document, blocks: Sequence[Block], notes: tuple[Message, ...]) -> Document:
    """Return a document of some blocks; in its text the others are blank, so that places hold."""
    text = [" "] * len(document.text)
    for block in blocks:
        text[block.start : block.end] = document.text[block.start : block.end]
    return evolve(document, text="".join(text), blocks=tuple(blocks), notes=notes)


def _has_figures(blocks: Sequence[Block]) -> bool:
    return any(isinstance(b, Table) or _FIGURE.search(plain_word(b.text)) for b in blocks)


def _head(head: Head, cut: _Opening) -> Head:
    title = cut.title
    return evolve(
        head,
        kind=title.kind,
        year=title.year,
        entity=head.entity or title.names.entity,
        columns=title.columns,
        part=unnumbered(cut.printed).strip(),
    )
