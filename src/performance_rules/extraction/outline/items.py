"""The outline of a document: items by their markers, headings, and where each one's text is.

A marker is accepted by the ordinal expected at its level, not by layout, so that items that were
fused into one line are told apart as well (``…8.00万元六、支出情况…``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from attrs import define, field

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.outline.linemarks import begins_marked, line_mark, number_mark
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.tokens.normal import LINE, Run, halved, plain_word, run_of
from performance_rules.extraction.tokens.wording import TERM, Wording
from performance_rules.extraction.tokens.wording import Outline as Words
from performance_rules.text.numerals import item_number
from performance_rules.text.years import WRITTEN_YEAR

_NUMERAL: Final = "[一二三四五六七八九十]{1,3}"
_MARKER: Final = re.compile(
    r"(?=[第一二三四五六七八九十(\d①-⑳⑴-⒇])(?:"
    rf"第(?P<part>{_NUMERAL})部分|第(?P<art>{_NUMERAL})条|(?P<cn>{_NUMERAL})、|\((?P<pcn>{_NUMERAL})\)"
    r"|(?P<ar>\d{1,2})(?:、|[.](?!\d)|[.](?=[12]\d{2}(?:\d\d){0,2}[\u4e00-\u9fff])|[.](?=(?:19|20)\d\d年))"
    rf"|\((?P<par>\d{{1,2}})\)|(?P<circ>[①-⑳⑴-⒇])|(?P<is>{_NUMERAL})是)"
)
RANKS: Final = {
    "part": 0,
    "cn": 1,
    "art": 1,
    "pcn": 2,
    "sub": 2,
    "ar": 3,
    "par": 4,
    "circ": 5,
    "is": 6,
}
_SPACED: Final = "art"
"""A marker that is a word without the space behind it: 第三条生产线."""
_BEFORE: Final = frozenset("。;:!)]元%次人辆个")
"""What may stand before a marker inside a line."""

_LEAP: Final = 3
"""How many items may be missing in an abridged document before a marker at a line's start."""

_MAX_HEADING: Final = 40
_MIN_BROKEN: Final = 20
"""A passage shorter than this is a heading or a caption, not the first half of a sentence."""
_FULL_LINES: Final = 8
"""So many lines of one width are no chance."""
_CLAUSES: Final = re.compile(r"[,;:。]")
_LONGEST_CUT: Final = 8
"""So much of a word may stand before a break."""
_SLACK: Final = 4
"""And so many places narrower a full line may be."""
_STOP: Final = re.compile("[。;:,，%|]")
_ALONE: Final = re.compile(r"[^。;:,，%|\d]{0,40}(?:预算|决算|收支|支出|收入|拨款|经费|基金)")
"""A line that is no more than the name of money: it heads what stands below it."""
_ROW: Final = re.compile(r"[^,，。;:：\d]{2,30}[:：]\d[\d,.]*[亿千万]?元")
"""A line of a list: its name, a colon and its figure."""
_VALUED: Final = re.compile(
    r"(?<=[\u3400-\u9fff]{3})(?:(?:年初|全年|调整|本年)?(?:预算|决算|执行)数?)?(?:支出)?(?:为|是|共计|合计)$"
)
"""How a sentence without a heading goes on to its number: 教育支出年初预算为."""

_MAX_TITLE: Final = 30
"""A longer clause is no heading; it would be cut off."""

_PLAIN_LINE: Final = re.compile(r"[^。;:,，%|\d]{4,20}")
_FRAMED: Final = re.compile("【[^】\\d]{2,40}】|■[^。;:，,;\\d]{2,20}")
"""A heading that brackets or a square set apart instead of a number."""
_ENDS: Final = frozenset("。;:!?")
_ON: Final = frozenset(",，、")
"""Marks behind which a sentence goes on."""
_ON_WITH: Final = re.compile("(?:(?<![同环对占评])比|(?<!比)较|(?<!总)和|(?<!参)与|[及或])$")
"""Words behind which it does: …，比 and below it 2023年预算增加N."""
_CONTINUES: Final = frozenset("的和与及或表进来看中,、)(")
"""What follows a heading's last word when the heading is not over there."""


@fixed
class Piece:
    """A stretch of a run: an item or a paragraph, with its heading and its body.

    Attributes:
        rank: depth of the item's marker; None for text that only continues what is above it.
        ordinal: the item's number.
        title: the heading with its marker, as printed.
        head: range of the heading without the marker; empty when the item has none.
        body: range of the rest.
    """

    rank: int | None
    ordinal: int
    title: str
    head: tuple[int, int]
    body: tuple[int, int]


