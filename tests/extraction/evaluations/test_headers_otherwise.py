"""Headers of forms in two rows, with letters and formulas, weights of every level, adjustments."""
# ruff: noqa: E501 - forms are wide

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

NUMBERED = """
    项目名称 | ^ | ^ | 航道疏浚 | ^ | ^ | ^ | ^ | ^
    项目资金（万元） | ^ | ^ | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    ^ | ^ | ^ | A | B | C | 10 | C/B | 10*C/B
    年度资金总额 | ^ | ^ | 60.00 | 80.00 | {total} | 10 | 90.00% | 9
    其中：财政拨款 | ^ | ^ | 40.00 | 50.00 | 46.00 | — | 92.00% | —
    其他资金 | ^ | ^ | 20.00 | 30.00 | 26.00 | — | 86.67% | —
    年度总体目标 | 预期目标 | ^ | ^ | ^ | 实际完成情况 | ^ | ^ | ^
    ^ | 疏浚航道里程320公里。 | ^ | ^ | ^ | {done} | ^ | ^ | ^
    绩效指标 | 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 完成率 | 分值 | 得分 | 未完成原因及改进措施
    ^ | 产出指标 | 疏浚航道里程 | ≥320公里 | 345公里 | 107.81% | 50 | 50 |
    ^ | 效益指标 | 船舶通过率 | ≥95% | 94% | 98.95% | 40 | 39 | 两次枯水
    总分 | ^ | ^ | ^ | ^ | ^ | 100 | 98 |
"""
WEIGHED = """
    一级指标 | ^ | 二级指标 | ^ | 三级指标 | ^ | 评分标准 | 自评得分
    名称 | 权重（%） | 名称 | 权重（%） | 名称 | 权重（%） | ^ | ^
    履职效能 | {first} | 整体效能 | 60 | 产出完成情况 | 35 | 按完成率计分 | 35
    ^ | ^ | ^ | ^ | 效益实现情况 | 25 | 按完成率计分 | 25
    管理效率 | 40 | 预算执行 | {second} | 预算编制约束性 | 16 | 调剂率低得满分 | 16
    ^ | ^ | ^ | ^ | 财务管理合规性 | 14 | 无违规得满分 | 14
    ^ | ^ | 信息公开 | 10 | 公开合规性 | 10 | 按时公开得满分 | 10
    合计 | 100 | ^ | 100 | ^ | 100 | | {total}
"""
ADJUSTED = """
    部门名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^
    整体支出规模（万元） | ^ | 资金来源 | 年初预算 | 预算调整数 | 全年预算 | 实际支出
    ^ | ^ | 合计 | 60.00 | {by} | 80.00 | 72.00
    ^ | ^ | 基本支出 | 40.00 | -5.00 | 35.00 | 30.00
    ^ | ^ | 项目支出 | 20.00 | 25.00 | 45.00 | 42.00
    一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
    产出 | 数量 | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 60
    效益 | 社会效益 | 船舶通过率 | ≥95% | 96% | 40 | 40
"""

ACROSS = """
    单位名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^
    任务完成情况 | 任务名称 | 主要内容 | 预算数（万元） | ^ | ^ | 执行数（万元） | ^ | ^ | 分值 | 得分
    ^ | ^ | ^ | 小计 | 财政拨款 | 其他资金 | 小计 | 财政拨款 | 其他资金 | ^ | ^
    ^ | 航道疏浚 | 清淤 | 50.00 | 40.00 | 10.00 | 46.00 | {grant} | 9.00 | |
    ^ | 灯塔巡检 | 巡检 | 30.00 | 30.00 | 0.00 | {second} | 26.00 | 0.00 | |
    ^ | 金额合计 | ^ | 80.00 | 70.00 | 10.00 | 72.00 | 63.00 | 9.00 | 10 | 9
    绩效指标 | 一级指标 | 三级指标 | 年度指标值 | ^ | ^ | 实际完成值 | ^ | ^ | 分值 | 得分
    ^ | 产出指标 | 疏浚航道里程 | ≥320公里 | ^ | ^ | 345公里 | ^ | ^ | 90 | 90
"""
NAMED = """
    单位名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^
    年度主要任务 | ^ | 对应项目 | 预算资金（万元） | 执行资金（万元） | 执行率 | 完成情况
    航道畅通 | ^ | 航道疏浚 | 50.00 | {first} | {rate} | 清淤完工
    航行安全 | ^ | 灯塔巡检 | 30.00 | 27.00 | 90.00% | 巡检完毕
    金额合计 | ^ | ^ | 80.00 | 72.00 | 90.00% |
    一级指标 | ^ | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | ^ | 疏浚航道里程 | ≥320公里 | 345公里 | 90 | 90
"""
DIVIDED = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^ | ^ | ^ | ^
    一级指标 | 三级指标 | 年度指标值 | ^ | ^ | 实际完成值 | 分值 | 得分 | 偏差原因分析 | ^
    ^ | ^ | 运算符号 | 内容 | 度量单位 | ^ | ^ | ^ | 设备故障 | 原因说明
    产出指标 | 疏浚航道里程 | >= | 320 | 公里 | {done} | 60 | {points} | √ | {reason}
    效益指标 | 船舶通过率 | >= | 95 | % | 96 | 40 | 40 | |
    合计 | ^ | ^ | ^ | ^ | ^ | 100 | {total} | |
