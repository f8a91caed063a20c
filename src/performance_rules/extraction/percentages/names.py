"""How surely words name a figure: by the whole of its name, or by a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.statements.naming import core_of
from performance_rules.extraction.statements.words import restated_words

EXACT: Final = 4
"""The very name."""
SURE: Final = 3
"""The whole of the name, but for words that say nothing."""
LIKELY: Final = 2
"""One name is the other with something before it."""
_STAGE: Final = re.compile("年初|调整|全年|追加|上年|下年")
_SHORTEST: Final = 2
_LONG: Final = 3
_BEHIND: Final = 10
_SIZE: Final = re.compile(r"(?:发行|签订)?(?:总量|总数|总额|数量|金额|总|数|额|的)\Z")
"""At the end of a name, that it is how much there is of it: 债券发行额 is 债券额."""
_SCOPE: Final = re.compile(r"(?:全|本|我|该)\w{0,3}|(?:19|20)\d\d年度?|年度|当年|总|实际|累计")
"""Before a name, that it is of all that is spoken of: 全系统总收入."""
_FROM: Final = ("由", "从", "自")
"""Before the level that something rose or fell from, which is not what it is now."""
_SUMS: Final = ("总计", "合计")
_REFERS: Final = re.compile(r"\A(?:上述|以上|该|此|这|其(?!中))")


def named(phrase: str, found: Sequence[Mention], words: RelationWords) -> list[Mention]:
    """Return the figures that words name most surely, in their order; none if none is likely.

    Args:
        phrase: the words.
        found: the figures that may be meant.
        words: the words of relations.
    """
    wanted = _core(phrase, words)
    if len(wanted) < _SHORTEST:
        return []
    found = [
        one for one in found if _stage(phrase) == _stage(one.left) and not one.left.endswith(_FROM)
    ]
    literal = [one for one in found if one.left.removeprefix("其中") == phrase]
    if literal:
        return literal
    if wanted != phrase and words.money.make(wanted):
        # a bare 支出 is that of its topic, and not 本年支出
        bare = [one for one in found if without_tail(one.left, words) == wanted]
        if any(one.left.endswith(_SUMS) for one in bare):
            return []  # 收入总计A，其中本年收入B，占全部收入的P: of which, it does not say
        found = [one for one in found if one not in bare]
    ranked = [
        (max((_surely(wanted, name, words) for name in _names(one, words)), default=0), one)
        for one in found
    ]
    best = max((rank for rank, _ in ranked), default=0)
    return [one for rank, one in ranked if rank == best] if best >= LIKELY else []


def _stage(text: str) -> str:
    """Return which budget is meant: 年初, 调整 or 全年; empty where it is none."""
    said = _STAGE.search(text) if "预算" in text else None
    return said[0] if said is not None else ""


def _names(one: Mention, words: RelationWords) -> tuple[str, ...]:
    """Return what a figure is called: before it, and for a count behind it."""
    names = [_core(one.left, words)]
    if one.kind == "count":
        names += [_core(one.right[:_BEHIND], words), one.unit]
    return tuple(name for name in names if len(name) >= _SHORTEST)


@lru_cache(maxsize=4096)
def _core(text: str, words: RelationWords) -> str:
    """Return a name without the words around it that say nothing."""
    name = core_of(_REFERS.sub("", without_tail(text.replace("的", ""), words)))
    for word in words.all_of:
        if len(word) > 1 and name.startswith(word) and len(name) - len(word) >= _SHORTEST:
            name = name.removeprefix(word)
    short = _SIZE.sub("", name)
    return short if len(short) >= _SHORTEST else name


@lru_cache(maxsize=8192)
def _surely(wanted: str, name: str, words: RelationWords) -> int:
    if wanted == name:
        return EXACT
    short, long = sorted((wanted, name), key=len)
    if not long.endswith(short):
        return 0
    before = long[: len(long) - len(short)]
    if words.money.make(short) and _SCOPE.fullmatch(before) is None:
        return 0  # 本年支出 is not 项目支出, nor 重点项目支出 all of that
    if words.neutral.make(before) or words.money.make(before) or _SCOPE.fullmatch(before):
        return SURE
    if restated_words().funds.search(before):
        return 0  # 财政拨款基本支出 is not all of 基本支出
    return LIKELY if len(short) >= _LONG and long is wanted else 0
