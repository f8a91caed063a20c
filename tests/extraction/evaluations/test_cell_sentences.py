"""What the cells of a form tell in sentences is checked as a paragraph is."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^ | ^
    项目概况 | ^ | {about} | ^ | ^ | ^ | ^
    一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | {head}
    产出指标 | 疏浚航道里程 | ≥320公里 | 345公里 | 60 | 60 | {dredged}
    效益指标 | 船员满意度 | ≥80% | {content} | 20 | 20 | {survey}
    效益指标 | 货船通过量增长率 | ≥5% | {growth} | 20 | 20 | {passed}
    总分 | ^ | ^ | ^ | 100 | 100 |
"""
RIGHT = {
    "about": "辖区航道里程680公里。",
    "head": "完成情况说明",
    "dredged": "",
    "content": "87.5%",
    "survey": "发放问卷240份，表示满意210份",
    "growth": "6%",
    "passed": "上年货船5,000艘次，本年货船5,300艘次",
}


def broken(**change: str) -> list[str]:
    """Return the rules that a form breaks."""
    form = FORM.format(**{**RIGHT, **change})
    report = read("某县航道局绩效自评表", form, kind="self_evaluation", year=2023).report
    assert report.evaluations
    return [one.rule for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({}, []),
        ({"about": "计划清淤90处，完成81处，完成率90%。"}, []),
        ({"about": "计划清淤90处，完成81处，完成率96%。"}, ["BUD-001-PAIR"]),
        ({"about": "清淤船12艘，每艘1.50万元，合计18.00万元。"}, []),
        ({"about": "清淤船12艘，每艘1.50万元，合计28.00万元。"}, ["MAT-001"]),
        ({"dredged": "计划清淤90处，完成81处，完成率96%"}, ["BUD-001-PAIR"]),
    ],
)
def test_a_cell_relates_its_own_figures(change: dict[str, str], rules: list[str]) -> None:
    """Words of a form work out what words of a paragraph do."""
    assert broken(**change) == rules


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({"content": "92.5%"}, ["BUD-001-PAIR"]),
        ({"content": "92.5%", "survey": "发放问卷240份"}, []),
        ({"content": "87.5%（有效问卷240份，满意210份）", "survey": ""}, []),
        ({"content": "92.5%（有效问卷240份，满意210份）", "survey": ""}, ["BUD-001-PAIR"]),
        ({"content": "92.5%", "survey": "评价等级为优的120份，满意210份得满分"}, []),
    ],
)
def test_a_result_goes_on_with_the_words_that_explain_it(
    change: dict[str, str], rules: list[str]
) -> None:
    """How a result came about is told beside it or in a bracket behind it."""
    assert broken(**change) == rules


def test_a_reason_may_be_of_a_part() -> None:
    """A column of reasons for what is lacking tells of what is lacking."""
    change = {"head": "偏差原因分析", "content": "92.5%", "survey": "一处发放问卷40份，满意21份"}
    assert broken(**change) == []


@pytest.mark.parametrize(
    ("standard", "rules"),
    [
        ("实际疏浚345公里/计划疏浚300公里=115%，达到100%得满分", []),
        ("实际疏浚345公里/计划疏浚300公里=105%，达到100%得满分", ["BUD-001-PAIR"]),
        ("每完成3公里得1分，合格率90%，每低1个百分点扣2分，完成率40%", []),
    ],
)
def test_of_a_standard_only_what_is_worked_out_is_read(standard: str, rules: list[str]) -> None:
    """How points are given is no thing that was done."""
    assert broken(head="评价标准及依据", survey="", passed="", dredged=standard) == rules
