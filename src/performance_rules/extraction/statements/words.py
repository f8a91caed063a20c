"""The words by which one thing is known to be spoken of twice.

The data stands in ``rules/lexicons/restated.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from performance_rules.extraction.figures.words import Vocabulary, any_of
from performance_rules.lexicon.resources import lexicon_data


@frozen(eq=False)
class RestatedWords:
    """The words of restated figures.

    Attributes:
        before: words before a name that say nothing of what it is.
        behind: words between a name and its figure.
        loose: words that one of two names may leave out.
        back: words that refer to what was said before.
        whole: words that say that it is all there is.
        summary: words with which a sentence says once more what was said.
        no_level: words by which a figure is a difference, a bound or an average.
        times: words for a time or a step other than the whole of the year.
        named_times: names of which a time is a part.
        steady: names of which such a word is a part, though they are levels.
        inner: words inside a name that one of two may leave out.
        passing: verbs and heads that any figure may have, beside its name.
        funds: words for whose money a sentence or a heading speaks of.
        sections: words of the names of sections that deal with all of what a report is about.
        stages: words that say that a figure is ``planned``, or else done.
        deeds: verbs for what was done with a thing, each with the first of its kind.
        any_deed: any of them.
        verbs: further verbs that stand before a thing or behind it.
        narrowing: words that take a part of a thing.
        sides: words that do so only where there is another one.
        wider: words for all there is in a place.
        own: words for one project or body.
        stages_of_money: words for another amount of a thing than that of a column.
        other_years: words of headings for another year.
        ahead: words of headings for other figures than those of the year.
        together: words by which figures are of more than one thing, or of a part of it.
        told_of: words of a heading for what is told of the thing that it names.
        told: what a figure is called that one thing has once, by the part it plays.
    """

    before: Vocabulary
    behind: Vocabulary
    loose: re.Pattern[str]
    back: re.Pattern[str]
    whole: re.Pattern[str]
    summary: re.Pattern[str]
    no_level: re.Pattern[str]
    times: re.Pattern[str]
    named_times: re.Pattern[str]
    steady: re.Pattern[str]
    inner: re.Pattern[str]
    passing: Vocabulary
    funds: re.Pattern[str]
    sections: re.Pattern[str]
    stages: re.Pattern[str]
    deeds: Mapping[str, str]
    any_deed: re.Pattern[str]
    verbs: frozenset[str]
    narrowing: re.Pattern[str]
    sides: re.Pattern[str]
    wider: re.Pattern[str]
    own: re.Pattern[str]
    stages_of_money: re.Pattern[str]
    other_years: re.Pattern[str]
    ahead: re.Pattern[str]
    together: re.Pattern[str]
    told_of: Vocabulary
    told: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def restated_words() -> RestatedWords:
    """Return the shipped words."""
    data = lexicon_data("restated")
    deeds = {word: group[0] for group in data["deeds"] for word in group}
    planned, done = (any_of(data["stages"][stage]).pattern for stage in ("planned", "done"))
    return RestatedWords(
        before=Vocabulary.of(data["before"]),
        behind=Vocabulary.of(data["behind"]),
        loose=any_of(data["loose"]),
        back=any_of(data["back"]),
        whole=any_of(data["whole"]),
        summary=any_of(data["summary"]),
        no_level=any_of(data["no_level"]),
        times=any_of(data["times"]),
        named_times=any_of(data["named_times"]),
        steady=any_of(data["steady"]),
        inner=any_of(data["inner"]),
        passing=Vocabulary.of(data["passing"]),
        funds=any_of(data["funds"]),
        sections=any_of(data["sections"]),
        stages=re.compile(f"(?P<planned>{planned})(?!情况|率)|{done}"),
        deeds=deeds,
        any_deed=any_of(deeds),
        verbs=frozenset(data["verbs"]),
        narrowing=any_of(data["narrowing"]),
        sides=any_of(data["sides"]),
        wider=any_of(data["wider"]),
        own=any_of(data["own"]),
        stages_of_money=any_of(data["stages_of_money"]),
        other_years=any_of(data["other_years"]),
        ahead=any_of(data["ahead"]),
        together=any_of(data["together"]),
        told_of=Vocabulary.of(data["told_of"]),
        told={part: frozenset(heads) for part, heads in data["told"].items()},
    )
