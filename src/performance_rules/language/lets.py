"""Named expressions of a rule: what is said once under ``let`` and meant wherever it is named.

A name means its expression, as if it were written out in brackets where the name stands, with the
variables of the rule's ``each``.  So the limits of an expression hold of what it is written out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from performance_rules.errors import Message
from performance_rules.language.expressions import (
    Argument,
    At,
    Binary,
    Call,
    Each,
    Expression,
    Index,
    ListOf,
    Member,
    Name,
    Negative,
    Not,
    Number,
    String,
)
from performance_rules.language.tokens import MAX_LENGTH, SyntaxProblem
from performance_rules.language.typed import Listing, Typed

MAX_HEIGHT: Final = 150
"""How many expressions may stand one inside the other, ``a + b + c`` counted as two."""

_BRACKETS: Final = 2
_SIGNS: Final = 20
"""A minus takes one character and nests as deep as brackets may; all else takes two or more."""


@frozen
class Size:
    """How long an expression is, in characters, and how high, written out."""

    length: int
    height: int


@frozen
class Let:
    """A checked expression that has a name.

    Attributes:
        used: the parameters that it uses.
        named: the other names that it uses.
    """

    typed: Typed
    size: Size
    used: frozenset[str]
    named: frozenset[str]

    @property
    def more(self) -> int:
        """How many characters it takes, in brackets."""
        return self.size.length + _BRACKETS

    def at(self, at: At) -> Typed:
        """Return what the name means at a place of another text."""
        typed = self.typed
        if isinstance(typed, Listing):  # its items are looked at one by one
            return evolve(typed, items=tuple(evolve(item, at=at) for item in typed.items), at=at)
        return evolve(typed, at=at)


def may_be_high(tree: Expression, below: int = 0) -> bool:
    """Whether an expression may be higher than allowed, by its length and what stands below it."""
    start, end = tree.at
    return (end - start) // 2 + _SIGNS + below >= MAX_HEIGHT


def size_of(tree: Expression, lets: Mapping[str, Let]) -> Size:
    """Return the size of an expression, every name in it written out.

    Raises:
        SyntaxProblem: it is longer or higher than it may be.
    """
    start, end = tree.at
    length, height = end - start, 1
    for leaf, depth in leaves_of(tree):
        top = depth
        let = lets.get(leaf.name) if isinstance(leaf, Name) else None
        if let is not None:
            length += let.more - (leaf.at[1] - leaf.at[0])
            top += let.size.height
        if top > MAX_HEIGHT:
            zh = f"展开后嵌套超过 {MAX_HEIGHT} 层" if let else f"嵌套超过 {MAX_HEIGHT} 层"
            en = f"written out it nests more than {MAX_HEIGHT} levels deep"
            raise SyntaxProblem(Message(zh, en), leaf.at)
        height = max(height, top)
    not_longer(length, tree.at)
    return Size(length, height)


def not_longer(length: int, at: At) -> None:
    """Refuse an expression that is longer than it may be, written out.

    Raises:
        SyntaxProblem: it is.
    """
    if length > MAX_LENGTH:
        zh = f"展开后长 {length} 字，超过 {MAX_LENGTH}"
        en = f"written out the expression has {length} characters, more than {MAX_LENGTH}"
        raise SyntaxProblem(Message(zh, en), at)


def leaves_of(tree: Expression) -> Iterator[tuple[Name | Number | String, int]]:
    """Yield names, numbers and texts with how deep each stands; no variables of inner lists."""
    stack: list[tuple[Argument, int, frozenset[str]]] = [(tree, 1, frozenset())]
    while stack:
        here, depth, known = stack.pop()
        inner = depth + 1
        match here:
            case Name(name):
                if name not in known:
                    yield here, depth
            case Number() | String():
                yield here, depth
            case Member(part, _):
                stack.append((part, inner, known))
            case Binary(_, left, right) | Index(left, right):
                stack += [(right, inner, known), (left, inner, known)]
            case Call(_, arguments):
                stack += [(part, inner, known) for part in reversed(arguments)]
            case Each(name, source, body):
                stack += [(body, inner, known | {name}), (source, inner, known)]
            case Negative(operand) | Not(operand):
                stack.append((operand, inner, known))
            case ListOf(items):
                stack += [(part, inner, known) for part in reversed(items)]


def names_of(tree: Expression) -> Iterator[Name]:
    """Yield the names of an expression that no list in it binds."""
    return (leaf for leaf, _ in leaves_of(tree) if isinstance(leaf, Name))


def needs_of(lets: Mapping[str, Expression], variables: Sequence[str]) -> dict[str, int]:
    """Return how many of a rule's variables must be bound before each name means something.

    Args:
        lets: the expressions by name; each uses those before it only.
        variables: the variables in the order in which they are bound.
    """
    place = {name: i for i, name in enumerate(variables, 1)}
    for name, tree in lets.items():
        place[name] = max((place.get(used.name, 0) for used in names_of(tree)), default=0)
    return {name: place[name] for name in lets}
