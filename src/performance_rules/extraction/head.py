"""The head of a document: kind, fiscal year, body, region and dates, as its cover says them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final, Protocol

from attrs import frozen

from performance_rules.extraction.normal import plain_word
from performance_rules.extraction.scan import scan
from performance_rules.extraction.wording import TERM, Cover, Wording, shipped_wording

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年度?|(?=部门|单位))")
_TEXT_YEAR: Final = re.compile(r"(?<![\d〔\[(])((?:19|20)\d\d)年")
_DATE: Final = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})")
_NUMBERED: Final = re.compile(r"第?[一二三四五六七八九十]+(?:、|部分)|目录|\(一\)")
_MONTH: Final = re.compile(r"\d{1,2}月份?$")
_PREFIX: Final = re.compile(r"^(?:标题|题名)[:：]")
_BETWEEN: Final = "\x00"
"""Stands between two passages; no word has it."""
_LONG: Final = 60
"""A passage longer than this, or one with a full stop, is no line of a cover."""
_LINES: Final = 12
"""So many passages are looked at for a cover."""


class Words(Protocol):
    """Anything with text: a passage, or a paragraph of a report."""

    @property
    def text(self) -> str:
        """The text as printed."""


@frozen
class Head:
    """What a document is, as far as it says so.

    Attributes:
        kind: one of ``KINDS``.
        year: the fiscal year.
        entity: name of the body.
        region: region code, as far as the name tells it.
        title: the title as printed.
        published: date of publication.
        approved: date of approval.
    """

    kind: str | None = None
    year: int | None = None
    entity: str | None = None
    region: str | None = None
    title: str | None = None
    published: dt.date | None = None
    approved: dt.date | None = None


def read_head(passages: Sequence[Words], wording: Wording | None = None) -> Head:
    """Return the head of a document; what it does not say is None.

    Args:
        passages: the paragraphs in order.
        wording: the lexicon; the shipped one by default.
    """
    wording = wording or shipped_wording()
    lines = [plain_word(_PREFIX.sub("", p.text.strip())) for p in passages[:_LINES]]
    title, kind = _title(lines, wording)
    kind = kind or _kind_of_text(_text(passages), wording.cover)
    entity = _labelled(lines, wording.cover.labels) or _entity(title, kind, wording)
    return Head(
        kind=kind,
        year=_said_year(title) or _text_year(_text(passages)),
        entity=entity,
        region=_region(entity or title, wording),
        title=title or None,
        published=_date(lines, wording.cover.published),
        approved=_date(lines, wording.cover.approved),
    )


def _title(lines: Sequence[str], wording: Wording) -> tuple[str, str | None]:
    """Return the title and its kind: the lines of the cover up to the one that says the kind."""
    parts: list[str] = []
    for line in lines:
        if not line or len(line) > _LONG or "。" in line:
            continue
        if _NUMBERED.match(line):
            break
        parts.append(line)
        kind = _kind_of(line, wording.cover)
        if kind is not None:
            own = _YEAR.search(line) is not None and _entity(line, kind, wording)
            return (line if own else "".join(parts[-3:])), kind
    return (parts[0] if parts else ""), None


def _kind_of(text: str, cover: Cover) -> str | None:
    return next((kind for kind, names in cover.kinds if any(n in text for n in names)), None)


def _text(passages: Sequence[Words]) -> str:
    """Return all that is said, normalised; nothing reaches from one passage into the next."""
    return plain_word(_BETWEEN.join(p.text for p in passages))


def _kind_of_text(text: str, cover: Cover) -> str | None:
    """Return the kind whose longer words a text says most often; the last one is on all pages."""
    said = {kind: sum(map(text.count, names[:-1])) for kind, names in cover.kinds}
    best = max(said, key=lambda kind: said[kind])
    return best if said[best] else None


def _said_year(title: str) -> int | None:
    """Return the year of a title."""
    said = _YEAR.search(title)
    return None if said is None else int(said[1])


def _text_year(text: str) -> int | None:
    """Return the year that a text speaks of most; the later of two."""
    counts = Counter(map(int, _TEXT_YEAR.findall(text)))
    return max(counts, key=lambda year: (counts[year], year), default=None)


def _labelled(lines: Sequence[str], labels: Sequence[str]) -> str | None:
    """Return what stands behind a label such as 编制单位."""
    for line in lines:
        for label in labels:
            if line.startswith(label) and line[len(label) : len(label) + 1] in (":", "："):
                return line[len(label) + 1 :] or None
    return None


def _entity(title: str, kind: str | None, wording: Wording) -> str | None:
    """Return the name of the body in a title: what is left without year, kind and indicators."""
    cover = wording.cover
    names = next((names for k, names in cover.kinds if k == kind), ())
    cuts = [title.find(name) for name in names if name in title]
    cuts += [t.start for t in scan(title, 0, len(title), wording) if t.letter == TERM][:1]
    name = _MONTH.sub("", _YEAR.sub("", title[: min(cuts, default=len(title))]))
    for _ in cover.between:
        for word in cover.between:
            name = name.removeprefix(word).removesuffix(word)
    return name.strip(":：的,，-—") or None


def _region(name: str, wording: Wording) -> str | None:
    """Return the code of the region whose name is the longest one in a name."""
    regions = wording.codebook.regions.items()
    found = [(len(region), code) for code, region in regions if region in name]
    return max(found, default=(0, None))[1]


def _date(lines: Sequence[str], labels: Sequence[str]) -> dt.date | None:
    for match in _dates(lines, labels):
        with suppress(ValueError):  # 2022-02-30 is no date
            return dt.date(*map(int, match.groups()))
    return None


def _dates(lines: Sequence[str], labels: Sequence[str]) -> Iterator[re.Match[str]]:
    for line in lines:
        for label in labels:
            begin = line.find(label)
            match = _DATE.search(line, begin + len(label)) if begin >= 0 else None
            if match is not None:
                yield match
