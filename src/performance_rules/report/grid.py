"""Grids: tables written as headings and rows, the way a document prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

import attrs
from attrs import define, field, frozen

from performance_rules.errors import did_you_mean
from performance_rules.lexicon.lexicon import plain
from performance_rules.report.figures import Figures
from performance_rules.report.keys import COLUMN_NAMES, headings_of
from performance_rules.report.lines import COLUMN_KINDS
from performance_rules.report.model import (
    BASE_OF_PRIOR,
    COLUMNS,
    LINE_TEXTS,
    Comparison,
    Figure,
    Line,
    Share,
    terms_of,
)
from performance_rules.report.problems import Problems, join, shown
from performance_rules.report.quantities import read_printed
from performance_rules.report.scalars import UNITS, read_list, read_text
from performance_rules.values.quantity import is_blank

NAME_HEADINGS: Final = ("科目", "项目", "名称", "name", "指标", "科目名称")
LEVEL_HEADINGS: Final = ("类", "款", "项", "一级指标", "二级指标", "三级指标")
LOWEST: Final = "指标"
"""The name column that is a level below the level columns before it: 一级指标、二级指标、指标."""

CODE_HEADINGS: Final = ("编码", "科目编码", "code")

TOTAL_NAMES: Final = ("合计", "总计", "合计（元）", "总计（元）", "本年合计", "total")
"""Row names that state the whole again instead of a part."""

SUBTOTAL_NAMES: Final = (*TOTAL_NAMES, "小计")
"""Row names that, below another row, state that row again."""

CLAIMS: Final = {
    name: claim for cls in (Figure, Share, Comparison) for name, claim in headings_of(cls).items()
}
"""Headings whose cells are claims about the figure in the column before."""

TEXTS: Final = {name: key for name, key in headings_of(Line).items() if key in LINE_TEXTS}
"""Headings whose cells are texts of an indicator."""

_POINTS: Final = ("target", "actual", "weight", "score")
"""Columns of indicators: a reason behind one is that of the indicator, not of a change."""

TEXT: Final = "text"
"""What a column of texts is used for; its ``unit`` is the field."""

_CODE_LENGTHS: Final = (3, 5)
"""How long a classification code is that has others below it."""

_UNIT: Final = re.compile(rf"(.*)（(?:单位[:：])?({'|'.join(UNITS)}|[%％])）")


@define
class GridRow:
    """One row: its name and code, its figures by column, the rows below it, its texts."""

    name: str
    code: str | None
    figures: dict[str, Figure] = field(factory=dict)
    children: list[GridRow] = field(factory=list)
    texts: dict[str, str | None] = field(factory=dict)


@frozen
class _Heading:
    """What a column of a grid holds: a name on a level, the code, a figure, a claim, a text."""

    use: str
    unit: str = ""
    level: int = 0


def read_grid(raw: dict[str, object], path: str, unit: str, figures: Figures) -> list[GridRow]:
    """Return the top-level rows of the grid in a table and take ``columns``/``rows`` out of it.

    A row is part of another one where it says so: by filling a deeper one of several name
    columns, or, with a single name column, by a code that continues the other's code.
    """
    problems = figures.problems
    columns = read_list(raw.pop("columns", ["科目"]), join(path, "columns"), problems)
    rows = read_list(raw.pop("rows", []), join(path, "rows"), problems)
    headings = _headings(columns, join(path, "columns"), problems)
    stack = _Stack(by_code=not any(heading.level for heading in headings))
    for i, cells in enumerate(rows):
        where = f"{path}.rows[{i}]"
        if isinstance(cells, str) and len(headings) == 1:
            cells = [cells]
        if not isinstance(cells, list | tuple) or not 0 < len(cells) <= len(headings):
            problems.wrong(
                where,
                f"这一行应是一至 {len(headings)} 格的列表",
                f"a row must be a list of 1 to {len(headings)} cells",
            )
            continue
        row = _row(list(zip(headings, cells, strict=False)), where, unit, figures)
        names = _names(headings, cells, where, problems)
        if not names and row.code is None:
            problems.wrong(where, "这一行没有科目名称", "this row has no name")
            continue
        stack.put(names, row)
    return stack.top


@define
class _Stack:
    """The rows read so far, and the way from the top down to the last of them."""

    by_code: bool
    top: list[GridRow] = field(factory=list)
    way: list[tuple[int, GridRow]] = field(factory=list)

    def put(self, names: dict[int, str], row: GridRow) -> None:
        """Add a row; a row above it that it names itself is added if it is not there yet."""
        *above, last = sorted(names) or [0]
        for level in above:
            if not any(level == k and names[level] == r.name for k, r in self.way):
                self.add(level, GridRow(names[level], None))
        row.name = names.get(last, "")
        self.add(last, row)

    def add(self, level: int, row: GridRow) -> None:
        """Add one row below the nearest row that it is part of."""
        while self.way and not self.is_part(level, row, *self.way[-1]):
            self.way.pop()
        (self.way[-1][1].children if self.way else self.top).append(row)
        self.way.append((level, row))

    def is_part(self, level: int, row: GridRow, above: int, whole: GridRow) -> bool:
        """Whether a row is part of another one."""
        if not self.by_code:
            return above < level
        code, start = row.code or "", whole.code or ""
        classified = start.isdecimal() and len(start) in _CODE_LENGTHS
        return classified and code.startswith(start) and len(code) > len(start)


def _headings(columns: Iterable[object], path: str, problems: Problems) -> list[_Heading]:
    headings: list[_Heading] = []
    taken: set[tuple[str, str, int]] = set()
    figure = ""
    for i, text in enumerate(columns):
        heading = _heading(text, f"{path}[{i}]", problems)
        figure = heading.use if heading.use in COLUMNS else figure
        if heading.use == "reason" and figure in _POINTS:
            heading = _Heading(TEXT, "reason")
        if text == LOWEST and headings and all(h.use == "name" for h in headings):
            heading = _Heading("name", level=len(headings))
        slot = (figure if heading.use in CLAIMS.values() else "", heading.use, heading.level)
        if heading.use == TEXT:
            slot = (heading.unit, heading.use, 0)
        if heading.use and slot in taken:
            problems.wrong(f"{path}[{i}]", f"表头“{text}”重复", f"heading '{text}' comes twice")
            heading = _Heading("")
        taken.add(slot)
        headings.append(heading)
    return headings


def _heading(text: object, path: str, problems: Problems) -> _Heading:
    name = plain(text) if isinstance(text, str) else ""
    unit = ""
    if marked := _UNIT.fullmatch(name):
        name, unit = marked[1], marked[2].replace("％", "%")
    if name in LEVEL_HEADINGS:
        return _Heading("name", level=LEVEL_HEADINGS.index(name) % 3)
    if name in NAME_HEADINGS:
        return _Heading("name")
    if name in CODE_HEADINGS:
        return _Heading("code")
    if name in CLAIMS:
        return _Heading(CLAIMS[name], unit)
    if name in TEXTS:
        return _Heading(TEXT, TEXTS[name])
    if name in COLUMN_NAMES:
        return _Heading(COLUMN_NAMES[name], unit)
    known = (*NAME_HEADINGS, *LEVEL_HEADINGS, *CODE_HEADINGS, *CLAIMS, *COLUMN_NAMES, *TEXTS)
    problems.wrong(
        path,
        f"不认识的表头 {shown(text)}",
        f"unknown heading {shown(text)}",
        did_you_mean(name, known),
    )
    return _Heading("")


def _names(
    headings: Iterable[_Heading], cells: Iterable[object], where: str, problems: Problems
) -> dict[int, str]:
    """Return the names a row gives, by level."""
    names: dict[int, str] = {}
    for heading, cell in zip(headings, cells, strict=False):
        if heading.use == "name" and cell not in ("", None):
            names[heading.level] = (read_text(cell, where, problems) or "").strip()
    return {level: name for level, name in names.items() if name}


def _row(
    cells: Iterable[tuple[_Heading, object]], where: str, unit: str, figures: Figures
) -> GridRow:
    """Return a row with its code and its figures; the name comes later."""
    row = GridRow("", None)
    last, own = "", unit
    claims: dict[str, dict[str, object]] = {}
    units: dict[str, str] = {}
    for heading, cell in cells:
        if heading.use == "code" and cell not in ("", None):
            row.code = (read_text(cell, where, figures.problems) or "").strip() or None
        elif heading.use == TEXT:
            if not _is_blank(cell):
                holds = terms_of(Line)[heading.unit].metadata["holds"]
                row.texts[heading.unit] = figures.held(holds, cell, where)
        elif heading.use in COLUMNS:
            last, own = heading.use, unit if heading.unit in ("", "%") else heading.unit
            value = _marked(cell, heading, where, figures.problems)
            row.figures[last] = figures.figure(value, join(where, last), own, last)
        elif heading.use in CLAIMS.values() and not _is_blank(cell):
            value = _marked(cell, heading, where, figures.problems)
            claims.setdefault(last, {})[heading.use] = value
            if heading.use == "change":
                units[last] = heading.unit or own
    for column, claim in claims.items():
        at = join(where, column or "claims")
        if column not in row.figures:
            figures.problems.wrong(
                at, "占比、增减等列之前没有数字列", "a claim column needs a figure before"
            )
            continue
        row.figures[column] = _with_claims(row, claim, at, units.get(column, unit), column, figures)
    return row


def _with_claims(
    row: GridRow,
    claim: Mapping[str, object],
    where: str,
    unit: str,
    column: str,
    figures: Figures,
) -> Figure:
    """Return the figure of a row and column with the claims of the columns after it.

    A change or a rate is one against last year; a completion rate is one of the budget.
    """
    figure = row.figures[column]
    said = figure.statements[0].value if figure.statements else None
    prior = BASE_OF_PRIOR.get(column, "prior")
    adjusted = "adjusted_budget" in row.figures and "initial_budget" not in row.figures
    bases = {
        prior: {k: claim[k] for k in ("change", "rate") if k in claim},
        "adjusted_budget" if adjusted else "initial_budget": {
            k: claim[k] for k in ("completed",) if k in claim
        },
    }
    bases = {against: said for against, said in bases.items() if said} or {prior: {}}
    reason = {"reason": claim["reason"]} if "reason" in claim else {}
    kind = COLUMN_KINDS[column]
    comparisons: list[Comparison | None] = list(figure.comparisons)
    for against, claims in bases.items():
        if claims or reason:
            comparisons.append(
                figures.comparison({**claims, **reason}, where, unit, against, kind, said)
            )
            reason = {}  # said once, of the first comparison
    return attrs.evolve(
        figure,
        share=figures.share(claim, where) or figure.share,
        comparisons=tuple(c for c in comparisons if c is not None),
    )


def _marked(cell: object, heading: _Heading, where: str, problems: Problems) -> object:
    """Return a cell, with the percent sign that its heading carries for the whole column."""
    if heading.unit != "%" or _is_blank(cell) or isinstance(cell, Mapping):
        return cell
    text = read_printed(cell, where, problems)
    return text if text is None or "%" in text or "％" in text else f"{text}%"


def _is_blank(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and is_blank(cell))
