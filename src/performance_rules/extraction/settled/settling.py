"""From records to the draft: what could only be settled once the document had been read."""

from __future__ import annotations

import re
from collections import defaultdict
from operator import attrgetter
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import DraftFigure, DraftLine, Unbound
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import (
    Caused,
    Compared,
    Counted,
    Ledger,
    Level,
    Shared,
)
from performance_rules.extraction.figures.distance import far_apart
from performance_rules.extraction.lists.differences import settle_changes
from performance_rules.extraction.lists.wholes import write_closed, write_listing
from performance_rules.extraction.scope.budgets import plain_budgets
from performance_rules.extraction.scope.funds import set_apart
from performance_rules.extraction.settled.natures import doubt_natures
from performance_rules.extraction.settled.totals import settle_totals
from performance_rules.extraction.tokens.wording import Wording
from performance_rules.report.model import Comparison, Share, Source

SECOND_SHARE: Final = "同一个数已有一个占比"
OF_ANOTHER: Final = "与所说的事项相差几倍，像是另一件事的数"
_WITH_BALANCES: Final = "收支总计"
"""A whole that is called so is never that of the year alone."""
_TOTAL: Final = Place("all_funds", "total")
_OF_BUDGET: Final = re.compile("(?P<side>收入|支出)(?:总预算|预算总额|预算合计|预算总计)")
_Written = dict[tuple[int, str, int | None, int | None], list[Comparison]]
"""Comparisons that were written, by figure, column compared with, and place in the text."""


def settle(ledger: Ledger, draft: Draft, wording: Wording, *, accounts: bool) -> None:
    """Put everything that was read into a draft.

    Args:
        ledger: what was read.
        draft: where it is put.
        wording: the lexicon and patterns.
        accounts: whether the document are final accounts.
    """
    _whole_prose(draft)
    settle_changes(ledger)
    _doubt_parts(ledger)
    _leave_unlikely(ledger)
    doubt_natures(ledger)
    settle_totals(ledger, draft)
    plain_budgets(ledger, draft)
    _share_of_all(ledger)
    set_apart(ledger, draft, accounts=accounts)
    written: _Written = {}
    lines: _Lines = {}
    wholes = [r for r in ledger.records if isinstance(r, Shared) and r.whole is not None]
    for record in ledger.records:
        if isinstance(record, Shared) and record.whole is not None:
            continue
        line = _line(draft, record.place, lines)
        if isinstance(record, Level):
            _write_level(line, record)
        elif isinstance(record, Compared):
            _write_comparison(line, record, written)
        elif isinstance(record, Shared):
            _write_share(line, record, draft)
        elif isinstance(record, Counted):
            line.count(record.key, record.value, record.source)
        else:
            _write_cause(line, record)
    for record in wholes:
        if record.whole is not None:
            _write_whole(draft, record, record.whole, lines)
    for listing in ledger.listings:
        write_listing(draft, listing, wording)
    for closed in wording.sets:
        write_closed(draft, closed, ledger)
    draft.unbound += [one for one in ledger.unbound if one.span not in ledger.related]
    draft.oddities += ledger.oddities
    draft.bound_at += ledger.bound_at
    draft.bound_at += sorted(ledger.related.difference(ledger.bound_at))


def _share_of_all(ledger: Ledger) -> None:
    """Settle what the shares of a total are shares of.

    本年收入A，上年结转B，总收入N: what is a share of the 总收入 is one of N, not of A. A share of
    a budget's 收入总预算 is one of the only figure that is called so; one of what was spent is not.
    """
    levels = [r for r in ledger.records if isinstance(r, Level)]
    called = {r.name for r in levels if r.place == _TOTAL}
    shares = [r for r in ledger.records if isinstance(r, Shared) and r.of]
    for share in shares:
        match = _OF_BUDGET.fullmatch(share.of or "")
        if share.of in called:
            share.of = _WITH_BALANCES
        elif match is not None and share.column == "initial_budget":
            side = match["side"]
            others = (r for r in levels if r.place.account != "all_funds" and side in r.name)
            if any(re.search(f"[^占]{match[0]}", r.source.quote or "") for r in others):
                continue  # 全市…收入总预算N: of which of the two is not said
            share.of = _WITH_BALANCES if side in called else f"总{side}"


def _whole_prose(draft: Draft) -> None:
    """What tables listed before prose was read stays a whole list, whatever prose adds."""
    for top in (*draft.accounts.values(), *draft.items.values()):
        for line in top.walk():
            for dimension, parts in line.parts.items():
                if dimension not in line.incomplete:
                    line.listed(dimension, parts)


def _doubt_parts(ledger: Ledger) -> None:
    """What is a part of an inferred whole is inferred, where the report says another whole.

    整改涉及:支出N，其中基本支出A: N is not all expenditure, so A is not all 基本支出 either.
    """
    of: dict[tuple[int, Place], str | None] = {}
    for listing in ledger.listings:
        level = listing.level
        if level is None or level.settled != "inferred" or level.value is None:
            continue
        if ledger.said.get((level.place, level.column), set()) - {level.value.n}:
            sentence = level.sentence + listing.resumed
            of |= {(sentence, part): level.inference for part in listing.parts}
    for record in ledger.records if of else ():
        if isinstance(record, Level) and (record.sentence, record.place) in of:
            record.settled, record.inference = "inferred", of[record.sentence, record.place]


