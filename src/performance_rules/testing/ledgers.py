"""Ledgers: the books of one public body in whole 分, from which consistent reports are printed.

Every number of a report is a sum over the same bookings, so all of them agree by construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from performance_rules.report.model import ACCOUNT_PARTS, MONEY_COLUMNS

Money = Mapping[str, int]
"""Whole 分 by column."""

BOOKED: Final = (*ACCOUNT_PARTS["fiscal"], "other")
"""The accounts that money is booked in."""

POOLS: Final[Mapping[str, tuple[str, ...]]] = {
    "all_funds": BOOKED,
    "fiscal": ACCOUNT_PARTS["fiscal"],
    **{name: (name,) for name in BOOKED},
}
"""The booked accounts that an account of a report sums up."""

THREE_PUBLIC: Final = {
    "overseas": ("30212",),
    "purchase": ("31013",),
    "running": ("30231",),
    "reception": ("30217",),
}
"""The economic codes of each three-public item."""


@frozen
class Posting:
    """Money of one account spent under one functional code on one economic item, by column."""

    account: str
    nature: str
    function: str
    economic: str
    money: Money


@frozen
class Ledger:
    """The books for one year, with the columns of the year before.

    Attributes:
        postings: the expenditure.
        income: what each booked account received, ``final`` and ``prior``; budgets are balanced.
        spare: what each booked account carried in beyond what it came to need.
        reserves_used: non-fiscal balances drawn on, in the account ``other``.
        distributed: surplus distributed, in the account ``other``.
    """

    postings: tuple[Posting, ...]
    income: Mapping[str, Money]
    spare: Mapping[str, int]
    reserves_used: int = 0
    distributed: int = 0

    def of(self, account: str) -> tuple[Posting, ...]:
        """Return the postings of an account."""
        return tuple(p for p in self.postings if p.account in POOLS[account])

    def spent(self, account: str) -> Money:
        """Return the expenditure of an account."""
        return total(p.money for p in self.of(account))

    def received(self, account: str) -> Money:
        """Return the income of an account."""
        actual = total(self.income[pool] for pool in POOLS[account])
        planned = self.spent(account)
        return {c: (actual if c in ("final", "prior") else planned)[c] for c in MONEY_COLUMNS}

    def is_overspent(self, account: str) -> bool:
        """Whether an account spent more than it received, which only its balances explain."""
        return self.spent(account)["final"] > self.received(account)["final"]

    def three_public(self) -> dict[str, Money]:
        """Return what fiscal money was booked on each three-public item."""
        fiscal = self.of("fiscal")
        return {
            item: total(p.money for p in fiscal if p.economic in codes)
            for item, codes in THREE_PUBLIC.items()
        }

    def balances(self, account: str) -> dict[str, Money]:
        """Return balances and the use of surpluses by side; they roll and are never negative."""
        carried = {"final": 0, "prior": 0}
        for pool in POOLS[account]:
            now, last = (
                self.received(pool)[column] - self.spent(pool)[column]
                for column in ("final", "prior")
            )
            if pool == "other":
                now += self.reserves_used - self.distributed
            opening = max(0, last, -now) + self.spare[pool]
            carried["final"] += opening
            carried["prior"] += opening - last
        own = "other" in POOLS[account]
        used, distributed = (self.reserves_used, self.distributed) if own else (0, 0)
        surplus = self.received(account)["final"] - self.spent(account)["final"]
        closing = carried["final"] + surplus + used - distributed
        return {
            "opening": carried,
            "closing": {"final": closing, "prior": carried["final"]},
            "reserves_used": {"final": used, "prior": 0},
            "distributed": {"final": distributed, "prior": 0},
        }


def total(parts: Iterable[Money]) -> Money:
    """Return the sums of several amounts, column by column."""
    sums = dict.fromkeys(MONEY_COLUMNS, 0)
    for part in parts:
        for column, fen in part.items():
            sums[column] += fen
    return sums
