"""An average of the figures right before it.

The number is the nearest that counts what it is for one of, the amount the one right before it: in
its sentence, or, where only one number of the paragraph can be meant, in the one before.  Where
any amount and any number near it make the average, of one period or of several, nothing is said.
"""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import Final

from attrs import evolve

from performance_rules.extraction.averages.telling import is_even, is_told
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import role_of, undivided
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.prices.prices import Price, is_price, price_of
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
    is_counted,
    made_of,
)
from performance_rules.extraction.statements.said import Said
from performance_rules.values.quantity import SCALE, Amount

_COST: Final = re.compile(
    r"每(?P<per>[^\d每]{1,6}?)(?:综合|平均|单位|建设|改造|治理|实际|投入|运行|养护|管护)*(?:造价|成本|投资|费用)"
    r"(?:约|为|达|是)?\Z"
)
_CALLED: Final = re.compile(
    r"(?:\A|平均)(?P<per>[人户次车亩床生场]|人次|台次)均(?P<name>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,4}(?:费用?|支出|成本)\Z"
)
_NOUN: Final = 2
"""What an average is for one of is a noun up to so many characters, else a counter with one."""
_SEVERAL: Final = 8
_TIMES: Final = (12, 10, 2)
"""An average may be of one of several months, of a school year, or of two terms."""
_NO_LEVEL: Final = re.compile("比|较|增|减|超|低于|高于|上年|去年|其中|每|均|标准")
_OTHER: Final = re.compile(
    "全[县市省国区州旗]|邻县|同口径|口径|上年|去年|标准|目标|不超过|控制|比|较"
)
"""Before an average that is not that of the figures beside it."""
_MANY: Final = 20
_COMPARED: Final = re.compile("比|较|增加|减少|提高|降低|节约|下降|低于|高于|超|不|标准|控制")
"""In the words of a price that another one is compared with, or of a change of it."""
_ASIDE: Final = re.compile(r"(?P<head>[^\W\d]{1,12})\((?!不?含|加)[^()\d]{1,6}\)\Z")
"""A remark inside the words before a figure: 人均(次)补助."""
_PLANNED: Final = re.compile("计划|目标|拟|预计|应")


def average_of(said: Said, words: RelationWords) -> Price | None:
    """Return what an average is for one of; None where the figure is no average."""
    one = said.at
    if one.opener == ")":
        aside = _ASIDE.search(said.lead[: len(said.lead) - len(one.left)])
        one = evolve(one, left=aside["head"] + one.left) if aside is not None else one
    if _OTHER.search(one.left):
        return None
    price = price_of(one, words)
    if price is not None and price.mean and price.period == "":
        return evolve(price, at=said.at, per=_unit(price.per, words))
    called = _CALLED.search(one.left) if price is None and "均" in one.left else None
    if called is not None:
        return Price(said.at, _unit(called["per"], words), mean=True)
    cost = _COST.search(one.left)
    return Price(said.at, _unit(cost["per"], words), mean=True) if cost is not None else None


def _unit(per: str, words: RelationWords) -> str:
    """Return the counter in what an average is for one of: 次 of 住院次均, 座 of 每座大棚."""
    last = next((per[at:] for at in range(len(per)) if per[at:] in words.units), "")
    first = next((per[:n] for n in range(len(per), 0, -1) if per[:n] in words.units), "")
    return last or first or (per[:1] if len(per) > _NOUN else per)


def near_by(near: Around, price: Price) -> Product | None:
    """Return an average with the figures right before it; None where they are not clear."""
    count, amount = _count(near, price), amount_before(near)
    called = _CALLED.search(near.one.left)
    if called is not None and amount is not None and called["name"] not in amount.left:
        return None  # 住院收入A，次均药品费用B
    count, further = (count, False) if count is not None else (only_count(near, price), True)
    above = _above(near, price) if count is None else None
    count = count or above
    if count is None or amount is None or _is_shared(near):
        return None
    own = made_of(price, count, amount, 1)
    if own is None or (further and not is_told(own)):
        return None
    if above is not None and not _is_sure(own, near.words):
        return None
    return None if not agrees(own) and is_explained(near, price) else own


