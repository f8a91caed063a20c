"""What extraction reads: passages of prose in order, each with the place where it stands."""

from __future__ import annotations

from attrs import Factory

from performance_rules.extraction.fixed import fixed
from performance_rules.report.model import Source


@fixed
class Passage:
    """One paragraph of a document.

    Attributes:
        text: the paragraph as printed.
        source: document, page, paragraph; ``start`` is the place of its first character in the
            document's text, and what is read from it counts from there.
    """

    text: str
    source: Source = Factory(Source)
