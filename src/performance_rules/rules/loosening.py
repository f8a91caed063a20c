"""Loosenings: what a layer below takes away from the rules above it.

Each is refused or told in every result: a bureau may have a reason to ask for less than the
country does, but nobody who reads a result may be left to guess that it did.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from performance_rules.errors import Message, Problem
from performance_rules.language.ground import Linear
from performance_rules.language.scope import Value
from performance_rules.report.model import KINDS
from performance_rules.rules.keys import KIND_NAMES
from performance_rules.rules.layers import Layer
from performance_rules.rules.model import (
    SEVERITIES,
    WORDING,
    DatedValue,
    Override,
    Parameter,
    Rule,
    latest,
)
from performance_rules.rules.parameters import LAST


@frozen
class Loosening:
    """An override that makes a rule of a layer above say less.

    Attributes:
        refused: whether the rule does not let itself be loosened so.
    """

    override: Override
    refused: bool
    message: Message

    def problem(self) -> Problem:
        """Return the problem of one that is refused."""
        file, said = self.override.file, self.message
        if file is None:
            return Problem(said, self.override.origin)
        return file.wrong_value(("verb",), said.zh, said.en)

    def note(self) -> Message:
        """Return what a result says of one that is not."""
        origin, reason = self.override.origin, self.override.reason
        return Message(
            f"{self.message.zh}（{origin}：{reason}）", f"{self.message.en} ({origin}: '{reason}')"
        )


def loosenings(chain: Sequence[Layer]) -> Iterator[Loosening]:
    """Yield the overrides of a chain of layers, from the country down, that loosen a rule.

    What a layer says is held against the most that any layer above it says, in whatever years.
    """
    rules: dict[str, Rule] = {}
    most: dict[str, tuple[str, frozenset[str]]] = {}
    for layer in chain:
        for override in layer.overrides:
            rule = rules.get(override.rule)
            if rule is not None:
                yield from _of_override(override, rule, *most[rule.id])
                yield from () if layer.shipped else _of_words(override, rule)
                most[rule.id] = _more(override, rule, *most[rule.id])
        rules |= layer.rules
        most |= {r.id: (r.severity, frozenset(r.kinds or _EVERY)) for r in layer.rules.values()}


_EVERY: Final = {**KINDS, "": "不知文种的报告"}
"""The reports that a rule without kinds is for: also those whose kind is not known."""


def keeps(override: Override, rule: Rule) -> bool:
    """Return whether a rule says no less with an override than without it.

    Only a severity as high or higher, as many kinds or more, and other words do; another condition
    may say anything.
    """
    if override.verb in ("enable", "disable"):
        return override.verb == "enable"
    now = _severity(override, rule, rule.severity)
    kinds = frozenset(rule.kinds or _EVERY)
    return (
        override.verb == "set"
        and _rank(now) <= _rank(rule.severity)
        and kinds <= _kinds(override, rule, kinds)
    )


def _rank(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else LAST


def _more(
    override: Override, rule: Rule, severity: str, kinds: frozenset[str]
) -> tuple[str, frozenset[str]]:
    """Return the highest severity and all kinds of report, an override counted in."""
    highest = min(severity, _severity(override, rule, severity), key=_rank)
    return highest, kinds | _kinds(override, rule, kinds)


def _severity(override: Override, rule: Rule, above: str) -> str:
    """Return the severity of a rule after an override; a replaced one begins anew."""
    return str(
        override.changes.get("severity", rule.severity if override.verb == "replace" else above)
    )


def _kinds(override: Override, rule: Rule, above: frozenset[str]) -> frozenset[str]:
    """Return the kinds of report that a rule is for after an override."""
    said = override.changes.get("kinds")
    if not isinstance(said, tuple):
        return frozenset(rule.kinds or _EVERY) if override.verb == "replace" else above
    return frozenset(KIND_NAMES[kind] for kind in said if kind in KIND_NAMES) or frozenset(_EVERY)


def _of_override(
    override: Override, rule: Rule, before: str, kinds: frozenset[str]
) -> Iterator[Loosening]:
    name, changes = f"{rule.id}“{rule.title.zh}”", override.changes
    if override.verb == "disable" or changes.get("enabled") is False:
        zh, en = f"停用了规则 {name}", f"rule {rule.id} is disabled"
        if not rule.may_disable:
            zh, en = f"规则 {name} 不得停用", f"rule {rule.id} may not be disabled"
        yield Loosening(override, not rule.may_disable, Message(zh, en))
        return
    severity = _severity(override, rule, before)
    if severity in SEVERITIES and SEVERITIES.index(severity) > SEVERITIES.index(before):
        low = rule.floor is not None and (SEVERITIES.index(severity) > SEVERITIES.index(rule.floor))
        zh = f"规则 {name} 的级别由 {before} 降为 {severity}"
        en = f"the severity of {rule.id} goes from {before} down to {severity}"
        if low:
            zh, en = f"{zh}，不得低于 {rule.floor}", f"{en}, below its floor {rule.floor}"
        yield Loosening(override, low, Message(zh, en))
    lost = [kind for kind in _EVERY if kind in kinds - _kinds(override, rule, kinds)]
    if lost:
        zh = f"规则 {name} 不再用于{'、'.join(_EVERY[kind] for kind in lost)}"
        of_kinds = ", ".join(kind or "reports of unknown kind" for kind in lost)
        en = f"{rule.id} no longer holds for {of_kinds}"
        yield Loosening(override, not rule.may_disable, Message(zh, en))
    if override.verb == "replace":
        told = ", ".join([k for k in changes if changes[k] != rule.text.get(k)] or changes)
        zh, en = f"规则 {name} 换成了地区的：{told}", f"{rule.id} is one of this region in: {told}"
        yield Loosening(override, False, Message(zh, en))


def _of_words(override: Override, rule: Rule) -> Iterator[Loosening]:
    """Yield that a rule is worded anew; of the shipped regions it is the words they ask for."""
    told = ", ".join(key for key in override.changes if key in WORDING)
    if override.verb == "set" and told:
        zh = f"规则 {rule.id}“{rule.title.zh}” 的说法换成了地区的：{told}"
        yield Loosening(override, False, Message(zh, f"{rule.id} is worded anew: {told}"))


def changed_guides(chain: Sequence[Layer]) -> Iterator[Message]:
    """Yield values of parameters, free to be changed, that differ from one above in some year."""
    for i, layer in enumerate(chain):
        for parameter in layer.parameters.values():
            held = [
                upper.parameters[parameter.id]
                for upper in chain[:i]
                if parameter.id in upper.parameters
            ]
            values = [v for one in (parameter, *held) for v in one.values]
            if parameter.tighten is not None or not held:
                continue
            pairs = []
            for year in sorted(
                {v.since or 0 for v in values} | {(v.until or LAST) + 1 for v in values}
            ):
                said = latest(parameter.values, year)
                above = [v for one in held if (v := latest(one.values, year))][-1:]
                pairs += [_shown(said, was) for was in above if said and said.value != was.value]
            for now, was in dict.fromkeys(pairs):
                zh = f"参数“{parameter.title}”由 {was} 改为 {now}"
                en = f"{parameter.id} is '{now}' instead of '{was}'"
                yield Message(f"{zh}（{parameter.origin}）", f"{en} ({parameter.origin})")


def _shown(now: DatedValue, was: DatedValue) -> tuple[str, str]:
    """Return two values as people read them; where they read the same, as they are written."""
    if now.printed != was.printed:
        return now.printed, was.printed
    return _entries(now), _entries(was)


def _entries(dated: DatedValue) -> str:
    """Return the entries of a list, or the labels of bands, each in quotation marks."""
    value = dated.value
    if not isinstance(value, tuple):
        return f"{dated.printed} ({value})"
    entries = [one[2] if isinstance(one, tuple) else one for one in value]
    return json.dumps(entries, ensure_ascii=False)


def looser(parameter: Parameter, lower: Value, upper: Value) -> bool:
    """Return whether one value of a ``tighten`` parameter is looser than another.

    Numbers may go one way only; a list may only gain (``up``) or lose (``down``) entries; of bands
    each label must keep a bound that goes that way.
    """
    if parameter.tighten is None:
        return False
    down = parameter.tighten == "down"
    match lower, upper:
        case Linear(), Linear():
            return _beyond(lower, upper, down)
        case list(), list():
            return not set(lower) <= set(upper) if down else not set(upper) <= set(lower)
        case tuple(), tuple():
            return _looser_bands(lower, upper, down)
    return False


def _beyond(lower: Linear, upper: Linear, down: bool) -> bool:
    a, b = lower.constant, upper.constant
    return a > b if down else a < b


def _looser_bands(lower: tuple[object, ...], upper: tuple[object, ...], down: bool) -> bool:
    ours, theirs = _bounds(lower), _bounds(upper)
    if ours.keys() != theirs.keys():
        return True
    for labels, bound in ours.items():
        other = theirs[labels]
        if isinstance(bound, Linear) and isinstance(other, Linear):
            if _beyond(bound, other, down):
                return True
        elif bound is not other:
            return True  # all the rest is no longer all the rest
    return False


def _bounds(bands: tuple[object, ...]) -> dict[object, object]:
    """Return the bound of each band by its edge and labels."""
    return {(band[0], band[2]): band[1] for band in bands if isinstance(band, tuple)}
