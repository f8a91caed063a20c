"""Short ways to build a report from a dict, and to look at one figure or breakdown of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from performance_rules.errors import ReportError
from performance_rules.report import Figure, Line, Report
from performance_rules.values.quantity import Quantity

Table = Mapping[str, object]


def built(data: Table) -> Report:
    """Return the report a dict describes."""
    return Report.from_dict(data)


def final_of(value: object, **report: object) -> Figure:
    """Return the figure that a value gives in the column ``final``."""
    figure = line_of({"final": value}, **report).final
    assert figure is not None
    return figure


def line_of(line: object, **report: object) -> Line:
    """Return the line that a table gives as the expenditure of all funds."""
    account = built({"all_funds": {"expenditure": line}, **report}).all_funds
    assert account is not None
    assert account.expenditure is not None
    return account.expenditure


def parts_of(table: object, dimension: str = "by_function") -> dict[str, Line]:
    """Return the parts that a breakdown gives, by name."""
    (breakdown,) = line_of({dimension: table}).breakdowns
    return {line.name: line for line in breakdown.lines}


def said(figure: Figure | None) -> list[Quantity]:
    """Return what a figure says, statement by statement."""
    assert figure is not None
    return [statement.value for statement in figure.statements]


def places(data: object) -> list[str]:
    """Return the paths of the problems a dict has."""
    with pytest.raises(ReportError) as caught:
        Report.from_dict(data)  # type: ignore[arg-type]
    return [problem.place for problem in caught.value.problems]
