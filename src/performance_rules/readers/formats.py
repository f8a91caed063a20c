"""How Excel prints a number: number formats such as ``#,##0.00`` and ``0.00%``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from attrs import frozen

GENERAL: Final = "General"
BUILT_IN: Final[Mapping[int, str]] = {
    **dict.fromkeys((0, 49), GENERAL),
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"},
    **dict.fromkeys((5, 6, 37, 38), "#,##0"),
    **dict.fromkeys((7, 8, 39, 40), "#,##0.00"),
    **dict.fromkeys((41, 42), '#,##0;-#,##0;"-"'),
    **dict.fromkeys((43, 44), '#,##0.00;-#,##0.00;"-"'),
}
"""The formats that a workbook names by number only."""

_LITERAL: Final = re.compile(r'"([^"]*)"|[\\!](.)')
_UNPRINTED: Final = re.compile(
    r"_.|\*.|\[(?:Black|White|Red|Blue|Green|Yellow|Color ?\d+|\$[^\]]*)\]"
)
_DIGITS: Final = re.compile(
    r"(?P<whole>[#0?](?:[#0?,]*[#0?])?)(?:\.(?P<part>[#0?]*))?(?P<scale>,*)(?P<percent>%?)"
)
_OTHER: Final = re.compile(r"[#0?.,%A-Za-z@/\[\]年月日]")
"""What beside the digits makes a format one of dates, fractions, texts or conditions."""

_LONGEST: Final = 200
_MOVED: Final = re.compile("(?<=[#0?])(\ue000)(?=[#0?])")
"""A literal between digits."""

_HELD: Final = "\ue000"
"""Stands for a literal while the rest of a format is read."""


@frozen
class _Section:
    """One section of a format: what stands around the digits, and how many there are."""

    before: str
    after: str
    grouped: bool = False
    decimals: int = 0
    optional: int = 0
    shift: int = 0
    digits: bool = True


def shown(value: Decimal, code: str) -> str | None:
    """Return a number as printed, or None if the format says nothing or is of another kind."""
    sections = _sections(code)
    if not sections:
        return None
    section = sections[0]
    if not value and len(sections) > 2:
        section = sections[2]
    elif value < 0 and len(sections) > 1:
        section = sections[1]
    if not section.digits:
        return section.before
    moved = abs(value).scaleb(section.shift)
    step = Decimal(1).scaleb(-section.decimals)
    text = f"{moved.quantize(step, ROUND_HALF_UP):f}"
    if section.optional:
        whole, point, part = text.partition(".")
        kept = part[: section.decimals - section.optional]
        part = kept + part[len(kept) :].rstrip("0")
        text = f"{whole}{point}{part}".rstrip(".")
    if section.grouped:
        whole, point, part = text.partition(".")
        text = f"{int(whole):,}{point}{part}"
    sign = "-" if value < 0 and text.strip("0.,") else ""
    return f"{sign}{section.before.strip('-()（）')}{text}{section.after.strip('()（）')}"


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    """Return the sections of a format; none where it is not one for plain numbers."""
    if code in ("", GENERAL) or len(code) > _LONGEST:
        return ()
    literals: list[str] = []

    def hold(found: re.Match[str]) -> str:
        literals.append(found[1] if found[1] is not None else found[2])
        return _HELD

    plain = _UNPRINTED.sub("", _LITERAL.sub(hold, code))
    sections = []
    for text in plain.split(";")[:3]:
        section = _section(text, literals)
        if section is None:
            return ()
        sections.append(section)
    return tuple(sections)


def _section(text: str, literals: list[str]) -> _Section | None:
    moved = _MOVED.search(text)
    if moved and literals[text[: moved.start(1)].count(_HELD)] == ".":
        # 0!.0 prints the last digit behind a point of its own: 892000 as 89200.0
        literals.pop(text[: moved.start(1)].count(_HELD))
        text = f"{text[: moved.start(1)]}.{text[moved.end(1) :]}"
    found = _DIGITS.search(text)
    before, after = (text[: found.start()], text[found.end() :]) if found else (text, "")
    if _OTHER.search(before + after):
        return None
    # What stands in place of the digits of zero ("-"??) is padded with blanks.
    blanks = found is not None and not set(found["whole"]) - {"?"} and not found["part"]
    before = "".join(literals.pop(0) if letter == _HELD else letter for letter in before)
    after = "".join(literals.pop(0) if letter == _HELD else letter for letter in after)
    if found is None or blanks:
        return _Section(before.strip(), "", digits=False)
    part = found["part"] or ""
    return _Section(
        before.strip(" "),
        found["percent"] + after.rstrip(" "),
        "," in found["whole"],
        len(part),
        len(part) - len(part.rstrip("#?")),
        (2 if found["percent"] else 0)
        - 3 * len(found["scale"])
        - (len(part) if moved and found["part"] else 0),
    )
