"""Years: how a four-digit year is written."""

from __future__ import annotations

import re
from typing import Final

YEAR: Final = re.compile(r"(?:19|20)\d\d")
"""The digits of a year, whatever stands behind them."""

NAMED_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")
"""The digits of what is called a year: 2022年."""

WRITTEN_YEAR: Final = re.compile(r"(?:19|20)\d\d年")
"""A year as it is written: 2022年."""

WRITTEN_FULL_YEAR: Final = re.compile(r"(?:19|20)\d\d年度?")
"""The same, or as a fiscal year: 2022年度."""
