"""The marks that open an item or a heading, and whether a broken line goes on in the next."""

from __future__ import annotations

import re
from typing import Final

_OPENS: Final = re.compile(
    r"""第[一二三四五六七八九十百零〇\d]{1,4}(?:部分|章|节|条|篇)
      | [一二三四五六七八九十]{1,3}[、．.]
      | [（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]
      | \d{1,2}(?:[、．]|\.(?!\d)|[）)])
      | [\u2460-\u2473\u25cf\u25a0\u25c6\u25aa\u2022\u2605\uf06c\uf06e]
      | (?:附件|附表|注)\s?\d{0,2}[：:]""",
    re.VERBOSE,
)

_ENDS: Final = tuple("。；：！？;:!?")
"""What ends a sentence or announces a list."""


def opens_item(text: str) -> bool:
    """Whether a line begins with the mark of an item or a heading."""
    return _OPENS.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a new paragraph may begin."""
    return text.rstrip("”’）) \u3000").endswith(_ENDS)


def glue(before: str, after: str) -> str:
    """Return two lines as one: Chinese and digits without a blank, Latin words with one.

    A break inside a word or a number was made by the layout; the author wrote none there.
    """
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return before + after
    last, first = before[-1], after[0]
    latin = (last.isascii() and first.isascii()) and (first.isalpha() or last.isalpha())
    apart = latin and not (last in "(/-" or first in ").,;:/%-")
    return f"{before} {after}" if apart else before + after
