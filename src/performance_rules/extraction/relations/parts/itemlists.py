"""Lists of figures that each have a name: 管理岗位9人、专业技术岗位28人、工勤岗位5人.

What separates its first two figures separates all of a list; a stronger mark ends it.  Where
semicolons separate, the first figure of each piece is its own, the others are remarks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.figures.wholewords import WholeWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.omissions import has_gap

_FEWEST: Final = 2
_MOST: Final = 14
_FURTHER: Final = 6
_LONGEST: Final = 40
_LEVELS: Final = {"。": 4, "!": 4, "?": 4, ";": 3, ",": 2, "，": 2, "、": 1}
"""How strong each mark is, the strongest first."""
_PIECES: Final = 3
_MARKED: Final = re.compile(r"[①-⑳⑴-⒇]|\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九]是")
_NUMBER: Final = re.compile(r"\A(?:\(?\d{1,2}[).、]|[①-⑳⑴-⒇◆●■—-])*")
_BRACKET: Final = re.compile(r"\([^()]*\)")
_TAIL: Final = re.compile(r"的?(?:有|为|是|共|各|达)?\Z")
_SPAN: Final = 6
_RANGE_BEFORE: Final = re.compile(r"\d[^\d,，;。、:]{0,2}(?:至|到|[-~—])\Z")
_RANGE_BEHIND: Final = re.compile(r"(?:\(不?含\))?(?:至\d|以[上下内])")
_DATED: Final = re.compile(r"(?:(?:19|20)\d\d年度?|上年度?|去年)(?:年初)?(?:预算|决算|执行)数?")
"""Words that only say when a figure was one: 2020年预算数N is no part of what 2021年 has."""
_SPLIT: Final = re.compile(r"[,，;:。、]")
_OF_ONE: Final = re.compile("其中|[中里][,，]")
_SIBLING: Final = re.compile(
    r"(?:全年|本年度?|当年|年度|全部)*总?(?:收入|支出|成本|费用|投资|投入|预算|决算)(?:合计|总额|总计|总量)?"
)
"""What is called so is a whole itself, and no part of one before it."""
_OF_YEAR: Final = ("本年支出", "本年度支出", "当年支出", "本年支出合计")
"""Beside what was spent in the year a total of expenditure has what is left."""
_LEFT: Final = ("结转", "结余", "结转结余", "结转和结余")
_SUM: Final = re.compile(
    r"(?:以上|上述|[两二三四五六七八九十]{1,2}(?:项|类|者|部分|年|批|家))?(?:合计|共计|总计|小计|累计|一共|共|计)"
)


@fixed(eq=False, slots=False)
class ItemList:
    """A list of figures.

    Attributes:
        parts: the figures with their names.
        begin: where the name of the first begins.
        end: where the last figure ends.
        further: other figures that can be added to them, in brackets or up to the full stop.
        behind: the words right behind the list.
    """

    parts: tuple[tuple[str, Mention], ...]
    begin: int
    end: int
    further: tuple[Mention, ...]
    behind: str

    @cached_property
    def values(self) -> tuple[Mention, ...]:
        """The figures alone."""
        return tuple(one for _, one in self.parts)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names alone."""
        return tuple(name for name, _ in self.parts)


def list_at(
    text: str, found: Sequence[Mention], begin: int, words: WholeWords, like: Mention | None = None
) -> ItemList | None:
    """Return the list of figures that begins at a place, or None if none does.

    Args:
        text: the text of a paragraph.
        found: its figures.
        begin: where the name of the first one begins.
        words: the words of lists.
        like: the figure that those of the list are like; one like its first without it.
    """
    at = bisect_left(found, begin, key=lambda m: m.start)
    if at == len(found) or found[at].start - begin > _LONGEST:
        return None
    first = found[at]
    if _level(text[begin : first.start]) > 1 or first.kind not in ("amount", "count"):
        return None
    own = [m for m in found[at : at + 4 * _MOST] if m.sentence == first.sentence]
    stop = next((i for i, m in enumerate(own) if m.depth < first.depth), len(own))
    own = own[:stop]
    if _bounds(text, first):
        return None  # 80至90分为良
    kind = like or first
    if not alike(first.value, kind.value):
        return None
    pieces = _by_pieces(text, own, begin, kind, words)
    return pieces or _flat(text, own, begin, kind, words)


