"""Members of a team that are named after their number: 领导班子5人，含1名局长."""

from __future__ import annotations

from performance_rules.extraction.clauses import Places
from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.quantities import count
from performance_rules.extraction.reading import Reading
from performance_rules.extraction.records import Level


def member(reading: Reading, index: int) -> bool:
    """Keep a member of the team just spoken of, named after the number; whether it is one.

    Args:
        reading: the piece that is read.
        index: the token of the number.
    """
    places: Places = reading.context.now.own
    following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
    if following is None or following.letter not in "WT" or len(places) != 1:
        return False
    place = places[0]
    root = _team(place)
    value = count(reading.tokens[index])
    if root is None or value is None or reading.tokens[index].unit not in ("名", "人", "位"):
        return False
    end = index + 1
    while end < len(reading.tokens) and reading.letters[end : end + 1] in b"WwT":
        end += 1
    name = reading.run.plain[following.start : reading.tokens[end - 1].end]
    level = Level(
        root.down(Step("members", name)), "actual", value, reading.source(index, end), name
    )
    reading.context.add(level)
    reading.mark(index)
    return True


def _team(place: Place) -> Place | None:
    """Return the team a place is, or is a member of."""
    for known in (place, place.parent):
        if known is not None and known.last is not None and known.last.key == "leadership":
            return known
    return None
