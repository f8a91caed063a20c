"""A grade that the printed bands do not give, and whether the score is right."""

from __future__ import annotations

from typing import Any

import pytest

from performance_rules.checking.result import check
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet

BANDS = "综合得分90分（含）以上的为“优”，80分（含）至90分的为“良”，80分以下的为“中”。"
WORDING = "评为“优”，而所写的标准是90分以上的为优，80分至90分的为良，按此应为“良”"


def answer(**more: Any) -> str:
    """Return what is answered to a score of 84 points that is called 优."""
    compared = {"against": "target", "base": "90分", "direction": "at_least", "wording": WORDING}
    matter = {"name": "综合得分", "actual": {"value": "84分", "comparisons": [compared]}}
    given = {"year": 2022, "matters": [matter], "text": [BANDS], **more}
    found = check(build_report(given), RuleSet.for_region(None, 2022)).findings
    return next((f.answer.zh for f in found if f.rule == "MAT-010" and f.answer is not None), "")


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        (("50", "34"), "得分 84分 与评分表的 84分 相符，“优”应为“良”"),
        (("50", "41"), "得分没有写错的，“优”应为“良”"),
    ],
)
def test_the_grade_is_mended_where_the_score_is_right(scores: tuple[str, str], said: str) -> None:
    """Scores that add up to it speak for a score."""
    first, second = scores
    rows = [["产出", "60", first], ["效益", "40", second]]
    sheet = {"members": {"columns": ["指标", "分值", "得分"], "rows": rows}}
    assert answer(evaluations=[{"kind": "project", "sheet": sheet}]) == said


def test_without_a_sheet_it_is_told_what_the_grade_would_be() -> None:
    """Nobody knows whether the score is right."""
    assert answer() == "得分没有写错的，“优”应为“良”"
