"""Functions that read words: names of subjects, bands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.explain import BETWEEN, MISSING, Told
from performance_rules.language.function import Function
from performance_rules.language.ground import Missing, constant, fixed, unknown
from performance_rules.language.numbers import as_number
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.sheets import Band
from performance_rules.language.signatures import (
    a_list,
    number_or_rate_and_bands,
    takes,
    text_and,
    text_and_breakdown,
)
from performance_rules.language.types import BANDS, BOOL, COUNT, LINE, PERCENT, TEXT, YEAR, list_of
from performance_rules.report.nodes import (
    CLASSIFICATIONS,
    BreakdownNode,
    LineNode,
)
from performance_rules.values.quantity import Count, Percent, QuantityError

NO_TEXT: Final = Message("报告没有文字说明", "the report carries no sentences")


@Function(
    "mentions",
    "提及",
    "(文字, 项或文字) → 是非",
    text_and(LINE),
    Message("文字提到该项（按最长科目名）", "the text names the line, by longest codebook name"),
)
def mentions(scope: Scope, text: Value, subject: Value) -> Value:
    """Return whether a text, or one of several, names a line or contains a text.

    A line with a classification code is named by the longest codebook name at that place, its own
    or one further down; a name that is merely part of a longer name does not count.
    """
    texts = [str(t) for t in text] if isinstance(text, list) else [str(text)]
    if not texts and not scope.tree.has_text:
        return unknown(NO_TEXT)
    if isinstance(subject, LineNode):
        return fixed(any(names(scope, t, subject) for t in texts))
    return fixed(any(str(subject) in t for t in texts))


def names(scope: Scope, text: str, line: LineNode) -> bool:
    """Return whether a text names a line, as `mentions` has it."""
    kind = CLASSIFICATIONS.get(line.breakdown.dimension) if line.breakdown is not None else None
    if line.code and kind is not None:
        found = scope.codebook.mentions(text, (kind,))
        return any(entry.code.startswith(line.code) for entry, _, _ in found)
    return line.name in text


@Function(
    "unlisted",
    "未列科目",
    "(文字, 分解) → [文字]",
    text_and_breakdown,
    Message(
        "文字点了名、分解里没有的科目",
        "subjects that the text names and the breakdown does not list",
    ),
)
def unlisted(scope: Scope, text: Value, breakdown: Value) -> Value:
    """Return the subjects a text names that a breakdown by classification does not list.

    Names further down count as their class.  A name that several classes share proves nothing,
    and a line whose name is no known subject leaves the question open.
    """
    breakdown = of(BreakdownNode, breakdown)
    kind = CLASSIFICATIONS.get(breakdown.dimension)
    unknown_name = next((line.name for line in breakdown.lines if not line.code), None)
    if kind is None or unknown_name is not None:
        what = unknown_name or breakdown.title
        return Missing(Message(f"“{what}”认不出科目", f"'{what}' is no known subject"))
    listed_codes = [line.code or "" for line in breakdown.lines]
    level = min(map(len, listed_codes), default=0)
    missing: dict[str, str] = {}
    for one in text if isinstance(text, list) else [text]:
        named: dict[int, set[str]] = {}
        for entry, start, _ in scope.codebook.mentions(str(one), (kind,)):
            named.setdefault(start, set()).add(entry.code)
        for codes in named.values():
            classes = {code[:level] for code in codes}
            if len(classes) == 1 and not _listed(codes, listed_codes):
                code = classes.pop()
                found = scope.codebook.entry(kind, code)
                missing[code] = f"{found.name}（{code}）" if found else code
    return list(missing.values())


def _listed(codes: Iterable[str], lines: Sequence[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) for a in codes for b in lines)


@Function(
    "name_status",
    "名称状态",
    "(项, 年度) → 文字",
    takes(LINE, YEAR, gives=TEXT),
    Message("valid、alias、former、future 或 unknown", "valid, alias, former, future or unknown"),
)
def name_status(scope: Scope, line: Value, year: Value) -> Value:
    """Return what a subject's name is in the classification of a year."""
    line = of(LineNode, line)
    year = of(int, year)
    kind = CLASSIFICATIONS.get(line.breakdown.dimension) if line.breakdown is not None else None
    if kind is None or not scope.codebook.describes(kind, year):
        return Missing(
            Message(
                f"“{line.name}”没有可查的 {year} 年科目",
                f"no classification of {year} to look '{line.name}' up in",
            )
        )
    parent = line.breakdown.whole.code if line.breakdown and line.breakdown.whole else None
    return scope.codebook.status_of_name(kind, line.line.name, year, parent=parent or "")


@Function(
    "in_codebook",
    "科目有效",
    "(项, 年度) → 是非",
    takes(LINE, YEAR, gives=BOOL),
    Message("名称在该年度科目中有效", "the name is valid in that year's classification"),
)
def in_codebook(scope: Scope, line: Value, year: Value) -> Value:
    """Return whether a subject's name is valid in the classification of a year."""
    status = name_status.give(scope, line, year)
    return unknown(status.why) if isinstance(status, Missing) else fixed(status == "valid")


@Function(
    "band",
    "等级",
    "(数或比率, 分段) → [文字]",
    number_or_rate_and_bands(list_of(TEXT)),
    Message("所在分段的各个名称", "the labels of the band a number falls into"),
)
def band(scope: Scope, value: Value, bands: Value) -> Value:
    """Return the labels of the first band a number falls into, by its printed value."""
    number = as_number(scope, value)
    if isinstance(number, Missing):
        return number
    entries: tuple[Band, ...] = of(tuple, bands)
    for edge, bound, labels in entries:
        if bound is None:
            return list(labels)
        condition = scope.compare_printed(">=" if edge == "from" else "<=", number, bound)
        decided = scope.decide(condition)
        if decided is None:
            return Missing(Message("落在哪一分段无法判断", "the band cannot be told"))
        if decided:
            return list(labels)
    return Missing(Message("不在任何分段内", "outside every band"))


@Function(
    "labels",
    "各等级",
    "(分段) → [文字]",
    takes(BANDS, gives=list_of(TEXT)),
    Message("各分段的全部名称", "the labels of all bands"),
)
def labels(scope: Scope, bands: Value) -> Value:
    """Return the labels of all bands."""
    entries: tuple[Band, ...] = of(tuple, bands)
    return [label for _, _, named in entries for label in named]


@Function(
    "points",
    "得分",
    "(数或比率, 分段) → 数量",
    number_or_rate_and_bands(COUNT),
    Message("所在分段的分值", "the points of the band a number or rate falls into"),
)
def points(scope: Scope, value: Value, bands: Value) -> Value:
    """Return the points of the band a number or rate falls into."""
    found = band.give(scope, value, bands)
    if isinstance(found, Missing):
        return found
    given = of(list, found)
    try:
        return constant(Count.parse(str(given[0])).n, "count")
    except (QuantityError, IndexError):
        return Missing(Message("这一分段没有分值", "this band has no points"))


@Function(
    "threshold",
    "门槛",
    "(数或比率, 分段) → 百分比",
    number_or_rate_and_bands(PERCENT),
    Message("所在分段的比率", "the percentage of the band a number or rate falls into"),
)
def threshold(scope: Scope, value: Value, bands: Value) -> Value:
    """Return the percentage of the band a number or rate falls into."""
    found = band.give(scope, value, bands)
    if isinstance(found, Missing):
        return found
    given = of(list, found)
    try:
        return constant(Percent.parse(str(given[0])).n, "percent")
    except (QuantityError, IndexError):
        return Missing(Message("这一分段没有比率", "this band has no percentage"))


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
