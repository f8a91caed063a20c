"""TOML files read strictly: known keys, known types, and a place for every complaint."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Final

import tomli
from attrs import field, frozen

from performance_rules.errors import Message, Problem, Span, did_you_mean, nearest
from performance_rules.rules.mistyped import mistyped
from performance_rules.rules.positions import KeyPlace, Path, positions
from performance_rules.values.unchanging import unchanging_data

MAX_BYTES: Final = 256 * 1024
"""Largest rule file."""

_TYPES: Final[Mapping[str, tuple[tuple[type, ...], Message]]] = {
    "text": ((str,), Message("文字", "text")),
    "integer": ((int,), Message("整数", "an integer")),
    "bool": ((bool,), Message("true 或 false", "true or false")),
    "texts": ((tuple,), Message("一列文字", "a list of texts")),
    "tables": ((tuple,), Message("一列表", "a list of tables")),
    "table": ((MappingProxyType,), Message("一张表", "a table")),
    "value": ((str, int, tuple), Message("文字、整数或列表", "text, an integer or a list")),
}


@frozen
class Key:
    """A key a table may have: its type, whether it must be there, and whether it may be empty."""

    type: str
    required: bool = False
    blank: bool = False


@frozen(slots=False)
class TomlFile:
    """A TOML file as text and as data; knows where each key stands."""

    name: str
    text: str
    data: Mapping[str, object] = field(converter=unchanging_data)

    @cached_property
    def places(self) -> Mapping[Path, KeyPlace]:
        """Where every key and value stands."""
        return positions(self.text)

    @cached_property
    def lines(self) -> Sequence[int]:
        """Where every line of the text begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def span(self, path: Sequence[str | int], offset: int = 0, end: int | None = None) -> Span:
        """Return the place of a key, or of characters ``offset``..``end`` of its text value.

        Args:
            path: the key, inside tables of arrays as in ``("example", 1, "expect")``.
            offset: first character of the value that is meant.
            end: one past the last one; the whole key when it is None.
        """
        place = self._place(path)
        if place is None:
            return self._stretch(0, len(self.text.partition("\n")[0]))
        if end is None or not place.text:
            return self._stretch(*(place.key if place.key[0] < place.key[1] else place.value))
        last = len(place.text) - 1
        return self._stretch(place.text[min(offset, last)], place.text[min(end, last)])

    def value_span(self, path: Sequence[str | int]) -> Span:
        """Return the place of a value; the words of a text without their quotation marks."""
        place = self._place(path)
        exact = tuple(path) in self.places or ("set", *path) in self.places
        if place is None or (len(path) > 1 and not exact):
            return self.span(path)
        if len(place.text) > 1:
            return self._stretch(place.text[0], place.text[-1])
        return self._stretch(*place.value)

    def _place(self, path: Sequence[str | int]) -> KeyPlace | None:
        """Return the place of a key, or of its nearest table where it is not there itself.

        What an override sets is a key of its rule, and stands in the table ``set``.
        """
        for length in range(len(path), 0, -1):
            for at in (tuple(path[:length]), ("set", *path[:length])):
                place = self.places.get(at)
                if place is not None:
                    return place
        return None

    def _stretch(self, start: int, end: int) -> Span:
        """Return the first line of a stretch of the text."""
        row = bisect_right(self.lines, start) - 1
        first = self.lines[row]
        stop = self.text.find("\n", start)
        line = self.text[first : len(self.text) if stop < 0 else stop]
        column = start - first
        width = max(1, min(end - start, len(line) - column))
        return Span(self.name, row + 1, column + 1, column + 1 + width, line)

    def problem(
        self, path: Sequence[str | int], zh: str, en: str, cure: Message | None = None
    ) -> Problem:
        """Return a problem at a key."""
        return Problem(Message(zh, en), ".".join(map(str, path)), self.span(path), cure)

    def wrong_value(
        self, path: Sequence[str | int], zh: str, en: str, cure: Message | None = None
    ) -> Problem:
        """Return a problem at the value of a key."""
        return Problem(Message(zh, en), ".".join(map(str, path)), self.value_span(path), cure)


