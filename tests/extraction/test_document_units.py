"""The unit that the head of a document fixes, and labels of two characters before a colon."""

from __future__ import annotations

import pytest
from tests.extraction.said import has, printed, read, values

import performance_rules as pr

RULES = pr.RuleSet.for_region()


def errors(*paragraphs: str) -> list[str]:
    """Return the rules that an evaluation breaks, once for each error finding."""
    report = read(*paragraphs, kind="self_evaluation").report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize(
    "head",
    [
        ("青岚县航道局2022年度自评报告（单位：万元）",),
        ("青岚县航道局2022年度自评报告", "部门：航道局　年度：2022　单位：万元"),
        ("青岚县航道局2022年度自评报告", "（本报告金额单位均为万元）"),
    ],
)
def test_amounts_have_the_unit_of_the_head(head: tuple[str, ...]) -> None:
    """In the title, below it among labels, or in a bracket: amounts of the text need none."""
    for wrong, rate in enumerate(("97.02", "92.07")):
        text = f"全年预算686.30，全年支出665.84，执行率{rate}%。"
        assert bool(errors(*head, "一、支出情况", text)) == bool(wrong)
    found = read(*head, "一、支出情况", "全年支出665.84。", kind="self_evaluation")
    assert values(found, "all_funds.expenditure") == ["665.84万元"]


@pytest.mark.parametrize(
    "text",
    ["自评得分95.49。", "人均指数1.25。", "师生比为1:12.75。"],
)
def test_scores_and_indices_are_no_amounts(text: str) -> None:
    """What the words beside a number say to be something else has no unit of money."""
    title = "青岚县航道局2022年度自评报告（单位：万元）"
    found = read(title, "一、支出情况", text, kind="self_evaluation")
    assert not any("万元" in one for line in found.report.matters for one in printed(line.final))


def test_a_sentence_fixes_no_unit() -> None:
    """单位：万元 in the middle of a document, or in a sentence, is not the head's."""
    text = ("一、收支", "本局共5人。", "二、支出", "三、下表单位：万元", "全年支出665.84。")
    found = read("青岚县航道局2022年度自评报告", *text, kind="self_evaluation")
    assert not has(found, "all_funds.expenditure")


@pytest.mark.parametrize("label", ["项目", "基本", "人员", "公用", "专项", "工程类", "人员及公用"])
def test_a_label_before_a_colon_says_of_what_its_figures_are(label: str) -> None:
    """项目：预算N，支出M: not all that was spent, however short the label is."""
    whole = "全年预算686.30万元，全年支出665.82万元。"
    assert errors("一、支出", whole, f"{label}：预算398.00万元，支出379.05万元。") == []
