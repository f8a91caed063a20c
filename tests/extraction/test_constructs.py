"""The constructs of prose, each with the identity it must give."""

from __future__ import annotations

import pytest
from tests.extraction.said import (
    accounts,
    breakdown,
    compared,
    complete,
    counts,
    figure,
    has,
    line,
    parts,
    printed,
    read,
    unbound,
    values,
)


def test_change_and_rate_share_subject_and_base() -> None:
    """收入N，比上年减少N，下降P: both belong to the income, against last year, with a minus."""
    paper = read("本年收入合计812.40万元，比上年减少37.60万元，下降4.42%。")
    claim = compared(paper, "all_funds.income")
    assert values(paper, "all_funds.income") == ["812.40万元"]
    assert claim.against == "prior"
    assert (str(claim.change), str(claim.rate)) == ("-37.60万元", "-4.42%")
    assert (claim.direction, claim.wording) == ("down", "比上年减少")


def test_the_phrase_after_the_base_is_the_subject() -> None:
    """与Y年度相比，T增加N: the subject is T, not what was spoken of before."""
    paper = read("本年支出合计90.00万元。与2021年度相比，项目支出增加8.00万元，增长25.00%。")
    claim = compared(paper, "all_funds.expenditure/project")
    assert str(claim.change) == "8.00万元"
    assert not figure(paper, "all_funds.expenditure").comparisons


def test_a_base_level_is_restated_in_the_clause() -> None:
    """比年初预算安排N增加N: the first is the base, in the clause and in its column."""
    paper = read("“三公”经费财政拨款支出6.10万元，比年初预算安排5.00万元增加1.10万元，增长22%。")
    claim = compared(paper, "three_public")
    assert (claim.against, str(claim.base), str(claim.change)) == (
        "initial_budget",
        "5.00万元",
        "1.10万元",
    )
    assert values(paper, "three_public", "initial_budget") == ["5.00万元"]


def test_completion_names_its_base() -> None:
    """完成年初预算N的P: the rate of the outturn over the initial budget."""
    paper = read("公务接待费支出决算为3.60万元，完成年初预算4.00万元的90.00%。")
    claim = compared(paper, "three_public/reception")
    assert (claim.against, str(claim.completed), str(claim.base)) == (
        "initial_budget",
        "90.00%",
        "4.00万元",
    )
    assert values(paper, "three_public/reception", "initial_budget") == ["4.00万元"]


def test_stages_carry_the_subject_of_their_item() -> None:
    """X（类）Y（款）Z（项）。年初预算为N，支出决算为N: both are of the item."""
    paper = read(
        "1、教育支出（类）普通教育（款）小学教育（项）。主要用于：教师培训。"
        "年初预算为30.00万元，支出决算为28.50万元。"
    )
    place = "all_funds.expenditure/教育支出/普通教育/小学教育"
    assert values(paper, place, "initial_budget") == ["30.00万元"]
    assert values(paper, place, "final") == ["28.50万元"]


@pytest.mark.parametrize(
    ("order", "direction"), [("大于", "above"), ("小于", "below"), ("等于", "equal")]
)
def test_order_statements_compare_two_columns(order: str, direction: str) -> None:
    """决算数小于预算数: the outturn against the budget the line has, the wording kept."""
    paper = read(
        "1、教育支出（类）普通教育（款）小学教育（项）。全年预算为30.00万元，支出决算为28.50万元。"
        f"决算数{order}预算数的主要原因：两名教师延后到岗。"
    )
    claim = compared(paper, "all_funds.expenditure/教育支出/普通教育/小学教育")
    assert (claim.against, claim.direction) == ("adjusted_budget", direction)
    assert claim.wording == f"决算数{order}预算数"
    assert claim.reason is not None
    assert claim.reason.text == "两名教师延后到岗"


def test_a_share_keeps_its_denominator_as_worded() -> None:
    """占总收入的P on an expenditure line: the wording stays, whether or not it is right."""
    paper = read("财政拨款支出80.00万元。其中：教育支出20.00万元，占总收入的25.00%。")
    share = figure(paper, "fiscal.expenditure/教育支出").share
    assert share is not None
    assert (str(share.value), share.of) == ("25.00%", "总收入")


def test_a_share_without_denominator_is_of_the_whole_of_its_list() -> None:
    """占P: its place says the whole; where it has none, the list's heading word does."""
    paper = read(
        "本年收入合计50.00万元，其中：财政拨款收入40.00万元，占80%；其他收入10.00万元，占20%。"
    )
    share = figure(paper, "fiscal.income").share
    assert share is not None
    assert share.of == "本年收入合计"
    paper = read(
        "本年支出合计50.00万元，其中：基本支出40.00万元，占80%；项目支出10.00万元，占20%。"
    )
    part = figure(paper, "all_funds.expenditure/basic").share
    assert part is not None
    assert part.of is None


