"""How a field of the report model is declared: its Chinese term, what it means, what it holds."""

from __future__ import annotations

from typing import Any, Final

import attrs

_NO_TEXT: Final = frozenset(
    (
        *("amount", "count", "percent", "any", "number", "source"),
        *("share", "reason", "line", "lines", "account", "breakdown", "report", "month"),
    )
)
"""Kinds of fields that hold no text."""


def term(zh: str, doc: str, *, default: Any = None, kind: str = "", check: Any = None) -> Any:
    """Return an attrs field with its Chinese term, meaning, kind and check.

    An optional field that is given an empty text is not given: a blank cell says nothing.
    """
    return attrs.field(
        default=default,
        converter=_none_if_blank if default is None and kind not in _NO_TEXT else None,
        validator=check,
        metadata={"zh": zh, "doc": doc, "kind": kind},
    )


def _none_if_blank(value: object) -> object:
    return None if value == "" else value
