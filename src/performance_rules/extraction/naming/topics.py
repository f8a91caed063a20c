"""Names that stand alone: what the clauses behind them are about."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.figures.views import is_view
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.naming.names import MAX_NAME, as_name, is_bare
from performance_rules.extraction.tokens.scan import Token, letters_of, touch
from performance_rules.extraction.tokens.wording import Wording

VIEW: Final = "view"
"""Value of the token of words that say by what things are divided: 从供应商类型看."""
_LEAST, _PAIR = 2, 2
"""A name has so many characters."""
_SHORT: Final = 4
_CLAUSES: Final = 8  # so many tokens hold two clauses that say an amount each
_MONEY: Final = re.compile("(?:[wY]{0,2}S|ww?)w?N,[STw]+N")
_BEHIND_NAMES: Final = re.compile(r"(?<=T.),|(?<=[Ww])[,:]|(?<=[Ww])\.(?=[SwT])")
"""The mark behind words that may be what the next clause is about."""


def topics(tokens: list[Token], text: str, wording: Wording, *, item: bool = False) -> list[Token]:
    """Turn names that stand alone before a comma or colon into topics, written ``h``.

    河道清淤工程，… and 护理补贴：… say what the clauses after them are about; so does any name
    that an item begins with: 一是农村幸福院建设，预算N.

    Args:
        tokens: the tokens of a piece.
        text: its normalised text.
        wording: the words.
        item: whether the piece is an item.
    """
    out: list[Token] = []
    done = 0
    for found in _BEHIND_NAMES.finditer(letters_of(tokens)):
        i = found.start()
        out += tokens[done:i]
        token, done = tokens[i], i
        if token.letter == "," and _is_inside(out, text, wording):
            out[-1].letter = "I"  # 教育支出科目中，基本支出N
        if out[-1].letter in "Ww":
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            side = following is not None and following.letter == "T"
            # 一是路灯维护。预算N，支出N: a name that ends its own sentence, and figures behind it
            stated = following is not None and following.letter in "Sw"
            if token.letter != "." or stated or (following and side and is_bare(following)):
                money = token.letter == "," and _has_money(tokens, i + 1)
                _name_topic(out, token, text, wording, item=item, side=side, money=money)
    out += tokens[done:]
    return out


def _is_inside(out: list[Token], text: str, wording: Wording) -> bool:
    """Whether the last word says that what follows is in the line named right before it."""
    if len(out) < _PAIR or out[-2].letter != "T" or not touch(out[-2], out[-1], text):
        return False
    return text[out[-1].start : out[-1].end] in wording.outline.inside


def _has_money(tokens: list[Token], at: int) -> bool:
    """Whether a clause says a budget and nothing else, and the next one another amount of money.

    中小河流治理，预算N，支出N: the name before them is what they are of.
    """
    return _MONEY.match(letters_of(tokens[at : at + _CLAUSES])) is not None


def _name_topic(
    out: list[Token],
    mark: Token,
    text: str,
    wording: Wording,
    *,
    item: bool,
    side: bool,
    money: bool,
) -> None:
    begin = len(out)
    while begin and out[begin - 1].letter in "Ww" and len(out) - begin < _SHORT:
        begin -= 1
    heads = out[begin - 1].letter == "X" if begin else item
    within = mark.letter == "," and text.endswith(wording.outline.inside, 0, mark.start)
    if begin and not heads and out[begin - 1].letter not in (".;,(Z" if within else ".;,("):
        return
    if mark.letter == "." and not heads:
        return
    outline = wording.outline
    alone = mark.letter == ":" and text[out[begin].start : out[-1].end] in outline.natures
    while begin < len(out) and out[begin].letter == "w" and not alone:
        begin += 1
    if begin == len(out):
        return
    start, end = out[begin].start, out[-1].end
    name = text[start:end]
    least = _LEAST - (mark.letter == ":" and (side or alone))  # 工会：支出N; 项目：预算N，支出N
    if not least < len(name) < MAX_NAME or name in outline.plainly:
        return
    heads = heads and not name.endswith(outline.sections)
    if name.startswith(outline.angles):
        if begin and is_view(text, start, whole_words()):
            out[begin:] = [Token("Z", start, end, VIEW)]
        return
    aspect = name.endswith(outline.aspects) and len(name) - _LEAST > _LEAST
    name = name[:-_LEAST] if aspect else name
    if aspect:
        end -= _LEAST
    if within:  # 在学前教育科目中，基本支出N
        start, end = start + name.startswith("在"), end - 1
    topic = name.endswith(outline.topics) or name.startswith(outline.below)
    adverbial = name.startswith(outline.prepositions) or name.endswith(outline.times)
    topic = topic or (money and not adverbial)
    if aspect or within or mark.letter == ":" or topic or heads:
        opened = as_name(start, end, text, wording, None)
        opened.letter = "h"
        out[begin:] = [opened]