def test_brackets_hold_parts_and_give_the_subject_back() -> None:
    """T N（T N，T N），完成…: what follows the bracket is of the whole again."""
    paper = read(
        "公务用车购置及运行费9.00万元（公务用车购置费0.00元，公务用车运行维护费9.00万元），"
        "完成年初预算10.00万元的90%。"
    )
    assert values(paper, "three_public/vehicle/purchase") == ["0.00元"]
    assert str(compared(paper, "three_public/vehicle").completed) == "90%"
    assert complete(paper, "three_public/vehicle", "members")


def test_a_scope_word_alone_is_part_of_the_line_before() -> None:
    """其中政府性基金N: income of the fund, because income stands before it."""
    paper = read("1. 财政拨款收入500.00万元，其中政府性基金40万元。2. 其他收入3.00万元。")
    assert values(paper, "government_fund.income") == ["40万元"]
    assert values(paper, "other.income") == ["3.00万元"]


def test_one_amount_for_each_of_several() -> None:
    """A、B均为N binds both, with the comparison that follows."""
    paper = read("事业收入、经营收入均为0.00元，与上年决算数持平。")
    for account in ("institutional", "operating"):
        assert values(paper, f"{account}.income") == ["0.00元"]
        assert compared(paper, f"{account}.income").direction == "flat"


def test_one_rate_for_several_is_left_alone() -> None:
    """A和B分别下降P with one P: which of them it is cannot be told."""
    paper = read("与2021年相比，公务用车购置费和公务用车运行费分别下降12.5%。")
    assert unbound(paper) == ["12.5%"]
    assert not has(paper, "three_public")


def test_universal_statements_are_a_share_of_exactly_all() -> None:
    """年初预算、决算均属于X: one hundred per cent without any rounding."""
    paper = read("本部门收入年初预算、决算均属于一般公共预算财政拨款收入。")
    for column in ("initial_budget", "final"):
        share = figure(paper, "all_funds.income/一般公共预算财政拨款收入", column).share
        assert share is not None
        assert (str(share.value), share.value.exact) == ("100%", True)


def test_zero_base_wordings_are_comparisons_without_rate() -> None:
    """增长--（基数为0，不可比）: no rate is given, and the wording says why."""
    paper = read("公务接待费2.00万元，比上年增加2.00万元，增长--（基数为0，不可比）。")
    assert not unbound(paper)
    assert str(figure(paper, "three_public/reception").comparisons[0].change) == "2.00万元"
    paper = read("公务接待费2.00万元，比上年增长--（基数为0，不可比）。")
    claim = compared(paper, "three_public/reception")
    assert claim.rate is None
    assert claim.wording == "比上年增长--（基数为0，不可比）"


def test_counts_are_told_by_what_they_count() -> None:
    """团组, 人次, 辆, 批次: each on its line under its key; another body's groups are not ours."""
    paper = read(
        "“三公”经费支出6.00万元。组织出国团组2个，参加其他单位出国团组1个，因公出国（境）累计5人次。"
        "公务用车购置1辆，公务用车保有量为3辆。国内公务接待批次12批次，国内公务接待人次96人；"
        "接待国外、境外来访团组1个，来访外宾4人次。"
    )
    assert counts(paper, "three_public/overseas") == {"groups": "2", "trips": "5"}
    assert counts(paper, "three_public/vehicle/purchase") == {"vehicles_bought": "1"}
    assert counts(paper, "three_public/vehicle/running") == {"vehicles_held": "3"}
    assert counts(paper, "three_public/reception") == {
        "domestic_visits": "12",
        "domestic_guests": "96",
        "foreign_groups": "1",
        "foreign_guests": "4",
    }


def test_codes_carry_names_and_nest() -> None:
    """2050202小学教育（项）: the code and the name are one line; a deeper code is a part."""
    paper = read(
        "一般公共预算财政拨款支出60.00万元，具体情况如下：",
        "（一）20502普通教育（款）财政拨款支出60.00万元，较2021年决算数增加5.00万元，增长9.09%。",
        "1.2050202小学教育（项）财政拨款支出40.00万元。",
        "2.2050203初中教育（项）财政拨款支出20.00万元。",
    )
    assert values(paper, "general_budget.expenditure/20502") == ["60.00万元"]
    assert values(paper, "general_budget.expenditure/20502/2050203") == ["20.00万元"]
    assert complete(paper, "general_budget.expenditure/20502", "by_function")


