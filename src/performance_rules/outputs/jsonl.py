"""JSON lines: the canonical result of each report on a line, then what was unreadable."""

from __future__ import annotations

import json
from collections.abc import Iterator

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.outputs.json import plain_data
from performance_rules.outputs.results import result_of, unread_of
from performance_rules.outputs.terminal import Row, row


def report(one: Checked, number: int, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the line of one file."""
    del number, columns  # a line stays a line
    yield row(json.dumps(plain_data(result_of(one, lang)), ensure_ascii=False))


def rest(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the lines of what was unreadable."""
    del columns
    for one in batch.unreadable:
        yield row(json.dumps(plain_data(unread_of(one, lang)), ensure_ascii=False))
