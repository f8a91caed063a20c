"""Every number of a document is bound, open with its reason and place, or no figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from tests.extraction.said import document, read_as
from tests.extraction.test_fuzz_documents import TITLES, mutated
from tests.extraction.test_fuzz_documents import document as as_read

from performance_rules.extraction import documents
from performance_rules.extraction.accounting import NOT_RECOGNISED, Accounts, account
from performance_rules.extraction.documents import Extraction, extract
from performance_rules.extraction.drafts.draftlines import Unbound
from performance_rules.extraction.tokens.forms import Span, numerals
from performance_rules.readers.document import Document
from performance_rules.readers.raw import RawBlock
from performance_rules.report.model import Source
from performance_rules.report.tree import tree_of
from performance_rules.rules.ruleset import shipped_codebook


def counts(paper: Extraction) -> tuple[int, int, int]:
    """Return how many numbers are bound, open, and no figure."""
    return paper.looked.bound, paper.looked.open, paper.looked.no_figure


def opened(paper: Extraction) -> list[tuple[str, str]]:
    """Return the open numbers as printed, with their reasons."""
    return [(one.printed, one.why) for one in paper.unbound]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["东川县水务局2022年度部门决算", "2022年本年支出合计5.00万元。"], (1, 0, 2)),
        (["本年支出合计12. 70万元。"], (1, 0, 0)),
        (["1.总体情况", "（2）支出情况", "附件3"], (0, 0, 3)),
        (["今天天气很好，气温25度。"], (0, 1, 0)),
        (["节水补助捌拾玖万元整。"], (0, 1, 0)),
        (["目录", "一、概况……1", "二、收支……3", "三、附件……12", "一、概况"], (0, 0, 3)),
        (["- 5 -"], (0, 0, 1)),
        (["5"], (0, 1, 0)),
    ],
)
def test_a_number_of_a_paragraph_is_bound_or_none_or_open(
    blocks: list[str | RawBlock], expected: tuple[int, int, int]
) -> None:
    """What is read is bound; what is a date, a marker or a page is none; the rest is open."""
    assert expected == counts(read_as(document(*blocks)))


def test_a_number_of_a_cell_is_bound_or_a_code_or_open() -> None:
    """Codes and numbers of rows and columns are none; a cell that nobody could read is open."""
    paper = read_as(
        document(
            "支出决算表",
            """
            单位：万元 | | | |
            行次 | 科目编码 | 科目名称 | 本年支出合计 | 联系电话
            栏次 | | | 1 | 2
            1 | 2130301 | 行政运行 | 30.00 | 12345678
            2 | 2130302 | 一般行政管理事务 | 20又* | 87654321
            """,
        )
    )
    assert (1, 1, 8) == counts(paper)
    (one,) = paper.unbound
    assert ("20又*", 1, 4, 4) == (one.printed, one.source.table, one.source.row, one.source.column)


def test_a_table_that_is_not_read_has_only_open_figures() -> None:
    """Each of its figures says why; its years and the numbers of its columns are none."""
    paper = read_as(
        document(
            "灯塔养护情况明细表",
            """
            项目 | 2022 | 2021
            甲 | 3.00 | 2.00
            乙 | 1.00 | 1.00
            """,
        )
    )
    assert (0, 4, 2) == counts(paper)
    assert (1, 0) == (paper.looked.tables, paper.looked.read)
    assert all("灯塔养护情况明细表" in why for _, why in opened(paper))


def test_an_open_number_says_why_and_where() -> None:
    """Printed with its unit, quoted with its sentence, and where that stands."""
    text = "甲。灯塔共3座，灯光射程15海里。乙"
    paper = read_as(document(text))
    assert [("15", NOT_RECOGNISED)] == opened(paper)[-1:]
    source = paper.unbound[-1].source
    assert (source.paragraph, source.quote) == (1, "灯塔共3座，灯光射程15海里")
    assert text[source.start : source.end] == source.quote


def test_a_number_over_a_break_is_one() -> None:
    """A number that a line or a page parts is counted once; two beside each other are two."""
    made = document("共计30", "0.00万元 2.00")
    assert made.text.startswith("共计30\n0.00万元")
    assert 1 == account(made, bound=[(2, 11)], refused=[]).bound


def test_what_was_bound_and_refused_is_open() -> None:
    """A figure that the report gave up in the end is bound no longer."""
    made = document("甲5.00万元，乙5.00万元。")
    given_up = Unbound("5.00万元", made_source(made), "给出了又收回")
    found = account(made, bound=[(1, 7), (9, 15)], refused=[given_up])
    assert (1, [("5.00万元", (1, 7))], 0) == (
        found.bound,
        [(one.printed, one.span) for one in found.open],
        found.no_figure,
    )


def made_source(made: Document) -> Source:
    """Return the source of a whole document."""
    return Source(start=0, end=len(made.text))


def digits(text: str) -> str:
    """Return the digits of a number without what groups them or ends them."""
    plain = re.sub(r"[^\d.]", "", normalize("NFKC", text))
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).lstrip("0") or "0"


@given(mutated())
def test_what_is_bound_is_in_the_report(text: str) -> None:
    """No number counts as bound that the report does not hold, however a text is damaged."""
    seen: list[Span] = []

    def spy(made: Document, *, bound: Iterable[Span], **more: object) -> Accounts:
        seen.extend(bound)
        return account(made, bound=seen, **more)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "account", spy)
        made = as_read(f"{TITLES[0]}\n{text}")
        paper = extract(made)
    given_up = {one.span for one in paper.unbound}
    leaves = tree_of(paper.report, shipped_codebook()).leaves
    held = {digits(leaf.quantity.printed) for leaf in leaves}
    bound = [made.text[slice(*span)] for span in set(seen) - given_up]
    assert [] == [one for one in bound if digits(one) not in held]


@given(mutated())
def test_no_number_is_lost(text: str) -> None:
    """Every number is one of the three, also where a document was damaged."""
    made = as_read(f"{TITLES[0]}\n{text}")
    looked = extract(made).looked
    found = numerals(made.text)
    parted = sum(not made.text[a[1] : b[0]].strip(" \t\n.．,，\u3000") for a, b in pairwise(found))
    assert len(found) - parted <= looked.figures + looked.no_figure <= len(found)
