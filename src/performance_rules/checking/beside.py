"""Beside: what the very sentence of a figure says of it, where figures do not go together.

预算219.22万元，决算178.49万元，占预算的93.0%: of two numbers of the outturn the one that makes
this percentage is right, whatever the percentage was bound to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.explain import spoken
from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.report.nodes import ComparisonNode, FigureNode, Leaf
from performance_rules.report.tree import Tree
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import SCALE, Amount

_LONG: Final = 400
"""Of a longer quotation nobody knows what belongs together."""

_AMOUNT: Final = re.compile(r"(?<![0-9.,])[0-9][0-9,]*(?:\.[0-9]+)? ?(?:[万亿]?元)")
_SHARE: Final = re.compile(r"占([^0-9%％，,。；;]{0,12}?) ?([0-9]+(?:\.[0-9]+)?) ?[%％]")
_STOP: Final = re.compile("[。；;]")
_DIGITS: Final = 3
"""A number of fewer digits makes a percentage by chance."""

_FITS: Final = Message(
    "同句所写的“{said}”只与 {right} 相符，{wrong}疑有误",
    'the "{said}" of the same sentence fits {right} alone; {wrong} may be wrong',
)
_REASON: Final = Message(
    "原因“{reason}”说的是{way}，“{wrong}”疑应为“{right}”",
    'the reason "{reason}" is one to go {way}; "{wrong}" may stand for "{right}"',
)


def in_words(tree: Tree, figures: Sequence[FigureNode]) -> Message | None:
    """Return with which of several numbers of one figure a share in their sentences was made."""
    leaves = [tree.leaves[n] for one in figures for n in one.leaves]
    numbers = {leaf.n: leaf for leaf in leaves}
    found: dict[int, str] = {}
    for leaf in leaves:
        source = leaf.source
        if source is None or not source.quote or source.table is not None:
            continue
        for sentence in _STOP.split(source.quote[:_LONG]):
            for said, fitting in _votes(sentence, leaf, numbers):
                found.setdefault(fitting, said)
    if len(found) != 1:
        return None
    ((value, said),) = found.items()
    wrong = [spoken(leaf.quantity) for n, leaf in numbers.items() if n != value]
    return _FITS.filled(
        said=said,
        right=spoken(numbers[value].quantity),
        wrong=Message("、".join(wrong), ", ".join(wrong)),
    )


def _votes(sentence: str, own: Leaf, numbers: dict[int, Leaf]) -> Iterator[tuple[str, int]]:
    """Yield the shares of a sentence, each with the one number that makes it with another amount.

    Args:
        sentence: the sentence.
        own: the figure as it stands there.
        numbers: what it is stated as, there and elsewhere.
    """
    amounts = [(one.end(), n) for one in _AMOUNT.finditer(sentence) if (n := _value(one[0]))]
    for share in _SHARE.finditer(sentence):
        before = [n for end, n in amounts if end <= share.start()]
        others = {n for n in before if n != own.n and len(str(n).strip("0")) >= _DIGITS}
        if own.n not in before:
            continue
        fitting = {
            n
            for n, leaf in numbers.items()
            if leaf.kind == "amount" and n > 0
            for other in others
            if _makes(n, other, share[2]) or _makes(other, n, share[2])
        }
        if len(fitting) == 1:
            yield share[0], fitting.pop()


def _value(said: str) -> int:
    try:
        return Amount.parse(said.replace(" ", "")).n
    except ValueError:  # of more decimals than money has
        return 0


def _makes(part: int, whole: int, percent: str) -> bool:
    """Whether a percentage is one of two amounts, to the digits that are printed."""
    claim = int(Decimal(percent) * SCALE)
    decimals = len(percent.partition(".")[2])
    return bool(abs(HUNDRED * part - claim * whole) <= SCALE * whole // (2 * 10**decimals))


def reasoned(tree: Tree, node: ComparisonNode) -> Message | None:
    """Return which of a change and its rate went the wrong way, by the reason that is given."""
    reason = node.comparison.reason
    numbers = [node.numbers.get(name) for name in ("change", "rate")]
    if reason is None or None in numbers:
        return None
    change, rate = (tree.leaves[n] for n in numbers if n is not None)
    if not change.n or not rate.n or (change.n < 0) == (rate.n < 0):
        return None
    way = shipped_lexicon().reasons.direction(reason.text)
    if not way:
        return None
    odd = next(leaf for leaf in (change, rate) if (leaf.n < 0) == (way == "up"))
    words = _WAYS[odd is rate]
    said = spoken(odd.quantity).removeprefix("-")
    wrong, right = (f"{words[down]} {said}" for down in (odd.n < 0, odd.n > 0))
    signed = (f"-{said}", said) if odd.n < 0 else (said, f"-{said}")
    return _REASON.filled(
        reason=reason.text,
        way=Message(_WAYS[0][way == "down"], way),
        wrong=Message(wrong, signed[0]),
        right=Message(right, signed[1]),
    )


_WAYS: Final = (("增加", "减少"), ("增长", "下降"))
"""How a change above and below nothing is called, of an amount and of a rate."""
