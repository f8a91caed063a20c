"""The documentation tells what exists: its generated tables and its examples are checked."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
import tomli

from performance_rules import Report, RuleSet
from performance_rules.cli import main
from performance_rules.extraction.naming.phrases import phrased
from performance_rules.extraction.tokens.scan import scan
from performance_rules.extraction.tokens.wording import shipped_wording
from performance_rules.language.reference import reference
from performance_rules.lexicon.resources import rules_dir
from performance_rules.readers.limits import LIMITS, MB

DOCS = Path(__file__).parents[1] / "docs"
FENCED = re.MULTILINE | re.DOTALL
COLUMNS = 4
"""So many letters stand in one row."""
BLOCK = re.compile(r"<!-- generated: (.+?) -->\n(.*?)<!-- end -->", re.DOTALL)


def language() -> str:
    """Return the language reference as it stands."""
    return (DOCS / "language.md").read_text(encoding="utf-8")


def test_the_reference_tables_are_those_of_the_code() -> None:
    """Every function, field and value is in the reference, as the code defines it."""
    tables = reference()
    found = dict(BLOCK.findall(language()))
    assert sorted(tables) == sorted(found)
    for name, table in tables.items():
        assert f"{table}\n" == found[name], (
            f"docs/language.md: {name} (python -m tests.update_docs)"
        )


def signs() -> dict[str, str]:
    """Return the letters that the head of the file of patterns explains, each with what it is."""
    text = (rules_dir() / "lexicons" / "patterns.toml").read_text(encoding="utf-8")
    entries = [
        entry.rsplit(" ", 1)
        for line in text.splitlines()
        if line.startswith("#   ")
        for entry in re.split(r" {2,}", line[1:].strip())
    ]
    return {sign: meaning for some, meaning in entries for sign in some.split(" ")}


def letters() -> str:
    """Return the table of the letters of a sentence, several to a row."""
    known = [(sign, meaning) for sign, meaning in signs().items() if sign.isalnum() or sign == "="]
    cells = [f"`{sign}` | {meaning}" for sign, meaning in known]
    cells += [" | "] * (-len(cells) % COLUMNS)
    rows = [" | ".join(cells[at : at + COLUMNS]) for at in range(0, len(cells), COLUMNS)]
    return "\n".join(
        ["| | " * COLUMNS + "|", "|---|---" * COLUMNS + "|", *(f"| {row} |" for row in rows)]
    )


def limits() -> str:
    """Return the table of what reading one file may take."""
    page, text = LIMITS.seconds_for_page(), LIMITS.seconds_for(LIMITS.characters)
    rows = [
        ("a file", f"{LIMITS.size // MB} MB; unpacked {LIMITS.unpacked // MB} MB"),
        ("a PDF", f"{LIMITS.pages:,} pages"),
        ("a document", f"{LIMITS.pieces:,} paragraphs and cells, {LIMITS.characters:,} characters"),
        ("memory", f"{LIMITS.memory // MB} MB more than at the start"),
        (
            "computing",
            f"{LIMITS.seconds} s; {page} s for a page of a PDF, up to {text} s for a text",
        ),
        ("by the clock", f"{LIMITS.patience} s"),
    ]
    return "\n".join(
        ["| | at most |", "|---|---|", *(f"| {what} | {most} |" for what, most in rows)]
    )


def test_the_page_of_documents_says_what_is_so() -> None:
    """The letters of a sentence and the limits of a worker are those of the code."""
    found = dict(BLOCK.findall((DOCS / "documents.md").read_text(encoding="utf-8")))
    expected = {"letters": f"{letters()}\n", "limits": f"{limits()}\n"}
    assert expected == found, "docs/documents.md (python -m tests.update_docs)"


def test_every_letter_of_a_pattern_is_explained() -> None:
    """What stands in a pattern stands at the head of the file of patterns."""
    file = rules_dir() / "lexicons" / "patterns.toml"
    tables = tomli.loads(file.read_text(encoding="utf-8"))
    sources = [table["match"] for table in (*tables["pattern"], *tables["resume"])]
    bare = (re.sub(r"\(\?P<\w+>|\(\?:|\{[\d,]+\}", "", source) for source in sources)
    used = {letter for source in bare for letter in source if letter.isalnum() or letter == "="}
    assert used <= signs().keys()


def test_the_example_of_letters_is_what_the_scanner_gives() -> None:
    """The sentence that the page of documents shows has the letters it shows."""
    page = (DOCS / "documents.md").read_text(encoding="utf-8")
    example = re.search(r"`(.+。)` is `(\S+)`", page)
    assert example is not None
    text, wording = example[1].replace("，", ","), shipped_wording()
    tokens = phrased(scan(text, 0, len(text), wording), text, wording)
    assert "".join(token.letter for token in tokens) == example[2]


def blocks(page: str) -> list[str]:
    """Return the TOML blocks of a page."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(r"^```toml\n(.*?)^```", text, FENCED)


def test_the_report_of_the_tutorial_is_a_report() -> None:
    """The report and the form shown in the tutorial can be loaded as they stand."""
    report, form = (
        Report.from_dict(tomli.loads(block, parse_float=Decimal))
        for block in blocks("tutorial.md")[:2]
    )
    assert report.year == 2023
    assert [form.name for form in form.evaluations] == ["中小企业服务专项"]


def test_the_rule_of_the_tutorial_is_a_rule_and_its_examples_hold(tmp_path: Path) -> None:
    """The first rule of the tutorial loads, and its examples give what they say."""
    from performance_rules.testing.examples import cases_of, run

    (tmp_path / "X-001.toml").write_text(blocks("tutorial.md")[2], encoding="utf-8")
    ruleset = RuleSet.for_region(None, extra=[tmp_path])
    outcomes = [run(case) for case in cases_of(ruleset, tmp_path.name)]
    assert [outcome.problem for outcome in outcomes] == [None, None]


def test_the_readme_shows_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """The finding shown in the README is printed for the example, line by line."""
    home = DOCS.parent
    [shown] = re.findall(r"^```text\n(.*?)^```", (home / "README.md").read_text("utf-8"), FENCED)
    main(["check", str(home / "examples" / "donghe-2023.docx")])
    assert shown in capsys.readouterr().out


def links() -> list[tuple[str, str]]:
    """Return every link between pages of the documentation."""
    pages = [*DOCS.glob("*.md"), DOCS.parent / "README.md"]
    return [
        (page.name, target)
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("page", "target"), links())
def test_no_link_leads_nowhere(page: str, target: str) -> None:
    """A link between pages has a page at its end."""
    home = DOCS.parent if page == "README.md" else DOCS
    assert (home / target).exists()
