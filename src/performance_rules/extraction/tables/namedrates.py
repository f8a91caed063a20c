"""Rates whose header says of which columns they are: 得分率 of 得分 and 分值, 覆盖率 of 总数.

A table of one row attests nothing, so there the two columns must be called alike but for 总.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from performance_rules.extraction.tables.columns import Column
from performance_rules.extraction.tables.grid import Row
from performance_rules.extraction.tables.rowwise import Head, Number, Relation, is_rate, number_in
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.values.quantity import is_blank

_SCORE_RATE: Final = re.compile(r"得分[率比](?:\(%\))?$")
_SCORE: Final = re.compile(r"(?<!标准)(?:得分|评分)值?(?:\(分\))?$")
_FULL: Final = re.compile(r"(?:分值|满分值?|标准分值?|权重分?值?)(?:\([分%]\))?$")
_ALL: Final = "总"
_RATE: Final = re.compile(r"(?:率|占比|比例)(?:\(%\))?$")
_COLUMNS: Final = 3
_TWICE: Final = 2


def score_rates(
    body: Sequence[Row], columns: Sequence[Column], paths: Sequence[Sequence[str]]
) -> Iterator[Relation]:
    """Yield the column 得分率 with the columns of scores and of full marks.

    Args:
        body: the rows below the header.
        columns: the columns.
        paths: for each column the texts above it.
    """
    heads = [plain_word("".join(paths[column.index])) for column in columns]
    found: list[Head] = []
    for name in (_SCORE_RATE, _SCORE, _FULL):
        told = [c for c, text in zip(columns, heads, strict=True) if name.search(text)]
        head = _head(body, told[0], heads) if len(told) == 1 else None
        if head is None:
            return
        found.append(head)
    claim, score, full = found
    hits: list[int] = []
    misses: list[int] = []
    for at, number in enumerate(claim.numbers):
        of = score.numbers[at], full.numbers[at]
        known = [one for one in of if one is not None]
        if number is None or len(known) < len(of) or not known[-1].value:
            continue
        (hits if is_rate(number, known) else misses).append(at)
    if hits and len(misses) * _TWICE <= len(hits):
        yield Relation("rate", claim, (score, full), tuple(sorted((*hits, *misses))))


def _head(body: Sequence[Row], column: Column, heads: Sequence[str]) -> Head | None:
    """Return a column of numbers; None where something else stands in it."""
    printed = [row.text(column.index) for row in body]
    numbers = tuple(map(number_in, printed))
    if any(n is None and not is_blank(t) for n, t in zip(numbers, printed, strict=True)):
        return None
    return Head(column.index, heads[column.index], "count", "", numbers)


def sole_rates(heads: Sequence[Head]) -> Iterator[Relation]:
    """Yield the rate of a table of one row: 项目总数, 评价项目数, 覆盖率.

    Args:
        heads: its columns of numbers.
    """
    if len(heads) != _COLUMNS or any(len(head.numbers) != 1 for head in heads):
        return
    claims = [head for head in heads if head.kind == "rate" and _RATE.search(head.text)]
    levels = [head for head in heads if head not in claims]
    whole = [head for head in levels if _ALL in head.text]
    part = [head for head in levels if head not in whole]
    if len(claims) != 1 or len(whole) != 1 or len(part) != 1 or whole[0].kind != part[0].kind:
        return
    alike = part[0].text.endswith(whole[0].text.replace(_ALL, "", 1))
    if alike and _value(part[0]) <= _value(whole[0]) and _value(whole[0]):
        yield Relation("rate", claims[0], (part[0], whole[0]), (0,))


def _value(head: Head) -> Decimal:
    number: Number | None = head.numbers[0]
    return number.value if number is not None else Decimal(0)
