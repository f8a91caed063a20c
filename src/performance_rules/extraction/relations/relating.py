"""The figures of one paragraph after the other, and what is related of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from attrs import define, evolve, field

from performance_rules.extraction.context import Context
from performance_rules.extraction.normal import Run
from performance_rules.extraction.relations.changes.changing import all_changes
from performance_rules.extraction.relations.changes.courses import courses
from performance_rules.extraction.relations.changes.opposed import opposed
from performance_rules.extraction.relations.changes.risen import risen
from performance_rules.extraction.relations.changes.sequences import implied
from performance_rules.extraction.relations.changes.series import series
from performance_rules.extraction.relations.changes.trends import trends
from performance_rules.extraction.relations.figures.listings import Listing, listings
from performance_rules.extraction.relations.figures.mentions import (
    HAS_MEASURE,
    Mention,
    mentions_of,
)
from performance_rules.extraction.relations.figures.roles import Cast, cast, names_a_thing
from performance_rules.extraction.relations.figures.words import relation_words
from performance_rules.extraction.relations.gradebook import FORM, GradeBook
from performance_rules.extraction.relations.making import Maker, Related, reaches, unsaid
from performance_rules.extraction.relations.orders.directions import directions
from performance_rules.extraction.relations.orders.exceeding import exceeding
from performance_rules.extraction.relations.orders.extremes import extremes
from performance_rules.extraction.relations.orders.goalbook import GoalBook
from performance_rules.extraction.relations.orders.goals import goals
from performance_rules.extraction.relations.orders.limits import limits
from performance_rules.extraction.relations.orders.placings import Placings, chains
from performance_rules.extraction.relations.orders.rankings import rankings
from performance_rules.extraction.relations.orders.standouts import standouts
from performance_rules.extraction.relations.orders.within import within
from performance_rules.extraction.relations.parts.addedto import added_to
from performance_rules.extraction.relations.parts.allwholes import all_wholes, not_added
from performance_rules.extraction.relations.parts.linelists import LineLists
from performance_rules.extraction.relations.parts.subsets import charged, contents, subsets
from performance_rules.extraction.relations.parts.totals import totals
from performance_rules.extraction.relations.parts.turns import turns
from performance_rules.extraction.relations.parts.yearparts import year_parts
from performance_rules.extraction.relations.prices.bundles import bundles, standards
from performance_rules.extraction.relations.prices.each import each
from performance_rules.extraction.relations.prices.factors import stated
from performance_rules.extraction.relations.prices.slips import slips
from performance_rules.extraction.relations.rates.allrates import all_rates
from performance_rules.extraction.relations.rates.formulas import formulas
from performance_rules.extraction.relations.rates.listshares import all_portions
from performance_rules.extraction.relations.scores.deductions import deductions
from performance_rules.extraction.relations.scores.fullmarks import FullMarks
from performance_rules.extraction.relations.scores.prorated import prorated
from performance_rules.extraction.relations.scores.scorelists import ScoreList
from performance_rules.extraction.relations.scores.scores import (
    POINT,
    parts_of,
    reached,
    together,
)
from performance_rules.extraction.relations.scores.scoresums import sums
from performance_rules.extraction.relations.scores.weights import weights
from performance_rules.extraction.relations.stocks.available import available
from performance_rules.extraction.relations.stocks.balances import Balance, balances
from performance_rules.extraction.relations.stocks.carryovers import Carried
from performance_rules.extraction.relations.stocks.movements import Movement, movements
from performance_rules.extraction.relations.stocks.nets import nets
from performance_rules.extraction.relations.stocks.remainders import remainders
from performance_rules.extraction.relations.stocks.stocks import Flows, is_left_of_another
from performance_rules.extraction.relations.times.dates import dates
from performance_rules.extraction.relations.times.periods import periods
from performance_rules.extraction.scan import Token
from performance_rules.report.evaluation import Evaluation

_PAST: Final = 24
_PAGES: Final = 60
_LISTS: Final = 6
_SIMPLE: Final = 2
_REVIEWED: Final = re.compile("复核|复评|再评价|审核|抽查|调整|上年|去年")
"""Where such words stand a total may not be the one that is told later."""
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
    _budget: bool = False
    _grades: GradeBook = field(factory=GradeBook)
    _heads: list[Mention] = field(factory=list)
    _lists: list[Listing] = field(factory=list)
    _scores: ScoreList = field(factory=ScoreList)
    _fulls: FullMarks = field(factory=FullMarks)
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
        last, self._section = self._section, context.section
        beside = bool(own) and _is_listed(self._section, last)
        listed = beside and not names_a_thing(own[0], words)
        if self._section != last and not listed:
            self._scores = self._scores if beside and own[0].unit == POINT else ScoreList()
            self._fulls, self._placings = FullMarks(), Placings()
            self._recent, self._runs, self._flows = [], {}, Flows()
        if not tokens:
            return []
        self._sentences, self._homes = (own[-1].sentence if own else before) + 1, home + 1
        self._runs[home] = run
        moved = self._move(run, own, home, context)
        points = self._grades.read(run, own, self._on_pages(context))
        recent, here = [one.at for one in self._recent], cast(own, words)
        near, parts = [*recent, *own], [*self._recent, *here]
        self._recent = parts[-_NEAR:]
        maker = Maker(self._runs, context.section, context.facts.is_budget)
        told = [*periods(run.plain, home, context.facts.year), *dates(run.plain, home)]
        self.found += map(maker.ordering, told)
        self.found += [
            maker.rate(one, called)
            for one, called in formulas(run.plain, tokens[0].start, tokens[-1].end, home)
        ]
        full = own
        if HAS_MEASURE.search(run.plain) is not None:
            full = mentions_of(run.plain, tokens, before=before, home=home, measured=True)
        aimed = self._aim(run, full, home, context)
        if not own:
            self._scores.read(run.plain, (), ())
            self.found += aimed
            if full:
                alone = [
                    *goals(run.plain, full, (), words),
                    *trends(run.plain, cast(full, words), words),
                    *series(run.plain, full, words),
                    *extremes(run.plain, full, listings(run.plain, full), words),
                ]
                self.found += map(maker.ordering, alone)
            return own
        kept = [
            maker.balance(one)
            for one in balances(run.plain, parts, words, home)
            if one.left not in moved and reaches(home, *one.received, one.spent, one.left)
        ]
        sums_told = [
            one
            for one in totals(parts, words)
            if one.total not in moved and reaches(home, one.total, *(m for _, m in one.parts))
        ]
        opened = all_wholes(run.plain, own, recent, words)
        listed_in = [
            evolve(self._on_pages(context).whole(one), home=home)
            for one in not_added(opened, sums_told)
            if not any(m in moved for m in (one.total, *(m for _, m in one.parts)))
            and not any(word in m.left for _, m in one.parts for word in words.less)
        ]
        made = [
            *map(maker.product, stated(run.plain, own, words)),
            *(
                evolve(maker.product(one), home=home)  # its amount may stand before
                for one in standards(near, words)
                if reaches(home, one.price, one.count, one.amount)
            ),
            *map(maker.total, bundles(run.plain, own, words)),
            *map(maker.total, contents(run.plain, own, words)),
            *self._charge(own, home, context),
            *kept,
            *map(maker.rate, all_rates(run.plain, own, parts, home, words)),
            *map(maker.change, all_changes(run.plain, recent, own, home, words)),
            *map(maker.implied, implied(near, own, words)),
            *(evolve(maker.implied(m), spare=True) for m in risen(run.plain, own, words)),
            *map(maker.total, sums_told),
            *map(maker.total, year_parts(run.plain, own)),
            *(maker.total(m) for m in added_to(run.plain, own) if m.total not in moved),
            *map(maker.total, turns(run.plain, own, words)),
            *unsaid(listed_in, kept),  # 应发A，已发B，未发C is told of what is left
            *(
                maker.portion(one)
                for one in all_portions(near, own, words)
                if reaches(home, one.figure, one.whole, one.share)
            ),
        ]
        said = {one.at for one in made}
        made += self._remain(run, own, said, moved, context)
        moving = here if full is own else cast(full, words)
        lists = listings(run.plain, own)
        all_lists = lists if full is own else listings(run.plain, full)
        orderings = [
            *directions(run.plain, here, words),
            *exceeding(run.plain, own, words),
            *series(run.plain, full, words),
            *limits(run.plain, own, words),
            *extremes(run.plain, full, all_lists, words),
            *(rankings(run.plain, own, lists) if lists else ()),
            *chains(run.plain, own),
            *courses(run.plain, own, lists),
            *self._placings.read(run.plain, full),
            *goals(run.plain, full, all_lists, words),
            *subsets(run.plain, own, words),
            *within(own, words),
            *each(run.plain, own, words),
        ]
        if len(points) > 1:
            orderings += prorated(run.plain, own)
        more = [maker.ordering(one) for one in orderings]
        known = {one.at for one in more}
        more += [one for one in aimed if one.at not in known]
        more += self._stand_out(run, own, lists, home, context)
        more += unsaid(map(maker.ordering, trends(run.plain, moving, words)), made)
        more += unsaid(map(maker.ordering, opposed(own, words)), [*made, *more])
        made += [one for one in more if one.at not in said]
        scored = parts_of(run.plain, points) if points else []
        behind = self._scores.read(run.plain, points, scored)
        pages = self._on_pages(context)
        if behind is not None and all(m.home in self._pages for _, m in behind.parts):
            made.append(evolve(pages.scored(behind), home=home))
        above, off = self._fulls.read(run.plain, points, scored) if points else (None, None)
        behind_full = [maker.reached(above)] if above is not None else []
        behind_full += [maker.scored(off)] if off is not None else []
        made += map(maker.scored, weights(run.plain, own))
        if len(points) > 1:
            made += map(maker.reached, reached(together(scored)))
            earlier = [m for m in self._grades.totals if m.home != home and m.home in self._pages]
            if any(_REVIEWED.search(self._pages[m.home].plain) for m in earlier):
                earlier = []
            summed = [
                *deductions(run.plain, points, earlier),
                *sums(run.plain, points, scored, earlier),
            ]
            added = [evolve(pages.scored(one), home=home) for one in summed]
            again = {one.at for one in added}
            made = [*(one for one in made if one.at not in again), *added]
        made += [one for one in behind_full if one.at not in {m.at for m in made}]
        slipped = [maker.slip(one) for one in slips(parts, words) if one.figure.home == home]
        wrong = {one.at for one in slipped}
        made = [one for one in made if wrong.isdisjoint(one.spans)]  # said by the unit alone
        self.found += [*slipped, *(one for one in made if one.home == home or one in behind_full)]
        return own

    def _move(self, run: Run, own: Sequence[Mention], home: int, context: Context) -> list[Mention]:
        """Return what is left of the stocks of a paragraph, once it was read how it came to that.

        What opened a stock may stand some items above, in the same section.
        """
        if self._carried is None:
            self._carried = Carried(context.facts.year, context.facts.is_budget)
        self._pages[home] = run
        self._pages.pop(home - _PAGES, None)
        words = relation_words()
        flows = self._flows.read(run, own, words)
        here = [one for one in flows if one.at.home == home]
        self._carried.read(run, here, home, context.section)
        maker = self._on_pages(context)
        self.found += [maker.movement(one) for one in nets(run.plain, own)]
        if not here:
            return []
        found = [
            one
            for one in movements(flows, home, self._pages, words)
            if not is_left_of_another(one, [flow.at for flow in flows])
        ]
        self.found += [
            maker.balance(Balance(one.came, one.went[0], one.left))
            if len(one.went) == 1 and len(one.came) <= _SIMPLE and "调整" not in one.left.left
            else maker.movement(one)
            for one in found
        ]
        whole = available(flows, home, self._pages, words)
        self.found += [maker.movement(Movement(came, (), left)) for came, left in whole]
        return [*(one.left for one in found), *(left for _, left in whole)]

    def _remain(
        self,
        run: Run,
        own: Sequence[Mention],
        said: Collection[tuple[int, int]],
        moved: Sequence[Mention],
        context: Context,
    ) -> list[Related]:
        """Return what is left of two figures that may stand in paragraphs before."""
        home = own[0].home
        near = [*self._past, *own]
        self._past = [m for m in near[-_PAST:] if m.home in self._pages]
        return [
            evolve(self._on_pages(context).balance(Balance((due,), done, left)), home=home)
            for due, done, left in remainders(run.plain, near, home, relation_words())
            if run.span(left.start, left.end) not in said and left not in moved
        ]

    def _charge(self, own: Sequence[Mention], home: int, context: Context) -> list[Related]:
        """Return what is paid out of one amount; each part heads a paragraph of its own."""
        self._heads = [one for one in self._heads if one.home in self._pages]
        pages = self._on_pages(context)
        made = [evolve(pages.total(one), home=home) for one in charged(own, self._heads)]
        self._heads += [one for one in own if one.kind == "amount"][:1]
        return made

    def _aim(self, run: Run, full: Sequence[Mention], home: int, context: Context) -> list[Related]:
        """Return the goals said to be reached whose results are told apart from them."""
        said = self._goals.read(run.plain, full, context.section, relation_words())
        return [
            evolve(self._on_pages(context).ordering(one), home=home)
            for one in said
            if {one.base.home, one.figure.home} <= self._pages.keys()
        ]

    def _stand_out(
        self,
        run: Run,
        own: Sequence[Mention],
        lists: Sequence[Listing],
        home: int,
        context: Context,
    ) -> list[Related]:
        """Return who is said to be the highest of a list; a list may stand some lines above."""
        before = [one for one in self._lists if one.figures[0].home in self._pages]
        said = standouts(run.plain, own, before, lists, relation_words())
        self._lists = [*before, *lists][-_LISTS:]
        return [evolve(self._on_pages(context).ordering(one), home=home) for one in said]

    def _on_pages(self, context: Context) -> Maker:
        """Return what makes relations of figures of which some stand in paragraphs before."""
        return Maker(self._pages, context.section, context.facts.is_budget)

    def form(self, one: Evaluation) -> None:
        """Keep the score of a form: a grade that prose gives without another one is for it."""
        run = self._grades.form(one)
        if run is not None:
            self._pages[FORM] = run

    def has_own_bands(self) -> bool:
        """Whether the document states bands of its own that are not the common ones."""
        return self._grades.has_own_bands()

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
        made += self._grades.found()
        return made


def _is_listed(section: str, last: str) -> bool:
    """Whether a section is the next item of the list that another one is in, or below that."""
    return section.rpartition("/")[0] in (last.rpartition("/")[0], last)
