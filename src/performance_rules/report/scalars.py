"""Readers of the plain values of a report: text, sentences, year, date, kind, unit, yes or no.

Each takes a value, its path and the problems; what it cannot read it notes, and returns a value
that lets reading go on.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Final, TypeVar

from performance_rules.errors import did_you_mean
from performance_rules.report.checks import YEARS
from performance_rules.report.model import EVALUATION_KINDS, KINDS, SENSES
from performance_rules.report.problems import Problems, shown
from performance_rules.values.quantity import POWERS

T = TypeVar("T")

UNITS: Final = tuple(POWERS)

PIECES: Final = range(10**6)
"""How many pictures a document may have."""

MONTHS: Final = range(1, 13)
HEADINGS: Final = range(1, 10)
"""Levels a heading can have."""

_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # not 2022-W35-3, nor 20220831

_MAX_INT: Final = 10**18
"""No integer of a report that is text (a code, a region, a name) has more digits."""


def read_text(value: object, path: str, problems: Problems) -> str | None:
    """Return a text; an integer is read as its digits."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MAX_INT:
        return str(value)
    return read_words(value, path, problems)


def read_words(value: object, path: str, problems: Problems) -> str | None:
    """Return a text; a number is no name."""
    if isinstance(value, str):
        return value
    problems.wrong(path, f"这里应是文字，得到 {shown(value)}", f"expected text, got {shown(value)}")
    return None


def read_texts(value: object, path: str, problems: Problems) -> tuple[str, ...]:
    """Return a list of sentences; a single text is a list of one."""
    items = [value] if isinstance(value, str) else value
    if isinstance(items, list | tuple) and all(isinstance(item, str) for item in items):
        return tuple(items)
    problems.wrong(
        path,
        f"这里应是一列文字，得到 {shown(value)}",
        f"expected a list of texts, got {shown(value)}",
    )
    return ()


def read_list(value: object, path: str, problems: Problems) -> list[object]:
    """Return a list; anything else is noted and read as an empty one."""
    if isinstance(value, list | tuple):
        return list(value)
    problems.wrong(
        path, f"这里应是一个列表，得到 {shown(value)}", f"expected a list, got {shown(value)}"
    )
    return []


def read_flag(value: object, path: str, problems: Problems, *, default: bool = False) -> bool:
    """Return true or false; nothing else will do."""
    if isinstance(value, bool):
        return value
    problems.wrong(
        path,
        f"这里应是 true 或 false，得到 {shown(value)}",
        f"expected true or false, got {shown(value)}",
    )
    return default


def read_year(value: object, path: str, problems: Problems) -> int | None:
    """Return a fiscal year."""
    if isinstance(value, int) and not isinstance(value, bool) and value in YEARS:
        return value
    problems.wrong(
        path,
        f"年度应是四位整数，得到 {shown(value)}",
        f"the fiscal year must be a four-digit integer, got {shown(value)}",
    )
    return None


def read_pieces(value: object, path: str, problems: Problems) -> int | None:
    """Return how many there are of something."""
    if isinstance(value, int) and not isinstance(value, bool) and value in PIECES:
        return value
    problems.wrong(
        path,
        f"个数应是不小于零的整数，得到 {shown(value)}",
        f"a number of things is an integer from 0, got {shown(value)}",
    )
    return None


def read_month(value: object, path: str, problems: Problems) -> int | None:
    """Return a month of the year."""
    if isinstance(value, int) and not isinstance(value, bool) and value in MONTHS:
        return value
    problems.wrong(
        path,
        f"月份应是 1 到 12 的整数，得到 {shown(value)}",
        f"a month is an integer from 1 to 12, got {shown(value)}",
    )
    return None


def read_date(value: object, path: str, problems: Problems) -> dt.date | None:
    """Return a date, given as such or as ISO text."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        with suppress(ValueError):  # 2022-02-30 is refused below like all that is no date
            return dt.date.fromisoformat(value)
    problems.wrong(
        path,
        f"日期应写成 2022-08-31，得到 {shown(value)}",
        f"a date is written 2022-08-31, got {shown(value)}",
    )
    return None


def read_heading(value: object, path: str, problems: Problems) -> int | None:
    """Return the level of a heading."""
    if type(value) is int and value in HEADINGS:
        return value
    problems.wrong(path, "标题级别应是 1 到 9", "a heading level is 1 to 9")
    return None


def read_number(value: object, path: str, problems: Problems) -> int | None:
    """Return a number that tells where something stands in a document."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    _no_mark(value, path, problems)
    return None


def read_mark(value: object, path: str, problems: Problems) -> str | None:
    """Return a text that tells where something stands in a document."""
    if isinstance(value, str):
        return value
    _no_mark(value, path, problems)
    return None


def _no_mark(value: object, path: str, problems: Problems) -> None:
    key = path.rpartition(".")[2]
    problems.wrong(
        path,
        f"出处中的“{key}”不能是 {shown(value)}",
        f"'{key}' of a source cannot be {shown(value)}",
    )


def read_choice(
    value: object, path: str, choices: Mapping[str, T], zh: str, problems: Problems
) -> T | None:
    """Return what one of a few words stands for; ``zh`` names the field; nothing means None."""
    if isinstance(value, str) and value in choices:
        return choices[value]
    if value is not None:
        known = "、".join(choices)
        problems.wrong(
            path,
            f"{zh}应是{known}之一，得到 {shown(value)}",
            f"expected one of {known}, got {shown(value)}",
        )
    return None


def read_kind(value: object, path: str, problems: Problems) -> str | None:
    """Return the kind of a report by its key or its Chinese name."""
    by_name = {**{key: key for key in KINDS}, **{zh: key for key, zh in KINDS.items()}}
    if isinstance(value, str) and value in by_name:
        return by_name[value]
    cure = did_you_mean(value, by_name) if isinstance(value, str) else None
    problems.wrong(
        path, f"没有 {shown(value)} 这个文种", f"unknown kind of report {shown(value)}", cure
    )
    return None


def read_unit(value: object, path: str, problems: Problems) -> str:
    """Return a unit of money; a wrong one is noted and read as 元."""
    return read_choice(value, path, {unit: unit for unit in UNITS}, "单位", problems) or "元"


_SENSES: Final = {
    **{name: key for key, zh in SENSES.items() for name in (key, zh)},
    **{"≥": "at_least", ">=": "at_least", "≤": "at_most", "<=": "at_most"},
    **{"=": "equal", "＝": "equal"},
    **{"不少于": "at_least", "不超过": "at_most", "不多于": "at_most"},
}
_FORMS: Final = {name: key for key, zh in EVALUATION_KINDS.items() for name in (key, zh)}


def read_sense(value: object, path: str, problems: Problems) -> str | None:
    """Return which side of a target is good, by its key, its Chinese name or its sign."""
    return read_choice(value, path, _SENSES, "目标方向", problems)


def read_form(value: object, path: str, problems: Problems) -> str | None:
    """Return the kind of an evaluation form by its key or its Chinese name."""
    return read_choice(value, path, _FORMS, "自评表的种类", problems)
