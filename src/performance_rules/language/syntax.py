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

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from performance_rules.errors import Message
from performance_rules.language.expressions import (
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
    while position < len(text):
        char = text[position]
        if text.startswith(("{{", "}}"), position):
            plain, position = plain + char, position + 2
        elif char == "}":
            raise SyntaxProblem(
                Message("多了一个“}”", "a closing brace too many"), (position, position + 1)
            )
        elif char == "{":
            close = text.find("}", position)
            if close < 0:
                raise SyntaxProblem(
                    Message("“{”没有对应的“}”", "no closing brace for this one"),
                    (position, position + 1),
                )
            try:
                tree = parse(text[position + 1 : close])
            except SyntaxProblem as wrong:
                start, end = wrong.at
                raise SyntaxProblem(
                    wrong.message, (start + position + 1, end + position + 1), wrong.cure
                ) from None
            pieces += [plain, (tree, position + 1)] if plain else [(tree, position + 1)]
            plain, position = "", close + 1
        else:
            plain, position = plain + char, position + 1
    return (*pieces, plain) if plain else tuple(pieces)


class _Parser:
    """Recursive descent over a list of tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.position = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.position]

    def take(self, *texts: str) -> Token | None:
        token = self.token
        if token.kind in ("sign", "word") and token.text in texts:
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
        return token.text, self.sum(0), token.at

    def expression(self, depth: int) -> Expression:
        if depth > MAX_DEPTH:
            raise SyntaxProblem(
                Message(f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} levels deep"),
                self.token.at,
            )
        left = self.conjunction(depth)
        while self.take("or"):
            right = self.conjunction(depth)
            left = Binary("or", left, right, (left.at[0], right.at[1]))
        return left

    def conjunction(self, depth: int) -> Expression:
        left = self.negation(depth)
        while self.take("and"):
            right = self.negation(depth)
            left = Binary("and", left, right, (left.at[0], right.at[1]))
        return left

    def negation(self, depth: int) -> Expression:
        if word := self.take("not"):
            if depth > MAX_DEPTH:
                return self.expression(depth)
            operand = self.negation(depth + 1)
            return Not(operand, (word.at[0], operand.at[1]))
        return self.comparison(depth)

    def comparison(self, depth: int) -> Expression:
        left = self.sum(depth)
        if sign := self.take("==", "!=", "<", "<=", ">", ">=", "in"):
            right = self.sum(depth)
            left = Binary(sign.text, left, right, (left.at[0], right.at[1]))
            if self.token.text in ("==", "!=", "<", "<=", ">", ">="):
                raise self.unexpected(
                    Message(
                        "比较不能连写，请用 and 连接", "comparisons do not chain; join with and"
                    )
                )
        return left

    def sum(self, depth: int) -> Expression:
        left = self.product(depth)
        while sign := self.take("+", "-"):
            right = self.product(depth)
            left = Binary(sign.text, left, right, (left.at[0], right.at[1]))
        return left

    def product(self, depth: int) -> Expression:
        left = self.unary(depth)
        while sign := self.take("*", "/"):
            right = self.unary(depth)
            left = Binary(sign.text, left, right, (left.at[0], right.at[1]))
        return left

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
            start = tree.at[0]
            if self.take("."):
                token = self.token
                if token.kind not in ("name", "word"):
                    raise self.unexpected(
                        Message("点号后应是名称", "expected a name after the dot")
                    )
                self.position += 1
                tree = Member(tree, token.text, (start, token.at[1]))
            elif self.take("["):
                key = self.expression(depth + 1)
                tree = Index(tree, key, (start, self.expect("]").at[1]))
            elif isinstance(tree, Name) and self.take("("):
                arguments = self.arguments(depth + 1)
                tree = Call(tree.name, arguments, (start, self.expect(")").at[1]))
            else:
                return tree

    def arguments(self, depth: int) -> tuple[Argument, ...]:
        found: list[Argument] = []
        if self.token.text == ")" and self.token.kind == "sign":
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
