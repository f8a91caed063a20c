"""From a document to a typed report: head, words, tables and prose, in this order.

    report = read("自评报告.docx")

    extraction = extract(read_document("自评报告.docx"))
    extraction.report, extraction.unbound

What cannot be bound with its full identity is counted and quoted, never guessed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import partial
from os import PathLike, fspath
from typing import Final

from attrs import frozen

from performance_rules.checking.findings import Looked
from performance_rules.errors import Message
from performance_rules.extraction.accounting import Accounts, account
from performance_rules.extraction.drafts.draft import Draft, Oddity
from performance_rules.extraction.drafts.draftlines import Unbound
from performance_rules.extraction.head import Head, parts_of, read_head
from performance_rules.extraction.head.labels import cells_of
from performance_rules.extraction.named import with_named
from performance_rules.extraction.naming.enumerations import enumerate_names
from performance_rules.extraction.outline.headings import paragraphs_of
from performance_rules.extraction.outline.items import runs
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.prose import extract_runs
from performance_rules.extraction.regional import Words, shipped, words_of
from performance_rules.extraction.restated.cells import restated_cells
from performance_rules.extraction.settled.remarks import remark_balances
from performance_rules.extraction.settled.schedules import schedules_of
from performance_rules.extraction.tables.miscoded import keep_miscoded
from performance_rules.extraction.tabulation import extract_tables
from performance_rules.extraction.years import state_years
from performance_rules.readers import LIMITS, document_of
from performance_rules.readers.confinement import grant
from performance_rules.readers.document import Document
from performance_rules.readers.workers import alone
from performance_rules.report.model import Paragraph, Report, SeenTable, Source
from performance_rules.rules.ruleset import RuleSet

_LOG: Final = logging.getLogger(__name__)

OTHER_KINDS = ("notice", "summary")
"""Kinds that are read as what they are about: accounts or a budget."""

DEFAULT_KIND = "final_accounts"
"""What a document is read as when nothing in it says what it is; the report keeps kind None."""


def _shipped(_region: str | None) -> Words:
    return shipped()


@frozen
class Extraction:
    """What a document became.

    Attributes:
        report: the typed report.
        unbound: the figures whose identity is not complete, in their order.
        looked: what became of every number and table, and what was not read at all.
        oddities: what is printed and cannot be what was meant.
        part: the heading of the part of the document that this is, where it holds two reports.
    """

    report: Report
    unbound: tuple[Unbound, ...]
    looked: Looked
    oddities: tuple[Oddity, ...] = ()
    part: str | None = None

    @property
    def bound(self) -> int:
        """How many printed numbers of the document the report holds."""
        return self.looked.bound

    @property
    def notes(self) -> tuple[Message, ...]:
        """What was not read at all, from the reader and from the tables."""
        return self.looked.unread


WordsFor = Callable[[str | None], Words]
"""The words for a region; None asks for those of a document whose region is not known yet."""


def extract(
    document: Document, words: WordsFor = _shipped, *, head: Head | None = None
) -> Extraction:
    """Return the typed report that a document becomes, with what was left over.

    Args:
        document: what a reader made of a file.
        words: the words to read it with, by the region that its head names; those that come with
            the library by default, see :func:`performance_rules.extraction.regional.words_of`.
        head: what the document is, where that is known; by default what its cover says, and of a
            document that holds two reports the first.
    """
    if head is None:
        return extract_all(document, words)[0]
    return _extraction(document, words, head, paragraphs_of(document))


def _extraction(
    document: Document, words: WordsFor, head: Head, printed: tuple[Paragraph, ...]
) -> Extraction:
    known = words(head.region)
    own = head.kind if head.kind not in OTHER_KINDS else None
    kind = own or head.columns or DEFAULT_KIND
    draft = Draft()
    tables = extract_tables(
        document,
        kind=kind,
        year=head.year,
        draft=draft,
        words=known.tables,
        entity=head.entity or "",
        paragraphs=printed,
    )
    keep_miscoded(document, draft, known.tables.codebook, head.year)
    body = (p for p in printed if not p.contents)  # an entry of the contents list heads nothing
    passages = [Passage(p.text, p.source or Source(document=document.name)) for p in body]
    prose = tuple(runs(passages, known.prose))
    said = extract_runs(
        prose,
        kind=kind,
        year=head.year,
        draft=draft,
        entity=head.entity,
        wording=known.prose,
        cells=partial(
            restated_cells, tables, known.tables, document.name, head.year, draft.evaluations
        ),
    )
    if own is not None:
        state_years(
            printed,
            tables,
            known.tables,
            kind=own,
            title=head.title or "",
            year=head.year,
            document=document.name,
            draft=draft,
        )
    enumerate_names(prose, draft)
    remark_balances(prose, draft)
    report = _report(draft, head, printed, document)
    accounts = account(
        document,
        bound=draft.bound_at,
        refused=draft.unbound,
        codes=draft.codes_at,
        printed=printed,
    )
    report, accounts = with_named(report, accounts, said)
    looked = _looked(document, draft, accounts)
    return Extraction(report, accounts.open, looked, tuple(draft.oddities), head.part)


def extract_all(document: Document, words: WordsFor = _shipped) -> tuple[Extraction, ...]:
    """Return the reports that a document holds: one, or the accounts and the budget of two years.

    Args:
        document: what a reader made of a file.
        words: as for :func:`extract`.
    """
    printed = paragraphs_of(document)
    head = read_head(printed, cells=cells_of(document))
    return tuple(
        _extraction(part, words, own, printed if part is document else paragraphs_of(part))
        for part, own in parts_of(document, head)
    )


def read(source: str | PathLike[str], ruleset: RuleSet | None = None) -> Report:
    """Return the typed report that a file becomes; of two reports in one file the first.

    It is made in a process of its own within limits.

    Args:
        source: a document: docx, pdf, html, xlsx, txt and others.
        ruleset: whose words to read it with; by default those that come with the library.

    Raises:
        UnreadableError: with the reason, if the file cannot be read.
        RuleFileError: if the words of the rule set are wrong.
    """
    words = shipped() if ruleset is None else words_of(ruleset)
    place = fspath(source)
    report = alone(partial(_report_of, words), place, LIMITS, place=place)
    _LOG.info("%s read", place)
    return report


def _report_of(words: Words, source: str) -> Report:
    document = document_of(source)
    grant(LIMITS.seconds_for(len(document.text)))
    return extract(document, lambda _: words).report


def _report(draft: Draft, head: Head, words: tuple[Paragraph, ...], document: Document) -> Report:
    tables = tuple(
        SeenTable(
            seen.caption,
            key=seen.id or None,
            empty=seen.empty,
            note=seen.note or None,
            source=Source(page=seen.page, table=seen.number, start=seen.start, end=seen.end),
        )
        for seen in draft.tables
    )
    return draft.report(
        title=head.title,
        entity=head.entity,
        project=head.project,
        region=head.region,
        year=head.year,
        kind=head.kind,
        approved=head.approved,
        published=head.published,
        schedules=schedules_of(words, head.project),
        text=words,
        tables=tables,
        pictures=document.pictures,
        unread=_unread(document, draft),
    )


_ASIDE: Final = re.compile("^页眉页脚|幅图片")
"""What is no table and no page: a line at the head of a page, a picture such as a seal."""


def _unread(document: Document, draft: Draft) -> int:
    """Return how many tables and pages were not read: what seems missing may stand there."""
    pieces = sum(_ASIDE.search(note.zh) is None for note in document.notes)
    return pieces + sum(bool(seen.unread) for seen in draft.tables)


def _looked(document: Document, draft: Draft, accounts: Accounts) -> Looked:
    """Return what became of the numbers and tables, and what of the document was not read."""
    unread = [seen for seen in draft.tables if seen.unread]
    notes = list(document.notes)
    for seen in unread:
        zh, en = (seen.caption or text for text in (f"第 {seen.number} 张表", f"no. {seen.number}"))
        notes.append(
            Message(f"{zh} 没有读：{seen.unread}", f"table '{en}' was not read: {seen.unread}")
        )
    return Looked(
        accounts.bound,
        len(accounts.open),
        accounts.no_figure,
        len(draft.tables),
        len(draft.tables) - len(unread),
        tuple(notes),
    )
