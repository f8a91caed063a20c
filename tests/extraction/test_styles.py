"""Styles of other places: wordings that are not those of the first documents that were read."""

from __future__ import annotations

import pytest
from tests.extraction.said import (
    accounts,
    compared,
    complete,
    counts,
    figure,
    find,
    has,
    matters,
    parts,
    printed,
    read,
    unbound,
    values,
)


@pytest.mark.parametrize(
    "text",
    [
        "2022年度“三公”经费总支出为30.00万元。",
        "“三公”经费财政拨款支出合计30.00万元。",
        "财政预算拨款“三公”经费支出合计30.00万元。",
        "因公出国（境）费、公务用车购置费、公务接待费（以下简称“三公”经费）支出合计30.00万元。",
        "公务接待费、公务用车运行费（“三公”经费）决算总额30.00万元。",
        "全县“三公”经费支出决算汇总数为30.00万元。",
    ],
)
def test_a_total_of_three_public_is_no_total_expenditure(text: str) -> None:
    """“三公”经费总支出, or a list that is called “三公”经费, is 三公 and nothing else."""
    paper = read(text)
    assert values(paper, "three_public") == ["30.00万元"]
    assert accounts(paper) == []


def test_short_names_of_an_item_are_not_a_side() -> None:
    """运行维护费支出 is the running cost; 购置及运行维护费 is both, not the running cost."""
    paper = read("全年车辆情况：运行维护费支出4.00万元。", "购置及运行维护费5.00万元。")
    assert values(paper, "three_public/vehicle/running") == ["4.00万元"]
    assert values(paper, "three_public/vehicle") == ["5.00万元"]


def test_a_bracket_gives_the_count_back() -> None:
    """N批次（其中外事接待0批次），M人次: the guests are those of the visits before the bracket."""
    paper = read("国内公务接待共12批次（其中外事接待0批次），90人次（其中外事接待0人次）。")
    assert counts(paper, "three_public/reception") == {
        "domestic_visits": "12",
        "domestic_guests": "90",
        "foreign_groups": "0",
        "foreign_guests": "0",
    }


def test_guests_are_of_the_kind_just_spoken_of() -> None:
    """国（境）外公务接待批次N个，接待人次M人: guests abroad; behind 国内, guests at home."""
    paper = read("国内接待批次7个，接待人次60人；国（境）外公务接待批次2个，接待人次9人。")
    assert counts(paper, "three_public/reception") == {
        "domestic_visits": "7",
        "domestic_guests": "60",
        "abroad_visits": "2",
        "abroad_guests": "9",
    }


def test_so_many_more_are_not_so_many() -> None:
    """国内公务接待批次为3批次，较上年减少5批次: there were 3."""
    paper = read("国内公务接待批次为3批次，较上年减少5批次，共计接待20人次。")
    assert counts(paper, "three_public/reception") == {
        "domestic_visits": "3",
        "domestic_guests": "20",
    }


def test_what_visits_cost_is_of_receptions() -> None:
    """其中：外事接待费0；国内公务接待N批次，共计支出M: M is not spent on foreign guests."""
    paper = read(
        "公务接待费6.00万元。其中：外事接待费支出0万元，国内公务接待9批次，共计支出6.00万元。"
    )
    assert values(paper, "three_public/reception") == ["6.00万元"]
    assert values(paper, "three_public/reception/国内接待费/外宾接待费") == ["0万元"]
    assert values(paper, "three_public/reception/国内接待费") == ["6.00万元"]


def test_a_full_stop_in_a_bracket_ends_nothing() -> None:
    """A（B N，C N。）比上年增加N: the change is of A."""
    paper = read(
        "“三公”经费9.00万元。其中：公务用车购置及运行费7.00万元（公务用车购置费2.00万元；"
        "公务用车运行维护费5.00万元。）比上年增加1.00万元，增长16.67%。"
    )
    assert str(compared(paper, "three_public/vehicle").change) == "1.00万元"


def test_income_and_expenditure_together_are_the_total() -> None:
    """收入总计N，支出总计N。收支较上年减少M: the change is of the totals, not of the income."""
    paper = read(
        "2022年度收入总计80.00万元，支出总计80.00万元。收支较上年决算数减少20.00万元，下降20%。"
        "收入合计70.00万元，较上年决算数增加10.00万元，增长16.67%。收支情况见附表。"
    )
    assert str(compared(paper, "all_funds.total").change) == "-20.00万元"
    assert set(values(paper, "all_funds.total")) == {"80.00万元"}
    assert str(compared(paper, "all_funds.income").change) == "10.00万元"


