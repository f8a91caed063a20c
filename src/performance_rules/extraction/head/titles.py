"""Titles: what a line says of year, kind, body and project, read from its end.

    青禾县 | 2023年度 | 水利发展资金 | 绩效 自评 报告

The words for the kind stand at the end, so a title is read backwards, word by word, as far as the
words are known; what is left are names.  The kind follows from what the words say, not from how
often they are said.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.head.bodies import BETWEEN, Names, is_body, joined, names_in
from performance_rules.extraction.head.words import HeadWords, Tail
from performance_rules.extraction.head.years import SaidYear, title_years
from performance_rules.extraction.tokens.normal import plain_word

LONGEST: Final = 60
"""A longer line is no title."""

HEADING: Final = 40
"""A longer line is no heading."""

MARKER: Final = re.compile(
    r"(?=[第一二三四五六七八九十(\d])"
    r"(?:第[一二三四五六七八九十]+(?:部分|章)|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.、])[:：]?"
)
"""What numbers a heading."""


BUDGET: Final = "budget"
FINAL: Final = "final_accounts"
PROJECT: Final = "project_evaluation"
WHOLE: Final = "self_evaluation"

_PREFIX: Final = re.compile(r"^(?:标题|题名|附件?)\d{0,2}[:：]|^附件\d{0,2}(?=\D)")
_PRINTED: Final = re.compile(r"^(?:标题|题名)\s*[:：]\s*|^附件\s*\d{0,2}\s*[:：]?\s*(?=\S)")
_SUFFIX: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|html?|txt)$")
_BRACKET: Final = re.compile(r"\(([^()]*)\)$")
_PERIOD: Final = re.compile(r"\d{1,2}月份?|\d{1,2}(?:-|—|至)\d{1,2}月")


@fixed
class Title:
    """What a title says.

    Attributes:
        text: the title, normalised.
        printed: the title as printed.
        kind: the kind of document; None if it does not say or may be more than one.
        columns: the kind whose columns a plain figure is in: a budget's or final accounts'.
        year: the fiscal year.
        years: all years, in order.
        names: the body and the project.
        says: what its words say, from the end.
        known: whether any word of it is one that ends titles.
    """

    text: str
    printed: str
    kind: str | None
    columns: str | None
    year: int | None
    years: tuple[int, ...]
    names: Names
    says: tuple[str, ...]
    known: bool

    @property
    def two_years(self) -> bool:
        """Whether it names accounts and a budget, of two years."""
        both = {_columns((word,)) for word in self.says} - {None}
        return len(both) > 1 and len(set(self.years)) > 1 and not self.evaluation

    @property
    def evaluation(self) -> bool:
        """Whether it is of an evaluation, of whatever."""
        return "evaluation" in self.says


@lru_cache(maxsize=256)  # one question about a document after the other asks it of all paragraphs
def unnumbered(text: str) -> str:
    """Return a heading without what numbers it."""
    return MARKER.sub("", text, count=1)


@lru_cache(maxsize=64)  # the cover, the headings and the parts of a document ask for the same lines
def read_title(line: str, words: HeadWords) -> Title:
    """Return what a line says, taken for a title.

    Args:
        line: the line as printed.
        words: the words of heads.
    """
    text = _PREFIX.sub("", _SUFFIX.sub("", plain_word(line.strip()))).strip(" 。:：")
    core, brackets = _without_brackets(_PERIOD.sub("", text), words)
    spans = title_years(core)
    years = [*spans, *(said for bracket in brackets for said in title_years(bracket))]
    tails, rest = _backwards(_years_out(core, spans), words)
    says = tuple(tail.says for tail in tails if tail.says)
    project = "evaluation" in says and "whole" not in says
    names = names_in(rest, words.body, project=project)
    names = _with_brackets(names, brackets, words, project=project)
    kind = _kind(says, names)
    return Title(
        text,
        _PRINTED.sub("", line.strip()),
        kind,
        _columns(says),
        _year(years, core, says),
        tuple(said.year for said in years),
        names,
        says,
        bool(tails),
    )


def _without_brackets(text: str, words: HeadWords) -> tuple[str, tuple[str, ...]]:
    """Return a title without the brackets at its end, and what stood in them."""
    found: list[str] = []
    while (match := _BRACKET.search(text)) and match.start():
        if is_body(text, words.body):
            break  # a second name of the body
        found.insert(0, match[1])
        text = text[: match.start()]
    return text, tuple(found)


def _years_out(text: str, spans: list[SaidYear]) -> str:
    for said in reversed(spans):
        text = text[: said.start] + BETWEEN + text[said.end :]
    return text


def _backwards(text: str, words: HeadWords) -> tuple[list[Tail], str]:
    """Return the known words at the end of a title, the last first, and what stands before."""
    found: list[Tail] = []
    accounts = True
    while text:
        tail = _tail(text, words, accounts)
        if tail is None:
            if text[-1] != BETWEEN:
                break
            text = text[:-1]
            continue
        found.append(tail)
        accounts = accounts and tail.says != "evaluation"
        text = text[: len(text) - len(tail.name)]
    return found, text


def _tail(text: str, words: HeadWords, accounts: bool) -> Tail | None:
    """Return the longest known word that a text ends with."""
    for tail in words.tails.get(text[-1:], ()):
        if text.endswith(tail.name) and (accounts or not tail.accounts):
            return tail
    return None


def _kind(says: tuple[str, ...], names: Names) -> str | None:
    """Return the kind of document that the words of a title say."""
    said = set(says)
    if not says or says[0] == "other":
        return None
    if says[0] == "notice":
        return "notice"
    if "evaluation" in said:
        if "summary" in said:
            return "summary"
        if "whole" in said:
            return WHOLE
        if "project" in said or names.project:
            return PROJECT
        return WHOLE if names.entity else None
    if "final" in said:
        return FINAL
    return BUDGET if "budget" in said and not said & {"execution", "draft"} else None


def _columns(says: tuple[str, ...]) -> str | None:
    said = set(says)
    if said & {"final", "execution", "evaluation"}:
        return FINAL
    return BUDGET if said & {"budget", "draft"} else None


def _with_brackets(
    names: Names, brackets: tuple[str, ...], words: HeadWords, *, project: bool
) -> Names:
    """Return names with those that stand in brackets at the end of the title."""
    for bracket in brackets:
        if title_years(bracket):
            continue
        if is_body(bracket, words.body):
            whole = joined(names.entity or "", bracket, words.body)
            names = Names(whole, names.project)
        elif project and names.project is None:
            names = Names(names.entity, bracket)
    return names


def _year(years: list[SaidYear], core: str, says: tuple[str, ...]) -> int | None:
    """Return the year of a title; of two the one that stands before 决算 in accounts."""
    if not years:
        return None
    if "final" in says or "execution" in says:
        at = max(core.rfind("决算"), core.rfind("执行"))
        before = [said.year for said in years if said.end <= at]
        return before[-1] if before else years[0].year
    return years[-1].year
