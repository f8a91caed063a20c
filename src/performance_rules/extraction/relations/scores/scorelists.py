"""Scores that are told line by line, with their total in a line before or behind them.

过程类（满分20分）得16分； is one line and 总得分88分 another one.  The lines are all of a total
where the full marks that they state make a hundred, and each of them is scored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.scores.scores import APART, Part, Sum, totals_of
from performance_rules.values.precision import HUNDRED

_FEWEST: Final = 3
_MOST: Final = 12
_NAMED: Final = 2
_GAP: Final = 1
"""So many lines without a score may stand before the total."""
_OF_ALL: Final = re.compile(
    r"(?:以上|上述|各项|全部)?(?:指标|分值)?(?:总|合计)?(?:满分(?:总分|合计|共计|共|总计)?|总分值?)(?:为|是)?"
)
"""The words before the hundred that the score of all right behind it is out of."""
_EARLIER: Final = re.compile("[,，(;](?:同)?(?:较|比|与)(?:上|去|前一)年")
"""How it begins what a total is compared with."""


_OUT_OF_ALL: Final = re.compile(
    r"(?:[本该]?(?:项目|部门|单位))?(?:自评|评价|实际|最终|最后|综合)*总?(?:得分|得)(?:为|是)?"
)
"""What a score is called that is out of the hundred right before it."""


@define(eq=False)
class ScoreList:
    """The parts that the lines before have scored, until their total is told.

    Attributes:
        parts: the parts so far, in their order.
        apart: whether a line says that its scores may not simply be added.
        blank: how many lines without any score have followed.
        head: the total that a line right before the first of them tells alone.
    """

    parts: list[Part] = field(factory=list)
    apart: bool = False
    blank: int = 0
    head: Mention | None = None

    def read(
        self,
        text: str,
        points: Sequence[Mention],
        parts: Sequence[Part],
        earlier: Sequence[Mention] = (),
    ) -> Sum | None:
        """Read a line; return the sum that its total makes with the lines before, if it is one.

        Args:
            text: the line.
            points: its scores and full marks in their order.
            parts: the parts that it scores.
            earlier: the totals that its section told before; lines are of them where they are one.
        """
        if not points:
            self.blank += 1
            self.apart = self.apart or APART.search(text) is not None
            return None
        whole = [m for m in points if m.value.n == HUNDRED and _OF_ALL.fullmatch(m.left)]
        totals = [m for m in totals_of(text, points) if m not in whole]
        if len(whole) == 1 and whole[0] is points[0]:
            points = points[1:]  # 以上满分100分，自评总得分88分
            out_of = len(points) == 1 and _OUT_OF_ALL.fullmatch(points[0].left)
            totals = totals or (list(points) if out_of else [])
            parts = [one for one in parts if one.last is not whole[0] and one.score not in totals]
        if totals and (then := _EARLIER.search(text, totals[-1].end)) is not None:
            text = text[: then.start()]  # 总得分88分，较上年提高2分
            parts = [one for one in parts if one.last.start < then.start()]
        before, apart = self.parts, self.apart or APART.search(text) is not None
        stale = self.blank > _GAP
        if totals or stale:
            between = stale and not self.parts and self.apart  # what stands above the first line
            self.parts, self.apart, self.head = [], between and not totals, None
        self.blank = 0
        if not totals:
            self.parts += _outer(parts)
            self.apart = self.apart or APART.search(text) is not None
            return self._headed(earlier)
        if len(totals) == len(points) == 1 and not APART.search(text):
            self.head = totals[0]
        own = [one for one in parts if one.last.start < totals[0].start] if before else []
        if apart or stale or len(own) < len(parts) or len({m.value.n for m in totals}) > 1:
            return None
        return _sum([*before, *own], totals[0])

    def _headed(self, earlier: Sequence[Mention]) -> Sum | None:
        """Return the sum with the total told before the lines, once their full marks are all."""
        made, head = None, self.head
        if head is None and len({one.value.n for one in earlier}) == 1:
            head = earlier[-1]
        if head is not None and not self.apart:
            made = _sum(self.parts, head)
        if made is not None:
            self.parts, self.head = [], None
        return made


def _outer(parts: Sequence[Part]) -> list[Part]:
    """Return the parts of a line without those behind 其中, which are parts of the one before."""
    inner = next(
        (i for i, one in enumerate(parts) for m in (one.full, one.score) if m and _is_inner(m)),
        len(parts),
    )
    return list(parts[:inner])


def _is_inner(one: Mention) -> bool:
    return one.left.startswith("其中")


def _sum(parts: Sequence[Part], total: Mention) -> Sum | None:
    """Return the sum of parts whose full marks make a hundred."""
    if not _FEWEST <= len(parts) <= _MOST:
        return None
    names = [part.name for part in parts]
    if len(set(names)) < len(names) or min(map(len, names)) < _NAMED:
        return None
    listed = [(p.name, p.score) for p in parts if p.score is not None and p.full is not None]
    fulls = [p.full.value.n for p in parts if p.full is not None]
    if len(listed) < len(parts) or sum(fulls) != HUNDRED:
        return None
    return Sum(tuple(listed), total, "score")
