"""Scores of parts whose full marks are told before them, or whose hundred stands at their total."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "full marks in a paragraph, scores in the next": (
        "自评满分100分，权重设置为：航道维护25分、通航保障45分、队伍建设20分、船员评价10分。",
        "自评得分情况：航道维护23.5分，得分率94%；通航保障43分，得分率95.56%；队伍建设18分，"
        "得分率90%；评价9.5分，得分率95%。综合得分{}分。",
    ),
    "full marks in brackets": (
        "指标包括：航道维护（25分）、通航保障（45分）、队伍建设（20分）、船员评价（10分）。",
        "经评分，航道维护得23.5分，通航保障得43分，队伍建设得18分，船员评价得9.5分，总得分{}分。",
    ),
    "line by line, the hundred beside the total": (
        "航标完好（25分）：完好率98%，得23.5分；",
        "疏浚里程（45分）：疏浚43公里，目标45公里，得43分；",
        "时效（20分）得18分；满意度（10分）得9.5分。",
        "以上满分100分，自评总得分{}分，失分在时效。",
    ),
    "the hundred is called a total": (
        "航标完好（25分）得23.5分；",
        "疏浚里程（45分）得43分；",
        "时效（20分）得18分；",
        "满意度（10分）得9.5分。",
        "总分100分，实际得分{}分。",
    ),
}

SILENT = {
    "one part is not scored": (
        "满分100分，其中航道维护25分、通航保障45分、队伍建设20分、船员评价10分。",
        "航道维护23.5分，通航保障43分，队伍建设18分，综合得分94分。",
    ),
    "something is taken off": (
        "满分100分，其中航道维护25分、通航保障45分、队伍建设20分、船员评价10分。",
        "航道维护23.5分，通航保障43分，队伍建设18分，船员评价9.5分，因迟报扣1分，综合得分93分。",
    ),
    "the total is rounded": (
        "满分100分，其中航道维护25分、通航保障45分、队伍建设20分、船员评价10分。",
        "航道维护23.51分，通航保障43.02分，队伍建设18.01分，船员评价9.5分，综合得分94.0分。",
    ),
    "what was aimed at": (
        "满分100分，其中航道维护25分、通航保障45分、队伍建设20分、船员评价10分。",
        "目标得分：航道维护23.5分，通航保障43分，队伍建设18分，船员评价9.5分，综合得分92分。",
    ),
    "a mean": (
        "满分100分，其中航道维护25分、通航保障45分、队伍建设20分、船员评价10分。",
        "八个站平均：航道维护23.5分，通航保障43分，队伍建设18分，船员评价9.5分，综合得分92分。",
    ),
    "marks are given besides": (
        "航标完好（25分）得23.5分；",
        "疏浚里程（45分）得43分；",
        "时效（20分）得18分；满意度（10分）得9.5分。",
        "以上满分100分，加分项2分，自评总得分96分。",
    ),
    "full marks of less than all": (
        "航标完好（25分）得23.5分；",
        "疏浚里程（45分）得43分；",
        "时效（20分）得18分。",
        "满分100分，自评总得分94分。",
    ),
    "parts of a part": (
        "航标完好（25分）得23.5分；",
        "疏浚里程（45分）得43分，其中主航道（30分）得29分，支航道（15分）得14分；",
        "时效（20分）得18分；满意度（10分）得9.5分。",
        "以上满分100分，自评总得分94分。",
    ),
}


@pytest.mark.parametrize("lines", WRONG.values(), ids=WRONG)
def test_scores_of_all_full_marks_make_the_total(lines: tuple[str, ...]) -> None:
    """Where every part of a hundred is scored, the scores add up to the score of all."""
    *parts, total = lines
    assert errors(*parts, total.format("92")) == ["MAT-011"]
    assert errors(*parts, total.format("94")) == []


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT)
def test_scores_that_may_not_be_all_are_silent(lines: tuple[str, ...]) -> None:
    """Where a part is missing, marks are taken off or given, or others are meant, none is read."""
    assert errors(*lines) == []
