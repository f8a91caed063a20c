"""Shares told in numbered lines, each of the figure before it: 1.A，a，占总额的P; 2.B，b，占Q.

They are shares of what the lines add up to, or of what stands above them, where all of them but one
at the most are: that tells what they are of, whatever the words call it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.relations.rates.portions import Portion, whole_of_share

_FEWEST: Final = 2


def line_shares(lines: Sequence[Sequence[Mention]], whole: Mention) -> list[Portion]:
    """Return the shares of lines that are of one whole.

    Args:
        lines: the figures of each line.
        whole: what the lines add up to.
    """
    told: list[tuple[Mention, Mention]] = []
    names: set[str] = set()
    for line in lines:
        for figure, share in pairwise(line):
            if share.kind != "percent" or not alike(figure.value, whole.value):
                continue
            name = whole_of_share(share)
            if name is not None and share.sentence == figure.sentence:
                told.append((figure, share))
                names.add(name)
                break
    good = [fits(figure.value, whole.value, share.value) for figure, share in told]
    if len(names - {""}) > 1 or sum(good) < max(_FEWEST, len(told) - 1):
        return []
    if any(figure.value.n > whole.value.n for figure, _ in told):
        return []
    return [Portion(figure, whole, share) for figure, share in told]
