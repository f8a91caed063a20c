"""A part that is left blank beside the only other one."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import errors, paper

ROWS = """项目 | 2022年预算数
“三公”经费合计 | 15.20
1.因公出国（境）费用 | 0.00
2.公务接待费 | 4.70
3.公务用车费 | 10.50
其中：（1）公务用车运行维护费 | {}
（2）公务用车购置费 | {}"""


@pytest.mark.parametrize(
    ("running", "purchase", "wrong"),
    [
        ("8.50", "", True),
        ("", "8.50", True),
        ("10.50", "", False),
        ("", "10.50", False),
        ("8.50", "2.00", False),
        ("8.50", "2.50", True),
        ("", "", False),
    ],
)
@pytest.mark.parametrize("way", ["html", "tabs", "bars"])
def test_a_vehicle_total_is_what_is_printed_of_it(
    way: str, running: str, purchase: str, wrong: bool
) -> None:
    """A blank is nothing, or a slip itself: a total greater than the other part is wrong."""
    title, above = "松岭县医保局2022年度部门预算", "“三公”经费预算表\n单位：万元"
    found = errors(paper(way, title, above, ROWS.format(running, purchase)))
    assert wrong == bool([one for one in found if one.startswith("TOT-001")])
