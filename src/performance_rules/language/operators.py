"""Operators of the rule language: which operands go together, and what they give."""

from __future__ import annotations

from typing import Final, Protocol

from performance_rules.errors import Message, did_you_mean
from performance_rules.language import syntax as s
from performance_rules.language.syntax import At, SyntaxProblem
from performance_rules.language.typed import (
    Arithmetic,
    Comparison,
    Constant,
    Field,
    Listing,
    Logic,
    Multiple,
    Same,
    Top,
    Typed,
)
from performance_rules.language.types import (
    AMOUNT,
    BOOL,
    DUE,
    GAP,
    PERCENT,
    PRICE,
    PURE,
    RATE,
    SCORE_RATE,
    TEXT,
    YEAR,
    figure_of,
    is_number,
    joined,
    number_of,
)
from performance_rules.language.vocabulary import ENUMERATIONS
from performance_rules.report.model import COLUMNS


class OperandChecks(Protocol):
    """What an operator needs of the type checker: to check its operands."""

    def check(self, tree: s.Expression) -> Typed:
        """Return the typed tree."""
        ...

    def condition(self, tree: s.Expression) -> Typed:
        """Return the typed tree of a condition."""
        ...


def refuse(zh: str, en: str, at: At, cure: Message | None = None) -> SyntaxProblem:
    """Return a refusal at a place of the text."""
    return SyntaxProblem(Message(zh, en), at, cure)


def binary(checker: OperandChecks, tree: s.Binary) -> Typed:
    """Return arithmetic, a comparison or logic."""
    if tree.op in ("and", "or"):
        return Logic(
            tree.op, checker.condition(tree.left), checker.condition(tree.right), BOOL, tree.at
        )
    left, right = checker.check(tree.left), checker.check(tree.right)
    if tree.op in ("+", "-"):
        return arithmetic(tree, left, right)
    if tree.op == "*":
        return multiple(tree, left, right)
    if tree.op == "/":
        raise refuse(
            "两数不能直接相除",
            "numbers are not divided directly",
            tree.at,
            Message("用 占比(a, b) 或 增减率(新, 旧)", "use share(a, b) or growth(new, old)"),
        )
    if tree.op == "in":
        if right.type.item not in (left.type, TEXT if left.type.name == "column" else None):
            raise mismatch(tree, left, right)
        enumerated(left, right)
        return Same("in", left, right, BOOL, tree.at)
    return comparison(tree, left, right)


def mismatch(tree: s.Binary, left: Typed, right: Typed) -> SyntaxProblem:
    """Return the refusal of two operands that do not go together."""
    return refuse(
        f"“{tree.op}”两边不能是{left.type.zh()}和{right.type.zh()}",
        f"'{tree.op}' does not take {left.type.en()} and {right.type.en()}",
        tree.at,
    )


def arithmetic(tree: s.Binary, left: Typed, right: Typed) -> Typed:
    """Return a sum or difference of numbers of one kind."""
    if tree.op == "-" and {left.type, right.type} in _APART:
        return Arithmetic(tree.op, left, right, GAP, tree.at)
    if left.type.name == right.type.name == "rate":
        raise refuse(
            "两个由数字算出的比率不能相加减",
            "two rates of figures neither add nor subtract",
            tree.at,
            Message(
                "只能求比率与得分率、印出的百分数之差",
                "subtract a rate and the rate of a score, or a printed percentage",
            ),
        )
    if is_number(left.type) and is_number(right.type):
        kind = joined(left.type, right.type)
        if kind is None and (_is_zero(left) or _is_zero(right)):
            kind = number_of(right.type if _is_zero(left) else left.type)
        if kind is not None:
            return Arithmetic(tree.op, left, right, kind, tree.at)
    raise mismatch(tree, left, right)


