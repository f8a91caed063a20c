"""Digits exchanged in two figures whose sentences name one thing in different words."""

from __future__ import annotations

import pytest

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.text import read_text

RULES = pr.RuleSet.for_region()

WRONG = {
    "the noun behind its figure": (
        "一、概况\n港区登记从业船员2316人。\n二、服务\n为2361名从业船员免费体检。"
    ),
    "an adjective more": "岸电设施原值1268.40万元。\n年末岸电设施账面原值为1286.40万元，无闲置。",
    "a verb that differs": (
        "一、产出\n台风期间紧急撤离渔民427人次。\n二、成效\n台风期间撤离472人次，无伤亡。"
    ),
    "who it was done for": (
        "发放渔业安全手册3.74万份。\n为渔民免费发放渔业安全手册3.47万份，覆盖全部渔港。"
    ),
    "the name of one stands in the clause of the other": (
        "下达补助后，疏浚航段12条、里程185.4公里。\n疏浚里程目标180公里，实际疏浚158.4公里。"
    ),
    "approved and plain": (
        "码头改造项目概算批复总投资4270万元。\n二、实施\n本工程概算总投资为4720万元。"
    ),
    "a figure that both stand beside": (
        "省级下达渔港升级资金1358万元，涉及17座渔港。\n经研究，将1538万元升级资金分到17座渔港。"
    ),
    "only two of its unit": (
        "全年办理船舶登记1,764艘次。\n数量指标：计划1,700艘次，实际完成1,746艘次，超额完成。"
    ),
    "a check in the clause before": (
        "全年发放护航津贴312.84万元。\n经抽查回单，护航津贴321.84万元全部入卡。"
    ),
    "received guests": "船员接待3.26万元。\n船员接待支出3.62万元，较少。",
    "the end of a longer name in a table": (
        "项目 | 目标 | 完成\n体检人数 | 2,000人 | 2,135人\n培训场次 | 40场 | 42场\n"
        "航次 | 80次 | 82次\n"
        "全年组织渔船船员体检人数2,153人。"
    ),
}

RIGHT = {
    "men and women": "培训男船员126人。\n培训女船员162人。",
    "two villages": "东澳村惠及渔民1,358人。\n西澳村惠及渔民1,538人。",
    "planned and done": "计划安装灯浮1,358座。\n实际安装灯浮1,538座。",
    "two years": "2021年检验船舶2,461艘。\n2022年检验船舶2,641艘。",
    "a whole and a part": "全年支出186.40万元，其中航标维护168.40万元。",
    "two stages of money": "省级下达资金1,358万元。\n年末到位资金1,538万元。",
    "what was added": "检修浮标231座。\n比上年增加检修浮标213座。",
    "two lists": ("一号航道疏浚12公里，投资1,264万元。\n二号航道疏浚15公里，投资1,246万元。"),
    "both said twice": (
        "登记渔船1,264艘，年审渔船1,246艘。\n登记的渔船1,264艘均已编号。\n年审的渔船1,246艘均合格。"
    ),
    "a third of the name": (
        "甲港务站巡航里程135.2公里。\n乙港务站巡航里程153.2公里。\n丙港务站巡航里程140.6公里。"
    ),
    "a first half-year": "上半年检验船舶1,358艘。\n全年检验船舶1,538艘，合格率99%。",
    "two kinds of one thing": "大型渔船补贴2.36万元。\n小型渔船燃油补贴2.63万元，由县级承担。",
}


def statements(text: str) -> list[str]:
    """The rules that a text breaks because it says one thing twice."""
    report = extract(read_text(text.encode(), "x.txt", "", LIMITS)).report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize("name", WRONG)
def test_one_thing_in_other_words_and_with_digits_exchanged_is_found(name: str) -> None:
    """What both sentences name is the name of both figures."""
    assert statements(WRONG[name])


@pytest.mark.parametrize("name", RIGHT)
def test_two_things_whose_figures_look_alike_are_left_alone(name: str) -> None:
    """Other bodies, years, stages, kinds and parts; a figure that is said again is right."""
    assert statements(RIGHT[name]) == []
