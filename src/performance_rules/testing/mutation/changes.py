"""Changes: from one expression of the rule language every expression that differs at one point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, Literal

from attrs import evolve, frozen

from performance_rules.language.expressions import (
    Argument,
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
    show,
)
from performance_rules.language.functions import FUNCTIONS
from performance_rules.testing.mutation.alternatives import alternatives
from performance_rules.testing.mutation.exchanges import exchanges

Kind = Literal[
    "comparison", "operands", "dropped", "logic", "not", "constant", "field", "filter", "function",
    "quantifier", "sign", "kinds", "years", "word",
]  # fmt: skip
"""What was changed; ``word`` is counted apart."""

COMPARISONS: Final[Mapping[str, tuple[str, ...]]] = {
    "==": ("!=", "<=", ">="),
    "!=": ("==",),
    "<": (">", "<="),
    "<=": (">=", "<"),
    ">": ("<", ">="),
    ">=": ("<=", ">"),
}
"""Each comparison turned, widened and narrowed."""

_ORDERED: Final = ("share", "completion", "score_rate", "growth", "change", "days", "deducted")
_LOOSENED: Final = ("abs", "or_zero", "holds")
_QUANTIFIERS: Final = {"any": "all", "all": "any", "有一": "都", "都": "有一"}
_OVER_CONDITIONS: Final = ("any", "all", "count", "where")
_INNER: Final[Mapping[type, tuple[str, ...]]] = {
    Binary: ("left", "right"),
    Call: ("arguments",),
    Each: ("source", "body"),
    Index: ("object", "key"),
    ListOf: ("items",),
    Member: ("object",),
    Name: (),
    Negative: ("operand",),
    Not: ("operand",),
    Number: (),
    String: (),
}
"""The fields of each node that hold other nodes."""

NOTHING: Final = "∅"
LONGEST: Final = 72
"""The longest text of a tree that is told in full."""


@frozen
class Change:
    """A tree that differs from another at one point, and how that is told."""

    kind: Kind
    tree: Argument
    text: str


def changes(tree: Argument, *, truth: bool) -> Iterator[Change]:
    """Yield every change of a tree: at its root, then in its parts.

    Args:
        tree: an expression.
        truth: whether it stands where a condition does; only there is a ``not`` added.
    """
    yield from _here(tree, truth)
    short = isinstance(tree, Binary) and tree.op in COMPARISONS and len(show(tree)) <= LONGEST
    for name, index, part, is_truth in _parts(tree, truth):
        for change in changes(part, truth=is_truth):
            retold = change.kind != "word" and short
            other = _with(tree, name, index, change.tree)
            if _means_the_same(tree, other):
                continue
            yield _turned(change.kind, tree, other) if retold else evolve(change, tree=other)


def _means_the_same(tree: Argument, other: Argument) -> bool:
    """Whether a change turns round a difference of which only the size is looked at."""
    match tree, other:
        case (Call(name, (before,)), Call(_, (after,))) if _function(name) == "abs":
            return before != after and _reversed(before) == after
    return False


def _reversed(tree: Argument) -> Argument | None:
    match tree:
        case Binary("-", left, right):
            return evolve(tree, left=right, right=left)
        case Call(name, (new, old)) if _function(name) == "change":
            return evolve(tree, arguments=(old, new))
    return None


def _function(name: str) -> str:
    """Return the English name of a function; empty where there is none of the name."""
    function = FUNCTIONS.get(name)
    return function.name if function is not None else ""


def brief(tree: Argument) -> str:
    """Return the text of a tree, long texts in it and the whole of it cut short."""
    text = re.sub(r'"([^"]{12})[^"]{6,}"', r'"\1…"', show(tree))
    return text if len(text) <= LONGEST else f"{text[:44]} … {text[-24:]}"


def _here(tree: Argument, truth: bool) -> Iterator[Change]:
    """Yield the changes at the root of a tree."""
    match tree:
        case Binary():
            yield from _binary(tree)
        case Not(operand):
            yield _turned("not", tree, operand)
        case Call():
            yield from _call(tree)
        case Number(value):
            for other in (value + 1, value - 1):
                if other >= 0:
                    yield _turned("constant", tree, evolve(tree, value=Decimal(other)))
        case ListOf(items) if len(items) > 1:
            for i, item in enumerate(items):
                kind: Kind = "word" if isinstance(item, String) else "dropped"
                yield _dropped(kind, evolve(tree, items=(*items[:i], *items[i + 1 :])), item)
    if isinstance(tree, Member | Name) and tree.name in exchanges():
        yield _turned("field", tree, evolve(tree, name=exchanges()[tree.name]))
    if truth and isinstance(tree, Call | Member | Name | Index):
        yield _turned("not", tree, Not(tree))


def _binary(tree: Binary) -> Iterator[Change]:
    op, left, right = tree.op, tree.left, tree.right
    if op == "in":
        yield _turned("comparison", tree, Not(tree))
    for other in COMPARISONS.get(op, ()):
        if other == "<=" and _is_count(left) and right == Number(Decimal(0)):
            continue  # there are never less than none
        yield _turned("comparison", tree, evolve(tree, op=other))
    if op in ("and", "or"):
        other = "or" if op == "and" else "and"
        text = f"{brief(_end(left, op))} [{op} → {other}] {brief(right)}"
        yield Change("logic", evolve(tree, op=other), text)
    if op in ("+", "-"):
        yield _turned("sign", tree, evolve(tree, op="-" if op == "+" else "+"))
    if op == "-":
        yield _turned("operands", tree, evolve(tree, left=right, right=left))
    if op in ("and", "or", "+", "-"):
        yield _dropped("dropped", left, right)
        if not (isinstance(left, Binary) and left.op == op):
            yield _dropped("dropped", right, left)  # of a longer chain its own first is dropped


def _is_count(tree: Argument) -> bool:
    """Whether a number counts things: there are never less than none."""
    match tree:
        case Call(name, (inner,)) if _function(name) == "or_zero":
            return _is_count(inner)
        case Call(name):
            return _function(name) == "count"
        case Binary("+", left, right):
            return _is_count(left) and _is_count(right)
        case Member(Member(_, name)):
            return name in ("counts", "数量")
    return False


def _call(tree: Call) -> Iterator[Change]:
    name = _function(tree.function)
    match name, tree.arguments:
        case ("where", (Each(_, source),)):
            yield Change("filter", source, f"{brief(tree)} → {brief(source)}")
        case ("any" | "all", _):
            other = evolve(tree, function=_QUANTIFIERS[tree.function])
            yield _turned("quantifier", tree, other)
        case ("matches" | "find" | "affirms", (text, String() as said, *more)):
            for change in words_of(said):
                yield evolve(change, tree=evolve(tree, arguments=(text, change.tree, *more)))
        case (_, (first, second)) if name in _ORDERED:
            yield _turned("operands", tree, evolve(tree, arguments=(second, first)))
        case (_, (only,)) if name in _LOOSENED:
            yield _turned("function", tree, only)


def words_of(pattern: Argument) -> Iterator[Change]:
    """Yield a pattern without each of its words; of anything else there are none."""
    if isinstance(pattern, String):
        for word, rest in alternatives(pattern.value):
            yield Change("word", evolve(pattern, value=rest), f"«{word}» → {NOTHING}")


def _turned(kind: Kind, tree: Argument, other: Argument) -> Change:
    return Change(kind, other, f"{brief(tree)} → {brief(other)}")


def _dropped(kind: Kind, rest: Argument, lost: Argument) -> Change:
    return Change(kind, rest, f"{brief(lost)} → {NOTHING}")


def _end(tree: Expression, op: str) -> Expression:
    """Return the last operand of a chain of one operator."""
    return tree.right if isinstance(tree, Binary) and tree.op == op else tree


def _parts(tree: Argument, truth: bool) -> Iterator[tuple[str, int | None, Argument, bool]]:
    """Yield the parts of a tree: field, place in it, the part, and whether it is a condition."""
    for name in _INNER[type(tree)]:
        value = getattr(tree, name)
        if isinstance(value, tuple):
            for i, part in enumerate(value):
                yield name, i, part, isinstance(tree, Call) and _of_conditions(tree, part)
        else:
            yield name, None, value, _holds_condition(tree, name, truth)


def _holds_condition(tree: Argument, name: str, truth: bool) -> bool:
    match tree:
        case Binary(op):
            return op in ("and", "or")
        case Each():
            return truth and name == "body"
    return False  # a second not would only undo the first


def _of_conditions(tree: Call, part: Argument) -> bool:
    name = _function(tree.function)
    return name == "holds" or (isinstance(part, Each) and name in _OVER_CONDITIONS)


def _with(tree: Argument, name: str, index: int | None, part: Argument) -> Argument:
    """Return a tree with another part in the place of one."""
    value: Any = part
    if index is not None:
        kept = getattr(tree, name)
        value = (*kept[:index], part, *kept[index + 1 :])
    changed: dict[str, Any] = {name: value}
    return evolve(tree, **changed)
