"""Approximate numbers in a report: how they are given, and what they are compared with."""

from __future__ import annotations

import pytest
from tests.report.reading import built, final_of, places, said

from performance_rules import RuleSet, check
from performance_rules.values.quantity import SCALE, Amount, Count

GIVEN = [
    ("约300万元", Amount.parse("约300万元")),
    ({"value": "300万元", "approximate": "about"}, Amount.parse("约300万元")),
    ({"值": "300万元", "约数": "余"}, Amount.parse("300余万元")),
    ({"value": "300万元", "approximate": None}, Amount.parse("300万元")),
]


@pytest.mark.parametrize(("given", "amount"), GIVEN)
def test_the_word_stands_in_the_text_or_in_a_key(given: object, amount: Amount) -> None:
    """A number is approximate by its own text, or because another system says so."""
    assert [amount] == said(final_of(given))


def test_another_system_can_say_how_wide() -> None:
    """A step of its own wins over the width that the word gives."""
    (amount,) = said(final_of({"value": "约300万元", "step": "20"}))

    assert (amount.approximate, amount.half) == ("about", 100_000 * SCALE)


def test_another_word_is_refused() -> None:
    """There are three sides."""
    given = {"three_public": {"final": {"value": "3万元", "approximate": "some"}}}
    assert places(given) == ["three_public.final.approximate"]


def test_a_rounded_amount_is_money_wherever_anything_may_stand() -> None:
    """A text decides by its own unit, a word behind it notwithstanding."""
    report = built(
        {"matters": {"甲": {"actual": "300万元左右"}, "乙": {"actual": "300余人"}, "丙": "约5%"}}
    )

    kinds = [type(said(line.actual or line.final)[0]) for line in report.matters[:2]]
    assert kinds == [Amount, Count]


FIGURES = [
    (["约300万元"], "about"),
    (["近300万元", "约300万元"], "below"),
    (["约300万元", "312.40万元"], None),
    (["312.40万元"], None),
]


@pytest.mark.parametrize(("statements", "side"), FIGURES)
def test_a_figure_is_approximate_where_no_statement_is_better(
    statements: list[str], side: str | None
) -> None:
    """One statement without such a word makes the figure as exact as that is."""
    assert final_of({"statements": statements}).approximate == side


AGREE = [
    ("约300万元", "312.40万元", True),
    ("300余万元", "3,998,000.00元", True),
    ("近300万元", "278.50万元", True),
    ("约300万元", "412.40万元", False),
    ("约300万元", "3,124万元", False),
]


@pytest.mark.parametrize(("rounded", "exact", "agree"), AGREE)
@pytest.mark.parametrize("turned", [False, True])
def test_a_rounded_statement_agrees_with_an_exact_one(
    rounded: str, exact: str, agree: bool, turned: bool
) -> None:
    """约 and 余 contradict an exact number only outside of what they leave open."""
    both = [exact, rounded] if turned else [rounded, exact]
    matter = {"name": "修渠项目", "final": {"statements": both}}

    result = check(built({"matters": [matter]}), RuleSet.for_region(None))

    assert ([] if agree else ["TXT-003"]) == [finding.rule for finding in result.findings]


def test_the_exact_statement_speaks_for_the_figure() -> None:
    """A sum is judged by the exact statement, not by the rounded one."""
    matter = {
        "name": "修渠项目",
        "final": {"statements": ["约300万元", "312.40万元"]},
        "members": {"lines": [{"name": "省级", "final": "312.40万元"}]},
    }
    wrong = {**matter, "members": {"lines": [{"name": "省级", "final": "320.00万元"}]}}
    rules = RuleSet.for_region(None)

    assert check(built({"matters": [matter]}), rules).findings == ()
    found = check(built({"matters": [wrong]}), rules)
    assert [finding.rule for finding in found.findings] == ["TOT-001"]
