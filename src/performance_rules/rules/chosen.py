"""The rules that are chosen to be checked, by their ids or how these begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from performance_rules.errors import Message, PerformanceRulesError, Problem, did_you_mean
from performance_rules.rules.model import ROUNDING_RULE

NO_RULE: Final = Message("没有编号或开头是“{id}”的规则", "no rule is, or begins with, '{id}'")


@frozen
class Selection:
    """Beginnings of rule ids to select and to ignore; the longer one that fits wins."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def keeps(self, rule: str) -> bool:
        """Whether a rule is selected."""
        return longest(rule, self.select or ("",)) > longest(rule, self.ignore)

    def refuse_unknown(self, rules: Iterable[str]) -> None:
        """Refuse a beginning that no rule has: a misspelt one would quietly check nothing.

        Args:
            rules: the ids of the rules.

        Raises:
            PerformanceRulesError: for the first such beginning.
        """
        known = {ROUNDING_RULE, *rules}
        for given in (*self.select, *self.ignore):
            if not any(name.startswith(given) for name in known):
                cure = did_you_mean(given, known)
                raise PerformanceRulesError([Problem(NO_RULE.filled(id=given), cure=cure)])


def longest(rule: str, beginnings: Sequence[str]) -> int:
    """Return the length of the longest beginning that a rule id has; −1 where it has none."""
    return max((len(b) for b in beginnings if rule.startswith(b)), default=-1)


def listed(name: str, given: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that a caller lists.

    Raises:
        TypeError: it is a text, whose letters would each be taken for a beginning.
    """
    if isinstance(given, str):
        raise TypeError(f"{name} is a list of ids: {name}=[{given!r}]")
    return tuple(given)
