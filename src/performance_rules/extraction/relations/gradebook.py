"""The grades of a document, and the scores and bands that they are given by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import define, evolve, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.relations.making import Maker
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.relations.scores.bands import Band, bands_of, grade_of, settled
from performance_rules.extraction.relations.scores.grades import Graded, graded, is_inside, ordering
from performance_rules.extraction.relations.scores.scores import points_of, totals_of
from performance_rules.extraction.tokens.normal import Run, halved, run_of
from performance_rules.report.evaluation import Evaluation
from performance_rules.values.quantity import Count

_CALLED: Final = "自评总分"
FORM: Final = -1_000_000
"""The number of the paragraph that the first form is taken for."""
_HAS_GRADE: Final = re.compile(
    r"等[级次]|档次|级别|评级|评定|定级|结[果论]|(?:为|属于?)[优良中差]|:[优良中差]|优\(|良\(|中\(|差\(|分\([A-D优良中差]|为[A-D][级等档类]"
)
_TOTALS: Final = 3
_COMMON: Final = {"优": 90, "良": 80, "中": 60}


@define(eq=False)
class GradeBook:
    """The bands and grades of a document; either may come first.

    Attributes:
        totals: the last scores of all that its paragraphs told.
    """

    totals: list[Mention] = field(factory=list)
    _bands: list[Band] = field(factory=list)
    _graded: list[tuple[Graded, Maker]] = field(factory=list)
    _formed: list[Mention] = field(factory=list)
    _on_forms: list[Graded] = field(factory=list)

    def read(self, run: Run, own: Sequence[Mention], maker: Maker) -> list[Mention]:
        """Keep the bands and the grades of a paragraph; return its scores and full marks.

        What a band begins or ends with is no score, and its grade is given to none.

        Args:
            run: the paragraph.
            own: its figures.
            maker: makes relations of what this paragraph and those before it tell.
        """
        bands = bands_of(run.plain)
        taken = [one.at for one in bands]
        self._bands += bands
        points = [m for m in points_of(run.plain, own) if not is_inside(m.start, taken)]
        if _HAS_GRADE.search(run.plain) is not None:
            told = graded(run.plain, points, self.totals or self._formed, taken)
            self._graded += [(one, maker) for one in told]
        self.totals = [*self.totals, *totals_of(run.plain, points)][-_TOTALS:]
        return points

    def forms(self, evaluations: Sequence[Evaluation]) -> dict[int, Run]:
        """Keep the one score that a form states as a figure of a paragraph of its own.

        A grade of prose without a score is for that of the only form; the grade of a form is for
        its own.

        Returns:
            Those paragraphs by their numbers.
        """
        pages: dict[int, Run] = {}
        for at, one in enumerate(evaluations):
            told = one.score.statements if one.score is not None else ()
            if len({said.value.n for said in told}) != 1 or told[0].source is None:
                continue
            if not isinstance(told[0].value, Count):
                continue
            value, source = evolve(told[0].value, unit="分"), told[0].source
            run = run_of([Passage(source.quote or value.printed, source)])
            pages[FORM + at] = run
            size = len(run.plain)
            score = Mention("count", value, "分", 0, size, "总得分", home=FORM + at)
            if len(evaluations) == 1:
                self._formed = [score]
            if one.grade is not None:
                grade = Graded(
                    grade_of(one.grade),
                    evolve(score, left="", label=_CALLED),  # its name stands in no text
                    f"等级{one.grade}",
                )
                self._graded.append((grade, Maker(pages, "", budget=False)))
                self._on_forms.append(grade)
        return pages

    def notes(self, texts: Iterable[str]) -> None:
        """Keep the bands that the notes of forms state."""
        for text in texts:
            self._bands += bands_of(halved(text))

    def has_own_bands(self) -> bool:
        """Whether the document states bands of its own that are not the common ones."""
        bands = settled(self._bands)
        return any(one.low != _COMMON[g] for g, one in bands.items() if g in _COMMON)

    def found(self) -> Iterator[Related]:
        """Yield what the grades of the document say of their scores, by its own bands."""
        bands = settled(self._bands)
        own = self.has_own_bands()
        for one, maker in self._graded if bands else ():
            if one in self._on_forms and not own:
                continue  # the common bands are those of a rule
            said = ordering(one, bands)
            if said is not None and one.score.home in maker.runs:
                named = said.name or (_CALLED if one.score.home < 0 else "")
                yield maker.ordering(evolve(said, name=named))
