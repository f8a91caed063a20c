"""The untyped tree of the rule language, and its text.

Every node knows the stretch of text it came from; equality does not look at it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import field, frozen

At = tuple[int, int]
"""The stretch of text a node came from: first character, one past the last."""


@frozen
class Number:
    """A number with its unit: '', '%', 元, 万元 or 亿元."""

    value: Decimal
    unit: str = ""
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class String:
    """A text in quotation marks."""

    value: str
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class Name:
    """A variable, a field of the report, or a collection."""

    name: str
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class Member:
    """``object.name``."""

    object: Expression
    name: str
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class Index:
    """``object[key]``."""

    object: Expression
    key: Expression
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class Call:
    """``function(arguments)``."""

    function: str
    arguments: tuple[Argument, ...]
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class Each:
    """``name in source: body``, an argument of any, all, count, sum, where and list."""

    name: str
    source: Expression
    body: Expression
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class Negative:
    """``-operand``."""

    operand: Expression
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class Not:
    """``not operand``."""

    operand: Expression
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class Binary:
    """``left op right`` for + - * / == != < <= > >= in and or."""

    op: str
    left: Expression
    right: Expression
    at: At = field(default=(0, 0), eq=False, repr=False)


@frozen
class ListOf:
    """``[a, b, …]``."""

    items: tuple[Expression, ...]
    at: At = field(default=(0, 0), eq=False, repr=False)


Expression = Number | String | Name | Member | Index | Call | Negative | Not | Binary | ListOf
Argument = Expression | Each
Binding = tuple[str, Expression, At]


STRENGTH: Final = {
    "or": 1,
    "and": 2,
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">=", "in"), 4),
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
}
"""How tightly operators bind; ``not`` stands at 3."""


def show(tree: Argument, strength: int = 0) -> str:
    """Return the text of a tree; parsing it gives the tree again."""
    match tree:
        case Number(value, unit):
            return f"{value:f}{unit}"
        case String(value):
            return f'"{value}"' if '"' not in value else f"'{value}'"
        case Name(name):
            return name
        case Member(inner, name):
            return f"{show(inner, 9)}.{name}"
        case Index(inner, key):
            return f"{show(inner, 9)}[{show(key)}]"
        case Call(function, arguments):
            return f"{function}({', '.join(show(a) for a in arguments)})"
        case Each(name, source, body):
            return f"{name} in {show(source, 5)}: {show(body)}"
        case ListOf(items):
            return f"[{', '.join(show(i) for i in items)}]"
        case Negative(operand):
            return _bracketed(f"-{show(operand, 7)}", 7, strength)
        case Not(operand):
            return _bracketed(f"not {show(operand, 3)}", 3, strength)
        case Binary(op, left, right):
            own = STRENGTH[op]
            tight = own + 1 if own == 4 else own
            text = f"{show(left, tight)} {op} {show(right, own + 1)}"
            return _bracketed(text, own, strength)


def _bracketed(text: str, own: int, wanted: int) -> str:
    return f"({text})" if own < wanted else text
