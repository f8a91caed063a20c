"""What holds for every table: headers, continuations, blanks, units, and what is left unread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.said import complete, document, figure, read, read_as, said, sources, unbound

from performance_rules.extraction.tables.grid import Row, header_paths, is_number
from performance_rules.extraction.tables.words import shipped_words

BASIC = "一般公共预算财政拨款支出决算表"
UNIT = "单位：万元"
HEADER = """
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"""
SPENT = "general_budget.expenditure"


def test_a_merged_header_cell_reaches_right_below_its_own_parent_only() -> None:
    """The rest of a merged cell goes to the left under one parent, and to the cell above else."""
    (table,) = document(
        """
        项目 | ^ | ^ | 本年支出 | ^ | ^ | 年末结转和结余
        功能分类 | ^ | 科目名称 | 合计 | 基本支出 | ^ | ^
        类 | 款 | ^ | ^ | 人员经费 | 公用经费 | ^
        """
    ).tables
    rows = [Row(1, cells) for cells in table.rows]
    expected = [
        ["项目", "功能分类", "类"],
        ["项目", "功能分类", "款"],
        ["项目", "科目名称"],
        ["本年支出", "合计"],
        ["本年支出", "基本支出", "人员经费"],
        ["本年支出", "基本支出", "公用经费"],
        ["年末结转和结余"],
    ]
    assert expected == header_paths(rows, shipped_words())


def test_a_header_cut_by_a_line_is_read_as_one() -> None:
    """What means nothing alone is tried with what stands below it."""
    paper = read(
        "“三公”经费支出决算表",
        UNIT,
        """
        合计 | 公务用车购置 | 公务接待费
        ^ | 及运行维护费 | ^
        3.00 | 2.00 | 1.00
        """,
    )
    assert said(paper)["three_public/members:vehicle.final"] == "2.00万元"


@pytest.mark.parametrize(
    "again",
    [
        "213 | 农林水支出 | 5.00 | 5.00 |",
        HEADER + "\n213 | 农林水支出 | 5.00 | 5.00 |",
    ],
    ids=["without header", "with the same header"],
)
@pytest.mark.parametrize("between", [(), ("续表",)], ids=["nothing between", "续表"])
def test_a_continued_table_is_one_table(again: str, between: tuple[str, ...]) -> None:
    """A part without a header, or with the same one again, goes on with the columns above."""
    first = HEADER + "\n205 | 教育支出 | 8.00 | | 8.00"
    paper = read(BASIC, UNIT, first, *between, again)
    found = said(paper)
    assert found[f"{SPENT}/function:205/nature:project.final"] == "8.00万元"
    assert found[f"{SPENT}/function:213/nature:basic.final"] == "5.00万元"
    assert len(paper.report.tables) == 1


def test_a_table_with_its_own_caption_continues_nothing() -> None:
    """The same header under another caption is another table."""
    rows = HEADER + "\n205 | 教育支出 | 8.00 | | 8.00"
    paper = read(BASIC, UNIT, rows, "政府性基金预算财政拨款支出决算表", UNIT, rows)
    assert [t.key for t in paper.report.tables] == ["final.general_budget", "final.government_fund"]
    assert said(paper)["government_fund.expenditure/function:205.final"] == "8.00万元"


def test_a_caption_on_every_page_does_not_cut_a_table() -> None:
    """The same caption, unit and header with other rows go on with the table."""
    paper = read(
        *(BASIC, UNIT, HEADER + "\n205 | 教育支出 | 8.00 | | 8.00"),
        *(BASIC, UNIT, HEADER + "\n213 | 农林水支出 | 5.00 | 5.00 |\n合计 | | 13.00 | 5.00 | 8.00"),
    )
    assert len(paper.report.tables) == 1
    assert said(paper)[f"{SPENT}.final"] == "13.00万元"


def test_a_second_table_of_one_name_is_another_body_s() -> None:
    """Figures of a department and of its own office must not be taken for one another."""
    whole = HEADER + "\n205 | 教育支出 | 8.00 | | 8.00\n合计 | | 8.00 | | 8.00"
    office = HEADER + "\n205 | 教育支出 | 3.00 | | 3.00\n合计 | | 3.00 | | 3.00"
    paper = read(BASIC, UNIT, whole, BASIC, UNIT, office)
    assert said(paper)[f"{SPENT}/function:205.final"] == "8.00万元"
    assert [f"{BASIC} 没有读：同名的表不止一张，不知是哪个单位的"] == [
        n.zh for n in paper.looked.unread
    ]
    assert len(paper.report.tables) == 2
    assert unbound(paper) == ["3.00"] * 4


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", ""),
        ("/", ""),
        ("—", ""),
        ("0", "0万元"),
        ("0.00", "0.00万元"),
        ("无", "0万元"),
        ("-3.10", "-3.10万元"),
        ("１，２００．５０", "1,200.50万元"),
        ("12.3元", "12.3元"),
    ],
)
def test_blank_is_not_zero(cell: str, expected: str) -> None:
    """A blank, a stroke and a dash state nothing; 0, 0.00 and 无 state zero."""
    paper = read(BASIC, UNIT, HEADER + f"\n205 | 教育支出 | 9.00 | {cell} | 1.00")
    assert expected == said(paper).get(f"{SPENT}/function:205/nature:basic.final")
    assert unbound(paper) == []


def test_a_zero_without_decimals_and_one_with_them_are_not_the_same_statement() -> None:
    """Each printed cell keeps its own precision."""
    paper = read(BASIC, UNIT, HEADER + "\n205 | 教育支出 | 9 | 0 | 9.00")
    place = f"{SPENT}/205"
    assert figure(paper, place).statements[0].value.step == 10_000 * 10**8
    natures = [figure(paper, f"{place}/{k}").statements[0].value for k in ("basic", "project")]
    assert [value.exact for value in natures] == [True, False]


def test_a_table_without_a_unit_is_not_bound() -> None:
    """A number without a unit is nobody's amount."""
    paper = read(BASIC, HEADER + "\n205 | 教育支出 | 9.00 | | 9.00")
    assert said(paper) == {}
    assert {"金额没有单位"} == {one.why for one in paper.unbound}
    assert len(paper.unbound) == 2


