"""A share with more decimals than anything is given in speaks for nothing, and stops nothing."""

from tests.extraction.judged import errors
from tests.extraction.said import read

from performance_rules import RuleSet, check
from performance_rules.localize.causes import causes_of


def test_a_share_with_eleven_decimals_is_passed_over() -> None:
    """The false share beside it is told all the same."""
    text = (
        "本年收入1000.00万元，其中：财政拨款收入800.00万元，占81.00%；事业收入150.00万元，占15.00%；"
        "其他收入50.00万元，占5.12345678901%。"
    )
    assert errors(text)
    report = read(text, kind="final_accounts", year=2022).report
    assert causes_of(check(report, RuleSet.for_region(None, 2022)))