@lru_cache(maxsize=4)
def _last_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the last character of any of the words."""
    return re.compile(f"[{re.escape(''.join({word[-1] for word in words}))}]")


@define
class Outline:
    """The items that are open while a document is read from front to back."""

    words: Words
    levels: list[tuple[int, int]] = field(factory=list)
    inner: tuple[int, int] = (-1, 0)
    announced: bool = False
    last: re.Pattern[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Note the last characters of headings."""
        self.last = _last_of(self.words.heading_ends)

    def pieces(self, run: Run) -> Iterator[Piece]:
        """Yield the pieces of a run, in order."""
        size = len(run.plain)
        marks = list(self._marks(run))
        last: Piece | None = None
        if not marks or marks[0][0] > 0:
            yield self._piece(run, None, 0, 0, 0, marks[0][0] if marks else size)
        for i, (start, end, rank, ordinal) in enumerate(marks):
            until = marks[i + 1][0] if i + 1 < len(marks) else size
            last = self._piece(run, rank, ordinal, start, end, until)
            yield last
        headed = last is not None and len(marks) == 1 and last.body[0] >= size > last.head[0]
        self.announced = run.plain.endswith(":") or headed

    def _marks(self, run: Run) -> Iterator[tuple[int, int, int, int]]:
        begin = 0
        marked = line_mark(run)
        number = number_mark(run) if marked is None else None
        if number is not None and self._is_heading(run, number[0]):
            marked = number
        if marked is not None:
            begin, rank, ordinal = marked
            yield 0, begin, self._enter(rank, ordinal), ordinal
        for match in _MARKER.finditer(run.plain, begin):
            style = match.lastgroup or ""
            if style == _SPACED and not (match.start() == 0 and run.gap(match.end())):
                continue
            ordinal = item_number(match[style])
            rank = RANKS[style]
            if ordinal and self._accepts(run, match.start(), match.end(), rank, ordinal):
                rank = self._enter(self._depth(run, match, rank, ordinal), ordinal)
                yield match.start(), match.end(), rank, ordinal

    def _is_heading(self, run: Run, at: int) -> bool:
        """Whether a line is no more than a heading: 4 政府性基金预算, but not 4 辆公务用车."""
        size = len(run.plain)
        return self._heads(run, at) == size or _ALONE.fullmatch(run.plain, at) is not None

    def _enter(self, rank: int, ordinal: int) -> int:
        """Open an item of a rank, which ends all that are as deep, and return the rank."""
        while self.levels and self.levels[-1][0] >= rank:
            self.levels.pop()
        self.levels.append((rank, ordinal))
        return rank

    def _depth(self, run: Run, marker: re.Match[str], rank: int, ordinal: int) -> int:
        """Return the rank of an item: one deeper where its list is announced by one of its style.

        3.支出用于以下方面： and below it 1., 2., 3.: these are parts of what 3. tells. So they are
        where 3. is only a heading.
        """
        outer = next((n for r, n in reversed(self.levels) if r == rank), 0)
        short = len(run.plain) - marker.end() <= _MAX_HEADING
        heads = short and outer == ordinal - 1 and not _STOP.search(run.plain, marker.end())
        if outer and ordinal == 1 and marker.start() == 0 and self.announced:
            self.inner = (rank, 1)
        elif self.inner == (rank, ordinal - 1) and not heads:
            self.inner = (rank, ordinal)
        elif self.inner[0] >= rank:
            self.inner = (-1, 0)
        return rank + (self.inner == (rank, ordinal))

    def _accepts(self, run: Run, start: int, end: int, rank: int, ordinal: int) -> bool:
        """Whether a marker is where the outline expects one."""
        last = next((n for r, n in reversed(self.levels) if r == rank), None)
        if start == 0 and rank != RANKS["is"]:
            return True  # whatever its number: people leave one out, or use one twice
        if start == 0:
            return last is None or ordinal == 1 or last < ordinal <= last + _LEAP
        if rank == RANKS["is"] or end >= len(run.plain):
            return False
        before = run.plain[start - 1]
        free = before in _BEFORE or run.gap(start) or self._heading_before(run.plain, start)
        if not free and not (before in ",，" and rank == RANKS["cn"] and ordinal > 1):
            return False
        if (last is not None and ordinal == last + 1) or self.inner == (rank, ordinal - 1):
            return True
        if ordinal == 1:
            # A new list, one level deeper or after another list of its kind.
            return last is None or before == ":" or rank > 1
        leap = last is None or last < ordinal <= last + _LEAP
        return leap and rank == RANKS["cn"] and self._heads(run, end) > end

    def _heading_before(self, text: str, start: int) -> bool:
        return text.endswith(self.words.heading_ends, max(0, start - _MAX_HEADING), start)

    def _piece(
        self, run: Run, rank: int | None, ordinal: int, start: int, end: int, until: int
    ) -> Piece:
        stop = self._heads(run, end, until)
        framed = rank is None and _FRAMED.fullmatch(run.plain, start, until) is not None
        named = rank is not None and _ALONE.fullmatch(run.plain, end, until) is not None
        if framed or (stop == end and (named or self._is_line(run.plain, end, until))):
            stop = until  # a line of its own that says nothing but a name
        title = ""
        if rank is not None:
            head_end = stop if stop > end else _first_clause(run.plain, end, until)
            title = _balanced(run.printed(start, head_end).strip())
            title = _VALUED.sub("", title) if stop == end else title
            title = title if len(title) <= _MAX_TITLE else ""  # the one above it is short
        elif stop < until or run.plain.startswith(self.words.captions):
            stop = end  # a paragraph may end in a heading's word; only a whole line is a heading
        else:
            # A heading without a number ends every item above it; the first one is the title.
            title = run.printed(start, stop).strip() if self.levels else ""
            rank = RANKS["part"]
            self.levels = [(rank, 0)]
        body = stop
        while body < until and run.plain[body] in "。:":
            body += 1
        closed = run.plain.startswith("【", end)
        head = (end + 1, stop - closed) if framed else (end, stop)
        return Piece(rank, ordinal, title.strip("【】■ "), head, (body, until))

    def _is_line(self, text: str, start: int, until: int) -> bool:
        """Whether a line is a heading by its last word, which ends no heading inside a line."""
        if not text.endswith(self.words.line_ends, start, until):
            return False
        return _PLAIN_LINE.fullmatch(text, start, until) is not None

    def _heads(self, run: Run, start: int, until: int | None = None) -> int:
        """Return where the heading that starts at a place ends; the place itself for none."""
        text = run.plain
        until = len(text) if until is None else until
        stop = _STOP.search(text, start, min(until, start + _MAX_HEADING))
        bound = min(until, start + _MAX_HEADING) if stop is None else stop.start()
        for last in self.last.finditer(text, start, bound):
            at = last.end()
            if text.endswith(self.words.heading_ends, start, at):
                loose = text.endswith(self.words.loose_ends, start, at)
                if at == until or self._ends_here(run, at, loose):
                    return at
        return start

    def _ends_here(self, run: Run, at: int, loose: bool) -> bool:
        """Whether a heading that could end at a place does: 情况 may go on, 计划 mostly does."""
        text = run.plain
        if text[at] in "。:" or run.gap(at) or _MARKER.match(text, at):
            return True
        longer = text.startswith(self.words.heading_ends, at)
        if longer or any(text.startswith(w, at - k) for w, k in self._overlaps(text, at)):
            return False
        return text[at].isdigit() if loose else text[at] not in _CONTINUES

    def _overlaps(self, text: str, at: int) -> Iterator[tuple[str, int]]:
        for word in self.words.heading_ends:
            for k in range(1, min(len(word), at + 1)):
                if text.startswith(word[:k], at - k):
                    yield word, k


