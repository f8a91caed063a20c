"""What a finding calls its figures: as the report does, where it prints a name before them."""

from __future__ import annotations

import pytest
from tests.extraction.judged import RULES, errors
from tests.extraction.said import YEAR, read

import performance_rules as pr
from performance_rules.localize.causes import causes_of
from performance_rules.report.printed import printed_name


def told(text: str, kind: str = "final_accounts") -> list[str]:
    """Return the mends and notes of the contradictions of a report."""
    report = read(*text.split("\n"), kind=kind, entity="临港县航道局", year=YEAR).report
    result = pr.check(report, RULES)
    causes = [one.mend or one.note for one in causes_of(result)]
    answers = [one.answer for one in result.findings]
    return [one.zh for one in (*causes, *answers) if one is not None]


@pytest.mark.parametrize(
    ("sentence", "number", "name"),
    [
        ("2022年度我局本年收入318.40万元，本年支出306.15万元。", "318.4", "本年收入"),
        ("临港县航道局2022年度收、支总计931.20万元。", "931.2", "收、支总计"),
        ("2022年“三公”经费支出共计6.90万元。", "6.9", "“三公”经费支出"),
        ("支出合计306.15万元，其中：基本支出为211.15万元。", "211.15", "基本支出"),
        ("年末结转和结余12.25万元，本年支出306.15万元。", "12.25", "年末结转和结余"),
        ("2130106科技转化与推广服务（项）支出18.30万元。", "18.3", "科技转化与推广服务（项）支出"),
    ],
)
def test_a_figure_is_called_by_the_words_before_it(sentence: str, number: str, name: str) -> None:
    """Years, bodies and words that lead on to a number are no part of its name."""
    report = read(sentence, kind="final_accounts", entity="临港县航道局", year=YEAR).report
    leaves = pr.check(report, RULES).tree.leaves
    found = {
        printed_name(leaf) for leaf in leaves if str(leaf.quantity.value.normalize()) == number
    }

    assert found == {name}


def test_a_contradiction_speaks_of_what_the_report_prints() -> None:
    """收入总计 and 支出总计 are one total, and are told by both their names."""
    text = (
        "二、决算总体情况\n2022年度收入总计752.86万元，其中本年收入740.20万元、年初结转和结余12.66万元。"
        "支出总计725.86万元，其中本年支出731.44万元、年末结转和结余21.42万元。"
    )

    assert any(one.startswith("收入总计与支出总计前后不一") for one in errors(text))


def test_what_the_parts_add_up_to_is_not_mended_by_a_digit() -> None:
    """Of two statements of income one is what is listed below it: a part was left out."""
    text = (
        "四、决算收支总体情况\n2022年本部门年初结转和结余41.20万元，本年收入365.74万元，"
        "本年支出352.30万元，年末结转和结余54.64万元。\n"
        "（一）2022年本年收入365.14万元，具体情况如下：\n1.财政拨款收入365.14万元。\n2.事业收入0万元。\n"
        "（二）2022年本年支出352.30万元。"
    )

    assert not any("应为 365.74万元" in one for one in told(text))
    assert any("365.14万元 是所列各项之和，疑漏列了一项 0.60万元" in one for one in told(text))


def test_a_digit_of_an_amount_is_no_mend_for_a_rate_alone() -> None:
    """Nearly any rate comes about with some digit of an amount changed."""
    text = (
        "三、支出情况\n本年支出合计2864.10万元，其中：基本支出1846.62万元，占64.54%；"
        "项目支出1017.48万元，占35.53%。"
    )

    assert errors(text)
    assert not any("疑错了一位数字" in one and "万元 可能应为" in one for one in told(text))


def test_a_share_that_makes_a_hundred_with_the_others() -> None:
    """The mend of a share is told with what it makes with the shares beside it."""
    text = (
        "（二）资金来源\n项目总投资1840万元，省级补助1104万元，占66%；市级配套552万元，占30%；"
        "村级自筹184万元，占10%。"
    )

    found = told(text, "project_evaluation")
    assert any("60%" in one and "= 100%" in one for one in found), found


@pytest.mark.parametrize(("score", "wrong"), [("91.5", False), ("87.5", True)])
def test_a_grade_behind_the_scores_of_parts_is_of_the_total(score: str, wrong: bool) -> None:
    """效益30分得27分，评价等级为优 grades the score that is divided, and no part of it."""
    text = (
        "二、自评结论\n90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。"
        f"我局自评得分{score}分，其中：投入20分得19分，效益30分得27分，评价等级为“优”。"
    )

    found = errors(text, "self_evaluation")
    assert not any("27" in one for one in found)
    assert bool(found) is wrong
