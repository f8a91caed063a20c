"""Lists of figures of one kind, each with its name: 甲镇92户、乙镇88户; 分别为92户、88户."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.fixed import fixed

_FEWEST: Final = 3
_LEAST: Final = 2
_OPENER: Final = 40
_STOP: Final = re.compile("[。;!?]")
_PIECE: Final = re.compile("[。;!?,，:(|]")
_IN_TURN: Final = re.compile(
    r"(?:分别|依次)(?:为|是|达到?|实现|完成|支出|投入|安排|获得?|得|有)*[一-鿿]{0,6}\Z"
)
_AND: Final = re.compile("以及|[、和及与]")
_ITS_WORDS: Final = re.compile(r"(?:得分|评分|为|的|是|支出|收入|得)+\Z")
_LAST: Final = ("分", "为", "的", "是", "出", "入", "得")
"""How such words end."""
_PLACE: Final = re.compile(r".{1,8}?[省市县区乡镇村州旗局院校园所站馆]")
_BESIDE: Final = ("，", ",", "、")
_JOINED: Final = ("", "和", "及", "与", "以及")
_OPEN: Final = re.compile(r"\A[^,，。;、]{0,4}等|\A[、,，]?(?:等|其余|其他|另)")
_SUM: Final = re.compile(r"\A(?:[^\d]{0,3}[项个类年批])?(?:合计|共计|总计|累计|一共|共)")
_PARTIAL: Final = re.compile("其中|主要|例如|部分|包括|另")


@fixed(eq=False)
class Listing:
    """Figures of one kind beside each other.

    Attributes:
        figures: in their order.
        names: what each is of; empty where the list does not name its items.
        opener: the words of the sentence before the figures.
        complete: whether nothing is left out, as far as the words around it tell.
    """

    figures: tuple[Mention, ...]
    names: tuple[str, ...]
    opener: str
    complete: bool

    def named(self, who: str) -> int | None:
        """Return which item words begin with the name of, or None if of none or of several."""
        found = [i for i, name in enumerate(self.names) if name and who.startswith(name)]
        if len(found) > 1:  # 甲镇 and 甲镇北村
            longest = max(found, key=lambda i: len(self.names[i]))
            found = [i for i in found if self.names[i] == self.names[longest]]
        return found[0] if len(found) == 1 else None


def listings(text: str, found: Sequence[Mention]) -> list[Listing]:
    """Return the lists of a paragraph, in their order.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if len(found) < _LEAST:
        return []
    runs = [*_labelled(found)]
    runs += _in_turn(text, found) if "分别" in text or "依次" in text else ()
    runs.sort(key=lambda run: run[0].start)
    at = {id(one): i for i, one in enumerate(found)}
    return [_listing(text, found, at[id(run[0])], run) for run in runs]


def _listing(text: str, found: Sequence[Mention], at: int, run: list[Mention]) -> Listing:
    first, last = run[0], run[-1]
    begin = max(0, first.start - _OPENER - len(first.left))
    stops = list(_STOP.finditer(text, begin, first.start))
    opener = text[stops[-1].end() if stops else begin : first.start]
    turned = _IN_TURN.search(first.left) is not None
    names = _names_in_turn(text, first, len(run)) if turned else _names(run)
    before = found[at - 1] if at else None
    alone = before is None or before.part != first.part or not _is_like(before, first)
    whole = not _PARTIAL.search(opener) and not _OPEN.match(text[last.close : last.close + 6])
    return Listing(tuple(run), names, opener, whole and (turned or alone))


def _is_like(one: Mention, other: Mention) -> bool:
    same = one.kind == other.kind and type(one.value) is type(other.value)
    return same and one.unit == other.unit


def _labelled(found: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the figures of one kind whose items one mark separates, each with a name."""
    run: list[Mention] = []
    for one in found:
        last = run[-1] if run else None
        named = (
            one.depth == 0
            and one.kind != "price"
            and len(one.left) >= _LEAST
            and len(_alone(one)) >= _LEAST
            and _SUM.match(one.left) is None
        )
        goes_on = (
            last is not None
            and named
            and one.opener in _BESIDE
            and one.part == last.part
            and one.start - len(one.left) - last.close == 1
            and _is_like(last, one)
            and ("均" in one.left) == ("均" in last.left)
            and (len(run) < _LEAST or one.opener == last.opener)
        )
        if goes_on:
            run.append(one)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = [one] if named else []
    if len(run) >= _FEWEST:
        yield run


def _in_turn(text: str, found: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the figures behind 分别为, one beside the other."""
    run: list[Mention] = []
    for one in found:
        last = run[-1] if run else None
        if (
            last is not None
            and one.left in _JOINED
            and _is_like(last, one)
            and text[last.close : one.start] in ("、", ",", "，", *_JOINED[1:], "、和")
        ):
            run.append(one)
            continue
        if len(run) >= _LEAST:
            yield run
        run = [one] if _IN_TURN.search(one.left) is not None and one.kind != "price" else []
    if len(run) >= _LEAST:
        yield run


def _names_in_turn(text: str, first: Mention, size: int) -> tuple[str, ...]:
    """Return the names before 分别为, if there are as many as figures."""
    end = text.rfind("分别" if "分别" in first.left else "依次", 0, first.start)
    begin = max(0, end - 2 * _OPENER)
    stops = list(_PIECE.finditer(text, begin, end))
    names = _AND.split(text[stops[-1].end() if stops else begin : end])
    return tuple(names) if len(names) == size else ("",) * size


def _alone(one: Mention) -> str:
    return _ITS_WORDS.sub("", one.left) if one.left.endswith(_LAST) else one.left


def _names(run: Sequence[Mention]) -> tuple[str, ...]:
    """Return the names of the items, without what is measured of each: 甲县支出率 is 甲县."""
    names = tuple(map(_alone, run))
    places = [_PLACE.match(name) for name in names]
    rests = {name[m.end() :] if m else None for name, m in zip(names, places, strict=True)}
    if len(rests) > 1 or None in rests:
        return names
    return tuple(m[0] for m in places if m is not None)
