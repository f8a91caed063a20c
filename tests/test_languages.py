"""Two languages: each message is said in one of them, and quotes the other at most."""

from __future__ import annotations

import ast
import html
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pytest
from attrs import evolve

from performance_rules import Result, RuleSet
from performance_rules.errors import Message
from performance_rules.judging.given import Given
from performance_rules.judging.judge import Wanted, judge
from performance_rules.judging.rulesets import Regions
from performance_rules.language.patterns import PatternError, pattern_of
from performance_rules.outputs import SHOWN, maker, renderer
from performance_rules.outputs.batch import Batch
from performance_rules.outputs.terminal import plain
from performance_rules.report.build import build_report
from performance_rules.report.inferences import INFERENCES, inference_told, inferred
from performance_rules.rules.chosen import Selection
from performance_rules.rules.model import SEVERITIES
from performance_rules.testing.examples import ExampleCase, cases_of, check_one
from performance_rules.waivers.model import NONE

SOURCE = Path(__file__).parents[1] / "src"
QUOTED = re.compile(r"(?<![A-Za-z])'[^']*'|“[^”]*”|《[^》]*》|\"[^\"]*\"")
"""A quotation; the apostrophe of *last year's* opens none."""

AS_PRINTED = re.compile(r"\d[\u3400-\u9fff]{1,3}")
"""The unit of a printed number, which is quoted with it."""

CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
ENGLISH = re.compile(r"[A-Za-z]{2,}")
NAMES = {"pdf", "doctype", "excel", "json", "mht", "rule", "toml", "verb", "word"}
"""Names of programs, formats and keys that the English message need not repeat."""


@cache
def ruleset(region: str | None) -> RuleSet:
    """The rules of a region."""
    return RuleSet.for_region(region)


@cache
def failing(region: str | None) -> tuple[ExampleCase, ...]:
    """The examples in which a rule says something; of a region those that others do not have."""
    rules = ruleset(region)
    layers = [layer.id for layer in rules.layers if region is None or layer.id != "cn"]
    cases = (case for layer in layers for case in cases_of(rules, layer))
    return tuple(case for case in cases if case.example.expect != "pass")


def result_of(case: ExampleCase) -> Result:
    """The result of an example, judged by its one rule."""
    report = build_report(case.example.given)
    known = case.ruleset.in_force(report.year).rules.get(case.rule)
    rule = known or case.ruleset.rules()[case.rule]
    return check_one(report, rule, case.ruleset, case.example.parameters)


def own_words(text: str) -> str:
    """A text without what it quotes."""
    return QUOTED.sub("", text)


def mixed(chinese: str, english: str) -> bool:
    """Whether a text says anything in the other language that it does not quote."""
    said = AS_PRINTED.sub("", own_words(english))
    unbalanced = "''" in english  # a quotation within its own marks
    return unbalanced or bool(CHINESE.search(said) or ENGLISH.search(own_words(chinese)))


@pytest.mark.parametrize("region", [None, "440205", "430600"])
def test_a_finding_is_said_in_one_language(region: str | None) -> None:
    """English texts of findings hold no Chinese but quotations, Chinese ones no English."""
    wrong = []
    for case in failing(region):
        result = result_of(case)
        for found in result.findings:
            pairs = [
                (found.title, found.title_en),
                (found.message, found.message_en),
                (found.advice, found.advice_en),
                *((told.zh, told.en) for _, told in found.computed),
            ]
            wrong += [(case.rule, *pair) for pair in pairs if mixed(*pair)]
        reasons = [(one.reason.zh, one.reason.en) for one in result.not_checked]
        wrong += [(case.rule, *pair) for pair in reasons if mixed(*pair)]

    assert [] == wrong


def pairs_of(path: Path) -> Iterator[tuple[int, str, str]]:
    """The texts that stand side by side in both languages in a module; 0 for what is filled in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call | ast.Tuple):
            parts = node.args if isinstance(node, ast.Call) else node.elts
            for chinese, english in pairwise(map(written, parts)):
                if re.search(r"[\u3400-\u9fff]", chinese) and re.search("[a-z]{2} [a-z]", english):
                    yield node.lineno, chinese, english


def written(node: ast.expr) -> str:
    """The text of a literal; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"\{\w+\}", "0", node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(p.value) if isinstance(p, ast.Constant) else "0" for p in node.values)
    return ""


def test_every_message_of_the_library_is_said_in_one_language() -> None:
    """So are errors, help and outputs: an English word in a Chinese text is a name that the English
    text has as well, such as a key, a format or an option.
    """
    wrong, seen = [], 0
    for path in sorted(SOURCE.rglob("*.py")):
        for line, chinese, english in pairs_of(path):
            seen += 1
            names = {name.lower() for name in ENGLISH.findall(english)} | NAMES
            foreign = {word.lower() for word in ENGLISH.findall(own_words(chinese))} - names
            if foreign or CHINESE.search(own_words(english)):
                wrong.append(f"{path.name}:{line}: {chinese} | {english}")

    assert [] == wrong
    assert seen > 900


