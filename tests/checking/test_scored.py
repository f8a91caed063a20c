"""Which score of a form has to change, by its standard and by what the scores add up to."""

from __future__ import annotations

import pytest

from performance_rules.checking.result import check
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet

COLUMNS = ["指标", "分值", "目标值", "目标方向", "完成值", "评分标准", "得分"]
LATE = ["巡检报告出具", "20", "15天", "at_most", "18天", "", "20"]
DONE = ["更换水表", "50", "60只", "at_least", "60只", "", "50"]
BELOW = ["用户满意率", "30", "", "", "92%", "95%及以上得满分，每低1个百分点扣2分", "29"]
FULL = [*BELOW[:-1], "24"]


def answers(rows: list[list[str]], total: str) -> dict[str, str]:
    """Return what is answered to a form, by rule."""
    sheet = {"members": {"columns": COLUMNS, "rows": rows}}
    forms = [{"kind": "project", "sheet": sheet, "score": total, "weight": "100"}]
    given = {"year": 2022, "kind": "项目支出绩效自评", "evaluations": forms}
    found = check(build_report(given), RuleSet.for_region(None, 2022)).findings
    return {f.rule: f.answer.zh for f in found if f.answer is not None}


def test_the_standard_gives_the_score_and_the_total_goes_with_it() -> None:
    """A score that is not what its standard leaves is told with the one that is due."""
    found = answers([DONE, BELOW, [*LATE[:4], "15天", "", "20"]], "99")
    assert found["PI-027"] == (
        "用户满意率按表上的评分标准应得 24 分，不是 29，总分相应由 99 分改为 94 分"
    )


def test_a_standard_that_is_kept_needs_no_answer() -> None:
    """What is left by the standard is what is printed."""
    assert "PI-027" not in answers([DONE, FULL, [*LATE[:4], "15天", "", "20"]], "94")


@pytest.mark.parametrize(
    ("rows", "total", "said"),
    [
        (
            [DONE, FULL, LATE],
            "91",
            "巡检报告出具没有达到目标却得满分 20 分，如改为 17 分，各项相加即与总分 91 分相符："
            "请先定这一项的得分，再定总分",
        ),
        (
            [DONE, BELOW, [*LATE[:4], "15天", "", "20"]],
            "94",
            "用户满意率按表上的评分标准应得 24 分，把 29 改为 24 分，各项相加即与总分 94 分相符",
        ),
        ([DONE, FULL, LATE], "97", ""),  # no score was given too few points
        ([DONE, FULL, [*LATE[:4], "15天", "", "20"]], "91", ""),  # all reached their targets
        ([[*DONE[:4], "50只", "", "50"], FULL, LATE], "91", ""),  # one of two
    ],
)
def test_one_score_makes_the_total(rows: list[list[str]], total: str, said: str) -> None:
    """Where one indicator alone has too many points the total is not what has to be mended."""
    assert answers(rows, total).get("PI-003-SUM", "") == said
