"""The head of a document: kind, year, body, region, dates."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.extraction.head.openings import head

from performance_rules.extraction.head import Head


@pytest.mark.parametrize(
    ("lines", "kind", "year", "entity"),
    [
        (("2019年度东川县水务局部门决算说明",), "final_accounts", 2019, "东川县水务局"),
        (("东川县水务局", "2023 年度部门决算", "目 录"), "final_accounts", 2023, "东川县水务局"),
        (("东川县水务局部门整体支出绩效自评报告",), "self_evaluation", None, "东川县水务局"),
        (
            ("东川县2025年县级部门预算", "预算主管部门：东川县水务局", "目录"),
            "budget",
            2025,
            "东川县水务局",
        ),
        (("东川县水务局2020年三公经费支出情况",), None, 2020, "东川县水务局"),
    ],
)
def test_the_cover_says_kind_year_and_body(
    lines: tuple[str, ...], kind: str | None, year: int | None, entity: str
) -> None:
    """One line or several, with or without a label, in front of or behind the year."""
    found = head(*lines)
    assert (found.kind, found.year, found.entity) == (kind, year, entity)


def test_dates_of_the_page() -> None:
    """发布时间 gives the date of publication; an impossible date gives none."""
    found = head("2019年度东川县水务局部门决算", "发布时间: 2020-08-31 09:15")
    assert found.published == dt.date(2020, 8, 31)
    assert head("发布时间：2020-13-45").published is None


def test_an_empty_document_has_no_head() -> None:
    """Nothing said, nothing found."""
    assert head() == Head()
