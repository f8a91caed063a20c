"""How many projects lie in each band of scores or rates."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "down from the highest": "年终自评{}个，自评得分90分以上16个，80至90分4个，80分以下1个。",
    "up from the lowest": "绩效自评项目共{}个，按得分划分：60分以下1个，60-80分4个，80分以上16个。",
    "none in the lowest": (
        "已完成自评{}个，资金860.00万元。从得分看：95分以上16个，90—95分（不含95分）4个，"
        "80—90分1个，80分以下无。"
    ),
    "what is included": (
        "共开展绩效自评的项目{}个。其中得分90分（含）以上的项目16个，80分（含）至90分的项目4个，"
        "80分以下的项目1个。"
    ),
    "rates": (
        "纳入自评项目{}个，预算执行率达到100%的项目16个，执行率90%以上不足100%的4个，低于90%的1个。"
    ),
    "semicolons": "参评项目{}个，得分情况：95分及以上16个；85-95分4个；85分以下1个。",
    "two bounds": (
        "共评价项目{}个，得分在90分以上的16个，在80分以上90分以下的4个，在80分以下的1个。"
    ),
}

SILENT = {
    "down to no lower end": "年终自评23个，自评得分90分以上16个，80至90分4个。",
    "a gap": "年终自评23个，自评得分95分以上16个，80至90分4个，80分以下1个。",
    "some were not scored": (
        "年终自评23个，自评得分90分以上16个，80至90分4个，80分以下1个，另有2个项目未评分。"
    ),
    "of something narrower": (
        "全年实施项目23个，重点项目得分90分以上16个，80至90分4个，80分以下1个。"
    ),
    "of some of them": (
        "全年实施项目60个，其中重点项目23个，得分90分以上16个，80至90分4个，80分以下1个。"
    ),
    "more may be done than all": ("自评项目23个。完成率100%的16个，90%-100%的4个，90%以下的1个。"),
    "two numbers before": (
        "年终自评23个，下属站所自评25个，自评得分90分以上16个，80至90分4个，80分以下1个。"
    ),
    "the right one further up": (
        "编制绩效目标23个，开展自评21个。得分90分以上16个，80至90分4个，80分以下1个。"
    ),
    "taken out in the year": (
        "共设项目23个，年中调出2个。自评得分90分以上16个，80至90分4个，80分以下1个。"
    ),
    "bands of grades": "90分以上为优，80至90分为良，80分以下为中。自评项目23个，优20个，良3个。",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_bands_without_a_gap_hold_all_that_is_scored(text: str) -> None:
    """What is scored lies in one of the bands, so that they make the number told before them."""
    assert [rule[:7] for rule in errors(text.format(23))] == ["TOT-001"]
    assert errors(text.format(21)) == []


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_bands_that_may_leave_something_out_are_silent(text: str) -> None:
    """Bands with a gap, of something narrower, or of what was not all scored say nothing."""
    assert errors(text) == []
