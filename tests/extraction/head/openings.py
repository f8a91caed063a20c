"""Helper: the head of a document that begins with some lines."""

from __future__ import annotations

from performance_rules.extraction.head import Head, read_head
from performance_rules.report.model import Paragraph


def head(*lines: str) -> Head:
    """Return the head of a document of these lines."""
    return read_head([Paragraph(line) for line in lines])
