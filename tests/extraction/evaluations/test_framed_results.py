"""Results told in the same words as the goal, with the number between them."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    项目名称 | ^ | 渔民补贴 | ^ | ^
    年度总体目标 | 年初设定目标 | ^ | 全年实际完成情况 | ^
    ^ | 为900户以上渔民家庭发放补贴，购置救生衣60件。 | ^ | {done}，购置救生衣60件。 | ^
    绩效指标 | 一级指标 | 三级指标 | 年度指标值 | 全年完成值
    ^ | 产出指标 | 补贴渔民家庭 | ≥900户 | 968户
    ^ | 产出指标 | 购置救生衣 | 60件 | 60件
    ^ | 效益指标 | {other} | ≥{of}户 | 950户
"""


def errors(done: str, other: str = "新建档案", of: str = "800") -> list[str]:
    """Return the contradictions of a form."""
    form = FORM.format(done=done, other=other, of=of)
    report = read("项目绩效自评表", form, kind="project_evaluation", year=2023).report
    assert report.evaluations
    return [one.message for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("done", "of", "wrong"),
    [
        ("全年为968户渔民家庭发放补贴", "800", 0),
        ("全年为986户渔民家庭发放补贴", "800", 1),
        ("全年为986户渔民家庭上门服务", "800", 0),
        ("全年为986户渔民家庭发放补贴", "900", 0),
    ],
)
def test_the_number_between_the_same_words_is_the_result_of_that_target(
    done: str, of: str, wrong: int
) -> None:
    """Other words tell another thing, and a target that two rows have is of neither."""
    assert len(errors(done, of=of)) == wrong
