"""The figures of a stretch of text, each with the words to its left and right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final, Literal

from attrs import evolve

from performance_rules.extraction.figures.sharing import sharing
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens import quantities
from performance_rules.extraction.tokens.itemmarks import mark_of
from performance_rules.extraction.tokens.scan import DATE, NUMBERS, Token
from performance_rules.extraction.tokens.wording import OTHER
from performance_rules.values.quantity import Count, Quantity

Kind = Literal["amount", "count", "percent", "points", "price"]

_STOPS: Final = frozenset("。;!?")
_SIGNS: Final = "。;!?,，:、()|"
_MARKS: Final = re.compile(f"[{_SIGNS}]")
_PUNCTUATION: Final = frozenset(".;,:()/|")
"""Letters of tokens that are marks."""
_BEGIN: Final = attrgetter("start")
_END: Final = attrgetter("end")
_COMMAS: Final = (",", "，")
_NUMBERS: Final = frozenset((*NUMBERS, OTHER))
"""Letters of tokens that may be a figure: points and bounds are written like other text."""
_POINTS: Final = ("个百分点", "百分点")
_NUMBER: Final = re.compile(r"\A\d{1,2}\.")
_TIMES: Final = ("×", "*")
_MEASURE: Final = re.compile(
    r"(?:个?工作日|日历天|个?小时|个月|天(?![然气])|分钟|秒(?!表)|(?:微克|毫克|克|千克)(?:/(?:立方米|升|千克))?|[mμk]?g/(?:L|kg|m3)|分贝)"
)
"""Units that only a goal or a movement is told in."""
_LIMITED: Final = re.compile(
    r"(?P<value>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|千元|万元|元)(?P<bound>(?:\(含\))?及?以[上下内])\Z"
)
"""An amount with a bound, which the scanner takes for the name of a class."""
HAS_MEASURE: Final = re.compile(
    r"\d(?=[个工日小天分秒微毫克千mμkg万亿元])"  # what cannot begin a unit is passed over at once
    rf"(?:{_MEASURE.pattern}|[千万亿]?元(?:\(含\))?及?以[上下内])"
)
_THING: Final = re.compile(r"[^\d,，。;:、()]{2,24}")
_SPLIT: Final = {"个": 1, "分": 1}
"""Counters that may be the first character of such a unit: 8个工作日, 26分钟."""


@fixed(eq=False)
class Mention:
    """One figure where it stands.

    Attributes:
        kind: an amount, a count, a percentage, percentage points, or the price of one.
        value: the figure; percentage points are a percentage.
        unit: the counter of a count, or what a price is for one of: 户 of 2万元/户.
        start: its first character in the text.
        end: one past its last.
        left: the words between the mark or figure before it and itself.
        right: the words between it and the next mark or figure.
        part: in which part of the text, cut at full stops and semicolons, it stands.
        sentence: in which sentence.
        depth: in how many brackets.
        home: the number of its paragraph.
        opener: the mark right before its words, empty where a figure stands there.
        label: the words before the colon that its words follow: 年初预算:N; or the name of the item
            that it is of, where only a comma stands between: 2.站房维修,N.
        over: how many characters of its unit stand behind its end: 工作日 of 8个工作日; fewer than
            none where its bound is part of the token: 85元以内.
    """

    kind: Kind
    value: Quantity
    unit: str
    start: int
    end: int
    left: str = ""
    right: str = ""
    part: int = 0
    sentence: int = 0
    depth: int = 0
    home: int = 0
    opener: str = ""
    label: str = ""
    over: int = 0

    @property
    def close(self) -> int:
        """One past its unit."""
        return self.end + self.over

    @property
    def name(self) -> str:
        """The words that say what it is: those before it, or else its label."""
        return self.left or self.label

    @property
    def begin(self) -> int:
        """Where its name begins in the text."""
        return self.start - (len(self.left) or (len(self.label) + 1 if self.label else 0))


_Figure = tuple[Kind, Quantity, str, int]
"""A kind, the figure of it, its unit, and how much of that stands behind its token."""


def order(one: Mention) -> tuple[int, int]:
    """Return where a figure stands, so that figures can be sorted."""
    return one.home, one.start


def mentions_of(
    text: str, tokens: Sequence[Token], *, before: int = 0, home: int = 0, measured: bool = False
) -> list[Mention]:
    """Return the figures of the range of a text that its tokens cover, in their order.

    Args:
        text: the normalised text.
        tokens: its tokens as they were scanned, in order.
        before: how many sentences stand before it.
        home: the number of its paragraph.
        measured: whether what is measured in days, minutes or milligrams is a count too.
    """
    if not tokens:
        return []
    start, end = tokens[0].start, tokens[-1].end
    tokens = sharing(text, tokens, _MEASURE if measured else None)
    found = [
        (token, figure)
        for token in tokens
        if token.letter in _NUMBERS
        and token.value
        and (figure := _figure(text, token, measured)) is not None
    ]
    marks = _marks(text, tokens, start, end) if found else []
    out: list[Mention] = []
    last, part, sentence, depth, passed = start, 0, before, 0, 0
    for i, (one, (kind, value, unit, over)) in enumerate(found):
        while passed < len(marks) and marks[passed] < one.start:
            mark = text[marks[passed]]
            if mark in _STOPS:
                part, depth = part + 1, 0
                sentence += mark != ";"
            elif mark == "(":
                depth += 1
            elif mark == ")":
                depth -= 1
            passed += 1
        at = marks[passed - 1] if passed else start - 1
        stop = marks[passed] if passed < len(marks) else end
        after = found[i + 1][0].start if i + 1 < len(found) else end
        close = one.end + over
        left = text[at + 1 if at >= last else last : one.start]
        right = text[close : after if after < stop else stop]
        opener = text[at] if at >= last and passed else ""
        label = ""
        if opener == ":":
            label = text[max(last, marks[passed - 2] + 1 if passed > 1 else start) : at]
            label = _NUMBER.sub("", label)
        elif not left and opener in _COMMAS:
            label = _item(text, last if i else 0, at)
        out.append(
            Mention(
                kind,
                quantities.rounded(value, left, right),
                unit,
                one.start,
                one.end,
                left,
                right,
                part,
                sentence,
                depth,
                home,
                opener,
                label,
                over,
            )
        )
        last = close
    return out


def _item(text: str, last: int, at: int) -> str:
    """Return what the item is called that a comma divides from its figure; empty without one.

    Args:
        text: the text.
        last: where the figure before ends.
        at: where the comma stands.
    """
    begin = max(text.rfind(mark, last, at) for mark in "。;:") + 1 or last
    number = mark_of(text[begin:at]) if begin > last or not last else None
    name = text[begin + number.end : at] if number is not None else ""
    return name if _THING.fullmatch(name) is not None else ""


def _marks(text: str, tokens: Sequence[Token], start: int, end: int) -> list[int]:
    """Return where marks stand that are no part of a figure."""
    found = [
        token.start
        for token in tokens
        if token.letter in _PUNCTUATION and token.end - token.start == 1
        if text[token.start] in _SIGNS
    ]
    if sum(map(_BEGIN, tokens)) + end != sum(map(_END, tokens)) + start:  # they leave out some
        for one, other in pairwise(tokens):
            if one.end < other.start:
                found += [mark.start() for mark in _MARKS.finditer(text, one.end, other.start)]
        found.sort()
    return found


def _figure(text: str, token: Token, measured: bool) -> _Figure | None:
    """Return the figure of a token, or None if it is none of a kind that can be related."""
    letter = token.letter
    if measured and (letter in "MQq" or token.value == DATE):
        figure = _limited(text, token) if token.value == DATE else _measured(text, token)
        if figure is not None:
            return figure
    if letter == "N":
        return _of_kind("amount", quantities.amount(token))
    if letter in "Qq":
        value = quantities.count(token)
        return ("count", value, value.unit, 0) if value is not None else None
    if letter == "P" and text[token.start - 1 : token.start] in _TIMES:
        return None  # A÷B×100%
    if letter == "P":
        return _of_kind("percent", quantities.percent(token))
    if letter == "p":
        unit, _, per = token.unit.partition("/")
        priced = Token("N", token.start, token.end, token.value, unit)
        return _of_kind("price", quantities.amount(priced), per)
    if token.value not in ("", DATE) and text.endswith(_POINTS, token.start, token.end):
        points = Token("P", token.start, token.end, token.value)
        return _of_kind("points", quantities.percent(points))
    return None


def _of_kind(kind: Kind, value: Quantity | None, unit: str = "") -> _Figure | None:
    return (kind, value, unit, 0) if value is not None else None


def _limited(text: str, token: Token) -> _Figure | None:
    """Return the amount of a bound: 85元以内."""
    said = _LIMITED.match(text[token.start : token.end])
    if said is None:
        return None
    value = quantities.amount(Token("N", token.start, token.end, said["value"], said["unit"]))
    return ("amount", value, "", -len(said["bound"])) if value is not None else None


def _measured(text: str, token: Token) -> _Figure | None:
    """Return a figure with a unit that the scanner does not know: 8个工作日, 21.7天."""
    unit = _MEASURE.match(text, token.end - _SPLIT.get(token.unit, 0))
    if unit is None or (token.unit and token.unit not in _SPLIT):
        return None
    called = unit[0].removeprefix("个")
    value = quantities.count(Token("q", token.start, unit.end(), token.value, called))
    if value is None:
        return None
    value = evolve(value, printed=f"{token.value}{unit[0]}")
    return "count", value, called, unit.end() - token.end


def several(count: Count, times: int, period: str) -> Count:
    """Return a count of things times a number of periods, printed as both: 840人×12个月."""
    printed = f"{count.printed}×{times}{period}"
    return Count(count.value * times, count.unit, step=count.step * times, printed=printed)
