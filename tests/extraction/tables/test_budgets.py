"""The tables of budgets: plain 预算数 is this year's initial budget."""

from __future__ import annotations

from tests.extraction.said import figure, read, said

UNIT = "编制部门：某区园林局 单位：元"


def test_a_total_without_balances_is_the_income_of_the_year() -> None:
    """收入总计 is all income where nothing is carried in; a nature may be split in the lane."""
    paper = read(
        "2024年部门财务收支预算总表",
        UNIT,
        """
        本年收入 | ^ | 本年支出 | ^ | ^ | ^ | ^
        项目 | 预算数 | 项目 | 预算数 | ^ | ^ | ^
        ^ | ^ | ^ | 合计 | 基本支出 | ^ | 项目支出
        ^ | ^ | ^ | ^ | 人员经费 | 公用经费 | ^
        一、财政拨款收入 | 900,000.00 | 一、城乡社区支出 | 850,000.00 \
            | 500,000.00 | 50,000.00 | 300,000.00
        1. 一般公共预算资金 | 900,000.00 | 二、住房保障支出 | 50,000.00 | 50,000.00 | |
        2. 政府性基金 | 0.00 | | | | |
        二、事业收入 | | | | | |
        收入总计 | 900,000.00 | 支出总计 | 900,000.00 | 550,000.00 | 50,000.00 | 300,000.00
        """,
        kind="budget",
        year=2024,
    )
    town = "all_funds.expenditure/function:212"
    houses = "all_funds.expenditure/function:221"
    expected = {
        "fiscal.income.initial_budget": "900,000.00元",
        "general_budget.income.initial_budget": "900,000.00元",
        "government_fund.income.initial_budget": "0.00元",
        "all_funds.income.initial_budget": "900,000.00元",
        f"{town}.initial_budget": "850,000.00元",
        f"{town}/nature:basic/purpose:personnel.initial_budget": "500,000.00元",
        f"{town}/nature:basic/purpose:public.initial_budget": "50,000.00元",
        f"{town}/nature:project.initial_budget": "300,000.00元",
        f"{houses}.initial_budget": "50,000.00元",
        f"{houses}/nature:basic/purpose:personnel.initial_budget": "50,000.00元",
        "all_funds.expenditure.initial_budget": "900,000.00元",
        "all_funds.expenditure/nature:basic/purpose:personnel.initial_budget": "550,000.00元",
        "all_funds.expenditure/nature:basic/purpose:public.initial_budget": "50,000.00元",
        "all_funds.expenditure/nature:project.initial_budget": "300,000.00元",
    }
    assert expected == said(paper)


def test_what_was_carried_in_makes_the_last_total_a_grand_one() -> None:
    """本年收入, then 上年结转 with its funds, then a total that is neither of them."""
    paper = read(
        "财政拨款收支总表",
        "单位：万元",
        """
        收入 | ^ | 支出 | ^
        项目 | 预算数 | 项目 | 预算数
        一、本年收入 | 80.00 | 一、本年支出 | 83.00
        （一）一般公共预算拨款 | 80.00 | （一）教育支出 | 83.00
        （二）政府性基金预算拨款 | | |
        二、上年结转 | 3.00 | 二、结转下年 |
        （一）一般公共预算拨款 | 3.00 | |
        收入总计 | 83.00 | 支出总计 | 83.00
        """,
        kind="budget",
        year=2024,
    )
    expected = {
        "fiscal.income.initial_budget": "80.00万元",
        "general_budget.income.initial_budget": "80.00万元",
        "fiscal.opening.initial_budget": "3.00万元",
        "general_budget.opening.initial_budget": "3.00万元",
        "fiscal.total.initial_budget": "83.00万元;83.00万元",
        "fiscal.expenditure.initial_budget": "83.00万元",
        "fiscal.expenditure/function:205.initial_budget": "83.00万元",
    }
    assert expected == said(paper)


def test_a_total_beside_what_was_carried_in_is_the_total_with_the_balances() -> None:
    """合计 | 本年收入 | 上年结转 in one header: 合计 is not the income of the year."""
    paper = read(
        "部门收入总表",
        "单位：万元",
        """
        科目编码 | 科目名称 | 合计 | 本年收入 | ^ | ^ | 上年结转
        ^ | ^ | ^ | 小计 | 一般公共预算 | 事业收入 | ^
        合计 | ^ | 12.00 | 11.00 | 9.00 | 2.00 | 1.00
        204 | 公共安全支出 | 12.00 | 11.00 | 9.00 | 2.00 | 1.00
        """,
        kind="budget",
        year=2024,
    )
    expected = {
        "all_funds.total.initial_budget": "12.00万元",
        "all_funds.income.initial_budget": "11.00万元",
        "general_budget.income.initial_budget": "9.00万元",
        "institutional.income.initial_budget": "2.00万元",
        "all_funds.opening.initial_budget": "1.00万元",
        "all_funds.total/function:204.initial_budget": "12.00万元",
        "all_funds.income/function:204.initial_budget": "11.00万元",
        "general_budget.income/function:204.initial_budget": "9.00万元",
        "institutional.income/function:204.initial_budget": "2.00万元",
        "all_funds.opening/function:204.initial_budget": "1.00万元",
    }
    assert expected == said(paper)


