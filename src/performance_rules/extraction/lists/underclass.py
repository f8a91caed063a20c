"""Generic lines that are listed under one subject: 行政运行支出300万元（人员经费260万元、…）.

人员经费, 项目支出, 工资福利支出 and 财政拨款 say of what kind money is.  Listed under a subject of
the classifications they are parts of that subject, never all of their kind.
"""

from __future__ import annotations

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import Listing
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import ACCOUNT_NAMES
from performance_rules.extraction.tokens.scan import Token
from performance_rules.report.lines import CODED
from performance_rules.values.quantity import Quantity


def under_class(
    reading: Reading, places: Places, phrase: Token | None, value: Quantity | None
) -> Places:
    """Return the lines of a level: those that a subject's list names are parts of that subject.

    其中 that is not in a bracket may go back to a wider whole: what is more than the subject is no
    part of it.

    Args:
        reading: the piece that is read.
        places: the lines that its name means.
        phrase: the name, if it has one of its own.
        value: its amount.
    """
    listing = reading.context.strong
    if listing is None or listing.closed or phrase is None or len(places) != 1:
        return places
    if not _is_of_class(listing.whole):
        return places
    whole, place = listing.whole, places[0]
    if not place.side or place.side != whole.side or place.matter or place.within(whole):
        return places
    if place.last is None:
        if phrase.senses[0].kind != "scope" or place.account == whole.account:
            return places
    elif place.dimension == "by_function" or _is_beside(place, whole):
        return places
    if not reading.context.kept and not _holds(listing, value):
        return places
    return (_below(whole, place),)


def _is_of_class(whole: Place) -> bool:
    """Whether a list divides one subject, or one kind of what was spent on it."""
    return any(step.dimension in CODED for step in whole.steps)


def _is_beside(place: Place, whole: Place) -> bool:
    """Whether a subject is one of the same classification: 会议费 behind what 培训费 includes."""
    return place.dimension == "by_economic" == whole.dimension


def _holds(listing: Listing, value: Quantity | None) -> bool:
    """Whether an amount can be a part of what a list divides."""
    whole = listing.level.value if listing.level is not None else None
    if listing.inside and whole is None:
        return True
    if whole is None or value is None or type(whole) is not type(value):
        return False
    return value.n <= whole.n


def _below(whole: Place, place: Place) -> Place:
    """Return a line of a kind as a part of a subject, without what the subject's list said."""
    if place.account != whole.account and place.account not in ("", "all_funds"):
        whole = whole.down(Step("by_source", ACCOUNT_NAMES[place.account]))
    last = place.last
    return whole if last is None or last == whole.last else whole.down(last)
