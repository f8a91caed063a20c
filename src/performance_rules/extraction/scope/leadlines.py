"""Lines of a list below a line that tells their whole and nothing else.

    基本支出——300万元
    工资福利支出：210万元（占70%）
    商品和服务支出：90万元（占30%）。

A dash says that the line heads a list; one with a colon, like those below it, does where these tell
shares.  The list ends with the first full stop.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.records import Listing
from performance_rules.extraction.scope.context import Context

_FIGURE: Final = r"\d[\d,]*(?:\.\d+)?[亿千万]?元"
_LEAD: Final = re.compile(rf"[^,，。;:\d—]{{2,30}}(?P<by>——?|:){_FIGURE}")
_PART: Final = re.compile(
    rf"[^,，。;:\d]{{2,30}}:{_FIGURE}(?P<share>\(约?占[^()]{{0,24}}%\))?[。;；]?"
)


def enter(context: Context, plain: str) -> None:
    """Open the list that a line is of, if one is open above it."""
    if context.lead is not None and _is_part(context.lead[1], plain):
        context.now.open(context.lead[0])


def leave(context: Context, plain: str) -> None:
    """Note whether the next line is of the list that a line heads, or goes on with."""
    if context.lead is not None and _is_part(context.lead[1], plain):
        context.lead = None if plain.endswith("。") else context.lead
        return
    lead, levels = _LEAD.fullmatch(plain), context.now.levels
    context.lead = None
    if lead is None or len(levels) != 1 or levels[0].value is None:
        return
    level = levels[0]
    listing = Listing(level.place, level.name, level, partial=True)
    context.lead = (context.ledger.listing(listing), lead["by"])


def _is_part(by: str, plain: str) -> bool:
    """Whether a line is one of a list that a mark in the line above it opened."""
    part = _PART.fullmatch(plain)
    return part is not None and (by != ":" or part["share"] is not None)
