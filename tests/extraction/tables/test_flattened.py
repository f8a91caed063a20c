"""Tables that a web page flattened into one line of text."""

from __future__ import annotations

from tests.extraction.said import document, figure, read, read_as, said, unbound

import performance_rules as pr

CODED = (
    "附件5 一般公共预算财政拨款支出决算表 编制单位：某镇人民政府 2019年度 金额单位：万元 "
    "项目 本年支出合计 基本支出 项目支出 支出功能分类科目编码 科目名称 类 款 项 "
    "合计 41.00 30.00 11.00 201 一般公共服务支出 33.00 30.00 3.00 "
    "2010301 行政运行 30.00 30.00 213 农林水支出 8.00 8.00"
)
LANES = (
    "附件1 收支决算总表 编制单位：某镇人民政府 2019年度 金额单位：万元 "
    "收入 支出 项目 决算数 项目(按功能分类) 决算数 "
    "一、财政拨款 50.00 一、一般公共服务支出 33.00 其中：政府性基金 9.00 二、外交支出 "
    "二、上级补助收入 三、教育支出 8.00 本年收入合计 50.00 本年支出合计 41.00 "
    "用事业基金弥补收支差额 结余分配 年初结转和结余 2.00 基本支出结转 1.50 "
    "年末结转和结余 11.00 合计 52.00 合计 52.00"
)


def test_a_flattened_row_gives_its_total_and_the_rest_as_its_parts_if_a_cell_is_blank() -> None:
    """With a number for every column all are known; otherwise the first, and what makes it up."""
    paper = read(CODED, year=2019)
    top = "general_budget.expenditure"
    assert said(paper) == {
        f"{top}.final": "41.00万元",
        f"{top}/nature:basic.final": "30.00万元",
        f"{top}/nature:project.final": "11.00万元",
        f"{top}/function:201.final": "33.00万元",
        f"{top}/function:201/nature:basic.final": "30.00万元",
        f"{top}/function:201/nature:project.final": "3.00万元",
        f"{top}/function:201/function:2010301.final": "30.00万元",
        f"{top}/function:201/function:2010301/members:本行第2个数.final": "30.00万元",
        f"{top}/function:213.final": "8.00万元",
        f"{top}/function:213/members:本行第2个数.final": "8.00万元",
    }
    assert unbound(paper) == []


def test_the_numbers_of_a_flattened_row_make_up_its_total() -> None:
    """Whichever columns they stood in: 合计 8.00 and then 9.00 alone cannot both be right."""
    whole = CODED.replace("213 农林水", "2010601 行政运行 3.00 3.00 213 农林水")
    for text, rules in ((whole, []), (whole.replace("8.00 8.00", "8.00 9.00"), ["TOT-001"])):
        result = pr.check(read(text, year=2019).report, pr.RuleSet.for_region())
        assert rules == [f.rule for f in result.findings if f.severity == "error"]


def test_a_flattened_row_with_a_column_that_is_no_part_gives_its_total_only() -> None:
    """A subtotal or a part of a column beside it would be added twice."""
    header = "本年支出合计 基本支出 小计 项目支出 "
    paper = read(CODED.replace("本年支出合计 基本支出 项目支出 ", header), year=2019)
    assert {one.why for one in paper.unbound} == {"表格压成一行，空格不知在哪一列"}


def test_two_flattened_lanes_are_parted_by_their_labels() -> None:
    """A number belongs to the label before it; what could be of either lane stays unbound."""
    paper = read(LANES, year=2019)
    assert said(paper) == {
        "fiscal.income.final": "50.00万元",
        "government_fund.income.final": "9.00万元",
        "all_funds.income.final": "50.00万元",
        "all_funds.expenditure/function:201.final": "33.00万元",
        "all_funds.expenditure/function:205.final": "8.00万元",
        "all_funds.expenditure.final": "41.00万元",
        "all_funds.opening.final": "2.00万元",
        "all_funds.closing.final": "11.00万元",
        "all_funds.total.final": "52.00万元;52.00万元",
    }
    assert unbound(paper) == ["1.50"]


def test_the_parts_of_two_balances_are_told_apart_by_their_order() -> None:
    """Where each is named once before 年末结转 and once behind it; mixed rows stay unbound."""
    ordered = LANES.replace("合计 52.00 合计 52.00", "基本支出结转 9.00 合计 52.00 合计 52.00")
    values = said(read(ordered, year=2019))
    assert values["all_funds.opening/members:基本支出结转.final"] == "1.50万元"
    assert values["all_funds.closing/members:基本支出结转.final"] == "9.00万元"
    both = "11.00 基本支出结转 1.50 基本支出结转 9.00 合计"
    mixed = LANES.replace("基本支出结转 1.50 ", "").replace("11.00 合计", both)
    assert unbound(read(mixed, year=2019)) == ["1.50", "9.00"]


def test_a_flattened_table_says_where_it_stands() -> None:
    """Whoever reads the prose of the same line can leave the table out."""
    made = document("一、说明", "下表反映支出。 " + CODED)
    paper = read_as(made, year=2019)
    (table,) = [seen.source for seen in paper.report.tables]
    assert table is not None
    assert made.text[table.start : table.end].startswith("一般公共预算财政拨款支出决算表")
    assert made.text[table.start : table.end].endswith("8.00")
    source = figure(paper, "general_budget.expenditure/201").statements[0].source
    assert source is not None
    assert (source.paragraph, source.table, source.quote) == (2, None, "33.00")
    assert made.text[source.start : source.end] == "33.00"


def test_several_flattened_tables_in_one_line_are_parted() -> None:
    """Each begins with its caption and unit."""
    paper = read(f"{LANES} {CODED}", year=2019)
    assert [table.key for table in paper.report.tables] == ["final.totals", "final.general_budget"]
    assert said(paper)["general_budget.expenditure/function:213.final"] == "8.00万元"


def test_a_sentence_with_a_unit_is_no_table() -> None:
    """Prose that mentions a unit and some amounts is left to the reading of prose."""
    text = "本单位收入决算表 所列各数，金额单位：万元，" + "与上年相比增加3.00万元，" * 8
    paper = read(text)
    assert paper.report.tables == ()
    assert said(paper) == {}


def test_a_unit_without_a_caption_is_no_table() -> None:
    """A long paragraph may name a unit and some figures without being a table."""
    text = "以下各段所列金额单位：万元，四舍五入后可能与明细略有出入，" + "渠道整修8.00，" * 12
    assert read(text).report.tables == ()


def test_codes_without_figures_are_no_rows() -> None:
    """Classes listed with their codes state nothing, however many there are."""
    head = "附件5 一般公共预算财政拨款支出决算表 编制单位：某镇人民政府 2019年度 金额单位：万元 "
    classes = " 201 一般公共服务支出 205 教育支出 208 社会保障和就业支出 213 农林水支出"
    paper = read(head + "科目编码 科目名称 合计" + classes * 2, year=2019)
    assert (paper.report.tables, said(paper), paper.unbound) == ((), {}, ())
