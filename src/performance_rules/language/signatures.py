"""Argument checks of the functions: which types each takes, and what type it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from performance_rules.errors import Message
from performance_rules.language.types import (
    BANDS,
    BOOL,
    COLUMN,
    COUNT,
    DUE,
    GAP,
    LINE,
    NUMBER,
    RATE,
    REASON,
    SCALE,
    SCORE_RATE,
    SHEET,
    TEXT,
    YEAR,
    Type,
    fits,
    is_number,
    joined,
    list_of,
    number_of,
)

Check = Callable[[Sequence[Type]], Type | Message]
"""Argument types to result type, or to what is wrong."""


def takes(*wanted: Type, gives: Type) -> Check:
    """Return the check of a function with fixed argument and result types."""

    def check(given: Sequence[Type]) -> Type | Message:
        if len(given) != len(wanted):
            return Message(
                f"需要 {len(wanted)} 个参数，给了 {len(given)} 个",
                f"takes {len(wanted)} arguments, {len(given)} given",
            )
        for i, (g, w) in enumerate(zip(given, wanted, strict=True), 1):
            if not fits(g, w):
                return Message(
                    f"第 {i} 个参数应是{w.zh()}，给的是{g.zh()}",
                    f"argument {i} must be {w.en()}, got {g.en()}",
                )
        return gives

    return check


def two_numbers(given: Sequence[Type]) -> Type | Message:
    """Check for two numbers that can be divided."""
    if len(given) != 2 or not all(is_number(t) for t in given):
        return Message("需要两个数", "takes two numbers")
    left, right = given
    if "percent" in (left.kind, right.kind):
        return Message("比率的分子分母不能是百分比", "a quotient of percents has no meaning here")
    if joined(left, right) is None:
        return Message(
            f"{left.zh()}与{right.zh()}不能相比", f"{left.en()} and {right.en()} do not compare"
        )
    return RATE


def numbers_and_a_month(given: Sequence[Type]) -> Type | Message:
    """Check for two numbers that can be divided, and the number of a month."""
    if len(given) != 3 or not is_number(given[2]) or given[2].kind not in ("count", "pure"):
        return Message("需要两个数和一个月份", "takes two numbers and a month")
    return two_numbers(given[:2])


def weight_rate_and_scale(given: Sequence[Type]) -> Type | Message:
    """Check for points that could be reached, a rate or percentage, and a scale of deduction."""
    if len(given) == 3 and given[2] == SCALE:
        weight, rate, _ = given
        counted = is_number(weight) and weight.kind == "count"
        percent = is_number(rate) and rate.kind in ("percent", "any")
        if counted and (percent or rate == RATE):
            return DUE
    return Message(
        "需要分值、比率（或百分数）和扣分办法", "takes points, a rate (or percentage) and a scale"
    )


def a_score(given: Sequence[Type]) -> Type | Message:
    """Check for a score and the points that could be reached."""
    found = two_numbers(given)
    return SCORE_RATE if found == RATE else found


def a_list_of_numbers(given: Sequence[Type]) -> Type | Message:
    """Check for a list of numbers."""
    item = given[0].item if given and given[0].name == "list" else None
    if len(given) != 1 or item is None or not is_number(item):
        return Message("求和要一列数", "sum takes a list of numbers")
    return number_of(item)


def a_list_of_conditions(given: Sequence[Type]) -> Type | Message:
    """Check for a list of conditions."""
    item = given[0].item if given and given[0].name == "list" else None
    if len(given) != 1 or item is None or item != BOOL:
        return Message("要写成“变量 in 列表: 条件”", "write 'name in list: condition'")
    return BOOL


def a_filter(result: Callable[[Type], Type]) -> Check:
    """Check for ``name in list: condition``."""

    def check(given: Sequence[Type]) -> Type | Message:
        if len(given) == 2 and given[0].name == "list" and given[1] == BOOL and given[0].item:
            return result(given[0].item)
        return Message("要写成“变量 in 列表: 条件”", "write 'name in list: condition'")

    return check


def a_list_or_filter(given: Sequence[Type]) -> Type | Message:
    """Check for a list, or a filter."""
    if len(given) == 1 and given[0].name == "list":
        return COUNT
    return a_filter(lambda item: COUNT)(given)


def numbers_of_one_kind(given: Sequence[Type]) -> Type | Message:
    """Check for numbers of one kind, or rates, or differences of rates."""
    rates = (RATE, GAP)
    fit = all(is_number(t) or t in rates for t in given)
    found: Type | None = given[0] if given and fit else None
    for other in given[1:]:
        if found is None:
            break
        if found in rates or other in rates:
            found = found if found == other else None
        else:
            found = joined(found, other)
    if found is None:
        return Message("需要同一类的数", "takes numbers of one kind")
    return found if found in rates else number_of(found)


def anything(gives: Type) -> Check:
    """Check for any one value."""

    def check(given: Sequence[Type]) -> Type | Message:
        return gives if len(given) == 1 else Message("需要一个参数", "takes one argument")

    return check


def one_number(given: Sequence[Type]) -> Type | Message:
    """Check for one number."""
    if len(given) == 1 and is_number(given[0]):
        return number_of(given[0])
    return Message("需要一个数", "takes one number")


def one_number_or_rate(given: Sequence[Type]) -> Type | Message:
    """Check for one number, rate, or difference of rates."""
    found = numbers_of_one_kind(given)
    if len(given) == 1 and isinstance(found, Type):
        return found
    return Message("需要一个数或比率", "takes one number or rate")


def line_and_column(given: Sequence[Type]) -> Type | Message:
    """Check for a line and a column."""
    checked = takes(LINE, COLUMN, gives=NUMBER)(given)
    return Type("number", given[1].kind) if isinstance(checked, Type) else checked


def a_list(given: Sequence[Type]) -> Type | Message:
    """Check for a list."""
    if len(given) == 1 and given[0].name == "list":
        return TEXT
    return Message("需要一列", "takes a list")


def text_and(second: Type) -> Check:
    """Check for text and something to look for in it."""

    def check(given: Sequence[Type]) -> Type | Message:
        if len(given) == 2 and given[0] in (TEXT, list_of(TEXT)) and given[1] in (second, TEXT):
            return BOOL
        return Message(
            f"需要文字（或一列文字）和{second.zh()}", f"takes text (or a list) and {second.en()}"
        )

    return check


def text_and_breakdown(given: Sequence[Type]) -> Type | Message:
    """Check for text and a breakdown; gives texts."""
    if len(given) == 2 and given[0] in (TEXT, list_of(TEXT)) and given[1].name == "breakdown":
        return list_of(TEXT)
    return Message("需要文字（或一列文字）和一个分解", "takes text (or a list) and a breakdown")


def line_or_breakdown(given: Sequence[Type]) -> Type | Message:
    """Check for a line, a breakdown or a list of lines."""
    if len(given) == 1 and (given[0].name in ("line", "breakdown") or given[0] == list_of(LINE)):
        return list_of(LINE)
    return Message("需要一项、一列项或一个分解", "takes a line, a list of lines or a breakdown")


def line_or_breakdown_and_codes(given: Sequence[Type]) -> Type | Message:
    """Check for a line or a breakdown, and a list of codes."""
    if len(given) == 2 and given[0].name in ("line", "breakdown") and given[1] == list_of(TEXT):
        return list_of(LINE)
    return Message("需要一项或一个分解，和一列编码", "takes a line or a breakdown, and codes")


def line_and_elsewhere(given: Sequence[Type]) -> Type | Message:
    """Check for a line and a report or account, or an account and a report."""
    if len(given) == 2 and given[0] == LINE and given[1].name in ("report", "account"):
        return LINE
    if len(given) == 2 and given[0].name == "account" and given[1].name == "report":
        return given[0]
    return Message(
        "需要一项和一份报告或一个口径，或者一个口径和一份报告",
        "takes a line and a report or an account, or an account and a report",
    )


def number_or_rate_and_bands(gives: Type) -> Check:
    """Check for a number or a rate, and bands to put it into."""

    def check(given: Sequence[Type]) -> Type | Message:
        if len(given) == 2 and (is_number(given[0]) or given[0] == RATE) and given[1] == BANDS:
            return gives
        return Message("需要一个数或比率，和一组分段", "takes a number or a rate, and bands")

    return check


def name_and_sheet(gives: Type) -> Check:
    """Check for the name of an indicator and a score sheet."""

    def check(given: Sequence[Type]) -> Type | Message:
        if list(given) == [TEXT, SHEET]:
            return gives
        return Message("需要指标名称和评分表", "takes the name of an indicator and a score sheet")

    return check


def name_rate_and_sheet(gives: Type) -> Check:
    """Check for the name of an indicator, a rate or percentage, and a score sheet."""

    def check(given: Sequence[Type]) -> Type | Message:
        if len(given) == 3 and given[0] == TEXT and given[2] == SHEET:
            rate = given[1]
            if rate == RATE or (is_number(rate) and rate.kind in ("percent", "any")):
                return gives
        return Message(
            "需要指标名称、比率（或百分数）和评分表",
            "takes the name of an indicator, a rate (or percentage) and a score sheet",
        )

    return check


def texts_status_and_year(given: Sequence[Type]) -> Type | Message:
    """Check for text, the status of a name, and a year; gives texts."""
    if len(given) == 3 and given[0] in (TEXT, list_of(TEXT)) and list(given[1:]) == [TEXT, YEAR]:
        return list_of(TEXT)
    return Message(
        "需要文字（或一列文字）、状态和年度", "takes text (or a list), a status and a year"
    )


def line_or_text_and_year(given: Sequence[Type]) -> Type | Message:
    """Check for a line or text, and a year; gives texts."""
    if len(given) == 2 and given[0] in (LINE, TEXT) and given[1] == YEAR:
        return list_of(TEXT)
    return Message("需要一项或文字，和一个年度", "takes a line or text, and a year")


def text_and_patterns(given: Sequence[Type]) -> Type | Message:
    """Check for text, a pattern or a list of patterns, and maybe another pattern."""
    said = len(given) in (2, 3) and given[0] in (TEXT, list_of(TEXT))
    if said and given[1] in (TEXT, list_of(TEXT)) and given[2:] in ([], [TEXT]):
        return BOOL
    return Message(
        "需要文字（或一列文字）、模式（或一列模式），再加一个模式也可以",
        "takes text (or a list), a pattern (or a list), and maybe another pattern",
    )


def reasons_and_a_line(given: Sequence[Type]) -> Type | Message:
    """Check for a reason or text, or a list of them, and maybe the line it is a reason for."""
    one = given[0].item or given[0] if given else None
    if one in (REASON, TEXT) and list(given[1:]) in ([], [LINE]):
        return BOOL
    return Message(
        "需要原因或文字（也可以是一列），再加一项也可以",
        "takes a reason or text (or a list), and maybe a line",
    )


def a_reason(given: Sequence[Type]) -> Type | Message:
    """Check for a reason or text, or a list of them."""
    found = reasons_and_a_line(given)
    if len(given) == 1 and isinstance(found, Type):
        return found
    return Message("需要原因或文字（也可以是一列）", "takes a reason or text (or a list)")


def texts_and_pattern_give(item: Type, *, bare: bool = False) -> Check:
    """Check for text or a list of texts, and a pattern (or, ``bare``, none); gives a list."""

    def check(given: Sequence[Type]) -> Type | Message:
        said = bool(given) and given[0] in (TEXT, list_of(TEXT))
        if said and (given[1:] == [TEXT] or (bare and len(given) == 1)):
            return list_of(item)
        return Message("需要文字（或一列文字）和一个模式", "takes text (or a list) and a pattern")

    return check


def texts_give(item: Type, *, single: bool = False) -> Check:
    """Check for text or a list of texts; gives a list, or a ``single`` item."""

    def check(given: Sequence[Type]) -> Type | Message:
        if len(given) == 1 and given[0] in (TEXT, list_of(TEXT)):
            return item if single else list_of(item)
        return Message("需要文字，或一列文字", "takes text, or a list of texts")

    return check
