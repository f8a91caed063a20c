"""A plain dict becomes a typed report, or an error that lists everything wrong with it."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.report.reading import built, line_of, parts_of, places, said
from tests.report.reports import EXAMPLE

from performance_rules.errors import ReportError
from performance_rules.report import load_report
from performance_rules.values.quantity import Amount, Count

# ── keys ──


def test_chinese_terms_are_keys_as_well() -> None:
    """A report in Chinese keys is the report in English keys."""
    chinese = {
        "部门": "某局",
        "年度": 2021,
        "文种": "部门决算",
        "批复日": "2022-08-01",
        "单位": "万元",
        "总": {
            "支出": {"决算": "1.00", "功能分类": {"表头": ["科目", "决算"], "行": [["甲", "1"]]}}
        },
        "三公": {"公务接待费": {"决算": {"值": "1.00", "占比": "5%"}, "数量": {"国内接待批次": 2}}},
    }
    english = {
        "entity": "某局",
        "year": 2021,
        "kind": "final_accounts",
        "approved": dt.date(2022, 8, 1),
        "unit": "万元",
        "all_funds": {
            "expenditure": {
                "final": "1.00",
                "by_function": {"columns": ["name", "final"], "rows": [["甲", "1"]]},
            }
        },
        "three_public": {
            "reception": {
                "final": {"value": "1.00", "share": "5%"},
                "counts": {"domestic_visits": 2},
            }
        },
    }

    assert built(english) == built(chinese)


def test_every_error_is_reported_at_once() -> None:
    """A wrong dict gives every problem with its path, in one exception."""
    found = places(
        {
            "entiti": "某局",
            "year": "2021",
            "kind": "预算书",
            "approved": "2022-8-1",
            "unit": "块",
            "text": [1],
            "fiscal": {"expediture": {}, "income": {"final": 1.5, "brakdowns": []}},
            "three_public": {"reception": {"counts": {"visits": 1}}},
            "previous": {"region": ["440205"]},
        }
    )

    assert {
        "entiti",
        "year",
        "kind",
        "approved",
        "unit",
        "text[0]",
        "fiscal.expediture",
        "fiscal.income.final",
        "fiscal.income.brakdowns",
        "three_public.reception.counts.visits",
        "previous.region",
    } == set(found)


def test_an_unknown_key_comes_with_the_nearest_right_one() -> None:
    """A misspelt key is answered with the key that was probably meant."""
    with pytest.raises(ReportError) as caught:
        built({"all_funds": {"expenditure": {"finall": "1.00"}}})

    assert "是否想写“final”" in caught.value.text()
    assert "did you mean 'final'" in caught.value.text("en")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([], ""),
        ({1: 2}, ""),
        ({"fiscal": []}, "fiscal"),
        ({"year": 21}, "year"),
        ({"year": True}, "year"),
        ({"approved": "2022-02-30"}, "approved"),
        ({"approved": dt.datetime(2022, 8, 1)}, "approved"),
        ({"entity": 1.5}, "entity"),
        ({"entity": "甲", "部门": "乙"}, "部门"),
        ({"disclosures": {"complete": 1}}, "disclosures.complete"),
        ({"disclosures": {"lines": {}}}, "disclosures.lines"),
        ({"disclosures": {"typo": 3}}, "disclosures.typo"),
        ({"fiscal": {"income": {"breakdowns": [{}]}}}, "fiscal.income.breakdowns[0].dimension"),
        (
            {"fiscal": {"income": {"by_function": {"dimension": "members"}}}},
            "fiscal.income.by_function.dimension",
        ),
        ({"fiscal": {"income": {"reception": 1}}}, "fiscal.income.reception"),
        (
            {"three_public": {"counts": {"groups": 1, "出国团组数": 2}}},
            "three_public.counts.出国团组数",
        ),
    ],
)
def test_a_wrong_value_is_named_by_its_path(data: object, place: str) -> None:
    """What is not of the type a place wants is one error at that place."""
    assert [place] == places(data)


def test_null_is_as_good_as_not_given() -> None:
    """Other systems write null for what they do not know."""
    nothing = {"entity": None, "fiscal": None, "three_public": {"name": None, "notes": None}}

    assert built({"three_public": {}}) == built(nothing)


def test_endless_nesting_is_an_error() -> None:
    """A dict that contains itself ends in an error, not in a crash."""
    report: dict[str, object] = {}
    report["previous"] = report
    line: dict[str, object] = {}
    line["by_function"] = {"lines": [line]}

    assert 1 == len(places(report))
    assert 1 == len(places({"fiscal": {"income": line}}))


# ── lines and breakdowns ──


def test_keyed_children_are_the_members() -> None:
    """``[three_public.overseas]`` is a member; so are the rows of ``[three_public.members]``."""
    report = built(
        {
            "three_public": {
                "overseas": {"final": "0.00"},
                "vehicle": {"running": {"final": "2.00"}, "purchase": "1.00"},
                "members": {"columns": ["科目", "决算"], "rows": [["公务接待费", "3.00"]]},
            }
        }
    )
    assert report.three_public is not None
    (members,) = report.three_public.breakdowns
    found = {line.key: line for line in members.lines}

    assert "members" == members.dimension
    assert ["reception", "overseas", "vehicle"] == list(found)
    assert "因公出国（境）费" == found["overseas"].name
    assert ["running", "purchase"] == [line.key for line in found["vehicle"].breakdowns[0].lines]


@pytest.mark.parametrize("key", ["basic", "基本支出"])
def test_a_keyed_table_completes_the_grid_row(key: str) -> None:
    """``[x.by_nature.basic.by_economic]`` is about the row 基本支出; nothing said is lost."""
    lines = parts_of(
        {
            "columns": ["科目", "决算", "占比"],
            "rows": [["基本支出", "3.00", "60%"], ["项目支出", "2.00", "40%"]],
            key: {
                "notes": ["见下"],
                "by_economic": {
                    "columns": ["科目", "决算"],
                    "rows": [["工资福利支出", "2.90"], ["合计", "2.90"]],
                },
            },
        },
        "by_nature",
    )
    basic = lines["基本支出"]

    assert ["基本支出", "项目支出"] == list(lines)
    assert [Amount.parse("3.00元"), Amount.parse("2.90元")] == said(basic.final)
    assert basic.final is not None
    assert basic.final.share is not None
    assert ("basic", ("见下",)) == (basic.key, basic.notes)
    assert ["by_economic"] == [breakdown.dimension for breakdown in basic.breakdowns]


def test_a_listed_line_has_the_key_its_name_means() -> None:
    """A list of lines from another system is understood like the rows of a grid."""
    report = built(
        {
            "three_public": {
                "breakdowns": [
                    {"dimension": "构成", "lines": [{"name": "公务接待费"}, {"name": "其他"}]}
                ]
            }
        }
    )
    assert report.three_public is not None

    assert ["reception", None] == [line.key for line in report.three_public.breakdowns[0].lines]


def test_disclosures_count_unless_they_say_money() -> None:
    """A bare number among the disclosures is a number of things; an amount says its unit."""
    report = built({"disclosures": {"staff": 18, "procurement": "5.0万元", "编制": {"actual": 20}}})
    assert report.disclosures is not None
    staff, procurement, posts = report.disclosures.lines

    assert ("staff", [Count.parse("18")]) == (staff.key, said(staff.actual))
    assert [Amount.parse("5.0万元")] == said(procurement.final)
    assert ("establishment", [Count.parse("20")]) == (posts.key, said(posts.actual))


def test_a_breakdown_has_notes_and_reasons() -> None:
    """Sentences about a breakdown stay with it, as do the reasons given for it."""
    (breakdown,) = line_of(
        {
            "by_function": {
                "notes": "见附表",
                "reasons": ["调减", {"text": "追加"}],
                "complete": False,
            }
        }
    ).breakdowns

    assert ("见附表",) == breakdown.notes
    assert ["调减", "追加"] == [reason.text for reason in breakdown.reasons]
    assert not breakdown.complete


# ── the example ──


def test_the_example_is_a_report() -> None:
    """The example builds, with the structure its comments describe."""
    report = load_report(EXAMPLE)
    assert report.all_funds is not None
    assert report.all_funds.expenditure is not None
    assert report.three_public is not None
    assert report.disclosures is not None
    spent = report.all_funds.expenditure
    basic = spent.breakdowns[1].lines[0]
    reception = report.three_public.breakdowns[0].lines[2]
    staff = {line.name: line for line in report.disclosures.lines}

    assert ("self_evaluation", 2021) == (report.kind, report.year)
    assert 2 * [Amount.parse("18622330.15元")] == said(spent.final)
    assert ["by_function", "by_nature"] == [b.dimension for b in spent.breakdowns]
    assert 2 * [Amount.parse("7552646.71元")] == said(basic.final)
    assert 8 == len(basic.breakdowns[0].lines[0].breakdowns[0].lines)
    assert ("reception", 4) == (reception.key, len(reception.counts))
    assert not reception.breakdowns[0].complete
    assert 9 == len(staff["内设机构"].breakdowns[0].lines)
    assert "members" == staff["领导班子"].breakdowns[0].dimension
