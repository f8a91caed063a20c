"""Titles of many provinces' manner: kind, year, body and project as the opening says them."""

from __future__ import annotations

import pytest
from tests.extraction.head.openings import head

from performance_rules.extraction.head.words import shipped_heads

WHOLE, PROJECT = "self_evaluation", "project_evaluation"
FINAL, BUDGET, NOTICE, SUMMARY = "final_accounts", "budget", "notice", "summary"

Facts = tuple[str | None, int | None, str | None, str | None]

TITLES: dict[str, Facts] = {
    # 整体支出
    "东川县水务局2022年度部门整体支出绩效自评报告": (WHOLE, 2022, "东川县水务局", None),
    "2021年东川市发展和改革局整体支出 绩效自评报告": (WHOLE, 2021, "东川市发展和改革局", None),
    "白石镇人民政府部门（单位）整体支出绩效自评报告（2020年度）": (
        WHOLE,
        2020,
        "白石镇人民政府",
        None,
    ),
    "附件2：云台县第二中学二〇二二年度单位整体支出绩效自评报告": (
        WHOLE,
        2022,
        "云台县第二中学",
        None,
    ),
    "中共云台县委组织部2019年部门整体支出绩效评价报告": (WHOLE, 2019, "中共云台县委组织部", None),
    "共青团云台市委员会2023年整体支出绩效报告": (WHOLE, 2023, "共青团云台市委员会", None),
    "云台县档案馆2018年绩效自评报告": (WHOLE, 2018, "云台县档案馆", None),
    "××县红十字会2023年度部门整体支出绩效自评报告": (WHOLE, 2023, "××县红十字会", None),
    "某某局部门整体绩效自评表（2023）": (WHOLE, 2023, "某某局", None),
    "云台县2021年度部门整体支出重点评价报告（县林业局）": (WHOLE, 2021, "云台县林业局", None),
    # 项目
    "青河州大数据中心2024年度项目支出绩效单位自评报告": (PROJECT, 2024, "青河州大数据中心", None),
    "青河县财政支出项目绩效评价自评报告（校舍维修）": (PROJECT, None, "青河县", "校舍维修"),
    "青河县2022年度小型水库维修养护资金绩效自评报告": (
        PROJECT,
        2022,
        "青河县",
        "小型水库维修养护资金",
    ),
    "2021年青河区残联康复器具适配项目绩效评价报告": (
        PROJECT,
        2021,
        "青河区残联",
        "康复器具适配项目",
    ),
    "青河市卫生学校2021年实训楼屋面改造项目绩效评价报告": (
        PROJECT,
        2021,
        "青河市卫生学校",
        "实训楼屋面改造项目",
    ),
    "县图书馆免费开放补助经费项目自评": (PROJECT, None, "县图书馆", "免费开放补助经费项目"),
    "青河县城市道路照明补贴绩效评价报告": (PROJECT, None, "青河县", "城市道路照明补贴"),
    "柳城市市场监管专项绩效自评报告": (PROJECT, None, "柳城市", "市场监管专项"),
    "关于2022年度全省基层文化设施补助资金的财政绩效评价报告": (
        PROJECT,
        2022,
        None,
        "全省基层文化设施补助资金",
    ),
    "青河县2020—2021年东西部协作资金绩效评价报告": (PROJECT, 2021, "青河县", "东西部协作资金"),
    "青河乡厕所改造项目支出绩效自评报告": (PROJECT, None, "青河乡", "厕所改造"),
    # 总结
    "青河县2023年度预算绩效自评工作总结": (SUMMARY, 2023, "青河县", None),
    "青河市教育局关于2022年度绩效自评工作的总结": (SUMMARY, 2022, "青河市教育局", None),
    "青河县项目支出绩效自评总结报告（2021年度）": (SUMMARY, 2021, "青河县", None),
    # 决算
    "灯塔市地震监测站2021年度部门决算": (FINAL, 2021, "灯塔市地震监测站", None),
    "2023年度灯塔市中医医院单位决算": (FINAL, 2023, "灯塔市中医医院", None),
    "灯塔县人民代表大会常务委员会2020年部门决算公开说明": (
        FINAL,
        2020,
        "灯塔县人民代表大会常务委员会",
        None,
    ),
    "灯塔区城市管理局（灯塔区综合行政执法局）2021年度部门决算": (
        FINAL,
        2021,
        "灯塔区城市管理局",
        None,
    ),
    "灯塔市工商业联合会2021年度一般公共预算财政拨款“三公”经费支出决算": (
        FINAL,
        2021,
        "灯塔市工商业联合会",
        None,
    ),
    "灯塔盟行政公署2022年度部门预决算公开": (FINAL, 2022, "灯塔盟行政公署", None),
    "灯塔县国有资产监督管理委员会2022年度部门决算": (
        FINAL,
        2022,
        "灯塔县国有资产监督管理委员会",
        None,
    ),
    "灯塔县政府采购中心财政拨款“三公”经费、会议费和培训费支出决算表（2019年度）": (
        FINAL,
        2019,
        "灯塔县政府采购中心",
        None,
    ),
    # 预算
    "灯塔区西街街道办事处2024年部门预算情况说明": (BUDGET, 2024, "灯塔区西街街道办事处", None),
    "灯塔旗供销合作社联合社2023年部门预算公开报告": (
        BUDGET,
        2023,
        "灯塔旗供销合作社联合社",
        None,
    ),
    "2025年灯塔市社会主义学院单位预算": (BUDGET, 2025, "灯塔市社会主义学院", None),
    "灯塔县民政局2022年“三公”经费预算表": (BUDGET, 2022, "灯塔县民政局", None),
    # 公告
    "灯塔县财政局关于批复灯塔县2023年部门预算的通知": (NOTICE, 2023, "灯塔县财政局", None),
    "关于2021年度部门决算的批复": (NOTICE, 2021, None, None),
    "灯塔市财政局关于2022年重点项目绩效评价结果的公告": (NOTICE, 2022, "灯塔市财政局", None),
    # 说不出文种的
    "灯塔县财政局2019年财政预算执行情况": (None, 2019, "灯塔县财政局", None),
    "灯塔县水利局2020年“三公”经费支出情况": (None, 2020, "灯塔县水利局", None),
    "灯塔市财政局关于印发项目支出绩效评价管理办法": (None, None, "灯塔市财政局", None),
    "部门整体支出绩效目标表": (None, None, None, None),
    "国有资产占用情况": (None, None, None, None),
}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_read_from_its_end(title: str) -> None:
    """The last words say the kind; what stands before them is the body, then the project."""
    found = head(title)
    assert TITLES[title] == (found.kind, found.year, found.entity, found.project)


