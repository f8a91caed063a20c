"""One thing stated at two places: what is the same thing, and which of two numbers is a slip."""

from __future__ import annotations

import pytest

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.extraction.figures.slips import slip
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.text import read_text

RULES = pr.RuleSet.for_region()

SLIPS = {
    "two digits exchanged": (2315, 2351, "exchanged"),
    "two digits exchanged over a third": (7680, 8670, "exchanged"),
    "one digit is another": (143, 148, "changed"),
    "the point moved": (14600, 146000, "moved"),
    "the same": (320, 320, ""),
    "another number": (2315, 2467, ""),
    "two digits alone are too few for a moved point": (12, 120, ""),
    "of another sign": (23, -32, ""),
    "nothing": (0, 20, ""),
}

WRONG = {
    "a number at two places": (
        "一、产出\n疏浚航道46.8公里。\n二、效益\n疏浚航道48.6公里后，通航能力提高。"
    ),
    "the unit as a part of the name": (
        "一、产出\n截至年底，安装灯浮2,315座。\n二、自评\n安装灯浮数量2,351座，得20分。"
    ),
    "the name behind its figure, all of it": (
        "其中航标维护资金3.56亿元、码头改造资金2.40亿元。\n对3.65亿元航标维护资金全部开展绩效监控。"
    ),
    "with a word that refers back": (
        "出租港口仓库1,240平方米。\n前述出租仓库面积1,420平方米的租金已入库。"
    ),
    "what is said to have been said was not": (
        "航标维护支出186.50万元。\n当年支付数即前面提到的168.50万元。"
    ),
    "in another unit": "实际支出3,504,000.00元，结余146,000.00元。\n实际支出305.40万元，节约较多。",
    "a row of a table": (
        "| 航段 | 计划（万元） | 支出（万元） |\n|---|---|---|\n| 上游段 | 252.00 | 226.80 |\n"
        "| 下游段 | 168.00 | 168.00 |\n| 合计 | 420.00 | 394.80 |\n上游段支出262.80万元。"
    ),
    "a row of a table, in the clause before": (
        "| 航段 | 计划（万元） | 支出（万元） |\n|---|---|---|\n| 上游段 | 280.00 | 196.00 |\n"
        "| 下游段 | 168.00 | 168.00 |\n| 合计 | 448.00 | 364.00 |\n"
        "上游段支出最慢，已支出169.00万元。"
    ),
    "a row that says thing and deed the other way round": (
        "| 指标 | 目标值 | 实际值 |\n| 浮标更新 | 2,400座 | 2,560座 |\n| 灯塔大修 | 12座 | 12座 |\n"
        "全年更新浮标2,650座，超过目标。"
    ),
    "a row of a year": (
        "| 年度 | 植苇（亩） | 投资（万元） |\n|---|---|---|\n| 2021年 | 3,450 | 172.50 |\n"
        "| 2022年 | 4,120 | 206.00 |\n| 合计 | 7,570 | 378.50 |\n其中2021年植苇3,540亩。"
    ),
    "the total of the points": (
        "指标\t分值\t得分\n决策\t20\t19\n过程\t30\t27.2\n产出\t50\t48\n合计\t100\t94.2\n"
        "经自评，本项目总得分92.4分。"
    ),
    "a price as what a part is of": (
        "（一）项目概况。灯塔大修工程建筑面积3680平方米，审定结算价684万元。\n"
        "（二）资金支付。截至2023年12月已付583.2万元，为审定结算价648万元的90%，余款待质保期满支付。"
    ),
    "beside one and the same number": (
        "服务渔港17个、渔民6,840户，户均补贴200元，计136.8万元。\n"
        "绩效分析：社会效益方面，17个渔港、6,480户渔民实现保险全覆盖。"
    ),
    "all of what was due": (
        "（1）补助标准：每人每年2500元，全年应发347.5万元。\n"
        "（2）执行情况：截至12月20日，通过“一卡通”系统发放到位3475万元，发放率100%，无漏发。"
    ),
}

