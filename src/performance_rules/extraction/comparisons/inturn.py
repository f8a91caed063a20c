"""Figures told in turn with their unit once, behind the last: 分别为132、158、141、169万元.

Each of them has the unit of the last.  So has the one that a change is from: 较上年132减少14万元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.tokens.scan import Token

_CHEAP: Final = re.compile(r"\d[、和与及]\d")
_TURN: Final = re.compile(r"(?:分别|依次|各为|先后)[^。;]{0,40}\Z")
_BACK: Final = 48
_JOINS: Final = ("、", "和", "与", "及", "以及")
_NO_FIGURE: Final = re.compile(r"(?:第|[A-Za-z附表图号条款节至到—~-])\Z")
"""Before the number of a thing or the end of a span: 第1、2、3批."""
_SEVERAL: Final = 3
_NEAR: Final = 7
"""Among so many words behind 较 stand a figure, the word for its change, and that."""
_UNITS: Final = "NQqP"


def with_units(tokens: Sequence[Token], text: str) -> None:
    """Give the numbers of a list without units the unit of its last figure.

    Args:
        tokens: the tokens of a piece; changed in place.
        text: the normalised text that they cover.
    """
    _lend_back(tokens)
    if not tokens or _CHEAP.search(text, tokens[0].start, tokens[-1].end) is None:
        return
    for first, last in _lists(tokens, text):
        run = [token for token in tokens[first:last] if token.letter == "M"]
        begin, end = run[0].start, tokens[last]
        lead = text[max(tokens[0].start, begin - _BACK) : begin]
        if not lead or _NO_FIGURE.search(lead):
            continue
        if len(run) + 1 < _SEVERAL and _TURN.search(lead) is None:
            continue
        for token in run:
            token.letter, token.unit = end.letter, end.unit


def _lend_back(tokens: Sequence[Token]) -> None:
    """Give what a change is from the unit of the change: 较上年2.08减少0.03万元."""
    for i, token in enumerate(tokens):
        if token.letter != "C":
            continue
        near = [one for one in tokens[i + 1 : i + _NEAR] if one.letter not in "Yw"]
        if [one.letter for one in near[:3]] == ["M", "D", "N"]:
            near[0].letter, near[0].unit = "N", near[2].unit


def _lists(tokens: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """Yield where a list of bare numbers begins, and where the figure with a unit ends it."""
    begin = -1
    for i, token in enumerate(tokens):
        if token.letter == "M":
            begin = i if begin < 0 else begin
        elif begin >= 0 and token.letter in _UNITS and tokens[i - 1].letter != "M":
            yield begin, i
            begin = -1
        elif text[token.start : token.end] not in _JOINS:
            begin = -1
