"""A value becomes a figure with its claims, or a problem at its path."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.report.reading import Table, built, final_of, line_of, places, said

from performance_rules.errors import ReportError
from performance_rules.report import Figure
from performance_rules.values.quantity import Amount, Count, Percent, Quantity

# ── numbers ──


@pytest.mark.parametrize(
    ("given", "amount"),
    [
        ("738,259.25元", Amount.parse("738259.25元")),
        ("738,259.25", Amount.parse("738259.25元")),
        (Decimal("0.00"), Amount.parse("0.00元")),
        (22216, Amount.parse("22216元")),
        ("73.83万元", Amount.parse("73.83万元")),
        ("-5.0亿", Amount.parse("-5.0亿元")),
        (Amount.parse("1.5万元"), Amount.parse("1.5万元")),
        ({"value": "1.50", "unit": "万元"}, Amount.parse("1.50万元")),
        ({"value": "1.5万元", "exact": True}, Amount.of("1.5万元", exact=True)),
        ({"值": "1.5万元", "精确": True}, Amount.of("1.5万元", exact=True)),
    ],
)
def test_amounts_keep_their_printed_digits(given: object, amount: Amount) -> None:
    """Text, Decimal and int all keep what was printed; a unit in the text wins."""
    assert [amount] == said(final_of(given))


def test_a_stated_step_replaces_the_printed_one() -> None:
    """A spreadsheet drops trailing zeros, so the step of its column can be said."""
    (amount,) = said(final_of({"value": "12.5万元", "step": "0.01"}))

    assert Amount.parse("12.50万元").step == amount.step
    assert Decimal("12.5") == amount.value


@pytest.mark.parametrize("blank", ["", "-", "——", " / ", None, {"value": ""}])
def test_a_blank_cell_is_a_figure_that_says_nothing(blank: object) -> None:
    """A cell that was there and said nothing is neither zero nor absent."""
    assert Figure() == final_of(blank)
    assert line_of({}).final is None


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ({"unit": "万元"}, "1.00"),
        ({"单位": "万元"}, "1.00"),
        ({"unit": "元"}, "1.00万元"),
    ],
)
def test_the_unit_of_the_report_holds_for_plain_numbers(unit: Table, value: str) -> None:
    """``unit`` is the unit of every amount that carries none."""
    assert [Amount.parse("1.00万元")] == said(final_of(value, **unit))


def test_the_unit_of_a_figure_holds_for_its_claims() -> None:
    """A change is in the unit of the figure, wherever in the table the unit stands."""
    figure = final_of({"vs_prior": {"change": "0.50"}, "value": "1.00", "unit": "万元"})

    assert [Amount.parse("1.00万元")] == said(figure)
    assert Amount.parse("0.50万元") == figure.comparisons[0].change


@pytest.mark.parametrize(
    ("column", "given", "quantity"),
    [
        ("actual", 18, Count.parse("18")),
        ("actual", "18人", Count.parse("18人")),
        ("actual", "95.00％", Percent.parse("95.00%")),
        ("target", "5.0万元", Amount.parse("5.0万元")),
        ("score", Decimal("9.5"), Count.parse("9.5")),
        ("weight", "10%", Percent.parse("10%")),
    ],
)
def test_a_free_column_takes_the_kind_of_its_text(
    column: str, given: object, quantity: Quantity
) -> None:
    """Where any quantity may stand, the unit in the text decides; the report's does not."""
    line = line_of({column: given}, unit="万元")

    assert [quantity] == said(line.figure(column))


@pytest.mark.parametrize(
    "number",
    [
        1405342.8,
        True,
        [1],
        10**60,
        Decimal("NaN"),
        Decimal("1E+999999999"),
        "约五万",
        "1.5 2.5",
        {"value": 1.5},
        {"value": "1.5万元", "step": 0.1},
        {"value": "1.5万元", "step": "0.000000000001"},
        {"value": "1.5万元", "exact": "yes"},
        {"exact": True},
        {"statements": ["1元", 2.5]},
        Percent.parse("5%"),
    ],
)
def test_what_is_no_printed_number_is_refused(number: object) -> None:
    """A float has lost its digits; words, lists and endless numbers never had any."""
    (place,) = places({"all_funds": {"expenditure": {"final": number}}})

    assert place.startswith("all_funds.expenditure.final")


def test_a_refused_float_says_what_to_send_instead() -> None:
    """The cure for a float is text, and the message says so in both languages."""
    with pytest.raises(ReportError) as caught:
        built({"fiscal": {"income": {"final": 0.1}}})

    assert "请传文字" in caught.value.text()
    assert "pass text" in caught.value.text("en")


# ── claims ──


