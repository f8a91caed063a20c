"""The inspection of zip containers (docx, xlsx, ods) before any parser sees them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import IO, Final

from performance_rules.errors import Message
from performance_rules.readers.limits import MB, TOO_MUCH, Limits, refused, too_much

_END: Final = struct.Struct("<4s4H2LH")
"""The record that ends a zip container: counts of parts, size and place of their directory."""

_DIRECTORY: Final = 2 * MB
_ENTRY: Final = 46
"""The fewest bytes an entry of the directory takes."""

_LARGE: Final = 8 * MB
_CHUNK: Final = 256 * 1024
_FORBIDDEN: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OVERLAP: Final = 32
_DECLARED: Final = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']""")
_ENCODINGS: Final = frozenset((b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"))


def zip_parts(data: bytes, limits: Limits) -> list[str]:
    """Return the names of the parts of a zip container, having read nothing but its directory.

    Raises:
        UnreadableError: if the directory is damaged, or promises more than the limits allow.
    """
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if at < 0 or len(data) < at + _END.size:
        raise _damaged("没有目录", "no directory")
    _, _, _, _, count, size, _, _ = _END.unpack_from(data, at)
    if count > limits.parts or size > min(_DIRECTORY, limits.parts * 4 * _ENTRY):
        raise too_much("压缩包内的文件数", "parts in the container", limits.parts)
    with _opened(data) as container:
        entries = container.infolist()
    names = [entry.filename for entry in entries]
    if len(names) > limits.parts:
        raise too_much("压缩包内的文件数", "parts in the container", limits.parts)
    if len(set(names)) < len(names):
        raise _damaged("有重名的部分", "two parts have the same name")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise refused("文件有密码保护", "the file is protected by a password", UNLOCK)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > limits.unpacked:
        raise _bomb(unpacked, limits)
    if unpacked > _LARGE and unpacked > limits.ratio * max(packed, 1):
        raise refused(
            f"解压后有 {unpacked // MB:,} MB，超过压缩前的 {limits.ratio} 倍，不予读取",
            f"it unpacks to {unpacked // MB:,} MB, more than {limits.ratio} times its size",
            TOO_MUCH,
        )
    return names


UNLOCK: Final = Message("请取消密码保护后再试", "remove the password and try again")
"""What to do about a protected file."""


def inspect_parts(data: bytes, limits: Limits) -> None:
    """Unpack every part once, keeping nothing, before a parser does.

    The directory may lie about sizes, and an XML part that declares a document type may define
    entities that grow without end or name other files. Office programs never write one.

    Raises:
        UnreadableError: if the container is damaged, too large, or holds a document type.
    """
    left = limits.unpacked
    with _opened(data) as container:
        for entry in container.infolist():
            try:
                with container.open(entry) as part:
                    left = _inspect(part, left, limits)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
                raise _damaged(str(error), str(error)) from None


def _inspect(part: IO[bytes], left: int, limits: Limits) -> int:
    """Read one part to its end; return how many bytes may still come."""
    tail = b""
    markup: bool | None = None
    while chunk := part.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise _bomb(limits.unpacked + 1, limits)
        plain = chunk.replace(b"\0", b"")  # UTF-16
        if markup is None:
            head = plain[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
            markup = head.startswith(b"<")
            declared = _DECLARED.match(head)
            if declared and declared[1].lower() not in _ENCODINGS:
                raise _damaged("XML 编码异常", "an XML part in an unusual encoding")
        if markup and _FORBIDDEN.search(tail + plain):
            raise refused(
                "XML 中声明了文档类型（DOCTYPE），不予读取",
                "an XML part declares a document type",
                Message("请用办公软件打开后另存一份", "open it in an office program, save a copy"),
            )
        tail = plain[-_OVERLAP:]
    return left


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise _damaged(str(error), str(error)) from None


def _damaged(zh: str, en: str) -> Exception:
    return refused(f"文件已损坏（{zh}）", f"the file is damaged ({en})")


def _bomb(unpacked: int, limits: Limits) -> Exception:
    return refused(
        f"解压后有 {unpacked // MB:,} MB，不予读取（上限 {limits.unpacked // MB} MB）",
        f"it unpacks to {unpacked // MB:,} MB (at most {limits.unpacked // MB} MB is read)",
        TOO_MUCH,
    )
