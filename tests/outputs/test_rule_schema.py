"""The schema of rule files accepts what the reader accepts."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
import tomli
from jsonschema import Draft202012Validator
from tests.outputs.small import FILES

from performance_rules.lexicon.resources import rules_dir
from performance_rules.outputs.rule_schema import MEANINGS, rule_schema

SCHEMA = rule_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def plain(text: str) -> object:
    """Return TOML as JSON would carry it: a date becomes text."""
    return json.loads(json.dumps(tomli.loads(text), default=str))


def test_the_schema_is_one() -> None:
    """The schema is itself valid, and every key in it is explained."""
    Draft202012Validator.check_schema(SCHEMA)
    definitions = SCHEMA["$defs"]
    assert isinstance(definitions, Mapping)
    used = {key for table in definitions.values() for key in table["properties"]}

    assert set(MEANINGS) == used


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_is_accepted(name: str) -> None:
    """Rules, parameters, overrides, documents and heads are what the schema describes."""
    VALIDATOR.validate(plain(FILES[name]))


def test_the_shipped_files_are_accepted() -> None:
    """Every file that ships with the library passes the schema that editors use."""
    for path in sorted((rules_dir() / "cn").rglob("*.toml")):
        VALIDATOR.validate(plain(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('severity = "error"', 'severity = "fatal"'),
        ('severity = "error"', ""),
        ('why = "', 'whhy = "'),
        ('expect = "pass"', 'expect = "good"'),
    ],
)
def test_a_slip_is_refused(old: str, new: str) -> None:
    """A wrong value, a missing key and a misspelt one are marked while one is still typing."""
    text = FILES["cn/SUM-1.toml"]
    assert old in text

    assert not VALIDATOR.is_valid(plain(text.replace(old, new)))