"""
BY_YEAR = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^
    分年度资金需求（万元） | 资金来源 | ^ | 2024年 | 2025年 | 合计 | 备注
    ^ | 市级财政资金 | ^ | 30.00 | 26.00 | 56.00 |
    ^ | 县级财政资金 | ^ | 20.00 | 14.00 | 34.00 |
    ^ | 合计 | ^ | 50.00 | {money} | 90.00 |
    一级指标 | 三级指标 | 指标方向 | 分年度指标值 | ^ | 实施期指标值 | 权重
    ^ | ^ | ^ | 2024年 | 2025年 | ^ | ^
    产出指标 | 疏浚航道里程 | ≥ | 120 | 140 | 260 | 60
    效益指标 | 船舶通过率 | ≥ | 95 | 96 | 96 | {weight}
    合计 | ^ | ^ | ^ | ^ | ^ | 100
"""
SHARED = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^
    一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 59
    ^ | 巡检灯塔 | ≥10座 | 9座 | ^ | ^
    效益指标 | 船舶通过率 | ≥95% | 96% | 40 | 40
    总分 | ^ | ^ | ^ | 100 | {total}
"""

YEARS = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^
    一级指标 | 三级指标 | 2022年完成值 | 2023年指标值 | 2023年完成值 | 分值 | 得分
    产出指标 | 疏浚航道里程 | 280公里 | ≥320公里 | {done}公里 | 60 | 60（完成率100%×60）
    效益指标 | 船舶通过率 | 91% | ≥95% | 96% | 40 | 40
    总分 | ^ | ^ | ^ | ^ | 100 | {total}
"""
BESIDE = """
    单位名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^
    年度预算（万元） | 预算情况 | 资金类别 | 年初预算 | 调整后预算 | 实际支出 | 执行率
    ^ | 年度预算总额 | 基本支出 | 40.00 | {basic} | 30.00 | 85.71%
    ^ | ^ | 项目支出 | 20.00 | 45.00 | 42.00 | 93.33%
    ^ | ^ | 合计 | 60.00 | 80.00 | 72.00 | 90.00%
    一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
    产出 | 数量 | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 60
    效益 | 社会效益 | 船舶通过率 | ≥95% | 96% | 40 | 40
"""
LOOSE = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^
    年度预算数（万元） | ^ | 80 | 年度执行数（万元） | 72 | 执行率{rate}
    一级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
    产出 | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 60
    效益 | 船舶通过率 | ≥95% | 96% | 40 | 40
"""

GRADED = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^
    一级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
    产出 | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 60
    效益 | 船舶通过率 | ≥95% | 96% | 40 | 40
    四、自评结论 | ^ | ^ | ^ | ^ | ^
    自评总分 | ^ | {total} | ^ | 自评等级 | 优
"""


def errors(form: str) -> list[str]:
    """Return the rules that are broken in a form."""
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return [
        one.rule
        for one in pr.check(report, RULES).findings
        if one.severity == "error" or one.rule == "PI-006"
    ]


@pytest.mark.parametrize(
    ("total", "done", "rules"),
    [
        ("72.00", "疏浚航道里程345公里。", []),
        ("71.00", "疏浚航道里程345公里。", ["BUD-001", "TOT-001"]),
        ("72.00", "疏浚航道里程354公里。", ["TXT-003"]),
    ],
)
def test_a_row_of_letters_and_formulas_only_numbers_the_columns(
    total: str, done: str, rules: list[str]
) -> None:
    """A, B and C/B are no figures; what seems the name of the block heads the names of its rows."""
    assert sorted(errors(NUMBERED.format(total=total, done=done))) == rules


