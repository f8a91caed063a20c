"""A number of things and their names: 内设7个股室，分别为A、B; A、B共8个股室; 6个单位，包括：1.A.

What is counted does not matter; that the names behind the number, or before it, are those of the
things counted is said by the words between them.  A list may often be read in more ways than one:
it is kept where the number is that of its names, or cannot be in any reading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import UNIT
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.naming.namelists import (
    Names,
    Words,
    counted,
    listed,
    shipped_words,
    split,
)
from performance_rules.extraction.naming.numbered import bullet_of, run_at
from performance_rules.extraction.tokens.itemmarks import NUMERAL, Mark, marks_of
from performance_rules.extraction.tokens.normal import Run
from performance_rules.text.numerals import whole_number
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Count

APART: Final = 1_000_000
"""Beyond every number by which prose tells namesakes apart."""
_SENTENCE: Final = re.compile(r"[。;\n]")
_END: Final = re.compile(r"[。\n]")
_PLAIN: Final = r"[^,，。;:、\d()\n]"
_WORD: Final = re.compile(r"[\u4e00-\u9fff]{0,12}$")
_FAR: Final = 200
_LONGEST: Final = 600
"""So many characters before a number, and of a list behind it, are looked at."""
_MANY: Final = 2
_TIMES: Final = 2
"""A list more than so many times as long as its number, or as short, is one of other things."""
_ORDINALS: Final = re.compile(rf"(?:\d|{NUMERAL})、$")


@fixed
class Enumeration:
    """A number that is stated, and the names given with it.

    Attributes:
        name: what is counted.
        measure: the word that it is counted in.
        begin: where the clause of the number begins.
        start: where the number begins.
        end: where its unit ends.
        numbers: the number, and the sum with those before it that the names may be of as well.
        whole: whether the names are said to be all.
        names: the names.
        until: where they end, or the words that open them.
    """

    name: str
    measure: str
    begin: int
    start: int
    end: int
    numbers: tuple[int, ...]
    whole: bool
    names: Names
    until: int

    @property
    def agrees(self) -> bool | None:
        """Whether number and names go together; None where it depends on how they are read."""
        most = self.names.most
        count, number = len(self.names.names), self.numbers[0]
        over = all(self.names.least > n for n in self.numbers) and count <= _TIMES * number
        under = self.whole and most is not None and most < number <= _TIMES * most
        if over or under:
            return False
        is_open = most is None or not self.whole
        return True if count == number or (is_open and count < number) else None


def enumerate_names(runs: Iterable[Run], draft: Draft) -> None:
    """Put every number that stands with the names of what it counts into a draft, as a matter.

    Args:
        runs: the prose of a document, in order.
        draft: where the numbers are put, with their names as members.
    """
    kept = list(runs)
    signs = [bullet_of(run.raw) for run in kept]
    text = "\n".join(sign + run.plain for sign, run in zip(signs, kept, strict=True))
    starts, at = [], 0
    for sign, run in zip(signs, kept, strict=True):
        starts.append(at + len(sign))
        at += len(sign) + len(run.plain) + 1
    for found in enumerations(text):
        if found.agrees is None or len(set(found.names.names)) < len(found.names.names):
            continue
        number = bisect_right(starts, found.start) - 1
        run, base = kept[number], starts[number]
        first, last = found.start - base, found.end - base
        quoted = found.begin - base, min(found.until - base, len(run.plain))
        printed = run.printed(first, last)
        value = Count(found.numbers[0], found.measure, printed=printed)
        line = draft.matter(f"{found.name}{UNIT}{found.measure}", "", APART + found.start)
        line.say("actual", value, run.source(*quoted, ""))
        for name in found.names.names:
            line.part("members", name)
        if found.names.most is None or not found.whole:
            line.leave_open("members")
        draft.bound_at.append(run.span(first, last))


def enumerations(text: str, words: Words | None = None) -> Iterator[Enumeration]:
    """Yield the numbers of a normalised text that stand with the names of what they count."""
    words = words or shipped_words()
    marks: list[Mark] | None = None
    for match in words.counted.finditer(text):
        start, end = match.span()
        number = whole_number(match["number"])
        before = text[start - 1 : start]
        if not number or number < _MANY or before.isdigit() or before in (".", "-", "~", "/"):
            continue
        said = _SENTENCE.split(text[max(0, start - _FAR) : start])[-1]
        if said.endswith(words["hedges"]) or _ORDINALS.search(said[-4:]):
            continue
        found = _named_before(text, said, match, words)
        opener = None if found else _opener(words).match(text, end)
        if opener is not None:
            marks = marks_of(text) if marks is None else marks
            found = _named_behind(text, said, match, opener, marks, words)
        if found is not None:
            yield found


@lru_cache(maxsize=4)
def _opener(words: Words) -> re.Pattern[str]:
    """Return what stands between a number and its names: the noun, perhaps again, and an opener."""
    alone = {"即": "(?<=[,，])即"}
    said = (*words["all"], *words["some"], *words["below"])
    openers = "|".join(alone.get(w, w) for w in sorted(said, key=len, reverse=True))
    return re.compile(
        rf"(?P<noun>{_PLAIN}{{0,20}}?)(?:\([^()\n]{{0,30}}\))?"
        rf"(?:[,，](?P<again>{_PLAIN}{{0,12}}?))?(?:(?P<word>{openers})(?P<colon>:?)|(?P<mark>[:。]))"
    )


def _named_behind(
    text: str,
    said: str,
    number: re.Match[str],
    opener: re.Match[str],
    marks: Sequence[Mark],
    words: Words,
) -> Enumeration | None:
    """Return a number with the names behind it: 7个股室，分别为：A、B."""
    link = next((link for link in words["links"] if said.endswith(link)), "")
    before = _WORD.search(said.removesuffix(link))
    name = opener["noun"] or (before[0] if before else "")
    again, word, last = opener["again"] or "", opener["word"] or "", opener.end()
    if again and not (name.endswith(again) or again in words["again"]):
        return None
    below = word in words["below"] or said.endswith(words["below"])
    own = name.endswith(words["heads"])
    own = own or (not opener["noun"] and number["measure"] in words["full"])
    apart = opener["again"] is not None and word.startswith("分别")
    if not own and not apart:
        return None
    if opener["mark"] == "。" and not below:
        return None
    names, until = run_at(text, last, marks, words), opener.end()
    whole = names is not None or not word or word in words["all"]
    if names is None:
        stop = _END.search(text, last, last + _LONGEST)
        until = stop.start() if stop else min(len(text), last + _LONGEST)
        if opener["mark"] == "。" or until == last:
            return None
        names = listed(text[last:until], _alike(name, words), words)
        names = _with_body(names, said, name, words)
        whole = whole or (bool(opener["colon"]) and said.endswith(words["total"]))
        ended = text[until : until + 1] == "。" and not text.startswith(words["further"], until + 1)
        whole = whole and ended
    return _enumeration(number, name, (said, said), whole, names, until, words)


def _named_before(text: str, said: str, number: re.Match[str], words: Words) -> Enumeration | None:
    """Return a number with the names before it: A、B和C共3个股室; A、B等3个单位; A、B、C3个股室."""
    ends = (*words["total"], "等")
    link = next((link for link in ends if said.endswith(link)), "")
    beside = not link and said.endswith(tuple(words.endings))
    noun = _noun(words).match(text, number.end()) if link or beside else None
    if noun is None:
        return None
    clause = split(said.removesuffix(link), ",，:")[-1]
    opened = said.removesuffix(link).endswith(f":{clause}")
    first, *rest = split(clause, "、")
    start = max((first.rfind(w) + len(w) for w in words["openers"] if w in first), default=0)
    if not rest or not (start or opened) or (beside and len(rest) < _MANY):
        return None
    pieces = (first[start:], *rest)
    names = counted(pieces, _alike(noun[0], words), words)
    if names is None or names.least < len(pieces):
        return None
    earlier = _END.split(text[max(0, number.start() - _FAR) : number.start()])[-1]
    whole = link != "等" and "、" not in earlier.removesuffix(f"{clause}{link}")
    return _enumeration(number, noun[0], (said, ""), whole, names, noun.end(), words)


def _alike(noun: str, words: Words) -> tuple[str, ...]:
    """Return the last characters of the names of what is counted: 2个镇 are no villages."""
    return tuple(words.endings if noun.endswith(words["general"]) else noun)


@lru_cache(maxsize=4)
def _noun(words: Words) -> re.Pattern[str]:
    heads = "|".join(sorted(words["heads"], key=len, reverse=True))
    return re.compile(rf"{_PLAIN}{{0,8}}?(?:{heads})")


def _with_body(names: Names | None, said: str, name: str, words: Words) -> Names | None:
    """Allow for the body itself, which its 7个二级单位 do not count and a list may hold."""
    if names is None:
        return None
    beside = any(
        re.search(rf"{own}(?:和|及|与|以及|、|在内|外|\(|[,，])", said) for own in words["own"]
    )
    below = beside or has_any(f"{said}{name}", words["subordinate"])
    listed_too = any(own in text for own in words["own"] for text in names.names)
    if listed_too:
        return evolve(names, least=names.least - below)
    return evolve(names, most=None if names.most is None else names.most + beside)


def _enumeration(
    number: re.Match[str],
    name: str,
    said: tuple[str, str],
    whole: bool,
    names: Names | None,
    until: int,
    words: Words,
) -> Enumeration | None:
    """Return what was found.

    ``said`` is the sentence before the number, and the part of it whose numbers of things the names
    may be of as well.
    """
    value = whole_number(number["number"])
    if names is None or value is None:
        return None
    numbers = [value]
    for other in reversed(list(words.counted.finditer(said[1]))):
        numbers.append(numbers[-1] + (whole_number(other["number"]) or 0))
    called = name.rpartition("的")[2].removeprefix("年度").removeprefix("年") or "事项"
    begin = number.start() - len(split(said[0], ",，:")[-1])
    return Enumeration(
        called, number["measure"], begin, *number.span(), tuple(numbers), whole, names, until
    )
