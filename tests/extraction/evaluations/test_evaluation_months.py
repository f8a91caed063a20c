"""The month up to which a form of monitoring counts, as its headers or its title say."""

from __future__ import annotations

import pytest
from tests.extraction.said import read

FUNDS = """
    项目名称 | 海塘加固 | ^ | ^ | ^ | ^
    资金（万元） | | 全年预算数 | {header} | 执行率 | {other}
    ^ | 资金总额 | 60.00 | 24.00 | 40.00% | 58.00
"""


def month(
    header: str, *, title: str = "项目支出绩效运行监控表", other: str = "全年预计执行数"
) -> object:
    """Return the month of the one form that a title and a table with a header make."""
    table = FUNDS.format(header=header, other=other)
    (form,) = read(title, table, kind="project_evaluation", year=2023).report.evaluations
    return form.month


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("1—8月执行数", 8),
        ("1月-7月执行数", 7),
        ("1至9月份执行数", 9),
        ("截至6月底执行数", 6),
        ("2023年1-10月执行数", 10),
        ("截至7月31日执行数", 7),
        ("截至8月15日执行数", 7),
        ("上半年执行数", 6),
        ("前三季度执行数", 9),
        ("第一季度执行数", 3),
        ("1—N月执行数", None),
        ("3—8月执行数", None),
        ("监控期执行数", None),
    ],
)
def test_the_header_says_the_month(header: str, expected: int | None) -> None:
    """The last full month counted from January is taken; what does not say it is not guessed."""
    assert expected == month(header)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2023年1-8月项目支出绩效运行监控表", 8),
        ("2023年上半年项目支出绩效运行监控表", 6),
        ("2023年8月项目支出绩效运行监控表", None),
        ("项目支出绩效运行监控表", None),
    ],
)
def test_else_the_title_says_it(title: str, expected: int | None) -> None:
    """A title names the time as a range; a bare month may be that of the filling in."""
    assert expected == month("监控期执行数", title=title)


def test_two_headers_that_differ_say_nothing() -> None:
    """Where one column ends in July and another in August, the month is not told."""
    assert month("1-7月执行数", other="1-8月支出进度") is None


def test_only_monitoring_has_a_month() -> None:
    """In a form of evaluation a period in a title is none."""
    assert month("全年执行数", title="2023年1-12月项目支出绩效自评表", other="得分") is None
