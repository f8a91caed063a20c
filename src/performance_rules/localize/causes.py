"""Causes: contradictions put together under the figure whose one change settles them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve, field, frozen

from performance_rules.checking.findings import Finding, Where
from performance_rules.checking.plan import Place, nodes_of
from performance_rules.checking.result import Result
from performance_rules.checking.standing import place_of
from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.language.ground import RateCondition, leaves_of
from performance_rules.localize.attempts import TRIED, Attempt, attempts_at, mended, vouched
from performance_rules.localize.choosing import choice_of, is_certain
from performance_rules.localize.equations import after_of, needed_by
from performance_rules.localize.mends import Mend
from performance_rules.localize.network import Network, conditions_of, network_of
from performance_rules.localize.possible import alike_told, possible_of
from performance_rules.localize.proposals import (
    exchanged_told,
    kept_told,
    left_told,
    mend_told,
    units_told,
)
from performance_rules.localize.remarks import remarks_gone
from performance_rules.localize.rowmates import rowmate_told
from performance_rules.localize.smallest import smallest
from performance_rules.report.nodes import ComparisonNode
from performance_rules.report.printed import called


@frozen
class Suspect:
    """A printed figure that may be wrong: what it is of, its words, where it stands, its name.

    Attributes:
        right: with which number all fits; empty where that is not known.
    """

    title: str
    printed: str
    where: Where
    name: Message
    right: str = ""


@frozen
class Cause:
    """What is likely wrong, and the contradictions that go with it.

    Attributes:
        findings: the contradictions; the first one speaks for the others.
        figures: the figures to be mended together, in most cases one; none where nothing is likely.
        others: the figures that are as likely as the first.
        mend: what the first figure should be, where that is certain enough.
        note: which figure the report speaks for, where it is not known what another should be.
        turned: whether a change went the other way, which its mend says.
        sure: whether nothing else can be wrong.
        kept: the figures that fit elsewhere and need no mending, where none is called wrong.
        after: what the other contradictions come to once the figure is mended, in their order.
        mended: the figure that is mended with its value.
        also: what is mended with it: the rate of a change that went the other way.
    """

    findings: tuple[Finding, ...]
    figures: tuple[Suspect, ...] = ()
    others: tuple[Suspect, ...] = ()
    mend: Message | None = None
    note: Message | None = None
    turned: bool = False
    sure: bool = False
    kept: Message | None = None
    after: tuple[Message, ...] = ()
    mended: tuple[int, int] | None = None
    also: Mapping[int, int] = field(factory=dict)


def causes_of(result: Result) -> tuple[Cause, ...]:
    """Return the contradictions of a result, put together by cause, in their order.

    Args:
        result: what a check found; findings other than contradictions have no cause here.
    """
    errors = [(place, one) for place, one in result.failed if one.severity == "error"]
    found = [(place, one) for place, one in errors if not _is_scaled(result, place)]
    network = network_of(result, [place for place, _ in found])
    ways = [way for part in _parts(network) for way in _fewest(network, part)]
    left = _left(network, [attempts for _, attempts in ways])
    causes: list[tuple[int, Cause]] = []
    for settled, attempts in ways:
        places = sorted(settled)
        findings = [found[index][1] for index in places]
        if len(findings) > 1 and attempts and attempts[0].against:  # it does not stand alone
            causes.extend(zip(places, map(_alone, findings), strict=True))
        else:
            causes.append((places[0], _cause(network, places, tuple(findings), attempts, left)))
    mends = [cause.mended for _, cause in causes if cause.mended is not None]
    ordered = _of_one_comparison(network, sorted(causes, key=lambda pair: pair[0]))
    told = [_with_rowmate(network, index, cause, mends) for index, cause in ordered]
    return tuple(_with_remarks(result, network, told))


def _of_one_comparison(
    network: Network, causes: Sequence[tuple[int, Cause]]
) -> list[tuple[int, Cause]]:
    """Return causes, two that look at the same figures of a comparison as one: rate and word."""
    found: list[tuple[int, Cause]] = []
    for index, cause in causes:
        alone = len(cause.findings) == 1 and cause.mend is None and cause.note is None
        at = next((i for i, (n, _) in enumerate(found) if _is_same(network, n, index)), None)
        if at is None or not alone:
            found.append((index, cause))
        else:
            first, head = found[at]
            found[at] = (first, evolve(head, findings=(*head.findings, *cause.findings)))
    return found


def _is_same(network: Network, first: int, second: int) -> bool:
    """Whether two broken places are of one comparison, and one looks at no figure of its own."""
    one, other = network.broken[first], network.broken[second]
    if one.bound != other.bound or len(one.bound) != 1:
        return False
    compared = isinstance(nodes_of(one, network.tree)[0], ComparisonNode)
    figures, others = leaves_of(one.asserts), leaves_of(other.asserts)
    return compared and (figures <= others or others <= figures)


def _with_remarks(result: Result, network: Network, causes: Sequence[Cause]) -> Iterator[Cause]:
    """Yield causes with the remarks that go away with their mends, each under the first of them."""
    gone = set[int]()
    for cause in causes:
        if cause.mended is None:
            yield cause
            continue
        number, value = cause.mended
        below = [
            one
            for one in remarks_gone(result, network, {number: value, **cause.also})
            if id(one) not in gone
        ]
        gone |= {id(one) for one in below}
        yield evolve(cause, findings=(*cause.findings, *below))


def _with_rowmate(
    network: Network, place: int, cause: Cause, mends: Sequence[tuple[int, int]]
) -> Cause:
    """Return a cause of which nothing is mended with what a mend of the same row makes of it."""
    if cause.mend is not None or cause.note is not None or len(cause.findings) > 1:
        return cause
    told = rowmate_told(network, place, mends)
    return cause if told is None else evolve(cause, note=told, sure=True)


def _is_scaled(result: Result, place: Place) -> bool:
    """Whether a score is held against a scale: what is due is reckoned, and no slip is looked for.

    On a scale a score is compared with a percentage, though it is none itself.
    """
    leaves = result.tree.leaves
    return any(
        isinstance(one, RateCondition)
        and one.op != "=="
        and one.claim.kind == "percent"
        and any(leaves[n].kind == "count" for n, _ in one.claim.terms)
        for one in conditions_of(place.asserts)
    )


def _alone(finding: Finding) -> Cause:
    return Cause((finding,))


def _left(network: Network, ways: Sequence[Sequence[Attempt]]) -> set[int]:
    """Return the figures of the places that fail even where all certain mends are made."""
    firsts = [attempts[0] for attempts in ways if attempts and is_certain(network, attempts)]
    made = [one for one in firsts if one.mend is not None and not one.against]
    changed = {one.figure: _mended(one) for one in made}
    for one in made:
        changed |= one.also
    worded = {n for one in made if one.turned for n in one.settled}  # the words go with the sign
    failing = (n for n in network.fails(changed) if n not in worded)
    places = (network.broken[n] for n in failing if n in network.broken)
    return {network.one(n) for place in places for n in needed_by(place.asserts)}


def _mended(one: Attempt) -> int:
    return one.mend.value if one.mend is not None else one.value


def _parts(network: Network) -> Iterator[set[int]]:
    """Yield the broken places, those that share a figure together."""
    left = {index: network.figures_of(place) for index, place in network.broken.items()}
    while left:
        first = next(iter(left))
        part, figures = {first}, left.pop(first)
        while more := [index for index, own in left.items() if own & figures]:
            for index in more:
                part.add(index)
                figures = figures | left.pop(index)
        yield part


def _fewest(network: Network, part: set[int]) -> list[Explained]:
    """Return broken places explained one figure after the other, or by a smaller set of figures."""
    found = list(_explained(network, part))
    if len(found) < 2:
        return found
    among = smallest(network, part)
    other = list(_explained(network, part, frozenset(among))) if among else found
    return min(found, other, key=lambda way: (sum(not a for _, a in way), len(way)))


Explained: TypeAlias = tuple[Sequence[int], Sequence["Attempt"]]
"""Broken places, and the attempts that settle them, the likeliest first."""


def _explained(
    network: Network, part: set[int], among: frozenset[int] | None = None
) -> Iterator[Explained]:
    """Yield broken places explained by the figure that settles most, then by that of the rest.

    Args:
        network: the report.
        part: the broken places.
        among: the figures that may be changed; all of them by default.
    """
    left, changed = set(part), dict[int, int]()
    while left:
        attempts = attempts_at(network, left, changed)
        if among is not None:
            attempts = [one for one in attempts if one.figure in among]
        if not attempts:
            yield from (((index,), ()) for index in sorted(left))
            return
        best = max(attempts, key=lambda one: (one.gain, -one.made))
        alike = [a for a in attempts if (a.gain, a.made) == (best.gain, best.made)]
        alike = [a for a in alike if a.settled == best.settled]
        alike = [vouched(network, one) for one in alike]
        alike.sort(key=lambda one: one.rank)
        ranked = sorted(
            [*(mended(network, one, changed) for one in alike[:TRIED]), *alike[TRIED:]],
            key=lambda one: one.rank,
        )
        settled = ranked[0].settled & left
        yield tuple(settled), ranked
        left -= settled
        changed |= {ranked[0].figure: ranked[0].value, **ranked[0].also}


# ── in words ──


def _cause(
    network: Network,
    places: Sequence[int],
    findings: tuple[Finding, ...],
    attempts: Sequence[Attempt],
    left: set[int],
) -> Cause:
    """Return a cause in words.

    Args:
        network: the report.
        places: the numbers of the places that fail.
        findings: the contradictions that go with it.
        attempts: the figures that settle them all, the likeliest first.
        left: the figures that are in dispute whatever is mended.
    """
    exchanged = exchanged_told(network, places)
    if exchanged is not None or not attempts:
        return Cause(findings, note=exchanged or units_told(network, places))
    first, *rest = attempts
    others = [one for one in rest if one.rank == first.rank]
    choice = choice_of(network, attempts, left)
    if choice is not None:
        told = mend_told(network, choice)
        figures = (_suspect(network, choice.attempt.figure),)
        turned, after = choice.attempt.turned, _after(network, places, choice.attempt.mend)
        mend = choice.attempt.mend
        return Cause(
            findings,
            figures,
            (),
            told,
            turned=turned,
            sure=choice.sure,
            after=after,
            mended=(mend.figure, mend.value) if mend is not None else None,
            also=choice.attempt.also,
        )
    possible = possible_of(network, places, attempts)
    kept = possible.kept if possible is not None and not possible.sure else None
    if kept is not None and findings[0].answer is not None:
        return Cause(findings, kept=kept)
    if possible is not None and possible.figure is not None:
        figures = (_suspect(network, possible.figure),)
        return Cause(findings, figures, (), possible.told, sure=possible.sure)
    suspects = tuple(_suspect(network, one.figure, one.mend) for one in others)
    if possible is not None and len(findings) == 1:
        return Cause(
            findings, (_suspect(network, first.figure, first.mend),), suspects, note=possible.told
        )
    note, sure = units_told(network, places), False
    if note is None and (left_over := left_told(network, attempts)) is not None:
        note, sure = left_over
    note = note or kept_told(network, attempts)
    if note is None and len(places) == 1:
        note = alike_told(network, attempts)
    figures = (_suspect(network, first.figure, first.mend),)
    return Cause(findings, figures, suspects, note=note, sure=sure)


def _after(network: Network, places: Sequence[int], mend: Mend | None) -> tuple[Message, ...]:
    """Return what the places behind the first come to once a figure is mended."""
    if mend is None or mend.slip in ("sign", "denominator"):
        return ()
    return tuple(
        after_of(network, network.broken[index], mend.figure, mend.value, mend.printed)
        for index in places[1:]
    )


def _suspect(network: Network, figure: int, mend: Mend | None = None) -> Suspect:
    leaf = network.leaf(figure)
    right = mend.printed if mend is not None and not mend.printed.startswith("-") else ""
    return Suspect(leaf.name, spoken(leaf.quantity), place_of(leaf), called(leaf), right)
