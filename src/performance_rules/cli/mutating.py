"""The command ``rules mutate``: what of each rule no example of its own holds.

Below the rules stand the words of the parameters that they use: no one rule's examples hold those.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final, Literal

from attrs import frozen

from performance_rules.cli.trying import layers_in, shipped
from performance_rules.cli.usage import choice, refused
from performance_rules.cli.words import say
from performance_rules.cli.writing import columns_of, complain, progress, show
from performance_rules.errors import Lang, nearest
from performance_rules.outputs.terminal import Piece, Row, hanging, row
from performance_rules.rules.model import Parameter, Rule
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.mutation.changes import NOTHING
from performance_rules.testing.mutation.trial import FATES, Fate, Score, score_of
from performance_rules.testing.mutation.wordlists import WORDED, Fates, WordScore, word_score_of

FORMATS: Final = ("text", "json")
BELOW: Final = 1
WRONG: Final = 2


@frozen
class MutationRequest:
    """What is asked for: folders of rules, ids (all when empty), the floor in percent.

    An id is that of a rule, or that of a parameter or its name in expressions.
    """

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
    chosen = _asked_for(asked)
    scores = []
    for rule, ruleset in chosen.rules:
        progress(rule.id)
        scores.append(score_of(rule, ruleset))
    lists = []
    for parameter, ruleset in chosen.parameters:
        progress(parameter.id)
        lists.append(word_score_of(parameter, ruleset))
    progress("")
    found = _Found(scores, lists)
    points = found.counted("points")
    if asked.form == "json":
        text = json.dumps(_data(found), ensure_ascii=False, indent=2)
        show([row(text)], data=True)
    else:
        show(_text(found, asked.lang))
    problems = [problem for score in scores for problem in score.problems]
    for problem in problems:
        complain(problem.text(asked.lang))
    if problems:
        return WRONG
    return BELOW if 100 * points["killed"] < asked.floor * _valid(points) else 0


def scores_of(asked: MutationRequest) -> Iterator[Score]:
    """Yield what becomes of the mutants of the rules asked for, rule by rule."""
    return (score_of(rule, ruleset) for rule, ruleset in _asked_for(asked).rules)


def word_scores_of(asked: MutationRequest) -> Iterator[WordScore]:
    """Yield what becomes of the words of the parameters asked for, or used by those rules."""
    return (word_score_of(one, ruleset) for one, ruleset in _asked_for(asked).parameters)


def _percent(text: str) -> Fraction:
    digits = text.removesuffix("%")
    if digits.isascii() and digits.replace(".", "", 1).isdigit() and Fraction(digits) <= 100:
        return Fraction(digits)
    raise refused("mutate.floor", value=text)


@frozen
class _Chosen:
    """The rules and the parameters asked for, each with the rule set it stands in."""

    rules: list[tuple[Rule, RuleSet]]
    parameters: list[tuple[Parameter, RuleSet]]


def _asked_for(asked: MutationRequest) -> _Chosen:
    """Return what is asked for; with a rule the parameters of the same folders that it uses."""
    rules: dict[str, tuple[Rule, RuleSet]] = {}
    parameters: list[tuple[Parameter, RuleSet]] = []
    for folder in asked.folders:
        if not folder.exists():
            raise refused("test.no_folder", folder=folder)
        for ruleset, layer, inside in layers_in(folder):
            here = (rule for rule in layer.rules.values() if inside(rule.origin))
            rules |= {rule.id: (rule, ruleset) for rule in here}
            parameters += (
                (parameter, ruleset)
                for parameter in layer.parameters.values()
                if inside(parameter.origin) and parameter.unit in WORDED and parameter.values
            )
        if not rules and not parameters:
            raise refused("mutate.none", folder=folder)
    parameters.sort(key=lambda pair: pair[0].id)
    if not asked.rules:
        return _Chosen([rules[name] for name in sorted(rules)], parameters)
    names = {name for one, _ in parameters for name in (one.id, one.alias)}
    for name in asked.rules:
        if name not in rules and name not in names:
            raise refused("usage.no_rule_of_id", nearest(name.upper(), rules), id=name)
    chosen = [rules[name] for name in dict.fromkeys(asked.rules) if name in rules]
    used = {*asked.rules}.union(*(rule.parameters for rule, _ in chosen))
    return _Chosen(chosen, [pair for pair in parameters if {pair[0].id, pair[0].alias} & used])


@frozen
class _Found:
    """What became of the mutants of rules and of the words of parameters."""

    scores: Sequence[Score]
    lists: Sequence[WordScore]

    def counted(self, of: Literal["points", "words", "lists"]) -> Counter[Fate]:
        """Return how many points, words of rules or words of parameters met each fate."""
        told: Iterable[Fates]
        if of == "lists":
            told = (one.words for one in self.lists)
        else:
            told = (one.points if of == "points" else one.words for one in self.scores)
        return Counter(fate for fates in told for _, fate in fates)


def _valid(counted: Counter[Fate]) -> int:
    """Return how many mutants an example could kill."""
    return counted["killed"] + counted["survived"]


def _text(found: _Found, lang: Lang) -> Iterator[Row]:
    columns = columns_of(None)
    for score in found.scores:
        own, ownwords = _counted(score.points), _counted(score.words)
        survived = _survived(score.points)
        facts = [say(lang, f"mutate.{fate}", count=own[fate]) for fate in FATES if own[fate]]
        if _valid(ownwords):
            facts.append(say(lang, "mutate.words", **_summary(ownwords)))
        style = "good" if not survived and not _survived(score.words) else "title"
        yield row(Piece(score.rule, style), "  " + say(lang, "mutate.list").join(facts))
        for text in survived:
            yield from hanging("  ", text, columns)
        yield from _lost(score.words, lang, columns)
    for one in found.lists:
        style = "title" if _survived(one.words) else "good"
        told = say(lang, "mutate.words", **_summary(_counted(one.words)))
        yield row(Piece(say(lang, "mutate.parameter", id=one.parameter), style), "  " + told)
        yield from _lost(one.words, lang, columns)
    yield row()
    for of in ("words", "lists"):
        if _valid(found.counted(of)):
            yield row(say(lang, f"mutate.all_{of}", **_summary(found.counted(of))))
    total = say(lang, "mutate.all", **_summary(found.counted("points")))
    yield row(Piece(total, "strong"))


def _lost(fates: Fates, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the words that survived, behind each other."""
    lost = [text.replace(f" → {NOTHING}", "") for text in _survived(fates)]
    if lost:
        start = "  " + say(lang, "mutate.lost_words")
        yield from hanging(start, say(lang, "mutate.list").join(lost), columns)


