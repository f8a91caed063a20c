"""From a typed report back to the plain dict that :func:`build_report` reads.

The dict holds text, integers, true/false and lists only, so JSON and TOML can carry it.  Numbers
go out as they were printed wherever that says all there is to say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from decimal import Context, Decimal
from typing import Any, Final

import attrs

from performance_rules.lexicon.lexicon import plain, shipped_lexicon
from performance_rules.report.figures import GROUNDS, VS, against_of, claim_kind
from performance_rules.report.model import (
    DIMENSIONS,
    LINE_TEXTS,
    Breakdown,
    Comparison,
    Figure,
    Line,
    Paragraph,
    Reason,
    Report,
    Share,
    Statement,
    Step,
    terms_of,
)
from performance_rules.report.quantities import parse_quantity
from performance_rules.values.quantity import (
    SCALE,
    Amount,
    Quantity,
    QuantityError,
    is_blank,
)

Table = dict[str, object]


def dump_report(report: Report) -> dict[str, object]:
    """Return the dict from which :func:`build_report` builds an equal report.

    That holds for every report whose figures are of the kind their columns hold, whose counts
    have keys of the lexicon, and which nests no deeper than a dict may.
    """
    return _fields(report)


def _fields(part: attrs.AttrsInstance, but: Collection[str] = ()) -> Table:
    """Return what the fields of a part of a report say, by their names; how it is known last."""
    rows = terms_of(type(part))
    out = _said(part, (name for name in rows if name not in but and name not in GROUNDS))
    return out | _grounds(part) if isinstance(part, Breakdown | Step) else out


def _said(part: attrs.AttrsInstance, names: Iterable[str]) -> Table:
    """Return what some fields of a part say, those left out that say nothing."""
    rows = terms_of(type(part))
    out: Table = {}
    for name in names:
        value = getattr(part, name)
        if value is None or (isinstance(value, bool | tuple) and value == rows[name].default):
            continue
        out[name] = _value(value, name, rows[name].metadata)
    return out


def _value(value: Any, name: str, row: Mapping[str, Any]) -> object:
    """Return what a field says; of a line its key is left out where its place implies it."""
    match value:
        case str() | int():
            return value
        case Line():
            implied = shipped_lexicon().item("", name) is not None
            return _line(value, implied=implied)
        case Breakdown():
            return _breakdown(value, name, expected="members")
        case Figure():
            return _figure(value, name, row["kind"])
        case dt.date():
            return value.isoformat()
        case tuple() if row["holds"] == "counts":
            return {key: _figure(figure, "actual", "count") for key, figure in value}
        case tuple() if row["holds"] == "matters":
            return [_line(line, name) for line in value]
        case tuple():
            return [_value(item, name, row) for item in value]
        case Paragraph() if value == Paragraph(value.text):
            return value.text
        case Reason() if value == Reason(value.text) and value.text:
            return value.text
    return _fields(value)


_OF_A_LINE: Final = (
    *(name for name in LINE_TEXTS if name not in ("name", "key")),
    *(name for name in terms_of(Line) if name not in (*LINE_TEXTS, "breakdowns")),
)
"""The fields of a line that say what they hold and no more, in the order in which they go out."""


def _line(line: Line, within: str = "", *, implied: bool = False) -> Table:
    """Return a line; the key that its name or its place implies and it lacks is given as ""."""
    out: Table = {}
    if line.name or line.key is not None:
        out["name"] = line.name
    implied = implied or bool(within and shipped_lexicon().item(within, line.name))
    if line.key is not None or implied:
        out["key"] = line.key or ""
    out |= _said(line, _OF_A_LINE)
    inner = line.key or plain(line.name)
    dimensions = [breakdown.dimension for breakdown in line.breakdowns]
    if dimensions == [name for name in DIMENSIONS if name in dimensions]:
        out |= {b.dimension: _breakdown(b, inner, expected=b.dimension) for b in line.breakdowns}
    else:
        out["breakdowns"] = [_breakdown(b, inner, expected="") for b in line.breakdowns]
    return out


def _breakdown(breakdown: Breakdown, within: str, *, expected: str) -> Table:
    """Return a breakdown; ``within`` is the place by which the lexicon knows its members."""
    if breakdown.dimension != "members":
        within = breakdown.dimension
    out: Table = {}
    if breakdown.dimension != expected:
        out["dimension"] = breakdown.dimension
    if breakdown.lines:
        out["lines"] = [_line(line, within) for line in breakdown.lines]
    return out | _fields(breakdown, but=("dimension", "lines"))


# ── figures and claims ──


def _figure(figure: Figure, column: str, kind: str) -> object:
    out: Table = {}
    if len(figure.statements) == 1:
        own = _statement(figure.statements[0], kind)
        out = own if isinstance(own, dict) else {"value": own}
    elif figure.statements:
        out["statements"] = [_statement(statement, kind) for statement in figure.statements]
    if figure.share is not None:
        out |= _share(figure.share)
    said = figure.statements[0].value if figure.statements else None
    unit = said.unit if kind == "any" and isinstance(said, Amount) else "元"
    tables = [_comparison(c, unit, claim_kind(kind, said)) for c in figure.comparisons]
    short = {against_of(key, column): key for key in VS}
    against = [comparison.against for comparison in figure.comparisons]
    if len(set(against)) == len(against) and short.keys() >= set(against):
        out |= {short[a]: table for a, table in zip(against, tables, strict=True)}
    else:
        out["comparisons"] = [
            {"against": a, **table} for a, table in zip(against, tables, strict=True)
        ]
    out |= _said(figure, ("unread",))
    if not out:
        return ""
    return out["value"] if out.keys() == {"value"} else out


def _statement(statement: Statement, kind: str) -> object:
    value = _quantity(statement.value, "元", kind)
    rest = _grounds(statement) | _said(statement, ("source",))
    if not rest:
        return value
    return {**(value if isinstance(value, dict) else {"value": value}), **rest}


def _grounds(said: Statement | Share | Comparison | Breakdown | Step) -> Table:
    """Return how what something is about became known, where that is not by its own words."""
    if said.settled == "said" and said.inference is None:
        return {}
    inference: Table = {} if said.inference is None else {"inference": said.inference}
    return {"settled": said.settled, **inference}


def _share(share: Share) -> Table:
    """Return the entries of a share in the table of its figure."""
    value = _quantity(share.value, "", "percent")
    of = _said(share, ("of",))
    rest = _grounds(share) | _said(share, ("source",))
    if not rest and not isinstance(value, dict):
        return {"share": value, **of}
    return {"share": {**(value if isinstance(value, dict) else {"value": value}), **of, **rest}}


def _comparison(comparison: Comparison, unit: str, kind: str) -> Table:
    out = _grounds(comparison)
    for name, field in terms_of(Comparison).items():
        value, holds = getattr(comparison, name), field.metadata["holds"]
        if value is None or name == "against" or name in GROUNDS:
            continue
        if holds == "rate":
            out[name] = _quantity(value, "", "percent")
        elif holds == "level":
            out[name] = _quantity(value, unit, kind)
        else:
            out[name] = _value(value, name, field.metadata)
    return out


# ── quantities ──


def _quantity(quantity: Quantity, unit: str, kind: str) -> object:
    """Return the text of a quantity, as printed if that reads back as the same; else a table."""
    for text in (quantity.printed, str(quantity)):
        if _reads_as(quantity, text, unit, kind):
            return text
    return {"value": str(quantity), **_precision(quantity)}


def _reads_as(quantity: Quantity, text: str, unit: str, kind: str) -> bool:
    try:
        return not is_blank(text) and parse_quantity(text, unit, kind) == quantity
    except QuantityError:
        return False


def _precision(quantity: Quantity) -> Table:
    if not quantity.step:
        return {"exact": True}
    # A step has the scale of the quantity's base unit, whatever that unit is.
    step = Amount(Decimal(quantity.step).scaleb(-_PLACES, _ANY), "元")
    if isinstance(quantity, Amount):
        step = step.to(quantity.unit)
    return {"step": f"{step.value:f}".rstrip("0").rstrip(".")}


_PLACES = len(str(SCALE)) - 1
_ANY = Context(prec=60)
