"""What stands beside or below something has a year, a plan, a fund and a body of its own."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

QUIET = {
    "the year of one item of a sentence": (
        "“三公”经费支出18.00万元，其中公务用车购置及运行维护费支出15.00万元，公务接待费支出3.00万元。\n"
        "一是因公出国（境）费无支出，上年也没有此项支出；二是公务用车购置及运行维护费15.00万元；"
        "三是公务接待费3.00万元。\n"
        "公务用车购置及运行维护费上年支出17.00万元。"
    ),
    "the budget of the item before": (
        "一是因公出国（境）团组1个，支出6.00万元，预算为8.00万元；"
        "二是公务用车购置及运行维护费支出15.00万元，完成预算的78.00%。"
    ),
    "people in a bracket behind the money of a school": (
        "年末编制人数90人，在职人数80人。\n（1）局本级支出300.00万元（在职人员20人）。\n"
        "（2）第三中学支出400.00万元（在职人员25人）。\n"
        "（3）滨江小学支出500.00万元（在职人员35人）。"
    ),
    "people of bodies in the items of a sentence": (
        "部门本年支出600.00万元，在职40人，按单位分列如下：\n"
        "一是局本级基本支出100.00万元，在职7人；二是滨江小学基本支出200.00万元，在职15人；"
        "三是水文中心基本支出300.00万元，在职18人。"
    ),
    "things that work is named after": (
        "项目支出700.00万元。\n（一）项目支出情况\n"
        "①航标巡护工作，年度预算30.00万元，实际支出29.00万元，按期完成。\n"
        "②船闸检修运行，年度预算40.00万元，实际支出40.00万元，按期完成。"
    ),
    "things whose budget a bracket tells": (
        "项目支出700.00万元。\n（一）项目支出情况\n"
        "1.航标巡护工作（预算30.00万元）：到位30.00万元，支出29.00万元。\n"
        "2.船闸安全运行（预算40.00万元）：到位40.00万元，支出38.00万元。"
    ),
    "a name that ends with the word for about": (
        "本年支出900.00万元，其中：基本支出200.00万元，项目支出700.00万元。\n"
        "1.水手履约项目支出30.00万元，履约水手15人。"
    ),
    "parts of what a fund was just said to have": (
        "本年支出900.00万元，其中：基本支出400.00万元，项目支出500.00万元。\n"
        "一般公共预算拨款支出中，基本支出300.00万元，占60.00%；项目支出200.00万元。"
        "基本支出包括人员经费240.00万元，占80.00%；公用经费60.00万元，占20.00%。"
    ),
    "a share of what a fund pays": (
        "基本支出400.00万元，占44.44%；项目支出500.00万元，占55.56%。\n"
        "六、一般公共预算财政拨款基本支出情况\n"
        "工资福利支出200.00万元、对个人和家庭的补助40.00万元，人员经费共240.00万元；"
        "公用经费为60.00万元，占一般公共预算财政拨款基本支出的20.00%。"
    ),
    "a share of all, behind what a fund spent": (
        "政府性基金预算财政拨款年初结转和结余0万元，本年收入80.00万元，本年支出75.00万元，"
        "年末结转和结余5.00万元。国有资本经营预算财政拨款支出决算6.00万元，占本年支出合计的0.75%。"
    ),
    "the change of a fund's own expenditure": (
        "九、政府性基金和国有资本经营预算情况\n"
        "政府性基金预算财政拨款年初结转和结余0万元，本年收入80.00万元，本年支出75.00万元，"
        "年末结转和结余5.00万元。\n"
        "国有资本经营预算收入20.00万元，支出18.00万元，年末结转和结余2.00万元；"
        "支出同比减少2.00万元（下降10.00%）。"
    ),
    "the income of a fund called like a class": (
        "九、政府性基金和国有资本经营预算情况\n"
        "政府性基金收入40.00万元。\n"
        "本年国有资本经营预算支出8.00万元，用于码头改造；收入9.00万元。\n"
        "国有资本经营收入9.00万元。"
    ),
    "subjects that head the items of a sentence": (
        "一般公共预算财政拨款支出年初预算为500.00万元，支出决算为490.00万元。其中：\n"
        "一是2080501行政单位离退休。年初预算60.00万元，决算50.00万元；"
        "二是2101101行政单位医疗。年初预算40.00万元，决算30.00万元；"
        "三是2210201住房公积金。年初预算20.00万元，决算20.00万元。"
    ),
    "a list in one line below a heading of its style": (
        "9、一般公共预算财政拨款支出具体情况\n"
        "1、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）。"
        "年初预算60.00万元，决算50.00万元；"
        "2、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。"
        "年初预算40.00万元，决算30.00万元。"
    ),
    "the income of the year, below its own heading": (
        "五、收入情况\n"
        "当年收入900.00万元，结构如下：一般公共预算财政拨款收入800.00万元；事业收入100.00万元。\n"
        "收入总计950.00万元，由本年收入900.00万元和年初结转和结余50.00万元组成。"
    ),
    "totals beside what the kinds of income add up to": (
        "收入总计950.00万元，支出总计950.00万元。\n"
        "收入来源包括：一般公共预算财政拨款收入800.00万元，占88.89%；事业收入100.00万元，占11.11%。"
        "以上合计900.00万元。"
    ),
    "totals beside what the kinds of expenditure add up to": (
        "收入总计950.00万元，支出总计950.00万元。\n"
        "支出按性质划分，基本支出300.00万元（占33.33%）；项目支出600.00万元（占66.67%），"
        "合计900.00万元。"
    ),
    "one figure that is told twice is no whole": (
        "从支出构成看，项目支出占60.00%，金额600.00万元；基本支出占40.00%，金额400.00万元。"
        "本年支出合计为1000.00万元。\n1、基本支出400.00万元，比上年增加20.00万元。\n"
        "一般公共预算资金支出中，基本支出400.00万元，占80.00%；项目支出100.00万元。"
    ),
}

LOUD = {
    "a wrong year in its own item": (
        "一是因公出国（境）费无支出，上年也没有此项支出；"
        "二是公务接待费3.00万元，上年4.00万元，减少2.00万元。"
    ),
    "the budget of its own item": (
        "一是因公出国（境）费支出6.00万元，预算为8.00万元；"
        "二是公务接待费预算4.00万元，支出3.00万元，完成预算的85.00%。"
    ),
    "parts that are not all of what a fund has": (
        "一般公共预算拨款支出中，基本支出300.00万元，占60.00%；项目支出200.00万元。"
        "基本支出包括人员经费250.00万元、公用经费60.00万元。"
    ),
    "what the year brought in, told twice": (
        "收入总计950.00万元，支出总计950.00万元。\n"
        "本年收入合计900.00万元，其中：财政拨款收入800.00万元，事业收入110.00万元。"
    ),
}


@pytest.mark.parametrize("name", QUIET)
def test_what_is_beside_or_below_is_another_thing(name: str) -> None:
    """An item, a fund, a body and a thing keep their year, plan and people to themselves."""
    assert [] == errors(QUIET[name])


@pytest.mark.parametrize("name", LOUD)
def test_what_they_say_of_themselves_is_checked(name: str) -> None:
    """What an item or a fund says of itself may contradict itself."""
    assert errors(LOUD[name])
