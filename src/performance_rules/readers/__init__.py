"""Readers: a file of any format that reports come in, as one `Document`.

    document = read_document("部门决算.pdf")

What a reader cannot read it says: in the notes of the document, or in an `UnreadableError`.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from attrs import evolve

from performance_rules.errors import UnreadableError
from performance_rules.readers.assemble import assemble
from performance_rules.readers.doc import to_docx
from performance_rules.readers.document import (
    FORMATS,
    Block,
    Cell,
    Document,
    Format,
    Paragraph,
    Table,
)
from performance_rules.readers.isolation import read_apart
from performance_rules.readers.limits import LIMITS, MB, Limits, refused
from performance_rules.readers.sniff import sniff
from performance_rules.readers.text import read_text

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

    Args:
        source: the path of a file, or its bytes.
        name: what to call it; the name of the file unless given.
        limits: how much it may take.

    Raises:
        UnreadableError: if it cannot be read, with the reason.
    """
    if isinstance(source, bytes):
        place = name = name or "<bytes>"
    else:
        place, name = os.fspath(source), name or Path(source).name
    try:
        data = source if isinstance(source, bytes) else _bytes(Path(source), limits)
        return _read(data, name, limits)
    except UnreadableError as error:
        raise UnreadableError(evolve(problem, place=place) for problem in error.problems) from None


def _read(data: bytes, name: str, limits: Limits) -> Document:
    if len(data) > limits.size:
        raise _too_large(limits)
    form = sniff(data, limits)
    digest = sha256(data).hexdigest()
    if form == "text":
        return read_text(data, name, digest, limits)
    if form in ("doc", "rtf"):
        reading = read_apart(to_docx(data, form, limits), "docx", limits)
    else:
        reading = read_apart(data, form, limits)
    document = assemble(reading, name, form, digest)
    if not document.blocks and document.pictures:
        n = document.pictures
        raise refused(
            f"文件里只有 {n} 幅图片，没有文字", f"the file holds {n} pictures and no text"
        )
    if not document.blocks:
        raise refused("文件里没有文字", "the file holds no text")
    return document


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limits.size + 1)
    except FileNotFoundError:
        raise refused("没有这个文件", "there is no such file") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        raise refused(f"文件打不开：{error}", f"cannot open the file: {error}") from None


def _too_large(limits: Limits) -> UnreadableError:
    size = limits.size // MB
    return refused(f"文件超过 {size} MB，不予读取", f"the file is larger than {size} MB")
