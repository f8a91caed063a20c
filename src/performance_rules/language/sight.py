"""Sight: what of a report an expression can see beside its form.

The form of a report is its lines, figures and claims without their digits.  Beside it stand
*facts*: who published it and when, its prose, its reasons.  Reports of one form that differ in
facts which a rule cannot see have the same places and conditions for it.  What a term or a function
shows is said where it is defined.

Of the prose a rule mostly sees no more than the answers to its questions: whether a pattern occurs
in a sentence, which years a sentence names.  Reports that answer all of them alike have the same
places and conditions as well, however they are worded.  A question is asked of one sentence or
paragraph, or of a field such as the name of the body, and only where the rule gets as far as that.
What nothing but its assertion looks at is not seen where no place gets through the conditions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from attrs import define, evolve, field, frozen

from performance_rules.language.compile import operands
from performance_rules.language.terms import Term
from performance_rules.language.typed import (
    Apply,
    ApplyEach,
    Constant,
    Field,
    Listing,
    ParameterValue,
    Top,
    Typed,
    Variable,
    is_given,
    parts_of,
)
from performance_rules.language.types import REPORT, SENTENCE, TEXT, Type
from performance_rules.report import facts

_OF_FORM: Final = ("year", "kind")
"""What a question may look at beside the prose; the form of a report has it."""

_PLAIN: Final = ("bool", "number", "year", "text", "date")
"""Types of values that can be told from each other by what they say."""


@frozen
class Question:
    """What is asked of each of some sentences, or of each paragraph, or of the report.

    Attributes:
        among: the collection they are taken from; None of the report.
        slots: the variables that stand for one of them meanwhile.
        first: conditions; where one does not hold, the rest is not asked.
        then: what is asked.
        joined: whether it does not matter which of them gives an answer.
    """

    among: Term | None = None
    slots: tuple[int, ...] = ()
    first: tuple[Typed, ...] = ()
    then: tuple[Typed, ...] = ()
    joined: bool = False


@define
class Sight:
    """What a rule can see of a report beside its form.

    Attributes:
        spare: the number of a variable that the rule does not have.
        facts: the facts; see ``report.facts``.
        behind: those that only its assertion sees.
        fields: those that it asks, and sees no more of.
        asked: what is asked of the prose and of fields.
        gates: those questions that a place must get through to come to the assertion.
        standing: what is asked so far of the variables that stand for a sentence.
    """

    spare: int
    facts: set[str] = field(factory=set)
    behind: set[str] = field(factory=set)
    fields: set[str] = field(factory=set)
    asked: list[Question] = field(factory=list)
    gates: list[Question] = field(factory=list)
    standing: dict[int, Question] = field(factory=dict)

    def look(self, tree: Typed) -> None:
        """Take in what an expression sees."""
        slot = self._about(tree)
        if slot is not None:
            before = self.standing[slot]
            self.standing[slot] = evolve(before, then=(*before.then, tree))
            return
        joined = self._joined(tree)
        if joined is not None:
            self.asked.append(evolve(joined, joined=True))
            return
        fields = self._fields(tree)
        if fields:
            self.fields |= fields
            self.asked.append(Question(then=(tree,), joined=True))
            return
        match tree:
            case ApplyEach(_, bound, source, body):
                self.bind(bound, source)
                self.look(body)
                return
            case Variable(_, bound) if bound in self.standing:
                self.facts.add(facts.TEXT)
            case Field(inner, term) if term.sees:
                last_year = inner.type == REPORT and not (
                    isinstance(inner, Top) and inner.term.name == "report"
                )
                self.facts.add(facts.ALL_OF_PREVIOUS if last_year else term.sees)
            case Top(term) if term.sees:
                self.facts.add(term.sees)
            case Apply(function) if function.sees:
                self.facts.add(function.sees)
        for part in parts_of(tree):
            self.look(part)

    def bind(self, slot: int, source: Typed) -> None:
        """Let a variable stand for the items of a list."""
        found = self._sentences(source)
        if found is None:
            self.look(source)
        else:
            self.standing[slot] = evolve(found, slots=(*found.slots, slot))

    def apply_where(self, conditions: Iterable[Typed], slots: Collection[int]) -> None:
        """Take in the conditions of the rule, each of which a place must get through."""
        for tree in conditions:
            fields = self._fields(tree)
            if fields:
                self.fields |= fields
                self.gates.append(Question(first=(tree,), joined=True))
            else:
                self.only_where([tree], slots)
        standing = (self.standing[slot] for slot in slots if slot in self.standing)
        self.gates += (evolve(one, then=()) for one in standing if one.first)
        self.asked += self.gates

    def only_where(self, conditions: Iterable[Typed], slots: Iterable[int]) -> None:
        """Take in conditions; where one about a sentence does not hold, it is asked no more.

        Args:
            conditions: all of them must hold.
            slots: the variables of the list, or of the places, that they choose.
        """
        for tree in conditions:
            slot = self._about(tree)
            if slot is not None and slot in slots:
                before = self.standing[slot]
                self.standing[slot] = evolve(before, first=(*before.first, tree))
            else:
                self.look(tree)

    def settle(self) -> None:
        """Keep what was asked so far apart from what is asked on further conditions."""
        self.asked += self.standing.values()  # of what is asked nothing, how many there are
        self.standing = {slot: evolve(one, then=()) for slot, one in self.standing.items()}

    def _sentences(self, source: Typed) -> Question | None:
        """Return the sentences that a list holds, with what chooses them; None for other lists."""
        match source:
            case Top(term) if source.type.item in (SENTENCE, TEXT) and term.sees == facts.TEXT:
                return Question(term)
            case ApplyEach(function, slot, inner, body) if function.name == "where":
                found = self._sentences(inner)
                if found is None:
                    return None
                self.standing[slot] = evolve(found, slots=(*found.slots, slot))
                self.only_where(operands("and", body), [slot])
                return self.standing.pop(slot)
        return None

    def _joined(self, tree: Typed) -> Question | None:
        """Return the question whose answers make up a value, whichever sentence gives them."""
        match tree:
            case Apply(function, (Field(source, term, True), *others)) if function.apart:
                one = Variable("", self.spare, SENTENCE, tree.at)
                text: Typed = Field(one, term, False, TEXT, tree.at)
                found = self._sentences(source) if all(map(is_given, others)) else None
            case Apply(function, (Top(term), *others)) if (
                function.apart and term.sees == facts.TEXT
            ):
                text = Variable("", self.spare, TEXT, tree.at)
                found = Question(term) if all(map(is_given, others)) else None
            case Apply(function, (source,)) if function.name in ("present", "count"):
                return self._sentences(source)
            case ApplyEach(function, slot, source, body) if function.name in ("any", "count"):
                found = self._sentences(source)
                if found is None:
                    return None
                self.standing[slot] = evolve(found, slots=(*found.slots, slot))
                asks = self._about(body) == slot
                found = self.standing.pop(slot)
                return evolve(found, then=(*found.then, body)) if asks else None
            case _:
                return None
        if found is None:
            return None
        asked = evolve(tree, arguments=(text, *others))
        return evolve(found, slots=(*found.slots, self.spare), then=(*found.then, asked))

    def _fields(self, tree: Typed) -> set[str]:
        """Return the fields that an expression asks; none where it gives their very words."""
        if isinstance(tree, Field | Top | Variable | Constant | ParameterValue | Listing):
            return set()
        seen: set[str] = set()
        return seen if _is_plain(tree.type) and _of_fields(tree, frozenset(), seen) else set()

    def _about(self, tree: Typed) -> int | None:
        """Return the variable whose sentence an expression asks for something, and nothing else."""
        if isinstance(tree, Field | Top | Variable | Constant | ParameterValue | Listing):
            return None  # the very words, or nothing of them
        seen: set[int] = set()
        if not _is_plain(tree.type) or not self._of_one(tree, frozenset(), seen):
            return None
        return seen.pop() if len(seen) == 1 else None

    def _of_one(self, tree: Typed, own: frozenset[int], seen: set[int]) -> bool:
        """Whether an expression looks at nothing but sentences; their variables go to ``seen``."""
        match tree:
            case Variable(_, slot) if slot not in own:
                seen.add(slot)
                return slot in self.standing
            case Top(term):
                return term.name in _OF_FORM
            case Apply(function) if function.sees:
                return False
            case ApplyEach(_, slot):
                own |= {slot}
        return all(self._of_one(part, own, seen) for part in parts_of(tree))


def sight_of(each: Mapping[int, Typed], when: Typed | None, asserts: Typed, spare: int) -> Sight:
    """Return what a rule sees.

    Args:
        each: where its variables are taken from, outermost first.
        when: where it applies.
        asserts: what it says.
        spare: the number of a variable that it does not have.
    """
    sight = Sight(spare)
    for slot, source in each.items():
        sight.bind(slot, source)
    sight.settle()  # the lists make the places, so what they ask is asked everywhere
    if when is not None:
        sight.apply_where(operands("and", when), each)
    before, asked = set(sight.facts), [*sight.asked, *sight.standing.values()]
    sight.look(asserts)
    if sight.gates:
        sight.behind, sight.facts = sight.facts - before, before
    if facts.TEXT in sight.behind:
        sight.asked = asked
    else:
        sight.settle()
    if facts.TEXT in sight.facts:
        sight.facts |= sight.behind | sight.fields
        sight.asked, sight.gates, sight.behind = [], [], set()
    return sight


def _of_fields(tree: Typed, own: frozenset[int], seen: set[str]) -> bool:
    """Whether an expression looks at nothing but fields of the report; they go to ``seen``."""
    match tree:
        case Variable(_, slot):
            return slot in own
        case Top(term):
            seen |= {term.sees} & {*facts.FIELDS}
            return term.sees in facts.FIELDS or term.name in _OF_FORM
        case Apply(function) if function.sees:
            return False
        case ApplyEach(_, slot):
            own |= {slot}
    return all(_of_fields(part, own, seen) for part in parts_of(tree))


def _is_plain(kind: Type) -> bool:
    return _is_plain(kind.item) if kind.item is not None else kind.name in _PLAIN
