"""Kinds that make up a whole, told beside it with no word for it: 采购N，货物a，工程b，服务c.

That they are all there is lies in what they are.  Each must be told once and under its own name,
one right behind the other, and the whole right before or behind them, in words that narrow it to
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import agrees, alike
from performance_rules.extraction.figures.wholewords import (
    KindsOf,
    WholeWords,
    whole_words,
)
from performance_rules.extraction.figures.words import Vocabulary, relation_words
from performance_rules.extraction.relations.parts.turns import in_turn
from performance_rules.extraction.relations.parts.wholes import Whole
from performance_rules.text.words import has_any
from performance_rules.text.years import WRITTEN_FULL_YEAR

_TIME: Final = re.compile(
    r"\A(?:截至|截止|至|到)?(?:(?:19|20)\d\d年度?|[上本当]年度?)?(?:12月31日|12月底|年?[初末底终]|期[初末])?"
)
_WHEN: Final = re.compile(r"(?:19|20)\d\d(?=年)|年初|期初|上年|去年|\d{1,2}月|上半年|季度")
_PLANNED: Final = re.compile("预算(?!收入)|计划|目标|预留|拟|预计|节约|限额")
_SUM: Final = re.compile("共|合计|总")
_TURN: Final = re.compile(
    r"(?P<names>[^,，。;:()\d]{4,30})(?:三类|三项|两项|采购|支出|金额|各?类)*分别(?:为|是|支出|完成|采购)*\Z"
)
_AND: Final = re.compile("、|和|及|与|以及")
_JOINED: Final = ",，、;:"
_FAR: Final = 12
_BACK: Final = 40
_Kinds = list[tuple[str, Mention]]


def kinds(text: str, found: Sequence[Mention], known: Sequence[Whole]) -> Iterator[Whole]:
    """Yield the wholes of a paragraph that kinds told beside them make up.

    Args:
        text: the paragraph.
        found: its figures in their order.
        known: the wholes that words open lists of.
    """
    said = whole_words()
    told = {one.start for whole in known for _, one in whole.parts}
    for one in said.beside:
        if not all(has_any(text, kind) for kind in one.kinds):
            continue
        for parts in (*_runs(found, one, said), *_in_turn(text, found, one)):
            if parts[0][1].start in told:
                continue
            whole = _before(found, parts, one, said) or _behind(found, parts, one, said)
            if (
                whole is not None
                and _is_of_one_time(whole, parts)
                and _is_judged(found, parts, whole, said)
            ):
                yield Whole(tuple(parts), whole, True)


def _runs(found: Sequence[Mention], one: KindsOf, said: WholeWords) -> Iterator[_Kinds]:
    """Yield the kinds that stand one right behind the other, each under its own name."""
    run: dict[int, Mention] = {}
    for m in (*found, None):
        if m is not None and (m.kind in ("percent", "points") or _is_change(m, said)):
            continue  # 货物A，占P
        kind = _kind(m, one) if m is not None else None
        last = [*run.values()][-1] if run else None
        goes_on = m is not None and last is not None and _goes_on(last, m)
        if kind is None or kind in run or (last is not None and not goes_on):
            if len(run) == len(one.kinds):
                yield [(x.name, x) for x in run.values()]
            run = {}
        if kind is not None and m is not None:
            run[kind] = m


def _goes_on(last: Mention, one: Mention) -> bool:
    """Whether a figure goes on with what another one begins."""
    near = one.sentence == last.sentence and one.depth == last.depth
    return near and alike(one.value, last.value)


def _in_turn(text: str, found: Sequence[Mention], one: KindsOf) -> Iterator[_Kinds]:
    """Yield the kinds whose figures are told in turn: 货物、工程、服务分别为a、b、c."""
    for run in in_turn(found):
        names = _TURN.search(text, max(0, run[0].start - _BACK), run[0].start)
        if names is None or len(run) != len(one.kinds):
            continue
        called = _AND.split(names["names"])
        hits = [_which(name, one) for name in called]
        if len(called) == len(run) and None not in hits and len(set(hits)) == len(hits):
            yield [*zip(called, run, strict=True)]


def _is_change(one: Mention, said: WholeWords) -> bool:
    """Whether a figure is by how much one before it changed: 增收0.4亿元."""
    return one.left.startswith(_changed()) or said.changes.search(one.left) is not None


@lru_cache(maxsize=1)
def _changed() -> tuple[str, ...]:
    """Return the words that begin a change."""
    return tuple(relation_words().directions)


def _kind(one: Mention, kinds_of: KindsOf) -> int | None:
    """Return which kind a figure is of, by all words before it."""
    return _which(one.name, kinds_of) if one.kind in ("amount", "count") else None


def _which(name: str, kinds_of: KindsOf) -> int | None:
    bare = _without_time(name)
    for i, kind in enumerate(kinds_of.kinds):
        if has_any(bare, kind) and _vocabulary(kind, whole=False).make(bare):
            return i
    return None


def _without_time(name: str) -> str:
    return WRITTEN_FULL_YEAR.sub("", _TIME.sub("", name, count=1))


@lru_cache(maxsize=64)
def _vocabulary(names: tuple[str, ...], *, whole: bool) -> Vocabulary:
    """Return the words of which the name of a whole, or of a kind, may consist."""
    around, words = whole_words().around, relation_words()
    return Vocabulary.of(
        names, around, words.fillers.words, (*words.neutral.words, *words.all_of) if whole else ()
    )


def _before(
    found: Sequence[Mention], parts: _Kinds, one: KindsOf, said: WholeWords
) -> Mention | None:
    """Return the whole that stands before its kinds, in their sentence or in the one before."""
    first = parts[0][1]
    before = [m for m in found if m.start < first.start and alike(m.value, first.value)]
    for m in reversed(before[-_FAR:]):
        if _is_change(m, said) or m.depth > first.depth:
            continue
        if first.sentence - m.sentence > 1 or m.depth != first.depth:
            return None
        if _is_whole(m, one):
            return m
        if not one.apart or _is_narrower(m, one):
            return None
    return None


def _behind(
    found: Sequence[Mention], parts: _Kinds, one: KindsOf, said: WholeWords
) -> Mention | None:
    """Return the whole that stands right behind its kinds as their sum."""
    last = parts[-1][1]
    behind = [m for m in found if m.start > last.start and m.kind == last.kind]
    behind = [m for m in behind if not _is_change(m, said)]
    m = behind[0] if behind else None
    if m is None or m.sentence != last.sentence or m.depth != last.depth:
        return None
    close = m.opener in ("", *_JOINED) and alike(m.value, last.value)
    return m if close and _SUM.search(m.left) and _is_named(m, one) else None


def _is_whole(m: Mention, one: KindsOf) -> bool:
    named = any(name in m.name for name in one.whole)
    return named and _is_named(m, one)


def _is_named(m: Mention, one: KindsOf) -> bool:
    """Whether all words before a figure say that it is of the whole and of nothing narrower."""
    bare = name = _without_time(m.name)
    for word in one.whole:
        bare = bare.replace(word, "")
    return _PLANNED.search(bare) is None and _vocabulary(one.whole, whole=True).make(name)


def _is_narrower(m: Mention, one: KindsOf) -> bool:
    """Whether a figure is of such a whole as well, but of another body or time."""
    bare = m.name.rstrip("为是额计共约达")
    return any(f"{name}{end}" in bare for name in one.whole for end in ("总", "合")) or any(
        f"总{name}" in bare for name in one.whole
    )


def _is_of_one_time(whole: Mention, parts: _Kinds) -> bool:
    """Whether none of them names a time that the first of them does not."""
    first, *others = sorted((whole, *(m for _, m in parts)), key=lambda m: m.start)
    own = set(_WHEN.findall(first.name))
    return all(set(_WHEN.findall(m.name)) <= own for m in others)


def _is_judged(found: Sequence[Mention], parts: _Kinds, whole: Mention, said: WholeWords) -> bool:
    """Whether kinds make their whole, or no other figure tells why they do not."""
    values = [m for _, m in parts]
    n, slack = sum(m.value.n for m in values), sum(m.value.half for m in values)
    if agrees(whole.value, n, slack):
        return True
    if any(m.value.approximate for m in (*values, whole)):
        return False
    others = [m for m in found if m not in (*values, whole) and alike(m.value, whole.value)]
    others = [m for m in others if not _is_change(m, said)]
    rest = abs(whole.value.n - n)
    return not any(agrees(m.value, x, slack) for m in others for x in (n, rest))
