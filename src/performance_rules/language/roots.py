"""Names that stand by themselves in a rule: fields of the report, and its collections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from performance_rules.language.derived import absent
from performance_rules.language.ground import constant
from performance_rules.language.scope import Scope, Value
from performance_rules.language.terms import Getter, Term, plain_term, terms_said
from performance_rules.language.types import (
    ACCOUNT,
    BOOL,
    BREAKDOWN,
    COLUMN,
    COMPARISON,
    COUNT,
    DATE,
    EVALUATION,
    FIGURE,
    LINE,
    REASON,
    REPORT,
    SCHEDULE,
    SENTENCE,
    TABLE,
    TEXT,
    YEAR,
    Type,
    list_of,
)
from performance_rules.language.vocabulary import MEMBERS
from performance_rules.report import facts
from performance_rules.report.model import ACCOUNTS, COLUMNS, MONEY_COLUMNS, Report, terms_of
from performance_rules.values.quantity import SCALE


def _top(name: str) -> Getter:
    def get(scope: Scope, _: Value) -> Value:
        tree = scope.tree
        if name in ACCOUNTS:
            found: Value = tree.accounts.get(name) or absent(terms_said(Report)[name][0])
        elif name == "disclosures":
            found = tree.disclosures or absent("披露")
        elif name == "matters":
            found = list(tree.matters.values())
        elif name == "evaluations":
            found = list(tree.evaluations)
        elif name == "schedules":
            found = list(tree.schedules)
        elif name == "previous":
            found = tree.previous or absent("上年报告")
        elif name in ("three_public", "evaluation"):
            found = tree.items.get(name) or absent(terms_said(Report)[name][0])
        elif name == "text":
            found = list(tree.paragraphs)
        elif name == "tables":
            found = list(tree.tables)
        elif name in _PIECES and (said := getattr(tree.report, name)) is not None:
            found = constant(said * SCALE, "count")
        else:
            said = getattr(tree.report, name)
            found = absent(terms_said(Report)[name][0]) if said is None else said
        return found

    return get


_PIECES: Final = ("pictures", "unread")
"""What is counted of a document."""

_TOP_TYPES: Final = {
    "account": ACCOUNT,
    "line": LINE,
    "lines": list_of(LINE),
    "breakdown": BREAKDOWN,
    "report": REPORT,
    "year": YEAR,
    "pieces": COUNT,
    "date": DATE,
    "text": TEXT,
    "paragraphs": list_of(TEXT),
    "tables": list_of(TABLE),
    "evaluations": list_of(EVALUATION),
    "schedules": list_of(SCHEDULE),
}

_TOP_FACTS: Final = {
    **{name: name for name in facts.FIELDS},
    "text": facts.TEXT,
    "tables": facts.TABLES,
}

REPORT_TERMS: Final = tuple(
    Term(
        name,
        f.metadata["zh"],
        _TOP_TYPES[f.metadata["kind"]],
        _top(name),
        f.metadata["doc"],
        _TOP_FACTS.get(name, ""),
    )
    for name, f in terms_of(Report).items()
)

COLLECTIONS: Final = (
    plain_term("report", ("报告", "the report itself"), REPORT, lambda s, n: s.tree),
    plain_term(
        "accounts",
        ("各口径", "every account"),
        list_of(ACCOUNT),
        lambda s, n: list(s.tree.accounts.values()),
    ),
    plain_term(
        "own_indicators",
        ("整体指标", "every indicator of the forms about the body as a whole, of the lowest level"),
        list_of(LINE),
        lambda s, n: [
            line
            for e in s.tree.evaluations
            if e.evaluation.kind == "whole"
            for line in e.indicators()
            if line is not e.sheet and not any(True for _ in line.parts())
        ],
    ),
    plain_term(
        "indicators",
        ("各指标", "every line of the sheet of every evaluation"),
        list_of(LINE),
        lambda s, n: [line for e in s.tree.evaluations for line in e.indicators()],
    ),
    plain_term("lines", ("各行", "every line"), list_of(LINE), lambda s, n: list(s.tree.lines)),
    plain_term(
        "breakdowns",
        ("各分解", "every breakdown"),
        list_of(BREAKDOWN),
        lambda s, n: list(s.tree.breakdowns),
    ),
    plain_term(
        "figures", ("各数", "every figure"), list_of(FIGURE), lambda s, n: list(s.tree.figures)
    ),
    plain_term(
        "comparisons",
        ("各比较", "every comparison"),
        list_of(COMPARISON),
        lambda s, n: list(s.tree.comparisons),
    ),
    plain_term(
        "reasons",
        ("各原因", "every reason"),
        list_of(REASON),
        lambda s, n: list(s.tree.reasons),
        facts.REASONS,
    ),
    plain_term("columns", ("各栏", "every column"), list_of(COLUMN), lambda s, n: list(COLUMNS)),
    plain_term(
        "money_columns",
        ("各金额栏", "the columns that hold amounts"),
        list_of(Type("column", "amount")),
        lambda s, n: list(MONEY_COLUMNS),
    ),
    plain_term(
        "sentences",
        ("各句", "every sentence of the text, headings and contents list left out"),
        list_of(SENTENCE),
        lambda s, n: [t for t in s.tree.sentences if t.heading is None and not t.contents],
        facts.TEXT,
    ),
    plain_term(
        "headings",
        ("各标题", "every heading, with its level"),
        list_of(SENTENCE),
        lambda s, n: [t for t in s.tree.sentences if t.heading is not None and not t.contents],
        facts.TEXT,
    ),
    plain_term(
        "contents",
        ("目录", "every entry of the contents list"),
        list_of(SENTENCE),
        lambda s, n: [t for t in s.tree.sentences if t.contents],
        facts.TEXT,
    ),
    plain_term(
        "passages",
        ("各段", "every sentence, heading and entry of the contents list"),
        list_of(SENTENCE),
        lambda s, n: list(s.tree.sentences),
        facts.TEXT,
    ),
    plain_term(
        "has_text",
        ("有文字", "whether the report carries sentences at all"),
        BOOL,
        lambda s, n: s.tree.has_text,
    ),
)


MEMBERS_OF: Final = {
    kind: {t.name: t for t in terms} | {t.zh: t for t in terms}
    for kind, terms in {**MEMBERS, "report": REPORT_TERMS}.items()
}
"""The members of every type by both names."""


def members(kind: Type) -> Mapping[str, Term]:
    """Return the members of a type by both names."""
    return MEMBERS_OF.get(kind.name, {})


TOP: Final = {name: t for t in (*REPORT_TERMS, *COLLECTIONS) for name in (t.zh, t.name)}
"""Names that stand by themselves, by both names."""
