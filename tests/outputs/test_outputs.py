"""Outputs say the same of a report, each in its own form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest
from jsonschema import Draft202012Validator
from tests.outputs.golden import expected
from tests.outputs.small import checked_report, one, unreadable, use_rules

from performance_rules.checking.findings import SEVERITY_NAMES, VERDICTS
from performance_rules.errors import Lang, Message
from performance_rules.language.ground import constant
from performance_rules.outputs import SHOWN, maker, renderer
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.outputs.citing import law_text, unverified_text, value_text
from performance_rules.outputs.schema import result_schema
from performance_rules.outputs.terminal import plain, width
from performance_rules.outputs.words import WORDS
from performance_rules.report.model import KINDS
from performance_rules.rules.model import SEVERITIES, Basis, DatedValue, LegalDocument, Texts
from performance_rules.values.quantity import Percent


@pytest.fixture(autouse=True)
def _small_country(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_rules(tmp_path / "rules", monkeypatch)


def rendered(name: str, batch: Batch, lang: Lang = "zh", columns: int = 80) -> str:
    """Return a batch in a format."""
    return plain(renderer(name)(batch, lang, columns))


@pytest.mark.parametrize(
    ("name", "lang", "file"),
    [
        ("text", "zh", "result.zh.txt"),
        ("text", "en", "result.en.txt"),
        ("concise", "zh", "result.concise.zh.txt"),
        ("concise", "en", "result.concise.en.txt"),
        ("json", "zh", "result.json"),
    ],
)
def test_a_report_looks_as_it_did(tmp_path: Path, name: str, lang: Lang, file: str) -> None:
    """Each format shows a report exactly as somebody once found it good."""
    shown = rendered(name, one(checked_report(tmp_path)), lang)

    assert expected(file, shown) == shown


@pytest.mark.parametrize("columns", [40, 80, 100])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_of_text_is_wider_than_the_terminal(
    tmp_path: Path, lang: Lang, columns: int
) -> None:
    """A line takes at most the columns there are, a Chinese character counted as two."""
    batch = Batch((checked_report(tmp_path),) * 2, (unreadable(),), several=True)
    lines = rendered("text", batch, lang, columns).split("\n")

    assert [] == [line for line in lines if width(line) > columns]


@pytest.mark.parametrize("name", SHOWN)
def test_every_finding_is_in_every_format(tmp_path: Path, name: str) -> None:
    """A finding that one format shows the others show as well; of what was rounded text says so."""
    checked = checked_report(tmp_path)
    shown = rendered(name, one(checked)).replace("四舍五入", "ROUNDING")

    assert checked.findings
    assert [] == [found.rule for found in checked.findings if found.rule not in shown]


def test_the_disabled_rule_is_named_with_its_reason(tmp_path: Path) -> None:
    """What a region switched off is told to whoever reads the result."""
    report = 'entity = "某局"\nregion = "440000"\nyear = 2022\n'
    shown = rendered("text", one(checked_report(tmp_path, report)))

    assert "停用的规则：\n  GRADE-1  本省不评等级（cn/44-some/overrides/GRADE-1.toml）" in shown


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    """Findings below the severity asked for are not listed, but they are not hushed up."""
    checked = checked_report(tmp_path, least="error")
    shown = rendered("text", one(checked))

    assert ["SUM-1"] == [found.rule for found in checked.findings]
    assert "另有 2 条轻于所选等级" in shown
    assert {"error": 1, "warning": 0, "hint": 0, "review": 0} == checked.severities()


def test_a_report_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Escape sequences and reversed writing in a report are shown as what they are: nothing."""
    report = 'entity = "某\\u001b[31m局\\u202e\\n\\u0007"\nyear = 2021\n'
    shown = rendered("text", one(checked_report(tmp_path, report)))

    assert shown.startswith("某�[31m局�")
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)


# ── JSON ──


def valid(text: str) -> dict[str, object]:
    """Return a JSON text as data, if it is of the form its schema describes."""
    data: dict[str, object] = json.loads(text)
    Draft202012Validator.check_schema(result_schema())
    Draft202012Validator(result_schema()).validate(data)
    return data


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_json_is_of_the_form_its_schema_describes(tmp_path: Path, lang: Lang) -> None:
    """What other programs read is described by a schema, and nothing else is written."""
    data = valid(rendered("json", one(checked_report(tmp_path)), lang))

    assert "performance-rules/result/1" == data["schema"]
    assert {"bound": 10, "unbound": 0, "no_figure": 0, "share": "1.0000"} == data["figures"]


