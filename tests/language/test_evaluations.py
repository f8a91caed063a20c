"""Evaluation forms in rules: their members, what is missing, and comparisons of rates."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.language.test_functions_on_reports import judged

from performance_rules.errors import RuleFileError

FORM: dict[str, object] = {
    "kind": "project",
    "name": "修渠",
    "entity": "水利站",
    "year": 2023,
    "weight": 100,
    "score": "98",
    "funds": {
        "adjusted_budget": "100.00万元",
        "final": "90.00万元",
        "weight": 10,
        "score": "9",
    },
    "sheet": {
        "members": {
            "columns": ["指标", "目标方向", "目标值", "完成值", "分值", "得分", "偏差原因"],
            "rows": [
                ["渠长", "≥", "50公里", "50公里", 50, 50, ""],
                ["户数", "≥", "20户", "19户", 40, 39, "一户搬走"],
            ],
        }
    },
}

CONDITIONS = {
    "members by both names": (
        'all(e in evaluations: e.kind == "project" and e.项目名称 == "修渠" and e.year == 2023)',
        "pass",
    ),
    "the total": ("都(e in 各自评表: e.总分 == 98 and e.满分 == 100)", "pass"),
    "the sum of the parts": (
        "都(e in 各自评表: 求和(末级(e.指标).得分) + e.资金.得分 == e.总分)",
        "pass",
    ),
    "the lowest indicators": (
        "都(e in 筛选(f in 各自评表: 有(f.指标)): 计数(末级(e.指标)) == 2)",
        "pass",
    ),
    "a reason that is given": ("有一(x in 各指标: 有(x.偏差原因))", "pass"),
    "a reason that is not": ("都(x in 各指标: 有(x.偏差原因))", "fail"),
    "a direction": (
        '都(x in 筛选(y in 各指标: 有(y.目标值)): x.目标方向 == "at_least")',
        "pass",
    ),
    "a fact that is missing": ('都(e in 各自评表: e.等级 == "优")', "undetermined"),
    "not what the prose says": ("都(e in 各自评表: not e.是正文所说)", "pass"),
    "a line of a form": ("都(x in 各行: x.在自评表 and not x.是事项)", "pass"),
}


@pytest.mark.parametrize(("condition", "expected"), CONDITIONS.values(), ids=CONDITIONS)
def test_a_rule_sees_what_a_form_says(tmp_path: Path, condition: str, expected: str) -> None:
    """Every part of a form has its name in both languages; what is not there is undetermined."""
    found = judged(tmp_path, {"evaluations": [FORM]}, condition)

    assert expected == next(v.verdict for v in found.verdicts if v.rule == "X-01")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("无", "fail"), ("/", "fail"), ("已完成。", "fail"), (" 无 ", "fail"), ("备件到货晚", "pass")],
)
@pytest.mark.parametrize(
    "condition",
    ["有一(x in 各指标: 有(x.偏差原因))", "有一(e in 各自评表: 有(e.偏差说明))"],
    ids=["of an indicator", "of a form"],
)
def test_what_says_nothing_is_no_reason(
    tmp_path: Path, condition: str, text: str, expected: str
) -> None:
    """无 and 已完成 stand in the place of a reason and give none, in whatever way they came in."""
    rows = [["渠长", 50, 45, text]]
    sheet = {"members": {"columns": ["指标", "分值", "得分", "偏差原因"], "rows": rows}}
    form = {"kind": "project", "reason": text, "sheet": sheet}
    found = judged(tmp_path, {"evaluations": [form]}, condition)

    assert expected == next(v.verdict for v in found.verdicts if v.rule == "X-01")


def test_a_rule_with_nothing_to_look_at_does_not_need_the_kind_of_the_report(
    tmp_path: Path,
) -> None:
    """A report of forms alone has no kind; what ranges over accounts does not apply to it."""
    found = judged(tmp_path, {"evaluations": [FORM]}, "都(e in 各自评表: 有(e.资金))")

    said = {v.rule: v.verdict for v in found.verdicts if v.rule in ("TOT-010-ITEMS", "STR-002")}
    assert said == {"TOT-010-ITEMS": "not_applicable", "STR-002": "undetermined"}


def test_what_is_missing_is_called_by_its_name(tmp_path: Path) -> None:
    """The reason of an undetermined verdict names the form and the part in Chinese."""
    found = judged(tmp_path, {"evaluations": [FORM]}, '都(e in 各自评表: e.等级 == "优")')

    (entry,) = (entry for entry in found.not_checked if entry.rule == "X-01")
    assert "“修渠”自评表·等级" in entry.reason.zh


@pytest.mark.parametrize(
    "condition",
    [
        '都(e in 各自评表: e.种类 == "专项")',
        '都(x in 各指标: x.目标方向 == "越高越好")',
        "都(e in 各自评表: 得分率(e.得分, e.满分) == 1%)",
        "都(e in 各自评表: 得分率(e.资金.得分, e.资金.分值) == 5)",
    ],
)
def test_what_a_form_cannot_say_is_an_error_at_load(tmp_path: Path, condition: str) -> None:
    """Kinds and directions are closed lists; a score rate compares with rates and percentages."""
    with pytest.raises(RuleFileError):
        judged(tmp_path, {"evaluations": [FORM]}, condition)
