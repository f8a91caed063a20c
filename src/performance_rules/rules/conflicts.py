"""Conflicts between layers: what may not be laid over what, and what has been overtaken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from performance_rules.errors import Message, Problem, did_you_mean, nearest
from performance_rules.language.typing import PARAMETER_SPACES
from performance_rules.rules.keys import OVERRIDE_KEYS
from performance_rules.rules.layers import Layer
from performance_rules.rules.loosening import changed_guides, loosenings, looser
from performance_rules.rules.model import LOOKED_AT, Override, Parameter, latest
from performance_rules.rules.toml import TomlFile, good_keys

_PARAMETER: Final = re.compile(rf"(?:{'|'.join(PARAMETER_SPACES)})\.(\w+)")
"""A parameter as an expression names it."""


def conflicts(chain: Sequence[Layer]) -> Iterator[Problem]:
    """Yield overrides of unknown rules, two of one rule in one layer and year, loose thresholds."""
    known: set[str] = set()
    for layer in chain:
        seen: dict[str, list[Override]] = {}
        here = {*known, *layer.rules, *layer.broken}
        yield from (p for file in layer.refused for p in _unknown_rule(file, here))
        for override in layer.overrides:
            if override.file is not None:
                yield from _unknown_rule(override.file, here)
            for other in seen.setdefault(override.rule, []):
                if _overlap(override, other):
                    yield _override_problem(
                        override,
                        f"{override.rule} 在同一层、同一年度改了两次（另见 {other.origin}）",
                        f"{override.rule} is overridden twice here (see {other.origin})",
                    )
            seen[override.rule].append(override)
        known = here
    used = {p for layer in chain for rule in layer.rules.values() for p in rule.parameters}
    used |= set(LOOKED_AT)
    unread = "\n".join(text for layer in chain for text in layer.broken.values())
    used |= _misspelt(chain, unread)
    for layer in chain:
        for parameter in layer.parameters.values():
            if parameter.id not in used and not _named(parameter, unread):
                yield Problem(
                    Message(f"没有规则使用参数 {parameter.id}", f"no rule uses {parameter.id}"),
                    parameter.origin,
                )
            yield from _loosenings(chain, layer, parameter)
    yield from (found.problem() for found in loosenings(chain) if found.refused)


def rivals(packs: Sequence[tuple[int, int, Layer]]) -> Iterator[Problem]:
    """Yield what two installed packs touch at one depth: nothing says which of them counts.

    Args:
        packs: the layers of installed packages with their depth and the rank of their package.
    """
    for i, (depth, rank, layer) in enumerate(packs):
        for other_depth, other_rank, other in packs[:i]:
            if depth == other_depth and rank != other_rank:
                for name in sorted(_touched(layer) & _touched(other)):
                    yield Problem(
                        Message(
                            f"两个已安装的规则包都改了 {name}：{other.folder} 和 {layer.folder}",
                            f"two installed packs change {name}: {other.folder}, {layer.folder}",
                        ),
                        str(layer.folder),
                        cure=Message(
                            "卸载其中一个，或用 --rules 给出的目录决定",
                            "remove one of them, or decide with a folder given by --rules",
                        ),
                    )


def _unknown_rule(file: TomlFile, known: Collection[str]) -> Iterator[Problem]:
    """Yield that the rule of an override does not exist."""
    rule = good_keys(file.data, OVERRIDE_KEYS).get("rule")
    if rule is not None and rule not in known:
        zh, en = f"上级没有规则 {rule}", f"there is no rule {rule} above"
        yield file.wrong_value(("rule",), zh, en, did_you_mean(str(rule), known))


def _misspelt(chain: Sequence[Layer], unread: str) -> set[str]:
    """Return the parameters that rules which could not be read seem to name, misspelt."""
    known = {
        name: parameter.id
        for layer in chain
        for parameter in layer.parameters.values()
        for name in (parameter.id, parameter.alias)
        if name
    }
    written = {found[1] for found in _PARAMETER.finditer(unread)} - known.keys()
    return {known[name] for one in written if (name := nearest(one, known))}


def _named(parameter: Parameter, text: str) -> bool:
    """Whether the text of rules that could not be read names a parameter."""
    return any(name in text for name in (parameter.id, parameter.alias) if name)


def _touched(layer: Layer) -> set[str]:
    return {*layer.parameters, *(override.rule for override in layer.overrides)}


def _overlap(one: Override, other: Override) -> bool:
    return (one.since or 0) <= (other.until or 9999) and (other.since or 0) <= (one.until or 9999)


def _override_problem(override: Override, zh: str, en: str) -> Problem:
    if override.file is not None:
        return override.file.wrong_value(("rule",), zh, en)
    return Problem(Message(zh, en), override.origin)


def _loosenings(chain: Sequence[Layer], layer: Layer, parameter: Parameter) -> Iterator[Problem]:
    """Yield the values of a layer that are looser than what stands above at their own start."""
    for dated in parameter.values:
        for upper in chain[: chain.index(layer)]:
            above = upper.parameters.get(parameter.id)
            in_force = latest(above.values, dated.since) if above else None
            if above and in_force and looser(above, dated.value, in_force.value):
                yield Problem(
                    Message(
                        f"参数 {parameter.id} 只能收紧：{dated.printed} 比上级的 "
                        f"{in_force.printed}（{in_force.origin}）宽",
                        f"{parameter.id} may only be tightened: {dated.printed} is looser than "
                        f"{in_force.printed} ({in_force.origin})",
                    ),
                    parameter.origin,
                )


def warnings(chain: Sequence[Layer]) -> Iterator[Message]:
    """Yield values that a layer above has overtaken since, and changes to disabled rules."""
    yield from _in_vain(chain)
    yield from (found.note() for found in loosenings(chain) if not found.refused)
    yield from changed_guides(chain)
    for i, layer in enumerate(chain):
        for parameter in layer.parameters.values():
            for upper in chain[:i]:
                above = upper.parameters.get(parameter.id)
                for dated in parameter.values:
                    for later in above.values if above else ():
                        if (later.since or 0) > (dated.since or 0) and looser(
                            above or parameter, dated.value, later.value
                        ):
                            yield Message(
                                f"{parameter.origin} 的 {dated.printed} 自 {later.since} 年起"
                                f"被上级的 {later.printed} 取代",
                                f"{dated.printed} in {parameter.origin} is overtaken by "
                                f"{later.printed} from {later.since} on",
                            )


def _in_vain(chain: Sequence[Layer]) -> Iterator[Message]:
    """Yield changes to rules that a layer above has switched off in the same years."""
    off: dict[str, Override] = {}
    for layer in chain:
        for override in layer.overrides:
            disabled = off.get(override.rule)
            if override.changes and disabled is not None and _overlap(override, disabled):
                yield Message(
                    f"{override.origin} 改了 {override.rule}，"
                    f"但它已被 {disabled.origin} 停用，改动不起作用",
                    f"{override.origin} changes {override.rule}, "
                    f"which {disabled.origin} has disabled",
                )
        for override in layer.overrides:
            if override.verb == "disable":
                off[override.rule] = override
            elif override.verb == "enable":
                off.pop(override.rule, None)
