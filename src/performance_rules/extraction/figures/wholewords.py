"""The words by which a list is said to be of a whole, and to be all of it.

The data stands in ``rules/lexicons/lists.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from attrs import frozen

from performance_rules.extraction.figures.partitions import Kind
from performance_rules.extraction.figures.words import any_of
from performance_rules.lexicon.resources import lexicon_data

_VERB: Final = 3
"""A verb that ends with its direction has no more characters: 交流出."""


TAKEN: Final = re.compile("[(][^()。;]{0,8}(?:调减|核减|扣减|扣除|冲减|抵减)[^()。;]*[)]")
"""What a bracket behind a part says is taken off: 追加N（另调减M，已扣除）."""


@frozen(eq=False)
class KindsOf:
    """What a whole is called, and what the kinds are called that make it up.

    Attributes:
        whole: the names of the whole.
        kinds: the kinds, each with its names.
        apart: whether other figures may stand between.
    """

    whole: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]
    apart: bool


@frozen(eq=False)
class WholeWords:
    """The words of lists.

    Attributes:
        some: what follows is of what stands before.
        all: what follows is all of it.
        divided: 按A and such a word: what follows is all of it.
        titled: how a line ends that names a whole and says that its parts follow: 支出构成：.
        aspects: what things are divided by: 从来源看, 分地区, 按用途.
        composed: the words behind a list that began with 由.
        counted: a number of parts: 三部分, 四类.
        more: how words behind a list begin that say that there is more.
        closed: how words behind a list begin that say that there is nothing more.
        main: words before a list that say that it holds the most important ones.
        overlapping: words that say that parts have something in common.
        opposed: how two parts begin of which one makes good the other.
        opposing: each of these beginnings.
        taken: an amount that is taken off, with its words.
        fates: what becomes of money, which names no part of it.
        arrived: how a name ends of which not what was spent is told, but what came or was left.
        narrower: kinds of expenditure, whose parts are no parts of all of it.
        holding: words in the names of two parts of which the first holds the second.
        turns: what their verbs end with, if they have the same verb.
        short: words that say that the parts are less than the whole.
        crossing: what people are besides, whatever else they are.
        carried: what was carried over, which is a part of what there is.
        planned: words for what is planned.
        spent: words for what was done.
        rest: how the last part of a list begins that leaves nothing out.
        accounts: what makes such a part an item of the accounts.
        changes: words that make a figure no whole.
        apart: words in a name that make its figure no part of a list.
        named: names of things that only look like such words.
        partitions: kinds that are all there are; each with the ways it is written.
        sources: who gives money.
        posts: what persons are employed as, which they are but once.
        states: states of things.
        absent: how the state begins that is the absence of the others.
        within: what is always within another thing, the inner one first.
        around: words around the name of a whole, or of a kind of it, that change neither.
        beside: wholes whose kinds are told beside them with no word that opens a list.
    """

    some: re.Pattern[str]
    all: re.Pattern[str]
    divided: re.Pattern[str]
    titled: re.Pattern[str]
    aspects: tuple[str, ...]
    composed: re.Pattern[str]
    counted: re.Pattern[str]
    more: tuple[str, ...]
    closed: tuple[str, ...]
    main: re.Pattern[str]
    overlapping: re.Pattern[str]
    opposed: tuple[tuple[str, str], ...]
    opposing: tuple[str, ...]
    holding: tuple[tuple[str, str], ...]
    taken: re.Pattern[str]
    fates: tuple[str, ...]
    turns: tuple[tuple[str, str], ...]
    arrived: tuple[str, ...]
    narrower: tuple[str, ...]
    short: re.Pattern[str]
    crossing: re.Pattern[str]
    carried: tuple[str, ...]
    planned: re.Pattern[str]
    spent: re.Pattern[str]
    rest: tuple[str, ...]
    accounts: tuple[str, ...]
    changes: re.Pattern[str]
    apart: re.Pattern[str]
    named: re.Pattern[str]
    partitions: tuple[tuple[Kind, ...], ...]
    sources: re.Pattern[str]
    posts: re.Pattern[str]
    states: tuple[str, ...]
    absent: tuple[str, ...]
    within: tuple[tuple[str, str], ...]
    around: tuple[str, ...]
    beside: tuple[KindsOf, ...]

    def opposites(self, name: str) -> tuple[str, ...]:
        """Return how the part begins that makes good the one of a name: 调出 to 调入N."""
        found = []
        if name.startswith(self.opposing):
            both = (*self.opposed, *((b, a) for a, b in self.opposed))
            found = [b for a, b in both if name.startswith(a)]
        for pair in self.turns:
            for one, other in (pair, pair[::-1]):
                stem, turn, _ = name[:_VERB].partition(one)
                found += [stem + other] if stem and turn else []
        return tuple(found)


@lru_cache(maxsize=1)
def whole_words() -> WholeWords:
    """Return the shipped words."""
    data = lexicon_data("lists")
    kinds = tuple(
        tuple(Kind.of(kind.split("|")) for kind in one["kinds"]) for one in data["partition"]
    )
    return WholeWords(
        some=any_of(data["some"]),
        all=any_of(data["all"]),
        divided=re.compile(
            rf"按[^,，。;:()\d]{{1,12}}?(?:{any_of(data['divided']).pattern})(?=[,，:为])"
        ),
        titled=re.compile(
            rf"(?:{any_of(data['titled']).pattern})(?:情况)?(?=:)|(?<=具体)(?:支出|使用)(?=:)"
        ),
        aspects=tuple(data["aspects"]),
        composed=re.compile("共同组成|构成|组成"),
        counted=re.compile(
            rf"(?=[两二三四五六七八九十\d])([两二三四五六七八九十]|\d{{1,2}})(?:{any_of(data['kinds']).pattern})"
        ),
        more=tuple(data["more"]),
        closed=tuple(data["closed"]),
        main=any_of(data["main"]),
        overlapping=any_of(data["overlapping"]),
        opposed=tuple((one, other) for one, other in data["opposed"]),
        opposing=tuple(begin for pair in data["opposed"] for begin in pair),
        taken=re.compile(rf"(?:{any_of(data['taken']).pattern})[^,，。;；:：\d]{{0,16}}\d"),
        fates=tuple(data["fates"]),
        arrived=tuple(data["arrived"]),
        narrower=tuple(data["narrower"]),
        holding=tuple((one, other) for one, other in data["holding"]),
        turns=tuple((one, other) for one, other in data["turns"]),
        short=any_of(data["short"]),
        crossing=any_of(data["crossing"]),
        carried=tuple(data["carried"]),
        planned=any_of(data["planned"]),
        spent=any_of(data["spent"]),
        rest=tuple(data["rest"]),
        accounts=tuple(data["accounts"]),
        changes=any_of(data["changes"]),
        apart=any_of((*data["changes"], *data["apart"])),
        named=any_of(data["named"]),
        partitions=kinds,
        sources=any_of(data["sources"]),
        posts=any_of(data["posts"]),
        states=tuple(data["states"]),
        absent=tuple(data["absent"]),
        within=tuple((inner, outer) for inner, outer in data["within"]),
        around=tuple(data["around"]),
        beside=tuple(map(_kinds_of, data["beside"])),
    )


def _kinds_of(one: Mapping[str, Any]) -> KindsOf:
    kinds = tuple(tuple(kind.split("|")) for kind in one["kinds"])
    return KindsOf(tuple(one["whole"]), kinds, bool(one.get("apart")))
