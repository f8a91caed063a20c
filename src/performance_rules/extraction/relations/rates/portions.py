"""Shares whose whole the sentence names or the list they stand in shows: A，占B的P; A，占P；C，占Q.

In a list of shares without a named whole, the others show which figure is the whole: it is the one
that they all are shares of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.passed import is_passed
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.slips import size
from performance_rules.extraction.figures.words import RelationWords, relation_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.rates.sharesfirst import figures_first
from performance_rules.extraction.relations.totals import is_sum

_NEAR: Final = 24
_LEAST: Final = 2
_AMOUNT: Final = re.compile("(?:总量|总数|总额|量|数)$")
"""What is said of a whole that was counted: of 受理1250件 the 受理量."""
_NAMED: Final = re.compile(
    r"\A(?P<part>[^占]*)占(?P<whole>[^占]+?)的?(?:比重|比例|份额)?(?:为|是|达)?\Z"
)
_CALLED: Final = re.compile(r"\A(?:其中)?(?P<part>[^占]{2,16})占比?(?:为|是|达)?\Z")
_GIVEN: Final = re.compile(r"(?P<verb>下达|到位|拨付|拨入|安排)资金")
"""Money named after how it came: which figure that is, its words say."""
_BARE: Final = re.compile(r"\A约?(?:所?占(?:比例?|比?重)?|比重|比例)(?:为|是|达|约)*\Z")
_OF: Final = re.compile(r"\A约?占(?P<whole>[^占\d]{2,12}?)的?(?:比重|比例|份额)?(?:为|是|达|约)*\Z")
_EACH: Final = "分别"
_OF_EACH: Final = re.compile(
    r"\A(?:占比)?分别(?:约?占(?P<whole>[^占\d]{2,12}?)?的?(?:比重|比例)?)?(?:为|是|达|约)*\Z"
)
_OF_ONE: Final = re.compile(
    r"\A(?:其中)?(?P<part>[^占]{2,16})占(?:比|(?P<whole>[^占]{2,12}?)的?)?(?:比重|比例|份额)?(?:为|是|达)?\Z"
)
_SUM: Final = re.compile("合计|总|共|全年")
_SURE: Final = 3
"""So many digits of a figure are hardly the right share of another one by chance."""
_OF_TWO: Final = re.compile(
    r"\A(?P<which>前|后)者(?:约|仅|只)?占(?:比|[^占\d]{1,10}?的)?(?:比重|比例)?(?:为|是|达|约)*\Z"
)
_JOINED: Final = ("", "和", "与", "及", "以及")


@fixed(eq=False)
class Portion:
    """A figure that is said to be so many percent of another.

    Attributes:
        figure: the part.
        whole: the whole.
        share: the percentage.
    """

    figure: Mention
    whole: Mention
    share: Mention


@fixed(eq=False)
class _Share:
    """A share with the figure that it is told of, and what its whole is called if that is told."""

    figure: Mention
    share: Mention
    name: str = ""


def portions(found: Sequence[Mention], words: RelationWords) -> list[Portion]:
    """Return the shares that the sentences of a text give with the figures they are of."""
    if not any(one.kind == "percent" for one in found):
        return []
    found, first = figures_first(found)
    shares = [i for i, one in enumerate(found) if one.kind == "percent"]
    named = [one for i in shares if (one := _named(found, i, words)) is not None]
    named += [one for i in shares if (one := _of_two(found, i)) is not None]
    made = [*named, *_listed(found, named, words)]
    told = {id(one.share) for one in made}
    last: Portion | None = None
    for i in (i for i in shares if id(found[i]) in first.difference(told)):
        last = _alone(found, i, words, last)
        made += [last] if last is not None else []
    return made


def _alone(
    found: Sequence[Mention], at: int, words: RelationWords, last: Portion | None
) -> Portion | None:
    """合计N，甲占P，为A: of the sum before, of the one named behind, or as the last one is."""
    figure, share = found[at - 1 : at + 1]
    said = _OF_ONE.match(without_tail(share.left, words))
    if said is None:
        return None
    if said["whole"]:
        behind = [m for m in found[at + 1 : at + _NEAR] if alike(m.value, figure.value)]
        called = [m for m in behind if _is_called(m, said["whole"], words)]
        wholes = [m for m in called if said["whole"] in m.left] or called
    else:
        before = [m for m in found[max(0, at - _NEAR) : at - 1] if m.sentence == share.sentence]
        told = len(before) == 1 and (
            _SUM.search(before[0].left)
            or before[0].kind == "count"
            or share.left.startswith(words.parts)
        )
        wholes = before if told else []
        if last is not None and found[at - 2 : at - 1] == [last.share]:
            wholes = [last.whole]  # 甲占N的P，为A，乙占Q，为B
    wholes = [m for m in wholes if m.sentence == share.sentence and m.depth == share.depth]
    if len(wholes) != 1 or not alike(wholes[0].value, figure.value):
        return None
    whole = wholes[0]
    if figure.value.n > whole.value.n:
        return None
    if not fits(figure.value, whole.value, share.value):
        around = [m for m in found[max(0, at - _NEAR) : at + _NEAR] if m not in (figure, whole)]
        others = [m for m in around if alike(m.value, figure.value)]
        if any(fits(figure.value, m.value, share.value) for m in others):
            return None
        if any(fits(m.value, whole.value, share.value) for m in others):
            return None
    return Portion(figure, whole, share)


def _named(found: Sequence[Mention], at: int, words: RelationWords) -> Portion | None:
    """A，占B的P: the whole is the figure that is called B."""
    share = found[at]
    if "占" not in share.left:
        return None
    said = _NAMED.match(without_tail(share.left, words))
    if said is None or at == 0 or len(said["whole"]) < _LEAST:
        return None
    if words.money.make(said["whole"]) and not _GIVEN.fullmatch(said["whole"]):
        return None  # 占收入的P: of which, it does not say
    near = found[max(0, at - _NEAR) : at]
    part = said["part"].removeprefix("其中")
    before = _figure(found, at)
    if part:
        parts = [one for one in near if _is_called(one, part, words)]
    else:
        parts = [before] if before is not None else []
    if not parts:
        return None
    figure = parts[-1]
    wholes = [m for m in near if m is not figure and _is_called(m, said["whole"], words)]
    wholes = [m for m in wholes if alike(m.value, figure.value) and not is_passed(m, near, share)]
    if said["whole"].endswith(words.aims):
        # what was planned is of one body: 市本级, 占年初预算的P
        wholes = [m for m in wholes if m.sentence == share.sentence]
    if not wholes or figure.kind not in ("amount", "count"):
        return None
    for a in reversed(parts):
        for b in reversed(wholes):
            if fits(a.value, b.value, share.value):
                return Portion(a, b, share)
    made = Portion(figure, wholes[-1], share)
    around = [m for m in found[max(0, at - _NEAR) : at + _NEAR] if alike(m.value, figure.value)]
    other = any(fits(figure.value, m.value, share.value) for m in around if m is not figure)
    other = other or any(fits(m.value, wholes[-1].value, share.value) for m in near[-3:])
    several = len({m.value.n for m in wholes}) > 1 or figure.value.n > wholes[-1].value.n
    return None if other or several else made


def _of_two(found: Sequence[Mention], at: int) -> Portion | None:
    """A与B构成N，前者占P: of two figures that make a third one, all that the sentence tells."""
    share = found[at]
    said = _OF_TWO.match(share.left)
    if said is None:
        return None
    near = [m for m in found[max(0, at - _NEAR) : at] if m.sentence == share.sentence]
    told = [m for m in near if m.kind in ("amount", "count")]
    if len(told) != _SURE or not (alike(told[0].value, told[1].value) and _are_alike(told[1:])):
        return None
    whole = max(told, key=lambda m: m.value.n)
    first, second = (m for m in told if m is not whole)
    if first.value.n + second.value.n != whole.value.n:
        return None
    return Portion(first if said["which"] == "前" else second, whole, share)


def _is_called(one: Mention, name: str, words: RelationWords) -> bool:
    """Whether a figure is called so: 债券发行额 is 债券额 to nobody."""
    own, name = _own(one.left), name.replace("的", "")
    for word in words.all_of:
        name = name.removeprefix(word)
    counted = _AMOUNT.sub("", name) if one.kind == "count" else name
    given = _GIVEN.fullmatch(name)
    if given is not None and own.endswith("资金") and given["verb"] in own:
        return True  # 下达我县补助资金A, of which 占下达资金的P
    whole = own.startswith(words.all_of)
    bare = next(own.removeprefix(w) for w in words.all_of if own.startswith(w)) if whole else own
    if len(counted) >= _LEAST and bare == counted:
        return True
    if one.kind == "count" and counted.endswith(one.unit) and len(counted) > _LEAST:
        return own.endswith(counted.removesuffix(one.unit))  # 抽查的1360户 of 占抽查户数
    said = without_tail(one.left, words).replace("的", "")
    return len(name) >= _LEAST and (own.endswith(name) or said.endswith(name))


@lru_cache(maxsize=1024)  # a figure may be the part or the whole of each share behind it
def _own(left: str) -> str:
    """Return what the words before a figure call it."""
    words = relation_words()
    own = without_tail(left, words)
    for verb in words.reached:
        own = own.removesuffix(verb)
    return without_tail(own, words).replace("的", "")


def _listed(
    found: Sequence[Mention], named: Sequence[Portion], words: RelationWords
) -> list[Portion]:
    """A，占P；C，占Q: of the figure before them that all of them, or all but one, are shares of."""
    told = {id(one.share): one for one in named}
    each = _each(found)
    pairs = [
        pair
        for i, share in enumerate(found)
        if share.kind == "percent"
        and (pair := each.get(id(share)) or _listed_figure(found, i, told, words)) is not None
    ]
    if len(pairs) < _LEAST:
        return []
    where = {id(one): i for i, one in enumerate(found)}
    made: list[Portion] = []
    begin = 0
    for end in range(1, len(pairs) + 1):
        if end == len(pairs) or not _go_on(pairs[begin:end], pairs[end]):
            made += _shares(found, pairs[begin:end], told, where)
            begin = end
    return made


def _go_on(before: Sequence[_Share], one: _Share) -> bool:
    """Whether a share can be of one list with those before it: of one whole, by its name."""
    last = before[-1].figure
    names = {share.name for share in before if share.name}
    of_one = not one.name or one.name in names
    return last.home == one.figure.home and alike(last.value, one.figure.value) and of_one


def _listed_figure(
    found: Sequence[Mention], at: int, told: Mapping[int, Portion], words: RelationWords
) -> _Share | None:
    """A，占P: the figure before it; 其中甲占P: the one that is called so."""
    share = found[at]
    if id(share) in told:
        said = _NAMED.match(without_tail(share.left, words))
        return _Share(told[id(share)].figure, share, said["whole"] if said is not None else "")
    if _BARE.match(share.left) is not None:
        figure = _figure(found, at)
        return _Share(figure, share) if figure is not None else None
    said = _OF.match(share.left)
    if said is not None:
        figure = _figure(found, at)
        return _Share(figure, share, said["whole"]) if figure is not None else None
    said = _CALLED.match(share.left)
    if said is None:
        return None
    called = [m for m in found[max(0, at - _NEAR) : at] if _is_called(m, said["part"], words)]
    known = called and called[-1].kind in ("amount", "count")
    return _Share(called[-1], share) if known else None


def whole_of_share(share: Mention) -> str | None:
    """Return what a share is said to be of: nothing for 占P, None where it is told otherwise."""
    if _BARE.match(share.left) is not None:
        return ""
    said = _OF.match(share.left)
    return said["whole"] if said is not None else None


def _each(found: Sequence[Mention]) -> dict[int, _Share]:
    """甲A、乙B，分别占D的P和Q: the shares of the figures right before them, one for each."""
    made: dict[int, _Share] = {}
    for at, first in enumerate(found):
        each = first.kind == "percent" and _EACH in first.left
        said = _OF_EACH.match(first.left) if each else None
        if said is None:
            continue
        shares = [first]
        for one in found[at + 1 :]:
            if one.kind != "percent" or one.left not in _JOINED or one.sentence != first.sentence:
                break
            shares.append(one)
        before = found[max(0, at - len(shares)) : at]
        figures = [m for m in before if m.kind in ("amount", "count")]
        figures = [m for m in figures if m.sentence == first.sentence and m.depth == first.depth]
        if len(shares) < _LEAST or len(figures) < len(shares) or not _are_alike(figures):
            continue
        name = said["whole"] or ""
        made |= {
            id(share): _Share(m, share, name) for m, share in zip(figures, shares, strict=True)
        }
    return made


def _are_alike(figures: Sequence[Mention]) -> bool:
    return all(alike(figures[0].value, one.value) for one in figures)


def _figure(found: Sequence[Mention], at: int) -> Mention | None:
    """Return the figure right before a share, remarks in brackets aside."""
    share = found[at]
    depth = share.depth - (share.opener == "(")
    for one in reversed(found[max(0, at - _NEAR) : at]):
        if one.sentence != share.sentence or one.depth < depth:
            return None
        if one.depth == depth:
            return one if one.kind in ("amount", "count") else None
    return None


def _is_chance(good: Sequence[_Share]) -> bool:
    """Whether the shares that agree do so by few digits: 0.7 is 1.77% of much that is near 40."""
    return all(size(one.figure.value) < _SURE for one in good)


def _shares(
    found: Sequence[Mention],
    same: Sequence[_Share],
    told: Mapping[int, Portion],
    where: Mapping[int, int],
) -> list[Portion]:
    if len(same) < _LEAST:
        return []
    first = min(where[id(one.figure)] for one in same)
    last = where[id(same[0].share)]
    own = {id(one.figure) for one in same}
    near = [m for m in found[max(0, first - _NEAR) : last] if id(m) not in own]
    before = [m for m in near if alike(m.value, same[0].figure.value)]
    wholes = [known.whole for one in same if (known := told.get(id(one.share))) is not None]
    behind = found[where[id(same[-1].share)] + 1 :][:1]
    sums = [m for m in behind if is_sum(m) and alike(m.value, same[0].figure.value)]
    for whole in wholes[:1] or [*sums, *reversed(before)]:
        agree = [fits(one.figure.value, whole.value, one.share.value) for one in same]
        if sum(agree) < max(1, len(same) - 1) or any(
            one.figure.value.n > whole.value.n for one in same
        ):
            continue
        odd = [one for one, good in zip(same, agree, strict=True) if not good]
        if odd and len(same) == _LEAST and same[0].share.sentence != same[1].share.sentence:
            continue  # one that agrees does not tell what is said of in another sentence
        good = [one for one, right in zip(same, agree, strict=True) if right]
        if odd and whole.sentence != good[0].share.sentence and _is_chance(good):
            continue
        until = where[id(odd[0].share)] if odd else 0
        others = [m for m in found[max(0, first - _NEAR) : until] if alike(m.value, whole.value)]
        if odd and any(fits(odd[0].figure.value, m.value, odd[0].share.value) for m in others):
            return []  # of the figure that the list goes down to
        return [Portion(one.figure, whole, one.share) for one in same if id(one.share) not in told]
    return []
