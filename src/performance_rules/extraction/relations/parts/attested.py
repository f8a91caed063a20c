"""Parts whose shares attest that they are all of a whole: 总额W，甲a（占P），乙b（占Q），P+Q=100%.

Shares and parts tell one thing twice, so a single wrong figure shows: the part whose share alone
does not fit, the share that alone does not, or a whole that no share fits where all fit the sum.
What more than one figure would have to explain is left alone.  A unit that is written wrongly, 元
among 万元, is as plain where the right one makes the sum come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.figures.mentions import Mention, order
from performance_rules.extraction.figures.roles import agrees, alike
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.parts.wholes import Whole
from performance_rules.extraction.relations.rates.portions import Portion, whole_of_share
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Amount

_SHARE: Final = re.compile(
    r"(?:分别)?(?:各|约)*(?:占(?:比|[^,，。;:\d]{0,12}?的)?(?:比重|比例)?(?:为|达|约)*)?\Z"
)
_EACH: Final = "分别"
_REST: Final = re.compile(r"(?:其余|另有|其他)(?:为|是|有)?")
_IN_ALL: Final = re.compile(r"(?:合计|共计|总计|总额|总数|累计|共)")
_OPENS: Final = re.compile(
    r"中|[\u4e00-\u9fff()（）]{0,4}[,，。;:(]*(?:其中|具体|包括|包含|构成|分别|分项|按|从|由|一是|如下|分来源|各|[^\d。]{2,12}:)"
)
_VIEWED: Final = re.compile(
    r"[,，。;:]?(?:具体来?看|[从按分][\u4e00-\u9fff]{1,6}看|构成情况|构成为|一是)"
)
_MOVED: Final = re.compile("[比较]|增|减|升|降|变动|完成|结余|上年|去年")
_PRICE: Final = re.compile("每|均|单价|标准")
_GENERAL: Final = re.compile("(?:总|全部?|合计|共计)(?:额|数|量|部|体)?")
_FEWEST: Final = 2
_MOST: Final = 14
_FAR: Final = 48
"""So many figures around a whole are looked at."""
_KINDS: Final = ("amount", "count")


@fixed(eq=False)
class Divided:
    """A whole with its parts and their shares, as far as these are told.

    Attributes:
        whole: what is divided.
        parts: the parts in their order.
        shares: the share of each, None where it is not told.
        opened: whether words say that these are the parts of that whole.
        closed: whether words say that the last ones are the rest.
        others: what else they may be the parts of.
    """

    whole: Mention
    parts: tuple[Mention, ...]
    shares: tuple[Mention | None, ...]
    opened: bool
    closed: bool = False
    others: tuple[Mention, ...] = ()


def attested(text: str, own: Sequence[Mention]) -> Iterator[Whole | Portion]:
    """Yield what the shares of the lists of a paragraph show to be wrong.

    Args:
        text: the paragraph.
        own: its figures in their order.
    """
    yield from _viewed(text, own)
    if not any(m.kind == "percent" for m in own) and not _units_differ(own):
        return
    for one in _lists(text, own):
        yield from _judged(one)
    if _units_differ(own):
        yield from _of_other_units([m for m in own if m.kind == "amount"])


def _viewed(text: str, own: Sequence[Mention]) -> Iterator[Whole]:
    """Yield the wholes that words take apart and that a part of them alone exceeds.

    员工30人，具体看，甲类5人、乙类36人: whatever else the list leaves out.
    """
    for at, whole in enumerate(own):
        if whole.kind not in _KINDS or _MOVED.search(whole.left) is not None:
            continue
        if _VIEWED.match(text, whole.close) is None:
            continue
        behind = own[at + 1 : at + 1 + _MOST]
        parts = [m for m in behind if m.sentence == behind[0].sentence]
        alone = all(alike(m.value, whole.value) and not m.depth for m in parts)
        if len(parts) < _FEWEST or not alone or any(_MOVED.search(m.left) for m in parts):
            continue
        if any(m.value.n - m.value.half > whole.value.n + whole.value.half for m in parts):
            nothing = tuple(None for _ in parts)
            yield _whole(Divided(whole, tuple(parts), nothing, opened=True))


def _judged(one: Divided) -> Iterator[Whole | Portion]:
    """Yield the one claim that a list makes wrongly."""
    yield from islice((*misprinted(one), *wrong(one)), 1)


def wrong(one: Divided) -> Iterator[Whole | Portion]:
    """Yield the sum or the share of a list that a single wrong figure makes not come out."""
    pairs = zip(one.parts, one.shares, strict=True)
    told = [(part, share) for part, share in pairs if share is not None]
    several = [(part, share) for part, share in told if part.value.n]
    if one.closed and one.opened and not told and not _comes_out(one):
        yield _whole(one)
    if not several or any(part.value.n < 0 for part in one.parts) or one.whole.value.n <= 0:
        return
    if len({name for _, share in told if (name := _of(share))}) > 1:
        return
    bad = [(p, s) for p, s in several if not fits(p.value, one.whole.value, s.value)]
    if _comes_out(one):
        if len(bad) == 1 and len(told) > 1 - one.closed:
            part, share = bad[0]
            if not _of(share) or all(_of(s) for _, s in told):
                yield Portion(part, one.whole, share)
        return
    complete = len(told) == len(one.parts) and _make_a_hundred(one.shares)
    if not (complete or (one.closed and told)):
        return
    total = _sum(one)
    all_of_sum = all(fits(p.value, total.value, s.value) for p, s in several)
    if all_of_sum and any(agrees(m.value, total.value.n, 0) for m in one.others):
        return  # they are the parts of another figure
    if complete and len(bad) == 1 and len(several) > 1:
        if len(several) > _FEWEST or one.opened:
            yield _whole(one)
    elif (complete and len(bad) == len(several) > 1 and all_of_sum and one.opened) or (
        not complete and one.opened and _explained(one, told, all_of_sum=all_of_sum)
    ):
        yield _whole(one)


def _of(share: Mention) -> str:
    """Return what a share is said to be of by a name of its own."""
    return _GENERAL.sub("", whole_of_share(share) or "")


def _explained(one: Divided, told: Sequence[tuple[Mention, Mention]], *, all_of_sum: bool) -> bool:
    """Whether one figure explains a sum that does not come out: the whole, the rest, the first."""
    if len(told) != 1:
        return False
    part, share = told[0]
    if all_of_sum or fits(part.value, one.whole.value, share.value):
        return True
    rest = one.whole.value.n - sum(m.value.n for m in one.parts if m is not part)
    low, high = share.value.n - share.value.step, share.value.n + share.value.step
    made = rest * HUNDRED
    return low * one.whole.value.n <= made <= high * one.whole.value.n


def misprinted(one: Divided) -> Iterator[Whole]:
    """Yield the sum of a list that comes out once 元 is read as 万元, or the other way round."""
    figures = (one.whole, *one.parts)
    if one.whole.kind != "amount" or len(one.parts) < _FEWEST:
        return
    units = [m.value.unit for m in figures]
    odd = [m for m in figures if units.count(m.value.unit) == 1]
    if len(set(units)) != _FEWEST or len(odd) != 1 or not odd[0].value.n:
        return
    if _comes_out(one) or any(_PRICE.search(m.left) for m in figures):
        return
    other = next(unit for unit in units if unit != odd[0].value.unit)
    fixed_ = [_in_unit(m, other) if m is odd[0] else m for m in figures]
    made = Divided(fixed_[0], tuple(fixed_[1:]), one.shares, one.opened, one.closed, one.others)
    if _comes_out(made) and all(m.value.n for m in one.parts):
        yield _whole(one)


def _of_other_units(own: Sequence[Mention]) -> Iterator[Whole]:
    """Yield the sums of amounts beside each other that come out once one unit is another."""
    for at, whole in enumerate(own):
        for beside in (own[at + 1 : at + 1 + _MOST], own[max(0, at - _MOST) : at][::-1]):
            same = [m for m in beside if m.sentence == whole.sentence]
            for many in range(_FEWEST, len(same) + 1):
                parts = same[:many]
                if not _units_differ((whole, *parts)):
                    continue
                parts.sort(key=order)
                made = Divided(whole, tuple(parts), tuple(None for _ in parts), opened=False)
                yield from misprinted(made)


def _in_unit(one: Mention, unit: str) -> Mention:
    value = one.value
    if not isinstance(value, Amount):
        return one
    digits = value.printed.removesuffix(value.unit)
    return evolve(one, value=Amount(value.value, unit, printed=digits + unit))


def below(
    heads: Sequence[Mention], lines: Sequence[Sequence[Mention]]
) -> Iterator[Whole | Portion]:
    """Yield what is wrong with a list whose parts stand in lines below their whole.

    Args:
        heads: what may be their whole; the last is the likeliest.
        lines: the figures of each line.
    """
    parts: list[Mention] = []
    shares: list[Mention | None] = []
    *others, head = heads
    for line in lines:
        same = [(i, m) for i, m in enumerate(line) if alike(m.value, head.value)]
        if not same or _MOVED.search(same[0][1].left) is not None:
            return
        at, part = same[0]
        share = line[at + 1] if at + 1 < len(line) and line[at + 1].kind == "percent" else None
        parts.append(part)
        shares.append(share if share is not None and _is_share(share) else None)
    beside = tuple(m for m in others if alike(m.value, head.value))
    one = Divided(head, tuple(parts), tuple(shares), opened=True, others=beside)
    if len(parts) >= _FEWEST:
        yield from _judged(one)


def _units_differ(own: Sequence[Mention]) -> bool:
    return len({m.value.unit for m in own if m.kind == "amount"}) > 1


def _lists(text: str, own: Sequence[Mention]) -> Iterator[Divided]:
    """Yield the lists of a paragraph, each below its whole or before it."""
    for at, whole in enumerate(own):
        if whole.kind not in _KINDS or (_MOVED.search(whole.left) is not None):
            continue
        for parts, shares, closed in _taken(whole, own, at + 1):
            first = parts[0]
            between = text[whole.close : first.start]
            alone = own[at + 1] is first
            opened = alone and _is_opened(whole, between)
            others = tuple(m for m in own[max(0, at - _FAR) : at] if alike(m.value, whole.value))
            yield Divided(whole, parts, shares, opened, closed, others)
        before = own[max(0, at - 2 * _MOST) : at]
        if _IN_ALL.search(whole.left) is not None and before:
            yield from _ahead(whole, before)


def _is_of(one: Mention, whole: Mention) -> bool:
    return one.kind == "percent" or alike(one.value, whole.value)


def _is_opened(whole: Mention, between: str) -> bool:
    """Whether words say that what follows are the parts of a whole, or the whole is said to be."""
    if _IN_ALL.search(whole.left) is not None:
        return True
    return _OPENS.match(between) is not None


def _taken(
    whole: Mention, own: Sequence[Mention], at: int
) -> Iterator[tuple[tuple[Mention, ...], tuple[Mention | None, ...], bool]]:
    """Yield the parts behind a whole, with their shares; whether the last ones are the rest.

    Args:
        whole: the whole.
        own: the figures of the paragraph.
        at: the place of the one behind it; most lists end soon, so no more are looked at.
    """
    first = next((m for m in own[at : at + _FAR] if _is_of(m, whole)), None)
    if first is None or first.kind == "percent":
        return
    if _EACH in first.left and len(behind := _behind(whole, own, at)) > _FEWEST:
        yield from _in_turn(behind)
        return
    parts: list[Mention] = []
    shares: list[Mention | None] = []
    for one in own[at : at + _FAR]:
        if not _is_of(one, whole):
            continue
        if len(parts) > _MOST:
            return
        if one.kind == "percent":
            if shares[-1] is not None or not _is_share(one):
                return
            shares[-1] = one
            if None not in shares and _make_a_hundred(shares) and len(parts) > 1:
                yield tuple(parts), tuple(shares), False
                return
            continue
        if shares and shares[-1] is None:
            return
        if len(parts) == 1 and _REST.match(one.left) is not None:
            yield from _with_rest(parts, shares, whole, _behind(whole, own, at))
            return
        parts.append(one)
        shares.append(None)
    if len(parts) >= _FEWEST and None not in shares:
        yield tuple(parts), tuple(shares), False


def _behind(whole: Mention, own: Sequence[Mention], at: int) -> list[Mention]:
    """Return the figures from a place on that may be of a whole: its parts and their shares."""
    return [m for m in own[at : at + _FAR] if _is_of(m, whole)]


def _with_rest(
    parts: Sequence[Mention],
    shares: Sequence[Mention | None],
    whole: Mention,
    behind: Sequence[Mention],
) -> Iterator[tuple[tuple[Mention, ...], tuple[Mention | None, ...], bool]]:
    """A list of which the largest part has its share: 甲a、占P；其余为乙b、丙c."""
    at = next(i for i, m in enumerate(behind) if _REST.match(m.left) is not None)
    rest = [m for m in behind[at:] if m.sentence == whole.sentence]
    if any(m.kind == "percent" for m in rest) or parts[0].sentence != whole.sentence:
        return
    told = (*parts, *rest)
    yield told, (*shares, *(None for _ in rest)), True


def _in_turn(
    behind: Sequence[Mention],
) -> Iterator[tuple[tuple[Mention, ...], tuple[Mention | None, ...], bool]]:
    """甲、乙分别为a、b，分别占P、Q."""
    at = next((i for i, m in enumerate(behind) if m.kind == "percent"), 0)
    parts, shares = behind[:at], behind[at : 2 * at]
    if not _FEWEST <= at <= _MOST or len(shares) < at:
        return
    if any(m.kind != "percent" for m in shares) or _EACH not in shares[0].left:
        return
    yield tuple(parts), tuple(shares), False


def _ahead(whole: Mention, before: Sequence[Mention]) -> Iterator[Divided]:
    """由甲（a，占P）、乙（b，占Q）构成，共计W."""
    parts: list[Mention] = []
    shares: list[Mention | None] = []
    share: Mention | None = None
    for one in reversed(before):
        if one.kind == "percent":
            if share is not None or not _is_share(one):
                break
            share = one
        elif alike(one.value, whole.value) and share is not None:
            parts.insert(0, one)
            shares.insert(0, share)
            share = None
        else:
            break
    if len(parts) >= _FEWEST and parts[-1].sentence == whole.sentence:
        yield Divided(whole, tuple(parts), tuple(shares), opened=True)


def _is_share(one: Mention) -> bool:
    if one.left:
        return _SHARE.fullmatch(one.left) is not None
    return one.depth > 0 or one.opener in ("(", "、")


def _make_a_hundred(shares: Sequence[Mention | None]) -> bool:
    told = [m.value for m in shares if m is not None]
    slack = sum(max(one.half, one.step // 2) for one in told) + max(
        (v.step for v in told), default=0
    )
    return abs(sum(one.n for one in told) - HUNDRED) <= slack


def _sum(one: Divided) -> Mention:
    """Return the sum of the parts as if it stood where the whole does."""
    first = max((m.value for m in one.parts), key=lambda value: value.n)
    total = sum(m.value.n for m in one.parts)
    made = evolve(first, value=first.value * total / first.n) if first.n else first
    return evolve(one.whole, value=made)


def _comes_out(one: Divided) -> bool:
    total = sum(m.value.n for m in one.parts)
    return agrees(one.whole.value, total, sum(m.value.half for m in one.parts))


def _whole(one: Divided) -> Whole:
    named = [(m.name or f"第{i}项", m) for i, m in enumerate(one.parts, 1)]
    if len({name for name, _ in named}) < len(named):
        named = [(f"{name}（第{i}项）", m) for i, (name, m) in enumerate(named, 1)]
    return Whole(tuple(named), one.whole, True)
