"""What the heading of an item lends to all that stands below it: its scope, subject and year."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final

from performance_rules.extraction.naming.phrases import phrased
from performance_rules.extraction.outline.items import RANKS, Piece
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.headnames import names_only
from performance_rules.extraction.scope.subjects import NotBound, matter_of, places_of
from performance_rules.extraction.tokens.normal import Run
from performance_rules.extraction.tokens.scan import Token, is_scope, scan
from performance_rules.extraction.tokens.wording import Wording

_ITEMS: Final = (RANKS["pcn"], RANKS["circ"])
"""Headings of these ranks may name a thing: （一） to ①."""
_TEXT: Final = frozenset("WwaCI/()")
"""Letters of a heading without a word that the lexicon knows as a line."""
_MAX_HEADING: Final = 30
_LEAST: Final = 3
_Seen = tuple[str, str]
"""The letters of a heading as it was scanned, and the account that it begins with."""

_START: Final = attrgetter("start")
_COUNTED: Final = ("count", "counted", "open")
_SPENT: Final = "经费"
_YEAR: Final = re.compile(r"(?:19|20)\d\d年")
_FIGURE: Final = re.compile(r"\d")
"""With one a heading names more than a line: no line's name has digits."""
_FUNDS: Final = {"general_budget", "government_fund", "state_capital"}


def lend(
    run: Run, piece: Piece, scanned: Sequence[Token], context: Context, wording: Wording
) -> None:
    """Let the item that was opened have the scope and, weakly, the subject of its heading.

    Args:
        run: the paragraph.
        piece: the item, or the rest of one.
        scanned: the tokens of what follows its heading.
        context: where it stands; changed.
        wording: the lexicon and patterns.
    """
    frame = context.frames[-1]
    if piece.head[0] == piece.head[1]:
        if piece.rank is None:
            return
        first = _first_sentence(run, piece)
        line = (
            first
            if first[0] < first[1]
            else (first[0], min(piece.body[1], first[0] + _MAX_HEADING))
        )
        if not _name_line(run, line, scanned, context, wording):
            _name_item(run, piece, first, scanned, context, wording)
        return
    tokens = scan(run.plain, *piece.head, wording)
    seen = _seen(tokens)
    _head_year(tokens, context)
    if any(word in run.plain[slice(*piece.head)] for word in wording.outline.and_more):
        return  # 国有资本经营预算及其他收支说明: each item says of what it is
    phrases = phrased(tokens, run.plain, wording)
    if len({token.scope or _alone(token) for token in phrases} & _FUNDS) > 1:
        return  # 政府性基金和国有资本经营预算情况: so do they here
    for token in phrases:
        if token.letter != "T" or token.senses[0].kind in _COUNTED:
            continue
        if token.scope and not frame.headed:
            frame.scope, frame.headed = token.scope, True
        try:
            places = places_of(context, token)
        except NotBound:
            continue
        begin, end = piece.head
        if not frame.weak:
            heading = run.plain[begin:end]
            frame.alone = names_only(heading, token.start - begin, token.end - begin)
        frame.weak = frame.weak or places
    _name_item(run, piece, piece.head, scanned, context, wording, seen)


def _name_line(
    run: Run,
    head: tuple[int, int],
    scanned: Sequence[Token],
    context: Context,
    wording: Wording,
) -> bool:
    """Let an item be of the line that its heading names and nothing else, as 政府采购 does.

    A heading may leave out what the line's name ends with: （五）三公。
    """
    begin, end = head
    name, frame = run.plain[begin:end].strip("“”"), context.frames[-1]
    short = wording.words.get(name + _SPENT)
    if short is not None and short.senses and short.senses[0].place.item:
        frame.weak, frame.alone = frame.weak or (short.senses[0].place,), True
        return True
    if _FIGURE.search(_YEAR.sub("", name)) is not None:
        return False
    words = _begun(run, head, scanned, wording)
    if not any(token.senses and token.senses[0].place.item for token in words):
        return False  # no phrase is of such a line without a word for it
    tokens = phrased(scan(run.plain, begin, end, wording), run.plain, wording)
    named = [token for token in tokens if token.letter == "T" and token.senses[0].place.item]
    if len(named) != 1 or named[0].senses[0].kind in _COUNTED:
        return False
    if not names_only(name, named[0].start - begin, named[0].end - begin):
        return False
    try:
        places = places_of(context, named[0])
    except NotBound:
        return False
    frame.weak, frame.alone = frame.weak or places, True
    return True


