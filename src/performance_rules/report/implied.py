"""What the fixed tree of accounts implies: income and expenditure by kind of funds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from performance_rules.report.model import ACCOUNT_PARTS
from performance_rules.report.nodes import AccountNode, LineNode
from performance_rules.values.quantity import Percent

_ALL: Final = Percent.of(100, exact=True)
Accounts = Mapping[str, AccountNode]


def parts_of_accounts(
    accounts: Accounts, year: int | None
) -> Iterator[tuple[LineNode, list[LineNode], bool]]:
    """Yield each line that the lines of other accounts add up to, these, and if they are all."""
    for name, parts in ACCOUNT_PARTS.items():
        if name not in accounts:
            continue
        for side in ("income", "expenditure"):
            owner = accounts[name].lines.get(side)
            given = [p for p in parts if side in _lines(accounts, p)]
            if name == "all_funds" and _as_one(accounts, side, year):
                given = ["fiscal", *(p for p in given if p not in ACCOUNT_PARTS["fiscal"])]
            lines = [accounts[p].lines[side] for p in given]
            if owner is not None and lines:
                yield owner, lines, _lists_all(accounts, name, side, year)


def _lists_all(accounts: Accounts, name: str, side: str, year: int | None) -> bool:
    """Whether the accounts given on one side are certain to be all of them.

    Fiscal appropriations are complete with general budget, government funds and (since 2020)
    state capital.  All funds are complete only where 其他 is stated: a source that was not
    mentioned must not be taken for zero.
    """
    fiscal = ACCOUNT_PARTS["fiscal"]
    wanted = fiscal if year is None or year >= 2020 else fiscal[:2]
    if name == "fiscal":
        return all(side in _lines(accounts, p) for p in wanted)
    as_one = _as_one(accounts, side, year)
    have_fiscal = as_one or _lists_all(accounts, "fiscal", side, year)
    given = [p for p in ACCOUNT_PARTS["all_funds"] if p in accounts]
    given = [p for p in given if not (as_one and p in fiscal)]
    return (
        have_fiscal
        and not _has_sources(accounts, side)
        and side in _lines(accounts, "other")
        and all(side in _lines(accounts, p) for p in given)
    )


def _has_sources(accounts: Accounts, side: str) -> bool:
    """Whether sources are stated that are no accounts, such as fees: they are to be added.

    One that is said to be all of it is another name for it.
    """
    whole = _lines(accounts, "all_funds").get(side)
    sources = [b for b in whole.breakdowns if b.dimension == "by_source"] if whole else []
    return any(
        figure.leaves and (figure.share is None or figure.share.share.value.n != _ALL.n)
        for source in sources
        for part in source.lines
        for figure in part.figures.values()
    )


def _as_one(accounts: Accounts, side: str, year: int | None) -> bool:
    """Whether fiscal appropriations are stated while their parts may not all be."""
    stated = side in _lines(accounts, "fiscal")
    return stated and not _lists_all(accounts, "fiscal", side, year)


def _lines(accounts: Accounts, name: str) -> Mapping[str, LineNode]:
    return accounts[name].lines if name in accounts else {}
