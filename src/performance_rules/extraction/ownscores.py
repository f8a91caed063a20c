"""The scores that the prose states: 自评得分N分; 自评等级为良，得分N分; 某项目自评得分N分."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.records import Level
from performance_rules.extraction.relations.scores.bands import is_bound
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import NotBound, matter_of, place_of
from performance_rules.extraction.tokens.patterns import Found
from performance_rules.extraction.tokens.quantities import points
from performance_rules.extraction.tokens.scan import Token
from performance_rules.extraction.tokens.wording import Sense

_REVIEWED: Final = re.compile("复核|核减|复评|再评价")
_OF_PART: Final = re.compile(
    r"(?:满分值?|分值|权重)(?:为|是|:)?(?!100(?:\.0+)?分)\d{1,3}(?:\.\d+)?分?[),，;]*[^\d。;]{0,16}\Z"
)
"""What stands before the score of a part: its full marks, which are not a hundred."""
_FULL: Final = re.compile(r"100(?:\.0+)?分[,，](?:实得|得|实际得分|自评得|最终得)")
_NEAR: Final = 12
_BEHIND: Final = re.compile(
    r"(?:等[级次]?|级)?[,，](?:总|综合|最终|自评|评价)*(?:得分|评分|总分|得)(?:为|是|:)?\Z"
)
"""A score that is called by nothing but that word, with what may stand behind the grade."""
_OTHERS: Final = re.compile(
    "上年|去年|上一年|往年|复核|复评|再评|财政|评审|指标|项目|专项|平均|原|拟"
)
"""In the clause of a grade: it is not what the body gives itself for the year."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")


def scored(reading: Reading, found: Found, phrase: Token | None, index: int) -> None:
    """平均得分N分; 自评得分N分; 灯塔巡检项目自评得分N分, which is that of the project.

    Args:
        reading: the paragraph.
        found: the phrases of the figure.
        phrase: what the number is called; None where it has no name.
        index: the token of the number.
    """
    graded = _behind_grade(reading, index)
    if graded is not None:
        _scored_grade(reading, found, graded, index)
    if phrase is None or graded is not None:
        return
    if phrase.senses[0].kind == "open":
        _scored_project(reading, found, phrase, index)
        return
    if phrase.senses[0].column != "score":
        return
    if reading.context.body or reading.context.topic is not None:
        return  # the score of one project is not that of the whole body
    value = points(reading.tokens[index])
    try:
        place = place_of(reading.context, phrase, phrase.senses[0])
    except NotBound:
        return
    start = reading.tokens[index].start
    if _FULL.match(reading.run.plain, start) or is_bound(reading.run.plain, start):
        return  # 评价总分100分，实得92分: full marks
    year = reading.token(found, "year", "year2")
    if year is not None and reading.context.facts.distance(year.value):
        return  # 上年自评得分N
    stop = reading.run.plain.rfind("。", 0, reading.tokens[index].start) + 1
    if _OF_PART.search(reading.run.plain[stop : reading.tokens[index].start]) is not None:
        return  # 产出指标满分30分，自评得分28分
    if _REVIEWED.search(reading.run.plain, stop, reading.tokens[index].start) is not None:
        return  # 自评得分N分，财政局复核后核减2分，最终得分M: another score
    if value is not None:
        source = reading.source(found.start, found.end)
        reading.context.add(Level(place, "score", value, source, phrase.name))
        reading.mark(index)


def _scored_project(reading: Reading, found: Found, phrase: Token, index: int) -> None:
    """Keep the score of a project under the project's name."""
    name, topics = phrase.name, reading.wording.outline.topics
    for scores in (reading.wording.scores, reading.wording.outline.scored):
        if name.endswith(scores):
            project = name.removesuffix(next(score for score in scores if name.endswith(score)))
            break
    else:
        return
    value = points(reading.tokens[index])
    if value is None or reading.context.body or not project.endswith(topics):
        return
    place = matter_of(reading.context, project)
    source = reading.source(found.start, found.end)
    level = Level(place, "score", value, source, project)
    reading.context.state(level)
    reading.mark(index)
    reading.context.now.about((place,), (level,), at=found.start)
    if not reading.context.frames[-1].subjects:
        reading.context.frames[-1].subjects = (place,)


def _behind_grade(reading: Reading, index: int) -> Sense | None:
    """Return what the body's own score is called, if a number is that behind its grade."""
    facts = reading.context.facts
    if not facts.self_evaluation or not reading.wording.scores:
        return None
    plain, begin = reading.run.plain, reading.tokens[index].start
    score = _BEHIND.search(plain, max(0, begin - _NEAR), begin)
    if score is None:
        return None
    clause = max(plain.rfind(mark, 0, score.start()) for mark in "。;；,，") + 1
    said = list(reading.wording.grade.finditer(plain, clause, score.start() + 3))
    if not said or said[-1].end() != score.start():
        return None
    before = plain[clause : said[-1].end()]
    if _OTHERS.search(before) or any(int(y) != facts.year for y in _YEAR.findall(before)):
        return None
    return reading.wording.words[reading.wording.scores[0]].senses[0]


def _scored_grade(reading: Reading, found: Found, sense: Sense, index: int) -> None:
    """Keep the score behind a grade as the body's own."""
    value = points(reading.tokens[index])
    if value is None or reading.context.body or reading.context.topic is not None:
        return
    source = reading.source(found.start, found.end)
    reading.context.add(Level(sense.place, "score", value, source, reading.wording.scores[0]))
    reading.mark(index)