def test_several_reports_make_one_object(tmp_path: Path) -> None:
    """Several reports are one JSON text, which also says which of them could not be read."""
    batch = Batch((checked_report(tmp_path),), (unreadable(),), several=True)
    data = valid(rendered("json", batch))

    assert "performance-rules/results/1" == data["schema"]
    assert [{"source": "missing.toml", "problems": ["missing.toml：没有这个文件"]}] == data[
        "unreadable"
    ]


def test_no_result_is_no_json() -> None:
    """A report that could not be read has no result, not an empty one."""
    assert "" == rendered("json", Batch((), (unreadable(),)))


def test_numbers_in_json_are_text(tmp_path: Path) -> None:
    """An amount is never a binary number on its way to another program."""
    text = rendered("json", one(checked_report(tmp_path)))
    floats: list[str] = []
    json.loads(text, parse_float=lambda digits: floats.append(digits))

    assert [] == floats
    assert '"difference": "1.00"' in text


def test_the_schema_knows_each_key_it_requires() -> None:
    """A key that is always there is described, with its meaning."""
    definitions = result_schema()["$defs"]
    assert isinstance(definitions, Mapping)
    for name, schema in definitions.items():
        properties = schema["properties"]
        assert set(schema["required"]) <= set(properties), name
        assert all(entry.get("description") for entry in properties.values()), name


# ── words ──


def test_both_languages_say_everything() -> None:
    """No word is missing in either language, and both leave room for the same values."""
    for key, words in WORDS.items():
        assert words.zh or key == "gap", key
        assert words.en, key
        assert _blanks(words.zh) == _blanks(words.en), key


def test_every_name_of_the_model_has_words() -> None:
    """Severities, verdicts and kinds of report are called the same everywhere."""
    for name, zh in SEVERITY_NAMES.items():
        assert zh == WORDS[f"severity.{name}"].zh
    assert {f"verdict.{name}" for name in VERDICTS} <= WORDS.keys()
    for name, zh in KINDS.items():
        assert zh == WORDS[f"kind.{name}"].zh


def _blanks(text: str) -> set[str]:
    return {piece.split("}")[0] for piece in text.split("{")[1:]}


# ── citing ──


@pytest.mark.parametrize(
    ("basis", "zh", "en"),
    [
        (Basis("A"), "《甲法》", "《甲法》"),
        (Basis("A", "75"), "《甲法》第75条", "《甲法》 art. 75"),
        (Basis("A", "第七条"), "《甲法》第七条", '《甲法》 "第七条"'),
        (
            Basis("A", "75", "to-verify"),
            "《甲法》第75条",
            "《甲法》 art. 75",
        ),
        (
            Basis("B", note="节选"),
            "《乙规》（乙〔1〕号）（节选）",
            '《乙规》 ("乙〔1〕号") ("节选")',
        ),
        (Basis("?"), "?", "?"),
    ],
)
def test_a_law_is_cited(basis: Basis, zh: str, en: str) -> None:
    """A law is named with its number and article, and what is noted of it."""
    documents = {
        "A": LegalDocument("A", "《甲法》"),
        "B": LegalDocument("B", "《乙规》", "乙〔1〕号", status="to-verify"),
    }

    assert Message(zh, en) == Message(
        law_text(basis, documents, "zh"), law_text(basis, documents, "en")
    )


def test_bands_are_written_in_words() -> None:
    """A table of bands is read out band by band."""
    bound = constant(Percent.parse("80%").n, "percent")
    bands = (("from", bound, ("优", "优秀")), ("upto", bound, ("良",)), ("else", None, ("差",)))
    dated = DatedValue(None, None, bands, "[…]")

    assert "80% 及以上：优、优秀；80% 及以下：良；其余：差" == value_text(dated, "zh")
    assert "甲、乙" == value_text(DatedValue(None, None, Texts(["甲", "乙"])), "zh")
    assert "10%" == value_text(DatedValue(None, None, bound, "10%"), "zh")


