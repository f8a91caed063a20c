"""Which figure is wrong: one cause for several contradictions, and the mend where it is one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from tests.extraction.said import read

from performance_rules.checking.result import Result, check
from performance_rules.cli import main
from performance_rules.localize.causes import Cause, causes_of
from performance_rules.report.build import build_report
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.slips import KINDS, slips
from performance_rules.testing.strategies import reports
from performance_rules.testing.variants import corruptions

BODY = "测试县水运局"


def result(**columns: object) -> Result:
    """Check a small report on the general budget."""
    given_report = {"entity": BODY, "year": 2022, "kind": "部门决算", "general_budget": columns}
    report = build_report(given_report)
    return check(report, RuleSet.for_region(None, 2022))


def spending(final: object, *rows: tuple[str, str], **more: object) -> dict[str, object]:
    """Return the expenditure of a report, by nature."""
    table = {"columns": ["科目", "决算"], "rows": [list(row) for row in rows]}
    return {"final": final, "by_nature": table, **more}


def rules(cause: Cause) -> list[str]:
    """Return the rules of the findings of a cause."""
    return [finding.rule for finding in cause.findings]


def told_of(text: str) -> Result:
    """Check a sentence of final accounts."""
    return check(read(text, entity=BODY).report, RuleSet.for_region(None, 2022))


PARTS = (("基本支出", "3,120.55"), ("项目支出", "1,846.30"))


@pytest.mark.parametrize(
    ("whole", "mend"),
    [
        ("4,966.85元", None),
        ("4,696.85元", "4,696.85元 可能应为 4,966.85元（疑相邻两位数字颠倒，改后正好相符）"),
        ("496.85元", "496.85元 应为 4,966.85元（漏了一位数字）"),
        ("49,966.85元", "49,966.85元 应为 4,966.85元（多了一位数字）"),
        ("4,966.85万元", "4,966.85万元 应为 4,966.85元（单位写错）"),
    ],
)
def test_a_wrong_whole_is_named_with_its_mend(whole: str, mend: str | None) -> None:
    """Of a whole and its parts the one that a slip explains is named."""
    causes = causes_of(result(expenditure=spending(whole, *PARTS)))
    if mend is None:
        assert () == causes
        return
    (cause,) = causes
    assert ["TOT-001"] == rules(cause)
    assert mend == cause.mend.zh if cause.mend else None
    assert whole == cause.figures[0].printed


def test_a_figure_that_several_rules_contradict_is_one_cause() -> None:
    """A wrong total contradicts its parts, its change and the shares: one thing to mend."""
    final = {
        "value": "5,966.85元",
        "vs_prior": {"change": "966.85元", "rate": "24.17%"},
    }
    rows = (
        ["基本支出", "3,120.55", "62.83%"],
        ["项目支出", "1,846.30", "37.17%"],
    )
    table = {"columns": ["科目", "决算", "占比"], "rows": list(rows)}
    found = result(expenditure={"final": final, "prior": "4,000.00元", "by_nature": table})
    errors = [one for one in found.findings if one.severity == "error"]
    (cause,) = causes_of(found)
    assert len(errors) > 2
    assert len(errors) == len(cause.findings)
    assert ("5,966.85元", ()) == (cause.figures[0].printed, cause.others)
    assert cause.mend is not None
    assert "应为 4,966.85元" in cause.mend.zh
    assert "should be 4,966.85元" in cause.mend.en


def test_a_rate_of_the_wrong_whole_is_told_so() -> None:
    """A rate of growth that is one of the new level was divided by the wrong figure."""
    final = {"value": "2.20万元", "vs_prior": {"change": "0.60万元", "rate": "27.27%"}}
    (cause,) = causes_of(result(expenditure={"final": final}))
    assert cause.mend is not None
    assert "分母用错了，应为增长 37.50%" in cause.mend.zh
    assert "2.20万元" in cause.mend.zh


def test_two_mistakes_have_two_causes() -> None:
    """What shares no figure has no common cause."""
    found = result(
        expenditure=spending("4,696.85元", *PARTS),
        income={
            "final": {"value": "2.20万元", "vs_prior": {"change": "0.60万元", "rate": "27.27%"}}
        },
    )
    causes = causes_of(found)
    assert [["YOY-001"], ["TOT-001"]] == sorted(map(rules, causes), reverse=True)


def test_where_any_of_several_may_be_wrong_none_is_mended() -> None:
    """A sum that no slip explains says only which figures take part."""
    (cause,) = causes_of(result(expenditure=spending("7,777.77元", *PARTS)))
    assert cause.mend is None


def test_nothing_is_mended_into_what_nobody_prints() -> None:
    """18 vehicles of 16 were not meant as -18, and no figure was meant as none."""
    report = build_report(
        {
            "entity": BODY,
            "year": 2022,
            "kind": "部门决算",
            "three_public": {
                "vehicle": {"running": {"final": "5.00万元", "counts": {"vehicles_held": 18}}}
            },
            "disclosures": {"vehicles": {"actual": "16辆"}},
        }
    )
    (cause,) = causes_of(check(report, RuleSet.for_region(None, 2022)))
    assert (rules(cause), cause.mend) == (["SG-005-HELD"], None)


def test_a_report_without_contradictions_has_no_causes() -> None:
    """There is nothing to mend."""
    assert () == causes_of(result(expenditure=spending("4,966.85元", *PARTS)))


def _sheet(*rows: tuple[str, int, int], points: int, weight: int, said: int) -> Result:
    """Check a score sheet of one group of indicators, and a score that the text gives."""
    members = [
        {"name": "产出", "weight": points, "members": {"columns": ["指标", "分值", "得分"],
         "rows": [list(row) for row in rows]}}
    ]  # fmt: skip
    sheet = {"weight": weight, "score": said, "members": members}
    report = build_report(
        {"entity": BODY, "year": 2022, "kind": "部门整体支出绩效自评", "evaluation": sheet}
    )
    return check(report, RuleSet.for_region(None, 2022))


def test_a_mend_that_its_own_sum_contradicts_is_not_told() -> None:
    """A weight that would fill the sheet up to its total, but not its group, is no mend."""
    found = _sheet(("巡航里程", 30, 30), ("救援及时率", 28, 28), points=60, weight=100, said=58)
    told = [cause.mend.zh for cause in causes_of(found) if cause.mend is not None]
    assert all("应为 6" not in one and "应为 7" not in one for one in told)


def test_four_figures_of_a_balance_are_equally_likely() -> None:
    """Of a balance that nothing else speaks for no single figure is called wrong."""
    text = (
        "1.年初结转和结余61.40万元；",
        "2.本年收入512.30万元；",
        "3.本年支出530.20万元；",
        "4.年末结转和结余27.86万元。",
    )
    report = read(*text, entity=BODY, year=2022, kind="final_accounts").report
    for cause in causes_of(check(report, RuleSet.for_region(None, 2022))):
        assert (cause.mend, len(cause.figures) + len(cause.others)) == (None, 4)


def _first(spoiled: Result) -> tuple[int, str]:
    """Return how many causes there are, and where the first figure named stands."""
    causes = causes_of(spoiled)
    figures = [one for cause in causes[:1] for one in cause.figures]
    return len(causes), figures[0].where.path if figures else ""


@pytest.mark.slow
@pytest.mark.parametrize("way", ["slips", "corruptions"])
def test_the_figure_that_is_wrong_is_named_first(way: str) -> None:
    """Of reports with one wrong figure nine in ten are told which, and most have one cause.

    What is drawn depends on all that is loaded, and small reports come again and again: each wrong
    figure counts once.
    """
    seen: dict[str, tuple[bool, bool]] = {}

    @seed(7)
    @settings(
        max_examples=150,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        report = data.draw(reports(max_postings=12))
        spoil: Any = slips if way == "slips" else corruptions
        spoiled, told = data.draw(spoil(report))
        count, path = _first(check(spoiled, RuleSet.for_region(None, report.year)))
        seen[str(told)] = (path == told.path, count == 1)

    run()
    missed = [text for text, (hit, _) in seen.items() if not hit]
    assert len(missed) * 10 <= len(seen), missed
    assert sum(one for _, one in seen.values()) * 10 >= 9 * len(seen)
    assert 7 == len(KINDS)


# ── as it is shown ──

TEXT = f"""{BODY}2022年度部门决算公开
一、支出情况
2022年财政拨款支出5,966.85元，比上年增加966.85元，增长24.17%。
按支出性质分，基本支出3,120.55元，占62.83%；项目支出1,846.30元，占37.17%。
"""


@pytest.fixture
def _report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    table = {
        "columns": ["科目", "决算", "占比"],
        "rows": [["基本支出", "3,120.55", "62.83%"], ["项目支出", "1,846.30", "37.17%"]],
    }
    final = {"value": "5,966.85元", "vs_prior": {"change": "966.85元", "rate": "24.17%"}}
    expenditure = {"final": final, "prior": "4,000.00元", "by_nature": table}
    report = {
        "entity": BODY,
        "year": 2022,
        "kind": "部门决算",
        "general_budget": {"expenditure": expenditure},
    }
    Path("甲.json").write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")


def canonical(*options: str) -> dict[str, Any]:
    """Return the canonical result."""
    main(["check", "甲.json", *options, "--format", "json", "-o", "结果.json"])
    found: dict[str, Any] = json.loads(Path("结果.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.usefixtures("_report")
def test_json_says_what_goes_away_with_what() -> None:
    """Every finding stays in the list; the first names the figure, the others name the first."""
    errors = [one for one in canonical()["findings"] if one["severity"] == "error"]
    (head,) = (one for one in errors if "cause" in one)
    others = [one for one in errors if one is not head]
    assert [head["fingerprint"]] * len(others) == [one["follows"] for one in others]
    assert [one["fingerprint"] for one in others] == head["cause"]["settles"]
    assert "5,966.85元" == head["cause"]["figures"][0]["printed"]
    assert "应为 4,966.85元" in head["cause"]["mend"]


@pytest.mark.usefixtures("_report")
def test_text_lists_consequences_under_what_they_come_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One mistake is one finding; the others are a line each, and the result line counts both."""
    main(["check", "甲.json"])
    said = capsys.readouterr().out
    assert 1 == said.count("【矛盾】")
    assert "归为 1 处" in said
    assert "条随之消失" in said
    assert "应为 4,966.85元" in said
    main(["check", "甲.json", "--lang", "en"])
    said = capsys.readouterr().out
    assert "(1 to mend)" in said
    assert "go away" in said


