"""The smallest set of figures that settles contradictions, with HiGHS where it is installed."""

from __future__ import annotations

import pytest

from performance_rules.checking.result import check
from performance_rules.localize import causes as module
from performance_rules.localize.causes import causes_of
from performance_rules.localize.network import Network, network_of
from performance_rules.localize.smallest import smallest
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet


def network(**budget: object) -> Network:
    """Return the network of the contradictions of a report on the general budget."""
    report = build_report({"year": 2022, "kind": "部门决算", "general_budget": budget})
    found = check(report, RuleSet.for_region(None, 2022))
    broken = [place for place, one in found.failed if one.severity == "error"]
    return network_of(found, broken)


def spending(whole: str, basic: str, project: str) -> dict[str, object]:
    """Return an expenditure whose total is compared with last year, and its parts with it."""
    final = {"value": whole, "vs_prior": {"change": "966.85元", "rate": "24.17%"}}
    rows = [["基本支出", basic, "62.83%"], ["项目支出", project, "37.17%"]]
    table = {"columns": ["科目", "决算", "占比"], "rows": rows}
    return {"final": final, "prior": "4,000.00元", "by_nature": table}


@pytest.mark.parametrize(
    ("figures", "names"),
    [
        (("5,966.85元", "3,120.55", "1,846.30"), {"final"}),
        (("4,966.85元", "3,120.55", "1,864.30"), {"by_nature[project].final"}),
        (
            ("5,966.85元", "3,120.55", "1,864.30"),
            {"final", "by_nature[project].final"},
        ),
    ],
    ids=["a total", "a part", "both"],
)
def test_the_fewest_figures_are_proposed(figures: tuple[str, str, str], names: set[str]) -> None:
    """One where one does, two where it takes two; figures that other rules hold stay."""
    pytest.importorskip("highspy")
    one = network(expenditure=spending(*figures))
    found = smallest(one, set(one.broken))
    expected = {f"general_budget.expenditure.{name}" for name in names}
    assert expected == {one.leaf(number).path for number in found}


def test_nothing_of_the_solver_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """What programs read from standard output holds nothing of ours that they did not ask for."""
    pytest.importorskip("highspy")
    one = network(expenditure=spending("5,966.85元", "3,120.55", "1,864.30"))
    smallest(one, set(one.broken))
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize("proposed", [(), (0,)], ids=["no solver", "a useless proposal"])
def test_without_a_better_proposal_figures_are_taken_one_by_one(
    monkeypatch: pytest.MonkeyPatch, proposed: tuple[int, ...]
) -> None:
    """What the solver proposes is tried; where it does not settle more, nothing changes.

    What one figure after the other would settle stands only with the next one, and is not said.
    """
    monkeypatch.setattr(module, "smallest", lambda *_: proposed)
    report = build_report(
        {
            "year": 2022,
            "kind": "部门决算",
            "general_budget": {"expenditure": spending("5,966.85元", "3,120.55", "1,864.30")},
        }
    )
    causes = causes_of(check(report, RuleSet.for_region(None, 2022)))
    assert all(len(cause.findings) == 1 and cause.mend is None for cause in causes)
    assert len(causes) > 2
