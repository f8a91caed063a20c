"""Folders of counties at random: whatever they loosen is refused, or every result says so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.test_overlays import HEAD, folder

from performance_rules import RuleFileError, RuleSet
from performance_rules.report.build import build_report
from performance_rules.report.model import KINDS
from performance_rules.rules.loosening import looser
from performance_rules.rules.model import SEVERITIES, Parameter, Rule
from performance_rules.testing.examples import check_one, overall

REGION = "440205"
SHIPPED = RuleSet.for_region(REGION)
RULES = SHIPPED.rules()
PARAMETERS: Mapping[str, Parameter] = {
    name: parameter
    for layer in SHIPPED.layers
    for name, parameter in layer.parameters.items()
    if parameter.unit in ("percent", "amount", "count", "texts")
}
SOME = [*sorted(name for name, rule in RULES.items() if rule.may_disable)[::12], "TOT-001"]
"""Rules that are often drawn, so that a city and a county change the same one."""

YEARS = (2015, 2019, 2022, 2026)
EVERYTHING = "有(年度) or not 有(年度)"
"""A condition that finds nothing wrong with any report."""

spans = st.sampled_from(["", "since = 2020\n", "until = 2021\n", "since = 2019\nuntil = 2022\n"])


@st.composite
def overrides(draw: st.DrawFn) -> tuple[str, str]:
    """A change to a shipped rule, with the id of the rule."""
    name = draw(st.sampled_from(SOME))
    severity = draw(st.sampled_from(["", *SEVERITIES]))
    kinds = draw(st.lists(st.sampled_from(sorted(KINDS)), unique=True, max_size=3))
    said = f"severity = {json.dumps(severity)}\n" if severity else ""
    said += f"kinds = {json.dumps(kinds)}\n" if kinds else ""
    verb = draw(st.sampled_from(["disable", "enable", "set", "replace"]))
    more = {
        "disable": "",
        "enable": "",
        "set": f'[set]\nadvice = "请核实"\n{said}',
        "replace": f'{said}{draw(st.sampled_from(["when", "assert"]))} = "{EVERYTHING}"\n',
    }[verb]
    head = f'rule = "{name}"\nverb = "{verb}"\nreason = "本县另有规定"\n'
    return name, head + draw(spans) + more


@st.composite
def values(draw: st.DrawFn) -> tuple[str, str]:
    """One or two values of a shipped parameter, with its id."""
    name = draw(st.sampled_from(sorted(PARAMETERS)))
    number = st.integers(0, 120).map(str)
    kinds: Mapping[str, Any] = {
        "percent": number.map(lambda n: f"{n}%"),
        "amount": number.map(lambda n: f"{n}万元"),
        "count": number,
        "texts": st.lists(st.sampled_from(["甲", "乙", "丙"]), unique=True),
    }
    starts = draw(st.sampled_from([("",), ("since = 2018, ",), ("", "since = 2021, ")]))
    value = kinds[PARAMETERS[name].unit]
    dated = [
        f"{{ {since}value = {json.dumps(draw(value), ensure_ascii=False)} }}" for since in starts
    ]
    return name, f'id = "{name}"\nvalues = [{", ".join(dated)}]\n'


def loosened(above: RuleSet, below: RuleSet) -> set[str]:
    """The ids of rules and parameters that say less in a rule set than in the one above it."""
    out = set()
    for year in YEARS:
        before, after = above.in_force(year), below.in_force(year)
        out |= {
            name
            for name, rule in before.rules.items()
            if name not in after.rules or says_less(rule, after.rules[name])
        }
        for name, parameter in PARAMETERS.items():
            was, now = before.parameters[name], after.parameters[name]
            if was.dated is None or now.dated is None:
                out |= {name} if was.dated is not None else set()
            elif parameter.tighten is None:
                out |= {name} if was.dated.printed != now.dated.printed else set()
            else:
                assert not looser(parameter, now.value, was.value)
    return out


def says_less(above: Rule, below: Rule) -> bool:
    """Whether a rule is lower, narrower or another one than it was above."""
    if SEVERITIES.index(below.severity) > SEVERITIES.index(above.severity):
        return True
    if set(above.kinds or KINDS) - set(below.kinds or KINDS):
        return True
    return any(above.text.get(key) != below.text.get(key) for key in ("each", "when", "assert"))


def told(ruleset: RuleSet, name: str, where: str) -> bool:
    """Whether a note of a rule set names the file that changes a rule or parameter."""
    return any(f"{where}/{name}.toml" in note.zh for note in ruleset.notes)


changes = st.lists(st.one_of(overrides(), values()), min_size=1, max_size=6).map(dict)


@given(city=changes, county=changes)
def test_no_folder_loosens_anything_without_a_word(
    tmp_path_factory: pytest.TempPathFactory, city: Mapping[str, str], county: Mapping[str, str]
) -> None:
    """A city and a county change what they like; what says less than above is named, or refused."""
    files = {f"{name}.toml": text for name, text in city.items()}
    below = {f"{name}.toml": text for name, text in county.items()}
    first = folder(tmp_path_factory.mktemp("a") / "city", {"ruleset.toml": HEAD, **files})
    second = folder(tmp_path_factory.mktemp("b") / "county", below)
    try:
        of_city = RuleSet.for_region(REGION, extra=[first])
        of_county = RuleSet.for_region(REGION, extra=[first, second])
    except RuleFileError:
        return
    assert all(told(of_city, name, "city") for name in loosened(SHIPPED, of_city))
    assert all(told(of_county, name, "county") for name in loosened(of_city, of_county))


def test_a_county_takes_back_what_its_city_asked_for(tmp_path: Path) -> None:
    """Whoever lowers a rule below what any layer above says is named."""
    (name, *_) = (name for name, rule in RULES.items() if rule.severity == "warning")
    set_to = 'rule = "{}"\nverb = "set"\nreason = "本地另有规定"\n[set]\nseverity = "{}"\n'
    first = folder(tmp_path / "city", {f"{name}.toml": set_to.format(name, "error")})
    second = folder(tmp_path / "county", {f"{name}.toml": set_to.format(name, "warning")})
    ruleset = RuleSet.for_region(REGION, extra=[first, second])
    assert told(ruleset, name, "county")
    assert not told(ruleset, name, "city")


@given(county=st.lists(overrides(), min_size=1, max_size=3).map(dict))
@settings(max_examples=30)
def test_no_finding_of_an_example_goes_without_a_word(
    tmp_path_factory: pytest.TempPathFactory, county: Mapping[str, str]
) -> None:
    """What the examples of a rule show to be found is found in the county, or a note names it."""
    files = {f"{name}.toml": text for name, text in county.items()}
    below = folder(tmp_path_factory.mktemp("c") / "county", files)
    try:
        ruleset = RuleSet.for_region(REGION, extra=[below])
    except RuleFileError:
        return
    for name in county:
        for example in (e for e in RULES[name].examples if e.expect == "fail"):
            report = build_report(example.given)
            rule = ruleset.in_force(report.year).rules.get(name)
            gone = SHIPPED.in_force(report.year).rules.get(name) and (
                rule is None
                or overall(check_one(report, rule, ruleset, example.parameters)) != "fail"
            )
            assert not gone or told(ruleset, name, "county") or report.year is None
