"""TOML: a typed report as a file that people may correct and hand to ``check`` again.

Every line has a heading of its own, so that it can be found; tomli-w sets short ones in one line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_DELETE = "\x7f"


def toml_text(table: Mapping[str, object]) -> str:
    """Return a table of text, whole numbers, true/false, lists and tables as TOML.

    A table stands under its own heading, a list of tables under repeated ones; what stands inside
    a list of another kind is written in its line.

    Raises:
        TypeError: TOML has no such value.
    """
    return "\n".join(_lines(table, ())) + "\n"


def _lines(table: Mapping[str, object], path: tuple[str, ...]) -> Iterator[str]:
    inner = {key: value for key, value in table.items() if _headed(value)}
    for key, value in table.items():
        if key not in inner:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in inner.items():
        here = (*path, key)
        name = ".".join(map(_key, here))
        if isinstance(value, Mapping):
            yield from ("", f"[{name}]", *_lines(value, here))
        elif isinstance(value, list):
            for one in value:
                yield from ("", f"[[{name}]]", *_lines(one, here))


def _headed(value: object) -> bool:
    """Whether a value stands under a heading: a table, or a list of nothing but tables."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, Mapping) for one in value)
    return isinstance(value, Mapping)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    # A text of JSON is one of TOML, but for the one control character that JSON lets stand.
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(clean, ensure_ascii=False).replace(_DELETE, "\\u007f")


def _value(value: object) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items()) + "}"
    raise TypeError(f"{type(value).__name__} has no place in TOML")
