"""By how much all has changed, beside what each has: 甲增加A，乙减少B，其余持平，总支出净增C.

That these are all changes is said by the words between: the others have none, or the changes are
set off against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.relations.stocks.movements import Movement

_NET: Final = re.compile(
    r"(?:[^\d,，。;]{0,8}?)(?:净|合计净?|共净?|共计净?|总共|总体)(?P<way>增加?|减少?)(?:额)?(?:了|为|达|支出)?\Z"
)
_CLOSED: Final = re.compile(
    r"(?:其[余他](?:各项|各类|项目|支出|科目|部分)?(?:支出|经费|费用)?(?:均|都|基本|与上年|同上年)*"
    r"(?:持平|不变|一致|没有变化|无变化|无变动|未变)|(?:增减|两项|各项|以上|上述)?(?:增减)?(?:相抵|相减|品迭|轧抵|抵减)后?)"
)
_CHANGE: Final = re.compile(
    r"\A(?!其中|含|包括)(?P<name>[^\d,，。;]{2,14}?)(?P<way>增加|增长|减少|下降|压减)了?\Z"
)
_AGAINST: Final = re.compile(r"(?:上年|去年|19\d\d年|20\d\d年)(?:度|同期)?(?:相比)?")
_FEWEST: Final = 2
_MOST: Final = 10


def nets(text: str, found: Sequence[Mention]) -> Iterator[Movement]:
    """Yield the net changes of a paragraph with all changes that make them.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if "净" not in text and "计" not in text:
        return
    for at, net in enumerate(found):
        said = _NET.search(net.left)
        if said is None or net.kind not in ("amount", "count") or at < _FEWEST or net.depth:
            continue
        each = list(_changes(found[max(0, at - _MOST) : at], net))
        last = each[-1][0] if each else net
        if len(each) < _FEWEST or not _CLOSED.search(text, last.end, net.start):
            continue
        ups = tuple(one for one, up in each if up)
        downs = tuple(one for one, up in each if not up)
        came, went = (ups, downs) if said["way"].startswith("增") else (downs, ups)
        made = Movement(came, went, net)
        if came and (made.fits or _is_all(text, each, net)):
            yield made


def _changes(before: Sequence[Mention], net: Mention) -> Iterator[tuple[Mention, bool]]:
    """Yield the changes of a sentence in their order, and whether each is a rise."""
    for one in before:
        if one.sentence != net.sentence or one.depth or not alike(one.value, net.value):
            continue
        said = _CHANGE.match(one.left)
        if said is not None and _AGAINST.match(said["name"]) is None:
            yield one, said["way"].startswith("增")


def _is_all(text: str, each: Sequence[tuple[Mention, bool]], net: Mention) -> bool:
    """Whether no other figure of the kind stands among the changes, which follow each other."""
    first, last = each[0][0], each[-1][0]
    between = [m for m, _ in each]
    digits = sum(char.isdigit() for char in text[first.start : last.end])
    own = sum(sum(char.isdigit() for char in text[m.start : m.end]) for m in between)
    behind = any(char.isdigit() for char in text[last.end : net.start])
    return digits == own and not behind
