"""Asking: what a report answers to the questions of the rules, its prose above all.

A rule that sees nothing of the prose but answers has the same places wherever they are the same;
see ``language.sight``.  What a sentence answers is kept by its words: bodies that fill in one
template share most of theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import define, field, frozen

from performance_rules.checking.needs import Need, need_of
from performance_rules.checking.shelf import Shelf
from performance_rules.language.askedtexts import comparable
from performance_rules.language.compile import compile_condition, compile_value
from performance_rules.language.patterns import PatternSet
from performance_rules.language.scope import Scope, TooMuch, Value
from performance_rules.language.sight import Question, Sight
from performance_rules.language.terms import Term
from performance_rules.language.typed import Field, Typed, parts_of
from performance_rules.language.types import BOOL, SENTENCE, Type
from performance_rules.report.nodes import SentenceNode
from performance_rules.values.precision import FALSE, TRUE

MAX_BYTES: Final = 8 << 20
"""About how much room the answers to one InForce may take."""

ROW_BYTES: Final = 1_500
"""About what the answers of one sentence take, beside its words."""

PARAGRAPH: Final = "¶"
"""The sign for a paragraph, where sentences have one for the collections they stand in."""

Ask = Callable[[Scope, list[Any]], Hashable]


@frozen(eq=False)
class AskedQuestion:
    """A question made ready to be asked, with how many variables its rule needs at most.

    Attributes:
        gate: whether a place must get through it to come to the assertion.
        need: what must occur in a text for it to be asked at all.
    """

    question: Question
    slots: int
    gate: bool
    need: Need | None
    first: tuple[Ask, ...]
    then: tuple[Ask, ...]

    @property
    def silent(self) -> Hashable:
        """What a text answers in which nothing of what is asked for occurs; it is not listed.

        False where it has to be.  Else how many texts were asked, and which, is told by the
        collections that each of them stands in.
        """
        listed = self.need is None or self.gate or self.question.first or self.question.joined
        return False if listed or self.need is None else self.need.silent

    @classmethod
    def of(cls, question: Question, sight: Sight, need: Need | None) -> AskedQuestion:
        """Return a question of a rule made ready."""
        first, then = tuple(map(_ask, question.first)), tuple(map(_ask, question.then))
        return cls(question, sight.spare + 1, question in sight.gates, need, first, then)

    @property
    def among(self) -> Type | None:
        """What kind of thing it is asked of; None of the report."""
        return self.question.among.type.item if self.question.among is not None else None

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


@frozen
class RuleAnswers:
    """What a report answers to a rule.

    Attributes:
        reached: whether any place gets through the conditions that are asked before the assertion.
    """

    told: Hashable
    reached: bool


@frozen(eq=False)
class Row:
    """What one sentence or paragraph answers, and a sign for the collections it stands in."""

    held: str
    answers: tuple[tuple[AskedQuestion, Hashable], ...]


@define(eq=False)
class Asking:
    """The questions of all rules in force, and what was answered to them.

    Attributes:
        patterns: what they need, by number.
        together: the same, ready to be looked for in one walk over a text.
        placed: whether any of them is about where a sentence stands.
    """

    rules: Mapping[str, tuple[AskedQuestion, ...]]
    patterns: Mapping[str, int]
    rows: Shelf[Row] = field(factory=lambda: Shelf(MAX_BYTES))
    together: PatternSet | None = None
    placed: bool = field(init=False)

    @classmethod
    def of(cls, sights: Mapping[str, Sight], parameters: Mapping[str, Value]) -> Asking:
        """Return the questions of rules, by id, under the values of parameters in force."""
        patterns: dict[str, int] = {}
        asked = {
            name: tuple(
                AskedQuestion.of(one, sight, need_of(one, parameters, patterns))
                for one in sight.asked
            )
            for name, sight in sights.items()
        }
        return cls(asked, patterns)

    def __attrs_post_init__(self) -> None:
        """Note whether anything is asked about where a sentence stands."""
        asked = [one.question for one in self._all()]
        self.placed = any(map(_is_placed, (t for one in asked for t in (*one.first, *one.then))))

    def answers(self, scope: Scope, *, prose: bool = True) -> Mapping[str, RuleAnswers]:
        """Return what a report answers to each rule, by its id; nothing where it is too long.

        Most sentences answer nothing to most questions, so only those that do are listed, with
        their place where it matters; of the others it matters which collections they stand in.

        Args:
            scope: the report.
            prose: whether its prose is asked as well; else only rules that ask none are answered.
        """
        rows = [self._of_report(scope)]
        try:
            rows += [*self._of_sentences(scope), *self._of_text(scope)] if prose else []
        except TooMuch:
            prose = False
        standing = "".join([row.held for row in rows])
        found: dict[AskedQuestion, list[Hashable]] = {one: [] for one in self._all()}
        for place, row in enumerate(rows):
            for one, said in row.answers:
                found[one].append(said if one.question.joined else (place, said))
        return {
            name: RuleAnswers(
                tuple((one.question.joined or standing, *found[one]) for one in asked),
                all(found[one] for one in asked if one.gate),
            )
            for name, asked in self.rules.items()
            if prose or all(one.among is None for one in asked)
        }

    def _of_report(self, scope: Scope) -> Row:
        asked = [one for one in self._all() if one.question.among is None]
        return Row("", self._answers(scope, asked, None, ""))

    def _of_text(self, scope: Scope) -> Iterator[Row]:
        report = scope.tree.report
        asked = [one for one in self._all() if one.among not in (None, SENTENCE)]
        for paragraph in scope.tree.paragraphs if asked else ():
            key = report.year, report.kind, str(paragraph)
            row = self.rows.get(key)
            if row is None:
                row = Row(PARAGRAPH, self._answers(scope, asked, paragraph, paragraph))
                self.rows.put(key, row, ROW_BYTES + 4 * len(paragraph))
            yield row

    def _of_sentences(self, scope: Scope) -> Iterator[Row]:
        report = scope.tree.report
        asked = [one for one in self._all() if one.among == SENTENCE]
        held: dict[str, set[int]] = {}
        for node in scope.tree.sentences if asked else ():
            place = node.section if self.placed else None
            key = report.year, report.kind, node.text, place, node.heading, node.contents
            row = self.rows.get(key)
            if row is None:
                held = held or _collections(scope, asked)
                scope.steps = 0
                those = {name for name, nodes in held.items() if node.index in nodes}
                listed = [one for one in asked if _term(one).name in those]
                standing = chr(sum(1 << i for i, name in enumerate(sorted(held)) if name in those))
                row = Row(standing, self._answers(scope, listed, node, node.text))
                self.rows.put(key, row, ROW_BYTES + 4 * len(node.text))
            yield row

    def _answers(
        self, scope: Scope, asked: Iterable[AskedQuestion], item: object, text: str
    ) -> tuple[tuple[AskedQuestion, Hashable], ...]:
        """Return what a sentence or paragraph answers to those questions that get so far."""
        found = self._found(text) if item is not None else None
        answers = []
        for one in asked:
            if found is None or one.need is None or one.need.is_met(found):
                said = one.answer(scope, item)
            else:
                said = one.need.silent
            if said is not False and said != one.silent:
                answers.append((one, said))
        return tuple(answers)

    def _found(self, text: str) -> frozenset[int] | None:
        """Return the patterns that occur in a text, all of them looked for together."""
        if self.together is None:
            self.together = PatternSet(self.patterns)
        return self.together.found(text)

    def _all(self) -> Iterator[AskedQuestion]:
        return (one for asked in self.rules.values() for one in asked)


def _term(asked: AskedQuestion) -> Term:
    if asked.question.among is None:
        raise TypeError("the report is no collection")
    return asked.question.among


def _collections(scope: Scope, asked: Sequence[AskedQuestion]) -> dict[str, set[int]]:
    """Return which sentences each collection holds."""
    found: dict[str, set[int]] = {}
    for one in asked:
        term = _term(one)
        if term.name not in found:
            nodes = term.get(scope, scope.tree)
            found[term.name] = {n.index for n in nodes if isinstance(n, SentenceNode)}  # type: ignore[union-attr]
    return found


def _ask(tree: Typed) -> Ask:
    """Return what asks a question and gives the answer as a value that can be compared."""
    truth = tree.type == BOOL
    ground = compile_condition(tree, printed=True) if truth else compile_value(tree, printed=True)
    return lambda scope, slots: comparable(ground(scope, slots))


_NOTHING: Final = (FALSE, ())


def _is_placed(tree: Typed) -> bool:
    """Whether an expression looks at where a sentence stands."""
    if isinstance(tree, Field) and tree.object.type == SENTENCE:
        return tree.term.name in ("section", "title")
    return any(map(_is_placed, parts_of(tree)))
