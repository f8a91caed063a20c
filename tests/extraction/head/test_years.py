"""The fiscal year: whose it is that a document names."""

from __future__ import annotations

import pytest
from tests.extraction.head.openings import head

OWN = "本单位2021年度总收入9.00万元"


@pytest.mark.parametrize(
    ("sentences", "year"),
    [
        # 拿来比较的年份再多也不算
        (
            [
                f"{OWN}，较2020年度决算数减少1.00万元。",
                "其他收入2.00万元，较2020年度减少1.00万元。",
            ],
            2021,
        ),
        (["区党校2024年支出9.00万元，比2023年预算减少1.00万元。", "与2023年相比减少0。"], 2024),
        (["2022年相比增长2%，2022年以来连续增长，上年（2022年）为8.00万元。", f"{OWN}。"], 2021),
        (["由2019年的3人增至5人，自2018年起试点，2023年计划支出8.00万元。", f"{OWN}。"], 2021),
        # 日期、文号不算，年末算
        (["公开日期：2022年9月1日", "按东财〔2020〕7号、2022年8月31日批复，", f"{OWN}。"], 2021),
        (["截至2021年12月31日，共有车辆2辆。", "2022年3月15日"], 2021),
        # 没有数字的话不如有数字的
        (["协助完成2018年度造林验收。", "2018年度成立专班。", "2021年度支出9.00万元。"], 2021),
        (["二〇二一年度收入9.00万元，二○二〇年度结转不计。"], 2021),
        (["没有年份。"], None),
        # 先说的、最晚的、说得最多的，三者有两者相同才算
        (["2021年度收入9.00万元。", "2020年度收入8.00万元。", "2020年度支出7.00万元。"], 2021),
        (["2020年度下达9.00万元。", "2021年度下达8.00万元。", "2022年度下达7.00万元。"], None),
        # 几年的期间不是一个年度
        (["2020—2023年建设期内投资9.00亿元。", "2021年度支出8.00万元。"], 2021),
    ],
)
def test_the_year_of_the_documents_own_figures(sentences: list[str], year: int | None) -> None:
    """Comparisons, events, plans, dates and document numbers never vote."""
    assert year == head("青禾县水利局部门整体支出绩效自评报告", *sentences).year


@pytest.mark.parametrize(
    "lines",
    [
        ("部门整体支出绩效自评报告（2021年度）",),
        ("部门整体支出绩效自评报告", "（2021年度）"),
        ("部门整体支出绩效自评报告", "2021年度"),
        ("部门整体支出绩效自评报告(2021)",),
        ("部门整体支出绩效自评报告", "评价年度：2021年"),
        ("2020—2021年度部门整体支出绩效自评报告",),
        ("二O二一年度部门整体支出绩效自评报告",),
        ("部门整体支出绩效自评报告", "2021年度部门整体支出绩效自评表"),
        ("一、2021年度收入决算情况说明", "二、2021年度支出决算情况说明", "2022年安排8.00万元。"),
    ],
)
def test_title_brackets_labels_and_headings_come_before_sentences(lines: tuple[str, ...]) -> None:
    """What the sentences speak of does not matter where the opening says the year."""
    assert head(*lines, "2020年支出9.00万元，2020年收入9.00万元。").year == 2021


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("青禾县2022年预算执行情况和2023年预算草案的报告", 2022),
        ("青禾县中医院2022年度决算及2023年预算公开", 2022),
        ("青禾县中医院2023年预算及2022年度决算公开", 2022),
        ("青禾县水利局2018年2月份“三公”经费支出情况", 2018),
        ("青财〔2022〕7号 青禾县水利局2021年度部门决算", 2021),
    ],
)
def test_of_two_years_in_a_title_the_one_of_the_accounts(title: str, year: int) -> None:
    """The budget of another year is named beside it; a month is of its year."""
    assert year == head(title).year
