"""Inherited examples: those of the rules above that a layer changes, run again in that layer.

A region's condition or threshold stands in a file of its own, and its examples show what it is
meant to change.  What it changes besides is shown by the examples of the rule it is laid over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from performance_rules.report.build import build_report
from performance_rules.rules.layers import Layer
from performance_rules.rules.model import Example
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.examples import check_one, overall

FOUND: Final = "fail"


@frozen
class Shift:
    """An example of a rule above that gets another verdict in the layer below.

    Attributes:
        above: the verdict without the layer; ``here`` the one with it.
    """

    example: Example
    above: str
    here: str

    @property
    def looser(self) -> bool:
        """Whether something that was found is found no more."""
        return self.above == FOUND


@frozen
class Inheritance:
    """What became of the examples of one rule in a layer that changes it.

    Attributes:
        rule: id of the rule.
        origin: the file that changes it: an override, or a value of a parameter.
        shifts: the examples with another verdict.
        blunted: whether the rule may not be disabled, and its new condition finds nothing of what
            it found: it is switched off all the same.
    """

    rule: str
    origin: str
    shifts: tuple[Shift, ...]
    blunted: bool


def inheritances(ruleset: RuleSet, layer: Layer) -> Iterator[Inheritance]:
    """Yield what a layer changes in the examples of the rules above it.

    What is switched off or on is left out: all of its examples change, and a result says so.

    Args:
        ruleset: a rule set with the layer in it; those below it play no part.
        layer: one of its layers.

    Raises:
        ReportError: the miniature report of an example is not a report.
    """
    until = ruleset.layers.index(layer)
    above = evolve(ruleset, layers=ruleset.layers[:until])
    here = evolve(ruleset, layers=ruleset.layers[: until + 1])
    rules = above.rules()
    overridden = {
        override.rule: override.origin
        for override in layer.overrides
        if override.verb in ("set", "replace") and override.matters and override.rule in rules
    }
    valued = {
        rule.id: parameter.origin
        for parameter in layer.parameters.values()
        for rule in rules.values()
        if parameter.id in rule.parameters
    }
    for name, origin in {**valued, **overridden}.items():
        pairs = [
            (example, *verdicts)
            for example in rules[name].examples
            if (verdicts := _verdicts(name, example, above, here)) is not None
        ]
        shifts = tuple(Shift(*pair) for pair in pairs if pair[1] != pair[2])
        found = [now for _, was, now in pairs if was == FOUND]
        blunted = name in overridden and not rules[name].may_disable and bool(found)
        blunted = blunted and not {FOUND, "undetermined"} & set(found)
        if shifts:
            yield Inheritance(name, origin, shifts, blunted)


def _verdicts(name: str, example: Example, above: RuleSet, here: RuleSet) -> tuple[str, str] | None:
    """Return the verdicts of an example above and here, None where one has not got the rule."""
    report = build_report(example.given)
    rules = [(of, of.in_force(report.year).rules.get(name)) for of in (above, here)]
    was, now = (
        overall(check_one(report, rule, of, example.parameters)) if rule else ""
        for of, rule in rules
    )
    return (was, now) if was and now else None
