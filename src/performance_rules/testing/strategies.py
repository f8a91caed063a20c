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
from typing import Final, cast

from attrs import evolve
from hypothesis import strategies as st

from performance_rules.report.evaluation import EvaluationKind
from performance_rules.report.model import (
    KINDS,
    MONEY_COLUMNS,
    SENSES,
    Evaluation,
    Kind,
    Line,
    Report,
)
from performance_rules.testing.disclosures import disclosures, grade_of, score_sheet
from performance_rules.testing.evaluations import (
    BUDGETS,
    FULL,
    Indicator,
    PrintedForm,
    evaluation,
    is_scored,
)
from performance_rules.testing.grammar import expressions
from performance_rules.testing.ledgers import BOOKED, POOLS, Ledger, Posting
from performance_rules.testing.printing import Style, amount, printed
from performance_rules.testing.projects import COLUMNS as PROJECT_COLUMNS
from performance_rules.testing.projects import NAMES as PROJECT_NAMES
from performance_rules.testing.projects import Project, balanced, matter
from performance_rules.testing.rewriting import rewritten
from performance_rules.testing.schedules import schedules
from performance_rules.testing.variants import (
    Change,
    blanked,
    corruptions,
    reordered,
    with_zero_lines,
)

USUAL: Final = {"元": (2, 0), "千元": (2,), "万元": (2, 6, 4, 0), "亿元": (2, 4)}
"""Printed decimals that are usual in each unit."""

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
"""Codes that postings are drawn from; the first functional ones are shown without 款 and 项."""

STATE_CAPITAL_SINCE: Final = 2020
"""The first year whose fiscal appropriations hold state capital; last year must hold it, too."""

BOOKED_BEFORE: Final = tuple(account for account in BOOKED if account != "state_capital")

_FEN: Final = st.one_of(
    st.just(0),
    st.integers(1, 10**5),
    st.integers(1, 10**10),
    st.integers(1, 10**7).map(lambda n: n * 100),
)

_FLAGS: Final = st.booleans()


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
    Matters have books of their own.  Lists may be cut short; they are then marked as not complete.

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
        partial=draw(st.booleans()),
        previous=draw(st.booleans()),
        number=draw(st.integers(1, 99)),
    )
    return draw(_completed(printed(ledger, style), kind, same))


def matters(
    *,
    unit: str | None = None,
    decimals: int | None = None,
    rate_decimals: int | None = None,
    min_size: int = 0,
    max_parts: int = 4,
) -> st.SearchStrategy[tuple[Line, ...]]:
    """Return matters that are consistent by construction, of different identity.

    Each has parts in money and in things, shares, changes with their rates, and may be said once
    more in round figures.

    Args:
        unit: 元, 千元, 万元 or 亿元; by default each matter draws its own.
        decimals: printed decimals of money.
        rate_decimals: printed decimals of shares and rates.
        min_size: how many matters there are at least, up to two.
        max_parts: how many parts a matter has at most, up to five.
    """

    @st.composite
    def drawn(draw: st.DrawFn) -> Line:
        more = draw(st.frozensets(st.sampled_from(PROJECT_COLUMNS), max_size=2))
        columns = more | {"final", "prior"}
        money = st.fixed_dictionaries(dict.fromkeys(sorted(columns), _FEN)).map(balanced)
        size = draw(st.integers(1, max_parts))
        project = Project(
            name=draw(st.sampled_from(PROJECT_NAMES)),
            body=draw(st.none() | st.just("水管所")),
            parts=draw(st.lists(money, min_size=size, max_size=size)),
            things=draw(st.lists(st.integers(0, 99), min_size=size, max_size=size)),
            rounded=draw(_FLAGS),
        )
        of_rates = draw(st.integers(1, 2)) if rate_decimals is None else rate_decimals
        return matter(project, *draw(_precisions(unit, decimals)), of_rates, columns)

    lines = st.lists(drawn(), min_size=min_size, max_size=2, unique_by=lambda line: line.identity)
    return lines.map(tuple)


