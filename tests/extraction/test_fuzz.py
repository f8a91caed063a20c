"""Whatever is written: reading never fails, quotes what stands there, and takes linear time."""

from __future__ import annotations

from cProfile import Profile
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.said import document, read_as, sources
from tests.often import often

from performance_rules.extraction.documents import Extraction
from performance_rules.extraction.head import read_head
from performance_rules.extraction.tokens.forms import numerals
from performance_rules.extraction.tokens.wording import shipped_wording
from performance_rules.readers.raw import RawParagraph
from performance_rules.report.model import KINDS

PIECES = (
    *(
        "2022年",
        "2021年度",
        "20221年度",
        "上年",
        "1.20万元",
        "3,000.00元",
        "58.22",
        "/万元",
        "12.5%",
    ),
    *(
        "3人次",
        "2辆",
        "5个",
        "--",
        "2050202",
        "（类）",
        "（款）",
        "（205类）",
        "（科目编码205）",
        "其中：",
        "其中",
    ),
    *(
        "（",
        "）",
        "，",
        "。",
        "；",
        "：",
        "、",
        "一、",
        "（一）",
        "1.",
        "一是",
        "比",
        "与",
        "相比",
        "同比",
        "增加",
    ),
    *(
        "减少",
        "增减少",
        "持平",
        "占",
        "完成",
        "均为",
        "分别",
        "主要原因是",
        "主要用于",
        "如下：",
        "无",
        "均属于",
        "中，",
    ),
    *(
        "支出",
        "收入",
        "“三公”经费",
        "财政拨款",
        "一般公共预算",
        "教育支出",
        "基本支出",
        "公务接待费",
        "年初预算",
        "决算数",
    ),
    *(
        "小于",
        "灯塔养护",
        "东川县水务局",
        "等",
        " ",
        "\n",
        "\t",
        "住房公积金",
        "共有车辆",
        "公务用车保有量",
        "平均得分",
        "100分",
    ),
    *(
        "=",
        "≈",
        "×",
        "÷",
        "/",
        "+",
        "-",
        "×100%=",
        "3台",
        "0.00000001亩",
        "99999999999999999999",
        "6.85万亩",
        "9个月",
        "每人每月",
    ),
    *(
        "到位",
        "结余",
        "控制价",
        "中标价",
        "合格",
        "合格率",
        "执行率",
        "占比",
        "由",
        "构成",
        "合计",
        "接待3批次、5人次，人均",
    ),
)
"""What sentences are made of, in any order."""

SENTENCES = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def check(texts: list[str], kind: str, year: int | None) -> None:
    """Every source quotes what stands at its range, whatever the texts are."""
    made = document(*map(RawParagraph, texts))
    read_head(made.paragraphs)
    paper = read_as(made, kind=kind, year=year)
    found = [*sources(paper.report), *(one.source for one in paper.unbound)]
    found += [odd.source for odd in paper.oddities]
    for source in found:
        # A sentence that goes on in the next line is quoted without the line break.
        assert together(source.quote or "") == together(made.text[source.start : source.end])
    accounted(paper, made.text)


def accounted(paper: Extraction, text: str) -> None:
    """Every number is bound, open or no figure, and one of them only."""
    found, looked = numerals(text), paper.looked
    parted = sum(not text[a[1] : b[0]].strip(" \n.．,，") for a, b in pairwise(found))
    assert len(found) - parted <= looked.figures + looked.no_figure <= len(found)
    spans = [one.span for one in paper.unbound if one.span is not None]
    assert len(set(spans)) == len(spans) == looked.open
    assert all(any(start < b and a < end for a, b in found) for start, end in spans)


def together(text: str) -> str:
    """Return a text without what parts its words."""
    return "".join(text.split())


@given(
    st.lists(SENTENCES, max_size=5),
    st.sampled_from(tuple(KINDS)),
    st.one_of(st.none(), st.just(2022)),
)
@often(6)
def test_any_order_of_words_is_read(texts: list[str], kind: str, year: int | None) -> None:
    """Sentences of words the lexicon knows, in any order."""
    check(texts, kind, year)


