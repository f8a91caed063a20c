"""Selection: which rules to check, by id or by the beginning of an id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from performance_rules.checking.result import ROUNDING_RULE
from performance_rules.errors import Message, PerformanceRulesError, Problem, did_you_mean
from performance_rules.rules.ruleset import RuleSet

NO_RULE: Final = Message("没有编号或开头是“{id}”的规则", "no rule is, or begins with, '{id}'")


@frozen
class Selection:
    """Beginnings of rule ids to select and to ignore; the longer one that fits wins."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str]) -> Selection:
        """Return a selection; one option may hold several ids with commas between them."""
        return cls(_listed(select), _listed(ignore))

    def keeps(self, rule: str) -> bool:
        """Whether a rule is selected."""
        return _longest(rule, self.select or ("",)) > _longest(rule, self.ignore)

    def check(self, rules: Iterable[str]) -> None:
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

    def narrow(self, ruleset: RuleSet, year: int | None) -> None:
        """Leave only the selected rules in force."""
        in_force = ruleset.in_force(year)
        in_force.rules = {k: rule for k, rule in in_force.rules.items() if self.keeps(k)}

    def hidden(self) -> tuple[str, ...]:
        """Return the findings not to show that do not come from a rule of their own."""
        return () if _longest(ROUNDING_RULE, self.ignore) < 0 else (ROUNDING_RULE,)


def _listed(given: Iterable[str]) -> tuple[str, ...]:
    pieces = (piece.strip() for text in given for piece in text.replace("，", ",").split(","))
    return tuple(piece for piece in pieces if piece)


def _longest(rule: str, beginnings: Sequence[str]) -> int:
    return max((len(b) for b in beginnings if rule.startswith(b)), default=-1)
