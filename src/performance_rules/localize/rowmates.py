"""Rowmates: the score and the weight of one indicator, of which both were written too large.

Where the scores of a form are more than its total by as much as one weight is mended by, it is the
score of that very row: a weight of 12 for 10 makes 10 of a score of 8.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.language.ground import LinearCondition
from performance_rules.localize.network import Network, conditions_of
from performance_rules.report.phrases import JOINT
from performance_rules.values.quantity import format_scaled

_WEIGHT, _SCORE = ".weight", ".score"

_WITH_WEIGHT: Final = Message(
    "{name}的分值（见分值不符的一条）改为 {weight} 后，得分由 {said} 改为 {right}，"
    "各项得分相加即与总分相符",
    "with a weight of {weight} and a score of {right}, not {said}, for {name} the scores make "
    "the total",
)


def rowmate_told(network: Network, place: int, mends: Sequence[tuple[int, int]]) -> Message | None:
    """Return which score has to be mended with the weight of its row, where that settles a sum.

    Args:
        network: the report.
        place: the number of a place that fails.
        mends: the figures that are mended elsewhere, each with its value.
    """
    values = network.tree.values
    for one in conditions_of(network.broken[place].asserts):
        if not isinstance(one, LinearCondition) or one.op != "==":
            continue
        gap = one.constant + sum(k * values[n] for n, k in one.terms)
        paths = {network.leaf(n).path: (n, k) for n, k in one.terms}
        for figure, value in mends:
            path = network.leaf(figure).path
            mate = paths.get(path.removesuffix(_WEIGHT) + _SCORE)
            if mate is None or not path.endswith(_WEIGHT):
                continue
            (number, k), more = mate, value - network.leaf(figure).n
            score = network.leaf(number)
            if gap + k * more or score.n + more < 0:
                continue
            unit = score.quantity.unit
            weight = format_scaled(value, "count", network.leaf(figure).quantity.unit)
            return _WITH_WEIGHT.filled(
                name=score.name.split(JOINT)[-2],
                weight=weight,
                said=spoken(score.quantity),
                right=format_scaled(score.n + more, "count", unit),
            )
    return None
