"""How a share has moved, told behind it and the one of the year before.

甲A万元，占P，上年甲B万元，占Q，比重上升N个百分点.  Both shares are of what is called alike, the
later one first; what is said of another thing, or of how fast it grew, is no change of a share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.changes.changes import Change

_SHARE: Final = re.compile(
    r"(?P<name>[^,，。;:()\d]{0,20}?)占比?(?:重|例)?(?P<of>[^,，。;:()\d]{0,12}?的)?"
    r"(?:比重|比例)?(?:为|达|是)?"
)
_MOVED: Final = re.compile(
    r"(?:所?占?比重|占比|所占比例|比例|份额)?(?:同比|(?:较|比)上年(?:同期)?)?"
    r"(?P<word>[^,，。;:()\d]{2,4})"
)
_YEAR: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年度?(?:同期)?|(?P<last>上年度?|去年)(?:同期)?")
_OPENS: Final = re.compile(r"\A(?:其中|而|本年度?|当年)|(?:为|是|达|共)\Z")
_JOINED: Final = (",", "，")
_SIZE: Final = 2
_LAST: Final = "last"
"""The year of what is only said to be of the last one."""


def shares_risen(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Change]:
    """Yield the changes in points whose two shares stand right before them.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    for at, claim in enumerate(found):
        if claim.kind != "points" or claim.value.n < 0:
            continue
        told = _MOVED.fullmatch(claim.left)
        direction = words.directions.get(without_tail(told["word"], words)) if told else None
        if direction is None:
            continue
        begin = at
        while begin and _goes_on(text, found[begin - 1], found[begin]):
            begin -= 1
        shares = _shares(found[begin:at])
        if shares is not None:
            later, earlier = shares
            yield Change(earlier, later, claim, None, direction)


def _goes_on(text: str, one: Mention, other: Mention) -> bool:
    """Whether nothing but a comma stands between a figure and the words of the next."""
    between = text[one.close : other.begin]
    return between in _JOINED and one.part == other.part and not (one.depth or other.depth)


def _shares(run: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """Return the later and the earlier share of one thing at the end of a run of figures."""
    if len(run) < _SIZE or run[-1].kind != "percent":
        return None
    earlier = _named(run, len(run) - 1)
    if earlier is None:
        return None
    at = len(run) - 1 - earlier[3]
    later = _named(run, at) if at >= 0 else None
    if later is None:
        return None
    name, year, of, _ = later
    before, then, whole, _ = earlier
    same = before in ("", name) and whole in ("", of)
    dated = then == _LAST or (then and (year in ("", str(int(then) + 1))))
    return (run[at], run[-1]) if same and dated and year != _LAST else None


def _named(run: Sequence[Mention], at: int) -> tuple[str, str, str, int] | None:
    """Return the name of a share, its year, what it is of, and how many figures tell it."""
    one = run[at]
    told = _SHARE.fullmatch(one.left) if one.kind == "percent" else None
    if told is None:
        return None
    size, name = 1, told["name"]
    if not _YEAR.sub("", name) and at and run[at - 1].kind in ("amount", "count"):
        size, name = _SIZE, run[at - 1].left + name
    years = [*_YEAR.finditer(name)]
    if len(years) > 1:
        return None
    year = "" if not years else years[0]["year"] or _LAST
    return _bare(_YEAR.sub("", name)), year, told["of"] or "", size


def _bare(name: str) -> str:
    """Return a name without the words that only lead on to it."""
    return _OPENS.sub("", name)
