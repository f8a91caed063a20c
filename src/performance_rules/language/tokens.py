"""Tokens of the rule language: English and Chinese words, half- and full-width signs."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

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
UNITS: Final = {"%": "%", "％": "%", "元": "元", "万元": "万元", "亿元": "亿元", "千元": "千元"}

_TOKEN: Final = re.compile(
    r"""(?P<space>\s+)
      | (?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>%|％|千元|万元|亿元|元)?
      | (?P<name>[^\W\d]\w*)
      | (?P<string>"[^"\n]*"|'[^'\n]*'|“[^”\n]*”)
      | (?P<sign>==|!=|<=|>=|＝＝|[-+*/<>()\[\],:.=≤≥≠＝＜＞（），、：＋－−×÷［］【】．])""",
    re.VERBOSE,
)


@frozen
class Token:
    """One token: its kind (number, name, string, sign, word, end), text, unit and place."""

    kind: str
    text: str
    unit: str
    at: At


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
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise SyntaxProblem(
                Message(
                    f"这里不能出现“{text[position]}”", f"unexpected character '{text[position]}'"
                ),
                (position, position + 1),
            )
        kind, at = match.lastgroup or "", match.span()
        position = match.end()
        if kind == "space":
            continue
        if match["number"]:
            unit = UNITS.get(match["unit"] or "", "")
            tokens.append(Token("number", match["number"], unit, at))
        elif kind == "name":
            word = WORDS.get(match["name"], match["name"])
            is_word = word in ("and", "or", "not", "in")
            tokens.append(Token("word" if is_word else "name", word, "", at))
        elif kind == "string":
            tokens.append(Token("string", match["string"][1:-1], "", at))
        else:
            tokens.append(Token("sign", SIGNS.get(match["sign"], match["sign"]), "", at))
    tokens.append(Token("end", "", "", (len(text), len(text) + 1)))
    return tokens
