"""Years that a document says outright: which one 本年 and 上年 are, and which one a table is of.

Each is compared with the year in the title of the document; without one there nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.oddyears import odd_years
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.words import TableWords
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.model import Comparison, Paragraph, Source
from performance_rules.values.quantity import Count

_SAID: Final = re.compile(
    r"(?=[上去本报评自预决])(?:(?P<prior>上一?年度?|去年)(?:对比|比较)?(?:口径|基数|数据|数)?(?:均|统一)?(?:为|指|是指|系指|即|系)"
    r"|(?P<own>本年度?|(?:报告|评价|自评|预算|决算)年度)(?:均|统一)?(?:指|是指|系指|即|系))"
    r"(?P<year>20\d\d)年(?:度|预算数|决算数|1月1日|数|[,。;])"
)
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?=年)")
_ACCOUNTS: Final = ("final_accounts", "self_evaluation", "project_evaluation")
_MARK: Final = "年度"
"""The wording by which rules know that two years are compared."""


def state_years(
    paragraphs: Sequence[Paragraph],
    tables: Sequence[Found],
    words: TableWords,
    *,
    kind: str,
    title: str,
    year: int | None,
    document: str,
    draft: Draft,
) -> None:
    """Say the years that a document states, beside the one of its title, in a draft.

    Args:
        paragraphs: the paragraphs of the document.
        tables: its tables.
        words: the words of tables.
        kind: what the document is.
        title: its title.
        year: its fiscal year.
        document: its name.
        draft: where it is said.
    """
    if year is None or {int(one) for one in _YEAR.findall(plain_word(title))} != {year}:
        return
    for called, said, right, source in (
        *_in_prose(paragraphs, year),
        *_in_tables(tables, words, year, document),
        *odd_years(
            paragraphs,
            tables,
            words,
            year=year,
            document=document,
            accounts=kind in _ACCOUNTS,
        ),
    ):
        figure = Place(matter=called, apart=(source.start or 0) + 1).line(draft)
        figure.say("actual", Count.of(said, "年"), source)
        base = Count.of(right, "年")
        claim = Comparison("target", base=base, wording=_MARK, source=source)
        figure.figure("actual").comparisons += (claim,)


_Stated = tuple[str, int, int, Source]


def _in_prose(paragraphs: Sequence[Paragraph], year: int) -> Iterator[_Stated]:
    for one in paragraphs:
        text = plain_word(one.text)
        for found in _SAID.finditer(text):
            right = year - 1 if found["prior"] else year
            if int(found["year"]) != right and one.source is not None:
                yield found["prior"] or found["own"], int(found["year"]), right, one.source


def _in_tables(
    tables: Sequence[Found], words: TableWords, year: int, document: str
) -> Iterator[_Stated]:
    """Yield the tables whose caption has the year and whose columns are all of another one."""
    for one in tables:
        if set(map(int, _YEAR.findall(plain_word(one.caption)))) != {year} or not one.rows:
            continue
        _, paths = one.header(words)
        texts = [plain_word("".join(path)) for path in paths]
        years = {int(said) for text in texts for said in _YEAR.findall(text)}
        dated = [text for text in texts if _YEAR.search(text)]
        if len(years) == 1 and len(dated) == len(texts) - 1 and years != {year}:
            source = Source(document, page=one.page, table=one.number, start=one.start)
            yield f"“{one.caption}”的“{dated[0]}”", years.pop(), year, source
