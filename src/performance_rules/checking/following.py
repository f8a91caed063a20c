"""Following: which percentages have to be reckoned anew where a total becomes the sum of its parts.

They were made with the total as it is printed, so whoever mends it and not them makes a new slip.
"""

from __future__ import annotations

from typing import Final

from performance_rules.checking.candidates import Candidates
from performance_rules.checking.claims import called, claims_of, is_quotient, printed_as
from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.language.ground import Linear, value_of
from performance_rules.report.nodes import Leaf
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import format_scaled

_ALSO: Final = Message(
    "合计如改为 {sum}，{claims}",
    "with {sum} for the total, {claims}",
)
_CLAIM: Final = Message("{name} {said} 也要改为 {right}", "the {said} made with it becomes {right}")


def follows_of(figures: Candidates, parts: Linear, total: Linear) -> Message | None:
    """Return what the percentages made with a total become where it is the sum of its parts."""
    ((whole, _),) = total.terms
    node, leaf = figures.nodes.get(whole), figures.tree.leaves[whole]
    added = value_of(parts, figures.tree.values)
    if node is None or added <= 0:
        return None
    told: dict[str, Message] = {}
    for said, bottoms, grown in claims_of(figures, node):
        fitting = {one.n for one in bottoms if is_quotient(leaf, one, said, grown)}
        if len(fitting) != 1:
            continue
        right = _percent(added, fitting.pop(), said, grown=grown)
        if right != spoken(said.quantity):
            told.setdefault(
                said.name,
                _CLAIM.filled(name=called(said), said=spoken(said.quantity), right=right),
            )
    if not told:
        return None
    listed = Message(
        "，".join(one.zh for one in told.values()), ", ".join(one.en for one in told.values())
    )
    return _ALSO.filled(sum=printed_as(added, leaf), claims=listed)


def _percent(top: int, bottom: int, like: Leaf, *, grown: bool) -> str:
    part = top - bottom if grown else top
    n = (2 * HUNDRED * part + bottom) // (2 * bottom)
    return format_scaled(n, "percent", decimals=like.quantity.decimals)
