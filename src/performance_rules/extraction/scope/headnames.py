"""Whether a heading names a line of the budget and nothing besides: 五、机关运行经费支出情况."""

from __future__ import annotations

import re
from typing import Final

_ALONE: Final = re.compile(
    r"(?:(?:19|20)\d\d年度?|本年度?|本部门|本单位|我[局校委院]|财政拨款)*"
    r"\|(?:财政拨款|支出|预算|决算|安排|编制|执行|使用|总体|具体|情况|说明|的)*"
)
"""What may stand around the name of a line in a heading that is of nothing else."""


def names_only(heading: str, start: int, end: int) -> bool:
    """Whether a heading names a line and nothing besides.

    Args:
        heading: its text.
        start: where the name of the line begins in it.
        end: where that ends.
    """
    return _ALONE.fullmatch(f"{heading[:start]}|{heading[end:]}") is not None
