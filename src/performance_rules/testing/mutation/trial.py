"""Trial: which mutants of a rule its own examples tell from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from attrs import frozen

from performance_rules.checking.keeping import judge_tree
from performance_rules.checking.result import Result
from performance_rules.errors import Message, Problem, RuleFileError
from performance_rules.report.build import build_report
from performance_rules.report.tree import Tree, tree_of
from performance_rules.rules.model import Example, Rule
from performance_rules.rules.ruleset import InForce, RuleSet, in_years
from performance_rules.testing.examples import in_force_alone, overall, said
from performance_rules.testing.mutation.mutants import mutants_of
from performance_rules.testing.mutation.workshop import Workshop

Fate = Literal["killed", "survived", "invalid", "equivalent"]
FATES: Final[tuple[Fate, ...]] = ("killed", "survived", "invalid", "equivalent")


@frozen
class Score:
    """What became of the mutants of one rule.

    Attributes:
        rule: its id.
        points: text and fate of the mutants that differ at a point of the rule.
        words: those that lack a word of a list or a pattern.
        problems: what is wrong with the equivalent mutants that the file names.
    """

    rule: str
    points: tuple[tuple[str, Fate], ...] = ()
    words: tuple[tuple[str, Fate], ...] = ()
    problems: tuple[Problem, ...] = ()


@frozen(eq=False)
class Bench:
    """An example ready to judge: its report, and the rule set with one rule only."""

    example: Example
    ruleset: RuleSet
    tree: Tree
    alone: InForce

    @classmethod
    def of(cls, example: Example, rule: Rule, ruleset: RuleSet) -> Bench:
        """Return the bench of an example of a rule."""
        report = build_report(example.given)
        alone = in_force_alone(rule, ruleset, report.year, example.parameters)
        return cls(example, ruleset, tree_of(report, ruleset.codebook), alone)

    def holds(self, rule: Rule) -> bool:
        """Whether a rule gives the verdict that the example expects, and says what it must."""
        report, undated = self.tree.report, self.alone.undated
        dated = in_years(rule.since, rule.until, report.year)
        if dated:
            undated -= {rule.id}
        rules = {} if dated is False else {rule.id: rule}
        here = InForce(self.alone.year, rules, {}, self.alone.parameters, undated)
        judgement = judge_tree(self.tree, self.ruleset, here)
        result = Result(report, self.ruleset, here, judgement)
        if overall(result) != self.example.expect:
            return False
        text = said(result) if self.example.says else ""
        return all(words in text for words in self.example.says)


def score_of(rule: Rule, ruleset: RuleSet) -> Score:
    """Return what becomes of the mutants of a rule.

    Args:
        rule: a rule as its layer wrote it.
        ruleset: the rule set that it stands in.

    Raises:
        RuleFileError: an example does not hold of the rule itself, so it cannot judge a mutant.
        ReportError: the report of an example is no report.
    """
    benches = [Bench.of(example, rule, ruleset) for example in rule.examples]
    if wrong := [bench.example.name for bench in benches if not bench.holds(rule)]:
        zh = f"示例“{'”“'.join(wrong)}”不符合，先用 rules test 查明"
        en = f"examples do not hold, see rules test: {', '.join(wrong)}"
        raise RuleFileError([Problem(Message(zh, en), rule.origin)])
    workshop = Workshop.of(rule, ruleset)
    fates = {mutant: _fate(workshop.rule_of(mutant), benches) for mutant in mutants_of(rule)}
    problems = tuple(_problems(rule, {mutant.text: fate for mutant, fate in fates.items()}))
    equivalent = {entry.mutant for entry in rule.equivalent}
    told: dict[bool, list[tuple[str, Fate]]] = {True: [], False: []}
    for mutant, fate in fates.items():
        known = fate == "survived" and mutant.text in equivalent
        told[mutant.kind == "word"].append((mutant.text, "equivalent" if known else fate))
    return Score(rule.id, tuple(told[False]), tuple(told[True]), problems)


def _fate(rule: Rule | None, benches: list[Bench]) -> Fate:
    """Return what becomes of one mutant; an example that kills it is asked first next time."""
    if rule is None:
        return "invalid"
    for i, bench in enumerate(benches):
        if not bench.holds(rule):
            benches.insert(0, benches.pop(i))
            return "killed"
    return "survived"


def _problems(rule: Rule, fates: Mapping[str, Fate]) -> Iterator[Problem]:
    """Yield what is wrong with the equivalent mutants that a rule names."""
    for i, entry in enumerate(rule.equivalent):
        fate = fates.get(entry.mutant)
        if fate == "survived":
            continue
        zh, en = f"没有变异“{entry.mutant}”", f"there is no mutant '{entry.mutant}'"
        if fate is not None:
            zh = f"变异“{entry.mutant}”不是等价的：有示例能区分，或不成规则"
            en = f"'{entry.mutant}' is not equivalent: an example tells it apart, or it is no rule"
        yield Problem(Message(zh, en), f"{rule.origin}: equivalent.{i}")
