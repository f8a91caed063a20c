"""Where nothing chooses among the figures of an equation each is told with what it would be."""

from __future__ import annotations

import pytest
from tests.localize.test_choosing import cause


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # of a difference any of the three numbers
        (
            "本标段控制价62.80万元，中标价51.35万元，节约8.17万元。",
            "62.80万元 改为 59.52万元，或 51.35万元 改为 54.63万元，或 8.17万元 改为 11.45万元",
        ),
        # of a rate of things that were counted: the rate, or the one number that makes it
        ("检查组抽查6个村，占全部27个村的18.52%。", "6个 改为 5个，或 18.52% 改为 22.22%"),
    ],
)
def test_of_two_or_three_figures_each_is_told(text: str, told: str) -> None:
    """Nothing else is printed that would speak for any of them."""
    found = cause(text)
    assert found.mend is None
    assert found.note is not None
    assert all(part in found.note.zh for part in told.split("，或 "))
    assert found.note.zh.endswith("，改一处即相符")


def test_what_fits_elsewhere_is_no_candidate() -> None:
    """Both amounts make sums with others; the rate is what is wrong, and that is certain."""
    found = cause(
        "项目全年预算1140.40万元，其中中央资金512.00万元、省级资金628.40万元。",
        "全年支出1006.86万元，预算执行率92.30%，结转下年133.54万元。",
    )
    assert found.mend is not None
    assert "92.30% 应为 88.29%" in found.mend.zh
    assert "133.54万元" in found.mend.zh
    assert found.sure


def test_what_no_number_would_settle_evenly_is_no_candidate() -> None:
    """No price and no area make the amount; the area is part of a total that is printed."""
    found = cause(
        "轮作一类面积863.5亩，补助标准90元/亩，补助金额77715.00元；"
        "轮作二类面积418.0亩，补助标准135元/亩，补助金额59430.00元。两类合计1281.5亩。"
    )
    assert found.mend is not None
    assert "59,430.00元 可能应为 56,430.00元" in found.mend.zh
    assert not found.sure


def test_of_copies_it_is_told_how_little_they_differ() -> None:
    """Two digits are exchanged; which of both is right nobody knows."""
    found = cause("项目受益人口2.47万人。\n项目完成后，2.74万人受益。")
    assert found.mend is None
    assert found.note is not None
    assert "2.47万人 和 2.74万人 只差相邻两位数字的先后" in found.note.zh
