"""Reports as the command line takes them: a typed report, a document, or standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from performance_rules.cli.words import message, say
from performance_rules.errors import (
    Lang,
    PerformanceRulesError,
    Problem,
    ReportError,
    UnreadableError,
)
from performance_rules.findings import Looked
from performance_rules.report.files import MAX_BYTES, file_bytes, read_report, too_large
from performance_rules.report.model import Report

if TYPE_CHECKING:
    from performance_rules.extraction.documents import WordsFor
    from performance_rules.extraction.draft import Unbound

STDIN: Final = "-"
TYPED: Final = (".toml", ".json")
DOCUMENTS: Final = (
    ".docx", ".doc", ".pdf", ".html", ".htm", ".xlsx", ".xls", ".ods", ".txt", ".md", ".rtf",
)  # fmt: skip
"""Suffixes that are taken from a folder; a file named by itself is read whatever it is called."""

_TOML: Final = re.compile(rb"(?:#[^\n]*\n\s*)*(?:\[|[\w.\"'\x80-\xff -]{1,80}=)")
"""How a TOML file begins: comments, then a table or a key with its sign."""


@frozen
class ReadReport:
    """A report as it was read.

    Attributes:
        sha256: digest of the file's bytes.
        unbound: figures of a document that found no place in the report.
        looked: how much of a document was looked at; None for a typed report.
        part: the heading of the part of the document that it is, where that holds several.
        more: the reports of the other parts.
    """

    report: Report
    sha256: str
    unbound: tuple[Unbound, ...] = ()
    looked: Looked | None = None
    part: str | None = None
    more: tuple[ReadReport, ...] = ()


def named(sources: Iterable[str]) -> Iterator[str]:
    """Yield the files that arguments name: a folder gives its reports, a pattern what it fits."""
    for source in sources:
        path = Path(source)
        if source != STDIN and path.is_dir():
            found = [p for p in sorted(path.iterdir()) if p.suffix.lower() in (*TYPED, *DOCUMENTS)]
            yield from map(str, found or [path])
        elif any(sign in source for sign in "*?[") and not path.exists():
            top = Path(path.anchor or ".")
            matched = sorted(top.glob(str(path.relative_to(top)) if path.anchor else source))
            yield from map(str, matched or [path])
        else:
            yield source


def read_source(source: str, lang: Lang, words: WordsFor) -> ReadReport:
    """Return the report that an argument names.

    Args:
        source: a file, or ``-``.
        lang: the language of the user.
        words: the words to read a document with, by its region.

    Raises:
        ReportError: a typed report cannot be read, with every problem.
        UnreadableError: a document cannot be read, with the reason.
    """
    if source == STDIN:
        return _stdin(lang, words)
    path = Path(source)
    if path.is_dir():
        raise ReportError([Problem(message("report.folder"), str(path))])
    if path.suffix.lower() in TYPED:
        data = file_bytes(path)
        return ReadReport(read_report(data, path, path.suffix.lower()), sha256(data).hexdigest())
    if not path.exists():
        file_bytes(path)  # raises what is wrong with it
    return _document(source, path.name, words)


def _stdin(lang: Lang, words: WordsFor) -> ReadReport:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    name = Path(say(lang, "report.stdin"))
    if len(data) > MAX_BYTES:
        raise too_large(name)
    form = _typed(data)
    if not form:
        return _document(data, str(name), words)
    return ReadReport(read_report(data, name, form), sha256(data).hexdigest())


def _typed(data: bytes) -> str:
    """Return the form of a typed report, empty for a document; its first line tells."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return ".json"
    return ".toml" if not start.strip() or _TOML.match(start) else ""


def _document(source: str | bytes, name: str, words: WordsFor) -> ReadReport:
    """Return what a document became."""
    from performance_rules.extraction.documents import extract_all
    from performance_rules.readers import read_document

    document = read_document(source, name)
    try:
        found = extract_all(document, words)
    except PerformanceRulesError:
        raise  # the words of a region are wrong
    except Exception as wrong:  # an error of ours must not stop the other files
        detail = f"{type(wrong).__name__}: {wrong}"
        raise UnreadableError(
            [Problem(message("report.internal", detail=detail), name, cure=message("report.send"))]
        ) from wrong
    first, *others = (
        ReadReport(one.report, document.sha256, one.unbound, one.looked, one.part) for one in found
    )
    return evolve(first, more=tuple(others))
