"""JSON: the canonical result, for other programs; its form is ``schema result``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from attrs import AttrsInstance, asdict
from cattrs import Converter

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch
from performance_rules.outputs.canonical import NAMES
from performance_rules.outputs.layout import Row, row
from performance_rules.outputs.results import canonical


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
    found: dict[str, object] = _converter().unstructure(document)
    return found


@lru_cache(maxsize=1)
def _converter() -> Converter:
    """Return what makes plain values; its functions are made once."""
    converter = Converter(omit_if_default=True)
    for cls, names in NAMES.items():
        converter.register_unstructure_hook(cls, partial(_renamed, names))
    return converter


def _renamed(names: Mapping[str, str], value: AttrsInstance) -> dict[str, object]:
    """Return an object of plain values under its JSON names."""
    return {names.get(key, key): item for key, item in asdict(value).items()}
