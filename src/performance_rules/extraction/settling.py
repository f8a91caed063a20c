"""From records to the draft: what could only be settled once the document had been read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from operator import attrgetter
from typing import Final

import attrs

from performance_rules.extraction.balanced import CARRIED, is_of_budget
from performance_rules.extraction.budgets import plain_budgets, stated
from performance_rules.extraction.differences import settle_changes
from performance_rules.extraction.draft import Draft
from performance_rules.extraction.draftlines import DraftFigure, DraftLine, Unbound
from performance_rules.extraction.facts import PRIOR
from performance_rules.extraction.funds import set_apart
from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.records import (
    Caused,
    Compared,
    Counted,
    Ledger,
    Level,
    Shared,
)
from performance_rules.extraction.strangers import add_sources
from performance_rules.extraction.wholes import write_closed, write_listing
from performance_rules.extraction.wording import Wording
from performance_rules.report.inferences import inferred
from performance_rules.report.model import BASE_OF_PRIOR, Comparison, Share, Source
from performance_rules.values.quantity import Quantity

_OF_PRIOR: Final = {prior: this for this, prior in BASE_OF_PRIOR.items()} | {"prior": "final"}
"""The column of this year that one of the year before stands beside."""
_SAID: Final = 6
"""So many figures of one side are tried."""
_NATURE: Final = "by_nature"
SECOND_SHARE: Final = "同一个数已有一个占比"
_Cell = tuple[Place, str]
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
    add_sources(ledger)
    settle_changes(ledger)
    _doubt_parts(ledger)
    _totals(ledger, draft)
    plain_budgets(ledger, draft)
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


# ── a total beside this year's income or expenditure ──


def _totals(ledger: Ledger, draft: Draft) -> None:
    """收入总计 beside a different 本年收入合计 includes balances: it is the account's total.

    So is one that a table's total agrees with, while its income does not.  One that 收支较上年…
    speaks of is the total as well.
    """
    if all(r.grand is None for r in ledger.records if isinstance(r, (Level, Compared))):
        return
    of_year: dict[tuple[Place, str], set[int]] = {}
    claims: dict[int, list[Compared]] = {}  # by the source, which one clause group has in common
    beside: dict[int, list[Level]] = {}
    for record in ledger.records:
        if isinstance(record, Level) and record.grand is None and not record.place.steps:
            beside.setdefault(id(record.source), []).append(record)
        if isinstance(record, Compared):
            claims.setdefault(id(record.source), []).append(record)
        elif isinstance(record, Level) and record.year and record.value is not None:
            of_year.setdefault((record.place, record.column), set()).add(record.value.n)
    compared = {r.place for r in ledger.records if isinstance(r, Compared) and not r.place.steps}
    sides = _sides(ledger)
    grand = _grand(ledger, of_year)
    moved: set[_Cell] = set()
    kept: set[_Cell] = set()
    for record in tuple(ledger.records):
        if not isinstance(record, Level) or record.grand is None or record.value is None:
            continue
        if record.place.side == record.grand.side:
            both = (Place(record.place.account, side) for side in ("income", "expenditure"))
            moved.update((place, record.column) for place in both)
            continue
        known = of_year.get((record.place, record.column))
        apart = known and record.value.n not in known
        apart = apart or (record.with_balances(), record.column, record.value.n) in grand
        apart = apart or is_of_budget(record, sides)
        if apart or _is_total(draft, record, record.value) or _comes_out(record, sides):
            old, record.place = record.place, record.with_balances()
            moved.add((old, record.column))
            for claim in claims.get(id(record.source), ()):
                if claim.place == old:
                    claim.place = record.place
                    _base_too(beside.get(id(claim.source), ()), claim, old)
            continue
        kept.add((record.place, record.column))
        if record.with_balances() in compared:
            ledger.add(attrs.evolve(record, place=record.with_balances()))
    for record in ledger.records:
        if isinstance(record, Level) and record.grand is not None and record.column in PRIOR:
            cell = (record.place, _OF_PRIOR[record.column])
            if cell in moved and cell not in kept:  # 总收入N，上年M: where N is the total's, M is
                record.place = record.with_balances()
        if isinstance(record, Compared) and record.grand is not None:
            old = record.place
            _of_total(record, record.grand.on(record.place.account), moved, kept)
            if record.place != old:
                _base_too(beside.get(id(record.source), ()), record, old)


def _grand(
    ledger: Ledger, of_year: dict[tuple[Place, str], set[int]]
) -> set[tuple[Place, str, int]]:
    """Return totals that include balances on one side, and so on the other one as well.

    A sentence that says one total of both sides says what balances: 收入总计N，支出总计N beside
    another 收入.
    """
    out = set()
    plain: dict[_Cell, set[int]] = {}
    sides: dict[tuple[Place, str, int], dict[tuple[int, str], Place]] = {}
    for one in ledger.records:
        if not isinstance(one, Level) or one.value is None or one.place.steps:
            continue
        if one.grand is None:
            plain.setdefault((one.place, one.column), set()).add(one.value.n)
            continue
        known, total = of_year.get((one.place, one.column)), one.with_balances()
        said = (total, one.column, one.value.n)
        if known and one.value.n not in known:
            out.add(said)
        sides.setdefault(said, {})[one.sentence, one.place.side] = one.place
    for said, places in sides.items():
        both = [p for (at, _), p in places.items() if sum(at == n for n, _ in places) > 1]
        others = [plain.get((place, said[1]), set()) for place in both]
        if any(others) and not any(said[2] in values for values in others):
            out.add(said)
    return out


def _sides(ledger: Ledger) -> dict[_Cell, list[Quantity]]:
    """Return what was said of each side of an account as a whole, and what its kinds add up to."""
    out: dict[_Cell, list[Quantity]] = {}
    kinds: dict[_Cell, dict[Place, Quantity]] = {}
    for record in ledger.records:
        if not isinstance(record, Level) or record.value is None:
            continue
        place = record.place
        if not place.steps:
            said = out.setdefault((place, record.column), [])
            if len(said) < _SAID:
                said.append(record.value)
        elif len(place.steps) == 1 and place.dimension == _NATURE and place.parent is not None:
            kinds.setdefault((place.parent, record.column), {})[place] = record.value
    for cell, parts in kinds.items():
        values = list(parts.values())
        if len(values) > 1 and len({(type(one), one.unit) for one in values}) == 1:
            made = attrs.evolve(values[0], value=sum(one.value for one in values))
            out.setdefault(cell, []).append(made)
    return out


def _comes_out(level: Level, sides: dict[_Cell, list[Quantity]]) -> bool:
    """Whether a total counts what was carried.

    It is what a year spent with what was left of it, or what came in with what was there before.
    """
    value = level.value
    return value is not None and any(
        b.n and abs(value.n - a.n - b.n) <= value.half + a.half + b.half
        for pair in CARRIED
        for a, b in product(
            *(sides.get((Place(level.place.account, side), level.column), ()) for side in pair)
        )
    )


def _base_too(beside: Iterable[Level], claim: Compared, old: Place) -> None:
    """收入总计N，较上年M下降P: where N is the total's, so is M."""
    for level in beside if claim.base is not None else ():
        if (level.place, level.column, level.value) == (old, claim.against, claim.base):
            level.place = claim.place


def _of_total(claim: Compared, total: Place, moved: set[_Cell], kept: set[_Cell]) -> None:
    """A change of 收入总计 is one of what 收入总计 was found to be; else that is not certain."""
    cell = (claim.place, claim.column)
    if cell in kept or claim.place == total:
        return
    if cell in moved:
        claim.place = total
    elif claim.settled == "said":
        claim.settled, claim.inference = "inferred", inferred("total")


def _is_total(draft: Draft, level: Level, value: Quantity) -> bool:
    """Whether what the tables say of the account's total fits a level, and of its side does not."""
    own, total = (
        [
            abs(said.value.n - value.n) <= max(said.value.step, value.step)
            for said in stated(draft, place, level.column)
        ]
        for place in (level.place, level.with_balances())
    )
    return any(total) and bool(own) and not any(own)


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
