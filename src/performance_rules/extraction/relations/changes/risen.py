"""A figure with its change and the rate of that right behind it: 门诊A人次，同比增加B，增幅C.

The change says what it is from, a year or its turn, and nothing else; all three stand beside each
other, or the figure is all that the sentence before tells.  So it does not matter what it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.changes.changes import direction_of, is_change
from performance_rules.extraction.relations.changes.sequences import Implied

_FROM: Final = re.compile(
    r"\A(?:同比|(?:比|较|与)(?:上年度?(?:同期|末|底)?|去年(?:同期|末|底)?|同期|年初|期初)(?:相比)?)"
    r"(?P<word>(?!同期|度|末|底|相比)\w{1,5})\Z"
)
_EARLIER: Final = re.compile(
    r"(?:(?:19|20)\d\d年(?:度|同期|末|底)?|上年度?(?:同期|末|底)?|去年(?:同期|末|底)?|年初|期初)[为是]?"
)
"""A level that is told by its time alone: 2024年为A，2023年为B，同比减少C is of A."""
_OF_TWO: Final = re.compile("分别|均|各|其中|比|较|占|每|至\\Z|到\\Z")
_FEWEST: Final = 3
_LEVELS: Final = ("amount", "count")


def risen(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Implied]:
    """Yield the figures of a paragraph whose change and rate stand right behind them.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    if len(found) < _FEWEST:
        return
    for at, (change, rate) in enumerate(pairwise(found[1:])):
        level = found[at]
        said = _FROM.match(change.left) if rate.kind == "percent" else None
        if said is None or level.kind not in _LEVELS or change.kind != level.kind:
            continue
        one = change.part == rate.part and level.depth == change.depth == rate.depth
        between = text[level.close : change.begin]
        alone = between == "。" and (not at or found[at - 1].sentence != level.sentence)
        beside = between in (",", "，") or alone
        beside = beside and level.home == change.home and rate.opener in (*",，、", "")
        near = len(text[change.close : rate.begin]) <= 1
        if not (one and beside and near and alike(level.value, change.value)):
            continue
        if "同比" in rate.left and "同比" not in change.left and "初" in change.left:
            continue  # 较年初增加78座，同比增长9.2%: of two times
        direction = direction_of(without_tail(said["word"], words), words)
        same = direction_of(without_tail(rate.left, words), words)
        if direction is None or same != direction or min(change.value.n, rate.value.n) <= 0:
            continue
        if _EARLIER.fullmatch(level.left) is not None:
            continue
        if is_change(level, words) or _OF_TWO.search(level.left) is not None:
            continue
        yield Implied(level, change, rate, direction)
