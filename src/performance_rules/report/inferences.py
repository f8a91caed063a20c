"""What was inferred of a number, in words: kept in Chinese beside it, told in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from performance_rules.errors import Message
from performance_rules.report.names import term_name
from performance_rules.report.nodes import TERMS

INFERENCES: Final[Mapping[str, Message]] = {
    "whose": Message("这个增减说的是哪一项", "which item this change is of"),
    "meaning": Message("这个数说的是什么", "what this number is of"),
    "total": Message(
        "把总计当作不含结转的合计", "the grand total was taken as one without balances"
    ),
    "listed": Message("把列出的各项合计当作全部", "the sum of what is listed was taken as all"),
    "of_which": Message("把“其中”列出的当作全部", "what '其中' lists was taken as all"),
    "line": Message(
        "没有主语的句子当作上文那一项的",
        "a sentence that names nothing was taken as of the item above it",
    ),
    "used": Message("把使用的结转当作全部结转", "the balance used was taken as all of it"),
    "cumulated": Message(
        "把累计数当作本年度的数", "a cumulated figure was taken as that of the year"
    ),
    "date": Message("“{text}”的年份承前文“{before}”", "'{text}' is of the year of '{before}'"),
    "own": Message(
        "“{topic}”之后的“{text}”当作本单位的全部",
        "'{text}' after '{topic}' was taken as all of the body",
    ),
    "framed": Message(
        "“{topic}”的“{text}”当作本单位的全部",
        "'{text}' of '{topic}' was taken as all of the body",
    ),
    "fund": Message(
        "把{term}的“三公”经费当作全部“三公”经费",
        "the three-public expenses of {term} were taken as all of them",
    ),
    "own_side": Message(
        "把“{text}”当作本单位的全部{term}", "'{text}' was taken as all {term} of the body"
    ),
    "all": Message("把“{text}”当作全部{term}", "'{text}' was taken as all {term}"),
    "in_terms": Message(
        "把“{text}”的数当作{term}的", "a figure of '{text}' was taken as of {term}"
    ),
    "account": Message("把“{text}”当作{term}的", "'{text}' was taken as of {term}"),
    "stage": Message(
        "“{text}”下没有写阶段的数当作决算数",
        "a figure under '{text}' that names no stage was taken as what was spent",
    ),
    "related": Message(
        "把这几个数当作相关的，而它们的差别不像写错一个数",
        "the figures were taken as related, though they do not differ as by a slip of the pen",
    ),
    "came": Message(
        "把办结的当作都是当年收到的", "what was closed was taken as of what came in that year"
    ),
    "one_work": Message(
        "把先后两件事当作同一项工程的", "the two events were taken as of one piece of work"
    ),
    "budget": Message("把“预算”当作{term}", "'预算' was taken as {term}"),
}

LONGEST: Final = 200
"""Most characters of an inference of ours; a longer one somebody else wrote."""


def inferred(key: str, /, **values: str) -> str:
    """Return an inference in Chinese, as it is kept beside what was inferred."""
    return INFERENCES[key].zh.format(**values)


@lru_cache(maxsize=1 << 10)
def inference_told(text: str) -> Message:
    """Return an inference in both languages; one that is none of ours is quoted in English."""
    for pattern, said in _patterns() if len(text) <= LONGEST else ():
        if found := pattern.fullmatch(text):
            values = found.groupdict()
            if "term" in values:
                values["term"] = _terms().get(values["term"], f"'{values['term']}'")
            return Message(text, said.en.format(**values))
    return Message(text, f"'{text}'")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], Message], ...]:
    return tuple(
        (re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>.+)", said.zh)), said)
        for said in INFERENCES.values()
    )


@lru_cache(maxsize=1)
def _terms() -> Mapping[str, str]:
    """Return what our terms are called in English."""
    return {zh: term_name(name).en for name, zh in TERMS.items()}
