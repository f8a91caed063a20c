"""The words of tables: captions, headers and labels are understood whole or not at all."""

from __future__ import annotations

import pytest

from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.tables.found import caption_of
from performance_rules.extraction.tables.labels import name_of
from performance_rules.extraction.tables.words import (
    CAPTION,
    HEADER,
    LABEL,
    Meaning,
    shipped_words,
)
from performance_rules.report.model import COLUMNS

WORDS = shipped_words()
FACTS = Facts("final_accounts", 2023)
STAGES = {*COLUMNS, "budget", "execution", ""}
ROLES = {
    *("name", "code", "order", "text", "reason", "body"),
    *("change", "rate", "completed", "share", ""),
}


@pytest.mark.parametrize(
    ("text", "id_", "about"),
    [
        ("收入支出决算总表", "final.totals", "/"),
        ("表1：收入支出决算总表", "final.totals", "/"),
        ("2023年度某县水务局收入决算表", "final.income", "/income"),
        ("三、支出决算表（续）", "final.expenditure", "/expenditure"),
        ("财政拨款收支决算总表", "final.fiscal", "fiscal/"),
        (
            "附件5 公共财政拨款支出决算表 编制单位：某镇",
            "final.general_budget",
            "general_budget/expenditure",
        ),
        ("一般公共预算财政拨款项目支出决算表", "", "general_budget/expenditure"),
        ("财政拨款“三公”经费支出决算表", "final.three_public", "fiscal/expenditure"),
        (
            "8．2025年部门一般公共预算基本支出部门预算经济分类预算表",
            "budget.basic",
            "general_budget/expenditure",
        ),
        ("国有资本经营预算财政拨款收入支出决算表", "final.state_capital", "state_capital/"),
        ("部门收支总表", "budget.totals", "/"),
        ("政府采购支出表", "", None),
        ("国有资产占用情况表", "", None),
        ("财政拨款收入支出决算总表 公开04表", "final.fiscal", "fiscal/"),
    ],
)
def test_a_caption_says_account_and_side(text: str, id_: str, about: str | None) -> None:
    """Bodies, years and numbers may stand before a caption, other words make it another table."""
    caption = caption_of(text, WORDS, FACTS)
    assert caption is not None
    assert caption.id == id_
    place = caption.meaning.place
    assert (None if caption.why else f"{place.account}/{place.side}") == about


@pytest.mark.parametrize(
    "text", ["公开01表", "续表", "（续表）", "单位：万元", "一、收入决算情况说明", "各项表" * 30]
)
def test_what_is_no_caption(text: str) -> None:
    """Numbers of forms, continuation marks and units are no captions."""
    assert caption_of(text, WORDS, FACTS) is None


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        ("年初预算数（元）", HEADER, ("", "", "initial_budget", None, "元")),
        ("2022年决算数", HEADER, ("", "", "final", -1, "")),
        ("上年决算数", HEADER, ("", "", "final", -1, "")),
        ("本年一般公共预算基本支出", HEADER, ("general_budget", "expenditure", "", 0, "")),
        ("政府性基金支出决算数", HEADER, ("government_fund", "expenditure", "final", None, "")),
        ("人员经费合计", LABEL, ("", "expenditure", "", None, "")),
        ("使用非财政拨款结余(含专用结余)", LABEL, ("all_funds", "reserves_used", "", None, "")),
        ("年初财政拨款结转和结余", LABEL, ("fiscal", "opening", "", None, "")),
    ],
)
def test_a_text_means_what_its_words_mean_together(
    text: str, where: str, expected: tuple[str, str, str, int | None, str]
) -> None:
    """A text is the sum of its words: account, side, stage, year and unit."""
    read = WORDS.read(text, where, year=2023)
    assert read is not None
    found = (read.place.account, read.place.side, read.stage, read.distance, read.unit)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("经核定的基本支出", HEADER),
        ("购置费", HEADER),
        ("小计", LABEL),
        ("科目名称", LABEL),
        ("2022年和2023年决算数", HEADER),
        ("总表", HEADER),
    ],
)
def test_what_is_left_over_makes_a_text_unknown(text: str, where: str) -> None:
    """Words count only where they belong, and all of a text must be made of them."""
    assert WORDS.read(text, where, year=2023) is None


def test_some_words_need_their_item_around_them() -> None:
    """购置费 is that of cars only in a table about the three-public expenses."""
    read = WORDS.read("购置费", HEADER, item="three_public")
    assert read is not None
    assert [step.key for step in read.place.steps] == ["vehicle", "purchase"]


def test_every_word_of_the_shipped_file_is_sound() -> None:
    """Stages, roles and places are those of the model, and each word reads as itself."""
    for text, words in WORDS.words.items():
        for word in words:
            assert word.meaning.stage in STAGES, text
            assert word.meaning.role in ROLES, text
            assert word.where <= {CAPTION, HEADER, LABEL}, text
            for where in word.where:
                assert WORDS.read(text, where, item=word.within) is not None, text


def test_every_published_table_is_recognised_by_each_of_its_names() -> None:
    """The name of a table gives its id, and says what the table is about."""
    for name, id_ in WORDS.tables:
        caption = caption_of(name, WORDS, FACTS)
        assert caption is not None
        assert (caption.id, caption.why) == (id_, ""), name
        assert caption.meaning != Meaning()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、一般公共服务支出", (1, "", "一般公共服务支出")),
        ("（二）其中：公务接待费", (2, "", "公务接待费")),
        ("其中：1．人员经费", (3, "", "人员经费")),
        ("2010301 行政运行", (0, "2010301", "行政运行")),
        ("[205]教育支出", (0, "205", "教育支出")),
        ("维修 （护）费", (0, "", "维修（护）费")),
    ],
)
def test_a_name_is_freed_of_ordinal_and_code(text: str, expected: tuple[int, str, str]) -> None:
    """Ordinals, codes and 其中 are no part of a name."""
    name = name_of(text)
    assert (name.depth, name.code, name.printed) == expected
