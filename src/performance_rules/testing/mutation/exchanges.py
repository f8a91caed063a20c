"""Exchanges: the fields of a report that are taken for one another, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from performance_rules.language.roots import REPORT_TERMS
from performance_rules.language.vocabulary import MEMBERS
from performance_rules.lexicon.lexicon import shipped_lexicon

EXCHANGED: Final[Mapping[str, str]] = {
    **{a: b for pair in (
        ("final", "prior"), ("initial_budget", "adjusted_budget"), ("weight", "score"),
        ("target", "actual"), ("to_date", "forecast"), ("target_text", "actual_text"),
        ("income", "expenditure"), ("opening", "closing"), ("notes", "reasons"),
        ("all_funds", "fiscal"), ("general_budget", "government_fund"),
        ("figure", "base"), ("earlier", "later"), ("first", "last"), ("approved", "published"),
        ("groups", "trips"), ("vehicles_bought", "vehicles_held"),
        ("domestic_visits", "domestic_guests"), ("foreign_groups", "foreign_guests"),
        ("abroad_visits", "abroad_guests"),
    ) for a, b in (pair, pair[::-1])},
    "prior_budget": "prior", "said_base": "base", "received": "final", "left": "final",
}  # fmt: skip
"""The field that is most easily taken for another one."""


@lru_cache(maxsize=1)
def exchanges() -> Mapping[str, str]:
    """Return the names that are exchanged, in the language in which they are written."""
    found: dict[str, str] = {}
    for terms in (REPORT_TERMS, *MEMBERS.values()):
        chinese = {term.name: term.zh for term in terms}
        for name, zh in chinese.items():
            other = EXCHANGED.get(name)
            if other in chinese:
                found |= {name: other, zh: chinese[other]}
    counts = shipped_lexicon().words(True)
    return {**{word: EXCHANGED[key] for word, key in counts.items() if key in EXCHANGED}, **found}
