"""Functions over lists, conditions and plain text."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

from performance_rules.errors import Message
from performance_rules.language.explain import BETWEEN, MISSING, Told
from performance_rules.language.function import Function
from performance_rules.language.ground import (
    FAILS,
    HOLDS,
    Condition,
    Fixed,
    Linear,
    Missing,
    constant,
    every,
    fixed,
    holding,
    scale,
    some,
    unknown,
)
from performance_rules.language.numbers import numbers
from performance_rules.language.patterns import pattern_of
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.signatures import (
    a_filter,
    a_list,
    a_list_of_conditions,
    a_list_or_filter,
    anything,
    takes,
    text_and,
    texts_give,
)
from performance_rules.language.types import BOOL, COUNT, DATE, NUMBER, TEXT, YEAR, list_of
from performance_rules.report.nodes import FigureNode
from performance_rules.values.precision import UNKNOWN
from performance_rules.values.quantity import SCALE

_YEAR: Final = r"(?:^|[^0-9])((?:19|20)[0-9]{2})\s*年"
_DATE: Final = r"(19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"


@Function(
    "all",
    "都",
    "(x in 列表: 条件) → 是非",
    a_list_of_conditions,
    Message("每一项都符合", "every item fulfils it"),
    each=True,
)
def all_of(scope: Scope, items: list[Any]) -> Value:
    """Return Kleene's conjunction of a list."""
    return every(items)


@Function(
    "any",
    "有一",
    "(x in 列表: 条件) → 是非",
    a_list_of_conditions,
    Message("至少一项符合", "at least one item fulfils it"),
    each=True,
)
def any_of(scope: Scope, items: list[Any]) -> Value:
    """Return Kleene's disjunction of a list."""
    return some(items)


@Function(
    "where",
    "筛选",
    "(x in 列表: 条件) → 列表",
    a_filter(list_of),
    Message("符合条件的各项，按印出的数判断", "the items that fulfil it, by printed value"),
    each=True,
    printed=True,
)
def where(scope: Scope, items: list[Any], kept: list[Any]) -> Value:
    """Return the items whose condition holds on printed values; unknown makes the list missing."""
    out = []
    for item, condition in zip(items, kept, strict=True):
        decided = (
            scope.decide(condition)
            if not isinstance(condition, Fixed) or condition.truth == UNKNOWN
            else condition.truth == HOLDS.truth
        )
        if decided is None:
            why = condition.why if isinstance(condition, Fixed) else None
            return Missing(why or Message("筛选条件无法判断", "the filter cannot be judged"))
        if decided:
            out.append(item)
    return out


@Function(
    "count",
    "计数",
    "(列表) 或 (x in 列表: 条件) → 数量",
    a_list_or_filter,
    Message("有几项（符合）", "how many (fulfil it)"),
    each=True,
    printed=True,
)
def count(scope: Scope, items: list[Any], kept: list[Any] | None = None) -> Value:
    """Return how many items there are, or how many fulfil a condition."""
    found = items if kept is None else where.give(scope, items, kept)
    if isinstance(found, Missing):
        return found
    return constant(len(found) * SCALE, "count")  # type: ignore[arg-type]


@Function(
    "present",
    "有",
    "(任意) → 是非",
    anything(BOOL),
    Message("报告中有，且不是空白", "stated, and not blank"),
    strict=False,
)
def present(scope: Scope, value: Value) -> Value:
    """Return whether something is there and says something."""
    if isinstance(value, Missing):
        return FAILS
    if isinstance(value, FigureNode):
        return fixed(bool(value.leaves))
    if isinstance(value, str | list | tuple):
        return fixed(bool(value))
    return HOLDS


@Function(
    "known",
    "已知",
    "(任意) → 是非",
    anything(BOOL),
    Message("能取得或推得；条件则指能判断", "could be had; of a condition: settled"),
    strict=False,
)
def known(scope: Scope, value: Value) -> Value:
    """Return whether a value could be had; for a condition, whether it is settled."""
    if isinstance(value, Fixed):
        return fixed(value.truth != UNKNOWN)
    if isinstance(value, FigureNode):
        value = scope.number(value)
    return fixed(not isinstance(value, Missing))


@Function(
    "holds",
    "成立",
    "(条件) → 是非",
    takes(BOOL, gives=BOOL),
    Message(
        "在印出的精度内成立；筛选中用来避免按印出值死比",
        "holds within printed precision, as a plain yes or no",
    ),
    charitable=True,
)
def holds(scope: Scope, value: Value) -> Value:
    """Return whether a condition holds within printed precision, as a plain yes or no."""
    return holding(value)  # type: ignore[arg-type]


@Function(
    "matches",
    "匹配",
    "(文字或[文字], 模式) → 是非",
    text_and(TEXT),
    Message("线性时间正则（RE2）", "linear-time pattern (RE2)"),
    patterns=True,
    apart=True,
)
def matches(scope: Scope, text: Value, pattern: Value) -> Value:
    """Return whether a linear-time pattern occurs in a text or in one of several."""
    texts = text if isinstance(text, list) else [text]
    search = pattern_of(str(pattern)).search
    return fixed(any(search(str(t)) is not None for t in texts))


