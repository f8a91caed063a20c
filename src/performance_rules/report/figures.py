"""From plain values to figures: quantities with the claims that hang on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any, Final

import attrs

from performance_rules.errors import Message
from performance_rules.report.fieldkinds import FIELD_KINDS, FieldKind
from performance_rules.report.keys import names_of
from performance_rules.report.lines import COLUMN_KINDS
from performance_rules.report.model import (
    BASE_OF_PRIOR,
    COLUMNS,
    SETTLED,
    Comparison,
    Figure,
    Line,
    Reason,
    Share,
    Source,
    Statement,
    Step,
    terms_of,
)
from performance_rules.report.problems import Problems, join, shown
from performance_rules.report.quantities import QUANTITY_KEYS, read_quantity
from performance_rules.report.scalars import (
    read_choice,
    read_flag,
    read_list,
    read_text,
    read_unit,
)
from performance_rules.report.schedule import STAGES, is_date
from performance_rules.values.quantity import (
    Amount,
    Count,
    Percent,
    Quantity,
    is_blank,
)

FLAT_WORDS: Final = ("持平", "与上年持平", "无增减变化", "与上年一致", "无变化")
"""Wordings of a comparison that claim exact equality."""

ABOUT_FLAT: Final = "基本持平"
"""The wording that claims near equality only."""

VS: Final = {
    "vs_prior": "prior",
    "vs_initial_budget": "initial_budget",
    "vs_adjusted_budget": "adjusted_budget",
}
"""Short keys for a comparison, and the column each compares with."""

GROUNDS: Final = ("settled", "inference")
"""The keys that say how what a statement or a claim is about became known."""

_STAGES: Final = {name: key for key, zh in STAGES.items() for name in (key, zh)}
_SETTLED: Final = {name: key for key, zh in SETTLED.items() for name in (key, zh)}


STATEMENT_KEYS: Final = {
    **QUANTITY_KEYS,
    **{key: name for key, name in names_of(Statement).items() if name != "value"},
}

FIGURE_KEYS: Final = {
    **STATEMENT_KEYS,
    **names_of(Figure),
    **{"of": "of", "占比分母": "of"},
    **{key: key for key in VS},
    **{"比上年": "vs_prior", "比年初预算": "vs_initial_budget", "比调整预算": "vs_adjusted_budget"},
}

OWN_KEYS: Final = tuple(dict.fromkeys(STATEMENT_KEYS.values()))
"""What the table of a figure may say of its own value."""

SHARE_KEYS: Final = {**QUANTITY_KEYS, **names_of(Share), "占比": "value"}
LISTED_KEYS: Final = {**names_of(Comparison), "flat": "flat", "持平": "flat"}
"""The keys of a comparison in a list."""

COMPARISON_KEYS: Final = {k: v for k, v in LISTED_KEYS.items() if v != "against"}
"""The keys of a comparison under a key that says what it is compared with."""


def claim_kind(kind: str, said: Quantity | None) -> str:
    """Return the kind of the numbers in a claim about a figure that says ``said``."""
    if kind != "any" or said is None or isinstance(said, Percent):
        return kind
    return "amount" if isinstance(said, Amount) else "count"


class Figures:
    """Readers of figures and claims; problems go to the list it is given."""

    def __init__(self, problems: Problems) -> None:
        """Keep the list that collects problems."""
        self.problems = problems

    # ── figures and statements ──

    def figure(self, value: object, path: str, unit: str, column: str, kind: str = "") -> Figure:
        """Return the figure of a cell or of a table of claims."""
        kind = kind or COLUMN_KINDS[column]
        if not isinstance(value, Mapping):
            quantity = self.quantity(value, path, unit, kind)
            return Figure((Statement(quantity),) if quantity is not None else ())
        raw = self.problems.fields(value, path, FIGURE_KEYS)
        unit = self.own_unit(raw, path, unit)
        statements = self.statements(raw, path, unit, kind)
        said = statements[0].value if statements else None
        if kind == "any" and isinstance(said, Amount):
            unit = said.unit
        comparisons = [
            self.comparison(raw[key], join(path, key), unit, against_of(key, column), kind, said)
            for key in raw
            if key in VS
        ]
        for i, spec in enumerate(
            read_list(raw.get("comparisons", ()), join(path, "comparisons"), self.problems)
        ):
            where = f"{path}.comparisons[{i}]"
            comparisons.append(self.listed_comparison(spec, where, unit, kind, said))
        return Figure(
            statements=statements,
            share=self.share(raw, path),
            comparisons=tuple(c for c in comparisons if c is not None),
            unread=self.source(raw.get("unread"), join(path, "unread")),
        )

    def statements(
        self, raw: Mapping[str, object], path: str, unit: str, kind: str
    ) -> tuple[Statement, ...]:
        """Return the statements of a figure: its own value and any further ones."""
        out = []
        own = {key: raw[key] for key in OWN_KEYS if key in raw}
        if "value" in raw:
            out.append(self.statement(own, path, unit, kind))
        elif own:
            keys = "、".join(own)
            self.problems.wrong(path, f"有 {keys} 而没有 value", f"{keys} without a value")
        where = join(path, "statements")
        for i, spec in enumerate(read_list(raw.get("statements", ()), where, self.problems)):
            out.append(self.statement(spec, f"{path}.statements[{i}]", unit, kind))
        return tuple(statement for statement in out if statement is not None)

    def statement(self, spec: object, path: str, unit: str, kind: str) -> Statement | None:
        """Return a statement given as a bare quantity or as a table, or None for a blank."""
        if not isinstance(spec, Mapping):
            quantity = self.quantity(spec, path, unit, kind)
            return Statement(quantity) if quantity is not None else None
        raw = self.problems.fields(spec, path, STATEMENT_KEYS)
        rest = self.fields(Statement, raw, path, but=("value",))
        quantity = self.quantity(raw, path, unit, kind)
        return Statement(quantity, **rest) if quantity is not None else None

    def grounds(self, raw: dict[str, object], path: str) -> dict[str, Any]:
        """Take out of a table how what it says became known; an inference alone says so."""
        inference = self.text(raw.pop("inference", None), join(path, "inference"))
        given = raw.pop("settled", "inferred" if inference else None)
        settled = read_choice(given, join(path, "settled"), _SETTLED, "依据", self.problems)
        return {"settled": settled or "said", "inference": inference}

    # ── claims ──

    def share(self, raw: Mapping[str, object], path: str) -> Share | None:
        """Return the share a figure is said to be, or None."""
        where = join(path, "share")
        given = raw.get("share")
        given = given if isinstance(given, Mapping) else {"value": given}
        table = {"of": raw.get("of"), **self.problems.fields(given, where, SHARE_KEYS)}
        of = self.text(table.pop("of", None), join(path, "of"))
        rest = self.fields(Share, table, where, but=("value", "of"))
        value = self.quantity(table, where, "", "percent")
        return Share(value, of, **rest) if isinstance(value, Percent) else None

    def listed_comparison(
        self, spec: object, path: str, unit: str, kind: str, said: Quantity | None
    ) -> Comparison | None:
        """Return a comparison given as a table with ``against``."""
        table = self.problems.table(spec, path)
        against = table.pop("against", table.pop("对比数", ""))
        column = _COLUMNS.get(str(against), "")
        if not column:
            self.problems.unknown(str(against), join(path, "against"), COLUMNS)
            return None
        return self.comparison(table, path, unit, column, kind, said)

    def comparison(
        self,
        value: object,
        path: str,
        unit: str,
        against: str,
        kind: str = "amount",
        said: Quantity | None = None,
    ) -> Comparison | None:
        """Return one comparison: a wording such as 持平, or a table of claims; None for a blank.

        Args:
            value: the wording or the table.
            path: its path.
            unit: the unit of money of plain numbers in it.
            against: the column compared with.
            kind: what the column of the figure holds.
            said: what the figure says.
        """
        kind = claim_kind(kind, said)
        if isinstance(value, str):
            return None if is_blank(value) else self.worded(value, path, against, kind, said)
        raw = self.problems.fields(value, path, COMPARISON_KEYS)
        said_of: dict[str, Any] = {
            name: self.level(raw.get(name), join(path, name), unit, kind) for name in _LEVELS
        }
        for name in _RATES:
            rate = self.quantity(raw.get(name), join(path, name), "", "percent")
            said_of[name] = rate if isinstance(rate, Percent) else None
        rest = self.fields(Comparison, raw, path, but=("against", *said_of))
        if "flat" in raw and read_flag(raw["flat"], join(path, "flat"), self.problems):
            rest["direction"] = rest.get("direction") or "flat"
            if said_of["change"] is None:
                said_of["change"] = _nothing(kind, said)
        return Comparison(against, **said_of, **rest)

    def worded(
        self, value: str, path: str, against: str, kind: str, said: Quantity | None
    ) -> Comparison:
        """Return the comparison that a wording alone makes."""
        if value in FLAT_WORDS:
            change = _nothing(kind, said)
            return Comparison(against, change=change, direction="flat", wording=value)
        if value != ABOUT_FLAT:
            known = "、".join((*FLAT_WORDS, ABOUT_FLAT))
            self.problems.wrong(
                path,
                f"看不懂的比较 {shown(value)}",
                f"unknown wording of a comparison {shown(value)}",
                Message(
                    f'写 {known}，或写成表，如 {{ change = "-5,000.00元", rate = "-8.16%" }}',
                    f"write {known}, or a table such as {{ change = …, rate = … }}",
                ),
            )
        return Comparison(against, direction="about_flat", wording=value)

    def level(self, value: object, path: str, unit: str, kind: str) -> Amount | Count | None:
        """Return the base or the change of a comparison, or None."""
        quantity = self.quantity(value, path, unit, kind)
        if isinstance(quantity, Percent):
            self.problems.wrong(
                path, "基数和增减额不能是百分数", "a base or a change is no percentage"
            )
            return None
        return quantity

    # ── flat tables ──

    def reason(self, value: object, path: str) -> Reason | None:
        """Return a reason given as text or as a table, or None."""
        return None if value in (None, "") else self.part(FIELD_KINDS["reason"], value, path)

    def source(self, value: object, path: str) -> Source | None:
        """Return the place of a statement, or None; a bare text is the document."""
        found: Source | None = self.part(FIELD_KINDS["source"], value, path)
        return found

    def part(self, kind: FieldKind, value: object, path: str) -> Any:
        """Return a part that is a flat table; None for none, and for an item that is refused."""
        cls = kind.part
        if kind.many and kind.bare and not isinstance(value, str | Mapping):
            self.problems.wrong(path, "这里应是文字或一张表", "expected text or a table")
            value = ""
        if cls is None or (value is None and not kind.many):
            return None
        table = {kind.bare: value} if kind.bare and isinstance(value, str) else value
        raw = self.problems.fields(table, path, names_of(cls))
        return self.step(raw, path) if cls is Step else cls(**self.fields(cls, raw, path))

    def step(self, raw: dict[str, object], path: str) -> Step | None:
        """Return a step; one without a stage or with no true date is noted."""
        given = raw.pop("stage", None)
        where = join(path, "stage")
        stage = read_choice(given, where, _STAGES, "环节", self.problems)
        date = [raw.get(name) for name in _DATED]
        whole = [n for n in date if n is None or (isinstance(n, int) and not isinstance(n, bool))]
        if len(whole) < len(date) or not is_date(*whole):
            self.problems.wrong(path, "没有这样的日期", "there is no such date")
        elif stage is not None:
            return Step(stage, **self.fields(Step, raw, path, but=("stage",)))
        elif given is None:
            self.problems.wrong(where, "没有写是哪个环节", "a step needs its stage")
        return None

    def parts(self, holds: str, value: object, path: str) -> tuple[Any, ...]:
        """Return parts that are flat tables; what may be a bare text may stand for a list of it."""
        kind = FIELD_KINDS[holds]
        items = value if isinstance(value, list | tuple) else [value]
        if not kind.bare:
            items = read_list(value, path, self.problems)
        read = self.reason if kind.part is Reason else partial(self.part, kind)
        found = [read(item, f"{path}[{i}]") for i, item in enumerate(items)]
        return tuple(part for part in found if part is not None)

    def fields(
        self, cls: type, raw: dict[str, object], path: str, but: Collection[str] = ()
    ) -> dict[str, Any]:
        """Take the fields of a class out of a table, each read as what it holds.

        Args:
            cls: the class.
            raw: the table, its keys in English.
            path: its path.
            but: the fields that are read in another way.
        """
        found: dict[str, Any] = {}
        known = terms_of(cls)
        for name, field in known.items():
            item = None if name in but or name in GROUNDS else raw.pop(name, None)
            if item is not None or (field.default is attrs.NOTHING and name not in but):
                found[name] = self.held(field.metadata["holds"], item, join(path, name))
        return found | (self.grounds(raw, path) if GROUNDS[0] in known else {})

    def held(self, holds: str, value: object, path: str) -> Any:
        """Return what a field holds: a single value, a flat table or several."""
        kind = FIELD_KINDS[holds]
        if kind.read is not None:
            return kind.read(value, path, self.problems)
        if kind.many:
            return self.parts(holds, value, path)
        return self.reason(value, path) if kind.part is Reason else self.part(kind, value, path)

    # ── single values ──

    def text(self, value: object, path: str) -> str | None:
        """Return a text, or None when nothing was given."""
        return None if value is None else read_text(value, path, self.problems)

    def own_unit(self, raw: dict[str, object], path: str, unit: str) -> str:
        """Take the unit out of a table; without one, ``unit`` goes on."""
        given = raw.pop("unit", None)
        return unit if given is None else read_unit(given, join(path, "unit"), self.problems)

    def quantity(self, value: object, path: str, unit: str, kind: str) -> Quantity | None:
        """Return a quantity, or None for a blank; anything else is noted."""
        return read_quantity(value, path, unit, kind, self.problems)


def _holding(cls: type, what: str) -> tuple[str, ...]:
    """Return the fields of a class that hold something."""
    return tuple(n for n, field in terms_of(cls).items() if field.metadata["holds"] == what)


_LEVELS: Final = _holding(Comparison, "level")
_RATES: Final = _holding(Comparison, "rate")
_DATED: Final = _holding(Step, "dated")
_COLUMNS: Final = {key: name for key, name in names_of(Line).items() if name in COLUMNS}


def against_of(key: str, column: str) -> str:
    """Return the column that a short key compares a column with."""
    against = VS[key]
    return BASE_OF_PRIOR.get(column, "prior") if against == "prior" else against


def _nothing(kind: str, said: Quantity | None) -> Amount | Count | None:
    """Return the change of a figure that did not change; a percentage has none to speak of."""
    if isinstance(said, Percent):
        return None
    if kind == "amount" or isinstance(said, Amount):
        return Amount.of(0, exact=True)
    return Count.of(0, said.unit if isinstance(said, Count) else "")
