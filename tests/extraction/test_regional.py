"""Words of a region: what its folder adds to the words that documents are read with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import tomli
from tests.extraction.said import compared, figure, read, unbound

import performance_rules as pr
from performance_rules.cli import main
from performance_rules.extraction.documents import extract
from performance_rules.extraction.regional import Words, shipped, words_of
from performance_rules.lexicon.resources import rules_dir
from performance_rules.readers import read_document
from performance_rules.report.model import Line, Report
from performance_rules.rules.toml import TomlFile
from performance_rules.rules.wordings import check_wordings
from performance_rules.testing.examples import ruleset_of
from performance_rules.testing.wordings import misread, wording_cases

PROSE = """
lexicon = "prose"

[[term]]
place = "three_public/reception"
names = ["迎来送往费"]

[[word]]
letter = "D"
value = "up"
names = ["多列"]

[[word]]
letter = "W"
names = ["一致"]

[[pattern]]
name = "completion"
match = "(?P<rate>P)w*(?P<base>S)w*K"

[[example]]
name = "读出接待费"
text = "迎来送往费支出0.50万元，比上年多列0.10万元。"
gives = { three_public = { reception = { final = "0.50万元" } } }

[[example]]
name = "读不出出国费"
text = "迎来送往费支出0.50万元。"
gives = { three_public = { overseas = { final = "0.50万元" } } }
"""
TABLES = """
lexicon = "tables"

[[word]]
names = ["迎来送往"]
in = ["label"]
place = "three_public/reception"

[[table]]
id = "final.three_public"
names = ["三项经费执行结果表"]
"""
WHOLES = """
lexicon = "denominators"

[[whole]]
line = "all_funds.expenditure"
names = ["花费"]
"""
DOCUMENT = """韶关市曲江区林场2022年度部门决算
三、“三公”经费支出情况
迎来送往费支出0.50万元，比上年多列0.10万元。
四、支出情况
本年支出合计20.00万元。教育支出5.00万元，占花费的25.00%。
"""


def ruleset(path: Path, files: Mapping[str, str]) -> pr.RuleSet:
    """Return the national rules with a folder of files over them."""
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8")
    return pr.RuleSet.for_region(None, extra=[path])


def reception(report: Report) -> Line | None:
    """Return the line of receptions."""
    lines = report.three_public.breakdowns[0].lines if report.three_public is not None else ()
    return next((line for line in lines if line.key == "reception"), None)


def test_a_word_of_a_region_is_read(tmp_path: Path) -> None:
    """With a folder's words its own names and verbs are understood; without it they are not."""
    document = read_document(DOCUMENT.encode(), "公开.txt")
    words = words_of(ruleset(tmp_path, {"words.toml": PROSE}))
    line = reception(extract(document, lambda _: words).report)

    assert reception(extract(document).report) is None
    assert line is not None
    assert line.final is not None
    assert ["0.50万元"] == [said.value.printed for said in line.final.statements]
    assert ["0.10万元"] == [str(claim.change) for claim in line.final.comparisons]


def test_the_words_are_those_of_the_region_in_the_head() -> None:
    """What follows the head is read with the words of the region that the head names."""
    asked: list[str | None] = []

    def words(region: str | None) -> Words:
        asked.append(region)
        return shipped()

    extract(read_document(DOCUMENT.encode(), "公开.txt"), words)

    assert ["440205"] == asked


def test_a_region_takes_a_word_away(tmp_path: Path) -> None:
    """A word given the letter of other text no longer means what it meant above."""
    words = words_of(ruleset(tmp_path, {"words.toml": PROSE}))
    text = "公务接待费支出0.50万元，与上年一致。"

    assert "flat" == compared(read(text), "three_public/reception").direction
    assert () == figure(read(text, words=words), "three_public/reception").comparisons


def test_patterns_of_a_region_are_read(tmp_path: Path) -> None:
    """A sentence that only a pattern of the region fits is understood with its words."""
    words = words_of(ruleset(tmp_path, {"words.toml": PROSE}))
    text = "公务接待费支出决算0.45万元，90%的年初预算完成。"

    assert ["90%"] == unbound(read(text))
    assert "90%" == str(compared(read(text, words=words), "three_public/reception").completed)


def test_the_captions_and_labels_of_a_region_are_understood(tmp_path: Path) -> None:
    """Captions and labels of a region are understood in tables; a caption may have an id."""
    words = words_of(ruleset(tmp_path, {"tables.toml": TABLES})).tables
    meaning = words.read("迎来送往", "label")

    assert shipped().tables.read("迎来送往", "label") is None
    assert meaning is not None
    assert ("three_public", "reception") == (meaning.place.item, meaning.place.steps[-1].key)
    assert ("三项经费执行结果表", "final.three_public") in words.tables


def test_denominators_of_a_region(tmp_path: Path) -> None:
    """A share of a whole that only the region's folder names is judged against that whole."""
    rules = ruleset(tmp_path, {"wholes.toml": WHOLES})
    file = tmp_path / "公开.txt"
    file.write_text(DOCUMENT.replace("25.00%", "35.00%"), encoding="utf-8")
    report = pr.read(file, rules)
    found = {finding.rule for finding in pr.check(report, rules).findings}

    assert "SHR-001" in found
    assert "SHR-001" not in {f.rule for f in pr.check(report, pr.RuleSet.for_region()).findings}


