"""Lists whose parts stand in lines of their own below their whole: 支出N，具体为：1.A a；2.B b.

A line above that ends with a colon says that they are of its last figure; one that has no figure
and says how things are divided, 按用途划分如下：, that they are of one in the line above it.  That
nothing else was spent a line behind them may say.  Another line above may be their head as well,
项目12个，投入1846万元 above (一)产业类5个，投入1092万元, where they make one of its figures, and
the other one but for a slip of the pen.  Or the sum stands in a line below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.figures.wholewords import WholeWords, whole_words
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.parts.attested import below
from performance_rules.extraction.relations.parts.footlines import FootLines, Lines
from performance_rules.extraction.relations.parts.fullness import (
    agree,
    comes_out,
    is_closed,
    is_off_by_a_slip,
    sum_of,
)
from performance_rules.extraction.relations.parts.itemlists import ItemList, list_of
from performance_rules.extraction.relations.parts.wholes import Whole, is_fit
from performance_rules.extraction.relations.rates.lineshares import line_shares
from performance_rules.extraction.relations.rates.portions import Portion
from performance_rules.extraction.tokens.itemmarks import mark_of
from performance_rules.extraction.tokens.normal import Run
from performance_rules.text.numerals import whole_number
from performance_rules.values.quantity import SCALE

_OPENS: Final = re.compile("如下|具体|明细|情况|构成|组成|分别|其中|包括|包含|用于|来源|为")
_SAID_SO: Final = re.compile(
    r"(?:具体|明细|分项|构成|组成|分为\w{1,6}|按\w{2,10}(?:划分|分类|分解|分)"
    r"|(?:资金|支出|收入|预算|经费)(?:安排|使用|构成|来源|明细|分配|去向|投向|用途))"
    r"(?:情况|明细|构成|安排|分项)?(?:具体)?(?:如下|为|是|包括)?:"
)
"""A line that says that its lines are all parts of one thing."""
_IN_ALL: Final = re.compile("总|合计|共|全年|全部|本年|预算|支出|收入")
_ASIDE: Final = re.compile(
    "其中|包括|含|[比较][上去]|增加|减少|增长|下降|结余|剩余|每|均|目标|计划(?!生育)|上年|已"
)
_AGAIN: Final = re.compile(
    r"[^。]*。(?P<what>[^,，。;:\d]{0,8}?)(?:按|分[别为成]|由|包括|构成|组成|具体|明细)[^。]*:\Z"
)
"""What stands between a figure and its list where a sentence names it once more."""
_RATE: Final = re.compile(r"[^占比较增降超其,，。;:\d]{1,8}率(?:为|达到?|均为)?")
"""What says of a figure how far it goes, and does not narrow what follows: 自评覆盖率100%：."""
_THINGS: Final = ("个", "项", "家", "批")
_LEFT: Final = re.compile("结转|结余|节余|剩余")
_BULLET: Final = re.compile(r"[◆●★■▪•·○□➢▲☆—]")
_MORE: Final = re.compile("等[。;；,，]?\\Z")
_GOES_ON: Final = (";", "；", ",", "，", "、")
_NAME: Final = re.compile(r"[^\d,，。;:]{2,30}")
_BARE: Final = ("", "。", ";", "；", ",", "，")
_OTHERS: Final = ("其他", "其它", "其余", "其他支出", "其他费用", "其他收入")
_KINDS: Final = ("amount", "count")
_FEWEST: Final = 2
_MOST: Final = 14
_DEEP: Final = 4
_TAIL: Final = 30
_APART: Final = re.compile("另|自筹|自有|配套|社会|其[中余]|[结节]余|结转|上年|待|未")
"""In the name of an item, what makes it none of the money that is spoken of."""
_SAME: Final = 3
_MONEY: Final = re.compile("资金|支出|收入|预算|经费")
_CLAUSE: Final = re.compile("[,，;]")
_SHORT: Final = 100
_ENDS: Final = (":", "。")
_LAST: Final = 4


@define(eq=False)
class LineLists:
    """The lists of a document whose parts stand in lines of their own."""

    _open: list[Lines] = field(factory=list)
    _closed: list[Lines] = field(factory=list)
    _above: tuple[Run, Sequence[Mention], int] | None = None
    _feet: FootLines = field(factory=FootLines)

    def read(self, run: Run, found: Sequence[Mention], home: int) -> None:
        """Read a line, which may be of the lists that are open, and may open one itself.

        Args:
            run: the line.
            found: its figures in their order.
            home: its number.
        """
        text = run.plain
        mark = mark_of(text)
        footed = self._feet.read(run, found, home, mark)
        self._closed += [footed] if footed is not None else []
        if self._open:
            style, number = (mark.style, mark.ordinal) if mark is not None else ("", 0)
            if mark is None and (bullet := _BULLET.match(run.raw.lstrip())) is not None:
                style, number = bullet[0], 0
            listed = next((one for one in reversed(self._open) if one.lines), None)
            if listed is not None and not style and is_closed(text, listed.heads[-1]):
                listed.closed = True
            self._take(run, found, home, style, number)
        head = _headed(text, found, run, home) or self._below(text, found, run, home)
        head = head or self._divided(text, found) or _titled(text, found, run, home)
        self._above = (run, found, home) if text else self._above
        if head is not None:
            self._closed += self._open[_DEEP - 1 :]
            self._open = [*self._open[: _DEEP - 1], head]

    def _below(self, text: str, found: Sequence[Mention], run: Run, home: int) -> Lines | None:
        """Return the list that a line without figures opens of the only level of the line above.

        支出预算总额A，较上年增加B。 above 按用途划分如下：.
        """
        if found or self._above is None or len(text) > _TAIL or not text.endswith(":"):
            return None
        above, figures, where = self._above
        if _SAID_SO.fullmatch(text) is None or where != home - 1 or above.plain[-1:] != "。":
            return None
        levels = [m for m in figures if m.kind in _KINDS and not m.depth]
        levels = [m for m in levels if _ASIDE.search(m.left) is None]
        if len(levels) != 1 or _IN_ALL.search(levels[0].left) is None:
            return None
        return Lines((levels[0],), True, {where: above, home: run})

    def _divided(self, text: str, found: Sequence[Mention]) -> Lines | None:
        """Return the list that a line without figures opens of the line above it."""
        said = whole_words()
        if found or self._above is None or len(text) > _TAIL or not text.endswith(":"):
            return None
        run, above, home = self._above
        if not above or said.main.search(text) or not said.divided.search(text.replace("如下", "")):
            return None
        last = [m for m in above if m.kind in _KINDS and not m.depth]
        last = [m for m in last if said.changes.search(m.left) is None][-_LAST:]
        return Lines(tuple(last), False, {home: run}, _number(text)) if last else None

    def _take(self, run: Run, found: Sequence[Mention], home: int, style: str, number: int) -> None:
        kept: list[Lines] = []
        bullet = bool(style) and not number
        for i, one in enumerate(self._open):
            number = len(one.lines) + 1 if bullet else number
            if not one.lines:
                begins = number == 1 or (not style and one.sure)
            elif style:
                begins = style == one.style and number == len(one.lines) + 1
            else:
                begins = not one.style and one.end in _GOES_ON
            if begins:
                one.style = style
                one.lines.append(tuple(found))
                one.runs[home] = run
                one.end, one.more = run.plain[-1:], one.more or _MORE.search(run.plain) is not None
                self._closed += self._open[i + 1 :]
                self._open = [*kept, one]
                return
            if one.lines and one.style and (not style or style != one.style):
                kept.append(one)  # what is told below an item
            else:
                self._closed.append(one)
        self._open = kept

    def found(self, words: RelationWords) -> Iterator[tuple[Whole, Mapping[int, Run]]]:
        """Yield the wholes with their parts, and the lines that they stand in."""
        said = whole_words()
        for one in (*self._closed, *self._open):
            if _FEWEST <= len(one.lines) <= _MOST and not one.more:
                yield from ((whole, one.runs) for whole in _judged(one, words, said))

    def attested(self) -> Iterator[tuple[Whole | Portion, Mapping[int, Run]]]:
        """Yield what shares and units show to be wrong in the lists, and the lines of it."""
        for one in (*self._closed, *self._open):
            if _FEWEST <= len(one.lines) <= _MOST and not one.more and one.heads:
                yield from ((m, one.runs) for m in below(one.heads, one.lines))

    def shares(self) -> Iterator[tuple[Portion, Mapping[int, Run]]]:
        """Yield the shares that the lines of a list have of what they add up to."""
        for one in (*self._closed, *self._open):
            for head in reversed(one.heads):
                told = line_shares(one.lines, head)
                if told:
                    yield from ((share, one.runs) for share in told)
                    break


def _headed(text: str, found: Sequence[Mention], run: Run, home: int) -> Lines | None:
    """Return the list that a line may be the head of; None where it can be that of none."""
    if not found or text[-1] not in _ENDS or (text[-1] != ":" and len(text) > _SHORT):
        return None
    near = found[-2 * _LAST :]
    last = [m for m in near if m.sentence == found[-1].sentence and not m.depth]
    last = [m for m in last if m.kind in _KINDS][-_LAST:]
    if not last or any(char.isdigit() for char in text[found[-1].close :]):
        return None
    tail = text[found[-1].close :]
    if len(tail) > _TAIL and (
        len(tail) > _SHORT or "。" in tail or _SAID_SO.fullmatch(_CLAUSE.split(tail)[-1]) is None
    ):
        return None
    if any(m.start > last[-1].start and m.kind != "percent" for m in found):
        return None
    sure = tail.endswith(":") and (tail == ":" or bool(_OPENS.search(tail)))
    sure = sure or whole_words().divided.search(tail) is not None
    rates = [m for m in found if m.start > last[-1].start]
    rated = bool(rates) and tail == ":" and all(_RATE.fullmatch(m.left) for m in rates)
    if "。" in tail or (found[-1] is not last[-1] and not rated):
        again = _AGAIN.match(tail)
        sure = sure and again is not None and again["what"] in last[-1].left
    some = whole_words().main.search(tail) is not None
    clause = _CLAUSE.split(tail)[-1]
    said = clause if _MONEY.match(clause) else tail  # 分三批下达，资金投向为：
    return Lines(tuple(last), sure, {home: run}, _number(said), more=some, rated=rated)


def _titled(text: str, found: Sequence[Mention], run: Run, home: int) -> Lines | None:
    """Return the list that an item opens which is a name and an amount: (一)甲类支出N."""
    mark = mark_of(text) if len(found) == 1 else None
    if mark is None or found[0].kind != "amount" or text[found[0].close :] not in ("", "。"):
        return None
    if _NAME.fullmatch(text, mark.end, found[0].start) is None:
        return None
    return Lines(tuple(found), False, {home: run}, titled=True)


def _are_bare(one: Lines) -> bool:
    """Whether all lines of a list are a name and an amount, as its head is."""
    if not one.titled or any(len(line) != 1 for line in one.lines):
        return False
    ends = [one.runs[m.home].plain[m.close :] for (m,) in one.lines]
    return all(end in _BARE for end in ends)


def _number(tail: str) -> int:
    """Return how many lines words announce: 分为五项; 0 if they tell none."""
    told = list(whole_words().counted.finditer(tail))
    return whole_number(told[-1][1]) or 0 if told else 0


def _judged(one: Lines, words: RelationWords, said: WholeWords) -> Iterator[Whole]:
    lists = [(head, _listed(one, head)) for head in one.heads]
    made = [(head, listed) for head, listed in lists if listed is not None]
    right = [head for head, listed in made if agree(listed.values, head)]
    if one.number and one.number != len(one.lines):
        return
    for head, listed in made:
        if head in right:
            yield Whole(listed.parts, head, True)
            continue
        if any(other in right and known.values == listed.values for other, known in made):
            continue  # 预算A，支出B: the lines are of A
        if _is_of_others(one, head):
            continue
        sure = one.sure and head is one.heads[-1] and not _several(one, head, listed)
        sure = sure and not (one.rated and not _is_announced(one))
        bare = _are_bare(one)
        likely = one.closed or one.number == len(one.lines)
        others = listed.names[-1].endswith(_OTHERS)
        likely = likely or (bare and others)
        sure = sure or (likely and len(one.heads) == 1 and not _several(one, head, listed))
        if not is_fit(listed, head, words, said) or said.changes.search(head.left) is not None:
            continue
        if not (
            sure
            or (
                (right or (one.sure and not one.rated) or likely or bare or others)
                and is_off_by_a_slip(listed, head)
            )
        ):
            continue
        total, _ = sum_of(listed.values)
        if any(m.value.n > head.value.n for m in listed.values) or head.value.n > 2 * total:
            continue
        if not comes_out(listed, head, said) or (sure and _lacks_one(one, listed, head)):
            yield Whole(listed.parts, head, True)


def _is_announced(one: Lines) -> bool:
    """Whether a head says how many things it is of, and the lines are as many, or one is too many.

    对5个项目开展自评，资金N，覆盖率P： a line that was added later is one of them too.
    """
    told = [m for m in one.heads if m.kind == "count" and m.unit in _THINGS]
    near = [m for m in told if abs(m.value.n - len(one.lines) * SCALE) <= SCALE]
    first = [m for line in one.lines for m in line[:1]]
    planned = any(_ASIDE.search(one.runs[m.home].plain, 0, m.start) for m in first)
    return len(told) == len(near) == 1 and not planned


def _listed(one: Lines, head: Mention) -> ItemList | None:
    """Return the first figures of lines that are like one of their head."""
    parts: list[tuple[str, Mention]] = []
    further: list[Mention] = []
    for line in one.lines:
        same = [m for m in line if m.kind in _KINDS and alike(m.value, head.value) and not m.depth]
        if not same or _ASIDE.match(same[0].left) is not None:
            return None
        if _LEFT.search(same[0].left) and not _LEFT.search(head.left):
            return None
        further += same[1:]
        parts.append((same[0].name or line[0].name or f"第{len(parts) + 1}项", same[0]))
    if len({name for name, _ in parts}) < len(parts):
        parts = [(f"{name}（第{i}项）", m) for i, (name, m) in enumerate(parts, 1)]
    return list_of(parts, 0, tuple(further), "")


def _lacks_one(one: Lines, listed: ItemList, head: Mention) -> bool:
    """Whether numbered lines are said to be of a head that is the sum of all of them but one.

    资金投向为：1.A a；2.B b；3.C c: whoever numbers C counts it, and forgot it when adding up.
    Money of somebody else is no part of it, nor is what is called after another item one more.
    """
    more = [m for m in listed.further if not _ASIDE.search(m.left)]
    if not one.style or len(listed.parts) <= _FEWEST or more:
        return False
    for i, (name, _) in enumerate(listed.parts):
        rest = [*listed.parts[:i], *listed.parts[i + 1 :]]
        if agree([m for _, m in rest], head):
            return _APART.search(name) is None and not any(
                other[:_SAME] in name for other, _ in rest
            )
    return False


def _is_of_others(one: Lines, head: Mention) -> bool:
    """Whether figures that stand further behind in every line make a whole: 预算a，支出b."""
    lines = [[m for m in line if alike(m.value, head.value) and not m.depth] for line in one.lines]
    return any(agree(places, head) for places in list(zip(*lines, strict=False))[1:])


def _several(one: Lines, head: Mention, listed: ItemList) -> bool:
    """Whether some line has another figure that may be its part: 安排a，支出b."""
    firsts = {id(m) for m in listed.values}
    return any(
        alike(m.value, head.value) and id(m) not in firsts and not _ASIDE.search(m.left)
        for line in one.lines
        for m in line
    )
