"""Selection: which rules to check, by id or by the beginning of an id."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from performance_rules.checking.result import ROUNDING_RULE
from performance_rules.errors import Message, PerformanceRulesError, Problem, did_you_mean
from performance_rules.rules.ruleset import RuleSet, Selection, longest

NO_RULE: Final = Message("没有编号或开头是“{id}”的规则", "no rule is, or begins with, '{id}'")


def selection_of(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """Return a selection; one option may hold several ids with commas between them."""
    return Selection(_listed(select), _listed(ignore))


def refuse_unknown(selection: Selection, rules: Iterable[str]) -> None:
    """Refuse a beginning that no rule has: a misspelt one would quietly check nothing.

    Args:
        selection: the beginnings.
        rules: the ids of the rules.

    Raises:
        PerformanceRulesError: for the first such beginning.
    """
    known = {ROUNDING_RULE, *rules}
    for given in (*selection.select, *selection.ignore):
        if not any(name.startswith(given) for name in known):
            cure = did_you_mean(given, known)
            raise PerformanceRulesError([Problem(NO_RULE.filled(id=given), cure=cure)])


@lru_cache(maxsize=64)
def selected(ruleset: RuleSet, selection: Selection) -> RuleSet:
    """Return the selected rules of a rule set: one for all reports, so that their plans serve."""
    return ruleset.select(selection.select, selection.ignore)


def hidden(selection: Selection) -> tuple[str, ...]:
    """Return the findings not to show that do not come from a rule of their own."""
    return () if longest(ROUNDING_RULE, selection.ignore) < 0 else (ROUNDING_RULE,)


def _listed(given: Iterable[str]) -> tuple[str, ...]:
    pieces = (piece.strip() for text in given for piece in text.replace("，", ",").split(","))
    return tuple(piece for piece in pieces if piece)
