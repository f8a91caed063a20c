"""Which totals count what was carried over: 收入总计 beside this year's income is another line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

import attrs

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared, Ledger, Level
from performance_rules.extraction.lists.balanced import CARRIED, doubt_budget
from performance_rules.extraction.scope.budgets import stated
from performance_rules.extraction.scope.facts import PRIOR
from performance_rules.report.inferences import inferred
from performance_rules.report.model import BASE_OF_PRIOR, WIDER
from performance_rules.values.quantity import Amount, Quantity, QuantityError

_OF_PRIOR: Final = {prior: this for this, prior in BASE_OF_PRIOR.items()} | {"prior": "final"}
"""The column of this year that one of the year before stands beside."""
_SAID: Final = 6
"""So many figures of one side are tried."""
_NATURE: Final = "by_nature"
_Cell = tuple[Place, str]


def settle_totals(ledger: Ledger, draft: Draft) -> None:
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
    for cell, n in _attested(ledger):
        of_year.setdefault(cell, set()).add(n)
    grand = _grand(ledger, draft, of_year)
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
        if apart or _is_total(draft, record, record.value) or _comes_out(record, sides):
            old, record.place = record.place, record.with_balances()
            moved.add((old, record.column))
            for claim in claims.get(id(record.source), ()):
                if claim.place == old:
                    claim.place = record.place
                    _base_too(beside.get(id(claim.source), ()), claim, old)
            continue
        doubt_budget(record, sides)
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
    ledger: Ledger, draft: Draft, of_year: dict[tuple[Place, str], set[int]]
) -> set[tuple[Place, str, int]]:
    """Return totals that include balances on one side, and so on the other one as well.

    A sentence that says one total of both sides says what balances: 收入总计N，支出总计N beside
    another 收入, be all of it spent or not.
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
        others = [
            plain.get((place, said[1])) or {one.value.n for one in stated(draft, place, said[1])}
            for place in both
        ]
        if any(values and said[2] not in values for values in others):
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


def _attested(ledger: Ledger) -> Iterator[tuple[_Cell, int]]:
    """Yield what the kinds of one side add up to, where that sum is printed by itself.

    收入来源包括：A收入N、B收入M，以上合计N+M; 基本支出N、项目支出M，合计N+M: that is what the year
    brought in or cost, since balances have kinds of their own.
    """
    kinds: defaultdict[_Cell, dict[Place, Amount]] = defaultdict(dict)
    funds: defaultdict[_Cell, dict[Place, Amount]] = defaultdict(dict)
    apart: set[int] = set()
    for record in ledger.records:
        if not isinstance(record, Level) or not isinstance(record.value, Amount):
            continue
        place = record.place
        if place.matter:
            apart.add(record.value.n)
        elif place.parent is not None and len(place.steps) == 1 and place.dimension == _NATURE:
            kinds[place.parent, record.column].setdefault(place, record.value)
        elif _is_fund(place) and record.grand is None:
            cell = (Place("all_funds", place.side), record.column)
            funds[cell].setdefault(place, record.value)
    for refused in ledger.unbound:
        try:
            apart.add(Amount.parse(refused.printed).n)
        except QuantityError:
            continue
    for cell, parts in (*kinds.items(), *funds.items()):
        said = [one.n for one in parts.values() if one.n]
        if len(said) > 1 and sum(said) in apart:
            yield cell, sum(said)


def _is_fund(place: Place) -> bool:
    """Whether a line is one side of a fund that is no sum of others."""
    whole = place.side in ("income", "expenditure") and not place.steps
    return whole and place.account not in ("all_funds", *WIDER.values())
