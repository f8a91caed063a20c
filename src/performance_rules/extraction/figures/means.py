"""The plain mean of a list: 三个泵站分别为12台、15台和9台，站均12台.

A list that leaves nothing out has one mean where its figures can be added.  Those of rates, of
prices and of other means are weighed by what each is of, unless the text says that they are not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.listings import Listing
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.values.precision import last_digit
from performance_rules.values.quantity import SCALE, Amount, Quantity

_PLAIN: Final = re.compile("简单平均|算术平均|简单算术")
_WEIGHED: Final = re.compile("加权|权重|折算|综合")
_RATIO: Final = re.compile(
    "率|比|均|每|单价|价格|造价|标准|密度|浓度|强度|成本|时长|时间|用时|天数|单位|指数|进度|期|半径|[水气]位"
)
"""In the words of a list whose figures are not added."""
_EXTREME: Final = re.compile("最[高低大小多少]")
_SUM: Final = re.compile("共|合计|总计|累计")
_MEASURED: Final = frozenset({"天", "日", "小时", "分钟", "秒", "度", "级", "岁", "倍"})


def averaged(text: str, mean: Mention, listed: Listing) -> Mention | None:
    """Return what the mean of a list is, where it is not the one that is told.

    Args:
        text: the paragraph.
        mean: the figure that is told.
        listed: a complete list that it is of.
    """
    first, last = listed.figures[0], listed.figures[-1]
    if any(_EXTREME.search(m.left) for m in listed.figures):
        return None  # 最高一批A，最低一批B: no list of all there are
    words = listed.opener + "".join(listed.names) + text[last.end : mean.start]
    plain = _PLAIN.search(words) is not None
    if _WEIGHED.search(words) is not None or mean.value.approximate is not None:
        return None
    added = mean.kind in ("amount", "count") and first.unit not in _MEASURED
    if not plain and (not added or _RATIO.search(words.removesuffix(mean.left)) is not None):
        return None
    size = len(listed.figures)
    whole = sum(m.value.n for m in listed.figures)
    if any(_SUM.search(m.left) or 2 * m.value.n == whole for m in listed.figures):
        return None  # 甲20万元，乙25万元，共45万元
    slack = sum(m.value.half for m in listed.figures)
    digit = _last_digit(mean.value)
    if abs(whole - size * mean.value.n) <= slack + size * max(mean.value.half, digit):
        return None
    right = (2 * whole + size * digit) // (2 * size * digit)
    number = Decimal(right).scaleb(-mean.value.decimals)
    value = evolve(mean.value, value=number, printed=f"{number:,}{mean.value.unit}")
    return evolve(mean, value=value, start=first.start, end=last.end)


def _last_digit(value: Quantity) -> int:
    """Return one unit of the last printed digit."""
    return last_digit(value) if isinstance(value, Amount) else SCALE // 10**value.decimals
