"""The types of the rule language and how they are named to people."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from performance_rules.errors import Message


@frozen
class Type:
    """A type: its name, the kind of number it holds, and the item type of a list.

    Kinds of number are ``amount``, ``percent`` and ``count``; ``pure`` is a bare number in a rule
    and ``any`` a figure whose column is known only when a report is checked.
    """

    name: str
    kind: str = ""
    item: Type | None = None

    def zh(self) -> str:
        """Return the Chinese name of the type."""
        if self.item is not None:
            return f"{self.item.zh()}的列表"
        kind = _KIND_NAMES.get(self.kind, ("", ""))[0]
        name = _NAMES[self.name][0]
        return kind if kind and self.name == "number" else f"{name}（{kind}）" if kind else name

    def en(self) -> str:
        """Return the English name of the type."""
        if self.item is not None:
            return f"list of {self.item.en()}"
        kind = _KIND_NAMES.get(self.kind, ("", ""))[1]
        name = _NAMES[self.name][1]
        return kind if kind and self.name == "number" else f"{name} ({kind})" if kind else name

    def message(self) -> Message:
        """Return the name of the type in both languages."""
        return Message(self.zh(), self.en())


_NAMES: Final = {
    "bool": ("是非", "Bool"),
    "number": ("数", "Number"),
    "rate": ("比率", "Rate"),
    "gap": ("百分点差", "Gap"),
    "scale": ("扣分办法", "Scale"),
    "due": ("应得分", "Due"),
    "year": ("年度", "Year"),
    "text": ("文字", "Text"),
    "pattern": ("模式", "Pattern"),
    "date": ("日期", "Date"),
    "column": ("栏", "Column"),
    "report": ("报告", "Report"),
    "account": ("口径", "Account"),
    "line": ("项", "Line"),
    "breakdown": ("分解", "Breakdown"),
    "figure": ("数", "Figure"),
    "share": ("占比", "Share"),
    "comparison": ("比较", "Comparison"),
    "reason": ("原因", "Reason"),
    "sentence": ("句", "Sentence"),
    "table": ("表", "Table"),
    "evaluation": ("自评表", "Evaluation"),
    "schedule": ("进度", "Schedule"),
    "step": ("节点", "Step"),
    "counts": ("数量", "Counts"),
    "bands": ("分段", "Bands"),
    "sheet": ("评分表", "Sheet"),
    "list": ("列表", "list"),
}
_KIND_NAMES: Final = {
    "amount": ("金额", "Amount"),
    "percent": ("百分比", "Percent"),
    "count": ("数量", "Count"),
    "pure": ("纯数", "plain number"),
    "any": ("未定计量", "number of unknown kind"),
}

BOOL: Final = Type("bool")
AMOUNT: Final = Type("number", "amount")
PERCENT: Final = Type("number", "percent")
COUNT: Final = Type("number", "count")
PURE: Final = Type("number", "pure")
NUMBER: Final = Type("number", "any")
RATE: Final = Type("rate")
SCORE_RATE: Final = Type("rate", "count")
"""The rate of a score, which was rounded when it was printed."""

PRICE: Final = Type("rate", "amount")
"""What falls on one of those counted."""
GAP: Final = Type("gap")
"""The difference of two rates."""

SCALE: Final = Type("scale")
DUE: Final = Type("due")
"""The points that a scale of deduction leaves."""

YEAR: Final = Type("year")
TEXT: Final = Type("text")
PATTERN: Final = Type("pattern")
"""What a parameter says a text is searched for; in a rule itself a pattern is a literal text."""

DATE: Final = Type("date")
COLUMN: Final = Type("column", "any")
REPORT: Final = Type("report")
ACCOUNT: Final = Type("account")
LINE: Final = Type("line")
BREAKDOWN: Final = Type("breakdown")
FIGURE: Final = Type("figure", "any")
SHARE: Final = Type("share")
COMPARISON: Final = Type("comparison")
REASON: Final = Type("reason")
SENTENCE: Final = Type("sentence")
TABLE: Final = Type("table")
EVALUATION: Final = Type("evaluation")
SCHEDULE: Final = Type("schedule")
STEP: Final = Type("step")
COUNTS: Final = Type("counts")
BANDS: Final = Type("bands")
SHEET: Final = Type("sheet")
"""How many points a place gives each indicator, and what for."""


def list_of(item: Type) -> Type:
    """Return the type of a list."""
    return Type("list", item=item)


def figure_of(kind: str) -> Type:
    """Return the type of a figure of one kind of number."""
    return Type("figure", kind)


def is_number(t: Type) -> bool:
    """Whether values of the type are numbers; a figure counts as the number it states."""
    return t.name in ("number", "figure")


def number_of(t: Type) -> Type:
    """Return the number type of a number or figure."""
    return Type("number", t.kind)


def joined(left: Type, right: Type) -> Type | None:
    """Return the type of a sum of two numbers, or None where they do not mix."""
    kinds = {left.kind, right.kind}
    if "percent" in kinds and kinds != {"percent"}:
        return None
    if left.kind == right.kind:
        return number_of(left)
    if "any" in kinds:
        return NUMBER
    return COUNT if kinds == {"pure", "count"} else None


def fits(given: Type, wanted: Type) -> bool:
    """Whether a value of one type can be handed to a parameter of another."""
    if given == wanted:
        return True
    if wanted.name == "list" and given.name == "list" and wanted.item and given.item:
        return fits(given.item, wanted.item)
    if wanted.name == "number" and is_number(given):
        return "any" in (wanted.kind, given.kind) or joined(given, wanted) is not None
    return (given.name, wanted.name) in (("figure", "figure"), ("column", "column"))
