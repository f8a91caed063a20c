"""Small tables that a page pressed into a line of prose."""

from __future__ import annotations

import pytest
from tests.extraction.said import read, unbound

READ = {
    "two words and two numbers in a row": (
        "构成情况见下表： 单位名称 经费性质 编制数 在职人数 镇政府 财政拨款 "
        "22 21 财政所 财政拨款 3 3 三、概况",
        4,
    ),
    "one row": (
        "情况如下: 单位名称 经费性质 编制数 在职人数 某县档案馆 财政核拨 15 13 四、决算情况",
        2,
    ),
    "a name that is cut behind its place": (
        "见下表： 单位名称 编制数 在职人数 某县 档案馆 15 13",
        2,
    ),
    "a name and an amount": (
        "支出如下： 项目 本月支出数（元） 合计 0 接待费 0 用车费 0 特此公示",
        3,
    ),
}


@pytest.mark.parametrize("name", READ)
def test_a_header_and_rows_of_one_form_are_a_table(name: str) -> None:
    """As many words are the header as a row has words and numbers."""
    text, numbers = READ[name]
    paper = read(text)
    assert paper.bound == numbers
    assert unbound(paper) == []


@pytest.mark.parametrize(
    "text",
    [
        "如下： 共 3 个单位",
        "如下： 单位 个数 等级 镇级 12 村级",
    ],
)
def test_words_that_do_not_come_out_are_no_table(text: str) -> None:
    """Where the words are not as many as a header and a row need, nothing is read."""
    assert not any(matter.breakdowns for matter in read(text).report.matters)
