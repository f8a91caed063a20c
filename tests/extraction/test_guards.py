"""Guards: what must not be read as something it is not."""

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
    oddities,
    parts,
    printed,
    read,
    unbound,
    values,
)


def test_a_heading_lends_scope_but_is_no_whole() -> None:
    """Parts said under a heading are not proven to be all of what the heading is about."""
    paper = read(
        "五、一般公共预算财政拨款支出决算情况说明",
        "教育支出20.00万元，农林水支出5.00万元。",
    )
    assert values(paper, "general_budget.expenditure/教育支出") == ["20.00万元"]
    assert not complete(paper, "general_budget.expenditure", "by_function")


def test_a_semicolon_inside_brackets_keeps_the_whole() -> None:
    """（其中A；B）：both are parts, and what follows the bracket is of the whole."""
    paper = read(
        "教育支出（科目编码205）30.00万元（其中科目编码2050201-学前教育的金额为10.00万元；"
        "科目编码2050202-小学教育的金额为20.00万元），较上年决算数减少2.00万元，下降6.25%。"
    )
    place = "all_funds.expenditure/205"
    assert values(paper, f"{place}/2050202") == ["20.00万元"]
    assert str(compared(paper, place).change) == "-2.00万元"
    assert complete(paper, place, "by_function")


def test_vehicles_to_be_bought_are_not_vehicles_held() -> None:
    """购置车辆N辆 with its kinds is a list of its own; so are devices to be bought."""
    paper = read(
        "本单位共有车辆4辆，其中：机要通信用车1辆、其他用车3辆；单价100万元（含）以上设备2台（套）。"
        "部门预算安排购置车辆0辆，其中：机要通信用车0辆、其他用车0辆；"
        "部门预算安排购置单价100万元（含）以上设备0台（套）。",
        kind="budget",
    )
    assert values(paper, "disclosures/vehicles", "actual") == ["4辆"]
    assert values(paper, "disclosures/vehicles/其他用车", "actual") == ["3辆"]
    assert values(paper, "disclosures/vehicles_planned/其他用车", "actual") == ["0辆"]
    held = paper.report.disclosures
    devices = [p.name for p in (held.lines if held is not None else ()) if "设备" in p.name]
    assert devices == ["单价100万元(含)以上设备", "购置单价100万元(含)以上设备"]


@pytest.mark.parametrize("broken", ["增减少", "增加（减少）", "增长（下降）"])
def test_a_half_edited_direction_takes_the_sign_of_the_other_word(broken: str) -> None:
    """比上年增减少N，下降P: the sign of the rate's word holds; the slip is recorded."""
    paper = read(f"政府性基金支出30.00万元，比上年决算数{broken}10.00万元，下降25%。")
    claim = compared(paper, "government_fund.expenditure")
    assert (str(claim.change), str(claim.rate)) == ("-10.00万元", "-25%")
    assert oddities(paper) == ["direction"]


def test_a_direction_without_any_word_is_not_bound() -> None:
    """比上年增加（减少）N: whether more or less cannot be told."""
    paper = read("政府性基金支出30.00万元，比上年决算数增加（减少）10.00万元。")
    assert unbound(paper) == ["10.00万元"]


def test_contradicting_directions_keep_their_own_signs() -> None:
    """减少N，增长P: both are kept as said; a rule speaks of it."""
    paper = read("住房公积金支出20.00万元，较2021年决算数减少1.00万元，增长4.76%。")
    claim = compared(paper, "all_funds.expenditure/住房公积金")
    assert (str(claim.change), str(claim.rate)) == ("-1.00万元", "4.76%")


def test_an_unknown_name_before_expenditure_is_no_total() -> None:
    """灯塔养护支出N is not the total expenditure; without a list it is a matter of its own."""
    paper = read("灯塔养护支出3.00万元。")
    assert matters(paper) == ["3.00万元"]
    assert accounts(paper) == []
    paper = read("一般公共预算财政拨款支出9.00万元，具体情况如下：灯塔养护支出3.00万元。")
    assert values(paper, "general_budget.expenditure/灯塔养护支出") == ["3.00万元"]
    assert values(paper, "general_budget.expenditure") == ["9.00万元"]


def test_the_body_before_a_total_is_no_name() -> None:
    """X局支出N is the total of the body."""
    assert values(read("东川县水务局支出8.00万元。"), "all_funds.expenditure") == ["8.00万元"]


def test_purpose_text_is_no_subject() -> None:
    """主要用于A、B支出，比上年…: the claim is of what stands before the purpose."""
    paper = read(
        "机关运行经费支出12.00万元，主要用于办公费、差旅费和公务用车运行维护费等支出，"
        "比2021年下降4.00%。"
    )
    assert str(compared(paper, "disclosures/org_running").rate) == "-4.00%"
    assert not has(paper, "three_public")