def test_codes_in_brackets_and_in_levels() -> None:
    """X（科目编码201）and X（204类）Y（06款）Z（01项）give full codes."""
    paper = read("教育支出（科目编码205）为9.00万元。", kind="final_accounts")
    assert values(paper, "all_funds.expenditure/205") == ["9.00万元"]
    paper = read("1、公共安全支出（204类）司法（06款）行政运行（01项）7.00万元。", kind="budget")
    place = "all_funds.expenditure/204/20406/2040601"
    assert values(paper, place, "initial_budget") == ["7.00万元"]


def test_a_short_name_before_expenditure_is_the_item() -> None:
    """运行维护费支出 is what running the vehicles cost, not all that was spent."""
    paper = read("公务用车购置及运行维护费8.10万元，其中：运行维护费支出8.10万元。")
    assert values(paper, "three_public/vehicle/running") == ["8.10万元"]
    assert accounts(paper) == []


def test_budget_documents_read_plain_budget_as_initial() -> None:
    """In a budget 预算 is the initial one; last year's is prior_budget, its execution prior."""
    paper = read(
        "2022年“三公”经费预算数为4.00万元，与2021年预算持平。",
        "1. “教育支出（类）普通教育（款）小学教育（项）”30.00万元，主要用于教师培训。"
        "2021年当年预算执行数为25.00万元，2022年预算安排30.00万元，比2021年预算执行数增加20%。",
        kind="budget",
    )
    assert compared(paper, "three_public", "initial_budget").against == "prior_budget"
    place = "all_funds.expenditure/教育支出/普通教育/小学教育"
    assert values(paper, place, "prior") == ["25.00万元"]
    claim = compared(paper, place, "initial_budget")
    assert (claim.against, str(claim.rate)) == ("prior", "20%")


def test_last_years_level_is_the_prior_column() -> None:
    """Y−1年…支出N is last year's outturn."""
    paper = read("2021年“三公”经费财政拨款支出7.20万元。")
    assert values(paper, "three_public", "prior") == ["7.20万元"]


def test_reasons_hold_the_cause_clause_only() -> None:
    """The cause follows its marker; 同上 is kept as it stands."""
    paper = read(
        "收入年初预算安排40.00万元，比上年减少2.00万元，下降4.76%，主要原因是两个项目完工；"
        "支出年初预算安排40.00万元，比上年减少2.00万元，主要原因同上。"
    )
    income = compared(paper, "all_funds.income", "initial_budget").reason
    spent = compared(paper, "all_funds.expenditure", "initial_budget").reason
    assert income is not None
    assert income.text == "两个项目完工"
    assert spent is not None
    assert spent.text == "同上"


def test_a_reason_of_its_own_sentence_explains_the_sentence_before() -> None:
    """主要变动情况：一是…；二是…。 belongs to all comparisons of the sentence before."""
    paper = read(
        "总收入90.00万元，比上年减少5.00万元，下降5.26%；总支出88.00万元，比上年减少7.00万元，下降7.37%。"
        "主要变动情况：一是培训改为线上；二是修缮工程竣工。"
    )
    for side in ("income", "expenditure"):
        reason = compared(paper, f"all_funds.{side}").reason
        assert reason is not None
        assert reason.text == "一是培训改为线上；二是修缮工程竣工"


def test_a_reason_for_several_subjects_belongs_to_the_breakdown() -> None:
    """在A、B等方面存在差异，原因主要有…: about what the cause names, not what it lists."""
    paper = read(
        "年初预算安排在教育支出、农林水支出等方面与决算存在差异，原因主要有：一是追加了教育支出的设备款。"
    )
    (reason,) = breakdown(paper, "all_funds.expenditure", "by_function").reasons
    assert reason.text == "一是追加了教育支出的设备款"
    assert reason.about == ("教育支出",)


def test_procurement_and_small_enterprises() -> None:
    """Total, goods, works, services and what went to small enterprises, each by its key."""
    paper = read(
        "政府采购支出总额60.00万元，其中：政府采购货物支出20.00万元、政府采购工程支出0万元、"
        "政府采购服务支出40.00万元。授予中小企业合同金额50.00万元，占政府采购支出总额的83.33%，"
        "其中：授予小微企业合同金额10.00万元。"
    )
    place = "disclosures/procurement"
    kinds = [values(paper, f"{place}/{key}") for key in ("goods", "works", "services", "sme")]
    assert kinds == [["20.00万元"], ["0万元"], ["40.00万元"], ["50.00万元"]]
    assert values(paper, f"{place}/sme/micro") == ["10.00万元"]
    share = figure(paper, f"{place}/sme").share
    assert share is not None
    assert share.of is None


