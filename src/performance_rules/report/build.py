"""From a plain dict (JSON, TOML, another system) to a typed report, with all errors at once.

English keys and their Chinese terms are both accepted.  Numbers are text, ``Decimal`` or ``int``;
a float is refused because it no longer knows its printed decimals.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import attrs

from performance_rules.errors import ReportError, did_you_mean
from performance_rules.lexicon.lexicon import Lexicon, plain, shipped_lexicon
from performance_rules.report.completeness import with_completeness, without_completeness
from performance_rules.report.counts import read_counts
from performance_rules.report.fieldkinds import FIELD_KINDS
from performance_rules.report.figures import Figures
from performance_rules.report.grid import SUBTOTAL_NAMES, TOTAL_NAMES, GridRow, read_grid
from performance_rules.report.keys import DIMENSION_NAMES, Dimension, aliases
from performance_rules.report.matters import check_matters
from performance_rules.report.merge import merged, with_total
from performance_rules.report.model import (
    COLUMNS,
    DIMENSIONS,
    LINE_TEXTS,
    Account,
    Breakdown,
    Evaluation,
    Figure,
    Line,
    Report,
    terms_of,
)
from performance_rules.report.problems import Problems, join, shown
from performance_rules.report.quantities import says_money
from performance_rules.report.scalars import read_list

MAX_DEPTH: Final = 12
"""How deep breakdowns, and reports of earlier years, may nest."""

_TEXTS: Final = tuple((name, terms_of(Line)[name].metadata["holds"]) for name in LINE_TEXTS)
"""The texts of a line, and what each holds."""

Total = Mapping[str, Figure]
"""The figures of a total row, by column."""


def build_report(data: Mapping[str, object], lexicon: Lexicon | None = None) -> Report:
    """Return the report that a plain dict describes.

    Args:
        data: keys and values as in ``docs/tutorial.md``; see :func:`report_schema`.
        lexicon: the well-known items; the shipped ones by default.

    Raises:
        ReportError: with every problem and its path; nothing is built by halves.
    """
    builder = _Builder(lexicon or shipped_lexicon())
    report = builder.report(data, "")
    if builder.problems.found:
        raise ReportError(builder.problems.found)
    return report


@attrs.frozen
class _Place:
    """What a line inherits from the place where it stands.

    Attributes:
        unit: the unit of money of plain numbers.
        within: the place by which the lexicon knows its names.
        bare: the column of a line that is given as a bare number.
        depth: how many breakdowns it is inside of.
    """

    unit: str
    within: str = ""
    bare: str = "final"
    depth: int = 0

    def inner(self, within: str) -> _Place:
        """Return the place of the parts of a breakdown."""
        return attrs.evolve(self, within=within, depth=self.depth + 1)


class _Builder:
    """One pass over a dict; problems are collected, the path is handed down."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.problems = Problems()
        self.figures = Figures(self.problems)

    def keys(self, cls: type, value: object, path: str) -> dict[str, object]:
        """Return a table with its keys in English; unknown keys stay as they are.

        An empty value (null) is as good as none, but in a column it is a blank cell.
        """
        known = aliases(cls)
        out: dict[str, object] = {}
        for key, item in self.problems.table(value, path).items():
            name = known.get(key, known.get(plain(key), key))
            if item is not None or name in COLUMNS or name not in known:
                self.problems.put(out, name, item, join(path, key))
        return out

    def rest(self, raw: Mapping[str, object], path: str, known: Iterable[str]) -> None:
        """Note the keys that nobody has taken out of a table."""
        for key in raw:
            self.problems.unknown(key, path, known)

    # ── report and accounts ──

    def report(self, data: object, path: str, depth: int = 0) -> Report:
        if depth > MAX_DEPTH:
            self.problems.wrong(path, "上年报告套得太深", "reports nest too deeply")
            return Report()
        raw = self.keys(Report, data, path)
        raw.pop("$schema", None)
        at = _Place(self.figures.own_unit(raw, path, "元"))
        values = self.take(Report, raw, path, at, depth)
        self.rest(raw, path, aliases(Report))
        return Report(**values)

    def take(
        self,
        cls: type,
        raw: dict[str, object],
        path: str,
        at: _Place,
        depth: int = 0,
        but: Collection[str] = (),
    ) -> dict[str, Any]:
        """Take the fields of a class out of a table, each read as what it holds."""
        return {
            name: self.entry(name, field.metadata, raw.pop(name), join(path, name), at, depth)
            for name, field in terms_of(cls).items()
            if name in raw and name not in but
        }

    def entry(
        self,
        name: str,
        row: Mapping[str, Any],
        item: object,
        where: str,
        at: _Place,
        depth: int,
    ) -> object:
        """Return what a field holds that stands in a table."""
        part = FIELD_KINDS[row["holds"]].part
        if part is Figure:
            return self.figures.figure(item, where, at.unit, name)
        if row["holds"] == "counts":
            return read_counts(item, where, self.lexicon, self.figures)
        if part is Account:
            return self.account(item, where, at)
        if part is Report:
            return self.report(item, where, depth + 1)
        if part is Evaluation:
            items = read_list(item, where, self.problems)
            return tuple(self.evaluation(e, f"{where}[{i}]", at) for i, e in enumerate(items))
        if part is Line and row["holds"] == "line":
            known = self.lexicon.item("", name) is not None
            at = attrs.evolve(at, bare=row["bare"] or at.bare)
            return self.line(item, where, at, key=name if known else None)
        if part is Line or part is Breakdown:
            at = attrs.evolve(at, within=name, bare="actual")
            if part is Line:
                return self.matters(item, where, at)
            return self.breakdown(item, where, at, "members", fixed=False, whole=False)[0]
        return self.figures.held(row["holds"], item, where)

    def evaluation(self, data: object, path: str, at: _Place) -> Evaluation:
        """Return a form of evaluation; the money of its funds may have a unit of its own."""
        raw = self.keys(Evaluation, data, path)
        at = attrs.evolve(at, unit=self.figures.own_unit(raw, path, at.unit))
        values = self.take(Evaluation, raw, path, at)
        self.rest(raw, path, aliases(Evaluation))
        return Evaluation(**values)

    def matters(self, data: object, path: str, at: _Place) -> tuple[Line, ...]:
        """Return the matters of a report: a list, a grid, or a table of them by name."""
        given = data if isinstance(data, Mapping) else {"lines": data}
        table: Mapping[str, object] = self.problems.table(given, path)
        named = {key: item for key, item in table.items() if key not in aliases(Breakdown)}
        table = without_completeness(table, path, self.problems)
        lines = self.breakdown(
            table, path, at, "members", keyed=named, keyed_path=path, whole=False
        )[0].lines
        check_matters(lines, path, self.problems)
        return lines

    def account(self, data: object, path: str, at: _Place) -> Account:
        raw = self.keys(Account, data, path)
        at = attrs.evolve(at, unit=self.figures.own_unit(raw, path, at.unit))
        lines = self.take(Account, raw, path, at)
        self.rest(raw, path, aliases(Account))
        return Account(**lines)

    # ── lines ──

    def line(
        self, data: object, path: str, at: _Place, *, name: str = "", key: str | None = None
    ) -> Line:
        """Return a line; ``name`` and ``key`` are those of the key it stands under."""
        if not isinstance(data, Mapping):
            data = {"final" if at.bare == "actual" and says_money(data) else at.bare: data}
        raw = self.keys(Line, data, path)
        at = attrs.evolve(at, unit=self.figures.own_unit(raw, path, at.unit))
        if at.depth >= MAX_DEPTH:
            self.problems.wrong(path, f"分解超过 {MAX_DEPTH} 层", f"more than {MAX_DEPTH} levels")
            return Line()
        values = self.identity(raw, path, at, name, key)
        values |= self.take(Line, raw, path, at, but=("breakdowns",))
        within = values["key"] or plain(values["name"])
        values["breakdowns"], totals = self.breakdowns(raw, path, at, within)
        line = Line(**values)
        for total in totals:
            line = with_total(line, total)
        return line

    def identity(
        self, raw: dict[str, object], path: str, at: _Place, name: str, key: str | None
    ) -> dict[str, Any]:
        """Take the texts of a line out of a table; a known name has a key, a known key a name."""
        given = {
            field: self.figures.held(holds, raw.pop(field), join(path, field))
            for field, holds in _TEXTS
            if field in raw
        }
        name = given.get("name") or ("" if "name" in given else name)
        if "key" in given:
            key = given["key"] or None
        elif key is None and at.within:
            item = self.lexicon.item(at.within, name)
            key = item.key if item else None
        if key and not name and "name" not in given:
            item = self.lexicon.item(at.within, key) or self.lexicon.item("", key)
            name = item.name if item else ""
        return {**given, "name": name, "key": key}

    # ── breakdowns ──

    def breakdowns(
        self, raw: dict[str, object], path: str, at: _Place, within: str
    ) -> tuple[tuple[Breakdown, ...], list[Total]]:
        """Return the breakdowns of a line and the figures of the total rows in their grids."""
        known = {*aliases(Line), *(self.lexicon.keys(within) if within else ())}
        keyed = {
            key: raw.pop(key)
            for key in list(raw)
            if within and key not in aliases(Line) and self.lexicon.item(within, key)
        }
        found = []
        for dimension in DIMENSIONS:
            if dimension in raw or (dimension == "members" and keyed):
                inner = at.inner(within if dimension == "members" else dimension)
                extra = keyed if dimension == "members" else {}
                where = join(path, dimension)
                spec = raw.pop(dimension, {})
                found.append(
                    self.breakdown(spec, where, inner, dimension, keyed=extra, keyed_path=path)
                )
        where = join(path, "breakdowns")
        for i, spec in enumerate(read_list(raw.pop("breakdowns", ()), where, self.problems)):
            found.append(self.breakdown(spec, f"{where}[{i}]", at.inner(within), "", fixed=False))
        parts = with_completeness(raw, path, [b for b, _ in found], self.problems)
        self.rest(raw, path, known)
        return parts, [total for _, totals in found for total in totals]

    def breakdown(
        self,
        data: object,
        path: str,
        at: _Place,
        dimension: str,
        *,
        keyed: Mapping[str, object] | None = None,
        keyed_path: str = "",
        fixed: bool = True,
        whole: bool = True,
    ) -> tuple[Breakdown, list[Total]]:
        """Return a breakdown and the figures of its total rows.

        Args:
            data: the table, or the list of its lines.
            path: its path.
            at: the place of its parts.
            dimension: its dimension.
            keyed: parts that stand in the table of the line itself.
            keyed_path: the path of that table.
            fixed: whether the key of the table says the dimension.
            whole: whether a line is broken down: a total row is then one of its statements.
        """
        raw = self.keys(Breakdown, data if isinstance(data, Mapping) else {"lines": data}, path)
        at = attrs.evolve(at, unit=self.figures.own_unit(raw, path, at.unit))
        along = self.along(raw, path, dimension, fixed=fixed)
        if not fixed and along != "members":
            at = attrs.evolve(at, within=along)
        lines: list[Line] = []
        totals: list[Total] = []
        for row in read_grid(raw, path, at.unit, self.figures):
            if whole and plain(row.name) in TOTAL_NAMES and not row.children:
                totals.append(row.figures)
            else:
                lines.append(self.grid_line(row, along, at.within))
        where = join(path, "lines")
        for i, item in enumerate(read_list(raw.pop("lines", ()), where, self.problems)):
            lines.append(self.line(item, f"{where}[{i}]", at))
        values = self.figures.fields(Breakdown, raw, path, but=("dimension", "lines"))
        for key in list(raw):
            if isinstance(raw[key], Mapping) or self.lexicon.item(at.within, key):
                self.child(lines, key, raw.pop(key), join(path, key), at)
        for key, item in (keyed or {}).items():
            self.child(lines, key, item, join(keyed_path, key), at)
        known = {*aliases(Breakdown), *self.lexicon.keys(at.within)}
        self.rest(raw, path, known)
        return Breakdown(along, lines=tuple(lines), **values), totals

    def along(self, raw: dict[str, object], path: str, expected: str, *, fixed: bool) -> Dimension:
        """Take the dimension out of a table; it may repeat the key of the table, not deny it."""
        given = raw.pop("dimension", expected)
        name = DIMENSION_NAMES.get(given) if isinstance(given, str) else None
        if not name or (fixed and name != expected):
            where = join(path, "dimension")
            self.problems.wrong(
                where,
                f"这里的分解维度不能是 {shown(given)}",
                f"the dimension here cannot be {shown(given)}",
                did_you_mean(str(given), DIMENSION_NAMES),
            )
        return name or DIMENSION_NAMES.get(expected, "members")

    def grid_line(self, row: GridRow, dimension: Dimension, within: str) -> Line:
        """Return the line of a grid row; a total row below it is one of its statements."""
        item = self.lexicon.item(within, row.name)
        below = within if dimension != "members" else item.key if item else plain(row.name)
        parts = []
        totals = []
        for child in row.children:
            if plain(child.name) in SUBTOTAL_NAMES and not child.children:
                totals.append(child.figures)
            else:
                parts.append(self.grid_line(child, dimension, below))
        figures: dict[str, Any] = dict(row.figures)
        texts: dict[str, Any] = dict(row.texts)
        line = Line(
            name=row.name,
            code=row.code,
            key=item.key if item else None,
            breakdowns=(Breakdown(dimension, tuple(parts)),) if parts else (),
            **figures,
            **texts,
        )
        for total in totals:
            line = with_total(line, total)
        return line

    def child(self, lines: list[Line], key: str, data: object, path: str, at: _Place) -> None:
        """Add a part given by key, name or code, merged with an earlier part of that name."""
        if data is None:
            return
        item = self.lexicon.item(at.within, key)
        name = item.name if item else key
        line = self.line(data, path, at, name=name, key=item.key if item else None)
        for i, old in enumerate(lines):
            same_name = plain(old.name) == plain(key) or old.code == key
            if same_name or (item is not None and old.key == item.key):
                lines[i] = merged(old, line, path, self.problems)
                return
        lines.append(line)
