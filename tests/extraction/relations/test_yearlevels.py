"""A change whose two levels are told for themselves is the one between their years."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

WRONG = {
    "in a sentence of its own, of two totals": (
        "2022年度收、支总计2,364.50万元，2021年度收、支总计2,210.30万元。"
        "与上年相比，增加164.20万元，增长6.98%。"
    ),
    "the earlier year first": (
        "2021年航标费420.60万元，2022年航标费455.80万元。与上年相比，增加45.20万元。"
    ),
    "the earlier level without its year": (
        "2022年航标费预算27.80万元，上年预算数为33.50万元。较上年压减6.70万元。"
    ),
    "between two years of three": (
        "2020年航标费376.20万元，2021年为401.55万元，2022年为418.90万元。2022年比2021年增加42.70万元。"
    ),
    "several years first, what they are of in the heading": (
        "2020年360.00万元，2021年378.00万元，2022年415.80万元。2021年比2020年增加18.00万元，"
        "增长5.00%；2022年比2021年增加37.80万元，增长5.00%。"
    ),
    "several years first, each under its name": (
        "2020年航标费360.00万元，2021年航标费378.00万元，2022年航标费415.80万元。"
        "2021年比2020年增长5.00%；2022年较2021年增长8.00%。"
    ),
    "several years first, with the year before": (
        "航标费2020年360.00万元，2021年378.00万元，2022年415.80万元。"
        "2021年较上年增长5.00%；2022年较上年增长8.00%。"
    ),
    "with the level told right before": (
        "2022年度航标费合计418.90万元，其中浮标120.40万元。"
        "2021年航标费为455.80万元，2022年与之相比减少46.90万元。"
    ),
    "with the level told right before, this year": (
        "2022年航标费418.90万元。2021年航标费455.80万元，本年与之相比增加36.90万元。"
    ),
}

SILENT = {
    "several years first, as it is": (
        "2020年360.00万元，2021年378.00万元，2022年415.80万元。2021年比2020年增加18.00万元，"
        "增长5.00%；2022年比2021年增加37.80万元，增长10.00%；2022年比2020年累计增加55.80万元。"
    ),
    "several years of two things": (
        "航标费2020年360.00万元，2021年378.00万元，2022年415.80万元；船员2020年80人，2021年82人，"
        "2022年84人。2021年比2020年增长2.50%，2022年比2021年增长2.44%。"
    ),
    "of a part of several years": (
        "2020年支出360.00万元，2021年支出378.00万元，2022年支出415.80万元。"
        "其中疏浚支出2021年比2020年增长3.00%；2022年比2021年增长4.00%。"
    ),
    "of comparable levels": (
        "航标费2020年360.00万元，2021年378.00万元，2022年415.80万元。2021年比2020年增长5.00%，"
        "同口径比较，2022年比2021年增长6.50%。"
    ),
    "each year on average": (
        "航标费2020年360.00万元，2021年378.00万元，2022年415.80万元。2022年比2020年年均增长7.47%。"
    ),
    "as it is": (
        "2022年度收、支总计2,364.50万元，2021年度收、支总计2,210.30万元。"
        "与上年相比，增加154.20万元，增长6.98%。"
    ),
    "between two other years": (
        "2020年航标费376.20万元，2021年为401.55万元，2022年为418.90万元。2022年比2020年增加42.70万元。"
    ),
    "of two things": (
        "2022年航标费455.80万元，2021年船坞费420.60万元。与上年相比，增加45.20万元。"
    ),
    "of a part": (
        "2022年航标费455.80万元，2021年航标费420.60万元。与上年相比，其中浮标增加45.20万元。"
    ),
    "with the level told right before, of another thing": (
        "2022年航标费418.90万元。2021年船坞费455.80万元，2022年与之相比减少46.90万元。"
    ),
    "with the level told right before, as it is": (
        "2022年航标费418.90万元。2021年航标费455.80万元，2022年与之相比减少36.90万元。"
    ),
    "of years apart": (
        "2022年航标费455.80万元，2020年航标费420.60万元。与上年相比，增加45.20万元。"
    ),
    "of a sentence between": (
        "2022年航标费455.80万元，2021年航标费420.60万元。码头费80.40万元。与上年相比，增加45.20万元。"
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_change_that_is_not_between_its_years_is_found(name: str) -> None:
    """The levels are named by their years, whichever comes first."""
    assert {"YOY-010", "YOY-001", "YOY-002"} & {*errors(WRONG[name])}


@pytest.mark.parametrize("name", SILENT)
def test_a_change_of_another_pair_or_thing_is_silent(name: str) -> None:
    """Levels of two things, of years apart or further off are not what a change is between."""
    assert errors(SILENT[name]) == []
