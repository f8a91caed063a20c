"""What figures further along explain is held against nobody; what none explains still is."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()

QUIET = {
    "days are a third factor": "评审专家6人4天，每人每天700元，共1.68万元。",
    "days stand behind the number": "授课费每人600元，7人2天，共0.84万元。",
    "months that are no whole number": (
        "保洁员80人，月均工资900元，实际按10.5个月发放，共75.60万元。"
    ),
    "two things of one amount": (
        "印刷费3.10万元，印制画册5000册，每册5.00元；折页3000张，每张2.00元。"
    ),
    "two things bought for one amount": (
        "购置费1.90万元，其中水泵5台，每台2000元；水管90米，每米100元。"
    ),
    "the sentence of an amount has its own price": (
        "种草300亩，每亩补助400元，合计12.00万元。种草300亩，亩均成本430元，其中财政补助400元、自筹30元。"
    ),
    "how well something is liked comes in degrees": (
        "有效问卷160份，非常满意90份、满意60份、不满意10份，满意度93.75%。"
    ),
    "four degrees": "有效问卷160份，非常满意70份、满意50份、基本满意30份、不满意10份。",
    "degrees with commas": "有效问卷160份，很满意70份，满意50份，基本满意30份，不满意10份。",
    "states are no degrees": "60座浮标中，已检修12座、正在检修30座、未检修8座。",
    "one share of another sentence shows no whole": (
        "全年支出200.00万元。种草资金中，中央30.00万元，占60.00%；其余为县级配套。"
        "养护投入50.00万元，占比为25.00%（按全年支出计算）。"
    ),
}

LOUD = {
    "days do not make it": ("评审专家每人800元，5人3天，共2.20万元。", "MAT-001"),
    "months do not make it": (
        "保洁员80人，月均工资900元，实际按10.5个月发放，共95.60万元。",
        "MAT-001",
    ),
    "two things do not make it": (
        "印刷费4.10万元，印制画册5000册，每册5.00元；折页3000张，每张2.00元。",
        "MAT-001",
    ),
    "one price and its number": ("购置水泵5台，每台2000元，共1.60万元。", "MAT-001"),
    "degrees are more than were asked": (
        "有效问卷160份，其中非常满意90份、满意60份、不满意20份。",
        "TOT-001-PARTS",
    ),
    "what is so and what is not": ("核查线索40件，属实26件、不属实12件。", "TOT-001"),
    "two shares of one sentence": (
        "全年支出200.00万元，其中种草支出50.00万元，占25.00%，养护支出30.00万元，占35.00%。",
        "SHR-001",
    ),
}


def _errors(paragraph: str) -> list[str]:
    report = read(paragraph, kind="self_evaluation", entity="临港县林业局").report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize("paragraph", QUIET.values(), ids=QUIET)
def test_what_figures_further_along_explain_is_no_contradiction(paragraph: str) -> None:
    """A further factor, another price, another degree, a list of another sentence: no error."""
    assert [] == _errors(paragraph)


@pytest.mark.parametrize(("paragraph", "rule"), LOUD.values(), ids=LOUD)
def test_what_nothing_explains_is_told(paragraph: str, rule: str) -> None:
    """Where no figure of the sentence makes it right, the contradiction is still found."""
    assert rule in _errors(paragraph)
