"""The parser of each format: the bytes of a file as what a reader finds in them."""

from __future__ import annotations

from performance_rules.errors import UnreadableError
from performance_rules.readers.document import Format
from performance_rules.readers.limits import Limits, refused
from performance_rules.readers.raw import FileContent


def parse(data: bytes, form: Format, limits: Limits) -> FileContent:
    """Return what the reader of a format finds in the bytes of a file.

    Only to be called in a process with limits (`apart`): a hostile file may bring down more than
    an exception can tell.

    Raises:
        UnreadableError: if the reader refuses the file, or fails on it.
        MemoryError: if there is not enough of it.
        RecursionError: if elements are nested too deeply.
    """
    try:
        return _parsed(data, form, limits)
    except (UnreadableError, MemoryError, RecursionError, KeyboardInterrupt):
        raise
    except BaseException as error:  # parsers raise anything on damaged files, panics included
        reason = f"{type(error).__name__}: {error}"[:200]
        raise refused(
            f"文件已损坏或格式有误（{reason}）", f"the file is damaged ({reason})"
        ) from None


def _parsed(data: bytes, form: Format, limits: Limits) -> FileContent:
    # Each reader is imported only when it is needed: it brings its library along.
    if form == "pdf":
        from performance_rules.readers.pdf import read_pdf

        return read_pdf(data, limits)
    if form == "docx":
        from performance_rules.readers.docx import read_docx

        return read_docx(data, limits)
    if form == "html":
        from performance_rules.readers.html import read_html

        return read_html(data, limits)
    from performance_rules.readers.xlsx import read_workbook

    return read_workbook(data, form, limits)
