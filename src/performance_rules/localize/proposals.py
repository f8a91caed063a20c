"""Telling: what a figure should be, in words, and which figure the report itself speaks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from performance_rules.checking.plan import PASS
from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.language.ground import LinearCondition, RateCondition
from performance_rules.localize.attempts import Attempt, own_of
from performance_rules.localize.carried import carried
from performance_rules.localize.choosing import Choice, printed_witness
from performance_rules.localize.mends import Mend
from performance_rules.localize.network import Network, conditions_of
from performance_rules.localize.units import units_of
from performance_rules.report.nodes import Leaf
from performance_rules.report.phrases import JOINT
from performance_rules.report.printed import called
from performance_rules.values.quantity import format_scaled

_SLIPS: Final[Mapping[str, Message]] = {
    "unit": Message("单位写错", "the unit is wrong"),
    "sign": Message("正负号写错", "the sign is wrong"),
    "point": Message("小数点错位", "the decimal point is misplaced"),
    "exchanged": Message("相邻两位数字颠倒", "two digits are exchanged"),
    "lost": Message("漏了一位数字", "a digit is lost"),
    "doubled": Message("多了一位数字", "there is a digit too many"),
    "digit": Message("错了一位数字", "one digit is wrong"),
    "exact": Message("", ""),
}


_ALSO: Final = Message("近处另写有这个数", "it is printed near by")
_FITS: Final = Message("改后正好相符", "it fits then")
_SHOULD: Final = Message("{said} 应为 {right}", "{said} should be {right}")
_MAY: Final = Message("{said} 可能应为 {right}", "{said} may be {right}")
_TURNED: Final = Message("{told}（方向写反）", "{told} (it went the other way)")
_TURNED_BOTH: Final = Message(
    "{told}（方向写反，与所写的{rate} 也不合）",
    "{told} (it went the other way, as the {rate} that is printed says)",
)
_OTHER: Final = Message(
    "{said} 与别处相符（{sum}），{other} 疑有误",
    "{said} fits elsewhere ({sum}); {other} may be wrong",
)
_KEPT: Final = Message(
    "{said} 与别处相符（{sum}），请先核对其余的数",
    "{said} fits elsewhere ({sum}); look at the other figures first",
)


def mend_told(network: Network, choice: Choice) -> Message:
    """Return what a figure should be, or what it may have to be where that is not sure."""
    mend = choice.attempt.mend
    if mend is None:
        raise ValueError(choice)
    leaf = network.leaf(mend.figure)
    said = spoken(leaf.quantity)
    if mend.whole is not None:
        whole = network.leaf(mend.whole)
        other, name = spoken(whole.quantity), whole.name.rpartition(JOINT)[2]
        signed = leaf.path.endswith(".rate")
        bad, right = (_rated(one) if signed else one for one in (said, mend.printed))
        return Message(
            f"{bad} 是除以{name} {other} 得来的，分母用错了，应为{'' if signed else ' '}{right}",
            f"{said} is of {other}, the wrong whole; it should be {mend.printed}",
        )
    told = _SHOULD if choice.sure else _MAY
    if mend.slip == "sign":
        other_way = _changes(network, mend, turn=True)
        mended = told.filled(said=_changes(network, mend), right=other_way)
        rate = _against(network, mend)
        if rate is None:
            return _TURNED.filled(told=mended)
        said = spoken(rate.quantity)
        return _TURNED_BOTH.filled(told=mended, rate=Message(_rated(said), said))
    reasons = [_SLIPS[mend.slip]] if _SLIPS[mend.slip].zh else []
    if reasons and not choice.sure:
        reasons[0] = Message(f"疑{reasons[0].zh}", reasons[0].en)
    if choice.reason:
        reasons.append(Message(choice.reason, choice.reason))
    elif choice.printed:
        reasons.append(_ALSO)
    elif not choice.sure and reasons:
        reasons.append(_FITS)
    zh = f"（{'，'.join(one.zh for one in reasons)}）" if reasons else ""
    en = f" ({', '.join(one.en for one in reasons)})" if reasons else ""
    now, then = Message(said, said), Message(mend.printed, mend.printed)
    if leaf.path.endswith(".rate") and "-" in (said[0], mend.printed[0]):
        now, then = Message(_rated(said), said), Message(_rated(mend.printed), mend.printed)
    filled = told.filled(said=now, right=then)
    filled = Message(filled.zh + zh, filled.en + en)
    return carried(filled, choice.against, said, mend.printed) if choice.against else filled


def kept_told(network: Network, attempts: Sequence[Attempt]) -> Message | None:
    """Return which one of the figures in dispute makes a sum elsewhere, if it is only one."""
    own = own_of(network, attempts[0])
    kept = {n: sum_ for n in sorted(own) if (sum_ := printed_witness(network, n, own))}
    if len(kept) != 1:
        return None
    ((number, sum_),) = kept.items()
    others = [network.leaf(n) for n in own if n != number]
    if len(others) == 1 and others[0].path == network.leaf(number).path:
        other = spoken(others[0].quantity)
        return _OTHER.filled(said=spoken(network.leaf(number).quantity), sum=sum_, other=other)
    return _KEPT.filled(said=spoken(network.leaf(number).quantity), sum=sum_)


def left_told(network: Network, attempts: Sequence[Attempt]) -> tuple[Message, bool] | None:
    """Return the one figure that is left where each other one fits what is printed elsewhere.

    Returns:
        What is told of it, and whether it can only be one number: of a limit it may be less.
    """
    own = own_of(network, attempts[0])
    (one, *rest), exact = attempts, False
    leaf = network.leaf(one.figure)
    if rest or leaf.kind != "amount" or one.value <= 0 or len(own) <= _PAIR:
        return None
    if not all(_fits(network, n, own) for n in own - {one.figure}):
        return None
    if network.attested(one.figure, own):
        return None
    for index in one.settled:
        exact = any(c.op == "==" for c in conditions_of(network.broken[index].asserts)) or exact
    right = format_scaled(one.value, "amount", leaf.quantity.unit, decimals=leaf.quantity.decimals)
    told = _LEFT if exact else _LIMIT
    return told.filled(said=spoken(leaf.quantity), right=right), exact


def _fits(network: Network, number: int, own: set[int]) -> bool:
    return bool(network.attested(number, own) or printed_witness(network, number, own))


_PAIR: Final = 2
"""Of as many figures one is no more wrong than the other."""

_LEFT: Final = Message(
    "{said} 应为 {right}（其余的数都与别处相符，由它们算得）",
    "{said} should be {right} (the other figures fit elsewhere and make it so)",
)
_LIMIT: Final = Message(
    "其余的数都与别处相符，{said} 有误，按其余的数不应超过 {right}",
    "the other figures fit elsewhere; {said} is wrong, by them it is no more than {right}",
)


def exchanged_told(network: Network, places: Sequence[int]) -> Message | None:
    """Return that a part and its whole stand in each other's place, where shares bear out both."""
    if len(places) != 1:
        return None
    values = network.tree.values
    failing = [
        one
        for one in conditions_of(network.broken[places[0]].asserts)
        if isinstance(one, LinearCondition)
        and one.constant + sum(k * values[n] for n, k in one.terms) > one.strained
    ]
    if len(failing) != 1 or failing[0].op != "<=":
        return None
    numbers = [network.one(n) for n, _ in failing[0].terms]
    if len(numbers) != _PAIR or not all(_has_share(network, n) for n in numbers):
        return None
    first, second = (spoken(network.leaf(n).quantity) for n in numbers)
    names = [called(network.leaf(n)) for n in numbers]
    if names[0] == names[1]:
        return _EXCHANGED.filled(first=first, second=second)
    return _EXCHANGED_NAMES.filled(first=first, second=second, name=names[0], other=names[1])


