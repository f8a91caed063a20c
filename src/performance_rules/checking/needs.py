"""Needs: what must occur in a text for a question to get an answer of its own.

Most questions ask whether a pattern occurs, or ask nothing further where it does not.  The patterns
of all rules are looked for together; where none of a question's occurs, its answer is known.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import Final

from attrs import frozen

from performance_rules.language.scope import Value
from performance_rules.language.sight import Question
from performance_rules.language.typed import Apply, Constant, Field, ParameterValue, Typed, Variable
from performance_rules.values.precision import FALSE

_ANCHORED: Final = re.compile(r"[$^]|\\[ABGZbz]")
"""What a pattern may hold that is found in a clause and not in the text of the clause."""


@frozen
class Need:
    """What must occur in a text for a question to get an answer of its own.

    Attributes:
        groups: numbers of patterns; one of each group must occur.
        silent: the answer where it does not.
    """

    groups: tuple[frozenset[int], ...]
    silent: Hashable

    def is_met(self, found: frozenset[int]) -> bool:
        """Whether the patterns that were found are enough."""
        return not any(group.isdisjoint(found) for group in self.groups)


def need_of(
    question: Question, parameters: Mapping[str, Value], numbers: dict[str, int]
) -> Need | None:
    """Return what a question needs; None where it may answer anything to any text.

    Args:
        question: the question.
        parameters: the values of parameters that are in force.
        numbers: the number of each pattern; those of the question are added.
    """

    def group(trees: Iterable[Typed]) -> frozenset[int] | None:
        """Return the patterns of expressions that are all false where none of them occurs."""
        found: set[int] = set()
        for tree in trees:
            patterns = _patterns(tree, question, parameters)
            if patterns is None:
                return None
            found |= {numbers.setdefault(pattern, len(numbers) + 1) for pattern in patterns}
        return frozenset(found)

    groups = tuple(g for g in (group([tree]) for tree in question.first) if g is not None)
    if groups:
        return Need(groups, False)
    answers = group(question.then) if not question.first else None
    if answers is None:
        return None
    silent = tuple(FALSE for _ in question.then)
    return Need((answers,), False if question.joined and question.then else silent)


def _patterns(tree: Typed, question: Question, parameters: Mapping[str, Value]) -> list[str] | None:
    """Return patterns without which an expression is false; None where there are none."""
    match tree:
        case Apply(function, (text, Constant() | ParameterValue() as given, *_)) if _is_text(
            text, question
        ):
            value = parameters[given.id] if isinstance(given, ParameterValue) else given.value
            listed = value if isinstance(value, list) else [getattr(value, "value", value)]
            patterns = [one for one in listed if isinstance(one, str)]
        case _:
            return None
    if len(patterns) != len(listed):
        return None
    if function.name == "matches":
        return patterns
    if function.name == "mentions":
        return [re.escape(one) for one in patterns]
    plain = not any(map(_ANCHORED.search, patterns))
    return patterns if function.name == "affirms" and plain else None


def _is_text(tree: Typed, question: Question) -> bool:
    """Whether an expression is the text of what the question is asked of."""
    if isinstance(tree, Field) and tree.term.name == "text" and not tree.mapped:
        tree = tree.object
    return isinstance(tree, Variable) and tree.slot in question.slots