def test_the_total_spoken_of_has_its_level() -> None:
    """Without 本年收入合计 the total that 收支较上年… is about is still the one before it."""
    paper = read("收入总计80.00万元，支出总计80.00万元。收支较上年减少20.00万元，下降20%。")
    assert set(values(paper, "all_funds.total")) == {"80.00万元"}


@pytest.mark.parametrize(
    ("text", "change", "rate"),
    [
        ("同比减少2.00万元，负增长20%。", "-2.00万元", "-20%"),
        ("与上年相比，2022年度的公务接待费支出减少了2.00万元，下降了20%。", "-2.00万元", "-20%"),
        ("比上年减少公务接待费2.00万元，下降20%。", "-2.00万元", "-20%"),
    ],
)
def test_a_change_is_read_however_it_is_worded(text: str, change: str, rate: str) -> None:
    """负增长 is a fall; 了 means nothing; the subject may stand behind the direction."""
    paper = read(f"公务接待费8.00万元，{text}")
    claim = compared(paper, "three_public/reception")
    assert (str(claim.change), str(claim.rate)) == (change, rate)


def test_a_change_of_what_stands_behind_the_direction() -> None:
    """比上年减少公务接待费N under another subject is the change of receptions."""
    paper = read("“三公”经费20.00万元，其中公务用车运行费9.00万元，比上年减少公务接待费2.00万元。")
    assert str(compared(paper, "three_public/reception").change) == "-2.00万元"
    assert not figure(paper, "three_public/vehicle/running").comparisons


def test_a_base_without_a_direction_is_no_level_of_this_year() -> None:
    """较预算数N无增减；B为M: M is not a budget."""
    paper = read(
        "因公出国（境）费为0万元，较上年6.00万元减少6.00万元，较预算数0万元无增减；"
        "公务接待费为4.00万元，较预算数9.00万元有所节约。"
    )
    assert values(paper, "three_public/reception") == ["4.00万元"]
    assert values(paper, "three_public/reception", "initial_budget") == ["9.00万元"]


def test_another_change_in_a_cause_is_of_something_else() -> None:
    """比上年增加N，主要原因是…，实际较上年增加M: M is not the change of the same figure."""
    paper = read(
        "收入合计70.00万元，较上年决算数增加10.00万元，增长16.67%，主要原因是上年有结转，"
        "实际较上年增加资金4.00万元。"
    )
    assert str(compared(paper, "all_funds.income").change) == "10.00万元"
    assert unbound(paper) == ["4.00万元"]


@pytest.mark.parametrize(
    "text",
    [
        "灯塔巡护活动较上年减少1.00万元，下降5%。",
        "灯塔巡护活动预算6.00万元。",
    ],
)
def test_an_unknown_name_keeps_its_claims(text: str) -> None:
    """What is said of a name no lexicon knows is not said of the item."""
    paper = read(f"“三公”经费预算20.00万元，其中公务接待费8.00万元；{text}", kind="budget")
    assert values(paper, "three_public", "initial_budget") == ["20.00万元"]
    assert not figure(paper, "three_public", "initial_budget").comparisons


def test_parts_of_a_matter_are_not_the_bodys() -> None:
    """灯塔事业总预算N，其中：基本支出M: M is no basic expenditure of the body."""
    paper = read("灯塔事业总预算30.00万元，其中：基本支出10.00万元，项目支出20.00万元。")
    assert not accounts(paper)
    (matter,) = [one for one in paper.report.matters if one.name == "灯塔事业"]
    assert ["30.00万元"] == printed(matter.initial_budget)
    paper = read("灯塔事业汇总30.00万元，其中：公务接待费2.00万元。")
    assert values(paper, "three_public/reception") == ["2.00万元"]


def test_a_list_with_an_unread_part_is_not_whole() -> None:
    """A N，其中：B N；（unknown）N；C N: B and C are not all of A."""
    text = "一般公共预算支出90.00万元，其中：教育支出20.00万元；{}农林水支出30.00万元。"
    whole = "general_budget.expenditure"
    assert complete(read(text.format("")), whole, "by_function")
    assert not complete(read(text.format("对乡镇转移40.00万元；")), whole, "by_function")


