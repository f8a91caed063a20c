"""What the money and the work of a project are said to be, by its name or under its heading.

河道清淤工程支出N names the project; 预算安排N，实际支出M below （一）河道清淤工程 is of the project
that the heading names, where no word of the sentence says that it is of anything else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal

from performance_rules.extraction.figures.roles import played, without_tail
from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.differences import content
from performance_rules.extraction.restated.headnames import named, plain_words, thing_of_headings
from performance_rules.extraction.statements.naming import DATE, loose, places_in
from performance_rules.extraction.statements.said import Said, exact
from performance_rules.extraction.statements.words import restated_words
from performance_rules.extraction.tokens.wording import shipped_wording

How = Literal["own", "sentence", "heading"]

_SEVERAL: Final = re.compile(
    r"[\d两二三四五六七八九十]+[个项类](?:子|重点)?(?:项目|工程|任务|专项)|全年"
)
"""A number of things; all there was in the year, where no figure of one thing stands before."""
_NATURES: Final = ("项目支出", "基本支出")
"""What a body spends is one or the other: neither is all that was spent."""
_LONGEST: Final = 8
"""No word for a part has more characters."""
_PARTS: Final = {"amount": ("budget", "spent"), "count": ("goal", "reached")}


@fixed(eq=False)
class Spoken:
    """A figure, and the part it plays in what is told of one thing.

    Attributes:
        said: the figure.
        name: the thing, without what another place may leave out.
        part: ``budget``, ``spent``, ``goal`` or ``reached``; or what a rate is called.
        how: whether its own words name the thing, those before it in its sentence, or its heading.
        place: the heading, or the sentence: what one place tells of a thing stands together.
        outer: the headings around its heading that name something.
    """

    said: Said
    name: str
    part: str
    how: How
    place: object
    outer: tuple[str, ...] = ()


@fixed
class _Called:
    """What the words of a figure say: ``name`` is empty where they name no thing."""

    name: str = ""
    part: str = ""
    strange: bool = False


_STRANGE: Final = _Called(strange=True)


def spoken_of(said: Sequence[Said], *, budget: bool = False) -> Iterator[Spoken]:
    """Yield the figures of which it is known what they are of, and which part they play.

    Args:
        said: the figures of a document.
        budget: whether what it calls expenditure is planned.
    """
    paragraphs: defaultdict[int, list[Said]] = defaultdict(list)
    for one in said:
        if not one.at.depth and one.at.kind in (*_PARTS, "percent"):
            paragraphs[one.at.home].append(one)
    for paragraph in paragraphs.values():
        yield from _Reader(budget=budget).read(paragraph)


class _Reader:
    """Reads a paragraph, and remembers what it speaks of."""

    def __init__(self, *, budget: bool) -> None:
        self._budget = budget
        self._sentence = self._clause = -1
        self._topic, self._how = "", ""
        self._strange = self._moved = False

    def read(self, paragraph: Sequence[Said]) -> Iterator[Spoken]:
        """Yield its figures of which it is known what they are of."""
        for one in paragraph:
            if one.at.sentence != self._sentence:
                self._sentence, self._clause = one.at.sentence, one.at.part
                self._topic, self._strange = "", False
            if one.at.part != self._clause:
                self._strange, self._clause = self._strange or bool(self._topic), one.at.part
            found = self._spoken(one, called(one, budget=self._budget))
            if found is not None and found.part and exact(one.at.value):
                yield found

    def _spoken(self, one: Said, called: _Called) -> Spoken | None:
        here = (one.at.home, one.at.sentence)
        if called.strange:
            self._strange = self._strange or one.at.kind != "percent"
            return None
        if called.name:
            self._strange, self._topic, self._how = False, called.name, "own"
            headed = thing_of_headings(one.under)
            self._moved = self._moved or headed is None or headed.name != called.name
            return Spoken(one, called.name, called.part, "own", here)
        if self._strange or not called.part:
            return None
        if self._topic and self._how == "own":
            return Spoken(one, self._topic, called.part, "sentence", here)
        headed = None if self._moved else thing_of_headings(one.under)
        if headed is None or not _is_of_heading(one, headed.name, first=not self._topic):
            return None
        self._topic, self._how = headed.name, "heading"
        return Spoken(one, headed.name, called.part, "heading", headed.place, headed.outer)


@lru_cache(maxsize=4)
def _heads(kind: str) -> Mapping[str, str]:
    """Return the words that a figure of a kind is called by, each with the part it plays."""
    told = restated_words().told
    return {head: part for part in _PARTS[kind] for head in told[part]}


def part_in(text: str, kind: str, *, budget: bool = False) -> tuple[str, str]:
    """Return what words name, and the part that they say its figure plays, each empty if none.

    Args:
        text: the words before a figure, or above a column.
        kind: whether it is an amount, a count or a percentage.
        budget: whether what is called expenditure is planned.
    """
    words = relation_words()
    text = without_tail(text, words)
    heads = words.rates if kind == "percent" else _heads(kind)
    sizes = range(min(len(text), _LONGEST), 1, -1)
    head = next((text[-size:] for size in sizes if text[-size:] in heads), "")
    if not head:
        return (text, "") if played(text)[2] else ("", "")
    topic = DATE.sub("", text[: len(text) - len(head)])
    part = head if kind == "percent" else heads[head]
    if budget and part == "spent" and head.endswith("支出"):
        part = "budget"
    return "" if words.neutral.make(topic) else topic, part


def called(one: Said, *, budget: bool = False) -> _Called:
    """Return what the words of a figure name, and the part that they say it plays.

    Args:
        one: the figure.
        budget: whether what is called expenditure is planned.
    """
    words = restated_words()
    left, label = (one.at.left, one.at.label) if one.at.left else (one.at.label, "")
    if words.no_level.search(words.steady.sub("", left)):
        return _STRANGE
    if one.at.right.startswith(("的", "以", "中")):
        return _STRANGE
    topic, part = part_in(left, one.at.kind, budget=budget)
    named_by_label = not plain_words().make(label) and bool(content(label))
    if named_by_label and topic:
        return _STRANGE
    text = label if named_by_label else topic
    if not text:
        return _STRANGE if left.endswith(_NATURES) else _Called(part=part)
    name = named(text)
    return _Called(name, part) if name and (part or not topic) else _STRANGE


def _is_of_heading(one: Said, name: str, *, first: bool) -> bool:
    """Whether nothing that a sentence says up to a figure is of anything but what its heading is.

    Args:
        one: the figure.
        name: what its heading names.
        first: whether no figure of it stands before in the sentence.
    """
    words = restated_words()
    if one.lead.startswith(shipped_wording().outline.besides):
        return False
    if words.together.search(one.lead) or (first and _SEVERAL.search(one.lead)):
        return False
    places = (loose(place, words) for place in places_in(one.lead))
    return all(place in name or name in place for place in places)
