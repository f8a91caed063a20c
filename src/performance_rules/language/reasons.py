"""Functions that judge what a report says of why, of money and of approvals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.function import Function
from performance_rules.language.ground import Missing, constant, fixed, unknown
from performance_rules.language.patterns import pattern_of
from performance_rules.language.scope import Scope, Value, of
from performance_rules.language.signatures import (
    a_reason,
    reasons_and_a_line,
    takes,
    text_and_patterns,
    texts_and_pattern_give,
    texts_give,
)
from performance_rules.language.subjectnames import NO_TEXT, names
from performance_rules.language.types import AMOUNT, BOOL, COMPARISON, COUNT, REASON, TEXT
from performance_rules.lexicon.reasons import clauses
from performance_rules.report.facts import REASONS
from performance_rules.report.model import Reason
from performance_rules.report.nodes import ComparisonNode, LineNode, ReasonNode
from performance_rules.values.quantity import SCALE, Amount, QuantityError

SAME_AS: Final = ("同上", "原因同上", "主要原因同上")
"""A reason that refers one step back."""

_AMOUNT: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:亿元|万元|千元|元)")
_PEOPLE: Final = re.compile(
    r"([0-9]{1,4}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两]) ?[人名]"
)
_NUMERALS: Final = "零一二三四五六七八九"
_BARE: Final = re.compile(r"^(?:已|均|并|由|业)?(?:经|报|按|据|根据).*[准复意]$")
"""经县政府批准: what was approved stands in the next clause."""


@Function(
    "sufficient",
    "原因充分",
    "(原因、文字、[原因]或[文字][, 项]) → 是非",
    reasons_and_a_line,
    Message(
        "写在原因位置上的话（几句里有一句）说了为什么：不是“无”、没有报批、年份、项的名称，也不只说增减本身",
        "what stands where a reason belongs gives one: no denial, no bare year, name or rise",
    ),
    sees=REASONS,
)
def sufficient(scope: Scope, reason: Value, line: Value | None = None) -> Value:
    """Return whether one of the reasons given is one; what it is asked for says nothing itself."""
    asked = of(LineNode, line) if line is not None else None
    return fixed(any(_gives_cause(scope, one, asked) for one in _each(reason)))


@Function(
    "particular",
    "原因具体",
    "(原因、文字、[原因]或[文字]) → 是非",
    a_reason,
    Message(
        "原因里有具体的人、事、机构、文号或数，不只是放在哪里都成立的话",
        "the reason names people, a matter, a body, a document or a number",
    ),
    sees=REASONS,
)
def particular(scope: Scope, reason: Value) -> Value:
    """Return whether one of the reasons says what happened, and not just what fits anything."""
    judged = scope.lexicon.reasons
    return fixed(any(judged.particular(_text(one)) for one in _each(reason)))


@Function(
    "explains",
    "说出原因",
    "(文字或[文字]) → 是非",
    texts_give(BOOL, single=True),
    Message(
        "一句话里有“由于”“原因是”“导致”一类的说法，引出的原因充分",
        "a sentence has a word such as '由于' or '导致', and the cause it tells suffices",
    ),
)
def explains(scope: Scope, text: Value) -> Value:
    """Return whether one of several sentences tells a cause that suffices."""
    return fixed(any(scope.lexicon.reasons.explains(_text(one)) for one in _each(text)))


@Function(
    "direction_of_reason",
    "原因方向",
    "(原因) → 文字",
    takes(REASON, gives=TEXT),
    Message(
        "原因只能说明增加的是 up，只能说明减少的是 down；说到上年，或两样都有的，看不出",
        "up or down where a reason can only be one to rise or to fall",
    ),
    sees=REASONS,
)
def direction(scope: Scope, reason: Value) -> Value:
    """Return ``up`` or ``down`` where a reason can only be one to rise or to fall."""
    found = scope.lexicon.reasons.direction(_text(reason))
    if found:
        return found
    return Missing(Message("看不出原因的方向", "the reason goes neither way"))


@Function(
    "affirms",
    "说到",
    "(文字或[文字], 模式或[模式][, 同句模式]) → 是非",
    text_and_patterns,
    Message(
        "一个分句里说了，没有被“未”“没有”一类的话否认；给了第三个模式的，同一分句（“经…批准”则连同下一分句）还要有它",
        "a clause says it and nothing denies it; with a third pattern, of the matter asked about",
    ),
    patterns=True,
    apart=True,
)
def affirms(scope: Scope, text: Value, pattern: Value, about: Value | None = None) -> Value:
    """Return whether a text says something, undenied, and of the matter asked about.

    Args:
        scope: the report.
        text: a text or several.
        pattern: what must be said, in one clause, with no word in it that denies it.
        about: what must stand in the clause as well, or in the next one behind a bare 经…批准.
    """
    return fixed(
        any(
            _affirms(scope, _text(one), said, about)
            for one in _each(text)
            for said in (of(list, pattern) if isinstance(pattern, list) else [pattern])
        )
    )


def _affirms(scope: Scope, text: str, pattern: object, about: Value | None) -> bool:
    search = pattern_of(str(pattern))
    parts = clauses(text)
    for i, clause in enumerate(parts):
        for match in search.finditer(clause):
            begin, end = match.span(0)
            if scope.lexicon.reasons.denied(clause, begin, end):
                continue
            bare = about is not None and _BARE.match(clause) is not None
            meant = "，".join(parts[i : i + 2]) if bare else clause
            last = bare and i + 1 == len(parts)
            if about is None or last or pattern_of(str(about)).search(meant) is not None:
                return True
    return False


@Function(
    "amounts_in",
    "所写金额",
    "(文字或[文字][, 模式]) → [金额]",
    texts_and_pattern_give(AMOUNT, bare=True),
    Message(
        "文字中写到的各笔金额，按印出位数可能的最大值；给了模式的，只看模式在一个分句里找到、没有被否认的话里的",
        "the amounts that texts name, each the most that its digits may mean; with a pattern,"
        " those in what it finds in a clause, undenied",
    ),
    patterns=True,
    apart=True,
)
def amounts(scope: Scope, text: Value, pattern: Value | None = None) -> Value:
    """Return the amounts that texts name, each as the most that its printed digits may mean.

    Args:
        scope: the report.
        text: a text or several.
        pattern: where given, only what it finds in a clause counts, unless it is denied there.
    """
    found: list[object] = []
    said = (_text(one) for one in _each(text))
    for one in said if pattern is None else _undenied(scope, said, str(pattern)):
        for match in _AMOUNT.finditer(one):
            try:
                amount = Amount.parse(match[0])
            except QuantityError:
                continue
            found.append(constant(amount.n + amount.half, "amount"))
    return found


def _undenied(scope: Scope, texts: Iterable[str], pattern: str) -> Iterator[str]:
    """Yield what a pattern finds within the clauses of texts, unless a clause denies it."""
    search = pattern_of(pattern)
    for clause in (part for text in texts for part in clauses(text)):
        for match in search.finditer(clause):
            begin, end = match.span(0)
            said, judged = clause[begin:end], scope.lexicon.reasons
            if not (judged.denied(clause, begin, end) or judged.of_another(said)):
                yield said


@Function(
    "people_in",
    "所写人数",
    "(文字或[文字], 模式) → [数量]",
    texts_and_pattern_give(COUNT),
    Message(
        "分句里说到某一种人、没有被否认的，紧跟在后面写的各个人数（含军转干部两人）",
        "the numbers of people that clauses give of a kind, undenied: what stands behind it",
    ),
    patterns=True,
)
def people(scope: Scope, text: Value, pattern: Value) -> Value:
    """Return the numbers of people that stand behind what a pattern finds, each number once."""
    search = pattern_of(str(pattern))
    found: list[object] = []
    for clause in (part for one in _each(text) for part in clauses(_text(one))):
        told: set[int] = set()
        for match in search.finditer(clause):
            begin, end = match.span(0)
            said = _PEOPLE.match(clause, end)
            if said is None or said.start() in told:
                continue
            if not scope.lexicon.reasons.denied(clause, begin, end):
                told.add(said.start())
                found.append(constant(_numeral(said[1]) * SCALE, "count"))
    return found


def _numeral(said: str) -> int:
    """Return the number that digits or Chinese numerals below a hundred say."""
    if said.isdigit():
        return int(said)
    tens, ten, ones = said.partition("十")
    if not ten:
        return _NUMERALS.find(said.replace("两", "二"))
    return 10 * (_NUMERALS.find(tens) if tens else 1) + (_NUMERALS.find(ones) if ones else 0)


@Function(
    "explained",
    "已说明",
    "(比较) → 是非",
    takes(COMPARISON, gives=BOOL),
    Message(
        "本比较、其分项或所在分解给了充分的原因",
        "a reason that suffices is given here, for a part, or for the breakdown",
    ),
    sees=REASONS,
)
def explained(scope: Scope, comparison: Value) -> Value:
    """Return whether a reason is given: here, for a part of it, or for a breakdown it is in.

    A report that carries no sentence at all (bare figures from another system) leaves it open.
    """
    comparison = of(ComparisonNode, comparison)
    if not scope.tree.has_text:
        return unknown(NO_TEXT)
    given = _reasons_for(scope, comparison)
    return fixed(any(_gives_cause(scope, one, comparison.figure.line) for one in given))


def _reasons_for(scope: Scope, comparison: ComparisonNode) -> Iterator[Reason]:
    said = comparison.comparison
    if said.reason is not None:
        yield said.reason
    line = comparison.figure.line
    for part in _below(line):
        figure = part.figures.get(comparison.figure.column)
        for other in figure.comparisons if figure is not None else ():
            if other.comparison.against == said.against and other.comparison.reason is not None:
                yield other.comparison.reason
    for breakdown in line.breakdowns:
        yield from breakdown.breakdown.reasons
    if line.breakdown is not None:
        for reason in line.breakdown.breakdown.reasons:
            if names(scope, reason.text, line) or _is_among(scope, line, reason.about):
                yield reason


def _is_among(scope: Scope, line: LineNode, listed: Sequence[str]) -> bool:
    return scope.asked(line, "name", lambda scope, name: name in listed) is True


def _below(line: LineNode) -> Iterator[LineNode]:
    for part in line.parts():
        yield part
        yield from _below(part)


def _each(value: Value) -> list[object]:
    return list(value) if isinstance(value, list) else [value]


def _text(value: object) -> str:
    if isinstance(value, ReasonNode):
        value = value.reason
    return (
        value.text
        if isinstance(value, Reason)
        else ""
        if isinstance(value, Missing)
        else str(value)
    )


def _gives_cause(scope: Scope, given: object, line: LineNode | None) -> bool:
    """Whether a reason says more than the name of its subject, or refers back to one that does."""
    text = _text(given).strip(" 。，；")
    if text not in SAME_AS:
        if line is None:
            return scope.lexicon.reasons.suffices(text, "")

        def suffices(scope: Scope, name: str) -> bool:
            return scope.lexicon.reasons.suffices(text, name, name.removesuffix("支出"))

        return scope.asked(line, "name", suffices) is True
    reason = given.reason if isinstance(given, ReasonNode) else given
    if not isinstance(reason, Reason):
        return True  # 同上 in the column of reasons: the row above
    previous: ReasonNode | None = None
    for node in scope.tree.reasons:
        if node.reason is reason:
            break
        if node.reason.text.strip(" 。，；") not in SAME_AS:
            previous = node
    return previous is not None
