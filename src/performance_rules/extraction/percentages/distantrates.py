"""Rates of execution told without their figures, which stand where the money is told.

全年预算A，支出B in one section and 预算执行率P in another: a report has one budget and one sum of
what was spent, so that the rate is of these two wherever it is told under no other name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import Rate, fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.percentages.leftovers import LEFT
from performance_rules.extraction.relations.adding import Checks
from performance_rules.extraction.relations.making import Maker
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.scope.facts import Facts
from performance_rules.extraction.statements.said import Said
from performance_rules.values.precision import HUNDRED

_TIME: Final = r"(?:(?:19|20)\d\d年度?)?"
_RATE: Final = re.compile(
    r"(?:年初|全年|年度|调整后?的?|部门|单位|项目|整体|总体|[本总])*(?:预算|资金)?(?:支出)?"
    r"(?:执行|支付|使用)(?:率|进度)(?:[为是]|达到?)?"
)
_PLANNED: Final = re.compile(
    rf"{_TIME}(?:年初|全年|年度|调整后?的?|部门|单位|项目|整体|支出|财政|(?:批复|下达|安排)的?|[本总该])*"
    r"(?:预算(?:调整为|安排|批复|下达|核定|指标|资金|总额|金额|总?数|[为是共达])*"
    r"|(?<=财政)(?:安排|下达|拨付)(?:项目)?资金[为共]?)"
)
_SPENT: Final = re.compile(
    rf"{_TIME}(?:全年|年度|部门|单位|项目|整体|实际|累计|资金|预算|[本总共已])*(?:支出|支付|使用|执行)"
    r"(?:合计|资金|总?额|金额|总?数|[为是共达了])*"
)
_NOTHING: Final = re.compile(
    "(?:[^\u4e00-\u9fff]|综上|总之|[一二三四五六七八九十是及和与的]|预算|资金|执行|使用|支出|收支|收入|安排|到位|落实|来源|过程|投入|管理|指标|情况|方面|绩效|满分|分值?"
    "|自评|评价|得分|其中|基本(?!支出)|总体|部门|单位|项目(?!支出)|整体|结[论果]|分析|目标|完成|产出|效[率益果]|成本|综合|主要|履职"
    "|[年本]度|全年|说明|概况|决策)*"
)
"""What names no thing, before a rate in its paragraph or in the heading above it."""
_BOUND: Final = re.compile("以[上下内]|左右|[多余]")
_AHEAD: Final = re.compile("目标|计划|预期|下一步|打算")
_DONE: Final = re.compile("完成|实现|达成|达到")
"""A rate under 绩效目标 is to be reached; one under 目标完成情况 was."""
_DATED: Final = re.compile(r"(?:19|20)[0-9]{2}|上年|去年|前年|往年")
_NEAR: Final = 2
_LONGEST: Final = 60
_KINDS: Final = ("调整", "", "年初")
"""Which budget a rate is of that does not say so: as it became, by no other name, as it was."""


@fixed(eq=False)
class Accounts:
    """The budgets and the sums of what was spent that a document tells of nothing narrower.

    Attributes:
        planned: the budgets, by their kind.
        spent: what was spent.
    """

    planned: dict[str, list[Mention]]
    spent: list[Mention]

    @classmethod
    def of(cls, said: Sequence[Said], year: int | None, *, project: bool) -> Accounts:
        """Return those among the figures of a document, which may be of one project.

        Args:
            said: its figures in order.
            year: the year that it is about.
            project: whether it is about one project.
        """
        planned: defaultdict[str, list[Mention]] = defaultdict(list)
        spent: list[Mention] = []
        for one in said:
            if one.at.kind != "amount" or one.at.depth or not _is_of_all(one, project=project):
                continue
            if _is_of_another_year(one, year):
                continue
            if _PLANNED.fullmatch(one.at.left) is not None:
                planned[_kind(one.at.left)].append(one.at)
            elif _SPENT.fullmatch(one.at.left) is not None:
                spent.append(one.at)
        return cls(planned, spent)

    def pair(self, called: str, found: Sequence[Mention]) -> tuple[Mention, Mention] | None:
        """Return what was planned and what was spent, where the document has one of each."""
        kind = _kind(called) or next((kind for kind in _KINDS if self.planned.get(kind)), "")
        planned = [*self.planned.get("", []), *(self.planned.get(kind, []) if kind else [])]
        if len({m.value.n for m in planned}) != 1 or len({m.value.n for m in self.spent}) != 1:
            return None
        base, figure = planned[-1], self.spent[0]
        if not alike(base.value, figure.value) or base.value.n <= figure.value.n:
            return None
        near = any(abs(a.home - b.home) <= _NEAR for a in planned for b in self.spent)
        return (base, figure) if near or _is_attested(base, figure, found) else None


def distant_rates(said: Sequence[Said], checks: Checks, facts: Facts) -> list[Related]:
    """Return the rates of an evaluation that are told far from what they are of, if they are wrong.

    Args:
        said: the figures of its prose in order.
        checks: what is checked already, and what its tables state.
        facts: what is known of the document.
    """
    project = facts.of_project
    rates = [one for one in said if one.at.kind == "percent" and _is_told_alone(one)]
    if not rates or not (project or facts.self_evaluation):
        return []
    accounts, found = Accounts.of(said, facts.year, project=project), [one.at for one in said]
    numbers = sorted({m.value.n for m in found if m.kind == "amount"} | checks.amounts)
    made: list[Related] = []
    for one in rates:
        rate = one.at
        pair = accounts.pair(rate.left, found)
        if pair is None or checks.is_related(one) or not _is_of_all(one, project=project):
            continue
        base, figure = pair
        if rate.sentence in (base.sentence, figure.sentence):
            continue
        if _is_of_another_year(one, facts.year) or _is_aimed_at(one):
            continue
        if not fits(figure.value, base.value, rate.value) and _is_made(numbers, rate):
            continue
        homes = {m.home for m in (base, figure, rate)}
        runs = {near.at.home: near.run for near in said if near.at.home in homes}
        told = Maker(runs, one.section, budget=False).rate(Rate(figure, base, rate))
        made.append(told.told_in(rate.home))
    return made


def _is_of_another_year(one: Said, year: int | None) -> bool:
    """Whether what stands before a figure in its sentence, or above it, names another year."""
    named = _DATED.findall(one.lead) + _DATED.findall(one.section.rpartition("/")[2])
    return any(found != str(year) for found in named)


def _is_aimed_at(one: Said) -> bool:
    """Whether a rate is to be reached, and was not yet: under 绩效目标, behind 计划."""
    told = f"{one.section.rpartition('/')[2]} {one.lead}"
    return _AHEAD.search(told) is not None and _DONE.search(told) is None


def _is_told_alone(one: Said) -> bool:
    """Whether a percentage is called a rate of execution, and its paragraph says not of what."""
    begun = one.run.plain[: one.at.start - len(one.at.left)]  # 甲项目已完成。执行率P: of that
    if len(begun) > _LONGEST:
        return False
    plain = not one.at.depth and one.at.value.approximate is None
    plain = plain and _RATE.fullmatch(one.at.left) is not None
    return plain and _NOTHING.fullmatch(begun) is not None and _BOUND.match(one.rest) is None


def _is_made(numbers: Sequence[int], rate: Mention) -> bool:
    """Whether any two amounts of a document, in ascending order, make a rate."""
    value = rate.value
    low, high = value.n - value.half, value.n + max(value.half, value.step - 1)
    for base in numbers:
        at = bisect_left(numbers, base * low // HUNDRED)
        if at < len(numbers) and numbers[at] * HUNDRED <= base * high:
            return True
    return False


def _kind(called: str) -> str:
    return next((kind for kind in _KINDS if kind and kind in called), "")


def _is_of_all(one: Said, *, project: bool) -> bool:
    """Whether neither the words of a figure nor the heading above it name a part."""
    narrow = not project and ("项目" in one.at.left or "项目" in one.section.rpartition("/")[2])
    return not narrow and _NOTHING.fullmatch(one.section.rpartition("/")[2]) is not None


def _is_attested(base: Mention, figure: Mention, found: Sequence[Mention]) -> bool:
    """Whether what was left, or a rate that is right, says that two figures belong together."""
    left = base.value.n - figure.value.n
    return any(
        (m.kind == "amount" and m.value.n == left and LEFT.match(m.left) is not None)
        or (
            m.kind == "percent"
            and m.home == figure.home
            and fits(figure.value, base.value, m.value)
        )
        for m in found
    )
