"""Schedules: the steps of one project with their dates, and which step comes before which.

A date is kept as far as it was said: 2022年 is a whole year.  Two dates contradict an order only
where every day of the one lies on the wrong side of every day of the other.
"""
# ruff: noqa: RUF009 - term() is attrs.field() with what the field means

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import Final

import attrs
from attrs import frozen

from performance_rules.report.lines import Settled, Source
from performance_rules.report.terms import meaning, term

STAGES: Final = {
    "approval": "立项",
    "tender": "招标",
    "contract": "签约",
    "start": "开工",
    "completion": "完工",
    "acceptance": "验收",
    "use": "投用",
}
"""The stages of a project with their Chinese names, in their usual order."""

_FIRST: Final = ("approval", "tender", "contract", "start")

BEFORE: Final[Mapping[str, tuple[str, ...]]] = {
    "tender": ("approval",),
    "contract": ("approval", "tender"),
    "start": ("approval",),
    "completion": _FIRST,
    "acceptance": (*_FIRST, "completion"),
    "use": _FIRST,
}
"""Which stages never come later than a stage; of two that are not named here either may be first.

Work often starts before its contract is signed, and what is built is often used before it is
accepted, or before the last of it is completed.
"""


@frozen
class Step:
    """节点: a stage of a project and its date, as far as it was said.

    Raises:
        ValueError: there is no such stage, or no such day.
    """

    stage: str = attrs.field(metadata=meaning("环节", "one of STAGES", "stage"))
    year: int | None = term("年", "year; none where it is not said", kind="year", holds="dated")
    month: int | None = term("月", "month, where it is said", kind="month", holds="dated")
    day: int | None = term("日", "day of the month, where it is said", kind="day", holds="dated")
    source: Source | None = term("出处", "where it was printed", kind="source")
    settled: Settled = term("依据", "said, inherited or inferred", default="said", kind="settled")
    inference: str | None = term("推断", "what was inferred, in words", kind="text")

    def __attrs_post_init__(self) -> None:
        """Refuse a stage and a date that do not exist."""
        if self.stage not in STAGES:
            raise ValueError(f"no stage {self.stage!r}")
        if not is_date(self.year, self.month, self.day):
            raise ValueError(f"no date {self.year}-{self.month}-{self.day}")

    @property
    def first(self) -> dt.date | None:
        """The first day that the date may mean; None without a year."""
        return None if self.year is None else dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date | None:
        """The last day that the date may mean; None without a year."""
        if self.year is None:
            return None
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def date(self) -> str:
        """The date as people write it: 2022年10月20日."""
        parts = ((self.year, "年"), (self.month, "月"), (self.day, "日"))
        return "".join(f"{n}{unit}" for n, unit in parts if n is not None)


def is_date(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether there is such a date; without a year it may be one of a leap year."""
    try:
        dt.date(2000 if year is None else year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return False
    return (month != 0 and day != 0) and (month is not None or day is None)


@frozen
class Schedule:
    """进度: the steps of one project."""

    name: str | None = term("项目名称", "the project", kind="text")
    steps: tuple[Step, ...] = term("节点", "its steps, as they are told", default=(), kind="steps")
