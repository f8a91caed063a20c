"""The typed tree of the rule language: the one definition of what a rule means.

The compiler, the explanation and every later engine walk this tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, get_args

from attrs import fields, frozen

from performance_rules.language import syntax as s
from performance_rules.language.function import Function
from performance_rules.language.syntax import At
from performance_rules.language.terms import Term
from performance_rules.language.types import Type


@frozen
class Constant:
    """A literal; numbers are held as integers in SCALE-ths by the compiler."""

    value: s.Number | s.String
    type: Type
    at: At


@frozen
class Variable:
    """A variable of ``each`` or of a list argument, by its slot."""

    name: str
    slot: int
    type: Type
    at: At


@frozen
class Top:
    """A field of the report or a collection."""

    term: Term
    type: Type
    at: At


@frozen
class Field:
    """A member of an object, or of every object of a list."""

    object: Typed
    term: Term
    mapped: bool
    type: Type
    at: At


@frozen
class PartOf:
    """A part of a line or breakdown by key, code or name; or a count of a line by key."""

    object: Typed
    key: Typed | str
    type: Type
    at: At


@frozen
class ColumnOf:
    """A figure of a line by column."""

    object: Typed
    column: Typed
    type: Type
    at: At


@frozen
class ParameterValue:
    """A parameter of the rule set."""

    id: str
    type: Type
    at: At


@frozen
class Apply:
    """A function applied to arguments."""

    function: Function
    arguments: tuple[Typed, ...]
    type: Type
    at: At


@frozen
class ApplyEach:
    """A list function applied to ``name in source: body``."""

    function: Function
    slot: int
    source: Typed
    body: Typed
    type: Type
    at: At


@frozen
class Arithmetic:
    """``left + right`` or ``left - right``."""

    op: str
    left: Typed
    right: Typed
    type: Type
    at: At


@frozen
class Multiple:
    """An integer multiple of a number."""

    factor: int
    operand: Typed
    type: Type
    at: At


@frozen
class Comparison:
    """A comparison of numbers."""

    op: str
    left: Typed
    right: Typed
    type: Type
    at: At


@frozen
class Same:
    """Equality of texts, years or dates, and membership in a list."""

    op: str
    left: Typed
    right: Typed
    type: Type
    at: At


@frozen
class Logic:
    """``and`` or ``or``."""

    op: str
    left: Typed
    right: Typed
    type: Type
    at: At


@frozen
class Negation:
    """``not``."""

    operand: Typed
    type: Type
    at: At


@frozen
class Listing:
    """``[a, b, …]``."""

    items: tuple[Typed, ...]
    type: Type
    at: At


Typed = (
    Constant
    | Variable
    | Top
    | Field
    | PartOf
    | ColumnOf
    | ParameterValue
    | Apply
    | ApplyEach
    | Arithmetic
    | Multiple
    | Comparison
    | Same
    | Logic
    | Negation
    | Listing
)


_NODES: Final = get_args(Typed)
_PARTS: Final = {
    node: [f.name for f in fields(node) if f.name not in ("type", "at", "function", "term")]
    for node in _NODES
}


def parts_of(tree: Typed) -> Iterator[Typed]:
    """Yield the expressions that an expression is made of."""
    for name in _PARTS[type(tree)]:
        value = getattr(tree, name)
        for item in value if isinstance(value, tuple) else (value,):
            if type(item) in _PARTS:
                yield item


def variables_of(tree: Typed) -> set[int]:
    """Return the slots of the variables an expression looks at, its own ones included."""
    if isinstance(tree, Variable):
        return {tree.slot}
    return set().union(*map(variables_of, parts_of(tree)))


def is_given(tree: Typed) -> bool:
    """Whether an expression is the same for every report under the rules in force."""
    if isinstance(tree, Listing):
        return all(map(is_given, tree.items))
    return isinstance(tree, Constant | ParameterValue)


def form_of(tree: Typed, names: Mapping[int, object] = MappingProxyType({})) -> tuple[object, ...]:
    """Return what an expression says, wherever it stands and whatever its variables are called.

    Args:
        tree: the expression.
        names: the variables of the lists that it stands in, by their slots.
    """
    form: list[object] = [type(tree).__name__]
    for attribute in fields(type(tree)):
        value, inside = getattr(tree, attribute.name), names
        if isinstance(tree, ApplyEach) and attribute.name == "body":
            inside = {**names, tree.slot: f"inner {len(names)}"}
        match attribute.name:
            case "at":
                continue
            case "slot":
                form.append(names.get(value, value) if isinstance(tree, Variable) else "")
            case "name" if isinstance(tree, Variable):
                continue
            case "function" | "term":
                form.append(value.name)
            case "items" | "arguments":
                form.append(tuple(form_of(part, inside) for part in value))
            case _:
                form.append(form_of(value, inside) if type(value) in _PARTS else value)
    return tuple(form)