@given(st.lists(st.text(max_size=80), max_size=4))
@often(4)
def test_any_text_is_read(texts: list[str]) -> None:
    """Any characters at all, of any script."""
    check(texts, "final_accounts", 2022)


def grows_in_line(short: str, long: str) -> bool:
    """Whether four times the text takes about four times the calls, and not sixteen times."""
    calls(short)  # the first text read has the lexicons loaded
    return calls(long) < 6 * calls(short)


def calls(text: str) -> int:
    """Return how many functions are called, of Python's own too, while a text is read.

    That is the same number on every machine.  What a regular expression does within one call is
    not in it; the hostile documents are read within a limit of time.
    """
    made = document(RawParagraph(text))
    profile = Profile()
    profile.enable()
    read_as(made)
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "项目支出",
        "项目支出、",
        "项目支出1.00万元",
        "其中",
        "（",
        "（1.00万元",
        "其中公务接待费1.00万元",
        "主要原因是，",
        "教育支出、主要原因是",
        "共",
        "1",
        "1.00万元，",
        "比上年增加1.00万元，",
        "（一）",
        "灯塔养护",
        "灯塔养护支出1.00万元，",
        "，占1%",
        "（类）",
        "2050202",
        "（科目编码205）",
        "《",
        "九、",
        "占比",
        "完成预算",
        "2022年度",
        "1,",
        "111,.",
        "全年支出9.00万元、",
        "满意12人，",
        "满意12人、不满意3人；",
        "合计",
        "共计",
        "达到",
        "数额",
        "平均",
        "局",
        "各",
        "年初结转12.50万元，其中灯塔7.25万元、",
        "年初结转12.50万元、",
        "支出9.10万元，执行率91%，结余0.90万元。",
        "审定价9.10万元，中标价9.00万元，审定价与中标价相比核增0.10万元。",
        "项目支出只有三项，即灯塔1.00万元、浮标2.00万元、缆绳6.00万元。",
        "资金分两块使用：灯塔1.00万元、浮标2.00万元。",
        "灯塔20座、资金2.00万元；浮标30座、资金3.00万元。合计50座，资金5.00万元。",
        "在岗人员中，女性12人。在岗人员30人。",
        "缆绳目标48根，完成45根。",
    ],
)
def test_four_times_the_text_takes_four_times_the_work(unit: str) -> None:
    """Whatever is repeated: no word, sign or clause makes the next one dearer."""
    shipped_wording()
    short, long = unit * (12_000 // len(unit)), unit * (48_000 // len(unit))
    opening = "项目支出9.00万元，其中："
    assert grows_in_line(opening + short, opening + long)


@pytest.mark.slow
def test_many_names_are_linear() -> None:
    """A list of thousands of unknown names is read without comparing each with each."""
    names = [f"第{chr(0x4E00 + i)}{chr(0x5E00 + i)}灯塔养护费{i}.00元，" for i in range(2000)]
    opening = "项目支出9.00万元，其中："
    short, long = opening + "".join(names[:500]), opening + "".join(names)
    assert grows_in_line(short, long)


@pytest.mark.slow
def test_many_shares_are_linear() -> None:
    """A list of thousands of shares is read and quoted without going through it each time."""
    shares = [f"第{chr(0x4E00 + i)}航段支出{i % 90 + 1}.00万元，占1.00%；" for i in range(2000)]
    opening = "项目支出9,000.00万元，"
    short, long = opening + "".join(shares[:500]), opening + "".join(shares)
    assert grows_in_line(short, long)


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["，", "；", "。"])
def test_many_changes_of_one_line_are_linear(mark: str) -> None:
    """Thousands of different changes of one figure are kept without comparing each with each."""
    changes = [f"比上年增加{i}.00万元{mark}" for i in range(1, 4001)]
    opening = "项目支出9.00万元，"
    short, long = opening + "".join(changes[:1000]), opening + "".join(changes)
    assert grows_in_line(short, long)
