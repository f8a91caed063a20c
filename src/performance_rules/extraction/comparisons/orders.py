"""Comparisons without an amount: flat, more or less than, and not to be compared."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.comparisons.bases import base_of, columns_of, direction_of, keep
from performance_rules.extraction.drafts.records import Compared
from performance_rules.extraction.scope.clauses import Base
from performance_rules.extraction.scope.facts import BUDGETS
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.references import subjects_of
from performance_rules.extraction.scope.subjects import NotBound
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.quantities import nothing
from performance_rules.values.quantity import Amount

_OPPOSITE: Final = {"above": "below", "below": "above", "equal": "equal"}

_NAMES: Final = re.compile(rb"[TtW]w*/w*[TtW]+w*\Z")
_OF_SOME: Final = re.compile("数?的(?!.{0,8}?(?:原因|因素|理由))")
"""Behind an order: it tells which things there are of which it is true."""
_AS: Final = ("与", "和", "同", "跟")
"""What joins the line that another one is as much as."""


def on_incomparable(reading: Reading, found: Found) -> None:
    """比上年增长--（基数为0，不可比）: a comparison without a rate, and it says why."""
    base = base_of(reading, found)
    try:
        places = subjects_of(reading, found)
        column, against = columns_of(reading, base)
    except NotBound:
        return
    end = found.end
    while end < len(reading.tokens) and reading.letters[end : end + 1] in b"(V,":
        end += 1
    closed = end < len(reading.tokens) and reading.letters[end : end + 1] == b")"
    claim = Compared(
        places[0],
        column,
        against,
        reading.source(found.start, end),
        direction=direction_of(reading, found, "up"),
        wording=reading.printed(found.start, end + 1 if closed else end),
    )
    keep(reading, found, places, claim, None)


def on_flat(reading: Reading, found: Found) -> None:
    """与上年度持平，无增减变化; 决算数与预算数持平."""
    base = _base_of_flat(reading, found)
    if base is None or _is_of_two(reading, found) or _is_of_several(reading, found):
        return
    reading.context.now.base = base
    level_at = found.first("level")
    try:
        places = subjects_of(reading, found)
        column, against = columns_of(reading, base)
        level = reading.amount(level_at) if level_at is not None else None
    except NotBound as refusal:
        reading.refuse(str(refusal), level_at)
        return
    if level is not None and _is_of_earlier(reading, found, level):
        return
    reading.bind(level_at)
    flat = reading.tokens[found.parts["flat"][0]].value
    end = found.end
    if reading.letters[end : end + 2] == b",F":
        end += 2
    claim = Compared(
        places[0],
        column,
        against,
        reading.source(found.start, end),
        base=level,
        change=nothing() if flat == "flat" else None,
        direction=flat,
        wording=reading.printed(found.start, end),
    )
    keep(reading, found, places, claim, level)


def _is_of_two(reading: Reading, found: Found) -> bool:
    """Whether one line is said to be as much as another: 支出预算与收入预算相等."""
    if found.first("subject") is None:
        return False
    return reading.run.plain.endswith(_AS, 0, reading.tokens[found.start].start)


def _is_of_earlier(reading: Reading, found: Found, level: Amount) -> bool:
    """Whether an earlier figure is the one that is as much: 合计10，其中A 2、B 8，与上年10持平."""
    begin = reading.letters.rfind(b".", 0, found.start) + 1
    said = []
    for at in range(begin, found.start):
        if reading.letters[at : at + 1] == b"N":
            try:
                said.append(reading.amount(at))
            except NotBound:
                return False
    return len(said) > 1 and said[-1] != level and level in said[:-1]


def _is_of_several(reading: Reading, found: Found) -> bool:
    """Whether names that no figure parts stand before it: 卫生健康、住房保障两类支出与预算一致."""
    before = reading.letters[max(0, found.start - WINDOW) : found.start]
    return found.first("subject", "level") is None and _NAMES.search(before) is not None


def _base_of_flat(reading: Reading, found: Found) -> Base | None:
    if found.name == "same":
        return reading.context.now.base
    if found.first("left") is None:
        return base_of(reading, found)
    year = reading.token(found, "year")
    stage = reading.token(found, "base")
    if stage is None and year is None:
        return None
    distance = None if year is None else reading.context.facts.distance(year.value)
    return Base(stage.value if stage else "", distance, reading.printed(found.start, found.end))


def on_order(reading: Reading, found: Found) -> None:
    """决算数小于预算数: an order between two columns of the line."""
    left, right = reading.token(found, "left"), reading.token(found, "right")
    order = reading.token(found, "order")
    if left is None or right is None or order is None:
        return
    if _OF_SOME.match(reading.run.plain, reading.tokens[found.end - 1].end) is not None:
        return  # 决算数小于预算数的有A、B: of those, and not of what was spoken of
    context = reading.context
    direction = order.value
    figure, base = left.value, right.value
    if figure in BUDGETS and base not in BUDGETS:
        figure, base, direction = base, figure, _OPPOSITE[direction]
    own = context.now.distance or 0
    column, against = context.facts.column(figure, own), context.facts.column(base, own)
    if column is None or against is None or column == against:
        return
    try:
        places = subjects_of(reading, found)
    except NotBound:
        return
    claim = Compared(
        places[0],
        column,
        against,
        reading.source(found.start, found.end),
        direction=direction,
        wording=_order_wording(reading, found),
    )
    keep(reading, found, places, claim, None)


def _order_wording(reading: Reading, found: Found) -> str:
    return reading.printed(found.parts["left"][0], found.parts["right"][1])
