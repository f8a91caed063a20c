"""Decisions in a TOML file: a table ``[[waiver]]`` each."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import tomli

from performance_rules.errors import (
    Message,
    PerformanceRulesError,
    Problem,
    Span,
    did_you_mean,
)
from performance_rules.waivers.building import WrittenDecision, decisions_of
from performance_rules.waivers.model import Decision

_KEYS: Final = (
    *("rule", "entity", "year", "kind", "project", "source"),
    *("state", "reason", "who", "until", "code", "figures"),
)


class WaiverError(PerformanceRulesError):
    """A file of waivers cannot be accepted."""


def read_waivers(data: bytes, name: str) -> tuple[Decision, ...]:
    """Return the decisions of a TOML file.

    Args:
        data: the bytes of the file.
        name: how it is called in messages.

    Raises:
        WaiverError: with everything that is wrong with it, each with its table and a cure.
    """
    rows, problems = _rows(_parsed(data, name), name)
    found, wrong = decisions_of(rows)
    if problems or wrong:
        raise WaiverError((*problems, *wrong))
    return found


def _parsed(data: bytes, name: str) -> dict[str, object]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        why = Message("不是 UTF-8 编码的文本", "it is no text in UTF-8")
        raise WaiverError([Problem(why, name)]) from None
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as wrong:
        line = text.splitlines()[wrong.lineno - 1] if text.count("\n") >= wrong.lineno - 1 else ""
        span = Span(Path(name).name, wrong.lineno, wrong.colno, wrong.colno + 1, line)
        why = Message(f"TOML 格式有误：{wrong.msg}", f"malformed TOML: {wrong.msg}")
        raise WaiverError([Problem(why, span=span)]) from None


def _rows(parsed: dict[str, object], name: str) -> tuple[list[WrittenDecision], list[Problem]]:
    problems = [
        Problem(
            Message(f"没有“{key}”这一项", f"there is no key '{key}'"), name, cure=_use_tables(key)
        )
        for key in parsed
        if key != "waiver"
    ]
    tables = parsed.get("waiver", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        why = Message("waiver 不是表的列表", "waiver is no list of tables")
        return [], [*problems, Problem(why, name, cure=_use_tables("waiver"))]
    rows = []
    for number, table in enumerate(tables, 1):
        values = {"state": "accepted", **table}
        row = WrittenDecision(name, f"[[waiver]] {number}", values, {"code": "code 或 figures"})
        problems += [
            row.problem(f"没有“{key}”这一项", f"there is no key '{key}'", did_you_mean(key, _KEYS))
            for key in table
            if key not in _KEYS
        ]
        rows.append(row)
    return rows, problems


def _use_tables(key: str) -> Message | None:
    if near := did_you_mean(key, ("waiver",)):
        return near if key != "waiver" else Message("写成 [[waiver]]", "write [[waiver]]")
    return Message("每条豁免写成一个 [[waiver]]", "write a table [[waiver]] for each")
