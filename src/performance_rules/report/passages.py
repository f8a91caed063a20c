"""From plain data to the words of a report: its paragraphs, headings and the tables it has."""

from __future__ import annotations

from collections.abc import Mapping

from performance_rules.report.figures import Figures, names_of
from performance_rules.report.model import Paragraph, SeenTable
from performance_rules.report.problems import join
from performance_rules.report.scalars import read_flag, read_text

HEADINGS = range(1, 10)
"""Levels a heading can have."""


def read_paragraphs(data: object, path: str, figures: Figures) -> tuple[Paragraph, ...]:
    """Return paragraphs given as text, or as tables with heading level and source."""
    out = []
    for i, item in enumerate(_items(data)):
        where = f"{path}[{i}]"
        raw = _keys(Paragraph, {"text": item} if isinstance(item, str) else item, where, figures)
        heading = raw.get("heading")
        if heading is not None and (type(heading) is not int or heading not in HEADINGS):
            figures.problems.wrong(where, "标题级别应是 1 到 9", "a heading level is 1 to 9")
            heading = None
        text = read_text(raw.get("text"), join(where, "text"), figures.problems)
        contents = read_flag(raw.get("contents", False), join(where, "contents"), figures.problems)
        source = figures.source(raw.get("source"), where)
        level = heading if isinstance(heading, int) else None
        out.append(Paragraph(text or "", level, contents, source))
    return tuple(out)


def read_tables(data: object, path: str, figures: Figures) -> tuple[SeenTable, ...]:
    """Return the tables that were met in the document."""
    out = []
    for i, item in enumerate(_items(data)):
        where = f"{path}[{i}]"
        raw = _keys(SeenTable, {"caption": item} if isinstance(item, str) else item, where, figures)
        texts = {
            name: read_text(raw[name], join(where, name), figures.problems)
            for name in ("caption", "key", "note")
            if raw.get(name) is not None
        }
        empty = read_flag(raw.get("empty", False), join(where, "empty"), figures.problems)
        source = figures.source(raw.get("source"), where)
        caption = texts.get("caption") or ""
        out.append(SeenTable(caption, texts.get("key"), empty, texts.get("note"), source))
    return tuple(out)


def _items(data: object) -> list[object]:
    return list(data) if isinstance(data, list | tuple) else [data]


def _keys(cls: type, item: object, path: str, figures: Figures) -> dict[str, object]:
    """Return a table with its keys in English; unknown keys are noted."""
    if not isinstance(item, Mapping):
        figures.problems.wrong(path, "这里应是文字或一张表", "expected text or a table")
        return {"text": ""}
    return figures.problems.fields(item, path, names_of(cls))