def test_a_purpose_behind_a_cause_is_no_cause() -> None:
    """主要原因是A，主要用于B: what the money is for explains no change."""
    paper = read(
        "项目支出9.00万元，比上年增加2.00万元，主要原因是业务量增加，主要用于补助离退休职工；"
        "公用经费3.00万元。"
    )
    reason = compared(paper, "all_funds.expenditure/project").reason
    assert reason is not None
    assert reason.text == "业务量增加"


def test_an_adverb_makes_no_narrower_thing() -> None:
    """相应安排支出N: the expenditure of the body."""
    for words in ("相应支出8.00万元", "相应安排支出8.00万元", "支出相应安排8.00万元"):
        paper = read(f"本年收入8.00万元，{words}。")
        assert values(paper, "all_funds.expenditure") == ["8.00万元"], words


def test_figures_in_causes_are_not_statements() -> None:
    """An amount inside a cause is left alone, and said to be."""
    paper = read("项目支出9.00万元，比上年增加2.00万元，主要原因是新增设备购置1.50万元。")
    assert unbound(paper) == ["1.50万元"]


def test_the_sense_follows_the_list() -> None:
    """公务接待费 among economic items is an economic item, not one of the three."""
    paper = read("商品和服务支出30.00万元，其中办公费20.00万元，公务接待费0.50万元。")
    place = "all_funds.expenditure/商品和服务支出/公务接待费"
    assert values(paper, place) == ["0.50万元"]
    assert not has(paper, "three_public")


def test_the_same_name_after_parts_is_an_unnamed_part() -> None:
    """其中 and the same term: kept by itself, never a second value of the line."""
    paper = read("公务接待费5.00万元，其中公务接待费2.00万元从上年结余资金安排支出。")
    assert values(paper, "three_public/reception") == ["5.00万元"]
    assert values(paper, "three_public/reception/上年结余资金") == ["2.00万元"]
    assert not complete(paper, "three_public/reception", "by_source")


def test_bare_expenditure_under_three_public_refers_back() -> None:
    """本年度决算支出比上年度增加N in an item on 三公: it is 三公 that rose."""
    paper = read(
        "（三）三公经费情况。",
        "2021年“三公”经费支出4.00万元。本年度决算支出比上年度增加1.00万元，增长25%。",
    )
    assert str(compared(paper, "three_public").change) == "1.00万元"
    assert accounts(paper) == []


def test_a_total_that_includes_balances_is_not_income() -> None:
    """总收入N，其中本年收入M: N belongs to the grand total, M to the income."""
    paper = read("2022年部门决算总收入50.00万元，其中本年收入42.00万元。年初结转和结余8.00万元。")
    assert values(paper, "all_funds.income") == ["42.00万元"]
    assert values(paper, "all_funds.total") == ["50.00万元"]
    assert values(paper, "all_funds.opening") == ["8.00万元"]


def test_a_total_beside_a_different_income_of_the_year() -> None:
    """收入总计 and 本年收入合计 that differ are two things; that agree, one."""
    paper = read("本年收入合计42.00万元。收入总计50.00万元，比上年增加2.00万元，增长4.17%。")
    assert values(paper, "all_funds.income") == ["42.00万元"]
    assert values(paper, "all_funds.total") == ["50.00万元"]
    assert str(compared(paper, "all_funds.total").change) == "2.00万元"
    paper = read("本年收入合计42.00万元。总收入42.00万元。")
    assert values(paper, "all_funds.income") == ["42.00万元", "42.00万元"]


def test_a_total_that_a_table_knows() -> None:
    """收入总计 that fits the table's total, and not its income, is the total."""
    table = "收入 | ^\n项目 | 决算数\n本年收入合计 | 420,012.00\n总计 | 500,012.00"
    paper = read("收入支出决算总表", "单位：元", table, "收入总计50.00万元。")
    assert values(paper, "all_funds.total") == ["500,012.00", "50.00万元"]
    assert values(paper, "all_funds.income") == ["420,012.00"]


def test_parts_of_a_figure_that_was_lost_find_no_other_whole() -> None:
    """After a matter, 其中 opens no list under what was spoken of before."""
    paper = read("一般公共预算财政拨款支出9.00万元。灯塔养护合同7.00万元，其中政府性基金2.00万元。")
    assert matters(paper) == ["7.00万元"]
    assert unbound(paper) == ["2.00万元"]


def test_a_wider_word_never_widens_an_inherited_scope() -> None:
    """财政拨款支出 inside a section on 一般公共预算 stays in the general budget."""
    paper = read(
        "五、一般公共预算财政拨款支出决算情况",
        "1、2050202小学教育（项）财政拨款支出4.00万元。",
    )
    assert values(paper, "general_budget.expenditure/2050202") == ["4.00万元"]


