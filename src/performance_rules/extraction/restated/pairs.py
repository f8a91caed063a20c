"""Two sentences that state one figure, and one of them with a slip.

Both are of one thing if the whole of their names is the same, and nothing between says otherwise:
no other year, time, place, project or section that has a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.roles import agrees
from performance_rules.extraction.figures.slips import size, slip
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.aims import Aims
from performance_rules.extraction.restated.allofit import all_of_it
from performance_rules.extraction.restated.arrived import all_arrived
from performance_rules.extraction.restated.beside import (
    Lists,
    in_parallel,
    noun_behind,
    told_beside,
    told_in_row,
)
from performance_rules.extraction.restated.concepts import shared_concept
from performance_rules.extraction.restated.differences import MARKER, differ, subject_of
from performance_rules.extraction.restated.headed import told_apart
from performance_rules.extraction.restated.kindred import may_be_one, shared_name
from performance_rules.extraction.restated.listed import listed_of
from performance_rules.extraction.restated.outright import Clash, outright
from performance_rules.extraction.restated.spent import spent_twice
from performance_rules.extraction.restated.spoken import spoken_of
from performance_rules.extraction.restated.wholenames import WholeNames
from performance_rules.extraction.statements.naming import Name, core_of, loose, name_of
from performance_rules.extraction.statements.said import Said, Statements, exact, kind
from performance_rules.extraction.statements.words import restated_words
from performance_rules.text.likeness import in_order
from performance_rules.values.quantity import Amount

_SURE: Final = 4
"""So many digits are no chance where two of them are exchanged."""
_ENOUGH: Final = 3
_LEAST: Final = 3
_TWO: Final = 2
_NEAR: Final = 16
_YEAR: Final = re.compile(r"(?:19|20)\d\d年?(?:度)?")
_BRACKETS: Final = re.compile("[()（）、，,“”]")
_SAID_AS: Final = re.compile(
    r"[(,，]?(?:即|折合|约合|合|折)|\([\u4e00-\u9fff]{0,8}(?:列示|列报|反映|登记|记账)为|\("
)
_MORE: Final = ("和", "、", "与", "及")
_PLAIN: Final = "("
_SUM: Final = ("总投资", "项目总投资", "合同总价", "总造价", "总概算")

_ALL: Final = re.compile(r"[,，](?P<done>发放|拨付|支付|兑付|到位)率(?:为|达到?)?100%")
_MOST: Final = 24
"""More figures with digits exchanged than these are alike by chance; each is asked of all."""

_DUE: Final = re.compile("应[发补付兑]|需")


@fixed(eq=False)
class Pair:
    """Two statements of one figure."""

    first: Said
    second: Said
    title: str


def pairs(statements: Statements, year: int | None = None) -> Iterator[Pair]:
    """Yield the figures that prose states twice, and not the same.

    Args:
        statements: the figures of prose.
        year: the year that the document is about, if it is known.
    """
    yield from _units(statements.said)
    whole = WholeNames(statements.said)
    told: set[tuple[str, frozenset[int]]] = set()
    for pair in _slips(statements, whole):
        told.add(_numbers(pair.first, pair.second))
        yield pair
    for clash in (*outright(statements.said), *all_of_it(statements.said)):
        first, second = clash.first, clash.second
        if _numbers(first, second) not in told and _are_one(clash, statements.sentences(), year):
            yield Pair(first, second, clash.name)

    for spent in spent_twice(statements.said):
        years = {name_of(one).year or year for one in (spent.first, spent.second)}
        if _numbers(spent.first, spent.second) not in told and len(years) == 1:
            yield Pair(spent.first, spent.second, f"{spent.name}支出")
    budget, said = statements.budget, statements.said
    spoken = [*spoken_of(said, budget=budget), *listed_of(said, budget=budget)]
    for apart in told_apart(spoken, statements.sentences(), year):
        if _numbers(apart.first, apart.second) not in told:
            yield Pair(apart.first, apart.second, apart.title)


def _are_one(clash: Clash, lists: Lists, year: int | None) -> bool:
    """Whether two figures of one name that are far apart are of one thing."""
    first, second = clash.first, clash.second
    a, b = (evolve(name_of(x), core="") for x in (first, second))
    years = [x.year or year for x in (a, b)]
    if (years[0] != years[1] and not clash.steady) or not (a.level and b.level):
        return False
    if clash.whole:
        a = evolve(
            a, back=True, times=b.times, year=b.year
        )  # 5月发放问卷，收回N份: all of them are these
    if not _apart(first, second, a, b, lists, staged=clash.staged):
        return False
    return clash.whole or not any(
        title and title not in f"{clash.name}|{other.lead}|{other.rest}|{other.section}"
        for one, other in ((first, second), (second, first))
        for title in (subject_of(one.section.rpartition("/")[2]),)
    )


def _numbers(first: Said, second: Said) -> tuple[str, frozenset[int]]:
    """Return two figures as numbers of a kind."""
    return kind(first.at.value), frozenset((first.at.value.n, second.at.value.n))


def _slips(statements: Statements, whole: WholeNames) -> Iterator[Pair]:
    """Yield the figures of which one is the other with a slip."""
    names: dict[int, Name] = {}
    values: dict[tuple[str, str], set[int]] = {}
    lists: Lists = {}
    aims = Aims(statements.said)
    asked = 0
    for first, second in statements.slips():
        if not values:
            values, lists = _values(statements.said), statements.sentences()
        for one in (first, second):
            if id(one) not in names:
                names[id(one)] = name_of(one)
        a, b = names[id(first)], names[id(second)]
        title = _title(first, second, a, b)
        few = len(values.get((kind(first.at.value), title), ())) <= _TWO
        if title and few and _apart(first, second, a, b, lists):
            yield Pair(first, second, title)
        elif not title and (
            told_beside(first, second, a, b, lists)
            or told_in_row(first, second, a, b, lists)
            or _all_done(first, second, a, b, statements.said)
            or all_arrived(first, second, a, b, statements.said)
        ):
            yield Pair(first, second, noun_behind(first, second) or a.core or _row_of(first))
        elif (name := whole.shared(first, second, a, b)) and _apart(
            first, second, evolve(a, core=name), evolve(b, core=name), lists
        ):
            yield Pair(first, second, name)
        elif (name := aims.shared(first, second)) and _apart(
            first, second, evolve(a, core=name), evolve(b, core=name), lists
        ):
            yield Pair(first, second, f"{name}目标")
        elif asked < _MOST and may_be_one(first, second):
            asked += 1
            known = shared_concept(first, second, statements.said)
            if known and _apart(first, second, evolve(a, core=""), evolve(b, core=""), lists):
                yield Pair(first, second, known)
                continue
            name = shared_name(first, second, a, b, statements.said)
            sure = len(name) >= _SURE or size(first.at.value) > _SURE or first.at.kind == "count"
            core = "" if sure else a.core
            if name and _apart(
                first, second, evolve(a, core=core), evolve(b, times=a.times), lists
            ):
                yield Pair(first, second, name)


def _row_of(one: Said) -> str:
    """Return what the figure right before one is called, of which it tells more."""
    return core_of(one.before.left) if one.before is not None else ""


def _values(said: Sequence[Said]) -> dict[tuple[str, str], set[int]]:
    """Return the numbers that are stated under each name."""
    values: dict[tuple[str, str], set[int]] = {}
    for one in said:
        if one.at.kind in ("amount", "count"):
            key = kind(one.at.value), core_of(one.at.left)
            values.setdefault(key, set()).add(one.at.value.n)
    return values


def _title(first: Said, second: Said, a: Name, b: Name) -> str:
    """Return the name that two figures have in common; empty if it is not the same."""
    how = slip(first.at.value.n, second.at.value.n)
    digits = max(size(first.at.value), size(second.at.value))
    if not how or not (a.level and b.level) or digits < _ENOUGH:
        return ""
    if a.core and a.core == b.core:
        return a.core if _certain(how, digits, a, b, second) else ""
    if how == "exchanged" and b.core == f"为{a.core}" and len(a.core) >= _SURE:
        return a.core  # 已付N万元，为审定价M万元的90%
    short, long = sorted((a.core, b.core), key=len)
    if how == "moved":
        units = first.at.value.unit != second.at.value.unit
        return short if units and len(short) >= _SURE and long.endswith(short) else ""
    sure = digits >= _SURE + (how == "changed")
    for other, name, of in ((second, a, b), (first, b, a)):
        named = not name.generic and len(name.core) >= _LEAST
        if named and (sure or of.whole or of.back) and _follows(other, of, name.core):
            return name.core
    back = a.back or b.back
    likely = sure or (how == "exchanged" and back)
    if likely and (back or a.summary or b.summary) and not (a.generic or b.generic):
        return short if len(short) >= _LEAST and in_order(short, long) else ""
    # 前面提到的N, and N was never said.
    return a.core if b.back and sure and len(b.core) < _LEAST else ""


def _all_done(first: Said, second: Said, a: Name, b: Name, said: Sequence[Said]) -> bool:
    """Whether all of what was due is said to be done, and is not: 应发N, 发放M, 发放率100%."""
    if slip(first.at.value.n, second.at.value.n) != "moved" or not (a.level and b.level):
        return False
    rate = _ALL.match(second.rest)
    if rate is None or rate["done"] not in second.at.left or _DUE.search(first.at.left) is None:
        return False
    once = sum(one.at.value.n == second.at.value.n for one in said) == 1
    due = sum(_DUE.search(one.at.left) is not None for one in said) == 1
    return once and due and (a.year or b.year) == (b.year or a.year) and a.times == b.times


def _certain(how: str, digits: int, a: Name, b: Name, second: Said) -> bool:
    """Whether two figures under one name are one figure with a slip."""
    stressed = a.back or b.back or _all_of(second, b)
    if how == "moved" and a.core.startswith(_SUM) and second.at.value.unit != "元":
        return True  # 总投资0.365亿元 and 总投资365万元
    if a.generic or b.generic:
        enough = _ENOUGH if stressed or len(a.core) >= _SURE else _SURE
        return (how == "exchanged" and digits >= enough) or _all_of(second, b)
    return how != "changed" or digits > _SURE or stressed


def _all_of(one: Said, name: Name) -> bool:
    return name.whole and one.at.right.startswith(("全部", "均", "悉数"))


def _follows(one: Said, name: Name, core: str) -> bool:
    """Whether a name stands behind its figure, and no other one before it: N元维修资金全部."""
    words = restated_words()
    own = words.whole.sub("", name.core)
    own = words.summary.sub("", own)
    if len(own) > 1:
        return False
    right, wanted = loose(one.at.right, words), loose(core, words)
    if len(wanted) < _LEAST:
        return False
    if right.startswith(wanted):
        return True
    # 纳入自评的移民后期扶持项目资金 is 移民后期扶持资金 where a sentence sums up.
    return name.summary and any(
        right.startswith(wanted[at:]) for at in range(1, len(wanted) - _LEAST)
    )


def _apart(
    first: Said, second: Said, a: Name, b: Name, lists: Lists, *, staged: bool = False
) -> bool:
    """Whether nothing says that two figures of one name are of two things.

    Args:
        first: a figure.
        second: a later one.
        a: what the first is of.
        b: what the second is of.
        lists: the figures of each sentence.
        staged: whether it is known that both are goals, or both results.
    """
    if a.year is not None and b.year is not None and a.year != b.year:
        return False
    if a.times != b.times:
        return False
    if a.generic and b.generic and _funds(first) != _funds(second):
        return False  # 财政拨款上年结转N，当年支出M: not all 支出
    if a.back or b.back:
        return True
    if a.places and b.places and not (a.places & b.places):
        return False
    if first.at.home == second.at.home and first.at.sentence == second.at.sentence:
        return False
    if in_parallel(first, second, lists) or _beside_others(first, second):
        return False
    near = [lists[one.at.home, one.at.sentence] for one in (first, second)]
    if differ(first, second, near, staged=staged):
        return False
    return not a.core or _one_section(first, second, a.core)


def _funds(one: Said) -> set[str]:
    """Return whose money the words before a figure, or the heading, speak of."""
    return set(restated_words().funds.findall(one.lead + one.section))


def _one_section(first: Said, second: Said, core: str) -> bool:
    """Whether two figures stand in one section, or in such as deal with all of a report."""
    if first.section == second.section:
        return True
    mine, other = first.section.split("/"), second.section.split("/")
    shared = set(mine) & set(other)
    return all(
        title in shared or _deals_with_all(title, f"{core}|{two.lead}|{two.rest}|{two.section}")
        for titles, two in ((mine, second), (other, first))
        for title in titles[-1:]
    )


def _deals_with_all(title: str, known: str) -> bool:
    """Whether a heading names nothing narrower than the thing itself, or what is known."""
    plain = _YEAR.sub("", MARKER.sub("", title.strip()))
    return _BRACKETS.sub("", restated_words().sections.sub("", plain)) in known


def _beside_others(first: Said, second: Said) -> bool:
    """Whether two figures follow others of one unit that differ: 12公里投资N, 15公里投资M."""
    before = [one.before for one in (first, second)]
    if any(
        x is None or x.sentence != one.at.sentence
        for x, one in zip(before, (first, second), strict=True)
    ):
        return False
    one, other = (x for x in before if x is not None)
    if one.kind != "count" or other.kind != "count" or one.unit == first.at.unit:
        return False
    return kind(one.value) == kind(other.value) and one.value.n != other.value.n


def _units(said: Sequence[Said]) -> Iterator[Pair]:
    """Yield amounts that are said once more in another unit: N万元（即N亿元）."""
    for first, second in pairwise(said):
        a, b = first.at.value, second.at.value
        if first.run is not second.run or not isinstance(a, Amount) or not isinstance(b, Amount):
            continue
        if second.at.start - first.at.end > _NEAR:
            continue
        between = first.run.plain[first.at.end : second.at.start]
        how = _SAID_AS.fullmatch(between)
        if how is None or not (exact(a) and exact(b)):
            continue
        behind = first.run.plain[second.at.end : second.at.end + 1]
        if behind in _MORE or (between.startswith("(") and behind != ")"):
            continue
        plain = between == _PLAIN and (a.unit == b.unit or not _moved(a, b))
        if plain or agrees(b, a.n, a.half) or "×" in first.at.left:
            continue  # 3天×400元即1,200元
        yield Pair(first, second, core_of(first.at.left) or first.at.left)


def _moved(a: Amount, b: Amount) -> bool:
    """Whether one amount is the other but for its unit, as far as its digits go."""
    mine, other = (str(abs(one.n)).rstrip("0") for one in (a, b))
    short, long = sorted((mine, other), key=len)
    return len(short) > 1 and long.startswith(short)
