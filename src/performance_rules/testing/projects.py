"""Projects: matters with money, outputs and parts, printed from whole 分 and whole things.

Every number of a project is a sum over the same parts, so all of them agree by construction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from attrs import evolve, frozen

from performance_rules.report.model import (
    MONEY_COLUMNS,
    Breakdown,
    Comparison,
    Figure,
    Line,
    Share,
    Statement,
)
from performance_rules.testing.printing import amount, percent
from performance_rules.values.quantity import SCALE, Amount, Count, hedged

NAMES: Final = ("灌渠修缮项目", "乡村道路养护项目", "校舍维修经费", "护林员补助")
PARTS: Final = ("中央补助", "省级补助", "市级配套", "县级配套", "自筹部分")

Money = Mapping[str, int]
"""Whole 分 by column; what is left is what arrived less what was spent."""


@frozen
class Project:
    """What there is to print of one matter.

    Attributes:
        name: its own name.
        body: whose it is, if not the report's own.
        parts: the money of each part.
        things: how many things each part brought about.
        rounded: whether the whole is said once more in round figures: 约300万元.
    """

    name: str
    body: str | None
    parts: Sequence[Money]
    things: Sequence[int]
    rounded: bool


def balanced(money: Money) -> Money:
    """Return the money of a part; where both are said, what arrived is what was spent and left."""
    if "received" not in money or "left" not in money:
        return money
    return {**money, "received": money["final"] + money["left"]}


def matter(
    project: Project, unit: str, decimals: int, rate_decimals: int, columns: frozenset[str]
) -> Line:
    """Return a project as a line, every figure rounded half up by itself."""
    whole = {column: sum(part[column] for part in project.parts) for column in columns}

    def line(name: str, money: Money, things: int, members: tuple[Line, ...] = ()) -> Line:
        figures: dict[str, Any] = {
            column: Figure((Statement(amount(money[column], unit, decimals)),))
            for column in sorted(columns)
        }
        base = amount(money["prior"], unit, decimals) if "prior" in money else None
        change = money["final"] - money.get("prior", 0)
        share = None
        if not members and amount(whole["final"], unit, decimals).n > 0:
            share = Share(percent(money["final"], whole["final"], rate_decimals))
        compared: tuple[Comparison, ...] = ()
        if base is not None and base.n > 0 and change:
            compared = (
                Comparison(
                    "prior",
                    change=amount(change, unit, decimals),
                    rate=percent(change, money["prior"], rate_decimals),
                ),
            )
        figures["final"] = evolve(figures["final"], share=share, comparisons=compared)
        return Line(
            name=name,
            actual=Figure((Statement(Count(things, "处")),)),
            breakdowns=(Breakdown("members", members),) if members else (),
            **figures,
        )

    members = tuple(
        line(name, money, things)
        for name, money, things in zip(PARTS, project.parts, project.things, strict=False)
    )
    made = evolve(line(project.name, whole, sum(project.things), members), body=project.body)
    return with_round_figure(made, whole["final"], unit) if project.rounded else made


def with_round_figure(line: Line, fen: int, unit: str) -> Line:
    """Return a line whose outturn is said once more, by its first digit: 约300万元."""
    final = line.final
    if final is None or fen <= 0:
        return line
    places = len(str(fen)) - 1
    first = (2 * fen + 10**places) // (2 * 10**places)
    power = len(str(Amount(Decimal(1), unit).n // SCALE)) - 1
    money = Amount(Decimal(f"{first * 10**places}E-2")).to(unit, max(0, power + 2 - places))
    round_figure = hedged(money, "about")
    return evolve(
        line, final=evolve(final, statements=(*final.statements, Statement(round_figure)))
    )


COLUMNS: Final = (*MONEY_COLUMNS, "received", "left")
"""The columns of money that a project may be printed in."""
