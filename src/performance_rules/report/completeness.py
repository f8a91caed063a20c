"""Completeness: where a report says that not every part of a breakdown is listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve

from performance_rules.errors import Message
from performance_rules.report.keys import aliases
from performance_rules.report.lines import Breakdown
from performance_rules.report.problems import Problems, join
from performance_rules.report.scalars import read_flag

OF_A_BREAKDOWN: Final = ("reasons", "notes", "unread", "settled", "inference")
"""What is said of a breakdown, and of a list of matters never."""

_INSIDE: Final = Message(
    "写进那个分解自己的表里，如 by_function = { complete = false, lines = […] }",
    "write it into the table of the breakdown: by_function = { complete = false, lines = […] }",
)
_OWN: Final = Message("写在某一事项里", "write it into the table of a matter")


def with_completeness(
    raw: dict[str, object], path: str, found: Sequence[Breakdown], problems: Problems
) -> tuple[Breakdown, ...]:
    """Return the breakdowns of a line, one of them as complete as is said beside it.

    Beside several breakdowns it is said of the members.

    Args:
        raw: the table of the line, from which it is taken.
        path: where the line stands.
        found: the breakdowns as they were read.
        problems: where it is noted that nothing of the kind is there.
    """
    if "complete" not in raw:
        return tuple(found)
    where = join(path, "complete")
    complete = read_flag(raw.pop("complete"), where, problems, default=True)
    meant = [b for b in found if b.dimension == "members"] or found
    if len(meant) != 1:
        zh, en = "这里没有分解", "nothing is broken down here"
        if meant:
            zh, en = "这里有几种分解，不知说的是哪一种", "this may be said of several breakdowns"
        problems.wrong(where, zh, en, _INSIDE)
    return tuple(evolve(b, complete=b.complete and complete) if b in meant else b for b in found)


def without_completeness(
    table: Mapping[str, object], path: str, problems: Problems
) -> dict[str, object]:
    """Return the table of matters without them and ``complete = false``, which always holds.

    What else is said of a breakdown would be lost, so it is noted.
    """
    known = aliases(Breakdown)
    kept: dict[str, object] = {}
    for key, value in table.items():
        name = known.get(key)
        if name in OF_A_BREAKDOWN or (name == "complete" and value is True):
            zh, en = "事项不是一个分解", "matters are no breakdown"
            problems.wrong(join(path, key), f"{zh}，没有“{key}”", f"{en}: no '{key}' here", _OWN)
        elif name and (name != "complete" or not isinstance(value, bool)):
            kept[key] = value
    return kept