def test_two_items_of_one_name_are_not_mixed() -> None:
    """Two items called alike without codes: one is the account's, both are lines of their list."""
    paper = read(
        "一般公共预算财政拨款支出9.00万元，具体情况如下：",
        "（一）行政运行支出5.00万元。",
        "（二）行政运行支出4.00万元。",
    )
    assert values(paper, "general_budget.expenditure/行政运行支出") == ["5.00万元"]
    assert unbound(paper) == []
    assert not complete(paper, "general_budget.expenditure", "by_function")


@pytest.mark.parametrize(
    "text",
    [
        "基本支出9.00万元，其中：工资福利支出5.00万元、商品和服务支出3.00万元等。",
        "基本支出9.00万元，其中主要是工资福利支出5.00万元、商品和服务支出3.00万元。",
    ],
)
def test_lists_that_may_be_abridged_are_not_whole(text: str) -> None:
    """等, 主要: what is listed need not be all."""
    paper = read(text)
    assert len(parts(paper, "all_funds.expenditure/basic", "by_economic")) == 2
    assert not complete(paper, "all_funds.expenditure/basic", "by_economic")


def test_a_closed_set_needs_its_required_parts_only() -> None:
    """基本支出 and 项目支出 are all; one of them alone is not."""
    both = read("本年支出9.00万元。基本支出5.00万元。项目支出4.00万元。")
    assert complete(both, "all_funds.expenditure", "by_nature")
    one = read("本年支出9.00万元。基本支出5.00万元。")
    assert not complete(one, "all_funds.expenditure", "by_nature")


@pytest.mark.parametrize(
    ("text", "printed"),
    [("2077.09万元", "2077.09万元"), ("1998万元", "1998万元"), ("2021.5元", "2021.5元")],
)
def test_an_amount_is_no_year(text: str, printed: str) -> None:
    """Digits that could be a year are an amount when a unit follows."""
    assert values(read(f"项目支出{text}。"), "all_funds.expenditure/project") == [printed]


@pytest.mark.parametrize("year", ["20221年度", "202年度", "20222 年度"])
def test_malformed_years_are_recorded_and_do_not_reset(year: str) -> None:
    """A year of five digits is an oddity; the figure belongs to the document's year."""
    paper = read(f"{year}财政拨款收入合计7.00万元。")
    assert values(paper, "fiscal.income") == ["7.00万元"]
    assert [(o.kind, o.quote.replace(" ", "")) for o in paper.oddities] == [
        ("year", year.replace(" ", ""))
    ]


def test_document_numbers_and_dates_are_no_years() -> None:
    """〔2021〕12号 and 2021年12月31日 say nothing about the year of a figure."""
    paper = read("按东财〔2021〕12号文，项目支出3.00万元。截至2021年12月31日，共有车辆2辆。")
    assert values(paper, "all_funds.expenditure/project") == ["3.00万元"]
    assert values(paper, "disclosures/vehicles", "actual") == ["2辆"]


def test_this_years_figure_under_last_years_date_does_not_hand_the_date_on() -> None:
    """A slip of the year stays with its own figure; the parts are this year's."""
    paper = read(
        "2022年度财政拨款收入合计70.00万元。",
        "2021年度财政拨款收入合计70.00万元，其中：一般公共预算财政拨款收入60.00万元，"
        "比上年决算数增加5.00万元，增长9.09%。",
    )
    assert values(paper, "fiscal.income", "prior") == ["70.00万元"]
    assert values(paper, "general_budget.income") == ["60.00万元"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("公务接待费3.25万，同比下降5%。", "3.25万"),
        ("公务接待费3，250.00元，同比下降5%。", "250.00元"),
        ("公务接待费3,250.00元，同比下降5%。", "3,250.00元"),
        ("公务接待费３．２５万元。", "3.25万元"),
        ("公务接待费0.4 亿元。", "0.4亿元"),
    ],
)
def test_units_are_read_per_figure(text: str, printed: str) -> None:
    """元, 万元, 万 and 亿元 each for its own figure; a full-width comma divides numbers."""
    assert printed in [*values_or_none(text), *unbound(read(text))]


def values_or_none(text: str) -> list[str]:
    """Return the levels of reception, if any."""
    reception = find(read(text), "three_public/reception")
    return printed(reception.final) if reception is not None else []


def test_a_missing_unit_is_unbound_unless_the_paragraph_fixes_it() -> None:
    """58.22 alone is nothing; among figures of one unit it has that unit, and is recorded."""
    assert unbound(read("项目支出58.22，基本支出30.00万元。")) == ["58.22"]
    paper = read("基本支出30.00万元，人员经费20.00万元，公用经费10.00万元，项目支出58.22，")
    assert values(paper, "all_funds.expenditure/project") == ["58.22万元"]
    assert oddities(paper) == ["unit"]
    paper = read("（单位：万元）项目支出58.22。")
    assert values(paper, "all_funds.expenditure/project") == ["58.22万元"]


