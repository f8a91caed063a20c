"""The year that is evaluated, and the year in which that is done."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors
from tests.extraction.said import read

from performance_rules.extraction.head.years import evaluated_year


@pytest.mark.parametrize(
    "text",
    [
        "渔港中心2023年初对2022年度清淤项目进行自评，涉及资金320万元。",
        "2023年4月，渔港中心组织对2022年度清淤项目开展了绩效自评，自评得分95分。",
        "2023年上半年，渔港中心对2022年灯塔养护资金实施绩效评价，2023年6月提交报告。",
        "根据《关于做好2023年绩效自评的通知》，渔港中心对2022年度项目支出开展自评。",
        "2023年，渔港中心对2022年清淤项目开展自评，2023年5月报送。",
    ],
)
def test_when_it_is_evaluated_is_another_year(text: str) -> None:
    """Two years of one sentence are not one year said twice."""
    assert errors(text) == []
    assert read(text, kind="self_evaluation").report.year in (2022, None)


def test_another_year_than_all_else_is_found() -> None:
    """Where the title and all figures are of one year, another one is not what was evaluated."""
    title = "海云县渔港中心2022年度部门整体支出绩效自评报告"
    text = "渔港中心对2020年度整体支出开展了绩效自评。2022年支出320万元，2022年末结余12万元。"
    assert "MAT-010" in errors(title, text)


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (("渔港中心2023年初对2022年度项目开展自评。",), 2022),
        (("对2022年度项目开展自评。", "对2021年度项目进行评价。"), None),
        (("2022年支出320万元。",), None),
    ],
)
def test_the_year_that_is_evaluated(texts: tuple[str, ...], year: int | None) -> None:
    """It is the one that is evaluated, where only one is."""
    assert evaluated_year(texts) == year
