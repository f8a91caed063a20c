"""The lines of a cover or the top of a page, and the title among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.head.labels import Cells
from performance_rules.extraction.head.titles import LONGEST, Title, read_title
from performance_rules.extraction.head.words import HeadWords
from performance_rules.extraction.head.years import title_years
from performance_rules.extraction.tokens.normal import plain_word

LINES: Final = 30
"""So many passages are looked at for a title."""

_NUMBERED: Final = re.compile(
    r"第?[一二三四五六七八九十]{1,3}(?:、|部分|章)|目录$|目次$|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]\D"
)
_SENTENCE: Final = re.compile(r"[。;；，!?]|:(?!$)|\||万元|亿元|\d%")
_ATTACHED: Final = re.compile(r"^附件?\d{0,2}:(?=.{4})")
_BRACKET: Final = re.compile(r"\([^()]*\)$")
_NO_TITLE: Final = re.compile(r"[-—\d\s.:/年月日页第共|()]*$|.*(?:网站|公报|首页)$|[A-Za-z\d]+$")
_BEFORE: Final = re.compile(r"^(?:标题|题名)[:：]\s*")
_FILE: Final = re.compile(r"^\S{4,60}\.(?:pdf|docx?|xlsx?)(?=\s|$)")
_FUSED: Final = re.compile(
    r"(?:报告|自评表|说明|总结|情况|公开|决算|预算|通知|批复|公告)"
    r"(?:[(（][^()（）]{0,16}[)）])?(?=\s|[一1]、|[(（]?[一1][)）]|项目名称|目录|第一部分|$)"
)
_JOINED: Final = 3
"""A title is broken into so many lines at most."""


@fixed
class Cover:
    """What was found at the top of a document.

    Attributes:
        title: the title; None if none was found.
        lines: the lines that were looked at, as printed.
    """

    title: Title | None
    lines: tuple[str, ...]


@fixed
class Opening:
    """What the facts of a document are read from.

    Attributes:
        cover: the top of the document.
        plain: all its paragraphs, normalised.
        cells: labels and values that stand side by side in its first tables.
        words: the words of heads.
    """

    cover: Cover
    plain: tuple[str, ...]
    cells: Cells
    words: HeadWords

    @property
    def title(self) -> Title | None:
        """The title; None if none was found."""
        return self.cover.title

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines at its top, as printed."""
        return self.cover.lines


def read_cover(texts: Sequence[str], words: HeadWords) -> Cover:
    """Return the title of a document, and the lines above and around it.

    Args:
        texts: its paragraphs in order.
        words: the words of heads.
    """
    lines = tuple(_BEFORE.sub("", text.strip()) for text in texts[:LINES])
    best: Title | None = None
    kept: list[str] = []
    for number, line in enumerate(lines):
        plain = plain_word(line)
        if _NUMBERED.match(plain):
            break
        found = _fused(line, words) if number == 0 else None
        if found is None and not is_title_line(line, words):
            kept = kept if not plain else []
            continue
        found = found or _joined(kept, line, words)
        best = _better(best, found)
        kept.append(line)
        if best is not None and best.kind and (best.names.entity or best.names.project):
            break
    if best is not None and best.year is None:
        best = _with_year(best, lines)
    return Cover(best, lines)


def is_title_line(line: str, words: HeadWords) -> bool:
    """Whether a line may be a title or a part of one: no sentence, no label, no page number."""
    plain = _ATTACHED.sub("", plain_word(line))
    said = _BRACKET.sub("", plain)
    if not plain or len(plain) > LONGEST or _SENTENCE.search(said) or _NO_TITLE.match(plain):
        return False
    labels = words.labels
    known = (*labels.other, *labels.published, *labels.approved)
    return not (plain in known or (":" in plain and plain.startswith(known)))


def _joined(kept: Sequence[str], line: str, words: HeadWords) -> Title:
    """Return what a line says, or together with the lines above if it holds no name itself."""
    title = read_title(line, words)
    for count in range(1, min(_JOINED, len(kept) + 1)):
        if title.names.entity or title.names.project or not title.known:
            break
        above = kept[len(kept) - count :]
        longer = read_title("".join((*above, line)), words)
        if longer.names.entity or longer.names.project or longer.years != title.years:
            more = kept[: len(kept) - count][-1:] if count < _JOINED - 1 else []
            whole = read_title("".join((*more, *above, line)), words)
            return whole if more and _extends(whole, longer) else longer
    return title


def _extends(whole: Title, part: Title) -> bool:
    """Whether one more line above makes the name of the body longer."""
    name, short = whole.names.entity, part.names.entity or ""
    return bool(name and name != short and name.endswith(short))


def _better(best: Title | None, found: Title) -> Title | None:
    """Return the better of two titles: one with a kind and a name, a kind, a name."""
    if best is None:
        useful = found.kind or (found.known and (found.names.entity or found.years))
        return found if useful else None
    return found if _worth(found) > _worth(best) else best


def _worth(title: Title) -> int:
    named = bool(title.names.entity or title.names.project)
    return 2 * (title.kind is not None and named) + (title.kind is not None)


def _fused(line: str, words: HeadWords) -> Title | None:
    """Return the title that a web page run together begins with, if it says its kind."""
    if len(line) <= LONGEST and (" " not in line or read_title(line, words).kind):
        return None
    file = _FILE.match(line)
    if file is not None:
        return read_title(file[0], words)
    for match in _FUSED.finditer(line, 0, 2 * LONGEST):
        start = line[: match.end()]
        if len(plain_word(start)) > LONGEST or _SENTENCE.search(plain_word(start)):
            return None
        title = read_title(start, words)
        if title.kind is not None:
            return title
    return None


def _with_year(title: Title, lines: Sequence[str]) -> Title:
    """Return a title with the year that stands in a line of its own: （2023年度）."""
    for line in lines:
        plain = plain_word(line).strip("()")
        years = title_years(plain)
        if len(years) == 1 and (years[0].start, years[0].end) == (0, len(plain)):
            printed = f"{title.printed}{line}"
            return evolve(title, printed=printed, year=years[0].year, years=(years[0].year,))
    return title
