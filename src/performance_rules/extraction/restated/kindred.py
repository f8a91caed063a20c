"""Two figures with digits exchanged that are of one thing, though their names are not the same.

在校学生N人 and M名在校学生, 固定资产原值N and 固定资产账面原值M: that two numbers of three or more
digits are each other's but for two places is hardly ever chance.  What their sentences name in
common is then their name, unless something between says that they are of two things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from performance_rules.extraction.figures.roles import cast
from performance_rules.extraction.figures.slips import size, slip
from performance_rules.extraction.figures.words import Vocabulary, relation_words
from performance_rules.extraction.statements.naming import DATE, Name, name_of
from performance_rules.extraction.statements.said import Said, kind
from performance_rules.extraction.statements.words import restated_words
from performance_rules.values.quantity import Count

_LEAST: Final = 2
_CERTAIN: Final = 3
_SURE: Final = 4
_LEFT: Final = 24
_NEAR: Final = 60
_NOUN: Final = re.compile("[\u4e00-\u9fff]{2,10}")
_HAN: Final = re.compile("[\u4e00-\u9fff]{2,}")
_PLANNED: Final = re.compile("计划|目标|任务|拟|预计|申报|应|指标值|规划|设计|标准(?!化|农田)")
_STAGE: Final = re.compile(f"(?P<planned>{_PLANNED.pattern})|实际|完成|实有|已")
_STEADY: Final = frozenset({"累计", "抽查", "抽取"})
_TWO: Final = 2


def shared_name(first: Said, second: Said, a: Name, b: Name, said: Sequence[Said]) -> str:
    """Return what two figures with digits exchanged are both called; empty if nothing is.

    Args:
        first: a figure.
        second: a later one of its kind.
        a: what the first is of.
        b: what the second is of.
        said: all figures of the document.
    """
    digits = size(first.at.value)
    if not may_be_one(first, second):
        return ""
    if not (a.level and b.level) or a.times - _STEADY != b.times - _STEADY:
        return ""
    if _is_of_other_part(first, second):
        return ""
    mine, its = _phrase(first), _phrase(second)
    name = _common(mine, its, _plain_words())
    alone = _are_only_ones(first, said)
    if name:
        odd = [_narrower(one, name, other) for one, other in ((mine, second), (its, first))]
        short = len(name) < _CERTAIN and not (alone or _tied(first, second, name))
        if all(odd) or (short and (max(map(len, odd)) > 1 or digits < _SURE)):
            return ""
    elif digits >= _SURE:
        name = _common(mine, _around(second), _plain_words())
        name = name or _common(its, _around(first), _plain_words())
    if not name and digits >= _SURE and _share_figure(first, second, said):
        name = _common(mine, its)
    if not name and alone:
        name = _common(mine, its)
        if name and all(_narrower(one, name, two) for one, two in ((mine, second), (its, first))):
            return ""
        bare = any(_plain_words().make(one.at.left) for one in (first, second))
        name = name or (max(a.core, b.core, key=len) if digits >= _SURE and bare else "")
    if not name and digits > _SURE and _is_of_all(first, second):
        name = max(a.core, b.core, key=len)
    return name if name and _is_of_two(first, second, a.year or b.year, name, said) else ""


def may_be_one(first: Said, second: Said) -> bool:
    """Whether two figures have the same digits in another order, and enough of them."""
    exchanged = slip(first.at.value.n, second.at.value.n) == "exchanged"
    return exchanged and size(first.at.value) >= _CERTAIN


def _is_of_other_part(first: Said, second: Said) -> bool:
    """Whether one figure is planned and the other done, or they are two stages of money."""
    planned = [_is_planned(one) for one in (first, second)]
    one, other = cast([first.at, second.at], relation_words())
    return planned[0] != planned[1] or bool(one.role and other.role and one.head != other.head)


def _is_of_all(first: Said, second: Said) -> bool:
    """Whether one part is played by both figures, and one is the project's own: 本项目全年支付N."""
    own = restated_words().own
    one, other = cast([first.at, second.at], relation_words())
    plain = own.search(first.at.left) or own.search(second.at.left)
    return bool(one.role) and one.role == other.role and plain is not None


