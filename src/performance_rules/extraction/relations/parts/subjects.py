"""Which of several figures a list is of: the one that is called what the list is said to be of.

What the clause is about that opens it says so (资金分三块使用：A、B、C), or what all its parts are
called after (一级机构A家、二级机构B家).  Only one figure may be called that, and what it lacks is
explained by a slip of the pen: of fewer the list may be of some of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.wholewords import WholeWords
from performance_rules.extraction.relations.parts.fullness import is_off_by_a_slip, sum_of
from performance_rules.extraction.relations.parts.itemlists import ItemList
from performance_rules.extraction.relations.parts.openings import MARKS, Opening

_FEWEST: Final = 2
_LONGEST: Final = 60
"""A longer clause names nothing."""
_MARKS: Final = f"{MARKS} "
_SPENT: Final = ("支出:", "使用:")
_ADVERB: Final = re.compile(r"(?<=[^\s]{4})(?:主要|具体|分别|全部|均|投入|用于|投向)+$")
"""Between a subject and the number of its parts: 项目支出主要用于三个方面."""
_LED: Final = re.compile("^(?:各项|各类|具体|全部|上述|以上)")


def named(
    text: str,
    before: Sequence[Mention],
    opening: Opening,
    listed: ItemList,
    parts: Collection[int],
    said: WholeWords,
) -> Mention | None:
    """Return the figure that a list is of by its name; None where no one alone is called that.

    Args:
        text: the paragraph.
        before: the figures before the list that are like its parts.
        opening: what opens it.
        listed: the list.
        parts: the starts of figures of the paragraph that are parts of a list told before.
        said: the words of lists.
    """
    found = _called(text, before, opening)
    counted = said.counted.match(text, opening.at)
    if not found and counted is not None:
        deed = text[counted.end() : opening.begin].strip(_MARKS)
        found = [m for m in before if len(deed) >= _FEWEST and deed in m.left]
        found = found if found and is_off_by_a_slip(listed, found[-1]) else []
    if not found:
        home, noun = listed.values[0].home, _noun(listed.names)
        own = [m for m in before if m.home != home or m.start not in parts]
        found = [m for m in own if len(noun) >= _FEWEST and m.left.endswith(noun)]
        over = found and sum_of(listed.values)[0] > found[-1].value.n
        found = found if over or (found and is_off_by_a_slip(listed, found[-1])) else []
    return found[-1] if len({m.value.n for m in found}) == 1 else None


def titled(text: str, before: Sequence[Mention], opening: Opening) -> Mention | None:
    """Return the figure that the clause that opens a list names, whatever stands between.

    支出N，执行率P，结余R。支出构成：A、B、C: of what was spent, and not of what is left.

    Args:
        text: the paragraph.
        before: the figures before the list that are like its parts.
        opening: what opens it.
    """
    found = _called(text, before, opening) if opening.said == "all" else []
    return found[-1] if len({m.value.n for m in found}) == 1 else None


def _called(text: str, before: Sequence[Mention], opening: Opening) -> list[Mention]:
    subject = _LED.sub("", _subject(text, opening))
    return [m for m in before if len(subject) > 1 and m.left.endswith(subject)]


def _subject(text: str, opening: Opening) -> str:
    low = max(0, opening.at - _LONGEST)
    clause = text[low : opening.at + 2 * text.startswith(_SPENT, opening.at)]
    begin = max(clause.rfind(mark) for mark in MARKS) + 1
    return _ADVERB.sub("", clause[begin:].lstrip()) if begin or not low else ""


def _noun(names: Sequence[str]) -> str:
    """Return the last word of all names; nothing where they end otherwise, or with no more."""
    word = names[0][-_FEWEST:]
    return word if all(name.endswith(word) and len(name) > len(word) for name in names) else ""
