"""From what somebody wrote down to decisions: a row that is none is named, with its cure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import field, frozen

from performance_rules.errors import Message, Problem, did_you_mean
from performance_rules.report.model import KINDS
from performance_rules.waivers.model import WAIVING, Decision, FindingIdentity, State

STATE_WORDS: Final[Mapping[State, Message]] = {
    "settled": Message("已改", "settled"),
    "accepted": Message("接受", "accepted"),
    "untrue": Message("不属实", "untrue"),
    "open": Message("待定", "open"),
}
"""How decisions are called."""

_STATES: Final[Mapping[str, State]] = {
    text: state for state, words in STATE_WORDS.items() for text in (state, words.zh, words.en)
}
_KINDS: Final = {**{name: kind for kind, name in KINDS.items()}, **{kind: kind for kind in KINDS}}
_CODE: Final = re.compile(r"[0-9a-f]{16}-[0-9a-f]{16}")
_DAY: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def code_of(fingerprint: str, imprint: str) -> str:
    """Return the code by which a finding with its figures is told."""
    return f"{fingerprint}-{imprint}"


@frozen
class WrittenDecision:
    """A decision as it was written down.

    Attributes:
        file: the file it stands in.
        spot: where in it.
        values: what is written, by field.
        names: what the fields are called there, for messages.
    """

    file: str
    spot: str
    values: Mapping[str, object]
    names: Mapping[str, str] = field(factory=dict)

    @property
    def origin(self) -> str:
        """Where it stands."""
        return f"{self.file} {self.spot}"

    def text(self, name: str) -> str:
        """Return what is written in a field, as text; empty for a blank."""
        value = self.values.get(name)
        return "" if value is None else str(value).strip()

    def called(self, name: str) -> str:
        """Return what a field is called where the row stands."""
        return self.names.get(name, name)

    def problem(self, zh: str, en: str, cure: Message | None = None) -> Problem:
        """Return what is wrong with the row."""
        return Problem(Message(zh, en), self.origin, cure=cure)


def decisions_of(
    rows: Iterable[WrittenDecision],
) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """Return the decisions that rows hold, and all that is wrong with rows that hold none."""
    found: list[Decision] = []
    problems: list[Problem] = []
    told: dict[object, tuple[WrittenDecision, Decision]] = {}
    for row in rows:
        wrong: list[Problem] = []
        decision = _decision(row, wrong)
        problems += wrong
        if wrong:
            continue
        about = (decision.fingerprint, decision.imprint, decision.figures)
        key = (decision.report, decision.rule, *about)
        first, earlier = told.setdefault(key, (row, decision))
        if first is row:
            found.append(decision)
        elif earlier.state != decision.state:
            problems.append(
                row.problem(
                    f"与 {first.spot} 说的是同一问题，处理却不同",
                    f"it decides otherwise about the finding of {first.spot}",
                    Message("只留一行", "keep one of the two rows"),
                )
            )
    return tuple(found), tuple(problems)


def _decision(row: WrittenDecision, wrong: list[Problem]) -> Decision:
    state = _state(row, wrong)
    if state in WAIVING:
        for name in ("reason", "who"):
            if not row.text(name):
                wrong.append(_lacks(row, name))
    if not row.text("rule"):
        wrong.append(_lacks(row, "rule"))
    code, figures = _told(row, wrong)
    fingerprint, _, imprint = code.partition("-")
    report = FindingIdentity(
        row.text("entity") or None,
        _year(row, wrong),
        _kind(row, wrong),
        row.text("project") or None,
        row.text("source"),
    )
    return Decision(
        row.text("rule"),
        report,
        state,
        row.text("reason"),
        row.text("who"),
        _day(row, wrong),
        fingerprint or None,
        imprint or None,
        figures,
        row.file,
        row.spot,
    )


def _lacks(row: WrittenDecision, name: str) -> Problem:
    called = row.called(name)
    cures = {
        "reason": Message(
            f"在“{called}”里写明为什么不算问题", f"write in '{called}' why it does not count"
        ),
        "who": Message(f"在“{called}”里写明谁定的", f"write in '{called}' who decided"),
    }
    return row.problem(f"没有写“{called}”", f"'{called}' is blank", cures.get(name))


def _state(row: WrittenDecision, wrong: list[Problem]) -> State:
    said = row.text("state")
    if not said:
        return "open"
    if said not in _STATES:
        allowed = "、".join(words.zh for words in STATE_WORDS.values())
        english = ", ".join(words.en for words in STATE_WORDS.values())
        wrong.append(
            row.problem(
                f"“{row.called('state')}”不能是“{said}”",
                f"'{said}' is no value of '{row.called('state')}'",
                did_you_mean(said, _STATES) or Message(f"可用：{allowed}", f"use: {english}"),
            )
        )
        return "open"
    return _STATES[said]


def _told(row: WrittenDecision, wrong: list[Problem]) -> tuple[str, tuple[str, ...]]:
    """Return by what the finding is told: its code, or its printed figures."""
    code, figures = row.text("code"), row.values.get("figures")
    if code and not _CODE.fullmatch(code):
        called = row.called("code")
        cure = Message("照原来的台账或结果抄回", "copy it from the ledger or the result")
        wrong.append(row.problem(f"“{called}”不完整：{code}", f"'{called}' is damaged", cure))
        return "", ()
    if code:
        return code, ()
    if isinstance(figures, list) and figures:
        return "", tuple(map(str, figures))
    called = row.called("code")
    cure = Message("照原来的台账抄回，或删去这一行", "copy it from the ledger, or delete the row")
    wrong.append(row.problem(f"没有写“{called}”", f"'{called}' is blank", cure))
    return "", ()


def _year(row: WrittenDecision, wrong: list[Problem]) -> int | None:
    said = row.text("year")
    if said and not re.fullmatch("[0-9]{4}年?", said):
        called = row.called("year")
        cure = Message("写成四位数字，如 2021", "write four digits such as 2021")
        wrong.append(row.problem(f"“{called}”不是年度：{said}", f"'{said}' is no year", cure))
        return None
    return int(said[:4]) if said else None


def _kind(row: WrittenDecision, wrong: list[Problem]) -> str | None:
    said = row.text("kind")
    if said and said not in _KINDS:
        cure = did_you_mean(said, _KINDS)
        zh = f"“{row.called('kind')}”不是文种：{said}"
        wrong.append(row.problem(zh, f"'{said}' is no kind of report", cure))
        return None
    return _KINDS[said] if said else None


def _day(row: WrittenDecision, wrong: list[Problem]) -> dt.date | None:
    said = row.values.get("until")
    if isinstance(said, dt.datetime):
        return said.date()
    if isinstance(said, dt.date):
        return said
    if text := row.text("until"):
        found = _DAY.fullmatch(text)
        try:
            if found is not None:
                return dt.date(*map(int, found.groups()))
        except ValueError:
            pass
        called = row.called("until")
        cure = Message("写成日期，如 2024-12-31", "write a date such as 2024-12-31")
        wrong.append(row.problem(f"“{called}”不是日期：{text}", f"'{text}' is no date", cure))
    return None
