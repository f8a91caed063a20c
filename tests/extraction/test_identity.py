"""What is one line: whole lists, codes that nest, old names, names that no list has."""

from __future__ import annotations

import pytest
from tests.extraction.said import complete, figure, parts, printed, read, said, unbound, values

from performance_rules.extraction.documents import Extraction

SPENT = "general_budget.expenditure"
CAPTION = ("一般公共预算财政拨款支出决算表", "单位：万元")
HEADER = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n"
LISTED = HEADER + "205 | 教育支出 | 9.00 | | 9.00\n213 | 农林水支出 | 3.00 | 3.00 |"


def beside_the_table(listed: str) -> Extraction:
    """Return what the table of two subjects becomes beside a sentence that lists some."""
    return read(*CAPTION, LISTED, f"一般公共预算财政拨款支出12.00万元，其中：{listed}。")


def test_an_incomplete_breakdown_is_whole_when_one_list_has_all_its_parts() -> None:
    """What a list gave as the whole line proves the breakdown, until another part is spoken of."""
    assert complete(beside_the_table("教育支出9.00万元等"), SPENT, "by_function")
    paper = beside_the_table("教育支出9.00万元，国防支出1.00万元等")
    assert values(paper, f"{SPENT}/国防支出") == ["1.00万元"]
    assert not complete(paper, SPENT, "by_function")


def test_a_name_outside_a_whole_list_is_unbound() -> None:
    """A part without code that the whole list does not have is another name for one of its own."""
    paper = beside_the_table("教育支出9.00万元，学堂支出1.00万元")
    assert ["教育支出", "农林水支出"] == [p.name for p in parts(paper, SPENT, "by_function")]
    assert complete(paper, SPENT, "by_function")
    assert unbound(paper) == ["1.00万元"]


def test_codes_nest_below_the_codes_they_extend() -> None:
    """A flat item and the nested one of a table become one figure with two statements."""
    paper = read(
        *CAPTION,
        HEADER + "205 | 教育支出 | 3.00 | 3.00 |\n2050202 | 小学教育 | 3.00 | 3.00 |",
        "五、一般公共预算财政拨款支出决算情况",
        "1、2050202小学教育（项）财政拨款支出3.00万元。",
    )
    (only,) = parts(paper, SPENT, "by_function")
    assert only.code == "205"
    assert values(paper, f"{SPENT}/205/2050202") == ["3.00", "3.00万元"]


def test_an_old_name_is_the_part_with_its_code() -> None:
    """What the codebook knows under one code is one part, whatever each place calls it."""
    paper = read(
        *CAPTION,
        HEADER
        + "2080501 | 行政单位离退休 | 9.00 | | 9.00\n2080502 | 事业单位离退休 | 3.00 | 3.00 |",
        "五、一般公共预算财政拨款支出决算情况",
        "1、归口管理的行政单位离退休支出9.00万元。",
        "2、事业单位离退休支出3.00万元。",
    )
    found = said(paper)
    assert found[f"{SPENT}/function:2080501.final"] == "9.00万元;9.00万元"
    assert found[f"{SPENT}/function:2080502.final"] == "3.00万元;3.00万元"


def test_disclosures_are_no_whole() -> None:
    """A list of some disclosures does not make the others strangers: they have no total."""
    paper = read(
        "“三公”经费、行政参公单位机关运行经费情况表",
        "单位：万元",
        "项目 | 全年预算数 | 决算数\n机关运行经费 | 60.00 | 58.00",
        "单价100万元（含）以上设备2台（套）。",
    )
    held = paper.report.disclosures
    assert held is not None
    assert ["机关运行经费", "单价100万元(含)以上设备"] == [line.name for line in held.lines]
    assert unbound(paper) == []


@pytest.mark.parametrize(
    ("entity", "call"),
    [("某市地方志编纂室", "我室"), ("某市档案馆", "我馆"), ("某区救助管理站", "本站")],
)
def test_a_body_calls_itself_by_the_end_of_its_name(entity: str, call: str) -> None:
    """我室 in the report of a 编纂室 is the body; what is said of it is its own."""
    paper = read(f"{call}2022年支出合计97.80万元。", entity=entity)
    assert values(paper, "all_funds.expenditure") == ["97.80万元"]


def test_a_report_on_projects_tells_of_their_expenditure() -> None:
    """Score and 全年支出 behind the name of a project are the project's, and not the body's."""
    paper = read(
        "（一）灯塔巡检项目自评得分96.0分。全年支出30.00万元。",
        "（二）航标更新项目自评得分92.0分。全年支出20.00万元。",
        kind="project_evaluation",
    )
    assert paper.report.all_funds is None
    found = {(line.name, line.body): line for line in paper.report.matters}
    assert printed(found["灯塔巡检项目", None].score) == ["96.0"]
    assert printed(found["全年支出", "灯塔巡检项目"].final) == ["30.00万元"]
    assert printed(found["全年支出", "航标更新项目"].final) == ["20.00万元"]


def test_a_report_on_projects_says_whose_expenditure_it_is() -> None:
    """Without the name of a project 全年支出 may be the body's: that is inferred."""
    paper = read("全年支出30.00万元。", kind="project_evaluation")
    (statement,) = figure(paper, "all_funds.expenditure").statements
    assert statement.settled == "inferred"
