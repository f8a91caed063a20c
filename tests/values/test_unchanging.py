"""What nobody can change stays so, compares as what it was made of, and pickles."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from performance_rules.readers.frames import HEAD, framed, plain
from performance_rules.values.unchanging import unchanging, unchanging_data

SAID: dict[str, Any] = {"a": [1, {"b": [[], "c"]}], "d": {}, "e": "text"}


def test_tables_and_lists_are_closed_however_deep_they_stand() -> None:
    """Lists become tuples, and no table takes an entry."""
    held: Any = unchanging_data(SAID)
    assert held == {"a": (1, {"b": ((), "c")}), "d": {}, "e": "text"}
    for table in (held, held["a"][1], held["d"]):
        with pytest.raises(TypeError):
            table["x"] = 1


def test_it_does_not_follow_what_it_was_made_of() -> None:
    """Who gave a table may go on writing into it."""
    given: dict[str, Any] = {"a": [1]}
    held = unchanging_data(given)
    mapping = unchanging(given)
    given["a"].append(2)
    given["b"] = 3
    assert held == {"a": (1,)}
    assert list(mapping) == ["a"]


def test_it_is_the_same_after_a_pickle_and_in_the_answer_of_a_worker() -> None:
    """A worker's answer may be made of plain data and classes of our own only."""
    held = unchanging_data(SAID)
    data = framed(held)[HEAD.size :]
    for again in (
        pickle.loads(pickle.dumps(held)),  # noqa: S301 - our own bytes
        plain(data),
        copy.deepcopy(held),
    ):
        assert again == held
        assert type(again) is type(held)
