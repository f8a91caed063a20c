"""Basic and project expenditure of the account that their list names, whatever stands between.

一般公共预算支出N，占P；政府性基金支出M。其中一般公共预算基本支出A，项目支出B: A and B make N.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.relations.totals import Total

_ACCOUNT: Final = r"(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)"
_TAIL: Final = r"(?:决算|合计|总计|总额|数|为|是|共)*"
_BASIC: Final = re.compile(
    rf"其中(?P<account>{_ACCOUNT})(?:当年)?(?:财政拨款)?(?:安排的)?基本支出{_TAIL}"
)
_PROJECT: Final = re.compile(
    rf"[和与]?(?P<account>{_ACCOUNT})?(?:当年)?(?:财政拨款)?(?:安排的)?项目支出{_TAIL}"
)
_WHOLE: Final = re.compile(rf"(?P<account>{_ACCOUNT})(?:财政拨款)?支出{_TAIL}\Z")
_OTHER: Final = re.compile("上年|去年|年初|[比较]|其中")
_AFTER: Final = (":", "：")
_SHARE: Final = "占"
_BACK: Final = 8
_NEAR: Final = 1


def account_natures(own: Sequence[Mention]) -> Iterator[Total]:
    """Yield what the two natures of an account make, with the figure of that account before them.

    Args:
        own: the figures of a paragraph in their order.
    """
    for at, one in enumerate(own):
        named = f"{one.label}{one.left}" if one.opener in _AFTER else one.left
        said = _BASIC.fullmatch(named) if one.kind == "amount" and not one.depth else None
        behind = at + 1
        if said is None:
            continue
        while behind < len(own) and own[behind].left.startswith(_SHARE):
            behind += 1
        other = own[behind] if behind < len(own) else None
        if other is None or not _is_project(one, other, said["account"]):
            continue
        after = own[behind + 1] if behind + 1 < len(own) else None
        if after is not None and after.part == other.part and after.kind == "amount":
            continue  # a third part, or something beside them
        wholes = [m for m in own[max(0, at - _BACK) : at] if _is_whole(m, one, said["account"])]
        if len({m.value.n for m in wholes}) == 1:
            parts = (("基本支出", one), ("项目支出", other))
            yield Total(parts, wholes[-1], complete=True)


def _is_project(one: Mention, other: Mention, account: str) -> bool:
    """Whether a figure is the project expenditure of the account whose basic one stands before."""
    said = _PROJECT.fullmatch(other.left) if alike(one.value, other.value) else None
    if said is None or (other.part, other.depth) != (one.part, one.depth):
        return False
    return said["account"] in (None, account)


def _is_whole(whole: Mention, one: Mention, account: str) -> bool:
    """Whether a figure is all that was spent of an account, right before its natures."""
    said = _WHOLE.search(whole.left) if whole.kind == "amount" and not whole.depth else None
    near = one.sentence - whole.sentence <= _NEAR
    own = said is not None and said["account"] == account
    return near and own and _OTHER.search(whole.left) is None
