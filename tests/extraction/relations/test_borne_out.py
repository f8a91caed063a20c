"""What other figures of the text bear out: a balance with its rate, guests with their meals."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import read, values


@pytest.mark.parametrize(
    ("spent", "rate", "left", "wrong"),
    [
        ("588.00", "98.00", "12.00", False),
        ("558.00", "98.00", "12.00", True),
        ("558.00", "93.00", "12.00", False),  # of which of the three nobody can say
        ("540.00", "90.00", "60.00", False),
    ],
)
def test_a_rate_attests_what_a_balance_is_of(spent: str, rate: str, left: str, wrong: bool) -> None:
    """What is left and its rate tell of how much it is, paragraphs before; so is what was spent."""
    text = (
        "资金情况。批复资金600.00万元，实际到位600.00万元。\n"
        "支出情况。疏浚301.00万元；监理费24.00万元；检测费18.00万元。"
        f"支出合计{spent}万元，执行率{rate}%，剩余资金{left}万元。"
    )
    assert bool(errors(text, "project_evaluation")) is wrong


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("公务接待20批次、160人次，人均75元。", False),
        ("公务接待20批次、160人次，人均95元。", True),
        ("国内公务接待共20批次，160人次，人均95元。", True),
        ("外事接待20批次、160人次，人均95元。", False),
        ("公务接待20批次、160人次，其中检查组人均95元。", False),
        ("公务接待20批次、160人次，标准为人均95元。", False),
    ],
)
def test_guests_of_a_year_are_those_that_its_receptions_were_for(told: str, wrong: bool) -> None:
    """人均 behind all guests is of 公务接待费, wherever that stands among the “三公”."""
    text = f"因公出国（境）费0万元；公务用车运行维护费6.40万元；公务接待费1.20万元。\n{told}"
    assert bool(errors(text)) is wrong


@pytest.mark.parametrize(("rate", "wrong"), [("104%", False), ("114%", True)])
def test_a_monthly_mean_is_what_was_reached(rate: str, wrong: bool) -> None:
    """目标 and 实际月均 are the two numbers of the rate behind them."""
    text = f"补贴对象目标500人，实际月均520人，完成率{rate}。"
    assert bool(errors(text, "project_evaluation")) is wrong


@pytest.mark.parametrize(
    ("list_", "wrong"),
    [
        ("其中本年支出700万元、年末结转和结余100万元。", False),
        ("其中本年支出700万元、年末结转和结余130万元。", True),
        ("其中基本支出500万元、项目支出300万元，年末结转和结余130万元。", False),
    ],
)
def test_a_total_of_expenditure_holds_what_is_left(list_: str, wrong: bool) -> None:
    """支出总计 is 本年支出 and 年末结转; beside the kinds of expenditure a balance is no part."""
    assert bool(errors(f"支出总计800万元，{list_}")) is wrong


@pytest.mark.parametrize("verb", ["全年收入", "实际收入"])
def test_what_came_in_the_year_is_no_budget(verb: str) -> None:
    """年初预算A，全年收入B: two stages of one income, and not two budgets."""
    text = f"收入。年初预算600万元，{verb}650万元，其中财政拨款630万元、其他收入20万元。"
    assert errors(text, "self_evaluation") == []
    assert values(read(text, kind="self_evaluation"), "all_funds.income") == ["650万元"]


@pytest.mark.parametrize(("share", "told"), [("95.0%", 0), ("93.0%", 1)])
def test_a_share_of_the_budget_is_told_once(share: str, told: int) -> None:
    """决算B，占年初预算的P: what is a rate of two figures is not a share of them as well."""
    told_of = f"教育支出年初预算为300.00万元，支出决算为285.00万元，占年初预算的{share}。"
    assert len(errors(f"一般公共预算支出具体情况\n2.{told_of}")) == told
