"""Brackets: what they list of the figure before them, what they only remark, and of which year."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.topics import head_item
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.scan import FAR
from performance_rules.text.words import has_any

LEFT_OUT: Final = "前面的数不包含它"
_CLAUSES: Final = re.compile(rb"[^()Z/;]*[NQq],[^()]*t[^()]*\)|[^()Z/;]*t[^()]*[NQq],[^()]*\)")
"""Figures between commas in a bracket, one of them under an unknown name: （原值N，累计折旧N）."""
_REMARK: Final = re.compile(rb"w*t[^()ZNQq]*[NQq][^()NQqZ]*\)")
"""One figure in a bracket, under a name that no lexicon knows: （总任务N）."""
_WORDS: Final = re.compile(r"[^()。;\d]{0,40}")
_TERM: Final = r"(?:[^()。;,，]|(?<=\d),(?=\d)){1,60}"
_RECKONED: Final = re.compile(rf"{_TERM}[\d元%)] ?[-−－–＋+×÷*/] ?{_TERM}\)")
"""How a figure was reckoned: （到位N－支出N）."""
_AVERAGE: Final = re.compile("[人户次批车亩生床辆]均")
_NAME: Final = 8
_DATED: Final = re.compile(rb"Y[wTtSa:]*[NQq]\Z")
"""A figure with the year that it is of."""


def on_open(reading: Reading, found: Found) -> int | None:
    """A bracket right behind a figure may list its parts; one behind a claim explains it."""
    head_item(reading, found.start)  # （1）茶苗补助项目（预算N）：支出M
    figure = reading.letters[max(0, found.start - 1) : found.start]
    remark = _CLAUSES.match(reading.letters, found.end) or _REMARK.match(reading.letters, found.end)
    changed = reading.letters[max(0, found.start - 2) : found.start - 1] == b"D"
    parts = figure in (b"N", b"Q", b"q", b"M") and remark is None and not changed
    parts = parts and not _is_average(reading, found.start) and not _is_reckoned(reading, found)
    if _is_left_out(reading, found):
        return _pass_bracket(reading, found)
    reading.context.open_bracket(parts=parts)
    _date(reading, found.start)
    return None


def _date(reading: Reading, at: int) -> None:
    """Give what stands in a bracket the year of the figure right before it.

    与2016年N（42人次）相比: where that figure itself was of nothing known, its year is known still.
    """
    now = reading.context.now
    dated = _DATED.search(reading.letters, max(0, at - WINDOW), at) if now.lost else None
    if dated is None:
        return
    distance = reading.context.facts.distance(reading.tokens[dated.start()].value)
    now.distance = int(FAR) if distance is None else distance


def _is_reckoned(reading: Reading, found: Found) -> bool:
    """Whether a bracket shows how a figure was reckoned: 结余N（到位A－支出B）."""
    return _RECKONED.match(reading.run.plain, reading.tokens[found.start].end) is not None


def _pass_bracket(reading: Reading, found: Found) -> int:
    """Pass over what a figure does not hold; what stands in that bracket is of something else."""
    end = reading.letters.find(b")", found.end)
    end = len(reading.letters) if end < 0 else end
    figures = [i for i in range(found.start, end) if reading.tokens[i].letter in "NPQq"]
    reading.context.open_bracket(parts=False)
    for index in figures:
        reading.pass_over(LEFT_OUT, index)
    return end


def _is_left_out(reading: Reading, found: Found) -> bool:
    """Whether a bracket says what a figure does not hold: A N（统计数据不包含B M）."""
    inside = _WORDS.match(reading.run.plain, reading.tokens[found.start].end)
    words = inside[0] if inside is not None else ""
    return has_any(words, reading.wording.outline.without)


def _is_average(reading: Reading, at: int) -> bool:
    """Whether the figure before a bracket is what one of something has: 次均费用A（收入B）."""
    begin = at
    while begin and at - begin < _NAME and reading.tokens[begin - 1].letter not in ",;.(":
        begin -= 1
    words = reading.run.plain[reading.tokens[begin].start : reading.tokens[at].start]
    return _AVERAGE.search(words) is not None


def on_close(reading: Reading, _found: Found) -> None:
    """What stood before a bracket goes on behind it."""
    reading.context.close_bracket()