@pytest.mark.usefixtures("_report")
def test_page_and_ledger_keep_consequences_behind_their_cause() -> None:
    """The page lists them in it, the ledger right below it, and both say so."""
    main(["check", "甲.json", "-o", "结果.html"])
    text = Path("结果.html").read_text(encoding="utf-8")
    assert "条随之消失" in text
    assert 1 == text.count('class="finding error"')
    main(["check", "甲.json", "-o", "台账.xlsx"])
    sheet = openpyxl.load_workbook("台账.xlsx")["整改台账"]
    head = [cell.value for cell in sheet[1]]
    rows = [dict(zip(head, row, strict=True)) for row in sheet.iter_rows(2, values_only=True)]
    mends = [str(row["更正"]) for row in rows if row["等级"] == "矛盾"]
    assert "应为 4,966.85元" in mends[0]
    assert all("本条随之消失" in text for text in mends[1:])


@pytest.mark.usefixtures("_report")
def test_a_waived_finding_speaks_for_no_others() -> None:
    """Where the first one is waived, the next one names the figure."""
    head = next(one for one in canonical()["findings"] if "cause" in one)
    printed = [one["printed"] for one in head["values"]]
    Path("豁免.toml").write_text(
        f'[[waiver]]\nrule = "{head["rule"]}"\nentity = "{BODY}"\nyear = 2022\n'
        f'code = "{head["fingerprint"]}-{head["imprint"]}"\nreason = "甲"\nwho = "乙"\n',
        encoding="utf-8",
    )
    left = [one for one in canonical("--waivers", "豁免.toml")["findings"] if "cause" in one]
    assert head["fingerprint"] not in [one["fingerprint"] for one in left]
    assert 1 == len(left)
    assert printed


