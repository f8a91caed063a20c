"""The files of layouts: read, checked as a whole, every problem told at once.

form   = "national"
title  = "项目支出绩效自评表"
widths = [11, 13, 17, 24]

[[part]]
block   = "绩效指标"
columns = [{ head = "一级指标", holds = "level" }, …]
groups  = [{ name = "产出指标（50分）", within = ["数量指标"] }]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from performance_rules.errors import Message, Problem, RuleFileError, did_you_mean
from performance_rules.forms.layout import (
    FILLS,
    HOLDS,
    FormCell,
    FormColumn,
    FormGroup,
    FormLine,
    FormPart,
    Layout,
    fills_in,
)
from performance_rules.lexicon.resources import rules_dir
from performance_rules.rules.toml import Key, TomlFile, check_keys, read_toml

_Table: TypeAlias = Mapping[str, Any]  # of a file, checked here; it goes no further

_TEXT: Final = Key("text", required=True)
_LAYOUT: Final = {
    **dict.fromkeys(("form", "name", "sheet", "title"), _TEXT),
    "period": Key("text"),
    "rows": Key("integer", required=True),
    "widths": Key("value", required=True),
    "part": Key("tables", required=True),
}
_PART: Final = {
    **dict.fromkeys(("block", "corner", "dash", "total"), Key("text")),
    **dict.fromkeys(("labels", "points", "height"), Key("integer")),
    **dict.fromkeys(("lines", "columns", "groups"), Key("tables")),
    "rows": Key("texts"),
}
_INNER: Final = {
    "lines": {"cells": Key("tables", required=True), "height": Key("integer")},
    "columns": {
        "head": Key("text"),
        "holds": _TEXT,
        "across": Key("integer"),
        "of": Key("texts"),
        "choices": Key("texts"),
        "joined": Key("bool"),
    },
    "groups": {"name": _TEXT, "within": Key("texts", required=True)},
}
_CELL: Final = {
    "label": Key("text"),
    "fill": Key("text"),
    "across": Key("integer"),
    "down": Key("integer"),
}


def load_layouts(directory: Path | None = None) -> dict[str, Layout]:
    """Return the layouts of a rules folder by their keys, those that are shipped by default.

    Raises:
        RuleFileError: if anything is wrong in any of the files; it tells all of it.
    """
    problems: list[Problem] = []
    found: dict[str, Layout] = {}
    for path in sorted(((directory or rules_dir()) / "forms").glob("*.toml")):
        file = read_toml(path)
        if isinstance(file, tuple):
            problems += file
            continue
        wrong = list(_shape(file)) or list(_meaning(file, path.stem))
        problems += wrong
        if not wrong:
            found[path.stem] = _layout(file.data)
    if problems:
        raise RuleFileError(problems)
    return found


def _shape(file: TomlFile) -> Iterator[Problem]:
    """Yield what is wrong with the keys, outermost tables first."""
    problems = check_keys(file, file.data, _LAYOUT)
    yield from problems
    if problems:
        return
    for i, part in enumerate(_tables(file.data, "part")):
        problems = check_keys(file, part, _PART, ("part", i))
        yield from problems
        for name, keys in _INNER.items() if not problems else ():
            for table in _tables(part, name):
                wrong = check_keys(file, table, keys, ("part", i))
                yield from wrong
                if name == "lines" and not wrong:
                    for cell in table["cells"]:
                        yield from check_keys(file, cell, _CELL, ("part", i))


def _meaning(file: TomlFile, stem: str) -> Iterator[Problem]:
    """Yield what is wrong although every key is right."""
    data: _Table = file.data
    if data["form"] != stem:
        yield file.problem(
            ("form",), f"文件名应与 form 一致：{data['form']}.toml", "the file is named after form"
        )
    widths = data["widths"]
    if not (isinstance(widths, tuple) and widths and all(type(w) is int and w > 0 for w in widths)):
        yield file.problem(("widths",), "widths 应是一列正整数", "widths are positive integers")
        return
    if data["rows"] < 1:
        yield file.problem(("rows",), "rows 应是正整数", "rows is a positive integer")
    for i, part in enumerate(_tables(data, "part")):
        for message, cure in _of_part(_part(part), len(widths)):
            yield file.problem(("part", i), message.zh, message.en, cure)
    for name in {name for text in _layout(data).texts() for name in fills_in(text)} - FILLS.keys():
        cure = did_you_mean(name, FILLS)
        zh, en = f"没有“{{{name}}}”可填", f"there is nothing called {{{name}}} to fill in"
        yield file.problem((), zh, en, cure)


def _of_part(part: FormPart, columns: int) -> Iterator[tuple[Message, Message | None]]:
    """Yield what is wrong with a part of a sheet of so many columns."""
    kinds = [bool(part.lines), bool(part.columns), bool(part.total)]
    if sum(kinds) != 1:
        zh = "每个 part 写 lines、columns、total 中的一个，且只写一个"
        yield Message(zh, "a part has one of lines, columns and total"), None
        return
    if part.columns and bool(part.rows) == bool(part.groups):
        zh = "表写 rows 或 groups，且只写一个"
        yield Message(zh, "a table has either rows or groups"), None
    for free in sorted({columns - width for width in _widths(part)} - {0}):
        zh, en = f"各栏相加比表宽少 {free} 栏", f"{free} columns are missing"
        if free < 0:
            zh, en = f"各栏相加比表宽多 {-free} 栏", f"there are {-free} columns too many"
        yield Message(zh, en), None
    spans = [("across", column.across) for column in part.columns]
    for cell in part.cells:
        spans += [("across", cell.across), ("down", cell.down)]
    for name, span in spans:
        if span < 1:
            yield Message(f"{name} 应是正整数", f"{name} is a positive integer"), None
    held = {column.holds for column in part.columns}
    if part.rows and "score" in held and "rate" not in held:
        yield Message("得分一栏要有 rate 一栏", "a score needs a rate"), None
    heads = [column.head for column in part.columns]
    for column in part.columns:
        if column.holds not in HOLDS:
            known = "、".join(HOLDS)
            zh, en = f"holds 应是 {known} 之一", f"holds is one of {', '.join(HOLDS)}"
            yield Message(zh, en), did_you_mean(column.holds, HOLDS)
        if (column.holds == "rate") != (len(column.of) == 2):
            zh, en = "rate 一栏的 of 写两栏的表头", "a rate has the headers of two columns in of"
            yield Message(zh, en), None
        for head in set(column.of) - set(heads):
            zh, en = f"of 里的“{head}”不是本表的表头", f"'{head}' is no header of this table"
            yield Message(zh, en), did_you_mean(head, heads)


def _widths(part: FormPart) -> Iterator[int]:
    """Yield how many columns each row of a part takes; the row of a total takes what there is."""
    if part.columns:
        yield part.name_width + part.labels + sum(column.across for column in part.columns)
    taken: Counter[int] = Counter()
    for row, _, cell in part.places():
        taken.update({row + down: cell.across for down in range(cell.down)})
    yield from (part.name_width + width for width in taken.values())


def _layout(data: _Table) -> Layout:
    plain = {key: data[key] for key in ("form", "name", "sheet", "title", "rows")}
    parts = tuple(map(_part, _tables(data, "part")))
    period = data.get("period", "")
    return Layout(**plain, widths=tuple(data["widths"]), parts=parts, period=period)


def _part(data: _Table) -> FormPart:
    inner: dict[str, Any] = {
        "lines": tuple(map(_line, _tables(data, "lines"))),
        "columns": tuple(FormColumn(**{"head": "", **c}) for c in _tables(data, "columns")),
        "groups": tuple(FormGroup(**group) for group in _tables(data, "groups")),
    }
    return FormPart(**{**data, **inner})


def _line(data: _Table) -> FormLine:
    cells = [
        FormCell(
            cell.get("label", cell.get("fill", "")),
            "label" in cell,
            cell.get("across", 1),
            cell.get("down", 1),
        )
        for cell in _tables(data, "cells")
    ]
    return FormLine(tuple(cells), data.get("height", 0))


def _tables(data: _Table, name: str) -> tuple[_Table, ...]:
    return cast("tuple[_Table, ...]", data.get(name, ()))
