"""The explanation: grounded values as people read them, with every operand and its source.

A second walk, done only for what is shown.
"""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from math import ceil
from typing import Final

from performance_rules.errors import Lang, Message
from performance_rules.language.derived import COLUMN_NAMES, TERM_NAMES
from performance_rules.language.ground import (
    Due,
    Extreme,
    Gap,
    Linear,
    Missing,
    Rate,
    Values,
    value_of,
)
from performance_rules.language.scales import Deduction
from performance_rules.language.scope import Scope, Value
from performance_rules.report.model import Reason
from performance_rules.report.nodes import FigureNode
from performance_rules.report.phrases import column_said
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import SCALE, Count, Quantity, format_scaled

TIMES: Final = "×"
"""What stands between two numbers that are multiplied."""

_SIGNS: Final = str.maketrans(
    {"＞": ">", "＜": "<", "＝": "=", "（": "(", "）": ")", "约": "about "}
)
"""What of a Chinese sum is written otherwise in English."""

MISSING: Final = Message("？", "?")
LEFT_OUT: Final = Message("…（共 {count} 项）", "… ({count} in all)")
BLANK: Final = Message("空白", "blank")
NO_RATE: Final = Message("（分母为零）", "(nothing to divide by)")
BETWEEN: Final = Message("、", ", ")
"""What stands between the items of a list."""


class Told(str):
    """What is told already: it stands in a sentence as it is, and is no quotation."""

    __slots__ = ()


_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_TERMS: Final = {zh: name for name, zh in COLUMN_NAMES.items()}


def shown(scope: Scope, value: Value) -> str:
    """Return a grounded value as text: amounts with unit and separators, rates in percent.

    In English a Chinese name or text is a quotation.
    """
    if isinstance(value, Missing):
        return MISSING.text(scope.lang)
    if isinstance(value, FigureNode):
        value = scope.number(value)
        if isinstance(value, Missing):
            return BLANK.text(scope.lang)
    if isinstance(value, Linear):
        return show_number(scope, value)
    if isinstance(value, Rate):
        return show_rate(value, scope.values, lang=scope.lang)
    if isinstance(value, Gap):
        return show_gap(value, scope.values)
    if isinstance(value, Due):
        return show_due(value, scope.values)
    if isinstance(value, Deduction):
        return _quoted(scope, value.scale.text)
    if isinstance(value, Extreme):
        return shown(scope, _extreme_item(value, scope.values))
    if isinstance(value, list | tuple):
        return BETWEEN.text(scope.lang).join(shown(scope, item) for item in value)  # type: ignore[arg-type]
    if isinstance(value, str):
        return _quoted(scope, value)
    if isinstance(value, Reason):
        return _quoted(scope, value.text)
    if isinstance(value, int | dt.date):
        return str(value)
    name = getattr(value, "name", None) or getattr(value, "title", "")
    return _quoted(scope, str(name))


def _quoted(scope: Scope, text: str) -> str:
    """Return a name or a text of a report, or what a term of ours is called."""
    if isinstance(text, Told):
        return text
    if scope.lang == "zh":
        return str(TERM_NAMES.get(text, text))
    term = text if text in TERM_NAMES else _TERMS.get(text)
    if term is not None:
        return column_said(term)
    return f"'{text}'" if _HAN.search(text) and not text.startswith("'") else text


def _size(item: Linear | Rate | Gap | Due, values: Values) -> Fraction:
    """Return the size of a number on the printed values; rates are fractions."""
    if isinstance(item, Due):
        raise TypeError(item)  # the language has no extreme of points due
    if isinstance(item, Linear):
        return Fraction(value_of(item, values))
    if isinstance(item, Gap):
        other = _size(item.other, values)
        other = other / HUNDRED if isinstance(item.other, Linear) else other
        return item.sign * (_size(item.rate, values) - other)
    whole = value_of(item.denominator, values)
    return Fraction(value_of(item.numerator, values), whole) if whole else Fraction(0)


def _extreme_item(extreme: Extreme, values: Values) -> Linear | Rate | Gap | Due:
    """Return the item that is the smallest or largest on the printed values."""
    items = [_extreme_item(i, values) if isinstance(i, Extreme) else i for i in extreme.items]
    return (min if extreme.which == "min" else max)(items, key=lambda item: _size(item, values))


