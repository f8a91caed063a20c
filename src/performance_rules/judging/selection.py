"""Selection: which rules to check, by id or by the beginning of an id."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from performance_rules.rules.chosen import Selection, longest
from performance_rules.rules.model import ROUNDING_RULE
from performance_rules.rules.ruleset import RuleSet


def selection_of(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """Return a selection; one option may hold several ids with commas between them."""
    return Selection(_listed(select), _listed(ignore))


@lru_cache(maxsize=64)
def selected(ruleset: RuleSet, selection: Selection) -> RuleSet:
    """Return the selected rules of a rule set: one for all reports, so that their plans serve."""
    return ruleset.selected(selection)


def hidden(selection: Selection) -> tuple[str, ...]:
    """Return the findings not to show that do not come from a rule of their own."""
    return () if longest(ROUNDING_RULE, selection.ignore) < 0 else (ROUNDING_RULE,)


def _listed(given: Iterable[str]) -> tuple[str, ...]:
    pieces = (piece.strip() for text in given for piece in text.replace("，", ",").split(","))
    return tuple(piece for piece in pieces if piece)
