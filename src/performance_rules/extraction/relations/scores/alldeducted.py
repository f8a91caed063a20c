"""What all deductions of an evaluation leave of a hundred: 自评97分。扣分共两处：甲扣1分，乙扣2分.

That these are all of them must be said: by their number, or because nothing else was taken off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.scores.scores import FULL, Sum, is_deducted, is_total
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Count

_FEWEST: Final = 2
_TENTH: Final = 10
_NUMERALS: Final = "零一二三四五六七八九十"
_NUMBERED: Final = re.compile(
    r"(?:\A|[。;:,，!?])(?:本次|本项目|自评|评价|全部|全年|项目|具体)*的?"
    r"(?:扣|失)分(?:项|处|点|指标|事项|情况|原因)*(?:共有?|合计|总共|一共|计)"
    r"(?P<number>[一二两三四五六七八九十]|\d{1,2})(?:处|项|点|个)"
)
_NO_OTHER: Final = re.compile(
    r"(?:除此(?:以|之)?外|此外|另外)[,，]?(?:均|都)?(?:无|没有|未有|未再|不再)(?:其[他它余]|任何|别的)?(?:指标)?扣分"
    r"|(?:无|没有)其[他它余]扣分"
    r"|(?<![\u4e00-\u9fff])其[他它余](?:各项|各|所有|全部)?(?:三级|二级|一级)?(?:的)?指标(?:均|都|全部)?"
    r"(?:(?:未|不|没有|无)扣分|(?:得|为|是|获)?满分)"
)
_OTHERWISE: Final = re.compile(
    "加分|附加|倒扣|每|逐|扣完|酌情|最多|上限|复核|复评|再评价|审核|抽查|系数|折算|加权|平均|其中|上年|去年|主要扣|等扣"
)
"""Where such words stand, the score may be made otherwise, or a deduction told twice."""
_OF_ALL: Final = re.compile(r"(?:自评|评价|评定|综合|最终)(?:总)?(?:得分?|评分|结果|为|是)*\Z")
_GIVEN: Final = re.compile(r"(?:分值|满分|标准分|权重|得|总分)(?:分|为|是|:)*\Z")


def all_deducted(
    text: str, points: Sequence[Mention], before: Sequence[Mention] = ()
) -> Sum | None:
    """Return the score of all, with everything that was taken off, as what they make of a hundred.

    Args:
        text: the paragraph.
        points: its scores and full marks in their order.
        before: the scores of all that paragraphs before it told.
    """
    numbered, closed = _NUMBERED.search(text), _NO_OTHER.search(text)
    if (numbered is None and closed is None) or _OTHERWISE.search(text) is not None:
        return None
    off = _taken_off(points, numbered.end() if numbered is not None else 0)
    if off is None or not off:
        return None
    if numbered is not None and len(off) != _number(numbered["number"]):
        return None
    totals = [m for m in points if m not in off and _is_of_all(m)] or [*before]
    if len({m.value.n for m in totals}) != 1:
        return None
    total = totals[-1]
    fulls = [m for m in points if FULL.search(m.left) and m.value.n == HUNDRED]
    made = total.value.n + sum(m.value.n for m in off)
    if not fulls and _TENTH * abs(made - HUNDRED) > HUNDRED:
        return None
    full = fulls[0] if fulls else evolve(total, value=Count(100, total.unit))
    parts = (("得分", total), *((f"扣分{i}", m) for i, m in enumerate(off, 1)))
    return Sum(parts, full, "score")


def _taken_off(points: Sequence[Mention], begin: int) -> list[Mention] | None:
    """Return the deductions; None where a figure is neither that nor a score with its words."""
    off: list[Mention] = []
    for i, one in enumerate(points):
        if is_deducted(one):
            if one.start < begin:
                return None  # 扣4分。扣分共两处：…: told before in all
            off.append(one)
        elif off and off[-1] is points[i - 1] and not one.left and one.opener == "、":
            off.append(one)  # 分别扣1分、2分
        elif not (_is_of_all(one) or _GIVEN.search(one.left) or one.opener == "("):
            return None
    return off


def _is_of_all(one: Mention) -> bool:
    """Whether a figure is the score of all."""
    return not is_deducted(one) and (is_total(one) or _OF_ALL.search(one.left) is not None)


def _number(said: str) -> int:
    """Return a number of deductions: 三, 两, 12."""
    said = said.replace("两", "二")
    return _NUMERALS.index(said) if said in _NUMERALS else int(said)