def _leave_unlikely(ledger: Ledger) -> None:
    """Leave open a figure whose words do not say what it is of, and that is far from that.

    接待费1.24万元，与预算相比:决算59.60万元: the sentence without a subject is of something else.
    """
    said: defaultdict[tuple[Place, str], list[int]] = defaultdict(list)
    unsaid: list[Level] = []
    for record in ledger.records:
        if isinstance(record, Level) and record.value is not None:
            if record.settled == "said":
                said[record.place, record.column].append(record.value.n)
            else:
                unsaid.append(record)
    left: set[int] = set()
    for one in unsaid:
        others = said.get((one.place, one.column), ())
        if one.value is not None and others and all(far_apart(one.value.n, n) for n in others):
            left.add(id(one))
            ledger.unbound.append(Unbound(str(one.value), one.source, OF_ANOTHER))
    if left:
        ledger.records[:] = [r for r in ledger.records if id(r) not in left]


# ── records ──


_Lines = dict[int, DraftLine]
"""Lines by their places, which many records have in common."""


def _line(draft: Draft, place: Place, lines: _Lines) -> DraftLine:
    """Return the line of a place; breakdowns that prose opens are not known to be whole."""
    found = lines.get(id(place))
    if found is None:
        found = lines[id(place)] = _opened(draft, place)
    return found


def _opened(draft: Draft, place: Place) -> DraftLine:
    line = place.top(draft)
    for step in place.steps:
        before = line.parts.get(step.dimension)
        known = len(before) if before is not None else 0
        part = step.of(line)
        if len(line.parts[step.dimension]) > known:
            line.leave_open(step.dimension)
        line = part
    return line


def _write_level(line: DraftLine, level: Level) -> None:
    if level.value is not None:
        line.say(level.column, level.value, level.source, level.settled, level.inference)
    elif level.column:
        line.figure(level.column)


def _write_comparison(line: DraftLine, claim: Compared, written: _Written) -> None:
    figure = line.figure(claim.column)
    made = Comparison(
        claim.against,
        base=claim.base,
        change=claim.change,
        rate=claim.rate,
        completed=claim.completed,
        direction=claim.direction,
        reason=claim.reason,
        wording=claim.wording,
        source=claim.source,
        settled=claim.settled,
        inference=claim.inference,
    )
    last = figure.comparisons[-1] if figure.comparisons else None
    if last is not None and last.against == made.against and _joins(last, made):
        joined = _joined(last, made)
        figure.comparisons = (*figure.comparisons[:-1], joined)
        same = _written_with(figure, joined, written)
        same[:] = [*(one for one in same if one is not last), joined]
        return
    same = _written_with(figure, made, written)
    if made not in same:
        same.append(made)
        figure.comparisons += (made,)


def _written_with(figure: DraftFigure, made: Comparison, written: _Written) -> list[Comparison]:
    """Return what was written of a figure from one place: only there can one be said again."""
    source = made.source or Source()
    key = (id(figure), made.against, source.start, source.end)
    return written.setdefault(key, [])


_FIELDS: Final = ("base", "change", "rate", "completed", "direction", "reason")
_said: Final = attrgetter(*_FIELDS)


def _joins(first: Comparison, second: Comparison) -> bool:
    """Whether two claims of one section say different things of one comparison."""
    a, b = first.source, second.source
    if a is None or b is None or a.section != b.section or a.paragraph != b.paragraph:
        return False
    for one, other in zip(_said(first), _said(second), strict=True):
        if one is not None and other is not None and one != other:
            return False
    return True


def _joined(first: Comparison, second: Comparison) -> Comparison:
    pairs = zip(_FIELDS, _said(first), _said(second), strict=True)
    values = {name: one if one is not None else other for name, one, other in pairs}
    wordings = dict.fromkeys(w for w in (first.wording, second.wording) if w)
    surest = first if first.settled == "inferred" else second
    return Comparison(
        first.against,
        wording="；".join(wordings) or None,
        source=first.source,
        settled=surest.settled,
        inference=surest.inference,
        **values,
    )


def _write_share(line: DraftLine, record: Shared, draft: Draft) -> None:
    figure = line.figure(record.column)
    if figure.share is None:
        figure.share = Share(
            record.value, record.of, record.source, record.settled, record.inference
        )
    elif (figure.share.value, figure.share.of) != (record.value, record.of):
        draft.unbound.append(Unbound(str(record.value), record.source, SECOND_SHARE))


def _write_whole(draft: Draft, record: Shared, whole: Place, lines: _Lines) -> None:
    """All of X is Y: said of the whole, beside the share that Y itself may have."""
    own = _line(draft, record.place, lines)
    part = whole.down(Step("by_source", record.name))
    figure = _opened(draft, part).figure(record.column)
    if record.column in own.figures:
        figure.statements += own.figures[record.column].statements
    figure.share = Share(record.value, record.of, record.source)


def _write_cause(line: DraftLine, record: Caused) -> None:
    line.divided(record.dimension)
    line.leave_open(record.dimension)
    line.explain(record.dimension, (record.reason,))
