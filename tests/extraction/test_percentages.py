"""A percentage is of the two figures that its words name, unless two others make it."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "of the whole that is named": (
        "全系统总投入8,600万元，其中浮标投入3,440万元、灯器投入5,160万元。浮标投入占总投入的40%。"
    ),
    "a whole of another name": "航标投入8,600万元，浮标投入3,440万元。浮标投入占船队投入的31%。",
    "two others make it": (
        "浮标投入3,440万元，航标投入8,600万元，灯器投入4,300万元。浮标投入占航标投入的50%。"
    ),
    "the deed of a rate": "全年受理来船480艘，检出带病128艘，整改率92.5%。",
    "a rate of a narrower thing": "受理检验480艘，办结456艘，按期办结率98.2%。",
    "less those of the year before": (
        "受理检验407艘，结案392艘（含上年结转19艘），当年受理检验结案率91.6%。"
    ),
    "what those asked think, of two answers": (
        "发放问卷220份，收回问卷200份，其中满意176份、基本满意14份，满意度95%。"
    ),
    "what those asked think, with another answer in brackets": (
        "收回问卷200份，满意176份，满意度95%（含基本满意14份）。"
    ),
    "what others think": "收回船员问卷200份，满意176份，家长满意度95%。",
    "what those asked think, weighed": (
        "收回问卷200份，满意176份，一般14份，不满意10份，折算后满意度92.2%。"
    ),
    "a rate in the whole county beside it": (
        "培训船员240人，就业156人，培训后就业率65%，全县船员就业率51.2%。"
    ),
    "rates in a row": "目标浮标600座、灯器600座，实际分别为630座和612座，完成率105%、102%。",
    "changes in a row": "产值12.6亿元、税收840万元，分别比上年增长12.5%和8.1%；上年税收777万元。",
    "what was cut": "送审价86.0万元，审定价79.12万元，审减率8%。",
    "counted with its share": "灯器更换共220万元；县级承担30%，计66万元；自筹70%，计154万元。",
    "several together": "浮标120万元，灯器80万元，绳缆40万元，三项占航标经费的60%。",
    "compared with a year before": "与2021年养护费480万元相比减少48万元，减幅10%。",
    "two years": "2023年养护费432万元，2022年养护费480万元，下降10%。",
    "what came in two parts": "省级下达300万元，县级配套120万元，年末到位378万元，到位率90%。",
    "of this year's plan": (
        "总投资960万元，年度计划为：2022年300万元、2023年360万元、2024年300万元。"
        "2022年完成276万元，完成当年计划的92%。两年计划660万元。"
    ),
    "a bound": "浮标完好310座，灯器完好290座，完好率不低于95%。",
}

WRONG = {
    "of the whole that is named": (
        "全系统总投入8,600万元，其中浮标投入3,440万元、灯器投入5,160万元。浮标投入占总投入的43.6%。"
    ),
    "of another whole than it says": (
        "项目总投资2,600万元，当年到位1,820万元。累计支出1,547万元，该支出占总投资的85.0%。"
    ),
    "what is printed coarsely explains nothing": (
        "安排码头重建48户，已竣工44户，竣工率94.67%；每户补助5万元，维修补助89.6万元。"
    ),
    "some of those spoken of": (
        "发放护航津贴5,200人，其中轮机4,680人、驾驶520人。护航津贴中轮机占70%。"
    ),
    "in brackets, as the others of the list": (
        "航标经费640万元，其中：浮标416万元（占65%）、灯器224万元（占45%）。"
    ),
    "a second share of one figure": (
        "本年支出合计2,450万元，其中基本支出1,960万元、项目支出490万元。"
        "人员经费1,470万元，占基本支出的75%。人员经费占本年支出合计的75%。"
    ),
    "of a whole that the lines have with another one above it": (
        "政府采购支出总额640万元，其中授予中小企业合同金额512万元，占政府采购支出总额的80%，"
        "其中授予小微企业合同金额320万元，占授予中小企业合同金额的50%。"
    ),
    "of what is told only later": (
        "本年支出合计1,800万元，基本支出1,260万元，占70%，项目支出540万元，占36%。"
        "财政拨款支出1,500万元，占本年支出合计的83.33%。"
    ),
    "a whole by its short name": (
        "债券发行额5,400万元，资本金3,600万元。码头工程支出4,320万元，占债券额的60%。"
    ),
    "what those asked think": "发放问卷220份，收回问卷200份，其中满意176份，满意度92%。",
    "what those asked think, by who they are": (
        "随机抽取80名船员访谈，表示“满意”的68名，船员满意度95%。"
    ),
    "should be done and was": "应及时检验船舶1,102艘，实际及时检验1,047艘，及时率91.0%。",
    "by its unit": "抽检灯器24批次，合格23批次，批次合格率98.5%。",
    "a deed told a sentence later": "全年受理检验480艘。办结456艘，办结率85%。",
    "the deed of a rate": "全年受理检验480艘，办结456艘，结案率85%。",
    "the thing of a rate, but not its deed": "全年受理案件480件，办结456件，结案率85%。",
    "what was cut": "送审价86.0万元，审定价79.12万元，审减率6.88%。",
    "counted with its share": "灯器更换共220万元；县级承担30%，计66万元；自筹70%，计145万元。",
    "compared with a year before": "与2021年养护费480万元相比减少48万元，减幅20%。",
    "two years": "2023年养护费432万元，2022年养护费480万元，下降17%。",
    "two shares of one figure": (
        "航标支出1,900万元，其中人员支出1,600万元、设备支出300万元。"
        "轮机支出800万元，占人员支出的50%；轮机支出占航标支出的50%。"
    ),
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_percentage_that_is_made_or_of_nothing_named_is_silent(text: str) -> None:
    """What the two figures make that are named, or any two others, is no contradiction; nor is
    what is of figures that are not printed.
    """
    assert [] == errors(text)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_percentage_that_its_figures_do_not_make_is_found(text: str) -> None:
    """What the two figures that its words name do not make, nor any others, is found once."""
    assert 1 == len(errors(text))
