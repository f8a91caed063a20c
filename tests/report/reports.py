"""Small hand-made strategies for reports and their parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
from hypothesis import strategies as st

from performance_rules.report.model import (
    ACCOUNTS,
    COLUMNS,
    DIMENSIONS,
    EVALUATION_KINDS,
    KINDS,
    MONEY_COLUMNS,
    SENSES,
    SETTLED,
    SIDES,
    STAGES,
    Account,
    Breakdown,
    Comparison,
    Evaluation,
    Figure,
    Line,
    Paragraph,
    Reason,
    Report,
    Schedule,
    SeenTable,
    Share,
    Source,
    Statement,
    Step,
)
from performance_rules.text.numerals import PREFIX, Approximate
from performance_rules.values.quantity import Amount, Count, Percent, Quantity, hedged

Table = dict[str, object]

EXAMPLE = Path(__file__).parents[2] / "examples" / "qujiang-2021.toml"

WORDS = st.sampled_from(
    ["办公费", "科学技术支出", "公务接待费", "基本支出", "合计", "采购", "a b", "无"]
)
SENTENCES = st.text(st.sampled_from("因会议减少，较上年0.5%-“”\n "), min_size=1, max_size=12)
STEPS = st.none() | st.just(0) | st.integers(1, 10**14).map(lambda n: 2 * n)


SIDES_SAID: st.SearchStrategy[Approximate | None] = st.sampled_from([None, None, *PREFIX])


def decimals(places: int) -> st.SearchStrategy[Decimal]:
    """Return decimals with up to so many printed places, negative ones and 0.00 included."""
    return st.builds(
        lambda n, p: Decimal(n).scaleb(-p), st.integers(-(10**12), 10**12), st.integers(0, places)
    )


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """Return an amount as printed, in any unit, with any claim about its last digit."""
    amount = Amount(draw(decimals(6)), draw(st.sampled_from(["元", "千元", "万元", "亿元"])))
    text = draw(st.sampled_from([str(amount), f"{amount.value:f}", " ", "—"]))
    step = draw(STEPS)
    amount = attrs.evolve(hedged(amount, draw(SIDES_SAID)), printed=text)
    return amount if step is None else attrs.evolve(amount, step=step)


@st.composite
def percents(draw: st.DrawFn) -> Percent:
    """Return a percentage as printed, exact or not."""
    percent = hedged(Percent(draw(decimals(4))), draw(SIDES_SAID))
    step = draw(STEPS)
    return percent if step is None else attrs.evolve(percent, step=step)


COUNTS = st.builds(
    hedged,
    st.builds(Count, decimals(2), st.sampled_from(["", "人", "辆", "批次", "人次/年"])),
    SIDES_SAID,
)

SOURCES = st.builds(
    Source,
    document=st.none() | st.just("决算公开.docx"),
    page=st.none() | st.integers(1, 99),
    section=st.none() | st.just("二/（一）"),
    table=st.none() | st.integers(1, 9),
    row=st.none() | st.integers(1, 99),
    start=st.none() | st.integers(0, 9999),
    cell=st.none() | st.just("决算表!B5"),
    quote=st.none() | SENTENCES,
)
REASONS = st.builds(
    Reason,
    st.just("") | SENTENCES,
    about=st.lists(WORDS, max_size=2).map(tuple),
    source=st.none() | SOURCES,
)
KNOWN: dict[str, st.SearchStrategy[Any]] = {
    "settled": st.sampled_from(list(SETTLED)),
    "inference": st.none() | st.just("单位按万元"),
}
SHARES = st.builds(
    Share, percents(), of=st.none() | st.just("总收入"), source=st.none() | SOURCES, **KNOWN
)


def comparisons(levels: st.SearchStrategy[Amount | Count]) -> st.SearchStrategy[Comparison]:
    """Return comparisons whose base and change are of one kind."""
    return st.builds(
        Comparison,
        st.sampled_from(COLUMNS),
        base=st.none() | levels,
        change=st.none() | levels,
        rate=st.none() | percents(),
        completed=st.none() | percents(),
        direction=st.none() | st.sampled_from(["up", "down", "flat", "about_flat"]),
        reason=st.none() | REASONS,
        wording=st.none() | SENTENCES,
        source=st.none() | SOURCES,
        **KNOWN,
    )


def figures(
    said: st.SearchStrategy[Quantity], levels: st.SearchStrategy[Amount | Count]
) -> st.SearchStrategy[Figure]:
    """Return figures of one kind: blanks, one statement or several, with and without claims."""
    statements = st.builds(Statement, said, source=st.none() | SOURCES, **KNOWN)
    return st.just(Figure()) | st.builds(
        Figure,
        statements=st.lists(statements, max_size=3).map(tuple),
        share=st.none() | SHARES,
        comparisons=st.lists(comparisons(levels), max_size=2).map(tuple),
        unread=st.none() | SOURCES,
    )


MONEY = figures(amounts(), amounts())
NUMBERS = figures(COUNTS, COUNTS)
ANY = st.one_of(figures(percents(), COUNTS), MONEY, NUMBERS)
COLUMN_FIGURES = {
    **dict.fromkeys(MONEY_COLUMNS, MONEY),
    **{"weight": NUMBERS, "score": NUMBERS, "target": ANY, "actual": ANY},
    **dict.fromkeys(("received", "left", "price"), MONEY),
    **dict.fromkeys(("to_date", "forecast"), ANY),
}


@st.composite
def lines(draw: st.DrawFn, depth: int = 2) -> Line:
    """Return a line with some columns, counts, and breakdowns in several dimensions."""
    columns = draw(st.sets(st.sampled_from(COLUMNS), max_size=2))
    figures_of: dict[str, Any] = {column: draw(COLUMN_FIGURES[column]) for column in columns}
    keys = draw(st.sets(st.sampled_from(["groups", "vehicles_held"]), max_size=2))
    return Line(
        name=draw(st.just("") | WORDS),
        code=draw(st.none() | st.just("30217")),
        key=draw(st.none() | st.sampled_from(["reception", "basic", "own"])),
        breakdowns=tuple(draw(st.lists(breakdowns(depth - 1), max_size=2))) if depth else (),
        counts=tuple((key, draw(NUMBERS)) for key in sorted(keys)),
        notes=tuple(draw(st.lists(SENTENCES, max_size=1))),
        body=draw(st.none() | st.just("水管所")),
        period=draw(st.none() | st.just("上半年")),
        section=draw(st.none() | st.just("二/（一）")),
        per=draw(st.none() | st.just("户")),
        sense=draw(st.none() | st.sampled_from(list(SENSES))),
        target_text=draw(st.none() | st.just("显著提升")),
        reason=draw(st.none() | SENTENCES),
        **figures_of,
    )


def breakdowns(depth: int) -> st.SearchStrategy[Breakdown]:
    """Return breakdowns whose lines are broken down again, so many times at most."""
    return st.builds(
        Breakdown,
        st.sampled_from(list(DIMENSIONS)),
        lines=st.lists(lines(depth), max_size=2).map(tuple),
        complete=st.booleans(),
        reasons=st.lists(REASONS, max_size=2).map(tuple),
        notes=st.lists(SENTENCES, max_size=1).map(tuple),
        unread=st.none() | SOURCES,
        **KNOWN,
    )


def matters() -> st.SearchStrategy[list[Line]]:
    """Return a few named lines of different identity."""
    named = lines(depth=1).map(lambda line: attrs.evolve(line, name=line.name or "修渠项目"))
    return st.lists(named, max_size=2, unique_by=lambda line: line.identity)


EVALUATIONS = st.builds(
    Evaluation,
    kind=st.none() | st.sampled_from(list(EVALUATION_KINDS)),
    name=st.none() | st.just("修渠项目"),
    year=st.none() | st.integers(2010, 2030),
    weight=st.none() | NUMBERS,
    score=st.none() | NUMBERS,
    grade=st.none() | st.just("良"),
    funds=st.none() | lines(depth=1),
    sheet=st.none() | lines(depth=1),
    goal=st.none() | SENTENCES,
    source=st.none() | SOURCES,
)
"""Forms of evaluation, whatever they say."""

STEPS_SAID = st.dates(dt.date(1949, 1, 1), dt.date(2999, 12, 31)).flatmap(
    lambda day: st.builds(
        Step,
        st.sampled_from(list(STAGES)),
        year=st.sampled_from([None, day.year]),
        month=st.just(day.month),
        day=st.sampled_from([None, day.day]),
        source=st.none() | SOURCES,
        **KNOWN,
    )
)
SCHEDULES = st.builds(
    Schedule,
    name=st.none() | st.just("河道清淤工程"),
    steps=st.lists(STEPS_SAID, max_size=3).map(tuple),
)
"""Schedules, whatever they say."""

PARAGRAPHS = st.builds(
    Paragraph,
    SENTENCES,
    heading=st.none() | st.integers(1, 9),
    contents=st.booleans(),
    source=st.none() | st.builds(Source, page=st.integers(1, 9)),
)
SEEN_TABLES = st.builds(
    SeenTable,
    SENTENCES,
    key=st.none() | st.just("final_accounts"),
    empty=st.booleans(),
    note=st.none() | st.just("本表为空表"),
    source=st.none() | st.builds(Source, page=st.integers(1, 9)),
)


@st.composite
def reports(draw: st.DrawFn, previous: bool = True) -> Report:
    """Return a report with a few accounts and perhaps the report of the year before."""
    accounts = draw(st.sets(st.sampled_from(ACCOUNTS), max_size=2))
    dates = st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))
    return Report(
        title=draw(st.none() | st.just("某县水务局2022年度部门决算")),
        entity=draw(st.none() | st.just("某县水务局")),
        project=draw(st.none() | st.just("河道清淤工程")),
        region=draw(st.none() | st.just("440205")),
        year=draw(st.none() | st.integers(2010, 2030)),
        pictures=draw(st.none() | st.integers(0, 9)),
        unread=draw(st.none() | st.integers(0, 9)),
        kind=draw(st.none() | st.sampled_from(list(KINDS))),
        approved=draw(dates),
        published=draw(dates),
        three_public=draw(st.none() | lines()),
        evaluation=draw(st.none() | lines(depth=1)),
        grade=draw(st.none() | st.just("良")),
        disclosures=draw(st.none() | breakdowns(depth=1)),
        matters=tuple(draw(matters())),
        evaluations=tuple(draw(st.lists(EVALUATIONS, max_size=2))),
        schedules=tuple(draw(st.lists(SCHEDULES, max_size=2))),
        text=tuple(draw(st.lists(PARAGRAPHS, max_size=2))),
        tables=tuple(draw(st.lists(SEEN_TABLES, max_size=1))),
        previous=draw(st.none() | reports(previous=False)) if previous else None,
        **{
            name: Account(**{draw(st.sampled_from(SIDES)): draw(lines(depth=1))})
            for name in accounts
        },
    )


NUMBERS_SAID = st.sampled_from(["1.50", "2.0万元", "约3", 3, None, "", "-"])
PERCENTS_SAID = st.sampled_from(["5%", "-0.50％", None, ""])
REASONS_SAID = st.sampled_from(
    ["会议减少", None, {"text": "调减", "about": ["会议费"]}, {"文字": "追加"}]
)
ODD = st.sampled_from([1.5, True, [], {}, "约五万", [1], {"value": "1"}])
"""What rarely belongs anywhere."""


def tables(keys: Mapping[str, st.SearchStrategy[object]]) -> st.SearchStrategy[Table]:
    """Return tables of some of the keys, now and then with something odd in one of them."""
    return st.fixed_dictionaries({}, optional=dict(keys)).flatmap(
        lambda table: (
            st.just(table)
            | st.sampled_from([*table, "值"]).flatmap(
                lambda key: ODD.map(lambda odd: {**table, key: odd})
            )
            if table
            else st.just(table)
        )
    )


COMPARISONS_SAID = st.sampled_from(["持平", "基本持平", "", None]) | tables(
    {
        "change": NUMBERS_SAID,
        "增减率": PERCENTS_SAID,
        "completed": PERCENTS_SAID,
        "flat": st.booleans(),
        "reason": REASONS_SAID,
        "wording": st.just("预算"),
    }
)
FIGURES_SAID = NUMBERS_SAID | tables(
    {
        "value": NUMBERS_SAID,
        "unit": st.sampled_from(["万元", None]),
        "exact": st.booleans(),
        "approximate": st.sampled_from(["about", "近", None]),
        "step": st.sampled_from(["0.01", "1", None]),
        "share": PERCENTS_SAID,
        "占比分母": st.sampled_from(["总收入", "", None]),
        "statements": st.lists(NUMBERS_SAID, max_size=2),
        "vs_prior": COMPARISONS_SAID,
        "比年初预算": COMPARISONS_SAID,
        "依据": st.sampled_from(["said", "推断", None]),
        "source": st.sampled_from(["a.docx", {"page": 2}, {"表": 1}, {"row": None}]),
    }
)
GRIDS_SAID = tables(
    {
        "columns": st.just(["类", "款", "编码", "决算（万元）", "占比（%）", "增减额", "原因"]),
        "rows": st.lists(
            st.tuples(
                st.sampled_from(["甲", "乙", "合计", ""]),
                st.sampled_from(["丙", "丁", "小计", ""]),
                st.sampled_from(["201", "20101", ""]),
                FIGURES_SAID,
                st.sampled_from(["5", "5%", ""]),
                NUMBERS_SAID,
                st.sampled_from(["追加", ""]),
            ).map(list),
            max_size=4,
        ),
        "complete": st.booleans(),
        "reasons": REASONS_SAID | st.lists(REASONS_SAID, max_size=2),
    }
)
LINES_SAID: st.SearchStrategy[object] = st.deferred(lambda: NUMBERS_SAID | LINE_TABLES)
BREAKDOWNS_SAID = GRIDS_SAID | tables(
    {
        "lines": st.lists(LINES_SAID, max_size=2),
        "notes": st.just("见表"),
        "甲": LINES_SAID.filter(lambda line: isinstance(line, dict)),
        "reception": LINES_SAID,
        "basic": LINES_SAID,
    }
)
LINE_TABLES: st.SearchStrategy[Table] = tables(
    {
        "name": st.sampled_from(["公务接待费", "甲", "", None]),
        "key": st.sampled_from(["basic", "", None]),
        "final": FIGURES_SAID,
        "年初预算": FIGURES_SAID,
        "actual": FIGURES_SAID | PERCENTS_SAID,
        "counts": tables({"groups": FIGURES_SAID, "保有量": st.sampled_from([2, "3辆", "5%"])}),
        "by_function": BREAKDOWNS_SAID,
        "构成": BREAKDOWNS_SAID | st.lists(LINES_SAID, max_size=2),
        "breakdowns": st.lists(
            GRIDS_SAID.map(lambda grid: {**grid, "dimension": "资金来源"}), max_size=2
        ),
    }
)
REPORTS_SAID = tables(
    {
        "unit": st.sampled_from(["万元", None]),
        "fiscal": tables({"income": LINES_SAID, "支出": LINES_SAID}),
        "three_public": tables({"reception": LINES_SAID, "vehicle": LINES_SAID, "final": ODD}),
        "matters": BREAKDOWNS_SAID | st.lists(LINES_SAID, max_size=2),
        "disclosures": BREAKDOWNS_SAID | tables({"staff": LINES_SAID}),
        "previous": tables({"year": st.just(2020), "文种": st.just("部门预算")}),
    }
)
"""Dicts such as people and programs write them, some with a mistake."""
