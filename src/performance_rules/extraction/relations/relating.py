"""The figures of one paragraph after the other, and what is related of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.listings import Listing
from performance_rules.extraction.figures.mentions import (
    HAS_MEASURE,
    Mention,
    mentions_of,
)
from performance_rules.extraction.figures.roles import Cast, names_a_thing
from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.relations.changes.openings import since_opened
from performance_rules.extraction.relations.changes.opposed import opposed
from performance_rules.extraction.relations.changes.trends import trends
from performance_rules.extraction.relations.compared import compared, compared_measures
from performance_rules.extraction.relations.making import Maker
from performance_rules.extraction.relations.orders.agreed import AGREED, agreed
from performance_rules.extraction.relations.orders.goalbook import GoalBook
from performance_rules.extraction.relations.orders.placings import Placings
from performance_rules.extraction.relations.orders.standouts import standouts
from performance_rules.extraction.relations.paragraph import Paragraph, paragraph_of
from performance_rules.extraction.relations.parts.itemised import itemised
from performance_rules.extraction.relations.parts.linelists import LineLists
from performance_rules.extraction.relations.parts.subsets import charged
from performance_rules.extraction.relations.parts.wholes import Whole
from performance_rules.extraction.relations.prices.slips import slips
from performance_rules.extraction.relations.prices.unitpairs import unit_pairs
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.relations.scorebook import ScoreBook
from performance_rules.extraction.relations.scores.barescores import bare_scores
from performance_rules.extraction.relations.scores.prorated import prorated
from performance_rules.extraction.relations.scores.scores import POINT
from performance_rules.extraction.relations.stocks.available import available
from performance_rules.extraction.relations.stocks.balances import Balance
from performance_rules.extraction.relations.stocks.carryovers import Carried
from performance_rules.extraction.relations.stocks.movements import (
    Movement,
    movements,
)
from performance_rules.extraction.relations.stocks.nets import nets
from performance_rules.extraction.relations.stocks.remainders import REMAINS, remainders
from performance_rules.extraction.relations.stocks.stocks import Flows, is_left_of_another
from performance_rules.extraction.relations.times.dates import dates
from performance_rules.extraction.relations.times.periods import TIMES, periods
from performance_rules.extraction.relations.unsaid import unsaid
from performance_rules.extraction.relations.worked import priced, worked
from performance_rules.extraction.relations.written import equations
from performance_rules.extraction.relations.written.terms import Working, workings
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.tokens.normal import Run
from performance_rules.extraction.tokens.scan import Token
from performance_rules.report.evaluation import Evaluation

_PAST: Final = 24
_PAGES: Final = 60
_LISTS: Final = 6
_SIMPLE: Final = 2
_MARK: Final = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．]?\s?")
_NEAR: Final = 12
"""So many figures of the paragraphs before may belong to one that follows."""


@define(eq=False)
class Relations:
    """What the paragraphs of a document relate of their own figures, one after the other.

    A paragraph may go on where the one before it ended: what was there stands in one, what is left
    in the next.

    Attributes:
        found: the relations so far.
    """

    found: list[Related] = field(factory=list)
    _recent: list[Cast] = field(factory=list)
    _past: list[Mention] = field(factory=list)
    _flows: Flows = field(factory=Flows)
    _carried: Carried | None = None
    _pages: dict[int, Run] = field(factory=dict)
    _runs: dict[int, Run] = field(factory=dict)
    _section: str = ""
    _sentences: int = 0
    _homes: int = 0
    _signed: set[tuple[int, int]] = field(factory=set)
    _budget: bool = False
    _heads: list[Mention] = field(factory=list)
    _lists: list[Listing] = field(factory=list)
    _scores: ScoreBook = field(factory=ScoreBook)
    _goals: GoalBook = field(factory=GoalBook)
    _lines: LineLists = field(factory=LineLists)
    _placings: Placings = field(factory=Placings)

    def read(self, run: Run, tokens: Sequence[Token], context: Context) -> list[Mention]:
        """Read a paragraph; its figures are returned.

        Args:
            run: the paragraph.
            tokens: its tokens as they were scanned.
            context: where it stands.
        """
        words = relation_words()
        self._budget = context.facts.is_budget
        before, home = self._sentences, self._homes
        own = mentions_of(run.plain, tokens, before=before, home=home)
        self._lines.read(run, own, home)
        self._begin(own, context.section)
        if not tokens:
            return []
        self._sentences, self._homes = (own[-1].sentence if own else before) + 1, home + 1
        self._runs[home] = run
        maker, pages = self._makers(context)
        written = [*workings(run.plain, tokens[0].start, tokens[-1].end)]
        moved = self._move(run, own, home, context, written, pages)
        points = self._scores.grades.read(run, own, pages) or bare_scores(run.plain, home)
        self.found += map(maker.scored, equations.scores(run.plain, points, home))
        full = own
        if HAS_MEASURE.search(run.plain) is not None:
            full = mentions_of(run.plain, tokens, before=before, home=home, measured=True)
        one = paragraph_of(run.plain, home, own, full, self._recent, words)
        self._recent = one.parts[-_NEAR:]
        signs = [maker.rate(rate, called) for rate, called in equations.rates(written, home)]
        signs += map(maker.product, equations.products(written, home))
        self._signed = {m.at for m in signs}
        if one.holds(TIMES):
            told = [*periods(run.plain, home, context.facts.year), *dates(run.plain, home)]
            self.found += map(maker.ordering, told)
        self.found += signs
        aimed = self._aim(one, context.section, pages)
        if own or points:
            self._tell(one, points, moved, aimed, (maker, pages))
        else:
            self._scores.skip(run.plain)
            self.found += aimed
            if full:
                self.found += map(maker.ordering, compared_measures(one))
        return own

    def _tell(
        self,
        one: Paragraph,
        points: Sequence[Mention],
        moved: Sequence[Mention],
        aimed: Sequence[Related],
        makers: tuple[Maker, Maker],
    ) -> None:
        """Keep what a paragraph tells of its figures; of one claim, what is read first."""
        maker, pages = makers
        made = [
            *priced(one, maker),
            *self._charge(one, pages),
            *worked(one, maker, pages, moved),
        ]
        said = {m.at for m in made}
        made += self._remain(one, said, moved, pages)
        orderings = [*compared(one, self._placings)]
        if len(points) > 1:
            orderings += prorated(one.text, one.own)
        more = [*map(maker.ordering, orderings)]
        if aimed:
            known = {m.at for m in more}
            more += [m for m in aimed if m.at not in known]
        more += self._stand_out(one, pages)
        if one.holds(AGREED):
            near = [m.at for m in one.parts if m.at.home in pages.runs]
            more += [pages.ordering(m).told_in(one.home) for m in agreed(near, one.home)]
        if one.moves:
            more += unsaid(map(maker.ordering, trends(one.text, one.moving, one.words)), made)
            more += unsaid(map(maker.ordering, opposed(one.own, one.words)), [*made, *more])
            before = [m for m in self._past if m.home != one.home]
            since = map(pages.change, since_opened(before, one.own, one.words))
            more += unsaid((m.told_in(one.home) for m in since), [*made, *more])
        if more:
            made += [m for m in more if m.at not in said]
        made = self._scores.read(made, one, points, pages)
        slipped = [maker.slip(m) for m in slips(one.parts, one.words) if one.reaches(m.figure)]
        slipped += map(maker.slip, unit_pairs(one.own))
        if slipped:
            wrong = {m.at for m in slipped}
            made = [m for m in made if wrong.isdisjoint(m.spans)]  # said by the unit alone
        if self._signed:
            made = [m for m in made if m.at not in self._signed]  # worked out in signs
        if made or slipped:
            self.found += [*slipped, *(m for m in made if m.home == one.home)]

    def _move(
        self,
        run: Run,
        own: Sequence[Mention],
        home: int,
        context: Context,
        signs: Sequence[Working],
        pages: Maker,
    ) -> list[Mention]:
        """Return what is left of the stocks of a paragraph, once it was read how it came to that.

        What opened a stock may stand some items above, in the same section.
        """
        if self._carried is None:
            self._carried = Carried(context.facts.year, context.facts.is_budget)
        self._pages[home] = run
        self._pages.pop(home - _PAGES, None)
        words = relation_words()
        flows = self._flows.read(run, own, words)
        here = [one for one in flows if one.at.home == home] if flows else []
        self._carried.read(run, here, home, context.section)
        self.found += map(pages.movement, nets(run.plain, own))
        written = [*equations.sums(signs, own, home)]
        self.found += map(pages.movement, written)
        if not here:
            return [one.left for one in written] if written else []
        around = [*self._past, *own, *(flow.at for flow in flows)]
        found = [
            one
            for one in movements(flows, home, self._pages, words)
            if not is_left_of_another(one, around)
        ]
        self.found += [
            pages.balance(Balance(one.came, one.went[0], one.left))
            if len(one.went) == 1 and len(one.came) <= _SIMPLE and "调整" not in one.left.left
            else pages.movement(one)
            for one in found
        ]
        whole = available(flows, home, self._pages, words)
        self.found += [pages.movement(Movement(came, (), left)) for came, left in whole]
        return [*(one.left for one in (*written, *found)), *(left for _, left in whole)]

    def _begin(self, own: Sequence[Mention], section: str) -> None:
        """Begin a section, unless it goes on a list that the one before it is an item of."""
        last, self._section = self._section, section
        beside = bool(own) and _is_listed(section, last)
        if section == last or (beside and not names_a_thing(own[0], relation_words())):
            return
        if not own and _goes_on(section, last):
            return
        self._scores.begin(goes_on=beside and own[0].unit == POINT)
        self._placings, self._recent, self._runs, self._flows = Placings(), [], {}, Flows()

    def _remain(
        self,
        one: Paragraph,
        said: Collection[tuple[int, int]],
        moved: Sequence[Mention],
        pages: Maker,
    ) -> list[Related]:
        """Return what is left of two figures that may stand in paragraphs before."""
        near = [*self._past, *one.own]
        self._past = [m for m in near[-_PAST:] if m.home in self._pages]
        if not one.holds(REMAINS):
            return []
        run = self._pages[one.home]
        return [
            pages.balance(Balance((due,), done, left)).told_in(one.home)
            for due, done, left in remainders(one.text, near, one.home, one.words)
            if run.span(left.start, left.end) not in said and left not in moved
        ]

    def _charge(self, one: Paragraph, pages: Maker) -> list[Related]:
        """Return what is paid out of one amount, or listed of it, where that stands above."""
        made: list[Related] = []
        if self._heads:
            self._heads = [m for m in self._heads if m.home in self._pages]
            made = [pages.total(m).told_in(one.home) for m in charged(one.own, self._heads)]
        self._heads += [m for m in one.own if m.kind == "amount"][:1]
        past = [m for m in self._past if m.home in self._pages]
        made += [pages.total(m).told_in(one.home) for m in itemised(one.text, one.own, past)]
        return made

    def _aim(self, one: Paragraph, section: str, pages: Maker) -> list[Related]:
        """Return the goals said to be reached whose results are told apart from them."""
        told = self._goals.read(one.text, one.full, section, one.words)
        return [
            pages.ordering(m).told_in(one.home)
            for m in told or ()
            if {m.base.home, m.figure.home} <= self._pages.keys()
        ]

    def _stand_out(self, one: Paragraph, pages: Maker) -> list[Related]:
        """Return who is said to be the highest of a list; a list may stand some lines above."""
        if not (self._lists or one.lists):
            return []
        before = [m for m in self._lists if m.figures[0].home in self._pages]
        said = standouts(one.text, one.own, before, one.lists, one.words)
        self._lists = [*before, *one.lists][-_LISTS:]
        return [pages.ordering(m).told_in(one.home) for m in said]

    def _makers(self, context: Context) -> tuple[Maker, Maker]:
        """Return what makes relations of figures of one section, and of those before them too."""
        section, budget = context.section, context.facts.is_budget
        return Maker(self._runs, section, budget), Maker(self._pages, section, budget)

    def forms(self, evaluations: Sequence[Evaluation], notes: Iterable[str]) -> None:
        """Keep the scores of forms, their grades, and the bands that their notes state."""
        self._pages |= self._scores.grades.forms(evaluations)
        self._scores.grades.notes(notes)

    def has_own_bands(self) -> bool:
        """Whether the document states bands of its own that are not the common ones."""
        return self._scores.grades.has_own_bands()

    def closed(self) -> list[Related]:
        """Return all relations, with what only the whole document tells.

        That is what is carried from one year to the next, and the grades against its own bands.
        """
        made = list(self.found)
        if self._carried is not None:
            carrier = Maker(self._carried.runs, "", budget=self._carried.budget)
            made += map(carrier.carryover, self._carried.found())
        for whole, runs in self._lines.found(relation_words()):
            made.append(Maker(runs, "", self._budget).whole(whole))
        known = {one.at for one in made}
        for told, runs in self._lines.attested():
            maker = Maker(runs, "", self._budget)
            one = maker.whole(told) if isinstance(told, Whole) else maker.portion(told)
            made += [one] if one.at not in known else []
            known.add(one.at)
        shares = (Maker(runs, "", self._budget).portion(m) for m, runs in self._lines.shares())
        made += [one for one in shares if one.at not in known]
        made += self._scores.grades.found()
        return made


def _is_listed(section: str, last: str) -> bool:
    """Whether a section is the next item of the list that another one is in, or below that."""
    return section.rpartition("/")[0] in (last.rpartition("/")[0], last)


def _goes_on(section: str, last: str) -> bool:
    """Whether two sections beside each other tell of one sum: （一）预算安排, （二）执行情况."""
    (above, _, title), (beside, _, before) = section.rpartition("/"), last.rpartition("/")
    steps = relation_words().steps
    return above == beside != "" and all(steps.make(_MARK.sub("", one)) for one in (title, before))
