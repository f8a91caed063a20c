"""Wholes whose parts follow: 在职43人，其中a、b、c; 由a、b、c构成; 按…划分：a、b、c; N（a、b、c）.

That a list leaves nothing out is said by its words: it is never guessed.  A list that may leave
something out can still not be more than its whole, where its parts have nothing in common.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.partitions import is_grade, is_partition, none_of
from performance_rules.extraction.figures.roles import DONE, PLANNED, agrees, alike, cast
from performance_rules.extraction.figures.wholewords import TAKEN, WholeWords, whole_words
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.lists.parts import UNTOLD
from performance_rules.extraction.relations.parts.besides import (
    SECOND,
    beside,
    beside_comes_out,
    holds,
    is_beside,
    is_rest_told,
)
from performance_rules.extraction.relations.parts.fullness import (
    comes_out,
    holds_more,
    is_apart,
    is_closed,
    is_filled,
    is_kinds_of,
    is_named_by,
    is_of_all,
    is_off_by_a_slip,
    is_overrun,
    is_slipped,
    shares_fill,
    sum_of,
)
from performance_rules.extraction.relations.parts.itemlists import ItemList, list_at
from performance_rules.extraction.relations.parts.openings import (
    CLAUSE,
    MARKS,
    THINGS,
    Opening,
    openings,
)
from performance_rules.extraction.relations.parts.subjects import named, titled
from performance_rules.extraction.relations.parts.unopened import unopened
from performance_rules.extraction.tokens.normal import BAR
from performance_rules.text.numerals import whole_number
from performance_rules.values.quantity import SCALE

_MEAN: Final = re.compile(r"[\u4e00-\u9fff]均(?:[\u4e00-\u9fff]{1,4})?\Z")
"""What one has on average is no sum: 站均支出N，其中最低为A、最高为B."""
_FEWEST, _TWO, _MOST = 3, 2, 8
_TIMES: Final = 2
_NEAR: Final = 120
"""So many figures to either side of a list, and lists before it, may tell of what it is."""
_TOTAL: Final = re.compile(
    "共|总|合计|累计|全部|全年|安排|下达|支出|收入|投资|实有|现有|在[职编岗册]"
)
_SUM: Final = re.compile("合计|[总共]计|总[量额]")
_BODY: Final = re.compile("[局办站所院馆校园队中心镇乡村街道县区处科公司机关本级]\\Z")
_BESIDES: Final = re.compile("[及和与另]|[下所直]属|下辖")
_MAINLY: Final = re.compile("主要(?:是|为|有|由|从|用于|用在|来自|来源|包括|集中)")
_COMPARED: Final = re.compile("同比|环比|较|比|节约|超")
_COMPARISON: Final = re.compile(
    "[,，](?:同比|环比|较|比|增长|下降|增加|减少|完成率|预算执行率|执行率|(?:为|占|完成)[^,，。;\\d]{0,6}预算数?的)[^,，。;]*"
)
"""What is said of a figure before it is divided: 支出A，较预算节约B。分项目看."""
_LEFT: Final = re.compile("未(?!成年)|[结节]余|结转|剩余")
_AND_OTHERS: Final = ("及其他", "和其他", "与其他")
_BODIES: Final = re.compile("单位|机构|部门|乡镇|街道|学校|医院|[县区镇乡村站所]")
_TIED: Final = re.compile("其中|包括|包含|含")
"""What opens a list of the figure right before it, and of no other."""


@fixed(eq=False)
class Whole:
    """A figure and its parts.

    Attributes:
        parts: the parts with their names.
        total: the whole.
        complete: whether the parts are all of it.
        inferred: whether no word says so, but the numbers do.
    """

    parts: tuple[tuple[str, Mention], ...]
    total: Mention
    complete: bool
    inferred: bool = False


_Told = tuple[Mention, ItemList]
"""A list that was read already, behind what it is of."""


def wholes(
    text: str, found: Sequence[Mention], recent: Sequence[Mention], words: RelationWords
) -> list[Whole]:
    """Return the wholes whose parts follow in a paragraph.

    Args:
        text: the normalised text of the paragraph.
        found: its figures in their order.
        recent: the last figures of the paragraphs before.
        words: the words of relations.
    """
    if len(found) < _FEWEST:
        return []
    said = whole_words()
    made: dict[int, Whole] = {}
    lists: dict[int, ItemList | None] = {}
    told: deque[_Told] = deque(maxlen=_NEAR)
    opened = [*openings(text, found, said), *unopened(text, found, said)]
    for opening in sorted(opened, key=lambda one: one.at):
        if opening.listed is None and opening.begin not in lists:
            lists[opening.begin] = list_at(text, found, opening.begin, said)
        listed = opening.listed or lists[opening.begin]
        if listed is None or (opening.until and opening.until < listed.end):
            continue
        at = bisect_left(found, listed.values[0].start, key=lambda m: m.start)
        near = found[max(0, at - _NEAR) : at + _NEAR]
        one = _judged(text, near, recent, opening, listed, told, words, said)
        first = listed.parts[0][1].start
        if one is None or (first in made and one.complete <= made[first].complete):
            continue
        made[first] = one
        other = beside(text, found, listed, one.total) if one.complete else None
        if other is not None:
            made.setdefault(other[0][0][1].start, Whole(*other, True))
    return list(made.values())


def _judged(
    text: str,
    found: Sequence[Mention],
    recent: Sequence[Mention],
    opening: Opening,
    listed: ItemList,
    told: deque[_Told],
    words: RelationWords,
    said: WholeWords,
) -> Whole | None:
    inside = {id(one) for one in listed.values}
    same = [m for m in found if id(m) not in inside and alike(m.value, listed.values[0].value)]
    same += [opening.of] if opening.of is not None and holds(opening.of, listed, text) else []
    earlier = [m for m in recent if alike(m.value, listed.values[0].value)]
    before = [*earlier, *(m for m in same if m.start < max(opening.at, 1))]
    before = [m for m in before if said.changes.search(m.left) is None]
    if is_of_all(opening, listed, said):
        before = [m for m in before if _COMPARED.match(m.left) is None]
    grades = listed.values[0].unit != "分" and all(is_grade(name) for name in listed.names)
    whole, near = _whole(text, before, opening, listed, told, grades, said)
    if whole is None or not is_fit(listed, whole, words, said) or _has_whole(listed):
        return None
    again = [one for of, one in told if of is whole and one.values[0] is not listed.values[0]]
    told.append((whole, listed))
    complete = _is_complete(text, found, opening, listed, whole, said)
    if complete is None:
        return None
    total, slack = sum_of(listed.values)
    complete = complete or beside_comes_out(text, found, listed, whole)
    complete = complete or any(sum_of(one.values)[0] == total for one in again)
    if agrees(whole.value, total, slack):
        return Whole(listed.parts, whole, True)
    if any(one.value.n > whole.value.n for one in listed.values):
        return None
    if whole.home == listed.values[0].home and holds_more(text, whole):
        return None
    if any(_is_cut(text, one) for one in (*listed.values, whole) if one.home == found[0].home):
        return None
    over = total - slack > whole.value.n + whole.value.half
    over = over and not is_beside(text, opening, listed, whole)
    over = over and (
        grades or (near and (is_apart(listed, said) or is_overrun(listed, whole, said)))
    )
    if not complete and near and is_slipped(listed, whole, said):
        complete = not any(m.value.n == whole.value.n - total for m in (*earlier, *same))
    filled = not complete and near and is_filled(listed, whole, said)
    if not (complete or filled or over):
        return None
    if not 1 <= _TIMES * total // max(whole.value.n, 1) <= _TIMES * _TIMES:
        return None
    if any(agrees(m.value, total, slack) for m in (*earlier, *same)):
        return None
    if is_rest_told(same, whole.value.n - total, listed.values[-1]):
        return None
    apart = not alike(whole.value, listed.values[0].value)
    if apart and any(m.value.n == whole.value.n - total for m in same):
        return None  # 12个：医院3家、卫生院8家。另有中心1家
    divided = is_kinds_of(listed, said) or is_partition(listed.names, said.partitions)
    apart = complete and (grades or divided)
    if not apart and comes_out(listed, whole, said):
        return None
    return Whole(listed.parts, whole, complete or filled, filled)


def _whole(
    text: str,
    before: Sequence[Mention],
    opening: Opening,
    listed: ItemList,
    told: Collection[_Told],
    grades: bool,
    said: WholeWords,
) -> tuple[Mention | None, bool]:
    """Return what a list is of, and whether it stands right before it."""
    if opening.of is not None:
        return (opening.of, True) if opening.of in before else (None, False)
    total, slack = sum_of(listed.values)
    home = listed.values[0].home
    if (one := titled(text, before, opening)) is not None:
        return one, True
    tied = _TIED.match(text, opening.at) is not None
    last = (before if tied else _without_list(before, told))[-1] if before else None
    if last is not None and last.home == home and before[-1].end <= opening.at:
        gap = SECOND.sub("", text[before[-1].end : opening.at])
        gap = _COMPARISON.sub("", gap) if is_of_all(opening, listed, said) else gap
        close = not any(char.isdigit() for char in gap) and len(gap) <= CLAUSE
        if close and sum(gap.count(mark) for mark in MARKS) <= 1:
            return last, True
    if tied and not grades:
        return None, False
    if fitting := next((m for m in reversed(before) if agrees(m.value, total, slack)), None):
        return fitting, False
    known = {m.start for _, one in told for m in one.values}
    one = named(text, before, opening, listed, known, said)
    if one is not None:
        return one, False
    before = [m for m in before if not m.depth] if grades else before
    own = [m for m in before if m.home == home] or [m for m in before if m.home == home - 1]
    if len({m.value.n for m in own}) == 1 and (grades or _TOTAL.search(own[0].left) is not None):
        return own[0], False
    return None, False


def _has_whole(listed: ItemList) -> bool:
    """Whether a list begins with what its others make: 三项数字为：支出N、基本支出a、项目支出b."""
    named = _SUM.search(listed.names[0]) is not None and len(listed.parts) >= _FEWEST
    return named and agrees(listed.values[0].value, *sum_of(listed.values[1:]))


def _without_list(before: Sequence[Mention], told: Collection[_Told]) -> Sequence[Mention]:
    """Return figures without the list that ends them, of the figure before it.

    新建19个、改造35个；分布在六个乡镇: the second list is of what the first one is of.
    """
    for whole, listed in told:
        if listed.values[-1] is before[-1] and whole in before:
            return before[: before.index(whole) + 1]
    made = 0
    for size, one in enumerate(reversed(before[-_MOST:])):
        if size >= _TWO and one.value.n == made:
            return before[: len(before) - size]
        made += one.value.n
    return before


def _is_cut(text: str, one: Mention) -> bool:
    """Whether a figure may have lost its first digits to a space: 1 842.66."""
    before = text[max(0, one.start - 2) : one.start]
    return before[-1:] in (BAR, " ") and before[:1].isdigit()


def is_fit(listed: ItemList, whole: Mention, words: RelationWords, said: WholeWords) -> bool:
    """Whether figures can be parts of a whole: what was spent is no part of what was planned."""
    if listed.values[0].depth < whole.depth or _MEAN.search(whole.left):
        return False
    apart = [name for name in listed.names if not _LEFT.search(name)]
    if _LEFT.search(whole.left) and any(said.spent.search(name) for name in apart):
        return False
    begun = [_TIED.sub("", name) for name in listed.names]
    opposed = tuple(begin for name in begun for begin in said.opposites(name))
    if any(name.startswith(opposed) for name in begun):
        return False
    ends = [k for k in said.narrower if all(name.endswith(k) for name in listed.names)]
    if any(kind not in whole.left for kind in ends):
        return False  # 3个单位支出合计N，其中：A基本支出a，B基本支出b
    named = "|".join(listed.names)
    if any(one in named and other in named for one, other in said.holding):
        return False
    roles = {one.role for one in cast(listed.values, words)}
    if len(roles & {DONE, PLANNED}) > 1:
        return False
    if listed.values[0].kind == "count" and is_apart(listed, said):
        return True  # 指标32个，完成29个，未完成3个
    if said.planned.search(whole.left) is None or said.spent.search(whole.left) is not None:
        return True
    return not any(said.spent.search(name) for name in listed.names)


def _is_complete(
    text: str,
    found: Sequence[Mention],
    opening: Opening,
    listed: ItemList,
    whole: Mention,
    said: WholeWords,
) -> bool | None:
    """Whether a list is said to be all; None where words beside it say that it is not."""
    taken = TAKEN.search(text, listed.values[0].end, listed.end + CLAUSE)
    unread = listed.behind[:1] == "、" and not listed.behind[1:2].isdigit()
    if taken or UNTOLD.match(text, listed.end) or unread:
        return None  # 甲A人、乙B人、丙若干: what goes on was not read
    closed = listed.behind[:1] in (",", "，", ";") and listed.behind[1:].startswith(said.closed)
    nothing_else = is_closed(text[listed.end + 1 :], whole)
    closed = closed or nothing_else
    absent, size = none_of(listed.behind)
    if not opening.until and not closed and _goes_on(listed, said):
        return None
    clause = max(text.rfind(mark, 0, opening.at) for mark in MARKS) + 1
    opener = text[max(clause, opening.at - CLAUSE) : opening.begin]
    opener = opener[max(0, whole.end - clause) if whole.home == listed.values[0].home else 0 :]
    mainly = said.main.search(opener) or _MAINLY.match(listed.names[0]) is not None
    if mainly and not nothing_else:
        return None
    around = text[max(0, opening.at - CLAUSE) : listed.end + CLAUSE]
    if said.overlapping.search(around):
        return None
    if text[opening.at] == "(" and not text.startswith(")", listed.end):
        none = text.startswith(")", listed.end + size) and is_partition(
            listed.names, said.partitions, absent
        )
        return True if none else None
    number = _number(text, opening, whole, whole.home == listed.values[0].home, said)
    if number is not None and number > len(listed.parts):
        return None
    if number == len(listed.parts) or _are_announced(found, whole, listed):
        return True
    if opening.said == "all" and not (text[opening.at] == "(" and listed.values[0].kind == "count"):
        return True
    if closed or _is_composed(text, opening, whole):
        return True
    if opening.said == "like":
        return True if is_off_by_a_slip(listed, whole) else None
    last = listed.names[-1]
    others = last.startswith(said.rest) and not last.endswith(said.accounts)
    if others or last.endswith(_AND_OTHERS):
        return True
    if is_partition(listed.names, said.partitions, absent) or is_named_by(listed, whole, said):
        return True
    return shares_fill(found, listed)


def _is_composed(text: str, opening: Opening, whole: Mention) -> bool:
    """Whether a whole is said to be made of what follows: 由9人组成，其中A."""
    before = whole.left.rpartition("由")[1] and text[whole.end : opening.at]
    return bool(before) and before.startswith(("组成", "构成", "共同组成"))


def _goes_on(listed: ItemList, said: WholeWords) -> bool:
    """Whether words behind a list say that there is more: 等, 其余由…承担."""
    tail = listed.behind
    stop = next((i for i, char in enumerate(tail) if char in MARKS), len(tail))
    if "等" in tail[:stop]:
        return True
    if tail[stop : stop + 1] == ")":
        stop += 1
    if tail[stop : stop + 1] not in (",", "，"):
        return False
    after = tail[stop + 1 :]
    return after.startswith(said.more) and not after.startswith(listed.names[-1])


def _are_announced(found: Sequence[Mention], whole: Mention, listed: ItemList) -> bool:
    """Whether the sentence says before the whole that there are as many bodies as the list has.

    独立核算单位3个，在职人员共174人，其中: of three bodies that the list names.
    """
    bodies = [m for m in found if m.kind == "count" and m.unit in ("个", "家", "所")]
    bodies = [m for m in bodies if m.sentence == whole.sentence and m.end <= whole.start]
    if (
        len(bodies) != 1
        or _BESIDES.search(bodies[0].left) is not None
        or bodies[0].value.n != len(listed.parts) * SCALE
    ):
        return False
    one = bodies[0]
    named = any(_BODIES.search(words[-_TWO:]) for words in (one.left, one.right[:_MOST]) if words)
    return named and all(_BODY.search(name) for name in listed.names)


def _number(
    text: str, opening: Opening, whole: Mention, here: bool, said: WholeWords
) -> int | None:
    """Return how many parts the words that open a list say there are."""
    begin = max(text.rfind("。", 0, opening.begin), opening.begin - CLAUSE, 0)
    if here and whole.end <= opening.begin:
        begin = max(begin, whole.end)
    matches = list(said.counted.finditer(text, begin, opening.begin))
    matches += THINGS.finditer(text, begin, opening.begin)
    return whole_number(matches[-1][1]) if matches else None
