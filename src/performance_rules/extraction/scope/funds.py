"""Whose money “三公”经费 are: those of one fund beside those of all money.

财政拨款“三公”经费 are mostly all there are, and then both words say one line. Where a document
tells that other money paid for some, they are two; where the figures of both differ in several
places, it is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import Unbound
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.drafts.records import (
    Compared,
    Counted,
    Ledger,
    Level,
    Record,
    Shared,
)
from performance_rules.extraction.scope.budgets import stated
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import ACCOUNT_NAMES
from performance_rules.extraction.tokens.scan import Token
from performance_rules.report.inferences import inferred
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Quantity

ITEM: Final = "three_public"
OTHER_FUND: Final = "是另一种资金的，不是全部的数"
_FISCAL: Final = ("fiscal", "general_budget")
_FISCAL_WORDS: Final = ("财政拨款", "一般公共预算")
_NEAR: Final = 200
_TERMS: Final = re.compile(r"([^,，。;:按照以]{2,12})口径")
_MONEY: Final = (
    "(?:(?:自有|自筹|其他|单位|往来|捐赠|全部|各类|所有)资金"
    "|非财政(?:拨款(?:资金)?|性?资金)|(?:事业|经营|其他)收入)"
)
_FUND: Final = re.compile(f"(?:其中)?[,，:]?((?:单位)?{_MONEY})(?:安排|列支|部分|方面)?[:,，]")
_PAYS: Final = re.compile(f"(?:单位)?{_MONEY}")
_TELLS: Final = re.compile(rf"{_MONEY}[^,，。;]{{0,12}}?\d|口径")
"""Words and a figure that tell of other money than that of the budget."""
_Cell = tuple[Place, str]


def note_fund(reading: Reading, phrase: Token) -> None:
    """Note whose money a phrase of “三公”经费 is said of; its parts are of the same.

    Args:
        reading: the piece that is read.
        phrase: the phrase.
    """
    place, context, plain = phrase.senses[0].place, reading.context, reading.run.plain
    if phrase.narrowed and _PAYS.match(phrase.narrowed) is not None:
        context.ledger.told = True  # 自有资金列支公务接待费N
    if place.item != ITEM:
        return
    near = max(0, phrase.start - _NEAR)
    begin = max(near, plain.rfind("。", near, phrase.start) + 1)
    end = plain.find("。", phrase.end, phrase.end + _NEAR)
    told = _TELLS.search(plain, begin, end if end >= 0 else phrase.end + _NEAR)
    fund = phrase.scope or (place.steps and context.now.fund) or ""
    if told is not None:
        context.ledger.told = True
        said = _TERMS.search(plain, begin, phrase.start)
        fund = fund or (said[1] if said is not None else "")
    about = _FUND.match(plain, max(begin, plain.rfind(";", begin, phrase.start) + 1), phrase.start)
    if about is not None:
        fund, context.ledger.told = about[1], True  # 自有资金：公务接待费N
    headed = (frame.scope for frame in reversed(context.frames) if frame.scope and frame.headed)
    fund = fund or context.scoped or next(headed, "")
    fiscal = fund in _FISCAL or has_any(fund, _FISCAL_WORDS)
    context.now.fund = "fiscal" if fiscal else fund


def set_apart(ledger: Ledger, draft: Draft, *, accounts: bool) -> None:
    """Give “三公”经费 of a fund a line of their own where those of all money are others.

    Args:
        ledger: what was read; changed.
        draft: what the tables say.
        accounts: whether the document are final accounts, where both are one by law: then two
            figures must differ, unless other money is told of.
    """
    funds = dict.fromkeys(r.fund for r in ledger.records if r.fund and r.place.item == ITEM)
    for fund in funds:
        clashes = _clashes(ledger, draft, fund)
        told = ledger.told or fund != "fiscal"
        if not clashes or (accounts and not told and clashes < 2):
            continue
        of_fund = [r for r in ledger.records if r.fund == fund and r.place.item == ITEM]
        if told:
            _move(ledger, of_fund, fund)
        else:
            _doubt(of_fund, fund)


def _clashes(ledger: Ledger, draft: Draft, fund: str) -> int:
    """Return how many figures of a fund are none of those that name no fund, nor of a table.

    None are where all its money is as much as all there is: then both are one.
    """
    own: dict[_Cell, list[Quantity]] = {}
    others: dict[_Cell, list[Quantity]] = {}
    for one in ledger.records:
        if not isinstance(one, Level | Counted) or one.place.item != ITEM or one.value is None:
            continue
        into = own if one.fund == fund else others
        column = one.key if isinstance(one, Counted) else one.column
        into.setdefault((one.place, column), []).append(one.value)
    for cell in own:
        others.setdefault(cell, []).extend(said.value for said in stated(draft, *cell))
    both = [(cell, values) for cell, values in own.items() if others[cell]]
    met = [cell for cell, values in both if _meet(values, others[cell])]
    if any(not place.steps for place, _ in met):
        return 0
    return len(both) - len(met)


def _meet(some: Iterable[Quantity], others: Iterable[Quantity]) -> bool:
    return any(abs(a.n - b.n) <= max(a.step, b.step) for a in some for b in others)


def _move(ledger: Ledger, records: Iterable[Record], fund: str) -> None:
    """Move records to a line of the fund, with the lists whose whole they say."""
    moved: list[Record] = []
    for one in records:
        if isinstance(one, Counted):
            ledger.unbound.append(Unbound(str(one.value), one.source, OTHER_FUND))
            moved.append(one)
            continue
        one.place = _of_fund(one.place, fund)
    dropped = set(map(id, moved))
    ledger.records[:] = [one for one in ledger.records if id(one) not in dropped]
    for listing in ledger.listings:
        level = listing.level
        if level is not None and level.fund == fund and listing.whole.item == ITEM:
            listing.whole = _of_fund(listing.whole, fund)
            listing.parts = {_of_fund(part, fund): at for part, at in listing.parts.items()}


def _of_fund(place: Place, fund: str) -> Place:
    """Return the line of a fund that a line of “三公”经费 is."""
    if place.item != ITEM:
        return place
    steps = tuple(Step("members", step.name) for step in place.steps)
    return Place(matter=f"{ACCOUNT_NAMES.get(fund, fund)}的“三公”经费", steps=steps)


def _doubt(records: Iterable[Record], fund: str) -> None:
    """Let it be an inference that the figures of a fund are those of all money."""
    name = ACCOUNT_NAMES.get(fund, fund)
    for one in records:
        if isinstance(one, Level | Compared | Shared):
            one.settled, one.inference = "inferred", inferred("fund", term=name)
