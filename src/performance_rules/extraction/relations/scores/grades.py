"""Grades against the bands that the document itself states: 90分（含）以上为优，80—90分为良.

Without bands of its own a document says nothing here; bands that contradict each other neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from performance_rules.extraction.relations.figures.mentions import Mention
from performance_rules.extraction.relations.figures.orderings import Order, Ordering, clause_start
from performance_rules.extraction.relations.scores.scores import is_total
from performance_rules.extraction.tokens.fixed import fixed
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import SCALE, Count

GRADE: Final = r"(?:不合格|不达标|优秀|良好|中等|一般|合格|较差|优|良|中|差|[A-D](?=[等级档类]))"
_SAME: Final = {"优秀": "优", "良好": "良", "中等": "中"}
_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_INC: Final = r"(?:\(包?含(?:\d{1,3}分?)?\)|含)"
_EXC: Final = r"(?:\(不含(?:\d{1,3}分?)?\)|不含)"
_S: Final = r"(?:[^\d,，。;、()]{0,6})"
_FORMS: Final = (
    rf"(?P<a>{_N})分?(?P<a_inc>(?:{_INC}|及以上|以上)*)(?P<a_exc>{_EXC})?(?:[-—~至到]+|,不足|，不足|不足|,低于|，低于|低于|,未满|，未满)(?P<b>{_N})分?(?P<b_exc>{_EXC}|以下)?(?P<b_inc>{_INC})?(?:之间)?",
    rf"(?P<c>{_N})分?(?P<c_op>≤|<=|<){_S}(?P<c_hi>≤|<=|<)(?P<d>{_N})分?",
    rf"{_S}(?:≥|>=|不低于|大于等于)(?P<e>{_N})分?",
    rf"(?P<f>{_N})分?(?P<f_inc>{_INC}?(?:及|或)?以上{_INC}?)",
    rf"{_S}(?:<|低于|不足|小于|未满|不满)(?P<g>{_N})分?的?",
    rf"(?P<h>{_N})分?(?:{_EXC})?以下",
)
_LINK: Final = (
    r"[,，]?(?:的|者)?(?:等级|等次|评定|评价|评|定|列|确定|认定|对应|属于|属|则|即|记)*(?:为|是)?"
)
_BAND: Final = "|".join(_FORMS)
_AFTER: Final = re.compile(rf"(?:{_BAND}){_LINK}(?P<grade>{GRADE})(?=[,，。;、)(!|]|[等档级]|$)")
_BEFORE: Final = re.compile(
    rf"(?P<grade>{GRADE})[等档级]?(?:次|级)?(?:为|是|即|:|\()+(?:得分|总分)?(?:{_BAND})"
)
_HEAD: Final = re.compile(
    r"(?P<head>(?:等级|等次|档次|级别|评级|评定结果|评价结果|自评结果|评价结论|评定|定级|评为|确定为|认定为|定为|列为|(?<=分[,，])[属评为])(?:评定|确定|认定)*(?:为|是|:|属于?)*)"
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
_OUT_OF: Final = re.compile("(?:总分|满分)(?:为|是|:|共)*\\Z")
_GAP: Final = 2


@fixed(eq=False)
class Band:
    """The scores of one grade.

    Attributes:
        grade: its name.
        low: the lowest score, or None.
        high: the highest one, or None.
        within: whether the highest score is one of them; None where it is not said.
        wording: as the document words it.
    """

    grade: str
    low: Decimal | None
    high: Decimal | None
    within: bool | None
    included: bool
    wording: str


@fixed(eq=False)
class Graded:
    """A grade with the score that it is given for."""

    grade: str
    score: Mention
    wording: str


def bands_of(text: str) -> list[Band]:
    """Return the bands that a paragraph states."""
    if not any(word in text for word in ("分", "≥", "等级")):
        return []
    best: list[Band] = []
    for pattern in (_AFTER, _BEFORE):
        found = [_band(one) for one in pattern.finditer(text)]
        if len(found) > len(best):
            best = found
    return best


def _band(found: re.Match[str]) -> Band:
    grade = _SAME.get(found["grade"], found["grade"])
    low = found["a"] or found["c"] or found["e"] or found["f"]
    high = found["b"] or found["d"] or found["g"] or found["h"]
    included = bool(
        found["e"]
        or (found["c"] and "=" in found["c_op"].replace("≤", "="))
        or any(found[name] and re.search("含|及", found[name]) for name in ("a_inc", "f_inc"))
    )
    within: bool | None = None
    if found["g"] or found["h"] or found["b_exc"] or (found["c"] and found["c_hi"] == "<"):
        within = False
    elif found["b_inc"] or (found["c"] and found["c_hi"] != "<"):
        within = True
    elif (found["b"] and "不足" in found[0]) or (found["b"] and "低于" in found[0]):
        within = False
    a, b = (Decimal(one) if one else None for one in (low, high))
    if a is not None and b is not None and a > b:
        a, b, within = b, a, None
    return Band(grade, a, b, within, included, found[0])


def settled(bands: Sequence[Band]) -> dict[str, Band]:
    """Return the bands of a document by their grades; none if they contradict each other."""
    out: dict[str, Band] = {}
    for one in bands:
        told = out.get(one.grade)
        if told is not None and (told.low, told.high) != (one.low, one.high):
            if None not in (told.low, one.low) and told.low != one.low:
                return {}
            if None in (told.low, one.low) and told.low is not one.low:
                return {}
        if told is None or told.high is None:
            out[one.grade] = one
    for grade, one in out.items():
        above = [
            o for o in out.values() if o.low is not None and o is not one and _is_above(o, one)
        ]
        if above:
            next_up = min(above, key=lambda o: o.low or 0)
            within = False if next_up.included or next_up.low != one.high else one.within
            if one.high is not None and next_up.low is not None and next_up.low - one.high > _GAP:
                return {}
            out[grade] = evolve(one, high=next_up.low, within=within)
    return out


def _is_above(other: Band, one: Band) -> bool:
    low = one.low if one.low is not None else Decimal(-1)
    return other.low is not None and other.low > low


def graded(text: str, points: Sequence[Mention], before: Sequence[Mention]) -> Iterator[Graded]:
    """Yield the grades that a paragraph gives with the scores that they are for.

    Args:
        text: the paragraph.
        points: its scores in their order.
        before: the scores of all that stand in earlier paragraphs.
    """
    if is_changed(text):
        return
    for found in _HEAD.finditer(text):
        begin = clause_start(text, found.start())
        if _PREFIX.fullmatch(text, begin, found.start()) is None:
            continue
        earlier = [m for m in points if m.start < found.start()]
        stop = (
            re.compile("[。!?]").search(text, earlier[-1].end, found.start()) if earlier else None
        )
        same = [m for m in earlier if m.sentence == earlier[-1].sentence and _is_of_all(m)]
        told = _reached(same) if stop is None else []
        told = told or _reached([m for m in (*before, *earlier) if is_total(m)])
        if earlier and _JOINED.fullmatch(text, earlier[-1].end, begin) and _may_be(earlier[-1]):
            told = earlier[-1:]
        if text[found.end() : found.end() + 1] == "(":
            told = [m for m in points if m.start == found.end() + 1] or told
        if len({m.value.n for m in told}) == 1:
            yield Graded(_SAME.get(found["grade"], found["grade"]), told[-1], found[0])
    for one in points:
        beside = _BESIDE.match(text, one.end) if text.startswith("(", one.end) else None
        if beside is not None and _may_be(one):
            grade = beside["grade"]
            yield Graded(_SAME.get(grade, grade), one, text[one.start : beside.end()])


def _reached(totals: list[Mention]) -> list[Mention]:
    """Return totals without the hundred that another one is out of: 总分100分，…合计90分."""
    less = [m for m in totals if m.value.n != HUNDRED or _OUT_OF.search(m.left) is None]
    return less or totals


def _may_be(one: Mention) -> bool:
    """Whether a score may be of a whole project, whatever the words before it call that."""
    return _OF_PART.search(one.left) is None


def _is_of_all(one: Mention) -> bool:
    if "扣" in one.left:
        return False
    return (
        is_total(one)
        or re.search(r"(?:得分|评分|自评|总分|自评分|评价分)(?:为|是|:)?\Z", one.left) is not None
    )


def is_changed(text: str) -> bool:
    """Whether a paragraph says that a grade was not given by the score alone."""
    return _CHANGED.search(text) is not None


def ordering(one: Graded, bands: dict[str, Band]) -> Ordering | None:
    """Return what a grade says of its score, or None where the document has no band for it."""
    band = bands.get(one.grade)
    if band is None:
        return None
    wording = f"{one.wording}；{band.wording}"
    n = one.score.value.n
    if band.low is not None and (n < band.low * SCALE or band.high is None):
        return Ordering(one.score, _bound(one.score, band.low), "at_least", wording)
    if band.high is not None:
        order: Order = "below" if band.within is False else "at_most"
        return Ordering(one.score, _bound(one.score, band.high), order, wording)
    return None


def _bound(score: Mention, at: Decimal) -> Mention:
    return evolve(score, value=Count(at, "分", printed=f"{at}分"))
