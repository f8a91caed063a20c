"""Lists of parts that no word opens, and lists that one slip of the pen parts from their whole."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "from where the money comes": (
        "航标更新投入640万元。从资金来源看，部补助410万元，港口企业出资150万元，航标局自有60万元。"
    ),
    "by district, in a sentence of its own": (
        "全辖区登记渔标572座。分辖区看，东港181座、西港204座、南湾97座。"
        "分区域看，外海210座，内港272座。"
    ),
    "by how far they got": (
        "全年下达检修任务46项，其中灯塔7项、灯桩15项、浮标21项。按完成情况，已完工36项，正在检修7项。"
    ),
    "ordinals, each with an amount": (
        "全年列支维护费318.4万元。一是向9个航标站拨付材料费146.2万元，二是支付船艇租金98.5万元，"
        "三是补发值守津贴83.7万元。"
    ),
    "figures in rings": (
        "船艇修理共花费275万元：①主机大修142万元；②船体除锈86万元；③电台更换37万元。"
    ),
    "what is so and what is not": "受理失常报告84起，经现场核查属实57起，不属实37起。",
    "what is done and what is not, a rate between": (
        "排查老化灯器1372盏，更换1318盏，更换率96.1%，未更换64盏。"
    ),
    "called after one thing": (
        "全年发布各类航行警告1385条，电台发布412条，网站发布638条，短信发布535条。"
    ),
    "two measures": (
        "接待来访单位48批次、530人次，港航企业来访29批次、318人次，院校来访9批次、212人次。"
    ),
    "two exchanged digits": (
        "巡检里程2731公里，其中东港段846公里、西港段1014公里、南湾段853公里。"
    ),
    "more than the whole by a digit": (
        "救助遇险船员283名，其中货船船员117名、渔船船员124名、游艇船员52名。"
    ),
    "divided behind a comparison": (
        "航标维护支出264.0万元，较预算节约18.6万元。分项目来看：换灯126.4万元，除锈98.7万元，"
        "补漆35.3万元。"
    ),
    "made of": "核查组由11人组成，其中航标3人，船检4人，测绘2人。",
    "exchanged digits, a part that is small": (
        "登记船艇1095艘，其中渔船412艘，货船638艘，趸船9艘，年检率96.2%。"
    ),
    "money to the cent": (
        "站区改造支出1743.62万元，其中土建1102.35万元、设备418.27万元、安装203.00万元。"
    ),
}

SILENT = {
    "what it comes from mainly": (
        "航标更新投入640万元。从资金来源看，主要是部补助410万元，港口企业出资150万元。"
    ),
    "looking at something else": "检查航标站30个。从检查情况看，发现缺灯12个，补灯10个。",
    "by district, whole": "登记渔标482座。分辖区看，东港181座、西港204座、南湾97座。",
    "ordinals of measures": (
        "全年支出维护费318万元。一是加密巡检，二是更换灯器46盏，三是压减差旅费12万元。"
    ),
    "ordinals of changes": "站点收入500万元。一是拨款增加60万元，二是服务收入减少12万元。",
    "ordinals that leave much out": (
        "全年列支维护费318万元。一是支付船艇租金98万元，二是补发值守津贴83万元。"
    ),
    "what is not, of something else": "受理失常报告84起，核查属实57起，不予受理9起。",
    "one of a list": ("航标支出62.4万元，测绘支出87.4万元，通信支出49.7万元，应急支出40.5万元。"),
    "plans called after one thing": (
        "航标收入4120万元，为年初预算3900万元的105.6%，为调整预算4000万元的103%。"
    ),
    "people who may be both": "救助船员283名，其中党员117名、女船员124名、老年船员52名。",
    "a part that is left out": "站区改造支出1743.62万元，其中土建1102.35万元、设备418.27万元。",
    "trained people who may be both": "全年培训320人次，消防培训190人次，急救培训250人次。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_parts_that_are_all_there_are_add_up_to_their_whole(text: str) -> None:
    """Ordinals, a thing and what it is not, and what a whole is divided by tell that a list is all;
    so does a whole that only one slip of the pen parts from the sum of a long list.
    """
    assert {rule[:7] for rule in errors(text)} == {"TOT-001"}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_figures_beside_each_other_are_no_list_of_a_whole(text: str) -> None:
    """Where parts may leave something out or have something in common, nothing is said."""
    assert errors(text) == []
