"""Rates that are named after what they are of: 办结率, 立案查处率, 签约覆盖率, 合格率 of 不合格A.

The two figures stand in the sentence of the rate, or the whole at the head of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import Cast, alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.values.quantity import Count

RECKONED: Final = re.compile(r"\((?:按|以|剔除|不含|扣除|不计|含|考虑|口径)")
"""Behind a rate, what it was reckoned of: 执行率P（按调整后预算计算）."""
_STEM: Final = 2
_TWO: Final = 4
_NOT: Final = ("未", "不", "没有", "无")
UNDONE: Final = re.compile("(?:尚|仍|还)?(?:未(?!成年)|没有)")
"""How words begin that deny the deed at their end: 未按期办结."""
_DUE: Final = re.compile("应(?![届急用对聘])|计划|目标|任务")
"""What should be done of a deed, beside what was: 应筛查A，实际筛查B."""
_MORE: Final = ("覆盖", "完成", "达标", "到位", "参与", "使用")
"""What stands behind the verb in the name of a rate and says nothing more."""


def named(
    near: Sequence[Cast], rate: Mention, name: str, words: RelationWords
) -> Iterator[tuple[Mention, Mention]]:
    """Yield what a rate is named after with what it is of, the likeliest first.

    Args:
        near: the figures before the rate.
        rate: the rate.
        name: its name, without 率.
        words: the words of relations.
    """
    begin = next((at for at in range(len(name)) if words.neutral.make(name[:at])), 0)
    stem = name[begin:]  # 按期结案率 is not that of all that were closed
    if len(stem) < _STEM:
        return
    counts = [one.at for one in near if one.at.kind == "count" and one.at.home == rate.home]
    figures = [one for one in counts if one.sentence == rate.sentence]
    if figures and figures[-1].close == rate.start - len(rate.left):
        return  # 3所学校、1所医院供水保障率P: of what is counted, and of no part of it
    yield from _after(figures, stem)
    if stem.endswith(_MORE):
        yield from _after(figures, stem[:-_STEM])
    yield from _denied(figures, stem)
    if len(stem) == _TWO:
        yield from _both(figures, stem[:_STEM], stem[_STEM:], words)


def _after(figures: Sequence[Mention], stem: str) -> Iterator[tuple[Mention, Mention]]:
    """办结A of the figure right before it."""
    at = [i for i, one in enumerate(figures) if len(stem) >= _STEM and _is_named(one, stem)]
    if not at or at[-1] == 0:
        return
    figure, base = figures[at[-1]], figures[at[-1] - 1]
    if not alike(figure.value, base.value) or base.depth != figure.depth:
        return
    if len(figures) > at[-1] + 1 or figure.value.n > base.value.n:
        return
    if stem in base.left and _DUE.search(base.left) is None:
        return
    yield figure, base


def narrowed(near: Sequence[Cast], rate: Mention, name: str) -> Iterator[tuple[Mention, Mention]]:
    """Yield what a rate with a narrower word is of: 发放500份，收回有效问卷480份，有效回收率P.

    Args:
        near: the figures before the rate.
        rate: the rate.
        name: its name, without 率.
    """
    figures = [one.at for one in near if one.at.sentence == rate.sentence][-_STEM:]
    word, deed = name[:-_STEM], name[-_STEM:]
    if len(figures) < _STEM or len(word) < _STEM or figures[-1].kind != "count":
        return
    base, figure = figures
    said = word in figure.left and (deed in figure.left or deed[::-1] in figure.left)
    if not said or word in base.left or deed in base.left or base.depth != figure.depth:
        return
    if alike(figure.value, base.value) and figure.value.n <= base.value.n:
        yield figure, base


def _denied(figures: Sequence[Mention], stem: str) -> Iterator[tuple[Mention, Mention]]:
    """不合格A of the figure before it: all others are what the rate is of."""
    if len(figures) < _STEM:
        return
    base, figure = figures[-2:]
    said = figure.left.removeprefix("其中").removeprefix("检出").removeprefix("发现")
    if said not in {f"{word}{stem}" for word in _NOT[:2]} or not alike(figure.value, base.value):
        return
    if base.depth != figure.depth or figure.value.n > base.value.n:
        return
    if any(stem in one.left for one in figures[:-1]):
        return  # 非常满意A，比较满意B，一般C，不满意D: what the rate is of is told itself
    if figure.opener == "、":
        return  # 一般A、不满意B: two kinds beside each other
    all_of, out = base.value, figure.value
    if isinstance(all_of, Count) and isinstance(out, Count):
        printed = f"{all_of.printed}-{out.printed}"
        value = Count(all_of.value - out.value, all_of.unit, printed=printed)
        yield evolve(figure, value=evolve(value, step=all_of.step)), base


def _both(
    figures: Sequence[Mention], one: str, other: str, words: RelationWords
) -> Iterator[tuple[Mention, Mention]]:
    """立案A、查处B: the name of the rate holds both, whichever comes first."""
    figures = [m for m in figures if alike(m.value, figures[-1].value)]
    if len(figures) != _STEM:
        return  # 学员A，升学B，就业C，升学就业率P: of both together
    first = [m for m in figures if _is_of(m, one, other, words)]
    second = [m for m in figures if _is_of(m, other, one, words)]
    if len(first) == len(second) == 1 and alike(first[0].value, second[0].value):
        yield max(first[0], second[0], key=_n), min(first[0], second[0], key=_n)
        yield min(first[0], second[0], key=_n), max(first[0], second[0], key=_n)


def _n(one: Mention) -> int:
    return one.value.n


def _is_of(one: Mention, word: str, other: str, words: RelationWords) -> bool:
    said = without_tail(one.left, words)
    return (said.startswith(word) or said.endswith(word)) and other not in said


def _is_named(one: Mention, stem: str) -> bool:
    """Whether a figure is what a rate is named after; 未开工5个 are not those begun."""
    before = one.left[: -len(stem)] if one.left.endswith(stem) else None
    if before is None:
        return one.right.startswith(stem)
    return not before.endswith(_NOT) and UNDONE.match(before) is None
