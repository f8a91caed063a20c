"""How a field of the report model is declared: a row of the one table of what a report may say.

A row says what the field is called in English and in Chinese, what it means, what it holds, and
where it stands in a grid.  Building, dumping, the schema and the grids go by the rows and by what
is held (``fieldkinds``); the rule language takes its vocabulary from them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import attrs

_NO_TEXT: Final = frozenset(
    (
        *("amount", "count", "percent", "any", "number", "source"),
        *("share", "reason", "line", "lines", "account", "breakdown", "report", "month"),
    )
)
"""Kinds of fields that hold no text."""


def meaning(
    zh: str,
    doc: str,
    kind: str,
    holds: str = "",
    *,
    bare: str = "",
    headings: tuple[str, ...] | None = None,
) -> dict[str, Any]:
    """Return the row of a field, as attrs keeps it.

    Args:
        zh: its Chinese term.
        doc: what it means.
        kind: the kind of value that rules see in it.
        holds: what may stand in it, a key of ``FIELD_KINDS``, where the kind does not say it.
        bare: the column that a line in it fills, where it is given as a bare number.
        headings: what a column of a grid that holds it may be called besides its own names; None
            where no column holds it.
    """
    return {
        **{"zh": zh, "doc": doc, "kind": kind, "holds": holds or kind},
        **{"bare": bare, "headings": headings},
    }


def term(
    zh: str,
    doc: str,
    *,
    default: Any = None,
    kind: str = "",
    holds: str = "",
    bare: str = "",
    headings: tuple[str, ...] | None = None,
    check: Any = None,
) -> Any:
    """Return an attrs field with its row, a default and a check; see :func:`meaning`.

    An optional field that is given an empty text is not given: a blank cell says nothing.
    """
    return attrs.field(
        default=default,
        converter=_none_if_blank if default is None and kind not in _NO_TEXT else None,
        validator=check,
        metadata=meaning(zh, doc, kind, holds, bare=bare, headings=headings),
    )


def _none_if_blank(value: object) -> object:
    return None if value == "" else value


@lru_cache(maxsize=32)
def terms_of(cls: type) -> dict[str, attrs.Attribute[Any]]:
    """Return the fields of a model class that have a Chinese term, by English name."""
    return {a.name: a for a in attrs.fields(cls) if "zh" in a.metadata}
