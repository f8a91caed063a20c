"""A function of the rule language: its names, what it takes, what it gives and what that means."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from performance_rules.errors import Message
from performance_rules.language.scope import Value
from performance_rules.language.signatures import Check

Give = Callable[..., Value]


@frozen
class Function:
    """One function.

    Attributes:
        name: English name.
        zh: Chinese name.
        signature: arguments and result, as documentation shows them.
        check: argument types → result type, or what is wrong.
        give: (scope, *argument values) → value; a list function gets (scope, items).
        doc: the meaning, in both languages.
        each: whether ``x in list: body`` is accepted; then ``give`` gets the list of bodies.
        printed: whether the body is a filter, judged on printed values.
    """

    name: str
    zh: str
    signature: str
    check: Check
    give: Give
    doc: Message
    each: bool = False
    printed: bool = False


def entry(
    name: str,
    zh: str,
    signature: str,
    check: Check,
    give: Give,
    doc_zh: str,
    doc_en: str,
    *,
    each: bool = False,
    printed: bool = False,
) -> Function:
    """Return a function as a table lists it."""
    return Function(name, zh, signature, check, give, Message(doc_zh, doc_en), each, printed)
