"""An empty form that was filled in is read back without loss."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.cli.filling import Entry, filled
from tests.extraction.said import said

from performance_rules import RuleSet, check
from performance_rules.extraction.documents import extract
from performance_rules.readers import read_document

FUNDS: Mapping[str, list[Entry]] = {
    "national": [
        ("年度资金总额", "年初预算数", 120.0),
        ("年度资金总额", "全年预算数（A）", 100.0),
        ("年度资金总额", "全年执行数（B）", 90.0),
        ("年度资金总额", "执行率（B/A）", 0.9),
        ("年度资金总额", "得分", 9),
        ("其中：当年财政拨款", "全年预算数（A）", 80.0),
        ("其他资金", "全年预算数（A）", 20.0),
    ],
    "whole": [
        ("年度资金总额", "全年预算数（A）", 100.0),
        ("年度资金总额", "全年执行数（B）", 90.0),
        ("年度资金总额", "执行率（B/A）", 0.9),
        ("年度资金总额", "得分", 9),
        ("其中：基本支出", "全年预算数（A）", 80.0),
        ("项目支出", "全年预算数（A）", 20.0),
    ],
    "hubei": [
        ("年度财政资金总额", "预算数（A）", 10.0),
        ("年度财政资金总额", "执行数（B）", 9.0),
        ("年度财政资金总额", "执行率（B/A）", 0.9),
        ("年度财政资金总额", "得分（20分*执行率）", 18),
    ],
    "sichuan": [
        ("总额", "年初预算", 120.0),
        ("总额", "调整后预算数", 100.0),
        ("总额", "预算执行数", 90.0),
        ("总额", "预算执行率", 0.9),
        ("总额", "得分", 9),
    ],
    "goals": [("年度资金总额", "", 100.0)],
    "monitoring": [
        ("年度资金总额", "调整后预算数", 100.0),
        ("年度资金总额", "1-8月执行数", 45.0),
        ("年度资金总额", "1-8月执行率", 0.45),
        ("年度资金总额", "全年预计执行数", 95.0),
        ("年度资金总额", "全年预计执行率", 0.95),
    ],
}
"""What is entered for the money."""

MONEY: Mapping[str, dict[str, str]] = {
    "national": {
        "form1.funds.initial_budget": "120.00万元",
        "form1.funds.adjusted_budget": "100.00万元",
        "form1.funds.final": "90.00万元",
        "form1.funds.weight": "10",
        "form1.funds.score": "9.00",
        "form1.funds/source:当年财政拨款.adjusted_budget": "80.00万元",
        "form1.funds/source:其他资金.adjusted_budget": "20.00万元",
    },
    "whole": {
        "form1.funds.adjusted_budget": "100.00万元",
        "form1.funds.final": "90.00万元",
        "form1.funds.weight": "10",
        "form1.funds.score": "9.00",
        "form1.funds/nature:basic.adjusted_budget": "80.00万元",
        "form1.funds/nature:project.adjusted_budget": "20.00万元",
    },
    "hubei": {
        "form1.funds.adjusted_budget": "10.00万元",
        "form1.funds.final": "9.00万元",
        "form1.funds.weight": "20",
        "form1.funds.score": "18.00",
    },
    "sichuan": {
        "form1.funds.initial_budget": "120.00万元",
        "form1.funds.adjusted_budget": "100.00万元",
        "form1.funds.final": "90.00万元",
        "form1.funds.weight": "10;10",
        "form1.funds.score": "9.00",
    },
    "goals": {"form1.funds.initial_budget": "100.00万元"},
    "monitoring": {
        "form1.funds.adjusted_budget": "100.00万元",
        "form1.funds.to_date": "45.00万元",
        "form1.funds.forecast": "95.00万元",
    },
}
"""What is read of it."""

INDICATOR: Mapping[str, list[Entry]] = {
    "national": [
        ("数量指标", "三级指标", "修渠长度"),
        ("数量指标", "年度指标值", "≥12公里"),
        ("数量指标", "实际完成值", "13公里"),
        ("数量指标", "分值", 50),
        ("数量指标", "得分", 50),
        ("总分", "得分", 59),
    ],
    "hubei": [
        ("年度绩效目标1（40分）/数量指标", "三级指标", "修渠长度"),
        ("年度绩效目标1（40分）/数量指标", "年初目标值（A）", "12公里"),
        ("年度绩效目标1（40分）/数量指标", "实际完成值（B）", "13公里"),
        ("年度绩效目标1（40分）/数量指标", "得分", 40),
        ("总分", "得分", 58),
    ],
    "sichuan": [
        ("数量指标", "三级指标", "修渠长度"),
        ("数量指标", "指标性质", "≥"),
        ("数量指标", "指标值", "12"),
        ("数量指标", "度量单位", "公里"),
        ("数量指标", "完成值", "13"),
        ("数量指标", "权重", 50),
        ("数量指标", "得分", 50),
        ("合计", "得分", 59),
    ],
    "goals": [
        ("数量指标", "三级指标", "修渠长度"),
        ("数量指标", "指标性质", "≥"),
        ("数量指标", "年度指标值", "12公里"),
        ("数量指标", "权重", 50),
    ],
    "monitoring": [
        ("数量指标", "三级指标", "修渠长度"),
        ("数量指标", "年度指标值", "≥12公里"),
        ("数量指标", "1-8月完成情况", "6公里"),
        ("数量指标", "全年预计完成情况", "12公里"),
        ("数量指标", "完成目标可能性", "确定能"),
    ],
}
"""One indicator, and the total where the form has one."""

LENGTH: Mapping[str, dict[str, str]] = {
    "national": {"target": "12公里", "actual": "13公里", "weight": "50", "score": "50.00"},
    "hubei": {"target": "12公里", "actual": "13公里", "score": "40.00"},
    "sichuan": {"target": "12公里", "actual": "13公里", "weight": "50", "score": "50.00"},
    "goals": {"target": "12公里", "weight": "50"},
    "monitoring": {"target": "12公里", "to_date": "6公里", "forecast": "12公里"},
}
"""What is read of it."""

TOTAL = {"national": "59.00", "hubei": "58.00", "sichuan": "59.00"}


@pytest.mark.parametrize("layout", FUNDS)
def test_what_was_entered_is_read(layout: str) -> None:
    """Funds, an indicator and the total come back under the names of the form."""
    like = "national" if layout == "whole" else layout
    paper = extract(
        read_document(filled(layout, [*FUNDS[layout], *INDICATOR[like]]), name="自评表.xlsx")
    )
    found = said(paper)
    assert {path: text for path, text in found.items() if ".funds" in path} == MONEY[layout]
    length = {path.rpartition(".")[2]: text for path, text in found.items() if ":修渠长度." in path}
    assert length == LENGTH[like]
    assert found.get("form1.score") == TOTAL.get(like)
    assert paper.unbound == ()
    assert paper.notes == ()


@pytest.mark.parametrize("layout", FUNDS)
def test_a_form_filled_in_well_contradicts_nothing(layout: str) -> None:
    """What is left empty is not called wrong; what is filled in is consistent but for its total."""
    like = "national" if layout == "whole" else layout
    paper = extract(
        read_document(filled(layout, [*FUNDS[layout], *INDICATOR[like]]), name="自评表.xlsx")
    )
    errors = [
        f.rule
        for f in check(paper.report, RuleSet.for_region(None)).findings
        if f.severity == "error"
    ]
    assert [rule for rule in errors if rule not in ("PI-002", "PI-009")] == []
