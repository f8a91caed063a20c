"""A year that stands in one place only, where all else of a document is of another one."""

from __future__ import annotations

import pytest
from tests.extraction.tables.papers import errors

HEAD = "云梯县水利站2023年度部门整体支出绩效自评报告\n2023年末在职31人。\n2023年完成清淤12处。\n"
PROJECT = (
    "云梯县水利站2023年灌渠衬砌项目支出绩效自评报告\n项目列入2023年民生实事，衬砌灌渠7公里。\n"
)


def _years(text: str) -> list[str]:
    found = errors(text.encode())
    return [one for one in found if one.startswith("DAT-") or "年份" in one or "日期先后" in one]


def test_the_name_before_a_figure_is_looked_for_near_it_alone() -> None:
    """Whatever is piled up before a figure, reading comes to an end, and the year is still told."""
    heap = "云梯渠" + "共计" * 200 + "丁" + "共计" * 30
    assert _years(f"{HEAD}{heap}41236.75元。\n自评时段为2021年1月1日至12月31日。\n")


WORDS = {
    "自评时段为2021年1月1日至12月31日。": True,
    "自评时段为2023年1月1日至12月31日。": False,
    "自评范围为本站2022年1月1日至2022年12月31日的全部资金。": True,
    # Something was agreed in that year, so there was something to evaluate.
    "自评时段为2022年1月1日至12月31日。施工合同于2022年9月签订。": False,
    # A span of years covers it.
    "实施期为2021—2024年。自评时段为2022年1月1日至12月31日。": False,
    "截至2022年年底，我站支出81.37万元，余2.63万元结转下年使用。": True,
    "截至2032年12月31日，支出81.37万元，年末无结转。": True,
    "截至2023年年底，我站支出81.37万元，余2.63万元结转下年使用。": False,
    # All that was spent up to then is no outturn of one year.
    "截至2022年底，我站支出累计81.37万元。": False,
    "截至2022年底，我站支出81.37万元。2022年下达资金90.00万元。": False,
    "截至2022年底，全县建成灌渠31公里。": False,
    "截至2024年底，我站计划支出81.37万元。": False,
    "2022年9月签订合同，截至2022年底，我站支出81.37万元。": False,
    "以上均为上年末（2021年12月31日）数据。": True,
    "以上均为上年末（2022年12月31日）数据。": False,
}


@pytest.mark.parametrize("text", WORDS)
def test_what_words_alone_say_of_a_year(text: str) -> None:
    """What is evaluated and spent is of the report's year, and 上年末 of the one before."""
    assert WORDS[text] == bool(_years(PROJECT + text))


FIGURES = {
    # A long figure of one name is not that of two years.
    "财政拨款支出1,362.48万元。\n2020年度财政拨款支出1,362.48万元。": True,
    "财政拨款支出1,362.48万元。\n2023年度财政拨款支出1,362.48万元。": False,
    "财政拨款支出1,362.48万元。\n2020年度财政拨款支出1,207.15万元。": False,
    # Nor are two of a sentence.
    "收入241.87万元，支出239.12万元。\n2026年末结转27万元，收入241.87万元、支出239.12万元。": True,
    "收入241.87万元，支出239.12万元。\n2023年末结转27万元，收入241.87万元、支出239.12万元。": False,
    # What was left of a year is what the next one begins with.
    "上年结转和结余137.42万元。\n2022年度结转和结余137.42万元，全部用于清淤。": False,
    "年初结转137.42万元，使用结转资金137.42万元。\n2021年度项目支出结余137.42万元。": False,
    # A contract, a plan and a grant of an earlier year are told again.
    "已支付1,362.48万元，合同金额1,362.48万元。\n2021年度项目合同支出1,362.48万元。": False,
    "专项资金1,362.48万元。\n2021年度下达专项经费1,362.48万元。": False,
    # The year is told of elsewhere, too.
    "财政拨款支出1,362.48万元。\n2020年度财政拨款支出1,362.48万元。2020年支出合计7万元。": False,
}


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_of_one_year(text: str) -> None:
    """What a sentence says of an odd year, and others say of the report's, is of the report's."""
    assert FIGURES[text] == any(one.startswith("DAT-002") for one in _years(HEAD + text))


TABLE = """北渠清淤项目预算安排61.74万元，支出58.12万元。
南渠清淤项目预算安排33.91万元，支出30.46万元。
{}年度项目资金情况表
单位：万元
| 项目名称 | 预算数 | 执行数 |
|---|---|---|
| 北渠清淤 | {} | 58.12 |
| 南渠清淤 | {} | 30.46 |
"""


@pytest.mark.parametrize(
    ("year", "first", "second", "odd"),
    [
        (2020, "61.74", "33.91", True),
        (2023, "61.74", "33.91", False),
        # One row that is the same may be one that did not change.
        (2020, "61.74", "29.05", False),
    ],
)
def test_a_caption_is_of_the_year_of_its_figures(
    year: int, first: str, second: str, odd: bool
) -> None:
    """A table whose rows sentences tell as the report's has its year in the caption."""
    text = HEAD + TABLE.format(year, first, second)
    assert odd == any(one.startswith("DAT-002") for one in _years(text))


SAID = {
    "2022年收支各为51.36万元，2022年比2022年增加4.18万元。": True,
    "2022年收支各为51.36万元，2022年比2021年增加4.18万元。": False,
    "2022年度支出51.36万元，与2022年度相比增加4.18万元。": True,
    "2022年度支出51.36万元，与2022年度预算相比增加4.18万元。": False,
    "2022年初预算51.36万元，决算较2022年增加4.18万元。": False,
    "2023年支出51.36万元，2022年47.18万元，较2022年增加4.18万元。": False,
    "支出较2022年增加4.18万元，公用经费较2022年减少1.05万元。": False,
    "2023年收支51.36万元，比上年（2019年）47.18万元增加4.18万元。": True,
    "2023年的2023年收支51.36万元，比上年（2022年）47.18万元增加4.18万元。": False,
    "2023年的2023年收支51.36万元，比上年（2019年）47.18万元增加4.18万元。": True,
    "灌渠于2023年2月启动，2022年11月完工。": True,
    "灌渠于2023年2月启动，2023年11月完工。": False,
    "灌渠自2023年2月6日开工，至2022年11月8日通过完工验收，未超合同工期280天。": True,
    "合同约定2023年2月开工，2022年11月完工的是另一段。": False,
    "2023年2月启动验收，灌渠2022年11月完工。": False,
}


@pytest.mark.parametrize("text", SAID)
def test_a_sentence_does_not_contradict_its_own_years(text: str) -> None:
    """A year is not more than itself, and no work is done before it begins."""
    assert SAID[text] == bool(_years(HEAD + text))


def test_without_the_report_s_year_in_its_sentences_no_other_is_odd() -> None:
    """A title may name the year in which an evaluation is written."""
    text = "云梯县水利站2024年度项目支出绩效自评报告\n自评时段为2023年1月1日至12月31日。\n"
    assert _years(text) == []
