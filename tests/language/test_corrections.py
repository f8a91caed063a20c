"""What sentences say at once: what a subject is called today, whose a code is, each share."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.tiny import tiny_rule

from performance_rules import Report, RuleSet
from performance_rules.checking.result import check


def told(folder: Path, report: dict[str, object], each: str, zh: str, en: str) -> tuple[str, str]:
    """Return what a rule says of a report at the first of its places, in both languages."""
    text = tiny_rule("计数(各行) == 0", more=f"each = '''{each}'''", message=zh, message_en=en)
    (folder / "X-01.toml").write_text(text, encoding="utf-8")
    result = check(Report.from_dict(report), RuleSet.for_region(None, extra=[folder]))
    found = next(one for one in result.findings if one.rule == "X-01")
    return found.message, found.message_en


def spending(*rows: list[str], year: int = 2021) -> dict[str, object]:
    """Return a report of expenditure by function."""
    table = {"columns": ["编码", "科目", "决算"], "rows": list(rows)}
    return {"year": year, "all_funds": {"expenditure": {"by_function": table}}}


LINES = "x in 筛选(y in 各行: 有(y.所在分解))"


@pytest.mark.parametrize(
    ("name", "year", "said"),
    [
        ("资源勘探信息等支出", 2021, "“资源勘探工业信息等支出”（215）"),
        ("商业服务业支出", 2021, "“商业服务业等支出”（216）"),
        ("卫生健康支出", 2017, "“医疗卫生与计划生育支出”（210）"),
        ("码头灯塔维护", 2021, ""),  # no subject
    ],
)
def test_a_subject_is_called_by_its_name_of_the_year(
    name: str, year: int, said: str, tmp_path: Path
) -> None:
    """A name no longer, or not yet, in use is told with what the subject is called, and its code.

    What is no subject is told nothing of.
    """
    report = spending(["", name, "5.00"], year=year)
    zh, en = told(
        tmp_path, report, LINES, "叫{当年名称(x, 年度)}。", "Called {present_names(x, year)}."
    )
    assert zh == f"叫{said}。"
    assert (
        en
        == f"Called {said.translate(str.maketrans('（”', '(“')).replace('“', chr(39))}.".replace(
            "'(", "' ("
        ).replace("）", ")")
    )


@pytest.mark.parametrize(
    ("code", "name", "zh", "en"),
    [
        (
            "210",
            "社会保障和就业支出",
            "210 是“卫生健康支出”的编码、“社会保障和就业支出”的编码是 208",
            "210 is the code of '卫生健康支出', the code of '社会保障和就业支出' is 208",
        ),
        (
            "2050302",
            "初中教育",
            "2050302 是“中专教育”的编码、“初中教育”的编码是 2050203",
            "2050302 is the code of '中专教育', the code of '初中教育' is 2050203",
        ),
        ("2999999", "灯塔维护", "", ""),
    ],
)
def test_code_and_name_are_told_of_each_other(
    code: str, name: str, zh: str, en: str, tmp_path: Path
) -> None:
    """Whose a printed code is and which code the name has is told, as far as it is known."""
    said = told(
        tmp_path,
        spending([code, name, "5.00"]),
        LINES,
        "查{编码所属(x, 年度)}。",
        "See {code_and_name(x, year)}.",
    )
    assert said == (f"查{zh}。", f"See {en}.")


def test_a_code_of_a_year_not_known_is_told_as_it_is_today(tmp_path: Path) -> None:
    """Where the list of items does not reach back, whose the code is now is told as such."""
    rows = spending(["2100201", "住房保障支出", "5.00"], year=2016)
    zh, en = told(tmp_path, rows, LINES, "{编码所属(x, 年度)}", "{code_and_name(x, year)}")
    assert zh.startswith("2100201 现在是“综合医院”的编码")
    assert en.startswith("2100201 is now the code of '综合医院'")


def test_a_share_is_told_of_each_whole_once(tmp_path: Path) -> None:
    """Of wholes that are equal the first is told, and of one that is nothing none."""
    report: dict[str, object] = {
        "all_funds": {"income": {"final": "200.00元"}, "expenditure": {"final": "250.00元"}},
        "fiscal": {
            "income": {"final": "200.00元"},
            "expenditure": {"final": {"value": "50.00元", "share": "20%"}},
        },
        "government_fund": {"expenditure": {"final": "0.00元"}},
    }
    zh, _ = told(
        tmp_path,
        report,
        "f in 筛选(g in 各数: 有(g.占比))",
        "是{逐个占比(f)}。",
        "{share_of_each(f)}",
    )
    assert zh.count("200.00元") == 1
    assert "总支出的决算 250.00元 的 20.00%" in zh
