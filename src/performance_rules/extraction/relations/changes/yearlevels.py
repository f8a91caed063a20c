"""Changes whose two levels are told for themselves, each with its year.

2022年A，2021年B。与上年相比，增加C; 2021年A，2022年为B。2022年比2021年增加C; 2021年A，2022年与之
相比增加C.  Several years may be told first and compared one after the other: 2020年A，2021年B，
2022年C。2021年比2020年增长P；2022年比2021年增长Q.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.changes.changes import Change
from performance_rules.text.years import NAMED_YEAR

_AGAINST: Final = re.compile(r"(?:\A|[。;])(?:与|较|比|同)上年度?(?:决算数?)?(?:相比)?[,，]?\Z")
_LED: Final = re.compile(r"(?:与|较|比|同)上年度?(?:决算数?)?(?:相比)?")
_BETWEEN: Final = re.compile(
    r"\A(?P<now>(?:19|20)\d\d)年[度末底]?(?:较|比|与)(?:(?P<then>(?:19|20)\d\d)年[度末底]?|上年[度末底]?)(?:相比)?(?P<word>\w{1,4})\Z"
)
_THEN: Final = re.compile(r"年度?(?:较|比|与)(?:(?:19|20)\d\d年|之)")
_SO_FAR: Final = "累计"
_WITH_IT: Final = re.compile(
    r"\A(?:(?P<now>(?:19|20)\d\d)年度?|[本今]年度?)?(?:较|比|与)之(?:相比)?(?P<word>\w{1,4})\Z"
)
"""2022年与之相比增加C: it is the level told right before."""
_SUM: Final = re.compile("(?:合计|总计|总额|总数)\\Z")
_DATED: Final = re.compile(r"(?:19|20)\d\d年(?:度|末|底)?")
_LAST_YEAR: Final = re.compile(r"(?:上年度?|去年)(?:同期)?")
_LAST: Final = 0
"""The year of a level of 上年, until it is known of which."""
_TWO: Final = 2
_FAR: Final = 40
_LEVELS: Final = 6
_MOST: Final = 16
_NEAR: Final = 16
_APART: Final = re.compile("口径|可比|剔除|扣除|不含|不考虑")
"""Right before a comparison, what makes it one of other levels."""
_NARROWED: Final = re.compile("其中|预算|计划|目标|累计")
_MARKS: Final = "。;,，:("
_KINDS: Final = ("amount", "count", "percent")


@fixed(eq=False)
class _Level:
    at: Mention
    year: int
    name: str


def year_levels(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Change]:
    """Yield the changes whose two levels are told with their years.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    if "上年" not in text and _THEN.search(text) is None:
        return
    for at, claim in enumerate(found):
        said = _said(text, found, at, words)
        if said is None:
            continue
        figure, base, direction = said
        behind = found[at + 1 : at + 2]
        made = _claims(claim, [m for m in behind if _goes_on(claim, m)], base, direction, words)
        if made is not None:
            yield evolve(made, figure=figure)


def _said(
    text: str, found: Sequence[Mention], at: int, words: RelationWords
) -> tuple[Mention, Mention, str] | None:
    """Return the later and the earlier level of a change, and its direction."""
    claim = found[at]
    between = _BETWEEN.match(claim.left)
    if between is not None:
        direction = words.directions.get(without_tail(between["word"], words))
        year = int(between["now"])
        base = int(between["then"] or year - 1)
        if _APART.search(text, max(0, claim.begin - _NEAR), claim.start) is not None:
            return None
        levels = _before(text, found, at)
        if not levels and year - base == 1:
            levels = _listed(text, found, at, words)
        now = [one for one in levels if one.year == year]
        then = [one for one in levels if one.year == base]
        return (now[0].at, then[0].at, direction) if direction and now and then else None
    with_it = _WITH_IT.match(claim.left)
    if with_it is not None:
        direction = words.directions.get(without_tail(with_it["word"], words))
        two = _told_of_it(text, found[:at], with_it["now"])
        return (*two, direction) if direction and two is not None else None
    led = _LED.match(claim.left)
    said = claim.left[led.end() :] if led is not None else claim.left
    direction = words.directions.get(without_tail(said, words))
    if direction is not None:
        begin = claim.begin + len(claim.left) - len(said)
        if _AGAINST.search(text, max(0, begin - _FAR), begin) is None:
            return None
        levels = _before(text, found, at)
        if len(levels) != _TWO or claim.sentence - levels[1].at.sentence != 1:
            return None
        later, earlier = sorted(levels, key=lambda one: -one.year)
        return (later.at, earlier.at, direction) if later.year - earlier.year == 1 else None
    return None


