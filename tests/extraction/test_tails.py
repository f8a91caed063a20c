"""Reasons told without 主要原因是: the clause behind a comparison that says why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.extraction.said import read

from performance_rules.extraction.documents import Extraction
from performance_rules.report.model import Comparison
from performance_rules.report.tree import tree_of
from performance_rules.rules.ruleset import shipped_codebook


def _comparisons(paper: Extraction) -> Iterator[Comparison]:
    for node in tree_of(paper.report, shipped_codebook()).comparisons:
        yield node.comparison


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        ("完成年初预算的120%，原因：新增巡护员", "新增巡护员"),
        ("完成年初预算的120%，系年中追加防汛任务所致", "年中追加防汛任务所致"),
        ("完成年初预算的120%，为追加防汛资金", "追加防汛资金"),
        ("完成年初预算的120%，因河道清淤提前完工", "因河道清淤提前完工"),
        ("完成年初预算的120%，河道清淤提前实施所致", "河道清淤提前实施所致"),
        ("占年初预算的120%，原因：新增巡护员", "新增巡护员"),
    ],
)
def test_a_clause_behind_a_comparison_may_say_why(clause: str, reason: str) -> None:
    """系…所致, 为追加… and 原因：… right behind a figure are its reason, without 主要原因是."""
    paper = read(f"公务接待费年初预算为5.00万元，支出决算为6.00万元，{clause}。")
    found = [one.reason for one in _comparisons(paper) if one.reason is not None]
    assert [reason] == [one.text for one in found]


@pytest.mark.parametrize(
    "clause",
    ["系统运行平稳", "因此有所结余", "受益群众90户", "为近年最高水平", "为追加后预算的96%"],
)
def test_what_only_looks_like_a_reason_is_none(clause: str) -> None:
    """系统, 因此, 受益 and a bare 为 tell no cause."""
    paper = read(
        f"公务接待费年初预算为5.00万元，支出决算为6.00万元，完成年初预算的120%，{clause}。"
    )
    assert all(one.reason is None for one in _comparisons(paper))


def test_a_share_of_the_plan_without_an_outturn_is_a_share() -> None:
    """占年初预算的P of a part that tells no outturn is what it is of the whole budget."""
    paper = read("支出年初预算为5.00万元，其中：基本支出3.00万元，占年初预算的60%。")
    assert all(one.completed is None for one in _comparisons(paper))
