"""What a grounded expression can see: one report, the codebook, the wordings, the parameters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

from attrs import define, field, frozen

from performance_rules.codebook import Codebook
from performance_rules.errors import Lang
from performance_rules.language.comparing import Compare
from performance_rules.language.ground import (
    Condition,
    Due,
    Extreme,
    Gap,
    Linear,
    Missing,
    Rate,
    Values,
    judge,
)
from performance_rules.language.scales import Deduction
from performance_rules.language.sheets import ScoreSheet
from performance_rules.language.unread import blank
from performance_rules.lexicon.lexicon import Lexicon
from performance_rules.report.model import Reason
from performance_rules.report.nodes import (
    AccountNode,
    BreakdownNode,
    ComparisonNode,
    EvaluationNode,
    FigureNode,
    LineNode,
    Node,
    ReasonNode,
    ShareNode,
)
from performance_rules.report.phrases import marked
from performance_rules.report.tree import Tree
from performance_rules.values.precision import CERTAIN, IMPOSSIBLE, Truth, best, worst

Value: TypeAlias = (
    Linear
    | Rate
    | Extreme
    | Gap
    | Due
    | Deduction
    | ScoreSheet
    | Missing
    | Condition
    | bool
    | int
    | str
    | dt.date
    | Tree
    | AccountNode
    | LineNode
    | BreakdownNode
    | FigureNode
    | ShareNode
    | ComparisonNode
    | EvaluationNode
    | ReasonNode
    | Reason
    | tuple[object, ...]
    | list[object]
)
"""What an expression can be worth once it is grounded."""

T = TypeVar("T")

Ask = Callable[["Scope", Any], Hashable]
"""What is asked of a text."""

_getter = lru_cache(maxsize=1 << 7)(attrgetter)


@frozen
class ReadText:
    """A text that holds a word for the body, and what it was asked; None for the very words.

    Two reports of one form may differ in such texts, see ``report.form``.  A plan keeps of each
    that a rule looked at what it answered, and is good for reports in which all answer the same.

    Attributes:
        node: the index of the node that it is a text of.
        what: which one: ``name``, ``title``, or what its line or form says, as ``line.criterion``.
    """

    node: int
    what: str
    ask: Ask | None = None


def of(kind: type[T], value: object) -> T:
    """Return a value the type checker of the language has promised to be of a kind.

    Raises:
        TypeError: the promise was broken, which is an error in this library.
    """
    if not isinstance(value, kind):
        raise TypeError(f"expected {kind.__name__}, got {type(value).__name__}")
    return value


MAX_STEPS = 2_000_000
"""How many list items one rule may visit on one report."""


class TooMuch(Exception):
    """A rule visits more places than any report has; its verdict is undetermined."""


@define(eq=False)
class Scope:
    """The report a rule is grounded on, and what was asked of its values on the way.

    Attributes:
        tree: the report.
        values: its printed values; conditions that decide *which* places take part are judged on
            them and kept in ``guards``, so that a plan knows when it no longer applies.
        parameters: values in force by id; a Missing where none is in force.
        lang: the language in which values are shown.
        alternatives: leaves of a figure stated several times, by the leaf that speaks for it.
        spoken: the numbers of such figures, by their first leaf.
        told: what expressions about the whole text are worth, by what grounds them, and what was
            read for it.
        reads: what was read of texts that hold a word for the body; a plan keeps it as well.
        telling: whether values are for a sentence; titles in it are then marked as such.
    """

    tree: Tree
    codebook: Codebook
    lexicon: Lexicon
    values: Values
    parameters: Mapping[str, Value]
    lang: Lang = "zh"
    guards: list[tuple[Condition, Truth]] = field(factory=list)
    alternatives: dict[int, tuple[int, ...]] = field(factory=dict)
    spoken: dict[int, Linear] = field(factory=dict)
    steps: int = 0
    telling: bool = False
    told: dict[Callable[..., object], tuple[Value, dict[ReadText, Hashable]]] = field(
        init=False, factory=dict
    )
    reads: dict[ReadText, Hashable] = field(init=False, factory=dict)
    compare: Compare = field(init=False)
    compare_printed: Compare = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Prepare the two ways of comparing."""
        self.compare = Compare(self.tree.leaves)
        self.compare_printed = Compare(self.tree.leaves, printed=True)

    @property
    def year(self) -> int | None:
        """The fiscal year of the report."""
        return self.tree.report.year

    def named(self, title: str) -> str:
        """Return a title, marked where a sentence is being told."""
        return marked(title) if self.telling else title

    def read(self, node: Node, what: str) -> Any:
        """Return what a node says: every rule that looks at a text gets it here.

        Args:
            node: the node.
            what: which text; see ``ReadText``.
        """
        said = _getter(what)(node)
        if self.tree.own.keys and isinstance(said, str) and self.tree.own.within(said):
            self.reads[ReadText(node.index, what)] = said
        return said

    def asked(self, node: Node, what: str, ask: Ask) -> Hashable:
        """Return what a text of a node answers, where a rule wants no more of it."""
        said = _getter(what)(node)
        answer = ask(self, said)
        if self.tree.own.keys and isinstance(said, str) and self.tree.own.within(said):
            self.reads[ReadText(node.index, what, ask)] = answer
        return answer

    def answers_alike(self, reads: Mapping[ReadText, Hashable]) -> bool:
        """Whether texts answer in this report what they answered in another one of its form."""
        nodes = self.tree.nodes
        for read, answer in reads.items():
            said = _getter(read.what)(nodes[read.node])
            if answer != (said if read.ask is None else read.ask(self, said)):
                return False
        return True

    def leaf(self, index: int) -> Linear:
        """Return a printed number as a linear form."""
        return Linear(((index, 1),), 0, self.tree.leaves[index].kind)

    def number(self, figure: FigureNode) -> Linear | Missing:
        """Return the number a figure states: of several statements the finest, then the table's."""
        leaves = figure.leaves
        if not leaves:
            return blank(figure)
        if len(leaves) == 1:
            return Linear(((leaves[0], 1),), 0, self.tree.leaves[leaves[0]].kind)
        if leaves[0] not in self.spoken:
            self.spoken[leaves[0]] = self.leaf(self._spokesman(leaves))
        return self.spoken[leaves[0]]

    def _spokesman(self, leaves: Sequence[int]) -> int:
        """Return the statement of a figure that speaks for all; the others are noted beside it."""
        chosen = min(leaves, key=self.rank)
        others = [leaf for leaf in leaves if leaf != chosen]
        if not self.rounded_by_word(chosen):  # 约300万元 is no other reading of 312.40万元
            others = [leaf for leaf in others if not self.rounded_by_word(leaf)]
        if others:
            self.alternatives[chosen] = tuple(others)
        return chosen

    def rounded_by_word(self, leaf: int) -> bool:
        """Whether a statement is approximate."""
        return self.tree.leaves[leaf].quantity.approximate is not None

    def rank(self, leaf: int) -> tuple[int, bool, int]:
        """Order statements of one figure: finer first, then tables, then as they stand."""
        said = self.tree.leaves[leaf]
        return said.half, said.source is None or said.source.table is None, leaf

    def decide(self, condition: Condition) -> bool | None:
        """Return whether a condition holds on the printed values; None when it is unknown.

        The answer is kept as a guard.
        """
        truth = judge(condition, self.values)
        self.guards.append((condition, truth))
        if worst(truth) == CERTAIN:
            return True
        return False if best(truth) == IMPOSSIBLE else None

    def visit(self, items: int) -> None:
        """Count visited items; a rule that would never end is stopped.

        Raises:
            TooMuch: beyond :data:`MAX_STEPS`.
        """
        self.steps += items
        if self.steps > MAX_STEPS:
            raise TooMuch(self.steps)