def _balanced(title: str) -> str:
    """Return a heading without a bracket that does not close in it."""
    for left, right in ("（）", "()"):
        if title.count(left) > title.count(right):
            title = title[: title.rindex(left)]
    return title.strip()


def _first_clause(text: str, start: int, until: int) -> int:
    """Return where the first clause ends: at punctuation or a number."""
    at = start
    while at < until and text[at] not in "。;:,，" and not text[at].isdigit():
        at += 1
    return at


def runs(passages: Iterable[Passage], wording: Wording) -> Iterator[Run]:
    """Yield the runs of passages: one each, or several where a break cut a sentence in two."""
    passages = [passage for passage in passages if passage.text.strip()]
    width = _wrapped(passages)
    pending: list[Passage] = []
    for passage in passages:
        if pending and not _broken(pending[-1].text, passage.text, wording, width):
            yield run_of(pending)
            pending = []
        pending.append(passage)
    if pending:
        yield run_of(pending)


def _wrapped(passages: Sequence[Passage]) -> int:
    """Return how wide lines are that were cut; 0 for a text with whole paragraphs."""
    widths = sorted((_width(passage.text.strip()) for passage in passages), reverse=True)
    if not widths:
        return 0
    least = widths[len(widths) // 20] - _SLACK  # headings in wider type stick out
    full = sum(width >= least for width in widths)
    return least if full >= max(_FULL_LINES, len(widths) // 4) else 0


def _width(text: str) -> int:
    """Return how wide a line is: a Chinese character takes two places, and three bytes."""
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2


def _broken(text: str, following: str, wording: Wording, width: int) -> bool:
    """Whether a passage ends in the middle of a sentence that the next one goes on with.

    Args:
        text: the passage.
        following: the next one.
        wording: the lexicon.
        width: how wide a line is that was cut, 0 where lines are not.
    """
    text, following = text.strip(), following.strip()
    tail = halved(text[-_MAX_HEADING:])
    if _ROW.match(text) and _ROW.match(following):
        return False  # 甲：N（占P）, and 乙：M below it
    if _is_open(text) and not _begins_item(halved(following[:_MAX_HEADING])):
        return True
    if width and "\t" not in text + following:
        # Indented lines and other fonts hold less; such a line goes on if nothing ends with it.
        ended = tail[-1] in _ENDS - {":"} or tail[-1].isdigit()
        almost = 4 * _width(text) >= 3 * width and not ended
        goes_on = _width(text) >= width or almost
        return goes_on and not _begins_item(halved(following[:_MAX_HEADING]))
    if not _STOP.search(halved(text)) and len(text) <= _MAX_HEADING:
        return False  # a title or a heading: a sentence of that length has a comma
    if tail[-1] in _ENDS or len(text) < _MIN_BROKEN or "\t" in text or "\t" in following:
        return False
    head = halved(following[:_MAX_HEADING])
    captions = wording.outline.captions
    if _begins_item(head) or head.startswith(captions) or text.startswith(captions):
        return False
    if _speaks(head, wording):
        on = tail[-1] in _ON or _ON_WITH.search(tail) is not None
        return on or _cuts_word(tail, head, wording) or _dangles(tail, wording)
    return len(text) > _MAX_HEADING or not tail.endswith(wording.outline.heading_ends)


def _is_open(text: str) -> bool:
    """Whether a line that tells a figure ends inside a bracket: 编制54名（行政编制23名、事业."""
    last = max(text.rfind("("), text.rfind("（"))
    if last < 0 or "\t" in text or not any(char.isdigit() for char in text):
        return False
    return ")" not in (rest := text[last:]) and "）" not in rest


def _begins_item(text: str) -> bool:
    """Whether a line begins with the marker of an item."""
    found = _MARKER.match(text)
    if found is None:
        return begins_marked(text) or LINE.match(text) is not None
    return found.lastgroup != _SPACED or text.startswith(" ", found.end())


def _cuts_word(tail: str, head: str, wording: Wording) -> bool:
    """Whether a break stands inside a word: 事业 and below it 收入0万元."""
    for n in range(1, _LONGEST_CUT):
        text = tail[-n:] + head
        sizes = wording.lengths.get(text[:2], ())
        if any(size > n and text[:size] in wording.words for size in sizes):
            return True
    return False


def _dangles(tail: str, wording: Wording) -> bool:
    """Whether a line ends with an indicator that says nothing yet: …；国有资本经营预算拨款."""
    clause = plain_word(_CLAUSES.split(tail)[-1])
    ends = (clause[-n:] for n in range(2, len(clause) + 1))
    known = any(end in wording.words and wording.words[end].letter == TERM for end in ends)
    return known and not any(char.isdigit() for char in clause)


def _speaks(text: str, wording: Wording) -> bool:
    """Whether a passage begins like a statement: with a year or an indicator."""
    plain = plain_word(text)
    if WRITTEN_YEAR.match(plain):
        return True
    sizes = wording.lengths.get(plain[:2], ())
    found = next((wording.words[plain[:n]] for n in sizes if plain[:n] in wording.words), None)
    return found is not None and found.letter == TERM
