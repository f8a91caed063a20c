"""What a sentence says twice, of the wrong thing, or cut short."""

from __future__ import annotations

import pytest

from performance_rules.checking.plainly import plainly


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("费用合计：合计写 3.20元，请核实。", "费用合计写 3.20元，请核实。"),
        ("毛毯年初库存：年初加本年增加共 90条", "毛毯：年初加本年增加共 90条"),
        (
            "受益前后不一：分别写 120人（甲）、210人（乙）",
            "受益人数前后不一：分别写 120人（甲）、210人（乙）",
        ),
        (
            "覆盖前后不一：2 处写 120户、1 处写 210户",
            "覆盖户数前后不一：2 处写 120户、1 处写 210户",
        ),
        ("水表单价 90只，单价（标准）120元，金额写", "水表 90只，单价（标准）120元，金额写"),
        # what says so itself stays
        ("受益人口前后不一：分别写 1.2万人", "受益人口前后不一：分别写 1.2万人"),
        ("接待前后不一：分别写 120人次、210人次", "接待前后不一：分别写 120人次、210人次"),
        ("总支出按支出性质：合计写 9元", "总支出按支出性质：合计写 9元"),
    ],
)
def test_the_subject_is_said_as_people_say_it(told: str, said: str) -> None:
    """A total is named once, people are a number of them, and what is left is not what was."""
    assert plainly(told) == said
