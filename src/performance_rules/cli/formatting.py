"""The command ``rules fmt``: the expressions of rule files in one language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import tomli
from attrs import evolve, frozen

from performance_rules.cli.trying import layers_in, shipped
from performance_rules.cli.usage import refused
from performance_rules.cli.words import say
from performance_rules.cli.writing import show
from performance_rules.errors import Lang, nearest
from performance_rules.language.spelling import Edit, Spelling, edited
from performance_rules.language.typed import form_of
from performance_rules.outputs.terminal import Piece, row
from performance_rules.rules.layers import Above, Layer
from performance_rules.rules.model import Rule
from performance_rules.rules.ruleset import RuleSet, changes_of
from performance_rules.rules.spelled import spelled
from performance_rules.rules.toml import TomlFile, read_toml
from performance_rules.testing.mutation.mutants import mutants_of
from performance_rules.testing.mutation.workshop import Workshop

CHANGED: Final = 1


@frozen
class FormatRequest:
    """What is asked for: folders, ids (all when empty), the language, and whether to look only."""

    folders: tuple[Path, ...]
    rules: tuple[str, ...]
    spelling: Lang
    check: bool
    lang: Lang


def request(
    folders: Sequence[Path], rules: Sequence[str], zh: bool, en: bool, check: bool, lang: Lang
) -> FormatRequest:
    """Return what is asked for; Chinese by default.

    Raises:
        PerformanceRulesError: if both languages are asked for.
    """
    if zh and en:
        raise refused("fmt.both")
    return FormatRequest(
        tuple(folders) or shipped(), tuple(rules), "en" if en else "zh", check, lang
    )


def run(asked: FormatRequest) -> int:
    """Rewrite the files and name those that changed.

    Returns:
        0; 1 where files would change and were only looked at.

    Raises:
        PerformanceRulesError: if there is no such rule or folder, or a rule file is wrong.
    """
    known: set[str] = set()
    changed = 0
    for folder in asked.folders:
        if not folder.exists():
            raise refused("test.no_folder", folder=folder)
        for path, rule, text in _respelled(folder, asked, known):
            changed += 1
            if not asked.check:
                path.write_text(text, encoding="utf-8", newline="\n")
            show([row(Piece(rule.id, "strong"), f"  {path}")])
    for name in asked.rules:
        if name not in known:
            raise refused("usage.no_rule_of_id", nearest(name.upper(), known), id=name)
    key = "fmt.would" if asked.check and changed else "fmt.done"
    show([row(say(asked.lang, key, count=changed))])
    return CHANGED if asked.check and changed else 0


def _respelled(
    folder: Path, asked: FormatRequest, known: set[str]
) -> Iterator[tuple[Path, Rule, str]]:
    """Yield the files of rules that are spelled otherwise than asked, with their new text."""
    files = [folder] if folder.is_file() else sorted(folder.rglob("*.toml"))
    for ruleset, layer, inside in layers_in(folder):
        spelling = _spelling(ruleset, layer, asked.spelling)
        for origin, rule in _given(ruleset, layer):
            known.add(rule.id)
            if not inside(origin) or (asked.rules and rule.id not in asked.rules):
                continue
            end = Path(origin).parts
            path = next(p for p in files if p.resolve().parts[-len(end) :] == end)
            file = read_toml(path, origin)
            if isinstance(file, TomlFile):
                text = spelled(file, rule, spelling)
                if text != file.text:
                    yield path, rule, _with_mutants(ruleset, file, rule, text)


def _given(ruleset: RuleSet, layer: Layer) -> Iterator[tuple[str, Rule]]:
    """Yield the files of a layer that give expressions, each with the rule as it makes it."""
    for rule in layer.rules.values():
        yield rule.origin, rule
    for override, changed, _ in changes_of(ruleset):
        if override.layer == layer.id and changed is not None:
            yield override.origin, changed


def _spelling(ruleset: RuleSet, layer: Layer, lang: Lang) -> Spelling:
    """Return how the layers down to one of them call things in a language."""
    above = Above()
    for upper in ruleset.layers:
        above = above.with_layer(upper)
        if upper.id == layer.id:
            break
    aliases = {name: p.alias for name, p in above.parameters.items() if p.alias}
    return Spelling(lang, ruleset.lexicon, aliases)


def _with_mutants(ruleset: RuleSet, before: TomlFile, rule: Rule, text: str) -> str:
    """Return the new text of a rule file with the equivalent mutants that it names renamed too."""
    if not rule.equivalent or "equivalent" not in before.data:
        return text
    after = TomlFile(before.name, text, tomli.loads(text))
    told = _forms(rule, ruleset)
    names = {form: name for name, form in _forms(evolve(rule, text=after.data), ruleset).items()}
    edits: list[Edit] = []
    for i, entry in enumerate(rule.equivalent):
        name = names.get(told.get(entry.mutant), entry.mutant)
        if name != entry.mutant:
            start, end = after.places["equivalent", i, "mutant"].value
            edits.append((start, end, _quoted(name, text[start])))
    return edited(text, edits)


def _forms(rule: Rule, ruleset: RuleSet) -> dict[str, object]:
    """Return what each mutant of a rule says, by its text."""
    workshop = Workshop.of(rule, ruleset)
    found: dict[str, object] = {}
    for mutant in mutants_of(rule):
        made = workshop.rule_of(mutant)
        if made is not None:
            conditions = (made.when, made.asserts)
            trees = [*(tree for _, _, tree in made.each), *(c for c in conditions if c is not None)]
            variables = {slot: name for slot, name, _ in made.each}
            said = tuple(form_of(tree, variables) for tree in trees)
            found[mutant.text] = mutant.clause, made.kinds, made.since, made.until, said
    return found


def _quoted(text: str, sign: str) -> str:
    """Return a text as TOML writes it, with the quotation mark that is asked for if it can be."""
    if sign not in text and "\\" not in text:
        return f"{sign}{text}{sign}"
    return f"'{text}'" if "'" not in text else json.dumps(text, ensure_ascii=False)
