"""Figures told in turn, and their sum: 三个片区分别完成12.4、9.8和7.3公里，合计29.5公里.

Only the first has a name; the sum is of what that says, or says that it is of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import agrees, alike, without_tail
from performance_rules.extraction.figures.slips import is_miss
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.omissions import adds_more
from performance_rules.extraction.relations.totals import Total
from performance_rules.text.numerals import whole_number
from performance_rules.text.words import has_any

TURNS: Final = "别次各先逐历陆年"
"""One of these stands in each of the words by which figures are told in turn."""
EACH: Final = re.compile("分别|依次|各为|先后|逐年|分年|历年|陆续")
JOINED: Final = ("", "和", "与", "及", "以及")
_FEWEST: Final = 2
_QUARTER: Final = 4
_BEHIND: Final = 3
_NO_SUM: Final = re.compile(
    r"[每均占比较率差]|增长|增加|减少|下降|降低|提高|上升|单价|标准|得分|年末|年底|期末|余额|最[高低大小]|计划|目标|预算|预计|累计(?:至|到)"
)
_NUMBER: Final = re.compile(
    r"(?P<n>[两二三四五六七八九十]|(?<!\d)\d{1,2}(?!年|月))(?:个?(?:季度|年|半年)|个月|[批期次笔类项家所个县镇乡村])"
)
_TIMES: Final = re.compile("季度|半年|[批期次]")
_SUM: Final = re.compile(r"\A(?:额|数|量|金额)")
_WHOLE: Final = re.compile("共|合计|总|全年|累计")
_QUARTERS: Final = re.compile("[一1](?:季度)?[至到—-][四4]季度|各季度|[按分]季|季度")
_TOTAL: Final = re.compile(
    r"\A(?:以上|上述)?(?:(?P<n>[两二三四五六七八九十])(?!季度|月)(?:项|类|者|批|期|次|年|家|个?[\u4e00-\u9fff]{1,4}))?"
    r"(?P<of>[\u4e00-\u9fff]{0,6}?)(?P<year>全年|年度)?(?P<more>[\u4e00-\u9fff]{0,4}?)(?:合计|共计|总计|累计|一共|共|总)(?P<rest>[\u4e00-\u9fff]{0,12})\Z"
)


_OF_YEAR: Final = re.compile(r"\A全年度?(?P<of>[\u4e00-\u9fff]{0,8}?)(?:为|是|达)?\Z")


def in_turn(found: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the figures of a paragraph that are told in turn, behind one name."""
    at = 0
    while at < len(found):
        first = found[at]
        end = at + 1
        if EACH.search(first.left) is not None:
            while end < len(found) and _goes_on(found[end - 1], found[end]):
                end += 1
            if end - at >= _FEWEST:
                yield list(found[at:end])
        at = end


def _goes_on(last: Mention, one: Mention) -> bool:
    """Whether a figure stands right behind another one and has no name of its own."""
    joined = one.left in JOINED and one.opener in ("、", "", *",，")
    close = one.start - len(one.left) - last.close <= (1 if one.opener else 0)
    return joined and close and one.kind == last.kind and alike(one.value, last.value)


def turns(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Total]:
    """Yield the sums of figures told in turn.

    Args:
        text: the paragraph.
        found: the figures of a paragraph in their order.
        words: the words of relations.
    """
    for run in in_turn(found) if EACH.search(text) is not None else ():
        first = run[0]
        if first.kind not in ("amount", "count") or _NO_SUM.search(first.left):
            continue
        if any(one.value.approximate for one in run):
            continue
        n, slack = sum(m.value.n for m in run), sum(m.value.half for m in run)
        near = [m for m in found if alike(m.value, first.value) and m not in run]
        if any(agrees(m.value, n, slack) for m in near):
            continue
        at = found.index(first)
        behind = found[at + len(run) : at + len(run) + _BEHIND]
        behind = [m for m in behind if alike(m.value, first.value)][:1]
        total = next((m for m in behind if _is_sum(m, run, words)), None)
        if total is not None and adds_more(found[found.index(total) - 1], total):
            continue  # A、B，加上本期，累计N
        before = found[at - 1] if at and found[at - 1] in near else None
        if total is None and before is not None and _is_taken_apart(before, run):
            total = before if is_miss(before.value.n, n) else None
        if total is None or total.sentence != first.sentence or total.depth != first.depth:
            continue
        parts = tuple((f"第{i}项", m) for i, m in enumerate(run, 1))
        yield Total(parts, total, complete=True)


def _is_taken_apart(one: Mention, run: Sequence[Mention]) -> bool:
    """Whether a figure before others in turn is told of as many parts: 共480人次，三期分别为."""
    lead = run[0].left
    told = _NUMBER.search(lead) is not None or _QUARTERS.search(lead) is not None
    said = _WHOLE.search(one.left) is not None and not one.value.approximate
    return told and said and _is_whole(lead, len(run), yearly=True)


def _is_sum(one: Mention, run: Sequence[Mention], words: RelationWords) -> bool:
    """Whether a figure is said to be the sum of what was told in turn."""
    first = run[0]
    if _is_of_quarters(one, run, words):
        return True
    said = _TOTAL.match(one.left) if alike(one.value, first.value) else None
    if said is None or one.value.approximate or has_any(one.left, words.partial):
        return False
    number = whole_number(said["n"].replace("两", "二")) if said["n"] else None
    if number is not None and number != len(run):
        return False
    if not _is_whole(first.left, len(run), yearly=bool(said["year"])):
        return False
    n = sum(m.value.n for m in run)
    if said["year"] and not (_TIMES.search(first.left) or is_miss(one.value.n, n)):
        return False  # 三船分别加油A、B、C，全年共加油D: in all that year, not then
    lead = EACH.split(first.left)[0] + first.left
    rest = [said["of"], said["more"], said["rest"]]
    rest = [without_tail(_SUM.sub("", word), words) for word in rest]
    return all(words.money.make(word) or word in lead for word in rest)


def _is_of_quarters(one: Mention, run: Sequence[Mention], words: RelationWords) -> bool:
    """Whether a figure is that of the year whose four quarters were told: 一至四季度分别为…，全年N.

    What is told as reached by the end of each of them is no part of the year.
    """
    lead = run[0].left
    said = _OF_YEAR.match(one.left) if alike(one.value, run[0].value) else None
    if said is None or _QUARTERS.search(lead) is None or len(run) != _QUARTER:
        return False
    reached = [m.value.n for m in run]
    if reached == sorted(reached) and _is_near(reached[-1], one.value.n):
        return False
    of = without_tail(said["of"], words)
    if one.value.approximate or any(word in of and word not in lead for word in words.stages):
        return False  # 各季度分别拨付…，全年预算N
    return words.money.make(of) or of in lead


def _is_near(n: int, other: int) -> bool:
    """Whether two numbers are the same but for a digit."""
    return n == other or is_miss(n, other)


def _is_whole(lead: str, size: int, *, yearly: bool) -> bool:
    """Whether so many figures are as many as their words say, and all of a year where it is one."""
    for said in _NUMBER.finditer(lead):
        number = whole_number(said["n"].replace("两", "二"))
        if number is not None and number != size:
            return False
    if not yearly:
        return True
    return _QUARTERS.search(lead) is None or size == _QUARTER