def _told_of_it(
    text: str, before: Sequence[Mention], now: str | None
) -> tuple[Mention, Mention] | None:
    """Return the level of a year and the one told last, where both are of one whole name."""
    last = _level(text, before[-1]) if before else None
    if last is None or len(last.name) < _TWO or (last.year == _LAST and now is None):
        return None
    year = int(now) if now is not None else last.year + 1
    if last.year not in (_LAST, year - 1):
        return None
    others = [_level(text, m) for m in before[:-1] if alike(m.value, last.at.value)]
    name = _SUM.sub("", last.name)
    same = [one for one in others if one and one.year == year and _SUM.sub("", one.name) == name]
    known = len({one.at.value.n for one in same}) == 1
    return (same[-1].at, last.at) if known else None


def _before(text: str, found: Sequence[Mention], at: int) -> list[_Level]:
    """Return the levels right before a change: of one thing, each with a year of its own."""
    levels: list[_Level] = []
    for one in reversed(found[max(0, at - _LEVELS) : at]):
        if found[at].sentence - one.sentence > 1 or one.kind not in _KINDS or one.depth:
            break
        level = _level(text, one)
        if level is None or (levels and not alike(one.value, levels[0].at.value)):
            break
        levels.insert(0, level)
        if level.name and len(levels) > 1 and all(_is_of(one, level) for one in levels[1:]):
            break
    if len(levels) < _TWO or not levels[0].name:
        return []
    if len(levels) == _TWO and levels[1].year == _LAST:
        levels[1] = evolve(levels[1], year=levels[0].year - 1)
    years = {one.year for one in levels}
    same = all(_is_of(one, levels[0]) for one in levels[1:])
    return levels if same and len(years) == len(levels) and _LAST not in years else []


def _listed(text: str, found: Sequence[Mention], at: int, words: RelationWords) -> list[_Level]:
    """Return the levels of several years before a change, other changes of them in between."""
    before = [*found[max(0, at - _MOST) : at]]
    while before and _is_change(before[-1], words):
        before.pop()
    if not before or found[at].sentence - before[-1].sentence > 1:
        return []
    levels: list[_Level] = []
    for one in reversed(before):
        level = _level(text, one) if one.sentence == before[-1].sentence and not one.depth else None
        if level is None or not alike(one.value, before[-1].value):
            break
        levels.insert(0, level)
    if len(levels) < _TWO or _LAST in (years := [one.year for one in levels]):
        return []
    if len(set(years)) < len(years) or len(levels) < len(before) < at:
        return []
    plain = all(one.name == levels[0].name for one in levels)
    plain = plain or not any(one.name for one in levels[1:])
    # what has no name is what the paragraph is of, where nothing stands before it
    alone = bool(levels[0].name) or levels[0].at is found[0]
    return levels if plain and alone and not any(_NARROWED.search(m.left) for m in before) else []


def _is_change(one: Mention, words: RelationWords) -> bool:
    """Whether a figure is a change between two years, or goes on with one."""
    said = _BETWEEN.match(one.left)
    word = said["word"] if said is not None else one.left
    return without_tail(word.removeprefix(_SO_FAR), words) in words.directions


def _is_of(one: _Level, first: _Level) -> bool:
    """Whether a level is named as the first one is, or by the end of its name, or not at all."""
    return first.name.endswith(one.name)


def _level(text: str, one: Mention) -> _Level | None:
    """Return a level with its year and its name; None without a year."""
    first = max(0, one.start - _FAR)
    begin = max(first, *(text.rfind(mark, first, one.start) + 1 for mark in _MARKS))
    words = text[begin : one.start]
    years = NAMED_YEAR.findall(words)
    last = _LAST_YEAR.match(words)
    if len(years) + (last is not None) != 1:
        return None
    name = _DATED.sub("", words[last.end() :] if last is not None else words)
    return _Level(one, int(years[0]) if years else _LAST, name.rstrip("为是达共约数额"))


def _goes_on(claim: Mention, one: Mention) -> bool:
    """Whether a figure stands in the clause behind a change."""
    return one.begin == claim.end + 1 and one.sentence == claim.sentence and not one.depth


def _claims(
    claim: Mention, behind: Sequence[Mention], base: Mention, direction: str, words: RelationWords
) -> Change | None:
    """Return the change and its rate, as far as they are told."""
    change = rate = None
    for one in (claim, *behind):
        left = one.left.removeprefix(_SO_FAR)
        said = direction if one is claim else words.directions.get(without_tail(left, words))
        if said != direction or one.value.n < 0:
            break
        points = one.kind == "points" and base.kind == "percent"
        if change is None and (points or (one.kind != "percent" and alike(one.value, base.value))):
            change = one
        elif rate is None and one.kind == "percent" != base.kind:
            rate = one
    return Change(base, base, change, rate, direction) if change or rate else None
