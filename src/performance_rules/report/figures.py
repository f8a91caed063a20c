"""From plain values to figures: quantities with the claims that hang on them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from performance_rules.errors import Message
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
    terms_of,
)
from performance_rules.report.problems import Problems, join, shown
from performance_rules.report.quantities import QUANTITY_KEYS, read_quantity
from performance_rules.report.scalars import (
    read_choice,
    read_flag,
    read_list,
    read_text,
    read_texts,
    read_unit,
)
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

_SETTLED: Final = {name: key for key, zh in SETTLED.items() for name in (key, zh)}


@lru_cache(maxsize=16)
def names_of(cls: type) -> dict[str, str]:
    """Return the keys of a model class: English names and Chinese terms."""
    fields = terms_of(cls)
    return {name: name for name in fields} | {f.metadata["zh"]: n for n, f in fields.items()}


STATEMENT_KEYS: Final = {
    **QUANTITY_KEYS,
    **{key: name for key, name in names_of(Statement).items() if name != "value"},
}

FIGURE_KEYS: Final = {
    **STATEMENT_KEYS,
    **{"statements": "statements", "表述": "statements"},
    **{"share": "share", "占比": "share", "of": "of", "占比分母": "of"},
    **{"comparisons": "comparisons", "比较": "comparisons"},
    **{key: key for key in VS},
    **{"unread": "unread", "未读": "unread"},
    **{"比上年": "vs_prior", "比年初预算": "vs_initial_budget", "比调整预算": "vs_adjusted_budget"},
}

COLUMN_KINDS: Final = {name: str(terms_of(Line)[name].metadata["kind"]) for name in COLUMNS}
"""What each column of a line holds: amount, count, or any quantity."""


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
        source = self.source(raw.pop("source", None), join(path, "source"))
        grounds = self.grounds(raw, path)
        quantity = self.quantity(raw, path, unit, kind)
        return Statement(quantity, source, **grounds) if quantity is not None else None

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
        source = self.source(table.pop("source", None), join(where, "source"))
        of = self.text(table.pop("of", None), join(path, "of"))
        grounds = self.grounds(table, where)
        value = self.quantity(table, where, "", "percent")
        if not isinstance(value, Percent):
            return None
        return Share(value, of, source, **grounds)

    def listed_comparison(
        self, spec: object, path: str, unit: str, kind: str, said: Quantity | None
    ) -> Comparison | None:
        """Return a comparison given as a table with ``against``."""
        table = self.problems.table(spec, path)
        against = table.pop("against", table.pop("对比数", ""))
        column = names_of(Line).get(str(against), "")
        if column not in COLUMNS:
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
        base, change = (self.level(raw.get(n), join(path, n), unit, kind) for n in _LEVELS)
        rate, completed = (
            self.quantity(raw.get(n), join(path, n), "", "percent") for n in ("rate", "completed")
        )
        direction = self.text(raw.get("direction"), join(path, "direction"))
        if "flat" in raw and read_flag(raw["flat"], join(path, "flat"), self.problems):
            direction = direction or "flat"
            change = _nothing(kind, said) if change is None else change
        return Comparison(
            against,
            base=base,
            change=change,
            rate=rate if isinstance(rate, Percent) else None,
            completed=completed if isinstance(completed, Percent) else None,
            direction=direction,
            reason=self.reason(raw.get("reason"), join(path, "reason")),
            wording=self.text(raw.get("wording"), join(path, "wording")),
            source=self.source(raw.get("source"), join(path, "source")),
            **self.grounds(raw, path),
        )

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

    def reason(self, value: object, path: str) -> Reason | None:
        """Return a reason given as text or as a table, or None."""
        if value is None or value == "":
            return None
        if isinstance(value, str):
            return Reason(value)
        raw = self.problems.fields(value, path, names_of(Reason))
        text = read_text(raw.get("text"), join(path, "text"), self.problems)
        return Reason(
            text or "",
            read_texts(raw.get("about", ()), join(path, "about"), self.problems),
            self.source(raw.get("source"), join(path, "source")),
        )

    def source(self, value: object, path: str) -> Source | None:
        """Return the place of a statement, or None; a bare text is the document."""
        if value is None:
            return None
        table = {"document": value} if isinstance(value, str) else value
        found: dict[str, Any] = {}
        for key, item in self.problems.fields(table, path, names_of(Source)).items():
            if item is None:
                continue
            wanted = str if key in ("document", "section", "quote", "cell") else int
            if not isinstance(item, wanted) or isinstance(item, bool):
                self.problems.wrong(
                    join(path, key),
                    f"出处中的“{key}”不能是 {shown(item)}",
                    f"'{key}' of a source cannot be {shown(item)}",
                )
            else:
                found[key] = item
        return Source(**found)

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


_LEVELS: Final = ("base", "change")


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
