"""Pieces of a form that it has no block for, and headers that are not understood."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

YEARS = """
    项目名称 | 灯塔开放日 | ^ | ^ | ^ | ^
    项目资金情况（万元） | 资金来源 | 2022年度 | ^ | 2023年度 | ^
    ^ | ^ | 预算安排 | 实际执行 | 预算安排 | 实际执行
    ^ | 合计 | 20.00 | {spent} | 25.50 | 23.50
    ^ | 财政拨款 | 12.00 | 10.50 | {fiscal} | 13.60
    ^ | 其他资金 | 8.00 | 7.50 | 10.50 | 9.90
    支出明细预算（万元） | 支出内容 | 2022年度预算 | 2023年度预算 | 测算依据及说明 | ^
    ^ | 合计 | 20.00 | {detail} |  | ^
    ^ | 场地租赁 | 4.50 | 6.00 | {n}场×0.5万元/场 | ^
    ^ | 讲解补助 | 9.50 | 9.00 | 30人×0.3万元/人 | ^
    ^ | 导览印刷 | 4.00 | 8.00 | 2000册×40元/册 | ^
    ^ | 宣传 | 2.00 | 2.50 | 参照上年 | ^
    二级指标 | 三级指标 | 计量单位 | 2022年度实际水平 | 2023年度计划水平 | 比上年增长
    产出数量 | 开放场次 | 场 | 10 | ≥12 | {growth}
    产出数量 | 参观人次 | 人次 | 2000 | ≥2100 | 5%
    社会效益 | 线上观看 | 人次 | 4000 | ≥4400 | 10%
"""
TASKS = """
    部门名称 | ^ | 某县航道局 | ^ | ^ | ^
    年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | ^ | ^
    ^ | ^ | ^ | 总额 | 财政拨款 | 其他资金
    ^ | 灯塔修缮 | 修缮 | 30.00 | {fiscal} | 6.00
    ^ | 航标更换 | 更换 | 12.00 | 10.00 | 2.00
    ^ | 金额合计 | ^ | {total} | 34.00 | 8.00
    年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重
    ^ | 产出指标 | 数量指标 | 修缮灯塔 | ≥3座 | 50
    ^ | 效益指标 | 社会效益 | 航标正常率 | ≥95% | 50
"""
GROUPS = """
    项目名称 | ^ | 灯塔修缮 | ^ | ^
    资金投入情况（万元） | 资金构成 | 计划投入 | 实际投入 | 投入率
    ^ | 一、财政资金 | 100.00 | 90.00 | 90%
    ^ | （一）中央 | 60.00 | {inner} | {rate}
    ^ | （二）省级 | 40.00 | 36.00 | 90%
    ^ | 二、自筹资金 | 20.00 | 20.00 | 100%
    ^ | 合计 | 120.00 | {total} | 91.67%
    绩效指标 | 指标名称 | 目标值 | 完成值 | 得分
    ^ | 修缮灯塔 | ≥3座 | 3座 | 60
    ^ | 航标正常率 | ≥95% | 96% | 40
    总分 | ^ | ^ | ^ | 100
"""
BESIDE = """
    一级指标 | 三级指标 | 分值 | 指标值 | 完成值 | {header} | 得分
    产出指标 | 修缮灯塔 | 50 | ≥3座 | {done}座 | 7 | 50
    ^ | 修缮合格率 | {weight} | ≥95% | 96% | 7 | 20
    效益指标 | 航标正常率 | 30 | ≥95% | 97% | 8 | 30
    总分 | ^ | 100 | ^ | ^ | ^ | {score}
