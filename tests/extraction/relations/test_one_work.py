"""Events of one work, and of two."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import RULES, errors
from tests.extraction.said import read

import performance_rules as pr


def graded(text: str) -> list[str]:
    """Return how severe each finding of a paragraph is."""
    report = read(text, kind="self_evaluation").report
    return [f.severity for f in pr.check(report, RULES).findings if f.rule == "MAT-010"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("灯塔2022年4月完工，2022年6月开工。", ["error"]),
        ("东灯塔2021年9月建成，西灯塔2022年3月开工。", []),
        ("一座灯塔于2021年10月完工，另一座灯塔2021年12月开工。", []),
        ("2020年12月堤坝工程完工，2021年6月开工建设两侧护栏。", []),
        ("2023年3月通过消防验收，2023年5月整体竣工。", []),
        ("2021年9月建成，2022年3月启动配套码头工程。", ["review"]),
    ],
)
def test_events_in_their_order(text: str, found: list[str]) -> None:
    """Two works that are named are not compared; where only one is named, a person looks at it."""
    assert graded(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收到渔民建议28件，办结31件。", ["review"]),
        ("新开工航道6条，竣工8条。", ["review"]),
        ("受理渔业纠纷42件，办结45件。", ["review"]),
        ("收到渔民建议28件，已办结31件。", ["error"]),
        ("受理渔业纠纷42件，办结45件，办结率100%。", ["error"]),
        ("排查隐患120处，整改132处。", ["error"]),
    ],
)
def test_what_was_closed_of_what_came_in(text: str, found: list[str]) -> None:
    """Some may have come before, unless words or the rate say that it is of these."""
    assert graded(text)[:1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "合同约定2022年9月30日前完工，主塔2022年9月20日完工，围墙2022年10月15日完工，"
            "主塔按期完成。",
            False,
        ),
        ("应于2022年3月底前报送，2022年3月30日报送，2022年4月12日公开，按时报送。", False),
        ("合同约定2022年9月30日前完工，主塔2022年10月15日完工，按期完成。", True),
    ],
)
def test_the_first_that_was_done_answers_what_was_due(text: str, found: bool) -> None:
    """What follows is of another part, or of another thing."""
    assert ("MAT-010" in errors(text)) is found


def test_two_ways_of_asking_come_back_together() -> None:
    """What came back is of all that were asked, and not of the questionnaires alone."""
    asked = "发放问卷200份，电话访问100人，收回有效样本{}份。"
    assert errors(asked.format(286)) == []
    assert "MAT-010" in errors(asked.format(386))
