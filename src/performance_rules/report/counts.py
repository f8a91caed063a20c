"""The counts of a line: 批次, 人次, 辆 …, by key or Chinese name."""

from __future__ import annotations

from performance_rules.lexicon.lexicon import Lexicon
from performance_rules.report.figures import Figures
from performance_rules.report.model import Figure
from performance_rules.report.problems import join


def read_counts(
    data: object, path: str, lexicon: Lexicon, figures: Figures
) -> tuple[tuple[str, Figure], ...]:
    """Return the counts of a line by key."""
    names = lexicon.keys("counts")
    known = {**{k: k for k in names}, **{zh: k for k, zh in names.items()}}
    raw: dict[str, object] = {}
    for key, value in figures.problems.table(data, path).items():
        item = lexicon.item("counts", key)
        if item is None:
            figures.problems.unknown(key, path, known)
        else:
            figures.problems.put(raw, item.key, value, join(path, key))
    return tuple(
        (key, figures.figure(value, join(path, key), "元", "actual", "count"))
        for key, value in raw.items()
    )
