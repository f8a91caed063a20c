"""The ledger read back: what was filled in beside each finding, as decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from performance_rules.errors import Message, Problem, UnreadableError
from performance_rules.outputs.words import WORDS
from performance_rules.readers.xlsx import Worksheet, sheets_of
from performance_rules.report.model import KINDS
from performance_rules.waivers.building import WrittenDecision, decisions_of
from performance_rules.waivers.files import WaiverError
from performance_rules.waivers.model import Decision

_FIELDS: Final[Mapping[str, str]] = {
    "rule": "rule",
    "entity": "entity",
    "year": "year",
    "kind": "kind",
    "project": "project",
    "source": "source",
    "state": "state",
    "remark": "reason",
    "who": "who",
    "until": "until",
    "fingerprint": "code",
}
"""The columns of the ledger that tell what was decided, and of what."""

_NEEDED: Final = ("rule", "state", "fingerprint")
_FILLED: Final = ("state", "reason", "who", "until")


def read_ledger(data: bytes, name: str) -> tuple[Decision, ...]:
    """Return the decisions of a ledger; rows in which nothing was filled in hold none.

    Args:
        data: the bytes of the workbook.
        name: how it is called in messages.

    Raises:
        WaiverError: with everything that is wrong with it, each with its row and a cure.
        UnreadableError: if the workbook cannot be read.
    """
    try:
        sheets = sheets_of(data)
    except UnreadableError as wrong:
        raise UnreadableError(
            Problem(one.message, name, cure=one.cure) for one in wrong.problems
        ) from None
    for sheet in sheets:
        for at, cells in enumerate(sheet.rows):
            columns = _columns(cells)
            if all(needed in columns for needed in _NEEDED):
                found, problems = decisions_of(_rows(sheet, at, columns, name))
                if problems:
                    raise WaiverError(problems)
                return found
    heads = "、".join(WORDS[f"ledger.{needed}"].zh for needed in _NEEDED)
    english = ", ".join(WORDS[f"ledger.{needed}"].en for needed in _NEEDED)
    why = Message(f"没有一张表有这几栏：{heads}", f"no sheet has the columns {english}")
    cure = Message("用 check 报告 -o 台账.xlsx 重新生成", "make it anew: check FILE -o ledger.xlsx")
    raise WaiverError([Problem(why, name, cure=cure)])


def _columns(cells: Sequence[object]) -> dict[str, int]:
    """Return which column is which, by the words of its head in either language."""
    heads = {WORDS[f"ledger.{one}"].text(lang): one for one in _FIELDS for lang in ("zh", "en")}
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if isinstance(cell, str) and (one := heads.get(cell.strip())):
            found.setdefault(one, at)
    return found


def _rows(
    sheet: Worksheet, at: int, columns: Mapping[str, int], name: str
) -> Iterator[WrittenDecision]:
    head = sheet.rows[at]
    names = {_FIELDS[one]: str(head[column]).strip() for one, column in columns.items()}
    for line, cells in enumerate(sheet.rows[at + 1 :], at + 1):
        values = {_FIELDS[one]: cells[column] for one, column in columns.items()}
        if all(values.get(one) is None for one in _FILLED):
            continue
        values["kind"] = _kind(values.get("kind"))
        values["source"] = Path(str(values.get("source") or "")).name
        yield WrittenDecision(name, f"{sheet.name}!A{sheet.top + line}", values, names)


def _kind(said: object) -> object:
    """Return a kind of report by its name in either language; None where none is known."""
    words = {text: kind for kind in KINDS for text in _words(f"kind.{kind}")}
    return None if said in _words("head.no_kind") else words.get(str(said), said)


def _words(key: str) -> tuple[str, str]:
    return WORDS[key].zh, WORDS[key].en
