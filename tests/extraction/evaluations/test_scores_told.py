"""Points that the notes of a form tell of its parts."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

FORM = """
    一级指标 | 二级指标 | 三级指标 | 得分 | 备注
    投入（40分） | 预算（40分） | 预算编制（20分） | 19 | 编制不细
    ^ | ^ | 预算执行（20分） | 18.5 | 进度偏慢
    ^ | 小计 | ^ | 37.5 | ^
    产出（60分） | 履职（60分） | 航标养护（60分） | 57 | 两座超期
    ^ | 小计 | ^ | 57 | ^
    总分（100分） | ^ | ^ | 94.5 | ^
    自评说明：{note} | ^ | ^ | ^ | ^
"""


def errors(note: str) -> list[str]:
    """Return the contradictions of a score sheet with a note."""
    title = "某县航道局2023年部门整体支出绩效评价得分表"
    report = read(title, FORM.format(note=note), kind="self_evaluation", year=2023).report
    assert report.evaluations
    return [one.message for one in pr.check(report, RULES).findings if one.severity == "error"]


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        ("我局自评得分94.5分，其中产出得57分。", 0),
        ("我局自评得分94.5分，其中产出得55.2分。", 1),
        ("我局自评得分94.5分，其中投入得35.7分。", 1),
        ("我局上年自评得分94.5分，其中产出得55.2分。", 0),
        ("第三方复核得分90分，其中产出得55.2分。", 0),
        ("按要求整改后产出得55.2分。", 0),
    ],
)
def test_a_note_that_tells_the_whole_as_it_is_tells_its_parts(note: str, wrong: int) -> None:
    """Another year, another judge, and a note that tells nothing else as it is say nothing."""
    assert len(errors(note)) == wrong
