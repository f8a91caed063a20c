"""Annotations of a GitHub workflow: one command a rule, shown beside the file that it is in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch
from performance_rules.outputs.coverage import all_looked_text
from performance_rules.outputs.points import lines_of, points_of, title_of
from performance_rules.outputs.terminal import Row, clean, row
from performance_rules.outputs.words import say

_LEVELS: Final = {"error": "error", "warning": "warning", "hint": "notice", "review": "notice"}
_ESCAPES: Final[dict[str, str | int | None]] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES: Final[dict[str, str | int | None]] = {**_ESCAPES, ":": "%3A", ",": "%2C"}


def render(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield ``::error file=…,title=…::message`` for each point, then for what was looked at."""
    del columns  # a command stays on one line
    for part in (part for one in batch.checked for part in one.parts):
        for point in points_of(part, lang):
            title = f"{title_of(point, lang)} {point.first.rule}"
            told = "\n".join(lines_of(point, lang))
            yield _command(_LEVELS[point.severity], part.source, title, told)
        yield _command("notice", part.source, say(lang, "head.result"), all_looked_text(part, lang))
    for lost in batch.unreadable:
        why = say(lang, "semicolon").join(problem.text(lang) for problem in lost.problems)
        yield _command("error", lost.source, say(lang, "head.unreadable"), clean(why))


def _command(level: str, source: str, title: str, message: str) -> Row:
    file = clean(source).translate(str.maketrans(_IN_PROPERTIES))
    named = title.translate(str.maketrans(_IN_PROPERTIES))
    told = message.translate(str.maketrans(_ESCAPES))
    return row(f"::{level} file={file},title={named}::{told}")
