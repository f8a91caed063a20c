"""Two levels of a line that one clause tells: 本年收入由上年的A增加到B, 会议费从2017年的A降到B."""

from __future__ import annotations

from typing import Final

from performance_rules.extraction.levels import on_level
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.topics import on_subject
from performance_rules.extraction.tokens.patterns import Found

_FROM: Final = ("由", "从", "自")
_TO: Final = ("到", "至", "为")
_LEVEL: Final = "level"


def on_reached(reading: Reading, found: Found) -> int | None:
    """The level of the year before and this year's; without that year it is not known of when.

    Where the words between are others, only the name is read.
    """
    begin, end = (reading.tokens[found.parts[part][0]] for part in ("from", "to"))
    plain, last = reading.run.plain, end.end
    distance = reading.context.facts.distance(reading.tokens[found.parts["year"][0]].value)
    told = plain[begin.start : begin.end] in _FROM and plain.endswith(_TO, end.start, last)
    if not told or distance != -1:
        only = found.only("subject")
        on_subject(reading, only)
        return only.end
    subject, level = found.parts["subject"], found.parts["level"]
    earlier = {"subject": subject, "year": found.parts["year"], "amount": level}
    on_level(reading, Found(_LEVEL, found.start, level[1], earlier))
    later = {"subject": subject, "amount": found.parts["amount"]}
    if "year2" in found.parts:
        later["year2"] = found.parts["year2"]
    reading.context.now.distance = None
    on_level(reading, Found(_LEVEL, found.start, found.end, later))
    return None
