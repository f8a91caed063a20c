"""What is taken off of full marks, and what is got: read, judged, and where nothing is said."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "several in turn": (
        "决策类满分20分，扣1分得19分；过程类满分20分，扣2.5分得17.5分；"
        "产出类满分35分，扣3分得33分；效益类满分25分，扣0.5分得24.5分。"
    ),
    "commas between": "产出类满分35分，扣3分，得31分；效益类满分25分，扣0.5分，得24.5分。",
    "a name and a number": "决策指标20分，扣1分，实得18分。",
    "a reason between": "产出指标满分35分，因两项任务未按期完成扣3分，最终得33分。",
    "full marks in brackets": "过程指标（满分20分）因制度不健全扣2.5分，得16.5分。",
    "brackets in turn, nothing off the last": (
        "决策（20分）扣1分得19分，过程（20分）扣2分得17分，产出（35分）扣3分得32分，"
        "效益（25分）不扣分得25分。"
    ),
    "a label": "决策指标：满分20分，扣1分，得18分。",
    "of one hundred": "自评满分100分，扣6.5分，得94.5分。",
    "the score first": "决策20分，得19分，扣2分；过程20分，得18分，扣2分。",
    "deductions and their sum": "本次自评：决策扣1分、过程扣2分、产出扣3分，合计扣7分。",
    "deductions, their sum and the score": (
        "决策扣1分，过程扣2.5分，产出扣3分，共扣7.5分，总得分93.5分。"
    ),
}

SILENT = {
    "consistent": (
        "决策类满分20分，扣1分得19分；过程类满分20分，扣2.5分得17.5分；"
        "产出类满分35分，扣3分得32分；效益类满分25分，扣0.5分得24.5分。"
    ),
    "consistent, with a reason": "产出指标满分35分，因两项任务未按期完成扣3分，最终得32分。",
    "so much for each": "产出指标满分35分，因两项任务未按期完成各扣1.5分，最终得32分。",
    "steps of a scale": "指标满分10分，每低1个百分点扣0.5分，实际低4个百分点，得8分。",
    "until nothing is left": "每少完成1个扣1分，扣完为止，该项满分10分，得8分。",
    "off of a part alone": "产出指标满分35分，数量指标扣1分，产出得32分。",
    "off of two parts": "产出指标满分35分，其中数量扣1分、质量扣1分，得32分。",
    "judged again": "产出满分35分，预算执行率不足扣3分，复核后得33分。",
    "points added": "满分100分，共扣6.5分，加分1分，自评得分94.5分。",
    "of two things": "决策满分20分，扣1分；过程满分20分，得18分。",
    "parts within a list": ("产出扣3分，其中数量扣1分、质量扣2分，效益扣1分，共扣4分。"),
    "the main ones": "主要扣分项：决策扣1分，过程扣2.5分，共扣6.5分。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_is_got_and_taken_off_make_the_full_marks(text: str) -> None:
    """A score and what was taken off make the full marks, deductions make their own sum."""
    assert len(errors(text)) == 1


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_a_deduction_that_may_not_be_the_only_one_is_silent(text: str) -> None:
    """A step of a scale, a part, another judgement: more or less may have been taken off."""
    assert errors(text) == []


WEIGHTS = {
    "each called a weight": (
        "决策权重15%，过程权重25%，产出权重35%，效益权重20%，合计100%。",
        True,
    ),
    "the first for all": ("决策权重20%、过程20%、产出40%、效益30%，合计100%。", True),
    "consistent": ("决策权重15%，过程权重25%，产出权重35%，效益权重25%，合计100%。", False),
    "no total": ("决策权重15%，过程权重25%，产出权重35%，效益权重20%。", False),
    "rates between": ("产出权重40%，完成率95%，效益权重30%，满意率98%，合计100%。", False),
    "shares": ("人员支出占35%，公用支出占25%，项目支出占30%，合计100%，权重见附表。", False),
}


@pytest.mark.parametrize(("text", "found"), WEIGHTS.values(), ids=WEIGHTS)
def test_weights_in_per_cent_make_their_total(text: str, found: bool) -> None:
    """Weights that a sentence lists with their total of 100% add up to that."""
    assert errors(text) == ["MAT-011"] * found