def evaluations(
    *,
    unit: str | None = None,
    decimals: int | None = None,
    rate_decimals: int | None = None,
    kind: str | None = None,
) -> st.SearchStrategy[Evaluation]:
    """Return evaluation forms of projects that are consistent by construction.

    Funds with one to three sources and their rate of execution, which may have points; indicators
    in groups with target and result, in every direction.  All points make 100, a score is the
    weight where the target is reached and less with a reason where it is not.

    Args:
        unit: 元, 千元, 万元 or 亿元 for the funds.
        decimals: printed decimals of the funds.
        rate_decimals: printed decimals of the rate of execution.
        kind: project or transfer.
    """

    @st.composite
    def drawn(draw: st.DrawFn) -> Evaluation:
        precision = draw(_precisions(unit, decimals))
        spending = _spending(planned=draw(_FLAGS))
        money = draw(st.lists(spending, min_size=1, max_size=3))
        points = draw(st.sampled_from((0, 10, 20)))
        if not is_scored(money, *precision):
            points = 0
        form = PrintedForm(
            cast("EvaluationKind", kind or draw(st.sampled_from(("project", "transfer")))),
            draw(st.none() | st.sampled_from(PROJECT_NAMES)),
            money,
            points,
            draw(st.integers(0, 2)),
            draw(_indicators(FULL - points)),
        )
        of_rates = draw(st.integers(1, 2)) if rate_decimals is None else rate_decimals
        return evaluation(form, *precision, of_rates)

    return drawn()


@st.composite
def _spending(draw: st.DrawFn, *, planned: bool) -> dict[str, int]:
    """Return whole 分 by column; a project may come up during the year, and needs a budget then."""
    first, budget = draw(_FEN) if planned else 0, draw(_FEN)
    spent = budget * draw(st.integers(0, 105)) // 100
    return dict(zip(BUDGETS, (first, budget, spent), strict=True))


@st.composite
def _indicators(draw: st.DrawFn, points: int) -> list[list[Indicator]]:
    """Return groups of indicators whose weights make some points."""
    cuts = draw(st.sets(st.integers(1, points - 1), max_size=3))
    groups: list[list[Indicator]] = []
    for low, high in pairwise([0, *sorted(cuts), points]):
        target = draw(st.integers(1, 200))
        actual = target * draw(st.sampled_from((50, 97, 100, 100, 110, 180))) // 100
        sense = draw(st.none() | st.sampled_from(sorted(SENSES)))
        measure = draw(st.sampled_from(("家", "%", "万元")))
        met = target if sense is None else actual
        indicator = Indicator(measure, sense, target, met, 10 * (high - low))
        joins = draw(_FLAGS)
        if groups and joins:
            groups[-1].append(indicator)
        else:
            groups.append([indicator])
    return groups


@st.composite
def _completed(
    draw: st.DrawFn, report: Report, kind: str | None, precision: tuple[str, int]
) -> Report:
    """Return a report with head, dates, score sheet and disclosures."""
    kind = kind or draw(st.sampled_from(sorted(KINDS)))
    year = report.year or 0
    unit, decimals = precision
    report = evolve(
        report,
        matters=draw(matters(unit=unit, decimals=decimals)),
        evaluations=tuple(draw(st.lists(_beside(kind, unit, decimals), max_size=1))),
        schedules=tuple(draw(st.lists(schedules(), max_size=1))),
        kind=cast("Kind", kind),
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


def _beside(kind: str, unit: str, decimals: int) -> st.SearchStrategy[Evaluation]:
    """Return forms beside a report; the one of an evaluated project would be its own."""
    form = "transfer" if kind == "project_evaluation" else None
    return evaluations(unit=unit, decimals=decimals, kind=form)


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
    unit = unit or draw(st.sampled_from(sorted(USUAL)))
    return unit, draw(st.sampled_from(USUAL[unit])) if decimals is None else decimals


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


__all__ = [
    "Change",
    "blanked",
    "corruptions",
    "evaluations",
    "expressions",
    "matters",
    "reordered",
    "reports",
    "rewritten",
    "schedules",
    "with_zero_lines",
]
