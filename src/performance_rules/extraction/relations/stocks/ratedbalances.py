"""Balances that a rate attests: 到位200万元。…支出合计169万元，执行率98%，剩余4万元.

What there was may stand paragraphs before.  Of how much that is, what is left and the rate of the
same sentence say one thing; what was spent beside them is then of it as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import DONE, LEFT, PLANNED, Cast, alike
from performance_rules.values.precision import HUNDRED

_RATE: Final = re.compile(
    r"(?:资金|预算)?(?:执行|支出|支付|使用|拨付)(?:率|进度|比例)(?:约?为|达到?)?\Z"
)
_NEAR: Final = 24

Three = tuple[Mention, Mention, Mention]
"""What there was, what was spent of it, and what is left."""


def rated_balances(parts: Sequence[Cast], home: int) -> Iterator[Three]:
    """Yield what is left with a rate and with what was spent in its sentence, and what it is of.

    Args:
        parts: the figures of a paragraph, and those before it, with the parts they play.
        home: the number of the paragraph.
    """
    for at, one in enumerate(parts):
        if one.role != LEFT or not one.plain or one.at.home != home or one.at.kind != "amount":
            continue
        near = parts[max(0, at - _NEAR) : at]
        beside = [m for m in near if (m.at.home, m.at.part) == (home, one.at.part)]
        spent = [
            m.at for m in beside if m.role == DONE and m.plain and alike(m.at.value, one.at.value)
        ]
        rates = [m.at for m in beside if m.at.kind == "percent" and _RATE.fullmatch(m.at.left)]
        others = [m for m in beside if m.at.kind == "amount" and m.at not in spent]
        if len(spent) != 1 or len(rates) != 1 or others:
            continue
        there = [m.at for m in near if m.role == PLANNED and m.plain and m.at.kind == "amount"]
        whole = next((m for m in reversed(there) if _is_of(m, one.at, rates[0])), None)
        if whole is not None:
            yield whole, spent[0], one.at


def _is_of(whole: Mention, left: Mention, rate: Mention) -> bool:
    """Whether what is left of a whole leaves the rate of it that is told."""
    rest, said = whole.value.n - left.value.n, rate.value
    if left.value.n <= 0 or rest <= 0:
        return False
    slack = (whole.value.half + left.value.half) * HUNDRED
    return abs(rest * HUNDRED - said.n * whole.value.n) <= said.half * whole.value.n + slack