def _alone(token: Token) -> str:
    """Return the account that a phrase says and nothing else; empty for any other."""
    return token.senses[0].place.account if is_scope(token) else ""


def _seen(tokens: Sequence[Token]) -> _Seen:
    scope = tokens[0].senses[0].place.account if tokens and is_scope(tokens[0]) else ""
    scope = scope or (tokens[0].scope if tokens else "")
    return "".join([token.letter for token in tokens]), scope


def _first_sentence(run: Run, piece: Piece) -> tuple[int, int]:
    """Return where the first sentence of an item stands, if it is as short as a heading."""
    begin, until = piece.body
    end = run.plain.find("。", begin, min(until, begin + _MAX_HEADING))
    return begin, max(begin, end)


def _begun(
    run: Run, head: tuple[int, int], scanned: Sequence[Token], wording: Wording
) -> Sequence[Token]:
    """Return the tokens with which an item begins, of those that were scanned if they end there."""
    size = bisect_left(scanned, head[1], key=_START)
    ends = size == len(scanned) or run.plain[head[1]] == "。"
    if size and ends and scanned[size - 1].end == head[1]:
        return scanned[:size]
    return scan(run.plain, *head, wording)


def _name_item(
    run: Run,
    piece: Piece,
    head: tuple[int, int],
    scanned: Sequence[Token],
    context: Context,
    wording: Wording,
    seen: _Seen | None = None,
) -> None:
    """A heading of an item that is the name of a thing says what its figures are of.

    （一）优抚对象补助。支出N: not all the expenditure.  A word for what a section deals with,
    such as 资金使用情况, is no such name, unless the items before it in the list were things.
    """
    name, frame = run.plain[slice(*head)].strip("“”"), context.frames[-1]
    if piece.rank is None or frame.weak or len(name) < _LEAST:
        return
    letters, scope = seen or _seen(_begun(run, head, scanned, wording))
    if scope and set(letters[1:]) <= set("wS"):
        frame.scope, frame.headed = scope, True  # 二、政府性基金预算。
    elif _names_thing(name, letters, piece.rank, wording) or (
        context.frames[-2].things == piece.rank and set(letters) <= _TEXT
    ):
        frame.weak = (matter_of(context, name, context.body),)
        context.frames[-2].things = piece.rank


def _names_thing(name: str, letters: str, rank: int, wording: Wording) -> bool:
    """Whether a heading names a thing: （一）优抚对象补助, or 四、社会保险基金预算.

    So it does, whatever its rank, where it names money with accounts of its own: 二、互助基金。
    """
    if "W" in letters and letters.lstrip("Ww") == "S":
        return True
    if name.endswith(wording.outline.accounted) and set(letters) <= _TEXT:
        return True
    item = _ITEMS[0] <= rank <= _ITEMS[1] and not name.endswith(wording.outline.sections)
    return item and set(letters) <= _TEXT


def _head_year(tokens: Iterable[Token], context: Context) -> None:
    """A heading that names one year is about that year: 二、2023年预算安排."""
    said = {t.value for t in tokens if t.letter == "Y"}
    distances = {context.facts.distance(year) for year in said}
    if len(distances) == 1 and not distances & {0, -1}:
        context.frames[-1].distance = context.now.distance = distances.pop()
