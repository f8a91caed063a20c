"""The XML of an xlsx workbook that its values do not carry: formats, formulas, and far cells."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from attrs import define, field, frozen

from performance_rules.errors import Message
from performance_rules.readers.formats import BUILT_IN, GENERAL
from performance_rules.readers.limits import Limits, refused, too_much

_CELL: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_CHUNK: Final = 256 * 1024
_FORMULA: Final = 60
"""So many characters of a formula are quoted."""

_LAST: Final = 10**7
"""Beyond the last row of any sheet."""

Formats: TypeAlias = Mapping[tuple[int, int], str]
"""A text for cells of a sheet by their row and column, from 0."""


@define
class _Book:
    sheets: dict[str, str] = field(factory=dict)
    targets: dict[str, str] = field(factory=dict)
    custom: dict[int, str] = field(factory=dict)
    styles: list[int] = field(factory=list)
    inside: str = ""

    def start(self, _: XMLParserType, tag: str, attributes: dict[str, str]) -> None:
        kind = _local(tag)
        plain = {_local(name): value for name, value in attributes.items()}
        if kind == "sheet" and "id" in plain:
            self.sheets[plain.get("name", "")] = plain["id"]
        elif kind == "Relationship":
            self.targets[plain.get("Id", "")] = plain.get("Target", "")
        elif kind == "numFmt" and plain.get("numFmtId", "").isdecimal():
            self.custom[int(plain["numFmtId"])] = plain.get("formatCode", "")
        elif kind in ("cellXfs", "cellStyleXfs"):
            self.inside = kind
        elif kind == "xf" and self.inside == "cellXfs":
            number = plain.get("numFmtId", "0")
            self.styles.append(int(number) if number.isdecimal() else 0)

    def code(self, style: int) -> str:
        number = self.styles[style] if style < len(self.styles) else 0
        return self.custom.get(number) or BUILT_IN.get(number, "")


@define
class _Sheet:
    """Collects the formats of the numbers of one sheet and the area that its values span.

    Attributes:
        formulas: the formulas that have no value.
    """

    book: _Book
    limits: Limits
    formats: dict[tuple[int, int], str] = field(factory=dict)
    formulas: dict[tuple[int, int], str] = field(factory=dict)
    cell: tuple[int, int] = (0, 0)
    style: str = ""
    kind: str = "n"
    top: int = _LAST
    left: int = _LAST
    bottom: int = -1
    right: int = -1

    def start(self, parser: XMLParserType, tag: str, attributes: dict[str, str]) -> None:
        kind = _local(tag)
        if kind == "row":
            given = attributes.get("r", "")
            self.cell = (int(given) - 1 if given.isdecimal() else self.cell[0] + 1, -1)
        elif kind == "c":
            self.cell = _place(attributes.get("r", "")) or (self.cell[0], self.cell[1] + 1)
            self.style = attributes.get("s", "")
            self.kind = attributes.get("t", "n")
        elif kind == "f":
            self.formulas[self.cell] = "="
            if len(self.formulas) > self.limits.pieces:
                raise too_much("单元格", "cells", self.limits.pieces)
        elif kind in ("v", "is"):
            self.value()
            if self.kind == "str":
                self.formulas.pop(self.cell, None)  # a text may be empty
        parser.CharacterDataHandler = self.handler(kind)

    def handler(self, kind: str) -> Callable[[str], None] | None:
        """Return what takes in the text of an element; only formulas and their values matter."""
        if kind == "f":
            return self.text
        return self.valued if kind == "v" and self.cell in self.formulas else None

    def valued(self, data: str) -> None:
        """Note that a formula has a value."""
        if data.strip():
            self.formulas.pop(self.cell, None)

    def text(self, data: str) -> None:
        """Take in the text of a formula, its beginning at least."""
        text = self.formulas[self.cell]
        self.formulas[self.cell] = text + data.strip()[: _FORMULA - len(text)]

    def value(self) -> None:
        row, column = self.cell
        if not (self.top <= row <= self.bottom and self.left <= column <= self.right):
            self.grow(row, column)
        if self.kind == "n" and self.style.isdecimal():
            code = self.book.code(int(self.style))
            if code != GENERAL:
                self.formats[self.cell] = code
                if len(self.formats) > self.limits.pieces:
                    raise too_much("单元格", "cells", self.limits.pieces)

    def grow(self, row: int, column: int) -> None:
        """Take in one more cell."""
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.left, self.right = min(self.left, column), max(self.right, column)
        area = (self.bottom - self.top + 1) * (self.right - self.left + 1)
        if area > 4 * self.limits.pieces:
            raise refused(
                f"单元格位置太远（第 {row + 1} 行第 {column + 1} 列），不予读取",
                f"a cell is too far away (row {row + 1}, column {column + 1})",
                Message("请删去远处的内容再存", "delete what stands far away and save it again"),
            )


@frozen
class Printed:
    """What a sheet says of its cells beside their values, by row and column, from 0.

    Attributes:
        formats: the format of every number.
        formulas: the formulas whose value was not stored.
    """

    formats: Formats = field(factory=dict)
    formulas: Formats = field(factory=dict)


def printed_cells(data: bytes, limits: Limits) -> dict[str, Printed]:
    """Return number formats and open formulas of an xlsx workbook by the name of the sheet.

    Raises:
        UnreadableError: if a sheet spans more cells than the limits allow, or is no XML.
    """
    book = _Book()
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        names = set(container.namelist())
        for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"):
            if part in names:
                _parse(container, part, book)
        found: dict[str, Printed] = {}
        for name, relation in book.sheets.items():
            target = book.targets.get(relation, "")
            part = posixpath.normpath(posixpath.join("xl", target)).lstrip("/")
            if part in names:
                sheet = _Sheet(book, limits)
                _parse(container, part, sheet)
                found[name] = Printed(sheet.formats, sheet.formulas)
    return found


def _parse(container: zipfile.ZipFile, part: str, reader: _Book | _Sheet) -> None:
    parser = ParserCreate()
    parser.StartElementHandler = partial(reader.start, parser)
    try:
        with container.open(part) as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError as error:
        raise refused(
            f"文件已损坏（{part}：{error}）", f"the file is damaged ({part}: {error})"
        ) from None


def _local(name: str) -> str:
    return name.rpartition(":")[2] if ":" in name else name


def _place(reference: str) -> tuple[int, int] | None:
    found = _CELL.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]) - 1, column - 1
