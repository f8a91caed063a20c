"""Completion: 完成预算N的P, and 分别, which gives a figure to each."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import Final

from performance_rules.extraction.comparisons.bases import NO_BASE, keep
from performance_rules.extraction.comparisons.rating import NO_PAIR, has_own_figures, rated
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.facts import BUDGETS, PLAIN
from performance_rules.extraction.scope.owners import WHOSE, Claimed, meant
from performance_rules.extraction.scope.reading import NO_NAME, Reading
from performance_rules.extraction.scope.references import lines_of, subjects_of
from performance_rules.extraction.scope.subjects import NotBound
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.quantities import percent
from performance_rules.extraction.tokens.scan import Token
from performance_rules.report.model import BALANCES, Settled
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Percent

_PLAN: Final = re.compile(rb"\(w*(S)w*(N)\)")
"""A bracket that tells what was planned, and nothing else."""
_FIGURE: Final = re.compile(rb"[NQq]")
_OVER: Final = "超额"
OVER: Final = "超额完成多少，还是完成了多少"
_RATES: Final = re.compile(rb"Kw*P")
_STOP: Final = re.compile(rb"[.;]")
_STEM: Final = 3
"""So many characters say which rate it is: 执行率."""
EACH: Final = "分别列举的数"
SHARED: Final = "几项共用一个数"


def on_completion(reading: Reading, found: Found) -> int | None:
    """完成预算N的P, 执行率P（预算N）."""
    rate_at, level_at = found.first("rate"), found.first("level")
    stage = reading.token(found, "base")
    inside = None
    if rate_at is not None and level_at is None and stage is None:
        inside = _PLAN.match(reading.letters, rate_at + 1)
    if inside is not None:
        stage, level_at = reading.tokens[inside.start(1)], inside.start(2)
    _completed(reading, found, stage, level_at)
    return inside.end() if inside is not None else None


def _completed(reading: Reading, found: Found, stage: Token | None, level_at: int | None) -> None:
    """Keep a rate of a stage, and what that comes to where it is told.

    Args:
        reading: the piece that is read.
        found: the rate.
        stage: the stage that it is of.
        level_at: where it stands how much that is.
    """
    rate_at, context = found.first("rate"), reading.context
    near = reading.letters[max(0, found.start - WINDOW) : found.start]
    if near.rstrip(b"w").endswith(b"A"):
        reading.lose(EACH, rate_at, level_at)  # 分别完成预算的P和P
        return
    if stage is None and level_at is None and reading.named_before(found.start):
        reading.refuse(NO_NAME, rate_at)
        return
    if rate_at is not None and has_own_figures(reading, rate_at) and not _named(reading, found):
        reading.lose(NO_PAIR, rate_at)  # nor are its figures of what was spoken of before
        return
    if rate_at is not None and level_at is None and stage is None:
        if rated(reading, found, rate_at):
            return
        several = context.several and not (context.now.own or context.frames[-1].subjects)
        if several or _of_matter(context) or _behind_others(reading, found):
            reading.refuse(NO_PAIR, rate_at)
            return
        if _is_one_of_rates(reading, found):
            reading.refuse(NO_PAIR, rate_at)
            return
    try:
        places = subjects_of(reading, found)
        own = context.now.distance or 0
        column = context.facts.column("final", own)
        against = context.facts.column(stage.value if stage is not None else PLAIN, own)
        level = reading.amount(level_at) if level_at is not None else None
    except NotBound as refusal:
        reading.refuse(str(refusal), rate_at, level_at)
        return
    rate: Percent | None = percent(reading.tokens[rate_at]) if rate_at is not None else None
    begin = reading.tokens[found.start].start
    over = reading.run.plain.endswith(_OVER, 0, begin) or reading.run.plain.startswith(_OVER, begin)
    if rate is not None and over and rate.n < HUNDRED:
        reading.refuse(OVER, rate_at, level_at)
        return
    if column is None or against is None or rate is None or len(places) != 1:
        reading.refuse(NO_BASE, rate_at, level_at)
        return
    settled: Settled = "said"
    if found.first("subject") is None and level is not None:
        claimed = Claimed(column, base=level, completed=rate)
        places, settled = meant(reading, found, places, claimed)
    claim = Compared(
        places[0],
        column,
        against,
        reading.source(found.start, found.end),
        base=level,
        completed=rate,
        wording=_completed_wording(reading, found),
        settled=settled,
        inference=WHOSE if settled == "inferred" else None,
    )
    keep(reading, found, places, claim, level)
    reading.bind(rate_at, level_at)
    _to_done(context, places[0], column)


def _to_done(context: Context, place: Place, column: str) -> None:
    """Take up what was done again: A N，预算M，完成预算的P。其中: of N."""
    levels = context.now.levels
    if not levels or levels[-1].place != place or levels[-1].column not in BUDGETS:
        return
    done = [said for said in context.stating if said.place == place and said.column == column]
    if done:
        context.now.levels, context.now.stage, context.now.column = tuple(done[-1:]), "", column


def _named(reading: Reading, found: Found) -> bool:
    """Whether a line of the report stands right before its rate, which is what that is of."""
    at = found.start - 1
    if at < 0 or reading.letters[at : at + 1] != b"T":
        return False
    if reading.context.now.at != at:  # A执行率P（…）、B执行率Q（…）
        with suppress(NotBound):
            reading.context.now.about(lines_of(reading, reading.tokens[at], at), at=at)
    return reading.context.now.at == at


def _is_one_of_rates(reading: Reading, found: Found) -> bool:
    """Whether a clause tells several rates of execution, so that each has a whole of its own.

    当年预算执行率P，结转资金执行率Q，综合执行率R: a line of the report named right before its rate
    is what that is of, but for a balance, of which only so much was used.
    """
    if reading.context.kept:
        return False  # 衔接资金A（执行率P）: of the figure before its bracket
    if _named(reading, found):
        own = reading.context.now.own
        return bool(own) and own[0].side in BALANCES
    begin = max(reading.letters.rfind(stop, 0, found.start) for stop in (b".", b";")) + 1
    rest = _STOP.search(reading.letters, found.end)
    said: set[str] = set()
    for one in _RATES.finditer(reading.letters, begin, rest.start() if rest else sys.maxsize):
        name, at = reading.named(reading.tokens[one.start()]), one.start() - 1
        same = name[-_STEM:] == reading.named(reading.tokens[found.start])[-_STEM:]
        if same and reading.letters[at : at + 1] != b"(":
            said.add(reading.tokens[one.end() - 1].value)
    return len(said) > 1


def _of_matter(context: Context) -> bool:
    """Whether what is spoken of is no line of the fixed tree: its two figures stand beside it."""
    places = context.now.own or context.subjects
    return not places or bool(places[0].matter)


def _behind_others(reading: Reading, found: Found) -> bool:
    """Whether a rate stands behind figures of its sentence none of which is of its subject.

    安装灯器计划11盏，实际14盏，完成率127%: not that of money spoken of in another sentence.
    """
    begin = reading.letters.rfind(b".", 0, found.start) + 1
    if _named(reading, found) or _FIGURE.search(reading.letters, begin, found.start) is None:
        return False
    with suppress(NotBound):
        places = subjects_of(reading, found)
        return not any(level.place in places for level in reading.context.stating)
    return False


def _completed_wording(reading: Reading, found: Found) -> str:
    span = found.parts.get("base")
    return reading.printed(found.start, found.start + 1 if span is None else span[1])


def on_each(reading: Reading, found: Found) -> None:
    """A、B分别为N、N: one each; A和B分别下降P with one P is left alone."""
    begin, end = found.parts["subjects"]
    phrases = [t for t in reading.tokens[begin:end] if t.letter == "T"]
    begin, end = found.parts["figures"]
    figures = [i for i in range(begin, end) if reading.tokens[i].letter in "NP"]
    reading.lose(SHARED if len(figures) < len(phrases) else EACH, *figures)
