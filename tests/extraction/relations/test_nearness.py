"""No relation is asserted by nearness: properties of sentences made from random numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.relations.sentences import (
    MAKERS,
    Sentence,
    contradictions,
    errors,
    paragraphs,
)

KINDS = ("product", "balance", "rate", "change", "total")


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_consistent_sentence_is_silent_and_a_wrong_one_is_found(
    kind: str, data: st.DataObject
) -> None:
    """Whatever its numbers are, a plain sentence whose result follows is silent; with its result
    changed by more than rounding it breaks the rule of its relation, and that one alone: one that
    is too far off for a misprint too, which is for a person to look at.
    """
    sentence = data.draw(MAKERS[KINDS.index(kind)]())

    assert [] == contradictions(f"{sentence.right}。")
    assert [sentence.rule] == contradictions(f"{sentence.wrong}。")


@given(st.data())
def test_the_order_of_unrelated_sentences_says_nothing(data: st.DataObject) -> None:
    """Consistent sentences of different things are silent in any order."""
    made: list[Sentence] = data.draw(paragraphs())
    shuffled = data.draw(st.permutations(made))

    assert [] == errors("".join(f"{one.right}。" for one in shuffled))


@given(sentences=paragraphs(), mark=st.sampled_from("；。"))
def test_two_matters_beside_each_other_are_two(sentences: list[Sentence], mark: str) -> None:
    """A consistent matter beside another one, joined by a semicolon or a full stop, is silent."""
    one, other = (sentence.right for sentence in sentences[:2])

    assert [] == errors(f"{one}{mark}{other}。")
    assert [] == errors(f"{other}{mark}{one}。")
