"""TOML files read strictly: known keys, known types, and a place for every complaint."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

import tomli
from attrs import frozen

from performance_rules.errors import Message, Problem, Span, did_you_mean

MAX_BYTES: Final = 256 * 1024
"""Largest rule file."""

_TYPES: Final[Mapping[str, tuple[tuple[type, ...], Message]]] = {
    "text": ((str,), Message("文字", "text")),
    "integer": ((int,), Message("整数", "an integer")),
    "bool": ((bool,), Message("true 或 false", "true or false")),
    "texts": ((list,), Message("一列文字", "a list of texts")),
    "tables": ((list,), Message("一列表", "a list of tables")),
    "table": ((dict,), Message("一张表", "a table")),
    "value": ((str, int, list), Message("文字、整数或列表", "text, an integer or a list")),
}


@frozen
class Key:
    """A key a table may have: its type and whether it must be there."""

    type: str
    required: bool = False


@frozen
class TomlFile:
    """A TOML file as text and as data; knows where each key stands."""

    name: str
    text: str
    data: dict[str, object]

    def span(self, path: Sequence[str | int], offset: int = 0, end: int | None = None) -> Span:
        """Return the place of a key, or of characters ``offset``..``end`` of its text value.

        Args:
            path: the key, inside tables of arrays as in ``("example", 1, "expect")``.
            offset: first character of the value that is meant.
            end: one past the last one; the whole key when it is None.
        """
        lines = self.text.split("\n")
        row, column = _find(lines, path)
        if end is None:
            key = str(path[-1]) if path else ""
            width = len(key) if lines[row].startswith(key, column) else len(lines[row]) - column
            return Span(self.name, row + 1, column + 1, column + 1 + width, lines[row])
        row, column = _value_start(lines, row, column)
        for _ in range(offset):
            if column >= len(lines[row]):
                row, column = row + 1, 0
            else:
                column += 1
        width = max(1, min(end - offset, len(lines[row]) - column))
        return Span(self.name, row + 1, column + 1, column + 1 + width, lines[row])

    def problem(
        self, path: Sequence[str | int], zh: str, en: str, cure: Message | None = None
    ) -> Problem:
        """Return a problem at a key."""
        return Problem(Message(zh, en), ".".join(map(str, path)), self.span(path), cure)


def read_toml(path: Path, name: str | None = None) -> TomlFile | Problem:
    """Return a TOML file, or the problem that kept it from being read.

    Args:
        path: the file.
        name: how the file is called in messages; its path by default.
    """
    name = name or str(path)
    try:
        raw = path.read_bytes()
    except OSError as wrong:
        return Problem(Message(f"读不了：{wrong.strerror}", f"cannot be read: {wrong}"), name)
    if len(raw) > MAX_BYTES:
        return Problem(
            Message(f"规则文件超过 {MAX_BYTES} 字节", f"larger than {MAX_BYTES} bytes"), name
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return Problem(
            Message(f"不是 UTF-8 编码（第 {wrong.start} 字节）", f"not UTF-8 (byte {wrong.start})"),
            name,
            cure=Message("另存为 UTF-8", "save it as UTF-8"),
        )
    text = text.replace("\r\n", "\n")
    try:
        return TomlFile(name, text, tomli.loads(text, parse_float=Decimal))
    except tomli.TOMLDecodeError as wrong:
        line = getattr(wrong, "lineno", 1)
        column = getattr(wrong, "colno", 1)
        lines = text.split("\n")
        row = min(line, len(lines)) - 1
        span = Span(name, row + 1, column, column + 1, lines[row])
        return Problem(Message(f"TOML 语法错误：{wrong}", f"TOML syntax: {wrong}"), name, span)
    except RecursionError:
        return Problem(Message("嵌套太深", "nested too deeply"), name)


def _is_of(kind: str, value: object) -> bool:
    wanted, _ = _TYPES[kind]
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        return False
    if kind in ("texts", "tables") and isinstance(value, list):
        item = str if kind == "texts" else dict
        return all(isinstance(v, item) for v in value)
    return True


def check_keys(
    file: TomlFile,
    table: Mapping[str, object],
    keys: Mapping[str, Key],
    path: Sequence[str | int] = (),
) -> list[Problem]:
    """Return what is wrong with the keys of a table: unknown, missing, of a wrong type."""
    problems = []
    for name, value in table.items():
        key = keys.get(name)
        if key is None:
            cure = did_you_mean(name, keys)
            zh, en = f"不认识的键“{name}”", f"unknown key '{name}'"
            problems.append(file.problem((*path, name), zh, en, cure))
        elif not _is_of(key.type, value):
            _, label = _TYPES[key.type]
            zh, en = f"“{name}”应是{label.zh}", f"'{name}' must be {label.en}"
            problems.append(file.problem((*path, name), zh, en))
    problems += [
        file.problem((*path, name), f"缺少“{name}”", f"'{name}' is missing")
        for name, key in keys.items()
        if key.required and name not in table
    ]
    return problems


_HEADER: Final = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")


def _find(lines: Sequence[str], path: Sequence[str | int]) -> tuple[int, int]:
    """Return row and column of a key; of its nearest table where the key itself is not seen."""
    wanted = [str(p) for p in path if not isinstance(p, int)]
    index = next((p for p in path if isinstance(p, int)), 0)
    best = (0, 0)
    header, seen = "", -1
    array = wanted[0] if len(wanted) > 1 else ""
    top = wanted[0] if wanted else ""
    inside_text = ""
    for row, line in enumerate(lines):
        if inside_text:
            inside_text = "" if inside_text in line else inside_text
            continue
        match = _HEADER.match(line)
        if match:
            header = match[2]
            seen += header == top and match[1] == "[["
            if header == top and seen in (index, -1):
                best = (row, 0)
            continue
        here = header == (array if len(wanted) > 1 else "")
        right_one = seen == index or seen == -1
        name = wanted[-1] if wanted else ""
        stripped = line.lstrip()
        if here and right_one and name and _is_key(stripped, name):
            return row, len(line) - len(stripped)
        if array and not header and _is_key(stripped, array):
            best = (row, len(line) - len(stripped))
        for quote in ('"""', "'''"):
            if line.count(quote) == 1:
                inside_text = quote
    return best


def _is_key(line: str, name: str) -> bool:
    for form in (name, f'"{name}"'):
        if line.startswith(form) and line[len(form) :].lstrip().startswith("="):
            return True
    return False


def _value_start(lines: Sequence[str], row: int, column: int) -> tuple[int, int]:
    """Return where the characters of a text value begin."""
    line = lines[row]
    at = line.find("=", column) + 1
    at += len(line[at:]) - len(line[at:].lstrip())
    for quote in ('"""', "'''"):
        if line.startswith(quote, at):
            return (row + 1, 0) if at + 3 >= len(line) else (row, at + 3)
    return row, at + 1
