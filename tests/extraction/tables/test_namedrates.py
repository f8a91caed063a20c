"""Tables whose header says what they hold: rates of named columns, cells with counters, units."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extraction.said import read, said

import performance_rules as pr
from performance_rules.extraction.documents import extract
from performance_rules.extraction.head import Head
from performance_rules.extraction.regional import shipped
from performance_rules.readers import document_of

RULES = pr.RuleSet.for_region()


def errors(*blocks: str, kind: str = "self_evaluation") -> list[str]:
    """Return the rules of the contradictions of a document."""
    report = read(*blocks, kind=kind).report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


SCORES = """\
一级指标 | 分值 | 得分 | 得分率{sign}
决策 | 20 | 18.5 | {first}
过程 | 20 | 17.2 | 86.00{unit}
产出 | 30 | 27.6 | 92.00{unit}
效益 | 30 | 26.4 | 88.00{unit}
合计 | 100 | 89.7 | 89.70{unit}"""


@pytest.mark.parametrize(
    ("sign", "unit", "first", "fits"),
    [
        ("", "%", "92.50%", True),
        ("（%）", "", "92.50", True),
        ("", "%", "95.20%", False),
        ("（%）", "", "95.20", False),
    ],
)
@pytest.mark.parametrize("named", ["一级指标", "评价环节"])
def test_得分率_is_the_score_of_the_full_marks(
    named: str, sign: str, unit: str, first: str, fits: bool
) -> None:
    """Whether the table is read as a form of indicators or as any other."""
    table = SCORES.format(sign=sign, unit=unit, first=first).replace("一级指标", named)

    assert errors(table) == ([] if fits else ["BUD-001-PAIR"])


GOALS = """\
指标 | 计划 | 实现程度 | 完成率（%）
航标换灯 | 12座 | 11座 | 91.67
航道扫测 | 80公里 | 60公里 | 75
趸船维护 | 8艘 | 8艘 | 100
标志更新 | 40块 | {done} | {rate}"""


@pytest.mark.parametrize(
    ("done", "rate", "fits"),
    [("36块", "90", True), ("36块", "95", False), ("3600张", "90", True)],
)
def test_cells_may_hold_their_counters(done: str, rate: str, fits: bool) -> None:
    """What is counted otherwise than it was planned has no rate."""
    assert errors("产出情况如下：", GOALS.format(done=done, rate=rate)) == (
        [] if fits else ["BUD-001-PAIR"]
    )


@pytest.mark.parametrize(
    ("heads", "row", "fits"),
    [
        ("项目总数|评价项目数|覆盖率", "25|20|80%", True),
        ("项目总数|评价项目数|覆盖率", "25|20|85%", False),
        ("项目总数|下属单位数|覆盖率", "25|20|85%", True),
        ("年初项目数|评价项目数|覆盖率", "25|20|85%", True),
    ],
)
def test_a_table_of_one_row_has_the_rate_of_what_is_called_alike(
    heads: str, row: str, fits: bool
) -> None:
    """Nothing else attests which columns a rate is of."""
    assert errors("评价开展情况：", f"{heads}\n{row}") == ([] if fits else ["BUD-001-PAIR"])


TOTALS = "站类 | 数量（座）\n浮标 | 35\n岸标 | 128\n导标 | 12\n{word} | {total}"


@pytest.mark.parametrize("word", ["总数", "总量", "总和", "合计"])
def test_a_total_has_many_names(word: str) -> None:
    """A slip in it is seen whatever it is called."""
    assert errors("站点情况：", TOTALS.format(word=word, total="175")) == []
    assert errors("站点情况：", TOTALS.format(word=word, total="185")) != []


_BASIC = "all_funds.expenditure/nature:basic.final"
BASIC = """\
编码 | 名称 | 金额
301 | 工资福利支出 | 410.50
302 | 商品和服务支出 | 60.30
合计 | | 470.80"""
NOTES = ("注：单位为万元。", "备注：本表金额单位均为万元", "金额单位：万元")


@pytest.mark.parametrize("note", NOTES)
def test_a_note_below_a_table_may_tell_its_unit(note: str) -> None:
    """Where no line above does."""
    paper = read("基本支出明细表", BASIC, note)

    assert said(paper)[_BASIC] == "470.80万元"


def test_codes_and_names_in_columns_of_their_own_may_be_parted_by_blanks(tmp_path: Path) -> None:
    """Under 编码 and 名称 a code is no part of the name behind it."""
    rows = [
        "编码    名称            金额",
        "301    工资福利支出     410.50",
        "30101  基本工资         410.50",
        "302    商品和服务支出    60.30",
        "合计                   470.80",
    ]
    place = tmp_path / "样本.txt"
    place.write_text("\n".join(["基本支出明细表（单位：万元）", *rows]), encoding="utf-8")
    paper = extract(
        document_of(str(place)), lambda _: shipped(), head=Head(kind="final_accounts", year=2022)
    )

    assert said(paper)[_BASIC] == "470.80万元"
    assert said(paper)[_BASIC.replace(".final", "/economic:301.final")] == "410.50万元"
