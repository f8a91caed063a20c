"""The functions of the rule language: names, types, meaning, and what each gives.

A new function is one entry of :data:`FUNCTIONS` and one small Python function.  Functions that
carry an exact closed form (sum, share, growth …) return linear forms and rates; the comparison
judges them (``docs/numbers.md``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import re2
from attrs import frozen

from performance_rules.errors import Message
from performance_rules.language import places, words
from performance_rules.language.ground import (
    FAILS,
    HOLDS,
    Extreme,
    Fixed,
    Linear,
    Missing,
    Number,
    Rate,
    combine,
    constant,
    every,
    fixed,
    holding,
    scale,
    some,
    unknown,
)
from performance_rules.language.scope import Scope, Value
from performance_rules.language.types import (
    BANDS,
    BOOL,
    COLUMN,
    COMPARISON,
    COUNT,
    DATE,
    FIGURE,
    LINE,
    NUMBER,
    RATE,
    TEXT,
    YEAR,
    Type,
    fits,
    is_number,
    joined,
    list_of,
    number_of,
)
from performance_rules.precision import UNKNOWN
from performance_rules.report.tree import FigureNode
from performance_rules.values import SCALE

Check = Callable[[Sequence[Type]], Type | Message]
Give = Callable[..., Value]


@frozen
class Function:
    """One function.

    Attributes:
        name: English name.
        zh: Chinese name.
        signature: arguments and result, as documentation shows them.
        check: argument types → result type, or what is wrong.
        give: (scope, *argument values) → value; a list function gets (scope, items).
        doc: the meaning, in both languages.
        each: whether ``x in list: body`` is accepted; then ``give`` gets the list of bodies.
        printed: whether the body is a filter, judged on printed values.
    """

    name: str
    zh: str
    signature: str
    check: Check
    give: Give
    doc: Message
    each: bool = False
    printed: bool = False


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


def _quotient(given: Sequence[Type]) -> Type | Message:
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


def _sum(given: Sequence[Type]) -> Type | Message:
    item = given[0].item if given and given[0].name == "list" else None
    if len(given) != 1 or item is None or not is_number(item):
        return Message("求和要一列数", "sum takes a list of numbers")
    return number_of(item)


def _truths(given: Sequence[Type]) -> Type | Message:
    item = given[0].item if given and given[0].name == "list" else None
    if len(given) != 1 or item is None or item != BOOL:
        return Message("要写成“变量 in 列表: 条件”", "write 'name in list: condition'")
    return BOOL


def _filter(result: Callable[[Type], Type]) -> Check:
    def check(given: Sequence[Type]) -> Type | Message:
        if len(given) == 2 and given[0].name == "list" and given[1] == BOOL and given[0].item:
            return result(given[0].item)
        return Message("要写成“变量 in 列表: 条件”", "write 'name in list: condition'")

    return check


def _count(given: Sequence[Type]) -> Type | Message:
    if len(given) == 1 and given[0].name == "list":
        return COUNT
    return _filter(lambda item: COUNT)(given)


def _same(given: Sequence[Type]) -> Type | Message:
    found: Type | None = given[0] if given and (is_number(given[0]) or given[0] == RATE) else None
    for other in given[1:]:
        if found is None:
            break
        found = RATE if found == RATE == other else joined(found, other) if found != RATE else None
    if found is None:
        return Message("需要同一类的数", "takes numbers of one kind")
    return found if found == RATE else number_of(found)


def _anything(gives: Type) -> Check:
    def check(given: Sequence[Type]) -> Type | Message:
        return gives if len(given) == 1 else Message("需要一个参数", "takes one argument")

    return check


def _or_zero(given: Sequence[Type]) -> Type | Message:
    if len(given) == 1 and is_number(given[0]):
        return number_of(given[0])
    return Message("需要一个数", "takes one number")


def _at_column(given: Sequence[Type]) -> Type | Message:
    checked = takes(LINE, COLUMN, gives=NUMBER)(given)
    return Type("number", given[1].kind) if isinstance(checked, Type) else checked


def _list_of_text(given: Sequence[Type]) -> Type | Message:
    if len(given) == 1 and given[0].name == "list":
        return TEXT
    return Message("需要一列", "takes a list")


def _texts(second: Type) -> Check:
    def check(given: Sequence[Type]) -> Type | Message:
        if len(given) == 2 and given[0] in (TEXT, list_of(TEXT)) and given[1] in (second, TEXT):
            return BOOL
        return Message(
            f"需要文字（或一列文字）和{second.zh()}", f"takes text (or a list) and {second.en()}"
        )

    return check


def _line_or_breakdown(given: Sequence[Type]) -> Type | Message:
    if len(given) == 1 and given[0].name in ("line", "breakdown", "list"):
        return list_of(LINE)
    return Message("需要一项或一个分解", "takes a line or a breakdown")


def _counterpart(given: Sequence[Type]) -> Type | Message:
    if len(given) == 2 and given[0] == LINE and given[1].name in ("report", "account"):
        return LINE
    return Message("需要一项和一份报告或一个口径", "takes a line and a report or an account")


# ── numbers ──


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
    if isinstance(value, Linear | Rate | Extreme | Missing):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return constant(value * SCALE, "pure")
    return Missing(Message("这里没有数", "there is no number here"))


def total(scope: Scope, items: list[Value] | Missing) -> Value:
    """Return a sum; a missing part makes it missing, and so does an empty list."""
    if isinstance(items, Missing):
        return items
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
    return Rate(left, right)


def growth(scope: Scope, new: Value, old: Value) -> Value:
    """Return (new − old) / old as a rate; leaves that both share stay one leaf."""
    rate = quotient(scope, new, old)
    if isinstance(rate, Rate):
        return Rate(combine(rate.numerator, rate.denominator, -1), rate.denominator)
    return rate


def change(scope: Scope, new: Value, old: Value) -> Value:
    """Return new − old."""
    found = numbers(scope, (new, old))
    if isinstance(found, Missing):
        return found
    if isinstance(found[0], Linear) and isinstance(found[1], Linear):
        return combine(found[0], found[1], -1)
    return Missing(Message("比率不能相减", "rates do not subtract"))


def extreme(which: Any) -> Give:
    """Return min or max."""

    def give(scope: Scope, *items: Value) -> Value:
        found = numbers(scope, items)
        return found if isinstance(found, Missing) else Extreme(which, tuple(found))

    return give


def absolute(scope: Scope, value: Value) -> Value:
    """Return max(x, −x)."""
    number = as_number(scope, value)
    if isinstance(number, Linear):
        return Extreme("max", (number, scale(number, -1)))
    if isinstance(number, Rate):
        return Extreme("max", (number, Rate(scale(number.numerator, -1), number.denominator)))
    return number


def or_zero(scope: Scope, value: Value) -> Value:
    """Return a number, zero where the place does not exist; a blank stays missing."""
    number = as_number(scope, value)
    if isinstance(number, Missing) and not number.blank:
        return constant(0, "pure")
    return number


# ── lists and truth ──


def all_of(scope: Scope, items: list[Any] | Missing) -> Value:
    """Return Kleene's conjunction of a list."""
    return unknown(items.why) if isinstance(items, Missing) else every(items)


