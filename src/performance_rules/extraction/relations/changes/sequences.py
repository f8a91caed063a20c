"""A change over several levels, and one whose earlier level is told behind it.

由2020年的A、2021年的B增至2022年的C，两年共增加D: the change is that from the first to the last.
2022年支出A，比2021年减少B。2021年该项支出C: C is the level that B is a change of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import agrees, alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.changes.changes import Change, holds, is_change
from performance_rules.text.numerals import whole_number
from performance_rules.text.words import has_any

_FEWEST: Final = 3
_MOST: Final = 6
_BACK: Final = 2
_YEAR: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年(?:度|末|底)?")
_OVERALL: Final = re.compile(
    r"(?:(?P<number>[两二三四五六])年(?:间|来|时间|内)?)?(?P<all>共|累计|合计|总共|总计)*(?P<word>\w+?)(?:了|达|为)?\Z"
)
_OVER: Final = re.compile("[年共计]")
"""Without which no words are for a change over several levels."""
_BETWEEN: Final = re.compile(r"(?:由|从|自|的|为|是|再|到|升?至|又|和|及|、|，|约|达)+")
_AGAINST: Final = re.compile(r"\A(?:同比|比|较|与)(?P<year>(?:19|20)\d\d)年(?:同期|度)?(?:相比)?")
_AGAIN: Final = re.compile(
    r"\A(?P<year>(?:19|20)\d\d)年度?(?:该项目?|此项|该)(?P<what>\w{0,8}?)(?:为|是|共|仅为|达)?\Z"
)
_SAME: Final = re.compile(r"年度?(?:该|此项)")
_OTHERWISE: Final = re.compile("口径|剔除|扣除|不含|含|划转|调整|还原|其中|预算|计划")
_AROUND: Final = 20
_NEAR: Final = 60
"""So many figures back may the other level stand."""
_THAN: Final = re.compile(
    r"(?P<name>[^\W\d]{2,12})(?P<word>高于|低于|高出|多于|少于|比|较)(?:上年|去年|(?:19|20)\d\d年)(?:同期|度)?"
)
_THAN_LAST: Final = re.compile(
    r"(?:\A|[。;,，:])(?P<name>[^\d。;,，:、()]{0,12}?)"
    r"(?:同比|(?:较|比|与)(?:上年度?|去年|(?:19|20)\d\d年)(?:同期|度)?(?:相比)?)\Z"
)
_NOTE: Final = re.compile(r"(?:上年度?|去年|(?:19|20)\d\d年)(?:同期|度)?(?:为|是)?")
_ALL_YEAR: Final = re.compile(r"\A(?:全年|本年度?|当年)")
_NAMED: Final = re.compile(
    r"\A(?P<name>\w{3,12}?)(?:同比|(?:与|比|较)(?:上年度?|去年)(?:同期)?(?:相比)?)(?P<word>\w{1,5})\Z"
)


def sequences(
    text: str, recent: Sequence[Mention], found: Sequence[Mention], words: RelationWords
) -> Iterator[Change]:
    """Yield the changes that are of more than two levels, or of one that is told behind.

    Args:
        text: the paragraph.
        recent: the figures of the paragraphs before.
        found: its figures in their order.
        words: the words of relations.
    """
    over, again = _OVER.search(text) is not None, _SAME.search(text) is not None
    for at in range(1, len(found)):
        made = _over_all(found, at, words) if over else None
        if made is None and again:
            made = _told_behind(text, found, at, words)
        if made is None and found[at - 1].opener == "(":
            made = _in_brackets(text, found, at, words)
            made = made or _noted(text, recent, found, at, words)
        if made is not None:
            yield made


def _over_all(found: Sequence[Mention], at: int, words: RelationWords) -> Change | None:
    """Return the change from the first to the last of several levels: 两年共增加D."""
    claim = found[at]
    if _OVER.search(claim.left) is None:
        return None
    said = _OVERALL.match(claim.left)
    direction = words.directions.get(said["word"]) if said is not None else None
    if said is None or direction is None or not (said["number"] or said["all"]):
        return None
    levels = _levels(found, at, words)
    steps = len(levels) - 1
    number = whole_number(said["number"].replace("两", "二")) if said["number"] else steps
    if len(levels) < _FEWEST or number != steps or claim.kind == "price":
        return None
    rate = claim.kind == "percent" and levels[0].kind != "percent"
    if not rate and not (claim.kind == levels[0].kind and alike(claim.value, levels[0].value)):
        return None
    made = Change(
        levels[0], levels[-1], None if rate else claim, claim if rate else None, direction
    )
    if holds(made):
        return made
    pairs = [pair for pair in combinations(levels, 2) if pair != (levels[0], levels[-1])]
    if any(holds(Change(a, b, made.change, made.rate, direction)) for a, b in pairs):
        return None
    spread = sum(m.value.n for m in levels)
    return None if agrees(claim.value, spread, sum(m.value.half for m in levels)) else made


def _levels(found: Sequence[Mention], at: int, words: RelationWords) -> list[Mention]:
    """Return the levels right before a change, of one thing and in the order of their years."""
    levels: list[Mention] = []
    for one in reversed(found[max(0, at - _MOST) : at]):
        if one.sentence != found[at].sentence or one.depth or one.kind in ("price", "points"):
            break
        if levels and not alike(one.value, levels[0].value):
            break
        if levels and levels[0].opener not in (*"、，,", ""):
            break
        levels.insert(0, one)
        if _subject(one, words) or has_any(one.left, words.beginning):
            break
    if len(levels) < _FEWEST or any(_subject(one, words) for one in levels[1:]):
        return []
    years = [int(told["year"]) for one in levels if (told := _YEAR.search(one.left))]
    if not years and not has_any(levels[0].left, words.beginning):
        return []
    steps = list(range(years[0], years[0] + len(levels))) if years else []
    return levels if not years or years == steps else []


def _subject(one: Mention, words: RelationWords) -> str:
    """Return what is left of the words before a level without its time and its verb."""
    left = _YEAR.sub("", one.left)
    for word in words.reaching:
        left = left.replace(word, "")
    return _BETWEEN.sub("", left)


def _told_behind(
    text: str, found: Sequence[Mention], at: int, words: RelationWords
) -> Change | None:
    """Return the change whose earlier level is told as that of the same thing: 2021年该项支出C."""
    base = found[at]
    again = _AGAIN.match(base.left)
    if again is None or base.kind not in ("amount", "count"):
        return None
    around = text[max(0, base.begin - _AROUND) : base.end + _AROUND]
    if _OTHERWISE.search(around) is not None:
        return None
    claims = [
        i
        for i in range(max(1, at - _NEAR), at)
        if (told := _AGAINST.match(found[i].left)) and told["year"] == again["year"]
    ]
    if len(claims) != 1 or base.sentence - found[claims[0]].sentence > _BACK:
        return None
    claim, figure = found[claims[0]], found[claims[0] - 1]
    direction = words.directions.get(without_tail(_AGAINST.sub("", claim.left), words))
    if direction is None or figure.sentence != claim.sentence or figure.depth != claim.depth:
        return None
    if not (alike(figure.value, base.value) and alike(claim.value, base.value)):
        return None
    if not figure.name.rstrip("为是共").endswith(again["what"]):
        return None
    return Change(base, figure, claim, None, direction)


def _in_brackets(
    text: str, found: Sequence[Mention], at: int, words: RelationWords
) -> Change | None:
    """Return the change from a level in brackets: 执行率高于2020年（95.4%）2.6个百分点."""
    claim, base = found[at], found[at - 1]
    inside = base.opener == "(" and not base.left and base.depth == claim.depth + 1
    if not inside or text[base.end : claim.begin] != ")":
        return None
    head = _THAN.search(text, max(0, base.begin - _AROUND), base.begin - 1)
    if head is None or head.end() != base.begin - 1:
        return None
    order = words.comparing.get(head["word"])
    direction = {"above": "up", "below": "down"}.get(order or "", "") if not claim.left else ""
    direction = direction or words.directions.get(without_tail(claim.left, words), "")
    called = [
        m
        for m in found[max(0, at - _NEAR) : at - 1]
        if m.name.rstrip("为是达").endswith(head["name"])
    ]
    values = {m.value.n for m in called}
    if not direction or len(values) != 1 or not alike(called[-1].value, base.value):
        return None
    points = claim.kind == "points" and base.kind == "percent"
    if not points and (claim.kind == "percent" or not alike(claim.value, base.value)):
        return None
    return Change(base, called[-1], claim, None, direction)


def _noted(
    text: str,
    recent: Sequence[Mention],
    found: Sequence[Mention],
    at: int,
    words: RelationWords,
) -> Change | None:
    """甲率A，同比（上年为B）下降C; 决算数较上年（B）增加C: the earlier level is in brackets."""
    claim, base = found[at], found[at - 1]
    inside = base.opener == "(" and base.depth == claim.depth + 1
    if not inside or text[base.end : claim.begin] != ")":
        return None
    if base.left and _NOTE.fullmatch(base.left) is None:
        return None
    head = _THAN_LAST.search(text, max(0, base.begin - _AROUND), base.begin - 1)
    direction = words.directions.get(without_tail(claim.left, words), "")
    if head is None or not direction or _OTHERWISE.search(head["name"]) is not None:
        return None
    if head["name"]:
        near = [*recent, *found[: at - 1]][-_NEAR:]
        called = [m for m in near if m.name.rstrip("为是达共") == head["name"] and not m.depth]
    else:
        called = [found[at - 2]] if at > 1 and found[at - 2].end + 1 == head.start() + 1 else []
        called = [m for m in called if m.sentence == claim.sentence and m.depth == claim.depth]
    if len({m.value.n for m in called}) != 1 or called[-1].kind != base.kind:
        return None
    figure = called[-1]
    if not alike(figure.value, base.value) or is_change(figure, words):
        return None  # 较预算A少支B；比上年（C）多D: B is no level
    if claim.kind == "percent" != base.kind:
        return Change(base, figure, None, claim, direction)
    points = claim.kind == "points" and base.kind == "percent"
    if not points and (claim.kind == "percent" or not alike(claim.value, base.value)):
        return None
    return Change(base, figure, claim, None, direction)


@fixed(eq=False)
class Implied:
    """A change and its rate, with the level that stands before them under the same name.

    Attributes:
        figure: the level.
        change: by how much it changed.
        rate: the rate of that.
        direction: ``up`` or ``down``.
        turned: the direction of the change by its own words, where that is another one.
    """

    figure: Mention
    change: Mention
    rate: Mention
    direction: str
    turned: str = ""


def implied(
    found: Sequence[Mention], own: Sequence[Mention], words: RelationWords
) -> Iterator[Implied]:
    """Yield the changes and rates of a paragraph whose level stands before under its name.

    门诊收入A(…)。门诊收入较上年减少B、下降C: the level of the year before follows from each.

    Args:
        found: the figures before and those of the paragraph, in their order.
        own: those of the paragraph.
        words: the words of relations.
    """
    before = len(found) - len(own)
    for at, (change, rate) in enumerate(pairwise(own), before):
        said = _NAMED.match(change.left) if rate.kind == "percent" else None
        if said is None or change.kind not in ("amount", "count") or change.part != rate.part:
            continue
        direction = words.directions.get(without_tail(said["word"], words))
        same = words.directions.get(without_tail(rate.left, words))
        if direction is None or same != direction or change.value.n <= 0 or rate.value.n <= 0:
            continue
        name = _ALL_YEAR.sub("", said["name"])
        called = [
            m
            for m in found[max(0, at - _NEAR) : at]
            if _ALL_YEAR.sub("", m.name).rstrip("为是共达约") == name
        ]
        levels = [m for m in called if m.kind == change.kind and alike(m.value, change.value)]
        plain = len({m.value.n for m in levels}) == 1 and len(called) == len(levels)
        plain = plain and not _is_of_other_year(found, at, levels[-1])
        if plain and not words.neutral.make(name) and not levels[0].depth:
            yield Implied(levels[0], change, rate, direction)


def _is_of_other_year(found: Sequence[Mention], at: int, level: Mention) -> bool:
    """Whether a claim and the level under its name stand in paragraphs told of two years."""
    years = _year_of(found, at), _year_of(found, found.index(level))
    return None not in years and years[0] != years[1]


def _year_of(found: Sequence[Mention], at: int) -> str | None:
    """Return the year that a figure, or the last one before it in its paragraph, begins with."""
    near = (m for m in reversed(found[: at + 1]) if m.home == found[at].home)
    return next((told["year"] for m in near if (told := _YEAR.match(m.left))), None)
