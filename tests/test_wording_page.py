"""The page of wordings tells what is read: every example of ``docs/wording.md`` is tried."""

from __future__ import annotations

import re
from functools import cache

import pytest
from attrs import frozen

import performance_rules as pr
from performance_rules.extraction.documents import extract
from tests.extraction.said import document
from tests.test_docs import DOCS

PAGE = DOCS / "wording.md"
CHOICE = re.compile(r"\{([^{}≠]+)≠([^{}≠]+)\}")
READ, UNREAD = "是", "否"


@frozen
class Family:
    """A way of saying something: the row of the page, its document, example and mark."""

    row: str
    genre: str
    example: str
    mark: str

    def said(self, side: int) -> str:
        """Return the example with the first or the second of two figures."""
        return CHOICE.sub(lambda found: found.group(side), self.example)


def families(page: str) -> list[Family]:
    """Return the rows of the tables of wordings."""
    rows = [line for line in page.splitlines() if CHOICE.search(line) and line.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [Family(row, c[1], c[2], c[3]) for row, c in zip(rows, cells, strict=True)]


def titles(page: str) -> dict[str, str]:
    """Return the title of the document of every genre."""
    return dict(re.findall(r"^\| (.) \| (青岚县\S+) \|$", page, re.MULTILINE))


TEXT = PAGE.read_text(encoding="utf-8")
FAMILIES = families(TEXT)
TITLES = titles(TEXT)


@cache
def rules() -> pr.RuleSet:
    """Return the national rules."""
    return pr.RuleSet.for_region()


def errors(family: Family, side: int) -> list[str]:
    """Return the contradictions of a document with nothing but the example."""
    report = extract(document(TITLES[family.genre], family.said(side))).report
    found = pr.check(report, rules()).findings
    return [finding.rule for finding in found if finding.severity == "error"]


def marked() -> str:
    """Return the page with every wording that is read by now marked as read; none is taken back."""
    page = TEXT
    for family in FAMILIES:
        if family.mark == UNREAD and not errors(family, 1) and errors(family, 2):
            page = page.replace(family.row, family.row.replace(f"| {UNREAD} |", f"| {READ} |"))
    return page


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.example[:24])
def test_the_right_figure_is_silent_and_the_wrong_one_found(family: Family) -> None:
    """Nothing is held against the first figure; a wording that is read gives the second away."""
    assert [] == errors(family, 1)
    assert family.mark in (READ, UNREAD)
    if family.mark == READ:
        assert errors(family, 2)


def test_every_example_has_one_choice_and_a_document() -> None:
    """Each row has one pair of figures; no two rows have one example."""
    assert len(FAMILIES) > 100
    for family in FAMILIES:
        assert 1 == len(CHOICE.findall(family.example)), family.example
        assert family.genre in TITLES
    assert len(FAMILIES) == len({family.example for family in FAMILIES})
