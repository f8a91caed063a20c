"""The command ``rules test``: every example of the rule files in some folders.

Below the examples stands which ones of the rules above a folder makes say something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from performance_rules.cli.usage import refused
from performance_rules.cli.words import say
from performance_rules.cli.writing import show
from performance_rules.errors import Lang, PerformanceRulesError
from performance_rules.lexicon.resources import rules_dir
from performance_rules.outputs.terminal import Piece, Row, pad, row, width
from performance_rules.outputs.words import say as say_out
from performance_rules.rules.heads import HEAD
from performance_rules.rules.layers import Layer
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.examples import ExampleCase, cases_of, layer_folder, ruleset_of
from performance_rules.testing.examples import run as run_case
from performance_rules.testing.inherited import Inheritance, inheritances
from performance_rules.testing.wordings import WordingCase, misread, wording_cases

FAILED: Final = 2


def run(folders: Sequence[Path], lang: Lang) -> int:
    """Run the examples and print a line for each; returns 2 when one of them does not hold.

    Raises:
        PerformanceRulesError: if a folder is missing or empty, or a rule file is wrong.
    """
    count = failed = 0
    changes: list[Inheritance] = []
    for folder in folders or shipped():
        if not folder.exists():
            raise refused("test.no_folder", folder=folder)
        cases, changed = list(cases_in(folder)), list(_changes_in(folder))
        if not cases and not changed:
            raise refused("test.none", folder=folder)
        for case in cases:
            problem = problem_of(case, lang)
            failed += problem is not None
            show([_line(case, problem, lang)])
        count += len(cases)
        changes += changed
    key = "test.failed" if failed else "test.ok"
    total = [row(), row(Piece(say(lang, key, count=count, failed=failed), "strong"))]
    for change in changes:
        show(_change(change, lang))
    show(total)
    return FAILED if failed or any(change.blunted for change in changes) else 0


def shipped() -> tuple[Path, ...]:
    """Return the folders to take where none is given: the rules that come with the library."""
    return (rules_dir() / "cn",)


def cases_in(folder: Path) -> Iterator[ExampleCase | WordingCase]:
    """Yield the examples of the files in a folder: of its layer and of those below it.

    Args:
        folder: a layer, a folder inside one, or a single rule file.
    """
    for ruleset, layer, asked in layers_in(folder):
        cases: list[ExampleCase | WordingCase] = [*cases_of(ruleset, layer.id)]
        cases += wording_cases(ruleset, layer)
        yield from (case for case in cases if asked(case.origin))


def _changes_in(folder: Path) -> Iterator[Inheritance]:
    """Yield what the files in a folder make of the examples of rules in layers above theirs."""
    for ruleset, layer, asked in layers_in(folder):
        for change in inheritances(ruleset, layer):
            if asked(change.origin):
                yield change


def layers_in(folder: Path) -> Iterator[tuple[RuleSet, Layer, Callable[[str], bool]]]:
    """Yield the layers that the files in a folder belong to, each in its rule set.

    Args:
        folder: a layer, a folder inside one, or a single rule file.

    Yields:
        The rule set, the layer, and whether a file of the layer is among those in the folder.
    """
    files = [folder] if folder.is_file() else sorted(folder.rglob("*.toml"))
    inside = {file.resolve() for file in files}
    for home in _layers(folder, inside):
        ruleset = ruleset_of(home)
        for layer in ruleset.layers:
            if layer.folder.resolve() == home:
                yield ruleset, layer, partial(_inside, layer=home, files=inside)


def _layers(folder: Path, files: Iterable[Path]) -> list[Path]:
    """Return the folders of the layers that the files belong to, the upper ones first.

    Files without a rule set's head above them make one layer: the folder that was asked for.
    """
    loose = (folder.parent if folder.is_file() else folder).resolve()
    heads = {layer_folder(file) for file in files}
    found = {head if (head / HEAD).exists() else loose for head in heads}
    return sorted(found, key=lambda path: (len(path.parts), path))


def _inside(origin: str, layer: Path, files: Iterable[Path]) -> bool:
    """Whether the file of a case is among those asked for."""
    end = Path(origin).parts
    return any(file.parts[-len(end) :] == end and layer in file.parents for file in files)


def problem_of(case: ExampleCase | WordingCase, lang: Lang) -> str | None:
    """Return why an example does not hold, or None."""
    try:
        if isinstance(case, WordingCase):
            return misread(case)
        outcome = run_case(case)
    except PerformanceRulesError as wrong:
        return wrong.text(lang)
    return outcome.problem.text(lang) if outcome.problem is not None else None


def _line(case: ExampleCase | WordingCase, problem: str | None, lang: Lang) -> Row:
    holds, fails = say(lang, "test.holds"), say(lang, "test.fails")
    label = pad(fails if problem else holds, max(width(holds), width(fails)))
    style = "error" if problem else "good"
    why = say_out(lang, "colon") + problem if problem else ""
    return row(Piece(label, style), f"  {case.name}{why}")


def _change(change: Inheritance, lang: Lang) -> Iterator[Row]:
    """Yield a line for a rule above whose examples say something else, and one for each of them."""
    key = "test.blunted" if change.blunted else "test.changed"
    style = "error" if change.blunted else "title"
    told = say(lang, key, rule=change.rule, count=len(change.shifts), file=change.origin)
    yield row()
    yield row(Piece(told, style))
    for shift in change.shifts:
        above, here = (say_out(lang, f"verdict.{v}") for v in (shift.above, shift.here))
        key = "test.looser" if shift.looser else "test.shift"
        yield row("  ", say(lang, key, name=shift.example.name, above=above, here=here))