@pytest.mark.parametrize(
    ("first", "second", "total", "rules"),
    [
        ("60", "30", "100", []),
        ("60", "30", "99", ["PI-003-SUM"]),
        ("65", "30", "100", ["PI-009"]),
        ("60", "32", "100", ["PI-009"]),
    ],
)
def test_every_level_may_have_its_own_weights(
    first: str, second: str, total: str, rules: list[str]
) -> None:
    """名称 and 权重 below 一级指标 are its name and its weight."""
    assert errors(WEIGHED.format(first=first, second=second, total=total)) == rules


@pytest.mark.parametrize(("by", "rules"), [("20.00", []), ("+20.00", []), ("25.00", ["BUD-004"])])
def test_an_adjustment_stands_between_two_budgets(by: str, rules: list[str]) -> None:
    """It is by how much the second budget is more than the first."""
    assert errors(ADJUSTED.format(by=by)) == rules


@pytest.mark.parametrize(
    ("grant", "second", "rules"),
    [
        ("37.00", "26.00", []),
        ("35.00", "26.00", ["TOT-001"]),  # of the task, by source
        ("37.00", "28.00", ["TOT-001", "TOT-001"]),  # of the task, and of all of them
    ],
)
def test_money_may_be_taken_apart_across_and_down(
    grant: str, second: str, rules: list[str]
) -> None:
    """A row below the header may take each stage apart by source; the first is the whole."""
    assert errors(ACROSS.format(grant=grant, second=second)) == rules


@pytest.mark.parametrize(("total", "rules"), [("99", []), ("98", ["PI-003-SUM"])])
def test_points_that_are_merged_over_rows_are_counted_once(total: str, rules: list[str]) -> None:
    """Several indicators may have their points together, in one cell beside them."""
    assert [one for one in errors(SHARED.format(total=total)) if one != "PI-006"] == rules


@pytest.mark.parametrize(
    ("done", "total", "rules"),
    [("345", "100", []), ("310", "100", ["PI-014"]), ("345", "99", ["PI-003-SUM"])],
)
def test_what_was_reached_in_another_year_is_not_what_was_reached(
    done: str, total: str, rules: list[str]
) -> None:
    """Of columns that name their years the last one counts; points may be explained in brackets."""
    assert errors(YEARS.format(done=done, total=total)) == rules


@pytest.mark.parametrize(("basic", "rules"), [("35.00", []), ("36.00", ["TOT-001", "BUD-001"])])
def test_of_two_columns_of_names_the_one_with_a_name_for_every_row_counts(
    basic: str, rules: list[str]
) -> None:
    """年度预算总额 beside all rows names none of them; 合计 may stand below its parts."""
    assert sorted(errors(BESIDE.format(basic=basic))) == sorted(rules)


@pytest.mark.parametrize(("rate", "rules"), [("：90%", []), ("90%", []), ("：95%", ["BUD-001"])])
def test_money_may_stand_beside_the_names_of_its_stages(rate: str, rules: list[str]) -> None:
    """年度执行数 behind 年度预算数 is what was spent of it, and no part of it."""
    assert errors(LOOSE.format(rate=rate)) == rules


@pytest.mark.parametrize(("total", "rules"), [("100", []), ("98", ["PI-003-SUM"])])
def test_a_total_that_is_called_a_score_is_no_weight(total: str, rules: list[str]) -> None:
    """自评总分 with one number beside it is what was given, whatever columns stand above."""
    assert errors(GRADED.format(total=total)) == rules


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ({}, []),
        ({"done": "304", "points": "57", "total": "97", "reason": "疏浚船检修"}, []),
        ({"done": "304"}, ["PI-014"]),
    ],
)
def test_what_a_target_is_taken_apart_into_is_the_target(
    said: dict[str, str], rules: list[str]
) -> None:
    """内容 between its sign and its unit is the target itself; kinds of reasons hold no figures."""
    right = {"done": "345", "points": "60", "total": "100", "reason": ""}
    assert errors(DIVIDED.format(**{**right, **said})) == rules


@pytest.mark.parametrize(
    ("first", "rate", "rules"),
    [
        ("45.00", "90.00%", []),
        ("43.00", "86.00%", ["TOT-001"]),
        ("45.00", "95.00%", ["BUD-001"]),
    ],
)
def test_what_heads_the_names_of_rows_is_no_name_of_the_block(
    first: str, rate: str, rules: list[str]
) -> None:
    """年度主要任务 that does not go down beside its rows stands above what they are called."""
    assert errors(NAMED.format(first=first, rate=rate)) == rules