def test_claims_hang_on_their_figure() -> None:
    """Share, denominator and comparisons belong to the figure they stand with."""
    figure = final_of(
        {
            "value": "8.00",
            "share": "40.00%",
            "of": "总收入",
            "vs_prior": {"change": "-2.00", "rate": "-20.00%", "reason": "会议减少"},
            "vs_initial_budget": {"completed": "80.00%", "wording": "预算"},
        }
    )
    prior, budget = figure.comparisons

    assert figure.share is not None
    assert (Percent.parse("40.00%"), "总收入") == (figure.share.value, figure.share.of)
    assert ("prior", Amount.parse("-2.00元")) == (prior.against, prior.change)
    assert prior.reason is not None
    assert "会议减少" == prior.reason.text
    assert ("initial_budget", "预算") == (budget.against, budget.wording)


@pytest.mark.parametrize(
    ("column", "against"),
    [("final", "prior"), ("initial_budget", "prior_budget"), ("actual", "prior")],
)
def test_last_year_means_the_same_stage(column: str, against: str) -> None:
    """``vs_prior`` of a budget is last year's budget, of an outturn last year's outturn."""
    figure = line_of({column: {"value": "1", "vs_prior": "持平"}}).figure(column)

    assert figure is not None
    assert [against] == [comparison.against for comparison in figure.comparisons]


@pytest.mark.parametrize(
    ("value", "change"),
    [
        ({"final": {"value": "0.00", "vs_prior": "持平"}}, Amount.of(0, exact=True)),
        ({"final": {"value": "0.00", "vs_prior": {"flat": True}}}, Amount.of(0, exact=True)),
        ({"final": {"value": "0.00", "vs_prior": {"持平": True}}}, Amount.of(0, exact=True)),
        ({"actual": {"value": "18人", "vs_prior": "持平"}}, Count.of(0, "人")),
        ({"actual": {"value": "5万元", "vs_prior": "持平"}}, Amount.of(0, exact=True)),
        ({"actual": {"value": "95%", "vs_prior": "持平"}}, None),
        ({"final": {"value": "0.00", "vs_prior": "基本持平"}}, None),
        ({"actual": {"value": "18人", "vs_prior": {"change": 2}}}, Count.of(2)),
        ({"actual": {"value": "5万元", "vs_prior": {"change": "0.5"}}}, Amount.parse("0.5万元")),
    ],
)
def test_a_change_is_of_the_figures_kind(value: Table, change: Amount | Count | None) -> None:
    """持平 claims a change of exactly nothing, in what the figure counts; 基本持平 does not."""
    line = line_of(value)
    figure = line.final or line.actual
    assert figure is not None

    assert [change] == [comparison.change for comparison in figure.comparisons]


def test_statements_carry_their_sources() -> None:
    """A quantity said twice is one figure with two statements, each with its place."""
    figure = final_of(
        {
            "value": "1.00",
            "source": {"section": "二", "start": 0, "end": 5},
            "statements": [{"value": "1.00", "出处": {"表": 1, "行": 2}}, "1.00"],
        }
    )
    sources = [statement.source for statement in figure.statements]

    assert 3 == len(sources)
    assert sources[0] is not None
    assert (0, 5) == (sources[0].start, sources[0].end)
    assert sources[1] is not None
    assert (1, 2) == (sources[1].table, sources[1].row)


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ({"share": 0.5}, "share"),
        ({"share": "40"}, "share"),
        ({"vs_prior": "差不多"}, "vs_prior"),
        ({"vs_prior": Decimal("-5")}, "vs_prior"),
        ({"vs_prior": {"chnage": "5"}}, "vs_prior.chnage"),
        ({"vs_prior": {"against": "final"}}, "vs_prior.against"),
        ({"vs_prior": {"change": "5%"}}, "vs_prior.change"),
        ({"vs_prior": {"rate": "5"}}, "vs_prior.rate"),
        ({"vs_prior": {"flat": "yes"}}, "vs_prior.flat"),
        ({"vs_prior": {"reason": {"about": "会议费"}}}, "vs_prior.reason.text"),
        ({"comparisons": [{"against": "finall"}]}, "comparisons[0].against.finall"),
        ({"comparisons": "持平"}, "comparisons"),
        ({"source": {"page": "2"}}, "source.page"),
        ({"source": {"pge": 2}}, "source.pge"),
        ({"值": "1.00"}, "值"),
    ],
)
def test_a_bad_claim_is_named_by_its_path(claim: Table, place: str) -> None:
    """Every claim that cannot be read is an error at its own path."""
    found = places({"fiscal": {"income": {"final": {"value": "1.00", **claim}}}})

    assert f"fiscal.income.final.{place}" == found[0]
