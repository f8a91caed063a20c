"""So many things with so many of something each: 培训班6期，每期80人，共培训480人次.

The three numbers stand beside each other in one sentence; what is counted of each is counted of
all.  Where they stand without a word for a sum, one of them must be wrong by a digit alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering
from performance_rules.extraction.figures.roles import undivided
from performance_rules.extraction.figures.slips import is_miss
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.values.quantity import SCALE, Count

EACH: Final = "每均"
"""Without one of these nothing is told for one of something."""
_EACH: Final = re.compile(
    r"(?P<mean>平均)?每(?P<per>[\u4e00-\u9fff]{1,6}?)(?:平均)?(?P<verb>[\u4e00-\u9fff]{0,8})\Z"
)
_MEAN: Final = re.compile(r"(?P<per>[\u4e00-\u9fff]{1,2})均[\u4e00-\u9fff]{0,8}\Z")
_SUM: Final = re.compile("共|累计|合计|总|一共")
_NO_SUM: Final = re.compile("其中|比|较|增|减|上年|去年|计划|目标|任务|应|拟|每|均|占|剩|未|尚|另")
_LIMIT: Final = re.compile(
    "不少于|不低于|至少|不超过|不高于|最多|最少|以上|以内|标准|应|要求|比|较|上年"
)
_PERSONS: Final = {"人次": "人", "名": "人", "场次": "场", "批次": "批"}
_PLAIN: Final = ("个", "家", "处")
"""Counters of anything: what is counted stands behind them."""
_HOLDING: Final = ("含", "另", "其中", "包括", "包含")
_SIZE: Final = 2
_NEAR: Final = 3


def each(found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """Yield the numbers that what each of several things has does not make.

    Args:
        found: the figures of a paragraph in their order.
        words: the words of relations.
    """
    counts = [m for m in found if m.kind == "count" and not m.depth]
    for at, one in enumerate(counts):
        told = _per(one, words)
        if told is None or one.value.approximate or _LIMIT.search(one.left):
            continue
        kinds, mean = told
        near = [m for m in counts[max(0, at - _NEAR) : at + _NEAR] if m.sentence == one.sentence]
        near = [m for m in near if m is not one and not m.value.approximate]
        things = undivided(m for m in near if _is_of(m, kinds, words))
        sums = [m for m in near if _unit(m) == _unit(one) and m not in things]
        sums = [m for m in sums if not _NO_SUM.search(m.left)]
        if len(things) != 1 or len(sums) != 1 or _NO_SUM.search(things[0].left):
            continue
        if _holds_more(found, sums[0]):
            continue
        made = _wrong(one, things[0], sums[0], mean=mean)
        if made is not None:
            yield made


def _holds_more(found: Sequence[Mention], total: Mention) -> bool:
    """Whether a bracket behind a number says what else is in it: 共40名（含机动8名）."""
    behind = found[found.index(total) + 1 :][:1]
    return any(m.depth > total.depth and m.left.startswith(_HOLDING) for m in behind)


def _unit(one: Mention) -> str:
    """Return what a number counts, visits and persons as one."""
    return _PERSONS.get(one.unit, one.unit)


def _is_of(one: Mention, kinds: Sequence[str], words: RelationWords) -> bool:
    """Whether a number counts what another is for one of: 12支 of 每支, 16个村 of 每村."""
    if words.units.get(one.unit, one.unit) in kinds:
        return True
    plain = one.unit in _PLAIN
    return plain and (one.right.startswith(tuple(kinds)) or one.right.endswith(tuple(kinds)))


def _per(one: Mention, words: RelationWords) -> tuple[Sequence[str], bool] | None:
    """Return what a number is for one of, and whether it is an average; None if of none."""
    if "每" in one.left:
        said = _EACH.search(one.left)
        if said is None:
            return None
        begun = [said["per"][:n] for n in (2, 1) if len(said["per"]) >= n]
        unit = next((one for one in begun if one in words.units), None)
        return ([words.units[unit]] if unit is not None else begun), "平均" in one.left
    said = _MEAN.search(one.left) if "均" in one.left else None
    unit = said["per"][-1] if said is not None else ""
    return ([words.units[unit]], True) if unit in words.units else None


def _wrong(one: Mention, thing: Mention, total: Mention, *, mean: bool) -> Ordering | None:
    """Return three numbers that do not go together though they were meant to; None if they do."""
    each_of, number, sum_of = one.value, thing.value, total.value
    if not isinstance(number, Count) or not isinstance(sum_of, Count) or number.n <= 0:
        return None
    digit = SCALE // int(10**each_of.decimals)
    slack = digit * number.n // SCALE if mean else 0
    n = each_of.n * number.n // SCALE
    if abs(n - sum_of.n) <= slack or not n < _SIZE * sum_of.n < _SIZE * _SIZE * n:
        return None
    if not _SUM.search(total.left) and not _is_meant(each_of.n, number.n, sum_of.n):
        return None
    printed = f"{number.printed}×{each_of.printed}"
    due = Count(Decimal(n) / SCALE, sum_of.unit, printed=printed)
    first, second = sorted((one, thing), key=lambda m: m.start)
    wording = f"{first.left}{first.value.printed}、{second.left}{second.value.printed}"
    order: Order = "at_least" if sum_of.n < n else "at_most"
    return Ordering(total, evolve(thing, value=due, unit=sum_of.unit), order, wording)


def _is_meant(each_of: int, number: int, total: int) -> bool:
    """Whether one of three numbers is wrong by a digit alone."""
    if is_miss(each_of * number // SCALE, total):
        return True
    for one, other in ((each_of, number), (number, each_of)):
        quotient, rest = divmod(total * SCALE, one)
        if not rest and is_miss(quotient, other):
            return True
    return False
