"""Members of a team that are named after their number, 领导班子5人，含1名局长; whose people are."""

from __future__ import annotations

from performance_rules.extraction.drafts.draftlines import UNIT
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import Level
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.quantities import count
from performance_rules.values.quantity import Amount


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


def whose_people(reading: Reading, found: Found) -> str:
    """Return what a number of people is of, where it stands beside what is not the whole body.

    Money before a bracket says whose they are: 林场支出N（在职M人）; so does a body,
    林场（在职M人）支出N, and a name right before them that no lexicon knows: 其中林场N，在职M人.
    """
    context = reading.context
    if context.kept:
        levels = context.kept[-1][0].levels
        at = reading.letters.rfind(b"(", max(0, found.start - WINDOW), found.start)
        token = reading.tokens[at - 1] if at > 0 else None
        if token is not None and token.letter == "W":
            name = reading.named(token)
            return name if context.facts.is_other_body(name, reading.wording) else ""
    else:
        levels = context.now.levels
    level = levels[-1] if levels else None
    if level is None:
        return ""
    last, paid = level.place.last, isinstance(level.value, Amount)
    known = last is None or last.code or last.key or last.implied
    name = last.name if last is not None else level.place.matter.partition(UNIT)[0]
    if not paid:  # 其中林场N人（编制M人）
        return name if context.kept and not (known and last is not None) else ""
    listed = context.now.lists and not known
    if not (context.kept or listed or level.place.matter):
        return ""
    return level.place.body or name


def remarked(context: Context) -> Place | None:
    """Return the thing that a bracket behind its money tells of: 某中学支出N（在职人员M）."""
    listing = context.now.lists[-1] if context.kept and context.now.lists else None
    level = listing.level if listing is not None else None
    money = level is not None and isinstance(level.value, Amount)
    return level.place if level is not None and level.place.matter and money else None
