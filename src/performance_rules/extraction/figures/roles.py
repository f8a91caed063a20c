"""What part a figure plays in what its sentence works out: planned, done, left over, a change.

The head of the words before a figure says it; what stands before the head says of what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.words import RelationWords, relation_words
from performance_rules.extraction.fixed import fixed
from performance_rules.values.quantity import Count, Quantity

OPENING: Final = "opening"
PLANNED: Final = "planned"
DONE: Final = "done"
LEFT: Final = "left"
_SEVERAL: Final = 8
_REST: Final = "rest"
"""其余N: what it is left of, only the words behind it say."""
TAKEN: Final = "taken"


@fixed(eq=False)
class Cast:
    """A figure with the part it plays.

    Attributes:
        at: the figure.
        role: ``opening``, ``planned`` (or what came in), ``done`` (or spent), ``left`` or
            ``taken``; empty where no word says it.
        head: the word that says it.
        topic: what the words before it narrow it to; empty where they say nothing.
    """

    at: Mention
    role: str
    head: str
    topic: str

    @property
    def order(self) -> tuple[int, int]:
        """Where it stands among the figures of several paragraphs."""
        return self.at.home, self.at.start

    @property
    def plain(self) -> bool:
        """Whether it plays a part and is of nothing narrower than what is spoken of."""
        return bool(self.role) and not self.topic


def cast(found: Sequence[Mention], words: RelationWords) -> list[Cast]:
    """Return figures with the parts they play."""
    return [role_of(one, words) for one in found]


def names_a_thing(one: Mention, words: RelationWords) -> bool:
    """Whether a label before the words of a figure says what all that follows is of.

    办公楼维修:支出N names a thing; 支出情况:支出N and 资金方面:支出N do not.
    """
    label = one.label.removesuffix("情况").removesuffix("方面")
    role, _, topic = played(label)
    return bool(one.left and label) and bool(topic if role else not words.neutral.make(label))


def is_beyond(left: str, aim: str) -> bool:
    """Whether words say by how much what was done is another than what was planned: 超目标3处."""
    before, said, behind = left.partition(aim)
    return bool(said) and (before.endswith(_BEYOND) or behind.startswith(_BY))


@lru_cache(maxsize=4)
def _tails(words: RelationWords) -> tuple[str, ...]:
    return tuple(words.tails)


def role_of(one: Mention, words: RelationWords) -> Cast:
    """Return a figure with the part it plays."""
    role, head, topic = played(one.name)
    if one.right and role in ("", _REST) and one.right.startswith(_tails(words)):
        for tail, said in words.tails.items():
            if one.right.startswith(tail):
                return Cast(one, said, tail, topic if role else _topic(one.name, words))
    return Cast(one, role, head, topic)


@lru_cache(maxsize=8192)
def played(left: str) -> tuple[str, str, str]:
    """Return the part that words say, the word that says it, and what they narrow it to.

    Args:
        left: the words before a figure.
    """
    words, text = relation_words(), left
    while text:
        for head, role in words.heads_by_end.get(text[-1], ()):
            if text.endswith(head) and role == PLANNED and text.endswith(_BEYOND, 0, -len(head)):
                return "", "", without_tail(left, words)
            if text.endswith(head):
                used = _USED.search(text[: -len(head)]) if role == PLANNED else None
                if used is not None:
                    return DONE, head, _topic(text[: used.start()], words)
                return role, head, _topic(text[: -len(head)], words)
        size = words.fillers.ending(text) or words.sums.ending(text)  # 发放补贴, 拨付资金
        if not size:
            break
        text = text[:-size]
    return "", "", without_tail(left, words)


def _topic(text: str, words: RelationWords) -> str:
    """Return what words narrow a head to; a time narrows nothing."""
    text = _LEVELS.sub("", _TIME.sub("", text))
    return "" if words.neutral.make(text) else text


_LEVELS: Final = re.compile(r"\A(?:[中央省市区县镇乡]{0,2}[两三四]级|各级)(?:财政)?")
"""All who give money: 省、市两级到位."""
_BEYOND: Final = (
    "超",
    "超出",
    "超过",
    "低于",
    "高于",
    "少于",
    "多于",
    "距",
    "距离",
    "差",
    "比",
    "较",
)
"""Before what was planned: by how much what was done is another, 超目标3处."""
_USED: Final = re.compile(
    r"(?<!计划)(?<!预计)(?<![拟可应未待])(?:使用|动用|耗用)了?(?:(?:19|20)\d\d年度?|[本当]年度?|全年|年初)?\Z"
)
"""Before what was planned: it was spent, 使用当年预算N."""
_BY: Final = ("多", "少", "高", "低", "增", "减", "超", "节约")
_WHOLE_WORD: Final = "下达"
"""A verb that ends as a filler does: 达."""
_TIME: Final = re.compile(
    r"(?:截至|截止)?(?:到|至)?(?:19|20)\d\d年度?(?:初|末|底)?(?:1?\d月(?:\d\d?日|底|末)?)?"
)


def without_tail(text: str, words: RelationWords) -> str:
    """Return words without the fillers at their end: 实际支出共 is 实际支出."""
    while (size := words.fillers.ending(text)) and not text.endswith(_WHOLE_WORD):
        text = text[:-size]
    return text


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be added or divided: amounts, or counts of one unit."""
    kind = type(one)
    return kind is type(other) and (kind is not Count or one.unit == other.unit)


def agrees(value: Quantity, n: int, slack: int) -> bool:
    """Whether a figure can be what was worked out, give or take the rest of what went into it."""
    return abs(value.n - n) <= value.half + slack


def undivided(counts: Iterable[Mention]) -> list[Mention]:
    """Return numbers without those that take the one before them apart: 42场，岸19场、船23场."""
    out: list[Mention] = []
    rest = list(counts)
    while rest:
        whole, *rest = rest
        out.append(whole)
        made = 0
        for size, one in enumerate(rest[:_SEVERAL], 1):
            made += one.value.n
            if size > 1 and made == whole.value.n:
                rest = rest[size:]
                break
    return out