@pytest.mark.parametrize(
    ("money", "weight", "rules"),
    [("40.00", "40", []), ("44.00", "40", ["TOT-001"]), ("40.00", "35", ["PI-002"])],
)
def test_years_below_a_header_take_it_apart(money: str, weight: str, rules: list[str]) -> None:
    """2024年 and 2025年 below 分年度指标值 are a second row of the header, and no indicators."""
    assert errors(BY_YEAR.format(money=money, weight=weight)) == rules


TWO_ROWS = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^ | ^
    绩效指标 | ^ | 年度指标值 | ^ | ^ | 实际完成值 | 分值 | 得分
    一级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | ^ | ^ | ^
    产出指标 | 疏浚航道里程 | ≥ | 320 | 公里 | {done} | 60 | 60
    效益指标 | 船舶通过率 | ≥ | 95 | % | 96 | 40 | 40
    总分 | ^ | ^ | ^ | ^ | ^ | 100 | {total}
"""


@pytest.mark.parametrize(
    ("done", "total", "rules"),
    [("345", "100", []), ("310", "100", ["PI-014"]), ("345", "98", ["PI-003-SUM"])],
)
def test_headers_that_go_down_past_a_row_go_on_in_it(
    done: str, total: str, rules: list[str]
) -> None:
    """However much the second row of a header says, it is none of its own beside such headers."""
    assert errors(TWO_ROWS.format(done=done, total=total)) == rules


BEHIND = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^
    一级指标 | 二级指标 | 分值 | 指标内容 | 指标值 | 评分细则
    产出指标 | 数量指标 | {weight} | 疏浚航道里程 | ≥320公里 | 按完成比例得分
    ^ | 质量指标 | 30 | 船舶通过率 | ≥95% | 按完成比例得分
    效益指标 | 社会效益指标 | 30 | 船员满意度 | ≥90% | 按完成比例得分
    合计 | ^ | 100 | | |
"""


@pytest.mark.parametrize(("weight", "rules"), [("40", []), ("35", ["PI-002"])])
def test_points_of_a_name_are_those_of_the_one_indicator_below_it(
    weight: str, rules: list[str]
) -> None:
    """分值 may stand before what the indicator is about."""
    assert errors(BEHIND.format(weight=weight)) == rules


STANDARD = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^
    一级指标 | 三级指标 | 指标值 | 实际数 | 分值 | {head} | 最后得分
    产出指标 | 疏浚航道里程 | ≥320公里 | {done}公里 | 60 | {standard} | 60
    效益指标 | 船舶通过率 | ≥95% | 96% | 40 | {standard} | 40
    总分 | ^ | ^ | ^ | 100 | | 100
"""
USUAL = "完成值达到指标值记满分；未达到的，按B/A×该指标分值记分"


@pytest.mark.parametrize("head", ["得分计算方法", "评分标准及依据", "赋分规则"])
@pytest.mark.parametrize(
    ("done", "standard", "rules"),
    [
        ("345", USUAL, []),
        ("310", USUAL, ["PI-014"]),
        ("310", "按完成比例得分", ["PI-014"]),
        ("310", "达到300公里得满分", []),  # a standard of its own may give full marks for less
    ],
)
def test_a_standard_that_says_what_is_usual_is_none_of_its_own(
    head: str, done: str, standard: str, rules: list[str]
) -> None:
    """Full marks for a target that is reached and less in proportion is how all points are given."""
    assert errors(STANDARD.format(head=head, done=done, standard=standard)) == rules


RECEIVED = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^ | ^
    项目资金（万元） | ^ | 全年预算数 | 到位资金 | 到位率 | 全年执行数 | 执行率 | 分值
    年度资金总额 | ^ | 80.00 | 76.00 | {rate} | 72.00 | 90.00% | 10
    一级指标 | ^ | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 未达预期原因
    产出指标 | ^ | 疏浚航道里程 | ≥320公里 | 345公里 | 90 | 90 |
"""


@pytest.mark.parametrize(("rate", "rules"), [("95.00%", []), ("98.00%", ["BUD-001"])])
def test_what_arrived_has_a_rate_of_its_own(rate: str, rules: list[str]) -> None:
    """到位率 is what arrived of what was budgeted, 执行率 what was spent of it."""
    assert errors(RECEIVED.format(rate=rate)) == rules
