"""Rules, parameters and overrides: what one TOML file each holds, checked when it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from attrs import field, frozen

from performance_rules.errors import Message
from performance_rules.language.scope import Value
from performance_rules.language.typed import Typed
from performance_rules.language.types import (
    AMOUNT,
    BANDS,
    COUNT,
    PATTERN,
    PERCENT,
    SCALE,
    SHEET,
    TEXT,
    Type,
    list_of,
)
from performance_rules.rules.toml import TomlFile
from performance_rules.values.unchanging import unchanging

Severity = Literal["error", "warning", "hint", "review"]
ROUNDING_RULE: Final = "ROUNDING"
"""The id of the one hint that gathers all last-digit differences of a report."""

LOOKED_AT: Final = ("figures_looked_at", "tables_looked_at")
"""Parameters that no rule uses: how much must be looked at for a result to stand alone."""

SEVERITIES: Final = ("error", "warning", "hint", "review")
VERDICTS: Final = ("pass", "rounding", "fail", "undetermined", "not_applicable")

UNITS: Final[Mapping[str, Type]] = {
    "percent": PERCENT,
    "amount": AMOUNT,
    "count": COUNT,
    "bands": BANDS,
    "scale": SCALE,
    "sheet": SHEET,
    "texts": list_of(TEXT),
    "pattern": PATTERN,
    "patterns": list_of(PATTERN),
}
"""Units of a parameter and the type each has in an expression."""

LISTS: Final = ("texts", "patterns", "sheet")
"""Units of lists, to which a layer below may add and of which it may remove."""


ABOUT: Final = ("amount", "count", "percent", "by_nature", "by_purpose")
"""What a basis may be for: a kind of figures, or what is divided in a certain way."""


@frozen
class Basis:
    """What a rule or a value rests on: a document, its article, and whether it was verified.

    Attributes:
        since: first fiscal year; ``until`` the last one.
        kinds: kinds of report that it binds; all where there are none.
        about: what it is for, one of ``ABOUT``; None for whatever is compared.
    """

    doc: str
    article: str | None = None
    status: str | None = None
    note: str | None = None
    since: int | None = None
    until: int | None = None
    kinds: tuple[str, ...] = ()
    about: str | None = None


@frozen
class LegalDocument:
    """A law or policy that a basis refers to by ``id``.

    Attributes:
        since: the day it came into force, or its month or year; ``until`` the last one.
        kinds: kinds of report that it binds; all where there are none.
        href: where its text was read, ``read_on`` when.
        stands_for: the bases that take its place, where it is just their common name.
    """

    id: str
    name: str
    number: str | None = None
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ()
    status: str | None = None
    href: str | None = None
    read_on: str | None = None
    stands_for: tuple[Basis, ...] = ()


@frozen
class Example:
    """A miniature report and the verdict a rule gives on it.

    ``parameters`` gives values, by id, to parameters that have none at this level.
    """

    name: str
    expect: str
    given: Mapping[str, object] = field(eq=False, converter=unchanging)
    says: tuple[str, ...] = ()
    parameters: Mapping[str, object] = field(factory=dict, eq=False, converter=unchanging)


@frozen
class Equivalent:
    """A mutant of a rule that no report can tell from it, and why."""

    mutant: str
    why: str


Piece = str | Typed


@frozen
class Rule:
    """A rule: one typed condition for every place it ranges over.

    Attributes:
        origin: the file the rule was read from.
        layer: id of the rule set that holds it.
        lets: expressions that have a name; what uses one holds it as if written out.
        each: variables with their slots and list expressions, outermost first.
        when: condition on printed values for the rule to apply, or None.
        asserts: the condition that must hold.
        message: text and expressions, in Chinese; ``message_en`` in English.
        parameters: ids of the parameters it uses.
        slots: how many variables it needs.
        fault: what is wrong where it does not hold, in a few words.
        floor: the lowest severity that a layer below may give it.
        may_disable: whether a layer below may switch it off.
        always_judged: why nothing can be undetermined where it applies; empty where something can.
        text: the file's own words, for showing the rule.
    """

    id: str
    title: Message
    severity: Severity
    why: str
    message: tuple[Piece, ...] = field(eq=False)
    message_en: tuple[Piece, ...] = field(eq=False)
    asserts: Typed = field(eq=False)
    when: Typed | None = field(eq=False)
    each: tuple[tuple[int, str, Typed], ...] = field(eq=False)
    advice: Message
    fault: Message | None = None
    covers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    enabled: bool = True
    floor: Severity | None = None
    may_disable: bool = True
    basis: tuple[Basis, ...] = ()
    examples: tuple[Example, ...] = ()
    always_judged: str = ""
    equivalent: tuple[Equivalent, ...] = ()
    parameters: frozenset[str] = frozenset()
    slots: int = 0
    lets: Mapping[str, Typed] = field(factory=dict, eq=False, converter=unchanging)
    origin: str = ""
    layer: str = ""
    text: Mapping[str, object] = field(factory=dict, eq=False, repr=False, converter=unchanging)


class Texts(tuple[str, ...]):
    """The texts or patterns that a parameter lists; expressions get them as a list."""


@frozen
class DatedValue:
    """A parameter's value for fiscal years ``since``..``until``, with its own basis."""

    since: int | None
    until: int | None
    value: Value | Texts = field(eq=False)
    printed: str = ""
    basis: tuple[Basis, ...] = ()
    layer: str = ""
    origin: str = ""

    def holds(self, year: int | None) -> bool | None:
        """Return whether the value is in force in a year; None when the year is unknown."""
        if self.since is None and self.until is None:
            return True
        if year is None:
            return None
        return (self.since or 0) <= year <= (self.until or 9999)


def latest(values: Iterable[DatedValue], year: int | None) -> DatedValue | None:
    """Return the latest value in force in a year."""
    holding = [v for v in values if v.holds(year)]
    return max(holding, key=lambda v: v.since or 0, default=None)


@frozen
class Parameter:
    """A threshold, bands or a scale of deduction that rules refer to, with dated values."""

    id: str
    unit: str
    title: str
    alias: str | None = None
    tighten: str | None = None
    values: tuple[DatedValue, ...] = ()
    origin: str = ""
    layer: str = ""


WORDING: Final = frozenset(
    (
        "title",
        "title_en",
        "fault",
        "fault_en",
        "message",
        "message_en",
        "advice",
        "advice_en",
        "why",
        "basis",
    )
)
"""What ``set`` may change without touching a verdict or a severity."""


@frozen
class Override:
    """A change that a layer makes to a rule of a layer above it."""

    rule: str
    verb: str
    reason: str
    since: int | None = None
    until: int | None = None
    review_by: dt.date | None = None
    basis: tuple[Basis, ...] = ()
    examples: tuple[Example, ...] = ()
    changes: Mapping[str, object] = field(factory=dict, eq=False, converter=unchanging)
    origin: str = ""
    layer: str = ""
    file: TomlFile | None = field(default=None, eq=False, repr=False)

    @property
    def matters(self) -> bool:
        """Whether it can change a verdict or a severity, and not just the words around them."""
        return self.verb != "set" or not set(self.changes) <= WORDING
