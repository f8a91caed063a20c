"""Kinds of income that no account is kept for: 医疗收入 beside 财政拨款收入 and 其他收入.

    read_sources(draft)

The tree of accounts knows what public bodies receive; a hospital or a theatre earns under names of
its own, and tells them in items or clauses that are matters by themselves.  Such a one is a source
of the income where it is told before the last of its kinds, and behind the total or the first of
them, and what these leave of the total has room for it.  The accounts are not all sources then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import DraftLine
from performance_rules.extraction.drafts.records import APART
from performance_rules.report.model import ACCOUNT_PARTS
from performance_rules.values.quantity import Amount

_INCOME: Final = "income"
_WHOLE: Final = "all_funds"
_COLUMNS: Final = ("final", "initial_budget")
_HEAD: Final = "收入"
_SOURCE: Final = "by_source"


def read_sources(draft: Draft) -> None:
    """Hang the kinds of income of a draft that are matters below the total that they are of."""
    total = draft.accounts.get((_WHOLE, _INCOME))
    if total is not None:
        for column in _COLUMNS:
            _read(draft, total, column)


def _read(draft: Draft, total: DraftLine, column: str) -> None:
    whole = _first(total, column)
    told = [one for line in _kinds(draft) if (one := _first(line, column)) is not None]
    if whole is None or not told:
        return
    begin, end = min(whole[0], *(at for at, _ in told)), max(at for at, _ in told)
    room = whole[1] - sum(n for _, n in told)
    for key, line in list(draft.matters.items()):
        said = _first(line, column)
        if key[1] or key[2] >= APART or said is None or not line.name.endswith(_HEAD):
            continue
        if begin <= said[0] <= end and said[1] <= room:
            total.divided(_SOURCE).append(draft.matters.pop(key))
            total.leave_open(_SOURCE)
            room -= said[1]


def _kinds(draft: Draft) -> Iterator[DraftLine]:
    """Yield the income of the accounts that a draft has; of money from the budget as one."""
    own = draft.accounts.get(("fiscal", _INCOME))
    if own is not None:
        yield own
    for name in ACCOUNT_PARTS[_WHOLE]:
        line = draft.accounts.get((name, _INCOME))
        if line is not None and (own is None or name not in ACCOUNT_PARTS["fiscal"]):
            yield line


def _first(line: DraftLine, column: str) -> tuple[int, int] | None:
    """Return where a document says first what amount a line is, and that amount."""
    figure = line.figures.get(column)
    for one in figure.statements if figure is not None else ():
        at = one.source.start if one.source is not None else None
        if at is not None and isinstance(one.value, Amount):
            return at, one.value.n
    return None
