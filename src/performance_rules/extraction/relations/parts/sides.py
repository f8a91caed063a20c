"""Both sides of a budget that are told to be as much: 收支总预算N。收入包括a、b；支出包括c、d.

Each side makes N.  That a list leaves nothing out is shown by the other side, or by both being as
much: then it is a slip that one of the three is something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.figures.wholewords import WholeWords, whole_words
from performance_rules.extraction.relations.parts.fullness import agree, comes_out, sum_of
from performance_rules.extraction.relations.parts.itemlists import ItemList, list_at
from performance_rules.extraction.relations.parts.wholes import Whole

_BOTH: Final = re.compile(
    r"(?:收、?支(?:总预算|总决算|总计|总额|预算总额|预算总计|决算总计|总规模|预算)|收入、?(?:和|与)?支出(?:总预算|总计|总额|预算)"
    r"|收入总(?:计|预算|额)[、和与]支出总(?:计|预算|额))(?:数|均|各|都|总额|为|是|共|计)*\Z"
)
_SIDE: Final = re.compile(
    r"(?:\A|(?<=[。;,，:]))(?:其中)?[:,，]?(?:本年|部门|年度)?(?P<side>收入|支出)(?:预算|总计|方|部分|总预算|方面)*(?:分别)?(?:包括|包含|构成为|由|为|:)[:为]?"
)
_SOME: Final = re.compile("主要|等|含|其余|另")
_BACK: Final = 24
_TWO: Final = 2
_SENTENCES: Final = 2


def sides(text: str, found: Sequence[Mention]) -> Iterator[Whole]:
    """Yield both sides of the accounts of a paragraph with their parts.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if "收入" not in text or "支出" not in text:
        return
    totals = [m for m in found if _BOTH.search(text, max(0, m.start - _BACK), m.start)]
    totals = [m for m in totals if m.kind == "amount" and not m.depth]
    if len(totals) != 1:
        return
    total, said = totals[0], whole_words()
    lists: dict[str, ItemList] = {}
    begun = [*_SIDE.finditer(text)]
    if len(begun) < _TWO:
        return
    ends = [*(match.start() for match in begun[1:]), len(text)]
    for match, end in zip(begun, ends, strict=True):
        listed = list_at(text, [m for m in found if m.start < end], match.end(), said)
        if listed is None or listed.values[0].depth or match["side"] in lists:
            continue
        near = abs(listed.values[0].sentence - total.sentence) <= _SENTENCES
        if near and total not in listed.values and alike(listed.values[0].value, total.value):
            lists[match["side"]] = listed
    if len(lists) < _TWO:
        return
    of_both = {m for one in lists.values() for m in one.values}
    both = [
        evolve(one, further=tuple(m for m in one.further if m not in of_both))
        for one in lists.values()
    ]
    if any(_is_open(text, one) for one in both):
        return
    right = [agree(one.values, total) for one in both]
    equal = sum_of(both[0].values)[0] == sum_of(both[1].values)[0]
    if not (any(right) or equal):
        return
    for one, good in zip(both, right, strict=True):
        if good or equal or not _is_explained(found, one, total, said):
            yield Whole(one.parts, total, True)


def _is_open(text: str, listed: ItemList) -> bool:
    """Whether words say that a list leaves something out."""
    behind = re.split("[,，。;]", listed.behind, maxsplit=1)[0]
    return _SOME.search(behind) is not None or "主要" in text[listed.begin : listed.end]


def _is_explained(
    found: Sequence[Mention], listed: ItemList, total: Mention, said: WholeWords
) -> bool:
    """Whether some of the parts, or other figures beside them, tell why they make another sum."""
    if comes_out(listed, total, said):
        return True
    rest = abs(sum_of(listed.values)[0] - total.value.n)
    beside = [m for m in found if m is not total and m not in listed.values]
    others = [m for m in beside if alike(m.value, total.value)]
    return any(m.value.n == rest for m in others)
