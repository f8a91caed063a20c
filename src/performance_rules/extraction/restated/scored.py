"""One part of an evaluation that is scored at two places, and not the same at both.

决策（20分）得18分 in a list, and 该项得17分 under its heading; 产出得34分 beside a form in which it
has 37.  That both speak of one part is said by its whole name; one of the two must be the list or
the form that makes up the total of the document, and there must be no second total.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.scores.scores import (
    Part,
    is_total,
    parts_of,
    plain_points,
    points_of,
    totals_of,
)
from performance_rules.extraction.statements.said import Said
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.evaluation import Evaluation
from performance_rules.report.lines import Line, Source
from performance_rules.text.words import without_brackets
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Quantity

_GOT: Final = re.compile(r"(?:得分|得|评分|自评分|自评|实得|计)(?:为|是|:|了|共)?\Z")
_OTHER: Final = re.compile(
    "上年|去年|往年|复核|复评|重评|重新|再评价|重点评价|抽查|核定|审核|调整|最终|专家|第三方|财政|主管部门|评审"
    "|加权|折算|折合|系数|平均|附加|加分|最高|最低|假设|如果|若|目标|力争|预计|其中"
)
"""Where such words stand, a score may be another one than that of the list."""
_LIST: Final = re.compile("上年|去年|往年|复核|复评|再评价|抽查|加权|折算|系数|平均")
_THIS: Final = re.compile(
    r"(?:该|此|本|这一?)(?:项|部分|方面|类|个?指标|维度|一级指标|项指标|类指标|部分指标)|指标|小计|"
)
_FILLING: Final = re.compile(
    r"(?:一级|二级|三级)?(?:指标|得分|类|部分|方面|维度|情况|分析|完成|评价|实现|说明)*\Z"
)
_LED: Final = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）.、]|[①-⑳]|第[一二三四五六七八九十]+[部分节章、]+)+"
)
_LEAST: Final = 2
_TWO: Final = 2


@fixed(eq=False)
class Scored:
    """A score as one place states it.

    Attributes:
        name: the part, without the words that say nothing of it.
        value: its points.
        full: its full marks, None where they are not told.
        source: where it stands.
        span: where the figure itself stands in the document.
        home: the number of its paragraph; -1 in a form.
        listed: whether it is one of those that make up the total.
    """

    name: str
    value: Quantity
    full: int | None
    source: Source
    span: tuple[int, int]
    home: int
    listed: bool


def scored_twice(
    said: Sequence[Said], forms: Sequence[Evaluation]
) -> Iterator[tuple[Scored, Scored]]:
    """Yield the scores of one part that do not agree.

    Args:
        said: the figures of prose.
        forms: the evaluation forms of the document.
    """
    told = list(_told(said, forms))
    if not told:
        return
    groups: defaultdict[str, list[Scored]] = defaultdict(list)
    for one in told:
        groups[one.name].append(one)
    for group in groups.values():
        values = {one.value.n for one in group}
        if len(values) != _TWO or not any(one.listed for one in group):
            continue
        first = next(one for one in group if one.listed)
        second = next(one for one in group if one.value.n != first.value.n)
        if first.home != second.home and _one_full(first, second):
            yield first, second


def _one_full(first: Scored, second: Scored) -> bool:
    """Whether full marks do not tell two scores apart, and allow both."""
    fulls = {one.full for one in (first, second) if one.full is not None}
    return len(fulls) == 1 and max(first.value.n, second.value.n) <= max(fulls)


def _told(said: Sequence[Said], forms: Sequence[Evaluation]) -> Iterator[Scored]:
    """Yield the scores of a document that tells of one evaluation; of several, none."""
    sheets = [one for one in forms if one.sheet is not None]
    if len(sheets) > 1:
        return
    paragraphs = [list(group) for _, group in groupby(said, key=lambda one: id(one.run))]
    points = [points_of(group[0].run.plain, [one.at for one in group]) for group in paragraphs]
    totals = {
        m.value.n
        for group, here in zip(paragraphs, points, strict=True)
        for m in totals_of(group[0].run.plain, here)
        if m.value.n != HUNDRED and not _LIST.search(group[0].run.plain)
    }
    if sheets and sheets[0].score is not None:
        totals |= {statement.value.n for statement in sheets[0].score.statements}
    if len(totals) != 1:
        return
    found = [part for one in sheets if one.sheet is not None for part in _of_form(one.sheet)]
    listed = {
        id(group): _parts(group, here) for group, here in zip(paragraphs, points, strict=True)
    }
    for group in paragraphs:
        found += _in_list(group, listed[id(group)], totals)
    once = {one.name for one in found}
    yield from found
    for group in paragraphs:
        yield from _alone(listed[id(group)], once)


def _of_form(sheet: Line) -> Iterator[Scored]:
    """Yield the parts of a form that it names once."""
    lines = [line for line in _below(sheet) if line.score is not None and line.weight is not None]
    names = [key_of(line.name or "") for line in lines]
    for name, line in zip(names, lines, strict=True):
        if line.score is None or line.weight is None or names.count(name) > 1:
            continue
        one, full = line.score.statements, line.weight.statements
        if len(name) < _LEAST or len(one) != 1 or len(full) != 1:
            continue
        at = one[0].source or Source()
        span = (at.start or 0, at.end or 0)
        yield Scored(name, one[0].value, full[0].value.n, at, span, -1, listed=True)


def _below(line: Line) -> Iterator[Line]:
    for breakdown in line.breakdowns:
        for part in breakdown.lines:
            yield part
            yield from _below(part)


_Told = tuple[Part, Said]


def _parts(group: Sequence[Said], points: Sequence[object]) -> list[_Told]:
    """Return the scored parts of a paragraph, each with its figure."""
    own = {id(one.at): one for one in group}
    mentions = [one.at for one in group if any(one.at is m for m in points)]
    parts = parts_of(group[0].run.plain, mentions) if mentions else []
    return [(p, own[id(p.score)]) for p in parts if p.score is not None]


def _in_list(group: Sequence[Said], parts: Sequence[_Told], totals: set[int]) -> Iterator[Scored]:
    """Yield the parts of a list that has the total of the document, by its words or as its sum."""
    text = group[0].run.plain
    if len(parts) <= _TWO or _LIST.search(text):
        return
    total = any(one.at.value.n in totals and is_total(one.at) for one in group)
    fulls = [p.full.value.n for p, _ in parts if p.full is not None]
    made = sum(one.at.value.n for _, one in parts) in totals
    hundred = len(fulls) == len(parts) and sum(fulls) == HUNDRED
    if not (made or (total and hundred)):
        return
    for part, one in parts:
        if len(name := key_of(part.name)) >= _LEAST:
            yield _scored(name, part, one, listed=True)


def _alone(parts: Sequence[_Told], known: set[str]) -> Iterator[Scored]:
    """Yield the scores that a paragraph gives to known parts, by name or by its heading."""
    for part, one in parts:
        if _OTHER.search(one.lead) or (is_total(one.at) and part.full is None):
            continue
        if part.full is None and not _GOT.search(one.at.left):
            continue
        name = key_of(part.name)
        if _THIS.fullmatch(name):
            name = _spoken_of(one, known)
        if name in known:
            yield _scored(name, part, one, listed=False)


def _spoken_of(one: Said, known: set[str]) -> str:
    """Return the part that a paragraph is about: by the words it begins with, or its heading."""
    text = _LED.sub("", one.run.plain[: one.at.start])
    begun = [name for name in known if text.startswith(name)]
    name = max(begun, key=len, default="") or key_of(one.section.rpartition("/")[2])
    others = [other for other in known if other in text and other not in name]
    return "" if others else name


def key_of(name: str) -> str:
    """Return the name of a part without its number and the words that say nothing of it."""
    plain = _LED.sub("", without_brackets(plain_word(name)))
    plain = plain.strip("“”\"':,")
    return _FILLING.sub("", plain) or plain


def _scored(name: str, part: Part, one: Said, *, listed: bool) -> Scored:
    full = part.full.value.n if part.full is not None else None
    value = plain_points(one.at)
    return Scored(name, value, full, one.source(), one.span(), one.at.home, listed=listed)


def of_scores(
    pair: tuple[Scored, Scored],
) -> tuple[str, list[tuple[Quantity, Source, tuple[int, int]]]]:
    """Return the title of a pair with what both places state."""
    return pair[0].name, [(one.value, one.source, one.span) for one in pair]
