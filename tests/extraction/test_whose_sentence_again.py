"""A sentence that names nothing, or a bare 支出, is of the part last spoken of only for certain."""

import pytest
from tests.extraction.judged import errors


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param(
            "“三公”经费48.20万元，含公务用车运行维护费41.30万元、公务接待费6.90万元。"
            "支出按性质分，人员912.40万元、公用77.60万元、项目310.00万元。",
            "“三公”经费48.20万元，含公务用车运行维护费41.30万元、公务接待费9.60万元。"
            "支出按性质分，人员912.40万元、公用77.60万元、项目310.00万元。",
            id="支出 that a new sentence takes apart is the body's, not the 三公's",
        ),
        pytest.param(
            "五、“三公”经费支出情况\n“三公”经费48.20万元。支出按项目分，公务用车运行维护费41.30万元、"
            "公务接待费6.90万元。",
            "五、“三公”经费支出情况\n“三公”经费48.20万元。支出按项目分，公务用车运行维护费41.30万元、"
            "公务接待费9.60万元。",
            id="unless the heading says that all of it is about those",
        ),
        pytest.param(
            "“三公”经费预算7.20万元，与上年持平。按常住人口8.31万计，人均预算支出约612元。",
            "“三公”经费预算7.20万元，与上年持平。“三公”经费预算为7.02万元，全部是车辆运行费。",
            id="what is spent a head is not what is spent",
        ),
        pytest.param(
            "四、“三公”经费支出决算情况说明\n“三公”经费支出决算48.20万元。其中：\n"
            "公务接待费支出2.15万元，占4.46%。\n"
            "公务接待费2.15万元。与全年预算数相比：全年预算数52.00万元，决算数48.20万元。",
            "四、“三公”经费支出决算情况说明\n“三公”经费支出决算48.20万元。其中：\n"
            "公务接待费支出2.15万元，占4.46%。\n"
            "公务接待费2.15万元。与全年预算数相比：全年预算数3.00万元，决算数2.51万元。",
            id="a figure that is far from the part last told is of something else",
        ),
        pytest.param(
            "“三公”经费支出决算为0万元。自有资金安排公务用车运行维护费9.60万元，用于巡护；"
            "安排公务接待费2.40万元。",
            "“三公”经费支出决算为0万元。公务用车运行维护费9.60万元，用于巡护；公务接待费2.40万元。",
            id="money that pays for one thing pays on for the next",
        ),
        pytest.param(
            "一般公共预算支出年初预算3120.00万元，支出决算3390.50万元。"
            "决算数小于年初预算的有文物、卫生健康2项，合计少支25.20万元。",
            "一般公共预算支出年初预算3120.00万元，支出决算3390.50万元。"
            "决算数小于年初预算的主要原因是项目未完工。",
            id="what is true of some that are named is not said of the whole",
        ),
        pytest.param(
            "全年服务残疾人812人。服务人数目标800人，完成101.5%；时长达标793人，达标率97.7%。",
            "全年服务残疾人800人，时长达标793人，达标率97.7%。",
            id="who meets a standard is no part of how many were planned",
        ),
        pytest.param(
            "公务接待费0.87万元。公务接待费预算1.00万元，执行87%，比上年0.93万元减少0.06万元。",
            "公务接待费0.87万元。公务接待费预算1.00万元，比上年0.93万元减少0.06万元。",
            id="behind what was executed of a budget, what was spent is compared",
        ),
        pytest.param(
            "前三年分别改造260户、310户、405户，加上本期，累计1180户。",
            "前三年分别改造260户、310户、405户，三年累计1180户。",
            id="what a clause without a figure adds is no part of the list",
        ),
        pytest.param(
            "公务用车保有量48辆，比上年末的53辆净减5辆。",
            "公务用车保有量48辆，各单位实有数已核对。年末公务用车保有量84辆。",
            id="what a number is compared with is no second one of its kind",
        ),
        pytest.param(
            "应付服务费7,036.47万元，扣减18.60万元，应付净额7,017.87万元。\n"
            "当年预算安排7,000.00万元。实际支付6,450.00万元，尚欠567.87万元。",
            "应付服务费7,036.47万元，扣减18.60万元，应付净额7,017.87万元。\n"
            "当年预算安排7,000.00万元。实际支付6,450.00万元，尚欠587.87万元。",
            id="what is owed is left of what was due, told a paragraph before",
        ),
        pytest.param(
            "本年支出19,348.12万元（基本支出13,794.47万元＋项目支出5,553.65万元）。\n"
            "其中工资福利支出9,012.33万元（占65.33%），商品和服务支出3,009.46万元（占21.82%）。",
            "本年支出19,348.12万元（基本支出13,794.47万元＋项目支出5,553.65万元）。\n"
            "其中工资福利支出9,012.33万元（占46.58%），商品和服务支出3,009.46万元（占25.55%）。",
            id="a share that another figure of the document makes right is one of that",
        ),
        pytest.param(
            "收入总预算6,841.27万元，比2021年的6,598.04万元增加243.23万元，其中一般公共预算拨款收入"
            "6,560.52万元，占95.90%，财政专户管理资金收入171.64万元，占2.51%，其余109.11万元为上年结转。",
            "收入总预算6,841.27万元，比2021年的6,598.04万元增加243.23万元，其中一般公共预算拨款收入"
            "6,560.52万元，占95.90%，财政专户管理资金收入171.64万元，占5.21%，其余109.11万元为上年结转。",
            id="a list with more than what was added is of the whole",
        ),
        pytest.param(
            "核定额度960万元，分季下达：一季度200万元、二季度240万元、三季度260万元、四季度260万元。"
            "各季列支176.42万元、231.05万元、278.90万元、255.29万元，上半年累计407.47万元。",
            "核定额度960万元，分季下达：一季度200万元、二季度240万元、三季度260万元、四季度260万元。"
            "上半年累计407.47万元。",
            id="what other figures beside each other make is the sum of those",
        ),
        pytest.param(
            "完成投资1,904.76万元。财政累计拨款1,850.00万元，累计支付1,809.52万元，未支付的95.24万元"
            "是质保金。",
            "完成投资1,904.76万元。财政累计拨款1,850.00万元，累计支付1,809.52万元，尚余48.40万元。",
            id="what was not paid is left of what was built where the two make that",
        ),
    ],
)
def test_what_a_sentence_leaves_unsaid(right: str, wrong: str) -> None:
    """Said outright it is contradicted, left unsaid it is not."""
    assert errors(right) == []
    assert errors(wrong)


