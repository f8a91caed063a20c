"""Matters: what a document names and the fixed tree has no place for."""

from __future__ import annotations

import pytest
from tests.report.reading import built, places

from performance_rules import Report, RuleSet, check
from performance_rules.errors import ReportError
from performance_rules.report.tree import Tree, tree_of
from performance_rules.rules.ruleset import shipped_codebook

PROJECT = {
    "name": "引水渠改造项目",
    "final": {"value": "30.00万元", "vs_prior": {"change": "5.00万元", "rate": "20.00%"}},
    "构成": [
        {"name": "中央资金", "final": {"value": "18.00万元", "share": "60.00%"}},
        {"name": "县级资金", "final": {"value": "12.00万元", "share": "40.00%"}},
    ],
}


def tree(*matters: object) -> Tree:
    """Return the tree of a report of matters."""
    return tree_of(Report.from_dict({"matters": list(matters)}), shipped_codebook())


WAYS = {
    "a list": [{"name": "修渠", "决算": "3.0万元"}, {"name": "里程", "完成值": "12公里"}],
    "a table by name": {"修渠": {"决算": "3.0万元"}, "里程": "12公里"},
    "a list of parts": {"lines": [{"name": "修渠", "final": "3.0万元"}], "里程": "12公里"},
    "a grid": {
        "columns": ["项目", "决算", "完成值"],
        "rows": [["修渠", "3.0万元"], ["里程", None, "12公里"]],
    },
}


@pytest.mark.parametrize("given", WAYS.values(), ids=WAYS)
def test_matters_are_given_as_any_lines_are(given: object) -> None:
    """A list, a table by name and a grid say the same."""
    report = built({"事项": given})

    assert [line.name for line in report.matters] == ["修渠", "里程"]
    titles = [leaf.name for leaf in tree_of(report, shipped_codebook()).leaves]
    assert titles == ["修渠·支出", "里程·完成值"]


def test_the_columns_of_a_matter_are_columns_of_every_line() -> None:
    """What arrived, what is left and the cost of one are columns; 每 says one of what."""
    report = built(
        {"matters": [{"name": "改厕", "到位": "9元", "结余": "1元", "单价": "2元", "每": "户"}]}
    )

    assert [leaf.name for leaf in tree_of(report, shipped_codebook()).leaves] == [
        "改厕·到位",
        "改厕·结余",
        "改厕·单价",
    ]
    assert report.matters[0].per == "户"


TITLES = [
    ([{"name": "修渠项目", "final": "1元"}], ["修渠项目·支出"]),
    ([{"name": "修渠项目支出", "final": "1元"}], ["修渠项目支出"]),
    ([{"name": "差旅费", "target": "1元"}], ["差旅费·目标值"]),
    ([{"name": "补助", "section": "二", "final": "1元"}], ["补助·支出"]),
    (
        [{"name": "补助", "section": s, "final": "1元"} for s in ("二", "三")],
        ["补助（二）·支出", "补助（三）·支出"],
    ),
    (
        [
            {"name": "补助", "body": "水管所", "final": "1元"},
            {"name": "补助", "body": "水管所", "period": "上半年", "final": "1元"},
        ],
        ["补助（水管所）·支出", "补助（水管所，上半年）·支出"],
    ),
]


@pytest.mark.parametrize(("matters", "titles"), TITLES)
def test_a_matter_is_titled_by_its_own_name(matters: list[object], titles: list[str]) -> None:
    """The title is the matter's name with body and period; its section only among namesakes."""
    assert titles == [leaf.name for leaf in tree(*matters).leaves]


def test_every_number_of_a_matter_is_a_leaf_with_a_path_of_its_own() -> None:
    """Figures, claims and parts of a matter stand under the matter's identity."""
    paths = [leaf.path for leaf in tree(PROJECT, {**PROJECT, "section": "三"}).leaves]

    assert "matters[引水渠改造项目].final.comparisons[0].rate" in paths
    assert "matters[引水渠改造项目·三].members[中央资金].final.share" in paths
    assert len(paths) == len(set(paths)) == 14


