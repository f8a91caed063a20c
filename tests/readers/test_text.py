"""Text and Markdown: character ranges point into the file itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.errors import UnreadableError
from performance_rules.readers import Document, read_document


def texts(document: Document) -> list[str]:
    """Return the texts of the paragraphs."""
    return [paragraph.text for paragraph in document.paragraphs]


def test_text_is_the_file() -> None:
    """The text of the document is that of the file, but for its line ends."""
    content = "\ufeff标题\r\n\r\n　　正文一。\r\n甲\t1\r\n乙\t2\r\n"
    document = read_document(content.encode())
    assert document.text == "标题\n\n　　正文一。\n甲\t1\n乙\t2\n"
    assert texts(document) == ["标题", "正文一。"]
    assert document.paragraphs[1].start == 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"])
def test_text_is_read_in_utf8_and_the_chinese_encodings(encoding: str) -> None:
    """UTF-8, the Chinese encodings and anything with a byte order mark."""
    assert texts(read_document("收入合计12万元".encode(encoding))) == ["收入合计12万元"]


def test_a_text_cut_within_a_character_is_read_with_a_note() -> None:
    """A text cut in the middle of a character is read, and a note says so."""
    document = read_document(("收入" * 600).encode()[:-1])
    assert [note.zh for note in document.notes] == ["有 1 个字符无法辨认"]


def test_lines_with_tabs_are_rows_of_a_table() -> None:
    """Lines with tabs are rows; a short row is filled up; one blank line does not end a table."""
    document = read_document("科目\t数\t备注\n甲\t1\n\n\t2\t\n\n\n乙\t3\t\n".encode())
    expected = [(("科目", "数", "备注"), ("甲", "1", ""), ("", "2", "")), (("乙", "3", ""),)]
    assert expected == [table.texts() for table in document.tables]


def test_a_tab_before_a_paragraph_makes_no_table_of_it() -> None:
    """A tab before a paragraph makes no table of it."""
    document = read_document("\t本年收入 1 元。\n\t支出 1 元。".encode())
    assert (texts(document), document.tables) == (["本年收入 1 元。", "支出 1 元。"], ())


def test_a_page_fused_into_one_line_is_one_paragraph() -> None:
    """A page fused into one line is one paragraph; nobody guesses where its lines were."""
    line = "一、收入 本年收入 1 元。 二、支出 科目 数 甲 1 乙 2 " * 50
    assert [line.strip()] == texts(read_document(line.encode()))


def test_marks_of_markdown_make_headings_and_tables_and_are_no_text() -> None:
    """Headings have levels, tables pipes, and marks of emphasis are no part of a cell."""
    content = (
        "# 报告\n\n## 一、收入\n\n"
        "| 科目 | **数** |\n|:---|---:|\n| 甲 | **1.00** |\n| 乙 |  |\n\n"
        "甲|乙 不是表\n"
    )
    document = read_document(content.encode())
    assert [(paragraph.text, paragraph.level) for paragraph in document.paragraphs] == [
        ("报告", 1),
        ("一、收入", 2),
        ("甲|乙 不是表", None),
    ]
    assert document.tables[0].texts() == (("科目", "数"), ("甲", "1.00"), ("乙", ""))


@given(st.text(alphabet="甲1.、 \t\n|-#*\r\f\u3000", max_size=80))
def test_no_character_of_any_text_is_lost(content: str) -> None:
    """Every range holds its text, blocks stand in order, and no character is lost."""
    try:
        document = read_document(content.encode())
    except UnreadableError:
        assert not content.strip("\0 \t\r\n\f\u3000") or not any(c in content for c in "甲1")
        return
    end = 0
    for block in document.blocks:
        assert end <= block.start <= block.end
        end = block.end
    found = "".join(
        [paragraph.text for paragraph in document.paragraphs]
        + [text or "" for table in document.tables for row in table.texts() for text in row]
    )
    for letter in "甲1":
        assert content.count(letter) == found.count(letter)
    for table in document.tables:
        for row in table.rows:
            assert len(row) == table.width
            for cell in row:
                assert cell.text == document.text[cell.start : cell.end]


def test_bars_without_a_rule_make_a_table_where_figures_stand_between_them() -> None:
    """With or without bars at the ends; the line above is no row."""
    lines = ("项目 | 合计 | 其中", "收入 | 3.00 | 1.00", "支出 | 2.00 | ")
    for rows in (lines, tuple(f"| {line} |" for line in lines)):
        document = read_document("\n".join(("收支情况", *rows, "以上为全部。")).encode())
        assert [table.texts() for table in document.tables] == [
            (("项目", "合计", "其中"), ("收入", "3.00", "1.00"), ("支出", "2.00", ""))
        ]
        assert [p.text for p in document.paragraphs] == ["收支情况", "以上为全部。"]


def test_a_wide_bar_is_a_bar() -> None:
    """｜ and │ part cells as | does."""
    for bar in "｜│":
        document = read_document("项目|本年\n收入|3.00\n支出|2.00".replace("|", bar).encode())
        assert [t.texts() for t in document.tables] == [
            (("项目", "本年"), ("收入", "3.00"), ("支出", "2.00"))
        ]


def test_bars_without_figures_are_a_menu() -> None:
    """首页 | 公开 | 服务 is no table, however many lines of it there are."""
    document = read_document("首页 | 公开\n服务 | 互动\n专题 | 数据".encode())
    assert document.tables == ()


def test_a_rule_without_rows_is_no_table() -> None:
    """What is left of a table that was cut away is a line like another."""
    document = read_document("收支情况如下。\n|---|---|\n\n| 支出9.00万元".encode())
    assert document.tables == ()


def test_a_head_and_figures_under_it_that_blanks_part_are_a_table() -> None:
    """Below a head without figures, lines of as many cells with figures under the same heads."""
    document = read_document(
        "自评如下\n指标 分值 得分\n决策 20 19\n合计　100　95\n综上所述。".encode()
    )
    expected = [(("指标", "分值", "得分"), ("决策", "20", "19"), ("合计", "100", "95"))]
    assert expected == [table.texts() for table in document.tables]
    assert ["自评如下", "综上所述。"] == texts(document)


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (
            "2010501 行政运行 12.5\n20106 财政事务 8.0\n213 农林水支出 3.1",
            ("213 农林水支出", "3.1"),
        ),
        ("名称 2021年 2022年\n清淤 8 9\n合 计 8 9", ("合 计", "8", "9")),
        ("项 目 预算 支出\n清淤 8 9\n修渠 8 9", ("修渠", "8", "9")),
        ("清淤 8.1\n修渠 9.2\n总　计 17.3", ("总　计", "17.3")),
        ("年度 清淤 修渠\n2021 8.1 9.3\n2022 8.6 9.0", ("2022", "8.6", "9.0")),
    ],
)
def test_a_code_belongs_to_its_name_and_a_word_may_be_spaced(
    content: str, row: tuple[str, ...]
) -> None:
    """``2010501 行政运行`` is one cell, and so is ``合 计``."""
    (table,) = read_document(content.encode()).tables
    assert table.texts()[-1] == row


@pytest.mark.parametrize(
    "content",
    [
        "2010 行政运行 12\n2011 财政事务 8\n2012 农林水 3",
        "2010501 12.5\n20106 8.0\n213 3.1",
        "水利 交通 农业\n本年支出 12 万元\n其中 8 9",
        "指标 分值 得分\n决策 20 19",
        "指标 分值 得分\n决策 20 19\n过程 好 18",
        "指标 分值，得分\n决策 20 19\n过程 20 18",
        "指标 得分\n决策 19\n过程 18",
        "1 2 3\n决策 20 19\n过程 20 18",
    ],
)
def test_words_that_blanks_part_are_no_table_without_figures_under_the_same_heads(
    content: str,
) -> None:
    """One row, figures under other heads, a clause or a figure as a head make no table."""
    assert read_document(content.encode()).tables == ()


def test_lines_of_a_name_and_figures_are_a_table() -> None:
    """Blanks of either width keep the columns apart; the header has as many words."""
    rows = ("名称　预算　支出", "修渠　12.00　11.50", "清淤　8.00　8.00")
    document = read_document("\n".join(("资金情况", *rows, "已全部拨付。")).encode())
    assert [table.texts() for table in document.tables] == [
        (("名称", "预算", "支出"), ("修渠", "12.00", "11.50"), ("清淤", "8.00", "8.00"))
    ]
    assert [p.text for p in document.paragraphs] == ["资金情况", "已全部拨付。"]


@pytest.mark.parametrize(
    "text",
    [
        "一、概况 1\n二、收支 3\n三、说明 5\n四、名词 9",  # the pages of a list of contents
        "修渠 12.00\n清淤 8.00",  # too few
        "修渠用款 12.00\n清淤用款 8.00 2.00\n补植用款 3.00",  # of no one form
        "修渠，用款 12.00\n清淤，用款 8.00\n补植，用款 3.00",  # sentences
        "地址 中山路18号\n联系人 王某\n电话 6220145",
        "12.00 8.00\n3.00 4.00\n5.00 6.00",  # without names
    ],
)
def test_lines_that_are_no_list_of_figures_stay_lines(text: str) -> None:
    """Contents, sentences, addresses and rows of several forms are no table."""
    assert read_document(text.encode()).tables == ()


def test_a_table_in_tags_is_read_inside_a_text() -> None:
    """The lines around it stay paragraphs of their own."""
    rows = "<tr><td>名称</td><td>支出</td></tr>\n<tr><td>修渠</td><td>9</td></tr>"
    text = f"资金情况\n单位：万元\n<table>{rows}</table>\n已拨付。\n"
    document = read_document(text.encode())
    assert [table.texts() for table in document.tables] == [(("名称", "支出"), ("修渠", "9"))]
    assert [p.text for p in document.paragraphs] == ["资金情况", "单位：万元", "已拨付。"]


def test_rows_of_another_width_right_below_make_no_table() -> None:
    """Where a row lacks cells that only blanks would show, none of the lines is a table."""
    document = read_document(
        "指标 分值 得分 目标\n巡航 15 15 120\n检修 15 13 80\n其余 70 66\n合计 100 94\n".encode()
    )
    assert () == tuple(document.tables)


def test_a_bound_is_a_figure_of_a_row() -> None:
    """≥85% stands in a column of figures as 85% does."""
    document = read_document(
        "指标 目标 实际\n巡航 ≥85% 91%\n检修 ≥90% 88%\n保洁 ≥80% 82%\n".encode()
    )
    assert 1 == len(document.tables)


def test_rows_may_be_numbered_and_a_total_without_a_number_ends_them() -> None:
    """Under 序号 stand the numbers of the rows; the total has none."""
    document = read_document(
        "序号 名称 金额\n1 印刷费 126\n2 差旅费 384\n合计 510\n以上。".encode()
    )
    expected = (("序号", "名称", "金额"), ("1", "印刷费", "126"), ("2", "差旅费", "384"))
    assert [(*expected, ("", "合计", "510"))] == [table.texts() for table in document.tables]


def test_figures_with_their_counters_between_bars_are_a_table() -> None:
    """培训人数 | 150人 is a row as one without 人 is."""
    document = read_document("指标 | 目标\n培训 | 150人\n巡诊 | 48次\n里程 | 9.5公里".encode())
    assert [4] == [len(table.rows) for table in document.tables]


def test_blocks_of_a_form_between_bars_are_one_table() -> None:
    """Each block is as wide as it needs; lines of a few widths without figures are no form."""
    form = (
        "项目名称 | 航道疏浚",
        "资金 | 预算数 | 执行数 | 分值 | 得分",
        "总额 | 100 | 90 | 10 | 9",
        "中央 | 60 | 55 | — | —",
        "目标 | 年内疏浚 | 已疏浚",
    )
    document = read_document("\n".join(form).encode())
    assert [5] == [len(table.rows) for table in document.tables]
    menu = "首页 | 公开\n政策 | 公告 | 财政 | 审计 | 统计\n服务 | 互动 | 专题 | 数据 | 地图"
    assert read_document(menu.encode()).tables == ()
