"""The command ``rules mutate``: what of each rule no example of its own holds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

from attrs import frozen

from performance_rules.cli.trying import layers_in, shipped
from performance_rules.cli.usage import choice, refused
from performance_rules.cli.words import say
from performance_rules.cli.writing import columns_of, complain, progress, show
from performance_rules.errors import Lang, nearest
from performance_rules.outputs.terminal import Piece, Row, hanging, row
from performance_rules.rules.model import Rule
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.mutation.changes import NOTHING
from performance_rules.testing.mutation.trial import FATES, Fate, Score, score_of

FORMATS: Final = ("text", "json")
BELOW: Final = 1
WRONG: Final = 2


@frozen
class MutationRequest:
    """What is asked for: folders of rules, ids (all when empty), the floor in percent."""

    folders: tuple[Path, ...]
    rules: tuple[str, ...]
    floor: Fraction = Fraction(0)
    form: str = "text"
    lang: Lang = "zh"


def request(
    folders: Sequence[Path], rules: Sequence[str], floor: str | None, form: str, lang: Lang
) -> MutationRequest:
    """Return what is asked for.

    Raises:
        PerformanceRulesError: if a value is none that the option has.
    """
    choice("--format", form, FORMATS)
    least = _percent(floor) if floor is not None else Fraction(0)
    return MutationRequest(tuple(folders) or shipped(), tuple(rules), least, form, lang)


def run(asked: MutationRequest) -> int:
    """Try the mutants of the rules and print what became of them.

    Returns:
        0; 1 where fewer are killed than the floor asks for; 2 where a rule file names equivalent
        mutants that are none.

    Raises:
        PerformanceRulesError: if there is no such rule or folder, a rule file is wrong, or an
            example does not hold of its own rule.
    """
    scores = []
    for score in scores_of(asked):
        progress(score.rule)
        scores.append(score)
    progress("")
    points, words = (_counted(scores, apart) for apart in (False, True))
    if asked.form == "json":
        text = json.dumps(_data(scores, points, words), ensure_ascii=False, indent=2)
        show([row(text)], data=True)
    else:
        show(_text(scores, points, words, asked.lang))
    problems = [problem for score in scores for problem in score.problems]
    for problem in problems:
        complain(problem.text(asked.lang))
    if problems:
        return WRONG
    return BELOW if 100 * points["killed"] < asked.floor * _valid(points) else 0


def scores_of(asked: MutationRequest) -> Iterator[Score]:
    """Yield what becomes of the mutants of the rules asked for, rule by rule."""
    return (score_of(rule, ruleset) for rule, ruleset in _asked_for(asked))


def _percent(text: str) -> Fraction:
    digits = text.removesuffix("%")
    if digits.isascii() and digits.replace(".", "", 1).isdigit() and Fraction(digits) <= 100:
        return Fraction(digits)
    raise refused("mutate.floor", value=text)


def _asked_for(asked: MutationRequest) -> list[tuple[Rule, RuleSet]]:
    """Return the rules asked for, each with the rule set it stands in."""
    found: dict[str, tuple[Rule, RuleSet]] = {}
    for folder in asked.folders:
        if not folder.exists():
            raise refused("test.no_folder", folder=folder)
        for ruleset, layer, inside in layers_in(folder):
            here = (rule for rule in layer.rules.values() if inside(rule.origin))
            found |= {rule.id: (rule, ruleset) for rule in here}
        if not found:
            raise refused("mutate.none", folder=folder)
    for name in asked.rules:
        if name not in found:
            raise refused("usage.no_rule_of_id", nearest(name.upper(), found), id=name)
    return [found[name] for name in dict.fromkeys(asked.rules or sorted(found))]


def _counted(scores: Sequence[Score], words: bool) -> Counter[Fate]:
    return Counter(fate for s in scores for _, fate in (s.words if words else s.points))


def _valid(counted: Counter[Fate]) -> int:
    """Return how many mutants an example could kill."""
    return counted["killed"] + counted["survived"]


def _text(
    scores: Sequence[Score], points: Counter[Fate], words: Counter[Fate], lang: Lang
) -> Iterator[Row]:
    columns = columns_of(None)
    for score in scores:
        own, ownwords = _counted([score], False), _counted([score], True)
        survived = [text for text, fate in score.points if fate == "survived"]
        lost = [t.replace(f" → {NOTHING}", "") for t, fate in score.words if fate == "survived"]
        facts = [say(lang, f"mutate.{fate}", count=own[fate]) for fate in FATES if own[fate]]
        if _valid(ownwords):
            facts.append(say(lang, "mutate.words", **_summary(ownwords)))
        style = "title" if survived or lost else "good"
        yield row(Piece(score.rule, style), "  " + say(lang, "mutate.list").join(facts))
        for text in survived:
            yield from hanging("  ", text, columns)
        if lost:
            start = "  " + say(lang, "mutate.lost_words")
            yield from hanging(start, say(lang, "mutate.list").join(lost), columns)
    yield row()
    if _valid(words):
        yield row(say(lang, "mutate.all_words", **_summary(words)))
    yield row(Piece(say(lang, "mutate.all", **_summary(points)), "strong"))


def _data(
    scores: Sequence[Score], points: Counter[Fate], words: Counter[Fate]
) -> dict[str, object]:
    """Return the same for programs."""
    rules = [
        {"rule": s.rule, "points": _of_one(s.points), "words": _of_one(s.words)} for s in scores
    ]
    return {"rules": rules, "points": _summary(points), "words": _summary(words)}


def _of_one(fates: Sequence[tuple[str, Fate]]) -> dict[str, object]:
    counted = Counter(fate for _, fate in fates)
    numbers: dict[str, object] = {fate: counted[fate] for fate in FATES if fate != "survived"}
    return {**numbers, "survived": [text for text, fate in fates if fate == "survived"]}


def _summary(counted: Counter[Fate]) -> dict[str, object]:
    """Return how many were killed of how many; the percentage is never rounded up."""
    tenths = 1000 * counted["killed"] // (_valid(counted) or 1)
    return {"killed": counted["killed"], "of": _valid(counted), "percent": tenths / 10}
