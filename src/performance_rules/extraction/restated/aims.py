"""A goal that is told twice: 计划造林N亩, and 造林A亩，为年度目标M亩的P.

A figure that is called nothing but a goal is that of the deed beside it, or of the label before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.slips import size, slip
from performance_rules.extraction.restated.differences import stage_of
from performance_rules.extraction.statements.naming import core_of, name_of
from performance_rules.extraction.statements.said import Said, kind
from performance_rules.values.quantity import Count

_BARE: Final = re.compile(
    "(?:为|占|达到?|完成)?(?:全年|年度|年初|原定|总)?(?:目标|任务|计划)(?:任务|目标|完成)?[数值量]?(?:为|是|≥|不[少低]于)?"
)
_LED: Final = re.compile(
    "^(?:本?项目|计划|目标|任务|绩效|年初|用于|拟|预计|实际|已|全年|年度|完成|实施|实现|开展|为|数量指标|产出指标|指标)+"
)
_END: Final = re.compile("(?:实际|已|计划|目标|任务|完成|实现|≥|不[少低]于|数量|为|数)+\\Z")
_SAID: Final = re.compile("计划|目标|任务")
_LEAST: Final = 4
_ENOUGH: Final = 3
_TWO: Final = 2


class Aims:
    """The goals of a document under the names of what is to be done."""

    def __init__(self, said: Sequence[Said]) -> None:
        """Keep the figures of a document."""
        self._said = said
        self._names: dict[int, str] = {}
        self._numbers: defaultdict[tuple[str, str], set[int]] = defaultdict(set)

    def _name(self, one: Said) -> str:
        """Return what a figure is the goal of, found once."""
        if id(one) not in self._names:
            self._names[id(one)] = aim_of(one)
        return self._names[id(one)]

    def shared(self, first: Said, second: Said) -> str:
        """Return the goal that two figures are, if one of them was typed badly.

        Args:
            first: a figure.
            second: a later one.
        """
        how, digits = slip(first.at.value.n, second.at.value.n), size(first.at.value)
        if not (how == "exchanged" and digits >= _ENOUGH) and not (
            how == "changed" and digits >= _LEAST
        ):
            return ""
        name = self._name(first)
        if not name or name != self._name(second):
            return ""
        if not self._numbers:
            for one in self._said:
                if one.at.kind == "count" and (of := self._name(one)):
                    self._numbers[kind(one.at.value), of].add(one.at.value.n)
        return name if len(self._numbers[kind(first.at.value), name]) <= _TWO else ""


def aim_of(one: Said) -> str:
    """Return what a figure is the goal of; empty if it is none, or of something unnamed."""
    if not isinstance(one.at.value, Count) or stage_of(one) != "planned":
        return ""
    if _BARE.fullmatch(one.at.left) is None:
        if _SAID.search(f"{one.lead}|{one.at.label}") is None or not name_of(one).level:
            return ""
        return _plain(one.at.left)
    before = one.before
    if before is None or before.sentence != one.at.sentence:
        return _plain(one.at.label)
    same = kind(before.value) == kind(one.at.value)
    return _plain(before.name) if same else ""


def _plain(text: str) -> str:
    """Return the name of a deed without the words for its being planned or done."""
    name = _END.sub("", _LED.sub("", core_of(text)))
    return name if len(name) >= _LEAST else ""
