"""Values of parameters: how a file writes them, what they are, and how people read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast

from performance_rules.errors import Problem
from performance_rules.language.ground import constant
from performance_rules.language.patterns import PatternError, pattern_of
from performance_rules.language.scales import Deduction, read_scale
from performance_rules.language.scope import Value, of
from performance_rules.language.sheets import Band, ScoreSheet, SheetRow
from performance_rules.rules.model import DatedValue, Parameter, Texts
from performance_rules.rules.toml import TomlFile
from performance_rules.values.quantity import Amount, Count, Percent, format_scaled

LAST: Final = 9999
"""The year of what has no last year."""


def parameter_value(given: object, unit: str) -> Value | Texts:
    """Return a parameter's value as the language uses it.

    It is a number, texts, a pattern or several, bands, a scale of deduction or a score sheet.

    Raises:
        ValueError: it is none of the unit.
        TypeError: it is no list where the unit is one.
    """
    if unit == "percent":
        return constant(Percent.parse(str(given)).n, "percent")
    if unit == "amount":
        return constant(Amount.parse(str(given), "元").n, "amount")
    if unit == "count":
        return constant(Count.parse(str(given)).n, "count")
    if unit == "scale":
        return _deduction(str(given))
    if unit == "pattern":
        return _pattern(given)
    if not isinstance(given, list | tuple):
        raise TypeError("应是列表", "must be a list")
    if unit in ("texts", "patterns"):
        return Texts(map(_pattern if unit == "patterns" else str, given))
    return ScoreSheet(tuple(map(_row, given))) if unit == "sheet" else tuple(map(_band, given))


def _pattern(given: object) -> str:
    """Return a pattern as it is given.

    Raises:
        PatternError: the linear-time engine refuses it, or it is no text.
    """
    if not isinstance(given, str):
        raise PatternError("应是文字", "must be text")
    try:
        pattern_of(given)
    except PatternError as wrong:
        chinese, english = wrong.args
        raise PatternError(f"“{given}”{chinese}", f"'{given}': {english}") from None
    return given


def added_to(
    file: TomlFile,
    item: Mapping[str, object],
    more: object,
    at: tuple[str | int, ...],
    above: Parameter,
) -> tuple[list[DatedValue], list[Problem]]:
    """Return a list or score sheet of a layer above with what one below adds and removes.

    Added texts stand behind those above; added rows of a sheet stand before them, since the first
    row that fits holds.  A row is removed by its pattern.

    Args:
        file: the file of the parameter.
        item: the dated value, with what it removes and its years.
        more: what it adds, as the language uses it.
        at: where it stands in the file.
        above: the list or score sheet of the nearest layer above.

    Returns:
        One value for each value above that holds in years of the item, and what is wrong.
    """
    less = cast("tuple[str, ...]", item.get("remove", ()))
    first = cast("int | None", item.get("since")) or 0
    last = cast("int | None", item.get("until")) or LAST
    found: list[DatedValue] = []
    known: set[str] = set()
    for dated in above.values:
        begin, end = max(first, dated.since or 0), min(last, dated.until or LAST)
        if begin > end:
            continue
        value = _joined(dated.value, more, less)
        known |= _names(dated.value)
        years = (begin or None, end if end < LAST else None)
        found.append(DatedValue(*years, value, printed_value(value)))
    wrong = [
        file.problem(at, f"上级的列表里没有“{text}”", f"the list above has no '{text}'")
        for text in less
        if text not in known
    ]
    return found, wrong


def _names(value: object) -> set[str]:
    """Return what the entries of a list or a score sheet are called."""
    return (
        {row.pattern for row in value.rows}
        if isinstance(value, ScoreSheet)
        else set(of(Texts, value))
    )


def _joined(value: object, more: object, less: Sequence[str]) -> ScoreSheet | Texts:
    if isinstance(value, ScoreSheet):
        kept_rows = (row for row in value.rows if row.pattern not in less)
        return ScoreSheet((*of(ScoreSheet, more).rows, *kept_rows))
    kept = [text for text in of(Texts, value) if text not in less]
    return Texts((*kept, *(text for text in of(Texts, more) if text not in kept)))


def printed_value(given: object) -> str:
    """Return a parameter's value as people read it: bands as ``90% 起 5；其余 0``."""
    if isinstance(given, ScoreSheet):
        return "；".join(map(_printed_row, given.rows))
    if not isinstance(given, tuple):
        return str(given)
    if not given or not all(isinstance(item, Mapping) for item in given):
        return "、".join(map(str, given))
    return _printed_bands(cast("Sequence[Mapping[str, object]]", given))


def _printed_row(row: SheetRow) -> str:
    return f"{row.pattern} {format_scaled(row.points.constant, 'count')} 分（{row.text}）"


def _printed_bands(given: Sequence[Mapping[str, object]]) -> str:
    bands = []
    for band in given:
        edge = "其余"
        if "from" in band:
            edge = f"{band['from']} 起"
        elif "upto" in band:
            edge = f"{band['upto']} 以内"
        labels = band.get("labels", [band.get("points", band.get("percent", ""))])
        bands.append(f"{edge} {'/'.join(map(str, cast('list[object]', labels)))}")
    return "；".join(bands)


def _row(item: Mapping[str, object]) -> SheetRow:
    """Return a row of a score sheet: ``{ pattern, points, standard | bands, least }``."""
    unknown = set(item) - {"pattern", "points", "standard", "bands", "least"}
    if (
        unknown
        or not {"pattern", "points"} <= set(item)
        or ("standard" in item) == ("bands" in item)
    ):
        raise ValueError(
            "评分表的一行写 pattern、points，standard 或 bands 写一个，另可写 least",
            "a row has pattern, points, one of standard and bands, and may have least",
        )
    points = constant(Count.parse(str(item["points"])).n, "count")
    least = constant(Percent.parse(str(item["least"])).n, "percent") if "least" in item else None
    how: Deduction | tuple[Band, ...]
    if "standard" in item:
        text = str(item["standard"])
        how = _deduction(text)
    else:
        bands = cast("Sequence[Mapping[str, object]]", item["bands"])
        how, text = tuple(map(_band, bands)), _printed_bands(bands)
    return SheetRow(_pattern(item["pattern"]), points, how, least, text)


def _deduction(text: str) -> Deduction:
    """Return the scale of deduction that a text states in words."""
    scale = read_scale(text)
    if scale is None or scale.start is None:
        raise ValueError(
            f"“{text}”没有读懂是怎样扣分的",
            f"'{text}' is not understood as a scale of deduction",
        )
    return Deduction(scale, constant(scale.start, "percent"))


def _band(item: Mapping[str, object]) -> Band:
    """Return a band: ``{ from | upto = bound, labels | points | percent = … }``.

    Without a bound it is all the rest.
    """
    unknown = set(item) - {"from", "upto", "labels", "points", "percent"}
    if unknown:
        named = "、".join(sorted(unknown))
        raise ValueError(f"不认识的键：{named}", f"unknown keys: {named}")
    if "points" in item:
        Count.parse(str(item["points"]))
    if "percent" in item:
        Percent.parse(str(item["percent"]))
    labels = item.get("labels", [item[key] for key in ("points", "percent") if key in item])
    texts = tuple(str(label) for label in cast("list[object]", labels))
    for edge in ("from", "upto"):
        if edge in item:
            text = str(item[edge])
            bound = Percent.parse(text) if "%" in text else Count.parse(text)
            kind = "percent" if "%" in text else "count"
            return edge, constant(bound.n, kind), texts
    return "else", None, texts
