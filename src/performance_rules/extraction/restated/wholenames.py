"""Two figures under one whole name of which one was typed badly.

建成防波堤1,846米 and 建成防波堤1,546米 may be one figure with a digit wrong; so may two goals
that have one bound, 日均供餐不少于1450客 and 日均供餐不少于1250客.  As a digit may differ by
chance, more is asked than of digits exchanged: one stage, one place, and no third figure of the
name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.slips import mistyped, size
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.differences import stage_of, strange_clauses
from performance_rules.extraction.statements.naming import Name, core_of
from performance_rules.extraction.statements.said import Said, kind
from performance_rules.extraction.statements.words import restated_words

_BOUND: Final = re.compile(
    "(?:(?P<least>≥|>=|不[少低小]于|至少)|(?P<most>≤|<=|不[多高大]于|不超过))\\Z"
)
_SET: Final = re.compile(
    "^(?:并|即|经|可|能|设定|设置|确定|明确|要求|项目|本项目|该项目|年度|指标|目标|为|的|:)+"
)
_NO_HAN: Final = re.compile("[^\u4e00-\u9fff]+")
_KIND: Final = re.compile("(?:项目|工程)+\\Z")
_SPENT: Final = re.compile("(?:项目|工程)?(?:实际|全年)?支出\\Z")
_OTHER: Final = re.compile("预算|计划|安排|合同|收入|到位|下达|拨付")
_LEAST: Final = 4
_ENOUGH: Final = 3
_SURE: Final = 5
_TWO: Final = 2


@fixed
class WholeName:
    """The whole name of a figure, and the bound that it is: ``least``, ``most`` or none."""

    name: str
    bound: str


def whole_name(core: str) -> WholeName:
    """Return the whole name of a figure, as it is compared with that of another one."""
    bound = _BOUND.search(core)
    name = core[: bound.start()] if bound is not None else core
    return WholeName(_SET.sub("", name), (bound.lastgroup or "") if bound is not None else "")


class WholeNames:
    """The numbers of a document under each whole name, asked for once they are wanted."""

    def __init__(self, said: Sequence[Said]) -> None:
        """Keep the figures of a document."""
        self._said = said
        self._names: dict[int, WholeName] = {}
        self._numbers: defaultdict[tuple[str, WholeName], set[int]] = defaultdict(set)

    def numbers(self, of: str, name: WholeName) -> set[int]:
        """Return the numbers of one kind under a name."""
        if not self._numbers:
            for one in self._said:
                if one.at.kind in ("amount", "count"):
                    self._numbers[kind(one.at.value), self.of(one)].add(one.at.value.n)
        return self._numbers[of, name]

    def of(self, one: Said) -> WholeName:
        """Return the whole name of a figure, found once."""
        if id(one) not in self._names:
            core = core_of(restated_words().back.sub("", one.at.left))
            self._names[id(one)] = _spent(one, whole_name(core))
        return self._names[id(one)]

    def shared(self, first: Said, second: Said, a: Name, b: Name) -> str:
        """Return the whole name that two figures have, if one of them was typed badly.

        Args:
            first: a figure.
            second: a later one.
            a: what the first is of.
            b: what the second is of.
        """
        own, other = self.of(first), self.of(second)
        if own != other or len(own.name) < _LEAST or a.generic or b.generic:
            return ""
        if a.times != b.times or _strange(first, second, a) or _strange(second, first, b):
            return ""
        how = mistyped(first.at.value.n, second.at.value.n)
        if how != "exchanged" and (
            strange_clauses(first, second) or strange_clauses(second, first)
        ):
            return ""
        if not (own.bound or (a.level and b.level)):
            return ""
        digits = max(size(first.at.value), size(second.at.value))
        enough = _ENOUGH if own.bound else _LEAST
        if how == "changed":
            stage = stage_of(first)
            known = bool(stage) and stage == stage_of(second)
            certain = digits >= (enough if known else _SURE)
        else:
            certain = how in ("exchanged", "shuffled", "lost") and digits >= enough
        few = certain and len(self.numbers(kind(first.at.value), own)) <= _TWO
        return own.name if few else ""


def _spent(one: Said, name: WholeName) -> WholeName:
    """Return a name without the word that an amount was spent, where it was one behind 支出.

    项目支出N，其中灯塔大修A: a part of what was spent was spent.
    """
    if one.at.kind != "amount" or _OTHER.search(one.lead) is not None:
        return name
    plain = _SPENT.sub("", name.name)
    of = plain != name.name or "支出" in one.lead
    return WholeName(f"{_KIND.sub('', plain)}支出", name.bound) if of else name


def _strange(one: Said, other: Said, name: Name) -> bool:
    """Whether a sentence speaks of places or projects that the other one does not."""
    around = f"{other.lead}|{other.rest}|{other.section}"
    label = restated_words().sections.sub("", _NO_HAN.sub("", one.at.label)).rstrip("为是")
    return label not in around or any(_KIND.sub("", p) not in around for p in name.places)
