"""The smallest reports on which a rule once said too little or too much, each with its verdict.

An excuse is a fact and no word that happens to stand there; what is judged is what the words name;
one cause is told once; what no rule set can apply is no rule.
"""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.extraction.judged import errors

from performance_rules import RuleSet
from performance_rules.checking.result import Result, check
from performance_rules.report.build import build_report
from performance_rules.testing.examples import check_one, overall

Given = dict[str, Any]

NATIONAL: Final = RuleSet.for_region(None)


def spent(budget: str, *reasons: str) -> Given:
    """A subject on which 738 yuan were spent, with its initial budget and what is said of it."""
    rows = [["教育支出", budget, "738.00元"]]
    part: Given = {"columns": ["科目", "年初预算", "决算"], "rows": rows, "reasons": [*reasons]}
    return {"all_funds": {"expenditure": {"by_function": part}}}


def overspent(*notes: str) -> Given:
    """Expenditure above income, and what is said of it."""
    expenditure = {"final": "95.00万元", "notes": [*notes]}
    return {"all_funds": {"income": "90.00万元", "expenditure": expenditure}}


def changed(change: str, reason: str) -> Given:
    """Expenditure that changed against last year, and why."""
    final = {"value": "100.00万元", "vs_prior": {"change": change, "reason": reason}}
    return {"all_funds": {"expenditure": {"final": final}}}


def reception(budget: str, reason: str) -> Given:
    """Receptions for 5 that had a budget, against last year and against that budget."""
    compared = {"change": "2.00万元", "reason": reason}
    final = {"value": "5.00万元", "vs_prior": compared, "vs_initial_budget": compared}
    return {"year": 2022, "three_public": {"reception": {"initial_budget": budget, "final": final}}}


def counted(key: str, *notes: str, **counts: int) -> Given:
    """What was spent on receptions or trips, with how many there were."""
    return {"three_public": {key: {"final": "5,385.00元", "counts": counts, "notes": [*notes]}}}


def scores(*rows: list[Any], **text: Any) -> Given:
    """A score sheet of the body as a whole."""
    columns = ["指标", "分值", "得分", "偏差原因"]
    sheet = {"members": {"columns": columns, "rows": [*rows]}}
    return {"evaluations": [{"kind": "whole", "sheet": sheet}], **text}


def missed(reason: str) -> Given:
    """An indicator that reached three quarters of its target, and why."""
    compared = [{"against": "target", "completed": "75%", "reason": reason}]
    members = {"巡检次数": {"actual": {"value": 9, "comparisons": compared}}}
    return {"evaluation": {"members": members}, "text": ["全年完成任务。"]}


def exceeded(reason: str) -> Given:
    """An indicator that reached twice its target, and why."""
    columns = ["指标", "目标方向", "目标值", "完成值", "分值", "得分", "偏差原因"]
    sheet = {"members": {"columns": columns, "rows": [["巡检次数", "≥", 12, 24, 10, 10, reason]]}}
    return {"evaluations": [{"kind": "whole", "sheet": sheet}], "text": ["全年完成任务。"]}


def staffed(posts: int, staff: int, *notes: str) -> Given:
    """How many posts there are and how many are there, with what is said of it."""
    lines = [
        {"name": "编制", "actual": posts},
        {"name": "在职人员", "actual": staff, "notes": [*notes]},
    ]
    return {"disclosures": lines}


def rates(name: str) -> Given:
    """A rate that is claimed of something, where all was spent."""
    spent = {"initial_budget": "100.00万元", "adjusted_budget": "100.00万元", "final": "100.00万元"}
    members = {"columns": ["指标", "完成值"], "rows": [[name, "50%"]]}
    return {"all_funds": {"expenditure": spent}, "evaluation": {"members": members}}


def overseas(column: str, base: str, **compared: str) -> Given:
    """Trips for 35, with what they are compared with and how."""
    final = {"value": "35.00元", f"vs_{column}": compared}
    return {"three_public": {"overseas": {column: base, "final": final}}}


def titled(title: str) -> Given:
    """A report of which the title alone can tell whose it is."""
    text: list[Any] = [{"text": title, "heading": 1}, "全年完成任务。"]
    return {"kind": "部门整体支出绩效自评", "year": 2023, "title": title, "text": text}


