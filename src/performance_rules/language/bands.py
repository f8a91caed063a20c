"""Functions that read bands: which one a number falls into, and what stands beside it."""

from __future__ import annotations

from performance_rules.errors import Message
from performance_rules.language.function import Function
from performance_rules.language.ground import Missing, constant
from performance_rules.language.numbers import as_number
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.sheets import Band
from performance_rules.language.signatures import number_or_rate_and_bands, takes
from performance_rules.language.types import BANDS, COUNT, PERCENT, TEXT, list_of
from performance_rules.values.quantity import Count, Percent, QuantityError


@Function(
    "band",
    "等级",
    "(数或比率, 分段) → [文字]",
    number_or_rate_and_bands(list_of(TEXT)),
    Message("所在分段的各个名称", "the labels of the band a number falls into"),
)
def band(scope: Scope, value: Value, bands: Value) -> Value:
    """Return the labels of the first band a number falls into, by its printed value."""
    number = as_number(scope, value)
    if isinstance(number, Missing):
        return number
    entries: tuple[Band, ...] = of(tuple, bands)
    for edge, bound, labels in entries:
        if bound is None:
            return list(labels)
        condition = scope.compare_printed(">=" if edge == "from" else "<=", number, bound)
        decided = scope.decide(condition)
        if decided is None:
            return Missing(Message("落在哪一分段无法判断", "the band cannot be told"))
        if decided:
            return list(labels)
    return Missing(Message("不在任何分段内", "outside every band"))


@Function(
    "labels",
    "各等级",
    "(分段) → [文字]",
    takes(BANDS, gives=list_of(TEXT)),
    Message("各分段的全部名称", "the labels of all bands"),
)
def labels(scope: Scope, bands: Value) -> Value:
    """Return the labels of all bands."""
    entries: tuple[Band, ...] = of(tuple, bands)
    return [label for _, _, named in entries for label in named]


@Function(
    "points",
    "得分",
    "(数或比率, 分段) → 数量",
    number_or_rate_and_bands(COUNT),
    Message("所在分段的分值", "the points of the band a number or rate falls into"),
)
def points(scope: Scope, value: Value, bands: Value) -> Value:
    """Return the points of the band a number or rate falls into."""
    without = Message("这一分段没有分值", "this band has no points")
    return _beside(band.give(scope, value, bands), Count, "count", without)


@Function(
    "threshold",
    "门槛",
    "(数或比率, 分段) → 百分比",
    number_or_rate_and_bands(PERCENT),
    Message("所在分段的比率", "the percentage of the band a number or rate falls into"),
)
def threshold(scope: Scope, value: Value, bands: Value) -> Value:
    """Return the percentage of the band a number or rate falls into."""
    without = Message("这一分段没有比率", "this band has no percentage")
    return _beside(band.give(scope, value, bands), Percent, "percent", without)


def _beside(found: Value, read: type[Count | Percent], kind: str, without: Message) -> Value:
    """Return the number that stands beside a band, or that none does."""
    if isinstance(found, Missing):
        return found
    try:
        return constant(read.parse(str(of(list, found)[0])).n, kind)
    except (QuantityError, IndexError):
        return Missing(without)
