"""Nothing that is shared can be changed: rule sets, what they hold, reports and results."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import PurePath
from types import BuiltinFunctionType, FunctionType, MappingProxyType, MethodType
from typing import Any, Final

import attrs
import pytest

from performance_rules import Report, RuleSet, check
from performance_rules.checking.result import Result

PLAIN: Final = (
    *(str, bytes, int, float, bool, type(None), Decimal, dt.date, PurePath, enum.Enum, type),
    *(FunctionType, BuiltinFunctionType, MethodType, re.Pattern),
)
"""What holds nothing that could change."""

CACHES: Final = {
    "Codebook._found": "entries by what was asked for; what is held are tuples of entries",
    "Result._judgement": "the report walked and its plans, kept for the next report of its form: "
    "they are filled while rules are grounded, and count how often they come back",
    **dict.fromkeys(
        ("Result._codes", "Result._places", "Result.failed"), "places of those plans, by verdict"
    ),
    "Sentences._begun": "paragraphs by the heading that they begin with, found where it is asked",
    "Result._figures": "lists of the walked report, made while answers are looked for",
}
"""What may change, by class and attribute, and why it may: nothing of it is public."""


@cache
def slots_of(cls: type) -> tuple[str, ...]:
    """Return the attributes that things of a class hold in slots."""
    found = (vars(each).get("__slots__", ()) for each in cls.__mro__)
    names = (name for own in found for name in ((own,) if isinstance(own, str) else own))
    return tuple(name for name in names if not name.startswith("__"))


@cache
def can_change(cls: type) -> bool:
    """Whether things of a class can be changed by whoever holds them."""
    if issubclass(cls, tuple | frozenset | MappingProxyType):
        return False
    return cls.__setattr__ is object.__setattr__


def _class(thing: object) -> Any:
    return type(thing)


def held(thing: object) -> Iterator[tuple[str, object]]:
    """Yield what a thing holds, and how it holds it."""
    if isinstance(thing, tuple | frozenset | list | set):
        yield from (("[]", one) for one in thing)
    if isinstance(thing, dict | MappingProxyType):
        yield from (("[]", one) for pair in thing.items() for one in pair)
    for name in slots_of(_class(thing)):
        if hasattr(thing, name):
            yield f".{name}", getattr(thing, name)
    yield from ((f".{name}", one) for name, one in getattr(thing, "__dict__", {}).items())


def changing(root: object) -> set[str]:
    """Return the kind and the way of everything that can be changed and that a thing holds."""
    found: set[str] = set()
    seen: dict[int, object] = {}
    todo = [(root, type(root).__name__)]
    while todo:
        thing, way = todo.pop()
        if isinstance(thing, PLAIN) or id(thing) in seen:
            continue
        seen[id(thing)] = thing
        if can_change(_class(thing)):
            found.add(f"{way}: {type(thing).__name__}")
        for how, one in held(thing):
            own = f"{type(thing).__name__}{how}" if how != "[]" else f"{way}[]"
            if own not in CACHES:
                todo.append((one, own))
    return found


def rules() -> RuleSet:
    """Return the rules of a region that changes rules and parameters of its province."""
    return RuleSet.for_region("440205", 2021)


@pytest.fixture(scope="module", name="result")
def result_of_a_report() -> Result:
    """A result with findings of two kinds and rules left open, all of it worked out."""
    said = {
        "year": 2021,
        "entity": "某市某局",
        "all_funds": {
            "income": {"final": "110.00万元", "prior": "90.00万元"},
            "expenditure": {
                "final": {"value": "100.00万元", "vs_prior": {"rate": "12.00%", "reason": "无"}},
                "prior": "90.00万元",
                "by_nature": {"基本支出": "60.00万元", "项目支出": "30.00万元"},
            },
        },
        "three_public": {"final": "5.00万元"},
        "text": ["支出100.00万元。"],
    }
    result = check(Report.from_dict(said), rules())
    for name in ("findings", "failed", "verdicts", "not_checked", "notes", "on_figures", "summary"):
        assert getattr(result, name) is not None
    assert result.findings
    assert result.not_checked
    return result


def test_a_rule_set_holds_nothing_that_can_be_changed() -> None:
    """Rule sets share their layers: what one caller changed would be there for all others."""
    ruleset = rules()
    assert ruleset.codebook.find("functional", "教育支出", year=2021)
    assert not changing((ruleset, ruleset.in_force(2021), ruleset.codebook.printed_first))


def test_a_result_holds_nothing_that_can_be_changed(result: Result) -> None:
    """Nor do its report, its rules, its findings and what could not be judged."""
    assert not changing(result)


def test_a_rule_set_that_overrides_rules_holds_nothing_that_can_be_changed(tmp_path: Any) -> None:
    """A changed rule is as closed as one that stands in its file."""
    (tmp_path / "change.toml").write_text(
        'rule = "TOT-001"\nverb = "set"\nreason = "试用"\n[set]\nwhy = "试用"\n'
        'basis = [{ doc = "REP" }]\n',
        encoding="utf-8",
    )
    ruleset = RuleSet.for_region("440205", 2021, extra=[tmp_path])
    assert ruleset.in_force(2021).rules["TOT-001"].why == "试用"
    assert not changing((ruleset.in_force(2021), ruleset.layers[-1]))


@pytest.mark.parametrize(
    ("whose", "name"),
    [
        *((lambda result: result, name) for name in ("report", "ruleset", "in_force", "findings")),
        (lambda result: result.report, "year"),
        (lambda result: result.ruleset, "region"),
        (lambda result: result.findings[0], "severity"),
        (lambda result: next(iter(result.in_force.rules.values())), "severity"),
    ],
)
def test_no_attribute_can_be_set(result: Result, whose: Any, name: str) -> None:
    """Not of a result, and not of what it hands out."""
    with pytest.raises(AttributeError):
        setattr(whose(result), name, None)


def test_what_is_read_of_a_file_is_the_same_for_the_next_who_loads_it() -> None:
    """Examples and the file's own words are plain data, whose tables and lists refuse changes."""
    rule: Any = rules().rules()["TOT-001"]
    for table, key in ((rule.text, "title"), (rule.examples[0].given, "all_funds")):
        with pytest.raises(TypeError, match="does not support item assignment"):
            table[key] = 1
    with pytest.raises(AttributeError):
        rule.text["example"].append({})
    assert rules().rules()["TOT-001"].text["title"] == rule.title.zh


def test_an_example_still_makes_a_report() -> None:
    """What cannot be changed is read like what can."""
    given = rules().rules()["TOT-001"].examples[0].given
    assert Report.from_dict(given).all_funds is not None


def test_what_can_be_changed_is_found() -> None:
    """The guard itself: a list deep inside, and a class that is not frozen."""

    @attrs.define
    class Loose:
        held: tuple[object, ...] = ()

    assert changing((Loose(({"a": []},)),)) == {
        "tuple[]: Loose",
        "Loose.held[]: dict",
        "Loose.held[][]: list",
    }