def test_items_after_a_comma() -> None:
    """一、A N，二、B N，三、C N in one line are three items."""
    paper = read(
        "“三公”经费预算安排60.00万元：一、因公出国（境）费预算10.00万元，原因是有任务，"
        "二、公务用车购置及运行费预算20.00万元，主要原因是厉行节约，三、公务接待费预算30.00万元。",
        kind="budget",
    )
    assert values(paper, "three_public/reception", "initial_budget") == ["30.00万元"]


def test_totals_said_together_are_compared_together() -> None:
    """收入总计N，支出总计N。与上年相比，各增加M: M is the change of the total."""
    paper = read(
        "2022年度收入总计90.00万元，支出总计90.00万元。与2021年度相比，各增加9.00万元，增长11.11%。"
    )
    assert str(compared(paper, "all_funds.total").change) == "9.00万元"
    assert not figure(paper, "all_funds.income").comparisons


def test_what_an_item_names_is_what_the_next_line_is_about() -> None:
    """…（款）…（项）。 and in the next paragraph 年初预算为N: the budget of that item."""
    paper = read(
        "一般公共预算财政拨款支出年初预算数为9.00万元，支出决算数为8.00万元，其中：",
        "1、教育支出（类）普通教育（款）学前教育（项）。",
        "年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80%。",
        "2、农林水支出（类）水利（款）水利行业业务管理（项）。",
        "年初预算为4.00万元，支出决算为4.00万元，完成年初预算的100%。",
    )
    top = "general_budget.expenditure"
    assert values(paper, top, "initial_budget") == ["9.00万元"]
    place = f"{top}/教育支出/普通教育/学前教育"
    assert values(paper, place, "initial_budget") == ["5.00万元"]
    assert values(paper, place) == ["4.00万元"]


def test_expenditure_in_an_item_on_three_public_is_not_all_expenditure() -> None:
    """费用支出较年初预算数减少N under 三公 is said of what was just spoken of."""
    paper = read(
        "三、财政拨款“三公”经费情况说明",
        "公务车运行维护费3.00万元，主要用于机要文件交换。费用支出较年初预算数减少1.00万元，"
        "下降25%，较上年支出数无增减。",
    )
    claims = figure(paper, "three_public/vehicle/running").comparisons
    assert [(c.against, str(c.change)) for c in claims] == [
        ("initial_budget", "-1.00万元"),
        ("prior", "0元"),
    ]
    assert accounts(paper) == []


@pytest.mark.parametrize("text", ["人均接待费29元。", "车均购置费0万元。", "车均维护费1.30万元。"])
def test_an_average_is_not_the_item(text: str) -> None:
    """人均接待费N is not what all receptions cost."""
    paper = read(f"公务接待费1.03万元。本部门{text}")
    assert values(paper, "three_public/reception") == ["1.03万元"]
    assert len(paper.report.matters) == 1


def test_foreign_guests_behind_domestic_ones() -> None:
    """国内公务接待N批，累计接待M人次，其中外事接待0批，累计接待0人次: the last two are foreign."""
    paper = read("全年国内公务接待8批，累计接待70人次，其中外事接待0批，累计接待0人次。")
    assert counts(paper, "three_public/reception") == {
        "domestic_visits": "8",
        "domestic_guests": "70",
        "foreign_groups": "0",
        "foreign_guests": "0",
    }


def test_kinds_of_vehicles_are_not_all_vehicles() -> None:
    """单位共有公务用车N辆，其中：轿车1辆: one is not how many there are."""
    paper = read("截至年底，单位共有公务用车5辆，其中：轿车1辆、越野车4辆。")
    assert counts(paper, "three_public/vehicle/running") == {"vehicles_held": "5"}


def test_a_number_of_guests_is_no_code() -> None:
    """N批次，213人次: 213 is a number, though a class has that code."""
    paper = read("国内公务接待20批次，213人次（不包括陪同人员）。")
    assert counts(paper, "three_public/reception")["domestic_guests"] == "213"


