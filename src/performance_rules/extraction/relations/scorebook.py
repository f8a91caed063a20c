"""The scores of a document as its paragraphs tell them: of each part, of all, and their grades."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.gradebook import GradeBook
from performance_rules.extraction.relations.making import Maker
from performance_rules.extraction.relations.paragraph import Paragraph
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.relations.scores.alldeducted import all_deducted
from performance_rules.extraction.relations.scores.deductions import deductions
from performance_rules.extraction.relations.scores.fullmarks import FullMarks
from performance_rules.extraction.relations.scores.scorelists import ScoreList
from performance_rules.extraction.relations.scores.scores import parts_of, reached, together
from performance_rules.extraction.relations.scores.scoresums import sums
from performance_rules.extraction.relations.scores.weights import weights

_REVIEWED: Final = re.compile("复核|复评|再评价|审核|抽查|调整|上年|去年")
"""Where such words stand a total may not be the one that is told later."""


@define(eq=False)
class ScoreBook:
    """What the paragraphs of a document tell of scores, one after the other.

    Attributes:
        grades: the bands and grades of the document.
    """

    grades: GradeBook = field(factory=GradeBook)
    _lines: ScoreList = field(factory=ScoreList)
    _fulls: FullMarks = field(factory=FullMarks)
    _above: tuple[Mention, ...] = ()

    def begin(self, *, goes_on: bool) -> None:
        """Begin a section.

        Args:
            goes_on: whether its scores stand beside those of the section before.
        """
        self._lines = self._lines if goes_on else ScoreList()
        self._fulls = FullMarks()
        self._above = tuple(self.grades.totals)

    def skip(self, text: str) -> None:
        """Read a paragraph without figures, which may end a list."""
        self._lines.read(text, (), ())

    def read(
        self, made: Sequence[Related], one: Paragraph, points: Sequence[Mention], pages: Maker
    ) -> list[Related]:
        """Return what a paragraph tells, with what it tells of its scores put in.

        What scores add up to is told in the place of what else was read there.

        Args:
            made: what it tells else.
            one: the paragraph.
            points: its scores and full marks.
            pages: makes relations of its figures and of those of paragraphs before.
        """
        text, told = one.text, list(made)
        scored = parts_of(text, points) if points else []
        earlier = self._earlier(one.home, pages) if points else []
        here = [m for m in earlier if all(m is not other for other in self._above)]
        behind = self._lines.read(text, points, scored, here)
        if behind is not None and all(m.home in pages.runs for _, m in behind.parts):
            told.append(pages.scored(behind).told_in(one.home))
        above, off = self._fulls.read(text, points, scored) if points else (None, None)
        weighed = [*map(pages.scored, weights(text, one.own))]
        if weighed:
            known = {m.at for m in told}
            told += [m for m in weighed if m.at not in known]
        if len(points) > 1:
            told += map(pages.reached, reached(together(scored)))
            summed = [*deductions(text, points, earlier), *sums(text, points, scored, earlier)]
            whole = self._fulls.total(text, points, scored)
            if whole is not None and all(m.total is not whole.total for m in summed):
                summed.append(whole)
            off_all = all_deducted(text, points, earlier)
            summed += [off_all] if off_all is not None and not summed else []
            added = [pages.scored(m).told_in(one.home) for m in summed]
            again = {m.at for m in added}
            told = [*(m for m in told if m.at not in again), *added]
        full = [pages.reached(above)] if above is not None else []
        full += [pages.scored(off)] if off is not None else []
        known = {m.at for m in told}
        return [*told, *(m.told_in(one.home) for m in full if m.at not in known)]

    def _earlier(self, home: int, pages: Maker) -> list[Mention]:
        """Return the totals that the paragraphs before tell, and that still hold."""
        told = [m for m in self.grades.totals if m.home != home and m.home in pages.runs]
        reviewed = any(_REVIEWED.search(pages.runs[m.home].plain) for m in told)
        return [] if reviewed else told
