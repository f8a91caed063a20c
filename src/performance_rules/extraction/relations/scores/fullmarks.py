"""Full marks that are listed first, and the scores or deductions that are listed behind by name.

满分50分，其中数量20分、质量12分…。得分情况：数量19分、质量13.5分….  A list is one of full marks
where they make up the number that opens it, or where each stands in a bracket and they make a
hundred.  One score is said to be wrong only where all the others of the list come out: another
scale would show in more than one of them.  Where all of a hundred is scored, and the score of all
stands right behind, the scores make it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.scores.scores import (
    APART,
    WHOLLY,
    Part,
    Reached,
    Sum,
)
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import SCALE

_FEWEST: Final = 3
_MOST: Final = 12
_NAMED: Final = 2
_OPENS: Final = re.compile(r"(?:满分|总分|总分值|分值|权重)(?:为|是|共|:)?\Z")
_WHOLE: Final = re.compile(r"百分制|满分(?:为|是)?100分|总分(?:为|是)?100分")
_SCORED: Final = re.compile(r"得分(?:情况|为|如下)?|实际得分|自评得分|得\Z")
_SCORES: Final = re.compile(
    r"(?:经|按|对照|根据|(?:19|20)\d\d年度?|[本当]年度?|年度|[本此]次|最终|自评|自我|评价|评审|评分|考核|综合|部门|单位|项目"
    r"|整体支出|绩效|各|项|部分|一级|指标|体系|标准|类|维度|方面|实际|得分|情况|结果|如下|为|是|其中|分别|[:,，])*+"
)
"""What may stand before a list of scores that is one of all."""
_OFF: Final = re.compile(r"扣(?:减|除|了|分)*\Z")
_ENDS: Final = "。;!?"


@define(eq=False)
class FullMarks:
    """The full marks, scores and deductions of a section, by their names.

    Attributes:
        full: the full marks that a list states.
        score: the scores; None for a name that is scored twice.
        off: what is taken off; None for a name that it is taken off of twice.
    """

    full: dict[str, Mention] = field(factory=dict)
    score: dict[str, Mention | None] = field(factory=dict)
    off: dict[str, Mention | None] = field(factory=dict)

    def read(
        self, text: str, points: Sequence[Mention], parts: Sequence[Part]
    ) -> tuple[Reached | None, Sum | None]:
        """Read a line; return the one score, and the one deduction, that cannot be.

        Args:
            text: the line.
            points: its scores and full marks in their order.
            parts: the parts that it scores.
        """
        known = {id(p.score): p.name for p in parts if p.score is not None and p.full is None}
        before = dict(self.full)
        for _, group in groupby(points, key=lambda m: m.sentence):
            said = list(group)
            named = [(known[id(m)], m) for m in said if id(m) in known]
            begin = max(text.rfind(mark, 0, said[0].start) for mark in _ENDS) + 1
            opening = text[begin : said[0].start]
            bracketed = _bracketed(said, parts)
            if bracketed or _is_full(opening, said, named):
                self.full, self.score, self.off = dict(bracketed or named), {}, {}
                continue
            for name, one in named:
                if _SCORED.search(one.left) or "得分" in opening:
                    self.score[name] = None if name in self.score else one
            for one in said:
                off = _OFF.search(one.left)
                if off is not None:
                    name = one.left[: off.start()]
                    self.off[name] = None if name in self.off else one
        if not self.full or (self.full == before and not points):
            return None, None
        return self._above(points), self._off(points)

    def total(self, text: str, points: Sequence[Mention], parts: Sequence[Part]) -> Sum | None:
        """Return the score of all with the scores that make it, once each full mark has its own.

        Args:
            text: the line, which tells the scores and right behind them the one of all.
            points: its scores and full marks in their order.
            parts: the parts that it scores.
        """
        if sum(m.value.n for m in self.full.values()) != HUNDRED or APART.search(text):
            return None
        totals = [m for m in points if WHOLLY.fullmatch(m.left)]
        last = max((m.end for m in self.full.values() if m in points), default=0)
        listed = [(p.name, p.score) for p in parts if p.score is not None and p.full is None]
        listed = [(name, m) for name, m in listed if m.start >= last]
        if len(totals) != 1 or len(listed) != len(self.full):
            return None
        inside = [m for m in points if listed[0][1].start <= m.start <= totals[0].start]
        if inside != [*(m for _, m in listed), totals[0]]:
            return None  # what is taken off or given as well stands between them
        if totals[0].sentence - listed[-1][1].sentence > 1 or any(m.depth for m in inside):
            return None
        fulls = [self._full_of(name) for name, _ in listed]
        known = {id(m): m for m in fulls if m is not None}
        below = all(
            m and one.value.n <= m.value.n for m, (_, one) in zip(fulls, listed, strict=True)
        )
        if not below or len(known) < len(fulls) or not _is_opened(text, listed[0]):
            return None
        off = abs(totals[0].value.n - sum(m.value.n for _, m in listed))
        rounded = 0 < 2 * off * 10 ** totals[0].value.decimals <= SCALE  # 92.45 told as 92.5
        return None if rounded else Sum(tuple(listed), totals[0], "score")

    def _full_of(self, name: str) -> Mention | None:
        """Return the full marks of a part: 满意度 of 服务对象满意度, where no other ends so."""
        if name in self.full:
            return self.full[name]
        ends = [m for called, m in self.full.items() if called.endswith(name)]
        return ends[0] if len(name) >= _NAMED and len(ends) == 1 else None

    def _above(self, points: Sequence[Mention]) -> Reached | None:
        scores = _complete(self.full, self.score)
        if not scores or scores[list(scores)[-1]] not in points:
            return None
        above = [n for n, m in scores.items() if m.value.n > self.full[n].value.n]
        if len(above) != 1:
            return None
        return Reached(above[0], scores[above[0]], self.full[above[0]])

    def _off(self, points: Sequence[Mention]) -> Sum | None:
        found = [
            (score, off, full)
            for name, full in self.full.items()
            if (score := self.score.get(name)) is not None
            and (off := self.off.get(name)) is not None
        ]
        if len(found) < _FEWEST or found[-1][1] not in points:
            return None
        wrong = [one for one in found if one[0].value.n + one[1].value.n != one[2].value.n]
        if len(wrong) != 1:
            return None
        score, off, full = wrong[0]
        return Sum((("得分", score), ("扣分", off)), full, "score")


def _is_opened(text: str, first: tuple[str, Mention]) -> bool:
    """Whether the words before the first score say no more than that scores follow."""
    name, one = first
    begin = max(text.rfind(mark, 0, one.start) for mark in _ENDS) + 1
    said = text[begin : one.start].rpartition(name)[0]
    return _SCORES.fullmatch(said) is not None


def _bracketed(said: Sequence[Mention], parts: Sequence[Part]) -> list[tuple[str, Mention]]:
    """Return full marks of which each has its name before it, and that make a hundred."""
    own = {id(p.full): p.name for p in parts if p.full is not None and p.score is None}
    named = [(own[id(m)], m) for m in said if id(m) in own and m.value.n != HUNDRED]
    names = {name for name, _ in named}
    if not _FEWEST <= len(names) == len(named) <= _MOST or min(map(len, names)) < _NAMED:
        return []
    others = [m for m in said if id(m) not in own and m.value.n != HUNDRED]
    return named if not others and sum(m.value.n for _, m in named) == HUNDRED else []


def _is_full(opening: str, said: Sequence[Mention], named: Sequence[tuple[str, Mention]]) -> bool:
    """Whether a sentence lists full marks, which make up the number that opens it."""
    names = [name for name, _ in named]
    if not _FEWEST <= len(named) <= _MOST or len(set(names)) < len(names):
        return False
    if min(map(len, names)) < _NAMED or any("得" in m.left or "扣" in m.left for m in said):
        return False
    made = sum(m.value.n for _, m in named)
    if len(said) == len(named) + 1 and said[0] is not named[0][1]:
        return _OPENS.search(said[0].left) is not None and said[0].value.n == made
    whole = _WHOLE.search(opening) is not None
    return whole and len(said) == len(named) and made == HUNDRED


def _complete(
    full: Mapping[str, Mention], told: Mapping[str, Mention | None]
) -> dict[str, Mention]:
    """Return what is told of every name with full marks, nothing where one is missing."""
    found = {name: told.get(name) for name in full}
    known = {name: one for name, one in found.items() if one is not None}
    return known if len(known) == len(found) else {}