def test_a_share_without_percent_sign_is_recorded() -> None:
    """占76.23，: no percentage was printed, so none is claimed."""
    paper = read("项目支出58.22万元，占76.23，比上年持平。")
    assert figure(paper, "all_funds.expenditure/project").share is None
    assert oddities(paper) == ["percent"]


def test_units_of_a_body_are_not_groups() -> None:
    """1个单位 counts bodies, not groups that travelled."""
    paper = read("“三公”经费支出0元。全年安排本局1个单位出国团组0个、累计0人次。")
    assert counts(paper, "three_public/overseas") == {"groups": "0", "trips": "0"}


def test_other_income_inside_one_kind_of_funds_is_not_all_other_income() -> None:
    """Sources listed under the general budget are its own, not those of all funds."""
    paper = read(
        "一般公共预算财政拨款本年收入20.00万元，具体情况如下：1. 事业收入0万元。2. 其他收入0万元。"
    )
    assert not has(paper, "other.income")
    assert not complete(paper, "general_budget.income", "by_source")


def test_interest_is_a_part_of_other_income() -> None:
    """其他收入中的利息收入 is kept below other income, which is not thereby known."""
    paper = read("其他收入中的利息收入0.12万元。")
    assert values(paper, "other.income") == []
    assert values(paper, "other.income/利息收入") == ["0.12万元"]


def test_tables_run_into_a_paragraph_are_not_prose() -> None:
    """A paragraph of bare numbers is left to those who read tables; nobody bound them."""
    cells = " ".join(f"2050{i} 项目{i} {i}.00 {i}.50" for i in range(101, 112))
    paper = read(f"附件 科目编码 科目名称 决算数 {cells}")
    assert accounts(paper) == []
    assert [one for one in unbound(paper) if "." in one] == [
        f"{i}.{cents}" for i in range(101, 112) for cents in ("00", "50")
    ]
    paper = read(f"附件 支出决算表 金额单位：万元 科目编码 科目名称 决算数 {cells}")
    assert accounts(paper) == []
    assert len([one for one in unbound(paper) if "." in one]) == 22


def test_years_further_back_have_no_column() -> None:
    """The report has this year and last year; what is older is not bound."""
    paper = read("2019年“三公”经费支出4.00万元。")
    assert unbound(paper) == ["4.00万元"]


def test_an_item_with_an_unexpected_number_is_an_item() -> None:
    """A number used twice or left out opens an item; its figures are not those of the one above."""
    paper = read(
        "一般公共预算财政拨款支出年初预算为50.00万元，支出决算为45.00万元。其中：",
        "1、教育支出（类）普通教育（款）小学教育（项）。年初预算为20.00万元，支出决算为18.00万元。",
        "7、教育支出（类）普通教育（款）初中教育（项）。年初预算为16.00万元，支出决算为15.00万元。",
        "7、教育支出（类）普通教育（款）高中教育（项）。年初预算为14.00万元，支出决算为12.00万元。",
    )
    assert values(paper, "general_budget.expenditure") == ["45.00万元"]
    school = "general_budget.expenditure/教育支出/普通教育"
    assert values(paper, f"{school}/初中教育") == ["15.00万元"]
    assert values(paper, f"{school}/高中教育") == ["12.00万元"]


def test_the_cause_of_what_stayed_the_same_is_its_own() -> None:
    """T持平的主要原因是… explains T, not the changes that were said before it."""
    paper = read(
        "“三公”经费支出决算数比2021年度减少0.60万元，其中：因公出国（境）费支出决算与2021年持平；"
        "公务接待费支出决算增加0.40万元，增长50.00%。因公出国（境）费支出持平的主要原因是没有安排出访。"
    )
    assert compared(paper, "three_public/reception").reason is None
    reason = compared(paper, "three_public/overseas").reason
    assert reason is not None
    assert reason.text == "没有安排出访"


def test_a_path_as_a_sentence_heads_an_item() -> None:
    """X（类）Y（款）Z（项）。 is what follows it is about, also in the middle of a paragraph."""
    paper = read(
        "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为20.00万元，支出决算为18.00万元。"
        "教育支出（类）普通教育（款）初中教育（项）。年初预算为16.00万元，支出决算为15.00万元。"
    )
    school = "all_funds.expenditure/教育支出/普通教育"
    assert values(paper, f"{school}/小学教育", "initial_budget") == ["20.00万元"]
    assert values(paper, f"{school}/初中教育", "initial_budget") == ["16.00万元"]
