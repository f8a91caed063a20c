"""Figures of a paragraph that make each other: products, balances, rates, changes, sums, shares."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.relations.changes.changing import all_changes
from performance_rules.extraction.relations.changes.differing import DIFFERS, differing
from performance_rules.extraction.relations.changes.opposed import turned
from performance_rules.extraction.relations.changes.risen import risen
from performance_rules.extraction.relations.changes.sequences import implied
from performance_rules.extraction.relations.composing import composed
from performance_rules.extraction.relations.making import Maker
from performance_rules.extraction.relations.paragraph import Paragraph
from performance_rules.extraction.relations.parts.accountnatures import account_natures
from performance_rules.extraction.relations.parts.addedto import ADDED, added_to
from performance_rules.extraction.relations.parts.allwholes import all_wholes, not_added
from performance_rules.extraction.relations.parts.attested import attested
from performance_rules.extraction.relations.parts.parallels import PARALLEL, parallels
from performance_rules.extraction.relations.parts.subsets import contents
from performance_rules.extraction.relations.parts.turns import TURNS, turns
from performance_rules.extraction.relations.parts.wholes import Whole
from performance_rules.extraction.relations.parts.yearparts import year_parts
from performance_rules.extraction.relations.prices.bundles import bundles, standards
from performance_rules.extraction.relations.prices.factors import stated
from performance_rules.extraction.relations.prices.monthly import by_month, monthly
from performance_rules.extraction.relations.rates.allrates import RATES, all_rates
from performance_rules.extraction.relations.rates.compositions import compositions
from performance_rules.extraction.relations.rates.listshares import SHARES, all_portions
from performance_rules.extraction.relations.rates.twofigures import two_figures
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.relations.stocks.balances import balances
from performance_rules.extraction.relations.stocks.triples import triples, year_ends
from performance_rules.extraction.relations.totals import Total, totals
from performance_rules.extraction.relations.unsaid import unsaid


def priced(one: Paragraph, maker: Maker) -> Iterator[Related]:
    """Yield the prices, numbers and amounts of a paragraph, and what a whole holds.

    Args:
        one: the paragraph.
        maker: makes relations of its figures.
    """
    text, own, words = one.text, one.own, one.words
    if one.priced:
        yield from map(maker.product, stated(text, own, words))
    yield from map(maker.product, monthly(text, own))
    yield from map(maker.product, by_month(text, own, words))
    for product in standards(one.near, words):
        if one.reaches(product.price, product.count, product.amount):
            yield maker.product(product).told_in(one.home)  # its amount may stand before
    if one.priced:
        yield from map(maker.total, bundles(text, own, words))
    yield from map(maker.total, contents(text, own, words))


def worked(one: Paragraph, maker: Maker, pages: Maker, moved: Collection[Mention]) -> list[Related]:
    """Return the balances, rates, changes, sums and shares of a paragraph, in this order.

    Args:
        one: the paragraph.
        maker: makes relations of its figures.
        pages: makes relations of figures of which some stand in paragraphs before.
        moved: what is left of stocks, which was read already.
    """
    text, home, own, words = one.text, one.home, one.own, one.words
    parts = one.parts
    left = [
        maker.balance(m)
        for m in balances(text, parts, words, home)
        if m.left not in moved and one.reaches(*m.received, m.spent, m.left)
    ]
    sums = [m for m in totals(parts, words, home, text) if m.total not in moved]
    found = all_wholes(text, own, one.recent, words)
    listed = [
        pages.whole(m).told_in(home)
        for m in (not_added(found, sums) if found else ())
        if not any(part in moved for part in (m.total, *(part for _, part in m.parts)))
        and not any(word in part.left for _, part in m.parts for word in words.less)
    ]
    said = {m.at for m in left}
    left += [m for m in map(maker.balance, triples(own)) if m.at not in said]
    left += [maker.movement(m) for m in year_ends(text, own) if m.left not in moved]
    rates = all_rates(text, own, parts, home, words) if one.holds(RATES) else ()
    rated = [*map(maker.rate, rates), *map(maker.rate, two_figures(own))]
    return [
        *left,
        *rated,
        *_changed(one, maker),
        *map(maker.total, _sums(one, sums, moved)),
        *unsaid(listed, left),  # 应发A，已发B，未发C is told of what is left
        *unsaid(_shared(one, maker, pages), rated),  # 决算B，占预算的P is a rate of the two
    ]


def _changed(one: Paragraph, maker: Maker) -> Iterator[Related]:
    """Yield the changes of a paragraph; without a word for one it tells none."""
    if one.rated and one.holds(DIFFERS):
        yield from map(maker.change, differing(one.own))
    if not one.moves:
        return
    text, own, words = one.text, one.own, one.words
    yield from map(maker.change, all_changes(text, one.recent, own, one.home, words))
    yield from map(maker.implied, implied(one.near, own, words))
    yield from (evolve(maker.implied(m), spare=True) for m in risen(text, own, words))
    yield from map(maker.implied, turned(own, words))


def _shared(one: Paragraph, maker: Maker, pages: Maker) -> Iterator[Related]:
    """Yield the shares of a paragraph with what they are of."""
    if one.rated:
        made = compositions(one.text, one.own)
        yield from (composed(m, pages.runs[one.home], pages.section) for m in made)
    for told in attested(one.text, one.own):
        yield maker.whole(told) if isinstance(told, Whole) else maker.portion(told)
    if one.holds(PARALLEL):
        yield from map(maker.whole, parallels(one.own))
    for m in all_portions(one.near, one.own, one.words) if one.holds(SHARES) else ():
        if one.reaches(m.figure, m.whole, m.share):
            yield maker.portion(m)


def _sums(one: Paragraph, told: list[Total], moved: Collection[Mention]) -> Iterator[Total]:
    """Yield the sums of a paragraph in whatever way it tells them."""
    yield from told
    yield from year_parts(one.text, one.own)
    yield from account_natures(one.own)
    if one.holds(ADDED):
        yield from (m for m in added_to(one.text, one.own) if m.total not in moved)
    if one.holds(TURNS):
        yield from turns(one.text, one.own, one.words)
