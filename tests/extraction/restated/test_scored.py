"""One part of an evaluation scored at two places, and a grade beside a form with the score."""

from __future__ import annotations

import pytest

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.text import read_text

RULES = pr.RuleSet.for_region()
TITLE = "临港县航道局2023年度航标养护项目绩效自评报告\n"
FORM = (
    "| 指标 | 分值 | 得分 |\n| 船闸管护 | 25 | 23 |\n| 航标成效 | 45 | 41 |\n"
    "| 渔民评价 | 30 | 27.5 |\n| 合计 | 100 | 91.5 |\n"
)
LIST = "自评得分91.5分，其中船闸管护25分得23分，航标成效45分得41分，渔民评价30分得27.5分。\n"
BARE = "自评总分91.5分。其中：船闸管护23分，航标成效41分，渔民评价27.5分。\n"
BANDS = "按“90（含）以上优、80（含）—90良、60（含）—80中、60以下差”的等级标准，"

WRONG = {
    "a form and a sentence": FORM + "航标成效得44分，扣分在浮标更换偏晚。",
    "a form and 该项": FORM + "航标成效方面任务大多完成，该项得44分。",
    "a list and what stands under its heading": (
        LIST + "（一）船闸管护\n该项分值25分，得23分。\n（二）航标成效\n该项分值45分，得44分。"
    ),
    "a list of scores alone": (
        BARE + "（一）船闸管护（25分）\n指标分值25分，自评得分23分。\n"
        "（二）航标成效（45分）\n指标分值45分，自评得分44分。"
    ),
    "a list and a later sentence": LIST + "渔民评价满分30分，自评得25.7分，主要是问卷偏少。",
}
QUIET = {
    "the same": FORM + "航标成效得41分，船闸管护满分25分，得23分。",
    "the same under headings": (
        LIST + "（一）船闸管护\n该项分值25分，得23分。\n（二）航标成效\n该项分值45分，得41分。"
    ),
    "of the year before": FORM + "上年航标成效得44分。",
    "of another who scored": FORM + "财政复核后，航标成效得39分。",
    "of a part of it": FORM + "航标成效中，数量指标满分15分，得14分。",
    "a narrower name": FORM + "浮标航标成效得20分。",
    "other full marks": LIST + "（二）航标成效\n该项分值20分，得18分。",
    "of who looked at it again": LIST + "经财政重评，航标成效得39分，船闸管护得23分。",
    "parts of a part": (
        "自评得分91.5分。\n1.船闸管护满分25分，自评23分。\n2.航标成效满分45分，自评41分。"
        "其中数量指标20分，得18分；质量指标25分，得23分。\n3.渔民评价满分30分，自评27.5分。"
    ),
    "two evaluations": (
        LIST + "灯塔项目自评得分88分，其中船闸管护25分得21分，航标成效45分得40分，"
        "渔民评价30分得27分。"
    ),
    "what is taken off": FORM + "航标成效扣4分，船闸管护扣2分。",
    "two forms": FORM
    + "\n说明如下。\n"
    + FORM.replace("41", "42").replace("91.5", "92.5")
    + "航标成效得42分。",
    "the score of a part is none of all": (
        "船闸管护指标满分25分，评价得分23分。航标成效指标满分45分，评价得分41分。"
        "渔民评价指标满分30分，评价得分27.5分。综合得分91.5分。"
    ),
    "under the heading of a part": BARE + "（一）船闸管护\n指标分值25分，自评得分23分。",
    "the grade of its band": FORM + BANDS + "本项目等级为优。",
    "a grade of another score": FORM + "灯塔项目得分84分。" + BANDS + "灯塔项目等级为良。",
    "a hundred that the scores are out of": (
        "船闸管护满分25分，自评23分；航标成效满分45分，自评41分；渔民评价满分30分，自评27.5分。"
        "总分100分，自评合计91.5分。"
    ),
    "the total above its lines": (
        "自评得分91.5分。\n1.船闸管护满分25分，自评23分。\n2.航标成效满分45分，自评41分。\n"
        "3.渔民评价满分30分，自评27.5分。"
    ),
}
SUMS = {
    "a hundred that the scores are out of": QUIET["a hundred that the scores are out of"],
    "the total above its lines": QUIET["the total above its lines"],
    "the score of a part is none of all": QUIET["the score of a part is none of all"],
}


def errors(text: str) -> list[str]:
    """Return the rules that a report breaks, once for each error finding."""
    document = read_text((TITLE + text).encode(), "text.txt", "0" * 64, LIMITS)
    found = pr.check(extract(document).report, RULES).findings
    return [f.rule for f in found if f.severity == "error"]


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_one_part_has_one_score(text: str) -> None:
    """A part of the list or form that makes the total has the score that it has there."""
    assert errors(text) == ["TXT-003"]


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_other_scores_are_others(text: str) -> None:
    """Another year, another who scores, other full marks, a narrower name: other scores."""
    assert errors(text) == []


@pytest.mark.parametrize("text", SUMS.values(), ids=SUMS)
def test_all_parts_make_the_total(text: str) -> None:
    """Parts whose full marks make a hundred add up to the total, told before or behind them."""
    assert errors(text.replace("91.5分", "93.5分")) == ["MAT-011"]


def test_a_grade_is_for_the_score_of_the_form() -> None:
    """A grade that no sentence gives a score for is held against that of the only form."""
    assert errors(FORM + BANDS + "本项目等级为良。") == ["MAT-010"]