def test_a_finding_says_each_thing_once(tmp_path: Path) -> None:
    """The same cell taking part twice is quoted once."""
    checked = checked_report(tmp_path)
    found = next(found for found in checked.findings if found.rule == "SUM-1")
    twice = attrs.evolve(found, where=found.where * 2)
    again: Checked = attrs.evolve(checked, findings=(twice,))

    assert 1 == rendered("text", one(again)).count("全年支出 9,999.00 元")


def test_a_long_list_is_cut_short(tmp_path: Path) -> None:
    """Beyond a dozen quotations the text says how many there are beyond eight; JSON has all."""
    checked = checked_report(tmp_path)
    found = next(found for found in checked.findings if found.rule == "SUM-1")
    many = tuple(attrs.evolve(found.where[0], quote=f"第{n}处") for n in range(13))
    again: Checked = attrs.evolve(checked, findings=(attrs.evolve(found, where=many),))

    assert "另有 5 处" in rendered("text", one(again))
    assert "第10处" in rendered("json", one(again))


@pytest.mark.parametrize(
    ("bases", "told"),
    [
        ([Basis("A", "75"), Basis("?")], ""),
        ([Basis("A", "75", "to-verify")], "《甲法》第75条"),
        ([Basis("A", "75", "to-verify"), Basis("A", "75", "to-verify", "注")], "《甲法》第75条"),
        (
            [Basis("A", "75", "to-verify"), Basis("B", "3"), Basis("A", "第七条", "to-verify")],
            "《甲法》第75条、第七条；《乙规》第3条",
        ),
        ([Basis("B", note="分级，只作类推"), Basis("B", "2")], "《乙规》（分级）；《乙规》第2条"),
        ([Basis("B")], "《乙规》"),
    ],
)
def test_what_nobody_compared_is_listed_once(bases: list[Basis], told: str) -> None:
    """Of several findings each article that was not compared with its original is named once."""
    documents = {
        "A": LegalDocument("A", "《甲法》"),
        "B": LegalDocument("B", "《乙规》", "乙〔1〕号", status="to-verify"),
    }
    text = unverified_text(((one, documents) for one in bases), "zh")

    assert text == (f"依据待核：下列条文还没有与原文核对过：{told}。" if told else "")


@pytest.mark.parametrize(("lang", "told"), [("zh", "依据待核"), ("en", "To be verified")])
def test_that_law_was_not_compared_is_said_once(tmp_path: Path, lang: Lang, told: str) -> None:
    """A finding cites its law; whether that was compared stands once, after all of them."""
    text = rendered("text", one(checked_report(tmp_path)), lang)
    several = rendered("text", Batch((checked_report(tmp_path),) * 3, several=True), lang)
    page = maker("html")(one(checked_report(tmp_path)), lang).decode()

    assert [1, 1, 1] == [shown.count(told) for shown in (text, several, page)]
    assert text.index(told) > text.rindex("某发〔2001〕1号")
    data = json.loads(rendered("json", one(checked_report(tmp_path)), lang))
    assert any(law.get("status") for x in data["findings"] for law in x["basis"])


# ── severity first ──


@pytest.mark.parametrize("name", ["text", "concise"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_gravest_come_first(tmp_path: Path, name: str, lang: Lang) -> None:
    """Whatever part of the report they are about, contradictions stand before everything else."""
    checked = checked_report(tmp_path)
    shown = rendered(name, one(checked), lang)
    shown = shown.replace("四舍五入", "ROUNDING").replace("by rounding", "ROUNDING")
    ordered = sorted(checked.findings, key=lambda found: SEVERITIES.index(found.severity))
    at = [shown.index(found.rule) for found in ordered]

    assert [found.severity for found in checked.findings] != [x.severity for x in ordered]
    assert at == sorted(at)


def test_a_long_result_ends_with_its_contradictions(tmp_path: Path) -> None:
    """Who sees the last lines only sees them once more; where nothing else was found they stand."""
    checked = checked_report(tmp_path)
    errors = [found for found in checked.findings if found.severity == "error"]
    shown = rendered("text", one(checked))
    alone = rendered("text", one(attrs.evolve(checked, findings=tuple(errors))))

    assert shown.rstrip().endswith("SUM-1")
    assert shown.count("各项相加为 10,000.00元") == 2
    assert alone.count("各项相加为 10,000.00元") == 1
