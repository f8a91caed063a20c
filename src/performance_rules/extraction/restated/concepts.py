"""Figures that a report has once, under whatever words: whom it is for, what is carried over.

惠及渔民N人 and M名受益群众 are those whom a project is there for, 年末结转和结余N元 and
尚有M元结转下年 what is left at the end of the year.  Only digits exchanged in long numbers tell
that both are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from performance_rules.extraction.figures.slips import size, slip
from performance_rules.extraction.figures.words import any_of
from performance_rules.extraction.statements.naming import places_in
from performance_rules.extraction.statements.said import Said, kind
from performance_rules.extraction.statements.words import restated_words
from performance_rules.lexicon.resources import lexicon_data
from performance_rules.values.quantity import Amount, Count

_SURE: Final = 4
_NOUN: Final = re.compile("[\u4e00-\u9fff]{0,10}")
_CLAUSE: Final = re.compile("[,，;；:：()]")
_FILLED: Final = re.compile("年末|年底|本年度?|全年|合计|共计|资金|[尚仍还余有共为计将的]")
"""What may stand beside an amount that a report has once; anything else narrows it."""
_MEMBER: Final = re.compile("其中|[上去前]年|年初|期初")
_TWO: Final = 2


@frozen(eq=False)
class Concept:
    """A figure that a report has once.

    Attributes:
        counted: whether it is a number of persons or the like; otherwise it is an amount.
        words: the words for it.
        plain: words of which one of two names has one at least; none where it is no matter.
    """

    counted: bool
    words: re.Pattern[str]
    plain: re.Pattern[str] | None


@lru_cache(maxsize=1)
def _concepts() -> tuple[Concept, ...]:
    return tuple(
        Concept(
            bool(one["counted"]),
            any_of(one["words"]),
            any_of(one["plain"]) if one["plain"] else None,
        )
        for one in lexicon_data("restated")["concepts"]
    )


def shared_concept(first: Said, second: Said, said: Sequence[Said]) -> str:
    """Return by what words the first of two figures is one that a report has once, or nothing.

    Args:
        first: a figure.
        second: another one.
        said: all figures of the document.
    """
    if slip(first.at.value.n, second.at.value.n) != "exchanged" or size(first.at.value) < _SURE:
        return ""
    for concept in _concepts():
        told = [_called(one, concept) for one in (first, second)]
        if not all(told):
            continue
        mine, its = (set(places_in(one)) for one in told)
        if mine and its and mine.isdisjoint(its):
            continue
        if concept.plain is not None and not any(map(concept.plain.search, told)):
            continue
        of = kind(first.at.value)
        same = [x for x in said if kind(x.at.value) == of]
        known = {x.at.value.n for x in same if _called(x, concept)}
        again = [sum(x.at.value.n == two.at.value.n for x in same) > 1 for two in (first, second)]
        if len(known) == _TWO and not all(again):
            return told[0]
    return ""


def _called(one: Said, concept: Concept) -> str:
    """Return the words of a figure if they are for a concept, and for no part of it."""
    if not isinstance(one.at.value, Count if concept.counted else Amount):
        return ""
    noun = _NOUN.match(one.at.right)
    ahead = one.at.left
    if one.at.opener == "、" and concept.words.search(ahead) is None:
        ahead = _CLAUSE.split(one.lead)[-1]  # 受益渔村A个、渔户B户、人口N人
    phrase = f"{ahead}{noun[0] if noun else ''}"
    if concept.words.search(phrase) is None or _MEMBER.search(phrase) is not None:
        return ""
    rest = concept.words.sub("", phrase)
    part = restated_words().narrowing.search(rest) if concept.counted else _FILLED.sub("", rest)
    return "" if part else phrase