EXCUSES: Final[list[tuple[str, str, Given]]] = [
    ("BUD-008", "fail", spent("0.00元", "教育支出因节省开支")),
    ("BUD-008", "fail", spent("0.00元", "教育支出因未调整")),
    ("BUD-008", "pass", spent("0.00元", "教育支出由上级追加")),
    ("BUD-006", "fail", spent("70.00元", "教育支出")),
    ("BUD-006", "pass", spent("70.00元", "教育支出因新建校舍两栋增加")),
    ("SG-004", "fail", reception("5.00万元", "无")),
    ("SG-004", "pass", reception("5.00万元", "新增招商活动，来访客商增多")),
    ("BAL-002", "fail", overspent("本年无结转资金")),
    ("BAL-002", "fail", overspent("使用上年结转3.00万元")),
    ("BAL-002", "pass", overspent("使用上年结转5.00万元")),
    ("EXP-002", "fail", changed("-20.00万元", "2023年根据实际工作需要")),
    ("EXP-002", "pass", changed("-20.00万元", "根据实际工作需要减少劳务用工3名")),
    ("SG-003", "fail", reception("3.00万元", "工作需要，未报批准")),
    ("SG-003", "pass", reception("3.00万元", "新增招商活动，报经县政府批准追加")),
    ("SG-006", "fail", counted("reception", "公务接待费比上年减少", domestic_visits=0)),
    ("SG-006", "pass", counted("reception", domestic_visits=4)),
    ("PER-001", "fail", staffed(25, 26, "含工勤人员")),
    ("PER-001", "pass", staffed(25, 26, "含工勤人员1人")),
    ("PI-006", "fail", scores(["巡检次数", 10, 8, "已完成"])),
    ("PI-006", "fail", scores(["巡检次数", 10, 8, ""], text=["巡检次数按政策执行较好。"])),
    ("PI-006", "pass", scores(["巡检次数", 10, 8, "汛期道路中断两个月，少巡检两次"])),
    ("PI-006", "pass", scores(["巡检次数", 10, 8, ""], text=["巡检次数未完成，原因是塌方。"])),
    ("PI-006-TARGET", "fail", missed("已按政策办理")),
    ("PI-006-TARGET", "pass", missed("汛期道路中断两个月，少巡检两次")),
    ("PI-008", "fail", exceeded("已按政策办理")),
    ("PI-008", "pass", exceeded("新增两座灯塔，巡检次数随之增加")),
]
"""Words that look like an excuse, and what is one."""

SAID: Final[list[tuple[str, str, Given]]] = [
    ("YOY-009-DOUBLE", "pass", {"text": ["固定资产增加减少变动情况见附表。"]}),
    ("YOY-009-DOUBLE", "fail", {"text": ["收入增加减少3.00万元。"]}),
    ("STR-005-CHOICE", "fail", {"text": ["决算数大小于预算数的原因是任务减少。"]}),
    ("STR-005-CHOICE", "fail", {"text": ["决算数小大于预算数的原因是任务减少。"]}),
    ("STR-005-CHOICE", "fail", {"text": ["比上年增加／减少3.00万元。"]}),
    ("STY-007", "not_applicable", {"text": ["王局长因公到位。", "资金未拨付。"]}),
    ("PI-001-COMPLETION", "not_applicable", rates("项目预算完成率")),
    ("PI-001-COMPLETION", "not_applicable", rates("政府采购预算完成率")),
    ("PI-001-COMPLETION", "fail", rates("预算完成率")),
    ("SHR-004-SIGN", "fail", {"text": ["工资福利支出占76，其他占24。"]}),
    ("STR-002", "fail", titled("会议2023年度部门整体支出绩效自评报告")),
    ("STR-002", "pass", titled("某县委党校2023年度部门整体支出绩效自评报告")),
    ("STR-002", "pass", titled("某县供销社2023年度部门整体支出绩效自评报告")),
    ("SG-012", "fail", counted("reception", domestic_visits=20, domestic_guests=5)),
    ("SG-012", "fail", counted("overseas", groups=3, trips=2)),
    ("SG-012", "pass", counted("overseas", groups=2, trips=2)),
]
"""Sentences, names and counts that were taken for something else, or passed over."""


def verdict(ruleset: RuleSet, rule: str, given: Given) -> str:
    """What one rule says of a report."""
    report = build_report(given)
    return overall(check_one(report, ruleset.in_force(report.year).rules[rule], ruleset))


@pytest.mark.parametrize(("rule", "expected", "given"), [*EXCUSES, *SAID])
def test_a_word_that_happens_to_stand_there_decides_nothing(
    rule: str, expected: str, given: Given
) -> None:
    """An excuse has to be one, and a sentence has to say what it is found to say."""
    assert expected == verdict(NATIONAL, rule, given)


def findings(given: Given, ruleset: RuleSet = NATIONAL) -> Result:
    """What all rules say of a report."""
    return check(build_report(given), ruleset)


WRONG_SIGN: Final[Given] = {
    "all_funds": {
        "expenditure": {
            "prior": "120.00万元",
            "final": {"value": "100.00万元", "vs_prior": {"change": "20.00万元", "rate": "25%"}},
        }
    }
}
FALLS_BY_LESS: Final[Given] = {"text": ["支出120.00万元，比上年下降-5.00%。"]}
LATE: Final[Given] = {
    "approved": "2022-08-10",
    "published": "2022-10-09",
    "evaluation": {"members": {"预决算公开": {"weight": 5, "score": 5}}},
}
PENSION_ROWS: Final = [
    ["30108", "机关事业单位基本养老保险缴费", "40.00万元"],
    ["30109", "职业年金缴费", "20.00万元"],
]
PENSION_COLUMNS: Final = ["编码", "科目", "决算"]
PENSIONS: Final[Given] = {
    "all_funds": {
        "expenditure": {
            "by_function": {
                "columns": PENSION_COLUMNS,
                "rows": [["208", "社会保障和就业支出", "50.00万元"]],
            },
            "by_nature": {
                "basic": {"by_economic": {"columns": PENSION_COLUMNS, "rows": PENSION_ROWS}}
            },
        }
    },
}


