"""What two natures of spending are parts of, and who pays for a project."""

from __future__ import annotations

from tests.extraction.judged import errors

FUNCTIONS = (
    "一般公共预算财政拨款支出合计500.00万元。其中：\n"
    "（1）交通运输支出450.00万元；\n"
    "（2）住房保障支出50.00万元。\n"
)


def test_two_natures_that_are_more_than_an_account_are_of_more() -> None:
    """Where its functions make the account, what exceeds it is that of all the money."""
    assert errors(f"{FUNCTIONS}1.基本支出180.00万元。\n2.项目支出420.00万元。") == []


def test_two_natures_that_are_said_to_be_of_the_account_are_its_parts() -> None:
    """The account stands in their own names."""
    said = "一般公共预算财政拨款支出500.00万元，其中：基本支出180.00万元，项目支出420.00万元。"
    assert errors(said)


def test_every_row_that_pays_for_a_project_is_a_part_of_it() -> None:
    """政府性基金预算安排 in a table of what 项目支出 is paid from is no account of its own."""
    table = (
        "本年支出合计900.00万元。其中：基本支出27.00万元，项目支出873.00万元。\n"
        "六、项目支出资金来源。\n项目支出情况如下：\n"
        "| 资金来源 | 金额（万元） |\n| 一般公共预算安排 | 483.00 |\n"
        "| 政府性基金预算安排 | {} |\n| 其他资金安排 | 165.00 |\n| 合计 | 873.00 |"
    )
    assert errors(table.format("225.00")) == []
