"""A table written as headings and rows becomes lines, the way a document prints it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.report.reading import Table, built, line_of, parts_of, places, said

from performance_rules.report import Figure, Statement
from performance_rules.values.quantity import Amount, Percent


def test_rows_without_columns_are_names() -> None:
    """A list of names needs no headings."""
    assert ["办公室", "人事股"] == list(parts_of({"rows": [["办公室"], "人事股"]}, "members"))


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (
            ["类", "款", "决算"],
            [
                ["工资福利支出", "", "3"],
                ["", "基本工资", "2"],
                ["", "奖金", "1"],
                ["商品和服务支出", "", "4"],
            ],
        ),
        (
            ["类", "款", "决算"],
            [
                ["工资福利支出", "", "3"],
                ["工资福利支出", "基本工资", "2"],
                ["工资福利支出", "奖金", "1"],
                ["商品和服务支出", "", "4"],
            ],
        ),
        (
            ["科目编码", "科目名称", "决算"],
            [
                ["301", "工资福利支出", "3"],
                ["30101", "基本工资", "2"],
                ["30103", "奖金", "1"],
                ["302", "商品和服务支出", "4"],
            ],
        ),
    ],
    ids=["a blank 类 means the one above", "the 类 is repeated", "by code"],
)
def test_subjects_belong_to_their_class_however_it_is_shown(
    columns: list[str], rows: list[list[str]]
) -> None:
    """款 belong to their 类, however the table shows which one that is."""
    lines = parts_of({"columns": columns, "rows": rows}, "by_economic")
    (below,) = lines["工资福利支出"].breakdowns

    assert ["工资福利支出", "商品和服务支出"] == list(lines)
    assert ["基本工资", "奖金"] == [line.name for line in below.lines]
    assert "by_economic" == below.dimension
    assert () == lines["商品和服务支出"].breakdowns


def test_levels_that_are_only_named_are_lines() -> None:
    """A score sheet names the upper levels once; its figures belong to the lowest level."""
    report = built(
        {
            "evaluation": {
                "members": {
                    "columns": ["一级指标", "二级指标", "三级指标", "分值", "得分"],
                    "rows": [
                        ["产出", "数量", "培训期数", 10, 9],
                        ["", "", "培训人数", 5, 5],
                        ["", "质量", "合格率", 5, 4],
                        ["效益", "社会效益", "满意度", 10, 10],
                    ],
                }
            }
        }
    )
    assert report.evaluation is not None
    output, benefit = report.evaluation.breakdowns[0].lines
    amount, quality = output.breakdowns[0].lines

    assert ("产出", "效益") == (output.name, benefit.name)
    assert ["培训期数", "培训人数"] == [line.name for line in amount.breakdowns[0].lines]
    assert ["合格率"] == [line.name for line in quality.breakdowns[0].lines]
    assert output.weight is None


def test_a_款_without_类_stands_on_its_own() -> None:
    """A lower row with nothing above it is a part like any other; the next is not below it."""
    rows = [["", "基本工资", "2"], ["", "奖金", "1"]]

    assert ["基本工资", "奖金"] == list(
        parts_of({"columns": ["类", "款", "决算"], "rows": rows}, "by_economic")
    )


@pytest.mark.parametrize("name", ["合计", "合　计", "总计", "合计(元)"])
def test_a_total_row_says_the_whole_again(name: str) -> None:
    """A total row is no part; it is a further statement of the line that is broken down."""
    line = line_of(
        {
            "final": "5.00",
            "by_function": {
                "columns": ["科目", "年初预算", "决算", "占比"],
                "rows": [["教育支出", "4.00", "4.90", "100%"], [name, "4.00", "4.90", "100%"]],
            },
        }
    )

    assert [Amount.parse("5.00元"), Amount.parse("4.90元")] == said(line.final)
    assert [Amount.parse("4.00元")] == said(line.initial_budget)
    assert line.final is not None
    assert line.final.share is None
    assert ["教育支出"] == [part.name for part in line.breakdowns[0].lines]


def test_a_subtotal_says_its_own_row_again() -> None:
    """小计 among the 款 is a further statement of their 类."""
    rows = [["工资福利支出", "", "3.00"], ["", "小计", "2.90"], ["", "基本工资", "2.90"]]
    lines = parts_of({"columns": ["类", "款", "决算"], "rows": rows}, "by_economic")

    assert [Amount.parse("3.00元"), Amount.parse("2.90元")] == said(lines["工资福利支出"].final)


def test_disclosures_have_no_whole_to_state_again() -> None:
    """Where no line is broken down, a total row is kept as it stands."""
    report = built({"disclosures": {"columns": ["科目", "实有"], "rows": [["合计", 3]]}})

    assert report.disclosures is not None
    assert ["合计"] == [line.name for line in report.disclosures.lines]


def test_claim_columns_are_about_the_figure_before_them() -> None:
    """Shares, changes and rates stand to the right of the amount they speak of."""
    line = parts_of(
        {
            "columns": [
                "科目",
                "年初预算",
                "占比",
                "决算",
                "占比",
                "占比分母",
                "增减额",
                "增减率",
                "完成率",
                "原因",
            ],
            "rows": [["教育支出", "4", "40%", "5", "50%", "总收入", "1", "25%", "125%", "追加"]],
        }
    )["教育支出"]
    assert line.initial_budget is not None
    assert line.initial_budget.share is not None
    assert line.final is not None
    assert line.final.share is not None
    change, completed = line.final.comparisons

    assert Percent.parse("40%") == line.initial_budget.share.value
    assert (Percent.parse("50%"), "总收入") == (line.final.share.value, line.final.share.of)
    assert ("prior", Amount.parse("1元")) == (change.against, change.change)
    assert change.reason is not None
    assert ("initial_budget", Percent.parse("125%")) == (completed.against, completed.completed)


@pytest.mark.parametrize("heading", ["决算（万元）", "决算(万元)", "决算 （单位：万元）"])
def test_a_heading_gives_the_unit_of_its_column(heading: str) -> None:
    """决算（万元） is the column 决算 in 万元; a change beside it is in 万元 too."""
    table = {"columns": ["科目", heading, "增减额"], "rows": [["教育支出", "1.20", "0.20"]]}
    figure = parts_of(table)["教育支出"].final
    assert figure is not None

    assert [Amount.parse("1.20万元")] == said(figure)
    assert Amount.parse("0.20万元") == figure.comparisons[0].change


def test_a_heading_gives_the_percent_sign_of_its_column() -> None:
    """Under 占比（%） the cells are percentages without saying so each time."""
    table = {
        "columns": ["科目", "决算", "占比（%）", "增减率（％）"],
        "rows": [["教育支出", "1.20", Decimal("39.370"), "-5.0%"], ["其他", "1", "", "-"]],
    }
    lines = parts_of(table)
    figure = lines["教育支出"].final
    assert figure is not None
    assert figure.share is not None

    assert Percent.parse("39.370%") == figure.share.value
    assert Percent.parse("-5.0%") == figure.comparisons[0].rate
    assert Figure((Statement(Amount.parse("1元")),)) == lines["其他"].final


@pytest.mark.parametrize(
    ("grid", "place"),
    [
        ({"columns": ["科目", "决算数额"]}, "columns[1]"),
        ({"columns": ["科目", 3]}, "columns[1]"),
        ({"columns": ["科目", "决算", "决算（万元）"]}, "columns[2]"),
        ({"columns": ["科目", "决算", "占比", "占比"]}, "columns[3]"),
        ({"columns": "科目"}, "columns"),
        ({"columns": ["科目"], "rows": {}}, "rows"),
        ({"columns": ["科目"], "rows": [["甲", "1"]]}, "rows[0]"),
        ({"columns": ["科目", "决算"], "rows": ["甲"]}, "rows[0]"),
        ({"columns": ["科目", "决算"], "rows": [["", "1"]]}, "rows[0]"),
        ({"columns": ["科目", "决算"], "rows": [["甲", 1.5]]}, "rows[0].final"),
        ({"columns": ["科目", "决算", "占比（%）"], "rows": [["甲", "1", 1.5]]}, "rows[0]"),
        ({"columns": ["科目", "占比"], "rows": [["甲", "5%"]]}, "rows[0].claims"),
    ],
)
def test_a_bad_grid_is_named_by_row_and_column(grid: Table, place: str) -> None:
    """A heading or a row that cannot be read is an error at its place in the grid."""
    assert (
        f"fiscal.income.by_function.{place}"
        == places({"fiscal": {"income": {"by_function": grid}}})[0]
    )
