"""What is told below the heading that names a thing, and of the same thing elsewhere."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors
from tests.extraction.tables.papers import errors as errors_in
from tests.extraction.tables.papers import paper

HEADED = "二、重点项目实施情况\n（一）航道清障工程\n预算安排120.00万元，实际支出98.50万元。\n"
TWO = "二、重点项目\n（一）航道清障工程\n"
MONEY = "预算安排120.00万元，实际支出98.50万元。"
USED = "\n三、资金使用情况\n"
WRONG = {
    "in another section": HEADED + USED + "航道清障工程支出89.50万元，验收合格。",
    "under another word for the same": HEADED + USED + "航道清障项目支出89.50万元。",
    "below a heading of the same name": HEADED + USED + "（一）航道清障工程\n实际支出89.50万元。",
    "the budget of which is the same": HEADED
    + USED
    + "航道清障工程年初预算120.00万元，实际支出71.30万元。",
    "the budget itself": HEADED + USED + "航道清障工程预算210.00万元，支出98.50万元。",
    "a numbered project": HEADED.replace("（一）", "项目一：")
    + "项目二：浮标更换\n预算安排60.00万元，实际支出58.20万元。"
    + USED
    + "浮标更换支出85.20万元。",
    "with a heading of what is told between": HEADED.replace("预算", "1.资金使用情况\n预算")
    + USED
    + "航道清障工程支出89.50万元。",
    "a heading its paragraph goes on behind": f"{TWO[:-1]}。{MONEY}{USED}"
    "航道清障工程支出89.50万元。",
    "a rate": HEADED.replace("万元。\n", "万元，执行率82.08%。\n")
    + USED
    + "航道清障工程执行率80.28%。",
    "what was counted": "二、产出\n（一）浮标更换\n目标1,260座，实际完成1,248座。\n"
    "三、绩效目标完成\n浮标更换完成1,284座。",
    "in a list that adds up": HEADED
    + USED
    + "项目支出147.70万元，其中：航道清障工程89.50万元，浮标更换58.20万元。",
    "in lines that add up": HEADED
    + USED
    + "（一）项目支出147.70万元\n1.航道清障工程 89.50万元\n2.浮标更换 58.20万元",
    "a heading with a number in a bracket": HEADED.replace("工程\n", "工程（30分）\n")
    + USED
    + "航道清障工程支出89.50万元。",
    "before its heading": "一、资金使用\n航道清障工程支出89.50万元。\n" + HEADED,
}
RIGHT = {
    "the same": HEADED + USED + "航道清障工程支出98.50万元，验收合格。",
    "the same, rounded": HEADED + USED + "航道清障工程支出99万元。",
    "of another body": HEADED + "（二）河口航道站\n航道清障工程支出89.50万元。",
    "in a list of what one source gave": HEADED
    + USED
    + "省级资金支出147.70万元，其中：航道清障工程89.50万元，浮标更换58.20万元。",
    "in a list of budgets": HEADED.replace("预算安排120.00万元，", "")
    + USED
    + "项目预算147.70万元，其中：航道清障工程89.50万元，浮标更换58.20万元。",
    "another thing": HEADED + USED + "航道清淤工程支出89.50万元。",
    "two projects under one heading": HEADED
    + "同步实施浮标更换，预算安排90.00万元，实际支出89.50万元。"
    + USED
    + "航道清障工程支出98.50万元。",
    "what stands beside it": f"{TWO}同步实施浮标更换，{MONEY}{USED}航道清障工程支出89.50万元。",
    "another project that is named": f"{TWO}趸船维修项目实际支出98.50万元。{USED}"
    "航道清障工程支出89.50万元。",
    "a heading of what a section deals with": f"二、资金使用情况\n（一）项目概况\n{MONEY}{USED}"
    "航道清障工程支出89.50万元。",
    "several names": HEADED.replace("清障工程", "清障、浮标更换工程")
    + USED
    + "浮标更换支出89.50万元。",
    "a stage in the heading": HEADED.replace("清障工程", "清障工程（一期）")
    + USED
    + "航道清障工程支出89.50万元。",
    "another year in the heading": HEADED.replace("（一）", "（一）2021年")
    + USED
    + "航道清障工程支出89.50万元。",
    "the year before": HEADED + USED + "2021年航道清障工程支出89.50万元。",
    "a section on the year before": HEADED.replace("重点", "上年重点")
    + USED
    + "航道清障工程支出89.50万元。",
    "a plan": HEADED.replace("重点项目实施情况", "下一步打算")
    + USED
    + "航道清障工程支出89.50万元。",
    "half a year": HEADED + USED + "截至6月底，航道清障工程支出89.50万元。",
    "what was spent so far": HEADED
    + USED
    + "航道清障工程预算120.00万元，截至评价时支出71.30万元。",
    "all of them below the last": HEADED
    + "两个项目合计支出175.30万元。"
    + USED
    + "航道清障工程支出157.30万元。",
    "the whole below the last": HEADED.replace("，实际支出98.50万元", "")
    + "全年支出1,236.40万元。"
    + USED
    + "航道清障工程预算120.00万元，支出98.50万元。",
    "all of the body": HEADED.replace("实际", "部门") + USED + "航道清障工程支出89.50万元。",
    "a part of it": HEADED.replace("实际支出98.50万元", "其中设计费支出98.50万元")
    + USED
    + "航道清障工程支出89.50万元。",
    "a narrower heading": HEADED.replace("预算", "1.水下炸礁\n预算")
    + USED
    + "航道清障工程支出89.50万元。",
    "money of one source": HEADED.replace("预算安排", "省级资金安排").replace("实际", "省级资金")
    + USED
    + "航道清障工程支出89.50万元。",
    "what was not paid out yet": HEADED.replace("98.50万元", "98.50万元，质保金9.00万元")
    + USED
    + "航道清障工程预算120.00万元，支出107.50万元。",
    "what was paid out": HEADED + USED + "航道清障工程预算120.00万元，已支付71.30万元。",
    "wholly another amount": HEADED + USED + "航道清障工程支出71.30万元。",
    "two headings of one name": "二、重点项目\n（一）城关站\n1.设备购置\n支出98.50万元。\n"
    "（二）河口站\n1.设备购置\n支出89.50万元。",
    "an item that goes on as a sentence": f"{TWO[:-1]}全面完工，实际支出98.50万元。{USED}"
    "航道清障工程支出98.50万元，其中炸礁支出89.50万元。",
}
TABLE = """项目 | 预算数（万元） | 支出数（万元）
航道清障工程 | 120.00 | {spent}
浮标更换 | 60.00 | 58.20
合计 | 180.00 | {total}"""


@pytest.mark.parametrize("name", WRONG)
def test_a_heading_names_what_is_told_below_it(name: str) -> None:
    """Bare figures below a heading are of what it names, and so they are told once."""
    assert [one for one in errors(WRONG[name]) if "前后不一" in one]


@pytest.mark.parametrize("name", RIGHT)
def test_what_a_heading_does_not_lend_its_name_to_is_let_be(name: str) -> None:
    """Another thing, time, stage, part or whole, and a heading that names nothing, lend nothing."""
    assert errors(RIGHT[name]) == []


TITLE = "平洲区航道局2022年度部门决算"


def found(spent: str, told: str) -> list[str]:
    """Return what is found in a text below a heading and a table with a row of its name."""
    rows = TABLE.format(spent=spent, total=f"{float(spent) + 58.2:.2f}")
    above = f"二、重点项目\n（一）航道清障工程\n{told}\n三、项目支出明细"
    return errors_in(paper("bars", TITLE, above, rows))


@pytest.mark.parametrize("spent", ["89.50", "71.30"])
def test_a_row_of_the_name_is_of_what_the_heading_names(spent: str) -> None:
    """The budget that is the same, or the digits, attest that the row is that of the heading."""
    assert [one for one in found(spent, MONEY) if "98.50" in one]


@pytest.mark.parametrize(
    ("spent", "told"),
    [
        ("98.50", MONEY),
        ("71.30", "实际支出98.50万元。"),
        ("71.30", "预算安排120.00万元，截至评价日实际支出98.50万元。"),
        ("71.30", "预算安排120.00万元，实际支出98.50万元，另由企业投入27.20万元。"),
        ("89.50", "省级资金安排120.00万元，省级资金支出98.50万元。"),
    ],
)
def test_another_amount_than_that_of_the_row_is_let_be(spent: str, told: str) -> None:
    """So is what makes up the difference, what one source gave, and what nothing attests."""
    assert found(spent, told) == []


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("航道清障工程预算120.00万元，支出98.50万元。", True),
        ("航道清障工程预算120.00万元，截至6月底支出58.50万元。", False),
        ("航道清障工程支出98.50万元。", False),
        ("（一）河口航道站\n航道清障工程预算120.00万元，支出98.50万元。", False),
        ("航道清障工程预算120.00万元，省级资金支出98.50万元。", False),
    ],
)
def test_a_sentence_that_names_a_row_tells_it(told: str, wrong: bool) -> None:
    """The budget that it has in common with the row attests that both are of one thing."""
    rows = TABLE.format(spent="71.30", total="129.50")
    text = paper("bars", TITLE, "一、项目支出明细", rows, f"二、完成情况\n{told}")
    assert bool(errors_in(text)) == wrong


def test_expenditure_of_a_budget_is_planned() -> None:
    """So a budget document's list is held against what is arranged below the heading."""
    text = (
        "二、支出预算构成\n（一）项目支出147.70万元\n1.航道清障工程 89.50万元\n"
        "2.浮标更换 58.20万元\n三、重点项目\n项目一：航道清障工程\n预算安排：2022年安排{}万元。"
    )
    assert errors(text.format("98.50"), "budget")
    assert errors(text.format("89.50"), "budget") == []
