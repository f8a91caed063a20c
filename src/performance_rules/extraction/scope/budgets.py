"""Which budget a plain 预算 was: settled once the whole document has been read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import plain
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared, Ledger, Level, Record, Shared
from performance_rules.extraction.scope.facts import CANDIDATES, PLAIN
from performance_rules.report.inferences import inferred
from performance_rules.report.model import Line, Statement, terms_of
from performance_rules.values.quantity import Amount, Quantity, QuantityError

_INITIAL: Final = ("initial_budget", PLAIN)
_MOST: Final = 8
"""So many statements of one line are looked at."""
_NEAR: Final = 40
_MOVED: Final = re.compile(
    r"(?:压减|压缩|核减|调减|调增|核增|追加|追减)[^,，。;\d]{0,8}(\d[\d,]*(?:\.\d+)?[万亿]?元)(?!后|至|到|,后)"
)
_CHANGED: Final = re.compile(
    "(?:压减|压缩|核减|调减|调增|核增|追加|追减|增加|减少|调整)[^,，。;]{0,14}(?:后|至|到|为)[^。;\\d]{0,8}\\Z"
    r"|全年(?:总)?(?:收入|支出|收支)预算(?:数|总额|总计)?为?\Z"
)
"""Right before what a budget became; 全年收入预算 is what 年初预算收入 became."""
_Said = dict[tuple[object, str], list[Quantity]]


def plain_budgets(ledger: Ledger, draft: Draft) -> None:
    """Decide for each plain 预算 which budget it is.

    The one the line has; of two the one that makes the claim true; without any the one that a table
    lists, the one last named in the paragraph, or else the initial one.
    """
    if not any(map(_is_plain, ledger.records)):
        return
    said: _Said = {}
    settled: dict[object, str] = {}
    for record in ledger.records:
        if isinstance(record, Level) and record.column != PLAIN and record.value is not None:
            said.setdefault((_key(record.place), record.column), []).append(record.value)
    initial: dict[object, list[Level]] = {}
    for record in ledger.records:
        if isinstance(record, Level) and record.column in _INITIAL and record.value is not None:
            same = initial.setdefault(_key(record.place), [])
            same += [record] if len(same) < _MOST else []
    for record in ledger.records:
        if isinstance(record, Level) and record.column == PLAIN:
            record.column = _named(said, record) or "initial_budget"
            others = initial.get(_key(record.place), [])
            if record.column == "initial_budget" and _is_amended(record, others):
                record.column = "adjusted_budget"
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
                record.settled, record.inference = "inferred", inferred("budget", term=name)


def _is_plain(record: Record) -> bool:
    """Whether a record speaks of a budget without saying which."""
    if isinstance(record, Compared) and record.against == PLAIN:
        return True
    return isinstance(record, Level | Shared | Compared) and record.column == PLAIN


def _key(place: Place) -> object:
    steps = tuple(s.key or s.code or plain(s.name) for s in place.steps)
    return place.root, steps


def _named(said: _Said, level: Level) -> str | None:
    """Return which budget a plain one is: 预算A，调整后预算B is the initial one if A is not B."""
    key, value = _key(level.place), level.value
    has = [c for c in CANDIDATES if (key, c) in said]
    if has == ["adjusted_budget"] and value is not None:
        amended = {one.n for one in said[key, "adjusted_budget"]}
        return "adjusted_budget" if value.n in amended else "initial_budget"
    return has[0] if len(has) == 1 else level.hint or None


def _is_amended(level: Level, others: Sequence[Level]) -> bool:
    """Whether a plain 预算 is what another one became: 年初预算A，压减B后为C."""
    value = level.value
    said = {one.value.n for one in others if one is not level and one.value is not None}
    if value is None or not said or value.n in said:
        return False
    quotes = [one.source.quote for one in others if one is not level and one.source.quote]
    return any(
        _becomes(plain(quote), plain(value.printed)) or _moves(quote, value, said)
        for quote in quotes
    )


def _moves(quote: str, value: Quantity, said: set[int]) -> bool:
    """Whether a sentence says by how much a budget was changed, which makes it the other."""
    for one in _MOVED.finditer(quote):
        with suppress(QuantityError):  # 压减1,23万元: nobody knows by how much
            moved = Amount.parse(one[1]).n
            if any(abs(value.n - n) == moved for n in said):
                return True
    return False


def _becomes(quote: str, printed: str) -> bool:
    """Whether a sentence says that a budget was changed to a figure."""
    at = quote.find(printed)
    while at >= 0:
        if _CHANGED.search(quote, max(0, at - _NEAR), at):
            return True
        at = quote.find(printed, at + 1)
    return False


def _listed(said: _Said, claim: Compared, draft: Draft) -> str | None:
    """Return the only budget that a table lists for a line.

    Where the paragraph named another one, both must be the same number for the total.
    """
    has = [c for c in CANDIDATES if stated(draft, claim.place, c)]
    if len(has) != 1 or claim.hint in ("", has[0]):
        return has[0] if len(has) == 1 else None
    total = claim.place.root
    named = {value.n for value in said.get((_key(total), claim.hint), ())}
    listed = {statement.value.n for statement in stated(draft, total, has[0])}
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


def stated(draft: Draft, place: Place, column: str) -> list[Statement]:
    """Return what a column of a line was said to be, as far as the draft holds it."""
    line = place.find(draft)
    return line.figures[column].statements if line is not None and column in line.figures else []
