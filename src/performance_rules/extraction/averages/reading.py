"""The averages of a document's prose, each with its amount and its number.

    more = averages(said, is_known, budget=False)

A product is read where its three figures stand together.  An average may stand further off: of
figures right before it (`near`), of the only ones that can be meant (`distant`), of a time
(`overtime`), or of what has the same name in lists before it (`called`).  An amount may be what a
price and a number near it make (`reckoned`), or several of both told in turn (`rows`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from performance_rules.extraction.averages.called import called
from performance_rules.extraction.averages.distant import distant
from performance_rules.extraction.averages.near import average_of, near_by
from performance_rules.extraction.averages.overtime import over_time
from performance_rules.extraction.averages.receptions import of_guests
from performance_rules.extraction.averages.reckoned import reckoned
from performance_rules.extraction.averages.rows import of_row, rows
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.words import RelationWords, relation_words
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.making import Maker
from performance_rules.extraction.relations.prices.factors import is_made_otherwise
from performance_rules.extraction.relations.prices.prices import price_of
from performance_rules.extraction.relations.prices.products import Product
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.statements.said import Said

_MEAN: Final = "均"
_EACH: Final = "每"
_PRICE: Final = "单价"
"""In the words of a figure that may be an average, where no bracket parts them: 人均(次)补助."""
_LISTED: Final = "均"
"""In the label of a list of averages."""


def averages(
    said: Sequence[Said], is_known: Callable[[Said], bool], *, budget: bool
) -> list[Related]:
    """Return the averages of a document, each with its amount and its number.

    Args:
        said: the figures of its prose in order.
        is_known: whether a figure is checked already.
        budget: whether the document is a budget.
    """
    priced = {one.at.home for one in said if one.at.kind == "price" or _may_be(one.at)}
    if not priced and not any(_LISTED in one.at.label for one in said):
        return []
    words, found = relation_words(), [one.at for one in said]
    lists = {one.at.home for one in said if _LISTED in one.at.label and one.at.kind == "amount"}
    counts = [at for at, one in enumerate(found) if one.kind == "count"]
    prices = [at for at, one in enumerate(found) if price_of(one, words) is not None]
    made: list[Related] = []
    for at, one in enumerate(said):
        listed = one.at.kind == "amount" and one.at.home in lists
        mean = listed or _may_be(one.at)
        made_of = one.at.kind == "amount" and one.at.home in priced
        made_of = made_of and Around.has(counts, at) and Around.has(prices, at)
        if not (mean or made_of) or is_known(one):
            continue
        own = _product(one, found, at, words) if mean else None
        near = Around.of(found, at, words)
        several = rows(one, near) if not mean else None
        if several is None and not mean:
            own = own or of_row(one, near)
        own = own or (reckoned(one, near) if several is None else None)
        if own is not None and is_made_otherwise(own, near.figures, words):
            continue
        if own is None and several is None:
            continue
        runs = {own.at.home: own.run for own in said[max(0, at - 64) : at + 16]}
        maker = Maker(runs, one.section, budget)
        made += [maker.product(own)] if own is not None else []
        made += [maker.total(several)] if several is not None else []
    return made


def _may_be(one: Mention) -> bool:
    """Whether a figure may be an average by its own words, at a glance."""
    if one.kind not in ("amount", "price"):
        return False
    left = one.left
    return one.opener == ")" or _MEAN in left or _EACH in left or _PRICE in left


def _product(one: Said, found: Sequence[Mention], at: int, words: RelationWords) -> Product | None:
    """Return the product that a figure is the average of, or None."""
    near = Around.of(found, at, words)
    price = average_of(one, words)
    own = near_by(near, price) if price is not None else None
    own = own or (of_guests(near, price) if price is not None else None)
    given = price or (price_of(one.at, words) if _EACH in one.at.left else None)
    own = own or (distant(near, given) if given is not None and not given.period else None)
    return own or over_time(one, near) or called(one, near)
