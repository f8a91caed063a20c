"""Folders of counties at random: whatever they loosen is refused, or every result says so."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.test_overlays import HEAD, folder

from performance_rules import RuleFileError, RuleSet, check
from performance_rules.lexicon.resources import lexicon_data
from performance_rules.outputs import renderer
from performance_rules.outputs.batch import Batch, checked
from performance_rules.outputs.terminal import clean, plain
from performance_rules.report.build import build_report
from performance_rules.report.model import KINDS
from performance_rules.rules.alike import look
from performance_rules.rules.loosening import looser
from performance_rules.rules.model import SEVERITIES, Parameter, Rule, Texts
from performance_rules.rules.wordings import KINDS as WORD_TABLES
from performance_rules.testing.examples import check_one, overall

REGION = "440205"
SHIPPED = RuleSet.for_region(REGION)
RULES = SHIPPED.rules()
PARAMETERS: Mapping[str, Parameter] = {
    name: parameter
    for layer in SHIPPED.layers
    for name, parameter in layer.parameters.items()
    if parameter.unit in ("percent", "amount", "count", "texts", "bands")
}
NAMES = sorted({name for p in PARAMETERS.values() for name in (p.id, p.alias, p.title) if name})
"""What parameters are called."""

WORDS = {
    name: str(term["place"]) for term in lexicon_data("terms")["term"] for name in term["names"]
}
"""Words that documents are read with, and where each leads."""

SOME = [*sorted(name for name, rule in RULES.items() if rule.may_disable)[::12], "TOT-001"]
"""Rules that are often drawn, so that a city and a county change the same one."""

YEARS = (2015, 2019, 2022, 2026)
EVERYTHING = "有(年度) or not 有(年度)"
"""A condition that finds nothing wrong with any report."""

WORDINGS = ("", 'advice = "请核实"\n', 'title = "仅供参考"\n', 'message = "没有问题"\n')

spans = st.sampled_from(["", "since = 2020\n", "until = 2021\n", "since = 2019\nuntil = 2022\n"])


@st.composite
def overrides(draw: st.DrawFn) -> tuple[str, str]:
    """A change to a shipped rule, with the id of the rule."""
    name = draw(st.sampled_from(SOME))
    severity = draw(st.sampled_from(["", *SEVERITIES]))
    kinds = draw(st.lists(st.sampled_from(sorted(KINDS)), unique=True))
    said = f"severity = {json.dumps(severity)}\n" if severity else ""
    said += f"kinds = {json.dumps(kinds)}\n" if kinds else ""
    verb = draw(st.sampled_from(["disable", "enable", "set", "replace"]))
    more = {
        "disable": "",
        "enable": "",
        "set": f"[set]\n{draw(st.sampled_from(WORDINGS))}{said}",
        "replace": f'{said}{draw(st.sampled_from(["when", "assert"]))} = "{EVERYTHING}"\n',
    }[verb]
    head = f'rule = "{name}"\nverb = "{verb}"\nreason = "本县另有规定"\n'
    return name, head + draw(spans) + more


def toml(value: object) -> str:
    """Return a value as a rule file writes it."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml(held)}' for key, held in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


@st.composite
def words(draw: st.DrawFn) -> tuple[str, str]:
    """A known word, or a longer one, and where a region lets it lead."""
    name = draw(st.sampled_from(sorted(WORDS))) + draw(st.sampled_from(["", "总额"]))
    place = draw(st.sampled_from(sorted(set(WORDS.values()))))
    text = f'lexicon = "prose"\n[[term]]\nplace = "{place}"\nnames = ["{name}"]\n'
    return f"words-{name}", text


ENTRIES: Mapping[tuple[str, str], list[tuple[str, Mapping[str, Any]]]] = {
    (kind, look(name)): []
    for kind, file in (("prose", "terms"), ("tables", "tables"))
    for table in WORD_TABLES[kind]
    for entry in lexicon_data(file).get(table, ())
    for name in entry.get("names", ())
}
"""What the country says of each word besides its names, by the files that may say it anew."""

for (kind, seen), said in ENTRIES.items():
    data = lexicon_data("terms" if kind == "prose" else kind)
    said += [
        (table, {key: value for key, value in entry.items() if key != "names"})
        for table in WORD_TABLES[kind]
        for entry in data.get(table, ())
        if seen in map(look, entry.get("names", ()))
    ]

VALUES: Mapping[str, list[Any]] = {
    "texts": [["年初预算"], ["决算", "预算"]],
    "bool": [True, False],
    "integer": [0, 1, 9],
    "table": [{"个": "visits"}, {"人次": "guests"}],
    "text": ["up", "down", "either", "budget", "final", "initial_budget", "three_public", "D"],
}
"""What a key of a word may be given, by its type."""