def test_awards_to_small_enterprises_are_parts_of_all_procurement() -> None:
    """Awards in reserved and in other projects do not overlap: both are parts of the total."""
    paper = read(
        "政府采购金额为30.00万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，"
        "采购金额20.00万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额5.00万元。"
    )
    found = parts(paper, "disclosures/procurement", "by_source")
    assert [printed(p.final) for p in found] == [["20.00万元"], ["5.00万元"]]


def test_people_offices_and_points() -> None:
    """Staff by name, the team with its members, offices with their names, points by key."""
    paper = read(
        "我局现有公务员18人，工勤人员2人。领导班子5人，含1名局长，3名副局长，1名总工程师。",
        "本局设3个内设机构：办公室；规划和信息股；人事股以及法规股。",
        "编报绩效目标的项目共6个，涉及预算金额75.00万元。本单位自评得分95.5分。",
    )
    assert values(paper, "disclosures/公务员", "actual") == ["18人"]
    team = parts(paper, "disclosures/leadership", "members")
    assert [p.name for p in team] == ["局长", "副局长", "总工程师"]
    offices = parts(paper, "disclosures/institutions", "members")
    assert [p.name for p in offices] == ["办公室", "规划和信息股", "人事股", "法规股"]
    assert values(paper, "disclosures/targets_set", "actual") == ["6个"]
    assert values(paper, "disclosures/targets_set", "initial_budget") == ["75.00万元"]
    assert values(paper, "evaluation", "score") == ["95.5"]


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("自评得分91分，自评等级为“优”。", "优"),
        ("综合评价，绩效等级：良好。", "良好"),
        ("绩效评级为“优”的项目3个。", None),
        ("评价结果优化了流程。", None),
    ],
)
def test_the_grade_of_a_self_evaluation(text: str, grade: str | None) -> None:
    """自评等级为优 is the grade claimed; a count of projects by grade is not."""
    assert read(text, kind="self_evaluation").report.grade == grade


def test_what_is_not_there_is_zero_by_word() -> None:
    """无X收入和支出 states both sides as 无."""
    paper = read("本单位2022年度无政府性基金预算财政拨款收入和支出。")
    for side in ("income", "expenditure"):
        assert values(paper, f"government_fund.{side}") == ["无"]


def test_blank_amounts_say_nothing() -> None:
    """结余分配/万元 is a figure that was there and blank; it is not zero."""
    paper = read("年初结转和结余5.00万元，结余分配/万元。")
    assert line(paper, "all_funds.distributed").final is not None
    assert values(paper, "all_funds.distributed") == []


def test_a_shortened_name_of_a_class_is_the_class() -> None:
    """一般公共服务 beside 一般公共服务支出 is the same line, not one more part of the total."""
    paper = read(
        "一般公共预算财政拨款支出9.00万元，主要用于以下方面：一般公共服务支出6.00万元；教育支出3.00万元。",
        "一般公共预算财政拨款支出9.00万元，具体情况如下：“一般公共服务”6.00万元，占66.67%；“教育支出”3.00万元。",
    )
    found = parts(paper, "general_budget.expenditure", "by_function")
    assert [part.name for part in found] == ["一般公共服务支出", "教育支出"]
    assert values(paper, "general_budget.expenditure/一般公共服务支出") == ["6.00万元", "6.00万元"]


def test_a_cause_that_names_its_subject_is_that_subjects() -> None:
    """A持平的主要原因是, B减少的主要原因是 after a list: each cause explains its own line."""
    paper = read(
        "“三公”经费支出决算数比2021年度减少4.00万元，其中：因公出国（境）费支出决算与2021年持平；"
        "公务用车购置及运行维护费支出决算减少5.00万元；公务接待费支出决算增加1.00万元。"
        "因公出国（境）费支出持平的主要原因是没有出访任务。"
        "公务用车购置及运行维护费支出减少的主要原因是旧车停用。"
    )
    reasons = {
        key: reason.text if reason else None
        for key in ("overseas", "vehicle", "reception")
        for reason in [compared(paper, f"three_public/{key}").reason]
    }
    assert reasons == {"overseas": "没有出访任务", "vehicle": "旧车停用", "reception": None}


@pytest.mark.parametrize(
    ("cause", "directions"),
    [
        ("公务接待费支出减少的主要原因是来访减少。", ["up", "down"]),
        ("公务接待费支出增加的主要原因是来访增加。", ["up"]),
    ],
)
def test_a_cause_of_the_other_direction_is_a_claim_of_its_own(
    cause: str, directions: list[str]
) -> None:
    """增加N, and then 减少的主要原因: both were said of the line."""
    paper = read(f"公务接待费支出决算3.00万元，比2021年度增加1.00万元。{cause}")
    claims = figure(paper, "three_public/reception").comparisons
    assert [claim.direction for claim in claims] == directions


