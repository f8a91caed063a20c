"""One event that two places give two days to."""

from __future__ import annotations

import pytest

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.text import read_text

RULES = pr.RuleSet.for_region()
ERROR = "TXT-003", "error"
TITLE = "临港县航道局2022年度航道维护项目绩效自评报告\n"

WRONG = {
    "a session in two years": (
        "一、概况\n2022年3月9日第六届三次理事会部署全年任务。\n二、实施\n"
        "县渔业协会第六届三次理事会于2023年3月9日召开，应到62人，实到60人。"
    ),
    "a session in two months": (
        "一、概况\n2022年3月19日召开的第六届三次理事会增补理事2名。\n二、实施\n"
        "第六届三次理事会于2022年8月19日召开，审议通过3项制度。"
    ),
    "an acceptance in two months": (
        "一、概况\n灯塔大修工程于2022年10月26日通过竣工验收。\n二、管理\n"
        "灯塔大修工程2022年11月26日通过竣工验收，资料齐全。"
    ),
    "an opening with its day exchanged": (
        "一、概况\n东港航标管理中心于2022年10月21日正式启用。\n二、效益\n"
        "东港航标管理中心2022年10月12日启用，运行平稳。"
    ),
    "a contract in two years": (
        "一、采购\n智慧航道平台于2021年6月18日签订采购合同。\n二、管理\n"
        "智慧航道平台于2022年6月18日签订采购合同，履约良好。"
    ),
}

RIGHT = {
    "two sessions": (
        "2022年3月9日第六届三次理事会部署任务。\n第六届四次理事会于2022年8月9日召开。"
    ),
    "sessions of two terms": (
        "2022年3月9日第六届三次理事会部署任务。\n第七届三次理事会于2023年3月9日召开。"
    ),
    "sessions of two bodies": (
        "2022年3月9日县渔业协会第六届三次理事会召开。\n2022年8月9日县航运协会第六届三次理事会召开。"
    ),
    "sessions of two levels": (
        "2022年3月9日县政协第六届三次会议召开。\n2022年8月9日市政协第六届三次会议召开。"
    ),
    "a council and a congress": (
        "2022年3月9日县政协第六届三次会议召开。\n2022年8月9日县人大第六届三次会议召开。"
    ),
    "a session of several days": (
        "2022年3月9日县政协第六届三次会议召开。\n县政协第六届三次会议2022年3月11日通过决议。"
    ),
    "opened and closed": (
        "县政协第六届三次会议于2022年3月9日开幕。\n县政协第六届三次会议于2022年3月19日闭幕。"
    ),
    "a session put off": (
        "第六届三次理事会原定2022年3月9日召开。\n第六届三次理事会于2022年8月9日召开。"
    ),
    "a call to a session": (
        "2022年3月9日印发第六届三次理事会通知。\n第六届三次理事会于2022年8月9日召开。"
    ),
    "meetings of each year": "2022年3月9日航道工作会议召开。\n2023年3月9日航道工作会议召开。",
    "two works": (
        "灯塔大修工程于2022年10月26日通过竣工验收。\n栈桥修复工程于2022年11月26日通过竣工验收。"
    ),
    "two acceptances": (
        "灯塔大修工程于2022年10月26日通过初步验收。\n灯塔大修工程于2022年11月26日通过竣工验收。"
    ),
    "begun and done": "灯塔大修工程于2022年3月26日开工。\n灯塔大修工程于2022年8月26日完工。",
    "two contracts": (
        "灯塔大修工程于2022年3月26日签订施工合同。\n灯塔大修工程于2022年8月26日签订采购合同。"
    ),
    "two sections of a work": (
        "灯塔大修工程一标段于2022年3月26日完工。\n灯塔大修工程二标段于2022年8月26日完工。"
    ),
    "due and done": "灯塔大修工程应于2022年8月26日完工。\n灯塔大修工程于2022年10月26日完工。",
    "three days": (
        "灯塔大修工程于2022年3月26日完工。\n灯塔大修工程于2022年4月26日完工。\n"
        "灯塔大修工程于2022年8月26日完工。"
    ),
    "another day altogether": (
        "灯塔大修工程于2022年3月26日完工。\n灯塔大修工程于2022年8月15日完工。"
    ),
    "the same day": "灯塔大修工程于2022年3月26日完工。\n2022年3月26日，灯塔大修工程完工。",
    "works without a name": (
        "（一）灯塔\n工程于2022年10月26日通过竣工验收。\n（二）栈桥\n"
        "工程于2022年11月26日通过竣工验收。"
    ),
    "a part of the work": (
        "灯塔大修工程部分于2022年3月26日完工。\n灯塔大修工程于2022年8月26日完工。"
    ),
}


def told_twice(text: str) -> list[str]:
    """Return what a report says twice, and not the same."""
    report = extract(read_text((TITLE + text).encode(), "x.txt", "", LIMITS)).report
    found = pr.check(report, RULES).findings
    return [one.message for one in found if (one.rule, one.severity) == ERROR]


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_an_event_has_one_day(text: str) -> None:
    """A session or a work has one day: its year, its month or its day alone is another."""
    assert len(told_twice(text)) == 1


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_two_events_have_two_days(text: str) -> None:
    """Other bodies, terms, works and deeds, days put off or due, and several days are no slips."""
    assert told_twice(text) == []
