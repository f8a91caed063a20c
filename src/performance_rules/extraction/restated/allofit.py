"""A figure that is said to be all there is of a thing, and the total of that thing elsewhere.

政府采购支出N，即本单位当年全部政府采购 and 政府采购支出总额M: both are all of it, so that they
are one figure, however far apart they are.  So it is with what is there and is all of one kind:
共有车辆N辆，均为执法执勤用车 and 保障M辆执法执勤用车运行.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.restated.outright import Clash
from performance_rules.extraction.statements.naming import DATE
from performance_rules.extraction.statements.said import Said, exact, kind

_ALL: Final = re.compile(
    r"(?:[(,，]?(?:即|也就是|就是|是|为))(?:[本我](?:单位|部门|中心|[局校院所站馆办镇乡]))?(?:当年|全年|本年|年末|年度)?的?"
    r"(?:全部|所有)(?P<what>[\u4e00-\u9fff]{2,10})"
)
_WHOLE: Final = re.compile(
    r"(?P<all>共有|合计|总计|共)?(?P<what>[\u4e00-\u9fff]{2,12}?)(?P<sum>(?:支出|费用|资金|金额)?(?:总额|总数|总量|合计|总计))?"
    r"[为是共达]*"
)
_LESS: Final = re.compile("(?:支出|费用|资金|金额)\\Z")
_OWN: Final = re.compile(r"\A[本我该全](?:单位|部门|中心|[局校院所站馆办镇乡])")
_BELOW: Final = re.compile("(?<![及和与、])(?:下属|所属|直属|二级单位|分局)")
"""Words before a figure, or above it, that make it one of another body: not 局机关及所属单位."""
_LEAST: Final = 2
_KIND: Final = re.compile(
    r"[,，](?:[均都全]部?(?:为|是|系|属于?))(?P<what>[\u4e00-\u9fff]{3,12})(?=[,，;。]|\Z)"
)
"""Behind a number of things, what kind all of them are."""
_THERE: Final = re.compile(
    "(?:[共现实保拥]有|保有量|数量|总数)(?:[\u4e00-\u9fff]{1,6})?[为是共达]?\\Z"
)
_KEPT: Final = re.compile(
    "(?:保障|维持|现有|实有|共有|拥有|保有|管理|配备)(?:现有|实有|全部)?的?\\Z"
)
"""How the words before a number end that tell how many there are, or are kept going."""
_STEADY: Final = re.compile("(?:[不未无]|没有)(?:新增|增加|购置|变动|变化)")


def all_of_it(said: Sequence[Said]) -> Iterator[Clash]:
    """Yield the figures that are said to be all of a thing, with its total if that is another.

    Args:
        said: the figures of a document.
    """
    own = [one for one in said if _BELOW.search(f"{one.section} {one.lead}") is None]
    told = [(one, found["what"]) for one in own if (found := _ALL.match(one.rest)) is not None]
    for one, what in told:
        name = _LESS.sub("", what)
        if len(name) < _LEAST or one.at.kind not in ("amount", "count") or not exact(one.at.value):
            continue
        totals = [
            other
            for other in own
            if other.at.kind == one.at.kind
            and kind(other.at.value) == kind(one.at.value)
            and exact(other.at.value)
            and other is not one
            and _is_total(other, name)
        ]
        numbers = {x.at.value.n for x in totals}
        if len(numbers) == 1 and one.at.value.n not in numbers:
            yield _clash(totals[0], one, name)
    yield from _all_of_a_kind(own)


def _all_of_a_kind(own: Sequence[Said]) -> Iterator[Clash]:
    """Yield how many there are of what is all of one kind, with how many of it are kept going."""
    for one in own:
        found = _KIND.match(one.rest) if one.at.kind == "count" else None
        if found is None or _THERE.search(one.at.left) is None or not exact(one.at.value):
            continue
        others = [
            other
            for other in own
            if other.at.kind == "count"
            and kind(other.at.value) == kind(one.at.value)
            and exact(other.at.value)
            and other.at.right.startswith(found["what"])
            and _KEPT.search(other.at.left) is not None
        ]
        if len({x.at.value.n for x in others} - {one.at.value.n}) == 1:
            other = next(x for x in others if x.at.value.n != one.at.value.n)
            yield _clash(other, one, found["what"], steady=_STEADY.search(one.rest) is not None)


def _clash(one: Said, other: Said, name: str, *, steady: bool = False) -> Clash:
    first, second = sorted((one, other), key=lambda x: (x.at.home, x.at.start))
    return Clash(first, second, name, whole=True, staged=False, steady=steady)


def _is_total(one: Said, name: str) -> bool:
    """Whether a figure is called the total of a thing, or is told to be how many there are."""
    found = _WHOLE.fullmatch(_OWN.sub("", DATE.sub("", one.at.left)))
    if found is None or one.at.depth or _LESS.sub("", found["what"]) != name:
        return False
    return bool(found["all"] or found["sum"])
