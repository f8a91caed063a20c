"""Units that several numbers share: 分别为312.5、298.4和305.1万元; (单位:万元) before a list.

A number without a unit takes that of the last one of its series, or the one that its paragraph
says in a bracket; behind 得分, and before the full marks that it is out of, it is one of points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.tokens.scan import Token

_BARE: Final = "M"
_IN_TURN: Final = re.compile(r"(?:分别|依次)(?:为|是|达到?|完成|支出|投入|安排|得|有)*\Z")
_AND: Final = frozenset({"、", "和", "及", "与", "、和", ",", "，"})
_SHARED: Final = frozenset("NPQq")
_NUMBERS: Final = frozenset("MNPQq")
_SAID: Final = re.compile(
    r"\((?:金额)?单位[:为]?(?P<unit>亿元|千元|万元|元|%|分)\)|\((?P<bare>万元)\)"
)
_SCORED: Final = re.compile(r"得分[:为]?\Z")
_CALLED: Final = re.compile("[一-鿿:]")
_OUT_OF: Final = re.compile(r"/\d{1,3}(?:\.\d{1,2})?分(?![钟之])")
"""Full marks behind the score that is out of them: 投入13/15分."""
_LETTERS: Final = {"%": "P", "分": "Q"}
_NEAR: Final = 10
_STOPS: Final = frozenset(",，、;。)(")


def sharing(text: str, tokens: Sequence[Token], measure: re.Pattern[str] | None) -> Sequence[Token]:
    """Return tokens with the units that they share with others.

    Args:
        text: the paragraph.
        tokens: its tokens in order.
        measure: finds units that the scanner does not know, if those matter.
    """
    in_turn = "分别" in text or "依次" in text
    said = _SAID.search(text) if "元)" in text or "单位" in text else None
    scored = "得分" in text and ("满分" in text or "分值" in text or "权重" in text)
    out_of = "/" in text and _OUT_OF.search(text) is not None
    told = in_turn or said or scored or out_of
    if not told or not any(one.letter == _BARE for one in tokens):
        return tokens
    out = list(tokens)
    for at, one in enumerate(tokens) if out_of else ():
        if one.letter == _BARE and _OUT_OF.match(text, one.end):
            out[at] = _like(one, "Q", "分")
    for at, one in enumerate(tokens) if scored else ():
        if one.letter == _BARE and _SCORED.search(text, max(0, one.start - _NEAR), one.start):
            out[at] = _like(one, "Q", "分")
    if in_turn:
        for at, one in _in_series(text, tokens, measure):
            out[at] = one
    if said is not None:
        unit = said["unit"] or said["bare"]
        for at, one in enumerate(out):
            if one.start > said.end() and _is_listed(text, one):
                letter = _LETTERS.get(unit, "N")
                out[at] = _like(one, letter, "" if letter == "P" else unit)
    return out


def _in_series(
    text: str, tokens: Sequence[Token], measure: re.Pattern[str] | None
) -> Iterator[tuple[int, Token]]:
    """Yield the places of the numbers of a series with its last unit: 分别为1.2、1.3和1.4亿元."""
    series: list[tuple[int, Token]] = []
    for at, one in enumerate(tokens):
        if not one.value or one.letter not in _NUMBERS:
            continue
        joined = bool(series) and text[series[-1][1].end : one.start] in _AND
        if one.letter in _SHARED and joined:
            yield from ((place, _like(bare, one.letter, one.unit)) for place, bare in series)
        begins = not joined and one.letter == _BARE and _begins(text, one)
        series = [(at, one)] if begins else [*series, (at, one)] if joined else []
        if one.letter != _BARE:
            series = []
        elif measure is not None and len(series) > 1:
            unit = measure.match(text, one.end)
            if unit is not None:
                yield from ((place, _like(bare, "q", unit[0])) for place, bare in series[:-1])


def _begins(text: str, one: Token) -> bool:
    """Whether a series is said to begin with a number."""
    return _IN_TURN.search(text, max(0, one.start - _NEAR), one.start) is not None


def _like(bare: Token, letter: str, unit: str) -> Token:
    return evolve(bare, letter=letter, unit=unit)


def _is_listed(text: str, one: Token) -> bool:
    """Whether a number stands right behind a word and right before a mark."""
    if one.letter != _BARE or "." not in one.value:
        return False
    ends = text[one.end : one.end + 1] in _STOPS or one.end == len(text)
    return ends and _CALLED.match(text, one.start - 1) is not None
