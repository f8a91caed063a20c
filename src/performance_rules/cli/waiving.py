"""Files of decisions about findings, as ``check --waivers`` takes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from performance_rules.checking.result import ROUNDING_RULE
from performance_rules.cli.words import message
from performance_rules.errors import PerformanceRulesError, Problem, did_you_mean
from performance_rules.judging.deciding import decisions_in
from performance_rules.outputs.batch import identity_of
from performance_rules.report.files import file_bytes
from performance_rules.waivers.model import NONE, Decision, Decisions

if TYPE_CHECKING:
    from performance_rules.judging.judge import Judged


def read_decisions(files: Iterable[Path]) -> Decisions:
    """Return the decisions of some files, as they hold today.

    Raises:
        PerformanceRulesError: with everything that is wrong with all of the files.
    """
    found: list[Decision] = []
    problems: list[Problem] = []
    for file in files:
        try:
            found += decisions_in(_bytes_of(file), str(file))
        except PerformanceRulesError as wrong:
            problems += wrong.problems
    if problems:
        raise PerformanceRulesError(problems)
    return Decisions(tuple(found), dt.date.today()) if found else NONE


def _bytes_of(file: Path) -> bytes:
    """Return the bytes of a file; of one that holds no decisions, as its name says, none."""
    return file_bytes(file) if file.suffix.lower() in (".toml", ".xlsx") else b""


def unused(decisions: Decisions, judged: Sequence[Judged]) -> Iterator[Problem]:
    """Yield what nobody could use: decisions about other reports, or about rules there are not."""
    rules = {ROUNDING_RULE, *(rule for one in judged for rule in one.rules)}
    parts = [part for one in judged for part in one.checked.parts]
    reports = [identity_of(part.result, part.source) for part in parts]
    others = decisions.elsewhere(reports)
    for decision in decisions.items:
        if decision.rule not in rules and decision not in others:
            why = message("waivers.no_rule", rule=decision.rule)
            yield Problem(why, decision.origin, cure=did_you_mean(decision.rule, rules))
    files: dict[str, int] = {}
    for decision in others:
        files[decision.file] = files.get(decision.file, 0) + 1
    for file, count in files.items():
        yield Problem(message("waivers.elsewhere", file=file, count=count))
