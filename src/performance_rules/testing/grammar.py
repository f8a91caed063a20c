"""Phrases: random trees of the rule language."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from performance_rules.language.expressions import (
    Argument,
    Binary,
    Call,
    Each,
    Expression,
    Index,
    ListOf,
    Member,
    Name,
    Negative,
    Not,
    Number,
    String,
)
from performance_rules.language.functions import FUNCTIONS
from performance_rules.language.tokens import UNITS, WORDS

_VOCABULARY: Final = st.sampled_from(
    (
        "x",
        "b",
        "各行",
        "lines",
        "合计",
        "决算",
        "三公",
        "参数",
        "各栏_1",
        "_",
        "元",
        "inside",
        "非财政",
    )
)
_WORDS: Final = frozenset({"and", "or", "not", "in", *WORDS})
_NAMES: Final = st.one_of(_VOCABULARY, st.from_regex(r"[^\W\d]\w{0,5}", fullmatch=True)).filter(
    lambda name: name not in _WORDS
)
_STRINGS: Final = st.text(st.characters(exclude_characters="\n", codec="utf-8"), max_size=8).filter(
    lambda text: '"' not in text or "'" not in text
)
_NUMBERS: Final = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"), st.integers(0, 10**9), st.integers(0, 4)
)
_OPERATORS: Final = ("or", "and", "==", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*", "/")


def expressions(*, depth: int = 4) -> st.SearchStrategy[Expression]:
    """Return random trees of the rule language, of every kind that its text can give.

    They obey the grammar, not the types.

    Args:
        depth: how deep they nest.
    """
    atoms = st.one_of(
        st.builds(Number, _NUMBERS, st.sampled_from(["", *sorted(set(UNITS.values()))])),
        st.builds(String, _STRINGS),
        st.builds(Name, _NAMES),
    )
    if depth <= 0:
        return atoms
    inner = expressions(depth=depth - 1)
    argument: st.SearchStrategy[Argument] = inner | st.builds(Each, _NAMES, inner, inner)
    lists = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        atoms,
        st.builds(Member, inner, _NAMES),
        st.builds(Index, inner, inner),
        st.builds(
            Call,
            st.sampled_from(sorted(FUNCTIONS)) | _NAMES,
            st.lists(argument, max_size=3).map(tuple),
        ),
        st.builds(Negative, inner),
        st.builds(Not, inner),
        st.builds(Binary, st.sampled_from(_OPERATORS), inner, inner),
        st.builds(ListOf, lists),
    )
