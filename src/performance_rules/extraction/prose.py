"""Prose to statements: the driver that reads passages in order and fills a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

import attrs

from performance_rules.extraction.averages.reading import averages
from performance_rules.extraction.brackets import on_close, on_open
from performance_rules.extraction.celltexts import related_in_cells
from performance_rules.extraction.comparisons.causes import on_cause, on_purpose
from performance_rules.extraction.comparisons.comparing import (
    on_base,
    on_beyond,
    on_change,
    on_follow,
    on_more,
)
from performance_rules.extraction.comparisons.completing import on_completion, on_each
from performance_rules.extraction.comparisons.inturn import with_units
from performance_rules.extraction.comparisons.orders import on_flat, on_incomparable, on_order
from performance_rules.extraction.comparisons.rating import on_rate, on_ratio
from performance_rules.extraction.comparisons.reached import on_reached
from performance_rules.extraction.comparisons.shares import on_share, on_shares, on_universal
from performance_rules.extraction.counting import on_count, on_named, on_rated
from performance_rules.extraction.drafts.draft import Draft, Oddity
from performance_rules.extraction.drafts.records import Ledger
from performance_rules.extraction.levels import on_level
from performance_rules.extraction.lists.asides import on_none, on_portion, on_supposed
from performance_rules.extraction.lists.balanced import settle_carried
from performance_rules.extraction.lists.overfull import read_again
from performance_rules.extraction.lists.parts import on_list, on_parts, on_within
from performance_rules.extraction.lists.sums import on_equal, on_moved, on_sum
from performance_rules.extraction.naming.phrases import phrased
from performance_rules.extraction.naming.sources import read_sources
from performance_rules.extraction.outline.docunit import HEAD, give_unit, is_table, unit_of_head
from performance_rules.extraction.outline.items import Outline, runs
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.percentages.reading import explained_in
from performance_rules.extraction.relations.adding import (
    add_related,
    checked_in,
    drop_repeated,
    replace_shares,
)
from performance_rules.extraction.relations.relating import Relations
from performance_rules.extraction.relations.scores.grades import told_grade
from performance_rules.extraction.restated.adding import Cells, add_restated
from performance_rules.extraction.restated.bodysums import body_sums
from performance_rules.extraction.scope import leadlines
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.scope.lending import lend
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.topics import (
    on_beside,
    on_stage,
    on_subject,
    on_topic,
    on_year,
)
from performance_rules.extraction.settled.settling import settle
from performance_rules.extraction.statements.said import Said, Statements
from performance_rules.extraction.tokens.normal import Run, plain_word
from performance_rules.extraction.tokens.patterns import Found
from performance_rules.extraction.tokens.scan import MALFORMED, ODD, Token, scan
from performance_rules.extraction.tokens.wording import Wording, shipped_wording
from performance_rules.extraction.underheads import on_first

UNKNOWN: Final = "没有找到所属的项"
_UNIT: Final = re.compile(r"单位[:：]?(亿元|千元|万元|元)")
_FIGURES: Final = re.compile(b"[NP]")
_BROKEN: Final = re.compile(rb"[NQq][,/][WT]+\Z")
"""A name without a figure at the end of a text that no full stop ends: A N，B N，调研协商."""
_ANNOUNCED: Final = re.compile(
    r"(?!(?:其中|具体|明细|分项|主要|包括|构成|组成|安排|使用|支出|收入|情况|如下|为|是|有|分别|分|的)+:)"
    r"[^,，。;:\d]{2,30}:"
)
"""A line that announces something of its own: 各项目执行情况："""
ACCOUNTS: Final = "final_accounts"
"""The kind of document that states what was spent."""

SELF_EVALUATIONS: Final = ("self_evaluation", "project_evaluation")
"""Kinds of document that grade what they are about."""


def extract_prose(
    passages: Iterable[Passage],
    *,
    kind: str | None,
    year: int | None,
    draft: Draft,
    entity: str | None = None,
    wording: Wording | None = None,
    cells: Cells = lambda _statements: (),
) -> Draft:
    """Read the prose of a document into a draft.

    Args:
        passages: the paragraphs in order; tables are left out.
        kind: kind of the document, one of ``KINDS``; anything but a budget is read as an outturn.
        year: its fiscal year; without one only 本年 and 上年 are understood.
        draft: where everything that is said is put; returned.
        entity: name of the body the document is about.
        wording: the lexicon and patterns; the shipped ones by default.
        cells: gives the numbers of its tables, which prose may restate.
    """
    wording = wording or shipped_wording()
    found = runs(passages, wording)
    extract_runs(
        found, kind=kind, year=year, draft=draft, entity=entity, wording=wording, cells=cells
    )
    return draft


def extract_runs(
    found: Iterable[Run],
    *,
    kind: str | None,
    year: int | None,
    draft: Draft,
    entity: str | None,
    wording: Wording,
    cells: Cells,
) -> list[Said]:
    """Read the prose of a document, cut into runs, into a draft; return its figures.

    Args:
        found: the runs in order.
        kind: as for :func:`extract_prose`, like all that follows.
        year: its fiscal year.
        draft: where everything that is said is put.
        entity: name of the body the document is about.
        wording: the lexicon and patterns.
        cells: gives the numbers of its tables.
    """
    wording = _with_body(wording, entity)
    ledger, facts = Ledger(), Facts(kind or "", year, plain_word(entity or ""))
    context = Context(facts, ledger, wording.outline)
    outline = Outline(wording.outline)
    relations, statements = Relations(), Statements(facts.is_budget)
    relations.forms(draft.evaluations, draft.remarks)
    for run in found:
        figures = relations.read(run, _read(run, outline, context, wording), context)
        statements.read(run, figures, context.section)
        if kind in SELF_EVALUATIONS and draft.grade is None:
            draft.grade = told_grade(run.plain, wording.grade)
    if relations.has_own_bands():
        draft.grade = None  # it is judged by the bands that the document states
        draft.evaluations = [attrs.evolve(one, grade=None) for one in draft.evaluations]
    related = [*relations.closed(), *related_in_cells(draft, facts, wording)]
    checks = checked_in(ledger, draft, related)
    more = explained_in(statements.said, checks, facts)
    replace_shares(ledger, related, more)
    related += more + averages(statements.said, checks, budget=facts.is_budget)
    related += body_sums(statements.said, budget=facts.is_budget)
    add_related(ledger, related, draft, statements.said)
    settle_carried(ledger)
    settle(ledger, draft, wording, accounts=kind == ACCOUNTS)
    drop_repeated(related, draft)
    read_again(draft)
    read_sources(draft)
    add_restated(statements, cells, draft, related, year)
    return statements.said


def _with_body(wording: Wording, entity: str | None) -> Wording:
    """Return a lexicon that knows the name of the body: next to 支出 it is no part of a name."""
    if not entity:
        return wording
    return attrs.evolve(wording, bodies=wording.bodies.named(plain_word(entity)))


def _read(run: Run, outline: Outline, context: Context, wording: Wording) -> list[Token]:
    """Read a run; its tokens are returned, none where it is a table run together."""
    pieces = [(p, scan(run.plain, *p.body, wording)) for p in outline.pieces(run)]
    tokens = pieces[0][1] if len(pieces) == 1 else [t for _, part in pieces for t in part]
    letters = {token.letter for token in tokens}
    if "M" in letters:
        for _, part in pieces:
            with_units(part, run.plain)
        if is_table(tokens):
            return []
    if not context.unit and context.entered < HEAD:
        context.unit = unit_of_head(run.plain)
    if context.unit:
        give_unit(tokens, run.plain, context.unit)
    unit = _unit(run.plain, tokens)
    for piece, scanned in pieces:
        context.enter(piece.rank, piece.title, piece.ordinal)
        lend(run, piece, scanned, context, wording)
        reading = _reading(run, scanned, context, wording, unit, piece.rank is not None)
        if letters & ODD:
            _malformed(reading, scanned)
        frame, bound = context.frames[-1], context.ledger.bound
        below = frame.below
        leadlines.enter(context, run.plain)
        _walk(reading)
        leadlines.leave(context, run.plain)
        told = context.ledger.bound > bound or _ANNOUNCED.fullmatch(run.plain) is not None
        if piece.rank is None and told and frame.below is below:
            frame.below = None  # items below another paragraph are no parts of what stands above it
    return tokens


def _reading(
    run: Run, scanned: list[Token], context: Context, wording: Wording, unit: str, opens: bool
) -> Reading:
    tokens = phrased(scanned, run.plain, wording, item=opens)
    letters = "".join([token.letter for token in tokens]).encode("ascii")
    return Reading(run, tokens, letters, context, wording, unit, opens)


def _unit(text: str, tokens: list[Token]) -> str:
    """Return the unit that a paragraph fixes: by saying so, or because all its amounts have it."""
    said = _UNIT.search(text)
    if said is not None:
        return said[1]
    units = [token.unit for token in tokens if token.letter == "N"]
    return units[0] if len(units) > 2 and len(set(units)) == 1 else ""


def _malformed(reading: Reading, scanned: list[Token]) -> None:
    """Record years that are none; the year that was inherited goes on."""
    for token in scanned:
        if token.letter == MALFORMED or (token.letter == "c" and token.value):
            kind = "year" if token.letter == MALFORMED else "code"
            source = reading.run.source(token.start, token.end, reading.context.section)
            quote = reading.run.printed(token.start, token.end)
            reading.context.ledger.oddities.append(Oddity(kind, quote, source))


def _walk(reading: Reading) -> None:
    """Find the statements of a piece, one after the other."""
    letters, find = reading.letters, reading.wording.patterns.find
    figures = [figure.start() for figure in _FIGURES.finditer(letters)]
    figures.append(len(letters))
    at, passed = on_first(reading), 0
    while at < len(letters):
        found = find(letters, at)
        until = len(letters) if found is None else found.start
        if figures[passed] < until:
            passed = _skip(reading, figures, passed, until)
        reading.owned(until)
        if found is None:
            _break_off(reading)
            return
        at = ACTIONS[found.name](reading, found) or found.end
        if figures[passed] < at:
            passed = _skip(reading, figures, passed, at)


def _break_off(reading: Reading) -> None:
    """A list whose last name has no figure, and no full stop, breaks off: it is not whole."""
    listing = reading.context.strong
    if listing is not None and _BROKEN.search(reading.letters) is not None:
        listing.partial = True


def _skip(reading: Reading, figures: list[int], passed: int, end: int) -> int:
    """Figures that no statement took are unbound, and what follows them has no subject.

    Returns:
        How many figures have been passed, now that reading is to go on at a token.
    """
    while figures[passed] < end:
        if figures[passed] not in reading.done:
            reading.leave_out(UNKNOWN, figures[passed])
        passed += 1
    return passed


def _semicolon(reading: Reading, _found: Found) -> None:
    if not reading.context.kept:
        reading.context.end_group()
    else:
        reading.context.end_inner_group()


def _stop(reading: Reading, found: Found) -> None:
    if reading.context.kept and reading.letters[found.end : found.end + 1] == b")":
        reading.context.end_inner_group()  # the full stop of what stands in the bracket
    else:
        reading.context.end_sentence()


ACTIONS: Final[dict[str, Callable[[Reading, Found], int | None]]] = {
    "sum": on_sum,
    "equal": on_equal,
    "supposed": on_supposed,
    "portion": on_portion,
    "topic": on_topic,
    "within": on_within,
    "parts": on_parts,
    "list": on_list,
    "universal": on_universal,
    "none": on_none,
    "order": on_order,
    "change": on_change,
    "more": on_more,
    "beyond": on_beyond,
    "incomparable": on_incomparable,
    "flat": on_flat,
    "same": on_flat,
    "base": on_base,
    "each": on_each,
    "follow": on_follow,
    "share": on_share,
    "ratio": on_ratio,
    "rate": on_rate,
    "reached": on_reached,
    "moved": on_moved,
    "each_share": on_shares,
    "completion": on_completion,
    "level": on_level,
    "count": on_count,
    "named": on_named,
    "rated": on_rated,
    "cause": on_cause,
    "purpose": on_purpose,
    "subject": on_subject,
    "staged": on_stage,
    "year": on_year,
    "beside": on_beside,
    "open": on_open,
    "close": on_close,
    "semicolon": _semicolon,
    "stop": _stop,
}
