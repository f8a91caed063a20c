"""The words of a document as paragraphs, with the headings among them told by their markers."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.outline.contents import contents_of
from performance_rules.readers.document import Document
from performance_rules.readers.document import Paragraph as Printed
from performance_rules.report.model import Paragraph, Source
from performance_rules.text.words import has_any

MAX_HEADING: Final = 40
"""A heading is not longer than this."""

_MARKERS: Final = (
    (re.compile(r"第[一二三四五六七八九十]+[部章节篇]分?|[壹贰叁肆伍陆柒捌玖拾]、"), 1),
    (re.compile(r"[一二三四五六七八九十]+、"), 2),
    (re.compile(r"[（(][一二三四五六七八九十]+[）)]"), 3),
    (re.compile(r"\d{1,2}[.．、]"), 4),
)
_FRAMED: Final = re.compile(r"【[^】\d]{2,38}】")
_NUMBERED: Final = 4
_SHORT: Final = 20
"""A heading that ends like a sentence is not longer than this."""


def paragraphs_of(document: Document) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document with their places; tables are left out."""
    out: list[Paragraph] = []
    sections: list[tuple[int, str]] = []
    entries = contents_of([printed.text for printed in document.paragraphs])
    for number, printed in enumerate(document.paragraphs):
        level = heading_level(printed, first=not sections)
        contents = number in entries
        if level is not None:
            sections = [(n, text) for n, text in sections if n < level]
        source = Source(
            document=document.name,
            page=printed.page,
            section="/".join(text for _, text in sections) or None,
            paragraph=printed.number,
            start=printed.start,
            end=printed.end,
        )
        out.append(Paragraph(printed.text, level, contents, source))
        if level is not None and not contents:
            sections.append((level, printed.text.strip().strip("【】")))
    return tuple(out)


def heading_level(printed: Printed, *, first: bool = False) -> int | None:
    """Return the level of a heading, None for a sentence.

    The marker says it, whatever style the heading has: 2 for 一、, 3 for （一）. Without a marker
    it is as deep as its style, but only the first heading of a document is its title.
    """
    text = printed.text.strip()
    if printed.level is not None:
        styled = min(max(printed.level, 1 if first else 2), 9)
        return next((level for marker, level in _MARKERS if marker.match(text)), styled)
    if not text or len(text) > MAX_HEADING or has_any(text[:-1], "。；;，"):
        return None
    if text.endswith("。") and "：" in text:
        return None  # an item that is a sentence: （二）事业收入：指……取得的收入。
    if _FRAMED.fullmatch(text):
        return 2  # set apart instead of numbered
    for marker, level in _MARKERS:
        found = marker.match(text)
        if found and not (level == _NUMBERED and _is_sentence(text[found.end() :])):
            return level
    return None


def _is_sentence(text: str) -> bool:
    """Whether what stands behind 1. is no heading: it tells a number, or is long and ends."""
    ended = text.endswith(("。", "；", ";")) and len(text) > _SHORT
    return ended or re.search(r"\d", text) is not None
