"""Resets: what a clause inherits, and where that ends."""

from __future__ import annotations

from tests.extraction.said import compared, complete, figure, has, matters, read, unbound, values


def test_a_semicolon_ends_the_own_subject() -> None:
    """A N；比上年…: the claim is of the item's subject, not of A."""
    paper = read(
        "（二）公务用车购置及运行费8.00万元。其中：公务用车购置费0万元；与上年相比下降10%。",
    )
    assert str(compared(paper, "three_public/vehicle").rate) == "-10%"
    assert not figure(paper, "three_public/vehicle/purchase").comparisons


def test_a_full_stop_ends_year_and_stage() -> None:
    """2021年…。 The next sentence is about the document's year again."""
    paper = read("2021年项目支出4.00万元。基本支出9.00万元。")
    assert values(paper, "all_funds.expenditure/project", "prior") == ["4.00万元"]
    assert values(paper, "all_funds.expenditure/basic") == ["9.00万元"]
    paper = read("项目支出年初预算4.00万元。基本支出9.00万元。")
    assert values(paper, "all_funds.expenditure/basic", "final") == ["9.00万元"]


def test_parts_take_up_year_and_base_of_the_sentence_before() -> None:
    """…与2021年相比，减支N。其中：A N，增支N: A is compared with the same year."""
    paper = read(
        "（二）公务用车购置及运行费30.00万元，与2021年相比，减支5.00万元，下降14.29%。"
        "其中：公务用车购置费10.00万元，增支2.00万元，增长25%。"
    )
    claim = compared(paper, "three_public/vehicle/purchase")
    assert (claim.against, str(claim.change)) == ("prior", "2.00万元")


def test_a_base_ends_with_its_sentence() -> None:
    """增支N without any base in its sentence is not bound."""
    paper = read(
        "公务接待费3.00万元，与2021年相比，减支1.00万元。公务用车运行费5.00万元，增支2.00万元。"
    )
    assert unbound(paper) == ["2.00万元"]


def test_an_unbound_figure_takes_its_claims_along() -> None:
    """What follows the figure of a matter is not hung on the one before it."""
    paper = read("项目支出9.00万元，湖岸修复3.00万元，占33%。")
    assert matters(paper) == ["3.00万元"]
    assert figure(paper, "all_funds.expenditure/project").share is None


def test_a_new_item_ends_the_list_of_the_item_before() -> None:
    """An unknown name belongs to a list only while that list is open."""
    paper = read(
        "一、支出情况",
        "一般公共预算财政拨款支出9.00万元，具体情况如下：",
        "（一）灯塔养护支出3.00万元。",
        "二、其他情况",
        "（一）航标巡检支出1.00万元。",
    )
    assert values(paper, "general_budget.expenditure/灯塔养护支出") == ["3.00万元"]
    assert matters(paper) == ["1.00万元"]


def test_a_list_ends_with_its_sentence_but_not_at_a_semicolon() -> None:
    """其中：A；B。 C: A and B are parts, C is not."""
    paper = read("基本支出9.00万元，其中：人员经费6.00万元；公用经费3.00万元。项目支出4.00万元。")
    assert complete(paper, "all_funds.expenditure/basic", "by_purpose")
    assert values(paper, "all_funds.expenditure/project") == ["4.00万元"]


def test_an_inner_list_ends_at_the_semicolon() -> None:
    """其中：A N，其中a；B N: B is a part of the whole again, not of A."""
    paper = read(
        "项目支出9.00万元，其中：商品和服务支出6.00万元，其中印刷费1.00万元；对企业补助3.00万元。"
    )
    place = "all_funds.expenditure/project"
    assert values(paper, f"{place}/商品和服务支出/印刷费") == ["1.00万元"]
    assert values(paper, f"{place}/对企业补助") == ["3.00万元"]


def test_a_paragraph_starts_anew() -> None:
    """The subject of one paragraph is not that of the next."""
    paper = read("一、其他说明", "项目支出9.00万元。", "比上年增加1.00万元。")
    assert not figure(paper, "all_funds.expenditure/project").comparisons


def test_an_unnumbered_heading_ends_every_item() -> None:
    """Under a new heading nothing of the numbered items before it is inherited."""
    paper = read(
        "七、名词解释",
        "（八）机关运行经费：指用于运行的日常公用经费。",
        "2022年部门预算编制说明",
        "2022年，东川县水务局收入预算80.00万元，其中：财政拨款收入80.00万元。",
        kind="budget",
    )
    assert values(paper, "all_funds.income", "initial_budget") == ["80.00万元"]
    assert not has(paper, "disclosures")


def test_stage_is_handed_on_within_a_sentence() -> None:
    """年初预算为N，其中：A N: A is the initial budget of A."""
    paper = read("“三公”经费年初预算为5.00万元，其中：公务接待费2.00万元。")
    assert values(paper, "three_public/reception", "initial_budget") == ["2.00万元"]


def test_last_years_outturn_is_compared_with_last_years_budget() -> None:
    """2021年…支出N，完成年初预算的P: both columns are of 2021."""
    paper = read("2021年“三公”经费支出5.00万元，完成年初预算的50.00%，比年初预算减少5.00万元。")
    (claim,) = figure(paper, "three_public", "prior").comparisons
    assert (claim.against, str(claim.completed)) == ("prior_budget", "50.00%")
    assert str(claim.change) == "-5.00万元"
