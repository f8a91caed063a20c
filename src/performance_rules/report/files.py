"""Typed reports in files: TOML and JSON, their numbers with all their printed digits."""

from __future__ import annotations

import json
import logging
import os
import stat
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Final

import attrs
import tomli

from performance_rules.errors import Message, Problem, ReportError, Span
from performance_rules.report.build import build_report
from performance_rules.report.model import Report

_LOG: Final = logging.getLogger(__name__)

MAX_BYTES: Final = 20 * 1024 * 1024
"""The largest file that is read; a province's reports are many files, not one large one."""


def load_report(path: str | Path) -> Report:
    """Return the report in a ``.toml`` or ``.json`` file.

    Raises:
        ReportError: if the file cannot be read, is not well-formed, or is not a report; with
            every problem and its place.
    """
    path = Path(path)
    if path.suffix.lower() not in _PARSERS:
        raise _refused(
            path,
            f"类型化报告是 .toml 或 .json 文件，不是“{path.suffix}”",
            f"a typed report is a .toml or .json file, not '{path.suffix}'",
        )
    report = read_report(file_bytes(path), path, path.suffix.lower())
    _LOG.info("%s read", path)
    return report


def read_report(data: bytes, name: str | Path, form: str) -> Report:
    """Return the report in the bytes of a file.

    Args:
        data: the bytes.
        name: how the file is called in messages.
        form: ``.toml`` or ``.json``.

    Raises:
        ReportError: as :func:`load_report`.
    """
    path = Path(name)
    try:
        parsed = _PARSERS[form](path, _text(path, data))
        try:
            return build_report(parsed)
        except ReportError as error:
            raise ReportError(_inside(path, error.problems)) from None
    except RecursionError:
        raise _refused(path, "嵌套太深", "nested too deeply") from None


def file_bytes(path: Path, most: int | None = None) -> bytes:
    """Return the bytes of a report file, of ``most`` or else ``MAX_BYTES`` at most.

    Raises:
        ReportError: if it cannot be read, is larger, or is no file but a pipe or a device, which
            might never end.
    """
    most = MAX_BYTES if most is None else most
    try:
        descriptor = os.open(path, os.O_RDONLY | _AT_ONCE)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _no_file(path)
            data = file.read(most + 1)
    except FileNotFoundError:
        raise _refused(path, "没有这个文件", "there is no such file") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        raise closed(path, error) from None
    if len(data) > most:
        raise too_large(path, most)
    return data


_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe must not wait for somebody to write into it."""


def closed(path: Path, error: Exception) -> ReportError:
    """Return why a file or a folder cannot be opened, and what to do about it."""
    why = getattr(error, "strerror", None) or error
    cure = None
    if isinstance(error, PermissionError):
        why = Message("没有读取权限", "no permission to read it")
        cure = Message("请改文件或目录的权限，或换一个用户", "change its permissions, or the user")
    elif isinstance(error, IsADirectoryError):
        why = Message("这是目录", "it is a folder")
        cure = Message("请写出其中的文件", "name the files in it")
    zh, en = (why.zh, why.en) if isinstance(why, Message) else (why, why)
    return _refused(path, f"文件打不开：{zh}", f"cannot open the file: {en}", cure)


def _no_file(path: Path) -> ReportError:
    return _refused(
        path,
        "不是普通文件，而是管道或设备",
        "not a file but a pipe or a device",
        Message(
            "先存成文件再检查；管道里的内容用 - 从标准输入读",
            "save it as a file first; what comes down a pipe is read from standard input with -",
        ),
    )


def too_large(path: Path, most: int | None = None) -> ReportError:
    """Return the refusal of a report that is larger than allowed."""
    size = (MAX_BYTES if most is None else most) // 1024 // 1024
    return _refused(path, f"文件超过 {size} MB", f"the file is larger than {size} MB")


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(
            path,
            f"第 {line} 行不是 UTF-8 编码",
            f"line {line} is not UTF-8",
            Message("请另存为 UTF-8 编码", "save the file as UTF-8"),
        ) from None


def _toml(path: Path, text: str) -> dict[str, object]:
    try:
        return tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        raise _malformed(path, text, "TOML", error.msg, error.lineno, error.colno) from None
    except ValueError as error:  # an integer of thousands of digits
        raise _refused(path, f"读不懂的 TOML：{error}", f"bad TOML: {error}") from None


def _json(path: Path, text: str) -> dict[str, object]:
    try:
        data = json.loads(
            text,
            parse_float=Decimal,
            parse_int=int,
            parse_constant=_no_constant,
            object_pairs_hook=_table,
        )
    except json.JSONDecodeError as error:
        raise _malformed(path, text, "JSON", error.msg, error.lineno, error.colno) from None
    except ValueError as error:
        raise _refused(path, f"读不懂的 JSON：{error}", f"bad JSON: {error}") from None
    if not isinstance(data, dict):
        raise _refused(path, "最外层应是一个对象 {…}", "the outermost value must be an object")
    return data


_PARSERS: Final[dict[str, Callable[[Path, str], dict[str, object]]]] = {
    ".toml": _toml,
    ".json": _json,
}


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return a JSON object as a dict; of two equal keys neither may vanish unseen."""
    table: dict[str, object] = {}
    for key, value in pairs:
        if key in table:
            raise ValueError(f'the key "{key}" is given twice')
        table[key] = value
    return table


def _malformed(
    path: Path, text: str, form: str, reason: str, line: int, column: int
) -> ReportError:
    """Return the refusal of a text that is not well-formed, with the place marked."""
    lines = text.split("\n")
    quoted = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
    start = max(0, column - 1 - _QUOTED)
    span = Span(str(path), line, column, column + 1, quoted)
    if len(quoted) > 2 * _QUOTED:  # a caret is of no help in a file of a single line
        span = attrs.evolve(span, text="")
        reason = f"{reason} (… {quoted[start : column - 1 + _QUOTED]} …)"
    message = Message(f"不是合格的 {form}：{reason}", f"not well-formed {form}: {reason}")
    return ReportError([Problem(message, str(path), span)])


_QUOTED: Final = 60
"""How much of a long line is quoted on either side."""


def _refused(path: Path, zh: str, en: str, cure: Message | None = None) -> ReportError:
    return ReportError([Problem(Message(zh, en), str(path), cure=cure)])


def _inside(path: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems of a dict as problems of the file it was read from."""
    return [
        attrs.evolve(problem, place=f"{path}: {problem.place}" if problem.place else str(path))
        for problem in problems
    ]
