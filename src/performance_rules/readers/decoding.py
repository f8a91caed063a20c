"""From bytes to text: UTF-8, UTF-16 and the Chinese encodings, told apart by what fits."""

from __future__ import annotations

import codecs
import re
from typing import Final

from performance_rules.errors import Message
from performance_rules.readers.limits import refused

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_ENCODINGS: Final = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "us-ascii"), "cp1252"),
}
"""What an encoding that a page declares is read as; pages that say gb2312 use more than it has."""

_CHARSET: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_HEAD: Final = 4096
_LOST: Final = "\ufffd"
_ONE_IN: Final = 1_000
"""One lost or control character in so many is damage; more is not text at all."""


def decode(data: bytes) -> tuple[str, tuple[Message, ...]]:
    """Return a text, and a note if some characters of it could not be read.

    Raises:
        UnreadableError: if it is no text in any encoding that is in use here.
    """
    text, lost = _decoded(data)
    controls = len(text) - len(_CONTROL.sub("", text))
    if lost + controls > 1 + len(text) // _ONE_IN:
        raise refused(
            "不是文字：既不是 UTF-8 也不是 GB18030 编码",
            "not text: neither UTF-8 nor GB18030",
            Message("请另存为 UTF-8 编码", "save the file as UTF-8"),
        )
    if not lost:
        return text, ()
    note = Message(f"有 {lost} 个字符无法辨认", f"{lost} characters could not be decoded")
    return text, (note,)


def _decoded(data: bytes) -> tuple[str, int]:
    """Return the text in the encoding that loses the fewest characters, and how many it loses."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(encoding, "replace")
            return text, text.count(_LOST)
    best = ""
    fewest = len(data) + 1
    for encoding in _candidates(data):
        text = data.decode(encoding, "replace")
        lost = text.count(_LOST)
        if lost < fewest:
            best, fewest = text, lost
        if not lost:
            break
    return best, fewest if data else 0


def _candidates(data: bytes) -> list[str]:
    """Return the encodings to try: UTF-8 first, since other texts are hardly ever valid in it."""
    declared = _CHARSET.search(data[:_HEAD])
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    return ["utf-8", *([_ENCODINGS[name]] if name in _ENCODINGS else []), "gb18030"]
