"""The keys of rule, parameter and override files, and how parameter values are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from performance_rules.errors import Problem, did_you_mean
from performance_rules.language.ground import constant
from performance_rules.language.patterns import PatternError, pattern_of
from performance_rules.language.scales import Deduction, read_scale
from performance_rules.language.scope import Value
from performance_rules.report.model import KINDS
from performance_rules.rules.model import LISTS, Equivalent, Parameter, Texts
from performance_rules.rules.toml import Key, TomlFile, check_keys
from performance_rules.values.quantity import Amount, Count, Percent

RULE_KEYS: Final = {
    "id": Key("text", True),
    "title": Key("text", True),
    "title_en": Key("text", True),
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
LAST: Final = 9999
"""The year of what has no last year."""

VERBS: Final = ("replace", "set", "disable", "enable")
SETTABLE: Final = (
    "severity", "title", "title_en", "message", "message_en", "advice", "advice_en", "why",
    "basis", "kinds",
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


def parameter_value(given: object, unit: str) -> Value | Texts:
    """Return a parameter's value as the language uses it.

    Raises:
        ValueError: it is no number, text, pattern, band or scale of the unit.
        TypeError: it is no list where the unit is one.
    """
    if unit == "percent":
        return constant(Percent.parse(str(given)).n, "percent")
    if unit == "amount":
        return constant(Amount.parse(str(given), "元").n, "amount")
    if unit == "count":
        return constant(Count.parse(str(given)).n, "count")
    if unit == "scale":
        scale = read_scale(str(given))
        if scale is None or scale.start is None:
            raise ValueError("扣分办法没有读懂 / the scale of deduction is not understood")
        return Deduction(scale, constant(scale.start, "percent"))
    if unit == "pattern":
        return pattern(given)
    if not isinstance(given, list | tuple):
        raise TypeError("应是列表 / must be a list")
    if unit in LISTS:
        return Texts(map(pattern if unit == "patterns" else str, given))
    return tuple(_band(item) for item in given)


def pattern(given: object) -> str:
    """Return a pattern as it is given.

    Raises:
        PatternError: the linear-time engine refuses it, or it is no text.
    """
    if not isinstance(given, str):
        raise PatternError("应是文字 / must be text")
    try:
        pattern_of(given)
    except PatternError as wrong:
        raise PatternError(f"“{given}” {wrong}") from None
    return given


def added_to(
    file: TomlFile,
    item: Mapping[str, object],
    at: tuple[str | int, ...],
    unit: str,
    above: Parameter | None,
) -> tuple[list[tuple[tuple[int | None, int | None], Texts]], list[Problem]]:
    """Return a list above with what a layer below adds and without what it removes.

    Args:
        file: the file of the parameter.
        item: the dated value, with ``add``, ``remove`` or both, and its years.
        at: where it stands in the file.
        unit: the unit of the parameter.
        above: the parameter of the nearest layer above.

    Returns:
        One list for each value above that holds in years of the item, and what is wrong.
    """
    if unit not in LISTS or above is None or not above.values or "value" in item:
        zh, en = "add、remove 只用于上级已有的列表", "add and remove are for a list given above"
        return [], [file.problem(at, zh, en)]
    more, less = (cast("tuple[str, ...]", item.get(key, ())) for key in ("add", "remove"))
    first = cast("int | None", item.get("since")) or 0
    last = cast("int | None", item.get("until")) or LAST
    found: list[tuple[tuple[int | None, int | None], Texts]] = []
    known: set[str] = set()
    for dated in above.values:
        begin, end = max(first, dated.since or 0), min(last, dated.until or LAST)
        if begin > end:
            continue
        said = cast("Texts", dated.value)
        known |= set(said)
        kept = [text for text in said if text not in less]
        years = (begin or None, end if end < LAST else None)
        found.append((years, Texts((*kept, *(text for text in more if text not in kept)))))
    wrong = [
        file.problem(at, f"上级的列表里没有“{text}”", f"the list above has no '{text}'")
        for text in less
        if text not in known
    ]
    if unit == "patterns":
        wrong += [problem for text in more for problem in _no_pattern(file, at, text)]
    return found, wrong


def _no_pattern(file: TomlFile, at: tuple[str | int, ...], text: str) -> list[Problem]:
    """Return the problem of a text that is added to patterns and is none."""
    try:
        pattern(text)
    except PatternError as wrong:
        return [file.wrong_value((*at, "add"), f"模式不合法：{wrong}", f"bad pattern: {wrong}")]
    return []


def printed_value(given: object) -> str:
    """Return a parameter's value as people read it: bands as ``90% 起 5；其余 0``."""
    if not isinstance(given, tuple):
        return str(given)
    if not all(isinstance(item, Mapping) for item in given):
        return "、".join(map(str, given))
    bands = []
    for band in cast("list[dict[str, object]]", given):
        edge = "其余"
        if "from" in band:
            edge = f"{band['from']} 起"
        elif "upto" in band:
            edge = f"{band['upto']} 以内"
        labels = band.get("labels", [band.get("points", band.get("percent", ""))])
        bands.append(f"{edge} {'/'.join(map(str, cast('list[object]', labels)))}")
    return "；".join(bands)


def _band(item: Mapping[str, object]) -> tuple[str, Value | None, tuple[str, ...]]:
    """Return a band: ``{ from | upto = bound, labels | points | percent = … }``.

    Without a bound it is all the rest.
    """
    unknown = set(item) - {"from", "upto", "labels", "points", "percent"}
    if unknown:
        raise ValueError(f"不认识的键 / unknown keys {sorted(unknown)}")
    if "points" in item:
        Count.parse(str(item["points"]))
    if "percent" in item:
        Percent.parse(str(item["percent"]))
    labels = item.get("labels", [item[key] for key in ("points", "percent") if key in item])
    texts = tuple(str(label) for label in cast("list[object]", labels))
    for edge in ("from", "upto"):
        if edge in item:
            text = str(item[edge])
            bound = Percent.parse(text) if "%" in text else Count.parse(text)
            kind = "percent" if "%" in text else "count"
            return edge, constant(bound.n, kind), texts
    return "else", None, texts