@pytest.mark.parametrize(
    ("given", "family", "most"),
    [
        (WRONG_SIGN, ("YOY-001", "YOY-002", "YOY-010"), 1),
        (FALLS_BY_LESS, ("YOY-009",), 1),
        (LATE, ("DIS-001", "PI-007"), 1),
        (PENSIONS, ("XCL-003", "XCL-004"), 1),
    ],
    ids=["a wrong sign", "falls by less than nothing", "published late", "pensions"],
)
def test_one_cause_is_told_once(given: Given, family: tuple[str, ...], most: int) -> None:
    """Of the rules that the same mistake breaks one tells it."""
    found = {one.rule for one in findings(given).findings if one.rule.startswith(family)}
    assert most == len(found), found


def test_a_region_that_lays_a_formula_beside_the_national_one_still_finds() -> None:
    """A completion of 79 % of what was all but spent is wrong in the province as in the country."""
    claim: Given = {
        "all_funds": {"expenditure": {"initial_budget": "100.00万元", "final": "97.00万元"}},
        "evaluation": {"members": {"columns": ["指标", "完成值"], "rows": [["预算完成率", "79%"]]}},
    }
    verdicts = [
        verdict(RuleSet.for_region(region), "PI-001-COMPLETION", claim)
        for region in (None, "430000")
    ]
    assert ["fail", "fail"] == verdicts


@pytest.mark.parametrize(
    "said", ["自评得分96分，等级为良。", "自评等级为良，得分96分。", "自评等级为良，自评得分96分。"]
)
def test_a_score_and_its_grade_are_read_in_either_order(said: str) -> None:
    """Whichever of the two a sentence says first, one that does not fit the other is found."""
    assert any("等级写“良”" in told for told in errors(f"一、自评情况\n{said}", "self_evaluation"))
    right = said.replace("良", "优")
    assert not errors(f"一、自评情况\n{right}", "self_evaluation")


@pytest.mark.parametrize(
    ("given", "rule", "words"),
    [
        (
            overseas("prior", "36.00元", direction="flat"),
            "YOY-004",
            "worded as 'flat'",
        ),
        (
            overseas("initial_budget", "0.00元", rate="100%"),
            "BUD-002",
            "initial budget is 0.00元",
        ),
    ],
)
def test_english_messages_have_english_terms(given: Given, rule: str, words: str) -> None:
    """Directions and columns are told in English; amounts and names stay as printed."""
    assert any(words in one.message_en for one in findings(given).findings if one.rule == rule)


def test_what_is_missing_is_called_by_its_name_once() -> None:
    """A table that is missing is told by its title alone, without its other names."""
    keys = ("final.totals", "final.income", "final.fiscal")
    given: Given = {
        "year": 2023,
        "kind": "部门决算",
        "tables": [{"caption": f"附表{number}", "key": key} for number, key in enumerate(keys)],
    }
    told = [one.message for one in findings(given).findings if one.rule == "STR-007"]
    assert any("“一般公共预算财政拨款基本支出决算表”" in text for text in told)
    assert not [text for text in told if "明细表" in text or text.count("“") != text.count("”")]


def test_a_rate_is_printed_once() -> None:
    """Where a completion and a growth are both claimed, the finding does not run them together."""
    final = {"value": "50.00万元", "vs_initial_budget": {"completed": "100%", "rate": "100%"}}
    given: Given = {"all_funds": {"expenditure": {"initial_budget": "0.00万元", "final": final}}}
    told = [one.message for one in findings(given).findings if one.rule == "BUD-002"]
    assert told
    assert not [text for text in told if "100%100%" in text]


def test_twins_and_rules_that_can_never_apply_are_gone() -> None:
    """Of two rules that differ in kind or name alone one is left; what has no value is no rule."""
    gone = ("SG-005-SE", "YOY-009-WORDING", "SG-007", "SG-007-VEHICLE", "SG-007-VISIT", "XCL-008")
    assert not set(gone) & set(NATIONAL.rules())
    assert not [rule for rule in NATIONAL.rules() if rule.startswith("XCL-008")]


def test_years_stand_where_a_layer_can_move_them() -> None:
    """A year from which a rule holds is its `since`, and no comparison in its condition."""
    assert 2022 == NATIONAL.rules()["SG-011"].since
    assert "年度" not in str(NATIONAL.rules()["SG-011"].text.get("when", ""))


def test_rules_cover_what_they_ask() -> None:
    """What a rule covers is what it asks, and what asks a check of the catalogue says so."""
    covers = {name: rule.covers for name, rule in NATIONAL.rules().items()}
    assert not {"TOT-012", "TXT-003"} & set(covers["SG-005-HELD"])
    assert "TXT-001" not in covers["TXT-003"]
    asking = [name for name, covered in covers.items() if "EXP-001" in covered]
    texts = {name: str(NATIONAL.rules()[name].text) for name in asking}
    assert "EXP-001" in asking
    assert not [name for name, text in texts.items() if "原因充分" not in text]