OPENINGS: dict[tuple[str, ...], Facts] = {
    # 分成几行的标题
    ("青河县2023年度水利发展资金", "绩效自评报告"): (PROJECT, 2023, "青河县", "水利发展资金"),
    ("2021年度青河县人民代表大会常务委员会", "办公室部门决算", "目 录"): (
        FINAL,
        2021,
        "青河县人民代表大会常务委员会办公室",
        None,
    ),
    ("青河县", "某某中心", "2024年部门预算"): (BUDGET, 2024, "青河县某某中心", None),
    ("重湖市青河区白石镇人民政府", "2021年度“三公”经费决算汇总情况"): (
        FINAL,
        2021,
        "重湖市青河区白石镇人民政府",
        None,
    ),
    ("附件1", "项目支出绩效自评表", "（2022年度）", "项目名称：桥梁检测"): (
        PROJECT,
        2022,
        None,
        "桥梁检测",
    ),
    # 页首的其他话，页码、标签都不是名称
    (
        "索引号：qh001/2024-00003",
        "发布机构：青河县财政局",
        "发布日期：2024-09-20",
        "- 1 -",
        "青河县广播电视台2023年度部门决算",
    ): (FINAL, 2023, "青河县广播电视台", None),
    ("2021年部门决算公开说明", "发布时间：2022-09-15", "2021年度青河县文联部门决算"): (
        FINAL,
        2021,
        "青河县文联",
        None,
    ),
    # 标题里没有单位：表头、概况、第一句话
    ("2023年度部门决算", "部门名称：青河县供销社  金额单位：万元"): (
        FINAL,
        2023,
        "青河县供销社",
        None,
    ),
    ("2022年度单位决算公开", "目录", "第一部分 青河镇中心幼儿园概况", "第二部分 2022年度决算表"): (
        FINAL,
        2022,
        "青河镇中心幼儿园",
        None,
    ),
    ("2022年度项目支出绩效自评报告", "项目单位：青河县公路局　主管部门：青河县交通局"): (
        PROJECT,
        2022,
        "青河县公路局",
        None,
    ),
    ("一、2024年“三公”经费支出预算情况说明", "区委党校2024年“三公”经费支出预算为2.00万元。"): (
        BUDGET,
        2024,
        "区委党校",
        None,
    ),
    # 融成一行的网页
    ("部门预算项目支出绩效自评表（2023年度） 项目名称：育林补助 2019年度新造林验收" + "。" * 40,): (
        PROJECT,
        2023,
        None,
        "育林补助",
    ),
    # 批复：单位是收文的单位
    ("青河县财政局关于批复2022年度部门决算的通知", "青河县实验小学：", "你单位的决算收悉。"): (
        NOTICE,
        2022,
        "青河县实验小学",
        None,
    ),
    # 绩效自评表是不是项目的，看表头
    ("绩效自评表（2023年度）", "项目名称：路灯维护"): (PROJECT, 2023, None, "路灯维护"),
    ("绩效自评表（2023年度）", "部门名称：青河县残联"): (WHOLE, 2023, "青河县残联", None),
}


