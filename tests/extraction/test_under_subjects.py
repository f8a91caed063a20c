"""人员经费 or 财政拨款 that a list names under one subject is a part of that subject."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors
from tests.extraction.said import find, read, values

SPENT = "all_funds.expenditure"
FARM = f"{SPENT}/农林水支出"


@pytest.mark.parametrize(
    ("listed", "part", "held"),
    [
        ("农林水支出60万元（人员经费45万元、公用经费15万元）", "personnel", "45万元"),
        ("农林水支出60万元（基本支出45万元、项目支出15万元）", "basic", "45万元"),
        ("农林水支出60万元（工资福利支出50万元、商品和服务支出10万元）", "工资福利支出", "50万元"),
        ("农林水支出60万元（其中财政拨款50万元）", "财政拨款支出", "50万元"),
        ("农林水支出60万元，其中：人员经费45万元、公用经费15万元", "personnel", "45万元"),
        ("农林水支出60万元，其中项目支出15万元", "project", "15万元"),
        ("农林水支出60万元，包括：基本支出45万元，项目支出15万元", "basic", "45万元"),
        ("农林水支出60万元，其中：人员经费45万元，项目支出15万元", "project", "15万元"),
    ],
)
def test_a_kind_of_money_listed_under_a_subject_is_a_part_of_the_subject(
    listed: str, part: str, held: str
) -> None:
    """In brackets or behind 其中 it is never all of its kind: the whole may say another number."""
    whole = "基本支出80万元，其中：人员经费70万元，公用经费10万元；项目支出40万元。"
    said = (f"{listed}。教育支出60万元。", whole, "工资福利支出72万元。财政拨款支出110万元。")
    paper = read(*said, kind="self_evaluation")
    assert values(paper, f"{FARM}/{part}") == [held]
    assert errors(*said) == []


def test_what_cannot_be_a_part_of_a_subject_goes_back_to_the_wider_whole() -> None:
    """教育支出30万元，其中：基本支出70万元 is of all that was spent; a new sentence is as well."""
    paper = read(
        "支出合计90万元。农林水支出60万元，教育支出30万元，其中：基本支出70万元，项目支出20万元。",
        kind="self_evaluation",
    )
    assert values(paper, f"{SPENT}/basic") == ["70万元"]
    later = read("农林水支出60万元，包括：基本支出45万元。项目支出20万元。", kind="self_evaluation")
    assert values(later, f"{SPENT}/project") == ["20万元"]
    assert find(later, f"{FARM}/project") is None


@pytest.mark.parametrize(
    "listed",
    [
        "农林水支出60万元（人员经费45万元、公用经费25万元）",
        "农林水支出60万元，其中：基本支出45万元，项目支出20万元",
        "农林水支出60万元（工资福利支出70万元）",
    ],
)
def test_the_parts_of_a_subject_are_added_up(listed: str) -> None:
    """They make the subject, or are at least no more than it."""
    assert errors(f"{listed}。")
