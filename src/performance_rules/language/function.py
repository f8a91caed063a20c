"""A function of the rule language, defined once: its names, what it takes, gives and means.

    @Function("wider", "上级口径", "(项) → 项", takes(LINE, gives=LINE), Message("…", "…"))
    def wider_line(scope: Scope, line: Value) -> Value: …

The type checker, the compiler, the messages and the table in ``docs/language.md`` all look here.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, field, frozen

from performance_rules.errors import Message
from performance_rules.language.scope import Value
from performance_rules.language.signatures import Check

Give = Callable[..., Value]


def _undefined(*_arguments: object) -> Value:
    raise NotImplementedError


@frozen
class Function:
    """One function; as a decorator it is given what it does.

    Attributes:
        name: English name.
        zh: Chinese name.
        signature: arguments and result, as documentation shows them.
        check: argument types → result type, or what is wrong.
        doc: the meaning, in both languages.
        each: whether ``x in list: body`` is accepted; then ``give`` gets the list of bodies.
        printed: whether the body is a filter, judged on printed values; then ``give`` gets the
            items and the list of bodies.
        charitable: whether a condition is judged within printed precision, also inside a filter.
        shows: whether ``give`` gets the bodies as they are shown to people.
        strict: whether a missing argument makes the result missing, so that ``give`` never gets
            one; otherwise ``give`` decides.
        patterns: whether the texts behind the first argument are patterns.
        apart: whether of several texts it looks at each alone.
        sees: what of a report it looks at that is not among its arguments; see ``report.facts``.
        give: (scope, *argument values) → value; a list function gets (scope, items).
    """

    name: str
    zh: str
    signature: str
    check: Check
    doc: Message
    each: bool = field(default=False, kw_only=True)
    printed: bool = field(default=False, kw_only=True)
    charitable: bool = field(default=False, kw_only=True)
    shows: bool = field(default=False, kw_only=True)
    strict: bool = field(default=True, kw_only=True)
    patterns: bool = field(default=False, kw_only=True)
    apart: bool = field(default=False, kw_only=True)
    sees: str = field(default="", kw_only=True)
    give: Give = field(default=_undefined, kw_only=True)

    def __call__(self, give: Give) -> Function:
        """Return the function with what it does."""
        return evolve(self, give=give)
