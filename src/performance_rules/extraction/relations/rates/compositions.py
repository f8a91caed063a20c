"""Shares that are all there are of one thing: 资金构成为甲P、乙Q、丙R，总规模N.

Words say that the thing is made of them.  Where others are left out, the list says so: 等, 其余,
主要.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.totals import is_sum

_MADE_OF: Final = re.compile(
    r"(?P<what>[^\d,，。;:、()]{2,16}?)(?:的?(?:构成|结构|组成)(?:情况|比例)?)(?:分别)?(?:如下)?(?:为|是|:)+"
)
_HAS: Final = re.compile("(?:构成|结构|组成)(?:情况|比例)?(?:分别)?(?:如下)?[为是:]")
"""Without it no thing is said to be made of others."""
_MORE: Final = re.compile(r"等|[,，;](?:其余|其他|剩余|另|余下|其中)")
_ASIDE: Final = re.compile("其中|增长|下降|增加|减少|同比|[比较]上|提高|率|以上|以下")
_JOINED: Final = (",", "，", "、", ";")
_FEWEST: Final = 2
_NAME: Final = 2


@fixed(eq=False)
class Composition:
    """What something is made of.

    Attributes:
        what: what it is.
        parts: the shares with their names.
        whole: how much it is; None where that is not told.
    """

    what: str
    parts: tuple[tuple[str, Mention], ...]
    whole: Mention | None


def compositions(text: str, found: Sequence[Mention]) -> Iterator[Composition]:
    """Yield what things are said to be made of, in shares alone.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if not any(one.kind == "percent" for one in found) or _HAS.search(text) is None:
        return
    for match in _MADE_OF.finditer(text):
        at = next((i for i, one in enumerate(found) if one.start > match.end()), len(found))
        parts: list[tuple[str, Mention]] = []
        for one in found[at:]:
            begin = parts[-1][1].close + 1 if parts else match.end()
            name = text[begin : one.start].rstrip("占为是约")
            near = name in one.left and (not parts or one.opener in _JOINED)
            if one.kind != "percent" or one.depth or not near or len(name) < _NAME:
                break
            parts.append((name, one))
        if len(parts) < _FEWEST or len({name for name, _ in parts}) < len(parts):
            continue
        last = parts[-1][1]
        aside = any(_ASIDE.search(name) or one.value.approximate for name, one in parts)
        if aside or "主要" in match["what"] or _MORE.match(text, last.close):
            continue
        behind = found[at + len(parts) : at + len(parts) + 1]
        wholes = [m for m in behind if is_sum(m) and m.begin == last.close + 1]
        yield Composition(match["what"], tuple(parts), wholes[0] if wholes else None)
