"""What the goal of a form says in words, beside the indicator of that name."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^
    年度总体目标 | 预期目标 | ^ | ^ | 实际完成情况 | ^ | ^
    ^ | {goal} | ^ | ^ | {done} | ^ | ^
    绩效指标 | 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    ^ | 产出指标 | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 60
    ^ | 效益指标 | 船舶通过率 | ≥95% | 96% | 40 | 40
    总分 | ^ | ^ | ^ | ^ | 100 | 100
"""
LATER = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^
    总体目标 | 实施期目标 | ^ | ^ | 年度目标 | ^
    ^ | 疏浚航道里程960公里。 | ^ | ^ | 疏浚航道里程{goal}公里。 | ^
    绩效指标 | 一级指标 | 三级指标 | 实施期指标值 | 年度指标值 | 权重
    ^ | 产出指标 | 疏浚航道里程 | ≥960公里 | ≥320公里 | 60
    ^ | 效益指标 | 船舶通过率 | ≥95% | ≥95% | 40
"""


def found(form: str) -> dict[str, str]:
    """Return the rules that a form breaks, with how severe that is."""
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return {
        one.rule: one.severity
        for one in pr.check(report, RULES).findings
        if one.severity in ("error", "review")
    }


@pytest.mark.parametrize(
    ("goal", "done", "severity"),
    [
        ("完成疏浚航道里程不少于320公里，船舶通过率达到95%以上。", "疏浚航道里程345公里。", ""),
        ("完成疏浚航道里程230公里。", "已按计划完成。", "error"),
        ("全年疏浚航道里程达到320公里。", "2023年疏浚航道里程354公里。", "error"),
        ("疏浚航道里程500公里。", "已按计划完成。", "review"),
        ("1.疏浚航道里程320公里；2.船舶通过率95%。", "（1）疏浚航道里程345公里", ""),
        ("1.疏浚航道里程310公里；2.船舶通过率95%。", "（1）疏浚航道里程345公里", "error"),
        ("疏浚航道里程约330公里。", "已按计划完成。", ""),
        ("北区疏浚航道里程120公里。", "其中疏浚航道里程145公里为支流。", ""),
        ("2023—2025年疏浚航道里程420公里。", "上年疏浚航道里程145公里。", ""),
        ("疏浚航道里程320条次。", "累计疏浚航道里程745公里。", ""),
    ],
)
def test_a_goal_in_words_is_that_of_its_indicator(goal: str, done: str, severity: str) -> None:
    """The whole name before a figure makes it the indicator's; a number wholly apart is a doubt."""
    assert found(FORM.format(goal=goal, done=done)) == ({"TXT-003": severity} if severity else {})


@pytest.mark.parametrize(("goal", "rules"), [("320", {}), ("220", {"TXT-003": "error"})])
def test_the_goal_of_the_whole_time_is_not_that_of_the_year(
    goal: str, rules: dict[str, str]
) -> None:
    """实施期目标 stands beside 年度目标 and is of other years."""
    assert found(LATER.format(goal=goal)) == rules


@pytest.mark.parametrize(("goal", "rules"), [("320", {}), ("230", {"TXT-003": "error"})])
def test_of_two_goals_of_one_year_the_last_one_holds(goal: str, rules: dict[str, str]) -> None:
    """年初绩效目标 beside 调整后绩效目标 was another one."""
    head = "年度总体目标 | 年初绩效目标 | ^ | 调整后绩效目标 | ^ | 实际完成情况 | ^"
    text = f"^ | 疏浚航道里程560公里 | ^ | 疏浚航道里程{goal}公里 | ^ | 疏浚航道里程345公里 | ^"
    rows = FORM.strip().split("\n")
    assert found("\n".join([rows[0], head, text, *rows[3:]])) == rules


@pytest.mark.parametrize(
    ("goal", "done", "severity"),
    [
        ("内河支流疏浚航道320公里。", "内河支流疏浚航道345公里。", ""),
        ("内河支流疏浚航道320公里。", "内河支流疏浚航道382公里。", "error"),
        ("内河支流疏浚航道320公里。", "内河干流疏浚航道382公里。", ""),
        ("内河支流疏浚航道310公里。", "内河支流疏浚航道382公里。", ""),
        ("内河支流清淤320公里。", "内河支流清淤382公里。", ""),
    ],
)
def test_a_goal_with_the_number_and_most_of_the_name_is_that_of_an_indicator(
    goal: str, done: str, severity: str
) -> None:
    """What is told under the whole name of such a goal is what became of the indicator."""
    assert found(FORM.format(goal=goal, done=done)) == ({"TXT-003": severity} if severity else {})