def any_of(scope: Scope, items: list[Any] | Missing) -> Value:
    """Return Kleene's disjunction of a list."""
    return unknown(items.why) if isinstance(items, Missing) else some(items)


def where(scope: Scope, items: list[Any] | Missing, kept: list[Any] | None = None) -> Value:
    """Return the items whose condition holds on printed values; unknown makes the list missing."""
    if isinstance(items, Missing):
        return items
    out = []
    for item, condition in zip(items, kept or (), strict=True):
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


def count(scope: Scope, items: list[Any] | Missing, kept: list[Any] | None = None) -> Value:
    """Return how many items there are, or how many fulfil a condition."""
    found = items if kept is None else where(scope, items, kept)
    if isinstance(found, Missing):
        return found
    return constant(len(found) * SCALE, "count")  # type: ignore[arg-type]


def present(scope: Scope, value: Value) -> Value:
    """Return whether something is there and says something."""
    if isinstance(value, Missing):
        return FAILS
    if isinstance(value, FigureNode):
        return fixed(bool(value.leaves))
    if isinstance(value, str | list | tuple):
        return fixed(bool(value))
    return HOLDS


def known(scope: Scope, value: Value) -> Value:
    """Return whether a value could be had; for a condition, whether it is settled."""
    if isinstance(value, Fixed):
        return fixed(value.truth != UNKNOWN)
    if isinstance(value, FigureNode):
        value = scope.number(value)
    return fixed(not isinstance(value, Missing))


