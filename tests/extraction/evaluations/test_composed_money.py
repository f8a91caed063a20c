"""A cell that takes the money of a project apart in numbered lines."""

from __future__ import annotations

import pytest
from tests.extraction.said import document

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.readers.raw import RawTable

RULES = pr.RuleSet.for_region()

WHOLE = "总额90.00万元\n一、财政拨款：{granted}万元（其中：省级：{upper}万元；县级：20.00万元）\n"
OWN = "二、自有资金：25.00万元\n三、{other}"


def errors(cell: str) -> list[str]:
    """Return the contradictions of a form of goals with such a cell."""
    rows: list[list[str | None]] = [
        ["项目名称", "灯塔修缮", None, None],
        ["资金总额及构成", cell, None, None],
        ["一级指标", "二级指标", "指标内容", "指标值"],
        ["产出指标", "数量指标", "修缮灯塔", "≥6座"],
        ["效益指标", "社会效益指标", "航标正常率", "≥98%"],
    ]
    table = RawTable(tuple(tuple(row) for row in rows))
    read_ = extract(document("项目绩效目标表", "（2023年度）", table))
    assert read_.report.evaluations
    found = pr.check(read_.report, RULES).findings
    return [one.message for one in found if one.severity == "error"]


@pytest.mark.parametrize(
    ("granted", "upper", "wrong"),
    [("60.00", "40.00", 0), ("50.00", "30.00", 1), ("60.00", "30.00", 1)],
)
def test_the_kinds_make_the_whole_and_a_bracket_the_kind_before_it(
    granted: str, upper: str, wrong: int
) -> None:
    """What is listed in a bracket takes apart the kind that it stands behind."""
    cell = WHOLE.format(granted=granted, upper=upper) + OWN.format(other="其他：5.00万元")
    assert len(errors(cell)) == wrong


@pytest.mark.parametrize("other", ["其他：若干", "其他：5.00万元左右", "其他见附件"])
def test_a_cell_with_a_piece_that_is_not_understood_is_no_list(other: str) -> None:
    """The kinds that it names may then be some of them only."""
    cell = WHOLE.format(granted="50.00", upper="30.00") + OWN.format(other=other)
    assert errors(cell) == []