def test_a_class_with_and_without_its_last_word_is_one() -> None:
    """农林水（类）水利（款）… and 农林水支出 are the same class."""
    paper = read(
        "一般公共预算财政拨款支出9.00万元，主要用于以下方面：农林水支出9.00万元。其中：",
        "1.农林水（类）水利（款）水利行业业务管理（项）：支出决算为9.00万元。",
    )
    found = parts(paper, "general_budget.expenditure", "by_function")
    assert [part.name for part in found] == ["农林水支出"]


@pytest.mark.parametrize(
    ("kind", "bound"), [("self_evaluation", ["86.21%"]), ("final_accounts", [])]
)
def test_a_rate_that_is_an_indicator_is_its_value_in_a_self_evaluation(
    kind: str, bound: list[str]
) -> None:
    """在职人员控制率为P is the value of an indicator, in a self-evaluation alone."""
    paper = read("在职人员50人，编制58人，在职人员控制率为86.21%。", kind=kind)
    rate = find(paper, "evaluation/在职人员控制率")
    assert (printed(rate.actual) if rate is not None else []) == bound


@pytest.mark.parametrize(
    "text", ["在职人员控制率≤100%，计5分。", "“三公”经费变动率每超过1%扣1分。"]
)
def test_how_an_indicator_is_scored_is_not_its_value(text: str) -> None:
    """≤100%，计5分 says how points are given."""
    paper = read(text, kind="self_evaluation")
    assert not has(paper, "evaluation")


def test_daily_expenditure_is_the_basic_one() -> None:
    """用于保障机构正常运转的日常支出N restates the basic expenditure."""
    paper = read("2022年度用于保障某局机关等机构正常运转的日常支出7.00万元。")
    assert values(paper, "all_funds.expenditure/basic") == ["7.00万元"]


@pytest.mark.parametrize("period", ["第三季度", "上半年", "1-9月", "9月份"])
def test_a_part_of_a_year_is_no_year(period: str) -> None:
    """三公经费公示 2022年第三季度，三公经费支出N: N is not the year's figure."""
    paper = read(f"三公经费公示 2022年{period}，我局三公经费支出1.25万元，公务接待费0.35万元。")
    assert unbound(paper) == ["1.25万元", "0.35万元"]
    paper = read("2022年1-12月三公经费支出1.25万元。")
    assert values(paper, "three_public") == ["1.25万元"]


def test_the_base_level_with_its_name() -> None:
    """比上年累计支出N减少M: N is last year's level, and what follows is of this year."""
    paper = read(
        "“三公”经费支出40.00万元，比上年累计支出42.00万元减少2.00万元；"
        "公务接待支出10.00万元，比上年累计支出15.00万元下降5.00万元，下降33.33%。"
    )
    assert values(paper, "three_public", "prior") == ["42.00万元"]
    assert values(paper, "three_public/reception") == ["10.00万元"]
    assert values(paper, "three_public/reception", "prior") == ["15.00万元"]


def test_a_sentence_goes_on_with_the_line_before_it() -> None:
    """A N，…。B N，…。费用支出较上年减少M: M is the change of B, the item's last line, not of A."""
    paper = read(
        "三、“三公”经费支出情况",
        "公务接待费1.00万元，主要用于来访。公务车运行维护费3.00万元，主要用于出行。"
        "费用支出较年初预算数减少1.00万元，下降25%。较上年支出数减少2.00万元，下降40%。",
    )
    claims = figure(paper, "three_public/vehicle/running").comparisons
    assert [str(c.change) for c in claims] == ["-1.00万元", "-2.00万元"]
    assert not figure(paper, "three_public/reception").comparisons


def test_lines_cut_at_one_width_are_joined() -> None:
    """A text whose lines are all cut at one width is read as if they were not."""
    text = (
        "2022年度政府采购支出总额60.00万元，其中：政府采购货物支出20.00万元、政府采购工程支出0万元、"
        * 12
    )
    lines = [text[i : i + 23] for i in range(0, len(text), 23)]
    whole, cut = read(text), read(*lines)
    for key in ("procurement/goods", "procurement/works"):
        assert values(cut, f"disclosures/{key}") == values(whole, f"disclosures/{key}")


