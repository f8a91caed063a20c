"""Functions that need a whole report: fixed prices, subjects not listed, last year's figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.tiny import tiny_rule

from performance_rules import Report, RuleSet
from performance_rules.checking.result import Result, check
from performance_rules.errors import Message

PRICE = """
id = "price"
unit = "amount"
title = "单价"
[[values]]
value = "{price}"
basis = {{ doc = "REP" }}
"""


def judged(
    folder: Path,
    report: dict[str, object],
    condition: str,
    *,
    message: str = "演示",
    price: str = "",
) -> Result:
    """Return the result of a report under the national rules and one more rule."""
    rule = tiny_rule(condition, message=message)
    (folder / "X-01.toml").write_text(rule.strip(), encoding="utf-8")
    if price:
        (folder / "price.toml").write_text(PRICE.format(price=price).strip(), encoding="utf-8")
    return check(Report.from_dict(report), RuleSet.for_region(None, extra=[folder]))


def verdict(result: Result) -> str:
    """Return the verdict of the one rule."""
    return next(v.verdict for v in result.verdicts if v.rule == "X-01")


def reception(amount: str, guests: object) -> dict[str, object]:
    """Return a report of one reception item."""
    return {"three_public": {"reception": {"final": amount, "counts": {"domestic_guests": guests}}}}


@pytest.mark.parametrize(
    ("amount", "price", "expected"),
    [
        ("5,000.00元", "50元", "pass"),
        ("5,000.01元", "50元", "fail"),
        ("0.50万元", "50元", "pass"),
        ("5,000.00元", "52.5元", "undetermined"),
    ],
    ids=["exactly", "one fen above", "in ten thousands", "a price with cents"],
)
def test_a_count_times_a_price_is_an_amount(
    tmp_path: Path, amount: str, price: str, expected: str
) -> None:
    """A hundred guests at the price of the parameter; the price is in whole yuan."""
    condition = (
        "three_public.reception.final <= "
        "乘以(three_public.reception.counts.domestic_guests, 参数.price)"
    )
    result = judged(tmp_path, reception(amount, 100), condition, price=price)
    assert expected == verdict(result)


def test_a_price_that_the_report_prints_makes_no_product(tmp_path: Path) -> None:
    """Two figures are never multiplied: the verdict stays open."""
    condition = (
        "乘以(three_public.reception.counts.domestic_guests, three_public.reception.final) > 0"
    )
    expected = "undetermined"
    assert expected == verdict(judged(tmp_path, reception("50.00元", 3), condition))


def table(*names: str) -> dict[str, object]:
    """Return a report with an expenditure by function that lists some subjects."""
    rows = [[name, "1.00元"] for name in names]
    by_function = {"columns": ["科目", "决算"], "rows": rows}
    return {"year": 2021, "all_funds": {"expenditure": {"by_function": by_function}}}


@pytest.mark.parametrize(
    ("text", "listed", "expected"),
    [
        ("列入商业服务业支出", ["教育支出"], "商业服务业等支出（216）"),
        ("列入商业服务业支出和教育支出", ["教育支出", "商业服务业等支出"], ""),
        ("列入资源勘探信息等支出", ["资源勘探工业信息等支出"], ""),
        ("列入其他涉外发展服务支出", ["教育支出"], "商业服务业等支出（216）"),
        ("人员增加", ["教育支出"], ""),
    ],
    ids=["not listed", "listed", "an old name", "a name further down", "no subject"],
)
def test_a_subject_that_is_named_and_not_listed(
    tmp_path: Path, text: str, listed: list[str], expected: str
) -> None:
    """Names are rolled up to the class; old names and aliases are the subject they once named."""
    breakdown = "all_funds.expenditure.by_function"
    called = f'未列科目("{text}", {breakdown})'
    message = f"{{列举(n in {called}: n)}}"
    result = judged(tmp_path, table(*listed), f"计数({called}) == 0", message=message)
    said = [f.message for f in result.findings if f.rule == "X-01"]
    assert ([expected] if expected else []) == said


def test_a_line_that_is_no_subject_leaves_the_question_open(tmp_path: Path) -> None:
    """It could be the very subject the text names."""
    condition = '计数(未列科目("列入商业服务业支出", all_funds.expenditure.by_function)) == 0'
    result = judged(tmp_path, table("教育支出", "企业扶持类支出"), condition)
    expected = "undetermined"
    assert expected == verdict(result)


def goods(*names: str, complete: bool = True) -> dict[str, object]:
    """Return a report whose goods and services are taken apart into some subjects."""
    rows = [[name, "1.00元"] for name in names]
    items = {"columns": ["科目", "决算"], "rows": rows, "complete": complete}
    line = {"name": "商品和服务支出", "final": "9.00元", "by_economic": items}
    return {"year": 2021, "all_funds": {"expenditure": {"by_economic": [line]}}}


@pytest.mark.parametrize(
    ("report", "names", "expected"),
    [
        (goods("办公费"), ["办公费", "邮电费"], ["邮电费"]),
        (goods("办公费", "维修（护）费"), ["维修(护)费"], []),
        (goods("办公费"), ["水电费", "等"], []),
        (goods("办公费"), ["退休费"], ["退休费"]),
        (goods("办公费", complete=False), ["邮电费"], []),
        (goods("办公费"), ["商品和服务支出"], []),
    ],
    ids=["not listed", "other brackets", "no subject", "no class", "not all listed", "a class"],
)
def test_names_that_are_listed_nowhere(
    tmp_path: Path, report: dict[str, object], names: list[str], expected: list[str]
) -> None:
    """A name counts as a whole; what is not taken apart completely may contain it."""
    listed = "、".join(names)
    called = f'未列名称(查找("{listed}", "[^、]+"), all_funds.expenditure.by_economic)'
    message = f"{{列举(n in {called}: n)}}"
    result = judged(tmp_path, report, f"计数({called}) == 0", message=message)
    said = [f.message for f in result.findings if f.rule == "X-01"]
    assert expected == said


@pytest.mark.parametrize(
    "last_year",
    ["对应(all_funds.opening, 上年报告).account", "对应(all_funds, 上年报告)"],
)
def test_last_years_figures_take_part_as_they_are(tmp_path: Path, last_year: str) -> None:
    """A comparison across two reports uses each report's own number and says which is which."""
    report: dict[str, object] = {
        "all_funds": {"opening": "100.00元", "income": "7.00元"},
        "previous": {"all_funds": {"income": "1.00元", "opening": "2.00元", "closing": "120.00元"}},
    }
    condition = f"all_funds.opening.final == {last_year}.closing.final"
    result = judged(tmp_path, report, condition)
    (found,) = (f for f in result.findings if f.rule == "X-01")
    expected = [
        ("年初结转结余·决算", "100.00元"),
        ("上年报告·年末结转结余·决算", "120.00元"),
    ]
    assert expected == [(value.name, value.printed) for value in found.values]


