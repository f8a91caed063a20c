"""Sentences: the paragraphs of a report cut into sentences, each with its section and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from performance_rules.report.model import Paragraph, Report, Source
from performance_rules.report.nodes import SentenceNode

STOPS: Final = "。；;！？"
"""What ends a sentence, outside brackets and quotation marks."""

CONTENTS: Final = "目录"
"""The section in which the entries of the contents list stand."""

_PROSE: Final = re.compile("[。；，]")
_NOTE: Final = re.compile(r"\s*[（(]?(?:注|备注|填表说明|填报说明|说明)[0-9]?[:：.、]")

_OPEN: Final = "（(《“〔["
_CLOSE: Final = "）)》”〕]"


def has_prose(report: Report) -> bool:
    """Whether a report has sentences of its own, beside headings and the notes of its tables."""
    notes = "\n".join(table.note for table in report.tables if table.note)
    return any(
        paragraph.heading is None
        and not paragraph.contents
        and _PROSE.search(paragraph.text)
        and not _NOTE.match(paragraph.text)
        and paragraph.text not in notes
        for paragraph in report.text
    )


def sentences_of(paragraphs: tuple[Paragraph, ...], first: int) -> Iterator[SentenceNode]:
    """Yield the sentences of a report in order; headings give the section of what follows.

    Args:
        paragraphs: the paragraphs.
        first: index of the first node.
    """
    headings: list[tuple[int, str]] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.heading is not None and not paragraph.contents:
            headings = [h for h in headings if h[0] < paragraph.heading]
            headings.append((paragraph.heading, paragraph.text.strip()))
        section = CONTENTS if paragraph.contents else "/".join(text for _, text in headings)
        if paragraph.source is not None and paragraph.source.section and not section:
            section = paragraph.source.section
        for start, end in _cut(paragraph.text):
            text = paragraph.text[start:end].strip()
            if text:
                source = _placed(paragraph.source, section, start, end, text)
                path = f"text[{number}]"
                level, entry = paragraph.heading, paragraph.contents
                yield SentenceNode(first, text, section, level, entry, source, path)
                first += 1


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; a bracket left open holds nothing together."""
    start = depth = 0
    last_stop = text.rfind("。")
    for i, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in STOPS and (depth == 0 or (char == "。" and i == last_stop)):
            yield start, i + 1
            start, depth = i + 1, 0
    if start < len(text):
        yield start, len(text)


def _placed(source: Source | None, section: str, start: int, end: int, text: str) -> Source | None:
    if source is None:
        return None
    at = source.start
    return attrs.evolve(
        source,
        section=section or source.section,
        quote=text,
        start=None if at is None else at + start,
        end=None if at is None else at + end,
    )