def _by_pieces(
    text: str, own: Sequence[Mention], begin: int, kind: Mention, words: WholeWords
) -> ItemList | None:
    """A list whose parts are separated by semicolons; None if it is none."""
    first = own[0]
    groups: list[list[Mention]] = [[first]]
    for last, one in pairwise(own):
        level = _level(text[last.end : one.start])
        if level == _PIECES and one.depth == first.depth:
            groups.append([])
        groups[-1].append(one)
    if len(groups) < _FEWEST:
        return None
    inner = [m for m in groups[0][1:] if m.depth == first.depth and alike(m.value, kind.value)]
    if inner and words.some.search(text, first.end, inner[0].start) is None:
        return None  # a list, and something else behind a semicolon
    parts: list[tuple[str, Mention]] = []
    further: list[Mention] = []
    for group in groups:
        same = [m for m in group if alike(m.value, kind.value)]
        start = begin if group is groups[0] else _piece(text, group[0].start)
        if group is not groups[0] and _is_next(text, begin, start):
            break  # ②A，其中B；③C: C is another item, and no part of A
        fit = [m for m in same if m.depth == first.depth]
        fit = [
            m
            for m in fit
            if not _is_apart(text[max(start, m.start - len(m.left)) : m.start], words)
        ]
        if not fit or (group is not groups[0] and _OF_ONE.search(text, start, fit[0].start)):
            break  # 其中A支出a；A支出中，B支出b: the second is of the first
        if group is not groups[0] and _heads_too(text, begin, group, groups[0], words):
            break
        if group is not groups[0] and _SIBLING.fullmatch(_name(text[start : fit[0].start])):
            break  # 全年收入A，其中水费a；全年成本B: B stands beside A
        parts.append((_name(text[start : fit[0].start]) or _name(fit[0].right), fit[0]))
        further += [m for m in same if m is not fit[0]]
    return _made(text, own, begin, words, (parts, further))


def _heads_too(
    text: str, begin: int, group: Sequence[Mention], first: Sequence[Mention], words: WholeWords
) -> bool:
    """Whether a piece stands beside the whole of a list: A，其中a；B，其中b is none of A.

    A colon says that all pieces are its parts: 其中：a；b，其中c.
    """
    of_all = text[begin - 1 : begin] == ":" or (
        len(first) > 1 and words.some.search(text, first[0].end, first[-1].start) is not None
    )
    parted = len(group) > 1 and words.some.search(text, group[0].end, group[1].start)
    return bool(parted) and not of_all


def _is_next(text: str, begin: int, start: int) -> bool:
    """Whether a piece begins with the number of an item, and the list before it does not."""
    first, piece = text[begin : begin + _LONGEST], text[start : start + _LONGEST]
    return bool(_MARKED.match(piece)) and not _MARKED.match(first)


def _flat(
    text: str, own: Sequence[Mention], begin: int, kind: Mention, words: WholeWords
) -> ItemList | None:
    """A list whose parts are separated by commas."""
    first = own[0]
    parts = [(_last(text[begin : first.start]) or _name(first.right), first)]
    further: list[Mention] = []
    size, level, closed = 0, 0, False
    for last, one in pairwise(own):
        gap = text[last.end : one.start]
        level = max(level, 0 if one.depth > first.depth else _level(_outside(gap)))
        if not alike(one.value, kind.value):
            closed = closed or words.some.search(gap) is not None
            continue
        if one.depth > first.depth or closed:
            further.append(one)
            continue
        rest = one.left.startswith(words.rest) and level < _PIECES
        inner = words.some.search(gap) is not None
        if inner or (size and level > max(size, 1) and not rest) or level >= _PIECES:
            further.append(one)
            closed = True
            continue
        if _SUM.match(one.left) is not None:
            further.append(one)
            closed = True
            continue
        name = _last(text[parts[-1][1].end : one.start]) or _name(one.right)
        if _is_apart(name, words) and not _are_left(parts[0][0], name):
            further.append(one)
            continue
        size = size or level
        parts.append((name, one))
        level = 0
    return _made(text, own, begin, words, (parts, further))