def test_a_comment_says_the_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sender reads in his own file what the figure should be."""
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    for line in (
        f"{BODY}2022年度部门决算公开",
        "一、“三公”经费",
        "公务接待费支出2.20万元，比上年增加0.60万元，增长27.27%，主要原因是接待批次增加。",
    ):
        document.add_paragraph(line)
    document.save("报告.docx")
    main(["check", "报告.docx", "-o", "批注.docx"])
    said = "\n".join(comment.text for comment in docx.Document("批注.docx").comments)
    assert "分母用错了，应为增长 37.50%" in said


TURNED = "2022年航道养护支出52.00万元，2021年40.00万元，比上年下降30.00%"


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        (TURNED, "下降 30.00% 应为 增长 30.00%（方向写反）"),
        (
            "2022年航道养护支出52.00万元，比2021年的40.00万元减少12.00万元，下降30.00%",
            "减少 12.00万元、下降 30.00% 应为 增加 12.00万元、增长 30.00%（方向写反）",
        ),
        (
            "2022年航道养护支出4,004.00万元，2021年3,996.00万元，比上年下降0.2%",
            "下降 0.2% 可能应为 增长 0.2%（方向写反）",
        ),
    ],
    ids=["rate", "change and rate", "fits both ways"],
)
def test_the_size_of_a_rate_tells_which_way_it_went(text: str, mend: str) -> None:
    """A rate is of the earlier figure; one that fits both ways leaves open which is the earlier."""
    (told,) = causes_of(told_of(f"{text}。"))
    assert told.mend is not None
    assert mend == told.mend.zh


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2022年航道养护支出52.00万元，比2021年的40.00万元减少12.00万元，下降30.00%，"
            "主要原因是新增船闸检修。",
            {"YOY-001", "YOY-010", "EXP-003-DIRECTION"},
        ),
        (
            "2022年航道养护支出30.00万元，2021年42.00万元，比上年增长17.60%。",
            {"YOY-001", "YOY-002"},
        ),
    ],
    ids=["turned", "another rate"],
)
def test_one_wrong_direction_is_one_finding(text: str, expected: set[str]) -> None:
    """A rate, its word and the reason that goes the other way are told as one."""
    (told,) = causes_of(told_of(text))
    assert set(rules(told)) == expected


def test_what_a_decrease_comes_to_is_divided_by_what_stood_before() -> None:
    """The level before a decrease is what is left and what went, in brackets, with one sign."""
    checked = told_of(
        "“三公”经费支出12.38万元，其中公务用车运行维护费10.57万元，公务接待费1.18万元，"
        "公务接待费占“三公”经费支出的14.62%，公务接待费比上年减少0.33万元，下降15.42%。"
    )
    told = [message.zh for cause in causes_of(checked) for message in cause.after]
    assert "-0.33万元 ÷ (1.81万元 + 0.33万元) = -15.42%" in told
