"""Reading one table: header, lanes, rows, and each figure into the draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.draft import Draft, TableSeen
from performance_rules.extraction.drafts.draftlines import DraftFigure
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.tables.binding import Binder, Identity
from performance_rules.extraction.tables.blanks import say_blank_pairs
from performance_rules.extraction.tables.cells import are_fractions
from performance_rules.extraction.tables.codes import CodeReader
from performance_rules.extraction.tables.columns import (
    UNKNOWN,
    Column,
    Lane,
    columns_of,
    lanes_of,
    without_scores,
)
from performance_rules.extraction.tables.context import (
    EVALUATION,
    THREE_PUBLIC,
    context_of,
    facts_of,
    item_of,
    scored,
    scores_several,
    unit_of,
    unreadable,
)
from performance_rules.extraction.tables.fitting import fitted
from performance_rules.extraction.tables.grid import Row, is_number, is_numbering
from performance_rules.extraction.tables.groups import bind_beside, bind_groups
from performance_rules.extraction.tables.identities import bind_identities
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.labels import (
    ECONOMIC,
    FUNCTION,
    KINDS,
    MEMBERS,
    SUBTOTAL,
    Label,
    LaneReader,
    listed_dimension,
    name_of,
)
from performance_rules.extraction.tables.nested import nested_rows, points_in
from performance_rules.extraction.tables.open import bind_open, total_before
from performance_rules.extraction.tables.relating import relate_rows
from performance_rules.extraction.tables.rowtotals import Told, infer_totals
from performance_rules.extraction.tables.unread import is_empty, keep_unread
from performance_rules.extraction.tables.words import LABEL, Meaning, TableWords
from performance_rules.report.model import BASE_OF_PRIOR, FLOWS
from performance_rules.values.quantity import is_blank

AGAIN: Final = "同名的表不止一张，不知是哪个单位的"
_WHOLLY: Final = re.compile(r"\s*100(?:\.0+)?[%％]?\s*")
_NAMELESS: Final = Label(why="没有项目名称")
_MAIN: Final = ("final", "initial_budget", "adjusted_budget")
LAST_YEAR: Final = "上年"
OF_THE_YEAR: Final = "全年预算"
"""What the header of a change or a rate names as its base."""

_PRIOR: Final = ("prior", "prior_budget")


def read_table(
    found: Found,
    draft: Draft,
    document: str,
    facts: Facts,
    words: TableWords,
    *,
    again: bool = False,
) -> TableSeen:
    """Read one table into a draft; return that it was seen.

    Args:
        found: the table.
        draft: the report in the making.
        document: the name of the document.
        facts: kind and year of the document.
        words: the words of tables.
        again: whether the document had a table of this name before, so that this one is of
            another body.
    """
    height, paths = found.header(words)
    if not paths and found.rows:
        paths = [[] for _ in found.rows[0].cells]
    body = _body(found, height, words)
    facts = facts_of(found, paths, body, facts)
    item = item_of(found, paths, body, words)
    columns = columns_of(paths, body, words, item=item, year=facts.year)
    several = scores_several(columns, body)
    sheet = scored(columns) and not several
    if not sheet:
        columns = without_scores(columns)
    why = AGAIN if again else several or unreadable(found, columns, paths, body, words)
    found.unit = found.unit or unit_of(columns, paths)
    context = context_of(found, columns, body, item, facts, words)
    if not why and not context.place.item and not context.place.account:
        why = "没有表名，口径不明"
    binder = Binder(draft, document, facts, words, found, context)
    bound, refused = len(draft.bound_at), len(draft.unbound)
    figures = 0
    if why:
        figures = keep_unread(body, columns, binder, why)
    else:
        for lane in lanes_of(columns, one=context.place.item == EVALUATION):
            figures += _lane(lane, body, binder)
    if figures and len(draft.bound_at) == bound and len(draft.unbound) > refused:
        why = draft.unbound[refused].why
        binder = Binder(draft, document, facts, words, found, context)
        makers = () if again or sheet else (bind_open, bind_groups, bind_identities)
        if any(make(body, columns, paths, binder) for make in makers):
            why = ""
    known = set(draft.bound_at[bound:]) if not why else set()
    if known and not sheet:
        bind_beside(body, columns, paths, binder, known)
    relate_rows(body, columns, paths, binder, known, sheet=sheet)
    said = set(draft.bound_at[bound:])
    left = [one for one in draft.unbound[refused:] if one.span not in said]
    draft.unbound[refused:] = left
    why = why if left else ""
    binder.close()
    say_blank_pairs(binder)
    return found.seen(empty=is_empty(body, columns), unread=why if figures else "")


def _body(found: Found, height: int, words: TableWords) -> list[Row]:
    """Return the rows of figures; notes among them are kept with the notes of the table."""
    repeated = {row.texts() for row in found.rows[:height]}
    body = []
    for row in found.rows[height:]:
        said = [text for text in row.texts() if text]
        if len(said) == 1 and said[0].startswith(words.notes):
            found.notes.append(said[0])
        elif row.texts() not in repeated and not is_numbering(row, words):
            body.append(row)
    return body


def _lane(lane: Lane, body: Sequence[Row], binder: Binder) -> int:
    """Read the rows of one lane; return how many cells hold figures."""
    item = binder.context.place.item
    labels: list[tuple[Row, tuple[Label, ...]]]
    nested = len(lane.names) > 1
    if nested:
        dimension = _dimension(lane, body, binder)
        rows = nested_rows(
            body,
            lane,
            binder.words,
            item=item,
            dimension=dimension,
            year=binder.facts.year,
        )
        labels = [(row.row, row.levels) for row in rows]
    else:
        labels = [(row, (label,)) for row, label in fitted(_labelled(lane, body, binder), lane)]
    why = _only_totals([levels[-1] for _, levels in labels if levels])
    side = _side(lane, [label for _, levels in labels for label in levels])
    meanings = {column.index: _meaning(column, lane) for column in lane.figures}
    above = lane.meaning
    shares = (column.index for column in lane.others if column.role == "share")
    binder.fractions = {at for at in shares if are_fractions(row.text(at) for row in body)}
    figures = 0
    told: list[Told] = []
    for row, levels in labels:
        said: dict[str, tuple[Place, DraftFigure]] = {}
        there: dict[str, None] = {}
        name = row.text(lane.names[0].index) if lane.names else ""
        for column in lane.figures:
            cell = row.cells[column.index]
            label = levels[_level(column, lane, levels)] if levels else _NAMELESS
            if column.role == UNKNOWN or why:
                identity = Identity(
                    why=label.why or why or column.why,
                    nameless=bool(label.why),
                    late=label.late,
                    outside=column.outside,
                )
            elif label.why and is_blank((cell.text or "").strip()):
                continue
            else:
                meaning = meanings[column.index]
                identity = binder.identity(meaning, label, lane=above, side=side)
            figures += is_number(cell.text or "")
            figure = binder.say(cell, identity, row, name)
            there[identity.column] = None
            if figure is not None:
                said.setdefault(identity.column, (identity.place, figure))
                total = bool(label.meaning.total) and not label.place.steps
                told.append(Told(identity.place, identity.column, figure, total))
        _others(lane, row, said, there, binder)
        for column, label in zip(lane.names, levels, strict=False):
            points = points_in(row.text(column.index)) if item == EVALUATION else ""
            if points:
                binder.points(row.cells[column.index], points, label.place.steps, row)
    binder.partial |= infer_totals(told)
    return figures


def _only_totals(labels: Sequence[Label]) -> str:
    """Return why no row is read where only totals are understood: totals of what?"""
    parts = [label for label in labels if label != _NAMELESS]
    unknown = [label.why for label in parts if label.why]
    known = any(
        not label.why and (label.meaning.total == "" or label.place != Place()) for label in parts
    )
    return "" if known or not unknown else unknown[0]


def _side(lane: Lane, labels: Sequence[Label]) -> str:
    """Return the side that the names of a lane are of, for the rows that do not say it."""
    if any(step.dimension in KINDS for label in labels for step in label.place.steps):
        # Only expenditure is listed by the names of subjects; income by subject has codes.
        return "" if lane.codes else "expenditure"
    sides = {label.place.side for label in labels} - {""}
    return sides.pop() if len(sides) == 1 else ""


def _meaning(column: Column, lane: Lane) -> Meaning:
    """Return what a column of figures means beside the others."""
    meaning = column.meaning
    sides = {other.meaning.place.side for other in lane.figures}
    if meaning.total and meaning.place == Place() and sides & {"opening", "closing"}:
        # 合计 beside 上年结转 holds both: it is the total with the balances.
        return evolve(meaning, place=Place(side="total"))
    return meaning


def _level(column: Column, lane: Lane, levels: Sequence[Label]) -> int:
    """Return which of the names of a row a figure belongs to.

    Beside 小计 a 合计 is that of the group; in a score sheet it is the name before the points.
    """
    last = len(levels) - 1
    if len(lane.names) < 2:
        return last
    totals = {other.meaning.total for other in lane.figures}
    if column.meaning.total == "sum" and "part" in totals:
        return 0
    before = sum(name.index < column.index for name in lane.names) - 1
    return max(0, min(last, before)) if 0 <= before < len(lane.names) - 1 else last


def _dimension(lane: Lane, body: Sequence[Row], binder: Binder) -> str:
    """Return the classification that the names of a lane belong to."""
    if binder.context.place.item:
        return ""
    stated = lane.meaning.dimension or binder.context.dimension
    if stated == "unknown":
        return stated  # names of the government's economic classification look like the body's
    steps = (*binder.context.place.steps, *lane.meaning.place.steps)
    stated = stated or (ECONOMIC if steps else FUNCTION)
    names = [text for row in body if lane.names and (text := row.text(lane.names[0].index))]
    listed = listed_dimension(names, stated, binder.words, binder.facts.year)
    projects = any(step.key == "project" for step in steps) and not lane.codes
    if projects and not listed and len(set(names)) == len(names):
        return MEMBERS  # projects under their own names
    return listed or stated


def _beside(lane: Lane, body: Sequence[Row], binder: Binder) -> bool:
    """Whether the rows list something beside the parts of what the table is about.

    会议费 below “三公”经费, 上解支出 below 一般公共预算支出, 基本支出 in a table called that of
    项目支出: their total is not the table's.
    """
    place = binder.context.place
    if not lane.names or (place.item and place.item != THREE_PUBLIC):
        return False
    names = (name_of(row.text(lane.names[0].index)).plain for row in body)
    read = [binder.words.read(name, LABEL, item=place.item) for name in names if name]
    if place.item:
        return any(one is not None and one.place.item not in ("", place.item) for one in read)
    if place.last is not None and place.last.key:
        kinds = {(step.dimension, step.key) for one in read if one for step in one.place.steps[:1]}
        return any(kind == place.dimension and key for kind, key in kinds)
    return bool(place.account) and None in read and any(_is_whole(one, place) for one in read)


def _is_whole(read: Meaning | None, place: Place) -> bool:
    """Whether the name of a row is that of what the table is about."""
    if read is None or read.total or read.place.steps:
        return False
    return read.place.account == place.account and read.place.side in FLOWS


def _of_income(names: Sequence[str], binder: Binder) -> str:
    """Return the side of a lane that lists kinds of income only: 医疗收入 is one, too."""
    item = binder.context.place.item
    read = [binder.words.read(name_of(name).plain, LABEL, item=item) for name in names if name]
    sides = [one.place.side for one in read if one is not None and one.place.side]
    return "income" if len(sides) > 1 and set(sides) == {"income"} else ""


def _labelled(lane: Lane, body: Sequence[Row], binder: Binder) -> list[tuple[Row, Label]]:
    """Return the rows of a lane that has one column of names, or none, with their labels."""
    codes = CodeReader(lane.codes)
    read = [codes.read(row) for row in body]
    names = [row.text(lane.names[0].index) for row in body] if lane.names else []
    reader = LaneReader(
        binder.words,
        binder.context.place.item,
        _dimension(lane, body, binder),
        binder.facts.year,
        beside=_beside(lane, body, binder),
        subtotal=names[-1:] == [SUBTOTAL] and names.count(SUBTOTAL) == 1,
        twice=frozenset(code for code, n in Counter(read).items() if n > 1),
        carried=_of_income(names, binder),
    )
    labelled = []
    for row, code in zip(body, read, strict=True):
        name = row.text(lane.names[0].index) if lane.names else ""
        name = name or (codes.label(row) if not code else "")
        if not name and not code and (lane.names or lane.codes):
            # 公用经费合计 may span two lanes; the figure stands in the second.
            first = min(column.index for column in (*lane.codes, *lane.names))
            name = row.merged(first) or total_before(row, first)
            name = "" if is_number(name) else name
        if name or code:
            label = reader.read(name, code)
        elif lane.names or lane.codes:
            label = _NAMELESS
        else:
            label = Label()
        labelled.append((row, label))
    return labelled


def _others(
    lane: Lane,
    row: Row,
    said: Mapping[str, tuple[Place, DraftFigure]],
    there: Iterable[str],
    binder: Binder,
) -> None:
    """Read the columns that speak of the figures of their row: changes, rates, shares, reasons.

    Args:
        lane: the lane.
        row: the row.
        said: what it says, by column of the line.
        there: the columns of the line that it has, also those that it leaves blank.
        binder: where it is said.
    """
    main = next((name for name in _MAIN if name in said), "")
    others = [name for name in there if name not in ("", main)]
    for column in lane.others:
        cell = row.cells[column.index]
        role = column.role
        if role == "reason":
            score = said.get("score") or said.get("actual") or said.get("weight")
            if score and (cell.text or "").strip():
                binder.line(score[0]).notes += ((cell.text or "").strip(),)
        elif not main:
            binder.unbound(cell.text or "", binder.source(cell, row), "同行没有它所说的数")
        elif role == "share" and _is_of_unknown(column, lane):
            binder.unbound(cell.text or "", binder.source(cell, row), "左边一栏认不出")
        elif role == "share":
            (place, figure), of = said[main], binder.context.place
            if (place.account, place.steps) == (of.account, of.steps):
                # 合计 100%: of itself
                figure = DraftFigure() if _WHOLLY.fullmatch(cell.text or "") else figure
            binder.share(cell, figure, column, row)
        elif against := _against(role, main, others, column.meaning.of):
            binder.compare(cell, said[main][1], against, column, row)
        else:
            binder.unbound(cell.text or "", binder.source(cell, row), "不明与哪一栏相比")


def _is_of_unknown(share: Column, lane: Lane) -> bool:
    """Whether figures that are not understood stand between a share and those that are."""
    before = [column for column in lane.figures if column.index < share.index]
    return bool(before) and before[-1].role == UNKNOWN and not before[-1].outside


def _against(role: str, main: str, others: Sequence[str], of: str) -> str:
    """Return the column that a change, a rate or a completion is about; empty if that is open."""
    if of == LAST_YEAR:
        return BASE_OF_PRIOR[main]
    if of == OF_THE_YEAR and "adjusted_budget" in others:
        return "adjusted_budget"
    if role == "completed":
        bases = [name for name in others if name.endswith("_budget") and name not in _PRIOR]
    else:
        bases = [name for name in others if name in _PRIOR] or list(others)
    return bases[0] if len(bases) == 1 else ""