def common_unit(scope: Scope, *numbers: Linear) -> str:
    """Return the unit all amounts of some numbers are printed in; one in which they read well."""
    leaves = [scope.tree.leaves[leaf] for number in numbers for leaf, _ in number.terms]
    units = {leaf.quantity.unit for leaf in leaves}
    if len(units) > 1:  # 0元 beside 3.20万元 says nothing of the unit
        units = {leaf.quantity.unit for leaf in leaves if leaf.n} or units
    if len(units) == 1:
        return units.pop()
    whole = all(value_of(number, scope.values) % SCALE == 0 for number in numbers)
    return _LARGE if whole and units - {"元", "千元"} else "元"


_LARGE: Final = "万元"
"""In what whole yuan are told where some are printed in yuan and others in a larger unit."""


_IN_LARGE: Final = re.compile("^[0-9][0-9,.]*[万亿][\u3400-\u9fff]")
"""A number of things in 万 or 亿, with what is counted."""


def spoken(quantity: Quantity) -> str:
    """Return a printed quantity as it is read: points of percent with %, a date as printed.

    What was multiplied to count it stands as it was printed, 16人×12个月, and so does 118.62万吨.
    """
    if isinstance(quantity, Count) and TIMES in quantity.printed:
        return quantity.printed
    if isinstance(quantity, Count) and quantity.unit == "点" and "点" not in quantity.printed:
        return str(quantity).removesuffix("点") + "%"
    if isinstance(quantity, Count) and _IN_LARGE.search(quantity.printed):
        return "".join(quantity.printed.split())
    if isinstance(quantity, Count) and quantity.unit == "日" and "月" in quantity.printed:
        return quantity.printed
    return str(quantity)


def show_number(scope: Scope, number: Linear, unit: str = "") -> str:
    """Return a number: a printed one as printed, a computed one exactly, in its terms' unit."""
    if len(number.terms) == 1 and number.terms[0][1] == 1 and not number.constant:
        return spoken(scope.tree.leaves[number.terms[0][0]].quantity)
    n = value_of(number, scope.values)
    if number.kind == "percent":
        return format_scaled(n, "percent")
    if number.kind == "amount":
        return format_scaled(n, "amount", unit or common_unit(scope, number))
    units = {scope.tree.leaves[leaf].quantity.unit for leaf, _ in number.terms} - {""}
    return format_scaled(n, "count", units.pop() if len(units) == 1 else "")


def show_rate(
    rate: Rate, values: Values, decimals: int = 2, lang: Lang = "zh", unit: str = "元"
) -> str:
    """Return a rate in percent, or a price in a unit, rounded half up for display."""
    whole = value_of(rate.denominator, values)
    if whole == 0:
        return NO_RATE.text(lang)
    n = rate.whole * value_of(rate.numerator, values)
    if whole < 0:
        n, whole = -n, -whole
    return format_scaled((2 * n + whole) // (2 * whole), rate.kind, unit, decimals=decimals)


def show_gap(gap: Gap, values: Values) -> str:
    """Return the difference of two rates in percent points, rounded for display."""
    return format_scaled(round(HUNDRED * _size(gap, values)), "percent", decimals=2)


def points_due(due: Due, values: Values) -> list[int]:
    """Return the points that are due for a rate as printed, the least first, of all readings."""
    weight, start = value_of(due.weight, values), Fraction(value_of(due.start, values))
    off = start - HUNDRED * _size(due.rate, values)
    off = max(Fraction(0), off if due.side == "below" else -off)
    floor = max(0, weight - due.most) if due.most is not None else 0
    found = set()
    for step in due.steps:
        whole, over = Fraction(off // step), Fraction(ceil(off / step))
        counts = {"begun": [over], "completed": [whole], "share": [off / step]}
        for count in counts.get(due.part, [whole, over]):
            found.add(round(max(Fraction(floor), weight - due.points * count)))
    return sorted(found)


def show_due(due: Due, values: Values) -> str:
    """Return the points that are due for a rate as printed; from least to most of all readings."""
    points = points_due(due, values)
    ends = dict.fromkeys(format_scaled(n, "count") for n in (points[0], points[-1]))
    return "–".join(ends)


_LEFT_OUT: Final = re.compile(LEFT_OUT.zh.replace("{count}", "([0-9]+)"))


def reckoned(text: str) -> Message:
    """Return arithmetic in both languages: the signs differ, and how what is left out is told."""
    english = _LEFT_OUT.sub(LEFT_OUT.en.format(count=r"\1"), text.replace(NO_RATE.zh, NO_RATE.en))
    return Message(text, english.translate(_SIGNS))
