"""Reads: what a rule was told by names and texts that hold a word for the body itself.

Two reports of one form may differ in such texts, see ``report.form``.  A plan keeps of each that a
rule looked at what it answered; it is good for every report in which all of them answer the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, get_args

from attrs import frozen

from performance_rules.language.ground import Condition, Linear, Missing, judge

if TYPE_CHECKING:
    from performance_rules.language.scope import Scope

Ask = Callable[["Scope", Any], Hashable]

_CONDITIONS: Final = get_args(Condition)

getter = lru_cache(maxsize=1 << 7)(attrgetter)
"""Return what gets a text of a node, by its name such as ``line.criterion``."""


@frozen
class Read:
    """What was read of a node, and what it was asked; None for the very words.

    Attributes:
        node: the index of the node.
        what: which text of it.
    """

    node: int
    what: str
    ask: Ask | None = None

    def answer(self, scope: Scope) -> Hashable:
        """Return what the text answers in a report."""
        said: Hashable = getter(self.what)(scope.tree.nodes[self.node])
        return said if self.ask is None else self.ask(scope, said)


Reads = Mapping[Read, Hashable]
"""What was read, with the answers."""


def answered_alike(reads: Reads, scope: Scope) -> bool:
    """Whether what was read of one report answers the same in another one of its form."""
    return all(read.answer(scope) == answer for read, answer in reads.items())


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