def holds(scope: Scope, value: Value) -> Value:
    """Return whether a condition holds within printed precision, as a plain yes or no."""
    if isinstance(value, Missing):
        return unknown(value.why)
    return holding(value)  # type: ignore[arg-type]


def matches(scope: Scope, text: Value, pattern: Value) -> Value:
    """Return whether a linear-time pattern occurs in a text or in one of several."""
    if isinstance(text, Missing):
        return unknown(text.why)
    texts = text if isinstance(text, list) else [text]
    return fixed(any(re2.search(str(pattern), str(t)) is not None for t in texts))


def find(scope: Scope, text: Value, pattern: Value) -> Value:
    """Return what a linear-time pattern finds."""
    if isinstance(text, Missing):
        return text
    return [m.group(0) for m in re2.finditer(str(pattern), str(text))]


def days(scope: Scope, first: Value, last: Value) -> Value:
    """Return the number of days from one date to another."""
    for value in (first, last):
        if isinstance(value, Missing):
            return value
    return constant((last - first).days * SCALE, "count")  # type: ignore[operator]


def _entry(
    name: str,
    zh: str,
    signature: str,
    check: Check,
    give: Give,
    doc_zh: str,
    doc_en: str,
    *,
    each: bool = False,
    printed: bool = False,
) -> Function:
    return Function(name, zh, signature, check, give, Message(doc_zh, doc_en), each, printed)


