"""Numbers and signs of a working, read by what binds closer: 甲A元÷乙B元×100%=P%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, evolve, field

from performance_rules.extraction.fixed import fixed

_RUN: Final = re.compile(r"(?:[^,，。;!?:、\n]|(?<=\d),(?=\d{3}))+")
"""What a working stands in: no mark divides it but the commas of a number."""
_TOKEN: Final = re.compile(
    r"(?P<number>\d[\d,]{0,20}(?:\.\d{1,8})?)|(?P<sign>[+\-×*÷/=≈()%])|(?P<word>[^\d+\-×*÷/=≈()%]+)"
)
_SIGN: Final = re.compile("[=≈÷/×*+]")
_MONEY: Final = re.compile("[十百千万亿]{0,2}元")
_TIMES: Final = {"×": "×", "*": "×", "÷": "÷", "/": "÷"}
_EQUAL: Final = ("=", "≈")
_LONGEST: Final = 400
_DEEPEST: Final = 8
"""No working of a report has as many brackets within each other."""
_UNIT: Final = 4


@fixed(eq=False)
class Term:
    """A number of a working.

    Attributes:
        name: the words before it, or those in a bracket behind it.
        digits: the number as it is printed.
        unit: the words behind it; % of a percentage.
        per: what it is for one of: 台 of 3640元/台.
        start: its first character in the text.
        end: one past its unit.
    """

    name: str
    digits: str
    unit: str
    per: str
    start: int
    end: int


@fixed(eq=False)
class Chain:
    """Numbers that signs of one rank join: all of + and -, or all of × and ÷.

    Attributes:
        first: the first of them.
        rest: the others, each with the sign before it.
        whole: the 100% that a quotient is multiplied with.
    """

    first: Node
    rest: tuple[tuple[str, Node], ...]
    whole: Term | None = None

    @property
    def parts(self) -> tuple[Node, ...]:
        """What is joined."""
        return (self.first, *(part for _, part in self.rest))

    @property
    def signs(self) -> str:
        """The signs between the parts."""
        return "".join(sign for sign, _ in self.rest)


Node = Term | Chain


@fixed(eq=False)
class Working:
    """What is worked out, what that comes to as the text has it, and what it is called."""

    made: Node
    value: Term
    called: str


@fixed
class _Token:
    kind: str
    text: str
    start: int


def workings(text: str, start: int, end: int) -> Iterator[Working]:
    """Yield what a stretch of text works out in signs.

    Args:
        text: the normalised text.
        start: where the stretch begins.
        end: one past its end.
    """
    if _SIGN.search(text, start, end) is None:
        return
    for run in _RUN.finditer(text, start, end):
        if len(run[0]) <= _LONGEST and _SIGN.search(run[0]) is not None:
            yield from _of_run(_tokens(text, *run.span()))


def chains(text: str, start: int, end: int) -> Iterator[Chain]:
    """Yield the sums of a stretch of text that are not said to be anything: a(甲)+b(乙)+c(丙)."""
    if "+" not in text:
        return
    for run in _RUN.finditer(text, start, end):
        if "+" in run[0] and "=" not in run[0] and len(run[0]) <= _LONGEST:
            made = _Reader(_tokens(text, *run.span())).side()
            if isinstance(made, Chain) and set(made.signs) == {"+"}:
                yield made


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [_Token(m.lastgroup or "", m[0], m.start()) for m in _TOKEN.finditer(text, start, end)]


def _of_run(tokens: Sequence[_Token]) -> Iterator[Working]:
    """Yield the workings of a run: sides that are equal, and a bracket behind a number."""
    sides: list[tuple[Node | None, str]] = []
    found: list[Working] = []
    for side in _sides(tokens):
        reader = _Reader(side)
        made = reader.side()
        found += reader.found
        sides.append((made, side[0].text if side and side[0].kind == "word" else ""))
    called = next((name for made, name in sides[:1] if made is None), "")
    last: Chain | None = None
    for made, _ in sides:
        if isinstance(made, Chain):
            last = made
        elif made is not None and last is not None:
            found.append(Working(last, made, called or made.name))
    yield from found


def _sides(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """Yield what stands between signs of equality outside of brackets."""
    side: list[_Token] = []
    depth = 0
    for one in tokens:
        depth += (one.text == "(") - (one.text == ")")
        if one.text in _EQUAL and depth <= 0:
            yield side
            side = []
        else:
            side.append(one)
    yield side


@define(eq=False)
class _Reader:
    """Reads a side of an equation; a bracket with a working behind a number is one of its own."""

    tokens: Sequence[_Token]
    found: list[Working] = field(factory=list)
    _at: int = 0
    _depth: int = 0

    def side(self) -> Node | None:
        """Return all of a side, or None if it is no working."""
        made = self._joined()
        if made is not None and self._at < len(self.tokens):
            rest = self.tokens[self._at :]
            return made if len(rest) == 1 and rest[0].kind == "word" else None
        return made

    def _joined(self) -> Node | None:
        first = self._factors()
        rest: list[tuple[str, Node]] = []
        while first is not None and self._is(("+", "-")):
            sign = self._next().text
            part = self._factors()
            if part is None:
                return None
            rest.append((sign, part))
        return Chain(first, tuple(rest)) if first is not None and rest else first

    def _inside(self) -> Node | None:
        """Return what a bracket holds, once it is open; None where brackets go too deep."""
        if self._depth == _DEEPEST:
            return None
        self._depth += 1
        made = self._joined()
        self._depth -= 1
        if made is None or not self._is((")",)):
            return None
        self._next()
        return made

    def _factors(self) -> Node | None:
        first = self._factor()
        rest: list[tuple[str, Node]] = []
        whole = None
        while first is not None and self._is(tuple(_TIMES)):
            sign = _TIMES[self._next().text]
            part = self._factor()
            if part is None:
                return None
            if isinstance(part, Term) and part.digits == "100" and part.unit == "%":
                whole = part  # ×100% changes nothing
            else:
                rest.append((sign, part))
        return Chain(first, tuple(rest), whole) if first is not None and rest else first

    def _factor(self) -> Node | None:
        name = self._next() if self._kind() == "word" else None
        if self._is(("(",)):
            self._next()
            return self._inside()
        if self._kind() != "number":
            return None
        term = self._number(name)
        return self._behind(term) if term is not None else None

    def _number(self, name: _Token | None) -> Term | None:
        number = self._next()
        unit, per, end = "", "", number.start + len(number.text)
        if self._is(("%",)):
            end = self._next().start + 1
            unit = "%"
        elif self._kind() == "word":
            words = self.tokens[self._at].text
            money = _MONEY.match(words)
            unit = money[0] if money is not None else words
            last = self._at + 1 == len(self.tokens)
            if len(unit) > _UNIT and not last:
                return None
            if unit != words and not last:
                return None
            end += len(unit)
            self._at += 1
        if self._is(("/",)) and self._kind(1) == "word" and self._kind(2) != "number" and unit:
            if self._kind(2) == "sign" and self.tokens[self._at + 2].text == "(":
                return None
            self._at += 1
            per = self._next().text
        called = name.text if name is not None else ""
        return Term(called, number.text, unit, per, number.start, end)

    def _behind(self, term: Term) -> Term | None:
        """Return a number with the name, or without the working, in a bracket behind it."""
        if not self._is(("(",)):
            return term
        if self._kind(1) == "word" and self._kind(2) == "sign":
            name = self.tokens[self._at + 1].text
            if self.tokens[self._at + 2].text == ")":
                self._at += 3
                return evolve(term, name=name) if not term.name else term
        self._next()
        if self._is(_EQUAL):
            self._next()
        made = self._inside()
        if made is None:
            return None
        if isinstance(made, Chain):
            self.found.append(Working(made, term, term.name))
        return term

    def _is(self, signs: Sequence[str]) -> bool:
        return self._kind() == "sign" and self.tokens[self._at].text in signs

    def _kind(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self.tokens[at].kind if at < len(self.tokens) else ""

    def _next(self) -> _Token:
        one = self.tokens[self._at]
        self._at += 1
        return one