@pytest.mark.parametrize("lines", OPENINGS)
def test_an_opening_is_read_as_one(lines: tuple[str, ...]) -> None:
    """Lines of one title are joined; labels say what the title leaves out; noise is no name."""
    found = head(*lines)
    assert OPENINGS[lines] == (found.kind, found.year, found.entity, found.project)


def test_the_title_is_all_its_lines() -> None:
    """A title broken before its kind, and the year in a line of its own, are one title."""
    assert (
        "青河县2023年度水利发展资金绩效自评报告"
        == head("青河县2023年度水利发展资金", "绩效自评报告").title
    )
    assert "项目支出绩效自评表（2022年度）" == head("项目支出绩效自评表", "（2022年度）").title


def test_words_that_are_counted_say_no_kind() -> None:
    """A text that speaks of budgets all the time is none for it."""
    found = head("青河县水利局工作情况", "部门预算、部门预算、部门预算公开，预算编制说明。")
    assert found.kind is None


@pytest.mark.parametrize(
    ("title", "columns"),
    [
        ("关于批复2023年部门预算的通知", "budget"),
        ("关于批复2023年度部门决算的通知", "final_accounts"),
        ("青河县2022年财政预算执行情况", "final_accounts"),
        ("青河县水利局2020年“三公”经费支出情况", None),
    ],
)
def test_a_notice_is_read_as_what_it_is_about(title: str, columns: str | None) -> None:
    """A plain figure of a notice on a budget is a budget."""
    assert columns == head(title).columns


def test_a_word_at_the_end_of_a_title_says_one_thing() -> None:
    """No word stands in two lists, so that what it says does not depend on their order."""
    found: dict[str, set[str]] = {}
    for tail in (tail for tails in shipped_heads().tails.values() for tail in tails):
        found.setdefault(tail.name, set()).add(tail.says)
    assert {} == {name: says for name, says in found.items() if len(says) > 1}
