"""Writing: to a terminal in colour, to a pipe or a file as plain text."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from performance_rules.cli.usage import refused
from performance_rules.outputs.terminal import WIDTH, Row, clean, plain

WIDEST: Final = 100
"""Longer lines are hard to read, however wide the terminal is."""

NARROWEST: Final = 40

LOOKALIKES: Final = str.maketrans({"−": "-", "≠": "!=", "÷": "/", "×": "x", "→": ">"})
"""What to write where an encoding lacks a sign; a legacy Chinese one lacks the minus."""


def columns_of(output: Path | None) -> int:
    """Return how wide lines may be: as the terminal, or 80 columns where there is none."""
    if output is not None or not sys.stdout.isatty():
        return WIDTH
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)


def show(rows: Iterable[Row], output: Path | None = None, *, data: bool = False) -> None:
    """Write lines to standard output or to a file.

    Args:
        rows: the lines.
        output: the file.
        data: for programs: never in colour, and in UTF-8 whatever the terminal's encoding is.

    Raises:
        PerformanceRulesError: if the file cannot be written.
    """
    if output is not None:
        _save(plain(rows).encode("utf-8", "backslashreplace"), output)
    elif data:
        _utf8(sys.stdout)
        sys.stdout.write(plain(rows))
    elif not (sys.stdout.isatty() and _coloured(rows := list(rows), sys.stdout)):
        sys.stdout.write(_encodable(plain(rows), sys.stdout))


def complain(text: str) -> None:
    """Write a message about the call, not about a report, to standard error."""
    lines = "\n".join(_line(line) for line in text.split("\n"))
    sys.stderr.write(_encodable(f"{lines}\n", sys.stderr))


def _line(line: str) -> str:
    """Return a line that cannot steer a terminal; its blanks stay, a caret stands below them."""
    body = line.lstrip(" ")
    return " " * (len(line) - len(body)) + "".join(c if c == " " else clean(c) or " " for c in body)


def remark(text: str) -> None:
    """Write a message that only somebody who is looking on needs."""
    if sys.stderr.isatty():
        complain(text)


def progress(text: str) -> None:
    """Show how far a long call is, on a terminal only; an empty text wipes it away."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{_encodable(text, sys.stderr)}")
        sys.stderr.flush()


def try_out(output: Path) -> None:
    """Try whether a file could be written, before the work is done that it is to hold.

    Raises:
        PerformanceRulesError: if it cannot.
    """
    with _told(output):
        place = _place_of(output)
        if place is not None:
            _beside(place).unlink()


def create(data: bytes, output: Path) -> None:
    """Write a new file, whole or not at all; what is there already is never overwritten.

    Raises:
        PerformanceRulesError: if there is a file of that name, or it cannot be written.
    """
    with _told(output):
        try:
            output.touch(exist_ok=False)  # nobody else can take the name from here on
        except FileExistsError:
            raise refused("output.exists", file=output) from None
        try:
            _save(data, output)
        except BaseException:
            output.unlink()
            raise


def replace(data: bytes, output: Path) -> None:
    """Write a file, whole or not at all, in place of what was there.

    Raises:
        PerformanceRulesError: if it cannot be written.
    """
    _save(data, output)


def _save(data: bytes, output: Path) -> None:
    """Write a file, whole or not at all: beside it first, then in its place."""
    with _told(output):
        place = _place_of(output)
        if place is None:
            output.write_bytes(data)
            return
        beside = _beside(place)
        try:
            beside.write_bytes(data)
            if place.exists():
                beside.chmod(stat.S_IMODE(place.stat().st_mode))
            beside.replace(place)
        except BaseException:
            beside.unlink()
            raise


def _place_of(output: Path) -> Path | None:
    """Return the file itself where a link leads to it; None for a device or a pipe."""
    place = Path(os.path.realpath(output))
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return place if place.is_file() or not place.exists() else None


def _beside(place: Path) -> Path:
    """Return a new, empty file in the folder of another one."""
    beside = place.with_name(f".{os.getpid()}.performance-rules")
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    return beside


@contextmanager
def _told(output: Path) -> Iterator[None]:
    """Say which file it is that cannot be written."""
    try:
        yield
    except (OSError, ValueError) as wrong:  # ValueError: a name with a null character
        why = getattr(wrong, "strerror", None) or wrong
        raise refused("output.failed", file=output, why=why) from None


def _coloured(rows: Iterable[Row], stream: TextIO) -> bool:
    """Print in colour; returns whether that could be done."""
    from performance_rules.outputs.colour import print_rows

    try:
        print_rows(rows, stream)
    except ModuleNotFoundError:
        return False
    return True


def _utf8(stream: TextIO) -> None:
    # Not every stream can be switched: a program may have put its own in place.
    switch = getattr(stream, "reconfigure", None)
    if switch is not None:
        switch(encoding="utf-8", errors="backslashreplace")


def _encodable(text: str, stream: TextIO) -> str:
    """Return a text with only such characters as a stream can write."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(LOOKALIKES).encode(encoding, "replace").decode(encoding)
    return text
