"""Sentences that tell a line of a table, and one of its figures otherwise."""

from __future__ import annotations

import pytest

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.text import read_text

RULES = pr.RuleSet.for_region()
TITLE = "临港县航道局2022年度码头改造项目绩效自评报告\n"
PORTS = (
    "\n表1 各码头改造情况\n码头\t泊位\t户数\t面积（万㎡）\t投资（万元）\n"
    "东港\t14\t1268\t3.42\t815.60\n西港\t11\t957\t2.86\t640.25\n南港\t18\t1734\t5.07\t1203.18\n"
    "合计\t43\t3959\t11.35\t2659.03\n"
)
LAMPS = (
    "\n表1 补贴发放情况\n渔村\t救生艇（艘）\t补贴（万元）\n"
    "望潮村\t7\t63.00\n石塘村\t5\t45.00\n沙埕村\t8\t72.00\n合计\t20\t180.00\n"
)
GOALS = (
    "\n三级指标\t目标值\t完成值\n受益渔户（户）\t≥4100\t4236\n更换缆绳（米）\t5800\t5640\n"
    "渔民满意度\t≥90%\t93%\n"
)
WRONG = {
    "a line of which two other cells are told": (
        f"改造码头3座，泊位43个，居民3595户，建筑面积11.35万平方米。{PORTS}"
    ),
    "whatever the number is": (
        f"改造码头3座，泊位43个，居民4420户，建筑面积11.35万平方米。{PORTS}"
    ),
    "a total by its own name": (
        "机构情况。编制219名。\n单位\t编制数\t实有人数\n局机关\t42\t40\n航标站\t62\t58\n疏浚队\t25\t25\n"
        "合计\t129\t123\n"
    ),
    "one row of those that a paragraph goes through": (
        f"石塘村虽只配了6艘，但海况最差；沙埕村最多，为8艘。{LAMPS}"
    ),
    "neither the goal nor the result": f"项目建成后，受益渔户4876户。{GOALS}",
    "a goal beside the result of a row": f"缆绳目标8500米，完成5640米。{GOALS}",
    "another goal": f"年度目标：更换缆绳6100米。{GOALS}",
}
RIGHT = {
    "the line as it is": f"改造码头3座，泊位43个，居民3959户，建筑面积11.35万平方米。{PORTS}",
    "others than all": f"改造码头3座，泊位43个，获奖12户，建筑面积11.35万平方米。{PORTS}",
    "a part of it": f"泊位43个，建筑面积11.35万平方米，其中涉及脱贫渔民482户。{PORTS}",
    "another row": f"东港泊位14个，建筑面积3.42万平方米，居民1268户。{PORTS}",
    "the staff of more than the table": (
        "全系统编制280名。\n单位\t编制数\t实有人数\n局机关\t42\t40\n航标站\t62\t58\n合计\t104\t98\n"
    ),
    "what is yet to come": f"石塘村计划再配6艘；沙埕村最多，为8艘。{LAMPS}",
    "no other row attests it": f"石塘村虽只剩6艘旧艇，但海况最差。{LAMPS}",
    "the goal and the result": f"受益渔户4236户，年度目标：更换缆绳5800米。{GOALS}",
    "of another year": f"2021年受益渔户2310户，更换缆绳4200米。{GOALS}",
    "of a part of the year": f"截至6月底，受益渔户2310户。{GOALS}",
    "a goal beside another result": f"缆绳目标8500米，完成7300米。{GOALS}",
    "a narrower group": f"受益困难渔户318户。{GOALS}",
}


def _clashes(text: str) -> list[str]:
    """Return what is said to be told otherwise."""
    report = extract(read_text((TITLE + text).encode(), "自评.txt", "", LIMITS)).report
    return [f.message for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize("name", WRONG)
def test_a_figure_of_a_line_told_otherwise_is_found(name: str) -> None:
    """Two other cells, another row or the name of a total show which cell a sentence tells."""
    assert _clashes(WRONG[name])


@pytest.mark.parametrize("name", RIGHT)
def test_figures_of_something_else_are_let_be(name: str) -> None:
    """A part, another row, a plan and what nothing attests are no cell told otherwise."""
    assert _clashes(RIGHT[name]) == []
