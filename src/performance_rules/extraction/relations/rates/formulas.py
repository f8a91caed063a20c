"""What is worked out in writing: 控制率=57/63×100%=90.48%, 年初数A+收入B-支出C=年末数D."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from performance_rules.extraction.relations.figures.fitting import Rate
from performance_rules.extraction.relations.figures.mentions import Kind, Mention
from performance_rules.extraction.relations.figures.roles import alike
from performance_rules.extraction.relations.stocks.movements import Movement
from performance_rules.extraction.tokens import quantities
from performance_rules.extraction.tokens.scan import Token
from performance_rules.values.quantity import SCALE, Amount, Count, Percent

_NUMBER: Final = re.compile(
    r"(?P<digits>\d[\d,]{0,20}(?:\.\d{1,8})?)(?P<unit>[\u4e00-\u9fff]{0,2})"
)
_ONE: Final = r"\d[\d,]{0,20}(?:\.\d{1,8})?[\u4e00-\u9fff]{0,2}"
_TERMS: Final = rf"\(?{_ONE}(?:[+-]{_ONE}){{0,8}}\)?"
_QUOTIENT: Final = re.compile(
    rf"(?<![\d,.+\-×*xX÷/%])\(?(?P<of>{_TERMS})[÷/](?P<by>{_TERMS})\)?"
    r"(?:[×*xX](?P<hundred>100%))?[=≈](?P<rate>\d{1,9}(?:\.\d{1,8})?)%"
)
_CALLED: Final = re.compile(r"[\u4e00-\u9fff]{2,24}(?=[=:]|为)")
_MARKS: Final = "。;!?,，、"
_FAR: Final = 80
_SIGNS: Final = ("+", "-", "=")
_OTHER: Final = re.compile(r"[×*÷/+\-=]")
_FEWEST: Final = 3


EQUALS: Final = "=≈"
"""Before what is worked out."""


def formulas(text: str, start: int, end: int, home: int) -> Iterator[tuple[Rate, str]]:
    """Yield the rates that a paragraph works out, each with its name.

    Args:
        text: the normalised text.
        start: where the paragraph begins.
        end: one past its end.
        home: the number of the paragraph.
    """
    if "=" not in text and "≈" not in text:
        return
    for match in _QUOTIENT.finditer(text, start, end):
        of, by = _worth(text, match.span("of"), home), _worth(text, match.span("by"), home)
        rate = quantities.percent(Token("P", *match.span("rate"), match["rate"]))
        if rate is None or of is None or by is None or type(of[0]) is not type(by[0]):
            continue
        if of[0].n < 0 or by[0].n <= 0:
            continue
        figure = _mention(of[0], match.span("of"), home)
        base = _mention(by[0], match.span("by"), home)
        percent = _mention(rate, (match.start("rate"), match.end()), home)
        hundred = match.span("hundred")
        worked = [*of[1], *by[1]]
        worked += [_mention(rate, hundred, home)] if hundred[0] >= 0 else []
        yield Rate(figure, base, percent, tuple(worked)), _called(text, match.start())


def worked_sums(text: str, found: Sequence[Mention]) -> Iterator[Movement]:
    """Yield the sums that a paragraph works out, each figure with its name: 收入A-支出B=结余C.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    if "=" not in text:
        return
    row: list[Mention] = []
    for one in found:
        if one.left[:1] not in _SIGNS:
            row = [one] if _OTHER.search(one.left) is None else []
            continue
        last = row[-1] if row else None
        joined = last is not None and last.close == one.begin and last.depth == one.depth
        if last is None or not joined or not alike(last.value, one.value):
            row = []
        elif _OTHER.search(one.left, 1) is None:
            row.append(one)
        else:
            row = []
        if row and one.left[0] == "=":
            if len(row) >= _FEWEST and _OTHER.match(one.right) is None:
                goes = [m for m in row[1:-1] if m.left[0] == "-"]
                yield Movement(tuple(m for m in row[:-1] if m not in goes), tuple(goes), one)
            row = []


def _worth(
    text: str, span: tuple[int, int], home: int
) -> tuple[Amount | Count, list[Mention]] | None:
    """Return what a sum of numbers is worth, and the numbers; None if they are not of one kind."""
    total: Amount | Count | None = None
    found: list[Mention] = []
    for match in _NUMBER.finditer(text, *span):
        value = _value(match["digits"], match["unit"])
        if value is None or (total is not None and type(total) is not type(value)):
            return None
        minus = text[match.start() - 1] == "-" and bool(found)
        found.append(_mention(value, match.span(), home))
        if total is None:
            total = value
        else:
            sum_of = total.value * _size(total) + (-1 if minus else 1) * value.value * _size(value)
            step = max(total.step, value.step)
            printed = text[span[0] : match.end()].strip("()")
            total = evolve(total, value=sum_of / _size(total), printed=printed)
            total = evolve(total, step=step, printed=printed)
    return (total, found) if total is not None else None


def _size(value: Amount | Count) -> Decimal:
    """Return what one unit of a value is worth."""
    return Decimal(value.n) / value.value if value.value else Decimal(1)


def _value(digits: str, unit: str) -> Amount | Count | None:
    if unit.endswith("元"):
        return quantities.amount(Token("N", 0, 0, digits, unit))
    value = quantities.points(Token("M", 0, 0, digits))
    if value is None:
        return None
    decimals = len(digits.partition(".")[2])  # a whole number counts things: it is exact
    step = SCALE // 10**decimals if decimals else value.step
    return evolve(value, step=step, printed=digits + unit)


def _mention(value: Amount | Count | Percent, span: tuple[int, int], home: int) -> Mention:
    kind: Kind = "amount" if isinstance(value, Amount) else "count"
    kind = "percent" if isinstance(value, Percent) else kind
    return Mention(kind, value, "", *span, home=home)


def _called(text: str, at: int) -> str:
    """Return what is worked out: the first name of the clause, before a sign of equality."""
    begin = max(text.rfind(mark, max(0, at - _FAR), at) for mark in _MARKS) + 1
    match = _CALLED.search(text, max(begin, at - _FAR), at)
    return match[0] if match is not None else ""
