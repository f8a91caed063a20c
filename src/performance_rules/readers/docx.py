"""Word documents: a walk over all text in document order.

python-docx opens the container; its own ``.paragraphs`` and ``.tables`` would pass over tracked
insertions, text boxes, content controls and nested tables.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from performance_rules.errors import Message
from performance_rules.readers.guard import inspect_parts
from performance_rules.readers.limits import Budget, Limits, missing
from performance_rules.readers.numbering import ListLevel, Numbered, Numbering
from performance_rules.readers.raw import FileContent, RawBlock, RawParagraph, RawTable, rectangular

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_DROPPED: Final = re.compile(
    "del|moveFrom|instrText|delText|delInstrText|fldData|rt|annotationRef"
    "|(?:r|p|tbl|tr|tc|sect|sdt|sdtEnd)Pr|tblGrid"
)
"""What is not printed: deleted text, field codes, properties, the reading of a ruby."""

_PICTURES: Final = frozenset(("pic", "imagedata"))
_TICKS: Final = {
    **dict.fromkeys(("F0A8", "F06F", "F071", "F0A3"), "□"),
    **dict.fromkeys(("F0FE", "F052"), "☑"),
    **dict.fromkeys(("F0FC", "F050"), "√"),
}
"""Symbols of the Wingdings fonts that forms use as tick boxes."""

_MARGINS: Final = ("/header", "/footer")
_PAGE_NUMBER: Final = re.compile(r"[\d第页共/—–-]*")
_QUOTED: Final = 40


def read_docx(data: bytes, limits: Limits) -> FileContent:
    """Return the paragraphs and tables of a Word document; footnotes stand at the end.

    Raises:
        UnreadableError: if python-docx is missing, or the file is damaged or too large.
    """
    try:
        import docx
        from docx.oxml.parser import parse_xml
    except ModuleNotFoundError:
        raise missing("python-docx", ["docx"]) from None
    inspect_parts(data, limits)
    document = docx.Document(io.BytesIO(data))
    parts = {rel.reltype.rpartition("/")[2]: rel for rel in document.part.rels.values()}
    trees = {
        kind: parse_xml(rel.target_part.blob)
        for kind in ("styles", "numbering", "footnotes", "endnotes")
        if (rel := parts.get(kind)) is not None and not rel.is_external
    }
    styles = _styles(trees["styles"]) if "styles" in trees else {}
    numbering = Numbering(_lists(trees["numbering"]) if "numbering" in trees else {})
    walker = _Walker(Budget(limits), styles, numbering)
    blocks = list(walker.blocks(document.element.body))
    for kind in ("footnotes", "endnotes"):
        if kind in trees:
            for note in trees[kind]:
                if note.get(f"{_W}type") is None:  # others are the lines that set notes apart
                    blocks += walker.blocks(note)
    pictures = walker.pictures + walker.objects
    rels = document.part.rels.values()
    margins = [rel.target_part.blob for rel in rels if rel.reltype.endswith(_MARGINS)]
    notes = (*walker.notes(), *_in_margins(map(parse_xml, margins), blocks))
    return FileContent(tuple(blocks), notes=notes, pictures=pictures)


def _in_margins(trees: Iterable[Element], blocks: Iterable[RawBlock]) -> Iterator[Message]:
    """Yield what headers and footers say that the body does not: they are not read."""
    body = "".join(text for block in blocks for text in _texts(block))
    body = "".join(body.split())
    seen = set()
    for tree in trees:
        said = "".join("".join(text.text or "" for text in tree.iter(f"{_W}t")).split())
        if said in seen or said in body or _PAGE_NUMBER.fullmatch(said):
            continue
        seen.add(said)
        quoted = said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…"
        yield Message(f"页眉页脚未读：“{quoted}”", f"a header or footer was not read: '{quoted}'")


def _texts(block: RawBlock) -> Iterator[str]:
    if isinstance(block, RawParagraph):
        yield block.text
    else:
        yield from (cell for row in block.rows for cell in row if cell)


@frozen
class _Style:
    parent: str | None
    level: int | None
    list_name: str | None
    depth: int


@define
class _Walker:
    """Walks over the elements of a document and returns what they print."""

    budget: Budget
    styles: dict[str, _Style]
    numbering: Numbering
    pictures: int = 0
    objects: int = 0
    pending: str = ""
    boxes: list[Element] = field(factory=list)

    def blocks(self, container: Element) -> Iterator[RawBlock]:
        """Return the paragraphs and tables of a body, a cell, a text box or a note."""
        for element in _children(container):
            kind = _kind(element)
            if kind == "p":
                yield from self.paragraph(element)
            elif kind == "tbl":
                yield from self.table(element)
            elif not _DROPPED.fullmatch(kind):
                yield from self.blocks(element)
        if self.pending:
            text, self.pending = self.pending, ""
            yield RawParagraph(text)

    def paragraph(self, element: Element) -> Iterator[RawBlock]:
        properties = _first(element, "pPr")
        label, level = self.properties(properties)
        parts: list[str] = []
        outer, self.boxes = self.boxes, []
        self.inline(element, parts)
        boxes, self.boxes = self.boxes, outer
        text = self.pending + "".join(parts)
        self.pending = ""
        mark = _first(_first(properties, "rPr"), "del")
        if mark is not None:  # its end is deleted: what follows is the same paragraph
            self.pending = text
        elif text.strip():
            self.budget.count()
            self.budget.read(text)
            for number, line in enumerate(text.split("\n")):
                yield RawParagraph(line if number else label + line, level=level)
        for box in boxes:
            yield from self.blocks(box)

    def properties(self, properties: Element | None) -> tuple[str, int | None]:
        """Return the number before a paragraph and its level as a heading."""
        name = _value(_first(properties, "pStyle"))
        level = _outline(properties)
        listed = _first(properties, "numPr")
        list_name = _value(_first(listed, "numId")) or None
        depth = _whole(_value(_first(listed, "ilvl")))
        seen: set[str] = set()
        while name in self.styles and name not in seen:
            seen.add(name)
            style = self.styles[name]
            level = style.level if level is None else level
            if list_name is None and style.list_name is not None:
                list_name, depth = style.list_name, style.depth if depth is None else depth
            name = style.parent or ""
        label = self.numbering.label(list_name, depth or 0) if list_name else ""
        return label, level if level is None or 1 <= level <= 9 else None

    def inline(self, element: Element, parts: list[str]) -> None:
        """Add the text inside an element; set text boxes aside."""
        for child in _children(element):
            kind = _kind(child)
            if kind == "t":
                parts.append(child.text or "")
            elif kind == "r" and _hidden(child):
                continue
            elif kind in _SIGNS:
                parts.append(_SIGNS[kind])
            elif kind == "br":
                parts.append("\n" if child.get(f"{_W}type") in (None, "textWrapping") else "")
            elif kind == "sym":
                parts.append(_TICKS.get((child.get(f"{_W}char") or "").upper(), ""))
            elif kind == "txbxContent":
                self.boxes.append(child)
            elif not _DROPPED.fullmatch(kind):
                self.pictures += kind in _PICTURES
                self.objects += kind in ("OLEObject", "chart", "relIds")
                self.inline(child, parts)

    def table(self, element: Element) -> Iterator[RawBlock]:
        """Return a table, and after it those inside its cells."""
        rows = [(row, list(_through(row, "tc"))) for row in _rows(element)]
        if len(rows) == 1 and len(rows[0][1]) == 1:  # a single cell is a frame, not a table
            yield from self.blocks(rows[0][1][0])
            return
        grid: list[list[str | None]] = []
        inner: list[RawBlock] = []
        for row, cells in rows:
            before = _whole(_value(_first(_first(row, "trPr"), "gridBefore"))) or 0
            line: list[str | None] = [""] * min(before, _WIDEST)
            for cell in cells:
                content = list(self.blocks(cell))
                line += self.cell(cell, content)
                inner += (block for block in content if isinstance(block, RawTable))
            grid.append(line)
        yield RawTable(rectangular(grid, self.budget))
        yield from inner

    def cell(self, cell: Element, content: list[RawBlock]) -> list[str | None]:
        properties = _first(cell, "tcPr")
        wide = min(_whole(_value(_first(properties, "gridSpan"))) or 1, _WIDEST)
        merges = (_first(properties, "vMerge"), _first(properties, "hMerge"))
        if any(merge is not None and _value(merge) != "restart" for merge in merges):
            return [None] * wide
        texts = [block.text for block in content if isinstance(block, RawParagraph)]
        return ["\n".join(texts), *(None,) * (wide - 1)]

    def notes(self) -> tuple[Message, ...]:
        notes = []
        if self.pictures:
            n = self.pictures
            notes.append(Message(f"文中有 {n} 幅图片，图中文字未读", f"{n} pictures were not read"))
        if self.objects:
            n = self.objects
            notes.append(
                Message(f"文中有 {n} 个嵌入的图表或对象未读", f"{n} embedded objects were not read")
            )
        return tuple(notes)


_SIGNS: Final = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-"}
_WIDEST: Final = 1_000


def _kind(element: Element) -> str:
    """Return the name of an element without its namespace; '' for a comment."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _children(element: Element) -> Iterator[Element]:
    """Return the children, of alternatives of one content the first only."""
    for child in element:
        if _kind(child) == "AlternateContent":
            yield from _children(child[0]) if len(child) else ()
        elif _kind(child):
            yield child


