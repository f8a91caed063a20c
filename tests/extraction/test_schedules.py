"""The steps of projects as paragraphs tell them: which dates are taken, and which are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from tests.extraction.said import document

from performance_rules.checking.result import check
from performance_rules.extraction.documents import extract
from performance_rules.extraction.settled.schedules import schedules_of
from performance_rules.report.model import Paragraph, Report
from performance_rules.rules.ruleset import RuleSet

RULES = RuleSet.for_region(None)


def steps(*paragraphs: str, project: str | None = None) -> list[str]:
    """Return the steps told, schedule by schedule: 项目: 开工 2022年3月."""
    found = schedules_of([Paragraph(text) for text in paragraphs], project)
    return [
        f"{schedule.name or ''}: "
        + ", ".join(f"{step.stage} {step.date}{_MARK[step.settled]}" for step in schedule.steps)
        for schedule in found
    ]


_MARK: Mapping[str, str] = {"said": "", "inherited": "", "inferred": "?"}
"""A question mark stands behind a date whose year was inferred."""

TOLD: Mapping[str, tuple[str, str]] = {
    "a date in front of the step": (
        "水塔于2022年3月开工，2022年9月30日完工。",
        "start 2022年3月, completion 2022年9月30日",
    ),
    "a date behind the step": (
        "该工程开工于2022年3月，竣工时间为2022年9月。",
        "start 2022年3月, completion 2022年9月",
    ),
    "labels": (
        "开工日期：2022年3月15日，竣工日期：2022年9月20日。",
        "start 2022年3月15日, completion 2022年9月20日",
    ),
    "a clause that is a date alone": (
        "2022年3月，项目正式开工；2022年9月，项目全部竣工。",
        "start 2022年3月, completion 2022年9月",
    ),
    "two steps of one date": (
        "项目于2022年3月动工，2022年9月完工并通过镇级验收。",
        "start 2022年3月, completion 2022年9月, acceptance 2022年9月",
    ),
    "two dates in one clause": (
        "项目于2021年3月立项并于2021年5月完成公开招标。",
        "approval 2021年3月, tender 2021年5月",
    ),
    "the body that did it": (
        "2021年4月经县发展和改革局批复立项，2021年9月由县水利局组织竣工验收。",
        "approval 2021年4月, acceptance 2021年9月",
    ),
    "the bodies that did it together": (
        "水塔2022年3月开工，2021年12月8日由水利站会同设计、施工、监理单位组织竣工验收，结论合格。",
        "start 2022年3月, acceptance 2021年12月8日",
    ),
    "the bodies that were called, behind a comma": (
        "水塔2022年3月开工，2022年12月，镇政府组织设计、监理单位进行验收。",
        "start 2022年3月, acceptance 2022年12月",
    ),
    "work that begins and ends": (
        "2022年3月开始铺设，2022年9月全部铺设完毕。",
        "start 2022年3月, completion 2022年9月",
    ),
    "a contract": (
        "施工合同于2022年3月签订，2022年9月交付使用。",
        "contract 2022年3月, use 2022年9月",
    ),
    "the end of a year is somewhere in the year": (
        "项目2021年初开工，2022年底竣工。",
        "start 2021年, completion 2022年",
    ),
    "a month without its year": (
        "项目于2022年3月开工，9月完工，11月通过验收。",
        "start 2022年3月, completion 2022年9月?, acceptance 2022年11月?",
    ),
    "the same year and the next": (
        "项目于2022年3月开工，同年9月完工，次年1月通过验收。",
        "start 2022年3月, completion 2022年9月, acceptance 2023年1月",
    ),
    "a month before the one before has no year": (
        "项目于2021年11月完成招标，2021年12月开工，3月完工，2022年5月验收。",
        "tender 2021年11月, start 2021年12月, acceptance 2022年5月",
    ),
    "nothing follows a date that goes back": (
        "项目于2022年3月开工，2021年9月完工，11月验收。",
        "start 2022年3月, completion 2021年9月",
    ),
    "what was agreed is not what happened": (
        "项目于2022年3月开工，合同约定2022年9月完工，2022年10月验收。",
        "",
    ),
    "what happened after what was planned": (
        "项目于2022年3月开工，计划2022年9月完工，实际2022年12月完工。",
        "start 2022年3月, completion 2022年12月",
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_the_steps_of_a_paragraph(text: str, expected: str) -> None:
    """Each date that governs a step is one, as far as it is said."""
    assert steps(text) == ([f": {expected}"] if expected else [])


LEFT_OUT: Mapping[str, str] = {
    "what was accepted is something else": "2022年3月开工建设的水塔，2021年9月验收了材料。",
    "bodies that did another thing together": (
        "2022年3月开工，2021年9月水利站会同设计、监理单位验收甲乡水塔材料。"
    ),
    "an unknown word between": "2022年3月开工，2021年9月甲乡竣工。",
    "before, until and since": "项目2022年3月前开工，2021年9月以来竣工，截至2021年5月验收。",
    "a range": "项目2022年3月至2022年9月施工，2021年5月—6月验收。",
    "a fiscal year": "2022年度开工，2021年度完工项目5个，本年3月验收。",
    "accounts": "项目于2022年3月开工，2021年9月竣工结算，2021年10月竣工决算审计。",
    "phases": "一期于2022年3月开工，二期于2021年9月完工。",
    "lots": "甲标段2022年3月开工，乙标段2021年9月完工。",
    "last year's": "项目于2022年3月开工，上年项目于2021年9月完工。",
    "put off": "项目推迟至2022年3月开工，2021年9月完工。",
    "planned": "项目计划2022年3月开工、2021年9月完工，应于2021年12月验收。",
    "two projects": "甲渠项目于2022年3月开工；乙渠项目于2021年9月完工。",
    "a project and a building": "水塔于2019年5月竣工。项目于2018年3月立项。",
    "one project and, a sentence later, another": (
        "甲渠项目于2022年3月开工。乙渠项目资金已到位，2021年9月完工。"
    ),
    "a year of which nothing is said": "项目于今年3月开工，9月完工。",
    "no such day": "项目于2022年3月开工，2021年13月完工。",
}


@pytest.mark.parametrize("text", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_may_be_of_something_else_is_left_out(text: str) -> None:
    """No two of these dates are said to be steps of one thing."""
    assert steps(text) == []


def test_a_report_on_one_project_is_one_schedule() -> None:
    """Across paragraphs, under labels that only say what kind of thing is told."""
    told = steps(
        "一、项目背景：项目于2021年3月立项。",
        "二、实施过程：2021年5月完成公开招标；2021年6月签订合同。",
        "三、完成情况：水泵12台于2021年9月全部到货验收。",
        project="甲乡水泵购置项目",
    )

    assert told == [
        "甲乡水泵购置项目: approval 2021年3月, tender 2021年5月, contract 2021年6月,"
        " completion 2021年9月"
    ]


@pytest.mark.parametrize(
    ("label", "other"),
    [("建设周期", "产出时效"), ("工期", "时效指标"), ("建设期限", "产出数量")],
)
def test_a_label_that_says_what_is_told_names_no_other_thing(label: str, other: str) -> None:
    """How long it takes, and what is produced, are told of the project itself."""
    told = steps(
        f"（三）{label}：工程于2021年9月开工，计划工期8个月。",
        f"{other}：修渠5公里。该工程于2021年3月完工。",
        project="甲乡修渠项目",
    )

    assert told == ["甲乡修渠项目: start 2021年9月, completion 2021年3月"]


OTHERS: Mapping[str, Sequence[Paragraph]] = {
    "a heading": (
        Paragraph("甲乡水泵购置项目", 1),
        Paragraph("（一）乙乡修渠", 3),
        Paragraph("2020年9月完工。"),
    ),
    "a label": (Paragraph("乙乡修渠：2020年9月完工。"),),
    "a subject": (Paragraph("乙乡水渠于2020年9月完工。"),),
    "the contents list": (Paragraph("2020年9月完工", contents=True),),
}


@pytest.mark.parametrize("others", OTHERS.values(), ids=OTHERS)
def test_what_is_named_otherwise_is_not_the_project(others: Sequence[Paragraph]) -> None:
    """A heading, a label or a subject that names another thing ends what is told of the project."""
    own = (Paragraph("项目于2021年3月立项，2021年6月开工。"),)
    (found,) = schedules_of([*own, *others], "甲乡水泵购置项目")

    assert [step.date for step in found.steps] == ["2021年3月", "2021年6月"]


def read(text: str) -> Report:
    """Return the report that a paragraph becomes."""
    return extract(document(text)).report


CLASHES: Mapping[str, tuple[str, str]] = {
    "two printed years": ("项目于2022年3月开工，2021年9月通过验收。", "error"),
    "a year that was inferred": (
        "资金于2022年3月下达，项目于5月开工，2021年9月通过验收。",
        "review",
    ),
}


@pytest.mark.parametrize(("text", "severity"), CLASHES.values(), ids=CLASHES)
def test_a_clash_is_told_with_its_sentence(text: str, severity: str) -> None:
    """It quotes the sentence of either date, and is as grave as the years are sure."""
    (found,) = [f for f in check(read(text), RULES).findings if f.rule == "DAT-001"]

    assert found.severity == severity
    assert [where.quote for where in found.where] == [text.removesuffix("。")] * 2


def test_the_steps_of_a_document_come_back() -> None:
    """A report that was read is the same after its round trip through plain data."""
    report = read("项目于2022年3月开工，9月通过验收。")

    assert len(report.schedules) == 1
    assert Report.from_dict(report.to_dict()) == report
