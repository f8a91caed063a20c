"""From a plain value to a printed quantity: text, ``Decimal`` or ``int``, never a float."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, TypeVar

import attrs

from performance_rules.errors import Message
from performance_rules.report.problems import Problems, join, shown
from performance_rules.report.scalars import read_choice, read_flag, read_unit
from performance_rules.text.numerals import PREFIX, Approximate, unhedged
from performance_rules.values.quantity import (
    Amount,
    Count,
    Percent,
    Quantity,
    QuantityError,
    hedged,
    is_blank,
)

T = TypeVar("T")

QUANTITY_KEYS: Final = {
    "value": "value",
    "值": "value",
    "unit": "unit",
    "单位": "unit",
    "exact": "exact",
    "精确": "exact",
    "step": "step",
    "步长": "step",
    "approximate": "approximate",
    "约数": "approximate",
}
"""The keys of one printed quantity; ``step`` is one unit of its last digit, in its own unit."""

APPROXIMATE: Final[Mapping[str, Approximate]] = {
    **{side: side for side in PREFIX},
    **{"约": "about", "近": "below", "余": "above"},
}
"""How a table says that a number is approximate, where its text does not."""

_MONEY_WORDS: Final = ("元", "万", "亿")

_MAX_PLACES: Final = 40
"""A longer number is not written out: 1E+999999999 is short to read and long to print."""


def parse_quantity(text: str, unit: str, kind: str) -> Quantity:
    """Return the quantity a text states in a place of a kind: amount, percent, count or any.

    Args:
        text: the printed text.
        unit: the unit of an amount that carries none.
        kind: what belongs in the place; where anything does, a text decides by its own unit.

    Raises:
        QuantityError: if the text states none.
    """
    if kind == "amount":
        return Amount.parse(text, unit)
    if kind == "percent" or "%" in text or "％" in text:
        return Percent.parse(text)
    if kind == "any" and says_money(text):
        return Amount.parse(text)
    return Count.parse(text)


def says_money(value: object) -> bool:
    """Whether a value is an amount that carries its own unit of money."""
    if isinstance(value, str):
        return unhedged("".join(value.split()))[0].endswith(_MONEY_WORDS)
    return isinstance(value, Amount)


def read_quantity(
    value: object, path: str, unit: str, kind: str, problems: Problems
) -> Quantity | None:
    """Return the quantity of a plain value or a table, or None for a blank; or note a problem."""
    if not isinstance(value, Mapping):
        return _plain(value, path, unit, kind, problems)
    raw = problems.fields(value, path, QUANTITY_KEYS)
    if raw.get("unit") is not None:
        unit = read_unit(raw["unit"], join(path, "unit"), problems)
    found = _plain(raw.get("value"), path, unit, kind, problems)
    return _precise(found, raw, path, problems)


def _plain(value: object, path: str, unit: str, kind: str, problems: Problems) -> Quantity | None:
    """Return the quantity of a value that is no table."""
    if isinstance(value, Amount | Percent | Count):
        return _fitting(value, path, kind, problems)
    if value is None or (isinstance(value, str) and is_blank(value)):
        return None
    text = read_printed(value, path, problems)
    if text is None:
        return None
    return _tried(lambda: parse_quantity(text, unit, kind), path, value, problems)


def _fitting(value: Quantity, path: str, kind: str, problems: Problems) -> Quantity | None:
    """Return a quantity if it is of the kind that belongs here."""
    wanted = {"amount": (Amount,), "percent": (Percent,), "count": (Count, Percent)}
    if isinstance(value, wanted.get(kind, (object,))):
        return value
    problems.wrong(path, f"{value!r} 不该在这一栏", f"{value!r} does not belong here")
    return None


def _precise(
    found: Quantity | None, raw: Mapping[str, object], path: str, problems: Problems
) -> Quantity | None:
    """Return a quantity with the precision that the other keys of its table assert."""
    if "approximate" in raw and found is not None:
        where = join(path, "approximate")
        side = read_choice(raw["approximate"], where, APPROXIMATE, "约数", problems)
        found = hedged(found, side) if side is not None else found
    exact = "exact" in raw and read_flag(raw["exact"], join(path, "exact"), problems)
    step = raw.get("step")
    where = join(path, "step")
    text = None if step is None else read_printed(step, where, problems)
    if found is None or (isinstance(found, Count) and not found.approximate and text is None):
        return found  # a count is exact, unless it is said to be rounded: 2.16万人次
    if exact:
        return attrs.evolve(found, step=0)
    if text is None:
        return found
    return _tried(lambda: _stepped(found, text), where, step, problems)


def _stepped(found: Quantity, text: str) -> Quantity:
    if isinstance(found, Amount):
        return attrs.evolve(found, step=Amount.of(text, found.unit).n)
    # Read as 元, which has the scale of percent points and no fewer places.
    return attrs.evolve(found, step=Amount.of(text.strip().removesuffix("%")).n)


def read_printed(value: object, path: str, problems: Problems) -> str | None:
    """Return the text of a number; a float, or what is no number, is noted."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        small = value.is_finite() and abs(value.adjusted()) < _MAX_PLACES
        return format(value, "f") if small else str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        if abs(value) < 10**_MAX_PLACES:
            return str(value)
        problems.wrong(path, "数字太长", "the number is too long")
        return None
    cure = None
    if isinstance(value, float):
        cure = Message(
            "浮点数已丢掉印出的小数位：请传文字，如 1,405,342.80元",
            "a float has lost its printed decimals: pass text such as '1,405,342.80元'",
        )
    problems.wrong(
        path,
        f"数字应是文字、Decimal 或整数，得到 {shown(value)}",
        f"a number must be text, Decimal or int, got {shown(value)}",
        cure,
    )
    return None


def _tried(parse: Callable[[], T], path: str, value: object, problems: Problems) -> T | None:
    """Return what ``parse`` gives; a refusal becomes a problem."""
    try:
        return parse()
    except QuantityError as refusal:
        zh, en = refusal.args[0], refusal.args[-1]
        problems.wrong(
            path, f"读不懂的数字 {shown(value)}：{zh}", f"bad number {shown(value)}: {en}"
        )
        return None
