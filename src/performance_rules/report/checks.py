"""Checks of plain fields: what a report that is put together by a program cannot be made of.

What a file or another system says is read by ``build``, which tells every problem with its path;
here a mistake of the program that calls us is refused at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Final

import attrs

from performance_rules.errors import nearest

YEARS: Final = range(1949, 3000)
"""The fiscal years a report may be about."""

PROVINCES: Final = frozenset((
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34",
    "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52",
    "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
))  # fmt: skip
"""First two digits of the region codes of GB/T 2260."""

Check = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def is_region(code: str) -> bool:
    """Whether a text is a region code: two, four or six digits that begin with a province."""
    return len(code) in (2, 4, 6) and code.isascii() and code.isdigit() and code[:2] in PROVINCES


def region(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """Check a region code.

    Raises:
        TypeError: it is no text.
        ValueError: it is no code, or its province is none.
    """
    if value is None:
        return
    if not isinstance(value, str):
        raise TypeError(f"{field.name} is a text: {field.name}='{value}'")
    if not is_region(value):
        raise ValueError(f"{field.name} is a code of GB/T 2260 such as '440205', not {value!r}")


def year(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """Check a fiscal year.

    Raises:
        TypeError: it is no whole number.
        ValueError: no report is about such a year.
    """
    if value is None:
        return
    if type(value) is not int:
        raise TypeError(f"{field.name} is a whole number, not {value!r}")
    if value not in YEARS:
        raise ValueError(f"{field.name} is one of {YEARS[0]} to {YEARS[-1]}, not {value}")


def one_of(choices: Collection[str]) -> Check:
    """Return the check of a field that has one of a few values, or none if it may.

    Args:
        choices: the values.
    """

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        if value not in choices and not (value is None and field.default is None):
            meant = nearest(str(value), choices)
            cure = f"; did you mean '{meant}'?" if meant else ""
            raise ValueError(f"{field.name} is one of {', '.join(choices)}, not {value!r}{cure}")

    return check
