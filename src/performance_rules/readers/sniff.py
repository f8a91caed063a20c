"""What a file really is, told from its content: a suffix is only a claim."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.errors import Message
from performance_rules.readers.document import Format
from performance_rules.readers.guard import UNLOCK, zip_parts
from performance_rules.readers.limits import LIMITS, Limits, refused

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS: Final[tuple[tuple[str, Format], ...]] = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
)
_STREAMS: Final[tuple[tuple[str, Format], ...]] = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
"""The streams that tell an old Word file from an old Excel file."""

_SCANS: Final = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_HTML: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|table|div|p|meta|style|script|span|center|font|h[1-6])\b",
    re.IGNORECASE,
)
_ROWS: Final = re.compile(
    rb"<table\b[^<>]{0,200}>\s{0,20}(?:<t(?:head|body)>\s{0,20})?<tr\b", re.IGNORECASE
)
"""A table in a text that is no page: its lines stand around it."""

_OFFICE_2003: Final = re.compile(rb"schemas-microsoft-com:office:spreadsheet|<w:wordDocument\b")
_HEAD: Final = 8192
_SAVE_AS: Final = Message("请另存为 docx、xlsx 或 PDF", "save it as docx, xlsx or PDF")


def sniff(data: bytes, limits: Limits = LIMITS) -> Format:
    """Return the format of a file's content.

    Raises:
        UnreadableError: if it is empty, of a kind that is not read, or a hostile container.
    """
    head = data[:_HEAD]
    if not data.strip(b"\0 \t\r\n"):
        raise refused("文件是空的", "the file is empty")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _container(data, limits)
    if head.startswith(_OLE):
        return _old_office(data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_SCANS) and b"\0" in head:
        raise refused(
            "这是图片（扫描件），没有文字可读",
            "this is an image, there is no text to read",
            Message("请提供可复制文字的文件", "provide a file with a text layer"),
        )
    return _text(head)


def _container(data: bytes, limits: Limits) -> Format:
    names = set(zip_parts(data, limits))
    for name, form in _PARTS:
        if name in names:
            return form
    if "content.xml" in names and b"opendocument.spreadsheet" in data[:256]:
        return "ods"
    if "OFD.xml" in names:
        raise refused("暂不支持 OFD 版式文件", "OFD files are not supported", _SAVE_AS)
    raise refused(
        "这是压缩包，不是 docx、xlsx 或 ods",
        "a zip archive that is no docx, xlsx or ods",
        Message("请解压后逐个文件读取", "unpack it and read the files one by one"),
    )


def _old_office(data: bytes) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise refused("文件有密码保护", "the file is protected by a password", UNLOCK)
    # A Word file may have a workbook inside and the other way round: its own stream comes first.
    found = [(data.find(f"{name}\0".encode("utf-16-le")), form) for name, form in _STREAMS]
    first = min((place for place in found if place[0] >= 0), default=None)
    if first is None:
        raise refused("这种旧版 Office 文件不支持", "an unknown old Office file", _SAVE_AS)
    return first[1]


def _text(head: bytes) -> Format:
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _OFFICE_2003.search(plain):
        raise refused("暂不支持 Office 2003 XML 文件", "Office 2003 XML is not supported", _SAVE_AS)
    if plain.startswith(b"MIME-Version:") and b"multipart/related" in plain:
        raise refused("暂不支持单个文件网页（MHT）", "MHTML is not supported", _SAVE_AS)
    tagged = plain.startswith(b"<") and _HTML.search(plain)
    return "html" if tagged or _ROWS.search(plain) else "text"
