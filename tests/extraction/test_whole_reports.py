"""What whole reports say beside each other: consistent ones stay quiet, their twins do not."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

import performance_rules as pr

RULES = pr.RuleSet.for_region()
WHOLE = "2022年支出100.00万元，其中基本支出60.00万元，项目支出40.00万元。"
TABLE = """
项目 | 预算数 | 支出数
航标更换 | 12.00 | 11.00
浮筒检修 | 20.00 | 19.00
合计 | 32.00 | {total}
"""
CAPTION = "项目支出情况（单位：万元）"
SHARES = """
科目 | 金额 | 占比
交通运输支出 | 60.00 | 75.00%
住房保障支出 | 20.00 | {share}
合计 | {total} | 100%
"""

QUIET = {
    "how far it is beyond the goal": "航标更换超目标3座，完成63座，完成率105.00%。",
    "beyond the plan, before what was done": "比计划多2座，超计划2座，完成42座，完成率105.00%。",
    "beyond the goal of one thing, the rate of another": (
        "实际检修浮筒41个，超目标3个；惠及渔民1.35万人，完成率101.34%。"
    ),
    "drawn upon, and distributed": (
        "年初结转和结余10.00万元，本年收入95.00万元，使用非财政拨款结余5.00万元，"
        "本年支出100.00万元，结余分配2.00万元，年末结转和结余8.00万元。"
    ),
    "distributed, behind what is left": (
        "收入方为本年收入95.00万元、年初结转和结余15.00万元；"
        "支出方为本年支出100.00万元、年末结转和结余8.00万元及结余分配2.00万元。"
    ),
    "drawn upon, in a bracket": (
        "本年收入95.00万元，本年支出100.00万元。上年结转10.00万元"
        "（另动用非财政拨款结余5.00万元），年末结转10.00万元。"
    ),
    "made of what stands behind": (
        "调整后全年预算130.00万元；实际支出100.00万元。年末结转和结余5.00万元，"
        "是由年初10.00万元加上本年收入95.00万元，减去本年支出100.00万元形成的。"
    ),
    "a whole that is not printed": (
        "从结构看，基本支出60.00万元，占本年支出的60.00%，项目支出40.00万元，占本年支出的40.00%。"
    ),
    "a whole that rose from another level": (
        "本年收入由80.00万元增加到95.00万元，增长18.75%。其中其他收入9.50万元，占本年收入的10.00%。"
    ),
    "a whole that is narrower than a line": (
        "项目支出总计40.00万元。支出最多的是航标更换，为15.00万元，占重点项目支出的50.00%。"
    ),
    "a whole named in a list of another": (
        "一般公共预算财政拨款支出80.00万元：交通运输支出60.00万元，占75.00%；"
        "住房保障支出20.00万元，占25.00%。政府性基金预算财政拨款支出10.00万元，"
        "占本年支出的10.00%。"
    ),
    "less than the budget, and what was done of it": (
        "与预算相比，少支出1.50万元，完成预算的85.00%。重点项目预算32.00万元，支出30.00万元。"
    ),
    "a cut with its rate": "航标更换合同总价28.50万元，较预算节约1.50万元，节约率5.00%。",
    "the mean of what was spent": (
        "公务用车运行维护费预算9.00万元，支出6.00万元。公务用车4辆，平均每辆运行维护费1.50万元。"
    ),
    "what listed projects come to": (
        "上述项目合计支出30.00万元，预算合计32.00万元，结余2.00万元。年初预算90.00万元，支出100.00万元。"
    ),
    "a topic in the clause before": (
        "我中心从严控制“三公”经费，全年支出8.00万元，其中公务接待费3.00万元，"
        "公务用车运行维护费5.00万元。"
    ),
    "parts in another unit than what was counted before": (
        "退休人员19人，由养老保险基金发放待遇。公务用车保有量4辆，其中执法执勤用车2辆、其他用车2辆。"
    ),
    "a line that is only named again": (
        "本年收入合计95.00万元。财政拨款收入（含基金）为90.25万元，是本中心收入的主要来源，"
        "占本年收入的95.00%。"
    ),
    "a number that was not read": "安排28.00万元，使用28.00万元，完成67艏，完成率106.30%。",
}

LOUD = {
    "a share of the whole that is printed": (
        "本年支出100.00万元。基本支出60.00万元，占本年支出的66.00%。",
        "SHR-001",
    ),
    "what was drawn upon does not close it": (
        "年初结转和结余10.00万元，本年收入95.00万元，使用非财政拨款结余5.00万元，"
        "本年支出100.00万元，年末结转和结余18.00万元。",
        "BAL-001",
    ),
    "a cut of what it is compared with": (
        "航标更换评审价30.00万元，合同价较评审价核减1.50万元，核减率8.00%。",
        "",
    ),
    "a rate of the goal itself": ("航标更换目标60座，实际完成63座，完成率115.00%。", "BUD-001"),
    "the mean of what was spent": (
        "公务用车运行维护费支出6.00万元，公务用车4辆，平均每辆1.80万元。",
        "MAT-001",
    ),
}


def _errors(*paragraphs: str) -> list[str]:
    report = read(*paragraphs, kind="final_accounts", entity="临港县航标中心", year=2022).report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


@pytest.mark.parametrize("sentence", QUIET.values(), ids=QUIET)
def test_what_is_true_in_itself_is_quiet(sentence: str) -> None:
    """A figure is held only against what its words name, and not against what stands near it."""
    assert [] == _errors(sentence)


@pytest.mark.parametrize(("sentence", "rule"), LOUD.values(), ids=LOUD)
def test_its_contradictory_twin_is_not(sentence: str, rule: str) -> None:
    """Where the words name both figures and they do not agree, that is an error."""
    assert any(found.startswith(rule) for found in _errors(sentence))


def test_what_a_table_of_named_things_adds_up_to_is_its_rows() -> None:
    """Beside the projects of a table there may be others: its 合计 is no second 项目支出."""
    rest = "此外零星项目支出10.00万元，项目支出总计40.00万元。"
    assert [] == _errors(WHOLE, CAPTION, TABLE.format(total="30.00"), rest)
    assert "TOT-001" in _errors(CAPTION, TABLE.format(total="34.00"))


def test_a_total_is_all_of_itself() -> None:
    """合计 100% in the table of a fund is no share of all expenditure."""
    caption = "一般公共预算财政拨款支出决算表（单位：万元）"
    table = SHARES.format(total="80.00", share="25.00%")
    assert [] == _errors(WHOLE, caption, table)


def test_a_bare_share_is_wrong_only_if_it_is_of_nothing_said() -> None:
    """A list below 由…组成： in paragraphs of its own has the whole of the line above."""
    lines = ("工资福利支出45.00万元，占75.00%；", "商品和服务支出15.00万元，占25.00%。")
    opener = "按经济分类，基本支出60.00万元由以下两类组成："
    assert [] == _errors(WHOLE, opener, *lines)
    assert [] != _errors(WHOLE, opener, lines[0].replace("75.00%", "57.00%"), lines[1])
