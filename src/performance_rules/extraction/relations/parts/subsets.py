"""What is a part of a set: 纳入海岛18个，已完工16个; 24个项目（项目总数30个）; 上述两项均在A中列支.

A set that was only planned is none: more may be done than was planned.  What came in in a year is
no sure set: of what was closed in it (收到28件，办结31件) some may have come before, unless it
is said to be of those that came.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering, comparable
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.totals import Total
from performance_rules.text.numerals import whole_number
from performance_rules.text.words import has_any

_SET: Final = re.compile(
    r"(?:纳入|列入|入库|立项|批准|排查|发现|查出|梳理|登记|在册|共有|现有|开工|实施|开展|查处|交办|收到|接到)(?P<noun>[^\d]{0,12})\Z"
)
_DONE: Final = re.compile(
    r"\A(?:目前|其中|现|年底前?|年末)?(?:已|现已|均已|已经|实际)?(?P<verb>完成整改|整改到位|整改|整治|完工|竣工|建成|开工|通过验收|验收"
    r"|办结|销号|拆除|完成|结案|回复|答复|修复)(?:了|的)?(?P<noun>[^\d]{0,8})\Z"
)
_FLOW: Final = re.compile("立项|立案|批准|开工|查处|交办|收到|接到|受理|登记")
_OF_THESE: Final = re.compile("其中|已|均|全部|[^\\d,，。;]{2,6}率")
"""Words by which what was done is of what came in: 已办结, 办结率."""
_UNSURE: Final = re.compile(
    "计划|目标|任务|拟|预计|上年|往年|历年|结转|累计|存量|以前|跨年|另|新增|含"
)
_TOTAL: Final = re.compile(
    r"\A(?P<noun>[^\d,，。;]{2,8})(?:总数|总量|总计|共有|共计)(?:为|是|有)?\Z"
)
_LISTS: Final = re.compile("包括|包含|用于|分为|构成为|有")
_LISTED: Final = re.compile(
    rf"(?P<name>[^\d,，。;:、()]{{3,16}}?)(?:主要)?(?:{_LISTS.pattern})[:]?(?P<first>[^\d,，。;:、()]{{0,24}})\Z"
)
_CHARGED: Final = re.compile(
    r"\A(?:上述|以上|前述)(?P<many>[两二三四五六])项[^\d,，。;]{0,6}(?:均|都|全部)(?:在|从|由)[^\d,，。;]{2,12}\Z"
)
_FROM: Final = re.compile(r"\A(?:中|内|里)?(?:列支|开支|支出|安排|解决)")
_WHAT: Final = r"(?P<what>支出|收入|预算|资金|经费)(?:为|是|达|共)?\Z"
_OF_BODY: Final = re.compile(
    rf"\A其中:?(?:局|厅|委|院|校|县|区|市|镇|乡|街道)?(?:机关|本级|本部|所属|下属|直属|二级)[^\d,，。;、]{{0,14}}?{_WHAT}"
)
_HEAD: Final = re.compile(rf"\A.*?{_WHAT}")
_OWN: Final = re.compile("机关|本级|本部|自身")
"""A whole that is itself that of one body alone."""
_AMONG: Final = re.compile(r"(?<=[。;])(?P<name>[\u4e00-\u9fff]{3,12}?)[中里][,，]")
_ASIDE: Final = re.compile("[比较与]|增|减|目标|计划|任务|每|均|累计|以上各|共|合计|另|上年")
_IN: Final = re.compile(
    r"\A(?P<whole>[^\d,，。;:、()中]{3,12})中(?:的)?[^\d,，。;:、()比较均每]{2,14}(?:支出|一项|费用|投入|为|达|有)+\Z"
)
_SET_ASIDE: Final = re.compile("预算|计划|目标|合同|中标|上年|去年|拟|预计|每|均")
_FAR: Final = 64
"""So many figures before a place, and behind it, are looked at."""
_PIECE: Final = re.compile("[。;!?]")
_BESIDE: Final = (",", "，", "(")
_BEFORE: Final = ("上述", "以上", "前述")
_FEWEST: Final = 2
_MOST: Final = 12


def subsets(text: str, found: Sequence[Mention], words: RelationWords) -> list[Ordering]:
    """Return the numbers of a paragraph that are of some of a set, each with that of the set.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    counts = [one for one in found if one.kind == "count"]
    made: list[Ordering] = []
    for whole, one in pairwise(counts):
        if whole.part != one.part or one.opener not in _BESIDE:
            continue
        if not comparable(whole, one, words):
            continue
        wording = f"{one.left}{one.value.printed}"
        if whole.depth == one.depth and _is_done(text, whole, one):
            came = _FLOW.search(whole.left) is not None and not is_of_these(text, one)
            made.append(Ordering(one, whole, "at_most", wording, inferred="came" if came else ""))
        elif one.opener == "(" and one.depth == whole.depth + 1:
            said = _TOTAL.match(one.left)
            if said is not None and said["noun"] in whole.right + whole.left:
                made.append(Ordering(one, whole, "at_least", wording))
    if "中" not in text:
        return made
    made += _members(text, counts, words)
    made += _bodies(found, words) if "其中" in text else ()
    return [*made, *_of_named(text, found, words)]


