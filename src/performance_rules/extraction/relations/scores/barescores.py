"""Scores that a line tells without their unit: 预算执行（满分10）：9.45; 【总分】93.45.

A bare number is a score only behind full marks in a bracket, or where the line begins with a word
for the score of all.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from performance_rules.extraction.figures.mentions import Mention, order
from performance_rules.extraction.relations.scores.scores import POINT
from performance_rules.values.quantity import Count

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_SCORED: Final = re.compile(
    rf"\((?P<marks>满分|分值|权重|标准分)(?P<full>{_N})\):?(?P<got>自评得分|得分|得)?(?P<score>{_N})"
    r"(?![\d.%分])"
)
_ALL: Final = re.compile(
    r"(?:\A|(?P<opens>[【\[]))(?P<name>(?:自评|评价|综合)?(?:总得分|得分合计|合计得分|总分|合计))(?(opens)[】\]]):?"
    rf"(?P<score>{_N})(?![\d.%分/])"
)


def bare_scores(text: str, home: int) -> list[Mention]:
    """Return the full marks and scores of a line, and the score of all; nothing of any other.

    Args:
        text: the line.
        home: its number.
    """
    made: list[Mention] = []
    for one in _SCORED.finditer(text):
        made.append(_point(one, "full", one["marks"], home))
        made.append(_point(one, "score", one["got"] or "", home))
    made += [_point(one, "score", one["name"], home) for one in _ALL.finditer(text)]
    return sorted(made, key=order)


def _point(found: re.Match[str], key: str, left: str, home: int) -> Mention:
    value = Count(Decimal(found[key]), POINT, printed=found[key])
    begin, end = found.span(key)
    opener = "(" if key == "full" else ":"
    return Mention("count", value, POINT, begin, end, left=left, home=home, opener=opener)
