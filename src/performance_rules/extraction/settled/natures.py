"""基本支出 and 项目支出 that cannot be those of one account: they are more than it spends.

Behind a list of what 一般公共预算 spends on, whose parts make it, 基本支出A and 项目支出B may be
those of all the money.  Where the two are more than the account, that they are its own is an
inference.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Ledger, Level
from performance_rules.extraction.scope.subjects import ACCOUNT_NAMES
from performance_rules.report.inferences import inferred

_ALL: Final = "all_funds"
_NATURES: Final = frozenset({"basic", "project"})
_FUNCTIONS: Final = "by_function"
_FEWEST: Final = 2


def doubt_natures(ledger: Ledger) -> None:
    """Let it be an inference that two parts are of an account which both together exceed.

    Args:
        ledger: what was read; changed.
    """
    told: defaultdict[tuple[Place, str], list[Level]] = defaultdict(list)
    for one in ledger.records:
        if isinstance(one, Level) and one.value is not None and one.place.account:
            told[one.place.root, one.column].append(one)
    for (root, _), levels in told.items():
        if root.account == _ALL or not root.side:
            continue
        natures = [m for m in levels if _key(m.place) in _NATURES]
        plain = all(ACCOUNT_NAMES.get(root.account, "") not in m.name for m in natures)
        if plain and len({_key(m.place) for m in natures}) == len(_NATURES):
            _doubt(root, levels, natures)


def _key(place: Place) -> str:
    return (place.steps[0].key or "") if len(place.steps) == 1 else ""


def _doubt(root: Place, levels: list[Level], natures: list[Level]) -> None:
    wholes = {m.value.n for m in levels if m.place == root and m.value is not None}
    of = {m.place: m for m in levels if len(m.place.steps) == 1 and m.value is not None}
    parts = [m for m in of.values() if m.place.steps[0].dimension == _FUNCTIONS]
    both = [m for m in of.values() if _key(m.place) in _NATURES]
    if len(wholes) != 1 or len(parts) < _FEWEST:
        return
    (whole,) = wholes
    total = sum(m.value.n for m in parts if m.value is not None)
    slack = sum(m.value.step for m in parts if m.value is not None)
    more = sum(m.value.n for m in both if m.value is not None)
    if abs(total - whole) > slack or more <= whole + slack:
        return
    for one in natures:
        if one.settled != "inferred":
            term = ACCOUNT_NAMES.get(root.account, root.account)
            one.settled = "inferred"
            one.inference = inferred("account", text=one.name, term=term)
