"""Shares told behind a list that makes its whole, which they do not name again.

采购535万元，其中工程368万元、货物47万元、服务120万元，工程类占68.79%; 由A、B组成，前者占P;
三项占比依次为P、Q、R: each is of the whole, for the parts before it add up to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import agrees, alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.rates.portions import Portion, portions
from performance_rules.extraction.relations.totals import is_sum

SHARES: Final = "%计共总"
"""Without one of these a paragraph tells no share, and no sum behind shares."""
_FEWEST: Final = 2
_MOST: Final = 12
_NEAR: Final = 16
_ONE: Final = re.compile(
    r"(?:其中)?(?P<part>[^占\d]{2,12}?)类?所?占(?:比|比重|比例)?(?:为|是|达|约)*"
)
_WHICH: Final = {"前者": 0, "后者": 1}
_IN_TURN: Final = re.compile(
    r"(?:[两二三四五六七八九]?[者项类部分个]{0,2})(?:各自|分别)?(?:占|所占)?(?:总[^\d，]{0,6}的)?"
    r"(?:占比|比重|比例)(?:依次|分别|各)?(?:为|是|约)*"
)
_JOINED: Final = ("", "和", "与", "及", "以及")
_KINDS: Final = ("amount", "count")


@fixed(eq=False)
class _List:
    """A whole and the parts right behind it, which make it; and where they end."""

    whole: Mention
    parts: Sequence[Mention]
    end: int


def all_portions(
    near: Sequence[Mention], own: Sequence[Mention], words: RelationWords
) -> Iterator[Portion]:
    """Yield the shares of a paragraph with what they are of, in whatever way it tells that.

    Args:
        near: the last figures of the paragraphs before, and its own.
        own: its figures in their order.
        words: the words of relations.
    """
    if not any(one.kind == "percent" for one in own) and not (own and is_sum(own[0])):
        return  # but for a sum behind them, no share goes on beyond its own paragraph
    found = portions(near, words)
    yield from found
    told = {id(one.share) for one in found}
    yield from (one for one in list_shares(own, words) if id(one.share) not in told)


def list_shares(found: Sequence[Mention], words: RelationWords) -> Iterator[Portion]:
    """Yield the shares that stand behind lists which make their whole.

    Args:
        found: the figures of a paragraph in their order.
        words: the words of relations.
    """
    for at, one in enumerate(found):
        if one.kind != "percent" or not at or found[at - 1].kind == "percent":
            continue
        said = _list_before(found, at)
        if said is None:
            continue
        shares = _shares(found, at, said)
        pairs = shares or list(_named(found, at, said, words))
        for part, share in pairs:
            if fits(part.value, said.whole.value, share.value) or not _of_others(
                found, at, part, share
            ):
                yield Portion(part, said.whole, share)


def _list_before(found: Sequence[Mention], at: int) -> _List | None:
    """Return the list right before a percentage: of figures whose first is the others' sum."""
    last = found[at - 1]
    if last.kind not in _KINDS or last.sentence != found[at].sentence or last.depth:
        return None
    parts: list[Mention] = []
    for one in reversed(found[max(0, at - _MOST) : at]):
        if one.sentence != last.sentence or one.depth or not alike(one.value, last.value):
            return None
        if len(parts) >= _FEWEST and agrees(
            one.value, sum(m.value.n for m in parts), sum(m.value.half for m in parts)
        ):
            return _List(one, parts[::-1], at)
        parts.append(one)
    return None


def _shares(found: Sequence[Mention], at: int, said: _List) -> list[tuple[Mention, Mention]]:
    """占比依次为P、Q、R: one for each part, in their order."""
    if _IN_TURN.fullmatch(found[at].left) is None:
        return []
    shares = [found[at]]
    for one in found[at + 1 :]:
        if one.kind != "percent" or one.left not in _JOINED or one.sentence != found[at].sentence:
            break
        shares.append(one)
    return list(zip(said.parts, shares, strict=True)) if len(shares) == len(said.parts) else []


def _named(
    found: Sequence[Mention], at: int, said: _List, words: RelationWords
) -> Iterator[tuple[Mention, Mention]]:
    """工程类占P; 前者占P，后者占Q: of the part that is called so."""
    for share in found[at : at + len(said.parts)]:
        if share.kind != "percent" or share.sentence != found[at].sentence or share.depth:
            return
        told = _ONE.fullmatch(share.left)
        if told is None:
            return
        name = told["part"]
        if name in _WHICH:
            called = list(said.parts[_WHICH[name] :][:1]) if len(said.parts) == _FEWEST else []
        else:
            called = [m for m in said.parts if without_tail(m.left, words).endswith(name)]
        if len(called) != 1:
            return
        yield called[0], share


def _of_others(found: Sequence[Mention], at: int, part: Mention, share: Mention) -> bool:
    """Whether the part is so much of another figure near it."""
    near = [m for m in found[max(0, at - _NEAR) : at + _NEAR] if m is not part]
    return any(fits(part.value, m.value, share.value) for m in near if m.kind == part.kind)
