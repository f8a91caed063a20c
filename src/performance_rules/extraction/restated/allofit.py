"""A figure that is said to be all there is of a thing, and the total of that thing elsewhere.

政府采购支出N，即本单位当年全部政府采购 and 政府采购支出总额M: both are all of it, so that they
are one figure, however far apart they are.
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
            first, second = sorted((totals[0], one), key=lambda x: (x.at.home, x.at.start))
            yield Clash(first, second, name, whole=True, staged=False)


def _is_total(one: Said, name: str) -> bool:
    """Whether a figure is called the total of a thing, or is told to be how many there are."""
    found = _WHOLE.fullmatch(_OWN.sub("", DATE.sub("", one.at.left)))
    if found is None or one.at.depth or _LESS.sub("", found["what"]) != name:
        return False
    return bool(found["all"] or found["sum"])