"""


def broken(form: str, title: str = "项目支出绩效自评表") -> list[str]:
    """Return the rules that a form breaks."""
    report = read(title, form, kind="self_evaluation", year=2023).report
    assert len(report.evaluations) == 1
    return sorted(f.rule for f in pr.check(report, RULES).findings if f.severity == "error")


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"spent": "19.00"}, ["TOT-001"]),
        ({"fiscal": "17.00"}, ["TOT-001"]),
        ({"detail": "52.50"}, ["TOT-001"]),
        ({"n": 15}, ["MAT-001"]),
        ({"growth": "12%"}, ["YOY-001"]),
    ],
)
def test_columns_of_several_years_bear_themselves_out(
    said: dict[str, object], rules: list[str]
) -> None:
    """A row 合计 is the sum of the others in whatever year; a product is what it says it is."""
    right = {"spent": "18.00", "fiscal": "15.00", "detail": "25.50", "n": 12, "growth": "20%"}
    assert broken(YEARS.format(**{**right, **said}), "项目支出绩效目标申报表") == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"fiscal": "26.00"}, ["TOT-001"]),
        ({"total": "24.00"}, ["TOT-001"]),
    ],
)
def test_tasks_with_a_header_of_two_rows_add_up_both_ways(
    said: dict[str, str], rules: list[str]
) -> None:
    """总额 above the first of the columns is what the others make, 合计 what the rows make."""
    form = TASKS.format(**{"fiscal": "24.00", "total": "42.00", **said})
    assert broken(form, "部门整体支出绩效目标申报表") == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"inner": "45.00", "rate": "75%"}, ["TOT-001"]),
        ({"rate": "80%"}, ["BUD-001-PAIR"]),
        ({"total": "101.00"}, ["BUD-001-PAIR", "TOT-001"]),
    ],
)
def test_headers_that_no_form_has_attest_themselves(said: dict[str, str], rules: list[str]) -> None:
    """投入率 is of the two columns before it, a group is the sum of the items below it."""
    assert (
        broken(GROUPS.format(**{"inner": "54.00", "rate": "90%", "total": "110.00", **said}))
        == rules
    )


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"done": 2}, ["PI-014"]),
        ({"score": 90}, ["PI-003-SUM"]),
    ],
)
def test_an_unknown_column_stands_beside_points_that_make_a_hundred(
    said: dict[str, object], rules: list[str]
) -> None:
    """The columns that are understood are those of the form, and are judged."""
    right = {"header": "涉及站点", "done": 3, "weight": 20, "score": 100}
    assert broken(BESIDE.format(**{**right, **said})) == rules


@pytest.mark.parametrize("said", [{"weight": 25}, {"header": "验收完成值"}])
def test_an_unknown_column_that_may_be_meant_keeps_a_form_unread(said: dict[str, object]) -> None:
    """Points that make no hundred, or one more value: which column is meant is open."""
    right = {"header": "涉及站点", "done": 2, "weight": 20, "score": 100}
    form = BESIDE.format(**{**right, **said})
    paper = read("项目支出绩效自评表", form, kind="self_evaluation", year=2023)
    assert paper.report.evaluations == ()


def test_what_others_gave_is_not_the_score_of_the_form() -> None:
    """复核得分 beside 自评得分 is another one's; alone it is the score."""
    form = BESIDE.format(header="复核得分", done=3, weight=20, score=100)
    assert broken(form) == []
    alone = form.replace(" | 得分", " | 指标编码")
    assert broken(alone) == ["PI-003-SUM"]


def test_a_product_with_digits_in_wrong_groups_loses_no_form() -> None:
    """3台×1234,567元 is no product that anybody can read; the rest of the form is read."""
    form = YEARS.format(spent="18.00", fiscal="15.00", detail="25.50", n=12, growth="20%")
    odd = form.replace("2000册×40元/册", "3台×1234,567元")
    assert odd != form
    assert broken(odd) == broken(form)


HEAD = """
    项目名称 | ^ | 航道疏浚 | ^ | ^
    主管部门 | ^ | 某县交通局 | 项目单位 | 某县航道局
    已签合同情况（万元） | ^ | ^ | ^ | ^
    序号 | 合同 | 签订日期 | 合同金额 | 已付金额
    1 | 北区疏浚 | 2023-03-10 | 40.00 | 36.00
    2 | 南区疏浚 | 2023-04-12 | 30.00 | {paid}
    3 | 航标更换 | 2023-06-18 | 20.00 | 15.00
    合计 | ^ | ^ | {whole} | 78.00
    尚未支付 | ^ | 12.00 | 其中：质量保证金 | 9.00
"""


@pytest.mark.parametrize(
    ("change", "rules"),
    [({}, []), ({"whole": "96.00"}, ["TOT-001"]), ({"paid": "28.00"}, ["TOT-001"])],
)
def test_a_table_may_begin_as_a_form_and_have_no_indicators(
    change: dict[str, str], rules: list[str]
) -> None:
    """Below such a head a title begins a table of its own, and 合计 ends it."""
    form = HEAD.format(**{"whole": "90.00", "paid": "27.00", **change})
    title = "专项债券项目绩效自评表"
    made = read(title, form, kind="project_evaluation", year=2023).report
    found = pr.check(made, pr.RuleSet.for_region()).findings
    assert [one.rule for one in found if one.severity == "error"] == rules
