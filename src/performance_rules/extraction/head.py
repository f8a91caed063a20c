"""The head of a document: what it is, of which body, for which year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from performance_rules.report.model import Paragraph

KIND_WORDS: Final = (
    ("self_evaluation", ("整体支出绩效自评", "整体绩效自评", "绩效自评报告")),
    ("final_accounts", ("部门决算", "单位决算", "决算公开", "决算说明", "决算情况说明", "决算")),
    ("budget", ("部门预算", "单位预算", "预算公开", "预算编制说明", "预算")),
)
"""Words that tell the kind of a document, the most telling first."""

TITLE_PARAGRAPHS: Final = 12
"""Among how many paragraphs the title is looked for."""

_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)\s*年")
_ENTITY: Final = re.compile(
    r"(?:20\d\d\s*年\s*度?)?\s*([一-鿿（）()]{4,40}?)(?:20\d\d|部门|单位|整体|决算|预算|绩效|$)"
)


@frozen
class Head:
    """What the first lines and the text say of the document; None where they do not."""

    kind: str | None
    year: int | None
    entity: str | None


def read_head(paragraphs: Sequence[Paragraph]) -> Head:
    """Return kind, fiscal year and body of a document."""
    first = [p.text.strip() for p in paragraphs[:TITLE_PARAGRAPHS] if p.text.strip()]
    kind, title = _kind(first)
    year = _year([title], [p.text for p in paragraphs])
    found = _ENTITY.search(re.sub(r"\s", "", title)) if title else None
    return Head(kind, year, found[1] if found else None)


def _kind(lines: Sequence[str]) -> tuple[str | None, str]:
    """Return the kind and the line that tells it: the first line that names a kind."""
    for line in lines:
        plain = re.sub(r"\s", "", line)[:80]
        for kind, words in KIND_WORDS:
            if any(word in plain for word in words):
                return kind, plain
    return None, ""


def _year(titles: Sequence[str], texts: Sequence[str]) -> int | None:
    """Return the year of the title, else the year the text speaks of most as its own."""
    for title in titles:
        found = _YEAR.search(title)
        if found:
            return int(found[1])
    counted = Counter(year for text in texts for year in _YEAR.findall(text))
    return int(counted.most_common(1)[0][0]) if counted else None
