"""Layers: one folder of rules, parameters and overrides each, with what its files say.

A layer is a folder; a region is a layer below another.  What a file holds is told from its keys,
never from its place: ``assert`` is a rule, ``verb`` an override, ``values`` a parameter,
``document`` a list of laws, ``lexicon`` the wordings of documents, ``extends`` or ``region`` the
head of the layer.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from attrs import define, field, frozen

from performance_rules.errors import Message, Problem
from performance_rules.language.types import Type
from performance_rules.lexicon.lexicon import Lexicon
from performance_rules.rules.law import read_documents
from performance_rules.rules.model import (
    UNITS,
    LegalDocument,
    Override,
    Parameter,
    Rule,
    unchanging,
)
from performance_rules.rules.reading import Reading
from performance_rules.rules.toml import Key, TomlFile, check_keys, read_toml
from performance_rules.rules.wordings import KIND, check_wordings

MAX_FILES: Final = 2000
"""Most files in one layer."""

HEAD: Final = "ruleset.toml"
HEAD_KEYS: Final = {
    "id": Key("text", True),
    "name": Key("text", True),
    "region": Key("text"),
    "extends": Key("text"),
    "version": Key("text"),
    "note": Key("text"),
}


@frozen(eq=False)
class Layer:
    """What one folder says, before it is laid over the layers above.

    Attributes:
        id: name of the layer, such as ``cn-44``.
        region: region code of six digits; empty for the country and for loose folders.
        wordings: files of words to read documents with, their keys checked.
    """

    id: str
    name: str
    folder: Path
    region: str = ""
    version: str = ""
    rules: Mapping[str, Rule] = field(factory=dict)
    parameters: Mapping[str, Parameter] = field(factory=dict)
    overrides: tuple[Override, ...] = ()
    documents: Mapping[str, LegalDocument] = field(factory=dict)
    wordings: tuple[TomlFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether the folder holds more than laws and a head."""
        return any((self.rules, self.parameters, self.overrides, self.wordings, self.problems))


@define(eq=False)
class Draft:
    """A layer that is being read, file by file."""

    id: str
    name: str
    folder: Path
    region: str = ""
    version: str = ""
    rules: dict[str, Rule] = field(factory=dict)
    parameters: dict[str, Parameter] = field(factory=dict)
    overrides: list[Override] = field(factory=list)
    documents: dict[str, LegalDocument] = field(factory=dict)
    wordings: list[TomlFile] = field(factory=list)
    problems: list[Problem] = field(factory=list)

    def finished(self) -> Layer:
        """Return the layer as it was read."""
        return Layer(
            *(self.id, self.name, self.folder, self.region, self.version),
            rules=unchanging(self.rules),
            parameters=unchanging(self.parameters),
            overrides=tuple(self.overrides),
            documents=unchanging(self.documents),
            wordings=tuple(self.wordings),
            problems=tuple(self.problems),
        )


@frozen(eq=False)
class Above:
    """What a layer can refer to: everything the layers above it hold, by id."""

    parameters: Mapping[str, Parameter] = field(factory=dict)
    documents: Mapping[str, LegalDocument] = field(factory=dict)
    rules: Mapping[str, Rule] = field(factory=dict)

    def with_layer(self, layer: Layer | Draft) -> Above:
        """Return this with one more layer."""
        return Above(
            {**self.parameters, **layer.parameters},
            {**self.documents, **layer.documents},
            {**self.rules, **layer.rules},
        )

    def types(self) -> dict[str, tuple[str, Type]]:
        """Return parameters by id and Chinese alias, with their types."""
        known: dict[str, tuple[str, Type]] = {}
        for parameter in self.parameters.values():
            known[parameter.id] = (parameter.id, UNITS[parameter.unit])
            if parameter.alias:
                known[parameter.alias] = known[parameter.id]
        return known


def read_layer(folder: Path, above: Above, lexicon: Lexicon, *, root: Path | None = None) -> Layer:
    """Return the layer in a folder with every problem of every file in it.

    Args:
        folder: the folder; folders below it that have a head of their own are other layers.
        above: what the layers above hold.
        lexicon: the well-known items.
        root: what file names in messages are relative to; the folder's parent by default.
    """
    files, problems = _read_files(folder, root or folder.parent)
    layer = Draft(id=folder.name, name=folder.name, folder=folder, problems=problems)
    rest = []
    for file in files:
        if file.name.endswith(HEAD) and Path(file.name).name == HEAD:
            _read_head(layer, file)
        else:
            rest.append(file)
    for file in rest:
        if "document" in file.data:
            known = {**above.documents, **layer.documents}
            layer.documents |= read_documents(file, known, layer.problems)
    documents = {**above.documents, **layer.documents}
    for file in rest:
        if "values" in file.data:
            _read_parameter(layer, file, above, lexicon, documents)
    types = above.with_layer(layer).types()
    for file in rest:
        if KIND in file.data:
            layer.problems += check_wordings(file)
            layer.wordings.append(file)
        elif "assert" in file.data and "verb" not in file.data:
            reading = Reading(file, layer.id, lexicon, types, documents)
            rule = reading.rule()
            layer.problems += reading.problems
            if rule is not None:
                _add_rule(layer, rule, file, above)
        elif "verb" in file.data or "rule" in file.data:
            reading = Reading(file, layer.id, lexicon, types, documents)
            override = reading.override()
            layer.problems += reading.problems
            if override is not None:
                layer.overrides.append(override)
        elif not ({"values", "document"} & set(file.data)):
            layer.problems.append(_not_a_rule_file(file))
    return layer.finished()


