"""What holds for a whole table: year, kind, item and account of its figures, or why it is not read.

The caption says it where there is one that is understood.  Where there is none it follows from the
words of the rows and columns, then from the headings and the paragraph above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.tables.cells import SCORES
from performance_rules.extraction.tables.columns import UNKNOWN, VALUE, Column, lanes_of
from performance_rules.extraction.tables.grid import Row, is_number
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.labels import TOTALS, name_of
from performance_rules.extraction.tables.words import LABEL, Meaning, TableWords
from performance_rules.extraction.tokens.normal import plain_word

EVALUATION: Final = "evaluation"
THREE_PUBLIC: Final = "three_public"
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|(?=预算|决算|执行))")
MONEY: Final = ("initial_budget", "adjusted_budget", "budget", "execution", "final")
_UNIT: Final = re.compile(r"\(?(?:单位:)?(元|千元|万元|亿元)\)")
_OF_WHICH: Final = re.compile(r"^其中[:：]?")
_PARTS: Final = ("机关", "本级", "本部")
"""What the row of the body itself is called among those of the bodies below it."""
_BODIES: Final = "一行一个单位，不是本单位的数"
_FEWEST: Final = 2
"""Names that make a table one of the three-public items, or of several bodies."""


def facts_of(
    found: Found, paths: Sequence[Sequence[str]], body: Sequence[Row], facts: Facts
) -> Facts:
    """Return year and kind as the table's own caption, header and names of rows say them."""
    if found.id.startswith("budget.") or found.meaning.stage in ("budget", "initial_budget"):
        facts = evolve(facts, kind="budget")
    if facts.year is None:
        heads = [text for path in paths for text in path]
        names = [row.text(0) for row in body if row.cells]
        said = _YEAR.findall(found.caption) or _YEAR.findall("\n".join(heads))
        said = said or _YEAR.findall("\n".join(names))
        facts = evolve(facts, year=max(map(int, said), default=None))
    return facts


def item_of(
    found: Found, paths: Sequence[Sequence[str]], body: Sequence[Row], words: TableWords
) -> str:
    """Return the item that a table is about: the caption's, or the one whose parts it lists."""
    item = found.meaning.place.item
    if item or found.meaning.place.account:
        return item
    first = next((c for c in range(len(paths)) if any(not is_number(r.text(c)) for r in body)), 0)
    rows = [name_of(row.text(first)).plain for row in body]
    for names in (rows, [plain_word(_OF_WHICH.sub("", path[-1])) for path in paths if path]):
        read = [words.read(name, LABEL, item=THREE_PUBLIC) for name in names if name]
        parts = [one for one in read if one is not None and one.place.item == THREE_PUBLIC]
        others = [one is None or not (one.place.item or one.total) for one in read]
        if sum(bool(one.place.steps) for one in parts) >= _FEWEST and sum(others) <= (
            0 if names is rows else 1
        ):
            return THREE_PUBLIC
    return ""


def scored(columns: Sequence[Column]) -> bool:
    """Whether a table is a score sheet, and not the block of a form that rates the funds."""
    money = sum(column.meaning.stage in MONEY for column in columns)
    return money < _FEWEST and any(column.meaning.stage in SCORES for column in columns)


def unit_of(columns: Sequence[Column], paths: Sequence[Sequence[str]]) -> str:
    """Return the unit that stands in the corner: 项目资金（万元） above or beside the names."""
    beside = (paths[column.index] for column in columns if column.role in ("text", "name", "code"))
    found = (_UNIT.search(plain_word(text)) for path in beside for text in path)
    return next((one[1] for one in found if one), "")


def unreadable(
    found: Found,
    columns: Sequence[Column],
    paths: Sequence[Sequence[str]],
    body: Sequence[Row],
    words: TableWords,
) -> str:
    """Return why nothing of a table can be read, empty if something can."""
    if found.why:
        return found.why
    figures = [column for lane in lanes_of(columns) for column in lane.figures]
    if not any(column.role == VALUE for column in figures):
        return next((column.why for column in figures), "没有读得懂的数字列")
    if scored(columns):
        above = found.caption or "".join(found.headings[-1:])
        if "项目" in above:
            return "项目自评表，不是整体支出自评表"
        return ""
    if any(word in text for text in found.headings[-1:] for word in words.elsewhere):
        return f"“{found.headings[-1]}”说的不是本单位全年的数"
    across = [paths[c.index][-1] for c in figures if c.role == UNKNOWN and paths[c.index]]
    if sum(text.endswith(words.bodies) for text in across) >= _FEWEST:
        return "一列一个单位，不是本单位的数"
    for column in columns:
        if column.role == "body":
            named = _named(body, column)
            known = sum(text.endswith((*words.bodies, *_PARTS)) for text in named)
            if len(named) >= _FEWEST and known:
                return _BODIES
    return ""


def _named(body: Sequence[Row], column: Column) -> set[str]:
    """Return the names in a column, without the totals."""
    return {text for row in body if (text := row.text(column.index))} - set(TOTALS)


def scores_several(columns: Sequence[Column], body: Sequence[Row]) -> str:
    """Return why a table is no score sheet where each row has points, and is of another body."""
    bodies = [column for column in columns if column.role == "body"]
    if not bodies or any(column.role == "name" for column in columns):
        return ""
    points = [column for column in columns if column.meaning.stage in SCORES]
    rows = [row for row in body if any(is_number(row.text(one.index)) for one in points)]
    return _BODIES if len(rows) >= _FEWEST <= len(_named(rows, bodies[0])) else ""


def _lists_all(body: Sequence[Row], words: TableWords) -> bool:
    """Whether a table has a row that only one of all funds has: 其他收入 below 一般公共预算收入."""
    names = (name_of(row.text(0)).plain for row in body)
    read = (words.read(name, LABEL) for name in names if name)
    return any(one is not None and one.whole for one in read)


def context_of(
    found: Found,
    columns: Sequence[Column],
    body: Sequence[Row],
    item: str,
    facts: Facts,
    words: TableWords,
) -> Meaning:
    """Return what holds for all figures of a table; without account and item where it is open."""
    context = evolve(found.meaning, role="", total="")
    place = context.place
    if scored(columns):
        return evolve(context, place=Place(item=EVALUATION), stage="")
    if place.item == EVALUATION:
        place = Place()  # the block of funds of an evaluation form
    if place.account or place.item:
        return context
    if item and item != EVALUATION:
        return evolve(context, place=evolve(place, item=item))
    account, side = "", place.side
    about = place.side or context.both or context.dimension
    if about or any(column.meaning.whole for column in columns) or _lists_all(body, words):
        return evolve(context, place=evolve(place, account="all_funds"))
    for text in (*reversed(found.headings), found.above):
        accounts, sides = words.mentioned(text)
        side = side or (sides.pop() if len(sides) == 1 and text != found.above else "")
        if len(accounts) > 1:
            return context
        account = account or "".join(accounts)
        if account:
            break
    account = account or words.scopes.get(facts.kind, "")
    return evolve(context, place=evolve(place, account=account, side=side))
