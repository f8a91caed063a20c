"""Rewriting: the same report with other numbers, in another unit, or with other lines."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from typing import Any, Final

from attrs import evolve

from performance_rules.report.model import (
    ACCOUNTS,
    COLUMNS,
    SIDES,
    Account,
    Breakdown,
    Comparison,
    Evaluation,
    Figure,
    Line,
    Report,
    Share,
)
from performance_rules.values.quantity import SCALE, Amount, Percent, Quantity

Say = Callable[[Quantity], Quantity | None]
"""From a printed number to what stands there instead; None is a blank."""

PARTS: Final = (*ACCOUNTS, "three_public", "evaluation", "evaluations", "disclosures", "matters")
"""The parts of a report that hold numbers, in the order of the tree."""


# ── other numbers ──


def mapped(report: Report, change: Callable[[int, Quantity], Quantity | None]) -> Report:
    """Return a report with other numbers.

    Args:
        report: the report.
        change: from the number of a printed figure, counted as the tree counts its leaves, and
            what it says to what stands there instead; None is a blank.
    """
    numbers = count()
    return _mapped(report, lambda quantity: change(next(numbers), quantity))


def _mapped(report: Report, say: Say) -> Report:
    changed: dict[str, Any] = {}
    for name in ("previous", *PARTS):
        value = getattr(report, name)
        if isinstance(value, Report):
            changed[name] = _mapped(value, say)
        elif isinstance(value, Account):
            changed[name] = _account(value, say)
        elif isinstance(value, Line):
            changed[name] = _line(value, say)
        elif isinstance(value, Breakdown):
            changed[name] = _breakdown(value, say)
        elif name == "evaluations":
            changed[name] = tuple(_evaluation(form, say) for form in value)
        elif value:
            changed[name] = tuple(_line(line, say) for line in value)
    return evolve(report, **changed)


def _evaluation(form: Evaluation, say: Say) -> Evaluation:
    total = _line(Line(weight=form.weight, score=form.score), say)
    funds, sheet = (None if part is None else _line(part, say) for part in (form.funds, form.sheet))
    return evolve(form, weight=total.weight, score=total.score, funds=funds, sheet=sheet)


def _account(account: Account, say: Say) -> Account:
    lines = ((side, getattr(account, side)) for side in SIDES)
    return Account(**{side: _line(line, say) for side, line in lines if line is not None})


def _line(line: Line, say: Say) -> Line:
    figures: dict[str, Any] = {
        column: _figure(figure, say)
        for column in COLUMNS
        if (figure := line.figure(column)) is not None
    }
    counts = tuple((key, _figure(figure, say)) for key, figure in line.counts)
    breakdowns = tuple(_breakdown(part, say) for part in line.breakdowns)
    return evolve(line, counts=counts, breakdowns=breakdowns, **figures)


def _breakdown(breakdown: Breakdown, say: Say) -> Breakdown:
    return evolve(breakdown, lines=tuple(_line(line, say) for line in breakdown.lines))


def _figure(figure: Figure, say: Say) -> Figure:
    said = [(statement, say(statement.value)) for statement in figure.statements]
    share: Share | None = None
    if figure.share is not None and isinstance(value := say(figure.share.value), Percent):
        share = evolve(figure.share, value=value)
    return Figure(
        tuple(evolve(statement, value=value) for statement, value in said if value is not None),
        share=share,
        comparisons=tuple(_comparison(comparison, say) for comparison in figure.comparisons),
    )


def _comparison(comparison: Comparison, say: Say) -> Comparison:
    numbers: dict[str, Any] = {
        name: None if quantity is None else say(quantity)
        for name in ("base", "change", "rate", "completed")
        for quantity in (getattr(comparison, name),)
    }
    return evolve(comparison, **numbers)


def rewritten(report: Report, unit: str) -> Report:
    """Return a report with all money in another unit: the same digits, the same claims."""

    def other(_: int, quantity: Quantity) -> Quantity:
        return quantity.to(unit) if isinstance(quantity, Amount) else quantity

    return mapped(report, other)


# ── other lines ──


def rearranged(report: Report, change: Callable[[Breakdown], Breakdown]) -> Report:
    """Return a report with every breakdown changed, the innermost first."""

    def in_line(line: Line) -> Line:
        return evolve(line, breakdowns=tuple(in_breakdown(part) for part in line.breakdowns))

    def in_breakdown(part: Breakdown) -> Breakdown:
        return change(evolve(part, lines=tuple(in_line(line) for line in part.lines)))

    def in_account(account: Account) -> Account:
        lines = ((side, getattr(account, side)) for side in SIDES)
        return Account(**{side: in_line(line) for side, line in lines if line is not None})

    def in_form(form: Evaluation) -> Evaluation:
        funds, sheet = (
            None if part is None else in_line(part) for part in (form.funds, form.sheet)
        )
        return evolve(form, funds=funds, sheet=sheet)

    changed: dict[str, Any] = {}
    for name in PARTS:
        value = getattr(report, name)
        if isinstance(value, Account):
            changed[name] = in_account(value)
        elif name == "evaluations":
            changed[name] = tuple(in_form(form) for form in value)
        elif isinstance(value, Line):
            changed[name] = in_line(value)
        elif isinstance(value, Breakdown):
            changed[name] = in_breakdown(value)
        elif value:
            changed[name] = tuple(in_line(line) for line in value)
    return evolve(report, **changed)


# ── digits ──


def last_digit(quantity: Quantity) -> int:
    """Return one unit of the last printed digit, in 1/``SCALE``, whatever the claim."""
    if isinstance(quantity, Amount):
        return Amount(Decimal(f"1E-{quantity.decimals}"), quantity.unit).n
    return SCALE // int(10**quantity.decimals)


def with_digits(quantity: Quantity, digits: int) -> Quantity:
    """Return a quantity like another one, with other digits and the same claim."""
    value = Decimal(f"{digits}E-{quantity.decimals}")
    new = evolve(quantity, value=value)
    return evolve(new, printed=str(new))
