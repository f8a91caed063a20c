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
from collections.abc import Sequence
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
from performance_rules.language.tokens import MAX_LENGTH, SyntaxProblem, Token, tokenize

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
    """Recursive descent over a list of tokens, with precedences for the operators."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.position = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.position]

    def take(self, text: str) -> Token | None:
        token = self.tokens[self.position]
        if token.op == text:
            self.position += 1
            return token
        return None

    def expect(self, text: str) -> Token:
        token = self.take(text)
        if token is None:
            raise self.unexpected(Message(f"这里应是“{text}”", f"expected '{text}' here"))
        return token

    def unexpected(self, wanted: Message) -> SyntaxProblem:
        token, cure = self.token, None
        if token.text == "=":
            cure = Message("相等写成 ==", "write == for equality")
        shown = token.text or "结尾"
        return SyntaxProblem(
            Message(
                f"{wanted.zh}，却遇到“{shown}”", f"{wanted.en}, met '{token.text or 'the end'}'"
            ),
            token.at,
            cure,
        )

    def finish(self) -> None:
        if self.token.kind != "end":
            raise self.unexpected(Message("表达式到此应结束", "expected the end"))

    def binding(self) -> Binding:
        token = self.token
        if token.kind != "name":
            raise self.unexpected(Message("这里应是变量名", "expected a variable name"))
        self.position += 1
        self.expect("in")
        return token.text, self.binary(0, STRENGTH["+"]), token.at

    def expression(self, depth: int) -> Expression:
        if depth > MAX_DEPTH:
            raise SyntaxProblem(
                Message(f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} levels deep"),
                self.token.at,
            )
        return self.binary(depth, STRENGTH["or"])

    def binary(self, depth: int, least: int) -> Expression:
        """Return operands joined by operators of at least a strength; comparisons do not chain."""
        compares = STRENGTH["=="]
        most = STRENGTH["*"]
        left = self.negation(depth) if least < compares else self.unary(depth)
        while True:
            token = self.tokens[self.position]
            own = STRENGTH.get(token.op, 0)
            if not least <= own <= most:
                return left
            self.position += 1
            right = self.binary(depth, own + 1)
            left = Binary(token.op, left, right, (left.at[0], right.at[1]))
            if own == compares:
                most = compares - 1
                following = self.tokens[self.position].op
                if following != "in" and STRENGTH.get(following) == compares:
                    raise self.unexpected(
                        Message(
                            "比较不能连写，请用 and 连接", "comparisons do not chain; join with and"
                        )
                    )

    def negation(self, depth: int) -> Expression:
        word = self.take("not")
        if word is None:
            return self.unary(depth)
        if depth > MAX_DEPTH:
            return self.expression(depth)
        operand = self.binary(depth + 1, STRENGTH["and"] + 1)
        return Not(operand, (word.at[0], operand.at[1]))

    def unary(self, depth: int) -> Expression:
        if sign := self.take("-"):
            if depth > MAX_DEPTH:
                return self.expression(depth)
            operand = self.unary(depth + 1)
            return Negative(operand, (sign.at[0], operand.at[1]))
        return self.postfix(depth)

    def postfix(self, depth: int) -> Expression:
        tree = self.atom(depth)
        while True:
            op = self.tokens[self.position].op
            if op == ".":
                self.position += 1
                token = self.token
                if token.kind not in ("name", "word"):
                    raise self.unexpected(
                        Message("点号后应是名称", "expected a name after the dot")
                    )
                self.position += 1
                tree = Member(tree, token.text, (tree.at[0], token.at[1]))
            elif op == "[":
                self.position += 1
                key = self.expression(depth + 1)
                tree = Index(tree, key, (tree.at[0], self.expect("]").at[1]))
            elif op == "(" and isinstance(tree, Name):
                self.position += 1
                arguments = self.arguments(depth + 1)
                tree = Call(tree.name, arguments, (tree.at[0], self.expect(")").at[1]))
            else:
                return tree

    def arguments(self, depth: int) -> tuple[Argument, ...]:
        found: list[Argument] = []
        if self.token.op == ")":
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
        token = self.token
        if token.kind == "number":
            self.position += 1
            return Number(Decimal(token.text), token.unit, token.at)
        if token.kind == "string":
            self.position += 1
            return String(token.text, token.at)
        if token.kind == "name":
            self.position += 1
            return Name(token.text, token.at)
        if self.take("("):
            tree = self.expression(depth + 1)
            self.expect(")")
            return tree
        if self.take("["):
            items = [self.expression(depth + 1)]
            while self.take(","):
                items.append(self.expression(depth + 1))
            return ListOf(tuple(items), (token.at[0], self.expect("]").at[1]))
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
    "Token",
    "parse",
    "parse_each",
    "parse_template",
    "show",
    "tokenize",
]
