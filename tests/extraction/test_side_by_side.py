"""What stands side by side: items of one pattern, headings, names that end a clause, wholes."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.said import line, read

QUIET = {
    "an item begins as the one before it did": (
        "“三公”经费实际支出12.00万元，比预算17.00万元节约5.00万元。公务用车运行维护费8.00万元，"
        "预算11.00万元，完成72.73%；公务接待费4.00万元，预算6.00万元，完成66.67%；"
        "因公出国（境）费0万元，购置费0万元。"
    ),
    "so it does behind a comma": (
        "公用经费20.00万元，预算25.00万元，人员经费60.00万元，预算70.00万元。"
        "基本支出80.00万元，其中人员经费60.00万元。"
    ),
    "and so it does in another year": (
        "工资福利支出50.00万元，2021年48.00万元；商品和服务支出20.00万元，2021年22.00万元。"
        "2022年工资福利支出50.00万元，商品和服务支出20.00万元。"
    ),
    "a name before a budget and what was spent": (
        "全年支出300.00万元。\n五、项目资金\n"
        "航标养护与疏浚提升，预算80.00万元，支出76.00万元，执行率95.00%。"
    ),
    "this year's income and what it cost, with its parts": (
        "2022年度收入总计120.00万元，支出总计120.00万元。本年收入105.00万元，其中财政拨款收入90.00万元、"
        "其他收入15.00万元；本年支出110.00万元。"
    ),
    "a total with balances on one side": (
        "2022年度收入总计120.00万元，支出总计120.00万元。\n本年收入合计105.00万元。\n"
        "决算支出110.00万元。"
    ),
    "totals whose items include balances": (
        "（一）收入总计120.00万元，包括：\n1.财政拨款收入105.00万元。\n2.上年结转和结余15.00万元。\n"
        "（二）支出总计120.00万元，包括：\n1.基本支出60.00万元。\n2.项目支出50.00万元。\n"
        "3.年末结转和结余10.00万元。"
    ),
    "a rate of what two years came to": (
        "航标养护2021年到位60.00万元，2022年到位40.00万元；两年分别支出55.00万元、40.00万元，"
        "累计95.00万元，累计支付率95.00%。"
    ),
    "income without a balance": (
        "2022年收、支总计均为120.00万元（含年初结转结余15.00万元）。\n"
        "收入合计105.00万元（不含年初结转结余15.00万元）。"
    ),
    "kinds of people beside each other": (
        "年末人员：行政人员36人，参公人员9人，事业人员24人，合计69人。"
    ),
    "a kind of posts that nobody knows": (
        "编制69名，其中行政编制11名、参公事业编制7名、事业编制51名。"
    ),
    "how a figure was reckoned": "项目结余5.00万元（到位90.00万元－支出85.00万元）。",
    "a name that ends its clause": (
        "一般公共预算财政拨款支出90.00万元。占比最大的科目为交通运输支出，决算70.00万元。"
    ),
    "an average in a number of people": "国内公务接待12批次、96人次，批均8.0人次。",
    "amounts said in turn": (
        "人员经费与公用经费分别为60.00万元和20.00万元，合计80.00万元。"
        "按年末在职10人计算，人均公用经费2.00万元。"
    ),
    "a heading's own numbers": (
        "本年支出合计110.00万元。\n4. 财政拨款收入支出决算总体情况\n"
        "1.收入：财政拨款年初结转5.00万元，当年拨款95.00万元，总计100.00万元。"
        "2.支出：当年支出92.00万元，年末结转8.00万元。\n5. 其他情况\n无。"
    ),
}

HEADINGS = [
    "二、财政拨款支出预算",
    "二、财政拨款收支预算",
    "【财政拨款收支预算】",
    "2.财政拨款预算",
]

LOUD = {
    "an item begins as the one before it did": (
        "公务接待费4.00万元，预算6.00万元，完成66.67%；公务用车运行维护费8.00万元，"
        "预算11.00万元，完成82.73%。"
    ),
    "a name before a budget and what was spent": (
        "航标养护与疏浚提升，预算80.00万元，支出76.00万元，执行率92.00%。"
    ),
    "parts of this year's income": (
        "2022年度收入总计120.00万元，支出总计120.00万元。本年收入105.00万元，其中财政拨款收入98.00万元、"
        "其他收入15.00万元；本年支出110.00万元。"
    ),
    "kinds of people and their sum": (
        "年末人员：行政人员36人，参公人员9人，事业人员24人，合计79人。"
    ),
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_what_is_right_is_left_alone(text: str) -> None:
    """A right report is not contradicted, however its figures stand side by side."""
    assert errors(text) == []


@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD)
def test_a_slip_in_it_is_found(text: str) -> None:
    """The same patterns with one wrong figure are contradicted."""
    assert errors(text) != []


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_line_that_only_names_an_account_heads_what_stands_below(heading: str) -> None:
    """Figures below 财政拨款收支预算 are of that account, with a number before it or brackets."""
    paper = read(heading, "基本支出40.00万元；项目支出80.00万元。", kind="budget")
    assert line(paper, "fiscal.expenditure/basic").initial_budget is not None


@pytest.mark.parametrize("moved", ["1,23万元", "12,万元", f"{'1' * 40}万元", "2.00万元"])
def test_a_number_that_cannot_be_read_stops_nothing(moved: str) -> None:
    """A change of a budget that is no number is left out, and everything else is read."""
    paper = read(
        f"公务接待费年初预算12.00万元，压减{moved}。公务接待费预算10.00万元，支出9.00万元。"
    )
    assert line(paper, "three_public/reception").final is not None
