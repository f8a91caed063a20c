"""The words of a result: what its places are called, and what a rule says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from performance_rules.errors import Message
from performance_rules.language.compile import compile_value
from performance_rules.language.explain import shown
from performance_rules.language.ground import Linear
from performance_rules.language.scope import Scope
from performance_rules.report.model import Report
from performance_rules.report.nodes import FigureNode
from performance_rules.report.tree import Tree
from performance_rules.rules.model import Piece, Rule
from performance_rules.rules.ruleset import RuleSet

_UNIT: Final = re.compile(r"\d *([^\W\d_]{1,3}|%)\Z")
"""The unit of the number that a text ends with."""

_MEASURE: Final = re.compile(r" ?(?:人次?|名|个|辆|台|批次?|次|项|户|件|张|分)(?![^\W\d_])")
"""A measure word by itself, as a rule writes one behind a number."""


def guard(report: object, ruleset: object) -> None:
    """Refuse what is no report or no rule set.

    Raises:
        TypeError: with how to come by one.
    """
    if not isinstance(report, Report):
        told = type(report).__name__
        raise TypeError(f"check() takes a Report, not {told}: Report.from_dict(…), load_report(…)")
    if not isinstance(ruleset, RuleSet):
        told = type(ruleset).__name__
        raise TypeError(f"check() takes a RuleSet, not {told}: RuleSet.for_region(…)")


def message_of(rule: Rule, scope: Scope, slots: list[object]) -> Message:
    """Return the message of a rule at a place, the titles of places in it marked."""
    chinese, english = evolve(scope, telling=True), evolve(scope, lang="en", telling=True)
    return Message(_filled(rule.message, chinese, slots), _filled(rule.message_en, english, slots))


def _filled(pieces: Sequence[Piece], scope: Scope, slots: list[object]) -> str:
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += undoubled(text, piece)
            continue
        value = shown(scope, compile_value(piece)(scope, slots))
        # What is a quotation already stands between the quotation marks of the rule.
        text += value[1:-1] if text.endswith("'") and value.startswith("'") else value
    return text


def undoubled(text: str, piece: str) -> str:
    """Return a piece of a message without the unit that the number before it has already.

    Args:
        text: the message so far.
        piece: what the rule says next: a report may print 30, 30人 or 30名.
    """
    measure = _MEASURE.match(piece)
    return piece[measure.end() :] if measure and _UNIT.search(text) else piece


def told_of(rule: Rule, scope: Scope, slots: list[object]) -> list[int]:
    """Return the printed numbers that the message of a rule names at a place."""
    pieces = (piece for piece in rule.message if not isinstance(piece, str))
    values = (compile_value(piece)(scope, slots) for piece in pieces)
    return list(dict.fromkeys(leaf for value in values for leaf in _leaves(value)))


def _leaves(value: object) -> Iterator[int]:
    """Yield the printed numbers that a value is."""
    match value:
        case FigureNode(leaves=leaves):
            yield from leaves[:1]
        case Linear(terms=((leaf, 1),), constant=0):
            yield leaf
        case list():
            for item in value:
                yield from _leaves(item)


def named(nodes: Sequence[object]) -> tuple[str, str]:
    """Return path and Chinese title of the nodes a place is bound to."""
    paths, titles = [], []
    for node in nodes:
        if isinstance(node, str):
            paths.append(node.partition("|")[0])  # one of several wordings stands for all
        elif not isinstance(node, Tree):
            paths.append(str(getattr(node, "path", "")))
            titles.append(str(getattr(node, "title", "")))
    return "/".join(paths), titles[-1] if titles else ""


def paths_of(nodes: Sequence[object]) -> tuple[str, ...]:
    """Return the paths of the nodes a place is bound to."""
    return tuple(named(nodes)[0].split("/"))


def section_of(title: str) -> str:
    """Return the part of the report a title belongs to, for grouping."""
    return title.split("·", 1)[0]
