"""Lists of parts that no word opens: 一是A；二是B, 合格A、不合格B, 来信办结A，来访办结B.

Ordinals list what stands before them; what is something and what is not are all there is; and parts
that are all called after one thing their whole is called after as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.figures.wholewords import WholeWords
from performance_rules.extraction.relations.parts.itemlists import list_at, list_of
from performance_rules.extraction.relations.parts.openings import CLAUSE, Opening
from performance_rules.text.numerals import item_number
from performance_rules.text.words import has_any

_ORDINAL: Final = re.compile(
    r"(?=[一二三四五六七八九第①-⑨(\d])(?:(?<![\u4e00-\u9fff])(?P<one>[一二三四五六七八九])是|第(?P<other>[一二三四五六七八九])[,，、]"
    r"|(?P<round>[①-⑨])|(?<!\d)[(](?P<digit>[1-9])[)]|(?<=[:。;；])(?P<plain>[1-9])[.、](?!\d))"
)
_FIRST: Final = re.compile(r"一是|第一[,，、]|①|[(]1[)]|[:。;；]1[.、](?!\d)")
_NOT: Final = re.compile(
    r"(?:其中|另有|仍有|还有|尚有|有)?(?:尚|仍)?(?:未|不|没有)(?P<what>[^\d]{2,8})"
)
_NEGATIONS: Final = ("未", "不", "没有")
_USED: Final = "用于"
_FEWEST: Final = 2
_TAIL: Final = 2
_LONG: Final = 120
_SAYING: Final = ("为", "是", "占", "达", "超")
"""How a clause begins that says something of the figure before it: 为预算A."""
_GENERAL: Final = re.compile("[共总全各本年月末底]|累计|实际|[现实]有|合计")
"""What a name that is all of something has before it: 全年办结, 共受理."""
_KIND: Final = re.compile("公共|基本|资本|成本|安全|年底前|本级|本土|日本")
"""Words with such a character that say of what kind something is."""
_COMMAS: Final = (",", "，")
_JOINING: Final = (*_COMMAS, "、")
_DEGREES: Final = ("非常", "十分", "很", "比较", "较", "较为", "基本", "完全", "部分")
"""In how far something is so: 正在检修 is no degree of 检修."""
_KINDS: Final = ("amount", "count")


def unopened(text: str, found: Sequence[Mention], said: WholeWords) -> Iterator[Opening]:
    """Yield the lists of a paragraph that no word opens.

    Args:
        text: the normalised text of the paragraph.
        found: its figures in their order.
        said: the words of lists.
    """
    first = _FIRST.search(text)
    if first is not None:
        yield from _numbered(text, found, first.start())
    if has_any(text, _NEGATIONS):
        yield from _denied(text, found, said)
    yield from _called(text, found, said)
    if _USED in text:
        yield from _used(text, found, said)


def _numbered(text: str, found: Sequence[Mention], first: int) -> Iterator[Opening]:
    """一是A；二是B；三是C: each of them with one figure that is like the one before all of them."""
    marks: list[re.Match[str]] = []
    for match in _ORDINAL.finditer(text, first):
        kind = match.lastgroup or ""
        at = item_number(match[kind])
        if at == 1:
            yield from _pieces(text, found, marks)
            marks = [match]
        elif marks and marks[-1].lastgroup == kind and at == len(marks) + 1:
            marks.append(match)
    yield from _pieces(text, found, marks)


def _pieces(
    text: str, found: Sequence[Mention], marks: Sequence[re.Match[str]]
) -> Iterator[Opening]:
    if len(marks) < _FEWEST:
        return
    begin = marks[0].start()
    before = [one for one in found if one.end <= begin and one.kind in _KINDS]
    if not before or marks[-1].end() - begin > _LONG * len(marks):
        return
    whole = before[-1]
    gap = text[whole.end : begin]
    if len(gap) > CLAUSE or any(char.isdigit() for char in gap):
        return
    last = next((i for i in range(marks[-1].end(), len(text)) if text[i] in "。;；"), len(text))
    ends = [*(mark.start() for mark in marks[1:]), last]
    parts: list[tuple[str, Mention]] = []
    further: list[Mention] = []
    for mark, end in zip(marks, ends, strict=True):
        own = [one for one in found if mark.end() <= one.start < end and one.kind in _KINDS]
        own = [one for one in own if alike(one.value, whole.value)]
        if not own or own[0].depth != whole.depth:
            return
        further += own[1:]
        parts.append((text[mark.end() : own[0].start].strip(",，:为共") or own[0].right, own[0]))
    listed = list_of(parts, begin, tuple(further), text)
    if listed is not None:
        yield Opening(begin, marks[0].end(), "like", of=whole, listed=listed)


def _denied(text: str, found: Sequence[Mention], said: WholeWords) -> Iterator[Opening]:
    """属实A、不属实B: nothing is neither, and nothing is both.

    What is so in several degrees is told before: 非常满意A、满意B、不满意C.
    """
    counts = [one for one in found if one.kind in _KINDS]
    for at, (one, other) in enumerate(pairwise(counts)):
        if not has_any(other.left, _NEGATIONS):
            continue
        denied = _NOT.fullmatch(other.left)
        if denied is None or not alike(one.value, other.value) or one.sentence != other.sentence:
            continue
        what = denied["what"].removesuffix("的").removesuffix("有")
        if not one.left.removesuffix("的").endswith(what) or one.depth != other.depth:
            continue
        if _NOT.search(one.left) is not None:
            continue
        if _is_followed(counts, at + 1):
            continue  # 合格A、不合格B、待检C: there is a third state
        parts = [(_called_as(one.left, said), one), (other.left, other)]
        for degree in reversed(counts[:at]):
            beside = text[degree.end : degree.end + 1] in _JOINING
            beside = beside and degree.end + 1 == parts[0][1].begin
            if not beside or not alike(degree.value, one.value):
                break
            bare = degree.left.removesuffix("的") == what and _is_degree(one.left, what)
            if not bare and not _is_degree(degree.left, what):
                break
            parts.insert(0, (_called_as(degree.left, said), degree))
        begin = parts[0][1].begin
        listed = list_of(parts, begin, (), text)
        if listed is not None:
            yield Opening(begin, begin, "all", listed=listed)


def _called_as(left: str, said: WholeWords) -> str:
    """Return the words before a figure without those that open a list: 其中合格."""
    opened = said.some.match(left)
    return left[opened.end() :] or left if opened is not None else left


def _is_followed(counts: Sequence[Mention], at: int) -> bool:
    """Whether a figure goes on the list that another one seems to end."""
    one, behind = counts[at], counts[at + 1] if at + 1 < len(counts) else None
    if behind is None or behind.sentence != one.sentence or not alike(one.value, behind.value):
        return False
    return behind.part == one.part and behind.depth == one.depth and bool(behind.left)


def _is_degree(name: str, what: str) -> bool:
    """Whether a name says how far something is so: 非常满意, but not 正在检修."""
    adverb, found, behind = name.removesuffix("的").rpartition(what)
    return bool(found) and not behind and adverb.endswith(_DEGREES)


def _called(text: str, found: Sequence[Mention], said: WholeWords) -> Iterator[Opening]:
    """办结A件，来信办结B件，来访办结C件: parts that are called after what their whole is of."""
    for at, one in enumerate(found[:-_FEWEST]):
        tail = found[at + 1].left[-_TAIL:] or found[at + 2].left[-_TAIL:]
        if len(tail) < _TAIL or tail not in one.left:
            continue
        end = _behind(text, found, at)
        if one.kind not in _KINDS or len(one.left) < _TAIL or text[end : end + 1] not in _COMMAS:
            continue
        behind = [m for m in found[at + 1 : at + 1 + 2 * _FEWEST] if alike(m.value, one.value)]
        if len(behind) < _FEWEST or behind[0].sentence != one.sentence:
            continue
        if not behind[0].left.endswith(tail) or not behind[1].left.endswith(tail):
            continue
        if at and found[at - 1].left.endswith(tail) and found[at - 1].sentence == one.sentence:
            continue  # 教育支出A，卫生支出B，农业支出C: one of a list itself
        if said.some.match(text, end + 1) is not None:
            continue
        if said.some.match(one.left) is not None:
            continue  # 其中中央资金A，省级资金B，其他资金C: it is a part itself
        if not _is_general(one.left, tail, (behind[0].left, behind[1].left)):
            continue  # 行政人员A，参公人员B，事业人员C: the first of a list itself
        listed = list_at(text, found, end + 1, said, one)
        if listed is None or not all(name.endswith(tail) for name in listed.names):
            continue
        if all(len(name) > len(tail) and name[0] not in _SAYING for name in listed.names):
            yield Opening(end, end + 1, "like", of=one, listed=listed)


def _used(text: str, found: Sequence[Mention], said: WholeWords) -> Iterator[Opening]:
    """A，用于甲的a、用于乙的b: what each part is used for."""
    for at, one in enumerate(found[:-_FEWEST]):
        first, second = found[at + 1 : at + 1 + _FEWEST]
        joined = first.begin == one.close + 1 and first.opener in (*_COMMAS, ":")
        if one.kind not in _KINDS or not joined or one.left.startswith(_USED):
            continue
        if not (first.left.startswith(_USED) and second.left.startswith(_USED)):
            continue
        listed = list_at(text, found, first.begin, said, one)
        if listed is not None and all(name.startswith(_USED) for name in listed.names):
            yield Opening(one.close, first.begin, "like", of=one, listed=listed)


def _is_general(name: str, tail: str, parts: Sequence[str]) -> bool:
    """Whether a name has no word before its last that sets it beside others: 全年办结, 信访办结."""
    own, found, behind = name.rpartition(tail)
    if not own or behind or not found or _GENERAL.search(_KIND.sub("", own)) is not None:
        return True
    kinds = [part.removesuffix(tail) for part in parts]
    return any(own.endswith(kind) or (kind and kind[0] in own) for kind in kinds)


def _behind(text: str, found: Sequence[Mention], at: int) -> int:
    """Return where a figure ends, with one in another measure right behind it: 67批次、728人次."""
    one, other = found[at], found[at + 1]
    return other.end if not other.left and text[one.end : other.start] == "、" else one.end