def _first(element: Element | None, kind: str) -> Element | None:
    return None if element is None else element.find(f"{_W}{kind}")


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val") or ""


def _whole(text: str) -> int | None:
    return int(text[:9]) if text[:9].isdecimal() else None


def _hidden(run: Element) -> bool:
    vanish = _first(_first(run, "rPr"), "vanish")
    return vanish is not None and _value(vanish) not in ("0", "false", "off")


def _through(element: Element, kind: str) -> Iterator[Element]:
    """Return the children of a kind, also those inside content controls and insertions."""
    for child in _children(element):
        if _kind(child) == kind:
            yield child
        elif _kind(child) in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            yield from _through(child, kind)


def _rows(table: Element) -> Iterator[Element]:
    for row in _through(table, "tr"):
        if _first(_first(row, "trPr"), "del") is None:
            yield row


def _outline(properties: Element | None) -> int | None:
    level = _whole(_value(_first(properties, "outlineLvl")))
    return None if level is None else level + 1


def _styles(tree: Element) -> dict[str, _Style]:
    """Return what the paragraph styles say about headings and lists."""
    styles = {}
    for style in tree.iterfind(f"{_W}style"):
        name = _value(_first(style, "name")).lower()
        properties = _first(style, "pPr")
        level = _outline(properties)
        if level is None and name.startswith(("heading ", "标题 ")):
            level = _whole(name.partition(" ")[2])
        listed = _first(properties, "numPr")
        styles[style.get(f"{_W}styleId") or ""] = _Style(
            _value(_first(style, "basedOn")) or None,
            1 if name == "title" else level,
            _value(_first(listed, "numId")) or None,
            _whole(_value(_first(listed, "ilvl"))) or 0,
        )
    return styles


def _lists(tree: Element) -> dict[str, Numbered]:
    """Return the lists of a document by their number."""
    levels = {
        abstract.get(f"{_W}abstractNumId") or "": _levels(abstract)
        for abstract in tree.iterfind(f"{_W}abstractNum")
    }
    lists = {}
    for listed in tree.iterfind(f"{_W}num"):
        counter = _value(_first(listed, "abstractNumId"))
        starts = {
            _whole(override.get(f"{_W}ilvl") or "") or 0: start
            for override in listed.iterfind(f"{_W}lvlOverride")
            if (start := _whole(_value(_first(override, "startOverride")))) is not None
        }
        lists[listed.get(f"{_W}numId") or ""] = Numbered(counter, levels.get(counter, {}), starts)
    return lists


def _levels(abstract: Element) -> dict[int, ListLevel]:
    levels = {}
    for level in abstract.iterfind(f"{_W}lvl"):
        start = _whole(_value(_first(level, "start")))
        levels[_whole(level.get(f"{_W}ilvl") or "") or 0] = ListLevel(
            _value(_first(level, "numFmt")) or "decimal",
            _value(_first(level, "lvlText")),
            1 if start is None else start,
            _value(_first(level, "suff")) != "nothing",
        )
    return levels
