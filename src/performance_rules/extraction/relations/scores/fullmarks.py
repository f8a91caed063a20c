"""Full marks that are listed first, and the scores or deductions that are listed behind by name.

满分50分，其中数量20分、质量12分…。得分情况：数量19分、质量13.5分….  A list is one of full marks
where they make up the number that opens it.  One score is said to be wrong only where all the
others of the list come out: another scale would show in more than one of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.scores.scores import Part, Reached, Sum
from performance_rules.values.precision import HUNDRED

_FEWEST: Final = 3
_MOST: Final = 12
_NAMED: Final = 2
_OPENS: Final = re.compile(r"(?:满分|总分|总分值|分值|权重)(?:为|是|共|:)?\Z")
_WHOLE: Final = re.compile(r"百分制|满分(?:为|是)?100分|总分(?:为|是)?100分")
_SCORED: Final = re.compile(r"得分(?:情况|为|如下)?|实际得分|自评得分|得\Z")
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
            if _is_full(opening, said, named):
                self.full, self.score, self.off = dict(named), {}, {}
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
