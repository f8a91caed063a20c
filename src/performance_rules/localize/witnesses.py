"""Witnesses: the printed sums near a figure that hold with it, and speak for it as it stands.

    52.60万元 + 1.75万元 = 54.35万元

Nobody says that these three belong together.  Where amounts of some digits add up to the last one
they do; whoever mends one of them has to mend the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import combinations
from typing import Final

from performance_rules.language.explain import spoken
from performance_rules.report.nodes import Leaf, ShareNode
from performance_rules.report.tree import Tree
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import Amount, Count, Percent, QuantityError, format_scaled

_DIGITS: Final = 4
"""Figures of fewer digits add up by chance."""

_PARAGRAPHS: Final = 8
"""How many paragraphs away a sum stands at most."""

_LONG: Final = 2_000
"""As much of a paragraph is looked at."""

_AMOUNT: Final = re.compile(r"(?<![0-9.,约近超])[0-9][0-9,]*(?:\.[0-9]+)?(?:[万亿]?元)(?!/)")
"""An amount with its unit."""

_MOST: Final = 80
"""More figures than these are a table, in which some add up by chance."""


def witness_of(tree: Tree, number: int, own: Collection[int], value: int, said: str) -> str:
    """Return a sum near a figure that holds with it, as text; empty where there is none.

    Args:
        tree: the report.
        number: the number of the figure.
        own: the figures of what does not hold, which say nothing for each other.
        value: what the figure is taken to be.
        said: the same as it is printed.
    """
    leaf = tree.leaves[number]
    numbers = _counts(leaf.quantity.unit) if leaf.kind == "count" else _amounts
    if leaf.kind == "percent" or not leaf.quantity.unit or value <= 0:
        return ""
    sizes = {tree.leaves[n].n for n in own} | {leaf.n}
    near = {n: text for n, text in _near(tree, {number, *own}, numbers) if n > 0 and n not in sizes}
    if len(near) > _MOST:
        return ""
    for small in sorted(near):
        large = next((n for n in (value - small, value + small) if n > small and n in near), None)
        if large is not None and _telling(value, small, large):
            first, second = near[small], near[large]
            if small + large == value:
                return f"{second} + {first} = {said}"
            return f"{said} + {first} = {second}"
    return _totalled(tree, number, sizes, value, said)


def _totalled(tree: Tree, number: int, own: Collection[int], value: int, said: str) -> str:
    """Return the total that is called one in the paragraph of an amount, and what makes it."""
    source = tree.leaves[number].source
    if source is None or source.table is not None or tree.leaves[number].kind != "amount":
        return ""
    for paragraph in tree.report.text:
        at = paragraph.source
        same = at is not None and (at.document, at.paragraph) == (source.document, source.paragraph)
        if not same or at is None or at.table is not None:
            continue
        text = paragraph.text[:_LONG]
        totals = [n for n, _ in _amounts(text, _TOTAL)]
        parts = {n: told for n, told in _amounts(text) if n not in own and n not in totals}
        for total in totals if len(parts) <= _PARTS else ():
            for others in combinations(sorted(parts), _TWO):
                if value + sum(others) == total and _telling(value, total, max(others)):
                    return " + ".join((said, *(parts[n] for n in others))) + f" = {_as(total)}"
    return ""


def _as(total: int) -> str:
    """Return a total in the unit that reads well."""
    return format_scaled(total, "amount", "万元" if total % _YUAN == 0 else "元")


_YUAN: Final = 10_000
_TWO: Final = 2
_PARTS: Final = 12
"""Among more amounts than these some add up by chance."""

_TOTAL: Final = re.compile(r"(?:合计|总计|共计|共)(?:为)?([0-9][0-9,]*(?:\.[0-9]+)?[万亿]?元)")
"""A total that is called one."""


def shares_of(tree: Tree, number: int, value: int, said: str) -> str:
    """Return how a share makes a hundred with the others of its list; empty where it does not.

    Args:
        tree: the report.
        number: the number of the share.
        value: what it is taken to be.
        said: the same as it is printed.
    """
    nodes = [node for node in tree.nodes if isinstance(node, ShareNode)]
    own = next((node for node in nodes if node.value == number), None)
    if own is None or (listed := _listed_with(own)) is None:
        return _in_sentence(tree, tree.leaves[number], value, said)
    name = own.figure.line.name
    others = {one.figure.line.name: one for one in nodes if _listed_with(one) == listed}
    leaves = [tree.leaves[one.value] for line, one in others.items() if line != name]
    added, room = value + sum(leaf.n for leaf in leaves), tree.leaves[number].half
    if not leaves or abs(added - HUNDRED) > room + sum(leaf.half for leaf in leaves):
        return _in_sentence(tree, tree.leaves[number], value, said)
    return f"{said} + {' + '.join(spoken(leaf.quantity) for leaf in leaves)} = {_hundred(added)}"


def _hundred(added: int) -> str:
    """Return what shares add up to; where that is not just a hundred, that it is for rounding."""
    if added == HUNDRED:
        return "100%"
    return f"{format_scaled(added, 'percent')}，与 100% 只差取位"


_SHARE: Final = re.compile(r"占[^，。；%占]{0,12}?([0-9]+(?:\.[0-9]+)?)%")
"""A share that is said to be one."""


def _in_sentence(tree: Tree, leaf: Leaf, value: int, said: str) -> str:
    """Return how a share makes a hundred with all others of its sentence, whatever they are of."""
    try:
        shares = [Percent.parse(f"{found[1]}%") for found in _SHARE.finditer(_sentence(tree, leaf))]
    except QuantityError:  # of more decimals than anything is given in
        return ""
    others = [one for one in shares if one.n != leaf.n]
    added = value + sum(one.n for one in others)
    if not others or len(others) != len(shares) - 1:
        return ""
    if abs(added - HUNDRED) > leaf.half * len(shares):
        return ""
    return " + ".join((said, *map(str, others))) + f" = {_hundred(added)}"


def _sentence(tree: Tree, leaf: Leaf) -> str:
    """Return the sentence of prose that a figure stands in."""
    source = leaf.source
    if source is None or source.table is not None or source.start is None:
        return ""
    for paragraph in tree.report.text:
        at = paragraph.source
        if at is None or at.start is None or at.table is not None:
            continue
        place = source.start - at.start
        if at.document == source.document and 0 <= place < len(paragraph.text):
            begin = paragraph.text.rfind("。", 0, place) + 1
            return paragraph.text[begin : begin + _LONG].partition("。")[0]
    return ""


def _listed_with(node: ShareNode) -> tuple[object, ...] | None:
    """Return of what and in which paragraph a share is told; None where that is not known."""
    breakdown, source = node.figure.line.breakdown, node.share.source
    whole = breakdown.whole if breakdown is not None else None
    if whole is None or source is None or source.paragraph is None:
        return None
    return whole.name, source.document, source.paragraph


def is_printed(tree: Tree, own: Collection[int], value: int) -> bool:
    """Whether an amount of some digits is printed near the figures of what does not hold."""
    return (
        len(str(value).strip("0")) > _DIGITS
        and all(tree.leaves[n].n != value for n in own)
        and any(n == value for n, _ in _near(tree, own, _amounts))
    )


def _telling(*numbers: int) -> bool:
    """Whether a sum holds by no chance: two of its numbers are of some digits."""
    digits = sorted(len(str(number).strip("0")) for number in numbers)
    return digits[2] >= _DIGITS and digits[1] >= _DIGITS - 1


def _near(
    tree: Tree, numbers: Collection[int], read: Callable[[str], Iterator[tuple[int, str]]]
) -> Iterator[tuple[int, str]]:
    """Yield what is read of the prose near some figures, each number as it is told."""
    sources = [tree.leaves[number].source for number in numbers]
    spots = {
        (one.document, one.paragraph)
        for one in sources
        if one is not None and one.table is None and one.paragraph is not None
    }
    for paragraph in tree.report.text:
        at = paragraph.source
        if at is None or at.table is not None or at.paragraph is None or paragraph.contents:
            continue
        if any(at.document == d and abs(at.paragraph - n) <= _PARAGRAPHS for d, n in spots):
            yield from read(paragraph.text[:_LONG])


_COUNT: Final = r"(?<![0-9.,约近超])([0-9][0-9,]*(?:\.[0-9]+)?){unit}(?![/%])"
"""A number of things with what is counted."""


def _counts(unit: str) -> Callable[[str], Iterator[tuple[int, str]]]:
    """Return what reads the numbers of things of one unit in a text."""
    pattern = re.compile(_COUNT.format(unit=re.escape(unit)))

    def read(text: str) -> Iterator[tuple[int, str]]:
        for found in pattern.finditer(text):
            try:
                count = Count.parse(found[0])
            except ValueError:  # of more decimals than anything is counted in
                continue
            yield count.n, str(count)

    return read


def _amounts(text: str, pattern: re.Pattern[str] = _AMOUNT) -> Iterator[tuple[int, str]]:
    for found in pattern.finditer(text):
        try:
            amount = Amount.parse(found[pattern.groups])
        except ValueError:  # of more decimals than money has
            continue
        yield amount.n, str(amount)
