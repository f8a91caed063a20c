"""The head of a document: kind, fiscal year, body, project, region and dates, as it says them.

The title comes first, then labels such as 编制单位, then headings, then the first sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.head.bodies import BETWEEN, short_names
from performance_rules.extraction.head.cover import Opening, read_cover
from performance_rules.extraction.head.labels import Cells, beside, date_behind, labelled, papers_of
from performance_rules.extraction.head.naming import entity_of, project_of
from performance_rules.extraction.head.regions import region_of
from performance_rules.extraction.head.titles import (
    BUDGET,
    FINAL,
    HEADING,
    PROJECT,
    WHOLE,
    Title,
    read_title,
    unnumbered,
)
from performance_rules.extraction.head.words import HeadWords, shipped_heads
from performance_rules.extraction.head.years import evaluated_year, spoken_of, title_years
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.rules.ruleset import shipped_codebook
from performance_rules.text.words import has_any

_AMOUNT: Final = re.compile(r"\d(?:万|亿|千)?元")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_SENTENCE: Final = re.compile(r"[。，,;；:：]")
_YEAR: Final = re.compile(r"20\d\d(?:年度?)?")


class Words(Protocol):
    """Anything with text: a passage, or a paragraph of a report."""

    @property
    def text(self) -> str:
        """The text as printed."""


@fixed
class Head:
    """What a document is, as far as it says so.

    Attributes:
        kind: one of ``KINDS``.
        year: the fiscal year.
        entity: full name of the body.
        project: name of the project that a report on one project is about.
        region: region code, as far as the name of the body tells it.
        title: the title as printed; the lines it was broken into are one.
        published: date of publication.
        approved: date of approval.
        names: what the body is called besides its full name: 县水利局, 我局.
        columns: the kind whose columns a figure without a stage is in where the kind does not say
            it: ``budget`` or ``final_accounts``; a notice on a budget is read as a budget.
        part: the heading of the part of the document that this is the head of, where the document
            has several.
    """

    kind: str | None = None
    year: int | None = None
    entity: str | None = None
    project: str | None = None
    region: str | None = None
    title: str | None = None
    published: dt.date | None = None
    approved: dt.date | None = None
    names: tuple[str, ...] = ()
    columns: str | None = None
    part: str | None = None


def read_head(
    passages: Sequence[Words],
    words: HeadWords | None = None,
    *,
    regions: Mapping[str, str] | None = None,
    cells: Cells = (),
) -> Head:
    """Return the head of a document; what it does not say is None.

    Args:
        passages: the paragraphs in order.
        words: the words of heads; the shipped ones by default.
        regions: names of regions by code; those of the shipped codebook by default.
        cells: labels and values that stand side by side in its first tables.
    """
    words = words or shipped_heads()
    regions = shipped_codebook().regions if regions is None else regions
    texts = [p.text for p in passages]
    opening = Opening(read_cover(texts, words), tuple(map(plain_word, texts)), cells, words)
    title = opening.title
    kind = _kind(opening)
    entity = entity_of(opening, kind)
    lines = [plain_word(line) for line in opening.lines]
    return Head(
        kind=kind,
        year=_year(opening),
        entity=entity,
        project=project_of(opening, kind),
        region=region_of(entity or (title.text if title else ""), regions, words.body),
        title=title.printed if title else None,
        published=date_behind(lines, words.labels.published),
        approved=None if _are_apart(lines, words) else date_behind(lines, words.labels.approved),
        names=short_names(entity, words, BETWEEN.join(opening.plain)) if entity else (),
        columns=(title.columns if title else None) or _columns(opening),
    )


# ── kind ──


def _kind(opening: Opening) -> str | None:
    """Return the kind that the title says, or else the first heading that says one."""
    title = opening.title
    if title is not None and title.says[:1] == ("other",):
        return None
    if title is not None and title.evaluation and title.kind in (WHOLE, None):
        # 某中心绩效自评表: whether it is of a project, its labels say.
        return PROJECT if "whole" not in title.says and _of_project(opening) else WHOLE
    if title is not None and title.kind is not None:
        return title.kind
    if title is not None and title.columns:
        return None
    return next((found.kind for found in _headings(opening) if found.kind), None)


def _are_apart(lines: Sequence[str], words: HeadWords) -> bool:
    """Whether two papers are spoken of: 预算批复日期 and 决算公开日期."""
    approved = papers_of(lines, words.labels.approved)
    published = papers_of(lines, words.labels.published)
    return bool(approved) and bool(published) and approved.isdisjoint(published)


def _columns(opening: Opening) -> str | None:
    """Return ``budget`` for an extract that speaks of budgets and of nothing that was done.

    It speaks of them before its first amount: 支出N，当年预算M is an outturn beside its budget.
    """
    labels, text = opening.words.labels, BETWEEN.join(opening.plain)
    line = _first_line(opening)
    if has_any(line, labels.budget):
        return None if has_any(line, labels.outturn) else BUDGET
    if has_any(text, labels.outturn):
        return None
    first = _AMOUNT.search(text)
    before = text[: first.start()] if first is not None else text
    return BUDGET if has_any(before, labels.budget) else None


def _of_project(opening: Opening) -> bool:
    labels = opening.words.labels
    named = {label.strip(":") for label, _ in opening.cells} & set(labels.project_form)
    return bool(named) or any(True for _ in labelled(opening.lines, labels.project, labels))


def _headings(opening: Opening) -> Iterator[Title]:
    """Yield what the headings and captions say that name accounts or a budget."""
    for text in opening.plain:
        line = unnumbered(text)
        if 0 < len(line) <= HEADING and line.endswith(opening.words.labels.headings):
            found = read_title(line, opening.words)
            if found.kind in (FINAL, BUDGET):
                yield found


# ── year ──


def _year(opening: Opening) -> int | None:
    """Return the year that the title says, a label, the headings, what is evaluated, or all."""
    if opening.title is not None and opening.title.year is not None:
        return opening.title.year
    labels = opening.words.labels
    written = labelled(opening.lines, labels.year, labels)
    for value in (*written, *beside(opening.cells, labels.year)):
        if _YEAR.fullmatch(value):
            return int(value[:4])
    said = {one.year for one in title_years(_first_line(opening))}
    if len(said) == 1:
        return said.pop()
    said = set(_heading_years(opening))
    if len(said) == 1:
        return said.pop()
    return evaluated_year(opening.plain) or spoken_of(opening.plain, opening.words.years)


def _first_line(opening: Opening) -> str:
    """Return the first line, if it is one by itself as a title is, and no sentence."""
    text = next((text for text in opening.plain if text), "")
    alone = len(text) <= HEADING and not _SENTENCE.search(_BRACKETS.sub("", text))
    return text if alone else ""


def _heading_years(opening: Opening) -> Iterator[int]:
    """Yield the years of the headings and captions that name a kind of document."""
    for text in opening.plain:
        line = unnumbered(text)
        if len(line) <= HEADING and title_years(line):
            found = read_title(line, opening.words)
            if found.kind and found.year:
                yield found.year
