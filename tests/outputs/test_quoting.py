"""Quotations are told one after the other: each once, the place of a cell in short."""

from __future__ import annotations

import pytest

from performance_rules.checking.findings import Where
from performance_rules.outputs.quoting import Quote, told_of

PLACE = "第3页，“支出表”，表2第4行第2列"
HEADING = "“二、支出”"


def cell(text: str, row: int, table: int = 2) -> Quote:
    """Return a quotation of a cell."""
    where = Where("x", "支出", text, page=3, section="支出表", table=table, row=row, column=2)
    return Quote("支出", text, f"第3页，“支出表”，表{table}第{row}行第2列", where)


def words(text: str, start: int, place: str = HEADING) -> Quote:
    """Return a quotation of a sentence."""
    where = Where("x", "", text, section="二、支出", start=start, end=start + len(text))
    return Quote("", text, place, where)


@pytest.mark.parametrize(
    ("quotes", "said"),
    [
        (
            [cell("8.10", 4), cell("9.20", 5)],
            [f"支出：“8.10”（{PLACE}）", "支出：“9.20”（同表第5行第2列）"],
        ),
        (
            [cell("8.10", 4), cell("9.20", 4, table=3)],
            [f"支出：“8.10”（{PLACE}）", "支出：“9.20”（第3页，“支出表”，表3第4行第2列）"],
        ),
        (
            [words("差旅费8万元", 10), words("会议费9万元", 30)],
            [f"“差旅费8万元”（{HEADING}）", "“会议费9万元”（同上）"],
        ),
        (  # what a longer one says as well
            [words("会议费9万元", 17), words("差旅费8万元，会议费9万元", 10)],
            [f"“差旅费8万元，会议费9万元”（{HEADING}）"],
        ),
        (  # the same words elsewhere
            [words("会议费9万元", 2), words("差旅费8万元，会议费9万元", 10)],
            [f"“会议费9万元”（{HEADING}）", "“差旅费8万元，会议费9万元”（同上）"],
        ),
    ],
)
def test_quotations_are_told_in_turn(quotes: list[Quote], said: list[str]) -> None:
    """A table or heading is named once, and words that a longer quotation has are left out."""
    assert told_of(quotes, set(), "zh") == said


def test_a_quotation_is_told_once_of_a_point() -> None:
    """The denominator of several shares is quoted with the first of them."""
    seen: set[Quote] = set()
    whole = words("总支出90万元", 1)
    assert len(told_of([words("差旅费8万元", 10), whole], seen, "zh")) == 2
    assert told_of([words("会议费9万元", 30), whole], seen, "zh") == [f"“会议费9万元”（{HEADING}）"]


def test_english_has_its_own_words() -> None:
    """The short places are told in English as well."""
    told = told_of([cell("8.10", 4), cell("9.20", 5)], set(), "en")
    assert "the same table, row 5 column 2" in told[1]
