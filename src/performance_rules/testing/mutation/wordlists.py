"""Word lists: which words of a parameter the examples of the rules that use it need.

A parameter of texts, patterns or a score sheet loses one entry at a time, then one word of an
entry at a time: of a pattern an alternative, of a text one of those that bars keep apart.  A word
is held where an example of any rule that uses the parameter gets another verdict without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import define, evolve, field, frozen

from performance_rules.language.scope import Value
from performance_rules.language.sheets import ScoreSheet
from performance_rules.rules.model import LISTS, DatedValue, Parameter, Rule, Texts
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.examples import cases_of
from performance_rules.testing.mutation.alternatives import alternatives
from performance_rules.testing.mutation.changes import NOTHING
from performance_rules.testing.mutation.trial import Bench, Fate

WORDED: Final = (*LISTS, "pattern")
"""Units of the parameters that consist of words."""

BAR: Final = "|"

Listed = Value | Texts
Fates = tuple[tuple[str, Fate], ...]


@frozen
class WordScore:
    """What became of the words of one parameter.

    Attributes:
        parameter: its id; ``alias`` its name in expressions.
        rules: the rules that use it, by id.
        words: each word with its fate, in the order of the list.
    """

    parameter: str
    alias: str
    rules: tuple[str, ...]
    words: Fates


@define(eq=False)
class _Lost:
    """A word that is left out, and the values that lack it by the dated value they stand for."""

    text: str
    values: dict[DatedValue, Listed] = field(factory=dict)


def word_score_of(parameter: Parameter, ruleset: RuleSet) -> WordScore:
    """Return what becomes of a parameter's words in the examples of the rules that use it.

    Args:
        parameter: a parameter as its layer wrote it.
        ruleset: the rule set whose lowest layer that is, so that no layer below changes it.

    Raises:
        ReportError: the report of an example is no report.
    """
    benches = list(_benches(parameter, ruleset))
    rules = tuple(sorted({rule.id for rule, _ in benches}))
    words = tuple((lost.text, _fate(parameter.id, lost, benches)) for lost in _lost(parameter))
    return WordScore(parameter.id, parameter.alias or parameter.id, rules, words)


def _lost(parameter: Parameter) -> Iterator[_Lost]:
    """Yield each word once, wherever in the years of a parameter it stands."""
    found: dict[tuple[str, str], _Lost] = {}
    for dated in parameter.values:
        counted: Counter[str] = Counter()
        for entry, word, value in left_out(dated.value):
            counted[word] += 1
            lost = found.setdefault((entry, f"{word} {counted[word]}"), _Lost(word))
            lost.values[dated] = value
    seen: Counter[str] = Counter()
    for lost in found.values():
        seen[lost.text] += 1
        number = f" ({seen[lost.text]})" if seen[lost.text] > 1 else ""
        lost.text = f"«{lost.text}» → {NOTHING}{number}"
        yield lost


def left_out(value: Listed) -> Iterator[tuple[str, str, Listed]]:
    """Yield the entry, the word of it and the list without that word, for each word of a list."""
    match value:
        case Texts():
            for i, entry in enumerate(value):
                before, after = value[:i], value[i + 1 :]
                if len(value) > 1:
                    yield entry, entry, Texts((*before, *after))
                for word, rest in alternatives(entry):
                    yield entry, word, Texts((*before, rest, *after))
        case ScoreSheet(rows):
            for i, row in enumerate(rows):
                if len(rows) > 1:
                    yield row.pattern, row.pattern, ScoreSheet((*rows[:i], *rows[i + 1 :]))
                for word, rest in alternatives(row.pattern):
                    other = (*rows[:i], evolve(row, pattern=rest), *rows[i + 1 :])
                    yield row.pattern, word, ScoreSheet(other)
        case str():
            for word, rest in alternatives(value):
                yield value, word, rest


def _benches(parameter: Parameter, ruleset: RuleSet) -> Iterator[tuple[Rule, Bench]]:
    """Yield the examples that hold of the rules that use a parameter, with the rule in force."""
    for case in cases_of(ruleset):
        year = case.example.given.get("year")
        in_force = ruleset.in_force(year if isinstance(year, int) else None)
        rule = in_force.rules.get(case.rule) or ruleset.rules()[case.rule]
        if parameter.id not in rule.parameters or parameter.id in case.example.parameters:
            continue
        bench = Bench.of(case.example, rule, ruleset)
        if bench.holds(rule):
            yield rule, bench


def _fate(name: str, lost: _Lost, benches: list[tuple[Rule, Bench]]) -> Fate:
    """Return what becomes of a list without a word; what notices it is asked first next time."""
    values = lost.values
    for i, (rule, bench) in enumerate(benches):
        here = bench.alone.parameters[name]
        if here.dated is None or here.dated not in values:
            continue
        changed = {**bench.alone.parameters, name: evolve(here, value=values[here.dated])}
        alone = evolve(bench.alone, parameters=changed)
        if not evolve(bench, alone=alone).holds(rule):
            benches.insert(0, benches.pop(i))
            return "killed"
    return "survived"
