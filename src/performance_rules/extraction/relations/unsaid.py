"""What a paragraph tells of its figures beside what was read of them already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from performance_rules.extraction.relations.related import Related


def unsaid(moved: Iterable[Related], made: Sequence[Related]) -> list[Related]:
    """Return the movements that are not said with a change of the same levels already."""
    known = [set(one.spans) for one in made]
    return [one for one in moved if not any(known_of >= set(one.spans) for known_of in known)]
