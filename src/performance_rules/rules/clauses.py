"""The clauses of a rule: its expressions and messages, each checked as far as it can be.

A mistake in one clause is told once.  What depends on it, such as a variable whose list was
refused, is passed over in the others, while everything else in them is still checked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from performance_rules.errors import Message, Problem
from performance_rules.language.expressions import (
    Binding,
    Call,
    Each,
    Expression,
    Member,
    Name,
)
from performance_rules.language.functions import FUNCTIONS
from performance_rules.language.lets import may_be_high, names_of, needs_of, not_longer, size_of
from performance_rules.language.syntax import (
    SyntaxProblem,
    parse,
    parse_each,
    parse_template,
)
from performance_rules.language.tokens import tokenize
from performance_rules.language.typed import Typed
from performance_rules.language.types import Type
from performance_rules.language.typing import RESERVED, Checker
from performance_rules.lexicon.lexicon import Lexicon
from performance_rules.rules.mentions import NAME, is_parameter, parts_of
from performance_rules.rules.model import Piece
from performance_rules.rules.positions import Path
from performance_rules.rules.toml import MAX_BYTES, TomlFile


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
        self._named: dict[str, Expression] = {}
        self._order: dict[str, int] = {}
        self._own: frozenset[str] = frozenset()
        self._mentioned: set[str] = set()
        self._inherited: dict[str, list[Problem]] = {}
        self._told: set[tuple[str, Message]] = set()
        self._written = 0

    def lets(self, table: Mapping[str, object], own: Collection[str] | None = None) -> None:
        """Take the named expressions; each is checked when its variables are bound.

        Args:
            table: the expressions by name, in their order.
            own: the names that the file itself gives, all by default.  Of the others, which a
                rule above gives, only those that are used must be right.
        """
        self._own = frozenset(table if own is None else own)
        for name, text in table.items():
            path = ("let", name)
            self._lost.add(name)
            if NAME.fullmatch(name) is None or tokenize(name).kinds[0] != "name":
                zh, en = f"“{name}”不能作名称", f"'{name}' is no name"
                cure = Message("用汉字、字母、数字和下划线", "use letters, digits and underscores")
                self.problems.append(self.file.problem(path, zh, en, cure))
            elif name in RESERVED:
                zh, en = f"“{name}”已有别的意思，不能作名称", f"'{name}' already has a meaning"
                self.problems.append(self.file.problem(path, zh, en))
            elif not isinstance(text, str):
                zh, en = f"“{name}”应是文字", f"'{name}' must be text"
                self.problems.append(self.file.problem(path, zh, en))
            else:
                tree = self._parsed(path, text)
                if tree is not None:
                    self._order[name] = len(self._named)
                    self._named[name] = tree
                    self._lost.discard(name)

    def each(
        self, text: str, elsewhere: Collection[str] = ()
    ) -> tuple[tuple[int, str, Typed], ...]:
        """Return the checked ``each`` clause; empty if there is none.

        Args:
            text: the clause.
            elsewhere: the names that the other clauses use, any of which may be a variable of one
                that is refused.
        """
        out: list[tuple[int, str, Typed]] = []
        bindings: tuple[Binding, ...] = ()
        try:
            bindings = parse_each(text) if text else ()
        except SyntaxProblem as wrong:
            self._refuse("each", wrong)
            self._lost.update(name for name in elsewhere if name not in self._named)
            self._mentioned.update(NAME.findall(text))
        variables = [name for name, _, _ in bindings]
        due = self._awaited(variables)
        for bound, (name, source, at) in enumerate(bindings):
            self._define(due.get(bound, ()))
            if name in variables[:bound]:
                zh, en = f"变量“{name}”写了两次", f"the variable '{name}' is given twice"
                self._refuse("each", SyntaxProblem(Message(zh, en), at))
                self._lost.update(one for one in elsewhere if one not in self._named)
                continue
            typed = self._checked("each", source)
            try:
                if typed is not None:
                    slot = self.checker.bind(name, self.checker.list_item(typed), at)
                    out.append((slot, name, typed))
                    continue
            except SyntaxProblem as wrong:
                self._refuse("each", wrong)
            self._lost.add(name)
        self._define(due.get(len(bindings), ()))
        return tuple(out)

    def lose(self, names: Collection[str]) -> None:
        """Pass over some names: the clause that declares them is none."""
        self._lost.update(names)
        self._mentioned.update(names)

    def condition(self, key: str, text: str) -> Typed | None:
        """Return a checked condition, or None when it is refused."""
        tree = self._parsed(key, text)
        if tree is None:
            return None
        typed = self._checked(key, tree, check=self.checker.condition)
        if typed is not None and not any(names_of(tree)):
            zh = "条件没有看报告：它总是成立，或总不成立"
            en = "the condition looks at nothing of a report: it always holds, or never"
            cure = Message("写上报告里的项目", "name something of the report")
            self._refuse(key, SyntaxProblem(Message(zh, en), tree.at, cure))
            return None
        return typed

    def template(self, key: str, text: str) -> tuple[Piece, ...]:
        """Return a checked message."""
        pieces: list[Piece] = []
        try:
            parsed = parse_template(text)
        except SyntaxProblem as wrong:
            self._refuse(key, wrong)
            self._mentioned.update(NAME.findall(text))
            return ()
        for piece in parsed:
            if isinstance(piece, str):
                pieces.append(piece)
                continue
            typed = self._checked(key, *piece)
            if typed is not None:
                pieces.append(typed)
        return tuple(pieces)

    def finish(self) -> None:
        """Note the names that are used nowhere, and those from above that are used and wrong."""
        used = self._mentioned | self.checker.named
        lets = self.checker.lets
        used.update(*(lets[name].named for name in used & lets.keys()))
        for name, mistakes in self._inherited.items():
            self.problems += mistakes if name in used else ()
        for name in self._named:
            if name in self._own and name not in used:
                zh, en = f"“{name}”没有用到", f"'{name}' is not used"
                cure = Message("删去，或在表达式里用它", "remove it, or use it in an expression")
                self.problems.append(self.file.problem(("let", name), zh, en, cure))

    def _parsed(self, key: str | Path, text: str) -> Expression | None:
        try:
            return parse(text)
        except SyntaxProblem as wrong:
            self._refuse(key, wrong)
            self._mentioned.update(NAME.findall(text))
            return None

    def _awaited(self, variables: Sequence[str]) -> Mapping[int, Sequence[str]]:
        """Return the names that can be checked, by how many variables must be bound before."""
        due: dict[int, list[str]] = {}
        for name, needed in needs_of(self._named, variables).items():
            due.setdefault(needed, []).append(name)
            if needed:
                self.checker.awaited[name] = variables[needed - 1]
        for name in self._named.keys() & set(variables):
            zh, en = f"“{name}”是 each 的变量，不能再作名称", f"'{name}' is a variable of each"
            self.problems.append(self.file.problem(("let", name), zh, en))
            self._lost.add(name)
        return due

    def _define(self, names: Collection[str]) -> None:
        """Check the expressions of some names; one that is refused is passed over elsewhere."""
        for name in names:
            if name in self._lost:
                continue
            self.checker.awaited.pop(name, None)
            own = name in self._own
            if not (self._defined(name) if own else self._set_aside(name)):
                self._lost.add(name)
                if own:
                    self._mention(self._named[name])

    def _set_aside(self, name: str) -> bool:
        """Give a name from above its meaning; what is wrong with it is kept until it is used."""
        checker, problems, mentioned = self.checker, self.problems, self._mentioned
        used, named = checker.used, checker.named
        self.problems, self._mentioned = [], set()
        checker.used, checker.named = set(), set()
        defined = self._defined(name)
        self._inherited[name] = self.problems
        self.problems, self._mentioned = problems, mentioned
        checker.used, checker.named = used, named
        return defined

    def _defined(self, name: str) -> bool:
        """Give a name its meaning, or note every mistake in its expression."""
        tree, key = self._named[name], ("let", name)
        unknown = self._backwards(key, tree, self._order[name]) - self._lost
        self._lost |= unknown
        typed = self._tried(key, tree, 0, partial(self.checker.define, name))
        self._lost -= unknown
        return typed is not None

    def _backwards(self, key: Path, tree: Expression, place: int) -> set[str]:
        """Note, and return, the names in an expression that are its own or given further below."""
        found = set()
        for used in names_of(tree):
            if self._order.get(used.name, -1) >= place:
                self._mentioned.add(used.name)
                found.add(used.name)
                zh, en = f"“{used.name}”在这里还没有意思", f"'{used.name}' means nothing here yet"
                cure = Message(
                    "只能用写在前面的名称，不能用自己",
                    "a name is given above where it is used, and not by itself",
                )
                self._refuse(key, SyntaxProblem(Message(zh, en), used.at, cure))
        return found

    def _measure(self, tree: Expression) -> None:
        """Measure an expression that has been checked, every name in it written out.

        Raises:
            SyntaxProblem: it is too long, too high, or the rule is too long with it.
        """
        start, end = tree.at
        length = end - start + self.checker.grown
        if self.checker.grown:
            not_longer(length, tree.at)
            if may_be_high(tree, self.checker.top):
                size_of(tree, self.checker.lets)
        self._written += length
        if self._written > MAX_BYTES:
            zh = f"名称都展开，规则超过 {MAX_BYTES} 字"
            en = f"with every name written out the rule is longer than {MAX_BYTES}"
            raise SyntaxProblem(Message(zh, en), tree.at)

    def _checked(
        self,
        key: str | Path,
        tree: Expression,
        offset: int = 0,
        check: Callable[[Expression], Typed] | None = None,
    ) -> Typed | None:
        """Return a checked expression, or None with every mistake that can be told of it."""
        self.checker.grown = self.checker.top = 0
        typed = self._tried(key, tree, offset, check or self.checker.check)
        try:
            if typed is not None:
                self._measure(tree)
                return typed
        except SyntaxProblem as wrong:
            self._refuse(key, wrong, offset)
        self._mention(tree)
        return None

    def _tried(
        self, key: str | Path, tree: Expression, offset: int, check: Callable[[Expression], Typed]
    ) -> Typed | None:
        """Return what a check makes of an expression, or None with every mistake in it."""
        refusal = None
        try:
            if may_be_high(tree):
                size_of(tree, {})
        except SyntaxProblem as wrong:
            self._refuse(key, wrong, offset)
            return None
        if not self._depends(tree):
            try:
                return check(tree)
            except SyntaxProblem as wrong:
                refusal = wrong
        self._check_parts(key, tree, offset, refusal)
        return None

    def _check_parts(
        self, key: str | Path, tree: Expression, offset: int, refusal: SyntaxProblem | None = None
    ) -> None:
        """Note every mistake in an expression of which a part is refused, here or elsewhere.

        What is wrong with a part is not wrong with the whole as well.
        """
        before = len(self.problems)
        if not (isinstance(tree, Member) and is_parameter(tree)):
            if isinstance(tree, Call) and tree.function not in FUNCTIONS and tree.arguments:
                self._check_part(key, Call(tree.function, (), tree.at), offset)
            for part in parts_of(tree):
                if isinstance(part, Each):
                    self._check_each(key, part, offset)
                else:
                    self._check_part(key, part, offset)
        if refusal is not None and len(self.problems) == before:
            self._refuse(key, refusal, offset)

    def _check_part(self, key: str | Path, tree: Expression, offset: int) -> Typed | None:
        refusal = None
        if not self._depends(tree):
            try:
                return self.checker.check(tree)
            except SyntaxProblem as wrong:
                refusal = wrong
        self._check_parts(key, tree, offset, refusal)
        return None

    def _check_each(self, key: str | Path, each: Each, offset: int) -> None:
        """Check what is said of each item of a list; its name is known in the body alone."""
        source = self._check_part(key, each.source, offset)
        variables, refused = dict(self.checker.variables), source is None
        try:
            if source is not None:
                self.checker.bind(each.name, self.checker.list_item(source), each.at)
        except SyntaxProblem as wrong:
            self._refuse(key, wrong, offset)
            refused = True
        passed_over = {each.name} - self._lost if refused else set()
        self._lost |= passed_over
        self._check_part(key, each.body, offset)
        self._lost -= passed_over
        self.checker.variables = variables

    def _mention(self, tree: Expression) -> None:
        """Count the names of an expression that is refused as used."""
        if self._named:
            self._mentioned.update(used.name for used in names_of(tree))

    def _depends(self, tree: Expression | Each) -> bool:
        """Whether an expression names anything that was refused elsewhere."""
        if not (self._lost or self._doubtful):
            return False
        match tree:
            case Name(name):
                return name in self._lost
            case Member(_, name) if is_parameter(tree):
                return name in self._doubtful
        return any(self._depends(part) for part in parts_of(tree))

    def _refuse(self, key: str | Path, wrong: SyntaxProblem, offset: int = 0) -> None:
        """Note a refused expression at its place in the file; in one clause the same once only."""
        path: Path = (key,) if isinstance(key, str) else key
        start, end = wrong.at
        span = self.file.span(path, start + offset, end + offset)
        place = ".".join(map(str, path))
        if (place, wrong.message) not in self._told:
            self._told.add((place, wrong.message))
            self.problems.append(Problem(wrong.message, place, span, wrong.cure))
