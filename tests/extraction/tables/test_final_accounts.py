"""The nine tables of final accounts, in the forms in which they are printed."""

from __future__ import annotations

from tests.extraction.said import read, said, unbound

UNIT = "金额单位：万元"


def test_the_overall_table_has_two_lanes_that_meet_in_one_total() -> None:
    """Income by source, expenditure by function, balances, and the total both sides share."""
    paper = read(
        "收入支出决算总表",
        "公开01表",
        "部门：某县水务局 金额单位：万元",
        """
        收入 | ^ | ^ | 支出 | ^ | ^
        项目 | 行次 | 金额 | 项目 | 行次 | 金额
        栏次 | | 1 | 栏次 | | 2
        一、一般公共预算财政拨款收入 | 1 | 510.20 | 一、一般公共服务支出 | 31 | 9.30
        二、政府性基金预算财政拨款收入 | 2 | 40.00 | 二、外交支出 | 32 |
        四、上级补助收入 | 4 | | 八、社会保障和就业支出 | 38 | 60.10
        八、其他收入 | 8 | 3.50 | 十二、农林水支出 | 42 | 480.00
        本年收入合计 | 27 | 553.70 | 本年支出合计 | 57 | 549.40
        使用非财政拨款结余（含专用结余） | 28 | | 结余分配 | 58 |
        年初结转和结余 | 29 | 20.00 | 年末结转和结余 | 59 | 24.30
        总计 | 30 | 573.70 | 总计 | 60 | 573.70
        """,
    )
    expected = {
        "general_budget.income.final": "510.20万元",
        "government_fund.income.final": "40.00万元",
        "other.income.final": "3.50万元",
        "all_funds.income.final": "553.70万元",
        "all_funds.opening.final": "20.00万元",
        "all_funds.total.final": "573.70万元;573.70万元",
        "all_funds.expenditure/function:201.final": "9.30万元",
        "all_funds.expenditure/function:208.final": "60.10万元",
        "all_funds.expenditure/function:213.final": "480.00万元",
        "all_funds.expenditure.final": "549.40万元",
        "all_funds.closing.final": "24.30万元",
    }
    assert expected == said(paper)
    assert unbound(paper) == []
    assert paper.looked.bound == 12


def test_the_older_overall_table_names_funds_as_parts_of_the_appropriation() -> None:
    """一、财政拨款收入 with 其中：政府性基金 below it; the reserve has its older name."""
    paper = read(
        "收入支出决算总表",
        UNIT,
        """
        收入 | ^ | 支出 | ^
        项目 | 决算数 | 项目（按功能分类） | 决算数
        一、财政拨款收入 | 90.00 | 一、教育支出 | 88.00
        其中：政府性基金预算财政拨款 | 5.00 | 二、其他支出 | 3.00
        二、事业收入 | 2.00 | |
        本年收入合计 | 92.00 | 本年支出合计 | 91.00
        用事业基金弥补收支差额 | 1.00 | 结余分配 | 0.50
        收入总计 | 93.00 | 支出总计 | 93.00
        """,
    )
    expected = {
        "fiscal.income.final": "90.00万元",
        "government_fund.income.final": "5.00万元",
        "institutional.income.final": "2.00万元",
        "all_funds.income.final": "92.00万元",
        "all_funds.reserves_used.final": "1.00万元",
        "all_funds.total.final": "93.00万元;93.00万元",
        "all_funds.expenditure/function:205.final": "88.00万元",
        "all_funds.expenditure/function:229.final": "3.00万元",
        "all_funds.expenditure.final": "91.00万元",
        "all_funds.distributed.final": "0.50万元",
    }
    assert expected == said(paper)


def test_income_by_source_and_subject_goes_to_the_account_of_each_source() -> None:
    """A column of the income table is the income of one account; codes in three columns join."""
    paper = read(
        "收入决算表",
        UNIT,
        """
        项目 | ^ | ^ | ^ | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | ^ | 其他收入
        功能分类 | ^ | ^ | 科目名称 | ^ | ^ | ^ | 小计 | 其中：教育收费 | ^
        科目编码 | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^
        类 | 款 | 项 | 合计 | 70.00 | 60.00 | | 10.00 | 8.00 |
        205 | | | 教育支出 | 70.00 | 60.00 | | 10.00 | 8.00 |
        205 | 02 | | 普通教育 | 70.00 | 60.00 | | 10.00 | 8.00 |
        205 | 02 | 02 | 小学教育 | 70.00 | 60.00 | | 10.00 | 8.00 |
        """,
    )
    way = "income/function:205/function:20502/function:2050202.final"
    found = said(paper)
    assert found[f"all_funds.{way}"] == "70.00万元"
    assert found[f"fiscal.{way}"] == "60.00万元"
    assert found[f"institutional.{way}"] == "10.00万元"
    assert {"all_funds", "fiscal", "institutional"} == {path.split(".")[0] for path in found}
    assert found["fiscal.income.final"] == "60.00万元"
    assert found[f"institutional.{way.removesuffix('.final')}/members:教育收费.final"] == "8.00万元"
    assert unbound(paper) == []


