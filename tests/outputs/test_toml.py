"""A typed report as TOML: what is read again is what was written."""

from __future__ import annotations

import tomli
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.outputs.toml import toml_text

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
VALUES = st.recursive(
    st.one_of(TEXT, st.booleans(), st.integers(-(2**63), 2**63 - 1)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)),
    max_leaves=12,
)


@given(st.dictionaries(TEXT, VALUES, max_size=4))
def test_what_is_written_is_read_again(table: dict[str, object]) -> None:
    """Texts with any character, nested tables and lists of tables come back as they were."""
    assert table == tomli.loads(toml_text(table))


def test_tables_stand_under_headings() -> None:
    """A list of tables has a heading for each, so that a person can find and correct a line."""
    text = toml_text({"lines": [{"name": "办公费"}, {"name": "水费"}], "year": 2023})
    assert 'year = 2023\n\n[[lines]]\nname = "办公费"\n\n[[lines]]\nname = "水费"\n' == text
