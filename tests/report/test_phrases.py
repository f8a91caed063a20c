"""How the places of a report are called in a sentence."""

from __future__ import annotations

import pytest

from performance_rules.report.phrases import phrase, steps_phrase


@pytest.mark.parametrize(
    ("title", "zh", "en"),
    [
        ("总", "总收支", "all funds"),
        ("三公", "“三公”经费", "the three-public expenditure"),
        ("总收入", "总收入", "all funds income"),
        ("总支出·决算", "总支出的决算", "outturn of all funds expenditure"),
        (
            "总支出·教育支出·决算",
            "总支出中教育支出的决算",
            "outturn of '教育支出' in all funds expenditure",
        ),
        ("总支出·教育支出", "总支出中的教育支出", "'教育支出' in all funds expenditure"),
        (
            "总支出·基本支出·商品和服务支出·差旅费",
            "总支出中的差旅费",
            "'基本支出' – '商品和服务支出' – '差旅费' in all funds expenditure",
        ),
        ("总支出·功能分类", "总支出按功能分类", "breakdown by function of all funds expenditure"),
        ("财政拨款收入·口径", "财政拨款收入按各类资金", "breakdown by account of fiscal income"),
        (
            "三公·公务接待费·决算比上年决算",
            "公务接待费比上年",
            "outturn of '公务接待费' in the three-public expenditure against last year's outturn",
        ),
        (
            "三公·公务用车购置及运行维护费·公务用车运行维护费·保有量",
            "公务用车运行维护费的保有量",
            "vehicles held of '公务用车运行维护费' in the three-public expenditure",
        ),
        (
            "三公·公务用车购置及运行维护费",
            "公务用车购置及运行维护费",
            "'公务用车购置及运行维护费' in the three-public expenditure",
        ),
        ("总支出·教育支出·决算·占比", "总支出中教育支出的决算占比", None),
        ("总支出·决算比上年决算·增减额", "总支出比上年的增减额", None),
        ("披露·在职人员·完成值", "在职人员的完成值", "actual of '在职人员'"),
        ("第1张自评表·资金·其他资金", "第1张自评表中的其他资金", None),
        ("第1张自评表·资金", "第1张自评表中的资金", None),
        ("厕所改建补助·单价", "厕所改建补助的单价", "price of '厕所改建补助'"),
        ("厕所改建补助", "厕所改建补助", "'厕所改建补助'"),
        ("群众满意度（第2处）·完成值比上年决算", "群众满意度比上年", None),
        ("防汛应对·完成值", "防汛应对", None),
        ("县农机站组织对（第1处）·完成值", "县农机站", "actual of '县农机站'"),
        ("上年报告·三公·决算", "上年报告中“三公”经费的决算", None),
        ("", "", ""),
    ],
)
def test_a_place_is_called_as_in_a_sentence(title: str, zh: str, en: str | None) -> None:
    """The steps of a title become words; what goes without saying is left out."""
    assert phrase(title).zh == zh
    assert en is None or phrase(title).en == en


def test_the_end_of_a_title_is_a_figure() -> None:
    """What several figures have in common is said once; the rest is called by itself."""
    assert steps_phrase(["决算比上年决算", "增减率"]).zh == "决算比上年决算的增减率"
    assert steps_phrase(["决算比上年决算", "增减率"]).en == (
        "rate of change of outturn against last year's outturn"
    )