def test_an_example_of_wordings_holds_when_every_figure_it_says_is_read(tmp_path: Path) -> None:
    """An example holds when the text gives every figure that it says; else it says what came."""
    (tmp_path / "words.toml").write_text(PROSE, encoding="utf-8")
    rules = ruleset_of(tmp_path)
    cases = [case for layer in rules.layers for case in wording_cases(rules, layer)]
    problems = {case.name: misread(case) for case in cases}

    assert problems["读出接待费"] is None
    assert "应读出 three_public.members[overseas].final 0.50万元" in (
        problems["读不出出国费"] or ""
    )


def test_reading_on_the_command_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`read --rules` reads a document with the words that the folder adds."""
    (tmp_path / "words.toml").write_text(PROSE, encoding="utf-8")
    file = tmp_path / "公开.txt"
    file.write_text("某林场2022年度部门决算\n迎来送往费支出0.50万元。\n", encoding="utf-8")

    assert 0 == main(["read", str(file)])
    assert "matters" in json.loads(capsys.readouterr().out)
    assert 0 == main(["read", str(file), "--rules", str(tmp_path)])
    assert "matters" not in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("terms", "prose"),
        ("patterns", "prose"),
        ("tables", "tables"),
        ("wholes", "denominators"),
    ],
)
def test_a_region_may_write_what_the_shipped_files_write(name: str, kind: str) -> None:
    """Every table and key of the shipped words is one that a region's file may have."""
    data = tomli.loads((rules_dir() / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))
    lists = {key: value for key, value in data.items() if isinstance(value, list)}
    kept = {key: value for key, value in lists.items() if key not in ("set", "partition", "kind")}

    assert [] == check_wordings(TomlFile(name, "", {"lexicon": kind, **kept}))


WRONG = {
    "a lexicon of no kind": ('lexicon = "proze"', 1, "prose"),
    "an unknown table": ('lexicon = "tables"\n[[term]]\nnames = ["甲"]', 2, "term"),
    "an unknown key": (
        'lexicon = "prose"\n[[staff]]\nnames = ["甲"]\nplaces = "x"', 4, "places"
    ),
    "no names": ('lexicon = "prose"\n[[stage]]\nstage = "final"', 2, "names"),
    "no such place": ('lexicon = "prose"\n[[term]]\nplace = "incom"\nnames = ["甲"]', 3, "incom"),
    "no such stage": ('lexicon = "prose"\n[[stage]]\nstage = "finale"\nnames = ["甲"]', 3, "final"),
    "no such letter": ('lexicon = "prose"\n[[word]]\nletter = "q"\nnames = ["甲"]', 3, "D up"),
    "no such account": ('lexicon = "prose"\n[[scope]]\naccount = "x"\nnames = ["甲"]', 3, "fiscal"),
    "no such count": (
        'lexicon = "prose"\n[[count]]\nplace = "three_public/reception"\n'
        'units = { "桌" = "tables" }\nnames = ["甲"]',
        4,
        "domestic_visits",
    ),
    "a pattern without its parts": (
        'lexicon = "prose"\n[[pattern]]\nname = "share"\nmatch = "HP"', 4, "share"
    ),
    "a pattern of no name": (
        'lexicon = "prose"\n[[pattern]]\nname = "shares"\nmatch = "H(?P<share>P)"', 3, "share"
    ),
    "a pattern RE2 refuses": (
        'lexicon = "prose"\n[[resume]]\nmatch = "(?=H)P"', 3, "(?="
    ),
    "no such role": ('lexicon = "tables"\n[[word]]\nnames = ["甲"]\nrole = "nam"', 4, "name"),
    "no such line": ('lexicon = "denominators"\n[[whole]]\nline = "a.b"\nnames = ["甲"]', 3, "a"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "row", "says"), WRONG.values(), ids=WRONG)
def test_wordings_that_cannot_be_used_are_refused_with_their_line(
    tmp_path: Path, text: str, row: int, says: str
) -> None:
    """A file of wordings that cannot be used is refused with its line and what may stand there."""
    with pytest.raises(pr.RuleFileError) as refused:
        words_of(ruleset(tmp_path, {"words.toml": text}))

    assert [row] == [problem.span.line for problem in refused.value.problems if problem.span]
    assert says in refused.value.text()


def test_all_wrong_words_are_said_at_once(tmp_path: Path) -> None:
    """Every problem of every file of wordings is reported in one go."""
    files = {f"{i}.toml": text for i, (text, _, says) in enumerate(WRONG.values()) if says != "a"}
    loaded = {k: v for k, v in files.items() if int(k.split(".")[0]) >= 4}
    with pytest.raises(pr.RuleFileError) as refused:
        words_of(ruleset(tmp_path, loaded))

    assert len(loaded) == len(refused.value.problems)
