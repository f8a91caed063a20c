"""What sentences state of their own figures: read, judged, and made from random numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from attrs import frozen
from hypothesis import strategies as st
from tests.extraction.said import printed, read

import performance_rules as pr
from performance_rules.checking.standing import RELATED
from performance_rules.report.model import Comparison, Figure, Line

RULES = pr.RuleSet.for_region()
_FIGURES = ("final", "actual")


def matters(*paragraphs: str) -> tuple[Line, ...]:
    """Return the matters that the paragraphs of an evaluation become."""
    return read(*paragraphs, kind="self_evaluation").report.matters


def errors(*paragraphs: str) -> list[str]:
    """Return the rules that the paragraphs of an evaluation break, once for each error finding."""
    report = read(*paragraphs, kind="self_evaluation").report
    return [f.rule for f in pr.check(report, RULES).findings if f.severity == "error"]


def contradictions(*paragraphs: str) -> list[str]:
    """Return the same with those that are too far off for a misprint, and so for a person."""
    report = read(*paragraphs, kind="self_evaluation").report
    found = pr.check(report, RULES).findings
    return [f.rule for f in found if f.severity == "error" or RELATED in f.message]


def columns(*paragraphs: str, having: str, wanted: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what is printed in some columns of every matter that has one column."""
    return [
        tuple(";".join(printed(matter.figure(column))) for column in wanted)
        for matter in matters(*paragraphs)
        if matter.figure(having) is not None
    ]


def compared(*paragraphs: str) -> Iterator[tuple[Figure, Comparison]]:
    """Yield the figures of matters that are compared with a base of their own sentence."""
    for matter in matters(*paragraphs):
        for column in _FIGURES:
            figure = matter.figure(column)
            for claim in figure.comparisons if figure is not None else ():
                if figure is not None and figure.statements and claim.base is not None:
                    yield figure, claim


# ── sentences from random numbers ──


@frozen
class Sentence:
    """A sentence that states a relation, without its full stop.

    Attributes:
        kind: which relation.
        right: as it is consistent.
        wrong: with its result changed by more than rounding.
        rule: the rule that the wrong one breaks.
    """

    kind: str
    right: str
    wrong: str
    rule: str


Draw = Callable[[st.SearchStrategy[int]], int]
_THINGS = ("路灯", "浮标", "界桩", "水泵", "长椅", "雨篷")
_FUNDS = ("海塘加固", "渔港清淤", "趸船大修", "灯塔养护", "海图测绘", "航标更新")


def _yuan(cents: int) -> str:
    """Return hundredths of 万元 as they are printed."""
    return f"{Decimal(cents) / 100:,.2f}万元"


def _percent(part: int, whole: int, off: int = 0) -> str:
    """Return a rate with two decimals, some points off."""
    rate = (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{rate + off}%"


@st.composite
def product_sentences(draw: Draw, at: int = 0) -> Sentence:
    """Sentences of a price, a number and the amount of both, rounded to 100 元."""
    price, number = draw(st.integers(50, 3000)), draw(st.integers(20, 900))
    rounded = (price * number + 50) // 100
    off = rounded * draw(st.integers(12, 40)) // 100
    head = f"新装{_THINGS[at]}{number}套，每套{price:,}元，合计"
    return Sentence("product", head + _yuan(rounded), head + _yuan(rounded + off), "MAT-001")


@st.composite
def balance_sentences(draw: Draw, at: int = 0) -> Sentence:
    """Sentences of what was there, what was spent and what is left."""
    spent, left = draw(st.integers(1000, 900_000)), draw(st.integers(1, 90_000))
    off = draw(st.integers(5, 5000))
    head = f"下达{_FUNDS[at]}资金{_yuan(spent + left)}，支出{_yuan(spent)}，结余"
    return Sentence("balance", head + _yuan(left), head + _yuan(left + off), "MAT-002")


@st.composite
def rate_sentences(draw: Draw, at: int = 0) -> Sentence:
    """Sentences of what was planned, what was done and the rate of both."""
    planned = draw(st.integers(40, 900))
    done = draw(st.integers(planned // 2, planned - 4))
    head = f"计划更换{_THINGS[at]}{planned}套，实际完成{done}套，完成率"
    wrong = head + _percent(done, planned, -draw(st.integers(1, 9)))
    return Sentence("rate", head + _percent(done, planned), wrong, "BUD-001-PAIR")


@st.composite
def change_sentences(draw: Draw, at: int = 0) -> Sentence:
    """Sentences of two levels and the change between them."""
    before, more = draw(st.integers(50, 9000)), draw(st.integers(10, 3000))
    off = draw(st.integers(1, 49))
    head = f"{_THINGS[at]}由{before:,}套增加到{before + more:,}套，增加"
    right, wrong = f"{head}{more:,}套", f"{head}{more + off:,}套"
    return Sentence("change", right, wrong, "YOY-010")


@st.composite
def total_sentences(draw: Draw, at: int = 0) -> Sentence:
    """Sentences of two parts and what they add up to."""
    one, other = draw(st.integers(500, 90_000)), draw(st.integers(500, 90_000))
    off = draw(st.integers(5, 400))
    head = f"{_FUNDS[at]}投入{_yuan(one)}，{_FUNDS[at - 1]}投入{_yuan(other)}，合计投入"
    right, wrong = head + _yuan(one + other), head + _yuan(one + other - off)
    return Sentence("total", right, wrong, "TOT-001-PARTS")


MAKERS = (
    product_sentences,
    balance_sentences,
    rate_sentences,
    change_sentences,
    total_sentences,
)


@st.composite
def paragraphs(draw: Callable[[st.SearchStrategy[object]], object]) -> list[Sentence]:
    """Several consistent sentences, no two of the same thing."""
    kinds = draw(st.lists(st.sampled_from(range(len(MAKERS))), min_size=2, max_size=4))
    assert isinstance(kinds, list)
    made = [draw(MAKERS[kind](at=at)) for at, kind in enumerate(kinds)]
    return [one for one in made if isinstance(one, Sentence)]
