"""Changes since the year began, whose level of then is told before: 年初A。年末B，较年初减少C.

What the year ends with names what it began with: the same words, with the one time for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.changes.changes import Change

_SINCE: Final = re.compile(
    r"\A(?:较|比|与)(?:本?年初|期初|(?:上年|去年)年?[末底])(?:数|余额|余?额|数量)?(?:相比)?(?P<word>[\u4e00-\u9fff]{1,5})\Z"
)
_END: Final = re.compile(
    r"(?:(?:19|20)\d\d年|本年|当年|全年)?(?:年[末底]|期末)|(?:19|20)\d\d年[末底]"
)
_BEGIN: Final = re.compile(
    r"(?:(?:19|20)\d\d年|本年)?(?:年初|期初)|(?:19|20)\d\d年初|(?:上年|去年)年?[末底]"
)
_TAIL: Final = re.compile(r"(?:总?为|是|共计?|合计|总计|余额|数额?|有|达)*\Z")
_COMMAS: Final = (",", "，", "(")
_SHORTEST: Final = 2
_KINDS: Final = ("amount", "count")


def since_opened(
    before: Sequence[Mention], own: Sequence[Mention], words: RelationWords
) -> Iterator[Change]:
    """Yield the changes since the beginning of a year whose level of then stands before them.

    Args:
        before: the figures of the paragraphs before.
        own: those of the paragraph, in their order.
        words: the words of relations.
    """
    for at, (figure, claim) in enumerate(pairwise(own)):
        said = _SINCE.match(claim.left)
        if said is None or claim.kind not in _KINDS or claim.value.n <= 0:
            continue
        direction = words.directions.get(without_tail(said["word"], words))
        beside = claim.begin <= figure.close + 1 and claim.opener in _COMMAS
        if direction is None or not beside or not alike(figure.value, claim.value):
            continue
        name = _named(figure, _END)
        base = _level(name, figure, own[:at], before) if len(name) >= _SHORTEST else None
        if base is not None:
            yield Change(base, figure, claim, None, direction)


def _level(
    name: str, like: Mention, here: Sequence[Mention], before: Sequence[Mention]
) -> Mention | None:
    """Return the only level of a name when the year began: of the paragraph, else before it.

    One that has its own level of the end already is of another body.
    """
    for figures in (here, before):
        near = [m for m in figures if alike(m.value, like.value)]
        told = [at for at, m in enumerate(near) if _named(m, _BEGIN) == name]
        if told:
            base = near[told[-1]]
            others = [m for m in near[told[-1] + 1 :] if m.value.n != like.value.n]
            ended = any(_named(m, _END) == name or _is_named_before(m) for m in others)
            same = len({near[at].value.n for at in told}) == 1
            return base if same and not ended else None
    return None


def _is_named_before(one: Mention) -> bool:
    """Whether the name of a figure stands before a bracket: 年初库存（调整后）N."""
    return one.opener == ")" and not one.left


def _named(one: Mention, time: re.Pattern[str]) -> str:
    """Return what a figure is called without its time; empty where it is of no such time."""
    found = list(time.finditer(one.name))
    if len(found) != 1:
        return ""
    begin, end = found[0].span()
    return _TAIL.sub("", one.name[:begin] + one.name[end:])