def test_a_cause_of_two_comparisons_turns_neither() -> None:
    """Below the budget but above last year: 减少的主要原因 may speak of the budget."""
    paper = read(
        "公务接待费支出决算3.00万元，比2021年度增加1.00万元，完成年初预算5.00万元的60%。"
        "公务接待费支出减少的主要原因是来访减少。"
    )
    claims = figure(paper, "three_public/reception").comparisons
    assert [claim.direction for claim in claims] == ["up", None]


def test_a_plain_budget_is_the_one_that_a_table_lists() -> None:
    """完成预算的P of a part that only a table gives a budget for is of that budget."""
    table = "项目 | 全年预算数\n“三公”经费支出 | 9.00\n公务接待费 | 4.00"
    text = (
        "“三公”经费支出年初预算为{}万元，支出决算为3.00万元，完成预算的33.33%，"
        "其中：公务接待费支出决算为1.00万元，完成预算的25%。"
    )
    for budget, against in (("9.00", "adjusted_budget"), ("8.00", "initial_budget")):
        paper = read("财政拨款“三公”经费支出决算表", "单位：万元", table, text.format(budget))
        assert values(paper, "three_public/reception", "adjusted_budget") == ["4.00"]
        assert compared(paper, "three_public/reception").against == against


def test_foreign_guests_are_a_part_of_domestic_reception() -> None:
    """接待外宾, 外事接待 after 其中 are neither the visits received nor the receptions abroad."""
    paper = read(
        "公务接待费支出2.00万元，其中：国内公务接待支出2.00万元（含外宾接待支出0.20万元）。"
        "公务接待12批次、96人次，其中：接待外宾1批次、4人次；国（境）外公务接待0批次、0人次。"
    )
    assert counts(paper, "three_public/reception") == {
        "domestic_visits": "12",
        "domestic_guests": "96",
        "foreign_groups": "1",
        "foreign_guests": "4",
        "abroad_visits": "0",
        "abroad_guests": "0",
    }
    assert [
        len(f.statements) for f in dict(line(paper, "three_public/reception").counts).values()
    ] == [1] * 6
    assert values(paper, "three_public/reception/国内接待费") == ["2.00万元"]
    assert values(paper, "three_public/reception/国内接待费/外宾接待费") == ["0.20万元"]
    assert unbound(paper) == []


def test_a_zero_needs_no_unit() -> None:
    """年初预算为0，支出决算为N: the budget is zero, whatever it is counted in."""
    paper = read("教育支出（类）普通教育（款）小学教育（项）。年初预算为0，支出决算为6.00万元。")
    place = "all_funds.expenditure/教育支出/普通教育/小学教育"
    assert values(paper, place, "initial_budget") == ["0元"]
    assert values(paper, place) == ["6.00万元"]


def test_problems_found_are_solved_or_open() -> None:
    """发现问题N个，已经完成整改的N个，正在整改的N个: the two are all of those found."""
    paper = read(
        "绩效自评中共发现问题5个，已经完成整改的3个，正在整改的2个。",
    )
    place = "disclosures/problems"
    assert values(paper, place, "actual") == ["5个"]
    assert values(paper, f"{place}/solved", "actual") == ["3个"]
    assert values(paper, f"{place}/open", "actual") == ["2个"]
    assert complete(paper, place, "members")


def test_a_cause_turns_the_comparison_of_its_own_paragraph() -> None:
    """A completion rate of an earlier paragraph is not what a later cause speaks of."""
    paper = read(
        "公务接待费支出决算3.00万元，完成年初预算5.00万元的60%。",
        "公务接待费支出决算比2021年度增加1.00万元。公务接待费支出减少的主要原因是来访减少。",
    )
    claims = figure(paper, "three_public/reception").comparisons
    assert [claim.direction for claim in claims] == [None, "up", "down"]


def test_those_who_accompany_guests_are_no_guests() -> None:
    """接待N人次、陪同N人: the second number counts other people."""
    paper = read("公务接待费支出2.00万元。其中：接待批次3次、接待26人次、陪同9人。")
    assert counts(paper, "three_public/reception") == {
        "domestic_visits": "3",
        "domestic_guests": "26",
    }
    assert [
        len(f.statements) for f in dict(line(paper, "three_public/reception").counts).values()
    ] == [
        1,
        1,
    ]
