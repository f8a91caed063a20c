"""What the other figures of a paragraph bear out is no contradiction, and nothing is far off."""

import pytest
from tests.extraction.judged import errors


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param(
            "园林局一般公共预算财政拨款支出6120.40万元，年初预算为5804.30万元，完成年初预算的105.45%。"
            "其中：基本支出2040.15万元、项目支出4080.25万元。",
            "园林局一般公共预算财政拨款支出6120.40万元，年初预算为5804.30万元，完成年初预算的105.45%。"
            "其中：基本支出2040.15万元、项目支出4180.25万元。",
            id="a list is of the figure that its parts make, though a budget stands nearer",
        ),
        pytest.param(
            "一般公共预算支出81,430万元，比上年增长3.2%。其中：教育支出52,164万元，农林水支出17,316万元，"
            "两项占支出总额的85.32%。",
            "一般公共预算支出81,430万元，比上年增长3.2%。其中：教育支出52,164万元，农林水支出17,316万元，"
            "两项占支出总额的58.32%。",
            id="a list whose share of the whole is told leaves something out",
        ),
        pytest.param(
            "本年支出5170.60万元（基本支出1820.17万元、项目支出3350.43万元，占比35.2%、64.8%）。",
            "本年支出5170.60万元（基本支出1820.17万元、项目支出3350.43万元，占比35.2%、46.8%）。",
            id="shares told in turn are each of its own part",
        ),
        pytest.param(
            "草原补贴应发2,381.60万元，资金来源为中央下达2,350万元和上年结余52.47万元，年末结余20.87万元。",
            "",
            id="what a third figure makes up is no difference",
        ),
        pytest.param(
            "问卷发放360份，收回342份，其中有效问卷335份，表示满意的318份。",
            "",
            id="a part may be taken of the part before",
        ),
        pytest.param(
            "【一般公共预算支出】905.62万元。\n"
            " · 一般公共服务（类）784.40万元，其中行政运行（2010301）268.15万元、"
            "事业运行（2010350）148.72万元、一般行政管理事务（2010302）367.53万元\n"
            " · 社会保障和就业（类）70.58万元\n · 住房保障（类）50.64万元",
            "",
            id="a class is no part of another class",
        ),
        pytest.param(
            "问卷收回183份，其中“满意”139份、“基本满意”35份、“不满意”9份，满意及基本满意合计占95.1%。",
            "",
            id="a share of several together is of all of them",
        ),
        pytest.param(
            "收入总计1.58亿元。医疗收入14,007.20万元，其中药品收入4,020.07万元，占28.70%；"
            "耗材收入1,989.02万元，占14.20%。",
            "",
            id="a share of a whole that was not understood",
        ),
        pytest.param(
            "收入总计1,250.00万元，其中本年收入1,000.00万元，年初结转和结余250.00万元。"
            "事业收入820.00万元，占本年收入的82.00%。",
            "收入总计1,250.00万元，其中本年收入1,000.00万元，年初结转和结余250.00万元。"
            "事业收入820.00万元，占本年收入的65.60%。",
            id="a share of the whole that it names, though it would be right of another one",
        ),
        pytest.param(
            "收入总计1,250.00万元，其中本年收入1,000.00万元，年初结转和结余250.00万元。"
            "事业收入820.00万元，占收入总计的65.60%。",
            "",
            id="a share of the other whole that it names",
        ),
    ],
)
def test_what_stands_beside_is_heard_first(right: str, wrong: str) -> None:
    """A claim is judged by its own figures only where no other figure of the paragraph bears it."""
    assert errors(f"2023年度部门决算\n{right}") == []
    if wrong:
        assert errors(f"2023年度部门决算\n{wrong}") != []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "（2）其他类安排96.40万元，已支付93.27万元，支付率96.75%。\n"
            "截至12月20日合计支付2,417.55万元，总体支付率97.90%。",
            id="a rate of a total that is told elsewhere",
        ),
        pytest.param(
            "“堤防监测服务”项目全年预算86万元，执行81.50万元，执行率94.8%；"
            "完成审核项目31个，送审金额2.16亿元，审减0.27亿元。",
            id="what was cut from other money is not what is left of a budget",
        ),
        pytest.param(
            "带动就业74人，其中本地“4050”人员41人。",
            id="the digits of a name count nothing",
        ),
        pytest.param(
            "“三公”经费26.30万元，其中公务用车运行维护费21.00万元；公务接待费5.30万元。"
            "“三公”经费合计较上年预算27.10万元下降2.95%，系压减接待所致。",
            id="what a total is compared with is no total",
        ),
        pytest.param(
            "问卷“满意”118份、“一般”14份、“不满意”3份，满意率95.9%。",
            id="two kinds beside each other are no whole and its part",
        ),
        pytest.param(
            "农户问卷150份，满意142份；居民问卷收回221份，满意196份；合并满意度91.1%。",
            id="a rate of several figures together",
        ),
        pytest.param(
            "另：服务补贴（2022年支出183.6万元，享受1275人）、节日慰问（老人每人1000元）分别核算。",
            id="figures of two brackets are of two things",
        ),
        pytest.param(
            "结余中央资金62.5万元继续使用。2023年预算支出1432.80万元，执行率86.10%。",
            id="a rate twenty times that of two figures is of others",
        ),
        pytest.param(
            "主要是1辆执法车大修。公务接待费0.31万元，人均62元，车均购置费0万元。",
            id="what costs nothing makes no amount",
        ),
    ],
)
def test_what_is_far_off_is_of_something_else(text: str) -> None:
    """Figures that are several times what they would have to be are not compared."""
    assert errors(f"2023年度项目支出绩效自评报告\n{text}", "project_evaluation") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("设备20台，每台3.50万元，共700万元。", id="a point that moved"),
        pytest.param("预算86万元，支出81.50万元，执行率9.48%。", id="a rate that lost a place"),
        pytest.param("市级70.50万元，县级495000万元，合计120万元。", id="one part in another unit"),
    ],
)
def test_a_wrong_power_of_ten_is_a_mistake(text: str) -> None:
    """A wrong unit or a moved point is not far off: that is how people err."""
    assert errors(f"2023年度项目支出绩效自评报告\n{text}", "project_evaluation") != []