def multiple(tree: s.Binary, left: Typed, right: Typed) -> Typed:
    """Return an integer multiple; any other product is no closed form."""
    for factor, operand in ((left, right), (right, left)):
        if (
            isinstance(factor, Constant)
            and isinstance(factor.value, s.Number)
            and factor.type == PURE
            and is_number(operand.type)
        ):
            if factor.value.value != int(factor.value.value):
                raise refuse(
                    "只能乘整数",
                    "only integer multiples",
                    factor.at,
                    Message("把两边都乘成整数倍", "multiply both sides up to integers"),
                )
            return Multiple(int(factor.value.value), operand, number_of(operand.type), tree.at)
    raise refuse(
        "两个数不能相乘，只能乘一个整数",
        "only a number times an integer is a closed form",
        tree.at,
    )


def comparison(tree: s.Binary, left: Typed, right: Typed) -> Typed:
    """Return a comparison of numbers, texts, years or dates."""
    if numbers_compare(left, right):
        return Comparison(tree.op, left, right, BOOL, tree.at)
    plain = {left.type, right.type}
    if plain == {YEAR, PURE} or plain == {YEAR}:
        return Comparison(tree.op, left, right, BOOL, tree.at)
    names = {left.type.name, right.type.name}
    if (len(names) == 1 and names < {"text", "date", "column"}) or names == {"text", "column"}:
        if tree.op not in ("==", "!=") and left.type.name != "date":
            raise mismatch(tree, left, right)
        enumerated(left, right)
        return Same(tree.op, left, right, BOOL, tree.at)
    raise mismatch(tree, left, right)


_RATE_CLAIMS = (PERCENT, figure_of("percent"), figure_of("any"))
"""What a rate compares with; a figure of unknown kind must turn out to be a percentage."""


_PRICE_CLAIMS = (AMOUNT, figure_of("amount"), figure_of("any"))


def numbers_compare(left: Typed, right: Typed) -> bool:
    """Whether two operands are numbers that compare; a bare 0 compares with everything."""
    for one, other in ((left, right), (right, left)):
        if one.type == SCORE_RATE:
            return other.type in (RATE, *_RATE_CLAIMS)
        if one.type == PRICE:
            return other.type in _PRICE_CLAIMS
        if one.type == DUE:
            return is_number(other.type) and other.type.kind == "count"
        if one.type == GAP:
            return other.type == PERCENT or _is_zero(other)
        if one.type == RATE and other.type != SCORE_RATE:
            return other.type in _RATE_CLAIMS or _is_zero(other)
    if not (is_number(left.type) and is_number(right.type)):
        return False
    if _is_zero(left) or _is_zero(right):
        return True
    return joined(left.type, right.type) is not None


def enumerated(left: Typed, right: Typed) -> None:
    """Check that a closed-list field is compared with one of its values."""
    for one, other in ((left, right), (right, left)):
        allowed = _values_of(one)
        items = other.items if isinstance(other, Listing) else (other,)
        for item in items if allowed else ():
            if isinstance(item, Constant) and isinstance(item.value, s.String):
                text = item.value.value
                if text not in allowed:
                    raise refuse(
                        f"没有“{text}”这个取值；可取 {'、'.join(allowed)}",
                        f"'{text}' is not a value; one of {', '.join(allowed)}",
                        item.at,
                        did_you_mean(text, allowed),
                    )


def _values_of(tree: Typed) -> tuple[str, ...]:
    if tree.type.name == "column":
        return COLUMNS
    if isinstance(tree, Field):
        return ENUMERATIONS.get((tree.object.type.name, tree.term.name), ())
    if isinstance(tree, Top):
        return ENUMERATIONS.get(("report", tree.term.name), ())
    return ()


_APART: Final = [
    {one, other}
    for other in (PERCENT, figure_of("percent"), SCORE_RATE)
    for one in (RATE, *((PERCENT, figure_of("percent")) if other == SCORE_RATE else ()))
]
"""Types of two rates whose difference has a closed form."""


def _is_zero(tree: Typed) -> bool:
    return (
        isinstance(tree, Constant)
        and isinstance(tree.value, s.Number)
        and not tree.value.unit
        and tree.value.value == 0
    )
