"""The syntax of the rule language: text to an untyped tree, and back.

A small closed grammar, parsed by recursive descent.  English and Chinese operator words and
full-width punctuation are accepted; every node knows the stretch of text it came from.

    each       = binding { "," binding }            binding = NAME "in" expression
    expression = conjunction { ("or" | "或") conjunction }
    conjunction= negation { ("and" | "且") negation }
    negation   = ("not" | "非") negation | comparison
    comparison = sum [ ("==" | "!=" | "<" | "<=" | ">" | ">=" | "in") sum ]
    sum        = product { ("+" | "-") product }
    product    = unary { ("*" | "/") unary }
    unary      = "-" unary | postfix
    postfix    = atom { "." NAME | "[" expression "]" | "(" arguments ")" }
    arguments  = [ argument { "," argument } ]      argument = expression [ ":" expression ]
    atom       = NUMBER [unit] | STRING | NAME | "(" expression ")" | "[" list "]"
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.expressions import (
    STRENGTH,
    Argument,
    At,
    Binary,
    Binding,
    Call,
    Each,
    Expression,
    Index,
    ListOf,
    Member,
    Name,
    Negative,
    Not,
    Number,
    String,
    show,
)
from performance_rules.language.tokens import MAX_LENGTH, SyntaxProblem, Tokens, tokenize

_NOT: Final = STRENGTH["and"] + 1
_COMPARES: Final = STRENGTH["=="]
_TIMES: Final = STRENGTH["*"]
MAX_DEPTH: Final = 40
"""Deepest nesting of an expression."""


def parse(text: str) -> Expression:
    """Return the tree of an expression.

    Raises:
        SyntaxProblem: with the place and, where one is near at hand, the cure.
    """
    parser = _Parser(tokenize(text))
    tree = parser.expression(0)
    parser.finish()
    return tree


def parse_each(text: str) -> tuple[Binding, ...]:
    """Return the bindings of an ``each`` clause: (name, source, place), outermost first."""
    parser = _Parser(tokenize(text))
    bindings = [parser.binding()]
    while parser.take(","):
        bindings.append(parser.binding())
    parser.finish()
    return tuple(bindings)


def parse_template(text: str) -> tuple[str | tuple[Expression, int], ...]:
    """Return a message as pieces: text, or (expression, offset of its first character).

    ``{{`` and ``}}`` stand for the braces themselves.
    """
    pieces: list[str | tuple[Expression, int]] = []
    plain, position = "", 0
    while brace := _BRACE.search(text, position):
        plain += text[position : brace.start()]
        position = brace.end()
        if brace[0] == "}":
            raise SyntaxProblem(Message("多了一个“}”", "a closing brace too many"), brace.span())
        if brace[0] != "{":
            plain += brace[0][0]
            continue
        close = text.find("}", position)
        if close < 0:
            raise SyntaxProblem(
                Message("“{”没有对应的“}”", "no closing brace for this one"), brace.span()
            )
        try:
            tree = parse(text[position:close])
        except SyntaxProblem as wrong:
            start, end = wrong.at
            at = (start + position, end + position)
            raise SyntaxProblem(wrong.message, at, wrong.cure) from None
        pieces += [plain, (tree, position)] if plain else [(tree, position)]
        plain, position = "", close + 1
    plain += text[position:]
    return (*pieces, plain) if plain else tuple(pieces)


_BRACE: Final = re.compile(r"\{\{|\}\}|[{}]")


class _Parser:
    """Recursive descent over tokens, with precedences for the operators."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens, self.kinds, self.ops = tokens, tokens.kinds, tokens.ops
        self.position = 0

    @property
    def at(self) -> At:
        return self.tokens.starts[self.position], self.tokens.ends[self.position]

    def take(self, text: str) -> bool:
        if self.ops[self.position] == text:
            self.position += 1
            return True
        return False

    def expect(self, text: str) -> int:
        """Pass over a sign or word and return where it ends."""
        if not self.take(text):
            raise self.unexpected(Message(f"这里应是“{text}”", f"expected '{text}' here"))
        return self.tokens.ends[self.position - 1]

    def unexpected(self, wanted: Message) -> SyntaxProblem:
        text, cure = self.tokens.texts[self.position], None
        if text == "=":
            cure = Message("相等写成 ==", "write == for equality")
        return SyntaxProblem(
            Message(
                f"{wanted.zh}，却遇到“{text or '结尾'}”", f"{wanted.en}, met '{text or 'the end'}'"
            ),
            self.at,
            cure,
        )

    def finish(self) -> None:
        if self.kinds[self.position] != "end":
            raise self.unexpected(Message("表达式到此应结束", "expected the end"))

    def binding(self) -> Binding:
        name, at = self.tokens.texts[self.position], self.at
        if self.kinds[self.position] != "name":
            raise self.unexpected(Message("这里应是变量名", "expected a variable name"))
        self.position += 1
        self.expect("in")
        return name, self.binary(0, STRENGTH["+"]), at

    def expression(self, depth: int) -> Expression:
        if depth > MAX_DEPTH:
            raise SyntaxProblem(
                Message(f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} levels deep"),
                self.at,
            )
        return self.binary(depth, STRENGTH["or"])

    def binary(self, depth: int, least: int) -> Expression:
        """Return operands joined by operators of at least a strength; comparisons do not chain."""
        most = _TIMES
        op = self.ops[self.position]
        if op == "not" and least <= _NOT:
            left, most = self.negation(depth), _NOT
        else:
            left = self.unary(depth) if op == "-" else self.postfix(depth)
        while op := self.ops[self.position]:
            own = STRENGTH.get(op, 0)
            if not least <= own <= most:
                break
            self.position += 1
            right = self.binary(depth, own + 1)
            left = Binary(op, left, right, (left.at[0], right.at[1]))
            most = own
            if own == _COMPARES:
                most = own - 1
                following = self.ops[self.position]
                if following != "in" and STRENGTH.get(following) == own:
                    raise self.unexpected(
                        Message(
                            "比较不能连写，请用 and 连接", "comparisons do not chain; join with and"
                        )
                    )
        return left

    def negation(self, depth: int) -> Expression:
        start, _ = self.at
        self.position += 1
        if depth > MAX_DEPTH:
            return self.expression(depth)
        operand = self.binary(depth + 1, _NOT)
        return Not(operand, (start, operand.at[1]))

    def unary(self, depth: int) -> Expression:
        if self.ops[self.position] != "-":
            return self.postfix(depth)
        start, _ = self.at
        self.position += 1
        if depth > MAX_DEPTH:
            return self.expression(depth)
        operand = self.unary(depth + 1)
        return Negative(operand, (start, operand.at[1]))

    def postfix(self, depth: int) -> Expression:
        tree: Expression
        if self.kinds[self.position] == "name":
            tree = Name(self.tokens.texts[self.position], self.at)
            self.position += 1
        else:
            tree = self.atom(depth)
        start = tree.at[0]
        while op := self.ops[self.position]:
            if op == ".":
                self.position += 1
                if self.kinds[self.position] not in ("name", "word"):
                    raise self.unexpected(
                        Message("点号后应是名称", "expected a name after the dot")
                    )
                name, end = self.tokens.texts[self.position], self.tokens.ends[self.position]
                self.position += 1
                tree = Member(tree, name, (start, end))
            elif op == "[":
                self.position += 1
                key = self.expression(depth + 1)
                tree = Index(tree, key, (start, self.expect("]")))
            elif op == "(" and isinstance(tree, Name):
                self.position += 1
                arguments = self.arguments(depth + 1)
                tree = Call(tree.name, arguments, (start, self.expect(")")))
            else:
                break
        return tree

    def arguments(self, depth: int) -> tuple[Argument, ...]:
        found: list[Argument] = []
        if self.ops[self.position] == ")":
            return ()
        while True:
            found.append(self.argument(depth))
            if not self.take(","):
                return tuple(found)

    def argument(self, depth: int) -> Argument:
        tree = self.expression(depth)
        if not self.take(":"):
            return tree
        if not (isinstance(tree, Binary) and tree.op == "in" and isinstance(tree.left, Name)):
            raise SyntaxProblem(
                Message("冒号前应写成“变量 in 列表”", "write 'name in list' before the colon"),
                tree.at,
            )
        body = self.expression(depth)
        return Each(tree.left.name, tree.right, body, (tree.at[0], body.at[1]))

    def atom(self, depth: int) -> Expression:
        kind, text, at = self.kinds[self.position], self.tokens.texts[self.position], self.at
        if kind == "number":
            unit = self.tokens.units[self.position]
            self.position += 1
            return Number(Decimal(text), unit, at)
        if kind == "string":
            self.position += 1
            return String(text, at)
        if self.take("("):
            tree = self.expression(depth + 1)
            self.expect(")")
            return tree
        if self.take("["):
            items = [self.expression(depth + 1)]
            while self.take(","):
                items.append(self.expression(depth + 1))
            return ListOf(tuple(items), (at[0], self.expect("]")))
        raise self.unexpected(
            Message("这里应是数、名称或括号", "expected a number, name or bracket")
        )


__all__ = [
    "MAX_DEPTH",
    "MAX_LENGTH",
    "Argument",
    "At",
    "Binary",
    "Binding",
    "Call",
    "Each",
    "Expression",
    "Index",
    "ListOf",
    "Member",
    "Name",
    "Negative",
    "Not",
    "Number",
    "String",
    "SyntaxProblem",
    "Tokens",
    "parse",
    "parse_each",
    "parse_template",
    "show",
    "tokenize",
]
