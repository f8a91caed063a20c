"""Changes whose two levels stand in a bracket, or behind what is said of the change."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "behind the bracket": "灯具费（2021年48.00万元，2022年43.20万元）比上年减少4.80万元，下降10%。",
    "before the bracket": "灯具费同比下降10%（2021年48.00万元，2022年43.20万元）。",
    "last year and this": "灯具费（上年48.00万元，本年43.20万元）同比减少4.80万元。",
    "the later year first": "在编人员（2022年114人、2021年120人）减少6人，下降5%。",
    "before both levels": "灯具费同比下降10%，从48.00万元降到43.20万元。",
    "an amount and a rate before them": "灯具费减少4.80万元，下降10%，由48.00万元降至43.20万元。",
    "a change of something else behind": (
        "灯具费（2021年48.00万元，2022年43.20万元）下降10%，测深费增长30%。"
    ),
    "a change of all that it is a part of": (
        "在压减灯具费（2021年48.00万元，2022年43.20万元）的基础上，公用经费下降3%。"
    ),
    "two years apart": "灯具费（2020年58.00万元，2022年43.20万元）比上年减少4.80万元。",
    "a mean rate before them": "灯具费年均下降10%，从2020年的60.00万元降到2022年的48.60万元。",
    "of one thing, the levels of another": "接待费同比下降22%，接待批次从80批次降到64批次。",
    "the levels of a part": "接待费同比下降22%，其中外事接待从2.00万元降到1.00万元。",
    "a change before that has a subject": (
        "接待费减少1.60万元，会议费下降50%，从4.00万元降到2.00万元。"
    ),
}

WRONG = {
    "behind the bracket": "灯具费（2021年48.00万元，2022年43.20万元）比上年减少4.80万元，下降15%。",
    "the amount behind the bracket": "测深费（2021年31.00万元，2022年34.10万元）增加5.10万元。",
    "before the bracket": "灯具费同比下降15%（2021年48.00万元，2022年43.20万元）。",
    "last year and this": "灯具费（上年48.00万元，本年43.20万元）同比减少8.40万元。",
    "the later year first": "在编人员（2022年114人、2021年120人）减少8人。",
    "of two brackets the second": (
        "灯具费（2021年48.00万元，2022年43.20万元）下降10%；"
        "测深费（2021年31.00万元，2022年34.10万元）增长15%。"
    ),
    "before both levels": "灯具费同比下降15%，从48.00万元降到43.20万元。",
    "points before both levels": "灯具完好率提高3.5个百分点，由92.1%升至94.6%。",
    "in the other direction": "灯具费同比增长10%，从48.00万元降到43.20万元。",
    "the first of two before them": "灯具费减少8.40万元，下降10%，由48.00万元降至43.20万元。",
}


@pytest.mark.parametrize("name", RIGHT)
def test_changes_that_agree_with_both_levels_are_silent(name: str) -> None:
    """So is a change of which it is not said that it is of these two levels."""
    assert errors(RIGHT[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_change_is_that_of_the_two_levels_beside_it(name: str) -> None:
    """培训费（2021年A，2022年B）减少C; 下降P，从A降到B."""
    rules = errors(WRONG[name])

    assert rules
    assert all(rule.startswith("YOY") for rule in rules)