def _has_share(network: Network, number: int) -> bool:
    """Whether a share that is printed of a figure holds."""
    return any(
        isinstance(one, RateCondition)
        and any(network.one(n) == number for n, _ in one.rate.numerator.terms)
        and network.verdict(place) == PASS
        for place in network.equating(number)
        for one in conditions_of(place.asserts)
    )


_EXCHANGED: Final = Message(
    "{first}、{second} 都与各自所写的占比相符，多半是两项的名称或数互换了",
    "{first} and {second} both fit the shares that are printed of them; most likely the two stand "
    "in each other's place",
)


_EXCHANGED_NAMES: Final = Message(
    "{first}、{second} 都与各自所写的占比相符，多半是两项互换了：换后{name} {second}，"
    "{other} {first}，占比随着换，请查台账",
    "{first} and {second} both fit the shares that are printed of them; most likely the two stand "
    "in each other's place: {name} {second}, {other} {first}",
)


def units_told(network: Network, places: Sequence[int]) -> Message | None:
    """Return in which other unit some figures together settle what fails, where only one does."""
    found = list(units_of(network, [network.broken[index] for index in places]))
    if len(found) != 1:
        return None
    ((figures, unit),) = found
    leaves = [network.leaf(figure) for figure in figures]
    now = [spoken(leaf.quantity) for leaf in leaves]
    then = [
        one.removesuffix(leaf.quantity.unit) + unit for one, leaf in zip(now, leaves, strict=True)
    ]
    return _UNITS.filled(
        now=Message("、".join(now), ", ".join(now)), then=Message("、".join(then), ", ".join(then))
    )


_UNITS: Final = Message(
    "{now} 可能应为 {then}（疑单位写错）", "{now} may be {then} (the unit is wrong)"
)


def _rated(said: str) -> str:
    """Return a rate of change as people say it: 下降 3.1%."""
    return f"{_WAYS[True][said.startswith('-')]} {said.removeprefix('-')}"


def _against(network: Network, mend: Mend) -> Leaf | None:
    """Return the rate that is printed of a change and goes the other way."""
    change = network.leaf(mend.figure)
    path, _, name = change.path.rpartition(".")
    if name != "change" or mend.also is not None:
        return None
    for near in range(max(0, mend.figure - 1), min(mend.figure + 2, len(network.tree.leaves))):
        leaf = network.leaf(near)
        if leaf.path == f"{path}.rate" and leaf.n and (leaf.n < 0) != (change.n < 0):
            return leaf
    return None


def _changes(network: Network, mend: Mend, *, turn: bool = False) -> Message:
    """Return a change and its rate with the words that give their sign: 增加 2万元、增长 3%."""
    numbers = [n for n in (mend.figure, mend.also) if n is not None]
    zh, en = [], []
    for leaf in sorted(map(network.leaf, numbers), key=lambda one: one.path):
        size = spoken(leaf.quantity).removeprefix("-")
        falls = (leaf.n < 0) != turn
        zh.append(f"{_WAYS[leaf.path.endswith('.rate')][falls]} {size}")
        en.append(f"-{size}" if falls else size)
    return Message("、".join(zh), ", ".join(en))


_WAYS: Final = (("增加", "减少"), ("增长", "下降"))
"""How a change above and below nothing is called, of an amount and of a rate."""
