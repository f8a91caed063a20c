"""Mutants: from one rule every rule that differs from it at one point, each with its own text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, cast

from attrs import evolve, frozen

from performance_rules.language.expressions import Expression
from performance_rules.language.syntax import parse, parse_each
from performance_rules.rules.model import Rule
from performance_rules.testing.mutation.changes import NOTHING, Change, Kind, changes, words_of

CONDITIONS: Final = ("when", "assert")
LET: Final = "let."


@frozen
class Mutant:
    """A rule changed at one point.

    Attributes:
        clause: the key of the rule file that was changed; of a named expression ``let.`` and its
            name.
        kind: what was changed there.
        text: the clause and the change, such as ``assert: a <= b → a < b``; of several alike in a
            rule, the second ends in ``(2)``.
        tree: the changed condition or named expression, or the list that a variable of ``each``
            runs over; None where the clause is left out.
        binding: which variable of ``each``, counted from 0.
    """

    clause: str
    kind: Kind
    text: str
    tree: Expression | None = None
    binding: int = 0


def mutants_of(rule: Rule) -> tuple[Mutant, ...]:
    """Return the mutants of a rule: no two of them, and none and the rule, read alike."""
    text = rule.text
    found = [*_of_lets(text), *_of_each(text), *_of_conditions(text), *_of_scope(rule)]
    seen: set[object] = set()
    counted: Counter[str] = Counter()
    out = []
    for mutant in found:
        what = (mutant.clause, mutant.binding, mutant.tree)
        if what in seen:
            continue
        seen.add(what)
        counted[mutant.text] += 1
        number = counted[mutant.text]
        out.append(evolve(mutant, text=f"{mutant.text} ({number})") if number > 1 else mutant)
    return tuple(out)


def _of_lets(text: Mapping[str, object]) -> Iterator[Mutant]:
    """Yield the mutants of what has a name, once, however often it is used."""
    for name, tree in lets_of(text).items():
        clause = f"{LET}{name}"
        for change in (*words_of(tree), *changes(tree, truth=True)):
            if change.tree != tree:
                yield Mutant(clause, change.kind, f"{clause}: {change.text}", _expression(change))


def lets_of(text: Mapping[str, object]) -> dict[str, Expression]:
    """Return the named expressions of a rule."""
    named = cast("Mapping[str, str]", text.get("let", {}))
    return {name: parse(said) for name, said in named.items()}


def _of_each(text: Mapping[str, object]) -> Iterator[Mutant]:
    if "each" not in text:
        return
    for i, (_, source, _) in enumerate(parse_each(str(text["each"]))):
        for change in changes(source, truth=False):
            if change.tree != source:
                yield Mutant("each", change.kind, f"each: {change.text}", _expression(change), i)


def _of_conditions(text: Mapping[str, object]) -> Iterator[Mutant]:
    for clause in CONDITIONS:
        if clause not in text:
            continue
        tree = parse(str(text[clause]))
        if clause == "when":
            yield Mutant("when", "dropped", f"when: {NOTHING}")
        for change in changes(tree, truth=True):
            if change.tree != tree:
                yield Mutant(clause, change.kind, f"{clause}: {change.text}", _expression(change))


def _of_scope(rule: Rule) -> Iterator[Mutant]:
    if rule.kinds:
        yield Mutant("kinds", "kinds", f"kinds: {', '.join(rule.kinds)} → {NOTHING}")
    for clause, year in (("since", rule.since), ("until", rule.until)):
        if year is not None:
            yield Mutant(clause, "years", f"{clause}: {year} → {NOTHING}")


def _expression(change: Change) -> Expression:
    return cast("Expression", change.tree)  # what was an expression is one after a change
