"""Tokens of the rule language: English and Chinese words, half- and full-width signs."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from performance_rules.errors import Message
from performance_rules.language.expressions import At

MAX_LENGTH: Final = 4000
"""Longest expression, in characters."""


class SyntaxProblem(Exception):
    """A text that is not an expression; ``at`` points at the place."""

    def __init__(self, message: Message, at: At, cure: Message | None = None) -> None:
        """Keep message, place and cure as positional fields."""
        super().__init__(message, at, cure)
        self.message, self.at, self.cure = message, at, cure


WORDS: Final = {
    "且": "and",
    "并且": "and",
    "或": "or",
    "或者": "or",
    "非": "not",
    "不是": "not",
    "属于": "in",
    "取自": "in",
}
SIGNS: Final = {
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "＝": "=",
    "＝＝": "==",
    "＜": "<",
    "＞": ">",
    "（": "(",
    "）": ")",
    "，": ",",
    "、": ",",
    "：": ":",
    "＋": "+",
    "－": "-",
    "−": "-",
    "×": "*",
    "÷": "/",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "．": ".",
    "％": "%",
}
_OPERATORS: Final = frozenset(("and", "or", "not", "in"))
UNITS: Final = {"%": "%", "％": "%", "元": "元", "万元": "万元", "亿元": "亿元", "千元": "千元"}

_TOKEN: Final = re.compile(
    r"""\s*(?:
        (?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>%|％|千元|万元|亿元|元)?
      | (?P<name>[^\W\d]\w*)
      | (?P<string>"[^"\n]*"|'[^'\n]*'|“[^”\n]*”)
      | (?P<sign>==|!=|<=|>=|＝＝|[-+*/<>()\[\],:.=≤≥≠＝＜＞（），、：＋－−×÷［］【】．])
      | (?P<end>\Z))""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """One token: its kind (number, name, string, sign, word, end), text, unit and place.

    A named tuple, because a rule folder has tens of thousands of them.  A sign or word stands in
    ``op`` as well, where no name can be taken for it.
    """

    kind: str
    text: str
    at: At
    op: str = ""
    unit: str = ""


def tokenize(text: str) -> list[Token]:
    """Return the tokens of an expression, closed by one of kind ``end``.

    Raises:
        SyntaxProblem: at the first character that belongs to no token.
    """
    if len(text) > MAX_LENGTH:
        raise SyntaxProblem(
            Message(
                f"表达式长 {len(text)} 字，超过 {MAX_LENGTH}",
                f"expression is longer than {MAX_LENGTH}",
            ),
            (0, 1),
        )
    tokens: list[Token] = []
    position = 0
    while True:
        match = _TOKEN.match(text, position)
        if match is None:
            raise _unexpected(text, position)
        kind, position = match.lastgroup, match.end()
        if kind == "name":
            at = match.span("name")
            found = match["name"]
            word = WORDS.get(found, found)
            if word in _OPERATORS:
                tokens.append(Token("word", word, at, word))
            else:
                tokens.append(Token("name", word, at))
        elif kind == "sign":
            sign = match["sign"]
            sign = SIGNS.get(sign, sign)
            tokens.append(Token("sign", sign, match.span("sign"), sign))
        elif kind == "string":
            tokens.append(Token("string", match["string"][1:-1], match.span("string")))
        elif kind == "end":
            tokens.append(Token("end", "", (position, position + 1)))
            return tokens
        else:
            at = (match.start("number"), position)
            unit = UNITS.get(match["unit"] or "", "")
            tokens.append(Token("number", match["number"], at, "", unit))


def _unexpected(text: str, position: int) -> SyntaxProblem:
    position += len(text[position:]) - len(text[position:].lstrip())
    return SyntaxProblem(
        Message(f"这里不能出现“{text[position]}”", f"unexpected character '{text[position]}'"),
        (position, position + 1),
    )
