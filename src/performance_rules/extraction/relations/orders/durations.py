"""How long something was to take, how long it took, and by how much that was sooner or later.

合同工期180天，实际工期164天，提前16天完工: the three stand beside each other, and the last one says
which of the two is longer, and by how many days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering

DURATIONS: Final = "前短超期延"
"""One of these stands in all words for how much sooner or later something was done."""
_DUE: Final = re.compile(
    r"(?:计划|合同|约定|要求|承诺|法定|规定|定额)\w{0,4}?(?:工期|时限|时间|周期|用时)(?:为|是)?\Z"
)
_TOOK: Final = re.compile(r"实际\w{0,4}?(?:工期|用时|施工|时间|周期|完成|办结)(?:为|是|共|用时)?\Z")
_APART: Final = re.compile(
    r"[比较]?(?:计划|合同|约定|承诺|法定|规定)?(?:工期|时限|时间)?"
    r"(?:(?P<sooner>提前|缩短)|(?P<later>超期|延期|逾期|延误|超出|超过|拖延))(?:了|工期)?\Z"
)
_UNITS: Final = {"日历天": "天", "个工作日": "工作日", "日": "天"}
_CLOSE: Final = ("", ",", "，")


def durations(found: Sequence[Mention]) -> Iterator[Ordering]:
    """Yield what something took, with what it was to take, where a word says by how much.

    Args:
        found: all figures of a paragraph in their order, measures of time among them.
    """
    for base, one, apart in zip(found, found[1:], found[2:], strict=False):
        if any(m.kind != "count" or m.value.approximate for m in (base, one, apart)):
            continue
        if len({_UNITS.get(m.unit, m.unit) for m in (base, one, apart)}) > 1:
            continue
        if base.sentence != apart.sentence or len({m.depth for m in (base, one, apart)}) > 1:
            continue
        if one.opener not in _CLOSE or apart.opener not in _CLOSE or base.right or one.right:
            continue
        said = _APART.match(apart.left)
        if said is None or _DUE.search(base.left) is None or _TOOK.search(one.left) is None:
            continue
        order: Order = "at_most" if said["sooner"] else "at_least"
        wording = f"{apart.left}{apart.value.printed}"
        yield Ordering(one, base, order, wording, change=apart)
