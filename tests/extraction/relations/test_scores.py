"""Scores told in prose: their sum, their full marks, what was taken off, and the grade."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

BANDS = "等级标准：90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。"

RIGHT = {
    "in one group": ("产出（30分）：数量12分得11分，质量10分得8.5分，时效8分得6分，小计25.5分；",),
    "in one group, of which not all is told": (
        "产出（40分）：数量12分得11分，质量10分得8.5分，时效8分得6分，小计33.5分；",
    ),
    "bare numbers behind their full marks": (
        "预算执行（满分10）：9.2",
        "数量指标——换灯36盏（满分50）：48",
        "社会效益——无碍航事故（满分30）：30",
        "满意度——96%（满分10）：10",
        "【总分】97.2　自评等级：优",
    ),
    "bare numbers, of which not all are told": (
        "预算执行（满分10）：9.2",
        "数量指标——换灯36盏（满分50）：48",
        "满意度——96%（满分10）：10",
        "【总分】97.2　自评等级：优",
    ),
    "parts and total": ("决策得17分，过程得18.5分，产出得27分，效益得24分，总得分86.5分。",),
    "some of the parts": ("预算编制得12分、预算管理得22分，其余均得满分，综合得分90分。",),
    "the score of the project, before its parts": (
        "项目得分91.5分，等级为优。各部分情况：",
        "1.决策：分值15分，得14分。",
        "2.过程：分值25分，得22分。台账不全，扣3分。",
        "3.产出：分值35分，得33.5分。",
        "4.效益：分值25分，得22分。",
    ),
    "the scores of several projects": (
        "各项目得分90.5分、88分。各部分情况：",
        "1.决策：分值15分，得14分。",
        "2.过程：分值25分，得22分。",
        "3.产出：分值35分，得33.5分。",
        "4.效益：分值25分，得22分。",
    ),
    "one of the parts has parts of its own": (
        "决策类得16分；过程类得18.5分，其中预算管理9.5分（满分10分）、制度管理9分（满分10分）；"
        "产出类得34分；效益类得27分。自评总得分95.5分。",
    ),
    "full marks, and a total of scores": (
        "评价指标总分100分，其中决策20分、过程20分、产出30分、效益30分。综合评价得分88.5分。",
    ),
    "another evaluation of the same parts": (
        "投入得17分，过程得19分，产出得28.5分，效果得26分，自评得分90.5分，复核总得分88分。",
    ),
    "points on top": ("决策得17分，过程得18分，产出得27分，效益得24分，加分2分，总得分88分。",),
    "full marks in brackets": ("决策（20分）得18分，过程（20分）得20分。",),
    "taken off in two places": ("产出指标50分，得46分，其中质量扣1分，时效扣3分。",),
    "taken off of all": ("满分100分，共扣6.5分：甲项扣2分，乙项扣4.5分。最终得分93.5分。",),
    "the grade of its band": (BANDS, "项目综合得分79.5分，评价等级为中。"),
    "the lowest of its band": (BANDS, "项目综合得分80分，评价等级为良。"),
    "bands of its own": (
        "等级标准：95分及以上为优，85分（含）至95分为良。",
        "项目综合得分93.8分，评价等级为良。",
    ),
    "bands of two kinds": (
        BANDS,
        "养护单位考核95分以上为优，85分至95分为良。",
        "项目综合得分92分，评价等级为优。",
    ),
    "a line for each part": (
        "决策类（满分15分）得14分；",
        "过程类（满分25分）得22分；",
        "产出类（满分35分）得33.5分；",
        "效益类（满分25分）得21分；",
        "总得分90.5分。",
    ),
    "a line for each part, and the year before": (
        "一、决策（15分），实得14分，扣1分系论证不充分；",
        "二、过程（25分），实得22分；",
        "三、产出（35分），实得33.5分，换标58座；",
        "四、效益（25分），实得21分。",
        "最终得分90.5分，较上年度91.2分有所回落。",
    ),
    "the total of other lines, told far above": (
        "部门整体自评得分92.5分。",
        "二、航标维护项目得分",
        "决策类（满分15分）得14分；",
        "过程类（满分25分）得22分；",
        "产出类（满分35分）得33.5分；",
        "效益类（满分25分）得21分。",
    ),
    "the total that was told before it was reviewed": (
        "项目自评得分92.5分。",
        "经专家复核，各部分得分如下。",
        "决策类（满分15分）得14分；",
        "过程类（满分25分）得22分；",
        "产出类（满分35分）得33.5分；",
        "效益类（满分25分）得21分。",
    ),
    "lines of some of the parts": (
        "过程类（满分25分）得22分；",
        "产出类（满分35分）得33.5分；",
        "效益类（满分25分）得21分；",
        "总得分90.5分。",
    ),
    "lines with points on top": (
        "决策类（满分15分）得14分；",
        "过程类（满分25分）得22分；",
        "产出类（满分35分）得33.5分；",
        "效益类（满分25分）得21分；",
        "获省级表彰，附加2分。",
        "总得分92.5分。",
    ),
    "another year behind the lines": (
        "决策类（满分15分）得14分；",
        "过程类（满分25分）得22分；",
        "产出类（满分35分）得33.5分；",
        "效益类（满分25分）得21分；",
        "上年总得分88分。",
    ),
    "scores of a second level": (
        "决策类（满分15分）得14分；",
        "立项规范（满分15分）得14分；",
        "过程类（满分25分）得22分；",
        "产出类（满分35分）得33.5分；",
        "效益类（满分25分）得21分；",
        "总得分90.5分。",
    ),
    "a score behind its reason": ("时效指标分值10分：计划11月完工，实际12月完工，得7分。",),
    "a part of the full marks scored": ("产出指标分值50分，其中数量目标全部完成，得20分。",),
    "full marks listed first": (
        "产出指标满分40分，其中数量15分、质量15分、时效10分。",
        "得分情况：数量14分、质量15分、时效8分。",
    ),
    "scores out of a hundred": (
        "产出指标满分40分，其中数量15分、质量15分、时效10分。",
        "得分情况：数量94分、质量96分、时效88分。",
    ),
    "taken off by name": (
        "采用百分制：产出50分、效益40分、满意度10分。",
        "产出得46分；效益得37分；满意度得10分。",
        "扣分情况：产出扣4分，效益扣3分，满意度扣0分。",
    ),
    "taken off of two levels": (
        "采用百分制：产出50分、效益40分、满意度10分。",
        "产出得46分；效益得37分；满意度得9分。",
        "主要扣分：产出扣3分、产出扣1分，效益扣3分，满意度扣1分。",
    ),
    "some of what is scored": ("产出28分，效益37分，满意度9.5分，自评总得分94分。",),
    "a grade that was lowered": (BANDS, "项目综合得分92分，因超期等级下调一档，评价等级为良。"),
}

WRONG = {
    "in one group, whose full marks are those of its parts": (
        ("产出（30分）：数量12分得11分，质量10分得8.5分，时效8分得6分，小计27.5分；",),
        "MAT-011",
    ),
    "bare numbers behind their full marks": (
        (
            "预算执行（满分10）：9.2",
            "数量指标——换灯36盏（满分50）：48",
            "社会效益——无碍航事故（满分30）：30",
            "满意度——96%（满分10）：10",
            "【总分】99.2　自评等级：优",
        ),
        "MAT-011",
    ),
    "parts and total": (
        ("决策得17分，过程得18.5分，产出得27分，效益得24分，总得分89.5分。",),
        "MAT-011",
    ),
    "all that is scored, in the words of this paper": (
        ("逐项打分：投入与管理17.5分，产出28分，效益37分，满意度9.5分，自评总得分94分。",),
        "MAT-011",
    ),
    "the total first": (
        ("项目得分90分。其中决策指标得17分，过程指标得18分，产出指标得27分，效益指标得24分。",),
        "MAT-011",
    ),
    "one of the parts has parts of its own": (
        (
            "决策类得16分；过程类得18.5分，其中预算管理9.5分（满分10分）、制度管理9分（满分10分）；"
            "产出类得34分；效益类得27分。自评总得分94.5分。",
        ),
        "MAT-011",
    ),
    "another evaluation has a total of its own": (
        (
            "投入指标20分，得17分；过程指标20分，得19分；产出指标30分，得28.5分；效果指标30分，"
            "得26分。合计得分91.5分。自评以外，重点评价得分88分。",
        ),
        "MAT-011",
    ),
    "full marks beyond a hundred": (
        ("评价满分100分，其中决策15分、过程25分、产出35分、效益30分。",),
        "MAT-011",
    ),
    "above its full marks": (("过程指标分值35分，自评得36分。",), "PI-003"),
    "above its full marks in an earlier sentence": (
        ("体系由决策（15分）、过程（20分）构成。经打分，决策得13分，过程得22分。",),
        "PI-003",
    ),
    "taken off": (("产出指标50分，得46分，扣3分；效益指标30分，得30分。",), "MAT-011"),
    "taken off of all": (("满分100分，共扣6.5分，最终得分94.5分。",), "MAT-011"),
    "the total stands above, with other lines between": (
        (
            "项目综合得分92.5分，评价等级为优（90分及以上为优）。",
            "航标分布见下。",
            "各部分得分如下。",
            "- 决策：权重15分，得14分。",
            "- 过程：权重25分，得22分。",
            "- 产出：权重35分，得33.5分。",
            "- 效益：权重25分，得21分。",
        ),
        "MAT-011",
    ),
    "a line for each part": (
        (
            "决策类（满分15分）得14分；",
            "过程类（满分25分）得22分；",
            "产出类（满分35分）得33.5分；",
            "效益类（满分25分）得21分；",
            "总得分92.5分。",
        ),
        "MAT-011",
    ),
    "a line for each part, and the year before": (
        (
            "一、决策（15分），实得14分，扣1分系论证不充分；",
            "二、过程（25分），实得22分；",
            "三、产出（35分），实得33.5分，换标58座；",
            "四、效益（25分），实得21分。",
            "最终得分92.5分，较上年度91.2分有所提高。",
        ),
        "MAT-011",
    ),
    "the score of the project, before its parts": (
        (
            "本项目得分90.5分，等级为优。各部分情况：",
            "1.决策：分值15分，得14分。",
            "2.过程：分值25分，得22分。台账不全，扣3分。",
            "3.产出：分值35分，得33.5分。",
            "4.效益：分值25分，得22分。",
        ),
        "MAT-011",
    ),
    "above its full marks behind its reason": (
        ("时效指标分值10分：计划11月完工，实际10月完工，得11分。",),
        "PI-003",
    ),
    "above its full marks in a list": (
        (
            "产出指标满分40分，其中数量15分、质量15分、时效10分。",
            "得分情况：数量14分、质量16分、时效8分。",
        ),
        "PI-003",
    ),
    "taken off by name": (
        (
            "采用百分制：产出50分、效益40分、满意度10分。",
            "产出得46分；效益得37分；满意度得9分。",
            "扣分情况：产出扣4分，效益扣2分，满意度扣1分。",
        ),
        "MAT-011",
    ),
    "below its band": ((BANDS, "项目综合得分79.5分，评价等级为良。"), "MAT-010"),
    "the lowest of the next band": ((BANDS, "项目综合得分90分，评价等级为良。"), "MAT-010"),
    "bands behind the grade": (
        ("项目综合得分88.6分，评价等级为优（S≥90为优，80≤S＜90为良）。",),
        "MAT-010",
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_scores_that_agree_are_silent(name: str) -> None:
    """Scores that add up, are within their full marks and their band are no contradiction.

    Nor is a list that may leave something out, or bands that contradict each other.
    """
    assert errors(*RIGHT[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_scores_that_cannot_all_hold_are_an_error(name: str) -> None:
    """All parts and their total, a score and its full marks, a grade and its band must agree."""
    paragraphs, rule = WRONG[name]

    assert rule in errors(*paragraphs)
