"""From records to the draft: what could only be settled once the document had been read."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Final

import attrs

from performance_rules.extraction.draft import Draft, DraftFigure, DraftLine, Unbound, plain
from performance_rules.extraction.facts import CANDIDATES, PLAIN
from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.records import (
    Caused,
    Compared,
    Counted,
    Ledger,
    Level,
    Listing,
    Shared,
)
from performance_rules.extraction.wording import ClosedSet, Wording
from performance_rules.report.model import (
    Comparison,
    Line,
    Share,
    Source,
    Statement,
    terms_of,
)
from performance_rules.values import Amount, Quantity

SECOND_SHARE: Final = "同一个数已有一个占比"
_CLASSED: Final = ("by_function", "by_economic")
_Cell = tuple[Place, str]
_Said = dict[tuple[object, str], list[Quantity]]
_Written = dict[tuple[int, str, int | None, int | None], list[Comparison]]
"""Comparisons that were written, by figure, column compared with, and place in the text."""


def settle(ledger: Ledger, draft: Draft, wording: Wording) -> None:
    """Put everything that was read into a draft."""
    _whole_prose(draft)
    _totals(ledger, draft)
    _plain_budgets(ledger, draft)
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
        _write_listing(draft, listing, wording)
    for closed in wording.sets:
        _write_closed(draft, closed, ledger)
    draft.unbound += ledger.unbound
    draft.oddities += ledger.oddities
    draft.bound_at += ledger.bound_at


def _whole_prose(draft: Draft) -> None:
    """What tables listed before prose was read stays a whole list, whatever prose adds."""
    for top in (*draft.accounts.values(), *draft.items.values()):
        for line in top.walk():
            for dimension, parts in line.parts.items():
                if dimension not in line.incomplete:
                    line.listed(dimension, parts)


# ── a total beside this year's income or expenditure ──


def _totals(ledger: Ledger, draft: Draft) -> None:
    """收入总计 beside a different 本年收入合计 includes balances: it is the account's total.

    So is one that a table's total agrees with, while its income does not.  One that 收支较上年…
    speaks of is the total as well.
    """
    of_year: dict[tuple[Place, str], set[int]] = {}
    claims: dict[int, list[Compared]] = {}  # by the source, which one clause group has in common
    for record in ledger.records:
        if isinstance(record, Compared):
            claims.setdefault(id(record.source), []).append(record)
        elif isinstance(record, Level) and record.year and record.value is not None:
            of_year.setdefault((record.place, record.column), set()).add(record.value.n)
    compared = {r.place for r in ledger.records if isinstance(r, Compared) and not r.place.steps}
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
        if (known and record.value.n not in known) or _is_total(draft, record, record.value):
            old, record.place = record.place, record.with_balances()
            moved.add((old, record.column))
            for claim in claims.get(id(record.source), ()):
                claim.place = record.place if claim.place == old else claim.place
            continue
        kept.add((record.place, record.column))
        if record.with_balances() in compared:
            ledger.add(attrs.evolve(record, place=record.with_balances()))
    for record in ledger.records:
        if isinstance(record, Compared) and record.grand is not None:
            _of_total(record, record.grand.on(record.place.account), moved, kept)


def _of_total(claim: Compared, total: Place, moved: set[_Cell], kept: set[_Cell]) -> None:
    """A change of 收入总计 is one of what 收入总计 was found to be; else that is not certain."""
    cell = (claim.place, claim.column)
    if cell in kept:
        return
    if cell in moved:
        claim.place = total
    elif claim.settled == "said":
        claim.settled, claim.inference = "inferred", "把总计当作不含结转的合计"


def _is_total(draft: Draft, level: Level, value: Quantity) -> bool:
    """Whether what the tables say of the account's total fits a level, and of its side does not."""
    own, total = (
        [
            abs(said.value.n - value.n) <= max(said.value.step, value.step)
            for said in _stated(draft, place, level.column)
        ]
        for place in (level.place, level.with_balances())
    )
    return any(total) and bool(own) and not any(own)


def _stated(draft: Draft, place: Place, column: str) -> list[Statement]:
    line = place.find(draft)
    return line.figures[column].statements if line is not None and column in line.figures else []


# ── a plain 预算 ──


def _plain_budgets(ledger: Ledger, draft: Draft) -> None:
    """Decide for each plain 预算 which budget it is.

    The one the line has; of two the one that makes the claim true; without any the one that a table
    lists, the one last named in the paragraph, or else the initial one.
    """
    said: _Said = {}
    settled: dict[object, str] = {}
    for record in ledger.records:
        if isinstance(record, Level) and record.column != PLAIN and record.value is not None:
            said.setdefault((_key(record.place), record.column), []).append(record.value)
    for record in ledger.records:
        if isinstance(record, Level) and record.column == PLAIN:
            record.column = _named(said, record.place, record.hint) or "initial_budget"
            settled[_key(record.place)] = record.column
    for record in ledger.records:
        if isinstance(record, Shared | Compared) and record.column == PLAIN:
            record.column = settled.get(_key(record.place), "initial_budget")
    for record in ledger.records:
        if isinstance(record, Compared) and record.against == PLAIN:
            record.against = _fitting(said, record, draft)
            key = _key(record.place)
            if all((key, column) in said for column in CANDIDATES):
                name = terms_of(Line)[record.against].metadata["zh"]
                record.settled, record.inference = "inferred", f"把“预算”当作{name}"


def _key(place: Place) -> object:
    steps = tuple(s.key or s.code or plain(s.name) for s in place.steps)
    return place.root, steps


def _named(said: _Said, place: Place, hint: str) -> str | None:
    key = _key(place)
    has = [c for c in CANDIDATES if (key, c) in said]
    return has[0] if len(has) == 1 else hint or None


