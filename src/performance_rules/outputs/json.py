"""JSON: the canonical result, for other programs; its form is ``schema result``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from attrs import AttrsInstance, fields, has

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch
from performance_rules.outputs.canonical import NAMES
from performance_rules.outputs.results import canonical
from performance_rules.outputs.terminal import Row, row


def render(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the lines of the JSON text; nothing when there is no result."""
    del columns  # JSON has no width
    if document := plain_result(batch, lang):
        yield row(json.dumps(document, ensure_ascii=False, indent=2))


def plain_result(batch: Batch, lang: Lang) -> dict[str, object]:
    """Return the canonical result as plain values; nothing in it when there is no result."""
    document = canonical(batch, lang)
    return {} if document is None else plain_data(document)


def plain_data(document: AttrsInstance) -> dict[str, object]:
    """Return a canonical form as plain values, what is as usual left out."""
    found: dict[str, object] = {}
    names = NAMES.get(type(document), {})
    for name, usual in _fields(type(document)):
        value = getattr(document, name)
        if value != usual:
            found[names.get(name, name)] = _plain(value)
    return found


@cache
def _fields(cls: type[AttrsInstance]) -> tuple[tuple[str, object], ...]:
    """Return the fields of a canonical form, each with what it is as usual."""
    return tuple((field.name, field.default) for field in fields(cls))


def _plain(value: object) -> object:
    if has(type(value)):
        return plain_data(cast("AttrsInstance", value))
    if isinstance(value, Mapping):
        return {key: _plain(held) for key, held in value.items()}
    return [_plain(held) for held in value] if isinstance(value, tuple | list) else value
