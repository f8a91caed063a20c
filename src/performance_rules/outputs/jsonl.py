"""JSON lines: the canonical result of each report on a line, then what was unreadable."""

from __future__ import annotations

import json
from collections.abc import Iterator

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch
from performance_rules.outputs.json import plain_data
from performance_rules.outputs.layout import Row, row
from performance_rules.outputs.results import result_of, unread_of


def render(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield a line of JSON for each report of a batch."""
    del columns  # a line stays a line
    results = [plain_data(result_of(one, lang)) for one in batch.checked]
    lost = [plain_data(unread_of(one, lang)) for one in batch.unreadable]
    for one in (*results, *lost):
        yield row(json.dumps(one, ensure_ascii=False))
