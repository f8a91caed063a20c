"""A weight and a score of one row that were both written too large."""

from __future__ import annotations

from performance_rules.checking.result import check
from performance_rules.localize.causes import causes_of
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet


def notes(score: str, total: str) -> list[str]:
    """Return what is noted of a form whose third weight is two too large."""
    rows = [
        ["产出", "", "50", ""],
        ["产出", "甲", "20", "20"],
        ["产出", "乙", "20", "20"],
        ["产出", "丙", "12", score],
    ]
    parts = {"columns": ["指标", "分值", "得分"], "rows": [row[1:] for row in rows[1:]]}
    other = {"columns": ["指标", "分值", "得分"], "rows": [["丁", "50", "50"]]}
    members = [
        {"name": "产出", "weight": "50", "members": parts},
        {"name": "效益", "weight": "50", "members": other},
    ]
    forms = [{"kind": "project", "sheet": {"members": members}, "score": total, "weight": "100"}]
    given = {"year": 2022, "kind": "项目支出绩效自评", "evaluations": forms}
    found = check(build_report(given), RuleSet.for_region(None, 2022))
    return [one.note.zh for one in causes_of(found) if one.note is not None]


def test_the_score_goes_with_the_weight_of_its_row() -> None:
    """All scores are two more than the total, as all weights are two more than a hundred."""
    assert (
        "丙的分值（见分值不符的一条）改为 10 后，得分由 9 改为 7，各项得分相加即与总分相符"
        in notes("9", "97")
    )


def test_another_gap_is_not_the_rows() -> None:
    """Scores that are three more than the total have another reason."""
    assert not any("丙的分值" in one for one in notes("9", "96"))
