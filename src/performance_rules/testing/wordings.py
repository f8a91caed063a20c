"""Examples of wordings, run: the text is read with the region's words, and must give what it says.

[[example]]
name = "接待经费"
text = "接待经费支出0.50万元。"
gives = { three_public = { reception = { final = "0.50万元" } } }
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, cast

from attrs import frozen

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.prose import extract_prose
from performance_rules.extraction.regional import words_of
from performance_rules.report.build import build_report
from performance_rules.report.model import Report
from performance_rules.report.tree import tree_of
from performance_rules.rules.layers import Layer
from performance_rules.rules.ruleset import RuleSet
from performance_rules.rules.toml import TomlFile
from performance_rules.rules.wordings import tables_of
from performance_rules.values.quantity import Quantity

KIND: Final = "final_accounts"
YEAR: Final = 2022
"""What the text of an example is part of, where it does not say so."""


@frozen
class WordingCase:
    """One example of a file of wordings, in the rule set it stands in."""

    name: str
    file: TomlFile
    example: Mapping[str, object]
    ruleset: RuleSet

    @property
    def origin(self) -> str:
        """The file it stands in."""
        return self.file.name


def wording_cases(ruleset: RuleSet, layer: Layer) -> Iterator[WordingCase]:
    """Yield the examples of the wordings of a layer."""
    for file in layer.wordings:
        for example in tables_of(file, "example"):
            yield WordingCase(str(example["name"]), file, example, ruleset)


def misread(case: WordingCase) -> str | None:
    """Return what an example gives that it should not, or None.

    Raises:
        ReportError: what it should give is no part of a report.
        RuleFileError: the words of the rule set are wrong.
    """
    kind = str(case.example.get("kind", KIND))
    year = cast("int", case.example.get("year", YEAR))
    gives = cast("Mapping[str, Any]", case.example["gives"])
    expected = _said(build_report({"kind": kind, "year": year, **gives}), case.ruleset)
    draft = extract_prose(
        [Passage(line) for line in str(case.example["text"]).splitlines()],
        kind=kind,
        year=year,
        draft=Draft(),
        wording=words_of(case.ruleset).prose,
    )
    found = _said(draft.report(kind=kind, year=year), case.ruleset)
    for path, value in expected.items():
        if found.get(path) != value:
            read = "；".join(f"{p} {v.printed}" for p, v in found.items()) or "—"
            return f"应读出 {path} {value.printed}，读出的是：{read}"
    return None


def _said(report: Report, ruleset: RuleSet) -> dict[str, Quantity]:
    """Return every printed number of a report by its path."""
    leaves = tree_of(report, ruleset.codebook).leaves
    return {leaf.path: leaf.quantity for leaf in leaves}
