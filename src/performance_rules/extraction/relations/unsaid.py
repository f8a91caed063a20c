"""What a paragraph tells of its figures beside what was read of them already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from performance_rules.extraction.relations.related import Related


def unsaid(told: Iterable[Related], made: Sequence[Related]) -> list[Related]:
    """Return what no relation of the same figures, and maybe of more, has said already."""
    known = [set(one.spans) for one in made]
    return [one for one in told if not any(more >= set(one.spans) for more in known)]
