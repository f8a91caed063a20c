"""The type checker of the rule language: untyped tree to typed tree, or a precise refusal.

Money plus percent, an unknown name, a misspelt field, a missing parameter are found here, when a
rule is loaded, never when a report is checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import define, field

from performance_rules.errors import Message, did_you_mean
from performance_rules.language import syntax as s
from performance_rules.language.function import Function
from performance_rules.language.functions import FUNCTIONS
from performance_rules.language.lets import Let, size_of
from performance_rules.language.operators import binary, refuse
from performance_rules.language.patterns import PatternError, pattern_of
from performance_rules.language.roots import TOP, members
from performance_rules.language.syntax import At, SyntaxProblem
from performance_rules.language.typed import (
    Apply,
    ApplyEach,
    ColumnOf,
    Constant,
    Field,
    Listing,
    Multiple,
    Negation,
    ParameterValue,
    PartOf,
    Top,
    Typed,
    Variable,
)
from performance_rules.language.types import (
    AMOUNT,
    BOOL,
    LINE,
    PATTERN,
    PERCENT,
    PURE,
    TEXT,
    Type,
    figure_of,
    is_number,
    list_of,
    number_of,
)
from performance_rules.lexicon.lexicon import Lexicon

PARAMETER_SPACES: Final = ("param", "参数")
RESERVED: Final = frozenset((*PARAMETER_SPACES, *TOP, *FUNCTIONS))
"""Names that have a meaning of their own and can be given no other one."""

MOST_CURED: Final = 100
"""How many unknown names of a rule are told with the nearest right one: more are no slips."""

_AS_TEXT: Final = {PATTERN: TEXT, list_of(PATTERN): list_of(TEXT)}
"""What functions that search take a pattern of a parameter, or several, for."""


@define
class Checker:
    """Checks the expressions of one rule: they share variables, named expressions and parameters.

    Attributes:
        lets: the named expressions that mean something so far.
        awaited: names that mean nothing yet, with the variable that each still needs.
        named: the named expressions that were used.
        grown: how many characters the expression at hand grows by when names are written out.
        top: the height of the highest of them.
        cures: the nearest right name of each unknown one, of those among which it was looked for.
    """

    lexicon: Lexicon
    parameters: Mapping[str, tuple[str, Type]]
    variables: dict[str, tuple[int, Type]] = field(factory=dict)
    slots: int = 0
    used: set[str] = field(factory=set)
    lets: dict[str, Let] = field(factory=dict)
    awaited: dict[str, str] = field(factory=dict)
    named: set[str] = field(factory=set)
    grown: int = 0
    top: int = 0
    cures: dict[tuple[str | int, ...], Message | None] = field(factory=dict)

    def bind(self, name: str, kind: Type, at: At) -> int:
        """Declare a variable and return its slot."""
        if name in RESERVED or name in self.lets or name in self.awaited:
            raise refuse(
                f"“{name}”已有别的意思，不能作变量名", f"'{name}' already has a meaning", at
            )
        slot = self.slots
        self.slots += 1
        self.variables[name] = (slot, kind)
        return slot

    def define(self, name: str, tree: s.Expression) -> Typed:
        """Give an expression a name; it sees the variables that are bound by now.

        Raises:
            SyntaxProblem: it is none, or too large once it is written out.
        """
        size = size_of(tree, self.lets)
        outer, self.used, self.named = (self.used, self.named), set(), set()
        try:
            typed = self.check(tree)
            self.lets[name] = Let(typed, size, frozenset(self.used), frozenset(self.named))
            return typed
        finally:
            self.used, self.named = outer

    def list_item(self, tree: Typed) -> Type:
        """Return the item type of a list expression."""
        if tree.type.item is None:
            raise refuse(
                f"这里应是列表，却是{tree.type.zh()}",
                f"expected a list, got {tree.type.en()}",
                tree.at,
            )
        return tree.type.item

    def condition(self, tree: s.Expression) -> Typed:
        """Return a checked expression that must be a condition."""
        typed = self.check(tree)
        if typed.type != BOOL:
            raise refuse(
                f"这里应是条件，却是{typed.type.zh()}",
                f"expected a condition, got {typed.type.en()}",
                tree.at,
            )
        return typed

    def check(self, tree: s.Expression) -> Typed:
        """Return the typed tree.

        Raises:
            SyntaxProblem: with the place, both types and the nearest right name.
        """
        match tree:  # the frequent ones first
            case s.Name(name, at):
                return self.name(name, at)
            case s.Member():
                return self.member(tree)
            case s.Call():
                return self.call(tree)
            case s.Binary():
                return binary(self, tree)
            case s.String(_, at):
                return Constant(tree, TEXT, at)
            case s.Index():
                return self.index(tree)
            case s.Not(operand, at):
                return Negation(self.condition(operand), BOOL, at)
            case s.Number(_, unit, at):
                kind = PERCENT if unit == "%" else AMOUNT if unit else PURE
                return Constant(tree, kind, at)
            case s.Negative(operand, at):
                inner = self.check(operand)
                if not is_number(inner.type):
                    raise refuse(
                        f"负号后应是数，却是{inner.type.zh()}",
                        f"a minus needs a number, got {inner.type.en()}",
                        operand.at,
                    )
                return Multiple(-1, inner, number_of(inner.type), at)
            case s.ListOf(items, at):
                typed = tuple(self.check(i) for i in items)
                if any(t.type != typed[0].type for t in typed):
                    raise refuse("列表各项应是同一类", "list items must be of one type", at)
                return Listing(typed, list_of(typed[0].type), at)

    def name(self, name: str, at: At) -> Typed:
        """Return a variable, what a name was given to, a field of the report or a collection."""
        if name in self.variables:
            slot, kind = self.variables[name]
            return Variable(name, slot, kind, at)
        if name in TOP:
            return Top(TOP[name], TOP[name].type, at)
        if name in self.lets:
            let = self.lets[name]
            self.named |= {name, *let.named}
            self.used |= let.used
            self.grown += let.more - len(name)
            self.top = max(self.top, let.size.height)
            return let.at(at)
        if name in self.awaited:
            self.named.add(name)
            needed = self.awaited[name]
            raise refuse(
                f"“{name}”要用变量“{needed}”，这里还没有它",
                f"'{name}' needs the variable '{needed}', which is not bound yet here",
                at,
            )
        cure = self.nearest(name)
        if name in FUNCTIONS:
            cure = Message(f"函数后要写括号：{name}(…)", f"a function needs brackets: {name}(…)")
        raise refuse(f"不认识“{name}”", f"unknown name '{name}'", at, cure)

    def nearest(self, name: str) -> Message | None:
        """Return the known name that an unknown one is most like; of too many it is not told."""
        among: tuple[str | int, ...] = (name, len(self.lets), *self.variables)
        if among not in self.cures and len(self.cures) < MOST_CURED:
            known = [*self.variables, *self.lets, *TOP, *PARAMETER_SPACES]
            self.cures[among] = did_you_mean(name, known)
        return self.cures.get(among)

    def member(self, tree: s.Member) -> Typed:
        """Return a field of an object, a well-known part of a line, a count or a parameter."""
        inner = tree.object
        name_at = (tree.at[1] - len(tree.name), tree.at[1])
        if isinstance(inner, s.Name) and inner.name in PARAMETER_SPACES:
            return self.parameter(tree.name, name_at)
        typed = self.check(inner)
        owner, mapped = typed.type, False
        if owner.item is not None:
            owner, mapped = owner.item, True
        known = members(owner)
        term = known.get(tree.name)
        if term is not None:
            kind = term.type
            if mapped:
                kind = kind if kind.item is not None else list_of(kind)
            return Field(typed, term, mapped, kind, tree.at)
        keyed = owner.name in ("line", "breakdown", "counts") and not mapped
        counts = owner.name == "counts"
        keys = self.lexicon.words(counts) if keyed else {}
        if tree.name in keys:
            kind = figure_of("count") if counts else LINE
            return PartOf(typed, keys[tree.name], kind, tree.at)
        raise refuse(
            f"{owner.zh()}没有“{tree.name}”",
            f"{owner.en()} has no '{tree.name}'",
            name_at,
            did_you_mean(tree.name, [*known, *keys]),
        )

    def parameter(self, name: str, at: At) -> Typed:
        """Return a parameter by id or Chinese alias."""
        found = self.parameters.get(name)
        if found is None:
            raise refuse(
                f"没有参数“{name}”",
                f"no parameter '{name}'",
                at,
                did_you_mean(name, self.parameters),
            )
        self.used.add(found[0])
        return ParameterValue(found[0], found[1], at)

    def index(self, tree: s.Index) -> Typed:
        """Return ``line[column]``, or a part by code, key or name."""
        typed, key = self.check(tree.object), self.check(tree.key)
        owner = typed.type.name
        if owner == "line" and key.type.name == "column":
            return ColumnOf(typed, key, figure_of(key.type.kind), tree.at)
        if owner in ("line", "breakdown") and key.type == TEXT:
            return PartOf(typed, key, LINE, tree.at)
        raise refuse(
            f"{typed.type.zh()}不能用{key.type.zh()}取值",
            f"{typed.type.en()} cannot be indexed by {key.type.en()}",
            tree.key.at,
            Message("方括号里写栏、编码或名称", "put a column, a code or a name in the brackets"),
        )

    def call(self, tree: s.Call) -> Typed:
        """Return a function application."""
        function = FUNCTIONS.get(tree.function)
        name_at = (tree.at[0], tree.at[0] + len(tree.function))
        if function is None:
            raise refuse(
                f"没有函数“{tree.function}”",
                f"no function '{tree.function}'",
                name_at,
                did_you_mean(tree.function, FUNCTIONS),
            )
        each = [a for a in tree.arguments if isinstance(a, s.Each)]
        if each:
            if not function.each or len(tree.arguments) != 1:
                raise refuse(
                    f"{tree.function}不能写“变量 in 列表: …”",
                    f"{tree.function} does not take 'name in list: …'",
                    each[0].at,
                )
            return self.call_each(function, each[0], tree)
        typed = tuple(self.check(a) for a in tree.arguments if not isinstance(a, s.Each))
        kinds = [t.type for t in typed]
        if function.patterns:
            kinds[1:] = [_AS_TEXT.get(kind, kind) for kind in kinds[1:]]
        checked = function.check(kinds)
        if isinstance(checked, Message):
            raise self.bad_call(tree.function, function, checked, tree.at)
        if function.patterns:
            for part in typed[1:]:
                for pattern in part.items if isinstance(part, Listing) else (part,):
                    self.pattern(pattern)
        return Apply(function, typed, checked, tree.at)

    def call_each(self, function: Function, each: s.Each, tree: s.Call) -> Typed:
        """Return a list function over ``name in source: body``; the name is local to the body."""
        source = self.check(each.source)
        outer = dict(self.variables)
        slot = self.bind(each.name, self.list_item(source), each.at)
        body = self.check(each.body)
        self.variables = outer
        given = [list_of(body.type)]
        if function.printed:
            given = [source.type, body.type]
        checked = function.check(given)
        if isinstance(checked, Message):
            raise self.bad_call(tree.function, function, checked, tree.at)
        return ApplyEach(function, slot, source, body, checked, tree.at)

    def bad_call(self, name: str, function: Function, what: Message, at: At) -> SyntaxProblem:
        """Return the refusal of a call, with the signature as cure."""
        usage = f"{function.zh}{function.signature}"
        return refuse(
            f"{name}：{what.zh}",
            f"{name}: {what.en}",
            at,
            Message(f"用法：{usage}", f"usage: {function.name}{function.signature}"),
        )

    def pattern(self, tree: Typed) -> None:
        """Check that a pattern is one of a parameter, or a literal that RE2 accepts."""
        if tree.type in _AS_TEXT:
            return
        if not isinstance(tree, Constant) or not isinstance(tree.value, s.String):
            raise refuse(
                "模式要直接写成文字",
                "a pattern must be a literal text",
                tree.at,
                Message(
                    "几条规则共用的，登记成单位是 pattern 或 patterns 的参数",
                    "what several rules share is a parameter of the unit pattern or patterns",
                ),
            )
        try:
            pattern_of(tree.value.value)
        except PatternError as wrong:
            raise refuse(
                f"模式不合法：{wrong.args[0]}",
                f"bad pattern: {wrong.args[1]}",
                tree.at,
                Message(
                    "只用线性时间正则（RE2）：没有回溯引用和环视",
                    "use RE2 syntax: no back-references, no look-around",
                ),
            ) from None
