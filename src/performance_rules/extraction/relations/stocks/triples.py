"""Three figures that a sentence names in full, in whatever order: 支出A，结余B，到位C.

What arrived less what was spent is left; what was asked less what was agreed is saved; assets less
debts are net assets.  The names are plain and no other amount stands in the sentence, so that the
words tell which is which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.relations.stocks.balances import Balance
from performance_rules.extraction.relations.stocks.movements import Movement

_LED: Final = r"(?:由|占|扣除|减去?|为)?(?:项目|年末|期末|实际|已|累计|共|公开|通过|采购|招标)*"
_TAIL: Final = r"(?:资金|金额|总额|数|额|价)?(?:为|是|达)?"


def _named(*names: str) -> re.Pattern[str]:
    return re.compile(f"{_LED}(?:{'|'.join(names)}){_TAIL}")


_TRIPLES: Final = (
    (_named("到位"), _named("支出", "支付", "使用"), _named("结余", "节余", "剩余", "未支出")),
    (
        _named("控制", "最高限", "预算控制"),
        _named("中标", "成交"),
        _named("节约", "节支", "节省"),
    ),
    (_named("资产"), _named("负债"), _named("净资产")),
)
"""What is there, what goes of it, what is left."""
_CARRIED: Final = r"结转(?:[和与及]?结余)?(?:资金)?(?:为|是)?"
_YEAR: Final = (
    re.compile(rf"(?:上年末?|年初|期初){_CARRIED}"),
    re.compile(r"(?:[当本]年|全年)?(?:新?增加|实现|取得)?收入(?:为|是)?"),
    re.compile(r"(?:[当本]年|全年)?(?:形成|发生|列支)?支出(?:为|是)?"),
    re.compile(rf"(?:(?:截至)?[年期]末)?{_CARRIED}"),
)
"""What opens a year, comes, goes and is left at its end."""
_END: Final = re.compile("[年期]末[,，]?\\Z")
_THREE: Final = 3
_FOUR: Final = 4
_NEAR: Final = 8


def triples(own: Sequence[Mention]) -> Iterator[Balance]:
    """Yield what is left of two figures that a sentence names beside it.

    Args:
        own: the figures of a paragraph in their order.
    """
    sentences: dict[int, list[Mention]] = {}
    for one in own:
        if one.kind == "amount":
            sentences.setdefault(one.sentence, []).append(one)
    for told in sentences.values():
        if len(told) == _THREE and all(alike(m.value, told[0].value) for m in told):
            yield from _of(told)


def year_ends(text: str, own: Sequence[Mention]) -> Iterator[Movement]:
    """Yield what is left of a year whose four figures are all that two sentences tell.

    Args:
        text: the paragraph.
        own: its figures in their order.
    """
    money = [m for m in own if m.kind == "amount"]
    for at in range(len(money) - _THREE):
        told = money[at : at + _FOUR]
        around = [*money[max(0, at - 1) : at], *money[at + _FOUR : at + _FOUR + 1]]
        if any(told[0].sentence <= m.sentence <= told[-1].sentence for m in around):
            continue
        if told[-1].sentence - told[0].sentence > 1:
            continue
        found = [[m for m in told if name.fullmatch(m.left)] for name in _YEAR]
        if any(len(some) != 1 for some in found):
            continue
        if not all(alike(m.value, told[0].value) for m in told):
            continue
        (opened,), (came,), (gone,), (left,) = found
        at_end = (
            "末" in left.left
            or _END.search(text, max(0, left.begin - _NEAR), left.begin) is not None
        )
        if len({m.start for m in (opened, came, gone, left)}) == _FOUR and at_end:
            yield Movement((opened, came), (gone,), left)


def _of(told: Sequence[Mention]) -> Iterator[Balance]:
    for names in _TRIPLES:
        found = [[m for m in told if name.fullmatch(m.left)] for name in names]
        if all(len(some) == 1 for some in found):
            (whole,), (gone,), (left,) = found
            if len({whole.start, gone.start, left.start}) == _THREE:
                yield Balance((whole,), gone, left)
