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
from pathlib import Path, PurePath
from typing import Final

from attrs import define, field, frozen

from performance_rules.errors import Message, Problem
from performance_rules.language.types import Type
from performance_rules.lexicon.lexicon import Lexicon
from performance_rules.lexicon.resources import rules_dir
from performance_rules.rules.alike import look
from performance_rules.rules.called import names_of, wrongly_called
from performance_rules.rules.heads import HEAD, significant, wrong_extends
from performance_rules.rules.keys import PARAMETER_KEYS, RULE_KEYS
from performance_rules.rules.law import UNTOLD, read_documents
from performance_rules.rules.model import (
    UNITS,
    LegalDocument,
    Override,
    Parameter,
    Rule,
)
from performance_rules.rules.refusals import not_a_rule_file, not_its_own, not_plain, taken, twice
from performance_rules.rules.rulefile import RuleReader
from performance_rules.rules.toml import MAX_BYTES, Key, TomlFile, check_keys, good_keys, read_toml
from performance_rules.rules.wordings import KIND, check_wordings
from performance_rules.values.unchanging import unchanging

MAX_FILES: Final = 2000
"""Most files in one layer."""

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
        refused: the files of overrides with mistakes; whether their rules exist is still asked.
        broken: the text of files that could not be taken in, by the id they seem to have: what
            refers to them makes no mistake of its own.
    """

    id: str
    name: str
    folder: Path
    region: str = ""
    version: str = ""
    rules: Mapping[str, Rule] = field(factory=dict, converter=unchanging)
    parameters: Mapping[str, Parameter] = field(factory=dict, converter=unchanging)
    overrides: tuple[Override, ...] = ()
    documents: Mapping[str, LegalDocument] = field(factory=dict, converter=unchanging)
    wordings: tuple[TomlFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Message, ...] = ()
    refused: tuple[TomlFile, ...] = ()
    broken: Mapping[str, str] = field(factory=dict, converter=unchanging)

    @property
    def shipped(self) -> bool:
        """Whether it came with this installation."""
        return rules_dir() in self.folder.parents

    @property
    def says_something(self) -> bool:
        """Whether the folder holds more than laws and a head."""
        return any((self.rules, self.parameters, self.overrides, self.wordings, self.problems))


@define(eq=False)
class LayerDraft:
    """A layer that is being read, file by file.

    Attributes:
        looks: every id that is known so far, by how it looks.
        called: what the parameters that are known so far are called, by how it looks.
    """

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
    refused: list[TomlFile] = field(factory=list)
    broken: dict[str, str] = field(factory=dict)
    looks: dict[str, str] = field(factory=dict)
    called: dict[str, Parameter] = field(factory=dict)

    def finished(self) -> Layer:
        """Return the layer as it was read."""
        return Layer(
            *(self.id, self.name, self.folder, self.region, self.version),
            rules=self.rules,
            parameters=self.parameters,
            overrides=tuple(self.overrides),
            documents=self.documents,
            wordings=tuple(self.wordings),
            problems=tuple(self.problems),
            refused=tuple(self.refused),
            broken=self.broken,
        )


@frozen(eq=False)
class Above:
    """What a layer can refer to: the layers above it, and everything that they hold, by id."""

    parameters: Mapping[str, Parameter] = field(factory=dict)
    documents: Mapping[str, LegalDocument] = field(factory=dict)
    rules: Mapping[str, Rule] = field(factory=dict)
    layers: tuple[str, ...] = ()
    broken: Mapping[str, str] = field(factory=dict)

    def with_layer(self, layer: Layer | LayerDraft) -> Above:
        """Return this with one more layer."""
        return Above(
            {**self.parameters, **layer.parameters},
            {**self.documents, **layer.documents},
            {**self.rules, **layer.rules},
            (*self.layers, layer.id),
            {**self.broken, **layer.broken},
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
    layer = LayerDraft(id=folder.name, name=folder.name, folder=folder)
    layer.looks |= {look(name): name for name in (*above.rules, *above.parameters)}
    layer.called |= names_of(above.parameters.values())
    files = _read_files(layer, root or folder.parent)
    kinds: dict[str, list[TomlFile]] = {}
    for file in files:
        kinds.setdefault(_kind(file), []).append(file)
    for file in kinds.get("head", ()):
        _read_head(layer, file, above)
    for file in files:
        if "document" in file.data:
            known = {**above.documents, **layer.documents}
            layer.documents |= read_documents(file, known, layer.problems)
    if any("[[document]]" in text for text in layer.broken.values()):
        layer.documents.setdefault(UNTOLD, LegalDocument(UNTOLD, ""))
    documents = {**above.documents, **layer.documents}
    for file in kinds.get("parameter", ()):
        _read_parameter(layer, file, above, lexicon, documents)
    for file in kinds.get("wordings", ()):
        layer.problems += check_wordings(file)
        layer.wordings.append(file)
    types = above.with_layer(layer).types()
    doubtful = (*above.broken, *layer.broken)
    for kind in ("rule", "override"):
        for file in kinds.get(kind, ()):
            rule_file = RuleReader(file, layer.id, lexicon, types, documents, doubtful)
            read = rule_file.rule() if kind == "rule" else rule_file.override()
            layer.problems += rule_file.problems
            if isinstance(read, Rule):
                _add_rule(layer, read, file, above)
            elif read is not None:
                layer.overrides.append(read)
            elif kind == "rule":
                _add_broken(layer, file)
            else:
                layer.refused.append(file)
    layer.problems += [not_a_rule_file(file) for file in kinds.get("", ())]
    return layer.finished()


def _kind(file: TomlFile) -> str:
    """Return what a file holds by its keys; one without the key that tells it by the others."""
    data = file.data
    if file.name.rpartition(os.sep)[2] == HEAD:
        return "head"
    if KIND in data:
        return "wordings"
    for key, kind in (("verb", "override"), ("assert", "rule"), ("rule", "override")):
        if key in data:
            return kind
    if "values" in data:
        return "parameter"
    if "document" in data:
        return "documents"
    named = [kind for kind, keys in _TELLING.items() if len(keys & set(data)) > 1]
    return named[0] if named else ""


_TELLING: Final = {
    "rule": set(RULE_KEYS) - {"id", "title", "basis", "since", "until", "kinds"},
    "override": {"reason", "review_by", "set", "example"},
    "parameter": set(PARAMETER_KEYS) - {"id"},
}
"""Keys two of which tell what a file is that lacks the most telling one."""


def _add_broken(layer: LayerDraft, file: TomlFile) -> None:
    layer.broken.setdefault(str(file.data.get("id", PurePath(file.name).stem)), file.text)


@lru_cache(maxsize=64)
def shipped_layer(folder: Path, above_folders: tuple[Path, ...], lexicon: Lexicon) -> Layer:
    """Return a layer of the shipped rules; these do not change while a program runs."""
    above = Above()
    for i, upper in enumerate(above_folders):
        above = above.with_layer(shipped_layer(upper, above_folders[:i], lexicon))
    root = (above_folders or (folder,))[0].parent
    return read_layer(folder, above, lexicon, root=root)


def _read_files(layer: LayerDraft, root: Path) -> list[TomlFile]:
    """Return the files of a folder that are TOML; the others become problems."""
    files: list[TomlFile] = []
    if not layer.folder.is_dir():
        missing = Message("没有这个规则目录", "no such rule folder")
        layer.problems.append(Problem(missing, place=str(layer.folder)))
        return files
    for i, path in enumerate(_toml_files(layer.folder)):
        if i >= MAX_FILES:
            many = Message(f"规则文件超过 {MAX_FILES} 个", f"more than {MAX_FILES} rule files")
            layer.problems.append(Problem(many, place=str(layer.folder)))
            break
        read = read_toml(path, str(path).removeprefix(f"{root}{os.sep}"))
        if isinstance(read, tuple):
            layer.problems += read
            layer.broken[path.stem] = path.read_text("utf-8", "ignore")[:MAX_BYTES]
        else:
            files.append(read)
    return files


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


def _read_head(layer: LayerDraft, file: TomlFile, above: Above) -> None:
    layer.problems += check_keys(file, file.data, HEAD_KEYS)
    data = good_keys(file.data, HEAD_KEYS)
    layer.id, layer.name = str(data.get("id", layer.id)), str(data.get("name", layer.name))
    layer.region = str(data.get("region", ""))
    layer.version = str(data.get("version", ""))
    like = next((name for name in above.layers if look(name) == look(layer.id)), None)
    if "id" in data and like is not None:
        layer.problems.append(taken(file, ("id",), layer.id, like))
    elif "id" in data:
        layer.problems += not_its_own(file, ("id",), layer.id, None)
    if layer.region and not (layer.region.isdigit() and len(layer.region) == 6):
        layer.problems.append(
            file.wrong_value(("region",), "区划代码应是六位数字", "a region code has six digits")
        )
        layer.region = ""  # a layer of another region is left out, and its problems with it
    if "extends" in data:
        layer.problems += wrong_extends(file, str(data["extends"]), layer.region, above.layers)
    if "assert" in file.data:
        layer.problems.append(not_a_rule_file(file))


def _read_parameter(
    layer: LayerDraft,
    file: TomlFile,
    above: Above,
    lexicon: Lexicon,
    documents: Mapping[str, LegalDocument],
) -> None:
    rule_file = RuleReader(file, layer.id, lexicon, {}, documents)
    given = str(file.data.get("id", ""))
    upper = above.parameters.get(given)
    parameter = rule_file.parameter(upper)
    layer.problems += rule_file.problems
    if parameter is None:
        for name in (given, file.data.get("alias")):
            if isinstance(name, str) and name:
                layer.broken[name] = ""
        return
    like = layer.looks.setdefault(look(parameter.id), parameter.id)
    if parameter.id in layer.parameters:
        before = layer.parameters[parameter.id].origin
        layer.problems.append(twice(file, "id", parameter.id, before))
    elif strange := not_its_own(file, ("id",), parameter.id, like):
        layer.problems += strange
        layer.broken[parameter.id] = like  # either may be meant wherever the other is named
    elif wrong := wrongly_called(file, parameter, layer.called):
        layer.problems += wrong
        layer.broken |= dict.fromkeys(filter(None, (parameter.id, parameter.alias)), "")
    else:
        layer.parameters[parameter.id] = parameter
        layer.called |= names_of((parameter,))


def _add_rule(layer: LayerDraft, rule: Rule, file: TomlFile, above: Above) -> None:
    digits = significant(layer.region)
    like = layer.looks.get(look(rule.id), rule.id)
    before = len(layer.problems)
    strange = not_its_own(file, ("id",), rule.id, like) or not_plain(file, ("id",), rule.id)
    if not strange:
        layer.looks[look(rule.id)] = rule.id
    if strange:
        layer.problems += strange
    elif rule.id in layer.rules:
        layer.problems.append(twice(file, "id", rule.id, layer.rules[rule.id].origin))
    elif rule.id in above.rules:
        layer.problems.append(
            file.wrong_value(
                ("id",),
                f"规则 {rule.id} 上级已有（{above.rules[rule.id].origin}）",
                f"rule {rule.id} exists above ({above.rules[rule.id].origin})",
                Message("要改它请写 override：rule + verb", "to change it write an override"),
            )
        )
    elif digits and not rule.id.startswith(digits):
        layer.problems.append(
            file.wrong_value(
                ("id",),
                f"地区规则的编号应以区划代码 {digits} 开头",
                f"the id of a regional rule begins with its region code {digits}",
                Message(f"改成 {digits}-{rule.id}", f"write {digits}-{rule.id}"),
            )
        )
    elif Path(file.name).stem != rule.id:
        layer.problems.append(
            file.wrong_value(
                ("id",),
                f"文件名应与编号一致：{rule.id}.toml",
                f"the file is named after its id: {rule.id}.toml",
            )
        )
    else:
        layer.rules[rule.id] = rule
    if len(layer.problems) > before:
        _add_broken(layer, file)
