"""What a figure is compared with: its base, the two columns, the direction, and how it is kept."""

from __future__ import annotations

import re
from typing import Final

import attrs

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Compared, Level
from performance_rules.extraction.scope.clauses import Base, Places
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.facts import BUDGETS, COLUMNS, FAR, PRIOR
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import NotBound
from performance_rules.extraction.tokens.patterns import Found
from performance_rules.values.quantity import Amount, Count

NO_BASE: Final = "没有说明与什么相比"
NO_BASE_COLUMN: Final = "对比的年度或阶段不是报告有的栏"
EITHER: Final = "either"
"""The value of a word that tells of a change and not which way it went: 变动."""
_SPENDING: Final = re.compile("超支|超出|超|[节多少]支|[多少]花|节[约省余]|结余")
"""Words for a change that is never one of a budget, but of what was spent of it."""
_COUNTED: Final = "actual"
"""The column of things that are counted: the relations between figures tell how they changed."""


def base_of(reading: Reading, found: Found) -> Base:
    """Return the stage and the year that a comparison names: 比上年决算数, 与2015年相比."""
    context = reading.context
    year = reading.token(found, "year")
    stage = reading.token(found, "base")
    opener = reading.tokens[found.start].value
    distance: int | None = None
    if year is not None:
        distance = context.facts.distance(year.value)
        distance = FAR if distance is None else distance
    elif opener:
        distance = int(opener)
    return Base(stage.value if stage else "", distance, reading.printed(found.start, found.end))


def columns_of(reading: Reading, base: Base) -> tuple[str, str]:
    """Return the column of the figure and the one it is compared with."""
    context, facts = reading.context, reading.context.facts
    own = context.now.distance or 0
    if own not in COLUMNS or (context.away and _goes_on_of_its_year(context)):
        raise NotBound(NO_BASE_COLUMN)  # 2023年预算比2022年增加D。A比上年减少E, in accounts of 2021
    column = context.column()
    amended = base.stage == "initial_budget" and _is_amended(context)
    if base.stage in BUDGETS and not (facts.is_budget or amended) and base.distance in (None, own):
        column = facts.column("final", own) or column  # an outturn against its own budget
    if column in BUDGETS and not base.stage and base.distance == -1 and _is_spent(context):
        column = "final"  # 支出N，预算M，比上年增加: what was spent
    distance = own if base.stage and base.distance is None else base.distance
    against = facts.against(base.stage, distance, column)
    told = _told_this_year(context)
    this = told or facts.column("" if facts.is_budget else "final", 0) or column
    places = {level.place for level in context.now.levels}
    both = bool(told) or any((place, this) in context.ledger.said for place in places)
    if own == distance == -1 and (against in (None, column) or both):
        # 上年为N，与上年持平: this year's figure is compared with it.
        column, last = this, context.now.levels[-1:]
        against = last[0].column if told and last else facts.against(base.stage, distance, column)
        _to_this_year(context, column)
    if against is None:
        raise NotBound(NO_BASE_COLUMN)
    return column, against


def changed_column(
    reading: Reading,
    found: Found,
    place: Place,
    columns: tuple[str, str],
    change: Amount | Count | None,
) -> str:
    """Return the column of what changed, where a budget as it became was said right before.

    支出A。年初预算B，调整预算C，较年初预算超支D: what was spent is above a budget, and no
    budget is.  增加D may be of either, and is of what was spent where it is just what that makes.
    """
    column, against = columns
    if (column, against) != ("adjusted_budget", "initial_budget"):
        return column
    index = found.first("up")
    token = reading.tokens[index] if index is not None else None
    if token is not None and _SPENDING.search(reading.run.plain, token.start, token.end):
        return "final"
    said = reading.context.ledger.said
    spent, planned = said.get((place, "final"), ()), said.get((place, against), ())
    apart = [abs(a - b) for a in spent for b in planned]
    made = change is not None and any(abs(n - abs(change.n)) <= change.half for n in apart)
    return "final" if made else column


def _goes_on_of_its_year(context: Context) -> bool:
    """Whether a sentence names neither a year nor a figure: it is of the year told before it."""
    return context.now.distance is None and not context.now.levels


def _told_this_year(context: Context) -> str:
    """Return the column of this year that a sentence told before last year's: 今年N，上年M."""
    last = context.now.levels[-1:]
    if not last or last[0].column not in PRIOR:
        return ""
    said = [s.column for s in context.stating if s.place == last[0].place]
    this = [column for column in said if column not in PRIOR]
    return this[-1] if this and this[-1] != _COUNTED else ""


def _is_amended(context: Context) -> bool:
    """Whether a budget as it became was said last: 调整后预算N，比年初预算增加C is of that."""
    return bool(context.now.levels) and all(
        level.column == "adjusted_budget" for level in context.now.levels
    )


def _is_spent(context: Context) -> bool:
    """Whether the sentence says what was spent on that whose budget was said last."""
    places = {level.place for level in context.now.levels}
    return any(s.place in places and s.column == "final" for s in context.stating)


def _to_this_year(context: Context, column: str) -> None:
    """Take up this year's figure again: 2023年N，上年为M，增加D，其中…."""
    now, places = context.now, {level.place for level in context.now.levels}
    said = [s for s in context.stating if s.place in places and s.column == column]
    now.distance, now.column = None, column
    now.levels = tuple(said[-1:]) or now.levels


def direction_of(reading: Reading, found: Found, part: str) -> str | None:
    """Return up, down or either; None where there is no word, or one that was not edited."""
    index = found.first(part)
    if index is None:
        return None
    word = reading.tokens[index].value
    if not word:
        reading.odd("direction", index, index + 1)
        return None
    return word


def keep(
    reading: Reading, found: Found, places: Places, claim: Compared, level: Amount | Count | None
) -> None:
    """Keep a claim for each line it is about, and the base level it restates."""
    context, phrase = reading.context, reading.token(found, "subject")
    own, claim.hint = context.now.own, context.hint
    if phrase is not None:
        claim.grand = phrase.senses[0].grand
    elif own and own[0] == claim.place:
        claim.grand = context.now.grand
    for place in places:
        context.remember(claim if place is claim.place else attrs.evolve(claim, place=place))
        if level is not None:
            said = Level(place, claim.against, level, claim.source, hint=context.hint)
            if place.steps and not place.matter:
                said.settled, said.inference = claim.settled, claim.inference
            context.add(said)
    if found.first("subject") is not None:
        reading.context.now.about(places, at=found.start)
        _open(reading, places)


def _open(reading: Reading, places: Places) -> None:
    frame = reading.context.frames[-1]
    if not frame.subjects:
        frame.subjects = places
