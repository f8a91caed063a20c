"""The head of a document: what it is, of which year, body, project and region."""

from __future__ import annotations

from performance_rules.extraction.head.parts import parts_of
from performance_rules.extraction.head.reading import Head, read_head
from performance_rules.extraction.head.words import HeadWords, shipped_heads

__all__ = ["Head", "HeadWords", "parts_of", "read_head", "shipped_heads"]
