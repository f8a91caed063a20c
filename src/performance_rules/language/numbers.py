"""Functions that give numbers: sums, rates, extremes; each keeps its exact closed form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.errors import Message
from performance_rules.language.comparing import rounding
from performance_rules.language.function import Function
from performance_rules.language.ground import (
    Due,
    Extreme,
    Gap,
    Linear,
    Missing,
    Number,
    Rate,
    combine,
    constant,
    scale,
)
from performance_rules.language.scales import Deduction
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.signatures import (
    a_list_of_numbers,
    a_score,
    numbers_and_a_month,
    numbers_of_one_kind,
    one_number,
    one_number_or_rate,
    takes,
    two_numbers,
    weight_rate_and_scale,
)
from performance_rules.language.types import AMOUNT, COUNT, NUMBER, PRICE
from performance_rules.report.nodes import FigureNode
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import SCALE

_PRICED: Final = ["amount", "count"]
MONTHS: Final = 12
"""Months of a year."""


def numbers(scope: Scope, items: Sequence[Value]) -> list[Number] | Missing:
    """Return values as numbers; the first missing one instead, if any is missing."""
    out: list[Number] = []
    for item in items:
        number = as_number(scope, item)
        if isinstance(number, Missing):
            return number
        out.append(number)
    return out


def as_number(scope: Scope, value: Value) -> Number | Missing:
    """Return a value as a number; a figure gives the number it states."""
    if isinstance(value, FigureNode):
        return scope.number(value)
    if isinstance(value, Linear | Rate | Extreme | Gap | Due | Missing):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return constant(value * SCALE, "pure")
    return Missing(Message("这里没有数", "there is no number here"))


@Function(
    "sum",
    "求和",
    "([数]) → 数",
    a_list_of_numbers,
    Message("各项相加；缺一项则不可知", "adds; a missing part makes the sum missing"),
    each=True,
)
def total(scope: Scope, items: list[Value]) -> Value:
    """Return a sum; a missing part makes it missing, and so does an empty list."""
    found = numbers(scope, items)
    if isinstance(found, Missing):
        return found
    result: Linear | None = None
    merged: dict[int, int] = {}
    for item in found:
        if not isinstance(item, Linear):
            return Missing(Message("比率不能求和", "rates do not add"))
        result = item if result is None else combine(result, Linear((), item.constant, item.kind))
        for leaf, k in item.terms:
            merged[leaf] = merged.get(leaf, 0) + k
    if result is None:
        return Missing(Message("没有可加的项", "there is nothing to add"))
    terms = tuple((leaf, k) for leaf, k in merged.items() if k)
    return Linear(terms, result.constant, result.kind)


def quotient(scope: Scope, part: Value, whole: Value) -> Value:
    """Return part / whole as a rate."""
    found = numbers(scope, (part, whole))
    if isinstance(found, Missing):
        return found
    left, right = found
    if not isinstance(left, Linear) or not isinstance(right, Linear):
        return Missing(Message("比率要两个数", "a rate takes two numbers"))
    if left.kind != right.kind and not {"any", "pure"} & {left.kind, right.kind}:
        return Missing(
            Message("两数的计量单位不同，不能相除", "numbers of different kinds do not divide")
        )
    return Rate(left, right)


@Function(
    "share",
    "占比",
    "(部分, 整体) → 比率",
    two_numbers,
    Message("部分占整体的百分比", "part over whole, in percent"),
)
def share(scope: Scope, part: Value, whole: Value) -> Value:
    """Return part / whole as a rate."""
    return quotient(scope, part, whole)


@Function(
    "completion",
    "完成率",
    "(决算, 预算) → 比率",
    two_numbers,
    Message("决算占预算的百分比", "outturn over budget, in percent"),
)
def completion(scope: Scope, outturn: Value, budget: Value) -> Value:
    """Return outturn / budget as a rate."""
    return quotient(scope, outturn, budget)


@Function(
    "unit_price",
    "均价",
    "(金额, 数量) → 单价",
    takes(AMOUNT, COUNT, gives=PRICE),
    Message("金额平均到一个（户、人、吨……）的数", "amount over count: what falls on one"),
)
def unit_price(scope: Scope, amount: Value, count: Value) -> Value:
    """Return amount / count as what falls on one of those counted."""
    found = numbers(scope, (amount, count))
    if isinstance(found, Missing):
        return found
    top, bottom = found
    kinds = [one.kind for one in (top, bottom) if isinstance(one, Linear)]
    if not isinstance(top, Linear) or not isinstance(bottom, Linear) or kinds != _PRICED:
        return Missing(Message("均价要金额和数量", "a price takes an amount and a count"))
    return Rate(top, bottom, kind="amount")


@Function(
    "score_rate",
    "得分率",
    "(得分, 分值) → 比率",
    a_score,
    Message(
        "得分占分值的百分比；得分按印出的位数取过整",
        "score over weight, in percent; the score was rounded to its printed digits",
    ),
)
def score_rate(scope: Scope, score: Value, weight: Value) -> Value:
    """Return score / weight as a rate that knows to which step the score was rounded."""
    rate = quotient(scope, score, weight)
    if not isinstance(rate, Rate):
        return rate
    half, step = rounding(scope.tree.leaves, rate.numerator)
    return Rate(rate.numerator, rate.denominator, half, max(step, 1))


@Function(
    "deducted",
    "扣分后",
    "(分值, 比率或百分数, 扣分办法) → 应得分",
    weight_rate_and_scale,
    Message(
        "分值按扣分办法扣过以后应得的分；不满一步怎么扣没有写明的，各种算法都认",
        "what a scale of deduction leaves; all readings count where it does not say how it rounds",
    ),
)
def deducted(scope: Scope, weight: Value, rate: Value, how: Value) -> Value:
    """Return the points that a scale of deduction leaves for a rate."""
    points, share = as_number(scope, weight), as_number(scope, rate)
    for found in (points, share):
        if isinstance(found, Missing):
            return found
    if isinstance(share, Linear) and share.kind == "percent":
        share = Rate(share, constant(HUNDRED, "percent"))
    if not isinstance(points, Linear) or not isinstance(share, Rate) or share.step:
        return Missing(Message("扣分办法要用百分数来算", "a scale of deduction takes a percentage"))
    said, start = of(Deduction, how).scale, of(Deduction, how).start
    if said.full is not None:
        given = scope.compare_printed("==", points, constant(said.full, "count"))
        if not scope.decide(given):
            return Missing(
                Message("评分标准写的满分不是分值", "the standard gives other points in full")
            )
    steps: tuple[int, ...] = (said.step,)
    if said.relative and start.terms:
        return Missing(
            Message("没有写明是百分点还是百分之一", "per cent or percent points, it does not say")
        )
    if said.relative and start.constant != HUNDRED:
        steps = (said.step, said.step * start.constant // HUNDRED)
    return Due(points, share, start, said.side, steps, said.points, said.part, said.most)


@Function(
    "growth",
    "增减率",
    "(新, 旧) → 比率",
    two_numbers,
    Message("（新−旧）/旧", "(new − old) / old"),
)
def growth(scope: Scope, new: Value, old: Value) -> Value:
    """Return (new − old) / old as a rate; leaves that both share stay one leaf."""
    rate = quotient(scope, new, old)
    if isinstance(rate, Rate):
        return Rate(combine(rate.numerator, rate.denominator, -1), rate.denominator)
    return rate


@Function(
    "change",
    "增减额",
    "(新, 旧) → 数",
    takes(NUMBER, NUMBER, gives=NUMBER),
    Message("新−旧", "new − old"),
)
def change(scope: Scope, new: Value, old: Value) -> Value:
    """Return new − old."""
    found = numbers(scope, (new, old))
    if isinstance(found, Missing):
        return found
    left, right = found
    if isinstance(left, Linear) and isinstance(right, Linear):
        return combine(left, right, -1)
    return gap(left, right)


def gap(left: Number, right: Number) -> Value:
    """Return how far one rate lies above another one."""
    apart = _above(left, right)
    if apart is None:
        other = _above(right, left)
        apart = evolve(other, sign=-1) if other is not None else None
    if apart is None:
        return Missing(Message("这两个比率不能相减", "these two rates do not subtract"))
    return apart


def _above(one: Number, other: Number) -> Gap | None:
    """Return the gap, where the other rate is that of a score or a printed percentage."""
    if isinstance(one, Linear) and one.kind == "percent":
        one = Rate(one, constant(HUNDRED, "percent"))
    if not isinstance(one, Rate) or one.step:
        return None
    if isinstance(other, Linear) and other.kind == "percent":
        return Gap(one, other)
    return Gap(one, other) if isinstance(other, Rate) and other.step else None


@Function(
    "pace",
    "序时率",
    "(执行, 预算, 月份) → 比率",
    numbers_and_a_month,
    Message(
        "执行数占预算数按月均摊到该月的百分比",
        "what was spent over the budget spread evenly up to a month, in percent",
    ),
)
def pace(scope: Scope, spent: Value, budget: Value, month: Value) -> Value:
    """Return what was spent over what an even spending gives by the end of a month.

    That is ``12·spent / (month·budget)``; the month is no printed figure, so nothing of it is
    rounded.
    """
    rate = quotient(scope, spent, budget)
    last = as_number(scope, month)
    for found in (rate, last):
        if isinstance(found, Missing):
            return found
    if not isinstance(rate, Rate) or not isinstance(last, Linear) or last.terms:
        return Missing(Message("月份要是定数", "the month must be a fixed number"))
    months, rest = divmod(last.constant, SCALE)
    if rest or not 1 <= months <= MONTHS:
        return Missing(Message("月份应是 1 到 12", "a month is 1 to 12"))
    return Rate(scale(rate.numerator, MONTHS), scale(rate.denominator, months))


@Function(
    "min",
    "最小",
    "(数或比率, 数或比率…) → 数或比率",
    numbers_of_one_kind,
    Message("最小的数", "the smallest"),
)
def least(scope: Scope, *items: Value) -> Value:
    """Return the smallest of some numbers."""
    found = numbers(scope, items)
    return found if isinstance(found, Missing) else Extreme("min", tuple(found))


@Function(
    "max",
    "最大",
    "(数或比率, 数或比率…) → 数或比率",
    numbers_of_one_kind,
    Message("最大的数", "the largest"),
)
def largest(scope: Scope, *items: Value) -> Value:
    """Return the largest of some numbers."""
    found = numbers(scope, items)
    return found if isinstance(found, Missing) else Extreme("max", tuple(found))


@Function(
    "abs",
    "绝对值",
    "(数或比率) → 数或比率",
    one_number_or_rate,
    Message("绝对值", "absolute value"),
)
def absolute(scope: Scope, value: Value) -> Value:
    """Return max(x, −x)."""
    number = as_number(scope, value)
    if isinstance(number, Linear):
        return Extreme("max", (number, scale(number, -1)))
    if isinstance(number, Rate):
        return Extreme("max", (number, Rate(scale(number.numerator, -1), number.denominator)))
    if isinstance(number, Gap):
        return Extreme("max", (number, evolve(number, sign=-number.sign)))
    return number


@Function(
    "or_zero",
    "无则零",
    "(数) → 数",
    one_number,
    Message(
        "没有这一项则为零；空白仍不可知", "zero where there is no such place; a blank stays missing"
    ),
    strict=False,
)
def or_zero(scope: Scope, value: Value) -> Value:
    """Return a number, zero where the place does not exist; a blank stays missing."""
    number = as_number(scope, value)
    if isinstance(number, Missing) and not number.blank:
        return constant(0, "pure")
    return number


@Function(
    "times",
    "乘以",
    "(数量, 单价) → 金额",
    takes(COUNT, AMOUNT, gives=AMOUNT),
    Message(
        "数量乘以参数规定的单价（整元）",
        "a count times a price that a parameter fixes in whole yuan",
    ),
)
def times(scope: Scope, count: Value, price: Value) -> Value:
    """Return a count times a fixed price in whole yuan, as an amount.

    The price comes from a parameter; a price that is itself printed in the report would make a
    product of two figures, which is no closed form.
    """
    found = numbers(scope, (count, price))
    if isinstance(found, Missing):
        return found
    many, each = found
    if not isinstance(many, Linear) or not isinstance(each, Linear) or each.terms:
        return Missing(Message("单价要是定值", "the price must be a fixed amount"))
    yuan, rest = divmod(each.constant, SCALE)
    if rest:
        return Missing(Message("单价要是整元", "the price must be in whole yuan"))
    amount = scale(many, yuan)
    return Linear(amount.terms, amount.constant, "amount")
