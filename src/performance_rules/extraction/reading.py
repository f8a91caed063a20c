"""A piece of text being read: its tokens, what is bound in them, and where that stands."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from performance_rules.extraction import quantities
from performance_rules.extraction.context import Context, Places
from performance_rules.extraction.draft import Oddity, Unbound
from performance_rules.extraction.normal import Run
from performance_rules.extraction.patterns import Found
from performance_rules.extraction.scan import Token
from performance_rules.extraction.subjects import NotBound, places_of
from performance_rules.extraction.wording import Wording
from performance_rules.report.model import Source
from performance_rules.values import Amount

LOST: Final = "前面的数没有绑定"
NO_SUBJECT: Final = "没有说明是哪一项"
NO_UNIT: Final = "没有单位"
UNREADABLE: Final = "数字读不懂"
_LONG: Final = 120
"""A clause group longer than this is quoted from comma to comma."""
_NEAR: Final = 40
"""And from no further away than so many tokens."""


@define(eq=False)
class Reading:
    """One piece: its tokens as letters, with the context it is read in.

    Attributes:
        unit: the unit that the paragraph fixes for amounts without one.
        done: the figures that were bound, or refused.
    """

    run: Run
    tokens: list[Token]
    letters: bytes
    context: Context
    wording: Wording
    unit: str = ""
    done: set[int] = field(factory=set)
    _groups: list[tuple[int, int]] = field(factory=list)
    _sources: dict[tuple[int, int], Source] = field(factory=dict)

    # ── places in the text ──

    def source(self, first: int, last: int) -> Source:
        """Return the source of tokens: the clause group they stand in, or less of a long one."""
        begin, end = self._group(first)
        if self.tokens[end - 1].end - self.tokens[begin].start > _LONG:
            said = self.context.now.at if self.context.now.own else first
            begin, end = self._narrow(min(first, max(said, begin)), last, begin, end)
        key = (self.tokens[begin].start, self.tokens[end - 1].end)
        if key not in self._sources:
            self._sources[key] = self.run.source(*key, self.context.section)
        return self._sources[key]

    def _group(self, index: int) -> tuple[int, int]:
        """Return the clause group of a token: from one ; or . to the next, outside brackets."""
        if not self._groups:
            begin = depth = 0
            for i, token in enumerate(self.tokens):
                letter = token.letter
                depth = max(0, depth + (letter == "(") - (letter == ")")) if letter != "." else 0
                ends = letter == "." or (letter == ";" and not depth)
                if ends or i == len(self.tokens) - 1:
                    end = i if ends and i > begin else i + 1
                    self._groups += [(begin, end)] * (i + 1 - begin)
                    begin = i + 1
        return self._groups[index]

    def _narrow(self, first: int, last: int, begin: int, end: int) -> tuple[int, int]:
        low, high = first, last
        begin, end = max(begin, first - _NEAR), min(end, last + _NEAR)
        while low > begin and self.letters[low - 1 : low] not in b",()":
            low -= 1
        while high < end and self.letters[high : high + 1] not in b",()":
            high += 1
        return low, max(high, low + 1)

    def printed(self, first: int, last: int) -> str:
        """Return what stands printed from one token to before another."""
        return self.run.printed(self.tokens[first].start, self.tokens[last - 1].end)

    def token(self, found: Found, *names: str) -> Token | None:
        """Return the first token of the first part of a pattern that is there, or None."""
        index = found.first(*names)
        return None if index is None else self.tokens[index]

    def starts_clause(self, index: int) -> bool:
        """Whether a token begins a clause: after punctuation, a year or the body's own name."""
        while index and self.letters[index - 1 : index] in b"wY":
            index -= 1
        if index == 0 or self.letters[index - 1 : index] in b",;.:(|":
            return True
        before = self.tokens[index - 1]
        text = self.run.plain[before.start : before.end]
        return before.letter == "W" and text.endswith(self.wording.outline.bodies)

    # ── what was read ──

    def amount(self, index: int) -> Amount:
        """Return the amount of a token; one without a unit takes the paragraph's.

        Raises:
            NotBound: if it has no unit, or is no number.
        """
        token = self.tokens[index]
        if token.letter == "M" and token.value == "0":
            return quantities.nothing()  # a zero is one in any unit
        if token.letter == "M":
            after = self.letters[index + 1 : index + 2]
            if not self.unit or "." not in token.value or after not in b",;.)":
                raise NotBound(NO_UNIT)
            self.odd("unit", index, index + 1)
        value = quantities.amount(token, self.unit)
        if value is None:
            raise NotBound(UNREADABLE)
        return value

    def bind(self, *indexes: int | None) -> None:
        """Count figures as bound."""
        for index in indexes:
            if index is not None and index not in self.done:
                self.done.add(index)
                self.context.ledger.bound += 1

    def refuse(self, why: str, *indexes: int | None) -> None:
        """Keep figures as unbound."""
        for index in indexes:
            if index is None or index in self.done:
                continue
            self.done.add(index)
            source = self.source(index, index + 1)
            self.context.ledger.unbound.append(Unbound(self.printed(index, index + 1), source, why))

    def lose(self, why: str, *indexes: int | None) -> None:
        """Refuse figures that begin a clause: claims that follow have no subject."""
        self.refuse(why, *indexes)
        now = self.context.now
        now.own, now.levels, now.lost = (), (), True

    def odd(self, kind: str, first: int, last: int) -> None:
        """Record something misprinted."""
        quote = self.printed(first, last)
        self.context.ledger.oddities.append(Oddity(kind, quote, self.source(first, last)))

    # ── what it is about ──

    def subjects(self, found: Found) -> Places:
        """Return what a claim is about: the phrase in it, or what the clause is about.

        Raises:
            NotBound: if that is not known.
        """
        token = self.token(found, "subject")
        if token is not None:
            return places_of(self.context, token)
        if self.context.now.lost:
            raise NotBound(LOST)
        if not self.context.subjects:
            raise NotBound(NO_SUBJECT)
        return self.context.subjects
