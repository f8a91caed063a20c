"""Lists of a total that counts what was carried: 收入总计N，包括本年收入A、年初结转和结余B."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared, Ledger, Level, Listing
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import NotBound
from performance_rules.extraction.tokens.scan import Token
from performance_rules.report.inferences import inferred
from performance_rules.values.quantity import Quantity

_BUDGETS: Final = ("general_budget", "government_fund", "state_capital")
_GRANTED: Final = "拨款"
_TOTAL: Final = "预算总"
"""What such a total is called: 一般公共预算总收入."""
CARRIED: Final = (("income", "opening"), ("expenditure", "closing"))
"""A side of the accounts, and what its total may count besides."""
_LISTED: Final = 8


def includes_balances(
    reading: Reading, listing: Listing, places: Places, index: int, phrase: Token
) -> bool:
    """Whether the figures of a list make its whole only with 上年结转: it includes balances."""
    level = listing.level
    if level is None or level.value is None or places[0].side not in ("opening", "closing"):
        return False
    plain = reading.run.plain
    included = plain.endswith(reading.wording.outline.qualified, 0, phrase.start)
    included = included and not plain.endswith(reading.wording.outline.without, 0, phrase.start)
    grand = level.grand is not None and places[0].account == listing.whole.account
    grand = grand and not reading.context.now.lists  # an item of its own below the total
    if (included or grand) and (listing.whole.side, places[0].side) in CARRIED:
        return True  # 总收入N，含上年结转M; 收入总计N，包括：1.…；2.上年结转M
    try:
        last = reading.quantity(index)
    except NotBound:
        return False
    stating = reading.context.stating
    begin = next((i + 1 for i, said in enumerate(stating) if said is level), 0)
    parts = [said.value for said in stating[begin:] if said.column == level.column]
    return sum(part.n for part in (*parts, last) if part is not None) == level.value.n


def counts_carried(reading: Reading, places: Places, column: str, value: Quantity | None) -> bool:
    """Whether a sum of income is that of what was just listed with 上年结转 among it.

    1、财政拨款收入A；2、上年结转B。收入合计A＋B: what the year brought in is less.
    """
    if value is None or places != (Place("all_funds", "income"),):
        return False
    made, carried, n = 0, False, 0
    for record in reversed(reading.context.ledger.records[-_LISTED:]):
        if not isinstance(record, Level) or record.value is None or record.column != column:
            break
        if record.place.side not in ("income", "opening") or type(record.value) is not type(value):
            break
        made, n = made + record.value.n, n + 1
        carried = carried or (record.place.side == "opening" and record.value.n > 0)
        if n > 1 and carried and made == value.n:
            reading.context.ledger.carried.add((column, value.n))
            return True
    return False


def settle_carried(ledger: Ledger) -> None:
    """Make a total of income that elsewhere is told to count 上年结转 one that includes balances.

    收入预算N, where the list of what makes N has 上年结转 in it, is no income of the year.
    """
    income, total = Place("all_funds", "income"), Place("all_funds", "total")
    moved: set[str] = set()
    for record in ledger.records if ledger.carried else ():
        if not isinstance(record, Level) or record.place != income or record.value is None:
            continue
        if (record.column, record.value.n) in ledger.carried:
            record.place = total
            moved.add(record.column)
    for record in ledger.records if moved else ():
        if isinstance(record, Compared) and record.place == income and record.column in moved:
            record.place = total


def is_of_year(listing: Listing) -> bool:
    """Whether the whole of a list is itself what a year brought in or cost: it has no balances."""
    return listing.level is not None and listing.level.year


def take_balances_in(reading: Reading, listing: Listing) -> None:
    """总收入N，其中本年收入M: the total includes balances, so it is not this year's income.

    So does what has been said of it in the sentence: its change, and last year's figure.
    """
    level = listing.level
    if level is None:
        _without_figure(reading, listing)
        return
    if level.place.steps or level.place.side not in ("income", "expenditure"):
        return
    old, grand = level.place, level.grand or Place(side="total")
    total = grand.on(old.account or "all_funds")
    for record in reversed(reading.context.ledger.records):
        if isinstance(record, Level | Compared) and record.place == old:
            record.place = total
        if record is level:
            break
    level.place = listing.whole = total
    reading.context.ledger.said.pop((old, level.column), None)


def _without_figure(reading: Reading, listing: Listing) -> None:
    """收入总计包括：本年收入N、年初结转M: the total that has no figure here includes balances."""
    whole, grand = listing.whole, reading.context.now.grand
    if not whole.steps and whole.side in ("income", "expenditure") and grand is not None:
        listing.whole = grand.on(whole.account or "all_funds")


def doubt_budget(level: Level, sides: Mapping[tuple[Place, str], Sequence[Quantity]]) -> None:
    """A total of a budget of its own, above what the year brought in or cost, may be of more.

    一般公共预算总收入N, with what was transferred, beside 一般公共预算收入M; of what a body was
    granted, 拨款总收入, there is but one figure.

    Args:
        level: the total; inferred from now on.
        sides: what was said of each side of an account in each column.
    """
    value, place = level.value, level.place
    quote = level.source.quote or ""
    if value is None or place.account not in _BUDGETS or _GRANTED in quote or _TOTAL not in quote:
        return
    others = [one for one in sides.get((place, level.column), ()) if one.n != value.n]
    if others and all(one.n < value.n for one in others):
        level.settled, level.inference = "inferred", inferred("total")
