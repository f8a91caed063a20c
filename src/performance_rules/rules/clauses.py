"""The clauses of a rule: its expressions and messages, each checked as far as it can be.

A mistake in one clause is told once.  What depends on it, such as a variable whose list was
refused, is passed over in the others, while everything else in them is still checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
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
        except SyntaxProblem as wrong:
            self._refuse(key, wrong)
            return None
        return self._checked(key, tree, check=self.checker.condition)

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

    def _checked(
        self,
        key: str,
        tree: Expression,
        offset: int = 0,
        check: Callable[[Expression], Typed] | None = None,
    ) -> Typed | None:
        """Return a checked expression, or None with every mistake that can be told of it.

        What is wrong with a part is not wrong with the whole as well.
        """
        refusal = None
        if not self._depends(tree):
            try:
                return (check or self.checker.check)(tree)
            except SyntaxProblem as wrong:
                refusal = wrong
        if isinstance(tree, Member) and _is_parameter(tree):
            if refusal is not None:
                self._refuse(key, refusal, offset)
            return None
        before = len(self.problems)
        if isinstance(tree, Call) and tree.function not in FUNCTIONS and tree.arguments:
            self._checked(key, Call(tree.function, (), tree.at), offset)
        for part in _parts(tree):
            if isinstance(part, Each):
                self._checked_each(key, part, offset)
            else:
                self._checked(key, part, offset)
        if refusal is not None and len(self.problems) == before:
            self._refuse(key, refusal, offset)
        return None

    def _checked_each(self, key: str, each: Each, offset: int) -> None:
        """Check what is said of each item of a list; its name is known in the body alone."""
        source = self._checked(key, each.source, offset)
        variables, lost = dict(self.checker.variables), self._lost
        try:
            if source is None:
                self._lost = {*lost, each.name}
            else:
                self.checker.bind(each.name, self.checker.list_item(source), each.at)
        except SyntaxProblem as wrong:
            self._refuse(key, wrong, offset)
            self._lost = {*lost, each.name}
        self._checked(key, each.body, offset)
        self.checker.variables, self._lost = variables, lost

    def _depends(self, tree: Expression | Each) -> bool:
        """Whether an expression names anything that was refused elsewhere."""
        if not (self._lost or self._doubtful):
            return False
        match tree:
            case Name(name):
                return name in self._lost
            case Member(_, name) if _is_parameter(tree):
                return name in self._doubtful
        return any(self._depends(part) for part in _parts(tree))

    def _refuse(self, key: str, wrong: SyntaxProblem, offset: int = 0) -> None:
        """Note a refused expression at its place in the file."""
        start, end = wrong.at
        span = self.file.span((key,), start + offset, end + offset)
        self.problems.append(Problem(wrong.message, key, span, wrong.cure))


def _is_parameter(tree: Member) -> bool:
    return isinstance(tree.object, Name) and tree.object.name in PARAMETER_SPACES


def names_in(raw: Mapping[str, object]) -> set[str]:
    """Return every name that the clauses of a rule use and that is none of the language's own."""
    texts = (str(raw.get(key, "")) for key in ("when", "assert", "message", "message_en"))
    return {name for text in texts for name in _NAME.findall(text) if name not in TOP}


def declared(raw: Mapping[str, object], known: Collection[str]) -> set[str]:
    """Return the variables that a clause under an unknown key would declare."""
    texts = (str(text) for key, text in raw.items() if key not in known)
    return {name for text in texts for name in _VARIABLE.findall(text)}


def _parts(tree: Expression | Each) -> Iterator[Expression | Each]:
    for attribute in fields(type(tree)):
        value = getattr(tree, attribute.name)
        for part in value if isinstance(value, tuple) else (value,):
            if has(type(part)):
                yield part
