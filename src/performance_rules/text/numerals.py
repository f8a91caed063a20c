"""Numerals: the text of a printed number taken apart into digits, unit word and hedge.

A hedge is a word beside a number that says that it is rounded, and to which side.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal

from attrs import frozen

Approximate = Literal["about", "below", "above"]
"""On which side of a rounded number the true one lies: either (约), below (近), above (余)."""

PREFIX: Final[dict[Approximate, str]] = {"about": "约", "below": "近", "above": "逾"}
"""The word by which each is written."""

NOTHING: Final = "无"
MAX_TEXT: Final = 64  # characters of a text


@frozen
class Numeral:
    """The parts of a printed number.

    Attributes:
        value: the number, sign included.
        unit: the word after it; 无 where that is all there is, and means 0.
        approximate: which side a hedge says; None without one.
        open: whether the hedge sets no end: 300万元以上 may be 380万元, 300余万元 may not.
    """

    value: Decimal
    unit: str
    approximate: Approximate | None = None
    open: bool = False


# Full-width ASCII and minus become ASCII, invisibles vanish. Not NFKC: it would read 1² as 12.
_HALF_WIDTH: Final = str.maketrans(
    "".join(map(chr, range(0xFF01, 0xFF5F))) + "\u2212",
    "".join(map(chr, range(0x21, 0x7F))) + "-",
    "\u200b\u2060\ufeff",
)
# A thin space between digits groups them. Any other space there divides two cells or two numbers.
_THIN: Final = re.compile("(?<=[0-9])[\u2006-\u200a\u202f](?=[0-9])")
_TWO_NUMBERS: Final = re.compile(r"[0-9]\s+[0-9]")
_BRACKETED: Final = re.compile(r"\A\(([0-9.,]+)(?:\)([^0-9]*)|([^0-9]*)\))\Z")
_FORM: Final = re.compile(r"([+-])?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(\.[0-9]+)?(%|[^\W\d_]\D*)?")

_BEFORE: Final[dict[str, Approximate]] = {
    **dict.fromkeys(("大约", "约为", "约计", "约合", "约"), "about"),
    **dict.fromkeys(("将近", "接近", "近"), "below"),
    **dict.fromkeys(("超过", "超", "逾"), "above"),
}
_AFTER: Final[dict[str, Approximate]] = {
    **dict.fromkeys(("左右", "上下"), "about"),
    **dict.fromkeys(("以上", "余", "多"), "above"),
}
_WORDS_BEFORE: Final = tuple(_BEFORE)
_OTHER_WORDS: Final = ("节约", "集约", "签约", "履约", "违约", "合约")
"""Words that end as one of them does: 节约16万元 is exact."""
_WORDS_AFTER: Final = tuple(_AFTER)
_ENDS: Final = frozenset(word[-1] for word in _BEFORE)
_BEGINS: Final = frozenset(word[0] for word in _AFTER)
_OPEN: Final = frozenset({"超过", "超", "以上"})
_FIRST: Final = re.compile(rf"({'|'.join(_BEFORE)})(?=[0-9.+-])")
_LAST: Final = re.compile(rf"(?<=[0-9])([千万亿]?)({'|'.join(_AFTER)})|()({'|'.join(_AFTER)})\Z")
_RECENT: Final = re.compile(r"近[0-9]+个?(?:年|月|周|天|日|届|期|次)")
"""近3年 are the last three years, not almost three."""


_RINGED: Final = {chr(ord(first) + i): i + 1 for first in "①⑴" for i in range(20)}
_ONES: Final = {c: i for i, c in enumerate("一二三四五六七八九", 1)} | {"两": 2}


def whole_number(text: str) -> int | None:
    """Return a whole number written with digits or, up to 99, in Chinese; None if it is none."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _ONES.get(text)
    if not {tens, ones} <= {"", *_ONES}:
        return None
    return 10 * _ONES.get(tens, 1) + _ONES.get(ones, 0)


def item_number(text: str) -> int:
    """Return the number of an item of a list, in a ring or bracket (③, ⑶) too; 0 if none."""
    return _RINGED.get(text) or whole_number(text) or 0


def hedges(before: str, behind: str) -> tuple[str, str]:
    """Return the words right before and behind a number that say it was rounded; "" for none."""
    first = last = ""
    if (
        before[-1:] in _ENDS
        and before.endswith(_WORDS_BEFORE)
        and not before.endswith(_OTHER_WORDS)
    ):
        first = next(word for word in _BEFORE if before.endswith(word))
    if behind[:1] in _BEGINS and behind.startswith(_WORDS_AFTER):
        last = next(word for word in _AFTER if behind.startswith(word))
    return first, last


def half_width(text: str) -> str:
    """Return a text with full-width signs made half-width and without invisible ones."""
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def unhedged(text: str) -> tuple[str, Approximate | None, bool]:
    """Return a text without the words that round its number, the side, and if there is no end.

    Of a word before the number and one after it the first says the side.
    """
    if text.isascii() or _RECENT.match(text):
        return text, None, False
    words: list[tuple[str, Approximate]] = []
    first = _FIRST.match(text)
    if first:
        words.append((first[1], _BEFORE[first[1]]))
        text = text[first.end() :]
    last = _LAST.search(text)
    if last and last.start():
        word = last[2] or last[4]
        words.append((word, _AFTER[word]))
        text = text[: last.start()] + (last[1] or "") + text[last.end() :]
    return text, words[0][1] if words else None, any(word in _OPEN for word, _ in words)


def read_numeral(text: str) -> Numeral | None:
    """Return the parts of a half-width printed number, or None where it is not one number."""
    plain = text if text.isascii() else _THIN.sub(",", text)
    words = plain.split()
    if len(text) > MAX_TEXT or (len(words) > 1 and _TWO_NUMBERS.search(plain)):
        return None
    plain, approximate, is_open = unhedged("".join(words))
    if plain.startswith("("):
        plain = _BRACKETED.sub(r"-\1\2\3", plain)
    if plain == NOTHING:
        return Numeral(Decimal(0), NOTHING)
    form = _FORM.fullmatch(plain)
    if not form or not (form[2] or form[3]) or form[4] == NOTHING:
        return None
    sign, whole, part, unit = form.groups("")
    value = Decimal(sign + whole.replace(",", "") + part)
    return Numeral(value, unit, approximate, is_open)
