"""A number that is printed once is one number, however many lines of the report take it up."""

from __future__ import annotations

import pytest
from tests.extraction.said import YEAR, read

import performance_rules as pr
from performance_rules.checking.result import Result
from performance_rules.localize.causes import causes_of
from performance_rules.localize.twins import _times, twins_of

RULES = pr.RuleSet.for_region()


def checked(*paragraphs: str) -> Result:
    """Check a small report of paragraphs."""
    report = read(*paragraphs, kind="project_evaluation", entity="澄湾县渔业局", year=YEAR).report
    return pr.check(report, RULES)


def printed(result: Result) -> list[set[str]]:
    """Return the paths of each group of numbers that are printed as one."""
    leaves = result.tree.leaves
    groups = dict.fromkeys(twins_of(leaves).values())
    return [{leaves[n].quantity.printed for n in group} for group in groups]


def test_a_number_printed_once_is_one() -> None:
    """What was planned, done and left is one thing, and how much of it was done another."""
    result = checked("批复改造泊位28个，实际完成25个，完成率89.29%，其余3个正在改造。")
    assert [{"28个"}, {"25个"}] == [one for one in printed(result) if len(one) == 1][:2]


def test_digits_printed_twice_are_not_one() -> None:
    """Where a paragraph prints the same digits twice, nobody knows which of them a line took."""
    result = checked("批复改造泊位28个，实际完成25个，完成率89.29%，其余3个。另有28个待修。")
    assert {"28个"} not in printed(result)


def test_digits_within_longer_ones_are_not_the_number() -> None:
    """28 stands in 280 and in 28.5, and is printed in neither."""
    assert [0, 0, 1] == [_times("28", [text]) for text in ("共280分", "得28.5分", "共28分")]


MENDED = [
    # The share that was done speaks for two of the three numbers, so the third is wrong.
    (
        "批复改造泊位28个，实际完成25个，完成率89.29%，其余4个正在改造。",
        "4个 应为 3个（错了一位数字）",
    ),
    # Without it any of the three may be wrong.
    ("批复改造泊位28个，实际完成25个，其余4个正在改造。", None),
    # A percentage is mended into the one its figures round to, not into one beside it.
    (
        "2022年度支出合计123.40万元，其中：项目支出48.69万元，占44%；基本支出74.71万元，占61%。",
        "44% 应为 39%（39% + 61% = 100%）",
    ),
]


@pytest.mark.parametrize(("text", "mend"), MENDED)
def test_what_other_numbers_speak_for_is_kept(text: str, mend: str | None) -> None:
    """Of figures at odds those that fit further numbers stand; the one left is mended."""
    (cause,) = causes_of(checked(text))
    assert mend == (cause.mend.zh if cause.mend else None)


def test_two_contradictions_of_one_printed_number_are_one_cause() -> None:
    """A total of the wrong unit contradicts its other statement and its parts, once."""
    result = checked("全年收入3,268,400.00元，即3268.40万元，其中财政拨款收入3,268,400.00元。")
    assert 1 == len(causes_of(result))
