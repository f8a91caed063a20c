"""JSON: the canonical result, for other programs; its form is ``schema result``."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch
from performance_rules.outputs.canonical import NAMES, canonical
from performance_rules.outputs.layout import Row, row


def render(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the lines of the JSON text; nothing when there is no result."""
    del columns  # JSON has no width
    document = canonical(batch, lang)
    if document is not None:
        yield row(json.dumps(_converter().unstructure(document), ensure_ascii=False, indent=2))


def _converter() -> Converter:
    converter = Converter(omit_if_default=True)
    for cls, names in NAMES.items():
        renamed = {name: override(rename=new) for name, new in names.items()}
        converter.register_unstructure_hook(
            cls, make_dict_unstructure_fn(cls, converter, **renamed)
        )
    return converter
