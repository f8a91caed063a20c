"""What is paid for one of so many, by a noun of cost: 每人每年保费30元."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "for a year": "为船员统一投保，每人每年保费120元，参保船员860人，保费支出{}万元。",
    "number first": "参保船员860人，每人每年保费120元，保费{}万元。",
    "the noun with a verb": "每人每年缴纳保险金120元，投保860人，保险金合计{}万元。",
    "in all": "每人每年托管费120元，托管860人，共支出{}万元。",
}

SILENT = {
    "what is paid to them": "每人每年保费120元，参保船员860人，赔付支出7.60万元。",
    "less what need not be paid": (
        "每人每年保费120元，参保船员860人，保费支出9.60万元（保险公司优惠0.72万元）。"
    ),
    "one of two who pay": "每人每年保费120元，参保船员860人，财政负担保费5.16万元，其余自付。",
    "a part of the price": (
        "每人每年保费120元，其中财政补贴80元，参保船员860人，财政保费支出6.88万元。"
    ),
    "not all that should": "每人每年保费120元，应参保船员860人，参保率95%，保费支出9.80万元。",
    "raised": "每人每年保费由100元提高到120元，参保船员860人，保费支出9.46万元。",
    "two kinds": (
        "船长每人每年保费200元，参保60人；船员每人每年保费120元，参保860人，保费支出11.52万元。"
    ),
    "two years": ("每人每年保费120元，上年参保860人，本年参保900人，保费支出10.80万元。"),
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_cost_for_each_makes_the_cost_of_all(text: str) -> None:
    """A price named by a noun of cost and a number make the amount of that cost."""
    assert errors(text.format("11.32")) == ["MAT-001"]
    assert errors(text.format("10.32")) == []


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_amounts_of_something_else_are_silent(text: str) -> None:
    """What is paid to them, by one of two, or for not all of them is no such cost."""
    assert errors(text) == []