QUIET = {
    "another year": "2022年安装灯浮1,236座。\n2023年安装灯浮1,263座，比上年多27座。",
    "planned and done": "计划安装灯浮148座。\n安装灯浮184座，超额完成。",
    "a part of the year": "上半年发放补贴1,352.40万元。\n下半年发放补贴1,325.40万元。",
    "a batch each": "第一批下达资金2,450.00万元。\n第二批下达资金2,540.00万元。",
    "a place each": "东河村安装灯浮356座，西河村安装灯浮365座。",
    "a place each, named in the clause before": (
        "东河村投入20.00万元，安装灯浮356座。\n西河村投入25.00万元，安装灯浮365座。"
    ),
    "a project each": (
        "（一）航标维护\n预算安排320.50万元，实际支出305.20万元。\n"
        "（二）码头改造\n预算安排302.50万元，实际支出300.25万元。"
    ),
    "another number may be of another thing": "安装灯浮2,315座。\n安装灯浮2,467座。",
    "a rounded number": "安装灯浮2,315座。\n安装灯浮约2,300座。",
    "narrower": "聘用水手1,206名。\n省级补助聘用水手1,026名，县级自行聘用水手180名。",
    "two amounts, each in another unit": (
        "本年收入9,846,521.30元，本年支出9,702,188.95元，折合984.65万元和970.22万元。"
    ),
    "a part of what stands before the bracket": "到位1.80亿元（其中中央资金12,000万元）。",
    "two rows together": (
        "| 航段 | 计划（万元） | 支出（万元） |\n|---|---|---|\n| 上游段 | 252.00 | 226.80 |\n"
        "| 下游段 | 168.00 | 168.00 |\n| 合计 | 420.00 | 394.80 |\n"
        "上游段、下游段支出394.80万元，其中上游段第一季度支出262.80万元。"
    ),
    "narrower than a row": (
        "指标\t目标值\t完成值\t得分\n培训期数\t12期\t12期\t10\n满意度\t90%\t93.6%\t10\n"
        "说明：对教员的满意度为96.3%。"
    ),
    "points of another year": (
        "指标\t分值\t得分\n决策\t20\t19\n过程\t30\t27.2\n产出\t50\t48\n合计\t100\t94.2\n"
        "上年项目总得分92.4分。"
    ),
    "the same price": (
        "（一）项目概况。灯塔大修工程建筑面积3680平方米，审定结算价648万元。\n"
        "（二）资金支付。截至2023年12月已付583.2万元，为审定结算价648万元的90%，余款待质保期满支付。"
    ),
    "a price of another thing": (
        "（一）项目概况。东港灯塔工程审定结算价684万元。\n"
        "（二）西港灯塔工程。已付583.2万元，为审定结算价648万元的90%。"
    ),
    "a price of another year": (
        "2022年灯塔大修审定结算价684万元。2023年浮标大修已付583.2万元，为审定结算价648万元的90%。"
    ),
    "beside it and the same": (
        "服务渔港17个、渔民6,840户，户均补贴200元，计136.8万元。\n"
        "绩效分析：社会效益方面，17个渔港、6,840户渔民实现保险全覆盖。"
    ),
    "beside another number": (
        "服务渔港17个、渔民6,840户，户均补贴200元，计136.8万元。\n"
        "绩效分析：社会效益方面，12个渔港、6,480户渔民实现保险全覆盖。"
    ),
    "beside it in another year": (
        "2022年服务渔港17个、渔民6,840户。\n2023年17个渔港、6,480户渔民实现保险全覆盖。"
    ),
    "beside it as planned": (
        "计划服务渔港17个、渔民6,840户。\n实际17个渔港、6,480户渔民实现保险全覆盖。"
    ),
    "all of it and right": (
        "（1）补助标准：每人每年2500元，全年应发347.5万元。\n"
        "（2）执行情况：截至12月20日，通过“一卡通”系统发放到位347.5万元，发放率100%，无漏发。"
    ),
    "all of it, due elsewhere": (
        "（1）补助标准：每人每年2500元，其中东港应发347.5万元。\n"
        "（2）执行情况：全市通过“一卡通”系统应发3475万元，发放到位3475万元，发放率100%，无漏发。"
    ),
    "some of what was due": (
        "（1）补助标准：每人每年2500元，全年应发347.5万元。\n"
        "（2）执行情况：发放到位34.75万元，发放率10%。"
    ),
}


UNITS = {
    "in another unit, in brackets": "工程批复概算12,680.00万元（12.68亿元）。",
    "in another unit, with a word": "配套资金0.52亿元（即520万元）。",
}


def errors(text: str) -> list[str]:
    """Return the rules that a document breaks, once for each error finding."""
    report = extract(read_text(text.encode(), "text.txt", "0" * 64, LIMITS)).report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize(("one", "other", "expected"), SLIPS.values(), ids=SLIPS)
def test_a_slip_exchanges_or_changes_a_digit_or_moves_the_point(
    one: int, other: int, expected: str
) -> None:
    """A slip exchanges two digits, changes one or moves the point, and does so both ways."""
    assert (expected, expected) == (slip(one, other), slip(other, one))


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_one_thing_has_one_number(text: str) -> None:
    """The same thing stated with a slip at its second place cannot hold; that is said once."""
    assert ["TXT-003"] == errors(text)


@pytest.mark.parametrize("text", UNITS.values(), ids=UNITS)
def test_one_amount_in_two_units(text: str) -> None:
    """Where one sentence says an amount in two units, it is told which unit has slipped."""
    assert ["MAT-003"] == errors(text)


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_two_things_may_be_alike(text: str) -> None:
    """What differs in year, time, place, stage or scope is another thing."""
    assert [] == errors(text)