def test_expenditure_by_subject_is_split_by_nature_below_each_subject() -> None:
    """The total is the subject's own figure; 基本支出 and 项目支出 are its parts."""
    paper = read(
        "支出决算表",
        UNIT,
        """
        项目 | ^ | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
        科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^
        合计 | ^ | 30.00 | 18.00 | 12.00 | | |
        213 | 农林水支出 | 30.00 | 18.00 | 12.00 | | |
        21303 | 水利 | 30.00 | 18.00 | 12.00 | | |
        2130301 | 行政运行 | 18.00 | 18.00 | | | |
        2130305 | 水利工程建设 | 12.00 | | 12.00 | | |
        """,
    )
    top = "all_funds.expenditure"
    item = f"{top}/function:213/function:21303/function"
    found = said(paper)
    assert found[f"{top}.final"] == "30.00万元"
    assert found[f"{top}/nature:basic.final"] == "18.00万元"
    assert found[f"{top}/function:213/nature:project.final"] == "12.00万元"
    assert found[f"{item}:2130301.final"] == "18.00万元"
    assert found[f"{item}:2130301/nature:basic.final"] == "18.00万元"
    assert f"{item}:2130301/nature:project.final" not in found
    assert found[f"{item}:2130305/nature:project.final"] == "12.00万元"
    assert paper.looked.bound == 13


def test_the_fiscal_table_has_an_account_in_each_column() -> None:
    """The right lane splits every line by account, balances and the total too."""
    paper = read(
        "财政拨款收入支出决算总表",
        UNIT,
        """
        收入 | ^ | 支出 | ^ | ^ | ^ | ^
        项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 \
            | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
        一、一般公共预算财政拨款 | 50.00 | 一、文化旅游体育与传媒支出 | 48.00 | 48.00 | |
        二、政府性基金预算财政拨款 | 6.00 | 二、城乡社区支出 | 7.00 | | 7.00 |
        本年收入合计 | 56.00 | 本年支出合计 | 55.00 | 48.00 | 7.00 |
        年初财政拨款结转和结余 | 3.00 | 年末财政拨款结转和结余 | 4.00 | 3.00 | 1.00 |
        一、一般公共预算财政拨款 | 1.00 | | | | |
        二、政府性基金预算财政拨款 | 2.00 | | | | |
        总计 | 59.00 | 总计 | 59.00 | 51.00 | 8.00 |
        """,
    )
    expected = {
        "general_budget.income.final": "50.00万元",
        "government_fund.income.final": "6.00万元",
        "fiscal.income.final": "56.00万元",
        "fiscal.opening.final": "3.00万元",
        "general_budget.opening.final": "1.00万元",
        "government_fund.opening.final": "2.00万元",
        "fiscal.total.final": "59.00万元;59.00万元",
        "fiscal.expenditure/function:207.final": "48.00万元",
        "fiscal.expenditure/function:212.final": "7.00万元",
        "fiscal.expenditure.final": "55.00万元",
        "general_budget.expenditure/function:207.final": "48.00万元",
        "general_budget.expenditure.final": "48.00万元",
        "government_fund.expenditure/function:212.final": "7.00万元",
        "government_fund.expenditure.final": "7.00万元",
        "fiscal.closing.final": "4.00万元",
        "general_budget.closing.final": "3.00万元",
        "government_fund.closing.final": "1.00万元",
        "general_budget.total.final": "51.00万元",
        "government_fund.total.final": "8.00万元",
    }
    assert expected == said(paper)


def test_basic_expenditure_is_listed_by_economic_subjects_in_two_lanes() -> None:
    """Both lanes go below 基本支出; the last row gives staff and running costs."""
    paper = read(
        "一般公共预算财政拨款基本支出决算表",
        UNIT,
        """
        经济分类 | ^ | 科目名称 | 决算数 | 经济分类 | ^ | 科目名称 | 决算数
        科目编码 | ^ | ^ | ^ | 科目编码 | ^ | ^ | ^
        类 | 款 | ^ | ^ | 类 | 款 | ^ | ^
        301 | | 工资福利支出 | 12.00 | 302 | | 商品和服务支出 | 3.00
        301 | 01 | 基本工资 | 12.00 | 302 | 1 | 办公费 | 3.00
        人员经费合计 | ^ | ^ | 12.00 | 公用经费合计 | ^ | ^ | 3.00
        """,
    )
    basic = "general_budget.expenditure/nature:basic"
    expected = {
        f"{basic}/economic:301.final": "12.00万元",
        f"{basic}/economic:301/economic:30101.final": "12.00万元",
        f"{basic}/economic:302.final": "3.00万元",
        f"{basic}/economic:302/economic:30201.final": "3.00万元",
        f"{basic}/purpose:personnel.final": "12.00万元",
        f"{basic}/purpose:public.final": "3.00万元",
    }
    assert expected == said(paper)


