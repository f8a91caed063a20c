"""The keys of the tables of a report: English names, Chinese terms and printed names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, cast

from performance_rules.report.lines import Dimension as Dimension
from performance_rules.report.model import COLUMNS, DIMENSIONS, Breakdown, Line, Report, terms_of

_UNIT_KEYS: Final = {"unit": "unit", "单位": "unit"}
_GRID_KEYS: Final = {"columns": "columns", "表头": "columns", "rows": "rows", "行": "rows"}
_COMPLETE_KEYS: Final = {"complete": "complete", "列全": "complete"}

DIMENSION_NAMES: Final = cast(
    "Mapping[str, Dimension]",
    {**{name: name for name in DIMENSIONS}, **{zh: name for name, zh in DIMENSIONS.items()}},
)
"""The dimensions of a breakdown, by key and by Chinese term."""


@lru_cache(maxsize=32)
def names_of(cls: type) -> dict[str, str]:
    """Return the keys of a model class: English names and Chinese terms."""
    fields = terms_of(cls)
    return {name: name for name in fields} | {f.metadata["zh"]: n for n, f in fields.items()}


@lru_cache(maxsize=8)
def headings_of(cls: type) -> dict[str, str]:
    """Return what a column of a grid is called, for the fields of a model class that it may hold.

    Returns:
        The English name by itself, by the Chinese term and by every further printed name.
    """
    known: dict[str, str] = {}
    for name, field in terms_of(cls).items():
        if field.metadata["headings"] is not None:
            known |= dict.fromkeys((name, field.metadata["zh"], *field.metadata["headings"]), name)
    return known


COLUMN_NAMES: Final = {key: name for key, name in headings_of(Line).items() if name in COLUMNS}
"""The columns of a line by every name, in a grid as in a table."""


@lru_cache(maxsize=16)
def aliases(cls: type) -> dict[str, str]:
    """Return every accepted key of a table: English names, Chinese terms and printed names."""
    known = {**names_of(cls), **_UNIT_KEYS}
    if cls is Line:
        known |= {**DIMENSION_NAMES, **COLUMN_NAMES, **_COMPLETE_KEYS}
    elif cls is Breakdown:
        known |= _GRID_KEYS
    elif cls is Report:
        known["$schema"] = "$schema"  # for editors; says nothing about the report
    return known