@Function(
    "find",
    "查找",
    "(文字, 模式) → [文字]",
    takes(TEXT, TEXT, gives=list_of(TEXT)),
    Message("模式找到的文字", "what the pattern finds"),
    patterns=True,
)
def find(scope: Scope, text: Value, pattern: Value) -> Value:
    """Return what a linear-time pattern finds."""
    given = str(text)
    if scope.telling and given[:1] == given[-1:] == "'":  # one that a list has quoted
        given = given[1:-1]
    return [m.group(0) for m in pattern_of(str(pattern)).finditer(given)]


@Function(
    "years",
    "年份",
    "(文字或[文字]) → [年度]",
    texts_give(YEAR),
    Message("文字中写到的年份（2024年、2024年度）", "the years that the text names, each once"),
    apart=True,
)
def years(scope: Scope, text: Value) -> Value:
    """Return the years a text, or any of several, names, each once: 2024年, 2024年度."""
    texts = text if isinstance(text, list) else [text]
    found = (m.group(1) for t in texts for m in pattern_of(_YEAR).finditer(str(t)))
    return [int(year) for year in dict.fromkeys(found)]


@Function(
    "dates",
    "所写日期",
    "(文字或[文字]) → [日期]",
    texts_give(DATE),
    Message("文字中写到的日期（2024年3月5日）", "the dates that the text tells in full, each once"),
    apart=True,
)
def dates(scope: Scope, text: Value) -> Value:
    """Return the dates a text, or any of several, tells with year, month and day, each once."""
    texts = text if isinstance(text, list) else [text]
    said = (m.group(0) for t in texts for m in pattern_of(_DATE).finditer(str(t)))
    found = (_date(*map(int, re.findall("[0-9]+", date))) for date in said)
    return list(dict.fromkeys(date for date in found if date is not None))


def _date(year: int, month: int, day: int) -> dt.date | None:
    """Return a date; none where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@Function(
    "alternatives",
    "各写法",
    "(文字) → [文字]",
    takes(TEXT, gives=list_of(TEXT)),
    Message("写在一起、用竖线隔开的几种写法", "the wordings of one thing, which bars keep apart"),
)
def alternatives(scope: Scope, text: Value) -> Value:
    """Return the wordings that stand for one thing: ``主要职能|主要职责`` is two."""
    return [part.strip() for part in str(text).split("|") if part.strip()]


@Function(
    "first_wording",
    "首写法",
    "(文字) → 文字",
    takes(TEXT, gives=TEXT),
    Message("几种写法里的第一种", "the first of the wordings of one thing"),
)
def first_wording(scope: Scope, text: Value) -> Value:
    """Return the first of the wordings that stand for one thing, by which it is called."""
    return str(text).partition("|")[0].strip()


@Function(
    "unit_slip",
    "单位错位",
    "(数, 数) → 是非",
    takes(NUMBER, NUMBER, gives=BOOL),
    Message(
        "一个数是另一个的一万倍或一亿倍（相差不到 1%）：多半是元、万元、亿元写错",
        "one number is 10⁴ or 10⁸ times the other, within 1 %: most likely a wrong unit",
    ),
)
def unit_slip(scope: Scope, one: Value, other: Value) -> Value:
    """Return whether two numbers differ by a unit: 10⁴ or 10⁸ times, to within one percent.

    It looks for the kind of a mistake, not for the mistake, so printed values are enough.
    """
    found = numbers(scope, (one, other))
    if isinstance(found, Missing):
        return unknown(found.why)
    small, large = found
    if not isinstance(small, Linear) or not isinstance(large, Linear) or small == large:
        return FAILS
    compare = scope.compare_printed
    cases: list[Condition] = []
    for a, b in ((small, large), (large, small)):
        least, most, positive = scale(b, 99), scale(b, 101), compare(">", b, constant(0, "pure"))
        for times in (10**4, 10**8):
            scaled = scale(a, 100 * times)
            # What two equal numbers fail comes first.
            tests = compare("<=", scaled, most), compare("<=", least, scaled), positive
            cases.append(every(tests))
    return some(cases)


@Function(
    "days",
    "天数",
    "(起, 止) → 数量",
    takes(DATE, DATE, gives=COUNT),
    Message("相隔天数", "days from one date to the other"),
)
def days(scope: Scope, first: Value, last: Value) -> Value:
    """Return the number of days from one date to another."""
    passed = of(dt.date, last) - of(dt.date, first)
    return constant(passed.days * SCALE, "count")


@Function(
    "years_apart",
    "相隔年数",
    "(年度, 年度) → 数量",
    takes(YEAR, YEAR, gives=COUNT),
    Message(
        "后一个年度比前一个晚几年；早则为负", "how many years the second is later than the first"
    ),
)
def years_apart(scope: Scope, first: Value, last: Value) -> Value:
    """Return how many years one fiscal year is later than another."""
    return constant((of(int, last) - of(int, first)) * SCALE, "count")


@Function(
    "list",
    "列举",
    "(x in 列表: 文字) → 文字",
    a_list,
    Message("用顿号连成一句", "joined into one text"),
    each=True,
    shows=True,
)
def listed(scope: Scope, items: Value) -> Value:
    """Return texts joined by the enumeration comma."""
    items = of(list, items)
    missing = MISSING.text(scope.lang)
    return Told(
        BETWEEN.text(scope.lang).join(missing if isinstance(i, Missing) else str(i) for i in items)
    )