def _listed(said: _Said, claim: Compared, draft: Draft) -> str | None:
    """Return the only budget that a table lists for a line.

    Where the paragraph named another one, both must be the same number for the total.
    """
    has = [c for c in CANDIDATES if _stated(draft, claim.place, c)]
    if len(has) != 1 or claim.hint in ("", has[0]):
        return has[0] if len(has) == 1 else None
    total = claim.place.root
    named = {value.n for value in said.get((_key(total), claim.hint), ())}
    listed = {statement.value.n for statement in _stated(draft, total, has[0])}
    return has[0] if named & listed else None


def _fitting(said: _Said, claim: Compared, draft: Draft) -> str:
    key = _key(claim.place)
    has = [c for c in CANDIDATES if (key, c) in said]
    if len(has) == 1:
        return has[0]
    if not has:
        return _listed(said, claim, draft) or claim.hint or "initial_budget"
    figures = said.get((key, claim.column), [])
    for column in has:
        for base in said[key, column]:
            if any(_true(claim, figure, base) for figure in figures):
                return column
    return has[0]


def _true(claim: Compared, figure: Quantity, base: Quantity) -> bool:
    """Whether a claim holds of a figure and a base, as printed."""
    if claim.direction in ("above", "below", "equal", "flat"):
        order = (figure.n > base.n) - (figure.n < base.n)
        return order == {"above": 1, "below": -1}.get(claim.direction, 0)
    if claim.completed is not None and base.n > 0:
        off = figure.n * 100 * 10**8 - claim.completed.n * base.n
        return abs(off) <= claim.completed.step * base.n
    if claim.change is not None and isinstance(base, Amount):
        return figure.n - base.n == claim.change.n
    return False


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
            line.incomplete.add(step.dimension)
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
        figure.comparisons[-1] = joined
        same = _written_with(figure, joined, written)
        same[:] = [*(one for one in same if one is not last), joined]
        return
    same = _written_with(figure, made, written)
    if made not in same:
        same.append(made)
        figure.comparisons.append(made)


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
    line.parts.setdefault(record.dimension, [])
    line.incomplete.add(record.dimension)
    line.reasons.setdefault(record.dimension, []).append(record.reason)


# ── whole lists ──


def _write_listing(draft: Draft, listing: Listing, wording: Wording) -> None:
    """A list that leaves nothing out proves the breakdowns it fills.

    Of names that no lexicon knows, 其中 may leave some out, and one thing may be under several.
    """
    if listing.partial or (listing.followed and not _is_parted(listing, wording)):
        return
    inline = listing.segment >= 0 and any(
        part.dimension in _CLASSED and not part.steps[-1].code for part in listing.parts
    )
    if listing.whole.matter or inline or any(_is_open(part) for part in listing.parts):
        rest = any(part.steps[-1].name.startswith(wording.outline.rest) for part in listing.parts)
        parted = _is_parted(listing, wording)
        if not parted and (listing.mixed or not (listing.whole_said or rest)):
            return
    dimensions: dict[str, list[Place]] = {}
    for part in listing.parts:
        top = _child(part, listing.whole)
        if top is not None and top == part:
            dimensions.setdefault(part.dimension, []).append(part)
    if len(dimensions) > 1:
        return  # 工资福利支出、商品和服务支出、项目支出: none of the ways to divide is whole
    for dimension, parts in dimensions.items():
        if len(parts) > 1:
            listing.whole.line(draft).listed(dimension, [part.line(draft) for part in parts])


def _is_parted(listing: Listing, wording: Wording) -> bool:
    """Whether the parts of a list are the kinds that a thing is divided into: 行政、参公、事业."""
    names = [part.steps[-1].name for part in listing.parts]
    for required, optional in wording.partitions:
        kinds = (*required, *optional)
        if all(name.startswith(kinds) for name in names) and all(
            sum(name.startswith(kind) for name in names) == 1 for kind in required
        ):
            return True
    return False


def _is_open(part: Place) -> bool:
    last = part.steps[-1]
    return not (last.code or last.key or last.implied)


def _child(part: Place, whole: Place) -> Place | None:
    if not part.within(whole):
        return None
    return whole.down(part.steps[len(whole.steps)])


def _write_closed(draft: Draft, closed: ClosedSet, ledger: Ledger) -> None:
    """A closed set whose required parts are all said is whole, wherever they were said.

    But 人员支出, 对个人和家庭的补助, 公用支出 and 项目支出 in one list divide it otherwise.
    """
    if any(_divides_otherwise(listing, closed) for listing in ledger.listings):
        return
    for line in _wholes(draft, closed.whole):
        parts = line.parts.get(closed.dimension, ())
        spoken = {part.key for part in parts if part.spoken}
        if closed.required <= spoken:
            known = closed.required | closed.optional
            line.listed(closed.dimension, [part for part in parts if part.key in known])


def _divides_otherwise(listing: Listing, closed: ClosedSet) -> bool:
    """Whether a list has parts of a closed set beside others that are parts of the same whole."""
    keys = {
        part.last.key for part in listing.parts if part.dimension == closed.dimension and part.last
    }
    others = [part for part in listing.parts if part.dimension in ("by_economic", "by_function")]
    return bool(keys & closed.required) and bool(others) and len(closed.whole.steps) > 0


def _wholes(draft: Draft, place: Place) -> Iterator[DraftLine]:
    if place.item:
        tops = [draft.items[place.item]] if place.item in draft.items else []
    else:
        tops = [line for (_, side), line in draft.accounts.items() if side == place.side]
    for line in tops:
        found: DraftLine | None = line
        for step in place.steps:
            parts = found.parts.get(step.dimension, ()) if found is not None else ()
            found = next((part for part in parts if part.key == step.key), None)
        if found is not None:
            yield found
