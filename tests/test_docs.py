"""The documentation tells what exists: its generated tables and its examples are checked."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
import tomli

from performance_rules import Report, RuleSet
from performance_rules.language.reference import reference

DOCS = Path(__file__).parents[1] / "docs"
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


def blocks(page: str) -> list[str]:
    """Return the TOML blocks of a page."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_report_of_the_tutorial_is_a_report() -> None:
    """The report shown in the tutorial can be loaded as it stands."""
    report = Report.from_dict(tomli.loads(blocks("tutorial.md")[0], parse_float=Decimal))
    assert report.year == 2023


def test_the_rule_of_the_tutorial_is_a_rule_and_its_examples_hold(tmp_path: Path) -> None:
    """The first rule of the tutorial loads, and its examples give what they say."""
    from performance_rules.testing.examples import cases_of, run

    (tmp_path / "X-001.toml").write_text(blocks("tutorial.md")[1], encoding="utf-8")
    ruleset = RuleSet.for_region(None, extra=[tmp_path])
    outcomes = [run(case) for case in cases_of(ruleset, tmp_path.name)]
    assert [outcome.problem for outcome in outcomes] == [None, None]


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
