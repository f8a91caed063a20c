"""The keys of the tables of a report: English names, Chinese terms and printed names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, cast

from performance_rules.report.figures import names_of
from performance_rules.report.grid import COLUMN_ALIASES
from performance_rules.report.lines import Dimension as Dimension
from performance_rules.report.model import DIMENSIONS, Breakdown, Line, Report

_UNIT_KEYS: Final = {"unit": "unit", "单位": "unit"}
_GRID_KEYS: Final = {"columns": "columns", "表头": "columns", "rows": "rows", "行": "rows"}
_COMPLETE_KEYS: Final = {"complete": "complete", "列全": "complete"}

DIMENSION_NAMES: Final = cast(
    "Mapping[str, Dimension]",
    {**{name: name for name in DIMENSIONS}, **{zh: name for name, zh in DIMENSIONS.items()}},
)
"""The dimensions of a breakdown, by key and by Chinese term."""


@lru_cache(maxsize=16)
def aliases(cls: type) -> dict[str, str]:
    """Return every accepted key of a table: English names, Chinese terms and printed names."""
    known = {**names_of(cls), **_UNIT_KEYS}
    if cls is Line:
        known |= {**DIMENSION_NAMES, **COLUMN_ALIASES, **_COMPLETE_KEYS}
    elif cls is Breakdown:
        known |= _GRID_KEYS
    elif cls is Report:
        known["$schema"] = "$schema"  # for editors; says nothing about the report
    return known