def _above(near: Around, price: Price) -> Mention | None:
    """Return the only number of the paragraphs above that counts what an average is for one of.

    So many that an amount comes out over them by chance once in twenty times at most.
    """
    counts = [m for m in near.before if m.depth <= near.one.depth]
    counts = undivided(m for m in counts if is_counted(m, price, near.words))
    done = [m for m in counts if _PLANNED.search(m.left) is None]
    one = done[-1] if len({m.value.n for m in done}) == 1 else None
    return one if one is not None and one.value.n >= _MANY * SCALE else None


def _is_sure(own: Product, words: RelationWords) -> bool:
    """Whether an average agrees, or an amount that is of nothing narrower comes out exactly."""
    plain = role_of(own.amount, words).plain
    return agrees(own) or (plain and is_even(own))


def _count(near: Around, price: Price) -> Mention | None:
    """Return the number of what an average is for one of: of its part, else of its sentence."""
    one = near.one
    counts = [m for m in near.before if m.home == one.home and m.depth <= one.depth]
    counts = undivided(m for m in counts if is_counted(m, price, near.words))
    for same in (
        [m for m in counts if m.part == one.part],
        [m for m in counts if m.sentence == one.sentence],
    ):
        if same:
            return same[0] if len({m.value.n for m in same}) == 1 else None
    return None


def only_count(near: Around, price: Price) -> Mention | None:
    """Return the only number of its paragraph that counts what an average is for one of."""
    one = near.one
    counts = [m for m in near.before if m.home == one.home and m.depth <= one.depth]
    counts = undivided(m for m in counts if is_counted(m, price, near.words))
    done = [m for m in counts if _PLANNED.search(m.left) is None]
    return done[-1] if len({m.value.n for m in done}) == 1 else None


def amount_before(near: Around) -> Mention | None:
    """Return the amount right before an average, or before its bracket; its number aside."""
    one = near.one
    for m in reversed(near.before):
        if m.sentence != one.sentence or m.home != one.home:
            return None
        if m.kind == "amount" and m.depth <= one.depth:
            level = price_of(m, near.words) is None and _NO_LEVEL.search(m.left) is None
            return m if level else None
    return None


def _is_shared(near: Around) -> bool:
    """Whether a sentence has fewer amounts than averages: A：船员B人，人均C；家属D人，人均E."""
    one = near.one
    same = [
        m for m in (*near.before, *near.behind) if (m.home, m.sentence) == (one.home, one.sentence)
    ]
    others = [m for m in same if m.kind in ("amount", "price") and price_of(m, near.words)]
    others = [m for m in others if m is one or _COMPARED.search(m.left) is None]
    amounts = [m for m in same if m.kind == "amount" and m not in others]
    return len(amounts) < len(others) + 1


def is_explained(near: Around, price: Price) -> bool:
    """Whether any amount, or two together, and any number near an average make it."""
    amounts = [m for m in near.figures if m.kind == "amount" and m is not price.at]
    amounts = [m for m in amounts if not is_price(m, near.words)]
    counts = [m for m in near.figures if m.kind == "count"]
    both = [_together(a, b) for a, b in combinations(amounts[-_SEVERAL:], 2)]
    told = undivided(m for m in counts if is_counted(m, price, near.words))
    made = [made_of(price, c, a, 1) for a, c in product(amounts, counts)]
    made += [made_of(price, c, a, n) for a, c, n in product(amounts, told, _TIMES)]
    made += [made_of(price, c, a, 1) for a, c in product(both, counts)]
    return any(agrees(one) for one in made if isinstance(one, Product))


def _together(a: Mention, b: Mention) -> Mention:
    """Return two amounts as one, in the unit of the first."""
    one, other = a.value, b.value
    if not isinstance(one, Amount) or not isinstance(other, Amount) or one.unit != other.unit:
        return a
    return evolve(a, value=evolve(one, value=one.value + other.value))
