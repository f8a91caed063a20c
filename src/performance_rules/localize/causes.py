"""Causes: contradictions put together under the figure whose one change settles them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import evolve, field, frozen

from performance_rules.checking.findings import Finding, Where
from performance_rules.checking.result import Result
from performance_rules.checking.standing import place_of
from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.localize.mends import SLIPS, Mend, is_signed, mend_of
from performance_rules.localize.network import Network, network_of
from performance_rules.localize.smallest import smallest
from performance_rules.report.nodes import Leaf
from performance_rules.report.phrases import JOINT

_TRIED: Final = 6
"""Of how many equally good figures a small mend is looked for."""

_MOST: Final = 300
"""Most figures of which it is tried what their change settles."""


@frozen
class Suspect:
    """A printed figure that may be wrong: what it is of, its words, and where it stands."""

    title: str
    printed: str
    where: Where


@frozen
class Cause:
    """What is likely wrong, and the contradictions that go with it.

    Attributes:
        findings: the contradictions; the first one speaks for the others.
        figures: the figures to be mended together, in most cases one; none where nothing is likely.
        others: the figures that are as likely as the first.
        mend: what the first figure should be, where that is certain enough.
    """

    findings: tuple[Finding, ...]
    figures: tuple[Suspect, ...] = ()
    others: tuple[Suspect, ...] = ()
    mend: Message | None = None


@frozen
class Attempt:
    """A figure, the value that suits it best, and what comes of it.

    Attributes:
        settled: the places that no longer fail.
        made: how many places fail then that did not.
        vouched: how many other equations the figure fits as it is printed.
        odd: what else makes it more or less likely.
        mend: what it should be, where that was looked for.
        against: the equations with the figure that fail even so, where nothing else is changed.
    """

    figure: int
    value: int
    settled: frozenset[int]
    made: int
    vouched: int = 0
    odd: int = 0
    mend: Mend | None = field(default=None, eq=False)
    against: frozenset[int] = frozenset()

    @property
    def gain(self) -> int:
        """By how many there are fewer contradictions."""
        return len(self.settled) - self.made

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """How likely it is among figures that settle the same: the smaller the likelier."""
        slip = SLIPS.index(self.mend.slip) if self.mend else len(SLIPS)
        return self.odd, slip // _ALIKE, self.vouched, slip

    @property
    def small(self) -> bool:
        """Whether a slip of the pen explains it."""
        return self.mend is not None and SLIPS.index(self.mend.slip) < _ALIKE


_ALIKE: Final = SLIPS.index("digit")
"""Slips before this one are real ones; a digit mistaken explains any difference."""


def causes_of(result: Result) -> tuple[Cause, ...]:
    """Return the contradictions of a result, put together by cause, in their order.

    Args:
        result: what a check found; findings other than contradictions have no cause here.
    """
    found = [(place, one) for place, one in result.failed if one.severity == "error"]
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
            causes.append((places[0], _cause(network, tuple(findings), attempts, left)))
    return tuple(cause for _, cause in sorted(causes, key=lambda pair: pair[0]))


def _alone(finding: Finding) -> Cause:
    return Cause((finding,))


def _left(network: Network, ways: Sequence[Sequence[Attempt]]) -> set[int]:
    """Return the figures of the places that fail even where all certain mends are made."""
    firsts = [attempts[0] for attempts in ways if attempts and _is_certain(network, attempts)]
    mends = [one.mend for one in firsts if one.mend is not None and not one.against]
    changed = {mend.figure: mend.value for mend in mends}
    places = (network.broken[n] for n in network.fails(changed) if n in network.broken)
    return {figure for place in places for figure in network.figures_of(place)}


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
        attempts = _attempts(network, left, changed)
        if among is not None:
            attempts = [one for one in attempts if one.figure in among]
        if not attempts:
            yield from (((index,), ()) for index in sorted(left))
            return
        best = max(attempts, key=lambda one: (one.gain, -one.made))
        alike = [a for a in attempts if (a.gain, a.made) == (best.gain, best.made)]
        alike = [a for a in alike if a.settled == best.settled]
        alike = [_vouched(network, one) for one in alike]
        alike.sort(key=lambda one: one.rank)
        ranked = sorted(
            [*(_mended(network, one, changed) for one in alike[:_TRIED]), *alike[_TRIED:]],
            key=lambda one: one.rank,
        )
        settled = ranked[0].settled & left
        yield tuple(settled), ranked
        left -= settled
        changed[ranked[0].figure] = ranked[0].value


def _attempts(network: Network, left: set[int], changed: Mapping[int, int]) -> list[Attempt]:
    """Return what comes of changing each figure of some places, where it is for the better."""
    places = [network.broken[index] for index in sorted(left)]
    figures = dict.fromkeys(n for place in places for n in sorted(network.figures_of(place)))
    before = network.fails(changed) if changed else set()
    found = []
    for figure in list(figures)[:_MOST]:
        if figure in changed:
            continue
        touched = {network.numbers[place] for place in network.touching.get(figure, ())}
        failed = [network.broken[index] for index in sorted(left & touched)]
        best: Attempt | None = None
        for value in network.values_for(figure, changed):
            tried = {**changed, figure: value}
            settled = frozenset(network.settled(tried, failed))
            if best is not None and len(settled) <= best.gain:
                continue
            made = len(network.fails(tried) - left - before - network.broken.keys())
            if best is None or len(settled) - made > best.gain:
                best = Attempt(figure, value, settled, made)
        if best is not None and best.gain > 0:
            found.append(best)
    return found


def _vouched(network: Network, one: Attempt) -> Attempt:
    values = network.tree.values
    holding = network.attested(one.figure, _own(network, one))
    leaf = network.leaf(one.figure)
    odd = 1 if one.value < 0 <= values[one.figure] and not is_signed(leaf) else 0
    odd -= 1 if network.outgrown(one.figure) else 0
    return evolve(one, vouched=holding, odd=odd)


def _mended(network: Network, one: Attempt, changed: Mapping[int, int]) -> Attempt:
    """Return an attempt with the small mend of its figure, if there is one."""
    settled = [network.broken[index] for index in sorted(one.settled)]
    before = network.fails({**changed, one.figure: one.value})

    def fits(value: int) -> bool:
        tried = {**changed, one.figure: value}
        holding = sum(1 for _ in network.settled(tried, settled))
        return holding == len(settled) and network.fails(tried) <= before

    mend = mend_of(network, one.figure, one.value, fits)
    alone = network.fails({one.figure: one.value if mend is None else mend.value})
    touched = {network.numbers[place] for place in network.equating(one.figure)}
    return evolve(one, mend=mend, against=frozenset(alone & touched))


# ── in words ──


def _cause(
    network: Network, findings: tuple[Finding, ...], attempts: Sequence[Attempt], left: set[int]
) -> Cause:
    """Return a cause in words.

    Args:
        network: the report.
        findings: the contradictions that go with it.
        attempts: the figures that settle them all, the likeliest first.
        left: the figures that are in dispute whatever is mended.
    """
    if not attempts:
        return Cause(findings)
    first, *rest = attempts
    others = [one for one in rest if one.rank == first.rank]
    suspects = tuple(_suspect(network.leaf(one.figure)) for one in others)
    mend = None
    if first.mend is not None and not first.against and _is_certain(network, attempts):
        doubtful = bool(left & (_own(network, first) - {first.figure}))
        mend = _told(network, first.mend, doubtful=doubtful)
    return Cause(findings, (_suspect(network.leaf(first.figure)),), suspects, mend)


def _own(network: Network, one: Attempt) -> set[int]:
    """Return the figures of the places that a change settles."""
    return {n for index in one.settled for n in network.figures_of(network.broken[index])}


def _is_certain(network: Network, attempts: Sequence[Attempt]) -> bool:
    """Whether it is the first of some figures that has to be mended.

    What would mend one figure of several that may be wrong says little, unless it is a slip, or
    each of the others, and not this one, fits further numbers as it is printed.
    """
    first, *rest = attempts
    if not rest or (first.small and not any(one.small for one in rest)):
        return True
    own = _own(network, first)
    return not network.attested(first.figure, own) and all(
        network.attested(one.figure, own) for one in rest
    )


def _suspect(leaf: Leaf) -> Suspect:
    return Suspect(leaf.name, spoken(leaf.quantity), place_of(leaf))


_SLIPS: Final[Mapping[str, Message]] = {
    "unit": Message("单位写错", "the unit is wrong"),
    "sign": Message("正负号写错", "the sign is wrong"),
    "exchanged": Message("相邻两位数字颠倒", "two digits are exchanged"),
    "lost": Message("漏了一位数字", "a digit is lost"),
    "doubled": Message("多了一位数字", "there is a digit too many"),
    "digit": Message("错了一位数字", "one digit is wrong"),
    "exact": Message("", ""),
}


def _told(network: Network, mend: Mend, *, doubtful: bool) -> Message:
    """Return what a figure should be, or may have to be where what speaks for it is in dispute."""
    leaf = network.leaf(mend.figure)
    said = spoken(leaf.quantity)
    if mend.whole is not None:
        whole = network.leaf(mend.whole)
        other, name = spoken(whole.quantity), whole.name.rpartition(JOINT)[2]
        return Message(
            f"{said} 是除以{name} {other} 得来的，分母用错了，应为 {mend.printed}",
            f"{said} is of {other}, the wrong whole; it should be {mend.printed}",
        )
    slip = _SLIPS[mend.slip]
    zh = f"（疑{slip.zh}）" if slip.zh else ""
    en = f" ({slip.en})" if slip.en else ""
    if mend.slip == "sign":
        way = _WAYS[leaf.path.rpartition(".")[2] == "rate"][mend.printed.startswith("-")]
        zh = f"（即{way} {mend.printed.removeprefix('-')}，疑方向写反）"
    if doubtful:
        return Message(f"{said} 可能应为 {mend.printed}{zh}", f"{said} may be {mend.printed}{en}")
    return Message(f"{said} 应为 {mend.printed}{zh}", f"{said} should be {mend.printed}{en}")


_WAYS: Final = (("增加", "减少"), ("增长", "下降"))
"""How a change above and below nothing is called, of an amount and of a rate."""
