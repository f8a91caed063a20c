"""A thing with what it was given, what was spent of it, and the rate or the rest of that.

清淤项目安排A、使用B、执行率P，灌区项目安排C、使用D、结余E: each stands right behind the one before,
so that nothing but the thing named first can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import DONE, LEFT, PLANNED, Cast, alike
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed

_COMMAS: Final = ("", ",", "，", "、")
_MOVED: Final = re.compile(
    "收回|上缴|交回|缴回|追加|调[整增减剂]|核减|压减|结转|含|累计|其中|截至|上年|分别|退回|另"
)
_KINDS: Final = ("money", "done")
_BEHIND: Final = 2
_NEAR: Final = 6


@fixed(eq=False)
class Thing:
    """What one thing was given, what was spent of it, and what is said of both.

    Attributes:
        planned: what it was given.
        done: what was spent of it.
        rate: how much that is in per cent.
        left: what is left of it.
        near: other figures of the sentence that may be meant as well.
    """

    planned: Mention
    done: Mention
    rate: Mention | None
    left: Mention | None
    near: tuple[Mention, ...]


def things(parts: Sequence[Cast], words: RelationWords) -> Iterator[Thing]:
    """Yield the things that sentences tell with their figures one right behind the other.

    Args:
        parts: figures in their order, with the parts they play.
        words: the words of relations.
    """
    for i, (planned, done) in enumerate(pairwise(parts)):
        if planned.role != PLANNED or done.role != DONE or not done.plain:
            continue
        if not _follows(planned.at, done.at) or not alike(planned.at.value, done.at.value):
            continue
        if _MOVED.search(planned.at.left) or _MOVED.search(done.at.left):
            continue
        if i and _is_of_several(parts[i - 1], planned.at):
            continue
        rate = left = None
        last = done.at
        for one in parts[i + 2 : i + 2 + _BEHIND]:
            if not _follows(last, one.at) or one.at.value.approximate:
                break
            if rate is None and one.at.kind == "percent" and _is_rate(one.at, words):
                rate = one.at
            elif left is None and _is_left(one, done.at):
                left = one.at
            else:
                break
            last = one.at
        near = [m.at for m in parts[max(0, i - _NEAR) : i + 2 + _NEAR]]
        near = [m for m in near if m.sentence == done.at.sentence and alike(m.value, done.at.value)]
        if left is not None and any(_MOVED.search(m.left) for m in near if m.start > left.start):
            left = None  # 结余A，交回B: B was left as well
        if rate is None and left is None:
            continue
        own = (planned.at, done.at, left)
        yield Thing(planned.at, done.at, rate, left, tuple(m for m in near if m not in own))


def _is_of_several(before: Cast, planned: Mention) -> bool:
    """Whether what was given came from several: 省级下达A，县级下达B，使用C is of both."""
    given = before.role not in (DONE, LEFT) and alike(before.at.value, planned.value)
    return given and _follows(before.at, planned)


def _follows(first: Mention, second: Mention) -> bool:
    """Whether a figure stands in the clause right behind that of another one."""
    close = first.close + 1 == second.begin and second.opener in _COMMAS
    return close and first.sentence == second.sentence and first.depth == second.depth


def _is_rate(one: Mention, words: RelationWords) -> bool:
    return words.rates.get(one.left.rstrip("为是达约"), "") in _KINDS


def _is_left(one: Cast, done: Mention) -> bool:
    """Whether a figure is what is left of the one before it, and nothing became of that.

    What is carried over, 年末结转和结余, counts what was carried in as well.
    """
    bare = one.role == LEFT and one.plain and alike(one.at.value, done.value)
    bare = bare and _MOVED.search(one.at.left) is None
    return bare and not one.at.depth and _MOVED.search(one.at.right) is None
