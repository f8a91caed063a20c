"""The vocabulary of the rule language: fields of the report, derived places and collections.

Fields come from the report model with their Chinese terms; what is derived from a field's place
(the whole of a part, the account of a line) is declared here, once, with both names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import frozen

from performance_rules.errors import Message
from performance_rules.language.ground import Linear, Missing, combine, constant
from performance_rules.language.scope import Scope, Value
from performance_rules.language.types import (
    ACCOUNT,
    AMOUNT,
    BOOL,
    BREAKDOWN,
    COLUMN,
    COMPARISON,
    COUNTS,
    DATE,
    FIGURE,
    LINE,
    NUMBER,
    PERCENT,
    REASON,
    REPORT,
    SHARE,
    TEXT,
    YEAR,
    Type,
    figure_of,
    list_of,
)
from performance_rules.report.model import (
    ACCOUNTS,
    COLUMNS,
    DIMENSIONS,
    KINDS,
    MONEY_COLUMNS,
    SIDES,
    Account,
    Breakdown,
    Comparison,
    Line,
    Reason,
    Report,
    Share,
    terms_of,
)
from performance_rules.report.tree import (
    AccountNode,
    BreakdownNode,
    ComparisonNode,
    FigureNode,
    LineNode,
    ReasonNode,
    ShareNode,
    Tree,
    part,
)

Getter = Callable[[Scope, Value], Value]


@frozen
class Term:
    """A member of a type or a name at the top: both names, the type, how it is got, its meaning."""

    name: str
    zh: str
    type: Type
    get: Getter
    doc: str


def absent(what: str) -> Missing:
    """Return the value of a place that the report does not have."""
    return Missing(Message(f"报告没有“{what}”", f"the report has no '{what}'"))


def blank(what: str) -> Missing:
    """Return the value of a place that is there and says nothing."""
    return Missing(Message(f"“{what}”空白", f"'{what}' is blank"), blank=True)


def _node(cls: type) -> Mapping[str, tuple[str, str]]:
    return {name: (f.metadata["zh"], f.metadata["doc"]) for name, f in terms_of(cls).items()}


def _line_terms() -> list[Term]:
    said = _node(Line)
    terms = []
    for column in COLUMNS:
        kind = terms_of(Line)[column].metadata["kind"]
        terms.append(Term(column, said[column][0], figure_of(kind), _column(column), said[column][1]))
    for dimension, zh in DIMENSIONS.items():
        terms.append(Term(dimension, zh, BREAKDOWN, _dimension(dimension), f"breakdown {dimension}"))
    return [
        *terms,
        _plain("name", said["name"], TEXT, lambda s, n: n.name),
        _plain("code", said["code"], TEXT, lambda s, n: n.code or absent(f"{n.name}的编码")),
        _plain("key", said["key"], TEXT, lambda s, n: n.line.key or absent(f"{n.name}的键")),
        _plain("counts", said["counts"], COUNTS, lambda s, n: n),
        _plain("notes", said["notes"], list_of(TEXT), lambda s, n: list(n.line.notes)),
        _plain(
            "breakdowns",
            ("各分解", "breakdowns of the line"),
            list_of(BREAKDOWN),
            lambda s, n: list(n.breakdowns),
        ),
        _plain(
            "whole",
            ("上级", "the line this one is a part of"),
            LINE,
            lambda s, n: (n.breakdown and n.breakdown.whole) or absent(f"{n.name}的上级"),
        ),
        _plain(
            "breakdown",
            ("所在分解", "the breakdown the line is part of"),
            BREAKDOWN,
            lambda s, n: n.breakdown or absent(f"{n.name}所在的分解"),
        ),
        _plain(
            "account",
            ("口径", "the account of the line"),
            ACCOUNT,
            lambda s, n: n.account or absent(f"{n.name}的口径"),
        ),
        _plain(
            "side", ("方向", "income, expenditure …"), TEXT, lambda s, n: n.side or absent("方向")
        ),
        _plain(
            "figures",
            ("各数", "the figures of the line"),
            list_of(FIGURE),
            lambda s, n: list(n.figures.values()),
        ),
        _plain(
            "comparisons",
            ("各比较", "the comparisons of the line's figures"),
            list_of(COMPARISON),
            lambda s, n: [c for f in n.figures.values() for c in f.comparisons],
        ),
        _plain("title", ("位置", "where the line stands"), TEXT, lambda s, n: n.title),
    ]


def _plain(
    name: str, said: tuple[str, str], kind: Type, get: Callable[[Scope, Any], Any]
) -> Term:
    return Term(name, said[0], kind, get, said[1])


def _column(column: str) -> Getter:
    def get(scope: Scope, node: Value) -> Value:
        assert isinstance(node, LineNode)
        return node.figures.get(column) or absent(f"{node.title}·{COLUMN_NAMES[column]}")

    return get


def _dimension(dimension: str) -> Getter:
    def get(scope: Scope, node: Value) -> Value:
        assert isinstance(node, LineNode)
        found = [b for b in node.breakdowns if b.dimension == dimension]
        if len(found) > 1:
            return Missing(
                Message(
                    f"{node.title}有 {len(found)} 个{DIMENSIONS[dimension]}分解",
                    f"{node.path} has {len(found)} breakdowns {dimension}",
                )
            )
        return found[0] if found else absent(f"{node.title}·{DIMENSIONS[dimension]}")

    return get


def _side(side: str) -> Getter:
    def get(scope: Scope, node: Value) -> Value:
        assert isinstance(node, AccountNode)
        return node.lines.get(side) or absent(f"{node.title}·{_node(Account)[side][0]}")

    return get


def _number(name: str) -> Getter:
    zh = _node(Comparison)[name][0]

    def get(scope: Scope, node: Value) -> Value:
        assert isinstance(node, ComparisonNode)
        leaf = node.numbers.get(name)
        return absent(f"{node.title}·{zh}") if leaf is None else scope.leaf(leaf)

    return get


def base_of(scope: Scope, node: ComparisonNode) -> Linear | Missing:
    """Return the level a figure is compared with: stated in its column, in the clause, or implied.

    The implied base is figure − change, so the change and the figure stay shared leaves.
    """
    column = node.comparison.against
    stated = node.figure.line.figures.get(column)
    if stated is not None and stated.leaves:
        return scope.number(stated)
    if "base" in node.numbers:
        return scope.leaf(node.numbers["base"])
    figure = scope.number(node.figure)
    if isinstance(figure, Missing):
        return figure
    if "change" in node.numbers:
        return combine(figure, scope.leaf(node.numbers["change"]), -1)
    return absent(f"{node.figure.line.title}·{COLUMN_NAMES[column]}")


def _base(scope: Scope, node: Value) -> Value:
    assert isinstance(node, ComparisonNode)
    return base_of(scope, node)


def share_whole(scope: Scope, node: ShareNode) -> FigureNode | Missing:
    """Return the figure a share is a share of: as worded, or by its place in a breakdown."""
    figure = node.figure
    if node.share.of:
        path = scope.lexicon.whole(node.share.of)
        line = line_at(scope.tree, path) if path else None
        if line is None:
            breakdown = figure.line.breakdown
            if breakdown and breakdown.whole and breakdown.whole.name == node.share.of:
                line = breakdown.whole
        if line is None:
            return absent(f"占比的分母“{node.share.of}”")
    elif figure.line.breakdown is not None and figure.line.breakdown.whole is not None:
        line = figure.line.breakdown.whole
    else:
        return absent(f"{figure.line.name}占比的分母")
    return line.figures.get(figure.column) or absent(
        f"{line.title}·{COLUMN_NAMES.get(figure.column, figure.column)}"
    )


def line_at(tree: Tree, path: str) -> LineNode | None:
    """Return the line at a path such as ``all_funds.expenditure.basic``, or None."""
    first, *rest = path.split(".")
    line: LineNode | None = tree.items.get(first)
    if first in tree.accounts and rest:
        line = tree.accounts[first].lines.get(rest.pop(0))
    for step in rest:
        line = part(line, None, step) if line is not None else None
    return line


def _share_whole(scope: Scope, node: Value) -> Value:
    assert isinstance(node, ShareNode)
    return share_whole(scope, node)


COLUMN_NAMES: Final = {c: _node(Line)[c][0] for c in COLUMNS}
DIRECTIONS: Final = ("up", "down", "flat", "about_flat")

_BREAKDOWN: Final = _node(Breakdown)
_COMPARISON: Final = _node(Comparison)
_SHARE: Final = _node(Share)
_REASON: Final = _node(Reason)

MEMBERS: Final[Mapping[str, tuple[Term, ...]]] = {
    "line": tuple(_line_terms()),
    "account": (
        *(Term(side, zh, LINE, _side(side), doc) for side, (zh, doc) in _node(Account).items()),
        _plain("name", ("名称", "Chinese term of the account"), TEXT, lambda s, n: n.title),
        _plain("key", ("键", "key of the account"), TEXT, lambda s, n: n.name),
        _plain("title", ("位置", "Chinese term of the account"), TEXT, lambda s, n: n.title),
    ),
    "breakdown": (
        _plain("lines", _BREAKDOWN["lines"], list_of(LINE), lambda s, n: list(n.lines)),
        _plain("complete", _BREAKDOWN["complete"], BOOL, lambda s, n: n.complete),
        _plain("dimension", _BREAKDOWN["dimension"], TEXT, lambda s, n: n.dimension),
        _plain(
            "reasons", _BREAKDOWN["reasons"], list_of(TEXT), lambda s, n: scope_reasons(n)
        ),
        _plain("notes", _BREAKDOWN["notes"], list_of(TEXT), lambda s, n: list(n.breakdown.notes)),
        _plain(
            "whole",
            ("合计", "the line that is broken down"),
            LINE,
            lambda s, n: n.whole or absent(f"{n.title}的合计"),
        ),
        _plain("title", ("位置", "where the breakdown stands"), TEXT, lambda s, n: n.title),
    ),
    "figure": (
        _plain("line", ("项", "the line of the figure"), LINE, lambda s, n: n.line),
        _plain("column", ("栏", "the column of the figure"), COLUMN, lambda s, n: n.column),
        _plain(
            "share", ("占比", "its share"), SHARE, lambda s, n: n.share or absent(f"{n.title}·占比")
        ),
        _plain(
            "comparisons",
            ("各比较", "its comparisons"),
            list_of(COMPARISON),
            lambda s, n: list(n.comparisons),
        ),
        _plain(
            "statements",
            ("各表述", "every printed number of the figure"),
            list_of(NUMBER),
            lambda s, n: [s.leaf(i) for i in n.leaves],
        ),
        _plain("title", ("位置", "where the figure stands"), TEXT, lambda s, n: n.title),
    ),
    "share": (
        _plain("value", _SHARE["value"], PERCENT, lambda s, n: s.leaf(n.value)),
        _plain(
            "of",
            _SHARE["of"],
            TEXT,
            lambda s, n: n.share.of or absent(f"{n.title}的分母措辞"),
        ),
        Term("whole", "分母", FIGURE, _share_whole, "the figure it is a share of"),
        _plain("figure", ("所属数", "the figure of the share"), FIGURE, lambda s, n: n.figure),
    ),
    "comparison": (
        *(
            Term(name, _COMPARISON[name][0], kind, _number(name), _COMPARISON[name][1])
            for name, kind in (("change", NUMBER), ("rate", PERCENT), ("completed", PERCENT))
        ),
        Term("base", "基数", NUMBER, _base, "the level compared with: stated or implied"),
        _plain(
            "against",
            _COMPARISON["against"],
            COLUMN,
            lambda s, n: n.comparison.against,
        ),
        _plain("figure", ("所属数", "the figure compared"), FIGURE, lambda s, n: n.figure),
        _plain("line", ("项", "the line compared"), LINE, lambda s, n: n.figure.line),
        _plain(
            "direction",
            _COMPARISON["direction"],
            TEXT,
            lambda s, n: n.comparison.direction or absent("方向词"),
        ),
        _plain(
            "wording",
            _COMPARISON["wording"],
            TEXT,
            lambda s, n: n.comparison.wording or absent("措辞"),
        ),
        _plain(
            "reason",
            _COMPARISON["reason"],
            REASON,
            lambda s, n: n.comparison.reason or absent(f"{n.title}的原因"),
        ),
        _plain("title", ("位置", "where the comparison stands"), TEXT, lambda s, n: n.title),
    ),
    "reason": (
        _plain(
            "text",
            _REASON["text"],
            TEXT,
            lambda s, n: (n.reason if isinstance(n, ReasonNode) else n).text,
        ),
        _plain(
            "about",
            _REASON["about"],
            list_of(TEXT),
            lambda s, n: list((n.reason if isinstance(n, ReasonNode) else n).about),
        ),
    ),
    "column": (
        _plain("name", ("名称", "Chinese term"), TEXT, lambda s, n: COLUMN_NAMES.get(n, n)),
    ),
}


def scope_reasons(node: BreakdownNode) -> list[str]:
    """Return the reasons given for a breakdown, as text."""
    return [reason.text for reason in node.breakdown.reasons]


def _top(name: str) -> Getter:
    def get(scope: Scope, _: Value) -> Value:
        tree = scope.tree
        if name in ACCOUNTS:
            found: Value = tree.accounts.get(name) or absent(_node(Report)[name][0])
        elif name == "disclosures":
            found = tree.disclosures or absent("披露")
        elif name == "previous":
            found = tree.previous or absent("上年报告")
        elif name in ("three_public", "evaluation"):
            found = tree.items.get(name) or absent(_node(Report)[name][0])
        elif name == "text":
            found = list(tree.report.text)
        else:
            said = getattr(tree.report, name)
            found = absent(_node(Report)[name][0]) if said is None else said
        return found

    return get


_TOP_TYPES: Final = {
    "account": ACCOUNT,
    "line": LINE,
    "breakdown": BREAKDOWN,
    "report": REPORT,
    "year": YEAR,
    "date": DATE,
    "text": TEXT,
    "": list_of(TEXT),
}

REPORT_TERMS: Final = tuple(
    Term(name, f.metadata["zh"], _TOP_TYPES[f.metadata["kind"]], _top(name), f.metadata["doc"])
    for name, f in terms_of(Report).items()
)

COLLECTIONS: Final = (
    _plain("report", ("报告", "the report itself"), REPORT, lambda s, n: s.tree),
    _plain(
        "accounts",
        ("各口径", "every account"),
        list_of(ACCOUNT),
        lambda s, n: list(s.tree.accounts.values()),
    ),
    _plain("lines", ("各行", "every line"), list_of(LINE), lambda s, n: list(s.tree.lines)),
    _plain(
        "breakdowns",
        ("各分解", "every breakdown"),
        list_of(BREAKDOWN),
        lambda s, n: list(s.tree.breakdowns),
    ),
    _plain(
        "figures", ("各数", "every figure"), list_of(FIGURE), lambda s, n: list(s.tree.figures)
    ),
    _plain(
        "comparisons",
        ("各比较", "every comparison"),
        list_of(COMPARISON),
        lambda s, n: list(s.tree.comparisons),
    ),
    _plain(
        "reasons", ("各原因", "every reason"), list_of(REASON), lambda s, n: list(s.tree.reasons)
    ),
    _plain(
        "columns", ("各栏", "every column"), list_of(COLUMN), lambda s, n: list(COLUMNS)
    ),
    _plain(
        "money_columns",
        ("各金额栏", "the columns that hold amounts"),
        list_of(Type("column", "amount")),
        lambda s, n: list(MONEY_COLUMNS),
    ),
    _plain(
        "has_text",
        ("有文字", "whether the report carries sentences at all"),
        BOOL,
        lambda s, n: s.tree.has_text,
    ),
)

ENUMERATIONS: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("report", "kind"): tuple(KINDS),
    ("breakdown", "dimension"): (*DIMENSIONS, "by_account"),
    ("comparison", "direction"): DIRECTIONS,
    ("line", "side"): SIDES,
    ("account", "key"): ACCOUNTS,
}
"""Fields whose values are a closed list: comparing them with another text is a load error."""


def members(kind: Type) -> dict[str, Term]:
    """Return the members of a type by both names."""
    if kind.name == "report":
        terms: tuple[Term, ...] = REPORT_TERMS
    else:
        terms = MEMBERS.get(kind.name, ())
    return {t.name: t for t in terms} | {t.zh: t for t in terms}


TOP: Final = {
    name: t for t in (*REPORT_TERMS, *COLLECTIONS) for name in (t.zh, t.name)
}
"""Names that stand by themselves, by both names."""

__all__ = ["AMOUNT", "COLLECTIONS", "MEMBERS", "REPORT_TERMS", "TOP", "Term", "constant", "members"]
