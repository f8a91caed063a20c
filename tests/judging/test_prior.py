"""Last year's reports: each report is held against that of its own body and the year before."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from performance_rules import Report
from performance_rules.cli import main
from performance_rules.errors import Message
from performance_rules.judging.prior import BESIDE, NO_YEAR, NOT_AMONG, SEVERAL, Prior, with_prior

NOW = """清河县林业局2022年度部门决算说明
一、收支情况
2022年年初结转和结余12.00万元。总支出100.00万元，其中：基本支出60.00万元，项目支出40.00万元。
二、“三公”经费情况
公务接待费支出5.00万元，比上年增加1.00万元，增长25.00%，主要原因是省级检查组驻点两个月、接待批次增加。
公务用车运行维护费8.00万元，公务用车保有量7辆。公务用车购置费18.00万元，购置公务用车1辆。
"""
BEFORE = """清河县林业局2021年度部门决算说明
一、收支情况
2021年总支出90.00万元，其中：基本支出50.00万元，项目支出40.00万元。年末结转和结余10.00万元。
二、“三公”经费情况
公务接待费支出4.50万元，比上年增加1.00万元，增长28.57%，主要原因是省级检查组驻点两个月、接待批次增加。
公务用车运行维护费8.00万元，公务用车保有量5辆。
"""
AGREEING = (
    BEFORE.replace("结余10.00", "结余12.00")
    .replace("接待费支出4.50", "接待费支出4.00")
    .replace("增长28.57%", "增长33.33%")
    .replace("省级检查组驻点两个月、接待批次增加", "承办了两次全市的现场会")
    .replace("保有量5辆", "保有量7辆")
)
RULES = ("BAL-004-YEARS", "YOY-007", "YOY-012", "SG-013-YEARS")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("今年.txt").write_text(NOW, encoding="utf-8")
    Path("上年").mkdir()
    Path("上年/去年.txt").write_text(BEFORE, encoding="utf-8")
    Path("上年/别家.txt").write_text(BEFORE.replace("林业局", "渔业局"), encoding="utf-8")


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, set[str]]:
    """What a check prints, and which of the rules about two years speak in it."""
    capsys.readouterr()
    main(["check", "今年.txt", *arguments])
    out = capsys.readouterr().out
    return out, {rule for rule in RULES if f"  {rule}\n" in out}


@pytest.mark.parametrize("prior", ["上年/去年.txt", "上年", "上年/*.txt"])
def test_what_does_not_follow_from_last_year_is_found(
    capsys: pytest.CaptureFixture[str], prior: str
) -> None:
    """The opening balance, a figure of last year, a reason and vehicles are held against it."""
    out, rules = found(capsys, "--prior", prior)
    assert set(RULES) == rules
    assert "与上年报告 上年/去年.txt 对照" in out
    assert "去年.txt，" in out.replace("\n        ", "")  # a place says in which of the two


def test_what_follows_from_last_year_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """Two years that agree, and reports without one of the year before, say nothing."""
    assert set() == found(capsys)[1]
    Path("上年/去年.txt").write_text(AGREEING, encoding="utf-8")
    assert set() == found(capsys, "--prior", "上年")[1]


def test_a_report_of_another_year_or_body_is_not_used(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is said that none of those that were given is of the year before."""
    Path("上年/去年.txt").write_text(BEFORE.replace("2021", "2020"), encoding="utf-8")
    out, rules = found(capsys, "--prior", "上年")
    assert set() == rules
    assert "给出的上年报告里没有这个单位 2021 年度的" in out


def test_an_earlier_report_that_cannot_be_read_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is checked then: whoever asked for last year would take silence for agreement."""
    Path("坏.docx").write_bytes(b"PK\x03\x04nonsense")
    capsys.readouterr()
    assert main(["check", "今年.txt", "--prior", "坏.docx", "--prior", "没有.txt"]) > 1
    told = capsys.readouterr()
    assert "坏.docx" in told.err
    assert "没有.txt" in told.err
    assert told.out == ""


def test_comments_stand_in_this_years_file_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Words of last year's report are commented nowhere, though this one may say the same."""
    document, out = docx.Document(), io.BytesIO()
    for text in NOW.splitlines():
        document.add_paragraph(text)
    document.save(out)
    Path("今年.docx").write_bytes(out.getvalue())
    main(["check", "今年.docx", "--prior", "上年", "-o", "批注.docx", "--select", "BAL-004-YEARS"])
    main(["check", "今年.docx", "--prior", "上年", "-o", "结果.html", "--select", "BAL-004-YEARS"])
    capsys.readouterr()
    comments = [one.text for one in docx.Document("批注.docx").comments]
    assert 1 == sum("BAL-004-YEARS" in text for text in comments)
    assert 1 == Path("结果.html").read_text(encoding="utf-8").count('<a href="#text-')


def report(**said: object) -> Report:
    """A report with little in it."""
    return Report.from_dict({"entity": "清河县林业局", "kind": "final_accounts", **said})


@pytest.mark.parametrize(
    ("now", "priors", "used", "told"),
    [
        ({"year": 2022}, [{"year": 2021}], 0, BESIDE.filled(file="0")),
        ({"year": 2022}, [{"year": 2021}, {"year": 2020}], 0, BESIDE.filled(file="0")),
        ({"year": 2022}, [{"year": 2021, "kind": "budget"}], 0, BESIDE.filled(file="0")),
        (
            {"year": 2022},
            [{"year": 2021, "kind": "budget"}, {"year": 2021}],
            1,
            BESIDE.filled(file="1"),
        ),
        ({"year": 2022}, [{"year": 2021, "entity": "清河县 林业局"}], 0, BESIDE.filled(file="0")),
        ({"year": 2022}, [{"year": 2022}], None, NOT_AMONG.filled(year=2021)),
        ({"year": 2022}, [{}], None, NOT_AMONG.filled(year=2021)),
        ({"year": 2022}, [{"year": 2021, "project": "管网"}], None, NOT_AMONG.filled(year=2021)),
        ({"year": 2022}, [{"year": 2021, "entity": "别家"}], None, NOT_AMONG.filled(year=2021)),
        (
            {"year": 2022},
            [{"year": 2021}, {"year": 2021}],
            None,
            SEVERAL.filled(files=Message("0、1", "0, 1")),
        ),
        ({}, [{"year": 2021}], None, NO_YEAR),
        ({"year": 2022}, [], None, None),
        ({"year": 2022, "previous": {"year": 2021}}, [{"year": 2021}], None, None),
    ],
)
def test_the_report_of_the_year_before_is_chosen(
    now: dict[str, object],
    priors: list[dict[str, object]],
    used: int | None,
    told: Message | None,
) -> None:
    """It is of the same body and project and of the year before; the same kind goes first."""
    reports = [report(**one) for one in priors]
    mine = report(**now)
    result, notes = with_prior(mine, [Prior(str(n), one) for n, one in enumerate(reports)])
    assert result.previous == (mine.previous if used is None else reports[used])
    assert notes == (() if told is None else (told,))
