"""Codes printed beside names: a code that is certainly another subject's is found, nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from performance_rules.codebook import load_codebook, miscoded

BOOK = load_codebook(Path(__file__).parents[1] / "rules" / "codebooks")


def found(text: str, year: int | None = 2022) -> list[tuple[str, str]]:
    """The codes of a text that are of other subjects, each with the name beside it."""
    return [(one.code, one.name) for one in miscoded(BOOK, text, year)]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("公务员医疗补助（2101101）支出6.20万元。", "2101101", "公务员医疗补助"),
        ("提租补贴（项）2210203，支出3万元。", "2210203", "提租补贴"),
        ("住房改革支出（款）购房补贴（2210201项）：决算数5万元。", "2210201", "购房补贴"),
        ("列“乡镇卫生院”（科目编码：2100301）。", "2100301", "乡镇卫生院"),
        (
            "公共卫生（款）采供血机构（项），科目代码2100407。",
            "2100407",
            "采供血机构",
        ),
        ("其中：2130314抗旱支出8万元。", "2130314", "抗旱"),
        ("功能科目为“2140104公路养护”，指标金额60万元。", "2140104", "公路养护"),
        ("2050202 初中教育 361.50", "2050202", "初中教育"),
        ("购房补贴支出7.5万元，列2210201科目。", "2210201", "购房补贴"),
        ("211卫生健康支出32万元。", "211", "卫生健康支出"),
        (
            "3.2210202 住房保障支出（类）住房改革支出（款）购房补贴（项）6.3万元。",
            "2210202",
            "购房补贴",
        ),
        # No subject has the code; the one beside it has it but for two digits.
        ("最低生活保障（20891）支出37.20万元。", "20891", "最低生活保障"),
        ("教育支出（206类）共支出90万元。", "206", "教育支出"),
        ("213农林水支出中，2120314防汛20万元。", "2120314", "防汛"),
        ("2100302 行政运行 88.00", "2100302", "行政运行"),
        ("2081002养老服务支出15万元。", "2081002", "养老服务"),
        ("污染防治（款）水体（项）（2110301）支出40万元。", "2110301", "水体"),
        ("20503普通教育支出300万元。", "20503", "普通教育"),
    ],
)
def test_a_code_beside_the_name_of_another_subject_is_found(
    text: str, code: str, name: str
) -> None:
    """Behind the name, before it, in brackets, in a path, said to be a subject, of any level."""
    assert [(code, name)] == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "公务员医疗补助（2101103）支出6.20万元。",
        "2130314防汛8万元，2130315抗旱6万元。",
        "行政运行2010301一般行政管理事务2010302",
        "小学教育 2050202 初中教育 2050203",
        "农林水支出（2130000类）水利（款）防汛（2130314项）",
        "县防汛物资2130305元，水利工程建设80万元。",
        "住房公积金2101201元已缴存。",
        "教育支出 213 卫生健康支出 28",
        "联系电话：2210203，住房公积金窗口。",
        "农财〔2022〕213号农林水项目",
        "林业和草原2130201林业和草原行政运行",
        "2130104事业运行、2010350事业运行",
        "2240199其他应急管理支出",
        "县综合医院改造2100302万元",
        "购房补贴支出7.5万元，住房公积金支出9万元，列2210201科目。",
        "2130314防汛抗旱物资储备8万元。",
        "住房公积金（30113）",
        "2080505机关事业单位基本养老保险缴费",
        "22401下列支行政运行180万元。",
        "2130153农田建设60万元。",
        "用于213户农村危房改造",
    ],
)
def test_a_code_that_may_be_right_or_is_none_is_left_alone(text: str) -> None:
    """A right code, an amount, a telephone, an older name, a word that only begins like a name."""
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    [
        "3.2210203 住房保障支出（类）住房改革支出（款）购房补贴（项）6.3万元。",
        "2210203 住房保障支出（类）住房改革支出（款）",
        "22102 住房保障支出（类）住房改革支出（款）购房补贴（项）6.3万元。",
        "最低生活保障（20819）支出37.20万元。",
        "最低生活保障（20885）支出37.20万元。",
        "比上年增加3.2210203万元。",
    ],
)
def test_the_last_of_a_path_is_what_a_code_is_of(text: str) -> None:
    """A code of an item stands before its class and 款, and is none of theirs."""
    assert found(text) == []


def test_items_are_listed_since_a_year_and_older_ones_are_left_alone() -> None:
    """Subjects were regrouped: what is listed says nothing of the years before."""
    text = "其中初中教育（2050302）支出15万元。"

    assert (["2050302"], [], ["2050302"]) == tuple(
        [code for code, _ in found(text, year)] for year in (2019, 2018, None)
    )
