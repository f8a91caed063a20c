"""Scores of several things that are told below their headings: none is that of the whole body.

项目一：造林, below it 自评得分96分; 项目二：护林, below it 自评得分84分.

Where scores that differ stand below the headings of different things, each is of its thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.restated.headnames import thing_of_headings
from performance_rules.extraction.statements.said import Said
from performance_rules.report.lines import Statement

_WHOLE: Final = "evaluation"
_SCORE: Final = "score"
_FEWEST: Final = 2
_NAMED: Final = "named"
_PROJECT: Final = re.compile(
    "(?:子|重点)?(?:项目|任务|工程|专项)[一二三四五六七八九十0-9]{1,3}(?![个项类])"
)


def set_apart_scores(draft: Draft, said: Sequence[Said]) -> None:
    """Give the scores that headings say are of different things to those things.

    Args:
        draft: the report; changed.
        said: the figures of its prose.
    """
    line = draft.items.get(_WHOLE)
    figure = line.figures.get(_SCORE) if line is not None else None
    if figure is None or len({one.value.n for one in figure.statements}) < _FEWEST:
        return
    things = [(one, _thing(one, said)) for one in figure.statements]
    scores = {(name, one.value.n) for one, name in things if name}
    if len({name for name, _ in scores}) < _FEWEST or len({n for _, n in scores}) < _FEWEST:
        return
    figure.statements = [one for one, name in things if not name]
    for one, name in things:
        if name and one.source is not None:
            draft.matter(name, "", one.source.start or 0).say(_SCORE, one.value, one.source)


def _thing(statement: Statement, said: Sequence[Said]) -> str:
    """Return the thing that the heading above a score names; empty where it names none."""
    source = statement.source
    if source is None or source.start is None or source.end is None or source.table is not None:
        return ""
    for one in said:
        begin, end = one.span()
        if source.start <= begin and end <= source.end and one.at.value.n == statement.value.n:
            thing = thing_of_headings(one.under)
            return thing.name if thing is not None else _numbered(one)
    return ""


def _numbered(one: Said) -> str:
    """Return the last heading above a figure that is the number of a project, or its name."""
    found = (h.title for h in reversed(one.under) if h.style == _NAMED or _PROJECT.match(h.title))
    return next(found, "")
