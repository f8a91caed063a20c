"""Second rows of headers: what goes on with the row above, and what only numbers it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from performance_rules.extraction.evaluations.shapes import Block
from performance_rules.extraction.evaluations.words import NOTE, Heading
from performance_rules.extraction.tables.grid import is_number

APART: Final = ("reason", "other")
"""The roles of columns whose parts need no meaning of their own."""

_YEAR: Final = re.compile(r"20\d\d年?度?")


def heads_on(
    block: Block, said: Sequence[tuple[int, str]], heads: Mapping[int, Heading | None]
) -> bool:
    """Whether a row goes on with the header: A | B | 10 | C/B may number it, points among it.

    Whatever kinds of reasons there are, 经费保障 or 其他原因, their columns hold no figures; and of
    the years of 分年度指标值 none is the form's.

    Args:
        block: the block whose header the row before was.
        said: the columns of the row that say something, and what they say.
        heads: what each of them means.
    """
    causes = [c for c in block.columns if c.role in APART]
    told = sum(h is not None and h.role != NOTE for h in heads.values()) > 1
    if len(said) > 1 and all(_YEAR.fullmatch(text) for _, text in said):
        return all(any(c.first <= at <= c.last for c in causes) for at, _ in said)
    rest = [
        (at, text)
        for at, text in said
        if heads[at] is None and not (told and any(c.first <= at <= c.last for c in causes))
    ]
    noted = any(h is not None and h.role == NOTE for h in heads.values())
    points = [c for c in block.columns if c.role in ("weight", "score")]
    return len(rest) < len(said) and all(
        noted and is_number(text) and any(c.first <= at <= c.last for c in points)
        for at, text in rest
    )


def behind_names(heads: Mapping[int, Heading | None]) -> bool:
    """Whether what is not understood in a header stands before all that is.

    Args:
        heads: what each of its columns means.
    """
    first = min(at for at, heading in heads.items() if heading is not None)
    return all(at < first for at, heading in heads.items() if heading is None)
