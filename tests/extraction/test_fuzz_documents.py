"""Whatever a document holds: it is read and checked without failing; one number is no error."""

from __future__ import annotations

import re
import string
from functools import cache
from typing import Final

from hypothesis import example, given
from hypothesis import strategies as st

from performance_rules import Result, RuleSet, check
from performance_rules.extraction.documents import Extraction, extract
from performance_rules.readers.document import Document
from performance_rules.readers.limits import LIMITS
from performance_rules.readers.text import read_text

TITLES: Final = (
    "东川县水务局2022年度部门决算",
    "东川县水务局部门决算",
    "部门整体支出绩效自评报告",
    "水务局部门预算",
)
SENTENCES: Final = (
    "二、决算情况说明",
    "（一）收入支出决算总体情况",
    "本年收入合计600.00万元，比上年减少37.60万元，下降5.90%，主要原因是灌渠完工。",
    "本年支出合计580.00万元，其中：基本支出380.00万元，占65.52%；项目支出200.00万元，占34.48%。",
    "（二）一般公共预算财政拨款支出决算具体情况",
    "1.农林水支出（类）水利（款）行政运行（项）。年初预算为330.00万元，支出决算为320.00万元，"
    "完成年初预算的96.97%。决算数小于年初预算数的主要原因是一名职工年中调出。",
    "“三公”经费财政拨款支出8.10万元，完成预算9.00万元的90.00%，与上年持平。",
    "公务接待费1.80万元，国内公务接待12批次，96人次。年末公务用车保有量2辆。",
    "2022年机关运行经费42.50万元，占商品和服务支出的比重为12.5%。",
    "自评得分96.50分，其中预算执行率指标满分10分，得9分，评定等级为优。",
    "政府采购支出总额30万元，其中：货物支出20万元、服务支出10万元，授予中小企业合同金额30万元，占100%。",
    "公务用车运行维护费支出4.20万元，其中：运行费支出4.20万元，购置费支出0元。",
    "以下所列金额单位：万元，按四舍五入取到小数点后两位，与明细之和可能略有出入；凡与上年比较的，均按上年"
    "决算数计算，未列出的项目没有发生支出，附表 一般公共预算财政拨款支出决算表 单位：万元。",
    "科目编码\t科目名称\t合计\t基本支出\t项目支出\n213\t农林水支出\t520.00\t320.00\t200.00\n"
    "合计\t\t520.00\t320.00\t200.00",
)
NUMBER: Final = re.compile(r"[-−]?\d[\d,.]*")
STRANGE: Final = (
    "0123456789.,%％‰－-+()（）【】“”《》、，。；：\t\n |/．１"
    "二十〇万亿元年度类款项比占其中为\u3000\u200b\ufeff"
)

UNFILLED: Final = "STR-005"
"""The rule on blanks that were left to fill in, which damaged sentences may seem to have."""

ASCII: Final = st.sampled_from(string.printable)
PRINTED: Final = st.one_of(st.characters(min_codepoint=0xA0, codec="utf-8"), ASCII)
"""Any characters but those that make a file no text."""

HAN: Final = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@cache
def ruleset() -> RuleSet:
    """Return the rules of a district that has some of its own."""
    return RuleSet.for_region("440205")


def document(text: str) -> Document:
    """Return a text as it is read from a file."""
    return read_text(text.encode(), "报告.txt", "", LIMITS)


def read_and_checked(text: str) -> tuple[Extraction, Result]:
    """Return what a text becomes, with everything asked for that is worked out late."""
    extraction = extract(document(text))
    result = check(extraction.report, ruleset())
    assert sum(result.summary.findings.values()) == len(result.findings)
    assert len(result.verdicts) == sum(result.summary.verdicts.values())
    assert all(one.places for one in result.not_checked)
    return extraction, result


@st.composite
def mutated(draw: st.DrawFn, sentences: tuple[str, ...] = SENTENCES) -> str:
    """Some sentences in any order, with pieces of them dropped, doubled, moved or overwritten."""
    text = "\n".join(draw(st.lists(st.sampled_from(sentences), min_size=1, max_size=6)))
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        to = draw(st.integers(0, len(text)))
        piece = text[start:end]
        text = draw(
            st.sampled_from(
                (
                    text[:start] + text[end:],
                    text[:end] + piece + text[end:],
                    text[:to] + piece + text[to:],
                    text[:start] + draw(st.text(STRANGE, max_size=4)) + text[end:],
                )
            )
        )
    return text


def with_one_number(text: str, number: str, at: int) -> str:
    """Return a text with one of its numbers as another, and a word for all others and the years."""
    found = list(NUMBER.finditer(text))
    if not found:
        return text
    kept = found[at % len(found)]
    before = NUMBER.sub("若干", text[: kept.start()])
    return before + number + NUMBER.sub("若干", text[kept.end() :])


@given(st.sampled_from(TITLES), st.text(PRINTED, max_size=120))
@example(TITLES[0], "\x00\ufeff")
@example(TITLES[0], "|\n|-|\n\t\n#\n")
def test_no_text_of_any_script_makes_reading_fail(title: str, text: str) -> None:
    """No text of any script makes it fail."""
    read_and_checked(f"{title}\n{text}")


@given(
    st.sampled_from(TITLES),
    st.text(st.one_of(st.sampled_from(STRANGE), HAN), max_size=200),
)
def test_no_random_chinese_makes_reading_fail(title: str, text: str) -> None:
    """Nor do random Chinese characters among digits, units, tabs and punctuation."""
    read_and_checked(f"{title}\n{text}")


@given(st.sampled_from(TITLES), mutated())
def test_no_damaged_report_makes_reading_fail(title: str, text: str) -> None:
    """Nor do sentences of the genre, however damaged; what is not bound is quoted as it stands."""
    text = f"{title}\n{text}"
    extraction, _ = read_and_checked(text)
    # A sentence that goes on in the next line is quoted without the line break.
    whole = "".join(text.split())
    for one in extraction.unbound:
        assert "".join((one.source.quote or "").split()) in whole


NUMBERS: Final = st.one_of(
    st.integers(0, 10**13).map(str),
    st.decimals(0, 10**6, places=2).map(lambda value: f"{value:,}"),
    st.sampled_from(("0", "0.00", "100", "-5.00", "1,2,3", "00.1", "99999", "2022")),
)


@given(mutated(), NUMBERS, st.integers(0, 40))
def test_one_number_is_no_error(text: str, number: str, at: int) -> None:
    """Nothing contradicts a number that is the only one; a blank left to fill in is no number."""
    _, result = read_and_checked(f"水务局部门决算\n{with_one_number(text, number, at)}")
    errors = [f for f in result.findings if f.severity == "error" and f.rule != UNFILLED]
    assert [] == [(f.rule, f.message) for f in errors]
