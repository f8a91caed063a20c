"""What is left at the turn of a year, as a sentence words it: 2022年末财政拨款结转和结余.

The same money is 年末 to the year that ends and 年初 to the one that begins.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.figures.roles import without_tail
from performance_rules.extraction.figures.words import RelationWords, Vocabulary
from performance_rules.extraction.fixed import fixed

OPENS: Final = "opens"
CLOSES: Final = "closes"
AT: Final = "at"
"""2022年末: what a year ends with, or what the next one opens with."""

_TURN: Final = re.compile(
    r"(?:截至|截止|到|至)?(?:(?P<year>(?:19|20)\d\d)年(?:度|年)?|(?P<last>[上去])年度?年?|[本当]年度?年?|年|期)"
    r"(?P<turn>[初末底终]|1月1日|12月31日)?"
)
_ONWARD: Final = re.compile(
    r"结转(?:至|到|入)?(?:下年度?|下一年度?|次年|(?P<next>(?:19|20)\d\d)年度?)(?:继续|安排|滚存)?(?:使用|支出)?\Z"
)
_LEFT: Final = re.compile(r"(?:结余|节余|资金)+\Z")
"""What is left, before what becomes of it: 结余结转下年."""
_BEGINS: Final = ("初", "1月1日")


@fixed
class Standing:
    """A figure's words, where they name what is left at the turn of a year.

    Attributes:
        side: whether it opens a year, closes one, or is told by the year it ends.
        year: the year it is left of, where the words say which; 2021 of 2022年初.
        stock: what is left, in the words of the field: 结转, 余额.
        topic: what the words narrow it to.
    """

    side: str
    year: int | None
    stock: str
    topic: str


def standing(left: str, text: str, words: RelationWords, stocks: Vocabulary) -> Standing | None:
    """Return what the words before a figure say of the turn of a year, or None.

    Args:
        left: the words.
        text: the same without what says nothing at their end, see :func:`bare`.
        words: the words of relations.
        stocks: what is left or stands there, as it is called.
    """
    onward = _ONWARD.search(left)
    if onward is not None:
        year = int(onward["next"]) - 1 if onward["next"] else None
        return Standing(CLOSES, year, "结转", _kept(_LEFT.sub("", left[: onward.start()]), words))
    size = stocks.ending(text)
    if not size:
        return None
    turns = [m for m in _TURN.finditer(text) if m.end() <= len(text) - size]
    # 上 of 上年结转 stands right before what is left.
    return _standing(text, size, turns, words) if turns else None


_ONLY: Final = re.compile(
    r"(?:[本当]年度?|(?:19|20)\d\d年度?)?(?:(?P<opens>[年期]初|上年[末底]|去年[末底])|[年期][末底])(?:[数额]|金额|总额|余额)?[为是]?"
)
"""A turn of the year that names nothing: 年末结转A，年初为B."""


def elided(said: str, last: Standing | None) -> Standing | None:
    """Return what a turn of the year that names nothing is of: what the figure before it is of.

    Args:
        said: the words before a figure.
        last: what the figure before it is, as a standing.
    """
    turn = _ONLY.fullmatch(said) if last is not None else None
    if turn is None or last is None or (turn["opens"] is None) != (last.side == OPENS):
        return None
    side, step = (OPENS, -1) if turn["opens"] else (CLOSES, 1)
    year = last.year + step if last.year is not None else None
    return Standing(side, year, last.stock, last.topic)


def _standing(
    text: str, size: int, turns: list[re.Match[str]], words: RelationWords
) -> Standing | None:
    stock, turn = text[-size:], turns[-1]
    said = next((int(m["year"]) for m in turns if m["year"]), None)
    own = int(turn["year"]) if turn["year"] else None
    topic = _kept(_TURN.sub("", text[:-size]), words)
    if _DONE.search(topic):
        return None  # 使用上年结转: what was done with it
    if turn["turn"] is None:
        if turn["last"] and stock.startswith("结"):
            return Standing(OPENS, said - 1 if said else None, stock, topic)
        carried = own is not None and stock.startswith("结") and turn.end() == len(text) - size
        return Standing(AT, own, stock, topic) if carried else None
    if turn["turn"] in _BEGINS:
        return Standing(OPENS, said - 1 if said else None, stock, topic)
    if turn["last"]:
        return Standing(OPENS, said - 1 if said else None, stock, topic)
    return Standing(AT if own else CLOSES, said, stock, topic)


def bare(left: str, words: RelationWords) -> str:
    """Return words without what says nothing at their end: 年末结余资金合计 is 年末结余."""
    text = without_tail(left, words)
    while size := words.sums.ending(text):
        text = without_tail(text[:-size], words)
    return text


_DONE: Final = re.compile("使用|动用|消化|盘活|收回|安排|支出|支付|新增|上缴|形成")
_LEAD: Final = re.compile(r"\A(?:其中|加上?|故|即|预计|截至|至|到|\d{1,2}[.、])+")


def _kept(text: str, words: RelationWords) -> str:
    text = _LEAD.sub("", text)
    return "" if words.neutral.make(text) else text
