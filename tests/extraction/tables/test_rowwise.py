"""What the columns of a table say of each other in every row, in whatever file it stands."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import WAYS, errors, paper

TITLE = "云岭县水产站2022年度部门整体支出绩效自评报告"

TABLES = {
    "执行率": (
        "鱼苗投放与管护情况\n单位：万元",
        "事项 | 预算数 | 执行数 | 执行率\n鱼苗投放 | 64.00 | 60.80 | 95.00%\n"
        "塘坝清淤 | 38.00 | {} | 80.00%\n巡护管理 | 25.50 | 25.50 | 100.00%\n"
        "合计 | 127.50 | 116.70 | 91.53%",
        ("30.40", "34.40"),
    ),
    "完成率": (
        "产出情况",
        "指标 | 计划 | 实际 | 完成率\n放流鱼苗（万尾） | 150 | 156 | "
        "{}\n检测水样（份） | 60 | 57 | 95%\n"
        "救护船只（艘） | 4 | 4 | 100%\n发放手册（册） | 800 | 720 | 90%",
        ("104%", "114%"),
    ),
    "合计行的执行率": (
        "经费使用情况\n单位：万元",
        "事项 | 下达资金 | 使用资金 | 使用率\n养殖补助 | 210.00 | 189.00 | 90.00%\n"
        "检疫补助 | 90.00 | 86.40 | 96.00%\n合计 | 300.00 | 275.40 | {}",
        ("91.80%", "97.80%"),
    ),
    "增减额": (
        "养殖面积（亩）",
        "片区 | 2022年面积 | 2021年面积 | 增减\n东湖 | 1420 | 1350 | 70\n西塘 | 865 | 910 | -45\n"
        "南圩 | 2033 | 1980 | {}",
        ("53", "83"),
    ),
    "增长率": (
        "支出变化\n单位：万元",
        "类别 | 本年支出 | 上年支出 | 增减额 | 增长率\n水质检测 | 52.00 | 50.00 | 2.00 | 4.00%\n"
        "渔船检验 | 33.00 | 30.00 | 3.00 | {}\n渔港疏浚 | 105.00 | 100.00 | 5.00 | 5.00%",
        ("10.00%", "13.00%"),
    ),
    "结余": (
        "资金结余情况\n单位：万元",
        "事项 | 到位资金 | 支出资金 | 结余资金\n网箱改造 | 140.00 | 132.60 | 7.40\n"
        "渔港照明 | 26.00 | 26.00 | 0.00\n渔政码头 | 71.50 | 64.20 | {}",
        ("7.30", "17.30"),
    ),
    "单价乘数量": (
        "器材购置清单",
        "器材 | 数量（台） | 单价（元） | 金额（元）\n测深仪 | 3 | 8600 | "
        "{}\n救生艇 | 2 | 34500 | 69000\n"
        "对讲机 | 20 | 780 | 15600\n合计 | | | 110400",
        ("25800", "28500"),
    ),
    "占比": (
        "经费构成\n单位：万元",
        "类别 | 金额 | 占比\n渔政执法 | 480.00 | 60.00%\n技术推广 | "
        "200.00 | {}\n病害防治 | 120.00 | 15.00%\n"
        "合计 | 800.00 | 100.00%",
        ("25.00%", "35.00%"),
    ),
    "各栏相加": (
        "渔民培训人数",
        "乡镇 | 合计 | 春季 | 秋季\n白沙镇 | {} | 84 | 66\n青溪乡 | "
        "121 | 70 | 51\n芦苇乡 | 98 | 40 | 58\n"
        "合计 | 369 | 194 | 175",
        ("150", "160"),
    ),
    "一栏的合计": (
        "附表：渔业项目（单位：万元）",
        "项目名称 | 金额\n鱼苗投放 | 64.20\n塘坝清淤 | 38.50\n巡护管理 | 25.40\n合计 | {}",
        ("128.10", "138.10"),
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", TABLES)
def test_the_figures_of_a_row_go_with_each_other(name: str, way: str) -> None:
    """A rate, a difference, a product or a sum that its own columns do not make is found."""
    above, rows, (right, wrong) = TABLES[name]
    assert errors(paper(way, TITLE, above, rows.format(right))) == []
    assert errors(paper(way, TITLE, above, rows.format(wrong)))


QUIET = {
    "完成率以百分之百为限": (
        "指标 | 计划 | 实际 | 完成率\n"
        "植藕（亩） | 500 | 620 | 100%\n"
        "修渠（公里） | 10 | 9 | 90%\n"
        "清塘（口） | 20 | 18 | 90%"
    ),
    "率说的是别的数": (
        "村 | 户数 | 人口 | 参保率\n"
        "东村 | 200 | 810 | 95%\n"
        "西村 | 150 | 600 | 97%\n"
        "南村 | 310 | 1200 | 92%"
    ),
    "得分率不是执行率": (
        "一级指标 | 分值 | 得分 | 得分率\n投入 | 20 | 18 | 90%\n过程 | "
        "30 | 27 | 90%\n产出 | 50 | 48 | 96%"
    ),
    "合计栏之外还有别的栏": (
        "乡镇 | 总人口 | 渔民 | 蚕农\n"
        "白沙镇 | 5100 | 840 | 660\n"
        "青溪乡 | 4210 | 700 | 510\n"
        "芦苇乡 | 3980 | 400 | 580"
    ),
    "四舍五入": (
        "事项 | 预算数 | 执行数 | 执行率\n"
        "鱼苗投放 | 63 | 61 | 96.83%\n"
        "塘坝清淤 | 37 | 29 | 78.4%\n"
        "巡护管理 | 7 | 6 | 86%"
    ),
    "标准不是单价": (
        "类别 | 人数 | 每月标准（元） | 全年发放（元）\n"
        "甲类 | 12 | 300 | 43200\n"
        "乙类 | 20 | 200 | 48000\n"
        "丙类 | 8 | 100 | 9600"
    ),
    "空白的基数": (
        "事项 | 上年数 | 本年数 | 增长率\n"
        "新项目 | | 40.00 | \n"
        "旧项目 | 20.00 | 22.00 | 10.00%\n"
        "老项目 | 50.00 | 55.00 | 10.00%"
    ),
    "名单没有合计": "航段 | 里程\n上游 | 12.5\n中游 | 30.2\n下游 | 18.8\n已整治 | 40.1",
}


@pytest.mark.parametrize("way", WAYS[:3])
@pytest.mark.parametrize("name", QUIET)
def test_columns_that_are_not_of_each_other_say_nothing(name: str, way: str) -> None:
    """What the rows do not attest, or what is capped or rounded, is no contradiction."""
    assert errors(paper(way, TITLE, "情况表", QUIET[name])) == []


SOURCES = (
    "科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | "
    "经营收入 | 其他收入\n"
    "2100202 | 中医医院 | {} | 1,850.20 | | 230.10 | | 24.30"
)


@pytest.mark.parametrize("way", WAYS[:3])
def test_the_income_of_one_row_is_the_sum_of_its_sources(way: str) -> None:
    """A table of one row has no total beside it, but its columns are all the sources there are."""
    title, above = "清溪县中医院2020年度部门决算", "收入决算表\n单位：万元"
    assert errors(paper(way, title, above, SOURCES.format("2,104.60"))) == []
    assert errors(paper(way, title, above, SOURCES.format("2,204.60")))
