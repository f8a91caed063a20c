"""Asked texts: expressions that want no more of a text of a place than what it answers.

``匹配(x.名称, "机关$")`` is the same for two names where the pattern is found in both, or neither;
``x.名称 == y.名称`` is for any two bodies.  Of such names a plan keeps the answers, not the words.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final, get_args

from attrs import evolve

from performance_rules.language.ground import Condition, Linear, Missing, judge
from performance_rules.language.scope import Scope, Value
from performance_rules.language.typed import Apply, Field, Same, Typed, Variable, is_given
from performance_rules.language.types import COMPARISON, EVALUATION, FIGURE, LINE, TEXT

Ground = Callable[[Scope, list[Any]], Value]

_WAYS: Final = (LINE, FIGURE, COMPARISON, EVALUATION)
"""Places that are gone through without reading anything."""

_CONDITIONS: Final = get_args(Condition)


def question_of(tree: Apply | Same, parts: Sequence[Typed]) -> Typed | None:
    """Return what an expression asks of one text of a place, with a variable 0 for the text.

    None where it looks at anything else that is not the same for every report.
    """
    texts = [part for part in parts if not is_given(part)]
    if len(texts) != 1 or not _is_text(texts[0]):
        return None
    text = Variable("", 0, TEXT, tree.at)
    asked = [text if part is texts[0] else part for part in parts]
    if isinstance(tree, Same):
        return evolve(tree, left=asked[0], right=asked[1])
    return None if tree.function.sees else evolve(tree, arguments=tuple(asked))


def is_of_names(tree: Same) -> bool:
    """Whether names of two lines are held against each other: in every report of a form alike."""
    return all(_is_text(one) and one.term.name == "name" for one in (tree.left, tree.right))  # type: ignore[union-attr]


def _is_text(tree: Typed) -> bool:
    """Whether an expression is a text, as printed, of a place that a variable leads to."""
    if not isinstance(tree, Field) or tree.mapped or tree.type != TEXT:
        return False
    place = tree.object
    if place.type not in (LINE, EVALUATION) or tree.term.name in ("title", "reason"):
        return False
    while isinstance(place, Field) and place.type in _WAYS and not place.mapped:
        place = place.object
    return isinstance(place, Variable)


def answering(ground: Ground, question: Ground) -> Ground:
    """Return what grounds an expression, and keeps what the text answers instead of the text."""

    def ask(scope: Scope, said: str) -> Hashable:
        return comparable(question(scope, [said]))

    def asked(scope: Scope, slots: list[Any]) -> Value:
        if not scope.tree.own.keys:
            return ground(scope, slots)
        before, scope.reads = scope.reads, {}
        value = ground(scope, slots)
        for read, said in scope.reads.items():
            before[evolve(read, ask=ask)] = ask(scope, str(said))
        scope.reads = before
        return value

    return asked


def unread(ground: Ground) -> Ground:
    """Return what grounds an expression and keeps nothing of what it read."""

    def blind(scope: Scope, slots: list[Any]) -> Value:
        before, scope.reads = scope.reads, {}
        value = ground(scope, slots)
        scope.reads = before
        return value

    return blind


def comparable(value: Any) -> Hashable:
    """Return a grounded value that no digit matters to as one that can be compared."""
    if isinstance(value, _CONDITIONS):
        return judge(value, ())
    if isinstance(value, list):
        return tuple(map(comparable, value))
    if isinstance(value, Missing):
        return Missing
    if isinstance(value, Linear):
        return value.constant, value.kind
    said: Hashable = value
    return said
