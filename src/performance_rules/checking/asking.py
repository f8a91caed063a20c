"""Asking: what the prose of a report answers to the questions of the rules.

A rule that sees nothing of the prose but answers has the same places wherever they are the same;
see ``language.sight``.  What a sentence answers is kept by its words: bodies that fill in one
template share most of theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from attrs import define, field, frozen

from performance_rules.checking.shelf import Shelf
from performance_rules.language.compile import compile_condition, compile_value
from performance_rules.language.ground import Condition, Linear, Missing, judge
from performance_rules.language.scope import Scope, TooMuch
from performance_rules.language.sight import Question, Sight
from performance_rules.language.typed import Field, Typed, parts_of
from performance_rules.language.types import BOOL, SENTENCE
from performance_rules.report.facts import TEXT, fact
from performance_rules.report.nodes import SentenceNode
from performance_rules.values.precision import FALSE, TRUE

MAX_BYTES: Final = 8 << 20
"""About how much room the answers to one InForce may take."""

ROW_BYTES: Final = 1_500
"""About what the answers of one sentence take, beside its words."""

_CONDITIONS: Final = get_args(Condition)

Ask = Callable[[Scope, list[Any]], Hashable]

Row = tuple[Hashable, ...]
"""What one sentence or paragraph answers to each question; None where it is not asked."""


@frozen(eq=False)
class AskedQuestion:
    """A question made ready to be asked, with how many variables its rule needs at most."""

    question: Question
    slots: int
    first: tuple[Ask, ...]
    then: tuple[Ask, ...]

    @classmethod
    def of(cls, question: Question, slots: int) -> AskedQuestion:
        """Return a question made ready."""
        first, then = tuple(map(_ask, question.first)), tuple(map(_ask, question.then))
        return cls(question, slots, first, then)

    def answer(self, scope: Scope, item: object) -> Hashable:
        """Return what a sentence or paragraph answers; False where a condition fails it."""
        slots: list[Any] = [None] * self.slots
        for slot in self.question.slots:
            slots[slot] = item
        found: list[Hashable] = []
        for ask in self.first:
            said = ask(scope, slots)
            if said == FALSE:
                return False
            if said != TRUE:
                found.append(said)
        found += (ask(scope, slots) for ask in self.then)
        if self.question.joined and found and all(said in _NOTHING for said in found):
            return False
        return tuple(found)


@define(eq=False)
class Asking:
    """The questions of all rules in force, and what was answered to them."""

    rules: Mapping[str, tuple[AskedQuestion, ...]]
    rows: Shelf[Row] = field(factory=lambda: Shelf(MAX_BYTES))
    placed: bool = field(init=False)

    @classmethod
    def of(cls, sights: Mapping[str, Sight]) -> Asking:
        """Return the questions of rules, by id."""
        return cls(
            {
                name: tuple(AskedQuestion.of(one, sight.spare + 1) for one in sight.asked)
                for name, sight in sights.items()
            }
        )

    def __attrs_post_init__(self) -> None:
        """Note whether anything is asked about where a sentence stands."""
        asked = [one.question for one in self._all()]
        self.placed = any(map(_is_placed, (t for one in asked for t in (*one.first, *one.then))))

    def answers(self, scope: Scope) -> Mapping[str, Hashable]:
        """Return what the prose of a report answers to each rule, by its id."""
        try:
            columns = iter(self._columns(scope))
        except TooMuch:
            return dict.fromkeys(self.rules, fact(scope.tree, TEXT))
        return {name: tuple(next(columns) for _ in asked) for name, asked in self.rules.items()}

    def _columns(self, scope: Scope) -> list[Hashable]:
        """Return the answers to each question, of all sentences or paragraphs."""
        asked = list(self._all())
        of_text = [one for one in asked if one.question.among.type.item != SENTENCE]
        of_sentences = [one for one in asked if one.question.among.type.item == SENTENCE]
        found: dict[AskedQuestion, Hashable] = {}
        for some, rows in (
            (of_text, self._of_text(scope, of_text)),
            (of_sentences, self._of_sentences(scope, of_sentences)),
        ):
            columns = list(zip(*rows, strict=True)) or [()] * len(some)
            for one, column in zip(some, columns, strict=True):
                joined = one.question.joined
                found[one] = (
                    tuple(a for a in column if a not in (None, False)) if joined else column
                )
        return [found[one] for one in asked]

    def _of_text(self, scope: Scope, asked: Sequence[AskedQuestion]) -> Iterator[Row]:
        report = scope.tree.report
        for paragraph in report.text if asked else ():
            key = report.year, report.kind, paragraph.text
            row = self.rows.get(key)
            if row is None:
                row = tuple(one.answer(scope, paragraph.text) for one in asked)
                self.rows.put(key, row, ROW_BYTES + 4 * len(paragraph.text))
            yield row

    def _of_sentences(self, scope: Scope, asked: Sequence[AskedQuestion]) -> Iterator[Row]:
        report = scope.tree.report
        held: dict[str, set[int]] = {}
        for node in scope.tree.sentences if asked else ():
            place = node.section if self.placed else None
            key = report.year, report.kind, node.text, place, node.heading, node.contents
            row = self.rows.get(key)
            if row is None:
                held = held or _collections(scope, asked)
                scope.steps = 0
                row = tuple(
                    one.answer(scope, node) if node.index in held[one.question.among.name] else None
                    for one in asked
                )
                self.rows.put(key, row, ROW_BYTES + 4 * len(node.text))
            yield row

    def _all(self) -> Iterator[AskedQuestion]:
        return (one for asked in self.rules.values() for one in asked)


def _collections(scope: Scope, asked: Sequence[AskedQuestion]) -> dict[str, set[int]]:
    """Return which sentences each collection holds."""
    found: dict[str, set[int]] = {}
    for one in asked:
        term = one.question.among
        if term.name not in found:
            nodes = term.get(scope, scope.tree)
            found[term.name] = {n.index for n in nodes if isinstance(n, SentenceNode)}  # type: ignore[union-attr]
    return found


def _ask(tree: Typed) -> Ask:
    """Return what asks a question and gives the answer as a value that can be compared."""
    truth = tree.type == BOOL
    ground = compile_condition(tree, printed=True) if truth else compile_value(tree, printed=True)
    return lambda scope, slots: _said(ground(scope, slots))


def _said(value: Any) -> Hashable:
    if isinstance(value, _CONDITIONS):
        return judge(value, ())
    if isinstance(value, list):
        return tuple(map(_said, value))
    if isinstance(value, Missing):
        return Missing
    if isinstance(value, Linear):
        return value.constant, value.kind
    said: Hashable = value
    return said


_NOTHING: Final = (FALSE, ())


def _is_placed(tree: Typed) -> bool:
    """Whether an expression looks at where a sentence stands."""
    if isinstance(tree, Field) and tree.object.type == SENTENCE:
        return tree.term.name in ("section", "title")
    return any(map(_is_placed, parts_of(tree)))