_ALL: Final = (
    _entry("sum", "求和", "[数] → 数", _sum, total, "各项相加；缺一项则不可知", "adds; a missing part makes the sum missing", each=True),
    _entry("share", "占比", "(部分, 整体) → 比率", _quotient, quotient, "部分占整体的百分比", "part over whole, in percent"),
    _entry("completion", "完成率", "(决算, 预算) → 比率", _quotient, quotient, "决算占预算的百分比", "outturn over budget, in percent"),
    _entry("growth", "增减率", "(新, 旧) → 比率", _quotient, growth, "（新−旧）/旧", "(new − old) / old"),
    _entry("change", "增减额", "(新, 旧) → 数", takes(NUMBER, NUMBER, gives=NUMBER), change, "新−旧", "new − old"),
    _entry("min", "最小", "(数, 数…) → 数", _same, extreme("min"), "最小的数", "the smallest"),
    _entry("max", "最大", "(数, 数…) → 数", _same, extreme("max"), "最大的数", "the largest"),
    _entry("abs", "绝对值", "(数) → 数", _same, absolute, "绝对值", "absolute value"),
    _entry("or_zero", "无则零", "(数) → 数", _or_zero, or_zero, "没有这一项则为零；空白仍不可知", "zero where there is no such place; a blank stays missing"),
    _entry("implied", "推得", "(项, 栏) → 数", _at_column, places.implied, "列出的数，没有则由本期减增减额推得", "the printed value, else figure − change"),
    _entry("all", "都", "(x in 列表: 条件) → 是非", _truths, all_of, "每一项都符合", "every item fulfils it", each=True),
    _entry("any", "有一", "(x in 列表: 条件) → 是非", _truths, any_of, "至少一项符合", "at least one item fulfils it", each=True),
    _entry("count", "计数", "(列表) 或 (x in 列表: 条件) → 数量", _count, count, "有几项（符合）", "how many (fulfil it)", each=True, printed=True),
    _entry("where", "筛选", "(x in 列表: 条件) → 列表", _filter(list_of), where, "符合条件的各项，按印出的数判断", "the items that fulfil it, by printed value", each=True, printed=True),
    _entry("present", "有", "(任意) → 是非", _anything(BOOL), present, "报告中有，且不是空白", "stated, and not blank"),
    _entry("known", "已知", "(任意) → 是非", _anything(BOOL), known, "能取得或推得；条件则指能判断", "could be had; of a condition: settled"),
    _entry("holds", "成立", "(条件) → 是非", takes(BOOL, gives=BOOL), holds, "在印出的精度内成立；筛选中用来避免按印出值死比", "holds within printed precision, as a plain yes or no"),
    _entry("like", "同口径", "(项, 比较) → 比较", takes(LINE, COMPARISON, gives=COMPARISON), places.like, "另一项同栏、同对比数的比较", "the comparison of the same column and base in another line"),
    _entry("counterpart", "对应", "(项, 报告或口径) → 项", _counterpart, places.counterpart, "别处同一路径上的项", "the line at the same path elsewhere"),
    _entry("wider", "上级口径", "(项) → 项", takes(LINE, gives=LINE), places.wider_line, "上一级口径中的同一项", "the same line in the next wider account"),
    _entry("leaves", "末级", "(项或分解) → [项]", _line_or_breakdown, places.leaves, "最末级各项", "the lines that are not broken down further"),
    _entry("below", "以下", "(项或分解) → [项]", _line_or_breakdown, places.below, "其下各级各项，不含自身", "all lines below, without itself"),
    _entry("tree", "全树", "(项或分解) → [项]", _line_or_breakdown, places.whole_tree, "自身及其下各级各项", "itself and all lines below"),
    _entry("wholes", "可能分母", "(数) → [数]", takes(FIGURE, gives=list_of(FIGURE)), places.wholes, "占比可能的分母：照措辞、按位置、总收入、总支出", "possible denominators: as worded, by place, total income, total expenditure"),
    _entry("restatements", "各处", "(数) → [数]", takes(FIGURE, gives=list_of(FIGURE)), places.restatements, "这个数，以及合计相等的上级口径中的同一数", "the figure, and the same figure in wider accounts with equal totals"),
    _entry("economic", "对应科目", "(三公项, 支出项) → [项]", takes(LINE, LINE, gives=list_of(LINE)), places.economic, "三公项在支出经济分类中的科目", "the economic lines a three-public item is booked under"),
    _entry("explained", "已说明", "(比较) → 是非", takes(COMPARISON, gives=BOOL), words.explained, "本比较、其分项或所在分解给了原因", "a reason is given here, for a part, or for the breakdown"),
    _entry("mentions", "提及", "(文字, 项或文字) → 是非", _texts(LINE), words.mentions, "文字提到该项（按最长科目名）", "the text names the line, by longest codebook name"),
    _entry("matches", "匹配", "(文字, 模式) → 是非", _texts(TEXT), matches, "线性时间正则（RE2）", "linear-time pattern (RE2)"),
    _entry("find", "查找", "(文字, 模式) → [文字]", takes(TEXT, TEXT, gives=list_of(TEXT)), find, "模式找到的文字", "what the pattern finds"),
    _entry("in_codebook", "科目有效", "(项, 年度) → 是非", takes(LINE, YEAR, gives=BOOL), words.in_codebook, "名称在该年度科目中有效", "the name is valid in that year's classification"),
    _entry("name_status", "名称状态", "(项, 年度) → 文字", takes(LINE, YEAR, gives=TEXT), words.name_status, "valid、alias、former、future 或 unknown", "valid, alias, former, future or unknown"),
    _entry("band", "等级", "(数, 分段) → [文字]", takes(NUMBER, BANDS, gives=list_of(TEXT)), words.band, "所在分段的各个名称", "the labels of the band a number falls into"),
    _entry("points", "得分", "(比率, 分段) → 数量", takes(RATE, BANDS, gives=COUNT), words.points, "所在分段的分值", "the points of the band a rate falls into"),
    _entry("days", "天数", "(起, 止) → 数量", takes(DATE, DATE, gives=COUNT), days, "相隔天数", "days from one date to the other"),
    _entry("list", "列举", "(x in 列表: 文字) → 文字", _list_of_text, words.listed, "用顿号连成一句", "joined into one text", each=True),
)  # fmt: skip

FUNCTIONS: Final[Mapping[str, Function]] = {f.name: f for f in _ALL} | {f.zh: f for f in _ALL}
"""Every function by both of its names."""
