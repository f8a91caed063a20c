"""Styles of other places: wordings that are not those of the first documents that were read."""

from __future__ import annotations

import pytest
from tests.extraction.said import compared, counts, figure, line, read, unbound, values


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
    draft = read(text)
    assert values(draft, "three_public") == ["30.00万元"]
    assert not draft.accounts


def test_short_names_of_an_item_are_not_a_side() -> None:
    """运行维护费支出 is the running cost; 购置及运行维护费 is both, not the running cost."""
    draft = read("全年车辆情况：运行维护费支出4.00万元。", "购置及运行维护费5.00万元。")
    assert values(draft, "three_public/vehicle/running") == ["4.00万元"]
    assert values(draft, "three_public/vehicle") == ["5.00万元"]


def test_a_bracket_gives_the_count_back() -> None:
    """N批次（其中外事接待0批次），M人次: the guests are those of the visits before the bracket."""
    draft = read("国内公务接待共12批次（其中外事接待0批次），90人次（其中外事接待0人次）。")
    assert counts(draft, "three_public/reception") == {
        "domestic_visits": "12",
        "domestic_guests": "90",
        "foreign_groups": "0",
        "foreign_guests": "0",
    }


def test_guests_are_of_the_kind_just_spoken_of() -> None:
    """国（境）外公务接待批次N个，接待人次M人: foreign guests; behind 国内, domestic ones."""
    draft = read("国内接待批次7个，接待人次60人；国（境）外公务接待批次2个，接待人次9人。")
    assert counts(draft, "three_public/reception") == {
        "domestic_visits": "7",
        "domestic_guests": "60",
        "foreign_groups": "2",
        "foreign_guests": "9",
    }


def test_so_many_more_are_not_so_many() -> None:
    """国内公务接待批次为3批次，较上年减少5批次: there were 3."""
    draft = read("国内公务接待批次为3批次，较上年减少5批次，共计接待20人次。")
    assert counts(draft, "three_public/reception") == {
        "domestic_visits": "3",
        "domestic_guests": "20",
    }


def test_what_visits_cost_is_of_receptions() -> None:
    """其中：外事接待费0；国内公务接待N批次，共计支出M: M is not spent on foreign guests."""
    draft = read(
        "公务接待费6.00万元。其中：外事接待费支出0万元，国内公务接待9批次，共计支出6.00万元。"
    )
    assert values(draft, "three_public/reception") == ["6.00万元"]
    assert values(draft, "three_public/reception/外事接待费支出") == ["0万元"]


def test_a_full_stop_in_a_bracket_ends_nothing() -> None:
    """A（B N，C N。）比上年增加N: the change is of A."""
    draft = read(
        "“三公”经费9.00万元。其中：公务用车购置及运行费7.00万元（公务用车购置费2.00万元；"
        "公务用车运行维护费5.00万元。）比上年增加1.00万元，增长16.67%。"
    )
    assert str(compared(draft, "three_public/vehicle").change) == "1.00万元"


def test_income_and_expenditure_together_are_the_total() -> None:
    """收入总计N，支出总计N。收支较上年减少M: the change is of the totals, not of the income."""
    draft = read(
        "2022年度收入总计80.00万元，支出总计80.00万元。收支较上年决算数减少20.00万元，下降20%。"
        "收入合计70.00万元，较上年决算数增加10.00万元，增长16.67%。收支情况见附表。"
    )
    assert str(compared(draft, "all_funds.total").change) == "-20.00万元"
    assert set(values(draft, "all_funds.total")) == {"80.00万元"}
    assert str(compared(draft, "all_funds.income").change) == "10.00万元"


def test_the_total_spoken_of_has_its_level() -> None:
    """Without 本年收入合计 the total that 收支较上年… is about is still the one before it."""
    draft = read("收入总计80.00万元，支出总计80.00万元。收支较上年减少20.00万元，下降20%。")
    assert set(values(draft, "all_funds.total")) == {"80.00万元"}


