"""The members of an evaluation form in the rule language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from performance_rules.language.derived import absent
from performance_rules.language.ground import Missing
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.terms import Getter, Term, plain_term, terms_said, title_term
from performance_rules.language.types import BOOL, COUNT, LINE, TEXT, YEAR, figure_of
from performance_rules.report.evaluation import EVALUATION_TEXTS
from performance_rules.report.facts import FIELDS
from performance_rules.report.model import Evaluation
from performance_rules.report.nodes import EvaluationNode

_SAID: Final = terms_said(Evaluation)


def _part(name: str, part: Callable[[Scope, EvaluationNode], Value | None]) -> Getter:
    def get(scope: Scope, node: Value) -> Value:
        form = of(EvaluationNode, node)
        found = part(scope, form)
        return absent(f"{form.title}·{_SAID[name][0]}") if found is None else found

    return get


def _points(name: str) -> Getter:
    return _part(name, lambda scope, node: node.total.figures.get(name))


def _fact(name: str) -> Getter:
    def said(scope: Scope, node: EvaluationNode) -> Value | None:
        found: str | int | None = scope.read(node, f"evaluation.{name}")
        return found

    return _part(name, said)


def _reason(scope: Scope, node: Value) -> Value:
    found = _fact("reason")(scope, node)
    said = isinstance(found, Missing) or scope.lexicon.reasons.written(str(found))
    return found if said else absent(f"{of(EvaluationNode, node).title}·{_SAID['reason'][0]}")


EVALUATION_TERMS: Final = (
    *(
        Term(
            name,
            _SAID[name][0],
            TEXT,
            _reason if name == "reason" else _fact(name),
            _SAID[name][1],
            name if name in FIELDS else "",
        )
        for name in EVALUATION_TEXTS
    ),
    Term("year", _SAID["year"][0], YEAR, _fact("year"), _SAID["year"][1]),
    Term("month", _SAID["month"][0], COUNT, _fact("month"), _SAID["month"][1]),
    *(
        Term(name, _SAID[name][0], figure_of("count"), _points(name), _SAID[name][1])
        for name in ("weight", "score")
    ),
    Term("funds", _SAID["funds"][0], LINE, _part("funds", lambda s, n: n.funds), _SAID["funds"][1]),
    Term("sheet", _SAID["sheet"][0], LINE, _part("sheet", lambda s, n: n.sheet), _SAID["sheet"][1]),
    plain_term(
        "implicit",
        ("是正文所说", "whether it is what the prose says of the body's own evaluation"),
        BOOL,
        lambda s, n: n.implicit,
    ),
    title_term("title", ("位置", "what the form is called")),
)
"""The members of an evaluation form."""