def test_the_nearest_unit_counts() -> None:
    """The unit of one table is not that of the next."""
    rows = HEADER + "\n205 | 教育支出 | 9.00 | | 9.00"
    paper = read(BASIC, "单位：元", rows, "国有资本经营预算财政拨款支出决算表", rows)
    assert said(paper)[f"{SPENT}/function:205.final"] == "9.00元"
    assert len(paper.unbound) == 2


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        (
            ("国有资产占用情况表", UNIT, "项目 | 合计\n车辆 | 2.00"),
            "表名“国有资产占用情况表”认不出",
        ),
        (("政府采购支出表", UNIT, "项目 | 合计\n货物 | 2.00"), "表名“政府采购支出表”认不出"),
        ((UNIT, "科目编码 | 科目名称 | 合计\n205 | 教育支出 | 2.00"), "口径或收支方向不明"),
        (
            (BASIC, UNIT, "科目编码 | 科目名称 | 核定数\n205 | 教育支出 | 2.00"),
            "表头“核定数”认不出",
        ),
        (
            (BASIC, UNIT, HEADER + "\n50101 | 工资奖金津补贴 | 2.00 | |"),
            "编码“50101”不是部门的功能或经济分类编码",
        ),
        ((BASIC, UNIT, HEADER + "\n | | 2.00 | |"), "没有项目名称"),
        (
            (BASIC, UNIT, "政府预算经济分类科目编码 | 名称 | 合计\n50101 | 工资 | 2.00"),
            "编码“50101”不是部门的功能或经济分类编码",
        ),
        (
            (BASIC, UNIT, "科目编码 | 科目名称 | 2020年决算数\n205 | 教育支出 | 2.00"),
            "不明是哪一年、哪个阶段的数",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_understood_is_kept_with_the_reason(blocks: tuple[str, ...], why: str) -> None:
    """No figure is guessed: each is unbound, and the reason can be told to the reader."""
    paper = read(*blocks)
    assert said(paper) == {}
    assert [("2.00", why)] == [(one.printed, one.why) for one in paper.unbound]


def test_a_scope_in_the_heading_serves_a_table_without_caption() -> None:
    """五、一般公共预算财政拨款支出决算情况说明 above a table says whose figures they are."""
    paper = read(
        "五、一般公共预算财政拨款支出决算情况说明",
        UNIT,
        HEADER + "\n205 | 教育支出 | 9.00 | | 9.00",
    )
    assert said(paper)[f"{SPENT}/function:205.final"] == "9.00万元"


def test_columns_that_only_all_funds_have_identify_their_table() -> None:
    """上缴上级支出 stands in the table of all expenditure only."""
    paper = read(
        UNIT,
        """
        科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 上缴上级支出
        205 | 教育支出 | 9.00 | 9.00 |
        """,
    )
    assert said(paper)["all_funds.expenditure/function:205.final"] == "9.00万元"


def test_rows_and_columns_that_name_two_accounts_contradict_each_other() -> None:
    """A cell cannot be of the general budget and of a fund."""
    paper = read(
        "财政拨款收入支出决算总表",
        UNIT,
        "项目 | 政府性基金预算财政拨款收入\n一、一般公共预算财政拨款收入 | 2.00",
    )
    assert [one.why for one in paper.unbound] == ["行和列的口径互相矛盾"]


def test_an_unknown_subject_beside_known_ones_is_a_subject() -> None:
    """A misspelt name among the functions is kept as printed; after the total nothing is."""
    paper = read(
        "收入支出决算总表",
        UNIT,
        """
        支出 | ^
        项目 | 决算数
        一、教育支出 | 1.00
        二、社会保障与就业支出 | 2.00
        本年支出合计 | 3.00
        三、另行核算的支出 | 4.00
        """,
    )
    found = said(paper)
    assert complete(paper, "all_funds.expenditure", "by_function")
    assert found["all_funds.expenditure/function:社会保障与就业支出.final"] == "2.00万元"
    assert unbound(paper) == ["4.00"]


def test_a_copied_header_does_not_change_what_the_names_are() -> None:
    """项目（按经济分类） above names of functions is a slip of the form."""
    paper = read(
        "收入支出决算总表",
        UNIT,
        "支出 | ^\n项目（按经济分类） | 决算数\n一、教育支出 | 1.00\n二、其他支出 | 2.00",
    )
    assert said(paper) == {
        "all_funds.expenditure/function:205.final": "1.00万元",
        "all_funds.expenditure/function:229.final": "2.00万元",
    }


def test_every_figure_knows_where_it_stands() -> None:
    """Document, table, row, column, characters and caption travel with each statement."""
    made = document(BASIC, UNIT, HEADER + "\n205 | 教育支出 | 9.00 | | 1.00")
    source = figure(read_as(made), f"{SPENT}/205").statements[0].source
    assert source is not None
    assert (
        source.document,
        source.section,
        source.table,
        source.row,
        source.column,
        source.quote,
    ) == ("样本.txt", BASIC, 1, 2, 3, "9.00")
    assert made.text[source.start : source.end] == "9.00"


def test_the_parts_that_a_table_lists_are_noted_as_its_list() -> None:
    """Prose may list a few items only; a table that lists all of them makes the list whole."""
    some = "一般公共预算财政拨款支出9.00万元，其中教育支出9.00万元等。"
    paper = read(BASIC, UNIT, HEADER + "\n205 | 教育支出 | 9.00 | | 9.00", some)
    assert complete(paper, SPENT, "by_function")
    assert not complete(read(some), SPENT, "by_function")


def test_a_row_that_is_not_understood_leaves_the_list_open() -> None:
    """Parts that could not be read must not be missed in the total."""
    rows = (
        HEADER + "\n205 | 教育支出 | 9.00 | | 9.00\n501 | 机关工资 | 1.00 | |\n合计 | | 10.00 | |"
    )
    paper = read(BASIC, UNIT, rows)
    assert not complete(paper, "general_budget.expenditure", "by_function")


def test_a_column_that_is_not_understood_leaves_its_split_open() -> None:
    """基本支出 and an unknown column are not all of the total; the list of subjects is whole."""
    paper = read(
        BASIC,
        UNIT,
        "科目编码 | 科目名称 | 合计 | 基本支出 | 核定数\n205 | 教育支出 | 9.00 | 4.00 | 5.00",
    )
    assert complete(paper, SPENT, "by_function")
    assert not complete(paper, f"{SPENT}/205", "by_nature")


@pytest.mark.parametrize(
    ("rows", "notes", "empty"),
    [
        ("| | | |\n合计 | | | |", ("注：本单位无此项支出，故本表为空表。",), True),
        ("| | | |\n合计 | | 0.00 | 0.00 | 0", (), True),
        ("无 | | | |\n合计 | | | |", (), True),
        ("205 | 教育支出 | 1.00 | | 1.00", ("说明：本表无数据",), False),
    ],
    ids=["blank", "zero", "无", "filled"],
)
def test_an_empty_table_is_seen_with_its_note(
    rows: str, notes: tuple[str, ...], empty: bool
) -> None:
    """Whether a table is empty, and what is said about that, are two things for a rule."""
    paper = read(BASIC, UNIT, f"{HEADER}\n{rows}", *notes, "一、总体情况说明")
    (table,) = paper.report.tables
    assert (table.key, table.caption) == ("final.general_budget", BASIC)
    assert empty == table.empty
    assert ("\n".join(notes) or None) == table.note


WORDS = [
    "合计",
    "基本支出",
    "项目支出",
    "财政拨款收入",
    "决算数",
    "备注",
    "核定数",
    "年末结转和结余",
    "",
]
NAMES = ["教育支出", "某项目", "合计", "一、其他收入", "年初结转和结余", "2050202", "无", ""]
CELLS = ["", "—", "0", "1.00", "1,234.56", "无", "详见附件", "12.3万元"]


@given(st.data())
def test_no_figure_is_lost(data: st.DataObject) -> None:
    """Each cell that holds a number is bound once or kept as unbound once, whatever the table."""
    header = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))
    row = st.tuples(st.sampled_from(NAMES), *[st.sampled_from(CELLS) for _ in range(len(header))])
    rows = data.draw(st.lists(row, min_size=1, max_size=5))
    grid = [("项目", *header), *rows]
    caption = data.draw(st.sampled_from(["收入支出决算总表", BASIC, "说明", "某事项表"]))
    paper = read(caption, UNIT, "\n".join(" | ".join(line) for line in grid))
    figures = {
        (at, column)
        for at, line in enumerate(rows, 2)
        for column, cell in enumerate(line[1:], 2)
        if is_number(cell) and cell != "无" and header[column - 2] != "备注"
    }
    found = [*sources(paper.report), *(one.source for one in paper.unbound)]
    places = [(source.row, source.column) for source in found]
    assert len(places) == len(set(places))
    assert figures <= set(places)
