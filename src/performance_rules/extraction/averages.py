"""What one of something costs on average, of an amount and a number that its words point to.

    more = averages(said, is_known, budget=False)

A product is read where its three figures stand together.  An average may stand further off: behind
a semicolon, in a bracket behind its amount, in the next sentence.  The number is the nearest that
counts what it is for one of, the amount the one right before it.  Where any amount and any number
printed near it make the average, of one period or of several, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations, product
from typing import Final

from attrs import evolve

from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.making import Maker, Related
from performance_rules.extraction.relations.mentions import Mention
from performance_rules.extraction.relations.prices import Price, price_of
from performance_rules.extraction.relations.products import Product, agrees, is_counted, made_of
from performance_rules.extraction.relations.words import RelationWords, relation_words
from performance_rules.extraction.restated.statements import Said
from performance_rules.values import Amount

_COST: Final = re.compile(
    r"每(?P<per>[^\d每]{1,4}?)(?:综合|平均|单位)?(?:造价|成本|建设成本|投资)\Z"
)
_SEVERAL: Final = 8
_TIMES: Final = (1, 12, 10, 2)
"""An average may be of one of several months, of a school year, or of two terms."""
_NO_LEVEL: Final = re.compile("比|较|增|减|超|低于|高于|上年|去年|其中|每|均|标准")
_OTHER: Final = re.compile("全县|全市|全省|全国|邻县|同口径|口径|上年|去年|标准|目标|不超过|控制")
"""Before an average that is not that of the figures beside it."""


def averages(
    said: Sequence[Said], is_known: Callable[[Said], bool], *, budget: bool
) -> list[Related]:
    """Return the averages of a document, each with its amount and its number.

    Args:
        said: the figures of its prose in order.
        is_known: whether a figure is checked already.
        budget: whether the document is a budget.
    """
    words, found = relation_words(), [one.at for one in said]
    made: list[Related] = []
    for at, one in enumerate(said):
        price = _average(one.at, words)
        if price is None or is_known(one):
            continue
        near = Around.of(found, at, words)
        count, amount = _count(near, price), _amount(near)
        if count is None or amount is None or _is_shared(near):
            continue
        own = made_of(price, count, amount, 1)
        if own is None or (not agrees(own) and _is_explained(near, price)):
            continue
        runs = {own.at.home: own.run for own in said[max(0, at - 64) : at + 16]}
        made.append(Maker(runs, one.section, budget).product(own))
    return made


def _average(one: Mention, words: RelationWords) -> Price | None:
    """Return what an average is for one of; None where the figure is no average."""
    if one.kind not in ("amount", "price") or _OTHER.search(one.left):
        return None
    price = price_of(one, words)
    if price is not None and price.mean and price.period == "":
        units = (price.per[at:] for at in range(len(price.per)) if price.per[at:] in words.units)
        return evolve(price, per=next(units, price.per))  # 住院次均: of one 次
    cost = _COST.search(one.left)
    if cost is not None and cost["per"] in words.units:
        return Price(one, cost["per"], mean=True)
    return None


def _count(near: Around, price: Price) -> Mention | None:
    """Return the number of what an average is for one of: of its part, else of its sentence."""
    one = near.one
    counts = [m for m in near.before if m.home == one.home and m.depth <= one.depth]
    counts = [m for m in counts if is_counted(m, price, near.words)]
    for same in (
        [m for m in counts if m.part == one.part],
        [m for m in counts if m.sentence == one.sentence],
    ):
        if same:
            return same[0] if len({m.value.n for m in same}) == 1 else None
    return None


def _amount(near: Around) -> Mention | None:
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
    amounts = [m for m in same if m.kind == "amount" and m not in others]
    return len(amounts) < len(others) + 1


def _is_explained(near: Around, price: Price) -> bool:
    """Whether any amount, or two together, and any number near an average make it."""
    amounts = [m for m in near.figures if m.kind == "amount" and m is not price.at]
    amounts = [m for m in amounts if price_of(m, near.words) is None]
    counts = [m for m in near.figures if m.kind == "count"]
    both = [_together(a, b) for a, b in combinations(amounts[-_SEVERAL:], 2)]
    made = [made_of(price, c, a, n) for a, c, n in product(amounts, counts, _TIMES)]
    made += [made_of(price, c, a, 1) for a, c in product(both, counts)]
    return any(agrees(one) for one in made if isinstance(one, Product))


def _together(a: Mention, b: Mention) -> Mention:
    """Return two amounts as one, in the unit of the first."""
    one, other = a.value, b.value
    if not isinstance(one, Amount) or not isinstance(other, Amount) or one.unit != other.unit:
        return a
    return evolve(a, value=evolve(one, value=one.value + other.value))
