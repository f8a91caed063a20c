"""The vocabulary of the rule language: fields of the report, derived places and collections.

Fields come from the report model with their Chinese terms; what is derived from a field's place
(the whole of a part, the account of a line) is declared here, once, with both names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.deductions import SCALE_OF_LINE, SCALE_TERMS
from performance_rules.language.derived import (
    COLUMN_NAMES,
    DIRECTION_NAMES,
    absent,
    base_of,
    share_whole,
)
from performance_rules.language.evaluations import EVALUATION_TERMS
from performance_rules.language.ground import Missing
from performance_rules.language.scales import SUBJECTS
from performance_rules.language.schedules import SCHEDULE_TERMS, STEP_TERMS
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.terms import Getter, Term, plain_term, terms_said, title_term
from performance_rules.language.types import (
    ACCOUNT,
    BOOL,
    BREAKDOWN,
    COLUMN,
    COMPARISON,
    COUNTS,
    FIGURE,
    LINE,
    NUMBER,
    PERCENT,
    PURE,
    REASON,
    SHARE,
    TEXT,
    figure_of,
    list_of,
)
from performance_rules.language.unread import is_complete
from performance_rules.report.facts import NOTES, REASONS
from performance_rules.report.model import (
    ACCOUNTS,
    COLUMNS,
    DIMENSIONS,
    EVALUATION_KINDS,
    KINDS,
    LINE_TEXTS,
    SENSES,
    SIDES,
    STAGES,
    Account,
    Breakdown,
    Comparison,
    Line,
    Reason,
    Share,
    terms_of,
)
from performance_rules.report.nodes import (
    AccountNode,
    ComparisonNode,
    LineNode,
    ReasonNode,
    ShareNode,
    side_title,
)


def _line_terms() -> list[Term]:
    said = terms_said(Line)
    terms = []
    for column in COLUMNS:
        kind = terms_of(Line)[column].metadata["kind"]
        terms.append(
            Term(column, said[column][0], figure_of(kind), _column(column), said[column][1])
        )
    for dimension, zh in DIMENSIONS.items():
        terms.append(
            Term(dimension, zh, BREAKDOWN, _dimension(dimension), f"breakdown {dimension}")
        )
    return [
        *terms,
        plain_term("name", said["name"], TEXT, lambda s, n: s.read(n, "name")),
        plain_term("code", said["code"], TEXT, lambda s, n: n.code or absent(f"{n.name}的编码")),
        *(
            Term(name, said[name][0], TEXT, _text(name), said[name][1])
            for name in LINE_TEXTS
            if name not in ("name", "code")
        ),
        SCALE_OF_LINE,
        plain_term(
            "matter",
            ("是事项", "whether it is a matter, or part of one"),
            BOOL,
            lambda s, n: n.matter,
        ),
        plain_term(
            "rated",
            ("在自评表", "whether it stands in a form of evaluation"),
            BOOL,
            lambda s, n: n.rated,
        ),
        plain_term("counts", said["counts"], COUNTS, lambda s, n: n),
        plain_term("notes", said["notes"], list_of(TEXT), lambda s, n: list(n.line.notes), NOTES),
        plain_term(
            "breakdowns",
            ("各分解", "breakdowns of the line"),
            list_of(BREAKDOWN),
            lambda s, n: list(n.breakdowns),
        ),
        plain_term(
            "whole",
            ("上级", "the line this one is a part of"),
            LINE,
            lambda s, n: (n.breakdown and n.breakdown.whole) or absent(f"{n.name}的上级"),
        ),
        plain_term(
            "breakdown",
            ("所在分解", "the breakdown the line is part of"),
            BREAKDOWN,
            lambda s, n: n.breakdown or absent(f"{n.name}所在的分解"),
        ),
        plain_term(
            "account",
            ("口径", "the account of the line"),
            ACCOUNT,
            lambda s, n: n.account or absent(f"{n.name}的口径"),
        ),
        plain_term(
            "side", ("方向", "income, expenditure …"), TEXT, lambda s, n: n.side or absent("方向")
        ),
        plain_term(
            "figures",
            ("各数", "the figures of the line"),
            list_of(FIGURE),
            lambda s, n: list(n.figures.values()),
        ),
        plain_term(
            "comparisons",
            ("各比较", "the comparisons of the line's figures"),
            list_of(COMPARISON),
            lambda s, n: [c for f in n.figures.values() for c in f.comparisons],
        ),
        title_term("title", ("位置", "where the line stands")),
    ]


def _text(name: str) -> Getter:
    zh = terms_said(Line)[name][0]

    def get(scope: Scope, node: Value) -> Value:
        node = of(LineNode, node)
        said: str | None = scope.read(node, f"line.{name}")
        given = bool(said) and (name != "reason" or scope.lexicon.reasons.written(str(said)))
        return said if said and given else absent(f"{node.name}的{zh}")

    return get


def _column(column: str) -> Getter:
    def get(scope: Scope, node: Value) -> Value:
        node = of(LineNode, node)
        return node.figures.get(column) or absent(f"{node.title}·{COLUMN_NAMES[column]}")

    return get


def _dimension(dimension: str) -> Getter:
    def get(scope: Scope, node: Value) -> Value:
        node = of(LineNode, node)
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
        node = of(AccountNode, node)
        return node.lines.get(side) or absent(side_title(node.name, side))

    return get


def _number(name: str) -> Getter:
    zh = terms_said(Comparison)[name][0]

    def get(scope: Scope, node: Value) -> Value:
        node = of(ComparisonNode, node)
        leaf = node.numbers.get(name)
        return absent(f"{node.title}·{zh}") if leaf is None else scope.leaf(leaf)

    return get


def _base(scope: Scope, node: Value) -> Value:
    node = of(ComparisonNode, node)
    return base_of(scope, node)


def _share_whole(scope: Scope, node: Value) -> Value:
    node = of(ShareNode, node)
    return share_whole(scope, node)


DIRECTIONS: Final = tuple(DIRECTION_NAMES)

_BREAKDOWN: Final = terms_said(Breakdown)
_COMPARISON: Final = terms_said(Comparison)
_SHARE: Final = terms_said(Share)
_REASON: Final = terms_said(Reason)

MEMBERS: Final[Mapping[str, tuple[Term, ...]]] = {
    "line": tuple(_line_terms()),
    "account": (
        *(
            Term(side, zh, LINE, _side(side), doc)
            for side, (zh, doc) in terms_said(Account).items()
        ),
        title_term("name", ("名称", "Chinese term of the account")),
        plain_term("key", ("键", "key of the account"), TEXT, lambda s, n: n.name),
        title_term("title", ("位置", "Chinese term of the account")),
    ),
    "breakdown": (
        plain_term("lines", _BREAKDOWN["lines"], list_of(LINE), lambda s, n: list(n.lines)),
        plain_term("complete", _BREAKDOWN["complete"], BOOL, lambda s, n: is_complete(n)),
        plain_term("dimension", _BREAKDOWN["dimension"], TEXT, lambda s, n: n.dimension),
        plain_term(
            "reasons",
            _BREAKDOWN["reasons"],
            list_of(TEXT),
            lambda s, n: [r.text for r in n.breakdown.reasons],
            REASONS,
        ),
        plain_term(
            "notes", _BREAKDOWN["notes"], list_of(TEXT), lambda s, n: list(n.breakdown.notes), NOTES
        ),
        plain_term(
            "whole",
            ("合计", "the line that is broken down"),
            LINE,
            lambda s, n: n.whole or absent(f"{n.title}的合计"),
        ),
        title_term("title", ("位置", "where the breakdown stands")),
    ),
    "figure": (
        plain_term("line", ("项", "the line of the figure"), LINE, lambda s, n: n.line),
        plain_term("column", ("栏", "the column of the figure"), COLUMN, lambda s, n: n.column),
        plain_term(
            "share", ("占比", "its share"), SHARE, lambda s, n: n.share or absent(f"{n.title}·占比")
        ),
        plain_term(
            "comparisons",
            ("各比较", "its comparisons"),
            list_of(COMPARISON),
            lambda s, n: list(n.comparisons),
        ),
        plain_term(
            "statements",
            ("各表述", "every printed number of the figure"),
            list_of(NUMBER),
            lambda s, n: [s.leaf(i) for i in n.leaves],
        ),
        plain_term(
            "approximate",
            ("是约数", "whether it is only said with '约', '近', '余' or the like"),
            BOOL,
            lambda s, n: n.figure.approximate is not None,
        ),
        title_term("title", ("位置", "where the figure stands")),
    ),
    "share": (
        plain_term("value", _SHARE["value"], PERCENT, lambda s, n: s.leaf(n.value)),
        plain_term(
            "of",
            _SHARE["of"],
            TEXT,
            lambda s, n: n.share.of or absent(f"{n.title}的分母措辞"),
        ),
        Term("whole", "分母", FIGURE, _share_whole, "the figure it is a share of"),
        plain_term("figure", ("所属数", "the figure of the share"), FIGURE, lambda s, n: n.figure),
    ),
    "comparison": (
        *(
            Term(name, _COMPARISON[name][0], kind, _number(name), _COMPARISON[name][1])
            for name, kind in (("change", NUMBER), ("rate", PERCENT), ("completed", PERCENT))
        ),
        Term("base", "基数", NUMBER, _base, "the level compared with: stated or implied"),
        Term("said_base", "句中基数", NUMBER, _number("base"), "the base restated in the clause"),
        plain_term(
            "against",
            _COMPARISON["against"],
            COLUMN,
            lambda s, n: n.comparison.against,
        ),
        plain_term("figure", ("所属数", "the figure compared"), FIGURE, lambda s, n: n.figure),
        plain_term("line", ("项", "the line compared"), LINE, lambda s, n: n.figure.line),
        plain_term(
            "direction",
            _COMPARISON["direction"],
            TEXT,
            lambda s, n: n.comparison.direction or absent("方向词"),
        ),
        plain_term(
            "wording",
            _COMPARISON["wording"],
            TEXT,
            lambda s, n: n.comparison.wording or absent("措辞"),
        ),
        plain_term(
            "reason",
            _COMPARISON["reason"],
            REASON,
            lambda s, n: n.comparison.reason or absent(f"{n.title}的原因"),
        ),
        title_term("title", ("位置", "where the comparison stands")),
    ),
    "reason": (
        plain_term(
            "text",
            _REASON["text"],
            TEXT,
            lambda s, n: (n.reason if isinstance(n, ReasonNode) else n).text,
            REASONS,
        ),
        plain_term(
            "about",
            _REASON["about"],
            list_of(TEXT),
            lambda s, n: list((n.reason if isinstance(n, ReasonNode) else n).about),
            REASONS,
        ),
    ),
    "sentence": (
        plain_term("text", ("文字", "the sentence"), TEXT, lambda s, n: n.text),
        plain_term("section", ("章节", "headings above it"), TEXT, lambda s, n: n.section),
        plain_term(
            "level", ("级别", "level of a heading, else 0"), PURE, lambda s, n: n.heading or 0
        ),
        plain_term(
            "contents",
            ("目录项", "an entry of the contents list"),
            BOOL,
            lambda s, n: n.contents,
        ),
        title_term("title", ("位置", "where it stands")),
    ),
    "table": (
        plain_term("caption", ("题名", "the caption"), TEXT, lambda s, n: n.table.caption),
        plain_term(
            "key",
            ("键", "which of the well-known tables it is"),
            TEXT,
            lambda s, n: n.table.key or absent(f"{n.title}的键"),
        ),
        plain_term("empty", ("空表", "no figure but zeros"), BOOL, lambda s, n: n.table.empty),
        plain_term(
            "note",
            ("附注", "what explains an empty table"),
            TEXT,
            lambda s, n: n.table.note or absent(f"{n.title}的附注"),
        ),
        title_term("title", ("位置", "the caption")),
    ),
    "scale": SCALE_TERMS,
    "evaluation": EVALUATION_TERMS,
    "schedule": SCHEDULE_TERMS,
    "step": STEP_TERMS,
    "column": (
        plain_term("name", ("名称", "Chinese term"), TEXT, lambda s, n: COLUMN_NAMES.get(n, n)),
    ),
}


ENUMERATIONS: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("report", "kind"): tuple(KINDS),
    ("breakdown", "dimension"): (*DIMENSIONS, "by_account"),
    ("comparison", "direction"): DIRECTIONS,
    ("line", "side"): SIDES,
    ("account", "key"): ACCOUNTS,
    ("evaluation", "kind"): tuple(EVALUATION_KINDS),
    ("line", "sense"): tuple(SENSES),
    ("step", "stage"): tuple(STAGES),
    ("scale", "subject"): tuple(SUBJECTS),
}
"""Fields whose values are a closed list: comparing them with another text is a load error."""
