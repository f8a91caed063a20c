"""Functions for sentences: what can be said at once of a name, a code or a share that is wrong.

What they give is told already: it is no name of the report, and stands in a sentence as it is.
"""

from __future__ import annotations

from typing import Final

from performance_rules.codebook import Kind
from performance_rules.errors import Message
from performance_rules.language.explain import BETWEEN, Told, shown
from performance_rules.language.function import Function
from performance_rules.language.ground import Linear, Missing, value_of
from performance_rules.language.navigation import wholes
from performance_rules.language.numbers import as_number, share
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.signatures import line_or_text_and_year, takes
from performance_rules.language.types import FIGURE, TEXT, list_of
from performance_rules.report.nodes import CLASSIFICATIONS, FigureNode, LineNode

_FUNCTIONAL: Final[Kind] = "functional"
_FEW: Final = 2
"""Of more subjects than these nobody knows which one is meant."""

_CODED: Final = Message("“{name}”（{code}）", "'{name}' ({code})")
_OF_CODE: Final = Message("{code} 是“{name}”的编码", "{code} is the code of '{name}'")
_OF_CODE_NOW: Final = Message("{code} 现在是“{name}”的编码", "{code} is now the code of '{name}'")
_OF_NAME: Final = Message("“{name}”的编码是 {code}", "the code of '{name}' is {code}")
_OF: Final = Message("{whole} {said} 的 {share}", "{share} of {whole} ({said})")


@Function(
    "present_names",
    "当年名称",
    "(项或文字, 年度) → [文字]",
    line_or_text_and_year,
    Message(
        "这个科目在该年度的规范名称，带编码；文字按功能科目认；说不准是哪一个的没有",
        "what a subject is called in that year, with its code; none where it may be several",
    ),
    strict=False,
)
def present_names(scope: Scope, subject: Value, year: Value) -> Value:
    """Return what a subject is called in a year, if it is certain which one is meant."""
    if isinstance(subject, Missing) or isinstance(year, Missing):
        return []
    parent: str | None = None
    kind: Kind | None = _FUNCTIONAL
    if isinstance(subject, LineNode):
        place = subject.breakdown
        kind = CLASSIFICATIONS.get(place.dimension) if place is not None else None
        parent = (place.whole.code if place is not None and place.whole else None) or ""
    if kind is None:
        return []
    name = (
        scope.read(subject, "line.name")
        if isinstance(subject, LineNode)
        else str(subject).strip("'")
    )
    found = scope.codebook.find(kind, name, year=of(int, year), parent=parent)
    named = {one.code: now for one in found if (now := one.name_in(of(int, year)))}
    if len(named) != 1:
        return []
    return [Told(_CODED.filled(name=n, code=c).text(scope.lang)) for c, n in named.items()]


@Function(
    "code_and_name",
    "编码所属",
    "(项或文字, 年度) → [文字]",
    line_or_text_and_year,
    Message(
        "印出的功能科目编码是哪个科目的，印出的名称又是哪个编码，查得到的都说；文字写作“编码（名称）”",
        "whose the printed code of a functional subject is, and which code its name has, if known",
    ),
    strict=False,
)
def code_and_name(scope: Scope, subject: Value, year: Value) -> Value:
    """Return whose a printed code is and which code the name beside it has, as far as known."""
    if isinstance(subject, Missing):
        return []
    if isinstance(subject, LineNode):
        code, name = subject.line.code or "", scope.read(subject, "line.name")
    else:
        code, _, rest = str(subject).strip("'").partition("（")
        name = rest.removesuffix("）")
    known = 0 if isinstance(year, Missing) else of(int, year)
    book, listed = scope.codebook, scope.codebook.listed
    entry = book.entry(_FUNCTIONAL, code, known or None)
    names = listed.names_of(code, known)[-1:] or ((entry.name,) if entry is not None else ())
    codes = listed.codes_of(name, known) or frozenset(
        one.code for one in book.find(_FUNCTIONAL, name, year=known or None)
    )
    told = [_OF_CODE.filled(code=code, name=one) for one in names]
    if not told:  # of that year it is not known, but it may be today
        now = book.entry(_FUNCTIONAL, code)
        names = listed.names_of(code, 0)[-1:] or ((now.name,) if now is not None else ())
        told = [_OF_CODE_NOW.filled(code=code, name=one) for one in names]
    if 0 < len(codes) <= _FEW:
        told.append(_OF_NAME.filled(name=name, code=BETWEEN.text(scope.lang).join(sorted(codes))))
    return [Told(one.text(scope.lang)) for one in told]


@Function(
    "share_of_each",
    "逐个占比",
    "(数) → [文字]",
    takes(FIGURE, gives=list_of(TEXT)),
    Message(
        "这个数是每个可能分母的百分之几；相等的分母只说一个",
        "what share of each possible denominator a figure is; of equal ones the first",
    ),
)
def share_of_each(scope: Scope, figure: Value) -> Value:
    """Return what share of each possible denominator a figure is, a number only once."""
    told: dict[str, Told] = {}
    for whole in of(list, wholes.give(scope, figure)):
        if not isinstance(whole, FigureNode):
            continue
        number = as_number(scope, whole)
        if not isinstance(number, Linear) or not value_of(number, scope.values):
            continue
        said = shown(scope, number)
        part = shown(scope, share.give(scope, figure, whole))
        one = _OF.filled(whole=scope.named(whole.title), said=said, share=part)
        told.setdefault(said, Told(one.text(scope.lang)))
    return list(told.values())