@st.composite
def restated(draw: st.DrawFn) -> tuple[str, str]:
    """A known word said anew, with some of what is said of it changed, added or left out."""
    kind, seen = draw(st.sampled_from(sorted(ENTRIES)))
    table, entry = draw(st.sampled_from(ENTRIES[kind, seen]))
    keys = WORD_TABLES[kind][table]
    changed = draw(st.lists(st.sampled_from(sorted(keys.keys() - {"names"}) or [""]), max_size=2))
    now = dict(entry)
    for key in filter(None, changed):
        now[key] = draw(st.sampled_from(VALUES[keys[key].type]))
        if not keys[key].required and draw(st.booleans()):
            del now[key]
    lines = "".join(f"{key} = {toml(value)}\n" for key, value in now.items())
    text = f'lexicon = "{kind}"\n[[{table}]]\nnames = {toml([seen])}\n{lines}'
    return f"words-{sorted(ENTRIES).index((kind, seen))}", text


@st.composite
def taken(draw: st.DrawFn) -> str:
    """Something new under a name that something of the country has."""
    name = draw(st.sampled_from(NAMES))
    law = draw(st.sampled_from(sorted(SHIPPED.documents)))
    turns: list[Callable[[str], str]] = [str, str.upper, str.swapcase]
    look = draw(st.sampled_from(turns))
    return draw(
        st.sampled_from(
            [
                f'id = "ours"\nunit = "percent"\ntitle = "本县的线"\nalias = {toml(look(name))}\n'
                "values = []\n",
                f'id = "ours"\nunit = "percent"\ntitle = {toml(look(name))}\nvalues = []\n',
                f'[[document]]\nid = {toml(look(law))}\nname = "本县规定"\n',
            ]
        )
    )


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
        "bands": st.lists(st.sampled_from(["优", "优秀", "优/优秀"]), min_size=1, max_size=2).map(
            lambda labels: [{"from": "90", "labels": labels}, {"labels": ["差"]}]
        ),
    }
    starts = draw(st.sampled_from([("",), ("since = 2018, ",), ("", "since = 2021, ")]))
    value = kinds[PARAMETERS[name].unit]
    lists = [v.value for v in PARAMETERS[name].values if isinstance(v.value, Texts)]
    as_printed = draw(st.booleans())
    if lists and as_printed:  # what a list is when it is printed
        value = st.sampled_from([["、".join(one)] for one in lists])
    dated = [f"{{ {since}value = {toml(draw(value))} }}" for since in starts]
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
                out |= {name} if was.value != now.value else set()
            else:
                assert not looser(parameter, now.value, was.value)
    return out


def says_less(above: Rule, below: Rule) -> bool:
    """Whether a rule is lower, narrower or another one than it was above."""
    if SEVERITIES.index(below.severity) > SEVERITIES.index(above.severity):
        return True
    if below.kinds and set(above.kinds or (*KINDS, "")) - set(below.kinds):
        return True  # a rule without kinds is also for reports whose kind is not known
    changed = ("each", "when", "assert", "title", "message", "advice")
    return any(above.text.get(key) != below.text.get(key) for key in changed)


def read_otherwise(files: Mapping[str, str]) -> set[str]:
    """The words of a folder that lead elsewhere than the country's."""
    out = set()
    for name in (name for name in files if name.startswith("words-")):
        word = name.removeprefix("words-")
        data = tomli.loads(files[name])
        ((table, (entry,)),) = ((key, value) for key, value in data.items() if key != "lexicon")
        if word.isdecimal():
            (seen,) = entry.pop("names")
            was = [(known, said_of(one)) for known, one in ENTRIES[data["lexicon"], seen]]
            out |= set() if (table, said_of(entry)) in was else {name}
        elif WORDS.get(word, WORDS.get(word.removesuffix("总额"))) != entry["place"]:
            out.add(name)
    return out


def said_of(entry: Mapping[str, Any]) -> dict[str, Any]:
    """What an entry says, without what it need not say."""
    return {key: value for key, value in entry.items() if value is not False}


def told(ruleset: RuleSet, name: str, where: str) -> bool:
    """Whether a note of a rule set names the file that changes a rule or parameter."""
    return any(f"{where}/{name}.toml" in note.zh for note in ruleset.notes)


def told_in_results(ruleset: RuleSet) -> bool:
    """Whether formats for people and for programs have every note of a rule set."""
    batch = Batch((checked(check(build_report({"year": 2022}), ruleset), "甲.toml"),))
    shown = [
        "".join(plain(renderer(form)(batch, "zh", 80)).split()) for form in ("text", "concise")
    ]
    (notes,) = (json.loads(plain(renderer("json")(batch, "zh", 80)))["notes"],)
    said = ["".join(clean(note.zh).split()) for note in ruleset.notes]
    return all("".join(note.split()) in said for note in notes) and all(
        note in text for note in said for text in shown
    )


changes = st.lists(
    st.one_of(overrides(), values(), words(), restated()), min_size=1, max_size=6
).map(dict)


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
    assert all(told(of_city, name, "city") for name in read_otherwise(city))
    assert told_in_results(of_county)
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


@given(text=taken())
def test_nothing_takes_a_name_that_is_taken(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """A name or law of the country is the country's, however it is spelt."""
    below = folder(tmp_path_factory.mktemp("d") / "county", {"ours.toml": text})
    with pytest.raises(RuleFileError) as refused:
        RuleSet.for_region(REGION, extra=[below])
    words_of_refusal = ("已是参数", "已有", "看起来一样")
    assert any(said in str(refused.value) for said in words_of_refusal)


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
            assert not gone or told(ruleset, name, "county")