@lru_cache(maxsize=64)
def shipped_layer(folder: Path, above_folders: tuple[Path, ...], lexicon: Lexicon) -> Layer:
    """Return a layer of the shipped rules; these do not change while a program runs."""
    above = Above()
    for i, upper in enumerate(above_folders):
        above = above.with_layer(shipped_layer(upper, above_folders[:i], lexicon))
    root = (above_folders or (folder,))[0].parent
    return read_layer(folder, above, lexicon, root=root)


def _read_files(folder: Path, root: Path) -> tuple[list[TomlFile], list[Problem]]:
    files: list[TomlFile] = []
    problems: list[Problem] = []
    if not folder.is_dir():
        problems.append(
            Problem(Message("没有这个规则目录", "no such rule folder"), place=str(folder))
        )
        return files, problems
    for i, path in enumerate(_toml_files(folder)):
        if i >= MAX_FILES:
            problems.append(
                Problem(
                    Message(f"规则文件超过 {MAX_FILES} 个", f"more than {MAX_FILES} rule files"),
                    place=str(folder),
                )
            )
            break
        read = read_toml(path, str(path).removeprefix(f"{root}{os.sep}"))
        if isinstance(read, Problem):
            problems.append(read)
        else:
            files.append(read)
    return files, problems


def _toml_files(folder: str | Path) -> Iterator[Path]:
    """Yield the TOML files of a layer in a fixed order; links elsewhere are not followed."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_symlink():
            continue
        if entry.is_dir():
            if not os.path.exists(f"{entry.path}{os.sep}{HEAD}"):
                yield from _toml_files(entry.path)
        elif entry.name.endswith(".toml") and entry.name != ".toml" and entry.is_file():
            yield Path(entry.path)


def _read_head(layer: Draft, file: TomlFile) -> None:
    wrong = check_keys(file, file.data, HEAD_KEYS)
    layer.problems += wrong
    if wrong:
        return
    layer.id, layer.name = str(file.data["id"]), str(file.data["name"])
    layer.region = str(file.data.get("region", ""))
    layer.version = str(file.data.get("version", ""))
    if layer.region and not (layer.region.isdigit() and len(layer.region) == 6):
        layer.problems.append(
            file.problem(("region",), "区划代码应是六位数字", "a region code has six digits")
        )
        layer.region = ""  # a layer of another region is left out, and its problems with it
    if "assert" in file.data:
        layer.problems.append(_not_a_rule_file(file))


def _read_parameter(
    layer: Draft,
    file: TomlFile,
    above: Above,
    lexicon: Lexicon,
    documents: Mapping[str, LegalDocument],
) -> None:
    reading = Reading(file, layer.id, lexicon, {}, documents)
    upper = above.parameters.get(str(file.data.get("id", "")))
    parameter = reading.parameter(upper)
    layer.problems += reading.problems
    if parameter is None:
        return
    if parameter.id in layer.parameters:
        layer.problems.append(
            _twice(file, "id", parameter.id, layer.parameters[parameter.id].origin)
        )
        return
    layer.parameters[parameter.id] = parameter


def _add_rule(layer: Draft, rule: Rule, file: TomlFile, above: Above) -> None:
    digits = significant(layer.region)
    if rule.id in layer.rules:
        layer.problems.append(_twice(file, "id", rule.id, layer.rules[rule.id].origin))
    elif rule.id in above.rules:
        layer.problems.append(
            file.problem(
                ("id",),
                f"规则 {rule.id} 上级已有（{above.rules[rule.id].origin}）",
                f"rule {rule.id} exists above ({above.rules[rule.id].origin})",
                Message("要改它请写 override：rule + verb", "to change it write an override"),
            )
        )
    elif digits and not rule.id.startswith(digits):
        layer.problems.append(
            file.problem(
                ("id",),
                f"地区规则的编号应以区划代码 {digits} 开头",
                f"the id of a regional rule begins with its region code {digits}",
                Message(f"改成 {digits}-{rule.id}", f"write {digits}-{rule.id}"),
            )
        )
    elif Path(file.name).stem != rule.id:
        layer.problems.append(
            file.problem(
                ("id",),
                f"文件名应与编号一致：{rule.id}.toml",
                f"the file is named after its id: {rule.id}.toml",
            )
        )
    else:
        layer.rules[rule.id] = rule


def significant(region: str) -> str:
    """Return a region code without trailing pairs of zeros: 440200 → 4402."""
    while region.endswith("00"):
        region = region[:-2]
    return region


def _twice(file: TomlFile, key: str, name: str, other: str) -> Problem:
    return file.problem(
        (key,), f"“{name}”在 {other} 里已有", f"'{name}' is already given in {other}"
    )


def _not_a_rule_file(file: TomlFile) -> Problem:
    return Problem(
        Message(
            "不是规则、参数、改动、措辞或规则集文件",
            "no rule, parameter, override, wordings or head",
        ),
        file.name,
        cure=Message(
            "规则有 assert，参数有 values，改动有 rule 和 verb，措辞有 lexicon，"
            "规则集叫 ruleset.toml",
            "a rule has 'assert', a parameter 'values', an override 'rule' and 'verb', "
            "wordings 'lexicon'",
        ),
    )
