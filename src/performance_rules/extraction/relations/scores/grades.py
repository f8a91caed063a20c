"""Grades against the bands that the document itself states: 90分（含）以上为优，80—90分为良.

Without bands of its own a document says nothing here; bands that contradict each other neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering, clause_start
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.scores.bands import GRADE, Band, bands_of, grade_of
from performance_rules.extraction.relations.scores.scores import is_total
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import SCALE, Count

_HEAD: Final = re.compile(
    r"(?P<head>(?:等级|等次|档次|级别|评级|评定结果|评价结果|自评结果|评价结论|评定|定级|评为|确定为|认定为|定为|列为|(?<=分[,，])(?:属于?|评|为|结论))(?:评定|确定|认定|结果|结论|等级|级别)*(?:为|是|:|属于?)*)"
    rf"(?P<grade>{GRADE})(?:等级|等次|[等级档类])?(?=[,，。;、)(|]|$)"
)
_PREFIX: Final = re.compile(
    r"(?:绩效|自评|评价|综合|最终|本?项目|部门|整体|支出|财政|再|结果|得分|对应|该|我单位|我局|单位|评估|属|其|评审|因此|故|综上|经评定|本次|总体|评定|认定|确定|核定|被|为|按照?[^,，。;]{0,40}标准)*+"
)
_CHANGED: Final = re.compile(
    "下调|上调|降档|降级|降为|调整为|一票否决|降低一|提高一|直接评|直接定|不再采用|复核分|抽查分"
)
_JOINED: Final = re.compile(r"\)?[,，]")
_BESIDE: Final = re.compile(rf"\((?P<grade>{GRADE})(?:等级|等次|[等级档类])?\)")
_OF_PART: Final = re.compile(
    "扣|指标|产出|效益|效果|过程|决策|满意|权重|分值|满分|目标|标准|上年|去年|每"
)
"""In the words before a score that is only of a part, or no score that was reached."""
_OF_RATE: Final = re.compile("率[^,，。;]{0,12}%[,，]\\Z")
"""Before a grade, a percentage that it is given for."""
_OUT_OF: Final = re.compile("(?:总分|满分)(?:为|是|:|共)*\\Z")


@fixed(eq=False)
class Graded:
    """A grade with the score that it is given for."""

    grade: str
    score: Mention
    wording: str


def is_inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether something stands within one of several stretches of a paragraph."""
    return any(begin <= at < end for begin, end in spans)


def graded(
    text: str,
    points: Sequence[Mention],
    before: Sequence[Mention],
    bands: Sequence[tuple[int, int]] = (),
) -> Iterator[Graded]:
    """Yield the grades that a paragraph gives with the scores that they are for.

    Args:
        text: the paragraph.
        points: its scores in their order.
        before: the scores of all that stand in earlier paragraphs.
        bands: where it states which scores have which grade.
    """
    if is_changed(text):
        return
    for found in _HEAD.finditer(text):
        begin = clause_start(text, found.start())
        if _PREFIX.fullmatch(text, begin, found.start()) is None or is_inside(found.start(), bands):
            continue
        earlier = [m for m in points if m.start < found.start()]
        stop = (
            re.compile("[。!?]").search(text, earlier[-1].end, found.start()) if earlier else None
        )
        same = [m for m in earlier if m.sentence == earlier[-1].sentence and _is_of_all(m)]
        told = _reached(same) if stop is None else []
        told = told or _reached([m for m in (*before, *earlier) if is_total(m)])
        if (
            earlier
            and _JOINED.fullmatch(text, earlier[-1].end, begin)
            and _may_be(earlier[-1], text)
        ):
            told = earlier[-1:]
        if text[found.end() : found.end() + 1] == "(":
            told = [m for m in points if m.start == found.end() + 1] or told
        if begin and _OF_RATE.search(text, clause_start(text, begin - 1), begin):
            continue  # 总得分86分，其中决策指标得分率92%，等级为优
        if len({m.value.n for m in told}) == 1:
            yield Graded(grade_of(found["grade"]), told[-1], found[0])
    for one in points:
        beside = _BESIDE.match(text, one.end) if text.startswith("(", one.end) else None
        if beside is not None and _may_be(one, text):
            grade = beside["grade"]
            yield Graded(grade_of(grade), one, text[one.start : beside.end()])


def _reached(totals: list[Mention]) -> list[Mention]:
    """Return totals without the hundred that another one is out of: 总分100分，…合计90分."""
    less = [m for m in totals if m.value.n != HUNDRED or _OUT_OF.search(m.left) is None]
    return less or totals


def _may_be(one: Mention, text: str) -> bool:
    """Whether a score may be of a whole project, whatever its clause calls that: 效益25分得21分."""
    return _OF_PART.search(text, clause_start(text, one.start), one.start) is None


def _is_of_all(one: Mention) -> bool:
    if "扣" in one.left:
        return False
    return (
        is_total(one)
        or re.search(r"(?:得分|评分|自评|总分|自评分|评价分)(?:为|是|:)?\Z", one.left) is not None
    )


def told_grade(text: str, pattern: re.Pattern[str]) -> str | None:
    """Return the grade that a paragraph gives by the score alone, which is not that of a band.

    Args:
        text: the paragraph.
        pattern: how a grade is told.
    """
    first = pattern.search(text)
    if first is None or is_changed(text):
        return None
    bands = [one.at for one in bands_of(text)]
    told = (one[1] for one in pattern.finditer(text) if not is_inside(one.start(1), bands))
    return next(told, None)


def is_changed(text: str) -> bool:
    """Whether a paragraph says that a grade was not given by the score alone."""
    return _CHANGED.search(text) is not None


def ordering(one: Graded, bands: dict[str, Band]) -> Ordering | None:
    """Return what a grade says of its score, or None where the document has no band for it."""
    band = bands.get(one.grade)
    if band is None:
        return None
    n = one.score.value.n
    wording = f"评为“{one.grade}”，而所写的标准是{band.wording}"
    if (right := _band_of(n, bands)) is not None and right.grade != one.grade:
        wording += f"，{right.wording}，按此应为“{right.grade}”"
    if band.low is not None and (n < band.low * SCALE or band.high is None):
        return Ordering(one.score, _bound(one.score, band.low), "at_least", wording)
    if band.high is not None:
        order: Order = "below" if band.within is False else "at_most"
        return Ordering(one.score, _bound(one.score, band.high), order, wording)
    return None


def _band_of(n: int, bands: dict[str, Band]) -> Band | None:
    """Return the one band that a score is in; None at a bound that may be of either."""
    found = []
    for one in bands.values():
        above = one.low is None or n > one.low * SCALE or (one.included and n == one.low * SCALE)
        below = one.high is None or n < one.high * SCALE
        if above and (below or (one.within and one.high is not None and n == one.high * SCALE)):
            found.append(one)
    return found[0] if len(found) == 1 else None


def _bound(score: Mention, at: Decimal) -> Mention:
    return evolve(score, value=Count(at, "分", printed=f"{at}分"))
