"""All that may be spent: what was carried in and what came. 下达A，上年结转B，可用资金C.

Where anything else stands among the figures of a sentence, or words tell of something that came or
went besides, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from performance_rules.extraction.figures.flows import Flow
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.movementwords import COMES, LEAVES, OPEN, WHOLE
from performance_rules.extraction.figures.roles import agrees, alike
from performance_rules.extraction.figures.sameness import (
    nothing_besides,
    same_thing,
    same_years,
)
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.tokens.normal import Run

_FEWEST: Final = 2
_MOST: Final = 6
_ONLY: Final = re.compile("预计|拟|其中|含|收回|已|上缴|使用|中央可用|省级可用")
_ADDED: Final = ("加", "再加", "连同", "另加")
_ENDS: Final = ("等", "左右")


def available(
    flows: Sequence[Flow], home: int, runs: Mapping[int, Run], words: RelationWords
) -> list[tuple[tuple[Mention, ...], Mention]]:
    """Return what came, with what was carried in, and all that may be spent.

    Args:
        flows: the figures of a paragraph and of those before it.
        home: the number of the paragraph.
        runs: the paragraphs by their numbers.
        words: the words of relations.
    """
    found = []
    for at, whole in enumerate(flows):
        if whole.kind != WHOLE or whole.at.home != home or whole.part:
            continue
        before = [f for f in flows[max(0, at - _MOST) : at] if f.at.part == whole.at.part]
        before = [f for f in before if f.at.sentence == whole.at.sentence and f.at.home == home]
        if _make_all(before, whole) and _is_said(before, whole, runs, words):
            found.append((tuple(f.at for f in before), whole.at))
    return found


def _make_all(before: Sequence[Flow], whole: Flow) -> bool:
    """Whether figures are what was carried in, once, and what came; and no others stand there."""
    if not _FEWEST <= len(before) < _MOST:
        return False
    carried = [f for f in before if f.turn is not None]
    if len(carried) != 1 or carried[0].kind not in (OPEN, LEAVES):
        return False
    came = [f for f in before if f.turn is None]
    if any(f.kind != COMES or f.part for f in came) or carried[0].part:
        return False
    return all(alike(f.at.value, whole.at.value) and not f.at.depth for f in before)


def _is_said(
    before: Sequence[Flow], whole: Flow, runs: Mapping[int, Run], words: RelationWords
) -> bool:
    """Whether the sum is that of the figures, or words tell of nothing that may be the rest."""
    n = sum(f.at.value.n for f in before)
    if agrees(whole.at.value, n, sum(f.at.value.half for f in before)):
        return True
    text = runs[whole.at.home].plain[before[0].at.begin : whole.at.end]
    if text.startswith(_ADDED):
        return False  # 收入A，…。加上B、C，总计D: what they are added to stands before them
    if _ONLY.search(text) or any(f.at.right.startswith(_ENDS) for f in before):
        return False
    used = [*before, whole]
    return same_years(used) and same_thing(used, words) and nothing_besides(used, runs)
