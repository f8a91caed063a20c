"""Hypothesis strategies: reports that agree with themselves, ways to spoil them, expressions.

They serve to test rules of your own as much as those of the library:

    from hypothesis import given
    from performance_rules.testing.strategies import reports

    @given(reports(unit="万元"))
    def test_no_false_alarm(report):
        assert not [f for f in check(report, RULES).findings if f.severity == "error"]

Strategies take keyword arguments; one left out is drawn.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any, Final

from attrs import evolve, frozen
from hypothesis import assume
from hypothesis import strategies as st

from performance_rules.report.model import (
    COLUMNS,
    KINDS,
    MONEY_COLUMNS,
    Breakdown,
    Figure,
    Line,
    Report,
    Statement,
)
from performance_rules.report.tree import tree_of
from performance_rules.rulesets import shipped_codebook
from performance_rules.testing import variants
from performance_rules.testing.ledgers import BOOKED, POOLS, Ledger, Posting
from performance_rules.testing.phrases import expressions
from performance_rules.testing.printing import Style, amount, printed
from performance_rules.testing.sheets import disclosures, grade_of, score_sheet
from performance_rules.testing.variants import rewritten
from performance_rules.values import Amount, Quantity

FINEST: Final = {"元": 2, "千元": 5, "万元": 6, "亿元": 10}
"""Decimals in which a unit still shows single 分."""

FUNCTIONS_OF_STATE: Final = (
    *("201", "205", "206", "207", "215", "229"),
    *("2080501", "2080505", "2080801", "2101101", "2101103", "2210201"),
)
ECONOMIC_ITEMS: Final = {
    "basic": (
        *("30101", "30102", "30103", "30108", "30110", "30113", "30201", "30217", "30231"),
        *("30299", "30302", "30305", "31002"),
    ),
    "project": ("30201", "30212", "30217", "30227", "31002", "31013", "31204", "31299"),
}
"""Codes that postings are drawn from."""

STATE_CAPITAL_SINCE: Final = 2020
"""The first year whose fiscal appropriations hold state capital; last year must hold it, too."""

BOOKED_BEFORE: Final = tuple(account for account in BOOKED if account != "state_capital")

SPARE_NAMES: Final = {"by_function": "外交支出", "by_economic": "对社会保障基金补助"}
"""Subjects no posting has, for lines of zeros."""

_FEN: Final = st.one_of(
    st.just(0),
    st.integers(1, 10**5),
    st.integers(1, 10**10),
    st.integers(1, 10**7).map(lambda n: n * 100),
)

_FLAGS: Final = st.booleans()


@frozen
class Change:
    """What was changed in a report: where, of what kind, and both numbers as printed."""

    path: str
    kind: str
    before: str
    after: str

    def __str__(self) -> str:
        """Return the change as one line."""
        return f"{self.path}（{self.kind}）：{self.before} → {self.after or '空白'}"


# ── reports ──


def reports(
    *,
    unit: str | None = None,
    decimals: int | None = None,
    rate_decimals: int | None = None,
    year: int | None = None,
    kind: str | None = None,
    max_postings: int = 6,
) -> st.SearchStrategy[Report]:
    """Return reports that are consistent by construction, printed with honest rounding.

    Amounts are drawn as bookings in whole 分 and added up: accounts, balances, breakdowns by
    function, nature, economic item and purpose, three-public expenditure, budgets and last year.
    Every figure is then rounded half up by itself; shares and rates come from the exact amounts.

    Args:
        unit: 元, 千元, 万元 or 亿元 throughout; by default a section draws its own.
        decimals: printed decimals of money.
        rate_decimals: printed decimals of shares and rates.
        year: the fiscal year.
        kind: the kind of report.
        max_postings: how many bookings of expenditure there are at most.
    """
    return _reports(unit, decimals, rate_decimals, year, kind, max_postings)


@st.composite
def _reports(
    draw: st.DrawFn,
    unit: str | None,
    decimals: int | None,
    rate_decimals: int | None,
    year: int | None,
    kind: str | None,
    max_postings: int,
) -> Report:
    year = draw(st.integers(2019, 2024)) if year is None else year
    ledger = draw(_ledgers(max_postings, BOOKED if year > STATE_CAPITAL_SINCE else BOOKED_BEFORE))
    shown = draw(_shown())
    one = _precisions(unit, decimals)
    same = draw(one)
    sections = (*shown, "three_public")
    style = Style(
        year=year,
        precision={section: draw(st.just(same) | one) for section in sections},
        rate_decimals=draw(st.integers(1, 2)) if rate_decimals is None else rate_decimals,
        columns=draw(st.frozensets(st.sampled_from(MONEY_COLUMNS))) | {"final"},
        shown=shown,
        levels=draw(st.integers(1, 3)),
        codes=draw(st.booleans()),
        balances=draw(st.booleans()),
        shares=draw(st.booleans()),
        worded=draw(st.booleans()),
        claims=draw(st.frozensets(st.sampled_from(("base", "change", "rate", "completed")))),
        reasons=draw(st.booleans()),
        restated=draw(st.none() | st.none() | one),
        previous=draw(st.booleans()),
        number=draw(st.integers(1, 99)),
    )
    return draw(_completed(printed(ledger, style), kind, same))


@st.composite
def _completed(
    draw: st.DrawFn, report: Report, kind: str | None, precision: tuple[str, int]
) -> Report:
    """Return a report with head, dates, score sheet and disclosures."""
    kind = kind or draw(st.sampled_from(sorted(KINDS)))
    year = report.year or 0
    report = evolve(
        report,
        kind=kind,
        entity="示例局",
        approved=dt.date(year + 1, 8, 1),
        published=dt.date(year + 1, 8, draw(st.integers(1, 20))),
    )
    if draw(st.booleans()):
        groups = draw(_scores())
        report = evolve(report, evaluation=score_sheet(groups), grade=grade_of(groups))
    if draw(st.booleans()):
        bought = draw(st.tuples(_FEN, _FEN, _FEN))
        sheet = disclosures(
            draw(st.integers(1, 99)),
            draw(st.integers(0, 9)),
            draw(st.lists(st.integers(1, 5), min_size=1, max_size=3)),
            [amount(fen, *precision) for fen in bought],
            amount(sum(bought), *precision),
        )
        report = evolve(report, disclosures=sheet)
    return report


@st.composite
def _ledgers(draw: st.DrawFn, max_postings: int, booked: tuple[str, ...]) -> Ledger:
    """Return books in which only the accounts of the time hold anything."""
    columns = st.fixed_dictionaries(dict.fromkeys(MONEY_COLUMNS, _FEN))
    posting = st.sampled_from(sorted(ECONOMIC_ITEMS)).flatmap(
        lambda nature: st.builds(
            Posting,
            account=st.sampled_from(("general_budget", *booked)),
            nature=st.just(nature),
            function=st.sampled_from(FUNCTIONS_OF_STATE),
            economic=st.sampled_from(ECONOMIC_ITEMS[nature]),
            money=columns,
        )
    )
    nothing = st.just({"final": 0, "prior": 0})
    actual = st.fixed_dictionaries({"final": _FEN, "prior": _FEN})
    income = {account: actual if account in booked else nothing for account in BOOKED}
    return Ledger(
        postings=tuple(draw(st.lists(posting, min_size=1, max_size=max_postings))),
        income=draw(st.fixed_dictionaries(income)),
        spare={account: draw(_FEN) if account in booked else 0 for account in BOOKED},
        reserves_used=draw(_FEN),
        distributed=draw(_FEN),
    )


@st.composite
def _shown(draw: st.DrawFn) -> dict[str, frozenset[str]]:
    """Return which accounts are shown, the total in most cases, and how each is broken down."""
    dimensions = st.frozensets(
        st.sampled_from(("by_function", "by_nature", "by_economic", "by_purpose"))
    )
    wide = ("all_funds", "fiscal", "general_budget")
    accounts = draw(st.sets(st.sampled_from(sorted(POOLS))))
    if draw(st.integers(0, 7)) or not accounts:
        accounts.add("all_funds")
    return {
        name: draw(dimensions) if name in wide else frozenset()
        for name in POOLS
        if name in accounts
    }


@st.composite
def _precisions(draw: st.DrawFn, unit: str | None, decimals: int | None) -> tuple[str, int]:
    usual = {"元": (2, 0), "千元": (2,), "万元": (2, 6, 4, 0), "亿元": (2, 4)}
    unit = unit or draw(st.sampled_from(sorted(usual)))
    return unit, draw(st.sampled_from(usual[unit])) if decimals is None else decimals


@st.composite
def _scores(draw: st.DrawFn) -> list[list[tuple[int, int]]]:
    """Return groups of (weight, score) in tenths of a point; the weights make 100."""
    cuts = draw(st.sets(st.integers(1, 99), max_size=5))
    groups: list[list[tuple[int, int]]] = []
    for low, high in pairwise([0, *sorted(cuts), 100]):
        pair = (10 * (high - low), draw(st.integers(0, 10 * (high - low))))
        joins = draw(_FLAGS)
        if groups and joins:
            groups[-1].append(pair)
        else:
            groups.append([pair])
    return groups


# ── the same report, otherwise ──


def corruptions(
    report: Report, *, kinds: tuple[str, ...] = variants.KINDS
) -> st.SearchStrategy[tuple[Report, Change]]:
    """Return a consistent report with one printed figure changed beyond any reading of it.

    Args:
        report: a report from :func:`reports`.
        kinds: what may bind the figure: sum, share, change, rate, completed.

    Returns:
        Pairs of the spoiled report and what was changed; none where no figure is bound.
    """

    @st.composite
    def corrupted(draw: st.DrawFn) -> tuple[Report, Change]:
        found = [bound for bound in variants.bounds(report) if bound.kind in kinds]
        assume(found)
        kind = draw(st.sampled_from(sorted({bound.kind for bound in found})))
        bound = draw(st.sampled_from([bound for bound in found if bound.kind == kind]))
        said = tree_of(report, shipped_codebook()).leaves[bound.leaf].quantity
        unit = variants.last_digit(said)
        steps = draw(st.integers(1, 9) | st.integers(1, 10**6))
        up, down = bound.high // unit + steps, -(-bound.low // unit) - steps
        digits = draw(st.sampled_from([up, down])) if down >= 0 or said.n < 0 else up
        new = variants.with_digits(said, digits)
        return _replaced(report, bound.leaf, bound.path, bound.kind, new)

    return corrupted()


def blanked(report: Report) -> st.SearchStrategy[tuple[Report, Change]]:
    """Return a report with one printed number left out, and which."""

    @st.composite
    def blank(draw: st.DrawFn) -> tuple[Report, Change]:
        leaves = tree_of(report, shipped_codebook()).leaves
        leaf = draw(st.integers(0, len(leaves) - 1))
        return _replaced(report, leaf, leaves[leaf].path, "blank", None)

    return blank()


def _replaced(
    report: Report, leaf: int, path: str, kind: str, new: Quantity | None
) -> tuple[Report, Change]:
    old: list[Quantity] = []

    def change(number: int, quantity: Quantity) -> Quantity | None:
        if number != leaf:
            return quantity
        old.append(quantity)
        return new

    spoiled = variants.mapped(report, change)
    return spoiled, Change(path, kind, str(old[0]), "" if new is None else str(new))


def reordered(report: Report) -> st.SearchStrategy[Report]:
    """Return a report with the lines of its breakdowns in another order."""

    @st.composite
    def shuffled(draw: st.DrawFn) -> Report:
        def shuffle(part: Breakdown) -> Breakdown:
            order = draw(st.permutations(range(len(part.lines))))
            return evolve(part, lines=tuple(part.lines[i] for i in order))

        return variants.rearranged(report, shuffle)

    return shuffled()


def with_zero_lines(report: Report) -> st.SearchStrategy[Report]:
    """Return a report with lines of zeros, for subjects that it does not have."""

    @st.composite
    def padded(draw: st.DrawFn) -> Report:
        def pad(part: Breakdown) -> Breakdown:
            name = SPARE_NAMES.get(part.dimension)
            if name is None or len(part.lines[0].code or "") > 3 or not draw(_FLAGS):
                return part
            at = draw(st.integers(0, len(part.lines)))
            line = _zero_line(name, part.lines[0])
            return evolve(part, lines=(*part.lines[:at], line, *part.lines[at:]))

        return variants.rearranged(report, pad)

    return padded()


def _zero_line(name: str, beside: Line) -> Line:
    """Return a line that says 0 wherever the line beside it says something."""
    zero = Figure((Statement(Amount.of(0, exact=True)),))
    columns = [column for column in COLUMNS if beside.figure(column) is not None]
    figures: dict[str, Any] = dict.fromkeys(columns, zero)
    return Line(name=name, **figures)


__all__ = [
    "Change",
    "blanked",
    "corruptions",
    "expressions",
    "reordered",
    "reports",
    "rewritten",
    "with_zero_lines",
]
