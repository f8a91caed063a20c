"""What tells two figures apart whose names have much in common.

采购救生衣N件 and 发放救生衣M件 are two deeds, 受益渔民 and 困难渔民 a whole and a part of it;
what is planned is not what is done; and where a third figure makes up what two differ by, both are
right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, Literal

from performance_rules.extraction.statements.said import Said, kind
from performance_rules.extraction.statements.words import restated_words

Stage = Literal["", "planned", "done"]

_NOUN: Final = re.compile("[\u4e00-\u9fff]{0,10}")
_NO_HAN: Final = re.compile("[^\u4e00-\u9fff]+")
MARKER: Final = re.compile(
    r"^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、]|[①-⑳])"
)
_CLAUSE: Final = re.compile(r"(?:\A|(?<=[,，;；:：、。]))[^,，;；:：、。\d]+(?=[,，;；:：、])")
_CONTRACT: Final = re.compile("合同|中标|成交|控制价|限价|送审|申请|申报|调整")
_AGREED: Final = re.compile("合同|协议|中标|成交|调整|变更")
_FUND: Final = re.compile("一般公共预算|政府性基金预算|国有资本经营预算|社会保险基金预算")
_MONEY: Final = re.compile("预算|执行|实际|支付|决算|完成")
_FEWEST: Final = 2


def stage_of(one: Said) -> Stage:
    """Return whether a figure is planned or done, by the last word for it before the figure.

    Where its sentence has none, its heading says it.
    """
    words = restated_words()
    return _last(words.stages, one.lead) or _last(words.stages, one.section.rpartition("/")[2])


def _last(stages: re.Pattern[str], text: str) -> Stage:
    found: Stage = ""
    for one in stages.finditer(text):
        found = "planned" if one["planned"] is not None else "done"
    return found


def differ(
    first: Said, second: Said, near: Sequence[Sequence[Said]], *, staged: bool = False
) -> bool:
    """Whether two figures are of two things, whatever else they have in common.

    Args:
        first: a figure.
        second: another one.
        near: the figures of the sentence of each.
        staged: whether it is known that both are goals, or both results.
    """
    mine, its = _own(first), _own(second)
    if not staged and {stage_of(first), stage_of(second)} == {"planned", "done"}:
        return True
    deeds = _deeds(mine), _deeds(its)
    if _are_two(*deeds):
        return True
    parts = _parts(mine) - _parts_around(second), _parts(its) - _parts_around(first)
    if all(parts) or (any(parts) and not _share(first, second, near)):
        return True
    sides = (frozenset(restated_words().sides.findall(own)) for own in (mine, its))
    if _are_two(*sides):
        return True
    if is_made_up(first, second, near[0]) or is_made_up(first, second, near[1]):
        return True
    if _are_of_two_scopes(mine, its):
        return True
    if staged and len({_AGREED.search(one.lead) is None for one in (first, second)}) > 1:
        return True  # 合同约定，任务为护岸植草N: no goal of the report
    if not staged and _are_two_stages_of_money(first, second):
        return True
    topics = [_topic(one, other) for one, other in ((first, second), (second, first))]
    clauses = [strange_clauses(one, other) for one, other in ((first, second), (second, first))]
    return all(topics) or all(clauses)


def _are_of_two_scopes(mine: str, its: str) -> bool:
    """Whether one figure is of all there is in a place, and the other of one project or body."""
    words = restated_words()
    return any(
        words.wider.search(one) is not None and words.own.search(other) is not None
        for one, other in ((mine, its), (its, mine))
    )


def _are_two_stages_of_money(first: Said, second: Said) -> bool:
    """Whether one figure is of a contract or a budget, and the other of what was spent."""
    mine, its = (_CONTRACT.search(one.lead) is not None for one in (first, second))
    if mine != its:
        return True
    return any(
        _is_budget(one.lead) and not _is_budget(other.lead) and "支" in other.at.left
        for one, other in ((first, second), (second, first))
    )


def _is_budget(text: str) -> bool:
    """Whether the last word of a text for a stage of money is one for a budget."""
    stages = _MONEY.findall(_FUND.sub("", text))
    return bool(stages) and stages[-1] == "预算"


def strange_clauses(one: Said, other: Said) -> list[str]:
    """Return what the clauses before a figure speak of that nothing near the other one does.

    A clause with a figure of its own is of that; one without speaks of what follows.
    """
    around = f"{other.lead}|{other.rest}|{other.section}|{other.at.name}"
    before = one.lead[: len(one.lead) - len(one.at.left)]
    pieces = (content(clause) for clause in _CLAUSE.findall(before))
    return [piece for piece in pieces if len(piece) >= _FEWEST and piece not in around]


def content(text: str) -> str:
    """Return what is left of a clause without the words that any clause may have."""
    return _NO_HAN.sub("", restated_words().sections.sub("", text))


def subject_of(title: str) -> str:
    """Return what a heading is about beside deeds and the words of any heading."""
    words = restated_words()
    plain = content(words.any_deed.sub("", MARKER.sub("", title)))
    verb = plain[:_FEWEST] in words.verbs
    return plain[_FEWEST:] if verb else plain


def _are_two(mine: frozenset[str], its: frozenset[str]) -> bool:
    """Whether each of two figures has a word that the other one has not."""
    return bool(mine - its and its - mine)


def _own(one: Said) -> str:
    """Return the words of a figure: those of its clause, and the noun behind it."""
    noun = _NOUN.match(one.at.right)
    return f"{one.at.label}|{one.at.left}|{noun[0] if noun else ''}"


@lru_cache(maxsize=4096)
def _deeds(text: str) -> frozenset[str]:
    """Return what is done in a text, each by the first word for it."""
    words = restated_words()
    return frozenset(words.deeds[one] for one in words.any_deed.findall(text))


@lru_cache(maxsize=4096)
def _parts(text: str) -> frozenset[str]:
    """Return the words of a text that take a part of a thing."""
    return frozenset(restated_words().narrowing.findall(text))


def _parts_around(one: Said) -> frozenset[str]:
    return _parts(f"{one.lead}|{one.rest}|{one.section}")


def _topic(one: Said, other: Said) -> str:
    """Return what a figure's heading is about that nothing near the other figure speaks of.

    A heading of which no more than its number is known is about something else.
    """
    title = one.section.rpartition("/")[2]
    bare = MARKER.sub("", title)
    if title and not bare:
        return title if one.section != other.section else ""
    plain = content(bare)
    around = f"{other.section}|{other.lead}|{other.rest}"
    return plain if len(plain) >= _FEWEST and plain not in around and plain not in _own(one) else ""


def _share(first: Said, second: Said, near: Sequence[Sequence[Said]]) -> bool:
    """Whether one more figure stands in both sentences: 涉及19所学校, 分解到19所学校."""
    told = [
        {(kind(x.at.value), x.at.value.n) for x in said if x is not one}
        for one, said in zip((first, second), near, strict=True)
    ]
    return not told[0].isdisjoint(told[1])


def is_made_up(first: Said, second: Said, near: Iterable[Said]) -> bool:
    """Whether a figure beside one of two is what they differ by: 支出N，结余M."""
    apart = abs(first.at.value.n - second.at.value.n)
    of = kind(first.at.value)
    return any(
        one.at.value.n == apart
        for one in near
        if one is not first and one is not second and kind(one.at.value) == of
    )