SAME = [
    ([{"name": "补助"}, {"name": "补助"}], {"matters[1]"}),
    ([{"name": "补 助"}, {"name": "“补助”"}, {"name": "补助"}], {"matters[1]", "matters[2]"}),
    ([{"name": "补助", "body": "甲站"}, {"name": "补助", "body": "乙站"}], set()),
    ([{"name": "补助", "period": "上半年"}, {"name": "补助"}], set()),
    ([{"name": "补助", "period": "甲"}, {"name": "补助", "body": "甲"}], set()),
    ([{"name": "补助", "section": "二"}, {"name": "补助", "section": "三"}], set()),
    ([{"final": "3元"}], {"matters[0]"}),
]


@pytest.mark.parametrize(("matters", "wrong"), SAME)
def test_a_matter_has_a_name_and_an_identity_of_its_own(
    matters: list[object], wrong: set[str]
) -> None:
    """Name, body, period and section tell matters apart; two that are the same are refused."""
    if wrong:
        assert wrong == set(places({"matters": matters}))
    else:
        assert len(built({"matters": matters}).matters) == len(matters)


def test_the_refusal_says_what_to_do() -> None:
    """The message names the matter and both places."""
    with pytest.raises(ReportError, match=r"事项“补助·甲站”给了两次（第 1、2 个）"):
        Report.from_dict({"matters": [{"name": "补助", "body": "甲站"}] * 2})


WRONG = [
    ("the parts do not add up", ("final", "value"), "31.00万元", "TOT-001"),
    ("the rate is not that of the change", ("final", "vs_prior", "rate"), "25.00%", "YOY-001"),
    ("a share is not that of the amounts", ("构成", 0, "final", "share"), "66.00%", "SHR-001"),
]


def changed(data: object, keys: tuple[str | int, ...], new: object) -> object:
    """Return nested data with one entry changed."""
    if not keys:
        return new
    key, *rest = keys
    if isinstance(data, dict):
        return {**data, key: changed(data[key], tuple(rest), new)}
    assert isinstance(data, list)
    return [changed(item, tuple(rest), new) if i == key else item for i, item in enumerate(data)]


@pytest.mark.parametrize(("keys", "new", "rule"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_the_general_rules_hold_for_matters(
    keys: tuple[str | int, ...], new: object, rule: str
) -> None:
    """A consistent matter is silent; a wrong sum, rate or share is found, under its own name."""
    rules = RuleSet.for_region(None)
    spoiled = Report.from_dict({"matters": [changed(PROJECT, keys, new)]})

    assert check(Report.from_dict({"matters": [PROJECT]}), rules).findings == ()
    found = {finding.rule: finding for finding in check(spoiled, rules).findings}

    assert rule in found
    assert found[rule].section == "事项"
    assert found[rule].where[0].title.startswith("引水渠改造项目·")


def test_two_statements_of_a_matter_are_compared() -> None:
    """A matter that is said twice must be said alike."""
    twice = {"name": "修渠项目", "final": {"statements": ["30.00万元", "31.00万元"]}}

    found = check(Report.from_dict({"matters": [twice]}), RuleSet.for_region(None)).findings

    assert [finding.rule for finding in found] == ["TXT-003"]


def test_a_matter_meets_its_own_line_of_last_year() -> None:
    """The level of last year is that of the same matter in last year's report."""
    before = {"year": 2021, "matters": [{"name": "修渠项目", "final": "20.00万元"}]}
    now = {"name": "修渠项目", "final": "30.00万元", "prior": "25.00万元"}

    report = Report.from_dict({"year": 2022, "matters": [now], "previous": before})

    found = check(report, RuleSet.for_region(None)).findings
    assert "YOY-007" in [finding.rule for finding in found]