def _made(
    text: str,
    own: Sequence[Mention],
    begin: int,
    words: WholeWords,
    split: tuple[list[tuple[str, Mention]], list[Mention]],
) -> ItemList | None:
    parts, further = split
    if not _are_named(parts) or has_gap(text, [one for _, one in parts], own):
        return None
    last = parts[-1][1]
    behind = [m for m in own if m.start > last.end and alike(m.value, last.value)]
    if behind and (until := words.divided.search(text, last.end, behind[-1].start)) is not None:
        behind = [m for m in behind if m.start < until.start()]  # 按学段分，小学a人: divided again
        further = [m for m in further if m.start < until.start()]
    known = {id(m) for m in further}
    further += [m for m in behind if id(m) not in known]
    after = text[last.end : last.end + _LONGEST]
    return ItemList(tuple(parts), begin, last.end, tuple(further[:_FURTHER]), after)


def list_of(
    parts: Sequence[tuple[str, Mention]], begin: int, further: Sequence[Mention], text: str
) -> ItemList | None:
    """Return the list of parts that were found otherwise, or None if they make none."""
    if not _are_named(parts):
        return None
    end = parts[-1][1].end
    return ItemList(tuple(parts), begin, end, tuple(further[:_FURTHER]), text[end : end + _LONGEST])


def _are_named(parts: Sequence[tuple[str, Mention]]) -> bool:
    """Whether parts are as many as a list has, each under a name of its own."""
    names = {name for name, _ in parts}
    return _FEWEST <= len(parts) <= _MOST and len(names) == len(parts) and all(names)


def _bounds(text: str, one: Mention) -> bool:
    """Whether a figure is where a range begins or ends: 80至90分, 90分（含）以上."""
    before, after = text[max(0, one.start - _SPAN) : one.start], text[one.end : one.end + _SPAN]
    return _RANGE_BEFORE.search(before) is not None or _RANGE_BEHIND.match(after) is not None


def _level(gap: str) -> int:
    """Return the strongest mark of a text."""
    for mark, level in _LEVELS.items():
        if mark in gap:
            return level
    return 0


def _outside(gap: str) -> str:
    """Return a text without what closes a bracket: a remark in brackets is no part of a list."""
    bare = _BRACKET.sub("", gap)
    return bare[bare.rfind(")") + 1 :].partition("(")[0]


def _piece(text: str, before: int) -> int:
    return max(text.rfind(mark, 0, before) for mark in ";:。") + 1


def _is_apart(left: str, words: WholeWords) -> bool:
    if _DATED.fullmatch(left) is not None:
        return True
    apart = words.apart.search(words.named.sub("", left)) is not None
    return apart and not left.startswith(words.carried)


def _are_left(first: str, name: str) -> bool:
    """Whether what is left is a part as well: 基本支出结转, 项目支出结转; 本年支出, 年末结转."""
    return name.endswith(_LEFT) and (first.endswith(_LEFT) or first.endswith(_OF_YEAR))


def _last(gap: str) -> str:
    """Return the name at the end of a text: behind its last mark, remarks in brackets aside."""
    return _name(_SPLIT.split(_BRACKET.sub("", gap))[-1])


def _name(text: str) -> str:
    """Return the name of a figure, without a number before it and the words behind it."""
    name = _NUMBER.sub("", text.strip(",，;:和及与 ")).strip("“”\"'")
    return _TAIL.sub("", name).strip("“”\"'、")[:_LONGEST]