def test_a_line_that_ends_with_a_comparing_word_goes_on() -> None:
    """…，比 and 2021年预算 below it are one sentence: what it tells behind that is of this year."""
    first = "财政拨款支出预算中，一般公共预算拨款支出预算4,206.18万元，比"
    second = (
        "2021年预算增加206.18万元；政府性基金拨款支出预算600.00万元，比2021年预算减少50.00万元。"
    )
    third = "城乡社区支出科目4,806.18万元，其中一般公共预算4,206.18万元；政府性基金600.00万元。"
    assert errors(f"{first}\n{second}\n{third}", "budget") == []
    assert errors(f"{first}{second}\n{third.replace('600', '660')}", "budget")


def test_what_the_others_lose_together_is_not_all_that_is_lost() -> None:
    """甲扣5分，乙扣4分，其他6项合计扣6分 with 85分 is right; 合计扣6分 is not."""
    told = "评价得分85分，夜间覆盖率未达标，扣5分；漏报率偏高，扣4分；{}合计扣6分。"
    assert errors(told.format("台账、档案等其他6项"), "project_evaluation") == []
    assert errors("评价得分85分，以上合计扣6分。", "project_evaluation")


def test_what_a_paragraph_adds_up_is_not_all_that_is_lost() -> None:
    """4.2 过程: 扣0.3分，扣1.5分，合计扣1.8分 is what that part lost of 项目得分89.25分."""
    told = "项目得分89.25分。\n4.2 过程（20分，得18.20分）\n{}合计扣1.8分。"
    listed = "预算执行率不足100%，扣0.3分；办法未修订，扣{}分，"
    assert errors(told.format(listed.format("1.5")), "project_evaluation") == []
    assert errors(told.format(listed.format("1.2")), "project_evaluation")