def test_a_comparison_that_should_not_hold_is_shown_as_it_is(tmp_path: Path) -> None:
    """What holds and was wanted not to hold is written with its own sign."""
    result = judged(
        tmp_path,
        reception("0.00元", 1),
        "not 成立(three_public.reception.final == 0)",
    )
    (found,) = (f for f in result.findings if f.rule == "X-01")
    expected = (("arithmetic", Message("0.00元 ＝ 0", "0.00元 = 0")),)
    assert expected == found.computed


def test_the_finest_parts_of_a_breakdown(tmp_path: Path) -> None:
    """末级 of a breakdown goes down its own dimension only; of a line, down all of them."""
    spent = {
        "final": "9.00",
        "by_function": {
            "columns": ["编码", "科目", "决算"],
            "rows": [["213", "农林水支出", "9.00"], ["2130301", "行政运行", "9.00"]],
        },
    }
    report: dict[str, object] = {"unit": "万元", "all_funds": {"expenditure": spent}}
    nature = {"columns": ["项目", "决算"], "rows": [["基本支出", "4.00"], ["项目支出", "5.00"]]}
    both: dict[str, object] = {
        "unit": "万元",
        "all_funds": {"expenditure": spent | {"by_nature": nature}},
    }
    parts = "计数(末级(总.支出.功能分类)) == 1"
    assert ["pass", "pass"] == [verdict(judged(tmp_path, r, parts)) for r in (report, both)]
    assert "pass" == verdict(judged(tmp_path, both, "计数(末级(总.支出)) == 3"))


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("229", "其他支出", "pass"),
        ("2299901", "其他支出", "undetermined"),
        ("228", "其他支出", "fail"),
    ],
)
def test_a_finer_level_of_one_name_is_left_open(
    tmp_path: Path, code: str, name: str, expected: str
) -> None:
    """229 is 其他支出, 2299901 below it is called the same: the codebook cannot say it is wrong."""
    rows = {"columns": ["编码", "科目", "决算"], "rows": [[code, name, "3.00"]]}
    spent = {"final": "3.00", "by_function": rows}
    report: dict[str, object] = {"year": 2022, "unit": "万元", "all_funds": {"expenditure": spent}}
    result = judged(tmp_path, report, "都(x in 各行: not 有(x.code) or 编码相符(x, 年度))")

    assert expected == verdict(result)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年8月30日批准，2023年9月19日批复。", "pass"),
        ("2023年08月30日批准，2023年9月19日批复，与2023年9月19日相同。", "pass"),
        ("2023年8月30日批准，9月19日批复。", "fail"),
        ("2023年8月批准，2023年9月19日批复。", "fail"),
        ("2023年2月30日批准，2023年9月19日批复。", "fail"),
        ("没有日期。", "fail"),
    ],
)
def test_dates_of_a_text_are_those_told_in_full(tmp_path: Path, text: str, expected: str) -> None:
    """A date has its year, month and day, is in the calendar, and counts once."""
    apart = "有一(a in 所写日期(正文): 有一(b in 所写日期(正文): 天数(a, b) == 20))"
    condition = f"计数(所写日期(正文)) == 2 and {apart}"
    assert expected == verdict(judged(tmp_path, {"text": [text]}, condition))
