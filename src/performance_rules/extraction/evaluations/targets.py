"""What the cell of a target or a result says: a quantity, the side that is good, or words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from attrs import evolve

from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.values.quantity import (
    SCALE,
    Amount,
    Count,
    Percent,
    Quantity,
    QuantityError,
    is_blank,
)

_NUMBER: Final = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_LARGE: Final = re.compile(r"(\d[\d,]*(?:\.\d{1,4})?)([百千万亿])([^\d元]{1,8})")
_POWERS: Final = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SECONDS: Final = {"秒": 1, "秒钟": 1, "分钟": 60, "小时": 3600, "个小时": 3600}
_MONEY: Final = ("元", "千元", "万元", "亿元")
_DATE: Final = re.compile(r"\d{1,4}年|\d{1,2}月(?!·)|\d[-—~～至]\d")


@fixed
class Said:
    """What a cell says.

    Attributes:
        value: the quantity, if it is one.
        text: the words, where it is none.
        sense: which side is good, where that is said.
    """

    value: Quantity | None = None
    text: str = ""
    sense: str = ""


def said_in(printed: str, unit: str, words: EvaluationWords) -> Said:
    """Return what a cell of targets or results says.

    Args:
        printed: what stands in it.
        unit: the unit that stands in a column of its own.
        words: the words of forms.
    """
    if is_blank(printed):
        return Said()
    core, sense = _sense(plain_word(printed).replace("（", "(").replace("）", ")"), words)
    numbers = _NUMBER.findall(core)
    if len(numbers) != 1 or _DATE.search(core):
        return Said(text=printed.strip(), sense=sense)
    value = _quantity(core, plain_word(unit))
    return Said(value, "" if value is not None else printed.strip(), sense)


def of_one_measure(value: Quantity, other: Quantity) -> Quantity:
    """Return a time in the unit of another one: 0.5小时 beside 20分钟 is 30 of them.

    Args:
        value: what is to be measured as the other is; anything but a time stays as it is.
        other: the other one.
    """
    if not isinstance(value, Count) or not isinstance(other, Count) or value.unit == other.unit:
        return value
    if value.unit not in _SECONDS or other.unit not in _SECONDS:
        return value
    seconds = value.value * _SECONDS[value.unit]
    made = (seconds / _SECONDS[other.unit]).quantize(Decimal("0.0001")).normalize()
    if made * _SECONDS[other.unit] != seconds:
        return value
    return Count(Decimal(f"{made:f}"), other.unit, printed=value.printed)


def sense_of(printed: str, words: EvaluationWords) -> str:
    """Return the side that a cell of a column of its own says is good: ≥, 定性 …; else nothing."""
    plain = plain_word(printed)
    return next((sense for word, sense in words.before if word == plain), "")


def _sense(text: str, words: EvaluationWords) -> tuple[str, str]:
    for word, sense in words.before:
        if sense and text.startswith(word) and text[len(word) :][:1].isdigit():
            return text[len(word) :], sense
    for word, sense in words.behind:
        if text.endswith(word) and len(text) > len(word):
            return text[: -len(word)], sense
    return text, ""


def _rounded(digits: str, power: str, unit: str, printed: str) -> Count:
    """Return a number of things that is printed in 万: 2.16万人次 is rounded to a hundred."""
    number = Decimal(digits.replace(",", "")) * _POWERS[power]
    number = number.quantize(Decimal(1)) if number == int(number) else number
    places = len(digits.partition(".")[2])
    step = _POWERS[power] * SCALE // 10**places
    return Count(number, unit, step=step, printed=printed)


def _quantity(text: str, unit: str) -> Quantity | None:
    bare = bool(_NUMBER.fullmatch(text))
    text = f"{text}{unit}" if bare and unit else text
    try:
        if text.endswith("‰"):
            value = Percent.parse(f"{text[:-1]}%")
            return evolve(
                Percent(value.value / 10, step=value.step // 10), printed=text
            )  # a tenth of a percent
        if large := _LARGE.fullmatch(text):
            return _rounded(large[1], large[2], large[3], text)
        if text.endswith("%"):
            return Percent.parse(text)
        if text.endswith(_MONEY) and "/" not in text:
            return Amount.parse(text)
        return Count.parse(text)
    except QuantityError:
        return None