def test_a_budget_beside_last_year_gives_both_columns_and_the_change() -> None:
    """2023年执行数 is last year's outturn; 增减额 and 增减% speak of this year's budget."""
    paper = read(
        "一般公共预算支出表",
        "单位：万元",
        """
        功能分类科目 | ^ | 2023年执行数 | 2024年预算数 | ^ | ^ | 2024年预算数比2023年执行数 | ^
        科目编码 | 科目名称 | ^ | 小计 | 基本支出 | 项目支出 | 增减额 | 增减%
        204 | 公共安全支出 | 40.00 | 50.00 | 30.00 | 20.00 | 10.00 | 25.00
        合计 | ^ | 40.00 | 50.00 | 30.00 | 20.00 | 10.00 | 25.00
        """,
        kind="budget",
        year=2024,
    )
    safety = "general_budget.expenditure/function:204"
    found = said(paper)
    assert found[f"{safety}.prior"] == "40.00万元"
    assert found[f"{safety}.initial_budget"] == "50.00万元"
    assert found[f"{safety}/nature:project.initial_budget"] == "20.00万元"
    change, rate = figure(paper, "general_budget.expenditure", "initial_budget").comparisons
    assert (change.against, str(change.change)) == ("prior", "10.00万元")
    assert (rate.against, str(rate.rate)) == ("prior", "25.00%")


def test_budgets_of_basic_expenditure_split_each_subject_into_staff_and_running() -> None:
    """人员经费 and 公用经费 beside a 合计 are parts of the subject itself."""
    paper = read(
        "2024年部门一般公共预算基本支出部门预算经济分类预算表",
        UNIT,
        """
        项目 | ^ | ^ | 一般公共预算基本支出 | ^ | ^
        部门预算经济分类科目编码 | ^ | 经济分类科目名称 | 合计 | 人员经费 | 公用经费
        类 | 款 | ^ | ^ | ^ | ^
        302 | | 商品和服务支出 | 1,200 | 0 | 1,200
        302 | 07 | 邮电费 | 1,200 | 0 | 1,200
        合计 | ^ | ^ | 1,200 | 0 | 1,200
        """,
        kind="budget",
        year=2024,
    )
    basic = "general_budget.expenditure/nature:basic"
    expected = {
        f"{basic}/economic:302.initial_budget": "1,200元",
        f"{basic}/economic:302/purpose:personnel.initial_budget": "0元",
        f"{basic}/economic:302/purpose:public.initial_budget": "1,200元",
        f"{basic}/economic:302/economic:30207.initial_budget": "1,200元",
        f"{basic}/economic:302/economic:30207/purpose:personnel.initial_budget": "0元",
        f"{basic}/economic:302/economic:30207/purpose:public.initial_budget": "1,200元",
        f"{basic}.initial_budget": "1,200元",
        f"{basic}/purpose:personnel.initial_budget": "0元",
        f"{basic}/purpose:public.initial_budget": "1,200元",
    }
    assert expected == said(paper)


def test_three_public_and_running_costs_share_a_table_in_its_own_unit() -> None:
    """Tables in 元 and one in 万元 stand in one document; each keeps its own unit."""
    paper = read(
        "2024年部门“三公”经费和机关运行经费预算表",
        "编制部门：某区园林局 单位:万元",
        """
        2024年“三公”经费预算数 | ^ | ^ | ^ | ^ | ^ | 2024年机关运行经费预算数
        合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 | ^ | ^ | ^
        ^ | ^ | ^ | 小计 | 购置费 | 运行费 | ^
        4.35 | 0 | 0.85 | 3.5 | 0 | 3.5 | 21.70
        """,
        kind="budget",
        year=2024,
    )
    expected = {
        "three_public.initial_budget": "4.35万元",
        "three_public/members:overseas.initial_budget": "0万元",
        "three_public/members:reception.initial_budget": "0.85万元",
        "three_public/members:vehicle.initial_budget": "3.5万元",
        "three_public/members:vehicle/members:purchase.initial_budget": "0万元",
        "three_public/members:vehicle/members:running.initial_budget": "3.5万元",
        "disclosures/members:org_running.initial_budget": "21.70万元",
    }
    assert expected == said(paper)


def test_last_year_s_three_public_budget_is_another_column() -> None:
    """2023年预算数 in a budget for 2024 is last year's budget."""
    paper = read(
        "一般公共预算“三公”经费支出表",
        "单位：万元",
        """
        2023年预算数 | ^ | 2024年预算数 | ^
        合计 | 公务接待费 | 合计 | 公务接待费
        2.00 | 2.00 | 1.50 | 1.50
        """,
        kind="budget",
        year=2024,
    )
    expected = {
        "three_public.prior_budget": "2.00万元",
        "three_public/members:reception.prior_budget": "2.00万元",
        "three_public.initial_budget": "1.50万元",
        "three_public/members:reception.initial_budget": "1.50万元",
    }
    assert expected == said(paper)


def test_columns_of_one_header_are_not_told_apart() -> None:
    """Two columns whose headers say the same are not read: which is which would be a guess."""
    paper = read(
        "“三公”经费支出决算表",
        """
        单位：万元 | |
        项目 | 决算数 | 决算数
        公务接待费 | 2.00 | 1.60
        公务用车运行维护费 | 6.00 | 5.80
        """,
    )
    assert {} == said(paper)
    assert ["有两列的表头相同，分不清"] * 4 == [one.why for one in paper.unbound]
