"""From what a sentence relates to the records of a matter of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import (
    APART,
    Compared,
    Level,
    Listing,
    Record,
    Shared,
)
from performance_rules.extraction.figures.fitting import Rate
from performance_rules.extraction.figures.mentions import Mention, order
from performance_rules.extraction.figures.orderings import Ordering, clause_start
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.changes.changes import Change
from performance_rules.extraction.relations.changes.sequences import Implied
from performance_rules.extraction.relations.parts.wholes import Whole
from performance_rules.extraction.relations.prices.products import Product
from performance_rules.extraction.relations.prices.slips import Slip
from performance_rules.extraction.relations.rates.portions import Portion
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.relations.scores.scores import Reached, Sum, plain_points
from performance_rules.extraction.relations.stocks.balances import Balance
from performance_rules.extraction.relations.stocks.carryovers import Carryover
from performance_rules.extraction.relations.stocks.movements import Movement
from performance_rules.extraction.relations.totals import Total
from performance_rules.extraction.tokens.normal import Run
from performance_rules.extraction.tokens.quantities import signed
from performance_rules.report.inferences import inferred
from performance_rules.report.model import Source
from performance_rules.values.quantity import Amount, Count, Percent, Quantity

LISTED: Final = inferred("of_which")
_LONGEST: Final = 24
_QUOTED: Final = 300
"""Figures further apart, in characters, are quoted each for itself."""
_TAIL: Final = re.compile(
    r"(?:由|从|自|为|至|达|共|约)*(?:(?:上年|去年|本年|(?:19|20)\d\d年)[初末底度]?)?(?:同期)?的?(?:为|约|达)?\Z"
)
"""Behind the name of a thing and before its figure: 供水量由上年的."""
_AROUND: Final = re.compile(r"\A[“”]*(?:平均|每|共计|共)?[“”]*|(?:共计|平均|共|每)?[“”]*\Z")
"""Around such a name, what says nothing of the thing."""
_NO_NAME: Final = re.compile(
    r"(?:[\d.,%‰亿万元]*(?:和|与|及|、|即|合|折合|约合|其中|也就是|相当于)?)\Z"
)
"""What stands before a figure that is joined to another one, or says it again."""
_WORDS: Final = re.compile("[\u4e00-\u9fff]{4,}")
_AGAINST: Final = re.compile(r"(?:同比|[比较与](?:上年|去年)).*\Z")
_BEFORE: Final = 60
_BUDGET: Final = re.compile(
    r"\A[较比与](?:年初|全年|调整后?)?预算|\A(?!.*(?:上年|去年|前年))\D*预算[数额]?(?:为|是)?\Z"
)
_PART: Final = re.compile(r"\A(?:其中|包括|由|和|与|及|以及|分别|来自|为)+(?=..)")
"""Before the name of a part: 由甲A、和乙B."""
_POINTS: Final = "点"


@fixed(eq=False)
class Maker:
    """Makes the records of relations."""

    runs: Mapping[int, Run]
    section: str
    budget: bool

    def product(self, one: Product) -> Related:
        """A price, a number and an amount."""
        parts = (one.price, one.count, one.amount)
        column = "initial_budget" if self.budget else "final"
        said = (
            ("price", one.price.value, one.price),
            ("actual", one.number, one.count),
            (column, one.amount.value, one.amount),
        )
        return self._made(said, parts, one.amount, one.price)

    def balance(self, one: Balance) -> Related:
        """What was there, what was spent and what is left."""
        parts = (*one.received, one.spent, one.left)
        said = [("final", one.spent.value, one.spent), ("left", one.left.value, one.left)]
        if len(one.received) == 1:
            said.append(("received", one.received[0].value, one.received[0]))
        made = self._made(said, parts, one.left, one.left)
        if len(one.received) == 1:
            return made
        place = made.records[0].place
        more = self._each(place, "received", "到位", one.received, Counter())
        return made.with_more(*more)

    def movement(self, one: Movement) -> Related:
        """What was there and came, what went and what is left."""
        made = self._made(
            (("left", one.left.value, one.left),),
            (*one.came, *one.went, one.left),
            one.left,
            one.left,
        )
        place = made.records[0].place
        names: Counter[str] = Counter()
        came = self._each(place, "received", "来", one.came, names)
        went = self._each(place, "final", "去", one.went, names)
        return made.with_more(*came, *went)

    def _each(
        self, place: Place, column: str, word: str, group: Sequence[Mention], names: Counter[str]
    ) -> Iterator[Level]:
        """Yield what came or went, each a part of its own: 支出A；支出B are two under one word."""
        for i, m in enumerate(group):
            called = self._part(m, word)
            names[called] += 1
            if names[called] > 1:
                called += f"（第{names[called]}笔）"
            step = Step("by_source", called, key=f"{column}{i}")
            yield Level(place.down(step), column, m.value, self._source((m,)))

    def _part(self, one: Mention, otherwise: str) -> str:
        """Return what a part is called, by its label where only a colon stands before it."""
        labelled = not one.left and one.opener == ":"
        called = _named(self.runs[one.home].plain, one).rstrip(":") if labelled else one.left
        return called or otherwise

    def carryover(self, one: Carryover) -> Related:
        """What one year leaves and the next one begins with."""
        parts = (one.left, one.opened)
        made = self._made((("left", one.left.value, one.left),), parts, one.opened, one.opened)
        name = f"{one.year}年末结转到{one.year + 1}年的数"
        place = evolve(made.records[0].place, matter=name)
        step = Step("by_source", f"{one.year + 1}年年初", key="carried")
        records = (
            Level(place, "left", one.left.value, self._source((one.left,)), name),
            Level(place.down(step), "received", one.opened.value, self._source((one.opened,))),
        )
        return evolve(made, records=records)

    def rate(self, one: Rate, called: str = "") -> Related:
        """A rate and its two figures."""
        parts = (one.figure, one.base, one.rate)
        column = "final" if one.figure.kind == "amount" else "actual"
        said = ((column, one.figure.value, one.figure),)
        made = self._made(said, parts, one.rate, one.rate, called)
        spans = tuple(map(self._span, one.worked))
        claim = Compared(
            made.records[0].place,
            column,
            "target",
            self._source((one.base, one.rate)),
            base=_level(one.base.value),
            completed=one.rate.value if isinstance(one.rate.value, Percent) else None,
        )
        return made.with_more(claim, spans=spans)

    def change(self, one: Change) -> Related:
        """A change between two levels."""
        parts = tuple(m for m in (one.base, one.figure, one.change, one.rate) if m is not None)
        claimed = one.change or one.rate or one.figure
        column = "final" if one.figure.kind == "amount" else "actual"
        made = self._made(
            ((column, _level(one.figure.value), one.figure),), parts, claimed, claimed
        )
        budget = column == "final" and _BUDGET.match(one.base.left) is not None
        claim = Compared(
            made.records[0].place,
            column,
            "initial_budget" if budget else "prior",
            self._source(parts),
            base=_level(one.base.value),
            direction=one.direction or None,
        )
        if one.change is not None:
            claim.change = _level(one.change.value, one.direction)
        if one.rate is not None and isinstance(one.rate.value, Percent):
            claim.rate = signed(one.rate.value, one.direction)
        return made.with_more(claim)

    def implied(self, one: Implied) -> Related:
        """A level with its change and the rate of that."""
        parts = (one.figure, one.change, one.rate)
        column = "final" if one.figure.kind == "amount" else "actual"
        said = ((column, _level(one.figure.value), one.figure),)
        made = self._made(said, parts, one.rate, one.rate)
        claim = Compared(
            made.records[0].place,
            column,
            "prior",
            self._source((one.change, one.rate)),
            direction=one.turned or one.direction,
            change=_level(one.change.value, one.turned or one.direction),
        )
        if isinstance(one.rate.value, Percent):
            claim.rate = signed(one.rate.value, one.direction)
        return made.with_more(claim)

    def ordering(self, one: Ordering) -> Related:
        """Two figures, and which of them is said to be the higher one."""
        parts = tuple(m for m in (one.base, one.figure, one.change, one.rate) if m is not None)
        column = "final" if one.figure.kind == "amount" else "actual"
        figure, base = _level(one.figure.value), _of_unit(_level(one.base.value), one.figure)
        said = ((column, figure, one.figure),)
        made = self._made(said, parts, one.claim, one.claim, one.name)
        claim = Compared(
            made.records[0].place,
            column,
            one.against,
            self._source(parts),
            base=base,
            direction=one.order,
            wording=one.wording,
        )
        if one.inferred:
            claim.settled, claim.inference = "inferred", inferred(one.inferred)
        sign = "down" if one.order in ("down", "below", "at_most") else ""
        if one.change is not None:
            claim.change = _of_unit(_level(one.change.value, sign), one.figure)
        if one.rate is not None and isinstance(one.rate.value, Percent):
            claim.rate = signed(one.rate.value, sign)
        return made.with_more(claim)

    def total(self, one: Total) -> Related:
        """Parts and their sum."""
        parts = (*(m for _, m in one.parts), one.total)
        money = one.total.kind == "amount"
        column = ("initial_budget" if self.budget else "final") if money else "actual"
        made = self._made(
            ((column, one.total.value, one.total),),
            parts,
            one.total,
            one.total,
            self._summed(one),
        )
        place = made.records[0].place
        more = tuple(
            Level(place.down(Step("members", name)), column, m.value, self._source((m,)), name)
            for name, m in one.parts
        )
        listing = None
        if one.complete:
            parts_of = dict.fromkeys((level.place for level in more), 0)
            listing = Listing(place, whole_said=True, parts=parts_of)
        return made.with_more(*more, listing=listing)

    def _summed(self, one: Total) -> str:
        """Return what a sum behind its parts is called: 第一批到位等2项合计; else it has a name."""
        first = one.parts[0][1]
        if (one.total.home, one.total.start) < (first.home, first.start):
            return ""
        return f"{_named(self.runs[first.home].plain, first)}等{len(one.parts)}项合计"

    def whole(self, one: Whole) -> Related:
        """A whole and its parts."""
        made = self.total(Total(one.parts, one.total, one.complete))
        if one.inferred:
            for record in made.records:
                if isinstance(record, Level):
                    record.settled, record.inference = "inferred", LISTED
        return made

    def scored(self, one: Sum) -> Related:
        """Scores, or full marks, and their total."""
        parts = (*(m for _, m in one.parts), one.total)
        total = plain_points(one.total)
        made = self._made(((one.column, total, one.total),), parts, one.total, one.total)
        place = made.records[0].place
        more = tuple(
            Level(
                place.down(Step("members", name)),
                one.column,
                plain_points(m),
                self._source((m,)),
                name,
            )
            for name, m in one.parts
        )
        return made.with_more(*more)

    def reached(self, one: Reached) -> Related:
        """A score and its full marks."""
        parts = (one.full, one.score)
        said = (
            ("weight", plain_points(one.full), one.full),
            ("score", plain_points(one.score), one.score),
        )
        return self._made(said, parts, one.score, one.score, one.name)

    def portion(self, one: Portion) -> Related:
        """A share with its part and its whole."""
        parts = (one.whole, one.figure, one.share)
        money = one.whole.kind == "amount"
        column = ("initial_budget" if self.budget else "final") if money else "actual"
        said = ((column, one.whole.value, one.whole),)
        made = self._made(said, parts, one.share, one.share)
        name = _PART.sub("", one.figure.name).removeprefix("为") or "其中一项"
        part = made.records[0].place.down(Step("members", name))
        source = self._source((one.figure, one.share))
        more: list[Record] = [Level(part, column, one.figure.value, source, name)]
        if isinstance(one.share.value, Percent):
            more.append(Shared(part, column, one.share.value, None, source, name=name))
        return made.with_more(*more)

    def slip(self, one: Slip) -> Related:
        """An amount whose unit is wrong, and what it should be."""
        at = one.figure
        made = self._made((("final", at.value, at),), (at,), at, at)
        spans = tuple(map(self._span, one.others))
        place, source = made.records[0].place, self._source((at,))
        shown = "、".join(m.value.printed for m in one.others)
        claim = Compared(place, "final", "target", source, base=one.right, wording=shown)
        return made.with_more(claim, spans=spans)

    def _source(self, parts: Sequence[Mention]) -> Source:
        """Return where figures stand; those of several paragraphs, where the last one does."""
        *others, one = parts
        begin, end = max(0, one.start - len(one.left)), one.end  # a score of a form, by its label
        for other in others:
            if other.home == one.home:
                begin, end = max(0, min(begin, other.start - len(other.left))), max(end, other.end)
        return self.runs[one.home].source(begin, end, self.section)

    def _made(
        self,
        said: Sequence[tuple[str, Quantity, Mention]],
        parts: Sequence[Mention],
        claim: Mention,
        apart: Mention,
        called: str = "",
    ) -> Related:
        first = min(parts, key=order)
        name = called or _named(self.runs[first.home].plain, first)
        place = Place(matter=name, apart=APART + self._span(apart)[0])
        together = self._source(parts) if self._is_near(parts) else None
        levels = tuple(
            Level(place, column, value, together or self._source((m,)), name)
            for column, value, m in said
        )
        spans = tuple(map(self._span, parts))
        return Related(levels, spans, claim.value, self._span(claim), claim.home)

    def _is_near(self, parts: Sequence[Mention]) -> bool:
        """Whether figures can be quoted together: what is quoted does not grow with a list."""
        begin, end, home = parts[0].start, parts[0].end, parts[0].home
        for m in parts:
            if m.home != home:
                return False
            begin = m.start if m.start < begin else begin
            end = m.end if m.end > end else end
        return end - begin <= _QUOTED

    def _span(self, one: Mention) -> tuple[int, int]:
        return self.runs[one.home].span(one.start, one.end)


def _level(value: Quantity, direction: str = "") -> Amount | Count:
    """Return a level or a change; those of percentages are counted in points."""
    if isinstance(value, Percent):
        points = Count(value.value, _POINTS, printed=value.printed)
        value = evolve(points, step=value.step, printed=value.printed)
    return signed(value, direction)


def _of_unit(value: Amount | Count, like: Mention) -> Amount | Count:
    """Return a count in the counter of another one: 58名 beside 55人."""
    if isinstance(value, Count) and isinstance(like.value, Count):
        return evolve(value, unit=like.value.unit)
    return value


def _named(text: str, one: Mention) -> str:
    """Return what a relation is of: the words before its first figure, or else before others."""
    at = clause_start(text, one.start)
    name = _AROUND.sub("", _TAIL.sub("", text[at : one.start]))
    if not name and text[at - 1 : at] == "(":
        name = text[clause_start(text, at - 1) : at - 1]  # 培训费（2021年A，2022年B）
    name = _AGAINST.sub("", name)
    if len(name) > 1 and _NO_NAME.fullmatch(name) is None:
        return name[-_LONGEST:]
    begin = max(text.rfind("。", 0, one.start) + 1, one.start - _BEFORE)
    said = [words for words in _WORDS.findall(text, begin, one.start) if not _NO_NAME.match(words)]
    said = [words for one in said if (words := _AGAINST.sub("", one))]
    return said[-1][-_LONGEST:] if said else "本段所说的事项"
