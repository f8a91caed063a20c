"""Whether figures can be of one stock: of one thing, one year, and with nothing told besides."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from performance_rules.extraction.figures.flows import Flow
from performance_rules.extraction.figures.mentions import Mention, order
from performance_rules.extraction.figures.movementwords import (
    COMES,
    GOES,
    OPEN,
    WHOLE,
    movement_words,
)
from performance_rules.extraction.figures.plans import (
    are_of_one_side,
    is_cut,
    is_of_others,
    named_apart,
    unnamed,
)
from performance_rules.extraction.figures.standings import OPENS
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.tokens.normal import Run
from performance_rules.text.years import NAMED_YEAR

_ALSO: Final = re.compile("另|不含|未含|不包括|不计|此外|含上年|含以前")
_GREW: Final = re.compile("[,，(]?(?:同?比|较|与)(?:上年|年初|期初|去年)")
"""What is left is more or less than what there was: of that, the figures before say nothing."""
_DENIED: Final = re.compile(
    r"(?:未|没有|无|不存在|从未)(?:再|曾)?(?:作|做|发生|进行|涉及)?过?(?:任何)?(?:其他|其它)?\Z"
)
_BEFORE: Final = 12
_AFTER: Final = 40
"""So many characters behind what is left may say what it does not count."""
UNTIL: Final = re.compile(
    r"\A(?:截[至止]到?|至|到)(?:\d\d?月)?(?:\d\d?日|年?[底末]|(?:评价|评价基准|自评|检查|报告|核查)[日时]?点?)"
)
"""Until when a figure is counted, its year aside: 截至12月31日支出, 到评价日兑付."""


def same_thing(used: Sequence[Flow], words: RelationWords) -> bool:
    """Whether the words of figures can be of one thing."""
    known = movement_words()
    scopes = [(one, {s for s in known.scopes if s in one.said}) for one in used]
    ends = [told for one, told in scopes[1:] if one.kind not in (COMES, GOES) and told]
    ends += [told for _, told in scopes[:1] if told]
    if any(not one & other for one in ends for other in ends):
        return False
    flows = [(one, told) for one, told in scopes[1:] if one.kind in (COMES, GOES)]
    for one, told in flows:
        alone = sum(one.kind == other.kind for other, _ in flows) == 1
        alone = alone and not used[0].plan  # what is added to a budget is a part of it
        if told and (any(not told & other for other in ends) or (not ends and alone)):
            return False
    turns = [one.turn for one in used if one.turn is not None]
    topics = sorted({turn.topic for turn in turns if turn.topic}, key=len)
    if any(not longer.endswith(topics[0]) for longer in topics[1:]):
        return False
    return len({turn.stock for turn in turns if turn.stock in _VALUES}) < 2 and _of_all(used, words)


_VALUES: Final = ("原值", "净值", "账面原值", "账面净值", "余额")


def _of_all(used: Sequence[Flow], words: RelationWords) -> bool:
    """Whether what is left is of nothing narrower than what was there."""
    base, end = used[0], used[-1]
    if end.turn is not None:
        topic = end.turn.topic
    elif end.plan:
        topic = unnamed(end.said)
    else:
        known = movement_words()
        rest = (*known.rest, *known.owed, *(known.wholes if end.kind == WHOLE else ()))
        topic = min((end.said.replace(word, "") for word in rest), key=len)
    topic = _NARROWS_NOTHING.sub("", topic)
    return (
        words.neutral.make(topic)
        or any(topic in one.said for one in used[:-1])
        or _continues(base, end, topic)
    )


def _continues(base: Flow, end: Flow, topic: str) -> bool:
    """Whether what opens a stock is of what is left, or says no more than 年初余额 behind it."""
    if base.turn is None or end.turn is None:
        return False
    behind = base.at.home == end.at.home and base.at.start > end.at.start
    return base.turn.topic == end.turn.topic or (behind and not base.turn.topic and bool(topic))


def is_carried_in(one: Flow, end: Flow) -> bool:
    """Whether a figure is what the year before left, which a budget may count or not: 上年结转."""
    opens = one.kind == OPEN and one.turn is not None and one.turn.side == OPENS
    return end.plan and opens and not (one.turn and one.turn.topic)


def same_budget(base: Flow, changes: Sequence[Flow], end: Flow, words: RelationWords) -> bool:
    """Whether changes are those of a budget, of all of its year, and all of them told."""
    if is_of_others(base.said) or not are_of_one_side(base.said, end.said):
        return False
    for one in changes:
        turned = is_cut(one.said) is not None and is_cut(one.said) != (one.kind == GOES)
        if turned or is_of_others(one.said) or one.at.right.startswith("等"):
            return False
    return not named_apart(base.said, [one.said for one in changes], words)


def of_several(before: Sequence[Flow], came: Sequence[Mention], end: Flow) -> bool:
    """Whether a budget of all stands behind several: 甲年初预算A；乙年初预算B；全年预算C."""
    first = [one for one in before if one.plan and one.kind == OPEN]
    first = [one for one in first if one.at.sentence == end.at.sentence]
    return end.plan and len(first) > 1 and all(one.part != end.at.part for one in came)


_NARROWS_NOTHING: Final = re.compile(r"(?:19|20)\d\d年度?|工程款|合同款|项目款|款项?|货款")


def same_years(used: Sequence[Flow]) -> bool:
    """Whether figures are of one year, as far as their words say."""
    years: set[int] = set()
    for one in used:
        if one.turn is not None:
            if one.turn.year is not None:
                opens = one.kind == OPEN or one is used[0]
                years.add(one.turn.year + opens)
        else:
            years |= set(map(int, NAMED_YEAR.findall(one.said)))
    return len(years) <= 1


def nothing_besides(used: Sequence[Flow], runs: Mapping[int, Run]) -> bool:
    """Whether no word between figures says that something else came or went."""
    ordered = sorted((one.at for one in used), key=order)
    opened = any(one.kind == OPEN for one in used)
    besides = movement_words().besides
    first, last = ordered[0], ordered[-1]
    own = {(one.home, at) for one in ordered for at in range(one.begin, one.end)}
    for home in range(first.home, last.home + 1):
        run = runs.get(home)
        if run is None:
            continue
        start = first.start if home == first.home else 0
        end = last.end if home == last.home else len(run.plain)
        if home == last.home and _ALSO.search(run.plain, last.end, last.end + _AFTER):
            return False
        if home == last.home and not opened and _GREW.match(run.plain, last.end):
            return False
        if any(
            (home, m.start()) not in own and not _is_denied(run.plain, m.start())
            for m in besides.finditer(run.plain, start, end)
        ):
            return False
    return True


def _is_denied(text: str, at: int) -> bool:
    """Whether words say that there was nothing of the kind: 未作其他调整."""
    return _DENIED.search(text[max(0, at - _BEFORE) : at]) is not None
