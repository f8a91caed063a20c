"""What a sentence adds to the figure told before it: 收入完成A，…。加上补助B、债务C，收入总计D.

The sum must say what it is of as the figure does that it begins with, 收入 or 支出.  Where anything
is taken away, left without a figure or only estimated on the way, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import agrees, alike
from performance_rules.extraction.relations.totals import Total

_OPENS: Final = re.compile(r"\A(?:再)?加上?(?![强大快])")
_SUM: Final = re.compile(
    r"\A(?:[后为]|(?:全[省市州县区旗镇乡])|(?:[省市县区镇]本?级))*"
    r"(?P<of>收入|支出)(?:总计|总量|合计|总额|共计)(?:为|达|达到)?\Z"
)
_BEHIND: Final = re.compile(r"后[,，]?\Z")
_DOUBT: Final = re.compile("减去|扣除|减|剔除|约|等(?!级)|预计|其中")
_LISTED: Final = ("其中", "包括", "主要")
_CHANGED: Final = re.compile("增加|减少|增长|下降|增收|减收|占")
_FEWEST: Final = 3


ADDED: Final = "加"
"""Without it nothing is added to anything."""


def added_to(text: str, found: Sequence[Mention]) -> Iterator[Total]:
    """Yield what a paragraph adds to a figure, with the sum.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if len(found) < _FEWEST or "加" not in text:
        return
    plain = [m for m in found if m.kind == "amount" and not m.depth]
    for at, first in enumerate(plain):
        if _OPENS.match(first.left) is None:
            continue
        made = _sum_of(text, plain, at)
        if made is not None:
            yield made


def _sum_of(text: str, plain: Sequence[Mention], at: int) -> Total | None:
    """Return what is added from a figure on, the figure it is added to, and the sum."""
    first = plain[at]
    added = [first]
    for one in plain[at + 1 :]:
        if one.sentence != first.sentence or not alike(one.value, first.value):
            return None
        told = _SUM.match(_BEHIND.sub("", one.left))
        between = text[added[-1].end : one.start]
        if told is not None:
            base = _base(plain[:at], added, one, told["of"])
            if base is None or _DOUBT.search(text[first.begin : one.end]) is not None:
                return None
            parts = [base, *added]
            return Total(tuple((m.name, m) for m in parts), one, complete=True)
        joined = one.opener in ("、", "，", ",", "") and ";" not in between
        if not joined or _CHANGED.search(one.left) is not None:
            return None
        added.append(one)
    return None


def _base(
    before: Sequence[Mention], added: Sequence[Mention], whole: Mention, of: str
) -> Mention | None:
    """Return what is added to: the first figure of its own sentence, or of the last that has one.

    What a list tells, 其中税收A、非税B, stands between them.  Where a sentence tells other figures
    as well, a budget and what came of it, it is the one that makes the sum.
    """
    sentences = [list(group) for _, group in groupby(before, key=lambda one: one.sentence)]
    for said in reversed(sentences):
        base = said[0]
        if base.home != whole.home:
            return None
        if base.name.startswith(_LISTED) or base.label.startswith(_LISTED):
            continue
        if base.label or of not in base.left or not alike(base.value, whole.value):
            return None
        listed = next((i for i, m in enumerate(said) if _is_listed(m)), len(said))
        others = [m for m in said[1:listed] if _CHANGED.search(m.left) is None]
        if not others:
            return base
        n, slack = sum(m.value.n for m in added), sum(m.value.half for m in added)
        fits = [m for m in (base, *others) if alike(m.value, whole.value)]
        fits = [m for m in fits if agrees(whole.value, n + m.value.n, slack + m.value.half)]
        return fits[0] if fits else None
    return None


def _is_listed(one: Mention) -> bool:
    """Whether a figure begins a list of what the one before it is made of."""
    return one.left.startswith(_LISTED) or one.label.endswith(_LISTED)