@pytest.mark.parametrize(
    ("goal", "done", "severity"),
    [
        (
            "疏浚航道里程320公里，船舶通过率达到95%以上。",
            "疏浚航道里程298公里，船舶通过率96%。",
            "error",
        ),
        ("疏浚航道里程320公里，船舶通过率达到95%以上。", "疏浚航道里程298公里。", "review"),
        ("疏浚航道里程500公里，船舶通过率达到95%以上。", "已按计划完成。", "error"),
        ("疏浚航道里程320公里。", "北区疏浚航道里程298公里，船舶通过率96%。", ""),
    ],
)
def test_a_text_that_tells_another_row_right_tells_the_rows(
    goal: str, done: str, severity: str
) -> None:
    """A text that has the figure of one row under its name has that of the next one as well."""
    assert found(FORM.format(goal=goal, done=done)) == ({"TXT-003": severity} if severity else {})


@pytest.mark.parametrize(
    ("project", "severity"), [("北区疏浚航道里程测量", "error"), ("航道疏浚", "")]
)
def test_what_the_name_of_the_project_holds_narrows_nothing(project: str, severity: str) -> None:
    """Whatever a form tells is of what its project is called after."""
    form = FORM.replace("项目名称 | ^ | 航道疏浚", f"项目名称 | ^ | {project}")
    text = form.format(goal="按计划疏浚。", done="北区疏浚航道里程354公里。")
    assert found(text) == ({"TXT-003": severity} if severity else {})


@pytest.mark.parametrize(("done", "rules"), [("12", {}), ("10", {"TXT-003": "error"})])
def test_an_indicator_may_be_called_by_what_it_is_counted_in(
    done: str, rules: dict[str, str]
) -> None:
    """普法宣讲场次 of 12场 is 普法宣讲; what is done with it, 开展, is no part of its name."""
    form = FORM.replace("船舶通过率 | ≥95% | 96%", "普法宣讲场次 | ≥12场 | 12场")
    told = f"疏浚航道里程345公里，开展普法宣讲{done}场。"
    assert found(form.format(goal="按计划疏浚。", done=told)) == rules


@pytest.mark.parametrize(("done", "rules"), [("345", {}), ("298", {"TXT-003": "error"})])
def test_what_was_done_is_told_of_each_task(done: str, rules: dict[str, str]) -> None:
    """完成情况 beside the money of a task tells the results of the indicators."""
    form = f"""
        部门名称 | ^ | 某县航道局 | ^ | ^ | ^ | ^
        年度主要任务 | ^ | 预算资金（万元） | 执行资金（万元） | 执行率 | 完成情况 | ^
        航道畅通 | ^ | 50.00 | 45.00 | 90.00% | 疏浚航道里程{done}公里，巡检灯塔10座 | ^
        航行安全 | ^ | 30.00 | 27.00 | 90.00% | 巡检完毕 | ^
        金额合计 | ^ | 80.00 | 72.00 | 90.00% | | ^
        一级指标 | ^ | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | ^ | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 60
        ^ | ^ | 巡检灯塔 | ≥10座 | 10座 | 30 | 30
    """
    assert found(form) == rules


BOTH = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^
    {label} | ^ | {goal} | ^ | {done} | ^ | ^
    一级指标 | ^ | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | ^ | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 60
    ^ | ^ | 巡检灯塔 | ≥12座 | 14座 | 40 | 40
"""


@pytest.mark.parametrize("label", ["年度总体目标", "年度总体目标完成情况"])
@pytest.mark.parametrize(("done", "rules"), [("345", {}), ("298", {"TXT-003": "error"})])
def test_one_label_may_stand_before_what_was_to_be_and_what_was_done(
    label: str, done: str, rules: dict[str, str]
) -> None:
    """Of two texts behind a label of goals or of results the first is the goal."""
    goal = "目标：疏浚航道里程320公里，巡检灯塔12座。"
    text = f"完成：疏浚航道里程{done}公里，巡检灯塔14座。"
    assert found(BOTH.format(label=label, goal=goal, done=text)) == rules


def test_a_text_that_tells_targets_alone_is_the_goal_whatever_its_label() -> None:
    """Several rows told as what was to be, none as what was done, are no slip of results."""
    form = BOTH.format(label="年度总体目标完成情况", goal="{told}", done="")
    assert found(form.format(told="疏浚航道里程320公里，巡检灯塔12座。")) == {}
    assert found(form.format(told="疏浚航道里程345公里，巡检灯塔12座。")) == {"TXT-003": "error"}
