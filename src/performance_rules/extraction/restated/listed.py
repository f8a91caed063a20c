"""The parts of lists that make up what a sentence, or the line above them, says was spent in all.

项目支出288.20万元，其中：河道清淤工程89.50万元，公路养护198.70万元: that the list adds up says that
each of its figures is what was spent, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from typing import Final

from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.restated.headnames import named
from performance_rules.extraction.restated.spoken import Spoken, part_in
from performance_rules.extraction.statements.naming import name_of
from performance_rules.extraction.statements.said import Said, exact
from performance_rules.values.quantity import Amount

_FEWEST: Final = 2
_MOST: Final = 20


def listed_of(said: Sequence[Said], *, budget: bool = False) -> Iterator[Spoken]:
    """Yield the parts of lists that add up, each as what its whole is.

    Args:
        said: the figures of a document.
        budget: whether what it calls expenditure is planned.
    """
    sentences: defaultdict[tuple[int, int], list[Said]] = defaultdict(list)
    first: dict[int, Said] = {}
    for one in said:
        if isinstance(one.at.value, Amount):
            sentences[one.at.home, one.at.sentence].append(one)
            first.setdefault(one.at.home, one)
    for group in sentences.values():
        for at, whole in enumerate(group):
            yield from _parts(whole, group[at + 1 : at + 1 + _MOST], budget=budget)
        homes = range(group[-1].at.home + 1, group[-1].at.home + 1 + _MOST)
        below = [first[home] for home in takewhile(first.__contains__, homes)]
        yield from _parts(group[-1], below, budget=budget)


def _parts(whole: Said, rest: Sequence[Said], *, budget: bool) -> Iterator[Spoken]:
    """Yield the figures behind a whole that make it up, if the first ones do."""
    made = list(accumulate(one.at.value.n for one in rest))
    size = made.index(whole.at.value.n) + 1 if whole.at.value.n in made else 0
    if size < _FEWEST or not exact(whole.at.value):
        return
    _, part = part_in(whole.at.left, "amount", budget=budget)
    if not part or whole_words().sources.search(whole.at.left):
        return
    told = name_of(whole)
    if not told.level or told.times:
        return
    for one in rest[:size]:
        if not part_in(one.at.left, "amount", budget=budget)[1] and exact(one.at.value):
            name = named(one.at.left or one.at.label)
            if name:
                yield Spoken(one, name, part, "own", (one.at.home, one.at.sentence))
