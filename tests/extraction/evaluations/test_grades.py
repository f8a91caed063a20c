"""The grade of a form that is ticked among all grades."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

FORM = """
    项目名称 | ^ | 航道疏浚 | ^ | ^ | ^
    一级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分
    产出指标 | 疏浚航道 | ≥30公里 | 32公里 | 100 | 96
    总分 | ^ | ^ | ^ | 100 | 96
    自评等级 | {grades} | ^ | ^ | ^ | ^
"""


@pytest.mark.parametrize(
    ("grades", "grade"),
    [
        ("优（90分以上）□　良（80—90分）☑　中□　差□", "良"),
        ("□优　☑良　□中　□差", "良"),
        ("√优秀 □良好 □一般 □较差", "优秀"),
        ("合格○、不合格●", "不合格"),
        ("优□　良□　中□　差□", None),  # not filled in
        ("优☑　良☑　中□　差□", None),
        ("优（☑90分以上）　良□", None),
        ("优", "优"),
    ],
)
def test_the_ticked_grade_is_the_one_that_a_form_states(grades: str, grade: str | None) -> None:
    """Boxes stand all before their grades or all behind them; one tick alone says which it is."""
    paper = read(
        "项目支出绩效自评表", FORM.format(grades=grades), kind="project_evaluation", year=2023
    )
    (evaluation,) = paper.report.evaluations
    assert evaluation.grade == grade
