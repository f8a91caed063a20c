"""The numbers of forms of evaluation, each under the name of its indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.slips import size
from performance_rules.extraction.restated.grids import Stated
from performance_rules.extraction.statements.naming import core_of
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.evaluation import Evaluation
from performance_rules.report.lines import Line
from performance_rules.values.quantity import Percent, Quantity

_COLUMNS: Final = {"target": "目标值", "actual": "完成值"}
_LEAST: Final = 3


def stated_in_forms(forms: Sequence[Evaluation]) -> Iterator[Stated]:
    """Yield the numbers of the indicators of forms, under names that no other indicator has.

    Args:
        forms: the forms of a document.
    """
    leaves = [leaf for form in forms if form.sheet is not None for leaf in _leaves(form.sheet)]
    cores = [core_of(plain_word(leaf.name)) for leaf in leaves]
    names = frozenset(cores)
    for leaf, name in zip(leaves, cores, strict=True):
        if len(name) < _LEAST or cores.count(name) > 1:
            continue
        for column, header in _COLUMNS.items():
            figure = leaf.figure(column)
            for said in figure.statements[:1] if figure is not None else ():
                if said.source is not None and _is_telling(said.value):
                    table = said.source.table or 0
                    yield Stated(name, header, table, said.value, said.source, names)


def _is_telling(value: Quantity) -> bool:
    """Whether a number is long enough not to be met by chance: 95% is that of many things."""
    return size(value) >= (_LEAST if isinstance(value, Percent) else _LEAST - 1)


def _leaves(line: Line) -> Iterator[Line]:
    parts = [part for one in line.breakdowns for part in one.lines]
    if not parts:
        yield line
    for part in parts:
        yield from _leaves(part)
