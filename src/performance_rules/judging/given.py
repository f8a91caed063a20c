"""Reports as they are taken: a typed report or a document, from disk or as bytes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from performance_rules.checking.findings import Looked
from performance_rules.errors import Lang, Message, Problem, ReportError
from performance_rules.report.files import MAX_BYTES, closed, file_bytes, read_report, too_large
from performance_rules.report.model import Report

if TYPE_CHECKING:
    from performance_rules.extraction.documents import WordsFor
    from performance_rules.extraction.drafts.draftlines import Unbound

STDIN: Final = "-"
TYPED: Final = (".toml", ".json")
DOCUMENTS: Final = (
    ".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".xlsx", ".xls", ".et", ".ods", ".txt",
    ".md", ".rtf",
)  # fmt: skip
"""Suffixes that are taken from a folder; a file named by itself is read whatever it is called."""

NO_REPORT: Final = Message("目录里没有可读的报告", "there is no report to be read in this folder")
ON_STDIN: Final = Message("标准输入", "standard input")

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
        typed: the text of a typed report; empty for a document.
    """

    report: Report
    sha256: str
    unbound: tuple[Unbound, ...] = ()
    looked: Looked | None = None
    part: str | None = None
    more: tuple[ReadReport, ...] = ()
    typed: str = ""


@frozen
class Given:
    """A report as it was given: a file by its name; with its bytes, where it is on no disk."""

    name: str
    data: bytes | None = None


def given(names: Iterable[str]) -> list[Given]:
    """Return the reports of some names; what stands on standard input is read now."""
    return [
        Given(name, sys.stdin.buffer.read(MAX_BYTES + 1) if name == STDIN else None)
        for name in names
    ]


def named(sources: Iterable[str]) -> Iterator[str]:
    """Yield the files that arguments name: a folder gives its reports, a pattern what it fits."""
    for source in sources:
        try:
            yield from _named(source)
        except (OSError, ValueError):  # whoever reads it will say what is wrong
            yield source


def left_out(sources: Iterable[str]) -> Iterator[str]:
    """Yield the files of the folders that arguments name which are taken for no reports."""
    for source in sources:
        with suppress(OSError, ValueError):  # whoever reads it will say what is wrong
            if source not in ("", STDIN) and Path(source).is_dir():
                yield from (str(file) for file in _inside(Path(source)) if not _is_report(file))


def _named(source: str) -> list[str]:
    path = Path(source)
    found: list[Path] = []
    if source not in ("", STDIN) and path.is_dir():
        found = [file for file in _inside(path) if _is_report(file)]
    elif any(sign in source for sign in "*?[") and not path.exists():
        top = Path(path.anchor or ".")
        found = sorted(top.glob(str(path.relative_to(top)) if path.anchor else source))
    return [str(file) for file in found] or [source]


def _inside(folder: Path) -> list[Path]:
    """Return the files of a folder and of those below it, but for hidden and lock files."""
    found: list[Path] = []
    for above, below, names in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".")]
        found += [Path(above, name) for name in names if not name.startswith((".", "~$"))]
    return sorted(found)


def _is_report(file: Path) -> bool:
    return file.suffix.lower() in (*TYPED, *DOCUMENTS)


def is_typed(report: Given) -> bool:
    """Whether a report is a typed one, which is read without the words for documents."""
    if report.data is not None:
        return bool(_typed(report.data))
    return Path(report.name).suffix.lower() in TYPED


def read_source(report: Given, lang: Lang, words: WordsFor) -> ReadReport:
    """Return the report of a file, read in this very process: only to be called in a worker.

    Args:
        report: a file by its name, or with its bytes.
        lang: the language of the user.
        words: the words to read a document with, by its region.

    Raises:
        ReportError: a typed report cannot be read, with every problem.
        UnreadableError: a document cannot be read, with the reason.
    """
    if report.data is not None:
        return _held(report, report.data, lang, words)
    path = Path(report.name)
    if _is_folder(path):
        raise ReportError([Problem(NO_REPORT, str(path))])
    if path.suffix.lower() not in TYPED:
        return _document(report.name, path.name, words)
    data = file_bytes(path)
    return _typed_report(data, path, path.suffix.lower())


def _is_folder(path: Path) -> bool:
    """Whether a folder without reports was named; raises what is wrong with one that is closed."""
    try:
        if not path.is_dir():
            return False
        with os.scandir(path):
            return True
    except (OSError, ValueError) as error:
        raise closed(path, error) from None


def _held(report: Given, data: bytes, lang: Lang, words: WordsFor) -> ReadReport:
    """Return the report of bytes that were handed over; of an upload the name is known."""
    name = ON_STDIN.text(lang) if report.name == STDIN else report.name
    if len(data) > MAX_BYTES:
        raise too_large(Path(name))
    form = _typed(data)
    if not form:
        return _document(data, name, words)
    return _typed_report(data, Path(name), form)


def _typed_report(data: bytes, path: Path, form: str) -> ReadReport:
    """Return a typed report with the text that it was read from."""
    report = read_report(data, path, form)
    return ReadReport(report, sha256(data).hexdigest(), typed=data.decode("utf-8-sig"))


def _typed(data: bytes) -> str:
    """Return the form of a typed report, empty for a document; its first line tells."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return ".json"
    return ".toml" if not start.strip() or _TOML.match(start) else ""


def _document(source: str | bytes, name: str, words: WordsFor) -> ReadReport:
    """Return what a document became."""
    from performance_rules.extraction.documents import extract_all
    from performance_rules.readers import LIMITS, document_of
    from performance_rules.readers.confinement import grant

    document = document_of(source, name)
    grant(LIMITS.seconds_for(len(document.text)))
    first, *others = (
        ReadReport(one.report, document.sha256, one.unbound, one.looked, one.part)
        for one in extract_all(document, words)
    )
    return evolve(first, more=tuple(others))
