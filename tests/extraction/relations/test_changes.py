"""Two levels and the change between them: how they are worded, what clashes, what stays silent."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import compared, errors

READ = {
    "由上年的…发展到": (
        "持证渔船由上年的1,180艘发展到1,326艘，增长12.37%。",
        ("1,180艘", "1,326艘", "", "12.37%"),
    ),
    "由…增加到": (
        "渔船检验由1,180艘增加到1,326艘，增加146艘，增长12.37%。",
        ("1,180艘", "1,326艘", "146", "12.37%"),
    ),
    "由…降至, an amount": (
        "渔港用电费由13.26万元降至11.80万元，减少1.46万元，下降11.01%。",
        ("13.26万元", "11.80万元", "-1.46", "-11.01%"),
    ),
    "从…增至, the rate alone": (
        "渔船检验从1,180艘增至1,326艘，增长12.4%。",
        ("1,180艘", "1,326艘", "", "12.4%"),
    ),
    "two percentages in points": (
        "渔船完好率由88.5%提高到93.2%，提高4.7个百分点。",
        ("88.5%", "93.2%", "4.7", ""),
    ),
    "比上年的": (
        "检验渔船1,326艘，比上年的1,180艘增加146艘。",
        ("1,180艘", "1,326艘", "146", ""),
    ),
    "a year with its level": (
        "检验渔船1,326艘，2021年为1,180艘，同比增加146艘。",
        ("1,180艘", "1,326艘", "146", ""),
    ),
    "the earlier level in a bracket": (
        "检验渔船1,326艘，增长12.37%（上年1,180艘）。",
        ("1,180艘", "1,326艘", "", "12.37%"),
    ),
    "the earlier level says what it is of": (
        "巡检航标486次，较2021年巡检航标450次增长8%。",
        ("450次", "486次", "", "8%"),
    ),
    "a sign instead of a word": (
        "渔港用电费由13.26万元降至11.80万元，增长-11.01%。",
        ("13.26万元", "11.80万元", "", "-11.01%"),
    ),
    "a rounded level": (
        "渔船检验由约1,200艘增加到1,326艘，增加146艘。",
        ("约1,200艘", "1,326艘", "146", ""),
    ),
}

WRONG = {
    "the change": ("渔船检验由1,180艘增加到1,326艘，增加156艘，增长12.37%。", "YOY-010"),
    "a word for how much": ("检验渔船1,326艘，比上年的1,180艘多出164艘。", "YOY-010"),
    "the rate": ("渔船检验由1,180艘增加到1,326艘，增加146艘，增长13.37%。", "YOY-001"),
    "the rate alone": ("渔船检验由1,180艘增加到1,326艘，增长14.4%。", "YOY-001"),
    "a decrease": ("渔船检验从1,326艘减少到1,180艘，减少136艘。", "YOY-010"),
    "an amount": ("渔港用电费由13.26万元降至11.80万元，减少1.64万元。", "YOY-010"),
    "the rate of an amount": ("渔港用电费由13.26万元降至11.80万元，下降21.01%。", "YOY-001"),
    "points": ("渔船完好率由88.5%提高到93.2%，提高5.7个百分点。", "YOY-010"),
    "比上年的": ("检验渔船1,326艘，比上年的1,180艘增加164艘。", "YOY-010"),
    "与…相比": ("检验渔船1,326艘，与上年的1,180艘相比增加164艘。", "YOY-010"),
    "a year with its level": ("检验渔船1,326艘，2021年为1,180艘，同比增加164艘。", "YOY-010"),
    "points, the order said by the word alone": (
        "渡口安检率94.8%，2022年为90.3%，提高6.5个百分点。",
        "YOY-010",
    ),
    "a bracket": ("检验渔船1,326艘，增长21.37%（上年1,180艘）。", "YOY-001"),
    "per one of something": ("捕捞量由每艘480公斤提高到每艘528公斤，增幅12%。", "YOY-001"),
    "a noun behind each counter": (
        "检验时限由15个工作日压缩到9个工作日，压缩比例60%。",
        "YOY-001",
    ),
    "the later level told behind": (
        "渔船完好率2021年为88.5%，2022年提高2.4个百分点，达到92.9%。",
        "YOY-010",
    ),
    "the latter of two": (
        "渔船完好率90.2%，航标正常率98.7%，后者较上年的97.9%提高1.8个百分点。",
        "YOY-010",
    ),
    "a level that is pinned": (
        "渔船完好率91.6%，比2021年的90.1%提升2.5个百分点；航标正常率94%。",
        "YOY-010",
    ),
    "each behind its year": ("渔船完好率2021年92.5%、2022年95.3%，提高3.8个百分点。", "YOY-010"),
    "noted before the change": (
        "渔船完好率为93.2%，同比（上年为95.1%）下降2.9个百分点。",
        "YOY-010",
    ),
    "noted behind the name of the level": (
        "决算数1,530万元。决算数较上年（1,800万元）减少170万元，下降15%。",
        "YOY-010",
    ),
    "both of one name": ("巡检航标486次，较2021年巡检航标450次增长18%。", "YOY-001"),
}

SILENT = {
    "points, either order": "渡口安检率90.3%，2022年为94.8%，提高4.5个百分点。",
    "points of a third year": "渡口安检率94.8%，2022年为90.3%，2021年为88.3%，提高6.5个百分点。",
    "points against another year": "渡口安检率94.8%，2022年为90.3%，较2021年提高6.5个百分点。",
    "points of another rate": "渡口安检率94.8%，2022年为90.3%，船员满意度提高6.5个百分点。",
    "points of many years": "渡口安检率94.8%，2022年为90.3%，三年累计提高6.5个百分点。",
    "a negative increase": "渔港用电费11.80万元，上年13.26万元，同比增长-11.01%。",
    "what one has, then what all have": ("人均捕获量由1,180公斤增加到1,326公斤，增加20,000公斤。"),
    "the change of a part": "渔船检验由1,180艘增加到1,326艘，其中新船增加80艘。",
    "a change of each year": "渔船检验由1,180艘增加到1,326艘，平均每年增加73艘。",
    "a change of another thing": "渔船检验由1,180艘增加到1,326艘；码头停靠增加200艘。",
    "a rounded later level": "渔船检验由1,180艘增加到约1,330艘，增加140艘。",
    "per cent of percentages": "渔船完好率由88.5%提高到93.2%，提高5.3%。",
    "levels of two counters": "巡检航标486次，比上年的450座增加90次。",
    "from the level before": "与上年相比:2022年巡检航标612次，本年增加72次，增长11.8%。",
    "of one, then of all": "捕捞量由每艘480公斤提高到每艘528公斤，总捕捞量增幅12%。",
    "the former of two": ("渔船完好率90.2%，航标正常率98.7%，前者较上年的87.9%提高2.3个百分点。"),
    "two of two": "渔船完好率90.2%，航标正常率98.7%，分别较上年提高2.3个和0.8个百分点。",
    "reached by a part": (
        "渔船完好率2021年为88.5%，2022年提高2.4个百分点，其中新船完好率达到99.1%。"
    ),
    "reached by another": ("渔船完好率2021年为88.5%，航标正常率提高2.4个百分点，达到97.3%。"),
    "reached from another year": ("渔船完好率2020年为84.5%，较上年提高2.4个百分点，达到88.9%。"),
    "noted for a part": (
        "决算数1,530万元。其中基本支出决算数较上年（800万元）减少70万元，下降8.75%。"
    ),
    "a limit": "渔船检验由1,180艘增加到1,326艘，高于计划26艘。",
}


def stated(text: str) -> list[tuple[str, str, str, str]]:
    """Return the changes of a text: base, later level, change and rate, empty if not said."""
    return [
        (
            claim.base.printed,
            figure.statements[0].value.printed,
            str(claim.change.value) if claim.change is not None else "",
            str(claim.rate) if claim.rate is not None else "",
        )
        for figure, claim in compared(text)
        if claim.base is not None
    ]


@pytest.mark.parametrize("name", READ)
def test_two_levels_and_their_change_are_read(name: str) -> None:
    """Words say which level was first, which was reached, and what the change between them is;
    where all agree nothing is said.
    """
    text, expected = READ[name]

    assert [expected] == stated(text)
    assert [] == errors(text)


@pytest.mark.parametrize("name", WRONG)
def test_a_change_that_is_not_that_of_its_levels_is_found_once(name: str) -> None:
    """A wrong change and a wrong rate each break their own rule, once."""
    text, rule = WRONG[name]

    assert [rule] == errors(text)


@pytest.mark.parametrize("name", SILENT)
def test_a_change_of_something_else_is_silent(name: str) -> None:
    """A change of a part, of each, of another thing or in another measure clashes with no level."""
    assert [] == errors(SILENT[name])


def test_a_word_against_its_levels_is_found() -> None:
    """增加到 a lower level: the word and the two levels cannot both be right."""
    assert "YOY-002" in errors("渔船检验由1,326艘增加到1,180艘，下降11.01%。")
