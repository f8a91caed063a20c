"""Test items for pytest: the examples of rule files, each with a readable name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

import pytest
import tomli

from performance_rules.errors import PerformanceRulesError
from performance_rules.rules.heads import HEAD
from performance_rules.rules.toml import MAX_BYTES
from performance_rules.testing.examples import ExampleCase, cases_of, layer_folder, ruleset_of, run
from performance_rules.testing.inherited import Inheritance, inheritances
from performance_rules.testing.wordings import WordingCase, misread, wording_cases

_EXAMPLES = ({"assert", "message"}, {"verb", "rule"}, {"lexicon", "example"})
"""The keys of files that may have examples."""

AnyCase = TypeVar("AnyCase", ExampleCase, WordingCase)


def rule_file(path: Path, parent: pytest.Collector) -> RuleFile | None:
    """Return the collector of a file with a rule, an override or wordings that has examples.

    A file that is no TOML, or a head without a name, may have been one: it fails as a test.
    """
    if path.stat().st_size > MAX_BYTES:
        return None
    data = _data_of(path)
    broken = data is None or (path.name == HEAD and not {"id", "name"} <= data.keys())
    if broken or (data and any(keys <= data.keys() for keys in _EXAMPLES)):
        file: RuleFile = RuleFile.from_parent(parent, path=path)
        return file
    return None


def _data_of(path: Path) -> dict[str, object] | None:
    """Return what a file holds; None of one that is no TOML."""
    try:
        return tomli.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        return None


@lru_cache(maxsize=32)
def _examples(folder: Path) -> dict[tuple[str, ...], list[ExampleCase | WordingCase]]:
    """Return the examples of the rule set that a folder takes part in, by their file.

    A file goes by its last two names, for a rule set need not name it from the root.
    """
    ruleset = ruleset_of(folder)
    found: dict[tuple[str, ...], list[ExampleCase | WordingCase]] = {}
    for case in cases_of(ruleset):
        found.setdefault(Path(case.origin).parts[-2:], []).append(case)
    for layer in ruleset.layers:
        for wording in wording_cases(ruleset, layer):
            found.setdefault(Path(wording.origin).parts[-2:], []).append(wording)
    return found


@lru_cache(maxsize=32)
def _blunted(folder: Path) -> tuple[Inheritance, ...]:
    """Return the rules that layers switch off by another condition though they may not."""
    ruleset = ruleset_of(folder)
    changes = (change for layer in ruleset.layers for change in inheritances(ruleset, layer))
    return tuple(change for change in changes if change.blunted)


class RuleFile(pytest.File):
    """A rule file as a collector of its examples."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield one item per example; a rule that cannot be loaded is one failing item."""
        try:
            examples = _examples(layer_folder(self.path))
        except PerformanceRulesError as wrong:
            yield BrokenRule.from_parent(self, name="可以载入", text=wrong.text())
            return
        for end in (self.path.parts[-2:], self.path.parts[-1:]):
            for case in examples.get(end, ()):
                if isinstance(case, ExampleCase):
                    yield ExampleItem.from_parent(self, name=case.example.name, case=case)
                else:
                    yield WordingItem.from_parent(self, name=case.name, case=case)
        if (_data_of(self.path) or {}).get("verb") == "replace":
            yield ReplacedItem.from_parent(self, name="上级示例")


class BrokenRule(pytest.Item):
    """A rule file that cannot be loaded."""

    def __init__(self, *, text: str, **kwargs: object) -> None:
        """Keep what is wrong."""
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.text = text

    def runtest(self) -> None:
        """Fail with every problem."""
        pytest.fail(self.text, pytrace=False)


class _CaseItem(pytest.Item, Generic[AnyCase]):
    """One example that stands in a file."""

    case: AnyCase

    def __init__(self, *, case: AnyCase, **kwargs: object) -> None:
        """Keep the example."""
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self.case = case

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the item by its example."""
        return self.path, None, self.name


class ExampleItem(_CaseItem[ExampleCase]):
    """One example: a miniature report and the verdict it must get."""

    def runtest(self) -> None:
        """Judge the miniature report and compare the verdict."""
        try:
            outcome = run(self.case)
        except PerformanceRulesError as wrong:
            pytest.fail(f"示例报告有误：\n{wrong.text()}", pytrace=False)
        if outcome.problem:
            pytest.fail(f"{self.case.rule}：{outcome.problem.zh}", pytrace=False)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the item by rule and example."""
        return self.path, None, f"{self.case.rule}：{self.name}"


class ReplacedItem(pytest.Item):
    """A condition in the place of one above: it still finds some of what that one found."""

    def runtest(self) -> None:
        """Run the examples of the rule above; one that may not be disabled must find something."""
        for change in _blunted(layer_folder(self.path)):
            end = Path(change.origin).parts[-2:]
            if end == self.path.parts[-len(end) :]:
                pytest.fail(f"{change.rule} 不得停用，换了条件却什么也查不出来", pytrace=False)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the item by its file."""
        return self.path, None, self.name


class WordingItem(_CaseItem[WordingCase]):
    """One example of wordings: a text and what must be read in it."""

    def runtest(self) -> None:
        """Read the text and compare the figures."""
        try:
            problem = misread(self.case)
        except PerformanceRulesError as wrong:
            pytest.fail(wrong.text(), pytrace=False)
        if problem:
            pytest.fail(problem, pytrace=False)