BROKEN = [
    "(正",
    "[正",
    "正)",
    "*正",
    "正**",
    "(?P<正",
    "\\q",
    "正{2000}",
    "(?<=正)支",
    "[z-a]",
    "正\\",
]


@pytest.mark.parametrize("pattern", BROKEN)
def test_what_is_wrong_with_a_pattern_is_said_in_one_language(pattern: str) -> None:
    """RE2 speaks English alone; what it says of the pattern is quoted."""
    with pytest.raises(PatternError) as refused:
        pattern_of(pattern)

    assert not mixed(*refused.value.args)


EXAMPLES = Path(__file__).parents[1] / "examples"
PARTS = re.compile(r"<blockquote>.*?</blockquote>|<div class=\"text\">.*?</div>", re.DOTALL)
"""What a page gives back of the report itself."""

DATA = {"Body", "File", "Fingerprint"}
"""Columns of the ledger that are read back and hold nothing but a name."""


@cache
def batch_of(name: str) -> Batch:
    """An example in English, as the command line checks it, with what it rests on inferences."""
    path = EXAMPLES / name
    wanted = Wanted(Selection(), SEVERITIES[-1], "en", True, NONE)
    found = judge(Regions(None, None, ()), wanted, Given(path.name, path.read_bytes())).checked
    return Batch((evolve(found, source=str(path)),), (), several=False)


def texts_of(form: str, batch: Batch) -> Iterator[str]:
    """The texts of an output, without those of the report that it gives back."""
    if form in SHOWN:
        yield from plain(renderer(form)(batch, "en", 10_000)).splitlines()
        return
    data = maker(form)(batch, "en")
    if form == "html":
        page = PARTS.sub("", data.decode())
        yield from re.split(r"<[^>]*>", html.unescape(page))
    elif form == "xlsx":
        for sheet in openpyxl.load_workbook(io.BytesIO(data)):
            heads, *rows = sheet.iter_rows(values_only=True)
            yield from map(str, heads)
            for row in rows:
                told = zip(heads, row, strict=True)
                yield from (str(cell) for head, cell in told if cell and head not in DATA)
    elif form == "docx":
        yield from (one.text for one in docx.Document(io.BytesIO(data)).comments)
    else:
        yield from (one.text for one in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize("name", ["donghe-2023.docx", "qujiang-2021.toml"])
@pytest.mark.parametrize("form", ["text", "concise", "github", "html", "xlsx", "docx", "opinion"])
def test_an_english_output_quotes_what_is_chinese(name: str, form: str) -> None:
    """Names of bodies, laws, thresholds and grades are quoted in every output, and so is what the
    report says; the path of a place and the unit of a number are not.
    """
    if form == "docx" and not name.endswith(".docx"):
        pytest.skip("comments stand in the sender's own file")
    texts = list(texts_of(form, batch_of(name)))
    if form == "concise":
        texts = [re.sub(r"^.*?: (?=Error|Warning|Hint|Review)", "", text) for text in texts]

    assert texts
    assert [] == [text for text in texts if CHINESE.search(AS_PRINTED.sub("", own_words(text)))]


@pytest.mark.parametrize("name", ["donghe-2023.docx", "qujiang-2021.toml"])
def test_what_was_reckoned_and_inferred_is_told_in_english(name: str) -> None:
    """In the plain form too: sums name their places in English, an inference quotes the report."""
    plain_form = json.loads(plain(renderer("json")(batch_of(name), "en", 10_000)))
    texts = []
    for found in plain_form["findings"]:
        texts += found.get("computed", {}).get("arithmetic", ())
        texts += [one["inference"] for one in found["where"] if one.get("inference")]

    assert texts
    assert [] == [text for text in texts if CHINESE.search(AS_PRINTED.sub("", own_words(text)))]


@pytest.mark.parametrize(("key", "said"), INFERENCES.items())
def test_an_inference_is_told_in_english(key: str, said: Message) -> None:
    """What was inferred is kept in Chinese and told in either language; the report is quoted."""
    named = re.findall(r"\{(\w+)\}", said.zh)
    kept = inferred(key, **{name: "支出" if name == "term" else "结余" for name in named})
    told = inference_told(kept)
    assert kept == told.zh
    assert not mixed(told.zh, told.en)
    assert all(("expenditure" if name == "term" else "'结余'") in told.en for name in named)


def test_what_somebody_else_inferred_is_quoted() -> None:
    """A typed report may say in its own words what was inferred; so does a name of its own."""
    assert "'单位按万元'" == inference_told("单位按万元").en
    assert "a figure of '专户' was taken as of '专户资金'" == (
        inference_told("把“专户”的数当作专户资金的").en
    )
    assert f"'{'把' * 300}'" == inference_told("把" * 300).en
