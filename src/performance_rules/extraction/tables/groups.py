"""Tables of things in groups: a 小计 below each, or the items of a group numbered below it.

What is the sum of what follows from the rows; that they are sums at all the table attests itself,
where more of them come out than do not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.columns import Column
from performance_rules.extraction.tables.grid import Row, is_number, ordinal
from performance_rules.extraction.tables.labels import TOTALS
from performance_rules.extraction.tables.rowwise import Head, heads_of
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.extraction.tokens.quantities import measure
from performance_rules.values.quantity import Amount

_SUBTOTAL: Final = "小计"
_PART: Final = "其中"
_NO_SUM: Final = re.compile("价|均|率|比|标准|权重|年限|年份|年月|序号")
_MEASURED: Final = re.compile(r"\((?:(?:千|平方|立方)?米|公里|万?亩|公顷|吨|公?斤|千克)\)\Z")
"""Of what is measured no two rows have the same."""
_IN_ALL: Final = re.compile("[本全][年部]度?(?:收入|支出|收支|预算|决算)?(?=合计|总计)")
_SCALE: Final = 10_000
_FEWEST: Final = 2


@fixed
class _Sum:
    """A row that is the sum of others."""

    whole: int
    parts: tuple[int, ...]


def bind_groups(
    body: Sequence[Row], columns: Sequence[Column], paths: Sequence[Sequence[str]], binder: Binder
) -> bool:
    """Say the sums of a table in groups as matters; return whether there are any.

    Args:
        body: the rows below the header.
        columns: the columns.
        paths: for each column the texts above it.
        binder: where it is said.
    """
    names = [_name(row) for row in body]
    sums = list(_by_subtotals(names)) or list(_by_numbers(names))
    heads = [h for h in heads_of(body, columns, paths, binder.table.unit) if h.kind != "rate"]
    if len(sums) < _FEWEST:
        total = _total(names)
        kept = [(head, [total]) for head in _together(total, heads)] if total is not None else []
    else:
        kept = [(head, found) for head in heads if (found := _attested(sums, head))]
    for head, found in kept:
        for one in found:
            _say(one, head, body, names, binder)
    return bool(kept)


def bind_beside(
    body: Sequence[Row],
    columns: Sequence[Column],
    paths: Sequence[Sequence[str]],
    binder: Binder,
    known: Collection[tuple[int, int]],
) -> None:
    """Say a column that was not read, beside one that was, where its rows do not make its total.

    What another column attests of the rows holds for it as well: 2018年, 2017年 above the same.

    Args:
        body: the rows below the header.
        columns: the columns.
        paths: for each column the texts above it.
        binder: where it is said.
        known: where the figures stand that were read already.
    """
    names = [_name(row) for row in body]
    total = _total([_IN_ALL.sub("", plain_word(name)) or name for name in names])
    if total is None:
        return
    heads = [h for h in heads_of(body, columns, paths, binder.table.unit) if h.kind != "rate"]
    for head in _together(total, heads):
        cells = [body[at].cells[head.index] for at in (total.whole, *total.parts)]
        if _off(total, head) and not any((one.start, one.end) in known for one in cells):
            _say(total, head, body, names, binder)


def _total(names: Sequence[str]) -> _Sum | None:
    """Return the sum of all rows of a table without groups, in its first or last row."""
    plain = [plain_word(name) for name in names]
    totals = [at for at, name in enumerate(plain) if name in TOTALS]
    parts = tuple(at for at in range(len(plain)) if at not in totals)
    if len(totals) != 1 or totals[0] not in (0, len(plain) - 1) or len(parts) < _FEWEST:
        return None
    grouped = any(_PART in name or name == _SUBTOTAL or not name for name in plain)
    return None if grouped else _Sum(totals[0], parts)


def _together(one: _Sum, heads: Sequence[Head]) -> list[Head]:
    """Return the columns of which one total is the sum, where but one does not come out.

    That its rows are all there is, the others attest.  Of things that were counted some may stand
    in two rows, so their total is wrong only by a slip of the pen; what was measured does not.
    """
    rows = (one.whole, *one.parts)
    full = [h for h in heads if all(h.numbers[at] is not None for at in rows)]
    full = [h for h in full if not _exceeds(one, h) and not _NO_SUM.search(h.text)]
    wrong = [h for h in full if _off(one, h)]
    if len(wrong) != 1 or len(full) < _FEWEST:
        return [] if wrong else full
    sure = wrong[0].kind == "money" or _MEASURED.search(wrong[0].text) is not None
    return full if sure or _is_slip(one, wrong[0]) else []


def _is_slip(one: _Sum, head: Head) -> bool:
    whole = head.numbers[one.whole]
    if whole is None:
        return False
    told, made = (int(value * _SCALE) for value in (whole.value, whole.value - _off(one, head)))
    return bool(slip(told, made))


def _attested(sums: Sequence[_Sum], head: Head) -> list[_Sum]:
    """Return the sums of a column, if at least as many come out as there are slips in it.

    A slip in a group is one in the total of the groups as well, which it is off by as much.
    """
    found = [one for one in sums if head.numbers[one.whole] is not None and _several(one, head)]
    if any(_exceeds(one, head) for one in found):
        return []
    off = {one.whole: by for one in found if (by := _off(one, head))}
    slips = len(off) - sum(off.get(at) == -by for one, by in _apart(found, off) for at in one.parts)
    return found if slips <= 1 and len(found) > len(off) and len(found) > 1 else []


def _several(one: _Sum, head: Head) -> bool:
    return sum(head.numbers[at] is not None for at in one.parts) >= _FEWEST


def _exceeds(one: _Sum, head: Head) -> bool:
    """Whether a part is greater than the whole, none of them negative: it is no part."""
    whole = head.numbers[one.whole]
    values = [number.value for at in one.parts if (number := head.numbers[at]) is not None]
    return whole is not None and min(values) >= 0 and max(values) > whole.value


def _apart(found: Sequence[_Sum], off: dict[int, Decimal]) -> Iterator[tuple[_Sum, Decimal]]:
    return ((one, off[one.whole]) for one in found if one.whole in off)


def _off(one: _Sum, head: Head) -> Decimal:
    """Return by how much a sum is off, as far as its numbers are printed."""
    whole = head.numbers[one.whole]
    known = [number for at in one.parts if (number := head.numbers[at]) is not None]
    if whole is None or not known:
        return Decimal(0)
    by = whole.value - sum((number.value for number in known), Decimal(0))
    return by if abs(by) > whole.step * len(known) / 2 else Decimal(0)


def _name(row: Row) -> str:
    """Return what a row is called: its last words before its first number."""
    name = ""
    for at, text in enumerate(row.texts()):
        if text and is_number(text) and name:
            break
        name = row.text(at) if text and not is_number(text) else name
        if plain_word(name) in (*TOTALS, _SUBTOTAL):
            break
    return name


def _by_subtotals(names: Sequence[str]) -> Iterator[_Sum]:
    """Yield the sums of rows that end with a 小计, and of those."""
    plain = [plain_word(name) for name in names]
    if _SUBTOTAL not in plain or any(ordinal(name)[0] for name in plain):
        return
    group: list[int] = []
    subtotals: list[int] = []
    for at, name in enumerate(plain):
        if name == _SUBTOTAL:
            yield _Sum(at, tuple(group))
            subtotals.append(at)
            group = []
        elif name in TOTALS:
            if at == len(plain) - 1:
                yield _Sum(at, (*subtotals, *group))
            return
        else:
            group.append(at)


def _by_numbers(names: Sequence[str]) -> Iterator[_Sum]:
    """Yield the sums of rows whose numbering tells which ones stand below them."""
    plain = [plain_word(name) for name in names]
    depths = [ordinal(name)[0] for name in plain]
    rows = [at for at, name in enumerate(plain) if name not in TOTALS]
    if not rows or not all(depths[at] for at in rows) or len({depths[at] for at in rows}) < _FEWEST:
        return
    if any(_PART in name for name in plain):
        return
    top = min(depths[at] for at in rows)
    for at in rows:
        below = []
        for other in rows:
            if other > at and depths[other] <= depths[at]:
                break
            if other > at:
                below.append(other)
        if below:
            next_depth = min(depths[one] for one in below)
            yield _Sum(at, tuple(one for one in below if depths[one] == next_depth))
    totals = [at for at, name in enumerate(plain) if name in TOTALS]
    if len(totals) == 1 and totals[0] in (0, len(plain) - 1):
        yield _Sum(totals[0], tuple(at for at in rows if depths[at] == top))


def _say(one: _Sum, head: Head, body: Sequence[Row], names: Sequence[str], binder: Binder) -> None:
    """Say a sum as a matter with its parts."""
    parts = [at for at in one.parts if head.numbers[at] is not None]
    if not parts:
        return
    found = binder.table
    first = body[one.whole].cells[head.index]
    called = (
        names[one.whole]
        if plain_word(names[one.whole]) != _SUBTOTAL
        else f"{names[parts[0]]}等小计"
    )
    title = f"{found.caption or f'第{found.number}张表'}·{called}·{head.text}"
    whole = Place(matter=title, apart=first.start + 1)
    column = "final" if head.kind == "money" else "actual"
    for place, at in (
        (whole, one.whole),
        *(
            (whole.down(Step("members", f"{names[at]}（第{body[at].cells[0].row}行）")), at)
            for at in parts
        ),
    ):
        text = body[at].text(head.index)
        value = Amount.parse(text, head.unit) if head.kind == "money" else measure(text, "")
        binder.say_open(place, column, value, body[at].cells[head.index], body[at])