def read_toml(path: FilePath, name: str | None = None) -> TomlFile | tuple[Problem, ...]:
    """Return a TOML file, or the problems that kept it from being read.

    Args:
        path: the file.
        name: how the file is called in messages; its path by default.
    """
    name = name or str(path)
    try:
        raw = path.read_bytes()
    except OSError as wrong:
        return (Problem(Message(f"读不了：{wrong.strerror}", f"cannot be read: {wrong}"), name),)
    if len(raw) > MAX_BYTES:
        large = Message(f"规则文件超过 {MAX_BYTES} 字节", f"larger than {MAX_BYTES} bytes")
        return (Problem(large, name),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        at = wrong.start
        coded = Message(f"不是 UTF-8 编码（第 {at} 字节）", f"not UTF-8 (byte {at})")
        return (Problem(coded, name, cure=Message("另存为 UTF-8", "save it as UTF-8")),)
    text = text.replace("\r\n", "\n")
    try:
        return TomlFile(name, text, tomli.loads(text, parse_float=Decimal))
    except tomli.TOMLDecodeError:
        return mistyped(name, text)
    except ValueError as wrong:
        return (Problem(Message(f"读不了：{wrong}", f"cannot be read: {wrong}"), name),)
    except RecursionError:
        return (Problem(Message("嵌套太深", "nested too deeply"), name),)


def _is_of(kind: str, value: object) -> bool:
    wanted, _ = _TYPES[kind]
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        return False
    if kind in ("texts", "tables") and isinstance(value, tuple):
        item = str if kind == "texts" else MappingProxyType
        return all(isinstance(v, item) for v in value)
    return True


def _is_empty(key: Key, value: object) -> bool:
    """Whether a value that must be there is a text in which there is nothing to be seen."""
    if not isinstance(value, str) or not key.required or key.blank:
        return False
    return not any(sign.isprintable() and not sign.isspace() for sign in value)


def check_keys(
    file: TomlFile,
    table: Mapping[str, object],
    keys: Mapping[str, Key],
    path: Sequence[str | int] = (),
) -> list[Problem]:
    """Return what is wrong with the keys of a table: unknown, missing, of a wrong type.

    A key that is unknown because it is misspelt is one mistake, not two: it is not missing as well.
    """
    problems = []
    instead = meant(table, keys)
    required = (name for name, key in keys.items() if key.required and name not in table)
    missing = [name for name in required if name not in instead.values()]
    for name, value in table.items():
        known = name if name in keys else instead.get(name)
        if name not in keys:
            cure = did_you_mean(name, [known] if known else keys)
            fitting = [one for one in missing if _is_of(keys[one].type, value)]
            if known is None and fitting:
                missing.remove(fitting[0])
                zh, en = f"缺少“{fitting[0]}”，是否写的是它？", f"'{fitting[0]}' is missing: meant?"
                cure = Message(zh, en)
            zh, en = f"不认识的键“{name}”", f"unknown key '{name}'"
            problems.append(file.problem((*path, name), zh, en, cure))
        if known is not None and not _is_of(keys[known].type, value):
            _, label = _TYPES[keys[known].type]
            zh, en = f"“{name}”应是{label.zh}", f"'{name}' must be {label.en}"
            problems.append(file.problem((*path, name), zh, en))
        elif known is not None and _is_empty(keys[known], value):
            zh, en = f"“{name}”是空的", f"'{name}' is empty"
            problems.append(file.problem((*path, name), zh, en))
    problems += [
        file.problem((*path, name), f"缺少“{name}”", f"'{name}' is missing") for name in missing
    ]
    return problems


def meant(table: Mapping[str, object], keys: Mapping[str, Key]) -> dict[str, str]:
    """Return what the unknown keys of a table are misspelt for, as far as that can be told.

    That is a key that is not there: any if it looks very much like it, else one that must be there
    if it looks a little like it.
    """
    unknown = [name for name in table if name not in keys]
    found: dict[str, str] = {}
    for required, cutoff in ((False, VERY_LIKE), (True, A_LITTLE_LIKE)) if unknown else ():
        absent = [k for k, key in keys.items() if k not in table and key.required >= required]
        absent = [k for k in absent if k not in found.values()]
        for name in unknown:
            known = None if name in found else nearest(name, absent, cutoff)
            if known is not None:
                absent.remove(known)
                found[name] = known
    return found


A_LITTLE_LIKE: Final = 0.5
VERY_LIKE: Final = 0.75
"""How like a key must look to one that must be there, or may be left out, to be taken for it."""


def good_keys(table: Mapping[str, object], keys: Mapping[str, Key]) -> dict[str, object]:
    """Return what of a table can be read on: keys with values of their types, misspelt ones too."""
    out = {}
    instead = meant(table, keys)
    for name, value in table.items():
        known = name if name in keys else instead.get(name)
        if known is not None and _is_of(keys[known].type, value):
            out[known] = value
    return out
