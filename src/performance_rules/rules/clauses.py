"""The clauses of a rule: its expressions and messages, each checked as far as it can be.

A mistake in one clause is told once.  What depends on it, such as a variable whose list was
refused, is passed over in the others, while everything else in them is still checked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from attrs import fields, has

from performance_rules.errors import Problem
from performance_rules.language.expressions import Call, Each, Expression, Member, Name
from performance_rules.language.functions import FUNCTIONS
from performance_rules.language.names import TOP
from performance_rules.language.syntax import SyntaxProblem, parse, parse_each, parse_template
from performance_rules.language.typed import Typed
from performance_rules.language.types import Type
from performance_rules.language.typing import PARAMETER_SPACES, Checker
from performance_rules.lexicon.lexicon import Lexicon
from performance_rules.rules.model import Piece
from performance_rules.rules.toml import TomlFile

_NAME: Final = re.compile(r"(?<![\w.])[^\W\d]\w*")
_VARIABLE: Final = re.compile(r"(\w+)\s+(?:in|属于|取自)\b")


class Clauses:
    """The clauses of one rule file, which share variables; ``problems`` says what is wrong.

    Attributes:
        checker: what the expressions are checked by.
    """

    def __init__(
        self,
        file: TomlFile,
        lexicon: Lexicon,
        parameters: Mapping[str, tuple[str, Type]],
        doubtful: Collection[str] = (),
    ) -> None:
        """Keep what the clauses are checked against.

        Args:
            file: the file.
            lexicon: the well-known items.
            parameters: id and type of the parameters, by id and alias.
            doubtful: parameters that are there but could not be read.
        """
        self.file = file
        self.checker = Checker(lexicon, parameters)
        self.problems: list[Problem] = []
        self._doubtful = frozenset(doubtful)
        self._lost: set[str] = set()

    def each(self, text: str) -> tuple[tuple[int, str, Typed], ...]:
        """Return the checked ``each`` clause; empty if there is none."""
        out: list[tuple[int, str, Typed]] = []
        try:
            bindings = parse_each(text) if text else ()
        except SyntaxProblem as wrong:
            self._refuse("each", wrong)
            self._lost.update(_VARIABLE.findall(text))
            return ()
        for name, source, at in bindings:
            typed = self._checked("each", source)
            try:
                if typed is not None:
                    slot = self.checker.bind(name, self.checker.list_item(typed), at)
                    out.append((slot, name, typed))
                    continue
            except SyntaxProblem as wrong:
                self._refuse("each", wrong)
            self._lost.add(name)
        return tuple(out)

    def lose(self, names: Collection[str]) -> None:
        """Pass over some variables: the clause that declares them is none."""
        self._lost.update(names)

    def condition(self, key: str, text: str) -> Typed | None:
        """Return a checked condition, or None when it is refused."""
        try:
            tree = parse(text)
            if not self._depends(tree):
                return self.checker.condition(tree)
        except SyntaxProblem as wrong:
            self._refuse(key, wrong)
            return None
        return self._checked(key, tree)

    def template(self, key: str, text: str) -> tuple[Piece, ...]:
        """Return a checked message."""
        pieces: list[Piece] = []
        try:
            parsed = parse_template(text)
        except SyntaxProblem as wrong:
            self._refuse(key, wrong)
            return ()
        for piece in parsed:
            if isinstance(piece, str):
                pieces.append(piece)
                continue
            typed = self._checked(key, *piece)
            if typed is not None:
                pieces.append(typed)
        return tuple(pieces)

    def _checked(self, key: str, tree: Expression, offset: int = 0) -> Typed | None:
        """Return a checked expression, or None with every mistake that can be told of it."""
        if not self._depends(tree):
            try:
                return self.checker.check(tree)
            except SyntaxProblem as wrong:
                self._refuse(key, wrong, offset)
                return None
        if isinstance(tree, Member) and tree.name in self._doubtful:
            return None
        if isinstance(tree, Call) and tree.function not in FUNCTIONS:
            self._checked(key, Call(tree.function, (), tree.at), offset)
        for part in _parts(tree):
            if isinstance(part, Each):
                self._checked(key, part.source, offset)
                known, self._lost = self._lost, {*self._lost, part.name}
                self._checked(key, part.body, offset)
                self._lost = known
            else:
                self._checked(key, part, offset)
        return None

    def _depends(self, tree: Expression | Each) -> bool:
        """Whether an expression names anything that was refused elsewhere."""
        if not (self._lost or self._doubtful):
            return False
        match tree:
            case Name(name):
                return name in self._lost
            case Member(Name(space), name) if space in PARAMETER_SPACES:
                return name in self._doubtful
        return any(self._depends(part) for part in _parts(tree))

    def _refuse(self, key: str, wrong: SyntaxProblem, offset: int = 0) -> None:
        """Note a refused expression at its place in the file."""
        start, end = wrong.at
        span = self.file.span((key,), start + offset, end + offset)
        self.problems.append(Problem(wrong.message, key, span, wrong.cure))


def names_in(raw: Mapping[str, object]) -> set[str]:
    """Return every name that the clauses of a rule use and that is none of the language's own."""
    texts = (str(raw.get(key, "")) for key in ("when", "assert", "message", "message_en"))
    return {name for text in texts for name in _NAME.findall(text) if name not in TOP}


def _parts(tree: Expression | Each) -> Iterator[Expression | Each]:
    for attribute in fields(type(tree)):
        value = getattr(tree, attribute.name)
        for part in value if isinstance(value, tuple) else (value,):
            if has(type(part)):
                yield part