def test_three_lanes_of_basic_expenditure_share_the_last_label() -> None:
    """公用经费合计 spans two lanes; its figure stands in the third, subjects stay below basic."""
    paper = read(
        "一般公共预算财政拨款基本支出决算明细表",
        UNIT,
        """
        人员经费 | ^ | ^ | 公用经费 | ^ | ^ | ^ | ^ | ^
        科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额
        301 | 工资福利支出 | 12.00 | 302 | 商品和服务支出 | 3.00 | 310 | 资本性支出 | 0.40
        30103 | 奖金 | 12.00 | 30229 | 福利费 | 3.00 | 31002 | 办公设备购置 | 0.40
        人员经费合计 | ^ | 12.00 | 公用经费合计 | ^ | ^ | ^ | ^ | 3.40
        """,
    )
    basic = "general_budget.expenditure/nature:basic"
    found = said(paper)
    assert found[f"{basic}/economic:301/economic:30103.final"] == "12.00万元"
    assert found[f"{basic}/economic:310/economic:31002.final"] == "0.40万元"
    assert found[f"{basic}/purpose:public.final"] == "3.40万元"
    assert unbound(paper) == []


def test_the_three_public_table_has_no_names_of_rows() -> None:
    """Items and stages stand above the columns; a note says which budget 预算数 is."""
    paper = read(
        "财政拨款“三公”经费支出决算表",
        "单位：万元",
        """
        预算数 | ^ | ^ | ^ | ^ | ^ | 决算数 | ^ | ^ | ^ | ^ | ^
        合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | ^ | ^ | 公务接待费 \
            | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | ^ | ^ | 公务接待费
        ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ \
            | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^
        1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
        9.00 | | 6.00 | | 6.00 | 3.00 | 7.10 | 0.00 | 5.00 | | 5.00 | 2.10
        """,
        "注：预算数为“三公”经费年初预算数。",
    )
    expected = {
        "three_public.initial_budget": "9.00万元",
        "three_public/members:vehicle.initial_budget": "6.00万元",
        "three_public/members:vehicle/members:running.initial_budget": "6.00万元",
        "three_public/members:reception.initial_budget": "3.00万元",
        "three_public.final": "7.10万元",
        "three_public/members:overseas.final": "0.00万元",
        "three_public/members:vehicle.final": "5.00万元",
        "three_public/members:vehicle/members:running.final": "5.00万元",
        "three_public/members:reception.final": "2.10万元",
    }
    assert expected == said(paper)


def test_three_public_items_in_rows_may_come_with_counts() -> None:
    """Some regions list items and numbers of visits, guests and cars below each other."""
    paper = read(
        "“三公”经费、行政参公单位机关运行经费情况表",
        UNIT,
        """
        项目 | 行次 | 全年预算数 | 决算数
        一、“三公”经费支出 | 1 | — | —
        （一）支出合计 | 2 | 5.00 | 4.20
        1．因公出国（境）费 | 3 | 0.00 | 0.00
        2．公务用车购置及运行维护费 | 4 | 4.00 | 3.90
        （2）公务用车运行维护费 | 5 | 4.00 | 3.90
        3．公务接待费 | 6 | 1.00 | 0.30
        （二）相关统计数 | 7 | — | —
        1．公务用车保有量（辆） | 8 | — | 2
        2．国内公务接待批次（个） | 9 | — | 11
        3．国内公务接待人次（人） | 10 | — | 64
        二、机关运行经费 | 11 | 60.00 | 58.00
        """,
    )
    expected = {
        "three_public.adjusted_budget": "5.00万元",
        "three_public.final": "4.20万元",
        "three_public/members:overseas.adjusted_budget": "0.00万元",
        "three_public/members:overseas.final": "0.00万元",
        "three_public/members:vehicle.adjusted_budget": "4.00万元",
        "three_public/members:vehicle.final": "3.90万元",
        "three_public/members:vehicle/members:running.adjusted_budget": "4.00万元",
        "three_public/members:vehicle/members:running.final": "3.90万元",
        "three_public/members:vehicle/members:running#vehicles_held": "2辆",
        "three_public/members:reception.adjusted_budget": "1.00万元",
        "three_public/members:reception.final": "0.30万元",
        "three_public/members:reception#domestic_visits": "11个",
        "three_public/members:reception#domestic_guests": "64人",
        "disclosures/members:org_running.adjusted_budget": "60.00万元",
        "disclosures/members:org_running.final": "58.00万元",
    }
    assert expected == said(paper)
    assert unbound(paper) == []


