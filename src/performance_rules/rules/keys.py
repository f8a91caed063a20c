"""The keys of rule, parameter and override files, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from performance_rules.errors import Problem, did_you_mean
from performance_rules.report.keys import aliases
from performance_rules.report.model import KINDS, Report
from performance_rules.rules.model import Equivalent
from performance_rules.rules.toml import Key, TomlFile, check_keys

RULE_KEYS: Final = {
    "id": Key("text", True),
    "title": Key("text", True),
    "title_en": Key("text", True),
    "fault": Key("text"),
    "fault_en": Key("text"),
    "severity": Key("text", True),
    "covers": Key("texts"),
    "kinds": Key("texts"),
    "since": Key("integer"),
    "until": Key("integer"),
    "enabled": Key("bool"),
    "floor": Key("text"),
    "may_disable": Key("bool"),
    "let": Key("table"),
    "each": Key("text"),
    "when": Key("text"),
    "assert": Key("text", True),
    "message": Key("text", True),
    "message_en": Key("text", True),
    "advice": Key("text", True),
    "advice_en": Key("text", True),
    "why": Key("text", True),
    "basis": Key("tables", True),
    "always_judged": Key("text"),
    "equivalent": Key("tables"),
    "example": Key("tables"),
}
EQUIVALENT_KEYS: Final = {"mutant": Key("text", True), "why": Key("text", True)}
EXAMPLE_KEYS: Final = {
    "name": Key("text", True),
    "expect": Key("text", True),
    "given": Key("table", True),
    "says": Key("texts"),
    "parameters": Key("table"),
}
PARAMETER_KEYS: Final = {
    "id": Key("text", True),
    "unit": Key("text"),
    "title": Key("text"),
    "alias": Key("text"),
    "tighten": Key("text"),
    "values": Key("tables", True),
}
OVERRIDE_KEYS: Final = {
    "rule": Key("text", True),
    "verb": Key("text", True),
    "reason": Key("text", True),
    "since": Key("integer"),
    "until": Key("integer"),
    "review_by": Key("value"),
    "basis": Key("tables"),
    "set": Key("table"),
    "example": Key("tables"),
}
VERBS: Final = ("replace", "set", "disable", "enable")
SETTABLE: Final = (
    "severity", "title", "title_en", "fault", "fault_en", "message", "message_en", "advice",
    "advice_en", "why", "basis", "kinds",
)  # fmt: skip
"""What the verb ``set`` may change; anything else needs ``replace``."""


_OWN: Final = (
    "id", "always_judged", "equivalent", "example", "since", "until", "floor", "may_disable",
)  # fmt: skip
RULE_KEYS_OF_REPLACE: Final = {k: Key(v.type) for k, v in RULE_KEYS.items() if k not in _OWN}


KIND_NAMES: Final = {**{kind: kind for kind in KINDS}, **{zh: kind for kind, zh in KINDS.items()}}
"""Kinds of report by key and by Chinese name."""


def one_of(
    file: TomlFile,
    path: tuple[str | int, ...],
    value: str,
    allowed: Mapping[str, str] | tuple[str, ...],
) -> list[Problem]:
    """Return the problem of a value that is not one of a closed list."""
    if value in allowed:
        return []
    return [
        file.wrong_value(
            path,
            f"“{value}”不是可取的值：{'、'.join(allowed)}",
            f"'{value}' is none of {', '.join(allowed)}",
            did_you_mean(value, allowed),
        )
    ]


def period(file: TomlFile, at: tuple[str | int, ...], raw: Mapping[str, object]) -> list[Problem]:
    """Return the problem of a first year after the last one."""
    since, until = cast("int | None", raw.get("since")), cast("int | None", raw.get("until"))
    if since is None or until is None or since <= until:
        return []
    return [file.problem(at or ("since",), "since 晚于 until", "since is after until")]


def kinds_named(
    file: TomlFile,
    raw: Mapping[str, object],
    at: tuple[str | int, ...],
    problems: list[Problem],
) -> tuple[str, ...]:
    """Return the kinds of report that a table names; what is none becomes a problem."""
    kinds = cast("list[str]", raw.get("kinds", []))
    for i, kind in enumerate(kinds):
        problems += one_of(file, (*at, "kinds", i), kind, KIND_NAMES)
    return tuple(KIND_NAMES[kind] for kind in kinds if kind in KIND_NAMES)


def unknown_parts(
    file: TomlFile, given: Mapping[str, object], at: tuple[str | int, ...]
) -> list[Problem]:
    """Return the keys of a miniature report that are none of a report.

    What stands below them is looked at when the example is run.
    """
    known = aliases(Report)
    return [
        file.problem(
            (*at, name), f"不认识的键“{name}”", f"unknown key '{name}'", did_you_mean(name, known)
        )
        for name in given
        if name not in known
    ]


def equivalents(
    file: TomlFile, raw: Mapping[str, object], problems: list[Problem]
) -> tuple[Equivalent, ...]:
    """Return the mutants that a rule file says are equivalent; what is wrong becomes a problem."""
    out = []
    for i, item in enumerate(cast("list[dict[str, str]]", raw.get("equivalent", []))):
        wrong = check_keys(file, item, EQUIVALENT_KEYS, ("equivalent", i))
        problems += wrong
        out += [] if wrong else [Equivalent(**item)]
    return tuple(out)
