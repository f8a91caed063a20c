"""Readers: a file of any format that reports come in, as one `Document`.

    document = read_document("部门决算.pdf")

What a reader cannot read it says: in the notes of the document, or in an `UnreadableError`.
"""

from __future__ import annotations

import logging
import os
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from attrs import evolve

from performance_rules.errors import ReportError, UnreadableError
from performance_rules.readers.assemble import assemble
from performance_rules.readers.document import (
    FORMATS,
    Block,
    Cell,
    Document,
    Format,
    Paragraph,
    Table,
)
from performance_rules.readers.limits import LIMITS, Limits, refused
from performance_rules.readers.parsing import parse
from performance_rules.readers.sniff import sniff
from performance_rules.readers.text import read_text
from performance_rules.readers.workers import alone
from performance_rules.report.files import file_bytes, too_large

_LOG: Final = logging.getLogger(__name__)

__all__ = [
    "FORMATS",
    "LIMITS",
    "Block",
    "Cell",
    "Document",
    "Format",
    "Limits",
    "Paragraph",
    "Table",
    "read_document",
]


def read_document(
    source: str | os.PathLike[str] | bytes, name: str | None = None, *, limits: Limits = LIMITS
) -> Document:
    """Return a file as a document; its format is told from its content, whatever it is called.

    It is read in a process of its own, which a hostile file may bring down.

    Args:
        source: the path of a file, or its bytes.
        name: what to call it; the name of the file unless given.
        limits: how much it may take.

    Raises:
        UnreadableError: if it cannot be read, with the reason.
    """
    if not isinstance(source, bytes):
        source = os.fspath(source)
    work = partial(document_of, name=name, limits=limits)
    document = alone(work, source, limits, place=_place(source, name))
    _LOG.info("%s read: %s", document.name, document.format)
    return document


def document_of(
    source: str | bytes, name: str | None = None, *, limits: Limits = LIMITS
) -> Document:
    """Return a file as a document, read in this very process; see `read_document`.

    Raises:
        UnreadableError: if it cannot be read, with the reason.
        MemoryError: if there is not enough of it.
        RecursionError: if elements are nested too deeply.
    """
    place = _place(source, name)
    name = name or Path(place).name
    try:
        if isinstance(source, bytes):
            data = source
            if len(data) > limits.size:
                raise too_large(Path(place), limits.size)
        else:
            data = file_bytes(Path(source), limits.size)
        return _read(data, name, limits)
    except ReportError as error:
        raise UnreadableError(error.problems) from None
    except UnreadableError as error:
        raise UnreadableError(evolve(p, place=place) for p in error.problems) from None


def _read(data: bytes, name: str, limits: Limits) -> Document:
    form = sniff(data, limits)
    digest = sha256(data).hexdigest()
    if form == "text":
        return read_text(data, name, digest, limits)
    if form in ("doc", "rtf"):
        from performance_rules.readers.doc import to_docx

        reading = parse(to_docx(data, form, limits), "docx", limits)
    else:
        reading = parse(data, form, limits)
    document = assemble(reading, name, form, digest)
    if not document.blocks and document.pictures:
        n = document.pictures
        raise refused(
            f"文件里只有 {n} 幅图片，没有文字", f"the file holds {n} pictures and no text"
        )
    if not document.blocks:
        raise refused("文件里没有文字", "the file holds no text")
    return document


def _place(source: str | bytes, name: str | None) -> str:
    """Return how a file is called in messages about it."""
    return name or "<bytes>" if isinstance(source, bytes) else source
