"""What was spent on a project, told in the list of all that was spent, and once more by itself.

本年支出326.40万元，其中人员经费A，公用经费B，灯塔修缮专项58.30万元 adds up, so that 58.30 was spent
on the project; 灯塔修缮专项年初预算58.30万元，全年实际使用51.75万元 says that it was not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.statements.naming import core_of, name_of
from performance_rules.extraction.statements.said import Said, exact
from performance_rules.extraction.tokens.wording import shipped_wording
from performance_rules.values.quantity import Amount

_WHOLE: Final = re.compile(
    r"(?:(?:19|20)\d\d年度?|我[局馆校院所站]|本[局馆校院所站]|中心|部门|单位)*(?:本年|全年|当年|年度)?总?支出(?:合计|总计|共计|总额)?(?:为|是|共)?"
)
_SPENT: Final = re.compile(
    "(?:项目)?(?:全年|当年|本年)?(?:实际)?(?:支出|使用|执行)(?:数|资金)?(?:为|了)?"
)
_BARE: Final = re.compile("(?:全年|当年|本年)?实际(?:支出|使用|执行)(?:数|资金)?(?:为|了)?")
_BUDGET: Final = re.compile("(?:项目)?(?:年初|全年|当年)?(?:预算|安排)(?:数|资金)?(?:为|了)?")
_LEAST: Final = 4
_FEWEST: Final = 2


@fixed(eq=False)
class Spent:
    """Two figures of what was spent on one project, under its name."""

    first: Said
    second: Said
    name: str


def spent_twice(said: Sequence[Said]) -> Iterator[Spent]:
    """Yield what was spent on a project by a list that adds up, and otherwise elsewhere.

    Args:
        said: the figures of a document.
    """
    sentences: defaultdict[tuple[int, int], list[Said]] = defaultdict(list)
    for one in said:
        if isinstance(one.at.value, Amount) and exact(one.at.value) and not one.at.depth:
            sentences[one.at.home, one.at.sentence].append(one)
    members = dict(member for group in sentences.values() for member in _members(group))
    if not members:
        return
    again: defaultdict[str, list[Said]] = defaultdict(list)
    for group in sentences.values():
        for at, one in enumerate(group):
            name = _project(one, group[at - 1] if at else None, members)
            if name and _is_plain(one):
                again[name].append(one)
    for name, told in again.items():
        first = members[name]
        if len(told) == 1 and told[0].at.value.n != first.at.value.n:
            yield Spent(first, told[0], name)


def _members(group: Sequence[Said]) -> Iterator[tuple[str, Said]]:
    """Yield the projects of a list that makes up what its sentence says was spent in all."""
    for at, whole in enumerate(group):
        parts = group[at + 1 :]
        if _WHOLE.fullmatch(whole.at.left) is None or len(parts) < _FEWEST:
            continue
        if sum(one.at.value.n for one in parts) == whole.at.value.n and "其中" in parts[0].at.left:
            for one in parts:
                name = core_of(one.at.left)
                if len(name) >= _LEAST and name not in shipped_wording().words:
                    yield name, one
        return


def _project(one: Said, before: Said | None, members: dict[str, Said]) -> str:
    """Return the project on which a figure says that it was spent, if it is one of the list."""
    left = core_of(one.at.left)
    for name in members:
        if left.startswith(name) and _SPENT.fullmatch(left[len(name) :]):
            return name
        if before is None or _BARE.fullmatch(one.at.left) is None:
            continue
        its = core_of(before.at.left)
        if its.startswith(name) and _BUDGET.fullmatch(its[len(name) :]):
            return name
    return ""


def _is_plain(one: Said) -> bool:
    """Whether a figure is of the whole year, and of all money."""
    name = name_of(one)
    return name.level and not name.times and whole_words().sources.search(one.lead) is None
