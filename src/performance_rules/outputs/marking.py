"""The text of a report with the words marked that findings rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from attrs import frozen

from performance_rules.outputs.terminal import clean


@frozen
class Passage:
    """A paragraph of a report as printed.

    Attributes:
        text: its words.
        start: where it begins in the document's text.
        heading: whether other paragraphs stand below it.
    """

    text: str
    start: int
    heading: bool = False


@frozen
class Mark:
    """Words that a finding rests on.

    Attributes:
        start: where they begin in the document's text.
        end: one past where they end.
        key: by what the finding's quotation is known.
        severity: that of the finding.
    """

    start: int
    end: int
    key: str
    severity: str


def marked(text: Sequence[Passage], marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the paragraphs of a text; marked words lead back to the finding that quotes them.

    Words that several findings quote are marked with the first of these.

    Args:
        text: the paragraphs in order.
        marks: what is quoted; one that lies in no paragraph is left out.
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    for passage in text:
        end = passage.start + len(passage.text)
        inside = [m for m in ordered if passage.start <= m.start and m.end <= end]
        tag = "h4" if passage.heading else "p"
        yield f"<{tag}>{_words(passage, inside)}</{tag}>"


def _words(passage: Passage, marks: Sequence[Mark]) -> str:
    """Return the words of a paragraph, cut where a mark begins or ends."""
    edges = {0, len(passage.text)}
    for mark in marks:
        edges |= {mark.start - passage.start, mark.end - passage.start}
    out, known = [], set()
    for begin, end in pairwise(sorted(edges)):
        words = escape(clean(passage.text[begin:end]))
        at = passage.start + begin
        over = next((m for m in marks if m.start <= at < m.end), None)
        anchors = "".join(
            f'<span id="text-{m.key}"></span>'
            for m in marks
            if m.start == at and m.key not in known
        )
        known |= {m.key for m in marks if m.start == at}
        if over is None:
            out.append(anchors + words)
        else:
            link = f'<a href="#quote-{over.key}">{words}</a>'
            out.append(f'{anchors}<mark class="{over.severity}">{link}</mark>')
    return "".join(out)