def test_a_fund_table_gives_balances_income_and_expenditure_of_each_subject() -> None:
    """Every column is another side of the same account."""
    paper = read(
        "政府性基金预算财政拨款收入支出决算表",
        UNIT,
        """
        项目 | ^ | 年初结转和结余 | 本年收入 | 本年支出 | ^ | ^ | 年末结转和结余
        科目代码 | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
        栏次 | ^ | 1 | 2 | 3 | 4 | 5 | 6
        合计 | ^ | 1.00 | 6.00 | 7.00 | | 7.00 | 0.00
        2120801 | 征地和拆迁补偿支出 | 1.00 | 6.00 | 7.00 | | 7.00 | 0.00
        """,
    )
    item = "function:2120801"
    expected = {
        "government_fund.opening.final": "1.00万元",
        "government_fund.income.final": "6.00万元",
        "government_fund.expenditure.final": "7.00万元",
        "government_fund.expenditure/nature:project.final": "7.00万元",
        "government_fund.closing.final": "0.00万元",
        f"government_fund.opening/{item}.final": "1.00万元",
        f"government_fund.income/{item}.final": "6.00万元",
        f"government_fund.expenditure/{item}.final": "7.00万元",
        f"government_fund.expenditure/{item}/nature:project.final": "7.00万元",
        f"government_fund.closing/{item}.final": "0.00万元",
    }
    assert expected == said(paper)


def test_a_state_capital_table_is_expenditure_only() -> None:
    """The caption gives account and side, the columns the nature."""
    paper = read(
        "国有资本经营预算财政拨款支出决算表",
        UNIT,
        """
        项目 | ^ | 本年支出 | ^ | ^
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        2230105 | 国有企业退休人员社会化管理补助支出 | 2.00 | | 2.00
        合计 | ^ | 2.00 | | 2.00
        """,
    )
    item = "state_capital.expenditure/function:2230105"
    expected = {
        f"{item}.final": "2.00万元",
        f"{item}/nature:project.final": "2.00万元",
        "state_capital.expenditure.final": "2.00万元",
        "state_capital.expenditure/nature:project.final": "2.00万元",
    }
    assert expected == said(paper)


def test_a_detailed_table_has_economic_subjects_in_its_columns() -> None:
    """工资福利支出 above a column is the economic class below each function."""
    paper = read(
        "财政拨款支出决算明细表",
        UNIT,
        """
        科目编码 | 科目名称 | 合计 | 工资福利支出 | ^ | 商品和服务支出
        ^ | ^ | ^ | 小计 | 奖金 | ^
        205 | 教育支出 | 10.00 | 6.00 | 6.00 | 4.00
        """,
    )
    education = "fiscal.expenditure/function:205"
    assert said(paper) == {
        f"{education}.final": "10.00万元",
        f"{education}/economic:工资福利支出.final": "6.00万元",
        f"{education}/economic:工资福利支出/economic:30103.final": "6.00万元",
        f"{education}/economic:商品和服务支出.final": "4.00万元",
    }


def test_kinds_of_expenditure_divide_each_balance_that_heads_their_column() -> None:
    """基本支出 below 年初结转和结余 is a part of that, and no second 基本支出 of the year."""
    paper = read(
        "单位：万元",
        """
        项目 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余
        合计 | 30.00 | 90.00 | 85.00 | 35.00
        其中：基本支出 | 10.00 | 60.00 | 58.00 | 12.00
        项目支出 | 20.00 | 30.00 | 27.00 | 23.00
        """,
    )
    figures = said(paper)
    assert figures["all_funds.expenditure/nature:basic.final"] == "58.00万元"
    assert figures["all_funds.opening/nature:basic.final"] == "10.00万元"
    assert figures["all_funds.closing/nature:project.final"] == "23.00万元"


def test_a_total_may_stand_where_other_rows_have_their_number() -> None:
    """合计 | | N below 1 | 甲工程 | n: the total of the column, though its name is blank."""
    rows = """
        序号 | 项目名称 | 金额
        1 | 灯塔大修 | 26.50
        2 | 航标更新 | 40.00
        3 | 码头加固 | 95.80
        """
    known = read("项目支出明细表", "单位：万元", f"{rows}合计 | | 162.30")
    assert said(known)["all_funds.expenditure/nature:project.final"] == "162.30万元"
    assert not unbound(known)
    unknown = read("渡口维护清单（单位：万元）", f"{rows}合计 | | 162.30")
    assert not unbound(unknown)
