"""Carried: what becomes of a total that was made with a figure, once the figure is mended."""

from __future__ import annotations

from typing import Final

from performance_rules.errors import Message
from performance_rules.values.quantity import Amount, format_scaled

_WITH: Final = Message(
    "{told}；但 {sum} 是按原数算的，{total} 要随改为 {new}",
    "{told}; but {sum} was made with it, and {total} becomes {new}",
)
_BOTH: Final = Message(
    "{told}；但原数另与 {sum} 相符，先核对这一式再改",
    "{told}; but {sum} was made with it, and goes with it",
)


def carried(told: Message, sum_: str, said: str, right: str) -> Message:
    """Return what is told of a mend, with what the total comes to that was made with the figure.

    Args:
        told: what is told of the mend.
        sum_: the sum, written out.
        said: the figure as it is printed.
        right: what it should be.
    """
    parts, equals, total = sum_.rpartition(" = ")
    if not equals or said not in parts.split(" + "):
        return _BOTH.filled(told=told, sum=sum_)
    try:
        now, then, whole = (Amount.parse(one) for one in (said, right, total))
    except ValueError:  # it is no money
        return _BOTH.filled(told=told, sum=sum_)
    more = then.n - now.n
    new = format_scaled(whole.n + more, "amount", whole.unit, decimals=whole.decimals)
    return _WITH.filled(told=told, sum=sum_, total=total, new=new)
