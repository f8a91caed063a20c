"""Targets that are a date by which something is to be done: 2023年11月30日前.

Where the result certainly lies behind it, both become figures that grow with time; other dates
stay words.  A date without a day counts for the last of its days as a target, and for the first as
a result.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Final

from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.values.quantity import Count

_DATE: Final = (
    r"(?:(?P<year>(?:19|20)\d\d)年度?)?(?:(?P<month>1[0-2]|0?[1-9])月份?"
    r"(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]|(?P<part>上旬|中旬|下旬|初|中|底|末))?|(?P<end>年?[底末]))"
)
_BEFORE: Final = re.compile(
    rf"(?P<not_after>≤|<=|不晚于|不迟于|不超过|截至|截止)?(?:于|在|到)?(?P<date>{_DATE}"
    r"(?P<before>以前|之前|前)?)(?:全部)?(?:完成|完工|完毕)?"
)
_DONE: Final = re.compile(
    rf"(?:已经?|实际)?(?:于|在)?(?P<date>{_DATE})(?:已经?)?(?:全部|全面|按期|按时)?(?:完成|完工|完毕)?"
)
_LAST: Final = {"初": 10, "上旬": 10, "中": 20, "中旬": 20}
_FIRST: Final = {"中": 11, "中旬": 11, "下旬": 21, "底": 25, "末": 25}
_DECEMBER: Final = 12


def late(target: str, result: str) -> tuple[Count, Count] | None:
    """Return a target and a result that are dates, the second behind the first, as figures.

    Args:
        target: what the cell of the target prints.
        result: what that of the result does.
    """
    due = _BEFORE.fullmatch(plain_word(target).replace(" ", ""))
    done = _DONE.fullmatch(plain_word(result).replace(" ", ""))
    if due is None or done is None or not (due["not_after"] or due["before"]):
        return None
    years = [int(one["year"]) for one in (due, done) if one["year"]]
    if not years:
        years = [0]
    last = _number(due, years[0], last=True)
    first = _number(done, years[-1], last=False)
    if first <= last:
        return None
    return Count(last, "日", printed=due["date"]), Count(first, "日", printed=done["date"])


def _number(found: re.Match[str], year: int, *, last: bool) -> int:
    """Return a date as a number: year, month and day behind each other."""
    if found["end"]:
        return (year * 100 + _DECEMBER) * 100 + (31 if last else 1)
    month, part = int(found["month"]), found["part"] or ""
    ends = monthrange(year or 2000, month)[1]
    unsaid = _LAST.get(part, ends) if last else _FIRST.get(part, 1)
    return (year * 100 + month) * 100 + (int(found["day"]) if found["day"] else unsaid)