@pytest.mark.parametrize(
    ("text", "change", "rate"),
    [
        ("同比减少2.00万元，负增长20%。", "-2.00万元", "-20%"),
        ("与上年相比，2022年度的公务接待费支出减少了2.00万元，下降了20%。", "-2.00万元", "-20%"),
        ("比上年减少公务接待费2.00万元，下降20%。", "-2.00万元", "-20%"),
    ],
)
def test_wordings_of_changes(text: str, change: str, rate: str) -> None:
    """负增长 is a fall; 了 means nothing; the subject may stand behind the direction."""
    draft = read(f"公务接待费8.00万元，{text}")
    claim = compared(draft, "three_public/reception")
    assert (str(claim.change), str(claim.rate)) == (change, rate)


def test_a_change_of_what_stands_behind_the_direction() -> None:
    """比上年减少公务接待费N under another subject is the change of receptions."""
    draft = read("“三公”经费20.00万元，其中公务用车运行费9.00万元，比上年减少公务接待费2.00万元。")
    assert str(compared(draft, "three_public/reception").change) == "-2.00万元"
    assert not figure(draft, "three_public/vehicle/running").comparisons


def test_a_base_without_a_direction_is_no_level_of_this_year() -> None:
    """较预算数N无增减；B为M: M is not a budget."""
    draft = read(
        "因公出国（境）费为0万元，较上年6.00万元减少6.00万元，较预算数0万元无增减；"
        "公务接待费为4.00万元，较预算数9.00万元有所节约。"
    )
    assert values(draft, "three_public/reception") == ["4.00万元"]
    assert values(draft, "three_public/reception", "initial_budget") == ["9.00万元"]


def test_another_change_in_a_cause_is_of_something_else() -> None:
    """比上年增加N，主要原因是…，实际较上年增加M: M is not the change of the same figure."""
    draft = read(
        "收入合计70.00万元，较上年决算数增加10.00万元，增长16.67%，主要原因是上年有结转，"
        "实际较上年增加资金4.00万元。"
    )
    assert str(compared(draft, "all_funds.income").change) == "10.00万元"
    assert unbound(draft) == ["4.00万元"]


@pytest.mark.parametrize(
    "text",
    [
        "灯塔巡护活动较上年减少1.00万元，下降5%。",
        "灯塔巡护活动预算6.00万元。",
    ],
)
def test_an_unknown_name_keeps_its_claims(text: str) -> None:
    """What is said of a name no lexicon knows is not said of the item."""
    draft = read(f"“三公”经费预算20.00万元，其中公务接待费8.00万元；{text}", kind="budget")
    assert values(draft, "three_public", "initial_budget") == ["20.00万元"]
    assert not figure(draft, "three_public", "initial_budget").comparisons


def test_parts_of_a_whole_that_was_lost_are_lost() -> None:
    """灯塔事业总预算N，其中：基本支出M: M is not the basic expenditure of the body."""
    draft = read("灯塔事业总预算30.00万元，其中：基本支出10.00万元，项目支出20.00万元。")
    assert unbound(draft) == ["30.00万元", "10.00万元", "20.00万元"]
    draft = read("灯塔事业汇总30.00万元，其中：公务接待费2.00万元。")
    assert values(draft, "three_public/reception") == ["2.00万元"]


def test_a_list_with_an_unread_part_is_not_whole() -> None:
    """A N，其中：B N；（unknown）N；C N: B and C are not all of A."""
    text = "一般公共预算支出90.00万元，其中：教育支出20.00万元；{}农林水支出30.00万元。"
    whole = "general_budget.expenditure"
    assert line(read(text.format("")), whole).complete("by_function")
    assert not line(read(text.format("对乡镇转移40.00万元；")), whole).complete("by_function")


def test_items_after_a_comma() -> None:
    """一、A N，二、B N，三、C N in one line are three items."""
    draft = read(
        "“三公”经费预算安排60.00万元：一、因公出国（境）费预算10.00万元，原因是有任务，"
        "二、公务用车购置及运行费预算20.00万元，主要原因是厉行节约，三、公务接待费预算30.00万元。",
        kind="budget",
    )
    assert values(draft, "three_public/reception", "initial_budget") == ["30.00万元"]