def test_a_shorter_line_goes_on_where_lines_are_cut() -> None:
    """In a text of cut lines, one that holds less goes on too, if no sentence ends with it."""
    filler = ["全县水库和灌渠的养护由本局下属各站负责，每月巡查两次并作好", "记录。"] * 10
    paper = read(
        "第三部分东川县水务局（含县水库管理所和县灌渠管理站）2022年度部门决算情况说明",
        *filler,
        "1.农林水支出（类）水利（款）行政运行（项）。主要用于：",
        "各站人员工资。年初预算为32.00万元，支出决算为30.00万元。",
        "农林水支出（类）水利（款）水土保持（项）。主要用于各",
        "站巡查。年初预算为25.00万元，支出决算为20.00万元，完成年初",
        "预算的80.00%。",
    )
    water = "all_funds.expenditure/农林水支出/水利"
    assert values(paper, f"{water}/行政运行", "initial_budget") == ["32.00万元"]
    assert values(paper, f"{water}/水土保持", "initial_budget") == ["25.00万元"]
    assert str(compared(paper, f"{water}/水土保持").completed) == "80.00%"


def test_the_expenditure_of_the_whole_body() -> None:
    """部门整体支出N，其中基本支出…: all that the body spent; 部门整体支出绩效 is no amount."""
    paper = read(
        "一、部门整体支出绩效自评情况",
        "2022年部门整体支出9.00万元，其中基本支出7.00万元，项目支出2.00万元。年末结转1.00万元。",
        kind="self_evaluation",
    )
    assert values(paper, "all_funds.expenditure") == ["9.00万元"]
    assert complete(paper, "all_funds.expenditure", "by_nature")
    assert values(paper, "all_funds.closing") == ["1.00万元"]


@pytest.mark.parametrize(
    "text",
    [
        "灯塔进修学校2022年本年收入3.00万元，本年支出2.00万元。",
        "下属单位公务接待费3.00万元，公务用车运行费2.00万元。",
        "会计核算中心本年支出3.00万元，上年支出2.00万元。",
    ],
)
def test_figures_of_another_body_are_not_those_of_the_document(text: str) -> None:
    """灯塔进修学校…本年收入N in the accounts of 教育局 is not the income of 教育局."""
    paper = read(f"{text}青屿县教育局本年收入9.00万元，本年支出8.00万元。", entity="青屿县教育局")
    assert matters(paper) == ["3.00万元", "2.00万元"]
    assert values(paper, "all_funds.income") == ["9.00万元"]
    assert values(paper, "all_funds.expenditure") == ["8.00万元"]


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        ("青屿县人民代表大会常务委员会", "县人大常委会"),
        ("青屿综合实验区环境与国土资源局", "区环境与国土资源局"),
        ("青屿县教育局", "教育局及所属学校"),
        ("青屿县教育局", "我局"),
    ],
)
def test_short_names_of_the_body_are_its_own(entity: str, name: str) -> None:
    """县人大常委会 is short for the body of the document."""
    paper = read(f"2022年{name}本年收入9.00万元。", entity=entity)
    assert values(paper, "all_funds.income") == ["9.00万元"]


def test_the_expenditure_of_a_project_is_not_that_of_the_body() -> None:
    """该项目总投资N，本年支出M: M is what was spent on the project."""
    paper = read("该灯塔工程总投资5.00万元，本年支出1.00万元。")
    assert matters(paper) == ["5.00万元", "1.00万元"]
    assert accounts(paper) == []


def test_this_year_is_compared_with_the_level_given_for_last_year() -> None:
    """A N，上年决算为M，与上年决算持平: N is said to equal M."""
    paper = read("公务接待费支出2.00万元，上年决算为3.00万元，与上年决算持平。")
    assert values(paper, "three_public/reception", "prior") == ["3.00万元"]
    assert compared(paper, "three_public/reception").direction == "flat"


def test_how_many_bodies_there_are_below_is_no_other_body() -> None:
    """教育局下属5个单位，本年收入N: N is the income of 教育局 with all of them."""
    paper = read("青屿县教育局下属5个单位，本年收入9.00万元。", entity="青屿县教育局")
    assert values(paper, "all_funds.income") == ["9.00万元"]


def test_vehicles_without_their_adjective() -> None:
    """车辆购置支出 and 车辆运行维护费 are parts of 三公; 消防车辆购置费 is something else."""
    paper = read("车辆购置支出1.00万元。车辆运行维护费支出2.00万元。消防车辆购置费3.00万元。")
    assert values(paper, "three_public/vehicle/purchase") == ["1.00万元"]
    assert values(paper, "three_public/vehicle/running") == ["2.00万元"]
    assert matters(paper) == ["3.00万元"]