def _data(found: _Found) -> dict[str, object]:
    """Return the same for programs."""
    rules = [
        {"rule": s.rule, "points": _of_one(s.points), "words": _of_one(s.words)}
        for s in found.scores
    ]
    lists = [
        {"parameter": one.parameter, "rules": [*one.rules], "words": _of_one(one.words)}
        for one in found.lists
    ]
    return {
        "rules": rules,
        "parameters": lists,
        "points": _summary(found.counted("points")),
        "words": _summary(found.counted("words")),
        "parameter_words": _summary(found.counted("lists")),
    }


def _counted(fates: Fates) -> Counter[Fate]:
    return Counter(fate for _, fate in fates)


def _survived(fates: Fates) -> list[str]:
    return [text for text, fate in fates if fate == "survived"]


def _of_one(fates: Fates) -> dict[str, object]:
    counted = _counted(fates)
    numbers: dict[str, object] = {fate: counted[fate] for fate in FATES if fate != "survived"}
    return {**numbers, "survived": _survived(fates)}


def _summary(counted: Counter[Fate]) -> dict[str, object]:
    """Return how many were killed of how many; the percentage is never rounded up."""
    tenths = 1000 * counted["killed"] // (_valid(counted) or 1)
    return {"killed": counted["killed"], "of": _valid(counted), "percent": tenths / 10}
