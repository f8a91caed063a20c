"""Printing: the report of a ledger, every figure rounded by itself, as offices do.

A section of a report has one unit and one number of decimals.  Rates and shares are computed from
the exact amounts and rounded; a claim that the printed digits cannot carry is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from attrs import evolve, frozen

from performance_rules.codebook import Kind
from performance_rules.report.lines import Dimension
from performance_rules.report.model import (
    MONEY_COLUMNS,
    Account,
    Breakdown,
    Comparison,
    Figure,
    Line,
    Reason,
    Report,
    Share,
    Statement,
)
from performance_rules.rules.ruleset import shipped_codebook
from performance_rules.testing.ledgers import Ledger, Money, Posting, total
from performance_rules.values.quantity import Amount, Count, Percent

REASON: Final = "年度重点工作任务安排有变化，按合同进度支付"
"""The reason that is given for every difference; it fits a rise and a fall."""

_PERSONNEL: Final = ("301", "303")
_COMPARED: Final = {"final": ("prior", "initial_budget"), "initial_budget": ("prior_budget",)}
_THIS_YEAR: Final = {column: column for column in MONEY_COLUMNS}
_LAST_YEAR: Final = {"final": "prior", "initial_budget": "prior_budget"}
_CARS: Final = ("purchase", "running")
_ITEMS: Final = {
    "overseas": ("因公出国（境）费", ("groups", "trips")),
    "purchase": ("公务用车购置费", ("vehicles_bought",)),
    "running": ("公务用车运行维护费", ("vehicles_held",)),
    "reception": ("公务接待费", ("domestic_visits", "domestic_guests")),
}


@frozen
class Style:
    """What of a ledger is printed, and how.

    Attributes:
        year: the fiscal year, for the names of subjects.
        precision: unit and printed decimals of money, by account and for ``three_public``.
        rate_decimals: printed decimals of percentages.
        columns: the columns that are printed.
        shown: the breakdowns shown, by account that is shown.
        levels: how deep the functional classification goes: 类, 款, 项.
        codes: whether codes are printed.
        balances: whether balances are printed.
        shares: whether shares are claimed.
        worded: whether shares name their whole.
        claims: the numbers that comparisons carry: base, change, rate, completed.
        reasons: whether comparisons give a reason.
        restated: precision in which final totals are said once more, if they are.
        partial: whether functional lists end before the last line, and say so.
        previous: whether last year's report comes with it.
        number: how many visits, vehicles … three-public money stands for.
    """

    year: int
    precision: Mapping[str, tuple[str, int]]
    rate_decimals: int
    columns: frozenset[str]
    shown: Mapping[str, frozenset[str]]
    levels: int
    codes: bool
    balances: bool
    shares: bool
    worded: bool
    claims: frozenset[str]
    reasons: bool
    restated: tuple[str, int] | None
    partial: bool
    previous: bool
    number: int


def printed(ledger: Ledger, style: Style) -> Report:
    """Return the report that a ledger gives in a style."""
    report = _report(ledger, style, style.year, _THIS_YEAR)
    if not style.previous:
        return report
    return evolve(report, previous=_report(ledger, style, style.year - 1, _LAST_YEAR))


def amount(fen: int, unit: str, decimals: int) -> Amount:
    """Return a sum of money as one prints it: half up, claiming its last digit."""
    figure = Amount(Decimal(f"{fen}E-2")).round_to(unit, decimals)
    if fen and not figure.n and not decimals:
        # A bare 0 alone reads as nothing at all; its column says what a last digit is worth.
        return evolve(figure, step=Amount(Decimal(1), unit).n)
    return figure


def percent(part: int, whole: int, decimals: int) -> Percent:
    """Return part over a positive whole in percent, rounded half up."""
    n = part * 10 ** (decimals + 2)
    size = (2 * abs(n) + whole) // (2 * whole)
    return Percent(Decimal(f"{size if n >= 0 else -size}E-{decimals}"))


@frozen
class _Page:
    """A section being printed: its precision, and the column of the books behind each column."""

    style: Style
    year: int
    books: Mapping[str, str]
    unit: str
    decimals: int

    def amount(self, fen: int) -> Amount:
        return amount(fen, self.unit, self.decimals)


@frozen
class _Whole:
    """What the shares of a breakdown are shares of, and how it is worded."""

    money: Money
    wording: str | None = None


def _report(ledger: Ledger, style: Style, year: int, books: Mapping[str, str]) -> Report:
    pages = {
        section: _Page(style, year, books, *precision)
        for section, precision in style.precision.items()
    }
    accounts: dict[str, Any] = {name: _account(ledger, pages[name], name) for name in style.shown}
    three_public = _three_public(ledger, pages["three_public"])
    return Report(year=year, three_public=three_public, **accounts)


# ── accounts ──


def _account(ledger: Ledger, page: _Page, name: str) -> Account:
    style, shown = page.style, page.style.shown[name]
    postings, spent, received = ledger.of(name), ledger.spent(name), ledger.received(name)
    parts = []
    if "by_function" in shown and postings:
        of = _Whole(ledger.spent("all_funds"), "总支出") if style.worded else _Whole(spent)
        parts.append(_coded(page, "by_function", postings, of))
    if "by_nature" in shown and postings:
        parts.append(_by_nature(page, postings, _Whole(spent), shown))
    source = _Whole(ledger.received("all_funds"), "总收入") if style.worded else None
    lines = {
        "income": _line(page, received, of=source if name != "all_funds" else None),
        "expenditure": _line(page, spent, tuple(parts)),
    }
    if style.balances or any(map(ledger.is_overspent, style.shown)):
        sides = ledger.balances(name)
        lines |= {
            side: _line(page, money)
            for side, money in sides.items()
            if side in ("opening", "closing") or any(money.values())
        }
    return Account(**lines)


def _coded(
    page: _Page, dimension: Dimension, postings: Sequence[Posting], of: _Whole, length: int = 3
) -> Breakdown:
    """Return one level of a classification; the next one takes its lines apart."""
    functional = dimension == "by_function"
    groups: dict[str, list[Posting]] = {}
    for posting in postings:
        code = posting.function if functional else posting.economic
        groups.setdefault(code[:length], []).append(posting)
    last = 1 + 2 * page.style.levels if functional else 5
    lines = []
    for code, members in sorted(groups.items()):
        money = total(p.money for p in members)
        deeper = length < last and (not functional or len(members[0].function) > length)
        inner = _Whole(money) if of.wording is None else of
        parts = (_coded(page, dimension, members, inner, length + 2),) if deeper else ()
        kind: Kind = "functional" if functional else "economic"
        name = shipped_codebook().name(kind, code, page.year) or code
        printed_code = code if page.style.codes else None
        lines.append(_line(page, money, parts, name=name, code=printed_code, of=of))
    cut = functional and page.style.partial and len(lines) > 1
    return Breakdown(dimension, tuple(lines[:-1] if cut else lines), complete=not cut)


def _by_nature(
    page: _Page, postings: Sequence[Posting], of: _Whole, shown: frozenset[str]
) -> Breakdown:
    lines = []
    for key, name in (("basic", "基本支出"), ("project", "项目支出")):
        members = [p for p in postings if p.nature == key]
        money = total(p.money for p in members)
        parts = []
        if "by_economic" in shown and members:
            parts.append(_coded(page, "by_economic", members, _Whole(money)))
        if "by_purpose" in shown and key == "basic":
            parts.append(_by_purpose(page, members, _Whole(money)))
        lines.append(_line(page, money, tuple(parts), name=name, key=key, of=of))
    return Breakdown("by_nature", tuple(lines))


def _by_purpose(page: _Page, members: Sequence[Posting], of: _Whole) -> Breakdown:
    people = [p.money for p in members if p.economic.startswith(_PERSONNEL)]
    rest = [p.money for p in members if not p.economic.startswith(_PERSONNEL)]
    return Breakdown(
        "by_purpose",
        (
            _line(page, total(people), name="人员经费", key="personnel", of=of),
            _line(page, total(rest), name="公用经费", key="public", of=of),
        ),
    )


def _three_public(ledger: Ledger, page: _Page) -> Line:
    booked = ledger.three_public()
    whole, cars = total(booked.values()), total(booked[key] for key in _CARS)

    def item(key: str, of: Money) -> Line:
        name, keys = _ITEMS[key]
        line = _line(page, booked[key], name=name, key=key, of=_Whole(of))
        spent = booked[key][page.books["final"]]
        count = Figure((Statement(Count(page.style.number if spent else 0)),))
        return evolve(line, counts=tuple((counted, count) for counted in keys))

    vehicle = _line(
        page,
        cars,
        (Breakdown("members", tuple(item(key, cars) for key in _CARS)),),
        name="公务用车购置及运行维护费",
        key="vehicle",
        of=_Whole(whole),
    )
    parts = (item("overseas", whole), vehicle, item("reception", whole))
    return _line(page, whole, (Breakdown("members", parts),), name="“三公”经费", key="three_public")


# ── lines and figures ──


def _line(
    page: _Page,
    money: Money,
    breakdowns: tuple[Breakdown, ...] = (),
    *,
    name: str = "",
    key: str | None = None,
    code: str | None = None,
    of: _Whole | None = None,
) -> Line:
    """Return a line with a figure in each printed column that the books have for it."""
    figures: dict[str, Any] = {
        column: _figure(page, money, column, of, again=bool(breakdowns))
        for column in MONEY_COLUMNS
        if column in page.style.columns and page.books.get(column) in money
    }
    return Line(name=name, key=key, code=code, breakdowns=breakdowns, **figures)


def _figure(page: _Page, money: Money, column: str, of: _Whole | None, *, again: bool) -> Figure:
    """Return a figure with its claims; one that is broken down may be said ``again``."""
    fen, share = money[page.books[column]], None
    said = [Statement(page.amount(fen))]
    if again and column == "final" and page.style.restated:
        said.append(Statement(amount(fen, *page.style.restated)))
    if of is not None and column == "final" and page.style.shares:
        whole = of.money[page.books[column]]
        if page.amount(whole).n > 0:
            share = Share(percent(fen, whole, page.style.rate_decimals), of=of.wording)
    bases = _COMPARED.get(column, ())
    compared = [_comparison(page, money, column, against) for against in bases]
    comparisons = tuple(comparison for comparison in compared if comparison is not None)
    return Figure(tuple(said), share=share, comparisons=comparisons)


def _comparison(page: _Page, money: Money, column: str, against: str) -> Comparison | None:
    """Return what is said of a figure against another; None where the digits can say nothing.

    A rate needs a base that is not zero to the reader, neither printed nor implied.
    """
    claims, decimals = page.style.claims, page.style.rate_decimals
    if not claims or page.books.get(against) not in money:
        return None
    now, base = money[page.books[column]], money[page.books[against]]
    if now == base:
        nothing = Amount.of(0, exact=True)
        return Comparison(against, change=nothing, direction="flat", wording="持平")
    figure, level, change = page.amount(now), page.amount(base), page.amount(now - base)
    measurable = level.n > 0 and figure.n > change.n
    numbers: dict[str, Any] = {}
    if "base" in claims:
        numbers["base"] = level
    if "change" in claims and change.n:
        numbers["change"] = change
    if "rate" in claims and measurable:
        numbers["rate"] = percent(now - base, base, decimals)
    if "completed" in claims and measurable and against == "initial_budget":
        numbers["completed"] = percent(now, base, decimals)
    if not numbers:
        return None
    direction = ("up" if now > base else "down") if "change" in numbers else None
    reason = Reason(REASON) if page.style.reasons else None
    return Comparison(against, direction=direction, reason=reason, **numbers)
