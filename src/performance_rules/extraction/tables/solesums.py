"""Sums of a table of one row whose columns are by name all there are: 一季度 to 四季度, 合计.

A row alone attests nothing.  Kinds that are all there are make their total; grades, and states of
which nothing has two, are at most all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.partitions import is_grade, is_partition
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.tables.rowwise import Head, Relation

_TOTAL: Final = re.compile(r"(?:合计|总计|总[数量额]|[^率]数|个数)(?:\([^()]*\))?\Z")
_STATES: Final = re.compile("已|正在|未|尚未|待")
_FEWEST: Final = 2


def sole_sums(heads: Sequence[Head]) -> Iterator[Relation]:
    """Yield the total of a table of one row that its other columns do not make.

    Args:
        heads: its columns of numbers.
    """
    levels = [head for head in heads if head.kind != "rate"]
    if len(levels) < len(heads) or len(levels) <= _FEWEST or len(levels[0].numbers) != 1:
        return
    for claim, parts in ((levels[0], levels[1:]), (levels[-1], levels[:-1])):
        names = [head.text for head in parts]
        if _TOTAL.search(claim.text) is None or any(_TOTAL.search(name) for name in names):
            continue
        if any((one.kind, one.unit) != (claim.kind, claim.unit) for one in parts):
            continue
        numbers = [number for (number,) in (head.numbers for head in (claim, *parts)) if number]
        if len(numbers) <= len(parts):
            continue
        whole, *others = numbers
        over = sum(one.value for one in others) - whole.value
        complete = is_partition(names, whole_words().partitions)
        apart = all(map(is_grade, names)) or all(map(_STATES.match, names))
        if abs(over) > whole.step * len(numbers) / 2 and (complete or (apart and over > 0)):
            yield Relation("sum", claim, tuple(parts), (0,), (0,))
