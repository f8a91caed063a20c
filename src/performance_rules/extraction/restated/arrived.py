"""Money that is said to have arrived in full, and the figure of what arrived.

下达资金N，已全部到位 says that N arrived; 到位资金M elsewhere, with digits exchanged, is it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.slips import size, slip
from performance_rules.extraction.statements.naming import Name
from performance_rules.extraction.statements.said import Said
from performance_rules.values.quantity import Amount

_IN_FULL: Final = re.compile(
    r"(?:[,，(]其中[^。;]{0,60})?[,，][^,，。;\d]{0,12}(?:\d{4}年)?(?:\d{1,2}月(?:底|末|份|\d{1,2}日)?)?前?"
    r"[^,，。;\d]{0,8}(?:全部|全额|足额)(?:拨付|下达)?到位"
)
_ARRIVED: Final = re.compile(
    r"(?:到位|收到)(?:的?(?:项目|财政|专项)?资金)(?:总额|总计|共计|合计|[为共计])*\Z|资金到位[为共]?\Z"
)
_PART: Final = re.compile("中央|[省市县区镇乡]级|配套|自筹|其中|本级|第.批|未")
_SURE: Final = 4


def all_arrived(first: Said, second: Said, a: Name, b: Name, said: Sequence[Said]) -> bool:
    """Whether one of two figures with digits exchanged arrived in full, and the other arrived.

    Args:
        first: a figure.
        second: a later one.
        a: what the first is of.
        b: what the second is of.
        said: all figures of the document.
    """
    if not isinstance(first.at.value, Amount) or size(first.at.value) < _SURE:
        return False
    if slip(first.at.value.n, second.at.value.n) != "exchanged" or not (a.level and b.level):
        return False
    if a.times != b.times or a.year != b.year:
        return False
    if any(_PART.search(one.at.left) for one in (first, second)):
        return False
    for one, other in ((first, second), (second, first)):
        if _IN_FULL.match(one.rest) and _ARRIVED.search(other.at.left):
            arrived = {x.at.value.n for x in said if _ARRIVED.search(x.at.left)}
            return arrived <= {one.at.value.n, other.at.value.n}
    return False