def _is_planned(one: Said) -> bool:
    """Whether the last word of a sentence for plan or deed before a figure is one for a plan."""
    stages = [stage["planned"] is not None for stage in _STAGE.finditer(one.lead)]
    return stages[-1] if stages else False


def _tied(first: Said, second: Said, name: str) -> bool:
    """Whether the sentences of two figures name one more thing in common."""
    mine, its = (_around(one).replace(name, "|") for one in (first, second))
    return bool(_common(mine, its, _plain_words()))


def _share_figure(first: Said, second: Said, said: Sequence[Said]) -> bool:
    """Whether one more figure stands in both sentences: 涉及19所学校, 分解到19所学校."""
    told = [
        {
            (kind(x.at.value), x.at.value.n)
            for x in said
            if x.at.home == one.at.home and x.at.sentence == one.at.sentence and x is not one
        }
        for one in (first, second)
    ]
    return not told[0].isdisjoint(told[1])


def _are_only_ones(first: Said, said: Sequence[Said]) -> bool:
    """Whether a count is one of the only two in its unit that were reached."""
    if not isinstance(first.at.value, Count):
        return False
    of = kind(first.at.value)
    same = [one for one in said if isinstance(one.at.value, Count) and kind(one.at.value) == of]
    done = [one for one in same if not _PLANNED.search(one.at.name)]
    return len({one.at.value.n for one in done if name_of(one).level}) == _TWO


def _is_of_two(
    first: Said, second: Said, year: int | None, name: str, said: Sequence[Said]
) -> bool:
    """Whether no third figure of the year has the name, and not both figures are said again."""
    of = kind(first.at.value)
    same = [one for one in said if one.at.kind in ("amount", "count") and kind(one.at.value) == of]
    called = {one.at.value.n for one in same if name in _phrase(one) and _is_level(one, year)}
    again = [sum(one.at.value.n == two.at.value.n for one in same) > 1 for two in (first, second)]
    return len(called) <= _TWO and not all(again)


def _is_level(one: Said, year: int | None) -> bool:
    name = name_of(one)
    return name.level and not (year and name.year and name.year != year)


def _phrase(one: Said) -> str:
    """Return the words of a figure: those before it and the noun behind it."""
    noun = _NOUN.match(one.at.right)
    words = restated_words().inner.sub("", DATE.sub("", one.at.name))
    return f"{words[-_LEFT:]}|{noun[0] if noun else ''}"


def _around(one: Said) -> str:
    """Return what a sentence says around a figure."""
    return f"{one.lead[-_NEAR:]}|{one.rest[:_NEAR]}"


def _common(one: str, other: str, words: Vocabulary | None = None) -> str:
    """Return the longest piece of two texts that is not made of words that say nothing."""
    plain = ""
    for length in range(min(len(one), len(other), _LEFT), _LEAST - 1, -1):
        for at in range(len(one) - length + 1):
            piece = one[at : at + length]
            if piece in other and piece not in plain and _HAN.fullmatch(piece):
                if words is None or not words.make(piece):
                    return piece
                plain += f"|{piece}"
    return ""


def _narrower(phrase: str, name: str, other: Said) -> str:
    """Return by what a phrase narrows a name that the sentence of the other figure does not say."""
    left, _, behind = phrase.partition("|")[0].partition(name)
    around = f"{other.lead}|{other.rest}|{other.section}".replace(name, "|")
    pieces = [
        *_known().sub("|", left).split("|"),  # what narrows a name stands before it
        *(piece for piece in _known().sub("|", behind).split("|") if len(piece) > 1),
    ]
    return max((piece for piece in pieces if piece not in around), key=len, default="")


@lru_cache(maxsize=1)
def _plain_words() -> Vocabulary:
    """Return the words that say nothing of what a figure is of."""
    of, words = restated_words(), relation_words()
    heads = [head for head, _ in words.heads]
    return Vocabulary.of(
        of.before.words, of.behind.words, words.neutral.words, words.fillers.words,
        words.sums.words, heads, of.passing.words,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    words = sorted(_plain_words().words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
