"""Classes of what is read off a document are quickly made, and still compare as frozen ones do."""

from __future__ import annotations

import pickle
import re
from typing import Final

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.said import document

from performance_rules.extraction import years
from performance_rules.extraction.documents import extract
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.figures import views
from performance_rules.extraction.figures.slips import near, slip
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.changes import courses
from performance_rules.extraction.relations.parts import openings, unopened
from performance_rules.extraction.relations.times import periods


@fixed
class Quick:
    """Compared by its fields."""

    name: str
    size: int = 0


@frozen
class Slow:
    """The same, as attrs makes it."""

    name: str
    size: int = 0


@fixed(eq=False)
class Alone:
    """Each is only itself."""

    name: str


@pytest.mark.parametrize("one", [("a", 1), ("a", 2), ("b", 1)])
@pytest.mark.parametrize("other", [("a", 1), ("a", 2), ("b", 1)])
def test_two_are_equal_where_two_frozen_ones_are(
    one: tuple[str, int], other: tuple[str, int]
) -> None:
    """Equal fields make equal instances with equal hashes."""
    assert (Quick(*one) == Quick(*other)) is (Slow(*one) == Slow(*other))
    assert (hash(Quick(*one)) == hash(Quick(*other))) is (one == other)


def test_of_a_class_without_equality_each_is_itself() -> None:
    """Two figures that are alike in everything are two figures."""
    one, other = Alone("a"), Alone("a")

    assert one != other
    assert {one: 1, other: 2} == {other: 2, one: 1}


def test_a_place_has_one_hash_and_survives_a_pickle() -> None:
    """A hash that is kept is that of the fields; workers hand places on."""
    place = Place("general_budget", "expenditure", steps=(Step("members", "甲"),))
    again = pickle.loads(pickle.dumps(place))  # noqa: S301 - our own bytes

    assert again == place
    assert hash(again) == hash(place)
    assert place.parent == Place("general_budget", "expenditure")


def test_reading_changes_nothing_that_the_next_reading_uses() -> None:
    """A document that is read twice says the same twice: nothing shared was changed."""
    report = document(
        "临港县航标站2023年度部门决算",
        "一、收入决算情况",
        "2023年收入合计640.00万元，其中：财政拨款收入600.00万元，事业收入40.00万元。",
        "支出合计640.00万元，比上年增加40.00万元，增长6.67%。维护浮标12座，每座0.50万元，共6.00万元。",
    )

    assert repr(extract(report)) == repr(extract(report))


_AHEAD: Final = re.compile(r"\A\(\?=\[[^\]]*\]\)")
"""The characters that a pattern says it begins with."""
BEGUN: Final = {
    "times": courses._TIMES,
    "things": openings.THINGS,
    "viewed": views.VIEWED,
    "ordinal": unopened._ORDINAL,
    "meaning": periods._MEANING,
    "said": years._SAID,
    "counted": whole_words().counted,
}


@pytest.mark.parametrize("pattern", BEGUN.values(), ids=BEGUN)
@given(data=st.data())
def test_a_pattern_finds_the_same_without_the_characters_it_begins_with(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    """What a pattern is quick to pass over it could not have found there."""
    bare, count = _AHEAD.subn("", pattern.pattern)
    letters = sorted({*re.sub(r"[\\?<>|()\[\]{}*+A-Za-z]", "", bare), *"0123456789年月(,，。;:、)"})
    words = sorted(set(re.findall(r"[一-鿿]{2,}", bare)))
    pieces = st.one_of(st.sampled_from(letters), st.sampled_from(words or letters))
    text = "".join(data.draw(st.lists(pieces, max_size=30)))

    assert count == 1
    assert [m.span() for m in pattern.finditer(text)] == [
        m.span() for m in re.compile(bare).finditer(text)
    ]


@given(st.sets(st.integers(-99_999, 99_999), max_size=12))
def test_no_slip_is_passed_over(numbers: set[int]) -> None:
    """Two numbers of which one is a slip of the other are both asked."""
    slips = {n for n in numbers for other in numbers if slip(n, other)}

    assert slips <= near(numbers)
