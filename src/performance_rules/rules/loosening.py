"""Loosenings: what a layer below takes away from the rules above it.

Each is refused or told in every result: a bureau may have a reason to ask for less than the
country does, but nobody who reads a result may be left to guess that it did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from performance_rules.errors import Message, Problem
from performance_rules.language.ground import Linear
from performance_rules.language.scope import Value
from performance_rules.rules.layers import Layer
from performance_rules.rules.model import SEVERITIES, Override, Parameter, Rule


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
            f"{self.message.zh}（{origin}：{reason}）", f"{self.message.en} ({origin}: {reason})"
        )


def loosenings(chain: Sequence[Layer]) -> Iterator[Loosening]:
    """Yield the overrides of a chain of layers, from the country down, that loosen a rule."""
    rules: dict[str, Rule] = {}
    severities: dict[str, str] = {}
    for layer in chain:
        for override in layer.overrides:
            rule = rules.get(override.rule)
            if rule is not None:
                yield from _of_override(override, rule, severities)
        rules |= layer.rules
        severities |= {rule.id: rule.severity for rule in layer.rules.values()}


def _of_override(override: Override, rule: Rule, severities: dict[str, str]) -> Iterator[Loosening]:
    name, changes = f"{rule.id}“{rule.title.zh}”", override.changes
    if override.verb == "disable" or changes.get("enabled") is False:
        zh, en = f"停用了规则 {name}", f"rule {rule.id} is disabled"
        if not rule.may_disable:
            zh, en = f"规则 {name} 不得停用", f"rule {rule.id} may not be disabled"
        yield Loosening(override, not rule.may_disable, Message(zh, en))
        return
    severity, before = str(changes.get("severity", "")), severities[rule.id]
    if severity in SEVERITIES:
        severities[rule.id] = severity
        if SEVERITIES.index(severity) > SEVERITIES.index(before):
            low = rule.floor is not None and (
                SEVERITIES.index(severity) > SEVERITIES.index(rule.floor)
            )
            zh = f"规则 {name} 的级别由 {before} 降为 {severity}"
            en = f"the severity of {rule.id} goes from {before} down to {severity}"
            if low:
                zh, en = f"{zh}，不得低于 {rule.floor}", f"{en}, below its floor {rule.floor}"
            yield Loosening(override, low, Message(zh, en))
    kinds = changes.get("kinds")
    if isinstance(kinds, list) and kinds and (not rule.kinds or len(kinds) < len(rule.kinds)):
        zh, en = f"规则 {name} 只用于较少的文种", f"{rule.id} holds for fewer kinds of report"
        yield Loosening(override, not rule.may_disable, Message(zh, en))
    if override.verb == "replace":
        zh, en = f"规则 {name} 的条件换成了地区的", f"{rule.id} has a condition of this region"
        yield Loosening(override, False, Message(zh, en))


def changed_guides(chain: Sequence[Layer]) -> Iterator[Message]:
    """Yield values of parameters, free to be changed, that differ from a value further up."""
    for i, layer in enumerate(chain):
        for parameter in layer.parameters.values():
            for upper in chain[:i]:
                above = upper.parameters.get(parameter.id)
                if above is None or above.tighten is not None or not above.values:
                    continue
                said, was = parameter.values[-1:], above.values[-1]
                if said and said[0].printed != was.printed:
                    zh = f"参数“{above.title}”由 {was.printed} 改为 {said[0].printed}"
                    en = f"{above.id} is {said[0].printed} instead of {was.printed}"
                    origin = parameter.origin
                    yield Message(f"{zh}（{origin}）", f"{en} ({origin})")


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