def _of_named(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield a part told of a whole that has its figure before: 疏浚N；疏浚中航槽一项即支出M."""
    for i, one in enumerate(found):
        said = _IN.match(one.left) if i and one.kind in ("amount", "count") else None
        if said is None or one.opener == "" or _UNSURE.search(one.left) is not None:
            continue
        wholes = [
            m
            for m in found[max(0, i - _FAR) : i]
            if m.left.endswith(said["whole"]) and comparable(m, one, words)
        ]
        wholes = [m for m in wholes if m.depth == one.depth]
        if len({m.value.n for m in wholes}) != 1:
            continue
        whole = wholes[-1]
        before = text[max(0, whole.start - len(whole.left) - _MOST) : whole.start]
        if _SET_ASIDE.search(before) is None:
            yield Ordering(one, whole, "at_most", f"{one.left}{one.value.printed}")


def _members(text: str, counts: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield those of a set that are more than all of it, whose name is said once more before them.

    在编人员126人。…在编人员中，女性61人，35岁以下138人: whatever else they are, they are of it.
    """
    starts = [m.start for m in counts]
    for said in _AMONG.finditer(text):
        at = bisect_left(starts, said.start())
        wholes = [m for m in counts[max(0, at - _FAR) : at] if m.left.endswith(said["name"])]
        if len({m.value.n for m in wholes}) != 1:
            continue
        whole = wholes[-1]
        stop = _PIECE.search(text, said.end())
        end = stop.start() if stop else len(text)
        near = counts[at : at + _FAR]
        inside = [m for m in near if said.end() <= m.start < end and m.depth == whole.depth]
        for one in inside:
            above = one.value.n - one.value.half > whole.value.n + whole.value.half
            if above and not _ASIDE.search(one.left) and comparable(whole, one, words):
                yield Ordering(one, whole, "at_most", f"{one.left}{one.value.printed}")


def _bodies(found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield what one of several bodies has of all that they have: 总支出A，其中下属某站支出B."""
    for whole, one in pairwise(found):
        said = _OF_BODY.match(one.left)
        if said is None or one.kind != "amount" != whole.kind or one.opener not in (",", "，"):
            continue
        near = whole.end + 1 == one.start - len(one.left) and whole.depth == one.depth
        same = said["what"] == _HEAD.sub(r"\g<what>", whole.left[-_MOST:])
        if near and same and not _OWN.search(whole.left) and comparable(whole, one, words):
            yield Ordering(one, whole, "at_most", f"{one.left}{one.value.printed}")


def is_of_these(text: str, one: Mention) -> bool:
    """Return whether what was done is said to be of what came in, or has its rate right behind."""
    said = _OF_THESE.search(one.left) is not None
    return said or _RATE_BEHIND.match(text, one.close) is not None


_RATE_BEHIND: Final = re.compile(r"[^\d,，。;]{0,6}[,，(][^\d,，。;]{1,8}率")


def _is_done(text: str, whole: Mention, one: Mention) -> bool:
    """Whether a number is of those of a set that something was done with: 已完工21个."""
    of, done = _SET.search(whole.left), _DONE.match(one.left)
    if of is None or done is None or one.right or one.opener not in (",", "，"):
        return False
    if one.start - len(one.left) - whole.end - len(whole.right) != 1:
        return False
    begin = whole.start - len(whole.left)
    stop = _PIECE.search(text, one.end)
    around = text[max(0, begin - _MOST) : stop.start() if stop else len(text)]
    same = not done["noun"] or done["noun"] in whole.left + whole.right
    return same and _UNSURE.search(around) is None


def charged(found: Sequence[Mention], heads: Sequence[Mention]) -> Iterator[Total]:
    """Yield what is said to be paid out of one amount, each the first amount of its paragraph.

    Args:
        found: the figures of a paragraph.
        heads: the first amounts of the paragraphs before it.
    """
    for one in found:
        known = one.kind == "amount" and one.left[:2] in _BEFORE
        said = _CHARGED.match(one.left) if known else None
        if said is None or _FROM.match(one.right) is None:
            continue
        many = whole_number(said["many"].replace("两", "二")) or 0
        parts = heads[-many:] if many else ()
        names = {m.left for m in parts}
        if len(parts) == many == len(names):
            yield Total(tuple((m.left, m) for m in parts), one, complete=False)


def contents(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Total]:
    """Yield the parts that are told of a whole that an earlier sentence gives under its name.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    for i, first in enumerate(found):
        if not i or first.kind != "amount" or first.depth:
            continue
        begin = first.start - len(first.left)
        opener = text[max(0, begin - 2 * _MOST) : begin] if first.opener == ":" else ""
        lead = opener + first.left
        said = _LISTED.search(lead) if _LISTS.search(lead) else None
        if said is None:
            continue
        name = said["name"].removeprefix("其中")
        wholes = [m for m in found[:i] if m.kind == "amount" and m.left.endswith(name)]
        if len({m.value.n for m in wholes}) != 1 or wholes[-1].part == first.part:
            continue
        parts = _parts(found[i : i + _MOST], words)
        named = tuple(
            (m.left if m is not first or first.opener == ":" else said["first"], m) for m in parts
        )
        if len(parts) >= _FEWEST and len({n for n, _ in named}) == len(named):
            yield Total(named, wholes[-1], complete=False)


def _parts(found: Sequence[Mention], words: RelationWords) -> list[Mention]:
    """Return the amounts of a list, one behind the other, each with a name."""
    parts = [found[0]]
    for one in found[1:]:
        last = parts[-1]
        beside = one.start - len(one.left) - last.end == 1 and one.opener in ("、", "，", ",")
        if one.kind != "amount" or one.part != last.part or not beside or not one.left:
            break
        if has_any(one.left, words.bounds) or one.left.startswith(words.parts):
            break
        parts.append(one)
    return parts
